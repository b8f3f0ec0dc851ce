//! A place in a file, for people: line, column, and the words around it.

use std::ops::Range;

use crate::source::Span;

/// Where a problem is, and what stands there.
///
/// Lines and columns count from 1, columns in characters; the end is the place just after the
/// last character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
    /// The first line of the place, cut around it when it is very long.
    pub text: String,
    /// The bytes of `text` that are the place.
    pub marked: Range<usize>,
}

/// How many bytes of a long line are shown before the place, and from its start.
const BEFORE: usize = 60;
const AFTER: usize = 80;

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A file as found on disk, in which places are looked up one after the other.
///
/// The last place found is where the next search starts: telling all the problems of a file costs
/// one reading of it, when they come in order.
pub struct Places<'b> {
    bytes: &'b [u8],
    last: Place,
}

/// A byte with its line and column, and the bytes where its line starts and ends.
#[derive(Debug, Clone, Copy)]
struct Place {
    at: usize,
    line: usize,
    column: usize,
    line_start: usize,
    line_end: usize,
}

impl<'b> Places<'b> {
    /// Places are measured in the text, which has no byte order mark.
    pub fn of(bytes: &'b [u8]) -> Places<'b> {
        let bytes = bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes);
        Places { bytes, last: Place::first(bytes) }
    }

    /// What stands at a span; bytes that are not UTF-8 are shown as `�`.
    pub fn excerpt(&mut self, span: Span) -> Excerpt {
        let bytes = self.bytes;
        let start = span.start.min(bytes.len());
        let end = span.end.clamp(start, bytes.len());
        if start < self.last.at {
            self.last = Place::first(bytes);
        }
        self.last = self.last.moved_to(bytes, start);
        let Place { line, column, line_start, line_end, .. } = self.last;
        let Place { line: end_line, column: end_column, .. } = self.last.moved_to(bytes, end);
        let line_end = line_end - usize::from(line_end > start && bytes[line_end - 1] == b'\r');
        let end_here = end.min(line_end).max(start);

        let from =
            if start - line_start > 2 * BEFORE { character_limit(bytes, start - BEFORE) } else { line_start };
        let to = if line_end - start > 2 * AFTER { character_limit(bytes, start + AFTER) } else { line_end };
        let mut text = String::from(if from > line_start { "…" } else { "" });
        text.push_str(&String::from_utf8_lossy(&bytes[from..start]));
        let marked_start = text.len();
        let end_shown = end_here.min(to).max(start);
        text.push_str(&String::from_utf8_lossy(&bytes[start..end_shown]));
        let marked_end = text.len();
        text.push_str(&String::from_utf8_lossy(&bytes[end_shown..to.max(end_shown)]));
        text.push_str(if to < line_end { "…" } else { "" });
        Excerpt { line, column, end_line, end_column, text, marked: marked_start..marked_end }
    }
}

impl Place {
    fn first(bytes: &[u8]) -> Place {
        Place { at: 0, line: 1, column: 1, line_start: 0, line_end: line_end(bytes, 0) }
    }

    /// The place of a byte that is not before this one.
    fn moved_to(self, bytes: &[u8], at: usize) -> Place {
        let passed = &bytes[self.at..at];
        let columns = |passed: &[u8]| String::from_utf8_lossy(passed).chars().count();
        let ends = |i: usize| ends_line(bytes, self.at + i);
        match (0..passed.len()).rev().find(|i| ends(*i)) {
            None => Place { at, column: self.column + columns(passed), ..self },
            Some(newline) => {
                let line_start = self.at + newline + 1;
                let line = self.line + (0..passed.len()).filter(|i| ends(*i)).count();
                let column = 1 + columns(&bytes[line_start..at]);
                Place { at, line, column, line_start, line_end: line_end(bytes, at) }
            }
        }
    }
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    (at..bytes.len()).find(|at| ends_line(bytes, *at)).unwrap_or(bytes.len())
}

/// Whether a byte ends a line, as texts are read: a line feed, or a return without one.
fn ends_line(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    }
}

/// The nearest start of a character at or before a byte.
fn character_limit(bytes: &[u8], at: usize) -> usize {
    (0..4).map(|back| at.saturating_sub(back)).find(|at| bytes[*at] & 0xC0 != 0x80).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::{Excerpt, Places};
    use crate::source::Span;

    fn check(bytes: &[u8], span: Range<usize>, expected: &str) {
        let Excerpt { line, column, end_line, end_column, text, marked } =
            Places::of(bytes).excerpt(span.into());
        let shown = format!("{}[{}]{}", &text[..marked.start], &text[marked.clone()], &text[marked.end..]);
        assert_eq!(format!("{line}:{column}-{end_line}:{end_column} {shown}"), expected);
    }

    #[test]
    fn a_place_is_counted_in_characters() {
        check("titre\nÉté fait\n".as_bytes(), 12..16, "2:5-2:9 Été [fait]");
    }

    #[test]
    fn a_place_over_several_lines_shows_the_first() {
        check(b"un\r\ndeux\r\ntrois\r\n", 4..14, "2:1-3:5 [deux]");
        check(b"un\rdeux\rtrois\r", 3..12, "2:1-3:5 [deux]");
    }

    #[test]
    fn places_are_the_same_whatever_was_asked_before() {
        let bytes = "Été\r\nun deux trois\n\nquatre".as_bytes();
        let mut places = Places::of(bytes);
        for (start, end) in [(0, 5), (7, 9), (10, 14), (10, 22), (24, 30), (0, 2), (10, 14)] {
            let span = Span::new(start, end);
            assert_eq!(places.excerpt(span), Places::of(bytes).excerpt(span), "{span:?}");
        }
    }

    #[test]
    fn a_place_after_the_end_is_the_end() {
        check(b"un", 50..60, "1:3-1:3 un[]");
        check(b"", 0..0, "1:1-1:1 []");
    }

    #[test]
    fn a_byte_order_mark_is_not_counted() {
        check(b"\xEF\xBB\xBFun deux", 3..7, "1:4-1:8 un [deux]");
    }

    #[test]
    fn bytes_that_are_no_text_count_one_character_each() {
        check(b"caf\xE9 noir", 3..4, "1:4-1:5 caf[\u{FFFD}] noir");
    }

    #[test]
    fn a_huge_line_is_cut_around_the_place() {
        let line = "é".repeat(10_000_000);
        let Excerpt { column, text, marked, .. } =
            Places::of(line.as_bytes()).excerpt(Span::new(4_000, 19_000_000));
        assert_eq!(column, 2_001);
        assert_eq!(text.chars().count(), 1 + 30 + 40 + 1);
        assert_eq!(&text[marked], "é".repeat(40));
    }

    proptest::proptest! {
        #[test]
        fn any_place_of_any_file_has_an_excerpt(
            bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400),
            start in 0..500_usize,
            length in 0..500_usize,
        ) {
            let Excerpt { text, marked, line, end_line, .. } = Places::of(&bytes).excerpt(Span::new(start, start + length));
            assert!(text.get(marked).is_some_and(|_| line <= end_line), "{text:?}");
        }
    }
}
