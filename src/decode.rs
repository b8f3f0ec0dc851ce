//! Bytes into text.

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
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            if let Some(at) = text.find('\0') {
                note(Severity::Warning, FileProblem::NulByte, at);
            }
            Source::new(path, text)
        }
        Err(error) => {
            let at = error.valid_up_to();
            let byte = bytes[at];
            let problem = match bytes {
                [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => FileProblem::Utf16,
                _ => FileProblem::NotUtf8 { byte, guess: windows_1252(byte) },
            };
            note(Severity::Error, problem, at);
            Source::new(path, String::from_utf8_lossy(bytes))
        }
    }
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
