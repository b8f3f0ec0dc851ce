//! A line while it is read: the words of a heading, a cell, an item.

use super::draft::{Draft, Mark};
use super::ids::trimmed;
use super::{Line, clean};
use crate::source::Span;

/// A line being read. Its HTML is what the draft holds since `mark`.
pub(super) struct OpenLine {
    pub mark: Mark,
    plain: String,
    bold: Bold,
    /// Whether anything is in the line that a reader sees.
    pub is_filled: bool,
    span: Option<Span>,
    /// Where the line would start, when it stays empty.
    at: usize,
}

/// What was seen of a line's words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bold {
    NoWord,
    Every,
    NotAll,
}

impl OpenLine {
    pub fn new(mark: Mark, at: usize) -> OpenLine {
        OpenLine { mark, plain: String::new(), bold: Bold::NoWord, is_filled: false, span: None, at }
    }

    /// Adds words as a reader sees them.
    pub fn words(&mut self, words: &str, weight: Weight) {
        self.plain.push_str(words);
        if !self.is_filled && !words.trim().is_empty() {
            self.is_filled = true;
        }
        if self.bold != Bold::NotAll && words.contains(char::is_alphanumeric) {
            self.bold = match weight {
                Weight::Bold => Bold::Every,
                Weight::Normal => Bold::NotAll,
            };
        }
    }

    /// Widens the place of the line.
    pub fn covers(&mut self, span: Span) {
        self.span = Some(match self.span {
            Some(so_far) => Span::new(so_far.start.min(span.start), so_far.end.max(span.end)),
            None => span,
        });
    }

    /// The line, from the HTML written for it.
    pub fn close(self, mut html: Draft, source: &str) -> Line {
        html.trim();
        let span = self.span.unwrap_or(Span::new(self.at, self.at));
        let html = if self.is_filled || html.text.contains("<img") { html } else { Draft::default() };
        Line {
            html: clean::finish(html),
            plain: self.plain.trim().to_owned(),
            bold: self.bold == Bold::Every,
            span: trimmed(source, span),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Normal,
    Bold,
}
