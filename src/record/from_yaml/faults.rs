//! The YAML parser's error, told apart by what stands in the text.

use saphyr_parser::ScanError;

use super::Fault;
use crate::diagnostic::record::Notation;
use crate::diagnostic::record::syntax::{LineFault, ShapeFault, SyntaxProblem, TextFault};
use crate::record::short;
use crate::source::Span;

/// The fault at a byte of the text, in our words.
pub(super) fn of(error: &ScanError, text: &str, at: usize) -> Fault {
    let line = line_around(text, at);
    let rest = Span::new(at.min(line.end), line.end);
    let info = error.info();
    let says = |words: &[&str]| words.iter().any(|word| info.contains(word));
    if says(&["mapping values are not allowed", "illegal placement of ':'"]) {
        return stray_colon(text, line);
    }
    let problem: SyntaxProblem = if says(&["tab"]) && !says(&["alphabetic"]) {
        ShapeFault::Tab.into()
    } else if says(&["unexpected end of stream", "unexpected document indicator"]) {
        TextFault::Unclosed.into()
    } else if says(&["invalid trailing content"]) {
        LineFault::AfterValue { notation: Notation::Yaml }.into()
    } else if says(&["flow sequence"]) {
        return (opened(text, at, '['), ShapeFault::UnclosedList.into());
    } else if says(&["flow mapping"]) {
        return (opened(text, at, '{'), ShapeFault::UnclosedBraces.into());
    } else if says(&["escape", "hexadecimal"]) {
        TextFault::Backslash.into()
    } else if says(&["anchor"]) {
        ShapeFault::Reference.into()
    } else if says(&["recursion limit"]) {
        ShapeFault::TooDeep.into()
    } else if says(&["unexpected character"]) {
        let character = text[at..].chars().next().unwrap_or(' ');
        return (
            Span::new(at, at + character.len_utf8().min(text.len() - at)),
            TextFault::Start { character }.into(),
        );
    } else if says(&["indent", "expected key", "block collection", "block sequence entries", "simple key"]) {
        ShapeFault::Alignment.into()
    } else {
        ShapeFault::Other { notation: Notation::Yaml }.into()
    };
    (if rest.start == rest.end { line } else { rest }, problem)
}

/// The last mark that opens a list or braces before a byte.
fn opened(text: &str, at: usize, mark: char) -> Span {
    text[..at].rfind(mark).map_or(line_around(text, at), |start| Span::new(start, start + 1))
}

/// A colon where none is allowed: in a text, or after a line that has none.
fn stray_colon(text: &str, line: Span) -> Fault {
    let written = &text[line.start..line.end];
    if let Some((key, value)) = written.split_once(": ")
        && (value.contains(": ") || value.ends_with(':'))
    {
        let value_start = line.end - value.trim_start().len();
        let problem = TextFault::Colon { key: short(key), text: short(value) };
        return (Span::new(value_start, line.end), problem.into());
    }
    let without = |line: &Span| {
        let written = &text[line.start..line.end];
        !written.contains(": ") && !written.ends_with(':') && !written.is_empty()
    };
    let before = line_around(text, line.start.saturating_sub(1));
    match [line, before].into_iter().find(without) {
        Some(line) => (line, LineFault::NoSeparator { notation: Notation::Yaml }.into()),
        None => (line, ShapeFault::Alignment.into()),
    }
}

/// The line that holds a byte, without white space around it.
pub(super) fn line_around(text: &str, at: usize) -> Span {
    let at = crate::source::floor_char_boundary(text, at);
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    let written = &text[start..end];
    let indent = written.len() - written.trim_start().len();
    Span::new(start + indent, (start + written.trim_end().len()).max(start + indent))
}
