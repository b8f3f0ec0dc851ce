//! Where days fall on a drawing of months: arithmetic alone, in the units of the drawing.

use crate::date::{Date, Range};

/// How far beyond the period of a plan its drawing may reach, in months: a year written wrong must
/// not crush everything else.
const BEYOND: i32 = 12;

/// The shortest bar that can still be seen.
const SHORTEST: u32 = 4;

/// How long the dashes of an open end are.
const DASHES: u32 = 42;

/// Whole months laid out between a left and a right edge.
///
/// The first day starts at the left edge and the last one ends at the right edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    first: Date,
    last: Date,
    left: u32,
    right: u32,
}

/// Where a month, a quarter or a year starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    pub x: u32,
    /// The first day of the month.
    pub month: Date,
    pub unit: Unit,
    /// Whether it is the first of the drawing.
    pub is_first: bool,
}

/// How far ticks are from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Month,
    Quarter,
    Year,
}

/// A range drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    pub x: u32,
    pub width: u32,
    /// Where it starts to be drawn in dashes, when it has no end.
    pub open_from: Option<u32>,
}

impl Scale {
    /// The months that hold all these ranges, and the period of the plan when it has two ends.
    /// None when no day is known.
    pub fn covering(period: Option<Range>, ranges: &[Range], (left, right): (u32, u32)) -> Option<Scale> {
        let days = |ranges: &[Range]| -> Vec<Date> {
            ranges.iter().flat_map(|range| [range.start, range.end]).flatten().collect()
        };
        let mut known = days(ranges);
        if let Some(Range { start: Some(start), end: Some(end) }) = period {
            known.retain(|day| (start.plus_months(-BEYOND)..=end.plus_months(BEYOND)).contains(day));
            known.extend([start, end]);
        }
        let (first, last) = (known.iter().min()?, known.iter().max()?);
        let first = Date::new(first.year(), first.month(), 1)?;
        Some(Scale { first, last: last.last_of_month(), left, right })
    }

    /// Where a day starts, held at the edges.
    pub fn start_of(&self, day: Date) -> u32 {
        let days = i64::from(self.first.days_until(day.clamp(self.first, self.last)));
        self.at(days)
    }

    /// Where a day ends, held at the edges.
    pub fn end_of(&self, day: Date) -> u32 {
        let days = i64::from(self.first.days_until(day.clamp(self.first, self.last)));
        self.at(days + 1)
    }

    pub fn holds(&self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The bar of a range; none when it is wholly outside.
    pub fn bar(&self, range: Range) -> Option<Bar> {
        let starts_after = range.start.is_some_and(|start| start > self.last);
        let ends_before = range.end.is_some_and(|end| end < self.first);
        if starts_after || ends_before {
            return None;
        }
        let x = range.start.map_or(self.left, |start| self.start_of(start)).min(self.right - SHORTEST);
        let end = range.end.map_or(self.right, |end| self.end_of(end)).max(x + SHORTEST);
        let open_from = range.end.is_none().then(|| end.saturating_sub(DASHES).max(x));
        Some(Bar { x, width: end - x, open_from })
    }

    /// Months for a year or so, quarters for a few years, then years.
    pub fn ticks(&self) -> Vec<Tick> {
        let n_months = self.n_months();
        let (unit, step) = match n_months {
            ..=15 => (Unit::Month, 1),
            16..=42 => (Unit::Quarter, 3),
            43..=180 => (Unit::Year, 12),
            181.. => (Unit::Year, 60),
        };
        let months = (0..n_months).map(|n| self.first.plus_months(n));
        let starts =
            months.filter(|month| (i32::from(month.year()) * 12 + i32::from(month.month()) - 1) % step == 0);
        let ticks = starts.enumerate();
        ticks.map(|(at, month)| Tick { x: self.start_of(month), month, unit, is_first: at == 0 }).collect()
    }

    fn n_months(&self) -> i32 {
        let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
        months(self.last) - months(self.first) + 1
    }

    fn at(&self, days: i64) -> u32 {
        let all = i64::from(self.first.days_until(self.last)) + 1;
        let width = i64::from(self.right - self.left);
        self.left + u32::try_from((days * width + all / 2) / all).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Date> {
        (!text.is_empty()).then(|| Date::parse(text).unwrap())
    }

    fn range(text: &str) -> Range {
        let (start, end) = text.split_once("..").unwrap();
        Range { start: day(start), end: day(end) }
    }

    /// A drawing of the year 2026, one unit a day.
    fn year() -> Scale {
        Scale::covering(Some(range("2026-01-01..2026-12-31")), &[], (0, 365)).unwrap()
    }

    #[test]
    fn bars_go_from_the_first_day_to_the_end_of_the_last() {
        let check = |text: &str, expected: &str| {
            let said = year().bar(range(text)).map_or("nothing".to_owned(), |bar| {
                let open = bar.open_from.map_or(String::new(), |from| format!(", open from {from}"));
                format!("{} + {}{open}", bar.x, bar.width)
            });
            assert_eq!(said, expected, "{text}");
        };
        check("2026-01-01..2026-12-31", "0 + 365");
        check("2026-02-01..2026-02-28", "31 + 28");
        check("2026-02-01..2026-02-01", "31 + 4");
        check("2026-12-31..2026-12-31", "361 + 4");
        check("2025-06-01..2026-01-31", "0 + 31");
        check("..2026-01-31", "0 + 31");
        check("2026-07-01..", "181 + 184, open from 323");
        check("2026-12-20..", "353 + 12, open from 353");
        check("2025-01-01..2025-12-31", "nothing");
        check("2027-01-01..", "nothing");
    }

    #[test]
    fn whole_months_are_drawn_around_the_ranges() {
        let check = |period: Option<&str>, ranges: &[&str], expected: Option<(&str, &str)>| {
            let ranges: Vec<Range> = ranges.iter().map(|text| range(text)).collect();
            let scale = Scale::covering(period.map(range), &ranges, (0, 1000));
            let drawn = scale.map(|scale| (scale.first.to_string(), scale.last.to_string()));
            assert_eq!(
                drawn,
                expected.map(|(first, last)| (first.to_owned(), last.to_owned())),
                "{period:?} {ranges:?}"
            );
        };
        check(None, &[], None);
        check(None, &[".."], None);
        check(None, &["2026-03-12..2026-03-14"], Some(("2026-03-01", "2026-03-31")));
        check(None, &["2026-03-12..", "..2026-05-02"], Some(("2026-03-01", "2026-05-31")));
        check(
            Some("2025-07-01..2026-06-30"),
            &["2026-08-10..2026-08-11"],
            Some(("2025-07-01", "2026-08-31")),
        );
        check(
            Some("2025-07-01..2026-06-30"),
            &["1926-08-10..2126-08-11"],
            Some(("2025-07-01", "2026-06-30")),
        );
        check(Some("2025-07-01.."), &["2026-08-10..2026-08-11"], Some(("2026-08-01", "2026-08-31")));
    }

    #[test]
    fn ticks_leave_room_for_their_words() {
        let check = |text: &str, expected: &str| {
            let scale = Scale::covering(None, &[range(text)], (0, 1000)).unwrap();
            let ticks = scale.ticks();
            let first = ticks.first().map(|tick| tick.month.to_string()).unwrap_or_default();
            assert_eq!(format!("{} {:?} from {first}", ticks.len(), ticks[0].unit), expected, "{text}");
        };
        check("2026-03-12..2026-03-14", "1 Month from 2026-03-01");
        check("2025-07-01..2026-06-30", "12 Month from 2025-07-01");
        check("2025-08-01..2028-06-30", "11 Quarter from 2025-10-01");
        check("2022-07-01..2028-06-30", "6 Year from 2023-01-01");
        check("2013-01-01..2034-12-31", "4 Year from 2015-01-01");
    }
}
