//! A spreadsheet into pieces: each sheet a table, under its own title when several hold something.

use super::piece::{Cell, Line, Paper, Piece, Row, Run, Table, Text};
use super::refusal::Refusal;
use crate::diagnostic::import::ImportProblem;
use crate::sheet::{self, Place, Sheet, column_letters};

/// Signs that open a point of a list typed in a cell.
const BULLETS: [&str; 6] = ["- ", "• ", "– ", "▪ ", "* ", "· "];

/// Reads a spreadsheet.
pub fn read(path: &str, bytes: &[u8]) -> Result<Paper, Refusal> {
    let sheets = sheet::read(path, bytes)?;
    let filled: Vec<&Sheet> = sheets.iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    let is_alone = filled.len() < 2;
    let mut pieces = Vec::new();
    for sheet in filled {
        if let Some(name) = sheet.name.as_deref().filter(|_| !is_alone) {
            pieces.push(Piece::Heading { level: 2, text: Text::plain(name) });
        }
        let places = sheet.uncomputed.iter();
        pieces.extend(places.map(|Place { row, column }| {
            let cell = format!("{}{row}", column_letters(*column));
            Piece::Remark(ImportProblem::NoResult { cell })
        }));
        pieces.push(Piece::Table(Table { rows: sheet.rows.iter().map(row).collect() }));
    }
    Ok(Paper { title: None, pieces, pictures: Vec::new() })
}

/// A row with a cell for each column, up to the last one that holds something.
fn row(row: &sheet::Row) -> Row {
    let n_cells = row.cells.last().map_or(0, |cell| cell.column + 1);
    let cells = (0..n_cells).map(|at| row.cell(at).map_or(Cell::of([]), cell));
    Row { cells: cells.collect(), ..Row::default() }
}

fn cell(cell: &sheet::Cell) -> Cell {
    Cell::of(cell.text.lines().map(|line| {
        let line = line.trim();
        let point = BULLETS.iter().find_map(|sign| line.strip_prefix(sign));
        let words = point.unwrap_or(line).trim().to_owned();
        let link = cell.link.clone();
        Line { is_item: point.is_some(), text: Text { runs: vec![Run { words, link, ..Run::default() }] } }
    }))
}
