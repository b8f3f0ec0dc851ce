//! A spreadsheet into pieces: each sheet a table, under its own title when several hold something.

use std::collections::BTreeMap;

use super::piece::{Cell, Paper, Piece, Row, Run, Table, Text};
use super::refusal::Refusal;
use super::text::items;
use crate::diagnostic::import::ImportProblem;
use crate::sheet::{self, Place, Sheet, column_letters};

/// The most cells of a sheet, empty ones counted: a stray word in its last column makes millions of them.
const MAX_CELLS: usize = 4_000_000;

/// Reads a spreadsheet.
pub fn read(path: &str, bytes: &[u8]) -> Result<Paper, Refusal> {
    let sheets = sheet::read(path, bytes)?;
    let filled: Vec<&Sheet> = sheets.iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    let n_cells = |sheet: &&Sheet| {
        let width = |row: &sheet::Row| row.cells.last().map_or(0, |cell| cell.column + 1);
        sheet.rows.iter().map(width).max().unwrap_or_default().saturating_mul(sheet.rows.len())
    };
    if filled.iter().map(n_cells).any(|n| n > MAX_CELLS) {
        return Err(Refusal::TooLarge);
    }
    let is_alone = filled.len() < 2;
    let mut pieces = Vec::new();
    for sheet in filled {
        if let Some(name) = sheet.name.as_deref().filter(|_| !is_alone) {
            pieces.push(Piece::Heading { level: 2, text: Text::plain(name) });
        }
        let told = |Place { row, column }: &Place| ImportProblem::NoResult {
            cell: format!("{}{row}", column_letters(*column)),
        };
        let is_there = |place: &Place| sheet.rows.binary_search_by_key(&place.row, |row| row.number).is_ok();
        let alone = sheet.uncomputed.iter().filter(|place| !is_there(place));
        pieces.extend(alone.map(told).map(Piece::Remark));
        let mut by_row: BTreeMap<usize, Vec<&Place>> = BTreeMap::new();
        for place in &sheet.uncomputed {
            by_row.entry(place.row).or_default().push(place);
        }
        let rows = sheet.rows.iter().map(|it| {
            let own = by_row.get(&it.number).into_iter().flatten();
            Row { remarks: own.map(|place| told(place)).collect(), ..row(it) }
        });
        pieces.push(Piece::Table(Table { rows: rows.collect() }));
    }
    Ok(Paper { title: None, pieces, pictures: Vec::new() })
}

/// Whether an archive is a document of Word (else a workbook); none for what is neither.
pub fn archived(bytes: &[u8]) -> Option<bool> {
    let archive = bytes.starts_with(b"PK").then(|| sheet::archive::open(bytes).ok()).flatten()?;
    let is_word = archive.holds("word/document.xml");
    let is_workbook = archive.holds("xl/workbook.xml") || archive.holds("content.xml");
    (is_word || is_workbook).then_some(is_word)
}

/// A row with a cell for each column, up to the last one that holds something.
fn row(row: &sheet::Row) -> Row {
    let n_cells = row.cells.last().map_or(0, |cell| cell.column + 1);
    let cells = (0..n_cells).map(|at| row.cell(at).map_or(Cell::of([]), cell));
    Row { cells: cells.collect(), ..Row::default() }
}

fn cell(cell: &sheet::Cell) -> Cell {
    let run = Run { words: cell.text.clone(), link: cell.link.clone(), ..Run::default() };
    Cell::of(items::lines(&Text { runs: vec![run] }))
}
