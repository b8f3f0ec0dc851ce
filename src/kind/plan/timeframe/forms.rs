//! The grammar of whole timeframes: dates alone, or what is said around them.

mod bounds;
mod each_year;
mod lasting;
mod step;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::cursor::Cursor;
use super::dates::{Dates, InARow, Item};
use super::kinds::{kind_of, sense_of};
use super::lexer::Token;
use super::phrases::PHRASES;
use super::points::Point;
use super::resolve::{self, Days, Unresolved};
use super::sense::{Condition, Meaning, Original, Precision, Revision, Sense};
use super::vocabulary::{CONDITIONS, DURING, EVENTS, EXTENDED, EventName, POSTPONED};
use super::{Calendar, Doubt, TimeframeKind, lexer, near};
use crate::date::Range;
use crate::lang::Lang;
use bounds::Limit;

/// What was made of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    pub kind: TimeframeKind,
    pub sense: Sense,
    pub ranges: Vec<Range>,
    pub doubts: Vec<Doubt>,
}

/// A text to read, cut in tokens.
pub(super) struct Form<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub lang: Lang,
    pub calendar: &'a Calendar,
}

/// What a text says as a whole; the error tells what is missing when its words were understood.
pub(super) fn read(form: &Form<'_>) -> Result<Reading, Option<Unresolved>> {
    const FORMS: &[fn(&Form<'_>) -> Attempt] = &[
        |form| form.declared(),
        |form| form.phrase(),
        |form| form.dates(),
        |form| form.deadline(),
        |form| form.open(),
        |form| form.each_year(),
        |form| form.lasting(),
        |form| form.revised(),
        |form| form.event(),
        |form| form.recurring(),
        |form| form.rate(),
        |form| form.condition(),
        |form| form.step(),
    ];
    // Words that were understood are not read again as something else for want of a year:
    // « 13 juin » is no quantity of months.
    FORMS.iter().find_map(|attempt| attempt(form)).ok_or(None)?.map_err(Some)
}

/// The phrases by their tokens.
static MEANINGS: LazyLock<BTreeMap<String, Meaning>> = LazyLock::new(|| {
    PHRASES.iter().map(|(phrase, meaning)| (phrase_key(&lexer::tokens(phrase)), *meaning)).collect()
});

/// The form under which phrases are compared: “year-round” as “year round”. A dash alone says something.
fn phrase_key(tokens: &[Token]) -> String {
    let is_dash = |token: &&Token| token.text == "-";
    if tokens.iter().all(|token| is_dash(&token)) {
        return joined(tokens);
    }
    let words: Vec<&str> = tokens.iter().filter(|it| !is_dash(it)).map(|it| it.text.as_str()).collect();
    words.join(" ")
}

/// None when the text has another form.
type Attempt = Option<Result<Reading, Unresolved>>;

impl Reading {
    fn new(kind: TimeframeKind, sense: Sense, ranges: Vec<Range>) -> Reading {
        Reading { kind, sense, ranges, doubts: Vec::new() }
    }
}

impl Form<'_> {
    fn cursor(&self) -> Cursor<'_> {
        self.cursor_at(self.tokens)
    }

    fn cursor_at<'b>(&self, tokens: &'b [Token]) -> Cursor<'b> {
        let period = self.calendar.period.and_then(|period| period.start.or(period.end));
        Cursor::new(tokens, self.lang, period.map_or(2000, |day| day.year()))
    }

    /// A name that the site or the plan gave a range to.
    fn declared(&self) -> Attempt {
        let key = event_key(self.tokens);
        let find = |names: &BTreeMap<String, Range>, kind: TimeframeKind| {
            let (name, range) = names.iter().find(|(name, _)| key_of(name) == key)?;
            Some(Reading::new(kind, Sense::Declared { name: name.clone() }, vec![*range]))
        };
        // A usual horizon has words in both languages: it is read as such, with its declared range.
        let events = || find(&self.calendar.events, TimeframeKind::Event);
        let horizons = || find(&self.calendar.horizons, TimeframeKind::Horizon);
        let is_usual = near::horizon_of(self.tokens).is_some();
        events().or_else(|| if is_usual { None } else { horizons() }).map(Ok)
    }

    fn phrase(&self) -> Attempt {
        Some(Ok(self.meaning(*MEANINGS.get(&phrase_key(self.tokens))?)))
    }

    fn meaning(&self, meaning: Meaning) -> Reading {
        let (kind, ranges) = match meaning {
            Meaning::Continuous => (TimeframeKind::Continuous, self.plan_range()),
            Meaning::Recurring(_) => (TimeframeKind::Recurring, self.plan_range()),
            Meaning::OnDemand(_) => (TimeframeKind::OnDemand, Vec::new()),
            Meaning::Immediate => (TimeframeKind::Horizon, Vec::new()),
            Meaning::Undetermined => (TimeframeKind::Undetermined, Vec::new()),
            Meaning::Once => (TimeframeKind::Once, Vec::new()),
            Meaning::Conditional(_) => (TimeframeKind::Conditional, Vec::new()),
        };
        Reading::new(kind, Sense::Meaning(meaning), ranges)
    }

    fn plan_range(&self) -> Vec<Range> {
        self.calendar.period.into_iter().collect()
    }

    fn dates(&self) -> Attempt {
        let dates = self.cursor().whole(Cursor::dates)?;
        Some(self.dated(&dates))
    }

    fn dated(&self, dates: &Dates) -> Result<Reading, Unresolved> {
        let kind = kind_of(&dates.items);
        let precision = resolve::precision(&dates.items);
        let sense = sense_of(&dates.items).unwrap_or(Sense::Dates(precision));
        let ranges = match (resolve::resolve(&dates.items, self.calendar), &sense) {
            (Ok(days), _) => days.into_iter().map(resolve::range).collect(),
            // « Court terme » says something even where no period gives it days.
            (Err(_), Sense::PlanYears { .. } | Sense::Horizon { .. } | Sense::YearsFromStart { .. }) => {
                Vec::new()
            }
            (Err(unresolved), _) => return Err(unresolved),
        };
        let mut reading = Reading::new(kind, sense, ranges);
        if dates.unseparated {
            reading.doubts.push(Doubt::Unseparated);
        }
        if dates.items.iter().any(|item| matches!(item, Item::Years { in_a_row: InARow::No, .. })) {
            reading.doubts.push(Doubt::YearsNotConsecutive);
        }
        Ok(reading)
    }

    fn days_of(&self, point: Point) -> Result<Days, Unresolved> {
        let days = resolve::resolve(&[Item::Point(point)], self.calendar)?;
        days.first().copied().ok_or(Unresolved::Impossible)
    }

    /// « Reporté à 2025 », « prolongé jusqu'au 31 mars 2026 », « mai 2025, reporté à octobre 2025 ».
    fn revised(&self) -> Attempt {
        let revises = |at: &usize| {
            let cursor = self.cursor_at(&self.tokens[*at..]);
            cursor.is_at(EXTENDED) || cursor.is_at(POSTPONED)
        };
        let at = (0..self.tokens.len()).find(revises)?;
        let (before, after) = self.tokens.split_at(at);
        let original = match before {
            [] => None,
            [..] => self.original(before)?,
        };
        let (last, inside) = after.split_last()?;
        let closes = last.text == ")" && before.last().is_some_and(|token| token.text == "(");
        self.revision(if closes { inside } else { after }, original)
    }

    /// The dates before a revision; inner none when they are understood but give no days.
    fn original(&self, before: &[Token]) -> Option<Option<Original>> {
        let separates = |token: &Token| matches!(token.text.as_str(), "," | ";" | ":" | "-" | "(" | "/");
        let (last, rest) = before.split_last()?;
        let dates = self.cursor_at(if separates(last) { rest } else { before }).whole(Cursor::dates)?;
        let ranges =
            self.dated(&dates).ok().map(|reading| reading.ranges).filter(|ranges| !ranges.is_empty());
        Some(ranges.map(|ranges| Original { ranges, precision: resolve::precision(&dates.items) }))
    }

    fn revision(&self, tokens: &[Token], original: Option<Original>) -> Attempt {
        let mut cursor = self.cursor_at(tokens);
        if cursor.eat(EXTENDED) {
            cursor.eat(&[":", "jusqu'", "a", "to", "until", "till"]);
            let point = cursor.whole(Cursor::point)?;
            let sense = Sense::Revised { revision: Revision::Extended, original };
            return Some(
                self.until(point, Limit::Included)
                    .map(|range| Reading::new(TimeframeKind::Revised, sense, vec![range])),
            );
        }
        cursor.expect(POSTPONED)?;
        cursor.eat(&[":", "jusqu'", "to", "until", "till"]);
        let dates = cursor.whole(Cursor::dates)?;
        let revision = Revision::Postponed(resolve::precision(&dates.items));
        let sense = Sense::Revised { revision, original };
        Some(self.dated(&dates).map(|reading| Reading { kind: TimeframeKind::Revised, sense, ..reading }))
    }

    /// « AGA 2013 », « lors de l'AGA », « colloque d'automne 2024 ».
    fn event(&self) -> Attempt {
        let mut cursor = self.cursor();
        cursor.eat(DURING);
        let event = cursor.event_name()?;
        cursor.eat(&[":", "-", ","]);
        if cursor.is_done() {
            let ranges: Vec<Range> = self.only_declared(event).into_iter().collect();
            let sense = Sense::Event { event, precision: Precision::Day };
            return Some(Ok(Reading::new(TimeframeKind::Event, sense, ranges)));
        }
        let dates = cursor.whole(Cursor::dates)?;
        let sense = Sense::Event { event, precision: resolve::precision(&dates.items) };
        Some(self.dated(&dates).map(|reading| Reading { kind: TimeframeKind::Event, sense, ..reading }))
    }

    /// « Lors de l'AGA » when the site declares one only, or one only in the plan's period.
    fn only_declared(&self, event: &EventName) -> Option<Range> {
        let is_same = |name: &str| {
            let tokens = lexer::tokens(name);
            self.cursor_at(&tokens).event_name().is_some_and(|named| named == event)
        };
        let declared: Vec<Range> =
            self.calendar.events.iter().filter(|(name, _)| is_same(name)).map(|(_, range)| *range).collect();
        let in_period = |range: &&Range| {
            let (Some((start, end)), Some(day)) = (self.calendar.bounds(), range.start) else { return false };
            (start..=end).contains(&day)
        };
        match (declared.as_slice(), declared.iter().filter(in_period).collect::<Vec<_>>().as_slice()) {
            ([only], _) => Some(*only),
            (_, [only]) => Some(**only),
            (_, _) => None,
        }
    }

    /// « Mensuel », « chaque automne », « aux deux ans », “twice a year”.
    fn recurring(&self) -> Attempt {
        let recurrence = self.cursor().whole(Cursor::recurrence)?;
        Some(Ok(self.meaning(Meaning::Recurring(recurrence))))
    }

    /// « 4 régions par mois », « 3-4 rencontres statutaires ».
    fn rate(&self) -> Attempt {
        let rate = self.cursor().whole(|cursor| cursor.rate(self.text))?;
        Some(Ok(Reading::new(TimeframeKind::Rate, Sense::Rate(rate), Vec::new())))
    }

    /// « Sous réserve de l'accord du conseil »: the condition itself is the author's.
    fn condition(&self) -> Attempt {
        self.cursor().expect(CONDITIONS)?;
        let about_money =
            self.tokens.iter().any(|token| token.text == "financement" || token.text == "funding");
        let condition = if about_money { Condition::Funding } else { Condition::Other };
        Some(Ok(self.meaning(Meaning::Conditional(condition))))
    }
}

impl Cursor<'_> {
    fn event_name(&mut self) -> Option<&'static EventName> {
        let event = EVENTS.iter().find(|event| self.is_at(event.forms))?;
        self.expect(event.forms)?;
        Some(event)
    }
}

fn joined(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn key_of(name: &str) -> String {
    event_key(&lexer::tokens(name))
}

/// The form under which names of events are compared: without « lors de », AGM as AGA.
fn event_key(tokens: &[Token]) -> String {
    let mut cursor = Cursor::new(tokens, Lang::Fr, 2000);
    cursor.eat(DURING);
    let name = cursor.event_name().map_or("", |event| event.fr);
    format!("{name} {}", joined(cursor.rest()))
}

/// What goes on for the whole plan.
pub(super) fn continuous(form: &Form<'_>) -> Reading {
    form.meaning(Meaning::Continuous)
}

/// What says that nothing is due: the words alone are kept.
pub(super) fn without_object() -> Reading {
    Reading::new(TimeframeKind::Opaque, Sense::Nothing, Vec::new())
}

/// Whether a text, such as a remark « (2×/an) », says how often and nothing else.
pub(super) fn says_a_rhythm(form: &Form<'_>) -> bool {
    let mut cursor = form.cursor();
    cursor.whole(Cursor::recurrence).is_some() || cursor.whole(Cursor::times_in_figures).is_some()
}

/// Whether a text is one time and nothing else, whatever its year: a month, a season, a quarter.
pub(super) fn is_time(form: &Form<'_>) -> bool {
    let Some(dates) = form.cursor().whole(Cursor::dates) else { return false };
    match (dates.items.as_slice(), kind_of(&dates.items)) {
        // A day at the top of a column may be that of what the column says.
        ([Item::Point(_) | Item::Span(_, _)], kind) => kind != TimeframeKind::Day,
        ([..], _) => false,
    }
}
