//! What the site tells its plans: named events, the calendar of the association, people by their short names.

use std::collections::BTreeMap;

use super::required;
use crate::date::{Date, Range};
use crate::diagnostic::Problems;
use crate::diagnostic::record::RecordProblem;
use crate::lang::{Lang, fold, months, nearest};
use crate::record::keys::{Holds, Key, key};
use crate::record::names::Names;
use crate::record::{Data, Fields, Spanned, fields};

/// An event that timeframes name: « AGA 2026 ».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub name: String,
    pub when: When,
}

/// When an event takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    Days(Range),
    /// In the author's words, read with the timeframes of plans: « du 10 au 12 juin 2026 ».
    Words(Spanned<String>),
}

/// `[calendar]`: how the association cuts its years; in `[plan]`, how that plan does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarSettings {
    /// The first month of the fiscal year, 1 to 12.
    pub fiscal_month: Option<i8>,
    /// The name of a choice of seasons, one of [`SEASONS`].
    pub seasons: Option<&'static str>,
}

/// Who a short name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    pub role: Option<String>,
    pub organisation: Option<String>,
    /// Where to write to them, as written: an address of function, a telephone number, a page.
    pub contact: Option<String>,
}

/// The choices of seasons, in French and in English.
pub const SEASONS: [&str; 5] = ["civil", "astronomique", "trimestre", "astronomical", "quarters"];

/// The keys of `[[events]]`.
pub const EVENT_KEYS: &[Key] = &[
    key(
        "name",
        Holds::FilledText,
        "le nom du rendez-vous, comme les échéanciers l’écrivent",
        "the name of the event, as timeframes write it",
    )
    .required(),
    key("date", Holds::Date, "le jour du rendez-vous", "the day of the event"),
    key(
        "period",
        Holds::FilledText,
        "quand il a lieu, en mots\u{a0}: `10 au 12 juin 2026`",
        "when it takes place, in words: `June 10 to 12, 2026`",
    ),
];

/// The keys of `[calendar]`.
pub const CALENDAR_KEYS: &[Key] = &[
    key(
        "fiscal_year",
        Holds::Either(&[
            Holds::Word(&months(Lang::Fr)),
            Holds::Word(&months(Lang::En)),
            Holds::Within(1, 12),
            Holds::Word(&["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]),
        ]),
        "le premier mois de l’exercice",
        "the first month of the fiscal year",
    ),
    key(
        "seasons",
        Holds::Word(&SEASONS),
        "le découpage des saisons\u{a0}: `civil` (l’été en juillet et en août), `astronomique` (à partir du 21) \
         ou `trimestre` (trois mois chacune)",
        "how seasons are cut: `civil` (summer in July and August), `astronomical` (from the 21st) or `quarters` \
         (three months each)",
    ),
];

/// The keys of a person or a group, in `[people]`.
pub const PERSON_KEYS: &[Key] = &[
    key("name", Holds::FilledText, "le nom au long", "the full name").required(),
    key("role", Holds::FilledText, "le rôle", "the role"),
    key("organisation", Holds::FilledText, "l’organisme", "the organization"),
    key(
        "contact",
        Holds::FilledText,
        "une adresse de fonction, un numéro de téléphone ou une page Web",
        "an address of function, a telephone number or a Web page",
    ),
];

impl Person {
    /// « Comité logement », « Camille Roy (présidence, Table de la Cendrée) ».
    pub fn full_name(&self) -> String {
        let details: Vec<&str> =
            [&self.role, &self.organisation].into_iter().flatten().map(String::as_str).collect();
        match details.as_slice() {
            [] => self.name.clone(),
            [..] => format!("{} ({})", self.name, details.join(", ")),
        }
    }
}

pub(super) fn events(fields: &mut Fields<'_>, problems: &mut Problems) -> Vec<Event> {
    let mut events = Vec::new();
    let mut names = Names::default();
    for record in fields.records("events", problems) {
        let mut fields = Fields::of(record, EVENT_KEYS);
        let name = required(&mut fields, "name", "name = \"AGA 2026\"", problems);
        let date = fields.date("date", problems);
        let period = fields.filled_text("period", problems);
        if fields.entry("date").is_none() && fields.entry("period").is_none() {
            problems.error(
                RecordProblem::MissingKey { key: "date", example: "date = 2026-06-10" },
                fields.span(),
            );
        }
        if let (Some(_), Some(period)) = (fields.entry("date"), fields.entry("period")) {
            problems.warning(RecordProblem::DateAndPeriod, period.key_span);
        }
        fields.finish(problems);
        if let Some(name) = &name {
            names.tell(&name.value, name.span, problems);
        }
        let when = match (date, period) {
            (Some(day), _) => Some(When::Days(Range::between(day, day))),
            (None, Some(words)) => Some(when(words)),
            (None, None) => None,
        };
        if let (Some(name), Some(when)) = (name, when) {
            events.push(Event { name: name.value, when });
        }
    }
    events
}

/// « 2026-06-10 » between quotation marks is a day as well.
fn when(words: Spanned<String>) -> When {
    match Date::parse(words.value.trim()) {
        Some(day) => When::Days(Range::between(day, day)),
        None => When::Words(words),
    }
}

/// Reads `calendar` from the settings of the site, or from those of a plan.
pub fn calendar(fields: &mut Fields<'_>, problems: &mut Problems) -> CalendarSettings {
    let Some(record) = fields.record("calendar", problems) else { return CalendarSettings::default() };
    let mut fields = Fields::of(record, CALENDAR_KEYS);
    let fiscal_month = fiscal_month(&mut fields, problems);
    let seasons = fields.choice("seasons", &SEASONS.map(|name| (name, name)), problems);
    fields.finish(problems);
    CalendarSettings { fiscal_month, seasons }
}

/// `4`, `"avril"` or `"April"`.
fn fiscal_month(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<i8> {
    const KEY: &str = "fiscal_year";
    let value = fields.value(KEY)?;
    let read = match &value.data {
        Data::Integer(number) => number.to_string(),
        Data::Text(text) => text.clone(),
        Data::Float(_)
        | Data::Boolean(_)
        | Data::Date(_)
        | Data::List(_)
        | Data::Record(_)
        | Data::Nothing => {
            problems.error(fields::not_a_text(KEY, value), value.span);
            return None;
        }
    };
    let folded = fold(&read);
    let named = [Lang::Fr, Lang::En]
        .into_iter()
        .find_map(|lang| months(lang).iter().position(|it| fold(it) == folded));
    let number = folded.parse().ok().filter(|number| (1..=12).contains(number));
    let found = named.and_then(|at| i8::try_from(at + 1).ok()).or(number);
    if found.is_none() {
        let known: Vec<&'static str> = months(Lang::Fr).to_vec();
        let nearest = nearest(&read, known.iter().copied()).map(str::to_owned);
        problems.error(RecordProblem::UnknownWord { key: KEY.to_owned(), read, known, nearest }, value.span);
    }
    found
}

/// Short names, folded, and who they stand for.
pub(super) fn people(fields: &mut Fields<'_>, problems: &mut Problems) -> BTreeMap<String, Person> {
    let mut people = BTreeMap::new();
    let written = fields.record("people", problems).map_or(&[][..], |record| &record.entries);
    let mut names = Names::default();
    for entry in written {
        names.tell(&entry.key, entry.key_span, problems);
        let person = match &entry.value.data {
            Data::Text(name) if !name.trim().is_empty() => {
                Some(Person { name: name.trim().to_owned(), role: None, organisation: None, contact: None })
            }
            Data::Text(_) => {
                problems.error(RecordProblem::EmptyText { key: entry.key.clone() }, entry.value.span);
                None
            }
            Data::Record(record) => {
                let mut fields = Fields::of(record, PERSON_KEYS);
                let name = required(&mut fields, "name", "name = \"Comité logement\"", problems);
                let role = fields.filled_text("role", problems).map(|role| role.value);
                let organisation = fields.filled_text("organisation", problems).map(|it| it.value);
                let contact = fields.filled_text("contact", problems).map(|it| it.value);
                fields.finish(problems);
                name.map(|name| Person { name: name.value, role, organisation, contact })
            }
            Data::Nothing => None,
            Data::Integer(_) | Data::Float(_) | Data::Boolean(_) | Data::Date(_) | Data::List(_) => {
                problems.error(fields::not_a_text(&entry.key, &entry.value), entry.value.span);
                None
            }
        };
        people.extend(person.map(|person| (fold(&entry.key), person)));
    }
    people
}
