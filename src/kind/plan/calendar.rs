//! The calendar of the site's settings, for reading the timeframes of its plans.

use super::timeframe::{self, Calendar, Doubt, Seasons, Timeframe};
use crate::config::Config;
use crate::config::plans::{CalendarSettings, When};
use crate::diagnostic::Problems;
use crate::diagnostic::plan::PlanProblem;

/// What every plan of a site has in common; each adds its own period and horizons.
///
/// Problems are those of `jalon.toml`: an event whose words say no dates.
pub fn of_site(config: &Config, problems: &mut Problems) -> Calendar {
    let seasons = config.calendar.seasons.and_then(Seasons::from_name).unwrap_or_default();
    let mut calendar =
        Calendar { fiscal_month: config.calendar.fiscal_month, seasons, ..Calendar::default() };
    let lang = config.language(&config.default_language).lang;
    for event in &config.events {
        let range = match &event.when {
            When::Days(range) => Some(*range),
            When::Words(words) => {
                let (timeframe, doubts) = timeframe::read(&words.value, lang, &calendar);
                if timeframe.ranges.is_empty() {
                    problems.error(without_dates(words.value.clone(), &doubts), words.span);
                }
                timeframe.span()
            }
        };
        calendar.events.extend(range.map(|range| (event.name.clone(), range)));
    }
    calendar
}

/// Why no dates were understood in a text.
pub fn without_dates(read: String, doubts: &[Doubt]) -> PlanProblem {
    match doubts {
        [Doubt::Backwards { start, end }] => PlanProblem::Backwards { read, start: *start, end: *end },
        [] | [..] => PlanProblem::UnknownPeriod { read },
    }
}

/// The same calendar with what a plan says of its own years and seasons.
pub fn overridden(site: &Calendar, of_plan: &CalendarSettings) -> Calendar {
    let CalendarSettings { fiscal_month, seasons } = of_plan;
    let seasons = seasons.and_then(Seasons::from_name).unwrap_or(site.seasons);
    Calendar { fiscal_month_of_plan: *fiscal_month, seasons, ..site.clone() }
}

/// The same calendar, for a plan with this period.
pub fn of_plan(calendar: &Calendar, period: Option<&Timeframe>) -> Calendar {
    Calendar { period: period.and_then(Timeframe::span), ..calendar.clone() }
}
