//! Cases of timeframes written as text, one a line.

use jalon::date::{Date, Range};
use jalon::kind::plan::timeframe::{Calendar, read};
use jalon::lang::Lang;

/// One timeframe a line: `text = kind ranges = wording in French = wording in English ! doubts`.
///
/// Each wording, read again in its language, must say the same.
pub fn check(lang: Lang, calendar: &Calendar, expected: &str) {
    let lines = || expected.lines().map(str::trim).filter(|line| !line.is_empty());
    let texts: Vec<&str> = lines().filter_map(|line| line.split(" = ").next()).collect();
    let read: Vec<String> = texts.iter().map(|text| shown(text, lang, calendar)).collect();
    assert_eq!(read.join("\n"), lines().collect::<Vec<_>>().join("\n"));
    for text in texts {
        says_the_same_when_read_again(text, lang, calendar);
    }
}

fn shown(text: &str, lang: Lang, calendar: &Calendar) -> String {
    let (timeframe, doubts) = read(text, lang, calendar);
    assert_eq!(timeframe.text, text);
    let kind = serde_json::to_value(timeframe.kind).expect("a kind is a word");
    let mut understood = vec![kind.as_str().expect("a kind is a word").to_owned()];
    understood.extend(timeframe.ranges.iter().map(shown_range));
    let words = |lang| timeframe.words(lang).unwrap_or_else(|| "(nothing)".to_owned()).replace('\u{a0}', " ");
    let doubts: Vec<String> = doubts.iter().map(|doubt| format!(" ! {doubt:?}")).collect();
    let (fr, en) = (words(Lang::Fr), words(Lang::En));
    format!("{text} = {} = {fr} = {en}{}", understood.join(" "), doubts.concat())
}

fn shown_range(range: &Range) -> String {
    let day = |date: Option<Date>| date.map_or("…".to_owned(), |date| date.to_string());
    if range.start == range.end {
        day(range.start)
    } else {
        format!("{}..{}", day(range.start), day(range.end))
    }
}

fn says_the_same_when_read_again(text: &str, lang: Lang, calendar: &Calendar) {
    let (timeframe, _) = read(text, lang, calendar);
    for lang in [Lang::Fr, Lang::En] {
        let Some(words) = timeframe.words(lang) else { continue };
        let (again, doubts) = read(&words, lang, calendar);
        assert_eq!(again.ranges, timeframe.ranges, "{text} → {words}");
        assert_eq!(again.words(lang).as_ref(), Some(&words), "{text}");
        assert!(doubts.is_empty(), "{text} → {words}: {doubts:?}");
    }
}

/// From a first to a last day.
pub fn period(start: (i16, i8, i8), end: (i16, i8, i8)) -> Option<Range> {
    let day = |(year, month, day)| Date::new(year, month, day);
    Some(Range { start: day(start), end: day(end) })
}

/// The calendar of a plan that runs from July 2013 to June 2014.
pub fn plan_2013() -> Calendar {
    Calendar { period: period((2013, 7, 1), (2014, 6, 30)), ..Calendar::default() }
}
