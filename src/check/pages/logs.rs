//! Where a follow-up log writes an address that the pages of its plan show.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Website, place};
use crate::diagnostic::follow_up::CellPlace;
use crate::diagnostic::pages::PageFault;
use crate::filled::Filled;
use crate::kind::plan::follow_up::place::Logs;
use crate::sheet::{self, Sheet};
use crate::source::Span;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    Text(Span),
    /// Of a workbook, or of a text in another encoding.
    Cell(CellPlace),
}

/// The logs of a site.
pub struct LogFiles<'a> {
    website: &'a Website<'a>,
    logs: Logs,
    /// The rows of those that are no plain text, read when something is looked for in them.
    sheets: BTreeMap<&'a str, OnceLock<Vec<Sheet>>>,
}

impl<'a> LogFiles<'a> {
    pub fn of(website: &'a Website<'a>) -> LogFiles<'a> {
        let logs = Logs::among(website.inputs.keys());
        let sheets = logs.paths().filter_map(|path| website.inputs.get_key_value(path));
        let sheets = sheets.map(|(path, _)| (path.as_str(), OnceLock::new())).filled();
        LogFiles { website, logs, sheets }
    }

    /// The place where the log of a document writes what a page shows wrong.
    pub fn find(&self, fault: &PageFault, document: &str) -> Option<(String, At)> {
        if !matches!(fault, PageFault::Broken(_) | PageFault::Away(_)) {
            return None;
        }
        let log = self.of_document(document)?;
        let bytes = self.website.inputs.get(log)?;
        let is_text = log.rsplit('.').next().is_some_and(|it| it.eq_ignore_ascii_case("csv"));
        let at = match std::str::from_utf8(bytes) {
            Ok(text) if is_text => At::Text(place::find(fault, text)?),
            Ok(_) | Err(_) => {
                let sheets = self.sheets.get(log)?;
                let sheets = sheets.get_or_init(|| sheet::read(log, bytes).unwrap_or_default());
                At::Cell(cell(fault, sheets)?)
            }
        };
        Some((log.to_owned(), at))
    }

    /// The log beside a document, whose name may end with its language.
    fn of_document(&self, document: &str) -> Option<&str> {
        let (_, name) = document.rsplit_once('/')?;
        let language = name.strip_suffix(".md").and_then(|stem| stem.rsplit_once('.'));
        let language = language.map_or("", |(_, language)| language);
        // Two logs beside one plan were told when they were found.
        self.logs.of_plan(document, language, &mut Vec::new())
    }
}

fn cell(fault: &PageFault, sheets: &[Sheet]) -> Option<CellPlace> {
    sheets.iter().find_map(|sheet| {
        sheet.rows.iter().find_map(|row| {
            let holds = |text: &str| place::find(fault, text).is_some();
            let cell =
                row.cells.iter().find(|it| holds(&it.text) || it.link.as_deref().is_some_and(holds))?;
            let column = Some(sheet::column_letters(cell.column));
            Some(CellPlace { sheet: sheet.name.clone(), row: row.number, column })
        })
    })
}
