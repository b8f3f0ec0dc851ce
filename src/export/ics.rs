//! `echeances.ics`: the deadlines of a plan for calendars (RFC 5545).
//!
//! One all-day event on the last day of the timeframe of each action still to be done. An action
//! that is done, dropped or goes on without end has no deadline to remember; the calendar says so.

use std::borrow::Cow;

use icalendar::{Calendar, Component, Event, EventLike, Property};

use super::{Beyond, Format, Subject};
use crate::date::Date;
use crate::kind::plan::foreign::Foreign;
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::timeframe::Timeframe;
use crate::kind::plan::{Action, Orientation};

/// The calendar of a plan.
pub const FORMAT: Format = Format {
    file: "echeances.ics",
    name: "ICS",
    title: "downloads.deadlines",
    suits: |_, plan| plan.actions().any(|action| end(action).is_some()),
    write,
};

fn write(subject: &Subject<'_>) -> Result<Vec<u8>, Beyond> {
    let words = subject.words;
    let language = words.locale.language().to_uppercase();
    let mut calendar = Calendar::empty();
    let properties = [
        ("VERSION", "2.0"),
        ("PRODID", &format!("-//jalon//{}//{language}", env!("CARGO_PKG_VERSION"))),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", &line(&subject.entry.title)),
        ("X-WR-CALDESC", &line(&words.say("data.calendar", &[("plan", &subject.entry.title)]))),
    ];
    for property in properties {
        calendar.append_property(property);
    }
    let stamp = format!("{}T000000Z", digits(subject.changed()));
    for orientation in subject.plan.orientations() {
        for action in orientation.actions().filter(|action| !action.is_settled()) {
            if let Some(end) = end(action) {
                calendar.push(event(subject, Deadline { orientation, action, end, stamp: &stamp }));
            }
        }
    }
    Ok(folded(&calendar.to_string()).into_bytes())
}

/// A line has 75 bytes at most (RFC 5545, 3.1): the library forgets the space that a line it goes on with starts
/// with, and leaves 76 in some.
fn folded(calendar: &str) -> String {
    const MOST: usize = 75;
    let lines = calendar.split("\r\n").map(|line| match line.len() > MOST {
        true => {
            let (first, rest) = line.split_at(line.floor_char_boundary(MOST));
            Cow::Owned(format!("{first}\r\n {rest}"))
        }
        false => Cow::Borrowed(line),
    });
    lines.collect::<Vec<_>>().join("\r\n")
}

/// The end of the timeframe of an action.
struct Deadline<'a> {
    orientation: &'a Orientation,
    action: &'a Action,
    end: Date,
    /// The moment the calendar was made, for readers that compare two of them.
    stamp: &'a str,
}

fn end(action: &Action) -> Option<Date> {
    action.timeframe.as_ref().and_then(Timeframe::end)
}

fn event(subject: &Subject<'_>, deadline: Deadline<'_>) -> Event {
    let Deadline { orientation, action, end, stamp } = deadline;
    let day = |key: &str, date: Date| Property::new(key, digits(date)).add_parameter("VALUE", "DATE").done();
    let summary = format!("{} {}", action.number, action.title.plain);
    let mut event = Event::with_uid(&line(&uid(subject, action)));
    event
        .add_property("DTSTAMP", stamp)
        .append_property(day("DTSTART", end))
        .append_property(day("DTEND", end.plus_days(1)))
        .append_property(spoken("SUMMARY", &summary, action.foreign.as_ref()))
        .description(&description(subject, action))
        .url(&subject.url_of(action))
        .categories([line(&orientation.title.plain)])
        // A deadline keeps nobody busy all day.
        .add_property("TRANSP", "TRANSPARENT");
    event.done()
}

/// Words with their language, where a translation has none for them.
fn spoken(key: &str, words: &str, foreign: Option<&Foreign>) -> Property {
    let mut property = Property::new(key, line(words));
    if let Some(Foreign { tag, lang: _ }) = foreign {
        property.add_parameter("LANGUAGE", tag);
    }
    property
}

/// The same for as long as the plan keeps its address and the action its anchor.
fn uid(subject: &Subject<'_>, action: &Action) -> String {
    let base = &subject.config.base_url;
    let place = format!("{}{}#{}", &base.path[1..], &subject.entry.address.as_str()[1..], action.id);
    match base.origin.split_once("://") {
        Some((_, host)) => format!("{place}@{host}"),
        None => place,
    }
}

/// The state when one is stated, who answers for it and the timeframe as written, a line each.
fn description(subject: &Subject<'_>, action: &Action) -> String {
    let words = subject.words;
    let fact = |key: &str, value: &str| {
        words
            .say("data.fact", &[("name", &words.say(&format!("action.{key}"), &[])), ("value", &line(value))])
    };
    let mut facts = Vec::new();
    let status = &action.status;
    if status.key == StatusKey::Noted {
        // « 6 municipalités visitées »: the author's words alone, as on the page.
        facts.push(fact("status", &status.text));
    } else if status.key.is_stated() {
        facts.push(fact("status", &words.say(status.key.label_key(), &[])));
    }
    if !action.responsible.is_empty() {
        facts.push(fact("responsible", &words.locale.list(&action.responsible)));
    }
    if let Some(timeframe) = &action.timeframe {
        facts.push(fact("timeframe", &subject.timeframe(timeframe)));
    }
    facts.join("\n")
}

/// `20260131`
fn digits(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A text on one line: `icalendar` writes a lone carriage return as it is, which would cut the file.
fn line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_longer_than_the_norm_says() {
        let long = format!(" {}", "é".repeat(38));
        let set = folded(&format!("DESCRIPTION:a\r\n{long}\r\nEND:VEVENT\r\n"));
        assert!(set.split("\r\n").all(|line| line.len() <= 75), "{set}");
        assert_eq!(set.replace("\r\n ", ""), format!("DESCRIPTION:a{}\r\nEND:VEVENT\r\n", "é".repeat(38)));
    }
}
