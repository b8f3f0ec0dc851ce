//! Marks acronyms in a page: each at its first use, with what it means.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::html::{self, Side, Tag, Token};
use crate::markdown;

/// Elements in which a word stands for itself, or is a name or a title: no acronym is marked there.
const QUIET: [&str; 22] = [
    "a", "abbr", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "math", "nav", "option", "pre",
    "samp", "script", "style", "svg", "textarea", "title", "var",
];

/// The acronyms to mark, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marker {
    acronyms: Vec<Acronym>,
    /// For each byte, the acronyms that start with it, the longest first.
    by_first: Vec<Vec<usize>>,
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
    /// Anchors of the parts of the page that are left as they are.
    left_alone: &'a BTreeSet<String>,
    seen: Vec<bool>,
    /// The element in which nothing is marked, and how many of its name are open.
    quiet: Option<(&'a str, usize)>,
    /// The level of the heading whose section is left alone.
    section: Option<u8>,
    marked: String,
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
        acronyms.sort_by(|a, b| b.written.len().cmp(&a.written.len()).then(a.written.cmp(&b.written)));
        let mut by_first = vec![Vec::new(); 256];
        for (at, acronym) in acronyms.iter().enumerate() {
            by_first[usize::from(acronym.written.as_bytes()[0])].push(at);
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
        let start = html.find("<main").unwrap_or(0);
        let end = html[start..].find("</main>").map_or(html.len(), |at| start + at);
        let mut marking = Marking {
            marker: self,
            left_alone,
            seen: vec![false; self.acronyms.len()],
            quiet: None,
            section: None,
            marked: String::with_capacity(html.len() + 512),
        };
        marking.marked.push_str(&html[..start]);
        for token in html::tokens(&html[start..end]) {
            marking.token(token);
        }
        marking.marked.push_str(&html[end..]);
        Cow::Owned(marking.marked)
    }

    /// The longest acronym written at a byte of a text, and where it ends.
    fn at(&self, text: &str, at: usize) -> Option<(usize, usize)> {
        let candidates = &self.by_first[usize::from(text.as_bytes()[at])];
        if candidates.is_empty() || !starts_word(text, at) {
            return None;
        }
        candidates.iter().find_map(|candidate| {
            let rest = text[at..].strip_prefix(self.acronyms[*candidate].written.as_str())?;
            let end = text.len() - rest.len();
            if ends_word(rest) {
                return Some((*candidate, end));
            }
            // « les CRÉs », “NGOs”
            let is_plural = rest.strip_prefix('s').is_some_and(ends_word);
            is_plural.then_some((*candidate, end + 1))
        })
    }
}

impl<'a> Marking<'a> {
    fn token(&mut self, token: Token<'a>) {
        match token {
            Token::Tag(tag) => {
                self.tag(tag);
                self.marked.push_str(tag.text);
            }
            Token::Hidden(text) => self.marked.push_str(text),
            Token::Text(text) => self.text(text),
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
        let is_left_alone = tag.id().is_some_and(|id| self.left_alone.contains(id));
        match tag.level() {
            Some(level) if is_left_alone => self.section = Some(level),
            Some(level) if self.section.is_some_and(|open| level <= open) => self.section = None,
            Some(_) | None => {}
        }
        if QUIET.contains(&tag.name) || is_left_alone {
            self.quiet = Some((tag.name, 1));
        }
    }

    fn text(&mut self, text: &'a str) {
        let is_abbr = self.quiet.is_some_and(|(name, _)| name == "abbr");
        if !is_abbr && (self.quiet.is_some() || self.section.is_some()) {
            self.marked.push_str(text);
            return;
        }
        let (mut from, mut at) = (0, 0);
        while at < text.len() {
            let Some((acronym, end)) = self.marker.at(text, at) else {
                at += 1;
                continue;
            };
            if !self.seen[acronym] && !is_abbr {
                self.marked.push_str(&text[from..at]);
                self.marked.push_str(&self.marker.acronyms[acronym].opening);
                self.marked.push_str(&text[at..end]);
                self.marked.push_str("</abbr>");
                from = end;
            }
            self.seen[acronym] = true;
            at = end;
        }
        self.marked.push_str(&text[from..]);
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
