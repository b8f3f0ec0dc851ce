//! Reads an `.ods`: the tables of its `content.xml`.
//!
//! `calamine` reads these too, but repeats what a short file says is repeated before anyone can
//! count, never ends on a table that is not closed, and does not tell which cells are merged.

use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::archive::Archive;
use super::{Cell, Gathered, Merged, Refusal, Sheet, Value};
use crate::date::Date;
use crate::diagnostic::sheet::SheetProblem;

/// The sheets that people see, in the order of their tabs.
pub fn read(mut archive: Archive<'_>) -> Result<Vec<Sheet>, Refusal> {
    let manifest = archive.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(SheetProblem::Password.into());
    }
    let content = archive.text("content.xml")?.ok_or(SheetProblem::Damaged)?;
    let mut reader = Reader::from_str(&content);
    reader.config_mut().expand_empty_elements = true;
    let mut reading = Reading::default();
    loop {
        match reader.read_event().map_err(|_| SheetProblem::Damaged)? {
            Event::Start(start) if reading.passes_over(&start)? => {
                reader.read_to_end(start.name()).map_err(|_| SheetProblem::Damaged)?;
            }
            Event::Start(start) => reading.open(&start)?,
            Event::End(end) => reading.close(end.name().0)?,
            Event::Text(text) => reading.add(&text.xml10_content()),
            Event::CData(text) => reading.add(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                match entity.resolve_char_ref().map_err(|_| SheetProblem::Damaged)? {
                    Some(c) => reading.add(c.encode_utf8(&mut [0; 4])),
                    None => {
                        let known = quick_xml::escape::resolve_xml_entity(&entity.xml10_content());
                        reading.add(known.ok_or(SheetProblem::Damaged)?);
                    }
                }
            }
            Event::Eof => return reading.finish(),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// Where the reader stands in the tables.
#[derive(Default)]
struct Reading {
    /// The style that was opened last, and the styles of tables that are not shown.
    style: String,
    hidden: BTreeSet<String>,
    sheets: Vec<Sheet>,
    table: Option<Table>,
}

/// The table that is open.
#[derive(Default)]
struct Table {
    name: String,
    gathered: Gathered,
    merged: Vec<Merged>,
    /// How many rows are behind.
    n_rows: usize,
    row: Option<OpenRow>,
    cell: Option<OpenCell>,
}

#[derive(Default)]
struct OpenRow {
    repeated: usize,
    weight: Gathered,
    cells: Vec<Cell>,
    /// How many columns are behind.
    n_columns: usize,
}

#[derive(Default)]
struct OpenCell {
    repeated: usize,
    rows_spanned: usize,
    /// `float`, `percentage`, `date`, `string`…
    nature: String,
    /// What the cell holds when it is not its words.
    held: String,
    words: String,
    n_paragraphs: usize,
    /// Where its first words with a link lead.
    link: Option<String>,
}

impl Reading {
    /// The notes pinned on a cell are not its words, and nobody sees a hidden table.
    fn passes_over(&self, start: &BytesStart<'_>) -> Result<bool, Refusal> {
        match start.name().0 {
            "office:annotation" => Ok(true),
            "table:table" => {
                let style = attribute(start, "table:style-name")?;
                Ok(style.is_some_and(|style| self.hidden.contains(&style)))
            }
            _ => Ok(false),
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = start.name();
        if name.0 == "style:style" {
            self.style = attribute(start, "style:name")?.unwrap_or_default();
        }
        if name.0 == "style:table-properties"
            && attribute(start, "table:display")?.as_deref() == Some("false")
        {
            self.hidden.insert(self.style.clone());
        }
        if name.0 == "table:table" && self.table.is_none() {
            let name = attribute(start, "table:name")?.unwrap_or_default();
            self.table = Some(Table { name, ..Table::default() });
        }
        let Some(table) = &mut self.table else { return Ok(()) };
        match name.0 {
            "table:table-row" => {
                let repeated = count(start, "table:number-rows-repeated")?;
                table.row = Some(OpenRow { repeated, ..OpenRow::default() });
            }
            "table:table-cell" | "table:covered-table-cell" => table.cell = Some(open_cell(start)?),
            _ => {
                if let Some(cell) = &mut table.cell {
                    cell.open(name.0);
                    if name.0 == "text:a" && cell.link.is_none() {
                        cell.link = attribute(start, "xlink:href")?;
                    }
                }
            }
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        let Some(table) = &mut self.table else { return Ok(()) };
        match name {
            "table:table-cell" | "table:covered-table-cell" => table.close_cell(),
            "table:table-row" => table.close_row(),
            "table:table" => {
                let Some(Table { name, mut gathered, merged, .. }) = self.table.take() else { return Ok(()) };
                gathered.fill_down(&merged)?;
                self.sheets.push(Sheet { name: Some(name), rows: gathered.rows, uncomputed: Vec::new() });
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn add(&mut self, text: &str) {
        if let Some(cell) = self.table.as_mut().and_then(|table| table.cell.as_mut())
            && cell.n_paragraphs > 0
        {
            cell.words.push_str(text);
        }
    }

    /// Every table must have been closed: what is cut short may miss entries.
    fn finish(self) -> Result<Vec<Sheet>, Refusal> {
        if self.table.is_some() { Err(SheetProblem::Damaged.into()) } else { Ok(self.sheets) }
    }
}

impl Table {
    fn close_cell(&mut self) -> Result<(), Refusal> {
        let (Some(open), Some(row)) = (self.cell.take(), &mut self.row) else { return Ok(()) };
        if let Some(cell) = open.cell(row.n_columns) {
            if open.rows_spanned > 1 {
                let (first, column) = (self.n_rows + 1, cell.column);
                self.merged.push(Merged {
                    first,
                    last: self.n_rows.saturating_add(open.rows_spanned),
                    column,
                });
            }
            row.weight.weigh(open.repeated.saturating_mul(cell.weight()))?;
            let columns = (0..open.repeated).map(|further| row.n_columns.saturating_add(further));
            row.cells.extend(columns.map(|column| Cell { column, ..cell.clone() }));
        }
        row.n_columns = row.n_columns.saturating_add(open.repeated);
        Ok(())
    }

    fn close_row(&mut self) -> Result<(), Refusal> {
        let Some(row) = self.row.take() else { return Ok(()) };
        if !row.cells.is_empty() {
            for further in 1..=row.repeated {
                self.gathered.push(self.n_rows.saturating_add(further), row.cells.clone())?;
            }
        }
        self.n_rows = self.n_rows.saturating_add(row.repeated);
        Ok(())
    }
}

fn open_cell(start: &BytesStart<'_>) -> Result<OpenCell, Refusal> {
    let mut cell = OpenCell { repeated: 1, rows_spanned: 1, ..OpenCell::default() };
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| SheetProblem::Damaged)?;
        let value = || attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| SheetProblem::Damaged);
        match attribute.key.0 {
            "table:number-columns-repeated" => {
                cell.repeated = value()?.parse().map_err(|_| SheetProblem::Damaged)?
            }
            "table:number-rows-spanned" => {
                cell.rows_spanned = value()?.parse().map_err(|_| SheetProblem::Damaged)?
            }
            "office:value-type" => cell.nature = value()?.into_owned(),
            "office:value" | "office:date-value" | "office:string-value" => cell.held = value()?.into_owned(),
            _ => {}
        }
    }
    Ok(cell)
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
    let Some(attribute) = start.try_get_attribute(name).map_err(|_| SheetProblem::Damaged)? else {
        return Ok(None);
    };
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| SheetProblem::Damaged)?;
    Ok(Some(value.into_owned()))
}

/// A number of repetitions: 1 when nothing is said.
fn count(start: &BytesStart<'_>, name: &str) -> Result<usize, Refusal> {
    match attribute(start, name)? {
        Some(written) => Ok(written.parse().map_err(|_| SheetProblem::Damaged)?),
        None => Ok(1),
    }
}

impl OpenCell {
    /// Paragraphs, and the marks that stand for white space in them.
    fn open(&mut self, name: &str) {
        match name {
            "text:p" => {
                if self.n_paragraphs > 0 {
                    self.words.push('\n');
                }
                self.n_paragraphs += 1;
            }
            "text:line-break" => self.words.push('\n'),
            // Runs of spaces mean nothing in a log.
            "text:s" | "text:tab" => self.words.push(' '),
            _ => {}
        }
    }

    fn cell(&self, column: usize) -> Option<Cell> {
        let number = || self.held.parse::<f64>().ok().filter(|number| number.is_finite());
        let words =
            || Cell::new(column, &self.words, Value::Text).map(|cell| cell.leading(self.link.clone()));
        match self.nature.as_str() {
            "float" | "currency" => number().map_or_else(words, |number| Cell::number(column, number)),
            "percentage" => number().map_or_else(words, |share| Cell::share(column, share)),
            "date" => {
                let day = self.held.get(..10).and_then(Date::parse);
                day.map_or_else(words, |day| Cell::day(column, day))
            }
            _ if self.n_paragraphs == 0 => Cell::new(column, &self.held, Value::Text),
            _ => words(),
        }
    }
}
