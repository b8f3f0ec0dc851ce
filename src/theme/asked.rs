//! What templates ask for: words, and what else they read of the names they are given.

use std::ops::Range;

use super::layers::TextFile;
use super::trouble::Fault;
use crate::diagnostic::theme::ThemeProblem;
use crate::lang;
use crate::source::Span;

/// What a template reads of a name that it is given, where it reads it: of `words.status.done`, the key
/// `status.done`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) key: String,
    pub(super) span: Span,
}

/// Every key of words, or table of them, that a template asks for, in order.
pub(super) fn asked(text: &str) -> Vec<Asked> {
    read_of(text, "words")
}

/// Everything a template reads of a name, in order. Only code is read: what a page says is no question.
pub(super) fn read_of(text: &str, root: &str) -> Vec<Asked> {
    let mut found = Vec::new();
    for code in codes(text) {
        in_code(text, code, root, &mut found);
    }
    found
}

/// The code of a template, between its braces.
pub(super) fn codes(text: &str) -> Vec<Range<usize>> {
    let mut codes = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|open| at + open) {
        let inside = open + 2;
        let (close, is_code) = match text.as_bytes().get(open + 1) {
            Some(b'{') => ("}}", true),
            Some(b'%') => ("%}", true),
            Some(b'#') => ("#}", false),
            Some(_) | None => {
                at = open + 1;
                continue;
            }
        };
        let end = text[inside..].find(close).map_or(text.len(), |length| inside + length);
        at = end;
        match text[inside..end].trim_matches(['-', ' ']) {
            // What stands up to its end is text, whatever braces it holds.
            "raw" => at += text[end..].find("endraw").unwrap_or(text.len() - end),
            _ if is_code => codes.push(inside..end),
            _ => {}
        }
    }
    codes
}

fn in_code(text: &str, Range { start, end }: Range<usize>, root: &str, found: &mut Vec<Asked>) {
    let code = &text.as_bytes()[start..end];
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let mut at = 0;
    while at < code.len() {
        if matches!(code[at], b'"' | b'\'' | b'`') {
            let quote = code[at];
            at += 1 + code[at + 1..].iter().take_while(|byte| **byte != quote).count() + 1;
            continue;
        }
        let name = code[at..].iter().take_while(|byte| is_name(byte)).count();
        if &code[at..at + name] == root.as_bytes() && (at == 0 || code[at - 1] != b'.') {
            let path = path(&code[at + name..]);
            if let Some((key, length)) = path {
                let span = Span::new(start + at, start + at + name + length);
                found.push(Asked { key, span });
            }
        }
        at += name.max(1);
    }
}

/// The names after a dot (`.status.done`, or `?.status`), and how long they are as written.
fn path(code: &[u8]) -> Option<(String, usize)> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let mut names = Vec::new();
    let mut at = 0;
    loop {
        let dot = match code[at..] {
            [b'.', ..] => 1,
            [b'?', b'.', ..] => 2,
            _ => break,
        };
        let length = code[at + dot..].iter().take_while(|byte| is_name(byte)).count();
        if length == 0 {
            break;
        }
        names.push(String::from_utf8_lossy(&code[at + dot..at + dot + length]).into_owned());
        at += dot + length;
    }
    (!names.is_empty()).then(|| (names.join("."), at))
}

/// What a template asks for that no file of words gives.
pub(super) fn unanswered(name: &str, file: &TextFile, given: &[&str]) -> Vec<Fault> {
    let unknown = asked(&file.source.text).into_iter().filter(|asked| !answers(given, &asked.key));
    let faults = unknown.map(|Asked { key, span }| {
        let nearest = lang::nearest(&key, given.iter().copied()).map(str::to_owned);
        Fault {
            template: name.to_owned(),
            problem: ThemeProblem::WordsNotGiven { key, nearest },
            span: Some(span),
        }
    });
    faults.collect()
}

/// Whether a key is given, or is a table where some are.
fn answers(given: &[&str], key: &str) -> bool {
    given
        .iter()
        .any(|given| given.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_asks_in_its_code_alone() {
        let check = |text: &str, expected: &[&str]| {
            let asked = asked(text);
            let read: Vec<&str> = asked.iter().map(|asked| &text[asked.span.start..asked.span.end]).collect();
            assert_eq!(read, expected, "{text}");
        };
        check("{{ words.home }} {%- if words.plan.back %}", &["words.home", "words.plan.back"]);
        check("{{ words.status[key] }} {{ words?.a?.b }}", &["words.status", "words?.a?.b"]);
        check("{{ <names text={words.a.b} /> }}", &["words.a.b"]);
        check("words.a { words.b } {# words.c #} {{ \"words.d\" }} {{ page.words.e }} {{ mywords.f }}", &[]);
        check("{{ words }} {{ words.", &[]);
        check("{{ words.a", &["words.a"]);
        check("{% raw %}{{ words.a }}{% endraw %}{{ words.b }}", &["words.b"]);
    }
}
