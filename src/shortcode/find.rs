//! Where calls stand in a text: this looks at signs alone, and knows nothing of Markdown but the
//! blocks that a call cannot reach over.

use super::cursor::Cursor;
use super::{Found, Name, Note, What, read};
use crate::diagnostic::Severity;
use crate::diagnostic::shortcode::{Habit, ShortcodeProblem};
use crate::source::{Span, floor_char_boundary};

/// Words that start or end a block of a template.
const BLOCK_WORDS: [&str; 9] = ["end", "if", "for", "set", "block", "include", "endif", "endfor", "endblock"];

/// The longest call, in bytes: beyond it, the end of one is not looked for.
const LONGEST: usize = 4096;

/// Signs that a variable of a template may hold.
const VARIABLE_SIGNS: &str = "_.-|[]'\" ";

pub(super) fn all(text: &str, start: usize) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = start;
    while let Some(open) = memchr::memchr(b'{', &text.as_bytes()[at..]).map(|open| at + open) {
        at = open + 1;
        if is_escaped(text, open, start) {
            continue;
        }
        let one = if text[open..].starts_with("{{") {
            braces(text, open)
        } else if text[open..].starts_with("{%") {
            block(text, open)
        } else {
            one_brace(text, open)
        };
        if let Some(one) = one {
            at = one.span.end;
            found.push(one);
        } else if text[open..].starts_with("{{") {
            at = open + 2;
        }
    }
    found
}

/// Whether a backslash makes these braces text; a backslash before it makes the backslash text.
fn is_escaped(text: &str, open: usize, start: usize) -> bool {
    let before = &text[start..open];
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}

/// What starts with `{{`.
fn braces(text: &str, open: usize) -> Option<Found> {
    let mut cursor = Cursor { text, at: open + 2, end: reach(text, open) };
    if cursor.rest().starts_with(['<', '%']) {
        let end = line_end(text, open);
        return Some(foreign(
            Habit::Hugo,
            Span::new(open, text[open..end].find("}}").map(|at| open + at + 2)?),
        ));
    }
    cursor.eat('-');
    cursor.skip_space();
    let name_start = cursor.at;
    let name = cursor.name()?;
    let name_span = Span::new(name_start, cursor.at);
    cursor.skip_space();
    if !cursor.eat('(') {
        let end = text[open..line_end(text, open)].find("}}").map(|at| open + at)?;
        let inside = &text[open + 2..end];
        let is_variable = inside.chars().all(|c| c.is_alphanumeric() || VARIABLE_SIGNS.contains(c));
        // « {{ progress plan="2026" }} » lacks its parentheses.
        let is_named = Name::ALL.into_iter().any(|known| known.name() == name);
        return (is_variable || is_named).then(|| foreign(Habit::Variable, Span::new(open, end + 2)));
    }
    Some(match close(cursor) {
        Close::At(end) => {
            let inside = Cursor { end: end - 2, ..cursor };
            let (what, notes) = read::call(name, name_span, inside);
            Found { span: Span::new(open, end), what, notes }
        }
        Close::Guessed { end, quote } => {
            let notes = vec![error(ShortcodeProblem::UnclosedQuote, quote)];
            Found { span: Span::new(open, end), what: What::Refused, notes }
        }
        Close::Nowhere => {
            let span = Span::new(open, cursor.at);
            let notes = vec![error(ShortcodeProblem::Unclosed { name: name.to_owned() }, span)];
            Found { span, what: What::Text, notes }
        }
    })
}

/// Where a call ends, `}}` included.
enum Close {
    At(usize),
    /// Only if the text between quotes that starts here had ended before.
    Guessed {
        end: usize,
        quote: Span,
    },
    Nowhere,
}

fn close(mut cursor: Cursor<'_>) -> Close {
    // Most calls that never end are told at once, without a look at each sign.
    if !cursor.rest().contains("}}") {
        return Close::Nowhere;
    }
    while let Some(c) = cursor.peek() {
        if cursor.rest().starts_with("}}") {
            return Close::At(cursor.at + 2);
        }
        // A quote that closes nothing, and an apostrophe within a word, are only signs.
        let before = cursor.text[..cursor.at].chars().next_back();
        if cursor.closing_quote().is_some() && before.is_none_or(|c| !c.is_alphanumeric()) {
            if cursor.quoted().is_some() {
                continue;
            }
            let quote = Span::new(cursor.at, cursor.at + c.len_utf8());
            let line = &cursor.rest()[..cursor.rest().find('\n').unwrap_or(cursor.rest().len())];
            return match line.find("}}") {
                Some(end) => Close::Guessed { end: cursor.at + end + 2, quote },
                None => Close::Nowhere,
            };
        }
        if c == '`' {
            return Close::Nowhere;
        }
        cursor.next();
    }
    Close::Nowhere
}

/// How far a call may reach: to the end of its paragraph; to the end of its line in a table or a title.
fn reach(text: &str, open: usize) -> usize {
    let window = floor_char_boundary(text, open.saturating_sub(LONGEST));
    let line_start = text[window..open].rfind('\n').map_or(window, |end| window + end + 1);
    let before = &text[line_start..open];
    let mut end = line_end(text, open);
    if before.contains('|') || before.trim_start().starts_with('#') {
        return end;
    }
    while end - open < LONGEST && text[end..].starts_with('\n') {
        let next = line_end(text, end + 1);
        let line = text[end + 1..next].trim();
        let starts_block = ["#", "|", "```", "~~~"].iter().any(|start| line.starts_with(start));
        if line.is_empty() || starts_block {
            break;
        }
        end = next;
    }
    end
}

/// The end of the line that holds a byte, its line break left out, where it is not too far.
fn line_end(text: &str, from: usize) -> usize {
    let window = floor_char_boundary(text, from + LONGEST);
    text[from..window].find('\n').map_or(window, |end| from + end)
}

/// What starts with `{%`.
fn block(text: &str, open: usize) -> Option<Found> {
    let mut cursor = Cursor { text, at: open + 2, end: line_end(text, open) };
    cursor.eat('-');
    cursor.skip_space();
    let name = cursor.name()?;
    cursor.skip_space();
    let is_block = cursor.peek() == Some('(') || BLOCK_WORDS.contains(&name);
    let end = cursor.rest().find("%}").map(|end| cursor.at + end + 2)?;
    is_block.then(|| foreign(Habit::Block, Span::new(open, end)))
}

/// A call between single braces: `{ progress() }`.
fn one_brace(text: &str, open: usize) -> Option<Found> {
    let mut cursor = Cursor { text, at: open + 1, end: line_end(text, open) };
    cursor.skip_space();
    let name = cursor.name()?;
    let name = Name::ALL.into_iter().map(Name::name).find(|known| *known == name)?;
    cursor.skip_space();
    let end = cursor.rest().strip_prefix('(')?.find('}').map(|at| cursor.at + at + 2)?;
    let span = Span::new(open, end);
    let note = Note { severity: Severity::Warning, problem: ShortcodeProblem::OneBrace { name }, span };
    Some(Found { span, what: What::Text, notes: vec![note] })
}

fn foreign(habit: Habit, span: Span) -> Found {
    let note = Note { severity: Severity::Warning, problem: ShortcodeProblem::Foreign(habit), span };
    Found { span, what: What::Text, notes: vec![note] }
}

fn error(problem: ShortcodeProblem, span: Span) -> Note {
    Note { severity: Severity::Error, problem, span }
}
