//! Says times that come back every year: « avril à juin », “June 24”.

use crate::date::{Date, Range};
use crate::kind::plan::timeframe::sense::Precision;
use crate::lang::{Lang, day_and_month, day_of_month, list, month};

/// Times of any year, without it.
pub(super) fn times(lang: Lang, times: &[Range], precision: Precision) -> Option<String> {
    let said: Option<Vec<String>> = times.iter().map(|range| time(lang, *range, precision)).collect();
    said.map(|said| list(lang, &said))
}

fn time(lang: Lang, range: Range, precision: Precision) -> Option<String> {
    let end = range.end?;
    let Some(start) = range.start else {
        let day = day_and_month(lang, end);
        return Some(match lang {
            Lang::Fr => format!("d’ici le {day}"),
            Lang::En => format!("by {day}"),
        });
    };
    let whole_months = start.day() == 1 && end == end.last_of_month();
    Some(match precision {
        Precision::Year | Precision::Month if whole_months => months(lang, start, end),
        Precision::Year | Precision::Month | Precision::Day => days(lang, start, end),
    })
}

fn months(lang: Lang, start: Date, end: Date) -> String {
    let (first, last) = (month(lang, start.month()), month(lang, end.month()));
    match lang {
        _ if (start.month(), start.year()) == (end.month(), end.year()) => last.to_owned(),
        Lang::Fr => format!("{first} à {last}"),
        Lang::En => format!("{first} to {last}"),
    }
}

fn days(lang: Lang, start: Date, end: Date) -> String {
    let (first, last) = (day_and_month(lang, start), day_and_month(lang, end));
    let is_one_month = (start.month(), start.year()) == (end.month(), end.year());
    match lang {
        _ if start == end => last,
        Lang::Fr if is_one_month => format!("{} au {last}", day_of_month(lang, start)),
        Lang::Fr => format!("{first} au {last}"),
        Lang::En if is_one_month => format!("{first} to {}", end.day()),
        Lang::En => format!("{first} to {last}"),
    }
}
