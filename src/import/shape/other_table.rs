//! A table that promises no action: written as it is, with its titles where it has some.

use crate::diagnostic::import::ImportProblem;
use crate::import::piece::{Cell, Item, Line, Mark, Piece, Row, Table, Text};

/// The most letters of a title of a column.
const LONGEST_TITLE: usize = 60;

/// A table ready to be written.
pub fn settled(mut table: Table) -> Vec<Piece> {
    let n_columns = table.n_columns();
    if n_columns == 0 {
        return Vec::new();
    }
    if n_columns == 1 || table.rows.len() == 1 {
        return laid_out(table);
    }
    let mut pieces = Vec::new();
    let is_merged =
        |row: &Row| row.cells.iter().any(|cell| !cell.is_empty() && (cell.n_columns > 1 || cell.n_rows > 1));
    if table.rows.iter().any(is_merged) {
        pieces.push(Piece::Remark(ImportProblem::MergedCells));
    }
    let rest_is_longer = table.rows.iter().skip(1).all(holds_more_than_titles);
    if let Some(first) = table.rows.first_mut().filter(|row| !row.is_header) {
        match is_of_titles(first, n_columns, rest_is_longer) {
            true => {
                first.is_header = true;
                pieces.push(Piece::Remark(ImportProblem::GuessedColumns));
            }
            false => pieces.push(Piece::Remark(ImportProblem::NoColumns)),
        }
    }
    // Titles are bold by their place.
    if let Some(first) = table.rows.first_mut().filter(|row| row.is_header) {
        for line in first.cells.iter_mut().flat_map(|cell| &mut cell.lines) {
            line.text = std::mem::take(&mut line.text).without_bold();
        }
    }
    pieces.push(Piece::Table(table));
    pieces
}

/// Whether a first row can be titles: each column has one, short, and all stand out, by their looks or above rows
/// that say much more.
fn is_of_titles(row: &Row, n_columns: usize, rest_is_longer: bool) -> bool {
    let stands_out = |text: &Text| {
        let words = text.words();
        text.is_bold() || (words.chars().any(char::is_alphabetic) && words.to_uppercase() == words)
    };
    let is_title = |cell: &Cell| match cell.lines.as_slice() {
        [line] => !line.is_item && line.text.words().chars().count() <= LONGEST_TITLE,
        _ => false,
    };
    let all_stand_out = row.cells.iter().flat_map(|cell| &cell.lines).all(|line| stands_out(&line.text));
    row.filled().count() == n_columns && row.cells.iter().all(is_title) && (all_stand_out || rest_is_longer)
}

/// Whether a row looks like titles by itself: short words over every column, none of which is a number.
pub fn are_titles(row: &Row, n_columns: usize) -> bool {
    let is_figure = |cell: &Cell| cell.words().chars().any(|c| c.is_ascii_digit());
    is_of_titles(row, n_columns, true) && !row.cells.iter().any(is_figure)
}

/// Whether a row holds a list, several lines or a long text.
fn holds_more_than_titles(row: &Row) -> bool {
    row.cells.iter().any(|cell| {
        cell.lines.len() > 1
            || cell.lines.iter().any(|line| line.is_item)
            || cell.words().chars().count() > LONGEST_TITLE
    })
}

/// A table that only set words on a page, read from left to right and from top to bottom.
fn laid_out(table: Table) -> Vec<Piece> {
    let piece = |line: Line| match line.is_item {
        true => Piece::Item(Item { depth: 0, mark: Mark::Bullet, text: line.text }),
        false => Piece::Paragraph(line.text),
    };
    let of_row = |row: Row| {
        let lines = row.cells.into_iter().flat_map(|cell| cell.lines);
        row.remarks.into_iter().map(Piece::Remark).chain(lines.map(piece)).collect::<Vec<_>>()
    };
    table.rows.into_iter().flat_map(of_row).collect()
}
