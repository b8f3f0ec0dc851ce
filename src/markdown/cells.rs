//! Tables while they are read: rows, cells, and the lines of a cell.

use super::ids::trimmed;
use super::inlines::Taken;
use super::line::OpenLine;
use super::read::{Block, Edge, OpenTable, Reader};
use super::slips::n_cells;
use super::{Alignment, Cell, Piece, Table, table};
use crate::diagnostic::markdown::MarkdownProblem;
use crate::source::Span;

impl Reader<'_> {
    pub fn start_table(&mut self, alignments: Vec<pulldown_cmark::Alignment>, span: Span) {
        let caption = self.take_caption();
        self.piece_or_block(span);
        let alignments = alignments.into_iter().map(alignment).collect();
        self.flow.table = Some(OpenTable { alignments, caption, ..OpenTable::default() });
        self.flow.blocks.push(Block::Table);
    }

    pub fn start_cell(&mut self, span: Span) {
        self.flow.line = Some(OpenLine::new(self.flow.out.mark(), span));
    }

    /// Cuts the cell being read: ends the current line and starts another.
    pub fn break_cell(&mut self, edge: Edge, span: Span) {
        let is_filled = self.flow.line.as_ref().is_some_and(|line| line.is_filled);
        let Some(table) = &mut self.flow.table else { return };
        match (edge, table.edge) {
            // `</li><br>`: the break says again what the edge said.
            (Edge::Line, Edge::Block) if !is_filled && !table.lines.is_empty() => {
                table.edge = Edge::Line;
                return;
            }
            (Edge::Block, _) if !is_filled => {
                if table.lines.is_empty() || table.edge == Edge::Block {
                    table.edge = Edge::Block;
                }
                return;
            }
            (Edge::Line | Edge::Block, Edge::Line | Edge::Block) => {}
        }
        for inline in self.flow.inlines.iter().rev() {
            self.flow.out.close(&inline.name);
        }
        if let Some(line) = self.take_line(Taken::Moved)
            && let Some(table) = &mut self.flow.table
        {
            table.lines.push(line);
            table.edge = edge;
        }
        self.flow.line = Some(OpenLine::new(self.flow.out.mark(), span.at_end()));
        for inline in &self.flow.inlines {
            self.flow.out.append(inline.open.clone());
        }
    }

    pub fn end_cell(&mut self, span: Span) {
        let is_filled = self.flow.line.as_ref().is_some_and(|line| line.is_filled);
        self.end_inlines();
        let line = self.take_line(Taken::Moved);
        let Some(table) = &mut self.flow.table else { return };
        let mut lines = std::mem::take(&mut table.lines);
        let edge = std::mem::take(&mut table.edge);
        // The only line of an empty cell is no line, nor is what follows a last `</p>`.
        let is_one = is_filled || (!lines.is_empty() && edge == Edge::Line);
        if let Some(line) = line.filter(|_| is_one) {
            // Most cells have one line, and room for no more.
            lines.reserve_exact(1);
            lines.push(line);
        }
        table.row.push(Cell { lines, span: trimmed(self.source, span) });
    }

    pub fn end_row(&mut self, span: Span) {
        let Some(table) = &mut self.flow.table else { return };
        let row = std::mem::take(&mut table.row);
        let last = row.last().map_or(span.start, |cell| cell.span.end);
        let n_columns = row.len();
        table.rows.push(row);
        let is_padding = |c: char| c == '|' || c.is_whitespace();
        let tail = &self.source[last.min(span.end)..span.end];
        let start = span.end - tail.trim_start_matches(is_padding).len();
        let left_out = tail.trim_matches(is_padding);
        let written = trimmed(self.source, span);
        let line = &self.source[written.start..written.end];
        let above = std::mem::replace(&mut table.n_open_cells, open_cells(line));
        // A table goes on up to the next empty line: a text right below it is one of its rows.
        if n_columns > 1 && !line.contains('|') {
            self.notes.warning(MarkdownProblem::TextUnderTable, written);
        } else if above
            .is_some_and(|n_above| !line.starts_with('|') && n_above + n_cells(line) == n_columns + 1)
        {
            self.notes.warning(MarkdownProblem::CutRow, written);
        }
        let place = Span::new(start, start + left_out.len());
        if !left_out.is_empty() {
            let text = left_out.to_owned();
            self.notes.warning(MarkdownProblem::TooManyCells { n_columns, text }, place);
        }
    }

    pub fn end_table(&mut self, span: Span) {
        let Some(table) = self.flow.table.take() else { return };
        let mut rows = table.rows.into_iter();
        let header = rows.next().unwrap_or_default();
        let rows = rows.collect();
        let table = Table {
            header,
            rows,
            alignments: table.alignments,
            caption: table.caption,
            heading: self.last_heading.clone(),
            span: trimmed(self.source, span),
        };
        if self.at_top() {
            self.flow.out.clear();
            self.table_above = Some((table.header.len(), table.span.end));
            self.pieces.push(Piece::Table(table));
        } else {
            self.flow.out.fresh_line();
            table::table(&mut self.flow.out, &table);
        }
    }
}

/// How many cells a line has that starts a row and does not end it.
fn open_cells(line: &str) -> Option<usize> {
    let is_open = line.starts_with('|') && (!line.ends_with('|') || line.ends_with("\\|"));
    is_open.then(|| n_cells(line))
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::Unset,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}

/// Elements that separate the lines of a cell.
pub(super) fn is_edge(element: &str) -> bool {
    matches!(element, "p" | "li" | "ul" | "ol" | "div")
}
