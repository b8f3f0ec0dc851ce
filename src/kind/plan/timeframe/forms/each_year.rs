//! What comes back at a time of each year: « Annuel, en juin », “every June”, « chaque année d’ici le 30 juin ».
//!
//! A month that a rhythm names is that of every year, even where the plan has one year: it is a rhythm,
//! and nothing is late after it.

use super::bounds::last_day;
use super::{Attempt, Form, Reading};
use crate::date::{Date, Range};
use crate::kind::plan::timeframe::cursor::Cursor;
use crate::kind::plan::timeframe::dates::{Dates, Item};
use crate::kind::plan::timeframe::lexer::Token;
use crate::kind::plan::timeframe::points::{Named, Point, YearKind};
use crate::kind::plan::timeframe::resolve::{self, Days};
use crate::kind::plan::timeframe::sense::{Cycle, Meaning, Precision, Recurrence, Sense, Unit};
use crate::kind::plan::timeframe::vocabulary::EACH;
use crate::kind::plan::timeframe::{Calendar, TimeframeKind};

/// A year that stands for all of them; it is no leap year.
const ANY_YEAR: i16 = 2001;

/// In tokens: « , tous les deux ans ».
const LONGEST_RHYTHM: usize = 5;

impl Form<'_> {
    pub(super) fn each_year(&self) -> Attempt {
        let mut cursor = self.cursor();
        if cursor.whole(Cursor::recurrence).is_some() {
            return None;
        }
        if let Some(rhythm) = cursor.attempt(Cursor::recurrence).filter(|rhythm| is_by_the_year(*rhythm)) {
            cursor.eat(&[",", ":", "-"]);
            return self.at_times(Meaning::Recurring(rhythm), cursor.rest());
        }
        // “Every June”, « chaque mois de juin »; « chaque automne » is a rhythm by itself.
        let mut cursor = self.cursor();
        if !cursor.eat(EACH) {
            return self.then_each_year();
        }
        if cursor.eat(&["mois de", "mois d'", "month of"]) {
            self.cursor_at(cursor.rest()).whole(Cursor::point)?;
        }
        self.at_times(Meaning::Recurring(Recurrence::every(1, Unit::Year)), cursor.rest())
    }

    /// « En juin de chaque année », “June 24, every year”.
    fn then_each_year(&self) -> Attempt {
        let first = self.tokens.len().saturating_sub(LONGEST_RHYTHM).max(1);
        (first..self.tokens.len()).find_map(|at| {
            let (times, rhythm) = self.tokens.split_at(at);
            let mut cursor = self.cursor_at(rhythm);
            cursor.eat(&[",", ":", "-", "de"]);
            let rhythm = cursor.whole(Cursor::recurrence).filter(|rhythm| is_by_the_year(*rhythm))?;
            self.at_times(Meaning::Recurring(rhythm), times)
        })
    }

    /// What comes back, at times that name no year.
    pub(super) fn at_times(&self, meaning: Meaning, tokens: &[Token]) -> Attempt {
        let tokens = match tokens {
            [opening, inside @ .., closing]
                if (opening.text.as_str(), closing.text.as_str()) == ("(", ")") =>
            {
                inside
            }
            [..] => tokens,
        };
        let (times, precision) = self.of_any_year(tokens)?;
        let sense = Sense::EachYear { meaning, times, precision };
        Some(Ok(Reading::new(TimeframeKind::Recurring, sense, self.plan_range())))
    }

    /// The days that dates without a year have in a year, or the day that they are due by.
    fn of_any_year(&self, tokens: &[Token]) -> Option<(Vec<Range>, Precision)> {
        let year = Range::between(Date::new(ANY_YEAR, 1, 1)?, Date::new(ANY_YEAR, 12, 31)?);
        let calendar = Calendar { period: Some(year), ..self.calendar.clone() };
        let days = |items: &[Item]| -> Option<Vec<Days>> {
            let is_of_any = items.iter().all(|item| match item {
                Item::Point(point) => has_no_year(*point),
                Item::Span(first, last) => has_no_year(*first) && has_no_year(*last),
                Item::Years { .. } => false,
            });
            resolve::resolve(items, &calendar).ok().filter(|_| is_of_any)
        };
        if let Some(Dates { items, .. }) = self.cursor_at(tokens).whole(Cursor::dates) {
            let ranges = days(&items)?.into_iter().map(resolve::range).collect();
            return Some((ranges, resolve::precision(&items)));
        }
        let (point, limit) = self.cursor_at(tokens).whole(Cursor::limited)?;
        let end = last_day(*days(&[Item::Point(point)])?.first()?, point, limit);
        Some((vec![Range { start: None, end: Some(end) }], Precision::Day))
    }
}

/// « Chaque année », « tous les deux ans », « chaque automne »: not « chaque mois », which a month bounds.
fn is_by_the_year(rhythm: Recurrence) -> bool {
    match rhythm.unit {
        Cycle::Unit(Unit::Year) | Cycle::Season(_) => true,
        Cycle::Unit(Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::HalfYear) => false,
    }
}

/// Whether a point comes back every year.
fn has_no_year(point: Point) -> bool {
    let comes_back = match point.named {
        Named::Day { .. }
        | Named::Month(_)
        | Named::Season(_)
        | Named::Fraction { of: YearKind::Civil, .. } => true,
        Named::Fraction { of: YearKind::Fiscal(_), .. }
        | Named::WinterOverNewYear
        | Named::Year
        | Named::FiscalYear { .. }
        | Named::PlanYear(_)
        | Named::Horizon(_)
        | Named::YearsFromStart { .. } => false,
    };
    comes_back && point.year.is_none()
}
