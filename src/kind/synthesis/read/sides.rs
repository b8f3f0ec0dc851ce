//! Tables whose columns answer each other: « Positifs | Négatifs », « Question | Réponses ».

use super::Reader;
use super::cells::{self, holds_items};
use crate::kind::synthesis::vocabulary::{self, Column};
use crate::kind::synthesis::{Columns, Contribution, Labels};
use crate::markdown::{Cell, Line, Table};

/// Whether a table holds contributions: its cells hold lists, or its titles are sides of a question.
pub fn is_columns(table: &Table, text: &str) -> bool {
    table.rows.iter().flatten().any(|cell| holds_list(cell, text)) || n_sides(table) >= 2
}

fn n_sides(table: &Table) -> usize {
    table.header.iter().filter(|cell| is_side(cell)).count()
}

fn is_side(title: &Cell) -> bool {
    vocabulary::column(&cells::title(title).plain) == Column::Side
}

/// A list typed in a cell, or written there in HTML, which leaves no mark on its lines.
fn holds_list(cell: &Cell, text: &str) -> bool {
    holds_items(cell) || holds_html_list(cell, text)
}

fn holds_html_list(cell: &Cell, text: &str) -> bool {
    text.get(cell.span.start..cell.span.end).is_some_and(|written| written.contains("<li"))
}

/// Whether the first column only names the rows: it holds no list, and others do.
fn names_rows(table: &Table, text: &str) -> bool {
    let of_column = |at: usize| table.rows.iter().filter_map(move |row| row.get(at));
    let is_named = |at: usize| table.header.get(at).is_some_and(is_side);
    let others_hold =
        (1..table.header.len()).any(|at| is_named(at) || of_column(at).any(|cell| holds_list(cell, text)));
    table.header.len() > 1 && !is_named(0) && others_hold && !of_column(0).any(|cell| holds_list(cell, text))
}

impl Reader<'_> {
    pub fn columns(&mut self, table: &Table) -> Columns {
        let n_labels = usize::from(names_rows(table, self.text));
        let titles = table.header.iter().skip(n_labels).map(cells::title).collect();
        let labels = (n_labels > 0).then(|| Labels {
            title: table.header.first().map(cells::title).unwrap_or_default(),
            rows: table.rows.iter().map(|row| row.first().map(cells::title).unwrap_or_default()).collect(),
        });
        let rows = table
            .rows
            .iter()
            .map(|row| row.iter().skip(n_labels).map(|cell| self.contributions_of_cell(cell)).collect());
        Columns { labels, titles, rows: rows.collect(), span: table.span }
    }

    fn contributions_of_cell(&mut self, cell: &Cell) -> Vec<Contribution> {
        let lines: Vec<Line> = if holds_items(cell) {
            cells::items(cell)
        } else if holds_html_list(cell, self.text) {
            cells::lines(cell)
        } else {
            vec![cells::without_bullet(&Line::joined(&cell.lines))]
        };
        let said = lines.into_iter().filter(|line| !line.html.is_empty());
        said.map(|line| {
            let span = line.span;
            self.contribution(line, span)
        })
        .collect()
    }
}
