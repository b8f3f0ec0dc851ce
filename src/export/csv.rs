//! `actions.csv`: the actions of a plan for programs, one row each.
//!
//! RFC 4180 with commas, in every language: a separator that changed with the language of the page
//! would break what reads the file. A French Excel opens such a file in one column; it has
//! `actions.xlsx` beside it, made for it. The mark at the start (BOM) makes the accents right there
//! too.
//!
//! A text that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises
//! ("CSV Injection"): texts that begin with `=`, `+`, `-`, `@`, a tab or an end of line. `plan.json`
//! and `actions.xlsx` hold the same texts untouched.

use super::rows::{self, Cell};
use super::{Beyond, Format, Subject};

/// The table of a plan for programs.
pub const FORMAT: Format =
    Format { file: "actions.csv", name: "CSV", title: "downloads.table", suits: |_, _| true, write };

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

fn write(subject: &Subject<'_>) -> Result<Vec<u8>, Beyond> {
    let table = rows::table(subject);
    let titles = table.columns.iter().map(|column| column.title.clone()).collect();
    let rows = table.rows.into_iter().map(|row| row.into_iter().map(written).collect());
    Ok(file(std::iter::once(titles).chain(rows)))
}

/// Rows of one length as a file, titles first; no text is taken for a formula.
pub fn file(rows: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    for row in rows {
        let row: Vec<String> = row.into_iter().map(harmless).collect();
        writer.write_record(&row).expect("rows of one length, written to memory");
    }
    writer.into_inner().expect("memory takes all that is written")
}

fn written(cell: Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text,
        Cell::Date(date) => date.to_string(),
        Cell::Percent(percent) => percent.to_string(),
    }
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text }
}
