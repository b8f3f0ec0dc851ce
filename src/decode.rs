//! Bytes into text.

use std::borrow::Cow;

use crate::diagnostic::file::FileProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Source, Span};

/// The text of a file, without its byte order mark. Bytes that are not UTF-8 are an error, and NUL
/// bytes a warning; the rest of the file is still read, so that all its problems are told at once.
pub fn source(path: &str, bytes: &[u8], diagnostics: &mut Vec<Diagnostic>) -> Source {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut note = |severity, problem: FileProblem, at: usize| {
        let span = Some(Span::new(at, at));
        diagnostics.push(Diagnostic { severity, problem: problem.into(), path: path.to_owned(), span });
    };
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => {
            if let Some(at) = memchr::memchr(0, bytes) {
                note(Severity::Warning, FileProblem::NulByte, at);
            }
            Source::new(path, with_line_feeds(text))
        }
        Err(error) => {
            let at = error.valid_up_to();
            let byte = bytes[at];
            // What follows is read as it was meant: one cause must not be told as ten problems.
            let (problem, text) = match bytes {
                [0xFF, 0xFE, text @ ..] => (FileProblem::Utf16, utf16(text, u16::from_le_bytes)),
                [0xFE, 0xFF, text @ ..] => (FileProblem::Utf16, utf16(text, u16::from_be_bytes)),
                _ => (FileProblem::NotUtf8 { byte, guess: windows_1252(byte) }, mixed(bytes)),
            };
            note(Severity::Error, problem, at);
            Source::new(path, with_line_feeds(&text))
        }
    }
}

/// A text whose lines all end with a line feed: old Macs, and what was made for them, write a return alone.
/// Every byte keeps its place.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    if !memchr::memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n')) {
        return Cow::Borrowed(text);
    }
    let mut parts = text.split('\r');
    let mut read = String::with_capacity(text.len());
    read.push_str(parts.next().unwrap_or_default());
    for part in parts {
        read.push(if part.starts_with('\n') { '\r' } else { '\n' });
        read.push_str(part);
    }
    Cow::Owned(read)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// A text whose bytes that are not UTF-8 are letters of Windows-1252.
fn mixed(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| windows_1252(*byte).unwrap_or('\u{fffd}')));
    }
    text
}

/// The letter a byte stands for in Windows-1252, which Excel and old editors still write.
fn windows_1252(byte: u8) -> Option<char> {
    const HIGH: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’',
        '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => Some(HIGH[usize::from(byte - 0x80)]).filter(|c| *c != '\0'),
        _ => Some(char::from(byte)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_another_encoding_is_told_once_and_read_as_it_was_meant() {
        let check = |bytes: &[u8], expected: &str, codes: &[&str]| {
            let mut told = Vec::new();
            assert_eq!(&*source("a.md", bytes, &mut told).text, expected);
            assert_eq!(told.iter().map(|it| it.problem.code()).collect::<Vec<_>>(), codes);
        };
        check("été".as_bytes(), "été", &[]);
        check(b"\xef\xbb\xbf\xc3\xa9t\xc3\xa9", "été", &[]);
        check(b"L\x92\xe9t\xe9", "L’été", &["not-utf8"]);
        check(b"\xc3\xa9t\xe9", "été", &["not-utf8"]);
        check(b"\x81", "\u{fffd}", &["not-utf8"]);
        check(b"\xff\xfe\xe9\x00t\x00\xe9\x00", "été", &["not-utf8"]);
        check(b"\xfe\xff\x00\xe9\x00t\x00\xe9", "été", &["not-utf8"]);
        check(b"\xff\xfe\xe9", "", &["not-utf8"]);
    }

    #[test]
    fn a_return_alone_ends_a_line() {
        let check = |bytes: &[u8], expected: &str| {
            assert_eq!(&*source("a.md", bytes, &mut Vec::new()).text, expected);
        };
        check(b"+++\rdraft = true\r+++\r\rUn\r", "+++\ndraft = true\n+++\n\nUn\n");
        check(b"un\r\ndeux\r\n", "un\r\ndeux\r\n");
        check(b"\r\nun\r\r\ndeux\r", "\r\nun\n\r\ndeux\n");
        check(b"\xe9t\xe9\r!", "été\n!");
    }
}
