//! Reads an `.xlsx`, cell by cell: a sheet with one cell in its last corner takes no more room than it holds.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::archive::Archive;
use super::{Cell, Gathered, Merged, Place, Refusal, Sheet, Value};
use crate::date::Date;
use crate::diagnostic::sheet::SheetProblem;
use crate::filled::Filled;

/// The sheets that people see, in the order of their tabs. The archive has been weighed.
pub fn read(bytes: &[u8], archive: &Archive<'_>) -> Result<Vec<Sheet>, Refusal> {
    // Looking for links reads a sheet once more.
    let may_hold_links = archive.holds_folder("xl/worksheets/_rels/");
    // `calamine` takes some of what workbooks usually hold for granted; a broken one must stay a
    // problem of its file.
    panic::catch_unwind(|| sheets(bytes, may_hold_links))
        .unwrap_or_else(|_| Err(SheetProblem::Damaged.into()))
}

fn sheets(bytes: &[u8], may_hold_links: bool) -> Result<Vec<Sheet>, Refusal> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(refusal)?;
    let seen = workbook.sheets_metadata().iter();
    let seen = seen.filter(|it| it.typ == SheetType::WorkSheet && it.visible == SheetVisible::Visible);
    let names: Vec<String> = seen.map(|sheet| sheet.name.clone()).collect();
    let mut sheets = Vec::new();
    for name in names {
        let links = if may_hold_links { links(&mut workbook, &name) } else { BTreeMap::new() };
        let Rows { mut gathered, empty } = rows(&mut workbook, &name, &links)?;
        let uncomputed = match empty {
            Some(Empty) => uncomputed(&mut workbook, &name),
            None => Vec::new(),
        };
        let merged = workbook.merge_cells_by_sheet_name(&name).map_err(refusal)?;
        let merged: Vec<Merged> = merged
            .iter()
            .map(|area| Merged {
                first: row(area.start.0),
                last: row(area.end.0),
                column: index(area.start.1),
            })
            .collect();
        gathered.fill_down(&merged)?;
        sheets.push(Sheet { name: Some(name), rows: gathered.rows, uncomputed });
    }
    Ok(sheets)
}

fn refusal(error: XlsxError) -> Refusal {
    if matches!(error, XlsxError::Password) { SheetProblem::Password } else { SheetProblem::Damaged }.into()
}

/// Where cells lead, by row and column. A link over several cells is that of the first.
type Links = BTreeMap<(u32, u32), String>;

/// One that cannot be read costs no row.
fn links(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Links {
    let found = workbook.hyperlinks_by_sheet_name(name).unwrap_or_default();
    let placed = found.into_iter().filter_map(|link| {
        let to = link.target?;
        Some((link.range.start, link.location.map_or_else(|| to.clone(), |within| format!("{to}#{within}"))))
    });
    placed.filled()
}

/// Formulas of which the file does not hold the result. A sheet that cannot be read again costs no row.
fn uncomputed(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Vec<Place> {
    let Ok(mut reader) = workbook.worksheet_cells_reader(name) else { return Vec::new() };
    let mut places = Vec::new();
    while let Ok(Some(read)) = reader.next_cell_with_formula_metadata() {
        if read.formula.is_some() && matches!(read.value, DataRef::Empty) {
            places.push(Place { row: row(read.pos.0), column: index(read.pos.1) });
        }
    }
    places
}

/// A cell that is written and holds no value: it is shaped, or is a formula.
struct Empty;

struct Rows {
    gathered: Gathered,
    /// Looking for formulas reads a sheet once more: it is for those that have such a cell.
    empty: Option<Empty>,
}

fn rows(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, links: &Links) -> Result<Rows, Refusal> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(refusal)?;
    let shares: Vec<bool> = reader
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%')))
        .collect();
    let mut found: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
    let mut weight = Gathered::default();
    let mut empty = None;
    while let Some((read, style)) = reader.next_cell_with_style_id().map_err(refusal)? {
        let (row, column) = read.get_position();
        if matches!(read.get_value(), DataRef::Empty) {
            empty = Some(Empty);
        }
        let is_share = shares.get(style).is_some_and(|share| *share);
        if let Some(cell) = cell(index(column), read.get_value(), is_share.then_some(Share)) {
            let cell = cell.leading(links.get(&(row, column)).cloned());
            weight.weigh(cell.weight())?;
            found.entry(row).or_default().push(cell);
        }
    }
    let mut gathered = Gathered::default();
    for (number, mut cells) in found {
        cells.sort_by_key(|cell| cell.column);
        cells.dedup_by_key(|cell| cell.column);
        gathered.push(row(number), cells)?;
    }
    Ok(Rows { gathered, empty })
}

/// A cell that is shown as a percentage.
struct Share;

fn cell(column: usize, data: &DataRef<'_>, share: Option<Share>) -> Option<Cell> {
    let text = |text: &str| Cell::new(column, text, Value::Text);
    match data {
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet holds every number as a float")]
        DataRef::Int(number) => Cell::number(column, *number as f64),
        DataRef::Float(number) => match share {
            Some(Share) => Cell::share(column, *number),
            None => Cell::number(column, *number),
        },
        DataRef::String(words) => text(words),
        DataRef::SharedString(words) => text(words),
        DataRef::Bool(true) => text("VRAI"),
        DataRef::Bool(false) => text("FAUX"),
        DataRef::DateTime(moment) if moment.is_datetime() && moment.as_f64() >= 1.0 => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let day =
                Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
            Cell::day(column, day)
        }
        DataRef::DateTime(duration) => Cell::number(column, duration.as_f64()),
        DataRef::DateTimeIso(written) => match written.get(..10).and_then(Date::parse) {
            Some(day) => Cell::day(column, day),
            None => text(written),
        },
        DataRef::DurationIso(written) => text(written),
        DataRef::Error(error) => text(&error.to_string()),
        DataRef::Empty => None,
    }
}

fn row(index_from_0: u32) -> usize {
    index(index_from_0) + 1
}

fn index(position: u32) -> usize {
    usize::try_from(position).expect("an index of a sheet fits in memory")
}
