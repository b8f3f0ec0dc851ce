//! Reads an `.ods`: the tables of its `content.xml`.
//!
//! `calamine` reads these too, but repeats what a short file says is repeated before anyone can
//! count, never ends on a table that is not closed, and does not tell which cells are merged.

mod cell;

use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::archive::Archive;
use super::around::{Area, Around, Part};
use super::{Cell, Form, Gathered, Place, Refusal, Sheet};
use crate::diagnostic::sheet::SheetProblem;
use cell::{Above, OpenCell};

/// The sheets, in the order of their tabs.
pub fn read(mut archive: Archive<'_>, form: Form) -> Result<Vec<Sheet>, Refusal> {
    let manifest = archive.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(SheetProblem::Password.into());
    }
    let content = archive.text("content.xml")?.ok_or(SheetProblem::Damaged)?;
    let mut reader = Reader::from_str(&content);
    reader.config_mut().expand_empty_elements = true;
    let mut reading = Reading { form, ..Reading::default() };
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
    form: Form,
    /// The style that was opened last, and the styles of tables that are not shown, of words that are struck through.
    style: String,
    hidden: BTreeSet<String>,
    struck: BTreeSet<String>,
    sheets: Vec<Sheet>,
    table: Option<Table>,
    /// What lies over the cells, while it is open.
    above: Option<Above>,
}

/// The table that is open.
#[derive(Default)]
struct Table {
    name: String,
    gathered: Gathered,
    merged: Vec<Area>,
    around: Around,
    /// How many columns are described.
    n_columns: usize,
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

impl Reading {
    /// The notes pinned on a cell are not its words, and nobody sees a hidden table.
    fn passes_over(&self, start: &BytesStart<'_>) -> Result<bool, Refusal> {
        match start.name().0 {
            "office:annotation" => Ok(!self.form.is_shown()),
            "table:table" => Ok(!self.form.is_shown() && self.hides(start)?),
            _ => Ok(false),
        }
    }

    fn hides(&self, table: &BytesStart<'_>) -> Result<bool, Refusal> {
        let style = attribute(table, "table:style-name")?;
        Ok(style.is_some_and(|style| self.hidden.contains(&style)))
    }

    /// Whether an element lies over the cells, or within what does.
    fn opens_above(&mut self, name: &str) -> bool {
        if !self.form.is_shown() || self.table.is_none() {
            return false;
        }
        match &mut self.above {
            Some(above) => above.open(name),
            None if matches!(name, "office:annotation" | "draw:frame" | "draw:custom-shape") => {
                let name = name.to_owned();
                self.above = Some(Above { name, depth: 1, is_in_paragraph: false, words: String::new() });
            }
            None => return false,
        }
        true
    }

    /// Whether what ends lies over the cells, or within what does.
    fn closes_above(&mut self, name: &str) -> bool {
        if !self.form.is_shown() {
            return false;
        }
        let Some(above) = &mut self.above else { return false };
        above.is_in_paragraph &= name != "text:p";
        above.depth -= usize::from(above.name == name);
        if above.depth == 0
            && let (Some(above), Some(table)) = (self.above.take(), &mut self.table)
        {
            table.note(above);
        }
        true
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = start.name();
        if self.opens_above(name.0) {
            return Ok(());
        }
        if name.0 == "style:style" {
            self.style = attribute(start, "style:name")?.unwrap_or_default();
        }
        if name.0 == "style:table-properties"
            && attribute(start, "table:display")?.as_deref() == Some("false")
        {
            self.hidden.insert(self.style.clone());
        }
        if self.form.is_shown()
            && name.0 == "style:text-properties"
            && attribute(start, "style:text-line-through-style")?.is_some_and(|line| line != "none")
        {
            self.struck.insert(self.style.clone());
        }
        if name.0 == "table:table" && self.table.is_none() {
            let name = attribute(start, "table:name")?.unwrap_or_default();
            let around = Around { is_hidden: self.hides(start)?, ..Around::default() };
            self.table = Some(Table { name, around, ..Table::default() });
        }
        let Some(table) = &mut self.table else { return Ok(()) };
        match name.0 {
            "table:table-row" => {
                let repeated = count(start, "table:number-rows-repeated")?;
                if is_hidden(start)? {
                    let last = table.n_rows.saturating_add(repeated);
                    Around::hide(&mut table.around.hidden_rows, table.n_rows.saturating_add(1), last);
                }
                table.row = Some(OpenRow { repeated, ..OpenRow::default() });
            }
            "table:table-column" => {
                let first = table.n_columns;
                table.n_columns = first.saturating_add(count(start, "table:number-columns-repeated")?);
                if is_hidden(start)? && table.n_columns > first {
                    Around::hide(&mut table.around.hidden_columns, first, table.n_columns - 1);
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                table.cell = Some(OpenCell::read(start, self.form)?)
            }
            _ => {
                if let Some(cell) = &mut table.cell {
                    cell.open(name.0);
                    if name.0 == "text:span" {
                        let style = attribute(start, "text:style-name")?;
                        cell.spans.push(style.is_some_and(|style| self.struck.contains(&style)));
                    }
                    if name.0 == "text:a" && cell.link.is_none() {
                        cell.link = attribute(start, "xlink:href")?;
                    }
                }
            }
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        if self.closes_above(name) {
            return Ok(());
        }
        let Some(table) = &mut self.table else { return Ok(()) };
        match name {
            "table:table-cell" | "table:covered-table-cell" => table.close_cell(&self.struck),
            "table:table-row" => table.close_row(),
            "table:table" => self.close_table(),
            "text:span" => {
                table.cell.as_mut().and_then(|cell| cell.spans.pop());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn close_table(&mut self) -> Result<(), Refusal> {
        let Some(Table { name, mut gathered, merged, mut around, .. }) = self.table.take() else {
            return Ok(());
        };
        match self.form.is_shown() {
            true => around.merged = merged,
            false => gathered.fill_down(&merged)?,
        }
        let (name, rows) = (Some(name), gathered.rows);
        self.sheets.push(Sheet { name, rows, uncomputed: Vec::new(), around });
        Ok(())
    }

    fn add(&mut self, text: &str) {
        if let Some(above) = &mut self.above {
            if above.is_in_paragraph {
                above.words.push_str(text);
            }
            return;
        }
        if let Some(cell) = self.table.as_mut().and_then(|table| table.cell.as_mut())
            && cell.n_paragraphs > 0
        {
            cell.add(text);
        }
    }

    /// Every table must have been closed: what is cut short may miss entries.
    fn finish(self) -> Result<Vec<Sheet>, Refusal> {
        if self.table.is_some() { Err(SheetProblem::Damaged.into()) } else { Ok(self.sheets) }
    }
}

impl Table {
    fn close_cell(&mut self, struck: &BTreeSet<String>) -> Result<(), Refusal> {
        let (Some(open), Some(row)) = (self.cell.take(), &mut self.row) else { return Ok(()) };
        if let Some(cell) = open.cell(row.n_columns) {
            let first = Place { row: self.n_rows.saturating_add(1), column: cell.column };
            if open.rows_spanned > 1 || open.columns_spanned > 1 {
                let last = Place {
                    row: self.n_rows.saturating_add(open.rows_spanned.max(1)),
                    column: cell.column.saturating_add(open.columns_spanned.saturating_sub(1)),
                };
                self.merged.push(Area { first, last });
            }
            let is_struck = open.style.as_ref().is_some_and(|style| struck.contains(style));
            if open.form.is_shown() && is_struck {
                let part = Part { words: cell.text.clone(), is_struck };
                self.around.struck.insert(first, vec![part]);
            } else if open.parts.iter().any(|part| part.is_struck) {
                self.around.struck.insert(first, open.parts);
            }
            row.weight.weigh(open.repeated.saturating_mul(cell.weight()))?;
            let columns = (0..open.repeated).map(|further| row.n_columns.saturating_add(further));
            row.cells.extend(columns.map(|column| Cell { column, ..cell.clone() }));
        }
        row.n_columns = row.n_columns.saturating_add(open.repeated);
        Ok(())
    }

    /// Takes note of what lies over the cells.
    fn note(&mut self, above: Above) {
        let words = above.words.trim();
        let column = self.row.as_ref().map_or(0, |row| row.n_columns);
        match above.name.as_str() {
            "office:annotation" if !words.is_empty() => {
                let place = Place { row: self.n_rows.saturating_add(1), column };
                self.around.notes.push((place, words.to_owned()));
            }
            "draw:frame" if words.is_empty() => self.around.n_pictures += 1,
            "draw:frame" | "draw:custom-shape" if !words.is_empty() => {
                self.around.boxes.push(words.to_owned())
            }
            _ => {}
        }
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

fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
    let Some(attribute) = start.try_get_attribute(name).map_err(|_| SheetProblem::Damaged)? else {
        return Ok(None);
    };
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| SheetProblem::Damaged)?;
    Ok(Some(value.into_owned()))
}

/// Whether a row or a column is hidden, by hand or by a filter.
fn is_hidden(start: &BytesStart<'_>) -> Result<bool, Refusal> {
    Ok(attribute(start, "table:visibility")?.is_some_and(|it| it != "visible"))
}

/// A number of repetitions: 1 when nothing is said.
fn count(start: &BytesStart<'_>, name: &str) -> Result<usize, Refusal> {
    match attribute(start, name)? {
        Some(written) => Ok(written.parse().map_err(|_| SheetProblem::Damaged)?),
        None => Ok(1),
    }
}
