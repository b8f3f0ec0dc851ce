//! Reads a `.csv`: its encoding, its separator, its cells with their places.
//!
//! The `csv` crate does not say where in the file a field stands, which a message must; hence a
//! reader of our own, for the same quoting rules (RFC 4180).

use std::borrow::Cow;
use std::collections::BTreeMap;

use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::around::Around;
use super::{Cell, Gathered, Refusal, Sheet, Value};
use crate::diagnostic::sheet::SheetProblem;
use crate::source::Span;

/// How many rows tell which separator a file uses.
const SAMPLE: usize = 50;

/// The separators that spreadsheets write, the rarest in prose first.
const SEPARATORS: [u8; 3] = [b'\t', b';', b','];

/// Reads the only sheet of a text.
pub fn read(bytes: &[u8]) -> Result<Sheet, Refusal> {
    let Decoded { text, places } = decode(bytes);
    if text.contains('\0') {
        return Err(SheetProblem::NotText.into());
    }
    let (separator, start) = separator(&text);
    let records = Records { text: &text, separator, at: start };
    let mut gathered = Gathered::default();
    let mut number = usize::from(start > 0);
    for fields in records {
        number += 1;
        let fields = fields.map_err(|quote| {
            let span = matches!(places, Places::InTheFile).then(|| Span::new(quote, quote + 1));
            Refusal { problem: SheetProblem::UnclosedQuote, span }
        })?;
        let cells = fields.into_iter().enumerate().filter_map(|(column, field)| {
            let mut cell = Cell::new(column, &field.text, Value::Text)?;
            cell.span = matches!(places, Places::InTheFile).then_some(field.span);
            Some(cell)
        });
        gathered.push(number, cells.collect())?;
    }
    Ok(Sheet { name: None, rows: gathered.rows, uncomputed: Vec::new(), around: Around::default() })
}

/// The text of a file, and whether places in it are places in the file.
struct Decoded<'a> {
    text: Cow<'a, str>,
    places: Places,
}

enum Places {
    InTheFile,
    Unknown,
}

/// UTF-8, unless a byte order mark or a byte that is none says otherwise.
fn decode(bytes: &[u8]) -> Decoded<'_> {
    let other = |text| Decoded { text, places: Places::Unknown };
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return other(UTF_16LE.decode_without_bom_handling(rest).0);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return other(UTF_16BE.decode_without_bom_handling(rest).0);
    }
    match std::str::from_utf8(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)) {
        Ok(text) => Decoded { text: Cow::Borrowed(text), places: Places::InTheFile },
        Err(_) => other(encoding(bytes).decode_without_bom_handling(bytes).0),
    }
}

/// What a text is written in that is not UTF-8 and has no byte order mark: under « CSV », Excel writes
/// Windows-1252 on Windows and Mac OS Roman on a Mac. No byte of either is ever wrong: they are told apart
/// by the letters that French makes of them.
fn encoding(bytes: &[u8]) -> &'static Encoding {
    let (mut n_of_mac, mut n_of_windows) = (0_usize, 0_usize);
    for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()) {
        let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
        let after = bytes.get(at + 1).copied().unwrap_or(b' ');
        n_of_mac += usize::from(is_of_mac(before, *byte, after));
        n_of_windows +=
            usize::from(matches!(byte, 0xe0 | 0xe2 | 0xe7..=0xeb | 0xee | 0xef | 0xf4 | 0xf9 | 0xfb));
    }
    if n_of_mac > n_of_windows { MACINTOSH } else { WINDOWS_1252 }
}

/// Whether a byte is a letter or a sign of a Mac, where on Windows it would be one that nobody writes there.
fn is_of_mac(before: u8, byte: u8, after: u8) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphabetic();
    match byte {
        // É, à, â, ç, é, è, ê, ù, û; on Windows ƒ, ˆ, ‰, Ž, ž or nothing.
        0x83 | 0x88 | 0x89 | 0x8d..=0x90 | 0x9d | 0x9e => is_letter(before) || is_letter(after),
        // ë, ï, œ within a word; on Windows ‘, • and Ï.
        0x91 | 0x95 | 0xcf => is_letter(before) && is_letter(after),
        // î, ô; on Windows ” and ™, behind a word.
        0x94 | 0x99 => is_letter(after),
        // The apostrophe; on Windows Õ.
        0xd5 => is_letter(before),
        // Quotation marks and a dash, with their spaces; on Windows Ç, È and Ð.
        0xc7 => matches!(after, b' ' | 0xca),
        0xc8 => matches!(before, b' ' | 0xca),
        0xd0 => before == b' ' && after == b' ',
        _ => false,
    }
}

/// The separator of a text, and where its first row starts: after the line `sep=;` that Excel obeys.
///
/// It is the one that cuts the most of the first rows into the same number of columns: commas in a
/// note and semicolons in a title rarely agree.
fn separator(text: &str) -> (u8, usize) {
    let first = text.lines().next().unwrap_or_default();
    if let Some([separator]) = first.strip_prefix("sep=").map(str::as_bytes)
        && SEPARATORS.contains(separator)
    {
        let rest = &text[first.len()..];
        let end = ["\r\n", "\n"].iter().find(|end| rest.starts_with(**end)).map_or(0, |end| end.len());
        return (*separator, first.len() + end);
    }
    let agreement = |separator: u8| -> usize {
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        for fields in (Records { text, separator, at: 0 }).take(SAMPLE) {
            *widths.entry(fields.map_or(0, |fields| fields.len())).or_default() += 1;
        }
        widths.iter().map(|(width, n_rows)| width.saturating_sub(1) * n_rows).max().unwrap_or(0)
    };
    let best = SEPARATORS.into_iter().rev().max_by_key(|separator| agreement(*separator));
    (best.unwrap_or(b','), 0)
}

/// The records of a text, one after the other; an error is where a quotation mark stays open.
struct Records<'a> {
    text: &'a str,
    separator: u8,
    at: usize,
}

struct Field<'a> {
    text: Cow<'a, str>,
    /// From its first character to its last, quotation marks included.
    span: Span,
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<Vec<Field<'a>>, usize>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.text.len() {
            return None;
        }
        let bytes = self.text.as_bytes();
        let mut fields = Vec::new();
        loop {
            match self.field() {
                Ok(field) => fields.push(field),
                Err(quote) => {
                    self.at = self.text.len();
                    return Some(Err(quote));
                }
            }
            match bytes.get(self.at) {
                Some(b'\r') if bytes.get(self.at + 1) == Some(&b'\n') => self.at += 2,
                Some(b'\r' | b'\n') => self.at += 1,
                Some(_) => {
                    self.at += 1;
                    continue;
                }
                None => {}
            }
            return Some(Ok(fields));
        }
    }
}

impl<'a> Records<'a> {
    /// The field that starts here; then `at` is on what ends it.
    fn field(&mut self) -> Result<Field<'a>, usize> {
        let bytes = self.text.as_bytes();
        let start = self.at + bytes[self.at..].iter().take_while(|byte| **byte == b' ').count();
        if bytes.get(start) != Some(&b'"') {
            let end = self.end_from(start);
            self.at = end;
            return Ok(Field { text: Cow::Borrowed(&self.text[start..end]), span: Span::new(start, end) });
        }
        let mut text = String::new();
        let mut from = start + 1;
        loop {
            let quote = from + self.text[from..].find('"').ok_or(start)?;
            text.push_str(&self.text[from..quote]);
            from = quote + 1;
            if bytes.get(from) != Some(&b'"') {
                break;
            }
            text.push('"');
            from += 1;
        }
        // What follows the closing mark before the separator belongs to the cell, as in Excel.
        let end = self.end_from(from);
        text.push_str(&self.text[from..end]);
        self.at = end;
        Ok(Field { text: Cow::Owned(text), span: Span::new(start, end) })
    }

    /// Where the next separator or line end is. These are ASCII, hence on a character limit.
    fn end_from(&self, start: usize) -> usize {
        let ends = |byte: &u8| *byte == self.separator || matches!(byte, b'\n' | b'\r');
        let rest = &self.text.as_bytes()[start..];
        rest.iter().position(ends).map_or(self.text.len(), |at| start + at)
    }
}
