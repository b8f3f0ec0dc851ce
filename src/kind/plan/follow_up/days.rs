//! The days of a log: cells that are dates, and dates in words.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::kind::plan::timeframe::{self, Calendar, Doubt, TimeframeKind};
use crate::lang::Lang;
use crate::sheet::{Cell, Value};

/// Reads days in a language, each text once: the entries of a meeting share theirs.
pub struct Days<'a> {
    lang: Lang,
    /// That of the titles, in which a month may be named too.
    titled: Option<Lang>,
    calendar: &'a Calendar,
    read: BTreeMap<String, Option<Date>>,
}

impl<'a> Days<'a> {
    pub fn new(lang: Lang, titled: Option<Lang>, calendar: &'a Calendar) -> Days<'a> {
        Days { lang, titled, calendar, read: BTreeMap::new() }
    }

    /// The day that a cell says, when it says one day and no more.
    pub fn day(&mut self, cell: &Cell) -> Option<Date> {
        if let Value::Day(day) = cell.value {
            return Some(day);
        }
        if let Some(day) = Date::parse(&cell.text) {
            return Some(day);
        }
        if let Some(day) = self.read.get(&cell.text) {
            return *day;
        }
        let text = without_time(&cell.text);
        // The order of figures is that of the plan; a month in letters turns nothing around.
        let titled = self.titled.filter(|_| text.contains(char::is_alphabetic));
        let mut langs = [Some(self.lang), titled].into_iter().flatten();
        let day = langs.find_map(|lang| in_words(text, lang, self.calendar));
        self.read.insert(cell.text.clone(), day);
        day
    }
}

/// The day that a date with bars would be in the order of the other language, when it can be none in
/// its own: « 09/30/2026 » where the day comes first.
pub fn in_other_order(text: &str, lang: Lang) -> Option<Date> {
    let parts: Vec<&str> = without_time(text).split('/').map(str::trim).collect();
    let [one, other, year] = parts.as_slice() else { return None };
    let (one, other) = (one.parse().ok()?, other.parse().ok()?);
    // « 26 », for 2026.
    let year: i16 = year.parse().ok().map(|year: i16| if year < 100 { 2000 + year } else { year })?;
    let in_order = |lang: Lang| match lang {
        Lang::Fr => Date::new(year, other, one),
        Lang::En => Date::new(year, one, other),
    };
    let (own, swapped) = match lang {
        Lang::Fr => (Lang::Fr, Lang::En),
        Lang::En => (Lang::En, Lang::Fr),
    };
    if in_order(own).is_some() { None } else { in_order(swapped) }
}

/// The day that a date in figures would be in the order of the other language, when it may be either:
/// « 01/05/2026 ». One that opens with the year has one order.
pub fn turned(text: &str, day: Date) -> Option<Date> {
    let text = without_time(text);
    let opens_with_year = text.split(|c: char| !c.is_ascii_digit()).next().is_some_and(|it| it.len() > 2);
    let is_in_figures = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | ' '));
    let month = Some(day.day()).filter(|_| is_in_figures && !opens_with_year)?;
    Date::new(day.year(), month, day.month()).filter(|other| *other != day)
}

fn in_words(text: &str, lang: Lang, calendar: &Calendar) -> Option<Date> {
    if let Some(day) = Date::parse(text) {
        return Some(day);
    }
    let (timeframe, doubts) = timeframe::read(text, lang, calendar);
    match timeframe.ranges.as_slice() {
        [range]
            if doubts.iter().all(Doubt::leaves_dates_sure)
                && timeframe.kind == TimeframeKind::Day
                && range.start == range.end =>
        {
            range.start
        }
        _ => None,
    }
}

/// « 2013-10-11 00:00:00 » and « 2013-10-11T09:30 », as programs write them, without their hours.
fn without_time(text: &str) -> &str {
    match text.split_once([' ', 'T']) {
        Some((day, hours))
            if day.starts_with(|c: char| c.is_ascii_digit())
                && day.contains(['-', '/'])
                && hours.contains(':')
                && hours.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | 'Z')) =>
        {
            day
        }
        Some(_) | None => text,
    }
}
