//! Where days fall on a drawing of months: arithmetic alone, in the units of the drawing.

use crate::date::{Date, Range};

/// How far beyond the period of a plan its drawing may reach, in months: a year written wrong must
/// not crush everything else.
const BEYOND: i32 = 12;

/// The shortest bar that can still be seen.
const SHORTEST: u32 = 4;

/// How long the dashes of an open end are.
const DASHES: u32 = 42;

/// More ends of months than any plan has: nothing is looked for beyond.
const LONGEST: usize = 2400;

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

/// How much of a period is behind on a day, that day included, in percent; none when the day is
/// outside or an end is not known.
///
/// Rounding never says that nothing or all of it is gone when it is not so.
pub fn elapsed(period: Range, day: Date) -> Option<u32> {
    let (start, end) = (period.start?, period.end?);
    if !(start..=end).contains(&day) {
        return None;
    }
    let (gone, all) = (start.days_until(day) + 1, start.days_until(end) + 1);
    let percent = (100 * i64::from(gone) + i64::from(all) / 2) / i64::from(all);
    u32::try_from(if gone == all { 100 } else { percent.clamp(1, 99) }).ok()
}

/// Days at which to look back on what happened between two days: the ends of months, of quarters
/// or of years, whichever are not too many, then the last day itself. In a history too long even
/// for years, the newest are kept.
pub fn looks_back(first: Date, last: Date, most: usize) -> Vec<(Date, Unit)> {
    let ends = |unit: Unit, n_months: i32| -> Vec<(Date, Unit)> {
        let month = i32::from(first.month()) - 1;
        let to_end = n_months - 1 - month % n_months;
        let ends = (0..).map(|n| first.plus_months(to_end + n * n_months).last_of_month());
        // A calendar has a last day: what is held there would be repeated for ever.
        let mut days: Vec<(Date, Unit)> =
            ends.take_while(|end| *end < last).take(LONGEST).map(|end| (end, unit)).collect();
        days.push((last, unit));
        days
    };
    let units = [(Unit::Month, 1), (Unit::Quarter, 3)];
    let fitting = units.into_iter().map(|(unit, n)| ends(unit, n)).find(|days| days.len() <= most);
    let mut days = fitting.unwrap_or_else(|| ends(Unit::Year, 12));
    days.split_off(days.len().saturating_sub(most))
}

/// Heights of words beside what they name, from the bottom up, moved just enough to stand `apart`
/// and inside `top..=bottom` where all of them fit.
pub fn spread(wanted: &[u32], apart: u32, (top, bottom): (u32, u32)) -> Vec<u32> {
    let mut heights: Vec<u32> = wanted.to_vec();
    let mut ceiling = bottom;
    for height in &mut heights {
        *height = (*height).min(ceiling);
        ceiling = height.saturating_sub(apart);
    }
    let mut floor = top;
    for height in heights.iter_mut().rev() {
        *height = (*height).max(floor);
        floor = *height + apart;
    }
    heights
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
    fn time_gone_by_is_a_share_of_the_period() {
        let check = |period: &str, on: &str, expected: Option<u32>| {
            assert_eq!(elapsed(range(period), day(on).unwrap()), expected, "{period} on {on}");
        };
        check("2026-01-01..2026-12-31", "2026-07-02", Some(50));
        check("2026-01-01..2026-12-31", "2026-01-01", Some(1));
        check("2026-01-01..2026-12-31", "2026-12-30", Some(99));
        check("2026-01-01..2026-12-31", "2026-12-31", Some(100));
        check("2026-01-01..2026-01-01", "2026-01-01", Some(100));
        check("2026-01-01..2026-12-31", "2027-01-01", None);
        check("2026-01-01..2026-12-31", "2025-12-31", None);
        check("2026-01-01..", "2026-07-02", None);
        check("..2026-12-31", "2026-07-02", None);
    }

    #[test]
    fn a_history_is_looked_at_where_months_quarters_or_years_end() {
        let check = |first: &str, last: &str, expected: &str| {
            let days = looks_back(day(first).unwrap(), day(last).unwrap(), 4);
            let days: Vec<String> = days.iter().map(|(day, unit)| format!("{day} {unit:?}")).collect();
            assert_eq!(days.join(", "), expected, "{first} to {last}");
        };
        check("2026-01-31", "2026-02-10", "2026-01-31 Month, 2026-02-10 Month");
        check("2026-01-05", "2026-01-31", "2026-01-31 Month");
        check("2025-12-05", "2026-02-28", "2025-12-31 Month, 2026-01-31 Month, 2026-02-28 Month");
        check(
            "2025-08-05",
            "2026-05-07",
            "2025-09-30 Quarter, 2025-12-31 Quarter, 2026-03-31 Quarter, 2026-05-07 Quarter",
        );
        check(
            "1926-02-05",
            "2026-05-07",
            "2023-12-31 Year, 2024-12-31 Year, 2025-12-31 Year, 2026-05-07 Year",
        );
        check("9999-11-30", "9999-12-31", "9999-11-30 Month, 9999-12-31 Month");
    }

    #[test]
    fn words_beside_a_drawing_never_stand_on_each_other() {
        let check = |wanted: &[u32], expected: &[u32]| {
            assert_eq!(spread(wanted, 18, (10, 100)), expected, "{wanted:?}");
        };
        check(&[80, 50, 20], &[80, 50, 20]);
        check(&[80, 78, 20], &[80, 62, 20]);
        check(&[100, 100, 100], &[100, 82, 64]);
        check(&[30, 12, 11], &[46, 28, 10]);
        check(&[120], &[100]);
        check(&[], &[]);
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
