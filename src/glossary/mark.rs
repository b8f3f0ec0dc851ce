//! Marks acronyms in a page: each at its first use, with what it means.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use memchr::memmem;

use crate::html::{self, Side, Tag, Token};
use crate::markdown;
use crate::source::first_listed;

/// Whether a word stands for itself in an element, or is a name or a title: no acronym is marked there.
fn is_quiet(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "button"
            | "code"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "kbd"
            | "math"
            | "nav"
            | "option"
            | "pre"
            | "samp"
            | "script"
            | "style"
            | "svg"
            | "textarea"
            | "title"
            | "var"
    )
}

/// The acronyms to mark, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marker {
    /// In the order of their bytes.
    acronyms: Vec<Acronym>,
    /// For each byte, the acronyms that start with it.
    by_first: Vec<Range<usize>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Acronym {
    /// As HTML writes it: `R&amp;D`.
    written: String,
    /// `<abbr title="…">`
    opening: String,
}

/// What has been met of a page.
struct Marking<'a> {
    marker: &'a Marker,
    /// The bytes that some acronym starts with: capitals, of which there are few in a text.
    is_first: [bool; 256],
    /// Anchors of the parts of the page that are left as they are.
    left_alone: &'a BTreeSet<String>,
    seen: Vec<bool>,
    /// The element in which nothing is marked, and how many of its name are open.
    quiet: Option<(&'a str, usize)>,
    /// The level of the heading whose section is left alone.
    section: Option<u8>,
    html: &'a str,
    /// The page up to `copied`, marked: most of it is copied as it is, up to the next acronym.
    marked: String,
    copied: usize,
}

impl Marker {
    /// From acronyms and their meanings, in plain text.
    pub fn new<'m>(meanings: impl IntoIterator<Item = (&'m str, &'m str)>) -> Marker {
        let mut acronyms: Vec<Acronym> = meanings
            .into_iter()
            .filter(|(name, _)| !name.is_empty())
            .map(|(name, meaning)| Acronym {
                written: markdown::escape(name),
                opening: format!("<abbr title=\"{}\">", markdown::escape(meaning)),
            })
            .collect();
        acronyms.sort_by(|a, b| a.written.cmp(&b.written));
        let mut by_first = vec![0..0; 256];
        for (at, acronym) in acronyms.iter().enumerate() {
            let of_first: &mut Range<usize> = &mut by_first[usize::from(acronym.written.as_bytes()[0])];
            *of_first = if of_first.end == 0 { at..at + 1 } else { of_first.start..at + 1 };
        }
        Marker { acronyms, by_first }
    }

    /// The page with its acronyms marked at their first use in its text.
    ///
    /// Only the main part of a whole page is looked at. Links, titles and code are left as they
    /// are, and so are the sections whose anchors are given: those that explain acronyms. Marking
    /// twice changes nothing: an acronym that is already explained is one that was used.
    pub fn mark<'h>(&self, html: &'h str, left_alone: &BTreeSet<String>) -> Cow<'h, str> {
        if self.acronyms.is_empty() {
            return Cow::Borrowed(html);
        }
        let bytes = html.as_bytes();
        let start = memmem::find(bytes, b"<main").unwrap_or(0);
        let end = memmem::find(&bytes[start..], b"</main>").map_or(html.len(), |at| start + at);
        let mut marking = Marking {
            marker: self,
            is_first: std::array::from_fn(|byte| !self.by_first[byte].is_empty()),
            left_alone,
            seen: vec![false; self.acronyms.len()],
            quiet: None,
            section: None,
            html,
            marked: String::new(),
            copied: 0,
        };
        let mut at = start;
        for token in html::tokens(&html[start..end]) {
            at += marking.token(at, token);
        }
        if marking.copied == 0 {
            return Cow::Borrowed(html);
        }
        marking.marked.push_str(&html[marking.copied..]);
        Cow::Owned(marking.marked)
    }

    /// The longest acronym written at a byte of a text, and where it ends.
    fn at(&self, text: &str, at: usize) -> Option<(usize, usize)> {
        let Range { start, end } = self.by_first[usize::from(text.as_bytes()[at])].clone();
        if !starts_word(text, at) {
            return None;
        }
        // What an acronym must be the start of; those that are stand before it in order, the longest last.
        let mut left = &text.as_bytes()[at..];
        while !left.is_empty() {
            let n_before = self.acronyms[start..end].partition_point(|it| it.written.as_bytes() <= left);
            let candidate = start + n_before.checked_sub(1)?;
            let written = self.acronyms[candidate].written.as_bytes();
            let n_common = written.iter().zip(left).take_while(|(a, b)| a == b).count();
            if n_common < written.len() {
                left = &left[..n_common];
                continue;
            }
            let end = at + n_common;
            let rest = &text[end..];
            if ends_word(rest) {
                return Some((candidate, end));
            }
            // « les CRÉs », “NGOs”
            if rest.strip_prefix('s').is_some_and(ends_word) {
                return Some((candidate, end + 1));
            }
            left = &left[..n_common - 1];
        }
        None
    }
}

impl<'a> Marking<'a> {
    /// Reads a piece that starts at a byte of the page, and says how long it is.
    fn token(&mut self, at: usize, token: Token<'a>) -> usize {
        match token {
            Token::Tag(tag) => {
                self.tag(tag);
                tag.text.len()
            }
            Token::Hidden(text) => text.len(),
            Token::Text(text) => {
                self.text(at, text);
                text.len()
            }
        }
    }

    fn tag(&mut self, tag: Tag<'a>) {
        if let Some((name, depth)) = &mut self.quiet {
            if tag.name == *name {
                match tag.side {
                    Side::Opening => *depth += 1,
                    Side::Closing => *depth -= 1,
                }
            }
            if *depth == 0 {
                self.quiet = None;
            }
            return;
        }
        if tag.side == Side::Closing {
            return;
        }
        let is_left_alone =
            !self.left_alone.is_empty() && tag.id().is_some_and(|id| self.left_alone.contains(id));
        match tag.level() {
            Some(level) if is_left_alone => self.section = Some(level),
            Some(level) if self.section.is_some_and(|open| level <= open) => self.section = None,
            Some(_) | None => {}
        }
        if is_quiet(tag.name) || is_left_alone {
            self.quiet = Some((tag.name, 1));
        }
    }

    /// Marks the acronyms of a text that starts at a byte of the page.
    fn text(&mut self, start: usize, text: &str) {
        let is_abbr = self.quiet.is_some_and(|(name, _)| name == "abbr");
        if !is_abbr && (self.quiet.is_some() || self.section.is_some()) {
            return;
        }
        let mut from = 0;
        while let Some(next) = first_listed(&text.as_bytes()[from..], &self.is_first) {
            let at = from + next;
            let Some((acronym, end)) = self.marker.at(text, at) else {
                from = at + 1;
                continue;
            };
            if !self.seen[acronym] && !is_abbr {
                self.marked.push_str(&self.html[self.copied..start + at]);
                self.marked.push_str(&self.marker.acronyms[acronym].opening);
                self.marked.push_str(&text[at..end]);
                self.marked.push_str("</abbr>");
                self.copied = start + end;
            }
            self.seen[acronym] = true;
            from = end;
        }
    }
}

/// Whether a word may start here: not within another word, nor within an address.
pub fn starts_word(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    match before.next() {
        None => true,
        Some('.') => !before.next().is_some_and(char::is_alphanumeric),
        Some('/') => before.next() != Some('/'),
        Some(c) => !is_inside_word(c),
    }
}

/// Whether a word may end before this text.
pub fn ends_word(rest: &str) -> bool {
    let mut after = rest.chars();
    match after.next() {
        None => true,
        Some('.') => !after.next().is_some_and(char::is_alphanumeric),
        Some(c) => !is_inside_word(c),
    }
}

/// Letters and digits, accents written apart from their letter, and what addresses join words with.
fn is_inside_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '@' | '\u{300}'..='\u{36f}')
}
