//! The words of an index, those of one stem together.

use std::collections::{BTreeMap, BTreeSet};

use rust_stemmers::{Algorithm, Stemmer};

use super::lexicon::{Lexicon, unpack};
use super::text::Rank;
use super::words::{folded, stop_words};

/// A result that uses a word, by its place, from 0, and the best rank the word has there.
///
/// In order of results, the best rank first. There are as many as words in the whole site: each takes
/// four bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use(u32);

/// Who uses a word.
pub type Uses = Vec<Use>;

/// Words of one stem, and who uses them.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// As they are looked up, in order; never empty.
    pub forms: Vec<String>,
    /// Each result once, in order.
    pub uses: Uses,
}

impl Use {
    #[inline]
    pub fn new(at: u32, rank: Rank) -> Use {
        let rank = match rank {
            Rank::Title => 0,
            Rank::Heading => 1,
            Rank::Text => 2,
        };
        Use(at << 2 | rank)
    }

    #[inline]
    pub fn at(self) -> u32 {
        self.0 >> 2
    }

    #[inline]
    pub fn rank(self) -> Rank {
        match self.0 & 3 {
            0 => Rank::Title,
            1 => Rank::Heading,
            _ => Rank::Text,
        }
    }
}

impl std::fmt::Debug for Use {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:?}", self.at(), self.rank())
    }
}

/// The groups of a language, in the order of their first words; `words` are those of each
/// result, in order, packed. Each is let go of before the next is read.
pub fn groups(tag: &str, words: impl IntoIterator<Item = Box<[u8]>>) -> Vec<Group> {
    let stop_words = stop_words(tag);
    let stemmer = stemmer(tag);
    let mut by_stem: BTreeMap<String, (BTreeSet<String>, Uses)> = BTreeMap::new();
    let (words, uses) = uses(words);
    let mut uses = uses.into_iter();
    unpack(&words, |word, _| {
        let uses = uses.next().expect("a word is used");
        let word = word.text();
        let form = folded(&word);
        if stop_words.binary_search(&form.as_str()).is_ok() {
            return;
        }
        let stem = stemmer.as_ref().map_or_else(|| form.clone(), |stemmer| folded(&stemmer.stem(&word)));
        let (forms, of_stem) = by_stem.entry(stem).or_default();
        forms.insert(form);
        of_stem.extend(uses);
    });
    let groups = by_stem
        .into_values()
        .map(|(forms, uses)| Group { forms: forms.into_iter().collect(), uses: merged(uses) });
    let mut groups: Vec<Group> = groups.collect();
    groups.sort_by(|a, b| a.forms.cmp(&b.forms));
    groups
}

/// Each result once, with the best rank a word of the group has there.
fn merged(mut uses: Uses) -> Uses {
    // Those of each word are in order already, and this sort knows it.
    uses.sort();
    uses.dedup_by_key(|one| one.at());
    uses
}

/// Every word once, packed, and who uses each, by the place of the result, ascending.
fn uses(words: impl IntoIterator<Item = Box<[u8]>>) -> (Box<[u8]>, Vec<Uses>) {
    let mut lexicon = Lexicon::new();
    let mut uses: Vec<Uses> = Vec::new();
    for (at, packed) in (0_u32..).zip(words) {
        unpack(&packed, |word, rank| {
            let number = lexicon.number(word, Rank::Text);
            let one = Use::new(at, rank);
            match uses.get_mut(number) {
                Some(of_word) => of_word.push(one),
                None => uses.push(vec![one]),
            }
        });
    }
    (lexicon.into_packed(), uses)
}

/// What finds the stem of a word; none for a language without one here.
fn stemmer(tag: &str) -> Option<Stemmer> {
    let algorithm = match tag.split(['-', '_']).next() {
        Some("fr") => Algorithm::French,
        Some("en") => Algorithm::English,
        Some(_) | None => return None,
    };
    Some(Stemmer::create(algorithm))
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Word;
    use super::{Group, Lexicon, Rank, groups};

    fn pack(words: &[(&str, Rank)]) -> Box<[u8]> {
        let mut lexicon = Lexicon::new();
        for (word, rank) in words {
            lexicon.number(Word::of(word), *rank);
        }
        lexicon.into_packed()
    }

    fn check(tag: &str, texts: &[&[(&str, Rank)]], expected: &str) {
        let packed: Vec<Box<[u8]>> = texts.iter().map(|words| pack(words)).collect();
        let shown: Vec<String> = groups(tag, packed)
            .into_iter()
            .map(|Group { forms, uses }| {
                let uses: Vec<String> = uses.iter().map(|one| format!("{one:?}")).collect();
                format!("{}: {}", forms.join(" "), uses.join(", "))
            })
            .collect();
        assert_eq!(shown.join("\n"), expected);
    }

    #[test]
    fn words_of_one_stem_are_together() {
        let first: &[(&str, Rank)] = &[("logements", Rank::Text), ("municipaux", Rank::Title)];
        let second = &[("logement", Rank::Heading), ("municipalité", Rank::Text), ("le", Rank::Text)];
        let expected = "logement logements: 0 Text, 1 Heading\nmunicipalite municipaux: 0 Title, 1 Text";
        check("fr-CA", &[first, second], expected);
        check(
            "en",
            &[&[("housing", Rank::Text)], &[("house", Rank::Text), ("houses", Rank::Title)]],
            "house houses housing: 0 Text, 1 Title",
        );
    }

    #[test]
    fn without_a_stemmer_each_word_stands_alone() {
        let texts: &[(&str, Rank)] = &[("casa", Rank::Text), ("casas", Rank::Text)];
        check("es", &[texts], "casa: 0 Text\ncasas: 0 Text");
    }

    #[test]
    fn a_word_typed_with_and_without_accents_is_found_both_ways() {
        let texts: &[(&str, Rank)] = &[("élèves", Rank::Text), ("eleve", Rank::Text)];
        check("fr", &[texts], "eleve eleves: 0 Text");
    }
}
