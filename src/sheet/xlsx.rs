//! Reads an `.xlsx`, cell by cell: a sheet with one cell in its last corner takes no more room than it holds.

#[cfg(feature = "import")]
mod scan;
#[cfg(feature = "import")]
mod shown;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::Range;
use std::panic;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};

use super::archive::Archive;
#[cfg(feature = "import")]
use super::around::Part;
use super::around::{Area, Around};
use super::{Cell, Form, Gathered, Place, Refusal, Sheet, Value};
use crate::date::Date;
use crate::diagnostic::sheet::SheetProblem;
use crate::filled::Filled;

/// The sheets, in the order of their tabs. The archive has been weighed.
pub fn read(bytes: &[u8], archive: Archive<'_>, form: Form) -> Result<Vec<Sheet>, Refusal> {
    // Looking for links reads a sheet once more.
    let may_hold_links = archive.holds_folder("xl/worksheets/_rels/");
    // `calamine` takes some of what workbooks usually hold for granted; a broken one must stay a
    // problem of its file.
    let sheets = panic::catch_unwind(|| sheets(bytes, may_hold_links, form))
        .unwrap_or_else(|_| Err(SheetProblem::Damaged.into()))?;
    match form {
        Form::Held => Ok(sheets),
        #[cfg(feature = "import")]
        Form::Shown(_) => scan::with_around(sheets, archive),
    }
}

fn sheets(bytes: &[u8], may_hold_links: bool, form: Form) -> Result<Vec<Sheet>, Refusal> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(refusal)?;
    let mut sheets = Vec::new();
    for Tab { name, is_hidden, is_of_cells } in tabs(&workbook, form) {
        if !is_of_cells {
            let around = Around { is_hidden, n_pictures: 1, ..Around::default() };
            sheets.push(Sheet { name: Some(name), rows: Vec::new(), uncomputed: Vec::new(), around });
            continue;
        }
        let links = if may_hold_links { links(&mut workbook, &name) } else { BTreeMap::new() };
        let Rows { mut gathered, empty, mut around } = rows(&mut workbook, &name, &links, form)?;
        let uncomputed = match empty {
            Some(Empty) => uncomputed(&mut workbook, &name),
            None => Vec::new(),
        };
        let merged = workbook.merge_cells_by_sheet_name(&name).map_err(refusal)?;
        let place = |(at, column): (u32, u32)| Place { row: row(at), column: index(column) };
        let merged: Vec<Area> =
            merged.iter().map(|area| Area { first: place(area.start), last: place(area.end) }).collect();
        match form.is_shown() {
            true => around.merged = merged,
            false => gathered.fill_down(&merged)?,
        }
        around.is_hidden = is_hidden;
        sheets.push(Sheet { name: Some(name), rows: gathered.rows, uncomputed, around });
    }
    Ok(sheets)
}

/// A sheet as the workbook lists it.
struct Tab {
    name: String,
    is_hidden: bool,
    /// Whether it has cells: a chart may be a sheet of its own.
    is_of_cells: bool,
}

fn tabs(workbook: &Xlsx<Cursor<&[u8]>>, form: Form) -> Vec<Tab> {
    let tabs = workbook.sheets_metadata().iter().map(|sheet| Tab {
        name: sheet.name.clone(),
        is_hidden: sheet.visible != SheetVisible::Visible,
        is_of_cells: sheet.typ == SheetType::WorkSheet,
    });
    tabs.filter(|tab| form.is_shown() || (!tab.is_hidden && tab.is_of_cells)).collect()
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

/// From 1 January 1900 to 31 December 9999, in days as spreadsheets count them.
const DAYS: Range<f64> = 1.0..2_958_466.0;

/// A cell that is written and holds no value: it is shaped, or is a formula.
struct Empty;

struct Rows {
    gathered: Gathered,
    /// Looking for formulas reads a sheet once more: it is for those that have such a cell.
    empty: Option<Empty>,
    around: Around,
}

/// How the cells of a style show what they hold.
struct Look {
    is_share: bool,
    #[cfg(feature = "import")]
    shown: Option<shown::Look>,
}

impl Look {
    #[cfg_attr(not(feature = "import"), expect(unused_variables, reason = "nothing is asked beyond shares"))]
    fn of(style: &Style, form: Form) -> Look {
        Look {
            is_share: style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%')),
            #[cfg(feature = "import")]
            shown: match form {
                Form::Held => None,
                Form::Shown(lang) => Some(shown::Look::of(style, lang)),
            },
        }
    }
}

fn rows(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, links: &Links, form: Form) -> Result<Rows, Refusal> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(refusal)?;
    let looks: Vec<Look> = reader.styles().iter().map(|style| Look::of(style, form)).collect();
    let mut found: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
    let mut weight = Gathered::default();
    let (mut empty, mut around) = (None, Around::default());
    while let Some((read, style)) = reader.next_cell_with_style_id().map_err(refusal)? {
        let (row, column) = read.get_position();
        if matches!(read.get_value(), DataRef::Empty) {
            empty = Some(Empty);
        }
        let look = looks.get(style);
        if let Some(cell) = cell(index(column), read.get_value(), look) {
            let cell = cell.leading(links.get(&(row, column)).cloned());
            weight.weigh(cell.weight())?;
            note_look(look, &cell, self::row(row), &mut around);
            found.entry(row).or_default().push(cell);
        }
    }
    let mut gathered = Gathered::default();
    for (number, mut cells) in found {
        cells.sort_by_key(|cell| cell.column);
        cells.dedup_by_key(|cell| cell.column);
        gathered.push(row(number), cells)?;
    }
    Ok(Rows { gathered, empty, around })
}

/// Notes what the words of a cell look like, where that says something.
#[cfg(feature = "import")]
fn note_look(look: Option<&Look>, cell: &Cell, row: usize, around: &mut Around) {
    if look.and_then(|look| look.shown.as_ref()).is_some_and(|look| look.is_struck) {
        let part = Part { words: cell.text.clone(), is_struck: true };
        around.struck.insert(Place { row, column: cell.column }, vec![part]);
    }
}

#[cfg(not(feature = "import"))]
fn note_look(_look: Option<&Look>, _cell: &Cell, _row: usize, _around: &mut Around) {}

fn cell(column: usize, data: &DataRef<'_>, look: Option<&Look>) -> Option<Cell> {
    #[cfg(feature = "import")]
    if let Some(shown) = look.and_then(|look| look.shown.as_ref()?.cell(column, data)) {
        return shown;
    }
    let text = |text: &str| Cell::new(column, text, Value::Text);
    match data {
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet holds every number as a float")]
        DataRef::Int(number) => Cell::number(column, *number as f64),
        DataRef::Float(number) => match look.is_some_and(|look| look.is_share) {
            true => Cell::share(column, *number),
            false => Cell::number(column, *number),
        },
        DataRef::String(words) => text(words),
        DataRef::SharedString(words) => text(words),
        DataRef::Bool(true) => text("VRAI"),
        DataRef::Bool(false) => text("FAUX"),
        DataRef::DateTime(moment) if moment.is_datetime() && DAYS.contains(&moment.as_f64()) => {
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
