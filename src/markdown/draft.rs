//! HTML while it is written: text, holes, and where HTML of the author was let in.

use super::{Filling, Hole, Html};
use crate::source::{Span, listed};

/// HTML not yet made safe. Text of the author was escaped when it was written.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub text: String,
    pub holes: Vec<Hole>,
    /// Bytes of `text` where HTML of the author starts, in order.
    pub raw: Vec<usize>,
}

/// A position in a draft, to take what is written after it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mark {
    pub text: usize,
    pub holes: usize,
    raw: usize,
}

impl Draft {
    pub fn of(html: Html) -> Draft {
        let Html { text, holes } = html;
        Draft { text, holes, raw: Vec::new() }
    }

    /// With room for so many bytes of text.
    pub fn with_room(n_bytes: usize) -> Draft {
        Draft { text: String::with_capacity(n_bytes), ..Draft::default() }
    }

    /// Writes markup of ours.
    pub fn markup(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Opens an element without attributes.
    pub fn open(&mut self, element: &str) {
        self.text.extend(["<", element, ">"]);
    }

    pub fn close(&mut self, element: &str) {
        self.text.extend(["</", element, ">"]);
    }

    /// Writes text of the author.
    pub fn escaped(&mut self, text: &str) {
        escape_into(&mut self.text, text);
    }

    /// Starts a new line before a block, unless one was just started.
    pub fn fresh_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    pub fn hole(&mut self, what: Filling, span: Span) {
        self.holes.push(Hole { at: self.text.len(), what, span: Some(span) });
    }

    /// Notes that HTML of the author follows.
    pub fn raw_follows(&mut self) {
        self.raw.push(self.text.len());
    }

    pub fn mark(&self) -> Mark {
        Mark { text: self.text.len(), holes: self.holes.len(), raw: self.raw.len() }
    }

    /// Takes away all that was written. Its room stays, for what is written next.
    pub fn take(&mut self) -> Draft {
        self.split_off(Mark::default())
    }

    pub fn clear(&mut self) {
        self.text.clear();
        self.holes.clear();
        self.raw.clear();
    }

    /// Takes away what was written since the mark.
    pub fn split_off(&mut self, mark: Mark) -> Draft {
        let mut draft = Draft { text: self.text[mark.text..].to_owned(), ..Draft::default() };
        self.text.truncate(mark.text);
        if self.holds_more_than_text(mark) {
            draft.holes = self.holes.split_off(mark.holes);
            draft.raw = self.raw.split_off(mark.raw);
            draft.rebase(mark.text);
        }
        draft
    }

    /// Copies what was written since the mark.
    pub fn copy_since(&self, mark: Mark) -> Draft {
        let mut draft = Draft { text: self.text[mark.text..].to_owned(), ..Draft::default() };
        if self.holds_more_than_text(mark) {
            draft.holes = self.holes[mark.holes..].to_vec();
            draft.raw = self.raw[mark.raw..].to_vec();
            draft.rebase(mark.text);
        }
        draft
    }

    /// Whether holes, or HTML of the author, were written since the mark: nearly all that is written
    /// is text alone.
    fn holds_more_than_text(&self, mark: Mark) -> bool {
        self.holes.len() > mark.holes || self.raw.len() > mark.raw
    }

    fn rebase(&mut self, start: usize) {
        for hole in &mut self.holes {
            hole.at -= start;
        }
        for at in &mut self.raw {
            *at -= start;
        }
    }

    pub fn append(&mut self, other: Draft) {
        let offset = self.text.len();
        self.text.push_str(&other.text);
        self.holes.extend(other.holes.into_iter().map(|hole| Hole { at: hole.at + offset, ..hole }));
        self.raw.extend(other.raw.into_iter().map(|at| at + offset));
    }

    /// The same, of finished HTML that goes on to stand where it is.
    pub fn append_html(&mut self, html: &Html) {
        let offset = self.text.len();
        self.text.push_str(&html.text);
        if html.holes.is_empty() {
            return;
        }
        self.holes.extend(html.holes.iter().map(|hole| Hole { at: hole.at + offset, ..hole.clone() }));
    }

    /// Inserts markup of ours at a byte after which no hole stands.
    pub fn insert(&mut self, at: usize, markup: &str) {
        self.text.insert_str(at, markup);
    }

    /// Removes white space at both ends.
    pub fn trim(&mut self) {
        let last_hole = self.holes.last().map_or(0, |hole| hole.at);
        let end = self.text.trim_ascii_end().len().max(last_hole);
        self.text.truncate(end);
        let first_hole = self.holes.first().map_or(self.text.len(), |hole| hole.at);
        let blank = (self.text.len() - self.text.trim_ascii_start().len()).min(first_hole);
        if blank > 0 {
            self.text.drain(..blank);
            for hole in &mut self.holes {
                hole.at -= blank;
            }
            for at in &mut self.raw {
                *at = at.saturating_sub(blank);
            }
        }
    }
}

/// The two characters that hold the place of a hole while HTML is cleaned. Unicode reserves them
/// for the inside of programs, so they are dropped from every text.
pub(super) const HOLE_START: char = '\u{fdd0}';
pub(super) const HOLE_END: char = '\u{fdd1}';

/// The bytes at which a text may need an escape: most texts have none.
pub(super) const ESCAPED: &[u8] = b"&<>\"\0\xef";

const IS_ESCAPED: [bool; 256] = listed(ESCAPED);

/// Appends text with `&`, `<`, `>` and `"` escaped. Single quotes need none: attributes are
/// always written between double quotes.
pub(super) fn escape_into(escaped: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let (mut from, mut looked_at) = (0, 0);
    while let Some(next) = bytes[looked_at..].iter().position(|byte| IS_ESCAPED[usize::from(*byte)]) {
        let at = looked_at + next;
        looked_at = at + 1;
        let replacement = match bytes[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            0 => "\u{fffd}",
            0xef if bytes[at..].starts_with(b"\xef\xb7\x90") || bytes[at..].starts_with(b"\xef\xb7\x91") => {
                escaped.push_str(&text[from..at]);
                from = at + HOLE_START.len_utf8();
                continue;
            }
            _ => continue,
        };
        escaped.push_str(&text[from..at]);
        escaped.push_str(replacement);
        from = at + 1;
    }
    escaped.push_str(&text[from..]);
}
