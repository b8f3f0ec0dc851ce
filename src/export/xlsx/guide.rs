//! The last sheet: what to do with the workbook, and the states to choose from.

use rust_xlsxwriter::{Format, FormatAlign, RowNum, Worksheet, XlsxError};

use super::Names;
use crate::export::Subject;
use crate::kind::plan::follow_up::place;

/// What is said, a line each, under `data.guide`.
const LINES: [&str; 4] = ["about", "actions", "follow_up", "newest"];

/// The row of the first state: the title, the lines, how to publish, and what announces the states stand
/// above.
const FIRST_STATE: RowNum = LINES.len() as RowNum + 3;

/// Writes what to do, then the states.
pub fn fill(
    sheet: &mut Worksheet,
    subject: &Subject<'_>,
    names: &Names,
    states: &[String],
) -> Result<(), XlsxError> {
    let words = subject.words;
    let title = Format::new().set_bold().set_font_size(14);
    let announced = Format::new().set_bold();
    let line = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_column_width(0, 90)?;
    sheet.write_string_with_format(0, 0, words.say("data.guide.title", &[]), &title)?;
    let date = words.locale.date(subject.reference);
    let values = [
        ("plan", subject.entry.title.as_str()),
        ("date", &date),
        ("actions", names.actions),
        ("follow_up", names.follow_up),
    ];
    // A second log beside the first would keep both from being read: the one to replace is named.
    let log = subject.plan.log.as_ref().map(|log| log.path.as_str());
    let workbook = place::workbook(&subject.entry.name, log, words.lang);
    let publish = match log {
        Some(log) => words
            .say("data.guide.replace", &[("workbook", workbook.as_str()), ("log", place::file_name(log))]),
        None => words.say("data.guide.publish", &[("workbook", workbook.as_str())]),
    };
    sheet.write_string_with_format(FIRST_STATE - 2, 0, publish, &line)?;
    for (row, key) in (1..).zip(LINES) {
        sheet.write_string_with_format(row, 0, words.say(&format!("data.guide.{key}"), &values), &line)?;
    }
    sheet.write_string_with_format(FIRST_STATE - 1, 0, words.say("data.guide.states", &[]), &announced)?;
    for (row, state) in (FIRST_STATE..).zip(states) {
        sheet.write_string(row, 0, state)?;
    }
    Ok(())
}

/// Where the states stand, for the lists of the other sheets.
pub fn range_of_states(names: &Names, states: &[String]) -> String {
    let first = FIRST_STATE + 1;
    let last = first + RowNum::try_from(states.len()).unwrap_or_default().saturating_sub(1);
    format!("='{}'!$A${first}:$A${last}", names.guide)
}
