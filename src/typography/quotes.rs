//! Straight quotation marks, apostrophes and full stops in a row, in both languages.

use std::borrow::Cow;

/// The characters of a text, to look around each of them.
pub fn chars(text: &str) -> Vec<char> {
    // There are never more of them than bytes. Guessing fewer copies them again and again as they come.
    let mut chars = Vec::with_capacity(text.len());
    chars.extend(text.chars());
    chars
}

/// What stands at a straight `"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quote {
    Opens,
    Closes,
}

/// The straight quotation marks of a text, in order, when every one that opens is closed. None
/// otherwise, for instance when one of them says inches.
pub fn pairs(text: &[char]) -> Option<Vec<(usize, Quote)>> {
    let places: Vec<usize> = (0..text.len()).filter(|at| text[*at] == '"').collect();
    if places.len() % 2 == 1 {
        return None;
    }
    let found = places.iter().zip([Quote::Opens, Quote::Closes].into_iter().cycle());
    let found: Vec<(usize, Quote)> = found.map(|(at, quote)| (*at, quote)).collect();
    found.iter().all(|(at, quote)| suits(text, *at, *quote)).then_some(found)
}

/// Whether a mark may open or close where it stands.
fn suits(text: &[char], at: usize, quote: Quote) -> bool {
    let before = at.checked_sub(1).map(|before| text[before]);
    let after = text.get(at + 1).copied();
    match quote {
        Quote::Opens => {
            before.is_none_or(|before| {
                before.is_whitespace()
                    || matches!(before, '(' | '[' | '«' | '’' | '\'' | '–' | '—' | '/' | '“')
            }) && after.is_some_and(|after| after.is_alphanumeric() || matches!(after, '(' | '['))
        }
        Quote::Closes => {
            before.is_some_and(|before| !before.is_whitespace() && !before.is_ascii_digit())
                && after.is_none_or(|after| !after.is_alphanumeric())
        }
    }
}

/// Whether the straight apostrophe at a place stands for a letter left out.
pub fn is_apostrophe(text: &[char], at: usize) -> bool {
    let letter_before = at.checked_sub(1).is_some_and(|before| text[before].is_alphabetic());
    let after = text.get(at + 1).copied();
    letter_before
        && after.map_or_else(
            || is_elision(&text[..at]),
            |after| after.is_alphanumeric() || matches!(after, '«' | '"'),
        )
}

/// Whether a text ends with a word that loses its vowel: « l », « qu », « jusqu ». What follows may
/// stand in other markup.
fn is_elision(text: &[char]) -> bool {
    let letters = text.iter().rev().take_while(|c| c.is_alphabetic()).count();
    let word: String = text[text.len() - letters..].iter().flat_map(|c| c.to_lowercase()).collect();
    let one_letter = letters == 1 && "cdjlmnst".contains(&word);
    one_letter || ["qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "aujourd"].contains(&word.as_str())
}

/// Whether three full stops, and no more, start at a place.
pub fn is_ellipsis(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| text[before]);
    text[at..].starts_with(&['.', '.', '.']) && text.get(at + 3) != Some(&'.') && before != Some('.')
}

/// English: curly quotation marks and apostrophes, one sign for three full stops.
pub fn set_english(text: &str) -> Cow<'_, str> {
    if !text.contains(['"', '\'']) && !text.contains("...") {
        return Cow::Borrowed(text);
    }
    let chars = chars(text);
    let quotes = pairs(&chars).unwrap_or_default();
    let mut quotes = quotes.into_iter().peekable();
    let mut set = String::with_capacity(text.len() + 8);
    let mut at = 0;
    while at < chars.len() {
        let quote = quotes.next_if(|(place, _)| *place == at).map(|(_, quote)| quote);
        match chars[at] {
            '"' => set.push(match quote {
                Some(Quote::Opens) => '“',
                Some(Quote::Closes) => '”',
                None => '"',
            }),
            '\'' if is_apostrophe(&chars, at) => set.push('’'),
            '.' if is_ellipsis(&chars, at) => {
                set.push('…');
                at += 2;
            }
            other => set.push(other),
        }
        at += 1;
    }
    Cow::Owned(set)
}
