//! A line while it is read: the words of a heading, a cell, an item.

use super::draft::{Draft, Mark};
use super::ids::trimmed;
use super::{Line, clean};
use crate::source::{Span, trim};

/// A line being read. Its HTML is what the draft holds since `mark`.
pub(super) struct OpenLine {
    pub mark: Mark,
    plain: String,
    bold: Bold,
    /// Whether anything is in the line that a reader sees.
    pub is_filled: bool,
    span: Option<Span>,
    /// Where the line stands when it stays empty: at the start of this place, white space left out.
    at: Span,
}

/// What was seen of a line's words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bold {
    NoWord,
    Every,
    NotAll,
}

impl OpenLine {
    pub fn new(mark: Mark, at: Span) -> OpenLine {
        OpenLine { mark, plain: String::new(), bold: Bold::NoWord, is_filled: false, span: None, at }
    }

    /// Adds words as a reader sees them.
    pub fn words(&mut self, words: &str, weight: Weight) {
        match self.plain.is_empty() {
            // Most lines are one text: they take the room of it.
            true => self.plain = words.to_owned(),
            false => self.plain.push_str(words),
        }
        if !self.is_filled {
            self.is_filled = words.contains(|c: char| !c.is_whitespace());
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
        let span =
            self.span.map_or_else(|| trimmed(source, self.at).at_start(), |span| trimmed(source, span));
        let html = if self.is_filled || html.text.contains("<img") { html } else { Draft::default() };
        Line { html: clean::finish(html), plain: shortened(self.plain), bold: self.bold == Bold::Every, span }
    }
}

/// A text without the white space at its ends, in no more room than it takes.
fn shortened(mut text: String) -> String {
    let inside = trim(&text);
    if inside.len() < text.len() {
        return inside.to_owned();
    }
    text.shrink_to_fit();
    text
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Normal,
    Bold,
}
