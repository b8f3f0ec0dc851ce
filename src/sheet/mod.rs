//! Spreadsheets into rows: the bytes of a `.csv`, an `.xlsx` or an `.ods`, and where each cell stands.
//!
//! What a file is, its bytes say: a workbook that bears the name of a text is read as a workbook.

#[cfg(feature = "sheets")]
pub(crate) mod archive;
pub mod around;
#[cfg(feature = "import")]
mod number_format;
#[cfg(feature = "sheets")]
mod ods;
#[cfg(feature = "sheets")]
mod text;
#[cfg(feature = "sheets")]
mod xlsx;

use crate::date::Date;
use crate::diagnostic::sheet::SheetProblem;
#[cfg(feature = "import")]
use crate::lang::Lang;
use crate::source::Span;
#[cfg(feature = "sheets")]
use around::Area;
use around::Around;

/// The most filled rows that a sheet may have.
///
/// Four entries a week for twenty actions make 4 000 rows in a year: what goes beyond is an accident.
pub const MAX_ROWS: usize = 200_000;

/// The most bytes that the cells of a sheet may take: they all stand in memory at once, and a short
/// file can repeat a long text without end.
#[cfg(feature = "sheets")]
const MAX_WEIGHT: usize = 256 << 20;

/// A table of a file, as its author sees it. Empty rows and empty cells are left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The word on its tab; none in a `.csv`.
    pub name: Option<String>,
    pub rows: Vec<Row>,
    /// Formulas of which the file does not hold the result: a program that computes nothing wrote them.
    pub uncomputed: Vec<Place>,
    /// What it shows besides, which a log does not ask.
    pub around: Around,
}

/// A cell by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Counted from 1.
    pub row: usize,
    /// Counted from 0.
    pub column: usize,
}

/// A row that holds something.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Counted from 1, as in the margin of the sheet.
    pub number: usize,
    /// Never empty, in the order of their columns.
    pub cells: Vec<Cell>,
}

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Counted from 0: column A is 0.
    pub column: usize,
    /// As shown, without spaces around it; never empty. A date reads `2013-10-11`, a share `35 %`.
    pub text: String,
    pub value: Value,
    /// Where a workbook says that it leads, when that is not what it shows.
    pub link: Option<String>,
    /// Its place in the text; none in a workbook, and in a text that is not UTF-8.
    pub span: Option<Span>,
}

/// What a cell is besides its text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    Text,
    /// A cell that a spreadsheet holds as a number: 2.1 and 2.10 are the same.
    Number(f64),
    /// A cell that a spreadsheet holds as a day.
    Day(Date),
}

/// Why a file was not read, and where in its text when that says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    pub problem: SheetProblem,
    pub span: Option<Span>,
}

impl From<SheetProblem> for Refusal {
    fn from(problem: SheetProblem) -> Refusal {
        Refusal { problem, span: None }
    }
}

impl Row {
    /// The cell of a column, when it holds something.
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        Some(&self.cells[at])
    }
}

/// What is read of a workbook.
#[cfg(feature = "sheets")]
#[derive(Debug, Clone, Copy, Default)]
enum Form {
    /// The rows of the sheets that people see: numbers and days as they are held, and the words of a merged cell in
    /// each row that it covers.
    #[default]
    Held,
    /// Numbers and days as they are shown to readers of a language, merged cells as they stand, and what is around.
    #[cfg(feature = "import")]
    Shown(Lang),
}

#[cfg(feature = "sheets")]
impl Form {
    fn is_shown(self) -> bool {
        match self {
            Form::Held => false,
            #[cfg(feature = "import")]
            Form::Shown(_) => true,
        }
    }
}

/// Reads every sheet of a file that people see, in the order of its tabs.
#[cfg(feature = "sheets")]
pub fn read(path: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    read_in(path, bytes, Form::Held)
}

/// Reads every sheet of a file as it shows it to readers of a language; a hidden one says that it is.
#[cfg(feature = "import")]
pub fn read_shown(path: &str, bytes: &[u8], lang: Lang) -> Result<Vec<Sheet>, Refusal> {
    read_in(path, bytes, Form::Shown(lang))
}

#[cfg(feature = "sheets")]
fn read_in(path: &str, bytes: &[u8], form: Form) -> Result<Vec<Sheet>, Refusal> {
    const ARCHIVE: &[u8] = b"PK\x03\x04";
    const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    if bytes.starts_with(ARCHIVE) {
        let archive = archive::open(bytes)?;
        return if archive.holds("content.xml") {
            ods::read(archive, form)
        } else {
            xlsx::read(bytes, archive, form)
        };
    }
    if bytes.starts_with(COMPOUND) {
        // A locked workbook stands whole, encrypted, in a compound file; its parts have UTF-16 names.
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_locked = bytes.windows(name.len()).any(|window| window == name);
        return Err(if is_locked { SheetProblem::Password } else { SheetProblem::OldWorkbook }.into());
    }
    match path.rsplit_once('.') {
        Some((_, extension)) if extension.eq_ignore_ascii_case("csv") => Ok(vec![text::read(bytes)?]),
        Some(_) | None => Err(SheetProblem::NotAWorkbook.into()),
    }
}

/// Says that this program reads no spreadsheets.
#[cfg(not(feature = "sheets"))]
pub fn read(_path: &str, _bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    Err(SheetProblem::NotBuilt.into())
}

/// The letters of a column counted from 0: A, Z, AA.
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).expect("a rest of a division by 26 is a byte");
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Rows while they are gathered, held to what a log may weigh.
#[cfg(feature = "sheets")]
#[derive(Debug, Default)]
struct Gathered {
    rows: Vec<Row>,
    weight: usize,
}

#[cfg(feature = "sheets")]
impl Gathered {
    /// Adds the cells of a row, in the order of their columns; rows come in the order of their numbers.
    fn push(&mut self, number: usize, cells: Vec<Cell>) -> Result<(), Refusal> {
        if cells.is_empty() {
            return Ok(());
        }
        if self.rows.len() == MAX_ROWS {
            return Err(SheetProblem::TooManyRows { limit: MAX_ROWS }.into());
        }
        self.weigh(cells.iter().map(Cell::weight).sum())?;
        self.rows.push(Row { number, cells });
        Ok(())
    }

    fn weigh(&mut self, n_bytes: usize) -> Result<(), Refusal> {
        self.weight = self.weight.saturating_add(n_bytes);
        if self.weight > MAX_WEIGHT { Err(SheetProblem::TooLarge.into()) } else { Ok(()) }
    }

    /// Gives each row the cells that are merged into it from above: a date written once for the
    /// three actions of a meeting is the date of each.
    fn fill_down(&mut self, merged: &[Area]) -> Result<(), Refusal> {
        for Area { first: Place { row: first, column }, last } in merged {
            let start = self.rows.partition_point(|row| row.number < *first);
            let end = self.rows.partition_point(|row| row.number <= last.row);
            let Some(above) = self.rows.get(start).filter(|row| row.number == *first) else { continue };
            let Some(cell) = above.cell(*column).cloned() else { continue };
            self.weigh(end.saturating_sub(start).saturating_mul(cell.weight()))?;
            for row in self.rows.get_mut(start + 1..end).unwrap_or_default() {
                if let Err(at) = row.cells.binary_search_by_key(column, |cell| cell.column) {
                    row.cells.insert(at, cell.clone());
                }
            }
        }
        Ok(())
    }
}

#[cfg(feature = "sheets")]
impl Cell {
    /// A cell with its text made plain; none when it holds nothing.
    fn new(column: usize, text: &str, value: Value) -> Option<Cell> {
        let text = text.trim();
        let shown = || text.replace("\r\n", "\n");
        (!text.is_empty()).then(|| Cell { column, text: shown(), value, link: None, span: None })
    }

    /// The same cell, which leads somewhere.
    fn leading(self, to: Option<String>) -> Cell {
        let link = to.filter(|to| *to != self.text);
        Cell { link, ..self }
    }

    /// A number as a spreadsheet shows it: without a final `.0`, to the 15 digits it keeps.
    fn number(column: usize, number: f64) -> Option<Cell> {
        Cell::new(column, &held(number), Value::Number(number))
    }

    /// A share, which spreadsheets hold as a part of 1.
    fn share(column: usize, share: f64) -> Option<Cell> {
        Cell::new(column, &format!("{} %", held(share * 100.0)), Value::Text)
    }

    /// How many bytes it takes.
    fn weight(&self) -> usize {
        size_of::<Cell>() + self.text.len() + self.link.as_ref().map_or(0, String::len)
    }

    fn day(column: usize, day: Date) -> Option<Cell> {
        Cell::new(column, &day.to_string(), Value::Day(day))
    }
}

#[cfg(feature = "sheets")]
fn held(number: f64) -> String {
    let kept: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    kept.to_string()
}

#[cfg(test)]
mod tests {
    use super::column_letters;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let check = |column: usize, letters: &str| assert_eq!(column_letters(column), letters);
        check(0, "A");
        check(25, "Z");
        check(26, "AA");
        check(701, "ZZ");
        check(702, "AAA");
        check(16_383, "XFD");
    }
}
