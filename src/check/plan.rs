//! Reads a plan as a second reader would: what contradicts itself, what is missing, what is old.
//!
//! Each finding is a warning about a line, and may be accepted (see `accept`).

use std::collections::{BTreeMap, BTreeSet};

use super::{log, states, tags, timeframes};
use crate::date::Date;
use crate::diagnostic::lint::Lint;
use crate::diagnostic::{Diagnostic, Problems};
use crate::filled::Filled;
use crate::kind::plan::progress::Progress;
use crate::kind::plan::status::{self, StatusKey};
use crate::kind::plan::timeframe::TimeframeKind;
use crate::kind::plan::{Action, Objective, ObjectivePart, Orientation, OrientationPart, Plan, Stage};
use crate::lang::{self, Lang};
use crate::markdown::Html;
use crate::source::Span;

/// A plan, its log applied, and the days it is read on.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    pub path: &'a str,
    pub plan: &'a Plan,
    /// The language of its document.
    pub lang: Lang,
    /// When its author last changed the document.
    pub updated: Option<Date>,
    /// The day the plan is looked at.
    pub reference: Date,
    /// Today, to know how old the news is.
    pub today: Date,
    /// The day of the build, after which nothing can have been said.
    pub build_day: Date,
}

/// How long a plan in force may stay without news, in months.
const STALE_AFTER: i32 = 6;

/// How long before its start a plan may be written, in months.
const WRITTEN_WITHIN: i32 = 12;

/// How many numbers a message lists.
pub(super) const N_LISTED: usize = 5;

/// Everything a second reader would ask about a plan.
pub fn read(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut problems = Problems::in_file(reading.path);
    let mut seen: BTreeMap<(String, String), &str> = BTreeMap::new();
    let mut tags = tags::Seen::default();
    let plan = reading.plan;
    let period = plan.period.as_ref().and_then(|period| period.span());
    let publishes_news = Progress::of(plan.actions(), reading.reference).states_something();
    for action in plan.actions() {
        let mut warn = |lint: Option<Lint>| {
            if let Some(lint) = lint {
                problems.warning(lint, action.span);
            }
        };
        let outside = period.and_then(|period| timeframes::outside(action, period));
        // A date before the plan is a slip of the pen, not a delay.
        let may_be_late = publishes_news && outside.is_none();
        warn(outside);
        warn(timeframes::done_before_due(action, said_on(reading, action)));
        warn(status_as_action(action));
        warn(postponed_without_status(action));
        if may_be_late {
            warn(late_without_news(reading, action));
        }
        warn(log::behind(plan, action));
        warn(log::percent_beside_status(plan, action));
        warn(log::to_come(plan, action, reading.today.max(reading.build_day)));
        warn(same_as_before(action, &mut seen));
        tags.of(action).into_iter().for_each(|lint| warn(Some(lint)));
    }
    states::words_for_no_status(plan, reading.lang, &mut problems);
    empty_orientations(plan, &mut problems);
    nobody_responsible(plan, &mut problems);
    missing_numbers(plan, &mut problems);
    bold_without_bold(plan, &mut problems);
    log::names_by_position(plan, &mut problems);
    updated_elsewhen(reading, &mut problems);
    if publishes_news {
        stale(reading, &mut problems);
    }
    problems.into_diagnostics()
}

/// The day on which the state of an action was said: the log's, else the document's, else the reference.
fn said_on(reading: &Reading<'_>, action: &Action) -> Date {
    let logged = action.history.iter().rev().find(|entry| entry.status.is_some()).map(|entry| entry.date);
    let in_document = reading.updated.map(|updated| updated.min(reading.reference));
    logged.or(in_document).unwrap_or(reading.reference)
}

/// A title that is nothing but a state.
fn status_as_action(action: &Action) -> Option<Lint> {
    let read = &action.title.plain;
    status::is_alone(read).then(|| Lint::StatusAsAction { number: action.number.clone(), read: read.clone() })
}

fn postponed_without_status(action: &Action) -> Option<Lint> {
    let timeframe = action.timeframe.as_ref().filter(|timeframe| timeframe.kind == TimeframeKind::Revised)?;
    let is_unsaid = action.status.key == StatusKey::NotStated;
    is_unsaid
        .then(|| Lint::PostponedWithoutStatus { number: action.number.clone(), read: timeframe.text.clone() })
}

/// Late, and neither the log nor the document says anything of it after its end.
fn late_without_news(reading: &Reading<'_>, action: &Action) -> Option<Lint> {
    if !action.is_late(reading.reference) {
        return None;
    }
    let timeframe = action.timeframe.as_ref()?;
    let end = timeframe.end()?;
    let is_answered = match (reading.plan.stage, action.status.key) {
        (Stage::Proposed | Stage::Replaced, _) => true,
        (Stage::Adopted | Stage::Closed, StatusKey::NotStated) => false,
        // A plan that is over keeps its last word; « Reportée » says why nothing came in time.
        (Stage::Closed, _) | (Stage::Adopted, StatusKey::Postponed | StatusKey::OnHold) => true,
        (Stage::Adopted, _) => action.history.is_empty() && reading.updated.is_none_or(|day| day > end),
    };
    if is_answered || action.history.iter().any(|entry| entry.date > end) {
        return None;
    }
    let log = reading.plan.log.as_ref().map(|log| log.path.clone());
    let (number, read) = (action.number.clone(), timeframe.text.clone());
    Some(Lint::LateWithoutNews { number, read, since: end, log })
}

/// The same title and the same intent as an action met before.
fn same_as_before<'p>(action: &'p Action, seen: &mut BTreeMap<(String, String), &'p str>) -> Option<Lint> {
    let intent = action.intent.as_ref().map_or("", |intent| intent.plain.as_str());
    let words = (lang::fold(&action.title.plain), lang::fold(intent));
    match seen.get(&words) {
        Some(first) => Some(Lint::SameActionTwice {
            number: action.number.clone(),
            first: (*first).to_owned(),
            title: action.title.plain.clone(),
        }),
        None => {
            seen.insert(words, &action.number);
            None
        }
    }
}

/// A plan without any action is told as a whole, where it is read.
fn empty_orientations(plan: &Plan, problems: &mut Problems) {
    let is_empty = |it: &&Orientation| it.actions().next().is_none() && texts_of(it).all(Html::is_blank);
    if plan.actions().next().is_some() {
        for Orientation { number, title, span, .. } in plan.orientations().filter(is_empty) {
            let title = title.plain.as_str();
            let says_number = title.contains(number.as_str());
            let title = if says_number { title.to_owned() } else { format!("{number} – {title}") };
            problems.warning(Lint::EmptyOrientation { number: number.clone(), title }, *span);
        }
    }
}

/// What an orientation says beside its actions.
fn texts_of(orientation: &Orientation) -> impl Iterator<Item = &Html> {
    orientation.parts.iter().flat_map(|part| match part {
        OrientationPart::Text(text) => vec![text],
        OrientationPart::Objective(objective) => {
            let texts = objective.parts.iter().filter_map(|part| match part {
                ObjectivePart::Text(text) => Some(text),
                ObjectivePart::Action(_) => None,
            });
            texts.collect()
        }
    })
}

/// Said once, of a plan that names who answers for most of its actions, or means to.
fn nobody_responsible(plan: &Plan, problems: &mut Problems) {
    let is_over = |action: &Action| matches!(action.status.key, StatusKey::Done | StatusKey::Dropped);
    let (named, unnamed): (Vec<&Action>, Vec<&Action>) =
        plan.actions().partition(|action| !action.responsible.iter().all(|name| stands_for_nobody(name)));
    if !plan.asks_who_answers && named.len() < unnamed.len() {
        return;
    }
    let unnamed: Vec<&Action> = unnamed.into_iter().filter(|action| !is_over(action)).collect();
    let Some(first) = unnamed.first() else { return };
    let numbers: Vec<String> = unnamed.iter().take(N_LISTED).map(|action| action.number.clone()).collect();
    let n_more = unnamed.len() - numbers.len();
    problems.warning(Lint::NobodyResponsible { numbers, n_more }, first.span);
}

/// « À déterminer », « s. o. »: words that stand where a name goes.
fn stands_for_nobody(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "a determiner",
        "a confirmer",
        "a preciser",
        "a venir",
        "aucun",
        "personne",
        "s.o",
        "so",
        "s/o",
        "n/a",
        "na",
        "n.d",
        "tbd",
        "tbc",
        "to be determined",
        "to be confirmed",
        "none",
        "nobody",
    ];
    let folded = lang::fold(name).replace(". ", ".");
    let words = folded.trim_end_matches('.');
    WORDS.contains(&words)
}

/// Numbers skipped between two neighbours of a level, said once for the whole plan.
fn missing_numbers(plan: &Plan, problems: &mut Problems) {
    let mut gaps = Gaps { all: numbers(plan), numbers: Vec::new(), first: None };
    gaps.add(plan.orientations().map(|it: &Orientation| (it.number.as_str(), it.span)));
    for orientation in plan.orientations() {
        let titled = orientation.objectives().filter(|objective| objective.title.is_some());
        gaps.add(titled.map(|it: &Objective| (it.number.as_str(), it.span)));
        for objective in orientation.objectives() {
            gaps.add(objective.actions().map(|it| (it.number.as_str(), it.span)));
        }
    }
    if let Some(span) = gaps.first {
        gaps.numbers.truncate(N_LISTED);
        problems.warning(Lint::MissingNumber { numbers: gaps.numbers }, span);
    }
}

/// The numbers of all levels, those that actions left among them.
fn numbers(plan: &Plan) -> BTreeSet<&str> {
    let objectives = plan.orientations().flat_map(Orientation::objectives);
    let orientations = plan.orientations().map(|it| it.number.as_str());
    let actions = plan.actions().flat_map(|it| {
        std::iter::once(it.number.as_str()).chain(it.former.iter().map(|former| former.value.as_str()))
    });
    let left = plan.left.iter().map(String::as_str);
    orientations.chain(objectives.map(|it| it.number.as_str())).chain(actions).chain(left).filled()
}

struct Gaps<'p> {
    /// Every number of the plan: an action added later keeps its number wherever it stands.
    all: BTreeSet<&'p str>,
    numbers: Vec<String>,
    /// What follows the first gap.
    first: Option<Span>,
}

impl<'p> Gaps<'p> {
    fn add(&mut self, level: impl Iterator<Item = (&'p str, Span)>) {
        let mut before: Option<(&str, u32)> = None;
        for (number, span) in level {
            let (parent, last) = number.rsplit_once('.').unwrap_or(("", number));
            let Ok(last) = last.parse::<u32>() else {
                before = None;
                continue;
            };
            if let Some((_, start)) = before.filter(|(same, start)| *same == parent && last > start + 1) {
                // A leap to another scale, « 7 » then « 2025 », is no list with holes.
                let n_skipped = (last - start - 1).min(u32::try_from(N_LISTED).unwrap_or(u32::MAX) + 1);
                let full = |n: u32| if parent.is_empty() { n.to_string() } else { format!("{parent}.{n}") };
                if last - start - 1 == n_skipped {
                    let skipped = (1..=n_skipped).map(|n| full(start + n));
                    let n_before = self.numbers.len();
                    self.numbers.extend(skipped.filter(|number| !self.all.contains(number.as_str())));
                    let is_first = self.first.is_none() && self.numbers.len() > n_before;
                    self.first = if is_first { Some(span) } else { self.first };
                }
            }
            before = Some((parent, last));
        }
    }
}

fn bold_without_bold(plan: &Plan, problems: &mut Problems) {
    if let (Some(meaning), Some(span)) = (plan.bold, plan.bold_span)
        && !plan.actions().any(|action| action.is_bold)
    {
        problems.warning(Lint::BoldWithoutBold { key: meaning.key() }, span);
    }
}

/// A day of the last update that cannot be: it counts what is late, and how old the news is.
fn updated_elsewhen(reading: &Reading<'_>, problems: &mut Problems) {
    let Some(updated) = reading.updated else { return };
    if updated > reading.today.max(reading.build_day) {
        return problems.file_warning(Lint::UpdatedToCome { updated });
    }
    let start = reading.plan.period.as_ref().and_then(|period| period.span()).and_then(|span| span.start);
    // A plan is written in the months before it starts.
    if let Some(start) = start.filter(|start| updated.plus_months(WRITTEN_WITHIN) < *start) {
        problems.file_warning(Lint::UpdatedBeforePlan { updated, start });
    }
}

/// The news is that of the document and of the log; the reference date is no news.
fn stale(reading: &Reading<'_>, problems: &mut Problems) {
    if reading.plan.stage != Stage::Adopted {
        return;
    }
    let logged =
        reading.plan.actions().flat_map(|action| action.history.iter().map(|entry| entry.date)).max();
    if let Some(news) = logged.max(reading.updated)
        && news.plus_months(STALE_AFTER) < reading.today
    {
        problems.file_warning(Lint::StaleFollowUp { news });
    }
}
