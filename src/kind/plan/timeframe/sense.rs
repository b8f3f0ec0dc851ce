//! What a timeframe was understood to say: what its wording in another language needs.

use super::vocabulary::EventName;
use crate::date::Range;

/// What was understood, beside the ranges.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sense {
    /// The dates say it all.
    Dates(Precision),
    /// Dates after the author's words: « Bases au printemps 2014 ».
    Step {
        label: String,
        precision: Precision,
    },
    /// A deadline after the author's words: « Rapport d'ici juin 2014 ».
    StepBy {
        label: String,
    },
    Event {
        event: &'static EventName,
        precision: Precision,
    },
    /// An event of the site's own list, or a horizon of the plan's.
    Declared {
        name: String,
    },
    Deadline,
    Open,
    /// What goes on or comes back, but not for the whole plan.
    Lasting {
        meaning: Meaning,
        bounds: Bounds,
    },
    /// What comes back at some times of each year, given as days of any year: « Annuel, en juin ». Those
    /// of what is due by a day have no start.
    EachYear {
        meaning: Meaning,
        times: Vec<Range>,
        precision: Precision,
    },
    /// `original` is when it was first to be done, where the author says it and it has days.
    Revised {
        revision: Revision,
        original: Option<Original>,
    },
    /// Years of the plan, counted from 1.
    PlanYears {
        first: i32,
        last: i32,
    },
    Horizon {
        first: Horizon,
        last: Horizon,
    },
    /// « 0-2 ans »
    YearsFromStart {
        from: i32,
        to: i32,
    },
    Rate(Rate),
    Meaning(Meaning),
    Nothing,
}

/// The dates before a revision.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Original {
    pub ranges: Vec<Range>,
    pub precision: Precision,
}

/// When what goes on starts or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bounds {
    Until,
    From,
    During(Precision),
}

/// What a phrase without dates says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Meaning {
    Continuous,
    Recurring(Recurrence),
    OnDemand(Demand),
    Immediate,
    Undetermined,
    Once,
    Conditional(Condition),
}

/// How finely the author spoke of dates: « 1er avril au 30 juin » is not said « avril à juin ».
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Precision {
    Day,
    Month,
    Year,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Winter,
    Spring,
    Summer,
    Autumn,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// So many times every so many units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Recurrence {
    pub times: u32,
    pub every: u32,
    pub unit: Cycle,
}

/// What comes back: a unit of time, or a season of each year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cycle {
    Unit(Unit),
    Season(Season),
}

impl Recurrence {
    pub const fn every(every: u32, unit: Unit) -> Recurrence {
        Recurrence { times: 1, every, unit: Cycle::Unit(unit) }
    }

    pub const fn times(times: u32, unit: Unit) -> Recurrence {
        Recurrence { times, every: 1, unit: Cycle::Unit(unit) }
    }

    pub const fn each_season(season: Season) -> Recurrence {
        Recurrence { times: 1, every: 1, unit: Cycle::Season(season) }
    }
}

/// A quantity promised: « 3-4 rencontres », « 4 régions par mois ».
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rate {
    pub least: u32,
    pub most: u32,
    /// What is counted, as written.
    pub noun: String,
    pub per: Option<Unit>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Demand {
    Needed,
    Requested,
    Invited,
    Convened,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Condition {
    Funding,
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Revision {
    /// « Reporté à 2025 »: it is now to be done then.
    Postponed(Precision),
    /// « Prolongé jusqu'en 2025 »: the deadline moved.
    Extended,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Horizon {
    Short,
    Medium,
    Long,
}
