//! French: no-break spaces, guillemets, and the forms left to their author.

use std::borrow::Cow;

use super::quotes::{self, Quote};
use super::{Doubt, Spacing};
use crate::lang::NO_BREAK_SPACE;

/// The thin no-break space.
const THIN: char = '\u{202f}';

/// Sets a text as French asks.
pub fn set(text: &str, spacing: Spacing) -> Cow<'_, str> {
    if !may_change(text) {
        return Cow::Borrowed(text);
    }
    let chars = quotes::chars(text);
    let quotes = quotes::pairs(&chars).unwrap_or_default();
    let mut quotes = quotes.into_iter().peekable();
    let mut setting = Setting { set: String::with_capacity(text.len() + 16), depth: 0 };
    let mut at = 0;
    while at < chars.len() {
        let quote = quotes.next_if(|(place, _)| *place == at).map(|(_, quote)| quote);
        match chars[at] {
            ' ' => setting.space(space(&chars, at, spacing)),
            '«' => setting.open_guillemet(&chars, at),
            '»' => setting.close_guillemet(at),
            '"' => setting.straight(quote),
            '\'' if quotes::is_apostrophe(&chars, at) => setting.set.push('’'),
            '.' if quotes::is_ellipsis(&chars, at) && !follows_etc(&chars[..at]) => {
                setting.set.push('…');
                at += 2;
            }
            other => setting.set.push(other),
        }
        at += 1;
    }
    Cow::Owned(setting.set)
}

/// Most texts have nothing to set: they are not copied.
fn may_change(text: &str) -> bool {
    let sign = |byte: u8| matches!(byte, b':' | b';' | b'!' | b'?' | b'%' | b'$' | b'\'' | b'"');
    text.bytes().any(sign)
        || text.contains(['«', '»'])
        || text.contains("...")
        || text.as_bytes().windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1] == b' ')
}

/// The text being set, and how many guillemets are open.
struct Setting {
    set: String,
    depth: usize,
}

/// What becomes of a space.
enum Space {
    Breaks,
    NoBreak,
    Thin,
    Leaves,
}

impl Setting {
    fn space(&mut self, space: Space) {
        match space {
            Space::Breaks => self.set.push(' '),
            Space::NoBreak => self.set.push(NO_BREAK_SPACE),
            Space::Thin => self.set.push(THIN),
            Space::Leaves => {}
        }
    }

    fn open_guillemet(&mut self, text: &[char], at: usize) {
        self.depth += 1;
        self.set.push('«');
        if text.get(at + 1).is_none_or(|after| !after.is_whitespace()) {
            self.set.push(NO_BREAK_SPACE);
        }
    }

    fn close_guillemet(&mut self, at: usize) {
        self.depth = self.depth.saturating_sub(1);
        let is_spaced = self.set.chars().next_back().is_some_and(char::is_whitespace);
        if !is_spaced || at == 0 {
            self.set.push(NO_BREAK_SPACE);
        }
        self.set.push('»');
    }

    /// Inside guillemets, a second pair is curly and has no space.
    fn straight(&mut self, quote: Option<Quote>) {
        match (quote, self.depth) {
            (Some(Quote::Opens), 0) => self.set.extend(['«', NO_BREAK_SPACE]),
            (Some(Quote::Closes), 0) => self.set.extend([NO_BREAK_SPACE, '»']),
            (Some(Quote::Opens), _) => self.set.push('“'),
            (Some(Quote::Closes), _) => self.set.push('”'),
            (None, _) => self.set.push('"'),
        }
    }
}

/// What becomes of the space at a place.
fn space(text: &[char], at: usize, spacing: Spacing) -> Space {
    let before = at.checked_sub(1).map(|before| text[before]);
    let after = text.get(at + 1).copied();
    // A part of a paragraph that starts with a space comes after something.
    let follows_words = before.is_none_or(|before| !before.is_whitespace());
    if !follows_words {
        return Space::Breaks;
    }
    let follows_digit = before.is_some_and(|before| before.is_ascii_digit());
    match after {
        // Inside « » a space is kept whatever follows.
        Some(_) | None if before == Some('«') => Space::NoBreak,
        Some(':') if ends_there(text, at + 2) => Space::NoBreak,
        Some('»') => Space::NoBreak,
        Some('%') => Space::NoBreak,
        Some('$') if follows_digit => Space::NoBreak,
        Some(';' | '!' | '?') if ends_there(text, at + 2) => match spacing {
            Spacing::Closed => Space::Leaves,
            Spacing::Thin => Space::Thin,
        },
        Some('h') if is_hour(text, at) => Space::NoBreak,
        Some(digit) if digit.is_ascii_digit() && (is_thousands(text, at) || is_minutes(text, at)) => {
            Space::NoBreak
        }
        Some(_) | None => Space::Breaks,
    }
}

/// Whether a sign that stands just before a place ends something: `:)` and `?page=2` do not.
fn ends_there(text: &[char], at: usize) -> bool {
    let closes =
        |c: &char| c.is_whitespace() || matches!(c, ')' | ']' | '»' | '”' | '"' | ';' | '!' | '?' | '…');
    text.get(at).is_none_or(closes)
}

/// Whether the space at a place stands inside a number in groups of three digits: « 12 345 ».
/// A year, a telephone number and a number of four digits without a space are left alone.
fn is_thousands(text: &[char], at: usize) -> bool {
    let is_space = |c: char| c == ' ' || c == NO_BREAK_SPACE;
    let mut start = at;
    while start > 0 && (text[start - 1].is_ascii_digit() || is_grouping(text, start - 1, is_space)) {
        start -= 1;
    }
    let mut end = at;
    while end < text.len() && (text[end].is_ascii_digit() || is_grouping(text, end, is_space)) {
        end += 1;
    }
    let stands_alone =
        start.checked_sub(1).is_none_or(|before| !matches!(text[before], ',' | '.' | '-' | '/'))
            && text.get(end).is_none_or(|after| !matches!(after, '-' | '/'));
    let mut groups = text[start..end].split(|c| is_space(*c));
    let first = groups.next().map_or(0, <[char]>::len);
    stands_alone && (1..=3).contains(&first) && groups.all(|group| group.len() == 3)
}

/// Whether a space has a digit on each side.
fn is_grouping(text: &[char], at: usize, is_space: impl Fn(char) -> bool) -> bool {
    is_space(text[at])
        && at.checked_sub(1).is_some_and(|before| text[before].is_ascii_digit())
        && text.get(at + 1).is_some_and(char::is_ascii_digit)
}

/// Whether the space at a place stands between a number of hours and its « h ».
fn is_hour(text: &[char], at: usize) -> bool {
    let digits = text[..at].iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let follows_hour = text.get(at + 2).is_none_or(|after| !after.is_alphanumeric());
    (1..=2).contains(&digits) && follows_hour
}

/// Whether the space at a place stands between « h » and a number of minutes.
fn is_minutes(text: &[char], at: usize) -> bool {
    let digits = text[at + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
    let before = at.checked_sub(2).map(|before| (text[before], text[before + 1]));
    (1..=2).contains(&digits)
        && before.is_some_and(|(space, h)| h == 'h' && (space == ' ' || space == NO_BREAK_SPACE))
        && at.checked_sub(3).is_some_and(|digit| text[digit].is_ascii_digit())
}

/// « etc... » should be « etc. »: which of the two was meant is the author's to say.
fn follows_etc(text: &[char]) -> bool {
    let word: String = text[text.len().saturating_sub(3)..].iter().flat_map(|c| c.to_lowercase()).collect();
    word == "etc"
}

/// The forms that French writes otherwise: « 2ème », « 13h30 », « etc... ».
pub fn doubts(text: &str) -> Vec<Doubt> {
    if !text.contains("etc") && !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut from = 0;
    for word in text.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | '’' | '\''))
    {
        let shown =
            word.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | '’' | '\''));
        if let Some((length, better)) = better(shown) {
            found.push(Doubt { range: from..from + length, better });
        }
        from += word.len();
    }
    found
}

/// How a word is better written, and how many of its bytes that concerns.
fn better(word: &str) -> Option<(usize, String)> {
    if !word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'e' | 'E')) {
        return None;
    }
    let lower = word.to_lowercase();
    if lower.starts_with("etc..") || lower.starts_with("etc…") {
        return Some((word.len(), "etc.".to_owned()));
    }
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 {
        return None;
    }
    let (number, rest) = word.split_at(digits);
    let letters = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
    let (ending, after) = rest.split_at(letters);
    ordinal(number, ending)
        .or_else(|| hour(number, ending, after))
        .map(|(extra, better)| (digits + letters + extra, better))
}

fn ordinal(number: &str, ending: &str) -> Option<(usize, String)> {
    let (stem, plural) = match ending.strip_suffix('s') {
        Some(stem) => (stem, "s"),
        None => (ending, ""),
    };
    let short = match stem {
        "ier" if number == "1" => "er",
        "ière" | "ère" | "iere" | "ere" if number == "1" => "re",
        "ième" | "ieme" | "ème" | "eme" => "e",
        _ => return None,
    };
    Some((0, format!("{number}{short}{plural}")))
}

/// « 13h30 » and « 9h ».
fn hour(number: &str, ending: &str, after: &str) -> Option<(usize, String)> {
    if ending != "h" || number.len() > 2 {
        return None;
    }
    let minutes = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match minutes {
        0 => Some((0, format!("{number}{NO_BREAK_SPACE}h"))),
        1 | 2 => {
            let minutes_words = &after[..minutes];
            Some((minutes, format!("{number}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{minutes_words}")))
        }
        _ => None,
    }
}
