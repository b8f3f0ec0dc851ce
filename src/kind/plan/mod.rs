//! An action plan: orientations, objectives and actions, as plain values.

pub mod calendar;
pub mod columns;
pub mod follow_up;
pub mod foreign;
pub mod measure;
pub mod numbering;
pub mod people;
pub mod percent;
pub mod progress;
pub mod read;
pub mod renumbered;
pub mod settings;
pub mod status;
pub mod tags;
pub mod timeframe;
pub mod translate;

use crate::date::Date;
use crate::markdown::{Footnote, Html, Line};
use crate::record::Spanned;
use crate::source::Span;
use foreign::{Foreign, Translation};
use status::{Status, StatusKey};
use timeframe::Timeframe;

/// How far ahead an action is said to come due, in days.
pub const COMING_DAYS: i32 = 60;

/// A plan as its document states it.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    pub period: Option<Timeframe>,
    pub stage: Stage,
    /// What an action in bold that states nothing else means.
    pub bold: Option<StatusKey>,
    /// Where `bold` is written.
    pub bold_span: Option<Span>,
    /// Who answers for the whole plan.
    pub responsible: Vec<String>,
    /// Whether one of its tables has a column for who answers.
    pub asks_who_answers: bool,
    /// The date of the last report on the plan.
    pub report: Option<Date>,
    /// The plan before this one, as written: `@/plans/2024-2025/index.md`.
    pub previous: Option<Spanned<String>>,
    /// Warnings the author has read and accepts: `same-action-twice:2.1.3`, or `same-action-twice` for all of them.
    pub accept: Vec<Spanned<String>>,
    pub parts: Vec<PlanPart>,
    /// The numbers that actions left, of which no action has the new one.
    pub left: Vec<String>,
    /// None for a plan without a follow-up log.
    pub log: Option<follow_up::Log>,
    pub footnotes: Vec<Footnote>,
    /// None for a plan that stands by itself.
    pub translation: Option<Box<Translation>>,
}

/// How far a plan is in its own life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Proposed,
    Adopted,
    Closed,
    Replaced,
}

/// A part of the document, in the order written.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every part is the large one: a box would only add a step"
)]
pub enum PlanPart {
    Text(Html),
    Orientation(Orientation),
}

/// The first level of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Orientation {
    /// As written (`2`, `A`), else its position. Unique in the plan; gaps are kept.
    pub number: String,
    pub numbering: Numbering,
    /// The anchor: the author's `{#id}`, else the number.
    pub id: String,
    /// The words after « Orientation 2 : ».
    pub title: Line,
    /// The level word as written: « Orientation », « Axe »; empty when none was.
    pub level_word: String,
    /// `{axe=2}`
    pub axis: Option<String>,
    pub parts: Vec<OrientationPart>,
    /// The language of its title, when a translation does not give it.
    pub foreign: Option<Foreign>,
    pub span: Span,
}

/// A part of an orientation, in the order written.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every part is the large one: a box would only add a step"
)]
pub enum OrientationPart {
    Text(Html),
    Objective(Objective),
}

/// The second level. A table without objectives, right under an orientation, makes one
/// objective without a title, whose number is the orientation's.
#[derive(Debug, Clone, PartialEq)]
pub struct Objective {
    pub number: String,
    pub numbering: Numbering,
    /// The anchor, unique in the document.
    pub id: String,
    pub title: Option<Line>,
    pub timeframe: Option<Timeframe>,
    pub parts: Vec<ObjectivePart>,
    /// The language of its title, when a translation does not give it.
    pub foreign: Option<Foreign>,
    pub span: Span,
}

/// A part of an objective, in the order written.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every part is the large one: a box would only add a step"
)]
pub enum ObjectivePart {
    Text(Html),
    Action(Action),
}

/// The third level: what is promised.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    pub number: String,
    pub numbering: Numbering,
    /// The anchor, unique in the document: the author's, else the number with its parent's.
    pub id: String,
    /// The number as one more anchor, where numbers run through the plan and nothing else has that name.
    pub short: Option<String>,
    pub title: Line,
    /// The numbers it had before, which lead to it still, where the plan it is of says so.
    pub former: Vec<Spanned<String>>,
    /// What is to be done, where a table has both an activity and an action column.
    pub intent: Option<Line>,
    /// None when the document gives no timeframe at all for it.
    pub timeframe: Option<Timeframe>,
    pub status: Status,
    /// A percentage of its own, when the document gives one.
    pub percent: Option<u8>,
    pub responsible: Vec<String>,
    pub partners: Vec<String>,
    /// The other columns, with their titles as written, in order.
    pub fields: Vec<(String, Line)>,
    /// What else stands under it in a list.
    pub details: Html,
    /// Whether its plan says anything of the state of any action; a plan that publishes no
    /// follow-up says of none that it is late.
    pub is_followed: bool,
    /// Whether its words are in bold.
    pub is_bold: bool,
    /// What the follow-up log says of it, oldest first; `status` and `percent` are those of its
    /// newest entry that gives one, else the document's.
    pub history: Vec<follow_up::Entry>,
    /// What the document itself says of its state, where the log says it anew.
    pub before_log: Option<Box<Status>>,
    /// Where the document says its state; the place of its words when it says none.
    pub stated_at: Span,
    /// The language of its title, when a translation does not give it.
    pub foreign: Option<Foreign>,
    pub span: Span,
}

/// Where a number comes from: only one that an author wrote means the same thing from year to year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    Written,
    Position,
}

impl Numbering {
    /// That of an element with the number its author wrote, if any.
    pub fn of(written: Option<&str>) -> Numbering {
        if written.is_some() { Numbering::Written } else { Numbering::Position }
    }
}

impl Plan {
    /// Tells each action whether any of them states something, once states are known.
    pub(crate) fn settle_follow_up(&mut self) {
        let is_followed = self.actions().any(|action| action.status.key != StatusKey::NotStated);
        for action in self.actions_mut() {
            action.is_followed = is_followed;
        }
    }

    /// Its actions, in order, to be given their follow-up.
    pub(crate) fn actions_mut(&mut self) -> impl Iterator<Item = &mut Action> {
        let orientations = self.parts.iter_mut().filter_map(|part| match part {
            PlanPart::Orientation(orientation) => Some(orientation),
            PlanPart::Text(_) => None,
        });
        let objectives =
            orientations.flat_map(|orientation| &mut orientation.parts).filter_map(|part| match part {
                OrientationPart::Objective(objective) => Some(objective),
                OrientationPart::Text(_) => None,
            });
        objectives.flat_map(|objective| &mut objective.parts).filter_map(|part| match part {
            ObjectivePart::Action(action) => Some(action),
            ObjectivePart::Text(_) => None,
        })
    }

    pub fn orientations(&self) -> impl Iterator<Item = &Orientation> {
        self.parts.iter().filter_map(|part| match part {
            PlanPart::Orientation(orientation) => Some(orientation),
            PlanPart::Text(_) => None,
        })
    }

    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.orientations().flat_map(Orientation::actions)
    }

    /// The day one of its actions comes due, when that is within [`COMING_DAYS`] of the reference
    /// date: of « septembre 2025 et mai 2026 », May comes due even though September was met.
    ///
    /// What is settled is not awaited, nor is anything of a plan that is over.
    pub fn coming(&self, action: &Action, reference: Date) -> Option<Date> {
        match self.stage {
            Stage::Proposed | Stage::Adopted => {}
            Stage::Closed | Stage::Replaced => return None,
        }
        let timeframe = action.timeframe.as_ref().filter(|timeframe| timeframe.end().is_some())?;
        let last = reference.plus_days(COMING_DAYS);
        let near = |end: &Date| reference <= *end && *end <= last;
        let ends = timeframe.ranges.iter().filter_map(|range| range.end);
        if action.is_settled() { None } else { ends.filter(near).min() }
    }
}

impl Orientation {
    pub fn objectives(&self) -> impl Iterator<Item = &Objective> {
        self.parts.iter().filter_map(|part| match part {
            OrientationPart::Objective(objective) => Some(objective),
            OrientationPart::Text(_) => None,
        })
    }

    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.objectives().flat_map(Objective::actions)
    }
}

impl Objective {
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.parts.iter().filter_map(|part| match part {
            ObjectivePart::Action(action) => Some(action),
            ObjectivePart::Text(_) => None,
        })
    }
}

impl Action {
    /// The anchors that lead to it beside its own: its number alone, and those it had before.
    pub fn other_anchors(&self) -> impl Iterator<Item = &String> {
        self.short.iter().chain(self.former.iter().map(|former| &former.value))
    }

    /// Whether no deadline matters to it any more: it is done, dropped or ongoing.
    pub fn is_settled(&self) -> bool {
        self.status.key.is_settled()
    }

    /// The state that the log had given it by the end of a day; none before the log speaks of it.
    pub fn logged_on(&self, day: Date) -> Option<&Status> {
        let known = self.history.iter().rev().filter(|entry| entry.date <= day);
        known.filter_map(|entry| entry.status.as_ref()).next()
    }

    /// Whether it was late on a day when it was in this state.
    fn was_late(&self, state: StatusKey, day: Date) -> bool {
        let end = self.timeframe.as_ref().and_then(Timeframe::end);
        !state.is_settled() && end.is_some_and(|end| end < day)
    }

    /// Whether its plan publishes a follow-up, its timeframe is over at the reference date, and it
    /// is not settled.
    pub fn is_late(&self, reference: Date) -> bool {
        self.late_since(reference).is_some()
    }

    /// The last day of its timeframe, when it is late.
    pub fn late_since(&self, reference: Date) -> Option<Date> {
        let end = self.timeframe.as_ref().and_then(Timeframe::end)?;
        (self.is_followed && !self.is_settled() && end < reference).then_some(end)
    }
}
