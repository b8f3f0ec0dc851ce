//! Tables of a plan that Markdown takes for a text: pasted as tabs, aligned with spaces, indented, or in HTML.

use crate::diagnostic::Problems;
use crate::diagnostic::plan::{Apart, PlanProblem};
use crate::html::{self, Side, Tag, Token};
use crate::kind::plan::columns::{self, Column};
use crate::markdown::{Body, Piece, decoded};
use crate::source::{Source, Span};

/// Tells each such table at its first line; the rows below it are told with it.
pub fn tell_tables(source: &Source, body: &Body, problems: &mut Problems) {
    for piece in &body.pieces {
        let Piece::Prose(prose) = piece else { continue };
        // The place of a code starts after the four spaces that make it one.
        let start = source.text[..prose.span.start].rfind('\n').map_or(0, |newline| newline + 1);
        let text = source.text.get(start..prose.span.end).unwrap_or_default();
        tell_in(text, start, problems);
        let titles = titles_in_html(prose.html.unfilled());
        if n_known(&titles) >= 2 {
            let at = text.find("<table").unwrap_or_default();
            let end = text[at..].find('>').map_or(text.len(), |length| at + length + 1);
            let span = Span::new(start + at, start + end);
            problems.warning(PlanProblem::PastedTable { titles, apart: Apart::Html }, span);
        }
    }
}

/// The cells of the first row of a table in HTML, as a word processor writes one that Markdown cannot hold.
fn titles_in_html(text: &str) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    let (mut is_in_table, mut is_in_cell) = (false, false);
    for token in html::tokens(text) {
        match token {
            Token::Tag(Tag { name: "table", side, .. }) => is_in_table = side == Side::Opening,
            Token::Tag(Tag { name: "th" | "td", side: Side::Opening, .. }) if is_in_table => {
                is_in_cell = true;
                titles.push(String::new());
            }
            Token::Tag(Tag { name: "th" | "td", side: Side::Closing, .. }) => is_in_cell = false,
            // A title of the whole table may stand over those of its columns.
            Token::Tag(Tag { name: "tr", side: Side::Closing, .. }) if titles.len() > 1 => break,
            Token::Tag(Tag { name: "tr", side: Side::Closing, .. }) => titles.clear(),
            Token::Text(text) if is_in_cell => {
                titles.last_mut().into_iter().for_each(|title| title.push_str(&decoded(text)));
            }
            Token::Tag(_) | Token::Text(_) | Token::Hidden(_) => {}
        }
    }
    titles.into_iter().map(|title| title.trim().to_owned()).filter(|title| !title.is_empty()).collect()
}

/// How many of these are titles of a plan's columns.
fn n_known(titles: &[impl AsRef<str>]) -> usize {
    titles.iter().filter(|title| columns::recognise(title.as_ref()) != Column::Field).count()
}

fn tell_in(text: &str, mut start: usize, problems: &mut Problems) {
    let (mut is_fenced, mut is_below_one, mut is_below_text) = (false, false, false);
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let words = line.trim();
        is_fenced ^= words.starts_with("```") || words.starts_with("~~~");
        let next = lines.peek().map_or("", |next| next.trim_end());
        let found = if is_fenced { None } else { titles(line.trim_end(), next) };
        // Rows with bars right below a text are told as rows without a table.
        let found = found.filter(|(apart, _)| *apart != Apart::Indented || !is_below_text);
        if let Some((apart, titles)) = found.as_ref().filter(|_| !is_below_one) {
            let titles = titles.iter().map(|title| (*title).to_owned()).collect();
            let at = start + (line.len() - line.trim_start().len());
            let span = Span::new(at, at + words.len());
            problems.warning(PlanProblem::PastedTable { titles, apart: *apart }, span);
        }
        is_below_one = !words.is_empty() && (is_below_one || found.is_some());
        is_below_text = !words.is_empty();
        start += line.len();
    }
}

/// The cells of a line that starts a table, and what stands between them.
fn titles<'t>(line: &'t str, next: &str) -> Option<(Apart, Vec<&'t str>)> {
    let words = line.trim();
    let is_indented = line.starts_with("    ") || line.starts_with('\t');
    let (apart, cells): (Apart, Vec<&str>) = match () {
        () if words.starts_with('|') && is_indented => {
            (Apart::Indented, words.trim_matches('|').split('|').collect())
        }
        () if words.starts_with('|') => return None,
        () if words.contains('\t') => (Apart::Tabs, words.split('\t').collect()),
        () => (Apart::Spaces, words.split("  ").collect()),
    };
    let is_full = |cell: &&str| !cell.is_empty();
    let cells: Vec<&str> = cells.into_iter().map(str::trim).filter(is_full).collect();
    let has_rows = apart == Apart::Tabs && cells.len() >= 3 && next.trim().matches('\t').count() >= 2;
    (!next.trim().is_empty() && (n_known(&cells) >= 2 || has_rows)).then_some((apart, cells))
}
