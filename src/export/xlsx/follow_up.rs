//! The sheet of the follow-up log: what was noted, and room for what comes next.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, RowNum, Worksheet, XlsxError,
};

use super::actions::{below_header, list};
use super::style::Styles;
use super::{clipped, excel_date, share};
use crate::export::Subject;
use crate::kind::plan::follow_up::Entry;
use crate::kind::plan::{Action, Plan};
use crate::lang;

const WIDTHS: [u16; 7] = [12, 10, 36, 24, 13, 60, 45];

const DATE: u16 = 0;
const ACTION: u16 = 1;
const TITLE: u16 = 2;
const STATUS: u16 = 3;
const PROGRESS: u16 = 4;
const NOTE: u16 = 5;
const EVIDENCE: u16 = 6;

/// The last row a sheet can have: new lines are checked wherever they are written.
const LAST_ROW: RowNum = 1_048_575;

/// What a spreadsheet takes as a message.
const LONGEST_MESSAGE: usize = 200;

/// Writes the log under its titles.
pub fn fill(
    sheet: &mut Worksheet,
    subject: &Subject<'_>,
    titles: &[&str; 7],
    styles: &Styles,
) -> Result<(), XlsxError> {
    let Styles { header: _, words, date, share, number } = styles;
    let looks = [date, number, words, words, share, words, words];
    for (((at, title), width), look) in (0..).zip(titles).zip(WIDTHS).zip(looks) {
        sheet.set_column_width(at, width)?;
        sheet.set_column_format(at, look)?;
        sheet.write_string_with_format(0, at, *title, &styles.header)?;
    }
    for (nth, (called, action, entry)) in entries(subject.plan).into_iter().enumerate() {
        let row = below_header(nth)?;
        write(sheet, row, called, entry)?;
        sheet.write_string(row, TITLE, &action.title.plain)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// Every entry with its action and the name that means no other, oldest first; those of a day in the order of the plan.
fn entries(plan: &Plan) -> Vec<(&str, &Action, &Entry)> {
    let mut n_called: BTreeMap<String, usize> = BTreeMap::new();
    for action in plan.actions() {
        *n_called.entry(lang::fold(&action.number)).or_insert(0) += 1;
        if action.id != action.number {
            *n_called.entry(lang::fold(&action.id)).or_insert(0) += 1;
        }
    }
    let mut entries: Vec<(&str, &Action, &Entry)> = plan
        .actions()
        .map(|action| (name(action, &n_called), action))
        .flat_map(|(name, action)| action.history.iter().map(move |entry| (name, action, entry)))
        .collect();
    entries.sort_by_key(|(_, _, entry)| entry.date);
    entries
}

/// The number of an action; its anchor where the number could mean another one as well.
fn name<'a>(action: &'a Action, n_called: &BTreeMap<String, usize>) -> &'a str {
    if n_called[&lang::fold(&action.number)] == 1 { &action.number } else { &action.id }
}

/// Cells take the look of their column: naming it for each took longer than writing them.
fn write(sheet: &mut Worksheet, row: RowNum, called: &str, entry: &Entry) -> Result<(), XlsxError> {
    let Entry { date, status, percent, note, evidence } = entry;
    match excel_date(*date) {
        Some(day) => sheet.write_datetime(row, DATE, day)?,
        None => sheet.write_string(row, DATE, date.to_string())?,
    };
    sheet.write_string(row, ACTION, called)?;
    if let Some(status) = status {
        sheet.write_string(row, STATUS, &status.text)?;
    }
    if let Some(percent) = percent {
        sheet.write_number(row, PROGRESS, share(*percent))?;
    }
    if !note.is_empty() {
        sheet.write_string(row, NOTE, note)?;
    }
    if !evidence.is_empty() {
        sheet.write_string(row, EVIDENCE, evidence.join("\n"))?;
    }
    Ok(())
}

/// Helps with what is typed next: dates, states from a list, percentages. A warning, never a
/// refusal: the author may know better.
pub fn check_entries(sheet: &mut Worksheet, subject: &Subject<'_>, states: &str) -> Result<(), XlsxError> {
    let first_day = ExcelDateTime::from_ymd(1900, 1, 1)?;
    let warned = |rule: DataValidation, key: &str| {
        let message = clipped(&subject.words.say(key, &[]), LONGEST_MESSAGE);
        rule.set_error_style(DataValidationErrorStyle::Warning).set_error_message(message)
    };
    let dates = DataValidation::new().allow_date(DataValidationRule::GreaterThanOrEqualTo(first_day));
    let shares = DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, 1.0));
    sheet.add_data_validation(1, DATE, LAST_ROW, DATE, &warned(dates, "data.log.date")?)?;
    sheet.add_data_validation(1, STATUS, LAST_ROW, STATUS, &list(states))?;
    sheet.add_data_validation(1, PROGRESS, LAST_ROW, PROGRESS, &warned(shares, "data.log.percent")?)?;
    Ok(())
}
