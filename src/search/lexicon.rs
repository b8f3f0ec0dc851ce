//! Words met one by one, each kept once: those of a page, then those of a language.

use super::text::Rank;

/// What a word is looked up by, made byte by byte while the word is read.
///
/// The words are those of the site's own author, so it need not resist someone who would choose them to
/// slow us down (FNV-1a, 32 bits).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trace(u32);

impl Trace {
    /// Of no letter.
    pub const START: Trace = Trace(0x811c_9dc5);

    #[inline]
    pub fn then(self, byte: u8) -> Trace {
        Trace((self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }

    pub fn of(word: &str) -> Trace {
        word.bytes().fold(Trace::START, Trace::then)
    }
}

/// Words, numbered from 0 as they are first met.
pub struct Lexicon {
    /// Each word, and the sign of its rank behind it: every word of every result goes through here, and
    /// one text for all of them takes less room and less time than a text for each.
    packed: String,
    n_words: u32,
    /// Where words are looked up: from the place that their trace gives, up to an empty one. Half of
    /// them are empty at least, and there are a power of two of them.
    slots: Vec<Slot>,
}

/// A word looked up.
#[derive(Clone, Copy)]
struct Slot {
    trace: Trace,
    /// Its number, from 1; 0 is none.
    from_one: u32,
    /// Where it stands among those packed.
    start: u32,
}

const EMPTY: Slot = Slot { trace: Trace::START, from_one: 0, start: 0 };

impl Lexicon {
    pub fn new() -> Lexicon {
        Lexicon { packed: String::with_capacity(1024), n_words: 0, slots: vec![EMPTY; 512] }
    }

    /// The number of a word; one that is new is kept with its rank. A word is letters, digits and points.
    #[inline]
    pub fn number(&mut self, word: &str, trace: Trace, rank: Rank) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = trace.0 as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot.from_one == 0 {
                return self.add(at, word, trace, rank);
            }
            if slot.trace == trace && self.is_at(slot.start, word) {
                return slot.from_one as usize - 1;
            }
            at = (at + 1) & mask;
        }
    }

    #[inline]
    fn is_at(&self, start: u32, word: &str) -> bool {
        let (start, packed) = (start as usize, self.packed.as_bytes());
        let end = start + word.len();
        packed.get(start..end) == Some(word.as_bytes()) && is_sign(packed[end])
    }

    /// Keeps a word that is looked up in a slot.
    fn add(&mut self, at: usize, word: &str, trace: Trace, rank: Rank) -> usize {
        let start = u32::try_from(self.packed.len());
        let start = start.expect("the words of a language, each once, take less than 4 GB");
        self.n_words += 1;
        self.slots[at] = Slot { trace, from_one: self.n_words, start };
        self.packed.push_str(word);
        self.packed.push(sign(rank));
        let n_words = self.n_words as usize;
        if n_words * 2 > self.slots.len() {
            self.grow();
        }
        n_words - 1
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let mut larger = vec![EMPTY; mask + 1];
        for slot in self.slots.iter().filter(|slot| slot.from_one > 0) {
            let mut at = slot.trace.0 as usize & mask;
            while larger[at].from_one > 0 {
                at = (at + 1) & mask;
            }
            larger[at] = *slot;
        }
        self.slots = larger;
    }

    /// The words in one text, as [`unpack`] reads them: there are too many to keep each by itself.
    pub fn into_packed(mut self) -> String {
        // In no more room than they take: those of every result are in memory together.
        self.packed.shrink_to_fit();
        self.packed
    }
}

/// Each word in the order of its number, with its rank.
pub fn unpack(packed: &str, mut found: impl FnMut(&str, Trace, Rank)) {
    let (mut start, mut trace) = (0, Trace::START);
    for (at, byte) in packed.bytes().enumerate() {
        if !is_sign(byte) {
            trace = trace.then(byte);
            continue;
        }
        found(&packed[start..at], trace, rank(byte));
        (start, trace) = (at + 1, Trace::START);
    }
}

/// What stands behind a word of a rank.
fn sign(rank: Rank) -> char {
    match rank {
        Rank::Text => ' ',
        Rank::Heading => '#',
        Rank::Title => '!',
    }
}

fn rank(sign: u8) -> Rank {
    match sign {
        b'!' => Rank::Title,
        b'#' => Rank::Heading,
        _ => Rank::Text,
    }
}

/// Whether a byte is the sign of a rank: they come before all that a word holds.
#[inline]
fn is_sign(byte: u8) -> bool {
    byte < b'.'
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Lexicon, Rank, Trace, unpack};

    proptest::proptest! {
        #[test]
        fn each_word_is_kept_once_with_the_first_rank_it_came_with(
            words in proptest::collection::vec("[a-c]{1,5}|[0-9]\\.[0-9]|é", 0..900),
        ) {
            let mut lexicon = Lexicon::new();
            let mut numbers = BTreeMap::new();
            let ranks = [Rank::Title, Rank::Heading, Rank::Text];
            for (at, word) in words.iter().enumerate() {
                let rank = ranks[at * 3 / words.len()];
                let next = numbers.len();
                let (number, _) = *numbers.entry(word.as_str()).or_insert((next, rank));
                assert_eq!(lexicon.number(word, Trace::of(word), rank), number, "{word}");
            }
            let mut kept = BTreeMap::new();
            unpack(&lexicon.into_packed(), |word, trace, rank| {
                assert_eq!(trace, Trace::of(word));
                kept.insert(word.to_owned(), (kept.len(), rank));
            });
            let kept: BTreeMap<&str, (usize, Rank)> =
                kept.iter().map(|(word, known)| (word.as_str(), *known)).collect();
            assert_eq!(kept, numbers);
        }
    }
}
