//! Moves every place of a body, when the text that was read is not the one the author wrote.

use super::{Body, Cell, Footnote, Heading, Html, Item, Line, Piece, Prose};
use crate::source::Span;

impl Body {
    /// The same body with each place where `place` says it is in the author's file.
    pub fn placed(mut self, place: &dyn Fn(Span) -> Span) -> Body {
        for piece in &mut self.pieces {
            match piece {
                Piece::Heading(heading) => {
                    let Heading { line, span, .. } = heading;
                    *span = place(*span);
                    self::line(line, place);
                }
                Piece::Table(table) => {
                    table.span = place(table.span);
                    table.caption.iter_mut().for_each(|it| line(it, place));
                    table
                        .header
                        .iter_mut()
                        .chain(table.rows.iter_mut().flatten())
                        .for_each(|it| cell(it, place));
                }
                Piece::List(list) => {
                    list.span = place(list.span);
                    html(&mut list.html, place);
                    list.items.iter_mut().for_each(|it| item(it, place));
                }
                Piece::Definitions(definitions) => {
                    definitions.span = place(definitions.span);
                    html(&mut definitions.html, place);
                    for (term, said) in &mut definitions.entries {
                        line(term, place);
                        said.iter_mut().for_each(|it| line(it, place));
                    }
                }
                Piece::Prose(it) => prose(it, place),
            }
        }
        self.footnotes.iter_mut().for_each(|Footnote { label: _, html: text }| html(text, place));
        self.whole.iter_mut().for_each(|whole| html(whole, place));
        self
    }
}

fn cell(cell: &mut Cell, place: &dyn Fn(Span) -> Span) {
    let Cell { lines, span } = cell;
    *span = place(*span);
    lines.iter_mut().for_each(|it| line(it, place));
}

fn item(item: &mut Item, place: &dyn Fn(Span) -> Span) {
    let Item { line: words, task: _, items, rest, span } = item;
    *span = place(*span);
    line(words, place);
    items.iter_mut().for_each(|it| self::item(it, place));
    rest.iter_mut().for_each(|it| prose(it, place));
}

fn prose(prose: &mut Prose, place: &dyn Fn(Span) -> Span) {
    prose.span = place(prose.span);
    html(&mut prose.html, place);
}

fn line(line: &mut Line, place: &dyn Fn(Span) -> Span) {
    line.span = place(line.span);
    html(&mut line.html, place);
}

fn html(html: &mut Html, place: &dyn Fn(Span) -> Span) {
    html.holes.iter_mut().for_each(|hole| hole.span = hole.span.map(&place));
}
