//! A spreadsheet into pieces: each sheet a table, under its own title when there are several.

use super::piece::{Cell, Paper, Piece, Row, Table};
use super::refusal::Refusal;
use crate::sheet;

/// Reads a spreadsheet.
pub fn read(path: &str, bytes: &[u8]) -> Result<Paper, Refusal> {
    let sheets = sheet::read(path, bytes)?;
    let rows = sheets.into_iter().flat_map(|sheet| sheet.rows).map(|row| {
        let n_cells = row.cells.last().map_or(0, |cell| cell.column + 1);
        let cell = |at| row.cell(at).map_or(Cell::of([]), |cell| Cell::plain(&cell.text));
        Row { cells: (0..n_cells).map(cell).collect(), is_header: false }
    });
    let table = Table { rows: rows.collect() };
    Ok(Paper { title: None, pieces: vec![Piece::Table(table)], pictures: Vec::new() })
}
