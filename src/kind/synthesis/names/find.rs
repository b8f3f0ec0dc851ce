//! Finds names in a text, word by word.

use std::ops::Range;

use crate::lang;

/// A name, in words.
#[derive(Debug, Clone)]
pub struct Name {
    pub written: String,
    /// Folded, with what ties each to the next.
    words: Vec<(String, Tie)>,
    /// « Rose » is a name where it has a capital, « rose » a flower.
    wants_capital: bool,
}

/// What stands between two words of a name.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Tie {
    Space,
    Hyphen,
    Apostrophe,
}

impl Name {
    /// None when nothing in it is a letter or a digit.
    pub fn of(written: &str) -> Option<Name> {
        let words = words(written, 0);
        let tied = words.iter().enumerate().map(|(at, word)| {
            let after = words.get(at + 1).map_or("", |next| &written[word.place.end..next.place.start]);
            let tie = match after.trim().chars().next() {
                Some('-' | '‑' | '–') => Tie::Hyphen,
                Some('\'' | '’' | 'ʼ') => Tie::Apostrophe,
                Some(_) | None => Tie::Space,
            };
            (word.folded.clone(), tie)
        });
        let tied: Vec<(String, Tie)> = tied.collect();
        let wants_capital = tied.len() == 1 && words[0].is_capital;
        (!tied.is_empty()).then(|| Name { written: written.trim().to_owned(), words: tied, wants_capital })
    }

    pub fn n_words(&self) -> usize {
        self.words.len()
    }

    /// The last word of the name of a person, « Lanctôt » for « Zoé Lanctôt », which a text may give
    /// alone. None for what may be the name of a team: « Équipe de la Table ».
    pub fn surname(&self) -> Option<Name> {
        let words: Vec<&str> = self.written.split_whitespace().collect();
        let is_person =
            (2..=3).contains(&words.len()) && words.iter().all(|word| word.starts_with(char::is_uppercase));
        let last = words.last().filter(|last| is_person && last.chars().count() > 2)?;
        Name::of(last)
    }

    pub fn is_same(&self, other: &Name) -> bool {
        self.words.iter().map(|(word, _)| word).eq(other.words.iter().map(|(word, _)| word))
    }

    fn is_letter(&self) -> bool {
        matches!(self.words.as_slice(), [(word, _)] if word.chars().count() == 1)
    }

    /// How many of the words of a text, from the first on, this name is; `ties` says what may stand
    /// between two of them.
    fn at_start(&self, text: &str, found: &[Word], ties: impl Fn(Tie, &str) -> bool) -> Option<usize> {
        let mut taken = 0;
        for (at, (word, tie)) in self.words.iter().enumerate() {
            // A no-break space written by name in HTML, or a space in an address.
            while at > 0 && found.get(taken).is_some_and(|it| matches!(it.folded.as_str(), "nbsp" | "20")) {
                taken += 1;
            }
            let candidate = found.get(taken).filter(|it| it.folded == *word)?;
            if self.wants_capital && !candidate.is_capital {
                return None;
            }
            // « À » is a word of every text, and no way to write « A. ».
            if self.is_letter() && !self.written.contains(&text[candidate.place.clone()]) {
                return None;
            }
            taken += 1;
            if at + 1 < self.words.len() {
                let next = found.get(taken)?;
                if !ties(*tie, &text[candidate.place.end..next.place.start]) {
                    return None;
                }
            }
        }
        Some(taken)
    }
}

/// A word of a text: letters and digits.
struct Word {
    place: Range<usize>,
    folded: String,
    is_capital: bool,
}

/// Where names stand as they are written, with the number of each; the first name wins.
pub fn as_written(names: &[&Name], text: &str, from: usize) -> Vec<(usize, Range<usize>)> {
    search(names, text, from, &is_tie)
}

/// Where names can be read through marks, in an address or around formatting.
///
/// Only names of several words: a single one is a word like others in an address.
pub fn through_marks(names: &[&Name], text: &str, from: usize) -> Vec<Range<usize>> {
    let names: Vec<&Name> = names.iter().copied().filter(|name| name.words.len() > 1).collect();
    let is_short = |_: Tie, between: &str| between.chars().count() <= 12 && !between.contains("\n\n");
    search(&names, text, from, &is_short).into_iter().map(|(_, place)| place).collect()
}

fn search(
    names: &[&Name],
    text: &str,
    from: usize,
    ties: &dyn Fn(Tie, &str) -> bool,
) -> Vec<(usize, Range<usize>)> {
    let found = if names.is_empty() { Vec::new() } else { words(text, from) };
    let mut places = Vec::new();
    let mut at = 0;
    while at < found.len() {
        let rest = &found[at..];
        let name = names
            .iter()
            .enumerate()
            .find_map(|(number, name)| Some((number, name.at_start(text, rest, ties)?)));
        match name {
            Some((number, n_words)) => {
                places.push((number, rest[0].place.start..rest[n_words - 1].place.end));
                at += n_words;
            }
            None => at += 1,
        }
    }
    places
}

/// Whether two words of a name are tied as the name says; a hyphen may be left out.
fn is_tie(tie: Tie, between: &str) -> bool {
    let is_space = between.contains(char::is_whitespace)
        && between.chars().all(|c| c.is_whitespace() || c == '.')
        && between.matches('\n').count() < 2;
    match tie {
        Tie::Space => is_space,
        Tie::Hyphen => is_space || matches!(between, "-" | "‑" | "–" | "\u{ad}"),
        Tie::Apostrophe => matches!(between, "'" | "’" | "ʼ"),
    }
}

fn words(text: &str, from: usize) -> Vec<Word> {
    let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}');
    let mut words = Vec::new();
    let mut start = None;
    let ends = text[from..].char_indices().map(|(at, c)| (from + at, is_of_word(c)));
    for (at, is_inside) in ends.chain([(text.len(), false)]) {
        match (start, is_inside) {
            (None, true) => start = Some(at),
            (Some(first), false) => {
                start = None;
                let folded = lang::fold(&text[first..at]);
                let is_capital = text[first..at].starts_with(char::is_uppercase);
                words.push(Word { place: first..at, folded, is_capital });
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    words
}
