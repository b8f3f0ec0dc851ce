//! Which sheets of a file are a log, and where its titles stand.

use super::columns::Columns;
use super::faults::{At, Faults};
use super::place;
use crate::diagnostic::follow_up::{FollowUpFault, Missing};
use crate::sheet::{Cell, Row, Sheet};

/// Among how many rows the titles are looked for: a few may say whose log it is.
const TITLES_WITHIN: usize = 20;

/// A sheet with the titles of a log, and its rows below them.
pub(super) struct Log<'s> {
    pub sheet: &'s Sheet,
    pub columns: Columns,
    pub titles: &'s Row,
    pub ignored: Vec<&'s Cell>,
    pub rows: &'s [Row],
}

/// The sheets to read: the one called « suivi », else all those that have the titles of a log.
pub(super) fn logs<'s>(sheets: &'s [Sheet], faults: &mut Faults<'_>) -> Vec<Log<'s>> {
    let mut logs: Vec<Log<'s>> = sheets.iter().filter_map(log).collect();
    let is_called_log = |sheet: &Sheet| sheet.name.as_deref().is_some_and(place::is_name_of_log);
    if let Some(called) = sheets.iter().find(|sheet| is_called_log(sheet)) {
        let (read, others): (Vec<Log<'s>>, Vec<Log<'s>>) =
            logs.into_iter().partition(|log| std::ptr::eq(log.sheet, called));
        let name = |sheet: &Sheet| sheet.name.clone().unwrap_or_default();
        for other in others.iter().filter(|other| !other.rows.is_empty()) {
            let fault = FollowUpFault::SheetLeftOut { sheet: name(other.sheet), read: name(called) };
            faults.warning(At::File, fault);
        }
        logs = read;
        if logs.is_empty() {
            no_titles(std::slice::from_ref(called), faults);
        }
    } else if logs.is_empty() {
        no_titles(sheets, faults);
    }
    logs
}

fn log(sheet: &Sheet) -> Option<Log<'_>> {
    sheet.rows.iter().take(TITLES_WITHIN).enumerate().find_map(|(at, titles)| {
        let (columns, ignored) = Columns::of(titles);
        let is_log = columns.date.is_some() && columns.action.is_some();
        is_log.then(|| Log { sheet, columns, titles, ignored, rows: &sheet.rows[at + 1..] })
    })
}

fn no_titles(sheets: &[Sheet], faults: &mut Faults<'_>) {
    let Some((sheet, first)) = sheets.iter().find_map(|sheet| Some((sheet, sheet.rows.first()?))) else {
        return faults.warning(At::File, FollowUpFault::Empty);
    };
    // Of a row of which only one column is missing, the author is told which.
    let nearly = sheet.rows.iter().take(TITLES_WITHIN).find_map(|row| {
        let (columns, _) = Columns::of(row);
        let missing = match (columns.date, columns.action) {
            (Some(_), None) => Missing::Action,
            (None, Some(_)) => Missing::Date,
            (Some(_), Some(_)) | (None, None) => return None,
        };
        (row.cells.len() > 1).then_some((row, missing))
    });
    let (row, missing) = nearly.unwrap_or((first, Missing::Both));
    faults.error(At::Row(sheet, row), FollowUpFault::NoTitles { missing });
}
