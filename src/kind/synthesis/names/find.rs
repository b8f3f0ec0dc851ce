//! Finds names in a text, word by word.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::address::percent_decoded;
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

    /// What two ways to write a name have in common.
    pub fn folded(&self) -> Vec<String> {
        self.words.iter().map(|(word, _)| word.clone()).collect()
    }

    fn is_letter(&self) -> bool {
        matches!(self.words.as_slice(), [(word, _)] if word.chars().count() == 1)
    }

    /// How many of the words of a text, from the first on, this name is; `ties` says what may stand
    /// between two of them.
    fn at_start(&self, text: &str, found: &[Word], ties: impl Fn(Tie, &str) -> bool) -> Option<usize> {
        let mut taken = 0;
        for (at, (word, tie)) in self.words.iter().enumerate() {
            // A no-break space written by name in HTML.
            while at > 0 && found.get(taken).is_some_and(|it| it.folded == "nbsp") {
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

/// A word of a text: letters and digits, which an address may write with their numbers (`%C3%A8`).
struct Word {
    place: Range<usize>,
    folded: String,
    is_capital: bool,
}

/// Names to look for, of which the first that suits wins.
#[derive(Debug, Clone, Default)]
pub struct Names {
    names: Vec<Name>,
    /// By first word, folded: a text is read once, however many names there are.
    by_first: BTreeMap<String, Vec<usize>>,
}

impl Names {
    pub fn of(names: Vec<Name>) -> Names {
        let mut by_first: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, name) in names.iter().enumerate() {
            if let Some((first, _)) = name.words.first() {
                by_first.entry(first.clone()).or_default().push(number);
            }
        }
        Names { names, by_first }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Name> {
        self.names.iter()
    }

    /// Where names stand as they are written, with the number of each.
    pub fn as_written(&self, text: &str, from: usize) -> Vec<(usize, Range<usize>)> {
        self.search(text, from, |_| true, is_tie)
    }

    /// Where names can be read through marks, in an address or around formatting.
    ///
    /// Only names of several words: a single one is a word like others in an address.
    pub fn through_marks(&self, text: &str, from: usize) -> Vec<Range<usize>> {
        let is_long = |name: &Name| name.words.len() > 1;
        let is_short = |_: Tie, between: &str| between.chars().count() <= 12 && !between.contains("\n\n");
        self.search(text, from, is_long, is_short).into_iter().map(|(_, place)| place).collect()
    }

    /// Where each name stands first, whatever others stand there.
    pub fn first_places(&self, text: &str, from: usize) -> Vec<Option<Range<usize>>> {
        let mut places = vec![None; self.names.len()];
        let found = if self.names.is_empty() { Vec::new() } else { words(text, from) };
        for at in 0..found.len() {
            for &number in self.starting_with(&found[at]) {
                if places[number].is_none()
                    && let Some(n_words) = self.names[number].at_start(text, &found[at..], is_tie)
                {
                    places[number] = Some(found[at].place.start..found[at + n_words - 1].place.end);
                }
            }
        }
        places
    }

    fn search(
        &self,
        text: &str,
        from: usize,
        is_wanted: impl Fn(&Name) -> bool,
        ties: impl Fn(Tie, &str) -> bool,
    ) -> Vec<(usize, Range<usize>)> {
        let found = if self.names.is_empty() { Vec::new() } else { words(text, from) };
        let mut places = Vec::new();
        let mut at = 0;
        while at < found.len() {
            let rest = &found[at..];
            let numbers = self.starting_with(&found[at]).iter().filter(|it| is_wanted(&self.names[**it]));
            let name =
                numbers.copied().find_map(|it| Some((it, self.names[it].at_start(text, rest, &ties)?)));
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

    fn starting_with(&self, word: &Word) -> &[usize] {
        self.by_first.get(&word.folded).map_or(&[], Vec::as_slice)
    }
}

/// Whether two words of a name are tied as the name says; a hyphen may be left out.
fn is_tie(tie: Tie, between: &str) -> bool {
    let is_space = between.contains(char::is_whitespace)
        && between.chars().all(|c| c.is_whitespace() || c == '.')
        && between.matches('\n').count() < 2;
    match tie {
        Tie::Space => is_space,
        // « Marie-Ève » may go on to the next line after its hyphen.
        Tie::Hyphen => is_space || matches!(between.trim_end(), "-" | "‑" | "–" | "\u{ad}"),
        Tie::Apostrophe => matches!(between, "'" | "’" | "ʼ"),
    }
}

fn words(text: &str, from: usize) -> Vec<Word> {
    let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}');
    let mut words = Vec::new();
    let mut start = None;
    let mut at = from;
    loop {
        let encoded = if text[at..].starts_with('%') { encoded_letter(&text[at..]) } else { None };
        let next = encoded.or_else(|| text[at..].chars().next().map(|c| (c, c.len_utf8())));
        match (start, next.filter(|(c, _)| is_of_word(*c))) {
            (None, Some(_)) => start = Some(at),
            (Some(first), None) => {
                start = None;
                let said = percent_decoded(&text[first..at]);
                let is_capital = said.starts_with(char::is_uppercase);
                words.push(Word { place: first..at, folded: lang::fold(&said), is_capital });
            }
            (None, None) | (Some(_), Some(_)) => {}
        }
        let Some((_, n_bytes)) = next else { return words };
        at += n_bytes;
    }
}

/// The character that a text starts with, where it is written with the numbers of its bytes, and how long that is.
fn encoded_letter(text: &str) -> Option<(char, usize)> {
    // No character has more than four bytes, and each is written with three signs.
    (1..=4).find_map(|n_bytes| {
        let written = text.get(..3 * n_bytes)?;
        let decoded = percent_decoded(written);
        let mut chars = decoded.chars();
        let c = chars.next().filter(|_| decoded.len() == n_bytes)?;
        chars.next().is_none().then_some((c, written.len()))
    })
}
