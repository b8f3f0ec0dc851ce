//! Views of a plan from other sides: the sheet of an action, the report, the calendar, who answers
//! for what, what changed; and the page on how progress is measured.

use serde::Serialize;

use super::action_list::QueryView;
use super::foreign::{ForeignLink, ForeignView, TranslationView};
use super::history::HistoryView;
use super::lists::Pager;
use super::trail::OriginView;
use super::{ActionView, DateView, Link, MenuLink, ProgressView, StageView, StatusView, TimeframeView};

/// What every side of a plan says of the plan.
#[derive(Debug, Clone, Serialize)]
pub struct PlanHead {
    pub plan: Link,
    pub stage: Option<StageView>,
    /// None when the plan is wholly translated, or no translation.
    pub translation: Option<TranslationView>,
    pub period: Option<TimeframeView>,
    pub reference_date: DateView,
    /// That the notes of the follow-up are in another language, where the page shows some.
    pub notes: Option<String>,
    /// The plan and its sides, this one marked.
    pub sides: Vec<MenuLink>,
}

/// An action in a list: what it is, where to read more, how far it is.
#[derive(Debug, Clone, Serialize)]
pub struct ActionLine {
    /// Relative address of its sheet, else of its row in the plan.
    pub href: String,
    pub number: String,
    /// Plain text.
    pub title: String,
    /// When the title is not in the language of the page.
    pub foreign: Option<ForeignView>,
    pub timeframe: Option<TimeframeView>,
    /// None when the plan publishes no follow-up at all.
    pub status: Option<StatusView>,
    pub percent: Option<String>,
    pub late: Option<String>,
    /// « A, B et C »
    pub responsible: Option<String>,
    /// Why, or what is said last of it.
    pub note: Option<String>,
    /// The tag of the language of the note, when it is not the page's.
    pub lang: Option<String>,
    /// Entries of its follow-up that matter here, newest first.
    pub entries: Vec<EntryView>,
}

/// An entry of the follow-up.
#[derive(Debug, Clone, Serialize)]
pub struct EntryView {
    pub date: DateView,
    pub status: Option<StatusView>,
    pub percent: Option<String>,
    pub note: Option<String>,
    pub evidence: Vec<EvidenceView>,
    /// The tag of the language of the note and of the evidence, when it is not the page's.
    pub lang: Option<String>,
}

/// What shows that an entry is true.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceView {
    pub text: String,
    /// Where it can be seen; none when it is only words.
    pub href: Option<String>,
}

/// The sheet of an action: `action.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SheetView {
    /// « Action 2.1.3 »
    pub title: String,
    pub head: PlanHead,
    pub orientation: ForeignLink,
    pub objective: Option<ForeignLink>,
    pub action: ActionView,
    /// Whether the title is a text rather than a title.
    pub is_long: bool,
    pub deadline: Option<DeadlineView>,
    /// What the action comes from.
    pub origins: Vec<OriginView>,
    /// Who else speaks of it.
    pub mentions: Vec<OriginView>,
    /// Newest first.
    pub history: Vec<EntryView>,
    /// Absolute address, when the site knows its own.
    pub address: Option<String>,
    /// HTML of the footnotes, empty when there are none.
    pub footnotes: String,
    pub previous: Option<ForeignLink>,
    pub next: Option<ForeignLink>,
}

/// The next day something is awaited of an action, or the last one that went by.
#[derive(Debug, Clone, Serialize)]
pub struct DeadlineView {
    /// « Prochaine échéance », « Échéance dépassée »
    pub label: String,
    pub date: DateView,
    /// « dans 12 jours »
    pub words: String,
}

/// The follow-up report: `report.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ReportView {
    pub title: String,
    pub head: PlanHead,
    pub responsible: Vec<String>,
    pub progress: ProgressView,
    pub parts: Vec<ReportPart>,
    /// None when the log tells of one moment only, or there is none.
    pub history: Option<HistoryView>,
}

/// A part of a report.
#[derive(Debug, Clone, Serialize)]
pub struct ReportPart {
    /// The anchor: `late`.
    pub id: String,
    pub title: String,
    /// « 3 »
    pub count: String,
    /// What is listed here, in a sentence.
    pub text: String,
    /// Said in place of an empty list.
    pub empty: String,
    pub actions: Vec<ActionLine>,
}

/// The calendar of a plan: `calendar.html`.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarView {
    pub title: String,
    pub head: PlanHead,
    /// None when no action has a date.
    pub chart: Option<ChartView>,
    /// Dated actions by the month they end in; those that do not end come last.
    pub months: Vec<MonthView>,
    /// Actions without date, by kind of timeframe.
    pub undated: Vec<MonthView>,
}

/// Actions under a heading.
#[derive(Debug, Clone, Serialize)]
pub struct MonthView {
    pub id: String,
    /// « mars 2026 », « En continu »
    pub title: String,
    pub actions: Vec<DatedAction>,
}

/// An action and the day it ends.
#[derive(Debug, Clone, Serialize)]
pub struct DatedAction {
    pub end: Option<DateView>,
    pub action: ActionLine,
}

/// A drawing on months; all lengths are in its own units.
#[derive(Debug, Clone, Serialize)]
pub struct ChartView {
    pub width: u32,
    pub height: u32,
    /// Where months start, and where the bars stop.
    pub left: u32,
    pub right: u32,
    pub ticks: Vec<TickView>,
    pub rows: Vec<ChartRow>,
    /// The reference date, when it is within the months drawn.
    pub today: Option<u32>,
    /// « 27 mars 2026 »
    pub today_words: String,
    /// `start`, or `end` where the words would leave the drawing.
    pub today_anchor: String,
    /// The states drawn.
    pub legend: Vec<StatusView>,
    /// Whether the ends of some bar are pointed, because its days are approximate.
    pub has_soft_ends: bool,
}

/// The start of a month, a quarter or a year.
#[derive(Debug, Clone, Serialize)]
pub struct TickView {
    pub x: u32,
    /// « juill. », or empty where there is no room for words.
    pub label: String,
    /// « 2026 » where a year starts.
    pub year: String,
}

/// A line of a drawing: an orientation, or an action and its bars.
#[derive(Debug, Clone, Serialize)]
pub struct ChartRow {
    /// Where the line's words stand.
    pub y: u32,
    pub number: String,
    /// Cut to the room there is.
    pub words: String,
    /// The tag of their language, when it is not the page's.
    pub lang: Option<String>,
    pub is_group: bool,
    /// The key of the state, for the colour and the pattern.
    pub key: String,
    pub bars: Vec<BarView>,
}

/// A bar.
#[derive(Debug, Clone, Serialize)]
pub struct BarView {
    pub x: u32,
    /// Without the dashes of an end that is open.
    pub width: u32,
    pub y: u32,
    /// The middle, where a stroke goes.
    pub middle: u32,
    /// The path of the dashes that show that it does not end.
    pub dashes: Option<String>,
    /// What is cut off its corners, a path, when the author's words are approximate.
    pub cuts: Option<String>,
    /// The outline of its pointed ends, a path.
    pub points: Option<String>,
}

/// Who answers for what: `responsible.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ResponsibleView {
    pub title: String,
    pub head: PlanHead,
    /// Who answers for the whole plan: « A, B et C ».
    pub responsible: Option<String>,
    /// Actions for which nobody is named.
    pub nobody: Option<PersonView>,
    pub people: Vec<PersonView>,
}

/// A person or an organisation, and its actions.
#[derive(Debug, Clone, Serialize)]
pub struct PersonView {
    pub id: String,
    pub name: String,
    pub contact: Option<ContactView>,
    pub progress: ProgressView,
    pub actions: Vec<ActionLine>,
    /// The way to the list of all actions narrowed to this name; none where the list has no such choice.
    pub list: Option<PersonWay>,
}

/// How a name leads to its actions in the list: a form of one button, as counts do.
#[derive(Debug, Clone, Serialize)]
pub struct PersonWay {
    /// Relative address of the list.
    pub href: String,
    pub query: QueryView,
    /// « Filtrer la liste : Comité transport »
    pub title: String,
}

/// Where to reach a person or an organisation.
#[derive(Debug, Clone, Serialize)]
pub struct ContactView {
    /// As the site gives it.
    pub text: String,
    /// None for what is no address: a telephone number.
    pub href: Option<String>,
}

/// What changed: `changes.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ChangesView {
    pub title: String,
    pub head: PlanHead,
    /// Newest first.
    pub months: Vec<ChangesMonth>,
    /// The place of this page among those of a long log.
    pub pager: Option<Pager>,
}

/// The entries of a month, newest first.
#[derive(Debug, Clone, Serialize)]
pub struct ChangesMonth {
    /// `2026-03`
    pub id: String,
    /// « mars 2026 »
    pub title: String,
    pub entries: Vec<ChangeView>,
}

/// An entry and the action it tells of.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeView {
    pub action: NamedAction,
    pub entry: EntryView,
}

/// An action by its name alone: how far it is now is another matter.
#[derive(Debug, Clone, Serialize)]
pub struct NamedAction {
    /// Relative address of its sheet, else of its row in the plan.
    pub href: String,
    pub number: String,
    /// Plain text.
    pub title: String,
    /// When the title is not in the language of the page.
    pub foreign: Option<ForeignView>,
}

/// How progress is measured: `method.html`.
#[derive(Debug, Clone, Serialize)]
pub struct MethodView {
    pub title: String,
    pub states: Vec<MethodState>,
    pub seasons: Vec<SeasonView>,
    /// From which month to which the fiscal year goes, in a sentence, when the site says so.
    pub fiscal_year: Option<String>,
    pub plans: Vec<MethodPlan>,
}

/// A state and what it means.
#[derive(Debug, Clone, Serialize)]
pub struct MethodState {
    pub status: StatusView,
    pub meaning: String,
}

/// A season and its months.
#[derive(Debug, Clone, Serialize)]
pub struct SeasonView {
    pub name: String,
    /// « janvier à mars »
    pub months: String,
}

/// A plan as it is measured today.
#[derive(Debug, Clone, Serialize)]
pub struct MethodPlan {
    pub plan: Link,
    pub reference_date: DateView,
    pub sentence: String,
    /// « 10 ÷ (37 − 1 − 6) = 33 % »; none without a rate.
    pub formula: Option<String>,
}
