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
    let mut file = File::new();
    table.columns.iter().for_each(|column| file.cell(&column.title));
    file.end_row();
    for row in &table.rows {
        for cell in row {
            match cell {
                Cell::Empty => file.cell(""),
                Cell::Text(text) => file.cell(text),
                Cell::Date(date) => file.cell(&date.to_string()),
                Cell::Percent(percent) => file.cell(&percent.to_string()),
            }
        }
        file.end_row();
    }
    Ok(file.finish())
}

/// Rows of one length as a file, titles first; no text is taken for a formula.
pub struct File {
    writer: csv::Writer<Vec<u8>>,
}

impl File {
    pub fn new() -> File {
        let mut writer = csv::WriterBuilder::new();
        File { writer: writer.terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec()) }
    }

    pub fn cell(&mut self, text: &str) {
        let written = match text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
            true => self.writer.write_field(format!("'{text}")),
            false => self.writer.write_field(text),
        };
        written.expect("memory takes all that is written");
    }

    /// Every row has as many cells as the first.
    pub fn end_row(&mut self) {
        self.writer.write_record(None::<&[u8]>).expect("rows of one length, written to memory");
    }

    pub fn finish(self) -> Vec<u8> {
        self.writer.into_inner().expect("memory takes all that is written")
    }
}
