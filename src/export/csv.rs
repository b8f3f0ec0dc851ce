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
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    let titles = table.columns.iter().map(|column| harmless(column.title.clone())).collect();
    let rows = table.rows.into_iter().map(|row| row.into_iter().map(written).collect());
    for record in std::iter::once(titles).chain(rows) {
        let record: Vec<String> = record;
        writer.write_record(&record).expect("rows of one length, written to memory");
    }
    Ok(writer.into_inner().expect("memory takes all that is written"))
}

fn written(cell: Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Date(date) => date.to_string(),
        Cell::Percent(percent) => percent.to_string(),
    }
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text }
}
