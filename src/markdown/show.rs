//! Pieces as HTML, as an article shows them.

use super::draft::Draft;
use super::table::table;
use super::{Body, Heading, Html, Line, Piece};
use crate::html::{self, Side, Tag, Token};
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
            None => joined(&self.pieces),
        }
    }
}

/// One after the other, in no more room than they take: thousands of documents stay in memory.
fn joined(pieces: &[Piece]) -> Html {
    let mut out = Draft::with_room(pieces.iter().map(Piece::room).sum());
    pieces.iter().for_each(|piece| piece.write(&mut out));
    let Draft { mut text, mut holes, raw: _ } = out;
    text.shrink_to_fit();
    holes.shrink_to_fit();
    Html { text, holes }
}

impl Heading {
    /// Whether one of its attributes names the axis of the mission that it contributes to.
    pub fn is_axis(name: &str) -> bool {
        matches!(name.trim_end_matches(':').to_lowercase().as_str(), "axe" | "axes" | "axis")
    }
}

impl Piece {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Piece::Heading(heading) => heading.span,
            Piece::Table(table) => table.span,
            Piece::List(list) => list.span,
            Piece::Definitions(definitions) => definitions.span,
            Piece::Prose(prose) => prose.span,
        }
    }

    /// The piece as HTML, as it stands in an article.
    pub fn html(&self) -> Html {
        joined(std::slice::from_ref(self))
    }

    /// How many bytes it takes as HTML, tables and headings at a guess.
    fn room(&self) -> usize {
        match self {
            Piece::Heading(heading) => {
                heading.line.html.text.len() + heading.id.len() + "<h2 id=\"\"></h2>\n".len()
            }
            Piece::Table(table) => table.room(),
            Piece::List(list) => list.html.text.len(),
            Piece::Definitions(definitions) => definitions.html.text.len(),
            Piece::Prose(prose) => prose.html.text.len(),
        }
    }

    fn write(&self, out: &mut Draft) {
        match self {
            Piece::Heading(it) => heading(out, it),
            Piece::Table(it) => table(out, it),
            Piece::List(list) => out.append_html(&list.html),
            Piece::Definitions(definitions) => out.append_html(&definitions.html),
            Piece::Prose(prose) => out.append_html(&prose.html),
        }
    }
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
        let bold = self.bold || is_bold(&html.text);
        Line { html, plain, bold, span }
    }
}

/// Whether every word is in bold: of « 1.1 **Planter** », what follows the number is.
fn is_bold(html: &str) -> bool {
    let (mut n_open, mut is_all, mut has_words) = (0_usize, true, false);
    // Nearly all texts have no tag at all.
    for token in html::tokens(if html.contains('<') { html } else { "" }) {
        match token {
            Token::Tag(Tag { name: "strong" | "b", side: Side::Opening, .. }) => n_open += 1,
            Token::Tag(Tag { name: "strong" | "b", side: Side::Closing, .. }) => {
                n_open = n_open.saturating_sub(1)
            }
            Token::Text(text) if text.contains(char::is_alphanumeric) => {
                has_words = true;
                is_all &= n_open > 0;
            }
            Token::Text(_) | Token::Tag(_) | Token::Hidden(_) => {}
        }
    }
    has_words && is_all
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
