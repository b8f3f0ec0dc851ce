//! Anchors of headings: the author's, else made from the words; never twice the same.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Parser, Tag};

use super::notes::Notes;
use super::read::options;
use crate::diagnostic::markdown::MarkdownProblem;
use crate::source::{Span, trim};

#[derive(Default)]
pub(super) struct Ids {
    /// Ids written by the author, with the heading that has them.
    written: BTreeMap<String, Span>,
    used: BTreeSet<String>,
    /// The next suffix to try for a repeated id.
    next: BTreeMap<String, usize>,
}

impl Ids {
    /// Collects the ids the author wrote, so that none made from words can take one of them,
    /// wherever it stands.
    pub fn written_in(source: &str, start: usize, notes: &mut Notes) -> Ids {
        let mut ids = Ids::default();
        if memchr::memchr(b'{', &source.as_bytes()[start..]).is_none() {
            return ids;
        }
        // Lines are counted on the way: counting each from the start would take forever.
        let (mut counted, mut line) = (0, 1);
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        for (event, range) in Parser::new_ext(&source[start..], options()).into_offset_iter() {
            let Event::Start(Tag::Heading { id: Some(id), .. }) = event else { continue };
            let span = Span::from(range).shifted(start);
            line += source.as_bytes()[counted.min(span.start)..span.start]
                .iter()
                .filter(|b| **b == b'\n')
                .count();
            counted = counted.max(span.start);
            match lines.get(id.as_ref()) {
                None => {
                    lines.insert(id.to_string(), line);
                    ids.written.insert(id.into_string(), span);
                }
                Some(first_line) => {
                    let first_line = *first_line;
                    let problem = MarkdownProblem::DuplicateId { id: id.into_string(), first_line, line };
                    notes.error(problem, trimmed(source, span));
                }
            }
        }
        ids
    }

    /// The anchor of a heading.
    pub fn of_heading(&mut self, written: Option<&str>, words: &str, span: Span) -> String {
        match written {
            Some(id) if self.written.get(id) == Some(&span) && self.used.insert(id.to_owned()) => {
                id.to_owned()
            }
            Some(id) => self.unique(id),
            None => {
                let slug = slug::slugify(words);
                self.unique(if slug.is_empty() { "section" } else { &slug })
            }
        }
    }

    /// Keeps headings from taking an id written in HTML; false when another element has it.
    pub fn reserve(&mut self, id: &str) -> bool {
        !self.written.contains_key(id) && self.used.insert(id.to_owned())
    }

    fn unique(&mut self, id: &str) -> String {
        if self.reserve(id) {
            return id.to_owned();
        }
        loop {
            let next = self.next.entry(id.to_owned()).or_insert(1);
            let candidate = format!("{id}-{next}");
            *next += 1;
            if self.reserve(&candidate) {
                return candidate;
            }
        }
    }
}

/// A place without the white space at its ends.
pub(super) fn trimmed(source: &str, span: Span) -> Span {
    let text = &source[span.start..span.end];
    // Most places start and end with a letter or a mark, and a byte says so.
    if let [b'!'..=b'~', .., b'!'..=b'~'] = text.as_bytes() {
        return span;
    }
    let inside = trim(text);
    if inside.is_empty() {
        return Span::new(span.start, span.start);
    }
    let start = span.start + (inside.as_ptr().addr() - text.as_ptr().addr());
    Span::new(start, start + inside.len())
}
