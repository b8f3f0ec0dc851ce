//! A file as the author wrote it, and places in it.

use std::sync::Arc;

/// A text file of the site.
///
/// `path` is relative to the site's root, written with `/` on every system. `text` is valid
/// UTF-8 without a byte order mark; line ends are kept as found, but for a return alone, which is a line feed.
#[derive(Debug, Clone)]
pub struct Source {
    pub path: String,
    pub text: Arc<str>,
}

impl Source {
    pub fn new(path: impl Into<String>, text: impl Into<Arc<str>>) -> Source {
        Source { path: path.into(), text: text.into() }
    }
}

/// A place in a text: bytes from `start` up to `end`, `start <= end`, on character limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end: end.max(start) }
    }

    /// The place of nothing, where this one starts.
    pub fn at_start(self) -> Span {
        Span { start: self.start, end: self.start }
    }

    /// The place of nothing, where this one ends.
    pub fn at_end(self) -> Span {
        Span { start: self.end, end: self.end }
    }

    /// The same place, when the text it was measured in starts `offset` bytes further.
    pub fn shifted(self, offset: usize) -> Span {
        Span { start: self.start + offset, end: self.end + offset }
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Span {
        Span::new(range.start, range.end)
    }
}

/// Line and column of a byte, both counted from 1; columns count characters, as editors do.
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..floor_char_boundary(text, byte)];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.bytes().filter(|b| *b == b'\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// Where the lines of a text start, for those who ask the line of many places of it.
#[derive(Debug, Clone)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub fn of(text: &str) -> Lines {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Lines { starts: std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect() }
    }

    /// The line of a byte, counted from 1.
    pub fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }
}

/// The nearest character limit at or before a byte, inside the text.
pub fn floor_char_boundary(text: &str, byte: usize) -> usize {
    text.floor_char_boundary(byte.min(text.len()))
}

/// A text without the white space at its ends, as [`str::trim`] gives it: most texts start and end with
/// a letter, and a byte says so.
pub fn trim(text: &str) -> &str {
    let text = text.trim_ascii();
    match text.as_bytes() {
        [b'!'..=b'~' | 0xc3, .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

/// The first byte that is listed. Eight are looked at together: what is listed stands in few texts.
#[inline]
pub fn first_listed(bytes: &[u8], is_listed: &[bool; 256]) -> Option<usize> {
    let is = |byte: &u8| is_listed[usize::from(*byte)];
    let (eights, _) = bytes.as_chunks();
    let is_free =
        |[a, b, c, d, e, f, g, h]: &[u8; 8]| !(is(a) | is(b) | is(c) | is(d) | is(e) | is(f) | is(g) | is(h));
    let free = 8 * eights.iter().take_while(|eight| is_free(eight)).count();
    bytes[free..].iter().position(is).map(|at| free + at)
}

/// Eight bytes of a text in one number, to look at them together; the first of them is the lowest, and zeros
/// stand behind the end.
#[inline]
pub fn eight(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..at + 8).and_then(<[u8]>::first_chunk) {
        Some(eight) => u64::from_le_bytes(*eight),
        None => last(bytes.get(at..).unwrap_or_default()),
    }
}

/// The last bytes of a text, fewer than eight.
#[cold]
fn last(bytes: &[u8]) -> u64 {
    bytes.iter().rfold(0, |all, byte| all << 8 | u64::from(*byte))
}

/// The first of eight bytes, with zeros for those behind.
#[inline]
pub fn first_of(eight: u64, n: usize) -> u64 {
    if n < 8 { eight & !(u64::MAX << (8 * n)) } else { eight }
}

/// The high bit of those of eight bytes that are this one, of the first of them at least: those behind it may
/// be wrong.
#[inline]
pub fn equal(eight: u64, byte: u8) -> u64 {
    const LOW: u64 = 0x0101_0101_0101_0101;
    let zeros = eight ^ (LOW * u64::from(byte));
    zeros.wrapping_sub(LOW) & !zeros & (LOW << 7)
}

/// For each byte, whether it is one of those listed: to pass over a text at a look for each byte.
pub const fn listed(bytes: &[u8]) -> [bool; 256] {
    let mut is_listed = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        is_listed[bytes[at] as usize] = true;
        at += 1;
    }
    is_listed
}

#[cfg(test)]
mod tests {
    use super::{Lines, first_listed, line_and_column, listed, trim};

    #[test]
    fn a_line_is_the_same_however_it_is_asked() {
        for text in ["", "un", "\n", "un\r\ndeux\n\ntrois", "Été\n"] {
            let lines = Lines::of(text);
            for byte in 0..text.len() + 2 {
                assert_eq!(lines.line(byte), line_and_column(text, byte).0, "{text:?} at {byte}");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn white_space_is_what_the_standard_library_takes_it_for(text in "[a-céÀ’» \n\t\u{b}\u{85}\u{a0}\u{3000}]{0,6}") {
            assert_eq!(trim(&text), text.trim(), "{text:?}");
        }

        #[test]
        fn the_first_byte_that_is_listed_is_found_wherever_it_stands(text in "a{0,40}[abc]{0,4}") {
            let found = first_listed(text.as_bytes(), &listed(b"bc"));
            assert_eq!(found, text.find(['b', 'c']), "{text}");
        }
    }
}
