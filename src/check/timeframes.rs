//! Timeframes against the plan's period, and against what is said to be done.

use crate::date::{Date, Range};
use crate::diagnostic::lint::{Lint, Side};
use crate::kind::plan::Action;
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::timeframe::{Timeframe, TimeframeKind};

/// Where a timeframe must stand for the plan to keep its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// Both its ends are the author's: each must be in the period.
    Exact,
    /// A unit of the calendar, such as a year or a season, may overlap the ends of the period.
    Overlapping,
    /// Not bound to the period: it comes back, has no end, was put off, or is what the plan declares.
    Free,
}

fn extent(kind: TimeframeKind) -> Extent {
    match kind {
        TimeframeKind::Range | TimeframeKind::Years | TimeframeKind::Deadline => Extent::Exact,
        TimeframeKind::Day
        | TimeframeKind::Month
        | TimeframeKind::Season
        | TimeframeKind::Year
        | TimeframeKind::FiscalYear
        | TimeframeKind::Quarter
        | TimeframeKind::HalfYear
        | TimeframeKind::Part
        | TimeframeKind::List
        | TimeframeKind::Milestone
        | TimeframeKind::Event
        | TimeframeKind::RelativeYear
        | TimeframeKind::Open => Extent::Overlapping,
        TimeframeKind::Revised
        | TimeframeKind::Horizon
        | TimeframeKind::Continuous
        | TimeframeKind::Recurring
        | TimeframeKind::Rate
        | TimeframeKind::OnDemand
        | TimeframeKind::Once
        | TimeframeKind::Conditional
        | TimeframeKind::Undetermined
        | TimeframeKind::Opaque => Extent::Free,
    }
}

/// A timeframe that leaves the period of its plan.
pub fn outside(action: &Action, period: Range) -> Option<Lint> {
    let timeframe = action.timeframe.as_ref()?;
    let side = side(timeframe, period)?;
    let meant = match side {
        Side::Before => meant(timeframe, period),
        // « Été 2014 » right after a plan that ends in June is more often a delay than a slip.
        Side::After | Side::Both => None,
    };
    let (number, read) = (action.number.clone(), timeframe.text.clone());
    Some(Lint::OutsidePeriod { number, read, side, period, meant })
}

fn side(timeframe: &Timeframe, period: Range) -> Option<Side> {
    let (first, last) = (period.start, period.end);
    let before = |day: Option<Date>| day.zip(first).is_some_and(|(day, first)| day < first);
    let after = |day: Option<Date>| day.zip(last).is_some_and(|(day, last)| day > last);
    let (mut leaves_before, mut leaves_after) = (false, false);
    for range in &timeframe.ranges {
        let (is_before, is_after) = match extent(timeframe.kind) {
            Extent::Free => (false, false),
            Extent::Overlapping => (before(range.end), after(range.start)),
            Extent::Exact => (before(range.start), after(range.end)),
        };
        leaves_before |= is_before;
        leaves_after |= is_after;
    }
    match (leaves_before, leaves_after) {
        (false, false) => None,
        (true, false) => Some(Side::Before),
        (false, true) => Some(Side::After),
        (true, true) => Some(Side::Both),
    }
}

/// The year that would bring a single date inside the period, when one of the next two does.
fn meant(timeframe: &Timeframe, period: Range) -> Option<i16> {
    let [Range { start: Some(start), end: Some(end) }] = timeframe.ranges.as_slice() else { return None };
    let (first, last) = (period.start?, period.end?);
    if start.year() != end.year() {
        return None;
    }
    (1..=2).find_map(|n_years| {
        let (start, end) = (start.plus_months(12 * n_years), end.plus_months(12 * n_years));
        (start >= first && end <= last).then_some(start.year())
    })
}

/// Done on a day when the last of its moments had not started yet: « novembre 2025 et mai 2026 ».
///
/// Finishing early is no contradiction; what was promised for two moments is not done after one.
pub fn done_before_due(action: &Action, said: Date) -> Option<Lint> {
    let timeframe = action.timeframe.as_ref().filter(|_| action.status.key == StatusKey::Done)?;
    let is_bound = match extent(timeframe.kind) {
        Extent::Free => false,
        Extent::Exact | Extent::Overlapping => timeframe.kind != TimeframeKind::Open,
    };
    let due = timeframe
        .ranges
        .iter()
        .filter_map(|range| range.start)
        .max()
        .filter(|due| is_bound && timeframe.ranges.len() > 1 && *due > said)?;
    let (number, read) = (action.number.clone(), timeframe.text.clone());
    Some(Lint::DoneBeforeDue { number, read, due, said })
}
