//! The lines around a header: where it opens and closes, and what was meant to open one.

use crate::source::Span;

/// The line that opens and closes a header, and says how it is written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Fence {
    Toml,
    Yaml,
}

impl Fence {
    pub fn of(line: &str) -> Option<Fence> {
        match line.trim_end() {
            "+++" => Some(Fence::Toml),
            "---" => Some(Fence::Yaml),
            _ => None,
        }
    }

    pub fn line(self) -> &'static str {
        match self {
            Fence::Toml => "+++",
            Fence::Yaml => "---",
        }
    }
}

/// Where the header of a file opens and closes.
pub(super) struct Fences {
    pub notation: Fence,
    pub open: Span,
    pub inner_start: usize,
    /// The closing line, its end included.
    pub close: Option<Span>,
}

impl Fences {
    /// The header must be the first thing in the file; empty lines may stand before it.
    pub fn find(text: &str) -> Option<Fences> {
        let mut lines = lines(text).skip_while(|(line, _)| line.trim().is_empty());
        let (first, start) = lines.next()?;
        let notation = Fence::of(first)?;
        let close = lines
            .find(|(line, _)| Fence::of(line) == Some(notation))
            .map(|(line, start)| Span::new(start, start + line.len()));
        let open = Span::new(start, start + first.trim_end().len());
        Some(Fences { notation, open, inner_start: start + first.len(), close })
    }

    /// The other fence, when it closes what this one opened.
    pub fn other_fence(&self, text: &str) -> Option<&'static str> {
        lines(&text[self.inner_start..]).find_map(|(line, _)| Fence::of(line)).map(Fence::line)
    }
}

/// The first line of a file, when it is a key of a header and its text: `title = "À propos"`.
pub(super) fn bare_key(text: &str) -> Option<Span> {
    let (line, start) = lines(text).find(|(line, _)| !line.trim().is_empty())?;
    let (key, value) = line.split_once('=')?;
    let is_key = matches!(key.trim(), "kind" | "title" | "description" | "date" | "tags");
    let is_value =
        value.trim_start().starts_with(|c: char| matches!(c, '"' | '\'' | '[') || c.is_ascii_digit());
    (is_key && is_value).then(|| Span::new(start, start + line.trim_end().len()))
}

/// The first line of a file, when it was meant to open a header: « +++ » behind a space or a sign that nobody
/// sees, four hyphens, or the long dash that word processors make of them. A key stands under it.
pub(super) fn meant_as_fence(text: &str) -> Option<Span> {
    let mut lines = lines(text).filter(|(line, _)| !line.chars().all(is_blank));
    let ((first, start), (below, _)) = (lines.next()?, lines.next()?);
    let marks = first.trim_matches(is_blank);
    let is_meant = marks.chars().all(|c| matches!(c, '+' | '-' | '–' | '—'))
        && (marks.chars().count() > 1 || !marks.is_ascii());
    let key = below.split_once(['=', ':']).map(|(key, _)| key.trim());
    let is_key = key.is_some_and(|key| KEYS.contains(&key));
    let start = start + (first.len() - first.trim_start_matches(is_blank).len());
    (is_meant && is_key).then(|| Span::new(start, start + marks.len()))
}

/// The comments that a file starts with, when a header stands under them.
pub(super) fn comments_above(text: &str) -> Option<Span> {
    let start = text.len() - text.trim_start_matches(is_blank).len();
    let (mut end, mut rest) = (start, &text[start..]);
    while let Some(length) = rest.strip_prefix("<!--").and_then(|inside| inside.find("-->")) {
        end = text.len() - rest.len() + "<!--".len() + length + "-->".len();
        rest = text[end..].trim_start_matches(is_blank);
    }
    (start < end && meant_as_fence(rest).is_some()).then(|| Span::new(start, end))
}

/// Whether nothing is seen of a character: white space, a space without width.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Keys that headers open with, and that are rarely the first word of a text.
const KEYS: [&str; 8] = ["kind", "title", "description", "date", "updated", "tags", "draft", "weight"];

/// Whether the first key of a header is followed by `=`.
pub(super) fn is_toml(written: &str) -> bool {
    let mut lines = written.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let key = lines.next().and_then(|line| line.split_once('=')).map(|(key, _)| key.trim_end());
    key.is_some_and(|key| {
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    })
}

/// The lines of a text with their ends, and where each starts.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((line, start))
    })
}
