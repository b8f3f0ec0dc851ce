//! Tables: their grid, the cells that are merged, and those that only lay out a page.

use super::super::piece::{Cell, Item, Line, Mark, Piece, Row, Table, Text};
use super::super::text::{cut, items};
use super::tree::Tree;
use crate::diagnostic::import::ImportProblem;

/// More columns in one cell than a table of people has.
const WIDEST: usize = 60;

/// A row of a table, by the places of its cells.
pub(super) struct Found {
    pub cells: Vec<usize>,
    is_in_head: bool,
}

/// The rows of a table, without those of tables inside it.
pub(super) fn rows(tree: &Tree, table: usize) -> Vec<Found> {
    let mut rows = Vec::new();
    for part in &tree.node(table).children {
        match tree.name(*part) {
            "tr" => rows.push(found(tree, *part, false)),
            name @ ("thead" | "tbody" | "tfoot") => {
                let own = tree.node(*part).children.iter().filter(|row| tree.name(**row) == "tr");
                rows.extend(own.map(|row| found(tree, *row, name == "thead")));
            }
            _ => {}
        }
    }
    rows.retain(|row| !row.cells.is_empty());
    rows
}

fn found(tree: &Tree, row: usize, is_in_head: bool) -> Found {
    let cells = tree.node(row).children.iter().copied();
    Found { cells: cells.filter(|cell| matches!(tree.name(*cell), "td" | "th")).collect(), is_in_head }
}

/// Whether a table only lays out what it holds.
pub(super) fn is_layout(tree: &Tree, table: usize, rows: &[Found]) -> bool {
    const BLOCKS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table"];
    let role = tree.element(table).and_then(|element| element.attribute("role"));
    let mut cells = rows.iter().flat_map(|row| &row.cells);
    let is_line = rows.len() < 2 || rows.iter().all(|row| row.cells.len() < 2);
    role.is_some_and(|role| matches!(role, "presentation" | "none"))
        || rows.iter().map(|row| row.cells.len()).sum::<usize>() == 1
        || (is_line && cells.any(|cell| tree.holds(*cell, BLOCKS)))
}

/// The grid of a table whose cells hold these lines, row after row.
pub(super) fn grid(tree: &Tree, rows: &[Found], mut lines: impl FnMut(usize) -> Vec<Line>) -> Table {
    let mut grid: Vec<Vec<Option<Cell>>> = rows.iter().map(|_| Vec::new()).collect();
    for (at, row) in rows.iter().enumerate() {
        let mut column = 0;
        for cell in &row.cells {
            let span = |name: &str| tree.element(*cell)?.attribute(name)?.trim().parse::<usize>().ok();
            while grid[at].get(column).is_some_and(Option::is_some) {
                column += 1;
            }
            let free = grid[at].iter().skip(column).take_while(|place| place.is_none()).count();
            let n_free = if column + free < grid[at].len() { free } else { WIDEST };
            // Past that, a cell that covers others only weighs.
            let is_far = column > WIDEST;
            let n_columns =
                span("colspan").unwrap_or(1).clamp(1, if is_far { 1 } else { n_free.clamp(1, WIDEST) });
            let below = if is_far { 1 } else { rows.len() - at };
            let n_rows = match span("rowspan") {
                Some(0) => below,
                Some(n_rows) => n_rows.min(below),
                None => 1,
            };
            let own = Cell { n_columns, n_rows, ..Cell::of(lines(*cell)) };
            for row in &mut grid[at..at + n_rows] {
                if row.len() < column + n_columns {
                    row.resize(column + n_columns, None);
                }
                for place in &mut row[column..column + n_columns] {
                    place.get_or_insert_with(Cell::covered);
                }
            }
            grid[at][column] = Some(own);
            column += n_columns;
        }
    }
    settled(tree, rows, grid)
}

/// The table of a grid: every row as wide as the others, without the columns in which no cell starts.
fn settled(tree: &Tree, rows: &[Found], grid: Vec<Vec<Option<Cell>>>) -> Table {
    let width = grid.iter().map(Vec::len).max().unwrap_or_default();
    let starts = |column: usize| {
        let mut cells = grid.iter().filter_map(|row| row.get(column)?.as_ref());
        cells.any(|cell| !cell.is_covered)
    };
    let kept: Vec<bool> = (0..width).map(starts).collect();
    let row = |(found, mut cells): (&Found, Vec<Option<Cell>>)| {
        cells.resize(width, None);
        let mut own = Vec::new();
        for (column, cell) in cells.into_iter().enumerate().filter(|(column, _)| kept[*column]) {
            let mut cell = cell.unwrap_or_else(|| Cell::of([]));
            let covers = column..(column + cell.n_columns).min(width);
            cell.n_columns = kept[covers].iter().filter(|is_kept| **is_kept).count().max(1);
            own.push(cell);
        }
        // One cell over the whole table is a title of rows, not of columns.
        let is_whole = width > 1 && found.cells.len() == 1 && own.first().is_some_and(|it| it.n_columns > 1);
        let is_all_titles = found.cells.iter().all(|cell| tree.name(*cell) == "th");
        Row { cells: own, is_header: !is_whole && (found.is_in_head || is_all_titles), ..Row::default() }
    };
    let rows = rows.iter().zip(grid).map(row).filter(|row| row.cells.iter().any(is_something));
    Table { rows: rows.collect() }
}

fn is_something(cell: &Cell) -> bool {
    !cell.is_empty() || cell.is_covered
}

/// What stands in a cell, and what cannot stand there.
#[derive(Default)]
pub(super) struct Inside {
    pub lines: Vec<Line>,
    /// What is told of it.
    pub before: Vec<Piece>,
    /// Pictures and footnotes.
    pub after: Vec<Piece>,
}

/// Pieces as the lines of a cell.
pub(super) fn into_lines(pieces: Vec<Piece>) -> Inside {
    let mut inside = Inside::default();
    for piece in pieces {
        match piece {
            Piece::Heading { text, .. } | Piece::Paragraph(text) => inside.lines.extend(items::lines(&text)),
            Piece::Item(Item { depth: _, mark, text }) => {
                let sign = match mark {
                    Mark::Bullet | Mark::Number(_) => "",
                    Mark::Box { is_ticked: true } => "☑ ",
                    Mark::Box { is_ticked: false } => "☐ ",
                };
                let of_item = |(at, text): (usize, Text)| {
                    let before = if at == 0 { Text::plain(sign).runs } else { Vec::new() };
                    let runs = before.into_iter().chain(text.runs).collect();
                    Line { is_item: at == 0, text: Text { runs } }
                };
                inside.lines.extend(cut::lines(&text).into_iter().enumerate().map(of_item));
            }
            Piece::Table(table) => {
                inside.before.push(Piece::Remark(ImportProblem::NestedTable));
                inside.lines.extend(table.rows.iter().map(line_of_row));
            }
            Piece::Picture { .. } | Piece::Note { .. } => inside.after.push(piece),
            Piece::Remark(_) => inside.before.push(piece),
        }
    }
    inside
}

/// A row of a table inside a cell, on one line.
fn line_of_row(row: &Row) -> Line {
    let mut text = Text::default();
    for line in row.filled().flat_map(|(_, cell)| &cell.lines) {
        if !text.runs.is_empty() {
            text.runs.extend(Text::plain(" – ").runs);
        }
        text.runs.extend(line.text.runs.iter().cloned());
    }
    Line { is_item: false, text }
}
