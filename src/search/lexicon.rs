//! Words met one by one, each kept once: those of a page, then those of a language.

use std::collections::BTreeMap;

use super::text::Rank;
use crate::source::{eight, first_of};

/// A word in small letters, as it is looked up: letters, digits and points.
#[derive(Clone, Copy)]
pub enum Word<'w> {
    /// Nearly all words: they are compared at one look.
    Short(Short),
    /// One that takes more than sixteen bytes.
    Long(&'w str),
}

/// The bytes of a word in two numbers, the first of them lowest, with zeros behind the last one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Short {
    pub head: u64,
    pub next: u64,
}

impl<'w> Word<'w> {
    pub fn of(word: &'w str) -> Word<'w> {
        if word.len() > 16 {
            return Word::Long(word);
        }
        let (head, next) = (eight(word.as_bytes(), 0), eight(word.as_bytes(), 8));
        Word::Short(Short { head, next })
    }

    /// The word, as text.
    pub fn text(self) -> String {
        match self {
            Word::Short(word) => text(&word.bytes()[..word.len()]).to_owned(),
            Word::Long(word) => word.to_owned(),
        }
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("a word is cut out of a text")
}

impl Short {
    #[inline]
    fn len(self) -> usize {
        let n_zeros = |eight: u64| eight.leading_zeros() as usize / 8;
        16 - n_zeros(self.head) - n_zeros(self.next)
    }

    /// With zeros behind them.
    #[inline]
    fn bytes(self) -> [u8; 16] {
        (u128::from(self.next) << 64 | u128::from(self.head)).to_le_bytes()
    }

    /// A number that all its bytes make. The words are those of the site's own author, so it need not
    /// resist someone who would choose them to slow us down.
    #[inline]
    fn trace(self) -> usize {
        let bytes = self.head ^ self.next.rotate_left(28);
        // The bits above the lower half: each depends on all of the number.
        ((u128::from(bytes) * 0x9e37_79b9_7f4a_7c15) >> 64) as usize
    }
}

/// Words, numbered from 0 as they are first met.
pub struct Lexicon {
    /// Each word, and the sign of its rank behind it: every word of every result goes through here, and
    /// one text for all of them takes less room and less time than a text for each. Zeros stand behind
    /// the last one, where there is room for another.
    packed: Vec<u8>,
    /// Where the last one ends.
    end: usize,
    n_words: usize,
    /// Where short words are looked up: from the place that their trace gives, up to an empty one. Half of
    /// them are empty at least, and there are a power of two of them.
    slots: Vec<Slot>,
    /// The numbers of long words.
    long: BTreeMap<String, usize>,
}

/// A short word looked up.
#[derive(Clone, Copy)]
struct Slot {
    word: Short,
    number: usize,
}

/// No word is empty.
const EMPTY: Slot = Slot { word: Short { head: 0, next: 0 }, number: 0 };

/// The room that a short word takes at most, with its sign.
const ROOM: usize = 17;

impl Lexicon {
    pub fn new() -> Lexicon {
        Lexicon { packed: vec![0; 2000], end: 0, n_words: 0, slots: vec![EMPTY; 512], long: BTreeMap::new() }
    }

    /// The number of a word; one that is new is kept with its rank.
    #[inline]
    pub fn number(&mut self, word: Word<'_>, rank: Rank) -> usize {
        let word = match word {
            Word::Short(word) => word,
            Word::Long(word) => return self.number_of_long(word, rank),
        };
        let mask = self.slots.len() - 1;
        let mut at = word.trace() & mask;
        loop {
            let slot = &self.slots[at];
            if slot.word == word {
                return slot.number;
            }
            if slot.word.head == 0 {
                return self.add(at, word, rank);
            }
            at = (at + 1) & mask;
        }
    }

    /// Keeps a word that is looked up in a slot.
    #[inline(never)]
    fn add(&mut self, at: usize, word: Short, rank: Rank) -> usize {
        let (number, length) = (self.n_words, word.len());
        self.slots[at] = Slot { word, number };
        if self.packed.len() - self.end < ROOM {
            self.packed.resize(self.packed.len() * 2, 0);
        }
        let packed = &mut self.packed[self.end..];
        *packed.first_chunk_mut().expect("there is room for a word") = word.bytes();
        packed[length] = sign(rank);
        self.end += length + 1;
        self.n_words += 1;
        if self.n_words * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    #[cold]
    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let mut larger = vec![EMPTY; mask + 1];
        for slot in self.slots.iter().filter(|slot| slot.word.head > 0) {
            let mut at = slot.word.trace() & mask;
            while larger[at].word.head > 0 {
                at = (at + 1) & mask;
            }
            larger[at] = *slot;
        }
        self.slots = larger;
    }

    #[cold]
    fn number_of_long(&mut self, word: &str, rank: Rank) -> usize {
        let number = *self.long.entry(word.to_owned()).or_insert(self.n_words);
        if number == self.n_words {
            self.n_words += 1;
            self.packed.truncate(self.end);
            self.packed.extend_from_slice(word.as_bytes());
            self.packed.push(sign(rank));
            self.end = self.packed.len();
            self.packed.resize(self.end * 2 + ROOM, 0);
        }
        number
    }

    /// The words one behind the other, as [`unpack`] reads them: there are too many to keep each by itself.
    /// They take no more room than they need: those of every result are in memory together.
    pub fn into_packed(self) -> Box<[u8]> {
        self.packed[..self.end].into()
    }
}

/// Each word in the order of its number, with its rank.
pub fn unpack(packed: &[u8], mut found: impl FnMut(Word<'_>, Rank)) {
    let mut start = 0;
    while start < packed.len() {
        let (mut head, mut next) = (eight(packed, start), 0);
        let mut length = n_before_sign(head);
        if length < 8 {
            head = first_of(head, length);
        } else {
            next = eight(packed, start + 8);
            length += n_before_sign(next);
            next = first_of(next, length - 8);
        }
        let mut word = Word::Short(Short { head, next });
        if length == 16 && !is_sign(packed[start + 16]) {
            length += packed[start + 16..].iter().take_while(|byte| !is_sign(**byte)).count();
            word = Word::Long(text(&packed[start..start + length]));
        }
        found(word, rank(packed[start + length]));
        start += length + 1;
    }
}

/// How many bytes of eight stand before a sign.
#[inline]
fn n_before_sign(eight: u64) -> usize {
    // The high bit of the bytes below `.`, that of the first of them at least: behind it, what was borrowed
    // from may be wrong.
    let signs = eight.wrapping_sub(0x2e2e_2e2e_2e2e_2e2e) & !eight & 0x8080_8080_8080_8080;
    signs.trailing_zeros() as usize / 8
}

/// What stands behind a word of a rank.
fn sign(rank: Rank) -> u8 {
    match rank {
        Rank::Text => b' ',
        Rank::Heading => b'#',
        Rank::Title => b'!',
    }
}

#[inline]
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

    use super::{Lexicon, Rank, Word, unpack};

    proptest::proptest! {
        #[test]
        fn each_word_is_kept_once_with_the_first_rank_it_came_with(
            words in proptest::collection::vec("[a-c]{1,5}|[ab]{7,18}|[0-9]\\.[0-9]|é{1,5}", 0..900),
        ) {
            let mut lexicon = Lexicon::new();
            let mut numbers = BTreeMap::new();
            let ranks = [Rank::Title, Rank::Heading, Rank::Text];
            for (at, word) in words.iter().enumerate() {
                let rank = ranks[at * 3 / words.len()];
                let next = numbers.len();
                let (number, _) = *numbers.entry(word.as_str()).or_insert((next, rank));
                assert_eq!(lexicon.number(Word::of(word), rank), number, "{word}");
            }
            let mut kept = BTreeMap::new();
            unpack(&lexicon.into_packed(), |word, rank| {
                kept.insert(word.text(), (kept.len(), rank));
            });
            let kept: BTreeMap<&str, (usize, Rank)> =
                kept.iter().map(|(word, known)| (word.as_str(), *known)).collect();
            assert_eq!(kept, numbers);
        }
    }
}
