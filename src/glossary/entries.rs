//! Reads the entries of a glossary: definitions, rows of two columns, `SIGLE : texte` lines.

use std::cell::OnceCell;
use std::ops::Range;

use super::{Entry, uses};
use crate::diagnostic::Problems;
use crate::diagnostic::glossary::{GlossaryProblem, Lacking};
use crate::html::{self, Side, Token};
use crate::lang;
use crate::markdown::{Cell, Definitions, Html, Item, Line, List, Piece, Prose, Table, decoded};
use crate::source::{Lines, Source, Span};

/// A name longer than this, in words, is a sentence.
const WORDS_OF_NAME: usize = 6;

/// Titles of the first column, folded.
const COLUMN_TITLES: [&str; 16] = [
    "abbreviation",
    "abbreviations",
    "abreviation",
    "abreviations",
    "acronyme",
    "acronymes",
    "acronym",
    "acronyms",
    "mot",
    "mots",
    "nom",
    "sigle",
    "sigles",
    "term",
    "terme",
    "termes",
];

/// What of a piece is entries.
pub enum Taken {
    All,
    Nothing,
    /// What remains once the entries are taken out.
    Part(Prose),
}

/// Gathers the entries of a document.
pub struct Collector<'a> {
    pub source: &'a Source,
    /// Counted at the first entry: most documents have none.
    pub lines: OnceCell<Lines>,
    pub problems: &'a mut Problems,
    pub entries: Vec<Entry>,
}

impl Collector<'_> {
    pub fn piece(&mut self, piece: &Piece) -> Taken {
        let n_problems = self.problems.n_noted();
        let taken = match piece {
            Piece::Heading(_) => Taken::Nothing,
            Piece::Definitions(definitions) => self.definitions(definitions),
            Piece::Table(table) => self.table(table),
            Piece::List(list) => self.list(list),
            Piece::Prose(prose) => self.prose(prose),
        };
        // What was not understood stays in sight.
        if self.problems.n_noted() > n_problems { Taken::Nothing } else { taken }
    }

    fn definitions(&mut self, definitions: &Definitions) -> Taken {
        for (term, meanings) in &definitions.entries {
            self.entry(&term.plain, &Line::joined(meanings), term.span);
        }
        Taken::All
    }

    fn table(&mut self, table: &Table) -> Taken {
        let [first, _] = table.header.as_slice() else { return Taken::Nothing };
        let title = lang::fold(&joined(first).plain);
        let is_entry = uses::is_acronym(&joined(first).plain) && !COLUMN_TITLES.contains(&title.as_str());
        let header = is_entry.then_some(&table.header);
        for row in header.into_iter().chain(&table.rows) {
            if let [name, meaning] = row.as_slice() {
                let (name, meaning) = (joined(name), joined(meaning));
                match (name.plain.is_empty(), meaning.plain.is_empty()) {
                    (true, true) => {}
                    (false, true) => self.not_understood(&name.plain, Lacking::Meaning, row[0].span),
                    (true, false) => self.not_understood(&meaning.plain, Lacking::Name, row[1].span),
                    (false, false) => self.entry(&name.plain, &meaning, row[0].span),
                }
            }
        }
        match table.clone().take_caption() {
            Some(caption) => Taken::Part(caption),
            None => Taken::All,
        }
    }

    fn list(&mut self, list: &List) -> Taken {
        let mut is_plain = true;
        for item in &list.items {
            let Item { line, task: _, items, rest, span: _ } = item;
            is_plain &= items.is_empty() && rest.is_none();
            match split(&line.plain) {
                Some((name, start)) => self.entry(name, &after(line.clone(), start), line.span),
                None => self.not_understood(&line.plain, Lacking::Form, line.span),
            }
        }
        if is_plain { Taken::All } else { Taken::Nothing }
    }

    /// Lines of text are entries when they start with an acronym; others are only text.
    fn prose(&mut self, prose: &Prose) -> Taken {
        let mut taken = Vec::new();
        for paragraph in paragraphs(prose.html.unfilled()) {
            let lines = lines(&prose.html, paragraph.clone());
            let entries: Vec<(&str, Line)> = lines
                .iter()
                .filter_map(|line| {
                    let (name, start) = split(&line.plain)?;
                    names(name).iter().all(|name| uses::is_acronym(name)).then_some(())?;
                    Some((name, after(line.clone(), start)))
                })
                .collect();
            if !entries.is_empty() && entries.len() == lines.len() {
                taken.push(paragraph.start - "<p>".len()..paragraph.end + "</p>".len());
            }
            for (name, meaning) in entries {
                let span = self.place_of(name, prose.span);
                self.entry(name, &meaning, span);
            }
        }
        let rest = prose.html.without(&taken);
        if taken.is_empty() {
            return Taken::Nothing;
        }
        match rest.unfilled().trim().is_empty() {
            true => Taken::All,
            false => Taken::Part(Prose { html: rest, span: prose.span }),
        }
    }

    /// Where a name starts a line of a text.
    fn place_of(&self, name: &str, within: Span) -> Span {
        let text = self.source.text.get(within.start..within.end).unwrap_or_default();
        let known = self.entries.last().map_or(0, |entry| entry.span.end.saturating_sub(within.start));
        let found = text.get(known..).and_then(|rest| rest.find(name)).map(|at| within.start + known + at);
        found.map_or(within, |start| Span::new(start, start + name.len()))
    }

    /// Notes an entry, or several when one meaning is that of several acronyms.
    fn entry(&mut self, name: &str, meaning: &Line, span: Span) {
        if name.is_empty() || meaning.plain.is_empty() {
            let read = if name.is_empty() { &meaning.plain } else { name };
            return self.not_understood(read, Lacking::Form, span);
        }
        let line = self.lines.get_or_init(|| Lines::of(&self.source.text)).line(span.start);
        for name in names(name) {
            self.entries.push(Entry { name: name.to_owned(), meaning: meaning.clone(), span, line });
        }
    }

    fn not_understood(&mut self, read: &str, lacking: Lacking, span: Span) {
        self.problems.warning(GlossaryProblem::NoMeaning { read: read.to_owned(), lacking }, span);
    }
}

fn joined(cell: &Cell) -> Line {
    Line::joined(&cell.lines)
}

/// The name of an entry, and where its meaning starts: « CRÉ : Conférence régionale des élus ».
fn split(plain: &str) -> Option<(&str, usize)> {
    let colon = plain.char_indices().find(|(at, c)| *c == ':' && !plain[at + 1..].starts_with("//"));
    let equals = plain.char_indices().find(|(_, c)| *c == '=');
    let dash = plain.char_indices().find(|(at, c)| {
        let is_apart = plain[..*at].ends_with(char::is_whitespace)
            && plain[at + c.len_utf8()..].starts_with(char::is_whitespace);
        matches!(c, '–' | '—' | '-' | '−') && is_apart
    });
    let (at, mark) = [colon, equals, dash].into_iter().flatten().min()?;
    let name = plain[..at].trim();
    let rest = &plain[at + mark.len_utf8()..];
    let start = plain.len() - rest.trim_start().len();
    let is_name = !name.is_empty() && name.split_whitespace().count() <= WORDS_OF_NAME;
    (is_name && start < plain.len()).then_some((name, start))
}

/// What a line says from a byte of its plain text on.
fn after(line: Line, start: usize) -> Line {
    let prefix = line.plain[..start].to_owned();
    let mut rest = line.without_start(&prefix);
    // « **CRÉ** : … » leaves the marks of the bold behind.
    for element in ["strong", "em", "b", "i"] {
        let bare = format!("<{element}></{element}>");
        if rest.html.unfilled().starts_with(&bare) {
            let end = rest.html.unfilled().len();
            let skipped = rest.html.unfilled()[bare.len()..].trim_start().len();
            rest.html = rest.html.part(end - skipped..end);
        }
    }
    rest
}

/// « OBNL ou OSBL », « MRC/CLSC »: acronyms that share a meaning.
fn names(name: &str) -> Vec<&str> {
    let parts: Vec<&str> = name
        .split([',', '/'])
        .flat_map(|part| part.split(" ou "))
        .flat_map(|part| part.split(" or "))
        .collect();
    let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() > 1 && parts.iter().all(|part| uses::is_acronym(part)) { parts } else { vec![name] }
}

/// What stands between `<p>` and `</p>`.
fn paragraphs(html: &str) -> Vec<Range<usize>> {
    let mut paragraphs = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find("<p>").map(|found| at + found + "<p>".len()) {
        let Some(close) = html[open..].find("</p>").map(|found| open + found) else { break };
        paragraphs.push(open..close);
        at = close + "</p>".len();
    }
    paragraphs
}

/// The lines of a paragraph, as they were written; those that hold a part of an element are plain.
fn lines(html: &Html, paragraph: Range<usize>) -> Vec<Line> {
    let text = &html.unfilled()[paragraph.clone()];
    let mut lines = Vec::new();
    let mut start = paragraph.start;
    for line in text.split('\n') {
        let range = start..start + line.len();
        start = range.end + 1;
        let (plain, is_whole) = plain(line);
        let without_break = line.trim_end_matches("<br>").trim_end_matches("<br />").len();
        let html = if is_whole {
            html.part(range.start..range.start + without_break)
        } else {
            Line::of_text(&plain, Span::new(0, 0)).html
        };
        if !plain.is_empty() {
            lines.push(Line { html, plain, bold: false, span: Span::new(0, 0) });
        }
    }
    lines
}

/// The words of some HTML, and whether every element opened there is closed there.
fn plain(html: &str) -> (String, bool) {
    let mut words = String::new();
    let (mut depth, mut is_whole) = (0_i32, true);
    for token in html::tokens(html) {
        match token {
            Token::Text(text) => words.push_str(text),
            Token::Hidden(_) => {}
            Token::Tag(tag) if matches!(tag.name, "br" | "img" | "wbr") => {}
            Token::Tag(tag) => {
                depth += match tag.side {
                    Side::Opening => 1,
                    Side::Closing => -1,
                };
                is_whole &= depth >= 0;
            }
        }
    }
    (decoded(&words).trim().to_owned(), is_whole && depth == 0)
}
