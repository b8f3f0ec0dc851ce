//! The words of an index, those of one stem together.

use std::collections::{BTreeMap, BTreeSet};

use rust_stemmers::{Algorithm, Stemmer};

use super::text::Rank;
use super::words::{folded, stop_words};

/// Who uses a word: the place of each result, from 0, and the best rank the word has there.
pub type Uses = Vec<(u32, Rank)>;

/// Words of one stem, and who uses them.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// As they are looked up, in order; never empty.
    pub forms: Vec<String>,
    /// Each result once, in order.
    pub uses: Uses,
}

/// The groups of a language, in the order of their first words; `words` are those of each
/// result, in order, as packed by [`pack`].
pub fn groups(tag: &str, words: &[&str]) -> Vec<Group> {
    let stop_words = stop_words(tag);
    let stemmer = stemmer(tag);
    let mut by_stem: BTreeMap<String, (BTreeSet<String>, Uses)> = BTreeMap::new();
    for (word, uses) in uses(words) {
        let form = folded(word);
        if stop_words.binary_search(&form.as_str()).is_ok() {
            continue;
        }
        let stem = stemmer.as_ref().map_or_else(|| form.clone(), |stemmer| folded(&stemmer.stem(word)));
        let (forms, of_stem) = by_stem.entry(stem).or_default();
        forms.insert(form);
        of_stem.extend(uses);
    }
    let groups = by_stem
        .into_values()
        .map(|(forms, uses)| Group { forms: forms.into_iter().collect(), uses: merged(uses) });
    let mut groups: Vec<Group> = groups.collect();
    groups.sort_by(|a, b| a.forms.cmp(&b.forms));
    groups
}

/// Each result once, with the best rank a word of the group has there.
fn merged(mut uses: Uses) -> Uses {
    uses.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    uses.dedup_by_key(|(at, _)| *at);
    uses
}

/// Who uses each word, by the place of the result, ascending; in no order of words.
#[expect(clippy::disallowed_types, reason = "only looked up; the words are sorted by their stem afterwards")]
fn uses<'w>(words: &[&'w str]) -> Vec<(&'w str, Uses)> {
    let mut places: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    let mut uses: Vec<(&str, Uses)> = Vec::new();
    for (at, packed) in (0_u32..).zip(words) {
        for (word, rank) in unpack(packed) {
            let place = *places.entry(word).or_insert_with(|| {
                uses.push((word, Vec::new()));
                uses.len() - 1
            });
            uses[place].1.push((at, rank));
        }
    }
    uses
}

/// The words of a result in one text: there are too many of them to keep each by itself.
pub fn pack<'w>(words: impl IntoIterator<Item = (&'w str, Rank)>) -> String {
    let mut packed = String::new();
    for (word, rank) in words {
        packed.push(match rank {
            Rank::Text => '.',
            Rank::Heading => '#',
            Rank::Title => '!',
        });
        packed.push_str(word);
        packed.push(' ');
    }
    packed
}

fn unpack(packed: &str) -> impl Iterator<Item = (&str, Rank)> {
    packed.split_terminator(' ').filter_map(|word| {
        let rank = match word.chars().next()? {
            '!' => Rank::Title,
            '#' => Rank::Heading,
            _ => Rank::Text,
        };
        Some((&word[1..], rank))
    })
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
    use super::{Group, Rank, groups, pack};

    fn check(tag: &str, texts: &[&[(&str, Rank)]], expected: &str) {
        let packed: Vec<String> = texts.iter().map(|words| pack(words.iter().copied())).collect();
        let words: Vec<&str> = packed.iter().map(String::as_str).collect();
        let shown: Vec<String> = groups(tag, &words)
            .into_iter()
            .map(|Group { forms, uses }| {
                let uses: Vec<String> = uses.iter().map(|(at, rank)| format!("{at} {rank:?}")).collect();
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
