//! Pieces as HTML, as an article shows them.

use super::draft::Draft;
use super::{Body, Heading, Hole, Html, Line, Piece, Table};
use crate::source::Span;

impl Body {
    /// The whole body as HTML, footnotes left out.
    ///
    /// The pieces one after the other, except when the author opens an element in one piece and
    /// closes it in another (`<details>` around a list): then the whole is coherent while its
    /// pieces, each closed for itself, would not be.
    pub fn html(&self) -> Html {
        match &self.whole {
            Some(whole) => whole.clone(),
            None => joined(self.pieces.iter().map(Piece::html).collect()),
        }
    }

    /// The same, for who has no other use of the pieces: most of them are moved.
    pub fn into_html(self) -> Html {
        match self.whole {
            Some(whole) => whole,
            None => joined(self.pieces.into_iter().map(Piece::into_html).collect()),
        }
    }
}

/// One after the other, in no more room than they take: thousands of documents stay in memory.
fn joined(parts: Vec<Html>) -> Html {
    let mut html = Html {
        text: String::with_capacity(parts.iter().map(|part| part.text.len()).sum()),
        holes: Vec::with_capacity(parts.iter().map(|part| part.holes.len()).sum()),
    };
    for Html { text, holes } in parts {
        let offset = html.text.len();
        html.text.push_str(&text);
        html.holes.extend(holes.into_iter().map(|hole| Hole { at: hole.at + offset, ..hole }));
    }
    html
}

impl Piece {
    /// The piece as HTML, as it stands in an article.
    pub fn html(&self) -> Html {
        match self {
            Piece::Heading(heading) => heading.html(),
            Piece::Table(table) => table.html(),
            Piece::List(list) => list.html.clone(),
            Piece::Definitions(definitions) => definitions.html.clone(),
            Piece::Prose(prose) => prose.html.clone(),
        }
    }

    fn into_html(self) -> Html {
        match self {
            Piece::Heading(heading) => heading.html(),
            Piece::Table(table) => table.html(),
            Piece::List(list) => list.html,
            Piece::Definitions(definitions) => definitions.html,
            Piece::Prose(prose) => prose.html,
        }
    }
}

impl Heading {
    fn html(&self) -> Html {
        let mut out = Draft::default();
        heading(&mut out, self);
        Html { text: out.text, holes: out.holes }
    }
}

/// Writes a table that stands within another block.
pub(super) fn table(out: &mut Draft, table: &Table) {
    out.append(Draft::of(table.html()));
}

/// Writes a heading with its anchor. Of the author's attributes only the language is HTML.
pub(super) fn heading(out: &mut Draft, heading: &Heading) {
    let Heading { level, line, id, classes, attributes, id_is_written: _, span: _ } = heading;
    let level = (b'0' + level).into();
    out.markup("<h");
    out.text.push(level);
    attribute(out, "id", id);
    if !classes.is_empty() {
        attribute(out, "class", &classes.join(" "));
    }
    if let Some((_, lang)) = attributes.iter().find(|(name, _)| name == "lang") {
        attribute(out, "lang", lang);
    }
    out.markup(">");
    out.append_html(&line.html);
    out.markup("</h");
    out.text.push(level);
    out.markup(">\n");
}

pub(super) fn attribute(out: &mut Draft, name: &str, value: &str) {
    out.markup(" ");
    out.markup(name);
    out.markup("=\"");
    out.escaped(value);
    out.markup("\"");
}

impl Line {
    /// The line without this text at its start (a list mark such as `- `), when it starts with it.
    ///
    /// Markup around the text stays: `<strong>- a</strong>` becomes `<strong>a</strong>`.
    pub fn without_start(self, start: &str) -> Line {
        let Some(rest) = self.plain.strip_prefix(start) else { return self };
        let Some(html) = html_without_start(&self.html, start) else { return self };
        let plain = rest.trim().to_owned();
        let skipped = start.len() + (rest.len() - rest.trim_start().len());
        let span = Span::new((self.span.start + skipped).min(self.span.end), self.span.end);
        Line { html, plain, bold: self.bold, span }
    }
}

/// None when a hole or an unexpected character stands within the text to remove.
fn html_without_start(html: &Html, start: &str) -> Option<Html> {
    let mut expected = String::new();
    super::draft::escape_into(&mut expected, start);
    let first_hole_in_text = html.holes.first().map_or(html.text.len(), |hole| hole.at);
    let mut expected = expected.as_str();
    let mut kept = String::new();
    let mut at = 0;
    while !expected.is_empty() {
        let rest = &html.text[at..];
        if let Some(tag) = rest.strip_prefix('<') {
            let end = at + tag.find('>')? + 2;
            if first_hole_in_text < end {
                return None;
            }
            kept.push_str(&html.text[at..end]);
            at = end;
        } else {
            let c = rest.chars().next()?;
            expected = expected.strip_prefix(c)?;
            at += c.len_utf8();
        }
    }
    if first_hole_in_text < at {
        return None;
    }
    let rest = html.text[at..first_hole_in_text].trim_ascii_start();
    at = first_hole_in_text - rest.len();
    let removed = at - kept.len();
    let holes = html.holes.iter().cloned().map(|mut hole| {
        hole.at -= removed;
        hole
    });
    kept.push_str(&html.text[at..]);
    Some(Html { text: kept, holes: holes.collect() })
}
