//! The parser's errors, told apart by what stands in the text.

use std::ops::Range;

use ::toml::de::{DeTable, DeValue, Error};

use super::inside;
use crate::diagnostic::record::Notation;
use crate::diagnostic::record::syntax::{LineFault, ShapeFault, SyntaxProblem, TextFault, ValueFault};
use crate::lang::{fold, says_yes_or_no};
use crate::record::short;
use crate::source::Span;

/// A syntax error in our words, at its place in the text.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    pub span: Span,
    pub problem: SyntaxProblem,
}

impl Fault {
    /// Whether the value can be kept as the text it was meant to be.
    pub fn is_unquoted_text(&self) -> bool {
        matches!(
            self.problem,
            SyntaxProblem::Text(TextFault::Unquoted { .. } | TextFault::CurlyQuotes { .. })
        )
    }
}

/// The faults of a text, in order. What follows an unclosed list or table is its consequence,
/// and is left out.
pub(super) fn of(text: &str, tree: &DeTable<'_>, errors: &[Error]) -> Vec<Fault> {
    let unclosed: Vec<Range<usize>> = errors
        .iter()
        .filter(|error| is_unclosed_container(error))
        .filter_map(|error| opening(tree, error.span()?.start))
        .collect();
    let mut faults: Vec<Fault> = errors
        .iter()
        .filter(|error| {
            let at = error.span().map_or(0, |span| span.start);
            is_unclosed_container(error) || !unclosed.iter().any(|range| range.start < at && at <= range.end)
        })
        .map(|error| fault(text, tree, error))
        .collect();
    faults.extend(too_large(text, tree));
    faults.sort_by_key(|fault| fault.span);
    faults
}

/// The first fault of each line: one slip often makes the parser stumble several times.
pub(super) fn first_of_each_line(text: &str, faults: Vec<Fault>) -> Vec<Fault> {
    let mut kept: Vec<Fault> = Vec::new();
    for fault in faults {
        let line = line_around(text, fault.span.start).start;
        if kept.last().is_none_or(|last| line_around(text, last.span.start).start != line) {
            kept.push(fault);
        }
    }
    kept
}

/// The lines between a table title that is not closed and the next title.
pub(super) fn lost_lines(text: &str, faults: &[Fault]) -> Vec<Span> {
    let unclosed: SyntaxProblem = ShapeFault::UnclosedTitle.into();
    let untitled = faults.iter().filter(|fault| fault.problem == unclosed);
    let lost = untitled.map(|fault| {
        let start = line_around(text, fault.span.start).end;
        let end = text[start..].find("\n[").map_or(text.len(), |length| start + length + 1);
        Span::new(start, end)
    });
    lost.collect()
}

/// A text without the quotation marks of a word processor.
pub(super) fn without_quotes(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_curly(c))
}

fn is_curly(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '«' | '»' | '‘' | '’')
}

/// What the parser says, without what it would have accepted.
fn description(error: &Error) -> &str {
    error.message().split(", expected ").next().unwrap_or_default()
}

fn is_unclosed_container(error: &Error) -> bool {
    matches!(description(error), "unclosed array" | "unclosed inline table")
}

fn fault(text: &str, tree: &DeTable<'_>, error: &Error) -> Fault {
    let span = inside(text, error.span().unwrap_or(0..0));
    let line = line_around(text, span.start);
    let description = description(error);
    let whole_line = trimmed(text, line.clone());
    let (span, problem) = match description {
        "string values must be quoted" => return unquoted(text, span),
        "key with no value" => (whole_line, no_equals(&text[line])),
        "missing value for key" | "missing value" => (whole_line, no_value(text, span)),
        "duplicate key" => (span, LineFault::DuplicateKey { key: short(&text[span.start..span.end]) }.into()),
        "invalid unquoted key" => bare_key_at(text, line),
        "unexpected key or value" => {
            (Span::new(span.start, whole_line.end), LineFault::AfterValue { notation: Notation::Toml }.into())
        }
        "unclosed array" => (opened(text, tree, span), ShapeFault::UnclosedList.into()),
        "unclosed inline table" => (opened(text, tree, span), ShapeFault::UnclosedBraces.into()),
        "unclosed table" | "unclosed array table" => (whole_line, ShapeFault::UnclosedTitle.into()),
        "recursion limit" => (whole_line, ShapeFault::TooDeep.into()),
        _ if is_unclosed_text(error) => return unclosed_text(text, tree, span),
        _ if description.contains("comma") => (span, ShapeFault::Comma.into()),
        _ if description.contains("escape") || description.contains("unicode") => {
            (span, TextFault::Backslash.into())
        }
        _ if let Some(fault) = half_curly(text, line.clone()) => return fault,
        _ if description.contains("dotted key")
            && let Some(key) = dotted_number(&text[line.clone()]) =>
        {
            (whole_line, LineFault::BareKey { key }.into())
        }
        _ => value_fault(text, span, description)
            .unwrap_or((whole_line, ShapeFault::Other { notation: Notation::Toml }.into())),
    };
    Fault { span, problem }
}

/// Booleans, dates and numbers that are almost right.
fn value_fault(text: &str, span: Span, description: &str) -> Option<(Span, SyntaxProblem)> {
    let numeric =
        ["zero", "sign", "radix", "digit", "fraction", "integer", "exponent", "float", "`_`", "number"];
    let fault = if description.starts_with("invalid boolean") {
        if let Some(words) = words_like_boolean(text, span) {
            return Some(words);
        }
        ValueFault::Boolean
    } else if description.contains("date") || description.contains("time") {
        ValueFault::Date
    } else if numeric.iter().any(|word| description.contains(word)) {
        ValueFault::Number
    } else {
        return None;
    };
    let line = line_around(text, span.start);
    let start = match fault {
        ValueFault::Boolean | ValueFault::Date => span.start,
        ValueFault::Number => {
            text[line.start..span.start].rfind(['=', ',', '[']).map_or(span.start, |at| line.start + at + 1)
        }
    };
    let end = text[start..line.end].find([',', ']', '#', '}']).map_or(line.end, |at| start + at);
    let value = trimmed(text, start..end.max(start));
    let key = text[line.start..value.start].trim_end().strip_suffix('=').map(short);
    if key.as_deref().is_some_and(is_of_number) {
        let text = short(&text[value.start..value.end]);
        return Some((value, TextFault::Unquoted { key, text }.into()));
    }
    Some((value, LineFault::Value { fault, read: short(&text[value.start..value.end]) }.into()))
}

/// Numbers the notation allows and nothing can hold.
fn too_large(text: &str, tree: &DeTable<'_>) -> Vec<Fault> {
    let mut found = Vec::new();
    each_value(tree, &mut |value, span| {
        let too_large = match value {
            DeValue::Integer(integer) => {
                let digits = integer.as_str();
                digits.len() > 15 && i64::from_str_radix(digits, integer.radix()).is_err()
            }
            DeValue::Float(float) => {
                float.as_str().parse::<f64>().is_ok_and(f64::is_infinite) && !float.as_str().contains("inf")
            }
            DeValue::String(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => false,
        };
        if too_large {
            let span = inside(text, span);
            let read = short(&text[span.start..span.end]);
            found.push(Fault { span, problem: LineFault::Value { fault: ValueFault::Number, read }.into() });
        }
    });
    found
}

/// A value without quotation marks: a text, or something that was meant not to be one.
fn unquoted(text: &str, span: Span) -> Fault {
    let span = with_commas(text, span);
    let written = &text[span.start..span.end];
    let before = &text[line_around(text, span.start).start..span.start];
    let key = before.trim_end().strip_suffix('=').map(short);
    let only = |allowed: &str| {
        written.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || allowed.contains(c))
    };
    let problem: SyntaxProblem = if written.is_empty() {
        let whole_line = trimmed(text, line_around(text, span.start));
        return Fault { span: whole_line, problem: no_value(text, span) };
    } else if says_yes_or_no(written) {
        LineFault::Value { fault: ValueFault::Boolean, read: short(written) }.into()
    } else if only(",.") {
        LineFault::Value { fault: ValueFault::Number, read: short(written) }.into()
    } else if only("/-.") {
        LineFault::Value { fault: ValueFault::Date, read: short(written) }.into()
    } else if written.starts_with(is_curly) {
        TextFault::CurlyQuotes { key, text: short(without_quotes(written)) }.into()
    } else {
        TextFault::Unquoted { key, text: short(written) }.into()
    };
    Fault { span, problem }
}

/// A text without quotation marks goes to the end of its line, commas included, unless it stands in
/// a list or between braces.
fn with_commas(text: &str, span: Span) -> Span {
    let line = line_around(text, span.start);
    let before = text[line.start..span.start].trim_end();
    if !before.ends_with('=') || before.contains(['{', '[']) || !text[span.end..].starts_with(',') {
        return span;
    }
    let end = text[span.end..line.end].find('#').map_or(line.end, |at| span.end + at);
    trimmed(text, span.start..end)
}

/// A text that the parser took for a boolean because of its first letter: « tournée ».
fn words_like_boolean(text: &str, span: Span) -> Option<(Span, SyntaxProblem)> {
    let line = line_around(text, span.start);
    let before = text[line.start..span.start].trim_end();
    let key = short(before.strip_suffix('=').filter(|key| is_bare(key.trim()))?);
    let end = text[span.start..line.end].find('#').map_or(line.end, |at| span.start + at);
    let span = trimmed(text, span.start..end);
    let words = &text[span.start..span.end];
    let folded = fold(words);
    let is_boolean = ["true", "false"].iter().any(|word| folded.starts_with(&word[..3]));
    (!is_boolean).then(|| (span, TextFault::Unquoted { key: Some(key), text: short(words) }.into()))
}

/// A text opened by a mark of a word processor and closed by a straight one.
fn half_curly(text: &str, line: Range<usize>) -> Option<Fault> {
    let (before, _) = text[line.clone()].split_once('=')?;
    let span = trimmed(text, line.start + before.len() + 1..line.end);
    let written = &text[span.start..span.end];
    let closed = written.starts_with(is_curly) && written.ends_with('"');
    let words = without_quotes(written.trim_end_matches('"'));
    let problem = TextFault::CurlyQuotes { key: Some(short(before)), text: short(words) };
    closed.then(|| Fault { span, problem: problem.into() })
}

fn is_unclosed_text(error: &Error) -> bool {
    let message = error.message();
    description(error).starts_with("invalid")
        && description(error).ends_with("string")
        && (message.ends_with("expected `\"`") || message.ends_with("expected `'`"))
}

fn unclosed_text(text: &str, tree: &DeTable<'_>, span: Span) -> Fault {
    let start = opening(tree, span.start).map_or(span.start, |range| range.start);
    let line = line_around(text, start);
    let value = trimmed(text, start.min(line.end)..line.end);
    let written = &text[value.start..value.end];
    let problem = if written.ends_with(['”', '»', '“']) {
        let before = &text[line.start..value.start];
        let key = before.trim_end().strip_suffix('=').map(short);
        let words = without_quotes(written.trim_start_matches('"'));
        TextFault::CurlyQuotes { key, text: short(words) }.into()
    } else {
        TextFault::Unclosed.into()
    };
    Fault { span: value, problem }
}

fn no_equals(line: &str) -> SyntaxProblem {
    let colon = line.split_once(':').filter(|(key, _)| is_bare(key.trim()));
    if let Some((key, value)) = colon {
        let text = value.trim().trim_matches(['"', '\'']);
        LineFault::Colon { key: key.trim().to_owned(), text: short(text) }.into()
    } else if line.contains('=') {
        bare_key(line)
    } else {
        LineFault::NoSeparator { notation: Notation::Toml }.into()
    }
}

fn bare_key(line: &str) -> SyntaxProblem {
    let key = line.trim_start_matches(['[', ' ']).split(['=', ']']).next().unwrap_or_default().trim();
    match key.split_once(':') {
        Some((before, value)) if is_bare(before) => {
            let text = value.trim().trim_matches(['"', '\'']);
            LineFault::Colon { key: before.to_owned(), text: short(text) }.into()
        }
        _ if key.is_empty() => ShapeFault::Other { notation: Notation::Toml }.into(),
        _ => LineFault::BareKey { key: short(key) }.into(),
    }
}

/// Whether a key is the number of an action: « "2.1.3" = 2.1.4 » wants a text.
fn is_of_number(key: &str) -> bool {
    key.trim_start().trim_start_matches('"').starts_with(|c: char| c.is_ascii_digit())
}

/// The number before the `=` of a line, when the notation cuts it at its points.
fn dotted_number(line: &str) -> Option<String> {
    let key = line.split_once('=')?.0.trim();
    let is_number = key.contains('.') && key.chars().all(|c| c.is_ascii_digit() || c == '.');
    is_number.then(|| short(key))
}

/// A key that needs quotation marks, alone when it is one word: what the word means may be known.
fn bare_key_at(text: &str, line: Range<usize>) -> (Span, SyntaxProblem) {
    let problem = bare_key(&text[line.clone()]);
    let word = match &problem {
        SyntaxProblem::Line(LineFault::BareKey { key }) if is_word(key) => {
            text[line.clone()].find(key.as_str())
        }
        SyntaxProblem::Line(_) | SyntaxProblem::Text(_) | SyntaxProblem::Shape(_) => None,
    };
    let span = match (word, &problem) {
        (Some(at), SyntaxProblem::Line(LineFault::BareKey { key })) => {
            Span::new(line.start + at, line.start + at + key.len())
        }
        (Some(_) | None, _) => trimmed(text, line),
    };
    (span, problem)
}

/// Whether a key would need no quotation marks but for its accents.
pub(super) fn is_word(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

fn is_bare(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

fn no_value(text: &str, span: Span) -> SyntaxProblem {
    let line = &text[line_around(text, span.start)];
    let key = line.split('=').next().unwrap_or_default();
    LineFault::NoValue { key: short(key) }.into()
}

/// The character that opens the list or table ended at `span`.
fn opened(text: &str, tree: &DeTable<'_>, span: Span) -> Span {
    opening(tree, span.start).map_or(span, |range| inside(text, range.start..range.start + 1))
}

/// The first value that ends at a byte: what was left open there.
fn opening(tree: &DeTable<'_>, end: usize) -> Option<Range<usize>> {
    let mut found: Option<Range<usize>> = None;
    each_value(tree, &mut |_, span| {
        if span.end == end && found.as_ref().is_none_or(|first| span.start < first.start) {
            found = Some(span);
        }
    });
    found
}

fn each_value(table: &DeTable<'_>, visit: &mut dyn FnMut(&DeValue<'_>, Range<usize>)) {
    let mut waiting: Vec<_> = table.iter().map(|(_, value)| value).collect();
    while let Some(value) = waiting.pop() {
        visit(value.get_ref(), value.span());
        match value.get_ref() {
            DeValue::Array(items) => waiting.extend(items.iter()),
            DeValue::Table(table) => waiting.extend(table.iter().map(|(_, value)| value)),
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => {}
        }
    }
}

/// The line that holds a byte, without its end.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    start..end
}

fn trimmed(text: &str, range: Range<usize>) -> Span {
    let written = &text[range.clone()];
    let start = range.start + (written.len() - written.trim_start().len());
    Span::new(start, (range.start + written.trim_end().len()).max(start))
}
