//! Days and ranges of days, without any clock: today is always given.

use std::fmt;

use serde::{Serialize, Serializer};

/// A day of the civil calendar; written `2013-10-11` wherever it becomes text or data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// The day with this year, month (1–12) and day (1–31), when the calendar has one.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Date> {
        jiff::civil::Date::new(year, month, day).ok().map(Date)
    }

    /// Reads the ISO form `2013-10-11`, and nothing else.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
        if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The last day of this day's month.
    pub fn last_of_month(self) -> Date {
        Date(self.0.last_of_month())
    }

    /// This day moved by a number of days, held at the ends of the calendar.
    pub fn plus_days(self, days: i32) -> Date {
        Date(self.0.saturating_add(jiff::Span::new().days(days)))
    }

    /// How many days go from this day to another; negative when the other comes first.
    pub fn days_until(self, other: Date) -> i32 {
        i32::try_from(self.0.duration_until(other.0).as_hours() / 24)
            .expect("a calendar of 20 000 years fits")
    }

    /// This day moved by a number of months; the day is held to the month's length.
    pub fn plus_months(self, months: i32) -> Date {
        Date(self.0.saturating_add(jiff::Span::new().months(months)))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Days from a first to a last, both included; an end that is missing is open.
///
/// When both ends stand, `start <= end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Range {
    pub start: Option<Date>,
    pub end: Option<Date>,
}

impl Range {
    /// The range between two days, whichever comes first.
    pub fn between(one: Date, other: Date) -> Range {
        Range { start: Some(one.min(other)), end: Some(one.max(other)) }
    }
}
