//! French: no-break spaces, guillemets, and the forms left to their author.

use std::borrow::Cow;

use super::quotes::{self, Quote};
use super::{Doubt, Spacing};
use crate::lang::NO_BREAK_SPACE;
use crate::source::{first_listed, listed};

/// Sets a text as French asks. Most texts have nothing to set: they are not copied.
pub fn set(text: &str, spacing: Spacing) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut setting = Setting { text, spacing, set: String::new(), copied: 0, depth: 0, quotes: None };
    let mut from = 0;
    while let Some(next) = first_listed(&bytes[from..], &IS_SIGN) {
        let at = from + next;
        from = at + 1;
        match bytes[at] {
            b'"' => setting.straight(at),
            b'\'' if quotes::is_apostrophe(text, at) => setting.write(at, 1, "’"),
            b'.' if quotes::is_ellipsis(text, at) && !follows_etc(&text[..at]) => setting.write(at, 3, "…"),
            b'\'' | b'.' => {}
            0xc2 if text[at..].starts_with('«') => setting.open_guillemet(at),
            0xc2 if text[at..].starts_with('»') => setting.close_guillemet(at),
            0xc2 => {}
            _ => setting.beside(at),
        }
    }
    if setting.copied == 0 && setting.set.is_empty() {
        return Cow::Borrowed(text);
    }
    setting.set.push_str(&text[setting.copied..]);
    Cow::Owned(setting.set)
}

/// The bytes at which a text may be set otherwise. Spaces are everywhere and these are not: a space is
/// looked at from the sign beside it.
const IS_SIGN: [bool; 256] = listed(b":;!?%$\"'.0123456789\xc2");

/// The text being set, and how many guillemets are open.
struct Setting<'t> {
    text: &'t str,
    spacing: Spacing,
    /// The text up to `copied`, set: what stays as it is is copied when a sign comes that does not.
    set: String,
    copied: usize,
    depth: usize,
    /// The straight quotation marks, once one came: nearly no text has any.
    quotes: Option<Vec<(usize, Quote)>>,
}

/// What becomes of a space.
enum Space {
    Breaks,
    NoBreak,
    Thin,
    Leaves,
}

impl Setting<'_> {
    /// Writes a sign in the place of some bytes.
    fn write(&mut self, at: usize, length: usize, sign: &str) {
        if self.set.capacity() == 0 {
            self.set.reserve(self.text.len() + 16);
        }
        self.set.push_str(&self.text[self.copied..at]);
        self.set.push_str(sign);
        self.copied = at + length;
    }

    /// The spaces beside a sign: the one before it, and the one before the « h » of its hour.
    fn beside(&mut self, at: usize) {
        self.space_before(at);
        let bytes = self.text.as_bytes();
        if bytes[at].is_ascii_digit() && bytes[at + 1..].starts_with(b" h") {
            self.space(at + 1);
        }
    }

    fn space_before(&mut self, at: usize) {
        // That of an opening guillemet is written already.
        if at > self.copied && self.text.as_bytes()[at - 1] == b' ' {
            self.space(at - 1);
        }
    }

    fn space(&mut self, at: usize) {
        match space(self.text, at, self.spacing) {
            Space::Breaks => {}
            Space::NoBreak => self.write(at, 1, "\u{a0}"),
            Space::Thin => self.write(at, 1, "\u{202f}"),
            Space::Leaves => self.write(at, 1, ""),
        }
    }

    fn open_guillemet(&mut self, at: usize) {
        self.depth += 1;
        let after = at + '«'.len_utf8();
        match self.text[after..].chars().next() {
            Some(' ') => self.write(after, 1, "\u{a0}"),
            Some(next) if next.is_whitespace() => {}
            Some(_) | None => self.write(after, 0, "\u{a0}"),
        }
    }

    fn close_guillemet(&mut self, at: usize) {
        self.depth = self.depth.saturating_sub(1);
        self.space_before(at);
        self.write(at, 0, "");
        let is_spaced = self.set.chars().next_back().is_some_and(char::is_whitespace);
        if !is_spaced {
            self.set.push(NO_BREAK_SPACE);
        }
    }

    /// Inside guillemets, a second pair is curly and has no space.
    fn straight(&mut self, at: usize) {
        let quotes = self.quotes.get_or_insert_with(|| quotes::pairs(self.text).unwrap_or_default());
        let quote = quotes.binary_search_by_key(&at, |(place, _)| *place).ok().map(|n| quotes[n].1);
        match (quote, self.depth) {
            (Some(Quote::Opens), 0) => self.write(at, 1, "«\u{a0}"),
            (Some(Quote::Closes), 0) => self.write(at, 1, "\u{a0}»"),
            (Some(Quote::Opens), _) => self.write(at, 1, "“"),
            (Some(Quote::Closes), _) => self.write(at, 1, "”"),
            (None, _) => {}
        }
    }
}

/// What becomes of the space at a byte.
fn space(text: &str, at: usize, spacing: Spacing) -> Space {
    let (before, after) = text.split_at(at);
    let after = &after[1..];
    // A part of a paragraph that starts with a space comes after something.
    if before.ends_with(char::is_whitespace) {
        return Space::Breaks;
    }
    let mut following = after.chars();
    match following.next() {
        Some(':') if ends_there(following.next()) => Space::NoBreak,
        Some('»') => Space::NoBreak,
        Some('%') => Space::NoBreak,
        Some('$') if ends_with_digit(before) => Space::NoBreak,
        Some(';' | '!' | '?') if ends_there(following.next()) => match spacing {
            Spacing::Closed => Space::Leaves,
            Spacing::Thin => Space::Thin,
        },
        Some('h') if is_hour(before, following.next()) => Space::NoBreak,
        Some(digit) if digit.is_ascii_digit() && (is_thousands(text, at) || is_minutes(before, after)) => {
            Space::NoBreak
        }
        Some(_) | None => Space::Breaks,
    }
}

fn ends_with_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a sign ends something, by what follows it: `:)` and `?page=2` do not.
fn ends_there(following: Option<char>) -> bool {
    let closes =
        |c: char| c.is_whitespace() || matches!(c, ')' | ']' | '»' | '”' | '"' | ';' | '!' | '?' | '…');
    following.is_none_or(closes)
}

/// The spaces of a number in groups.
const SPACES: [char; 2] = [' ', NO_BREAK_SPACE];

/// Whether the space at a byte stands inside a number in groups of three digits: « 12 345 ».
/// A year, a telephone number and a number of four digits without a space are left alone.
fn is_thousands(text: &str, at: usize) -> bool {
    let (mut start, mut end) = (at, at);
    while let Some(c) = text[..start].chars().next_back()
        && (c.is_ascii_digit() || is_grouping(text, start - c.len_utf8(), c))
    {
        start -= c.len_utf8();
    }
    while let Some(c) = text[end..].chars().next()
        && (c.is_ascii_digit() || is_grouping(text, end, c))
    {
        end += c.len_utf8();
    }
    let stands_alone = !text[..start].ends_with([',', '.', '-', '/']) && !text[end..].starts_with(['-', '/']);
    let mut groups = text[start..end].split(SPACES);
    let first = groups.next().map_or(0, str::len);
    stands_alone && (1..=3).contains(&first) && groups.all(|group| group.len() == 3)
}

/// Whether a character at a byte is a space with a digit on each side.
fn is_grouping(text: &str, at: usize, c: char) -> bool {
    let after = &text[at + c.len_utf8()..];
    SPACES.contains(&c) && ends_with_digit(&text[..at]) && after.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a space stands between a number of hours and its « h », by what comes before it and after
/// the letter.
fn is_hour(before: &str, following: Option<char>) -> bool {
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && following.is_none_or(|after| !after.is_alphanumeric())
}

/// Whether a space stands between « h » and a number of minutes.
fn is_minutes(before: &str, after: &str) -> bool {
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let hours = before.strip_suffix('h').and_then(|before| before.strip_suffix(SPACES));
    (1..=2).contains(&digits) && hours.is_some_and(ends_with_digit)
}

/// « etc... » should be « etc. »: which of the two was meant is the author's to say.
fn follows_etc(text: &str) -> bool {
    let start = text.char_indices().nth_back(2).map_or(0, |(at, _)| at);
    text[start..].chars().flat_map(char::to_lowercase).eq("etc".chars())
}

/// The forms that French writes otherwise: « 2ème », « 13h30 », « etc... ».
pub fn doubts(text: &str) -> Vec<Doubt> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | '’' | '\'');
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(next) = bytes[from..].iter().position(|byte| MAY_BE_DOUBTED[usize::from(*byte)]) {
        let at = from + next;
        from = at + 1;
        // Nearly every e stops here.
        let is_within_word = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
        if is_within_word || !text[..at].chars().next_back().is_none_or(is_between) {
            continue;
        }
        let word = &text[at..];
        let word = &word[..word.find(is_between).unwrap_or(word.len())];
        // « ETC... » alone is a title in capitals.
        let is_told = || bytes[at].is_ascii_digit() || may_be_doubted(text);
        if let Some((length, better)) = better(word).filter(|_| is_told()) {
            found.push(Doubt { range: at..at + length, better });
        }
    }
    found
}

/// The bytes that may start a form that French writes otherwise.
const MAY_BE_DOUBTED: [bool; 256] = listed(b"eE0123456789");

/// Whether a text holds a figure, or « etc » in small letters.
fn may_be_doubted(text: &str) -> bool {
    text.contains("etc") || text.bytes().any(|byte| byte.is_ascii_digit())
}

/// How a word that starts with a figure or an e is better written, and how many of its bytes that concerns.
fn better(word: &str) -> Option<(usize, String)> {
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 {
        let lower = word.to_lowercase();
        let is_told = lower.starts_with("etc..") || lower.starts_with("etc…");
        return is_told.then(|| (word.len(), "etc.".to_owned()));
    }
    let (number, rest) = word.split_at(digits);
    let letters = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
    if letters == 0 {
        return None;
    }
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
