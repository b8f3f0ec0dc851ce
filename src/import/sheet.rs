//! A spreadsheet into pieces: each sheet a table, under its own title when several hold something.

mod merged;
mod openings;
mod remarks;
#[cfg(test)]
mod tests;

use super::piece::{Cell, Look, Paper, Piece, Row, Run, Table, Text};
use super::refusal::Refusal;
use super::text::items;
use crate::diagnostic::import::ImportProblem;
use crate::kind::plan::columns::{self, Column};
use crate::lang::Lang;
use crate::sheet::around::Part;
use crate::sheet::{self, Place, Sheet, Value};

/// The most cells of a sheet, empty ones counted: a stray word in its last column makes millions of them.
const MAX_CELLS: usize = 4_000_000;

/// How far down the titles of the columns may stand.
const N_ABOVE: usize = 15;

/// Reads a spreadsheet, as it shows itself to readers of a language.
pub fn read(path: &str, bytes: &[u8], lang: Lang) -> Result<Paper, Refusal> {
    let sheets = sheet::read_shown(path, bytes, lang)?;
    let is_filled = |sheet: &&Sheet| !sheet.rows.is_empty();
    let (hidden, seen): (Vec<&Sheet>, Vec<&Sheet>) = sheets.iter().partition(|sheet| sheet.around.is_hidden);
    let n_cells = |sheet: &&Sheet| width(sheet).saturating_mul(sheet.rows.len());
    if seen.iter().map(n_cells).any(|n| n > MAX_CELLS) {
        return Err(Refusal::TooLarge);
    }
    let mut pieces = Vec::new();
    let names: Vec<String> = hidden.into_iter().filter(is_filled).filter_map(|it| it.name.clone()).collect();
    if !names.is_empty() {
        pieces.push(Piece::Remark(ImportProblem::SheetsLeft { names }));
    }
    let is_alone = seen.iter().filter(|sheet| is_filled(sheet)).count() < 2;
    let mut tables = Vec::with_capacity(seen.len());
    for sheet in &seen {
        tables.push(table(sheet)?);
    }
    let title = if is_alone { None } else { openings::taken(&seen, &mut tables) };
    for (sheet, table) in seen.into_iter().zip(tables) {
        if let Some(name) = sheet.name.as_deref().filter(|_| !is_alone && is_filled(&sheet)) {
            pieces.push(Piece::Heading { level: 2, text: Text::plain(name) });
        }
        pieces.extend(remarks::of_sheet(sheet).into_iter().map(Piece::Remark));
        if !table.rows.is_empty() {
            pieces.push(Piece::Table(table));
        }
    }
    Ok(Paper { title, pieces, pictures: Vec::new() })
}

/// Whether an archive is a document of Word (else a workbook); none for what is neither.
pub fn archived(bytes: &[u8]) -> Option<bool> {
    let archive = bytes.starts_with(b"PK").then(|| sheet::archive::open(bytes).ok()).flatten()?;
    let is_word = archive.holds("word/document.xml");
    let is_workbook = archive.holds("xl/workbook.xml") || archive.holds("content.xml");
    (is_word || is_workbook).then_some(is_word)
}

/// How many columns a sheet has, up to the last one that holds something.
fn width(sheet: &Sheet) -> usize {
    let width = |row: &sheet::Row| row.cells.last().map_or(0, |cell| cell.column + 1);
    sheet.rows.iter().map(width).max().unwrap_or_default()
}

fn table(sheet: &Sheet) -> Result<Table, Refusal> {
    let numbers = number_columns(sheet);
    let mut rows: Vec<Row> = sheet.rows.iter().map(|it| row(it, sheet, &numbers)).collect();
    merged::cover(&mut rows, sheet, width(sheet))?;
    for (place, remark) in remarks::of_cells(sheet) {
        if let Ok(at) = sheet.rows.binary_search_by_key(&place.row, |row| row.number) {
            rows[at].remarks.push(remark);
        }
    }
    Ok(Table { rows })
}

/// The columns whose title says that they number the rows.
fn number_columns(sheet: &Sheet) -> Vec<usize> {
    let titles = sheet.rows.iter().take(N_ABOVE).flat_map(|row| &row.cells);
    let titles = titles.filter(|cell| matches!(cell.value, Value::Text));
    titles.filter(|cell| columns::recognise(&cell.text) == Column::Number).map(|cell| cell.column).collect()
}

/// A row with a cell for each column, up to the last one that holds something.
fn row(row: &sheet::Row, sheet: &Sheet, numbers: &[usize]) -> Row {
    let n_cells = row.cells.last().map_or(0, |cell| cell.column + 1);
    let cells = (0..n_cells).map(|at| {
        let place = Place { row: row.number, column: at };
        let parts = sheet.around.struck.get(&place);
        row.cell(at).map_or(Cell::of([]), |it| cell(it, parts, numbers.contains(&at)))
    });
    Row { cells: cells.collect(), ..Row::default() }
}

fn cell(cell: &sheet::Cell, parts: Option<&Vec<Part>>, is_number: bool) -> Cell {
    let run = |words: &str, is_struck| {
        let look = Look { is_struck, ..Look::default() };
        Run { words: words.to_owned(), look, link: cell.link.clone(), ..Run::default() }
    };
    // White space of a file that does not say to keep it is read in more than one way.
    let letters = |words: &str| words.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let is_alike = |parts: &&Vec<Part>| {
        parts.iter().map(|part| letters(&part.words)).collect::<String>() == letters(&cell.text)
    };
    let runs = match parts.filter(is_alike).map(Vec::as_slice) {
        Some([whole]) if is_number => vec![run(&numbered(cell), whole.is_struck)],
        Some(parts) => parts.iter().map(|part| run(&part.words, part.is_struck)).collect(),
        None if is_number => vec![run(&numbered(cell), false)],
        None => vec![run(&cell.text, false)],
    };
    Cell::of(items::lines(&Text { runs }))
}

/// The number of an action has a point, where an amount has a comma.
fn numbered(cell: &sheet::Cell) -> String {
    let dotted = cell.text.replace(',', ".");
    let is_decimal = matches!(cell.value, Value::Number(number) if dotted.parse() == Ok(number));
    if is_decimal { dotted } else { cell.text.clone() }
}
