//! `[plan]` in the header of a plan.

use super::read::Given;
use super::renumbered::{self, Renumbered};
use super::status::{self, AddedWords, StatusKey};
use super::timeframe::{self, Calendar, Timeframe};
use super::{Stage, calendar, people};
use crate::config::plans;
use crate::date::{Date, Range};
use crate::diagnostic::Problems;
use crate::diagnostic::plan::PlanProblem;
use crate::lang::{self, Lang};
use crate::record::keys::{Holds, Key, key, words};
use crate::record::names::Names;
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
    pub renumbered: Vec<Renumbered>,
    pub calendar: Calendar,
    /// The site's added words, and the plan's over them.
    pub statuses: AddedWords,
}

const STAGES: [(&str, Stage); 9] = [
    ("projet", Stage::Proposed),
    ("proposé", Stage::Proposed),
    ("adopté", Stage::Adopted),
    ("terminé", Stage::Closed),
    ("remplacé", Stage::Replaced),
    ("proposed", Stage::Proposed),
    ("adopted", Stage::Adopted),
    ("closed", Stage::Closed),
    ("replaced", Stage::Replaced),
];

/// When what a plan calls by a name is: a day, or words that timeframes read.
const WHEN: Holds = Holds::Either(&[Holds::Date, Holds::Text]);

/// The keys of `[plan]`.
pub const KEYS: &[Key] = &[
    key(
        "period",
        Holds::Text,
        "quand le plan court\u{a0}: `juillet 2025 à juin 2026`",
        "when the plan runs: `July 2025 to June 2026`",
    ),
    key(
        "stage",
        Holds::Word(&words(&STAGES)),
        "où en est le plan\u{a0}: `proposé` (ou `projet`), `adopté` (par défaut), `terminé` ou `remplacé`; ou, en \
         anglais, `proposed`, `adopted`, `closed`, `replaced`",
        "where the plan stands: `proposed`, `adopted` (the default), `closed` or `replaced`",
    ),
    key(
        "bold",
        Holds::Word(&StatusKey::KEYS),
        "l’état d’une action en gras qui n’en dit pas d’autre",
        "the status of an action in bold that states nothing else",
    ),
    key("responsible", Holds::Texts, "qui répond du plan entier", "who answers for the whole plan"),
    key("report", Holds::Date, "la date du dernier bilan", "the date of the last report on the plan"),
    key(
        "previous",
        Holds::FilledText,
        "le plan d’avant\u{a0}: `@/plans/2024-2025/index.md`",
        "the plan before this one: `@/plans/2024-2025/index.md`",
    ),
    key(
        "accept",
        Holds::Texts,
        "les avertissements lus, qui peuvent rester\u{a0}: `same-action-twice:2.1.3`",
        "warnings that were read and may stay: `same-action-twice:2.1.3`",
    ),
    key(
        "renumbered",
        Holds::Named(&Holds::Text),
        "les numéros que des actions ont laissés, et ceux qu’elles ont pris\u{a0}: `\"2.1.3\" = \"2.1.4\"`",
        "the numbers that actions left, and those they took: `\"2.1.3\" = \"2.1.4\"`",
    ),
    key(
        "calendar",
        Holds::Table(plans::CALENDAR_KEYS),
        "comment ce plan découpe ses années, par-dessus le site",
        "how this plan cuts its years, over the site",
    ),
    key(
        "horizons",
        Holds::Named(&WHEN),
        "ce que le plan entend par ses horizons\u{a0}: `\"court terme\" = \"2025\"`",
        "what the plan means by its horizons: `\"short term\" = \"2025\"`",
    ),
    key(
        "events",
        Holds::Named(&WHEN),
        "les rendez-vous de ce plan, par-dessus ceux du site\u{a0}: `\"AGA\" = 2026-06-10`",
        "the events of this plan, over those of the site: `\"AGM\" = 2026-06-10`",
    ),
    key(
        "statuses",
        Holds::Named(&Holds::Word(&StatusKey::KEYS)),
        "des mots pour un état, par-dessus ceux du site\u{a0}: `\"en chantier\" = \"in-progress\"`",
        "words for a status, over those of the site: `\"under construction\" = \"in-progress\"`",
    ),
];

/// Reads `[plan]`; an absent table is a plan that says nothing of itself.
pub fn read(given: &Given<'_>, problems: &mut Problems) -> Settings {
    let Given { role: _, title: _, lang, record, statuses, calendar, people } = *given;
    let empty = Record::default();
    let mut fields = Fields::of(record.unwrap_or(&empty), KEYS);
    let calendar = &calendar::overridden(calendar, &plans::calendar(&mut fields, problems));
    let period = read_period(&mut fields, lang, calendar, problems);
    let stage = fields.choice("stage", &STAGES, problems).unwrap_or(Stage::Adopted);
    let bold = fields.spanned_text("bold", problems).and_then(|key| {
        status_key(&key.value, key.span, problems).map(|value| Spanned { value, span: key.span })
    });
    let responsible = people::full_names(fields.texts("responsible", problems).unwrap_or_default(), people);
    let report = fields.date("report", problems);
    let previous = fields.filled_text("previous", problems);
    let accept = fields.spanned_texts("accept", problems).unwrap_or_default();
    let renumbered = fields.record("renumbered", problems).map(|it| renumbered::read(it, problems));
    let renumbered = renumbered.unwrap_or_default();
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
    Settings { period, stage, bold, responsible, report, previous, accept, renumbered, calendar, statuses }
}

fn read_period(
    fields: &mut Fields<'_>,
    lang: Lang,
    calendar: &Calendar,
    problems: &mut Problems,
) -> Option<Timeframe> {
    let text = fields.text("period", problems)?;
    let (period, doubts) = timeframe::read_period(&text, lang, calendar);
    // « 2027-03 / 2026-04 » is a list of two months; as a period, it goes from one to the other.
    let ends =
        period.ranges.first().and_then(|first| first.start).zip(period.ranges.last().and_then(|it| it.end));
    let problem = match ends {
        Some((start, end)) if end < start => Some(PlanProblem::Backwards { read: text, start, end }),
        _ if period.ranges.is_empty() => Some(calendar::without_dates(text, &doubts)),
        Some(_) | None => None,
    };
    if let (Some(problem), Some(value)) = (problem, fields.value("period")) {
        problems.error(problem, value.span);
    }
    Some(period)
}

/// Words added to the statuses: `"en chantier" = "in-progress"`.
fn added_words(record: &Record, problems: &mut Problems) -> AddedWords {
    let mut added = AddedWords::new();
    for entry in &record.entries {
        let Some(key) = fields::text_of(entry, problems) else { continue };
        if let Some(key) = status_key(key, entry.value.span, problems) {
            added.insert(lang::fold(&entry.key), key);
        }
    }
    added
}

fn status_key(key: &str, span: crate::source::Span, problems: &mut Problems) -> Option<StatusKey> {
    let found = StatusKey::from_key(key);
    if found.is_none() {
        // « En cours » is the name of a state, whose key is `in-progress`.
        let named = status::understood(key, &AddedWords::new(), Lang::Fr).filter(|it| it.detail.is_none());
        let near = || lang::nearest(key, StatusKey::ALL.map(StatusKey::key));
        let nearest = named.map(|it| it.key.key()).or_else(near).map(str::to_owned);
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
    let mut names = Names::default();
    for entry in &record.entries {
        names.tell(&entry.key, entry.key_span, problems);
        let range = match &entry.value.data {
            Data::Date(day) => Some(Range::between(*day, *day)),
            Data::Text(text) => {
                let (timeframe, doubts) = timeframe::read(text, lang, calendar);
                let range = timeframe.span();
                if range.is_none() {
                    problems.error(calendar::without_dates(text.clone(), &doubts), entry.value.span);
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
