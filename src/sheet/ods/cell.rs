//! What a cell of an `.ods` holds and shows, and what lies over cells, while they are read.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

use super::{Cell, Form, Part, Refusal};
use crate::date::Date;
use crate::diagnostic::sheet::SheetProblem;
use crate::sheet::Value;
#[cfg(feature = "import")]
use crate::sheet::number_format::day;

/// The cell that is open.
#[derive(Default)]
pub struct OpenCell {
    pub form: Form,
    pub repeated: usize,
    pub rows_spanned: usize,
    pub columns_spanned: usize,
    /// `float`, `percentage`, `date`, `string`…
    nature: String,
    /// What the cell holds when it is not its words.
    held: String,
    words: String,
    pub n_paragraphs: usize,
    /// Where its first words with a link lead.
    pub link: Option<String>,
    pub style: Option<String>,
    /// The same words by whether they are struck through.
    pub parts: Vec<Part>,
    /// Whether the words of each span that is open are.
    pub spans: Vec<bool>,
}

/// A note pinned on a cell, a picture or a box of text.
pub struct Above {
    /// The element that it is.
    pub name: String,
    /// How many elements of that name are open.
    pub depth: usize,
    pub is_in_paragraph: bool,
    pub words: String,
}

impl OpenCell {
    pub fn read(start: &BytesStart<'_>, form: Form) -> Result<OpenCell, Refusal> {
        let mut cell =
            OpenCell { form, repeated: 1, rows_spanned: 1, columns_spanned: 1, ..OpenCell::default() };
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| SheetProblem::Damaged)?;
            let value =
                || attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| SheetProblem::Damaged);
            match attribute.key.0 {
                "table:number-columns-repeated" => {
                    cell.repeated = value()?.parse().map_err(|_| SheetProblem::Damaged)?
                }
                "table:number-rows-spanned" => {
                    cell.rows_spanned = value()?.parse().map_err(|_| SheetProblem::Damaged)?
                }
                "table:number-columns-spanned" => {
                    cell.columns_spanned = value()?.parse().map_err(|_| SheetProblem::Damaged)?
                }
                "table:style-name" => cell.style = Some(value()?.into_owned()),
                "office:value-type" => cell.nature = value()?.into_owned(),
                "office:value" | "office:date-value" | "office:string-value" => {
                    cell.held = value()?.into_owned()
                }
                _ => {}
            }
        }
        Ok(cell)
    }

    /// Paragraphs, and the marks that stand for white space in them.
    pub fn open(&mut self, name: &str) {
        match name {
            "text:p" => {
                if self.n_paragraphs > 0 {
                    self.add("\n");
                }
                self.n_paragraphs += 1;
            }
            "text:line-break" => self.add("\n"),
            // Runs of spaces mean nothing in a log.
            "text:s" | "text:tab" => self.add(" "),
            _ => {}
        }
    }

    pub fn add(&mut self, text: &str) {
        self.words.push_str(text);
        if !self.form.is_shown() {
            return;
        }
        let is_struck = self.spans.contains(&true);
        match self.parts.last_mut().filter(|last| last.is_struck == is_struck) {
            Some(last) => last.words.push_str(text),
            None => self.parts.push(Part { words: text.to_owned(), is_struck }),
        }
    }

    pub fn cell(&self, column: usize) -> Option<Cell> {
        #[cfg(feature = "import")]
        if self.form.is_shown()
            && let Some(shown) = self.shown(column)
        {
            return Some(shown);
        }

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

    /// The cell of a number or a day, in the words that it shows; none when it has no such words.
    #[cfg(feature = "import")]
    fn shown(&self, column: usize) -> Option<Cell> {
        match self.nature.as_str() {
            "float" | "currency" | "percentage" => {
                let number = self.held.parse().ok().filter(|number: &f64| number.is_finite())?;
                Cell::new(column, &self.words, Value::Number(number))
            }
            "date" if !self.words.trim().is_empty() => {
                let date = self.held.get(..10).and_then(Date::parse)?;
                Cell::new(column, &day::settled(&self.words, date), Value::Text)
            }
            _ => None,
        }
    }
}

impl Above {
    pub fn open(&mut self, name: &str) {
        self.depth += usize::from(self.name == name);
        if name == "text:p" {
            if !self.words.is_empty() {
                self.words.push('\n');
            }
            self.is_in_paragraph = true;
        }
        if matches!(name, "text:s" | "text:tab" | "text:line-break") {
            self.words.push(' ');
        }
    }
}
