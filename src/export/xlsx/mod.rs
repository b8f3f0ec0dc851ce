//! `actions.xlsx`: the plan as a workbook to read, to sort, and to fill in for the next update.
//!
//! Three sheets: the actions, the follow-up log ready for new lines, and what to do with them.
//! Saved in place of the log beside the plan, the workbook is the log of the plan as it stands. Texts are
//! written as texts: nothing in them can become a formula.

mod actions;
mod follow_up;
mod guide;
mod style;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::{Beyond, Format, Subject};
use crate::date::Date;
use crate::kind::plan::status::{self, AddedWords, StatusKey};
use crate::lang::Lang;
use style::Styles;

/// The workbook of a plan.
pub const FORMAT: Format =
    Format { file: "actions.xlsx", name: "XLSX", title: "downloads.workbook", suits: |_, _| true, write };

/// What the sheets are called, and the titles of the log.
///
/// The log is read again by these words, so they are here and not among the words a site can change.
struct Names {
    actions: &'static str,
    follow_up: &'static str,
    guide: &'static str,
    /// Date, action, title, state, progress, note, evidence.
    log: [&'static str; 7],
}

const FRENCH: Names = Names {
    actions: "actions",
    follow_up: "suivi",
    guide: "lisez-moi",
    log: ["Date", "Action", "Titre", "État", "Progression", "Note", "Preuve"],
};

const ENGLISH: Names = Names {
    actions: "actions",
    follow_up: "follow-up",
    guide: "read-me",
    log: ["Date", "Action", "Title", "Status", "Progress", "Note", "Evidence"],
};

/// A quarter more bytes than at the usual level, 6, for a quarter of the work: a site has a workbook for each
/// plan, of some ten kilobytes.
const COMPRESSION: u8 = 1;

/// A header of a page holds 255 characters.
const LONGEST_TITLE: usize = 200;

fn write(subject: &Subject<'_>) -> Result<Vec<u8>, Beyond> {
    // The only errors of a workbook made here are those of its size.
    workbook(subject).map_err(|_: XlsxError| Beyond)
}

fn workbook(subject: &Subject<'_>) -> Result<Vec<u8>, XlsxError> {
    let names = match subject.words.lang {
        Lang::Fr => FRENCH,
        Lang::En => ENGLISH,
    };
    let styles = Styles::new();
    let states = states(subject);
    let range = guide::range_of_states(&names, &states);
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(COMPRESSION);
    workbook.set_properties(&properties(subject));
    let title = clipped(&subject.entry.title, LONGEST_TITLE);
    let sheet = workbook.add_worksheet().set_name(names.actions)?;
    style::set_up_page(sheet, &title);
    actions::fill(sheet, subject, &range, &styles)?;
    let sheet = workbook.add_worksheet().set_name(names.follow_up)?;
    style::set_up_page(sheet, &title);
    follow_up::fill(sheet, subject, &names.log, &styles)?;
    follow_up::check_entries(sheet, subject, &range)?;
    let sheet = workbook.add_worksheet().set_name(names.guide)?;
    guide::fill(sheet, subject, &names, &states)?;
    workbook.save_to_buffer()
}

/// The day of the last change stands for the moment the file was made: the same plan, the same bytes.
fn properties(subject: &Subject<'_>) -> DocProperties {
    let properties = DocProperties::new().set_title(clipped(&subject.entry.title, LONGEST_TITLE));
    let changed = excel_date(subject.changed()).unwrap_or_default();
    properties.set_creation_datetime(&changed)
}

/// The names of the states an author can choose, each read again as the state it names. A name
/// that a site changed without declaring it under `[statuses]` is not offered.
fn states(subject: &Subject<'_>) -> Vec<String> {
    let declared = &subject.config.statuses;
    let added: AddedWords =
        declared.iter().filter_map(|(words, key)| Some((words.clone(), StatusKey::from_key(key)?))).collect();
    let chosen =
        StatusKey::ALL.into_iter().filter(|key| !matches!(key, StatusKey::Noted | StatusKey::NotStated));
    let named = chosen.map(|key| (key, subject.words.say(key.label_key(), &[])));
    let says = |label: &str, key| {
        status::understood(label, &added, subject.words.lang).is_some_and(|it| it.key == key)
    };
    named.filter(|(key, label)| says(label, *key)).map(|(_, label)| label).collect()
}

/// A day as a spreadsheet counts it; none before 1900, where it does not count.
fn excel_date(date: Date) -> Option<ExcelDateTime> {
    let (year, month, day) =
        (date.year().try_into().ok()?, date.month().try_into().ok()?, date.day().try_into().ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// A percentage as a spreadsheet keeps it: 0.4 for 40 %.
fn share(percent: u8) -> f64 {
    f64::from(percent) / 100.0
}

/// The beginning of a text too long for its place.
fn clipped(text: &str, n_chars: usize) -> String {
    if text.chars().count() <= n_chars {
        return text.to_owned();
    }
    let kept: String = text.chars().take(n_chars - 1).collect();
    format!("{kept}…")
}
