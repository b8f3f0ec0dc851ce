//! From dates as written to days: settles the years left out, then asks the calendar.

use super::dates::Item;
use super::points::{Called, Named, Part, Point, YearKind};
use super::sense::{Horizon, Precision, Season};
use super::{Calendar, Seasons};
use crate::date::{Date, Range};
use crate::diagnostic::plan::NoYear;

/// A first and a last day, both included, in that order.
pub(super) type Days = (Date, Date);

/// Why dates that were read give no days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unresolved {
    /// No year is written, and the plan's period does not settle it.
    NoYear(NoYear),
    /// The words need a period that the plan does not give: « An 2 ».
    PeriodUnknown,
    /// The end comes before the start.
    Backwards { start: Date, end: Date },
    /// A day is missing from the calendar.
    Impossible,
}

/// The days of each entry, in the order written.
pub(super) fn resolve(items: &[Item], calendar: &Calendar) -> Result<Vec<Days>, Unresolved> {
    // Years are handed leftwards: « Février, Sept. 2014 » is all in 2014.
    let mut days = Vec::with_capacity(items.len());
    let mut year_at_right = None;
    for item in items.iter().rev() {
        let (first, last) = match *item {
            Item::Point(point) => {
                let point = with_month(point, year_at_right.and_then(|(_, month)| month))?;
                let year = year_at_right.map(|(year, _)| year);
                let resolved = point_in(point, year, calendar)?;
                // « Décembre et juin 2026 »: the December before, or that of 2026?
                let inherits = point.year.is_none() && needs_year(point.named) && year.is_some();
                if inherits && days.last().is_some_and(|right: &Days| right.0 < resolved.0) {
                    return Err(Unresolved::NoYear(NoYear::Crossing));
                }
                year_at_right = handed_left(point, year).or(year_at_right);
                resolved
            }
            Item::Span(first, last) => {
                let year = year_at_right.map(|(year, _)| year);
                let month = if let Named::Day { month, .. } = last.named { month } else { None };
                let first = with_month(first, month)?;
                let resolved = span(first, last, year, calendar)?;
                year_at_right = handed_left(first, Some(resolved.0.year())).or(year_at_right);
                resolved
            }
            Item::Years { first, last, .. } => (first_day(first)?, last_day(last)?),
        };
        days.push((first, last));
    }
    days.reverse();
    Ok(days)
}

/// The year, and the month of a day, that a point gives to those at its left.
fn handed_left(point: Point, inherited: Option<i16>) -> Option<(i16, Option<i8>)> {
    let month = match point.named {
        Named::Day { month, .. } => month,
        Named::Month(_) | Named::Season(_) | Named::Fraction { of: YearKind::Civil, .. } => None,
        Named::WinterOverNewYear
        | Named::Fraction { of: YearKind::Fiscal(_), .. }
        | Named::Year
        | Named::FiscalYear { .. }
        | Named::PlanYear(_)
        | Named::Horizon(_)
        | Named::YearsFromStart { .. } => return None,
    };
    Some((point.year.or(inherited)?, month))
}

/// « 3 et 4 octobre »: the first day is in the month of the second.
fn with_month(point: Point, month_at_right: Option<i8>) -> Result<Point, Unresolved> {
    if let Named::Day { day, month: None } = point.named {
        let month = Some(month_at_right.ok_or(Unresolved::Impossible)?);
        return Ok(Point { named: Named::Day { day, month }, ..point });
    }
    Ok(point)
}

/// A point whose year is written, else handed from the right, else settled by the plan's period.
fn point_in(point: Point, year_at_right: Option<i16>, calendar: &Calendar) -> Result<Days, Unresolved> {
    if !needs_year(point.named) {
        return days_of(point, 0, calendar);
    }
    match point.year.or(year_at_right) {
        Some(year) => days_of(point, year, calendar),
        None => guessed(point, calendar),
    }
}

fn span(
    first: Point,
    last: Point,
    year_at_right: Option<i16>,
    calendar: &Calendar,
) -> Result<Days, Unresolved> {
    let ordered = |start: Days, end: Days| (start.0 <= end.1).then_some((start.0, end.1));
    let is_settled = |point: Point| point.year.is_some() || !needs_year(point.named);
    match (is_settled(first), is_settled(last) || year_at_right.is_some()) {
        (true, true) if is_settled(last) => {
            let (start, end) = (point_in(first, None, calendar)?, point_in(last, None, calendar)?);
            ordered(start, end).ok_or(Unresolved::Backwards { start: start.0, end: end.1 })
        }
        // « septembre 2013 à mars »: the first March that follows.
        (true, _) => {
            let start = point_in(first, None, calendar)?;
            following(start, last, calendar)
        }
        (false, true) => {
            let end = point_in(last, year_at_right, calendar)?;
            let year = last.year.or(year_at_right).unwrap_or(end.1.year());
            let start = days_of(first, year, calendar);
            match start.ok().and_then(|start| ordered(start, end)) {
                Some(days) => Ok(days),
                None if matches!(last.named, Named::Season(_)) => over_new_year(first, last, year, calendar),
                // « décembre-février 2014 » starts the year before.
                None => ordered(days_of(first, year - 1, calendar)?, end).ok_or(Unresolved::Impossible),
            }
        }
        (false, false) => {
            let start = guessed(first, calendar)?;
            following(start, last, calendar)
        }
    }
}

/// « Automne-hiver 2026 »: the year may be that of the autumn or of the winter, as the plan's period
/// settles.
fn over_new_year(first: Point, last: Point, year: i16, calendar: &Calendar) -> Result<Days, Unresolved> {
    let crossing = Unresolved::NoYear(NoYear::Crossing);
    let candidates = [year, year + 1].into_iter().filter_map(|year| {
        let (start, end) = (days_of(first, year - 1, calendar).ok()?, days_of(last, year, calendar).ok()?);
        (start.0 <= end.1).then_some((start.0, end.1))
    });
    only_in_period(&candidates.collect::<Vec<_>>(), calendar).map_err(|_| crossing)
}

/// The span from some days to the first occurrence of a point that does not end before them.
fn following(start: Days, last: Point, calendar: &Calendar) -> Result<Days, Unresolved> {
    let year = start.0.year();
    [year, year + 1]
        .into_iter()
        .filter_map(|year| days_of(last, year, calendar).ok())
        .find(|end| end.1 >= start.1)
        .map(|end| (start.0, end.1))
        .ok_or(Unresolved::Impossible)
}

/// A point without any year, as the plan's period settles it.
fn guessed(point: Point, calendar: &Calendar) -> Result<Days, Unresolved> {
    let (start, end) = calendar.bounds().ok_or(Unresolved::NoYear(NoYear::NoPeriod))?;
    let years = start.year()..=end.year() + 1;
    let candidates: Vec<Days> = years.filter_map(|year| days_of(point, year, calendar).ok()).collect();
    only_in_period(&candidates, calendar)
}

/// The only days that lie in the plan's period, else the only ones that touch it. Two candidates are
/// one too many: a date is never made up.
fn only_in_period(candidates: &[Days], calendar: &Calendar) -> Result<Days, Unresolved> {
    let (start, end) = calendar.bounds().ok_or(Unresolved::NoYear(NoYear::NoPeriod))?;
    let inside = candidates.iter().filter(|days| start <= days.0 && days.1 <= end).collect::<Vec<_>>();
    let touching = candidates.iter().filter(|days| start <= days.1 && days.0 <= end).collect::<Vec<_>>();
    match (inside.as_slice(), touching.as_slice()) {
        ([only], _) | ([], [only]) => Ok(**only),
        ([], []) => Err(Unresolved::NoYear(NoYear::Outside)),
        _ => Err(Unresolved::NoYear(NoYear::Several)),
    }
}

/// Whether a point says nothing without a civil year.
fn needs_year(named: Named) -> bool {
    match named {
        Named::Day { .. }
        | Named::Month(_)
        | Named::Season(_)
        | Named::WinterOverNewYear
        | Named::Fraction { .. }
        | Named::Year
        | Named::FiscalYear { .. } => true,
        Named::PlanYear(_) | Named::Horizon(_) | Named::YearsFromStart { .. } => false,
    }
}

fn days_of(point: Point, year: i16, calendar: &Calendar) -> Result<Days, Unresolved> {
    let whole = whole_days(point.named, year, calendar)?;
    Ok(match point.part {
        Some(part) => part_of(whole, part),
        None => whole,
    })
}

fn whole_days(named: Named, year: i16, calendar: &Calendar) -> Result<Days, Unresolved> {
    match named {
        Named::Day { day, month } => {
            let day = month.and_then(|month| Date::new(year, month, day)).ok_or(Unresolved::Impossible)?;
            Ok((day, day))
        }
        Named::Month(month) => months_from(day_one(year, month)?, 1),
        Named::Season(season) => season_days(season, year, calendar.seasons),
        Named::WinterOverNewYear => match calendar.seasons {
            Seasons::Astronomical => season_days(Season::Winter, year + 1, calendar.seasons),
            Seasons::Civil | Seasons::Quarters => months_from(day_one(year, 12)?, 4),
        },
        Named::Fraction { nth, months, of } => {
            let first = match of {
                YearKind::Civil => first_day(year)?,
                YearKind::Fiscal(called) => {
                    fiscal_start(year, called, calendar.first_fiscal_month().unwrap_or(1))?
                }
            };
            months_from(first.plus_months((nth - 1) * months), months)
        }
        Named::Year => Ok((first_day(year)?, last_day(year)?)),
        // A fiscal year that runs from January would be one civil year: two were written.
        Named::FiscalYear { first_month, called } => {
            match (first_month.or_else(|| calendar.first_fiscal_month()).unwrap_or(1), called) {
                (1, Called::ByBoth) => Ok((first_day(year)?, last_day(year + 1)?)),
                (month, _) => months_from(fiscal_start(year, called, month)?, 12),
            }
        }
        Named::PlanYear(nth) => years_from_start(nth - 1, nth, calendar),
        Named::YearsFromStart { from, to } => years_from_start(from, to, calendar),
        Named::Horizon(horizon) => horizon_days(horizon, calendar),
    }
}

/// The first day of a fiscal year; the one called by its last year starts in it only in January.
fn fiscal_start(year: i16, called: Called, first_month: i8) -> Result<Date, Unresolved> {
    let starts = match called {
        Called::ByLast if first_month > 1 => year - 1,
        Called::ByLast | Called::ByBoth => year,
    };
    day_one(starts, first_month)
}

fn season_days(season: Season, year: i16, seasons: Seasons) -> Result<Days, Unresolved> {
    let (first_month, n_months) = match (season, seasons) {
        (Season::Winter, Seasons::Civil | Seasons::Astronomical | Seasons::Quarters) => (1, 3),
        (Season::Spring, Seasons::Civil | Seasons::Astronomical | Seasons::Quarters) => (4, 3),
        (Season::Summer, Seasons::Civil) => (7, 2),
        (Season::Summer, Seasons::Astronomical | Seasons::Quarters) => (7, 3),
        (Season::Autumn, Seasons::Civil) => (9, 4),
        (Season::Autumn, Seasons::Astronomical | Seasons::Quarters) => (10, 3),
    };
    match seasons {
        Seasons::Civil | Seasons::Quarters => months_from(day_one(year, first_month)?, n_months),
        // Each season starts on the 21st of the month before, so winter starts the year before.
        Seasons::Astronomical => {
            let first = day_one(year, first_month)?.plus_months(-1).plus_days(20);
            months_from(first, 3)
        }
    }
}

fn years_from_start(from: i32, to: i32, calendar: &Calendar) -> Result<Days, Unresolved> {
    let start = calendar.period.and_then(|period| period.start).ok_or(Unresolved::PeriodUnknown)?;
    months_from(start.plus_months(12 * from), 12 * (to - from))
}

/// The declared horizon, else a third of the plan's period.
fn horizon_days(horizon: Horizon, calendar: &Calendar) -> Result<Days, Unresolved> {
    if let Some(declared) = calendar.declared_horizon(horizon) {
        return match (declared.start.or(declared.end), declared.end.or(declared.start)) {
            (Some(start), Some(end)) if start <= end => Ok((start, end)),
            _ => Err(Unresolved::PeriodUnknown),
        };
    }
    let period = calendar.bounds().ok_or(Unresolved::PeriodUnknown)?;
    let nth = match horizon {
        Horizon::Short => 0,
        Horizon::Medium => 1,
        Horizon::Long => 2,
    };
    Ok(third_of(period, nth))
}

fn part_of(whole: Days, part: Part) -> Days {
    let nth = match part {
        Part::Beginning => 0,
        Part::Middle => 1,
        Part::End => 2,
    };
    // A month is cut at the 10th and the 20th whatever its length.
    if whole.0.day() == 1 && whole.1 == whole.0.last_of_month() {
        let (first, last) = [(0, 9), (10, 19), (20, 30)][nth];
        return (whole.0.plus_days(first), whole.0.plus_days(last).min(whole.1));
    }
    third_of(whole, nth)
}

/// A third, in whole months where they can be shared, else in days.
fn third_of(whole: Days, nth: usize) -> Days {
    let nth = i32::try_from(nth).expect("a third is the first, the second or the last");
    let n_months = months_between(whole.0, whole.1.plus_days(1));
    if let Some(n_months) = n_months.filter(|n_months| n_months % 3 == 0) {
        let share = n_months / 3;
        let first = whole.0.plus_months(share * nth);
        return (first, first.plus_months(share).plus_days(-1));
    }
    let n_days = whole.0.days_until(whole.1) + 1;
    let cut = |nth: i32| whole.0.plus_days(n_days * nth / 3);
    let first = cut(nth).min(whole.1);
    (first, cut(nth + 1).plus_days(-1).max(first))
}

/// How many whole months go from one day to another.
fn months_between(from: Date, to: Date) -> Option<i32> {
    let n_months = (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month())
        - i32::from(from.month());
    (from.day() == to.day()).then_some(n_months)
}

fn months_from(first: Date, n_months: i32) -> Result<Days, Unresolved> {
    let last = first.plus_months(n_months).plus_days(-1);
    if first <= last { Ok((first, last)) } else { Err(Unresolved::Impossible) }
}

fn day_one(year: i16, month: i8) -> Result<Date, Unresolved> {
    Date::new(year, month, 1).ok_or(Unresolved::Impossible)
}

fn first_day(year: i16) -> Result<Date, Unresolved> {
    day_one(year, 1)
}

fn last_day(year: i16) -> Result<Date, Unresolved> {
    Date::new(year, 12, 31).ok_or(Unresolved::Impossible)
}

/// How finely the author spoke: the finest of all the points.
pub(super) fn precision(items: &[Item]) -> Precision {
    let of_point = |point: &Point| match point.named {
        Named::Day { .. } => Precision::Day,
        Named::Month(_) | Named::Season(_) | Named::WinterOverNewYear | Named::Fraction { .. } => {
            Precision::Month
        }
        Named::Year
        | Named::FiscalYear { .. }
        | Named::PlanYear(_)
        | Named::Horizon(_)
        | Named::YearsFromStart { .. } => point.part.map_or(Precision::Year, |_| Precision::Month),
    };
    items
        .iter()
        .map(|item| match item {
            Item::Point(point) => of_point(point),
            Item::Span(first, last) => of_point(first).min(of_point(last)),
            Item::Years { .. } => Precision::Year,
        })
        .min()
        .unwrap_or(Precision::Day)
}

/// The range of some days.
pub(super) fn range(days: Days) -> Range {
    Range::between(days.0, days.1)
}
