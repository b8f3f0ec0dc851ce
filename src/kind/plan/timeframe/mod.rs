//! When an action is to be done: the author's words, and the days they cover when they say any.
//!
//! ```text
//! lexer    text    → tokens            folded words, numbers, marks
//! points   tokens  → a point           a day, a month, a season, a year
//! dates    points  → spans and lists
//! forms    dates   → the whole text    deadlines, rhythms, events, conditions…
//! resolve  dates   → days              years left out are settled, the calendar is asked
//! say      what was understood → words in either language
//! ```

mod cursor;
mod dates;
mod forms;
mod impossible;
mod kinds;
mod lexer;
mod near;
mod order;
mod phrases;
mod points;
mod resolve;
mod rhythm;
mod say;
mod sense;
mod vocabulary;
mod years;

use std::collections::BTreeMap;

use serde::Serialize;

use super::status::StatusKey;
use crate::date::{Date, Range};
use crate::diagnostic::plan::NoYear;
use crate::lang::{self, Lang};
use sense::{Horizon, Sense};

/// A timeframe: the words are always kept, the rest is what we understood of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeframe {
    /// Exactly as written.
    pub text: String,
    pub kind: TimeframeKind,
    /// In the order written; empty when the words give no dates.
    pub ranges: Vec<Range>,
    sense: Sense,
}

/// The form of a timeframe, as named in `plan.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeframeKind {
    /// « 3 octobre 2013 »
    Day,
    /// « Novembre 2013 »
    Month,
    /// « Automne 2013 »
    Season,
    /// « En 2014 »
    Year,
    /// « 2013-2014 »
    FiscalYear,
    /// « 2018-2022 », « 2013-2014-2015 »
    Years,
    /// « T1 2024 »
    Quarter,
    /// « 2e semestre 2024 »
    HalfYear,
    /// « mi-février 2026 », « fin 2024 »
    Part,
    /// « Aut. 13 - Hiver 14 »
    Range,
    /// « Février, Sept. 2014 »
    List,
    /// « Bases au printemps 2014 »: a step of the author's, then dates.
    Milestone,
    /// « AGA 2013 »
    Event,
    /// « D'ici mars 2027 »: from the start of the plan to the end of what is named.
    Deadline,
    /// « À partir de 2014 »: the range has no end.
    Open,
    /// « Reporté à 2025 », « prolongé jusqu'en 2025 »
    Revised,
    /// « An 2 »
    RelativeYear,
    /// « Court terme », « dès que possible »
    Horizon,
    /// « En continu »
    Continuous,
    /// « Mensuel », « chaque automne »
    Recurring,
    /// « 4 régions par mois »
    Rate,
    /// « Au besoin », « sur invitation »
    OnDemand,
    /// « Une fois », when is not said
    Once,
    /// « Selon le financement »
    Conditional,
    /// « À déterminer »
    Undetermined,
    /// Not understood, or « sans objet »: shown as it is.
    Opaque,
}

/// How a form of timeframe ends: only what is dated can be late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// On the last of its days.
    Dated,
    /// It starts, and does not end.
    Open,
    Continuous,
    /// It comes back.
    Recurring,
    OnDemand,
    /// The day is not known yet.
    Undetermined,
    /// The words were not understood.
    Unknown,
}

impl TimeframeKind {
    pub fn ending(self) -> Ending {
        match self {
            TimeframeKind::Open => Ending::Open,
            TimeframeKind::Continuous => Ending::Continuous,
            TimeframeKind::Recurring | TimeframeKind::Rate => Ending::Recurring,
            TimeframeKind::OnDemand => Ending::OnDemand,
            TimeframeKind::Once | TimeframeKind::Conditional | TimeframeKind::Undetermined => {
                Ending::Undetermined
            }
            TimeframeKind::Opaque => Ending::Unknown,
            TimeframeKind::Day
            | TimeframeKind::Month
            | TimeframeKind::Season
            | TimeframeKind::Year
            | TimeframeKind::FiscalYear
            | TimeframeKind::Years
            | TimeframeKind::Quarter
            | TimeframeKind::HalfYear
            | TimeframeKind::Part
            | TimeframeKind::Range
            | TimeframeKind::List
            | TimeframeKind::Milestone
            | TimeframeKind::Event
            | TimeframeKind::Deadline
            | TimeframeKind::Revised
            | TimeframeKind::RelativeYear
            | TimeframeKind::Horizon => Ending::Dated,
        }
    }
}

/// What a site and a plan give for reading timeframes.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// The plan's period: settles two-digit years, relative years, deadlines and fiscal years.
    pub period: Option<Range>,
    /// The first month of the association's fiscal year, 1 to 12, where no period tells it.
    pub fiscal_month: Option<i8>,
    /// The first month of the plan's own fiscal year, 1 to 12: it says more than the period does.
    pub fiscal_month_of_plan: Option<i8>,
    pub seasons: Seasons,
    /// The dates of named events: « AGA 2013 ».
    pub events: BTreeMap<String, Range>,
    /// What the plan means by « court terme » or by horizons of its own.
    pub horizons: BTreeMap<String, Range>,
}

/// When seasons start. Each choice shares out the year without any overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Seasons {
    /// Winter from January, spring from April, summer from July, autumn from September to December.
    ///
    /// Summer is short because associations start again in September: a tour announced for
    /// « Aut.13 » began that month.
    #[default]
    Civil,
    /// From the 21st of December, March, June and September.
    Astronomical,
    /// Three months each: summer from July, autumn from October.
    Quarters,
}

impl Seasons {
    /// The choice with this name in `jalon.toml`, as the settings write it: `civil`,
    /// `astronomique`, `trimestre`, or their English names.
    pub fn from_name(name: &str) -> Option<Seasons> {
        match name {
            "civil" => Some(Seasons::Civil),
            "astronomique" | "astronomical" => Some(Seasons::Astronomical),
            "trimestre" | "quarters" => Some(Seasons::Quarters),
            _ => None,
        }
    }
}

/// What deserves a word to the author although the text was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// Nothing known; `meant` is the text as it was probably meant, when one slip explains it.
    NotUnderstood { meant: Option<String> },
    /// Its last day comes before its first.
    Backwards { start: Date, end: Date },
    /// « 31 juin 2026 »: a day that its month does not have; the year where it is written.
    ImpossibleDay { month: i8, year: Option<i16> },
    /// « 12/10/26 », and the day it is where the year comes last.
    ShortDate { day: Date },
    /// « 05/31/2026 » where the day comes first: understood, but the other dates may be wrong.
    SwappedDate { day: Date },
    /// The words were understood but no year is written, and the plan's period does not settle it.
    YearUnknown(NoYear),
    /// Several dates stand side by side with nothing between them.
    Unseparated,
    /// « 2019-2024-2034 »: read as all the years from the first to the last.
    YearsNotConsecutive,
    /// « Complété » is a state, not a time.
    LooksLikeStatus(StatusKey),
}

impl Doubt {
    /// Whether the dates are sure all the same.
    pub fn leaves_dates_sure(&self) -> bool {
        match self {
            Doubt::SwappedDate { .. } => true,
            Doubt::NotUnderstood { .. }
            | Doubt::Backwards { .. }
            | Doubt::ImpossibleDay { .. }
            | Doubt::ShortDate { .. }
            | Doubt::YearUnknown(_)
            | Doubt::Unseparated
            | Doubt::YearsNotConsecutive
            | Doubt::LooksLikeStatus(_) => false,
        }
    }
}

/// Reads a timeframe written in a language. Never fails: what is not understood is `Opaque`.
pub fn read(text: &str, lang: Lang, calendar: &Calendar) -> (Timeframe, Vec<Doubt>) {
    let (kind, sense, ranges, doubts) = match near::understand(text, lang, calendar) {
        Ok(reading) => (reading.kind, reading.sense, reading.ranges, reading.doubts),
        Err(doubt) => (TimeframeKind::Opaque, Sense::Nothing, Vec::new(), vec![doubt]),
    };
    (Timeframe { text: text.to_owned(), kind, ranges, sense }, doubts)
}

/// Whether a text, such as the title of a column, names one time and says nothing else: « Automne
/// 2026 », « Sept. », « 1er trimestre ».
pub fn names_a_time(text: &str, lang: Lang) -> bool {
    near::names_a_time(text, lang)
}

/// Reads the period of a plan, which cannot depend on itself: the calendar's own is left out.
pub fn read_period(text: &str, lang: Lang, calendar: &Calendar) -> (Timeframe, Vec<Doubt>) {
    let calendar = Calendar { period: None, ..calendar.clone() };
    read(text, lang, &calendar)
}

impl Timeframe {
    /// The day after which it is over; none for what has no end (« en continu », « sur invitation »).
    pub fn end(&self) -> Option<Date> {
        match self.kind.ending() {
            Ending::Dated => self.ranges.iter().filter_map(|range| range.end).max(),
            Ending::Open
            | Ending::Continuous
            | Ending::Recurring
            | Ending::OnDemand
            | Ending::Undetermined
            | Ending::Unknown => None,
        }
    }

    /// Whether its days are an understanding of looser words: a season, « vers mars », « fin 2026 »,
    /// « court terme ».
    pub fn is_approximate(&self) -> bool {
        let is_loose =
            |token: &lexer::Token| token.text == "vers" || vocabulary::season(&token.text).is_some();
        let is_named_so = matches!(self.kind, TimeframeKind::Part | TimeframeKind::Horizon);
        is_named_so || lexer::tokens(&self.text).iter().any(is_loose)
    }

    /// From the first day to the last of all its ranges, as a plan's period is used; an open end
    /// stays open. None without dates.
    pub fn span(&self) -> Option<Range> {
        let start = self.ranges.iter().map(|range| range.start).min()?;
        let end = if self.ranges.iter().any(|range| range.end.is_none()) {
            None
        } else {
            self.ranges.iter().filter_map(|range| range.end).max()
        };
        Some(Range { start, end })
    }

    /// Whether some words say no more than the author's: « Du 1er avril 2027 au 31 mars 2028 » has the
    /// same but for the small word that opens it.
    pub fn repeats(&self, words: &str) -> bool {
        let said = |text: &str| -> Vec<String> {
            let tokens = lexer::tokens(text).into_iter().map(|token| token.text);
            tokens.filter(|token| !vocabulary::SILENT.contains(&token.as_str())).collect()
        };
        lang::is_alike(words, &self.text) || said(words) == said(&self.text)
    }

    /// What was understood, in words: « septembre 2013 à mars 2014 ». None when nothing was.
    ///
    /// Read again with the same calendar, the words of dates give the same ranges.
    pub fn words(&self, lang: Lang) -> Option<String> {
        say::words(lang, &self.sense, &self.ranges)
    }
}

impl Calendar {
    /// The period, when it has both ends.
    fn bounds(&self) -> Option<(Date, Date)> {
        let period = self.period?;
        Some((period.start?, period.end?)).filter(|(start, end)| start <= end)
    }

    /// The first month of a fiscal year: the one the plan declares, else that of its period, else
    /// the association's.
    fn first_fiscal_month(&self) -> Option<i8> {
        let declared = |month: Option<i8>| month.filter(|month| (1..=12).contains(month));
        let of_period = self.period.and_then(|period| period.start).map(Date::month);
        declared(self.fiscal_month_of_plan).or(of_period).or(declared(self.fiscal_month))
    }

    /// The range that the plan gives to one of the usual horizons, under its name in either language.
    fn declared_horizon(&self, horizon: Horizon) -> Option<Range> {
        self.horizons
            .iter()
            .find(|(name, _)| near::horizon_named(name) == Some(horizon))
            .map(|(_, range)| *range)
    }
}
