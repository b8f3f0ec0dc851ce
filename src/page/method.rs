//! The page that tells how progress is measured: every state, the formula, what late means.

use super::frame::{Part, Subject, date_view};
use super::{Making, Page, View, progress};
use crate::address::Address;
use crate::date::{Date, Range};
use crate::diagnostic::Problems;
use crate::kind::plan::calendar as plan_calendar;
use crate::kind::plan::progress::Progress;
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::timeframe::{self, Calendar};
use crate::lang::Lang;
use crate::site::{Entry, plan};
use crate::view::StatusView;
use crate::view::sides::{MethodPlan, MethodState, MethodView, SeasonView};
use crate::words::Words;

/// Seasons by the key of their words, with how a timeframe names them.
const SEASONS: [(&str, &str); 4] = [
    ("winter", "Hiver 2026"),
    ("spring", "Printemps 2026"),
    ("summer", "Été 2026"),
    ("autumn", "Automne 2026"),
];

/// One page a language of the site, where there are plans and no author wrote this page.
pub fn pages(making: &Making<'_>) -> Vec<Page> {
    let homes = || making.site.homes();
    let ours = homes().filter(|home| {
        let address = address(home);
        making.site.publishes(&address) && making.site.entry_at(&address).is_none()
    });
    ours.map(|home| page(making, home)).collect()
}

fn address(home: &Entry) -> Address {
    plan::method(home)
}

fn page(making: &Making<'_>, home: &Entry) -> Page {
    let words = making.words_around(home);
    let page = address(home);
    let title = words.say("method.title", &[]);
    let description = words.say("method.description", &[]);
    let subject =
        Subject { title: &title, description: Some(&description), updated: None, is_part: Part::Piece };
    let frame = making.framer(home, &page).frame(&subject);
    let calendar = plan_calendar::of_site(making.config, &mut Problems::in_file(""));
    let view = MethodView {
        states: StatusKey::ALL.into_iter().map(|key| state(words, key)).collect(),
        seasons: SEASONS.into_iter().filter_map(|season| self::season(words, &calendar, season)).collect(),
        fiscal_year: calendar.fiscal_month.map(|first| fiscal_year(words, first)),
        plans: making
            .site
            .entries()
            .iter()
            .filter_map(|entry| measured(making, entry, home, &page))
            .collect(),
        title,
    };
    Page {
        address: page,
        template: "method.html".to_owned(),
        language: home.language.clone(),
        frame,
        view: View::Method(Box::new(view)),
        source: String::new(),
    }
}

fn state(words: &Words, key: StatusKey) -> MethodState {
    let key = key.key();
    let label = words.say(&format!("status.{key}"), &[]);
    let meaning = words.say(&format!("method.state.{key}"), &[]);
    MethodState {
        status: StatusView { key: key.to_owned(), words: label, text: None, lang: None, measure: None },
        meaning,
    }
}

fn season(words: &Words, calendar: &Calendar, (key, written): (&str, &str)) -> Option<SeasonView> {
    let (timeframe, _) = timeframe::read(written, Lang::Fr, calendar);
    let Range { start: Some(start), end: Some(end) } = timeframe.span()? else { return None };
    let (first, last) = (edge(words, start, start.day() == 1), edge(words, end, end == end.last_of_month()));
    Some(SeasonView {
        name: words.say(&format!("method.season.{key}"), &[]),
        months: words.say("method.months", &[("first", &first), ("last", &last)]),
    })
}

/// « juillet à juin », from the first month of the year, 1 to 12.
fn fiscal_year(words: &Words, first: i8) -> String {
    let last = if first == 1 { 12 } else { first - 1 };
    let (first, last) = (words.locale.month(first), words.locale.month(last));
    words.say("method.fiscal_year", &[("first", &first), ("last", &last)])
}

/// The month alone where a season starts or ends with it, else the day.
fn edge(words: &Words, day: Date, is_whole: bool) -> String {
    if is_whole { words.locale.month(day.month()) } else { words.locale.day_and_month(day) }
}

/// A plan of the page's language, as it is counted at its reference date.
fn measured(making: &Making<'_>, entry: &Entry, home: &Entry, page: &Address) -> Option<MethodPlan> {
    let plan = entry.plan().filter(|_| entry.language == home.language && !entry.stands_in())?;
    let words = making.words_around(home);
    let reference = making.reference_date(entry);
    let counts = Progress::of(plan.actions(), reference);
    let number = |n| words.locale.number(n);
    let formula = counts.percent().map(|percent| {
        let values = [
            ("done", number(counts.count(StatusKey::Done))),
            ("total", number(counts.total())),
            ("dropped", number(counts.count(StatusKey::Dropped))),
            ("ongoing", number(counts.count(StatusKey::Ongoing))),
            ("rate", words.percent(percent)),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        words.say("method.formula", &values)
    });
    Some(MethodPlan {
        plan: making.framer(home, page).link(&entry.address, &entry.title),
        reference_date: date_view(words, reference),
        sentence: progress::sentence(words, &counts),
        formula,
    })
}
