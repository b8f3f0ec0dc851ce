//! `[plan]` in the header of a plan.
//!
//! | key | meaning | example |
//! |---|---|---|
//! | `period` | when the plan runs | `"juillet 2025 à juin 2026"` |
//! | `stage` | `proposed`, `adopted`, `closed` or `replaced` | `"adopted"` |
//! | `bold` | the state of an action in bold that states nothing else | `"in-progress"` |
//! | `responsible` | who answers for the whole plan | `"Conseil d'administration"` |
//! | `report` | the date of the last report on the plan | `2026-03-01` |
//! | `previous` | the plan before this one | `"@/plans/2024-2025/index.md"` |
//! | `accept` | warnings that were read and may stay, by code, or by code and number | `["same-action-twice:2.1.3"]` |
//! | `calendar` | how this plan cuts its years, over the site's: `fiscal_year`, `seasons` | `{ fiscal_year = "avril" }` |
//! | `horizons` | what the plan means by its horizons | `{ "court terme" = "2025" }` |
//! | `events` | events of this plan, over those of the site | `{ "AGA" = 2026-06-10 }` |
//! | `statuses` | words for a status, over those of the site | `{ "en chantier" = "in-progress" }` |

use super::read::Given;
use super::status::{AddedWords, StatusKey};
use super::timeframe::{self, Calendar, Timeframe};
use super::{Stage, calendar, people};
use crate::config::plans;
use crate::date::{Date, Range};
use crate::diagnostic::Problems;
use crate::diagnostic::plan::PlanProblem;
use crate::lang::{self, Lang};
use crate::record::{Data, Fields, Record, Spanned, fields};

/// What a plan says of itself before its body.
pub struct Settings {
    pub period: Option<Timeframe>,
    pub stage: Stage,
    pub bold: Option<Spanned<StatusKey>>,
    pub responsible: Vec<String>,
    pub report: Option<Date>,
    pub previous: Option<Spanned<String>>,
    pub accept: Vec<Spanned<String>>,
    pub calendar: Calendar,
    /// The site's added words, and the plan's over them.
    pub statuses: AddedWords,
}

const STAGES: &[(&str, Stage)] = &[
    ("proposed", Stage::Proposed),
    ("adopted", Stage::Adopted),
    ("closed", Stage::Closed),
    ("replaced", Stage::Replaced),
];

/// Reads `[plan]`; an absent table is a plan that says nothing of itself.
pub fn read(given: &Given<'_>, problems: &mut Problems) -> Settings {
    let Given { role: _, title: _, lang, record, statuses, calendar, people } = *given;
    let empty = Record::default();
    let mut fields = Fields::of(record.unwrap_or(&empty));
    let calendar = &calendar::overridden(calendar, &plans::calendar(&mut fields, problems));
    let period = read_period(&mut fields, lang, calendar, problems);
    let stage = fields.choice("stage", STAGES, problems).unwrap_or(Stage::Adopted);
    let bold = fields.spanned_text("bold", problems).and_then(|key| {
        status_key(&key.value, key.span, problems).map(|value| Spanned { value, span: key.span })
    });
    let responsible = people::full_names(fields.texts("responsible", problems).unwrap_or_default(), people);
    let report = fields.date("report", problems);
    let previous = fields.filled_text("previous", problems);
    let accept = fields.spanned_texts("accept", problems).unwrap_or_default();
    // The keys of the site's words were checked when its settings were read.
    let mut statuses: AddedWords =
        statuses.iter().filter_map(|(words, key)| Some((words.clone(), StatusKey::from_key(key)?))).collect();
    if let Some(added) = fields.record("statuses", problems) {
        statuses.extend(added_words(added, problems));
    }
    let mut calendar = calendar::of_plan(calendar, period.as_ref());
    if let Some(events) = fields.record("events", problems) {
        let events = named_ranges(events, lang, &calendar, problems);
        calendar.events.extend(events);
    }
    if let Some(horizons) = fields.record("horizons", problems) {
        let horizons = named_ranges(horizons, lang, &calendar, problems);
        calendar.horizons.extend(horizons.into_iter().map(|(name, range)| (lang::fold(&name), range)));
    }
    fields.finish(problems);
    Settings { period, stage, bold, responsible, report, previous, accept, calendar, statuses }
}

fn read_period(
    fields: &mut Fields<'_>,
    lang: Lang,
    calendar: &Calendar,
    problems: &mut Problems,
) -> Option<Timeframe> {
    let text = fields.text("period", problems)?;
    let (period, _) = timeframe::read_period(&text, lang, calendar);
    if period.ranges.is_empty()
        && let Some(value) = fields.value("period")
    {
        problems.error(PlanProblem::UnknownPeriod { read: text }, value.span);
    }
    Some(period)
}

/// Words added to the statuses: `"en chantier" = "in-progress"`.
fn added_words(record: &Record, problems: &mut Problems) -> AddedWords {
    let mut added = AddedWords::new();
    for entry in &record.entries {
        if let Data::Text(key) = &entry.value.data
            && let Some(key) = status_key(key, entry.value.span, problems)
        {
            added.insert(lang::fold(&entry.key), key);
        }
    }
    added
}

fn status_key(key: &str, span: crate::source::Span, problems: &mut Problems) -> Option<StatusKey> {
    let found = StatusKey::from_key(key);
    if found.is_none() {
        let nearest = lang::nearest(key, StatusKey::ALL.map(StatusKey::key)).map(str::to_owned);
        let known = StatusKey::ALL.map(StatusKey::key).join(", ");
        problems.error(PlanProblem::UnknownStatusKey { read: key.to_owned(), nearest, known }, span);
    }
    found
}

/// `"AGA" = 2026-06-10`, `"court terme" = "2025"`: what a plan calls by a name, and when it is.
fn named_ranges(
    record: &Record,
    lang: Lang,
    calendar: &Calendar,
    problems: &mut Problems,
) -> Vec<(String, Range)> {
    let mut ranges = Vec::new();
    for entry in &record.entries {
        let range = match &entry.value.data {
            Data::Date(day) => Some(Range::between(*day, *day)),
            Data::Text(text) => {
                let range = timeframe::read(text, lang, calendar).0.span();
                if range.is_none() {
                    problems.error(PlanProblem::UnknownPeriod { read: text.clone() }, entry.value.span);
                }
                range
            }
            Data::Nothing => None,
            Data::Integer(_) | Data::Float(_) | Data::Boolean(_) | Data::List(_) | Data::Record(_) => {
                problems.error(fields::not_a_text(&entry.key, &entry.value), entry.value.span);
                None
            }
        };
        ranges.extend(range.map(|range| (entry.key.clone(), range)));
    }
    ranges
}
