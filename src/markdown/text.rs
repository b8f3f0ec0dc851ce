//! Text between two marks: superscripts, bare addresses, calls of footnotes nobody wrote.

use std::ops::Range;

use super::autolink;
use crate::source::Span;

/// Neighbouring texts of the parser, joined, with their places in the file.
#[derive(Default)]
pub(super) struct Run {
    pub text: String,
    segments: Vec<Segment>,
}

/// A part of a run that stands in one place of the file.
struct Segment {
    at: usize,
    /// An entity stands in more bytes than the text it gives.
    place: Range<usize>,
    is_same: bool,
}

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text(Range<usize>),
    Superscript(Range<usize>),
    Link { range: Range<usize>, address: String },
}

impl Run {
    pub fn push(&mut self, text: &str, place: Range<usize>) {
        let is_same = text.len() == place.len();
        self.segments.push(Segment { at: self.text.len(), place, is_same });
        self.text.push_str(text);
    }

    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    pub fn clear(&mut self) {
        self.text.clear();
        self.segments.clear();
    }

    /// The place in the file of a part of the run.
    pub fn place(&self, range: &Range<usize>) -> Span {
        let start = self.segment(range.start);
        let end = self.segment(range.end.saturating_sub(1).max(range.start));
        let from =
            if start.is_same { start.place.start + (range.start - start.at) } else { start.place.start };
        let to = if end.is_same { end.place.start + (range.end - end.at) } else { end.place.end };
        Span::new(from, to.min(end.place.end))
    }

    /// The place of the whole run.
    pub fn span(&self) -> Span {
        let end = self.segments.last().map_or(0, |segment| segment.place.end);
        Span::new(self.segments.first().map_or(end, |segment| segment.place.start), end)
    }

    fn segment(&self, at: usize) -> &Segment {
        let after = self.segments.partition_point(|segment| segment.at <= at);
        &self.segments[after.saturating_sub(1)]
    }

    /// Whether the author typed this mark as a mark: not as an entity, not behind a backslash.
    fn is_mark(&self, at: usize, source: &str) -> bool {
        let segment = self.segment(at);
        if !segment.is_same {
            return false;
        }
        let place = segment.place.start + (at - segment.at);
        let is_escaped = at == segment.at && source[..place].ends_with('\\');
        !is_escaped && source.as_bytes().get(place) == self.text.as_bytes().get(at)
    }

    /// The run in parts, in order and without gaps. Addresses are looked for outside links only.
    pub fn parts(&self, source: &str, look_for: Look) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut from = 0;
        if look_for == Look::Addresses && autolink::may_hold_one(&self.text) {
            let before = source[..self.span().start].chars().next_back();
            for bare in autolink::find(&self.text, before) {
                self.superscripts(from..bare.range.start, source, &mut parts);
                from = bare.range.end;
                parts.push(Part::Link { range: bare.range, address: bare.address });
            }
        }
        self.superscripts(from..self.text.len(), source, &mut parts);
        parts
    }

    fn superscripts(&self, range: Range<usize>, source: &str, parts: &mut Vec<Part>) {
        let mut from = range.start;
        let mut at = range.start;
        while let Some(open) = self.text[at..range.end].find('^').map(|found| at + found) {
            let inside = open + 1;
            let close = self.text[inside..range.end]
                .find(|c: char| c.is_whitespace() || matches!(c, '^' | '[' | ']'))
                .map(|length| inside + length)
                .filter(|close| *close > inside && self.text[*close..].starts_with('^'))
                .filter(|close| self.is_mark(open, source) && self.is_mark(*close, source));
            at = match close {
                Some(close) => {
                    if open > from {
                        parts.push(Part::Text(from..open));
                    }
                    parts.push(Part::Superscript(inside..close));
                    from = close + 1;
                    from
                }
                None => inside,
            };
        }
        if from < range.end {
            parts.push(Part::Text(from..range.end));
        }
    }

    /// `[^labels]` that stayed text because no such footnote is written.
    pub fn unknown_footnotes(&self, source: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        // Nearly every text stops here, for less than it takes to prepare to look for two characters.
        if !self.text.contains('[') {
            return found;
        }
        let mut at = 0;
        while let Some(open) = self.text[at..].find("[^").map(|found| at + found) {
            let inside = open + 2;
            let end = self.text[inside..].find(|c: char| c.is_whitespace() || matches!(c, '^' | '[' | ']'));
            at = inside;
            if let Some(end) = end.map(|length| inside + length)
                && end > inside
                && self.text[end..].starts_with(']')
                && self.is_mark(open, source)
            {
                found.push(inside..end);
                at = end;
            }
        }
        found
    }
}

/// What a text may hold besides superscripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Addresses,
    NoAddresses,
}
