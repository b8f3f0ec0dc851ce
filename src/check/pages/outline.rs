//! The headings and the tables of a page, as they are read: those who listen find their way by them.

use super::element::Element;
use crate::diagnostic::pages::unreadable::{HeadingFault, Unreadable};
use crate::html::Tag;
use crate::lang;

/// The headings met so far, and what is open.
#[derive(Default)]
pub struct Outline {
    /// The level of the last heading; none yet.
    last: Option<u8>,
    n_titles: usize,
    heading: Option<Heading>,
    /// Tables, the innermost last.
    tables: Vec<Table>,
}

struct Heading {
    level: u8,
    words: String,
    /// Something other than text says it.
    is_said: bool,
}

#[derive(Default)]
struct Table {
    /// A header cell says something.
    has_headers: bool,
    is_layout: bool,
    in_header: bool,
    /// The words of the first cell that has any.
    words: String,
    in_first: bool,
}

impl Outline {
    /// Whether text is of any use here.
    pub fn listens(&self) -> bool {
        self.heading.is_some() || !self.tables.is_empty()
    }

    pub fn opening(&mut self, element: &Element<'_, '_>) {
        if let Some(level) = element.tag.level() {
            self.heading = Some(Heading { level, words: String::new(), is_said: element.has_name() });
            return;
        }
        if let Some(heading) = &mut self.heading {
            heading.is_said |= element.has_name();
        }
        match element.tag.name {
            "table" => {
                let is_layout = matches!(element.value("role"), Some("presentation" | "none"));
                self.tables.push(Table { is_layout, ..Table::default() });
            }
            "th" | "td" => {
                if let Some(table) = self.tables.last_mut() {
                    table.in_header = element.tag.name == "th";
                    table.has_headers |= table.in_header && element.has_name();
                    table.in_first = table.words.is_empty();
                }
            }
            _ => {
                if let Some(table) = self.tables.last_mut() {
                    table.has_headers |= table.in_header && element.has_name();
                }
            }
        }
    }

    pub fn text(&mut self, text: &str) {
        if let Some(heading) = &mut self.heading {
            heading.words.push_str(text);
        }
        if let Some(table) = self.tables.last_mut() {
            table.has_headers |= table.in_header && !text.trim().is_empty();
            if table.in_first {
                table.words.push_str(text);
            }
        }
    }

    /// What is known to be wrong when an element ends.
    pub fn closing(&mut self, tag: &Tag<'_>) -> Option<Unreadable> {
        if tag.level().is_some() {
            return self.heading.take().and_then(|heading| self.heading(heading)).map(Unreadable::Heading);
        }
        match tag.name {
            "table" => {
                let Table { has_headers, is_layout, words, .. } = self.tables.pop()?;
                let words = lang::on_one_line(&words);
                let words = if words.is_empty() { "…".to_owned() } else { words };
                (!has_headers && !is_layout).then_some(Unreadable::TableWithoutHeaders { words })
            }
            "th" | "td" => {
                if let Some(table) = self.tables.last_mut() {
                    (table.in_header, table.in_first) = (false, false);
                }
                None
            }
            _ => None,
        }
    }

    fn heading(&mut self, heading: Heading) -> Option<HeadingFault> {
        let Heading { level, words, is_said } = heading;
        let words = lang::on_one_line(&words);
        if words.is_empty() && !is_said {
            return Some(HeadingFault::Empty { level });
        }
        let last = self.last.replace(level);
        if level == 1 {
            self.n_titles += 1;
            return (self.n_titles == 2).then_some(HeadingFault::SeveralTitles { words });
        }
        let from = last.filter(|last| level > last + 1)?;
        Some(HeadingFault::Skipped { words, from, to: level })
    }

    /// What is wrong with the page as a whole.
    pub fn end(&self) -> Option<Unreadable> {
        (self.n_titles == 0).then_some(Unreadable::Heading(HeadingFault::NoTitle {}))
    }
}
