//! Straight quotation marks, apostrophes and full stops in a row, in both languages.

use std::borrow::Cow;

/// What stands at a straight `"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quote {
    Opens,
    Closes,
}

/// The character before a byte of a text, and the one that follows the mark there.
fn around(text: &str, at: usize) -> (Option<char>, Option<char>) {
    (text[..at].chars().next_back(), text[at + 1..].chars().next())
}

/// The straight quotation marks of a text, in order, when every one that opens is closed. None
/// otherwise, for instance when one of them says inches.
pub fn pairs(text: &str) -> Option<Vec<(usize, Quote)>> {
    let found = memchr::memchr_iter(b'"', text.as_bytes()).zip([Quote::Opens, Quote::Closes].iter().cycle());
    let found: Vec<(usize, Quote)> = found.map(|(at, quote)| (at, *quote)).collect();
    let is_even = found.len().is_multiple_of(2);
    // Behind a figure, a mark may say inches: it closes « le "bilan 2026" », where words stand between both.
    let says_words = |pair: &[(usize, Quote)]| match pair {
        [(open, _), (close, _)] => {
            let inside = &text[open + 1..*close];
            !inside.ends_with(|c: char| c.is_ascii_digit()) || inside.contains(char::is_alphabetic)
        }
        _ => false,
    };
    let are_pairs = is_even
        && found.chunks(2).all(says_words)
        && found.iter().all(|(at, quote)| suits(text, *at, *quote));
    are_pairs.then_some(found)
}

/// Whether a mark may open or close where it stands.
fn suits(text: &str, at: usize, quote: Quote) -> bool {
    let (before, after) = around(text, at);
    match quote {
        Quote::Opens => {
            before.is_none_or(|before| {
                before.is_whitespace()
                    || matches!(before, '(' | '[' | '«' | '’' | '\'' | '–' | '—' | '/' | '“')
            }) && after.is_some_and(|after| after.is_alphanumeric() || matches!(after, '(' | '['))
        }
        Quote::Closes => {
            before.is_some_and(|before| !before.is_whitespace())
                && after.is_none_or(|after| !after.is_alphanumeric())
        }
    }
}

/// Whether the straight apostrophe at a byte stands for a letter left out.
pub fn is_apostrophe(text: &str, at: usize) -> bool {
    let (before, after) = around(text, at);
    before.is_some_and(char::is_alphabetic)
        && after.map_or_else(
            || is_elision(&text[..at]),
            |after| after.is_alphanumeric() || matches!(after, '«' | '"'),
        )
}

/// Whether a text ends with a word that loses its vowel: « l », « qu », « jusqu ». What follows may
/// stand in other markup.
fn is_elision(text: &str) -> bool {
    let written = &text[text.trim_end_matches(char::is_alphabetic).len()..];
    let word: String = written.chars().flat_map(char::to_lowercase).collect();
    let one_letter = written.chars().count() == 1 && "cdjlmnst".contains(&word);
    one_letter || ["qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "aujourd"].contains(&word.as_str())
}

/// Whether three full stops, and no more, start at a byte.
pub fn is_ellipsis(text: &str, at: usize) -> bool {
    let (before, rest) = text.as_bytes().split_at(at);
    rest.starts_with(b"...") && rest.get(3) != Some(&b'.') && before.last() != Some(&b'.')
}

/// English: curly quotation marks and apostrophes, one sign for three full stops.
pub fn set_english(text: &str) -> Cow<'_, str> {
    let quotes = pairs(text).unwrap_or_default();
    let mut quotes = quotes.into_iter().peekable();
    let mut set = String::new();
    let mut from = 0;
    for at in memchr::memchr3_iter(b'"', b'\'', b'.', text.as_bytes()) {
        let quote = quotes.next_if(|(place, _)| *place == at).map(|(_, quote)| quote);
        let (sign, length) = match (text.as_bytes()[at], quote) {
            (b'"', Some(Quote::Opens)) => ("“", 1),
            (b'"', Some(Quote::Closes)) => ("”", 1),
            (b'\'', _) if is_apostrophe(text, at) => ("’", 1),
            (b'.', _) if is_ellipsis(text, at) => ("…", 3),
            _ => continue,
        };
        set.push_str(&text[from..at]);
        set.push_str(sign);
        from = at + length;
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    set.push_str(&text[from..]);
    Cow::Owned(set)
}
