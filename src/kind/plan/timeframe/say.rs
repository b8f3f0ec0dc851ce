//! Says what was understood of a timeframe, in a language.

mod each_year;

use super::sense::{
    Bounds, Condition, Cycle, Demand, Horizon, Meaning, Precision, Rate, Recurrence, Revision, Season, Sense,
    Unit,
};
use super::vocabulary::COUNTED;
use crate::date::{Date, Range};
use crate::lang::{Lang, NO_BREAK_SPACE, date_in_words, day_of_month, fold, list, month};

/// The words; none when nothing was understood, or nothing that this language has words for.
pub(super) fn words(lang: Lang, sense: &Sense, ranges: &[Range]) -> Option<String> {
    match sense {
        Sense::Dates(precision) => all_dates(lang, ranges, *precision),
        Sense::Step { label, precision } => {
            Some(labelled(lang, label, &all_dates(lang, ranges, *precision)?))
        }
        Sense::StepBy { label } => Some(labelled(lang, label, &deadline(lang, ranges)?)),
        Sense::Event { event, precision } => {
            let name = match lang {
                Lang::Fr => event.fr,
                Lang::En => event.en,
            };
            Some(match (lang, all_dates(lang, ranges, *precision)) {
                (Lang::Fr, None) => event.during_fr.to_owned(),
                (Lang::En, None) => format!("at the {name}"),
                (_, Some(year)) if year.len() == 4 => format!("{name} {year}"),
                (_, Some(dates)) => labelled(lang, name, &dates),
            })
        }
        Sense::Declared { name } => all_dates(lang, ranges, Precision::Year).or_else(|| Some(name.clone())),
        Sense::Deadline => deadline(lang, ranges),
        Sense::Open => open(lang, ranges),
        Sense::Lasting { meaning: said, bounds } => lasting(lang, &meaning(lang, *said), *bounds, ranges),
        Sense::EachYear { meaning: said, times, precision } => {
            Some(labelled(lang, &meaning(lang, *said), &each_year::times(lang, times, *precision)?))
        }
        Sense::Revised { revision, original } => {
            let revised = revised(lang, *revision, ranges)?;
            let original = original.as_ref().and_then(|it| all_dates(lang, &it.ranges, it.precision));
            Some(original.map_or(revised.clone(), |original| format!("{original}, {revised}")))
        }
        Sense::PlanYears { first, last } => {
            all_dates(lang, ranges, Precision::Year).or_else(|| Some(plan_years(lang, *first, *last)))
        }
        Sense::Horizon { first, last } => {
            all_dates(lang, ranges, Precision::Year).or_else(|| Some(horizons(lang, *first, *last)))
        }
        Sense::YearsFromStart { from, to } => all_dates(lang, ranges, Precision::Year).or_else(|| {
            Some(match lang {
                Lang::Fr => format!("{from} à {to} ans"),
                Lang::En => format!("{from} to {to} years"),
            })
        }),
        Sense::Rate(rate) => say_rate(lang, rate),
        Sense::Meaning(said) => Some(meaning(lang, *said)),
        Sense::Nothing => None,
    }
}

fn labelled(lang: Lang, label: &str, dates: &str) -> String {
    match lang {
        Lang::Fr => format!("{label}{NO_BREAK_SPACE}: {dates}"),
        Lang::En => format!("{label}: {dates}"),
    }
}

fn all_dates(lang: Lang, ranges: &[Range], precision: Precision) -> Option<String> {
    // « avril 2025 à mars 2026 et 2027 » could be a span in each of two years.
    let is_mixed = ranges.len() > 1 && !ranges.iter().all(is_whole_years);
    let precision = if is_mixed { precision.min(Precision::Month) } else { precision };
    let said: Option<Vec<String>> = ranges.iter().map(|range| dates(lang, *range, precision)).collect();
    let mut said = said?;
    let last = said.pop()?;
    if said.is_empty() {
        return Some(last);
    }
    if let Some(months) = months_of_a_year(ranges) {
        // The year is said once: « août et septembre 2025 ».
        said = months.iter().take(said.len()).map(|at| month(lang, *at).to_owned()).collect();
    }
    said.push(last);
    Some(list(lang, &said))
}

fn is_whole_years(range: &Range) -> bool {
    range.start.zip(range.end).is_some_and(|(start, end)| {
        (start.day(), start.month()) == (1, 1) && (end.day(), end.month()) == (31, 12)
    })
}

/// The months, when the ranges are single months of one year.
fn months_of_a_year(ranges: &[Range]) -> Option<Vec<i8>> {
    let months = ranges.iter().map(|range| {
        let (start, end) = range.start.zip(range.end)?;
        (start.day() == 1 && end == start.last_of_month()).then_some(start)
    });
    let months: Vec<Date> = months.collect::<Option<_>>()?;
    let year = months.first()?.year();
    let is_rising = months.windows(2).all(|two| two[0] < two[1]);
    (is_rising && months.iter().all(|month| month.year() == year))
        .then(|| months.iter().map(|it| it.month()).collect())
}

/// A range in the largest units that say it exactly, no larger than the author's.
fn dates(lang: Lang, range: Range, precision: Precision) -> Option<String> {
    let (start, end) = match (range.start, range.end) {
        (Some(start), Some(end)) => (start, end),
        (Some(_), None) => return open(lang, &[range]),
        (None, Some(_)) => return deadline(lang, &[range]),
        (None, None) => return None,
    };
    let whole_months = start.day() == 1 && end == end.last_of_month();
    let whole_years = whole_months && start.month() == 1 && end.month() == 12;
    Some(match precision {
        Precision::Year if whole_years => years(lang, start, end),
        Precision::Year | Precision::Month if whole_months => months(lang, start, end),
        Precision::Year | Precision::Month | Precision::Day => days(lang, start, end),
    })
}

fn years(lang: Lang, start: Date, end: Date) -> String {
    let (first, last) = (start.year(), end.year());
    match lang {
        _ if first == last => first.to_string(),
        Lang::Fr => format!("{first} à {last}"),
        Lang::En => format!("{first} to {last}"),
    }
}

fn months(lang: Lang, start: Date, end: Date) -> String {
    let (first, last) = (month(lang, start.month()), month(lang, end.month()));
    let to = match lang {
        Lang::Fr => "à",
        Lang::En => "to",
    };
    if start.year() != end.year() {
        format!("{first} {} {to} {last} {}", start.year(), end.year())
    } else if start.month() != end.month() {
        format!("{first} {to} {last} {}", end.year())
    } else {
        format!("{last} {}", end.year())
    }
}

fn days(lang: Lang, start: Date, end: Date) -> String {
    let last = date_in_words(lang, end);
    if start == end {
        return last;
    }
    if start.year() != end.year() {
        let first = date_in_words(lang, start);
        return match lang {
            Lang::Fr => format!("{first} au {last}"),
            Lang::En => format!("{first} to {last}"),
        };
    }
    let day = day_of_month(lang, start);
    let named = month(lang, start.month());
    match lang {
        Lang::Fr if start.month() == end.month() => format!("{day} au {last}"),
        Lang::Fr => format!("{day} {named} au {last}"),
        Lang::En if start.month() == end.month() => format!("{named} {day} to {}, {}", end.day(), end.year()),
        Lang::En => format!("{named} {day} to {last}"),
    }
}

fn deadline(lang: Lang, ranges: &[Range]) -> Option<String> {
    let end = date_in_words(lang, ranges.first()?.end?);
    Some(match lang {
        Lang::Fr => format!("d’ici le {end}"),
        Lang::En => format!("by {end}"),
    })
}

fn open(lang: Lang, ranges: &[Range]) -> Option<String> {
    let start = date_in_words(lang, ranges.first()?.start?);
    Some(match lang {
        Lang::Fr => format!("à partir du {start}"),
        Lang::En => format!("from {start}"),
    })
}

/// What goes on or comes back, and from when or until when.
fn lasting(lang: Lang, said: &str, bounds: Bounds, ranges: &[Range]) -> Option<String> {
    match bounds {
        Bounds::During(precision) => Some(labelled(lang, said, &all_dates(lang, ranges, precision)?)),
        Bounds::From => Some(format!("{said} {}", open(lang, ranges)?)),
        Bounds::Until => {
            let end = date_in_words(lang, ranges.first()?.end?);
            Some(match lang {
                Lang::Fr => format!("{said} jusqu’au {end}"),
                Lang::En => format!("{said} until {end}"),
            })
        }
    }
}

fn revised(lang: Lang, revision: Revision, ranges: &[Range]) -> Option<String> {
    match revision {
        Revision::Postponed(precision) => {
            let dates = all_dates(lang, ranges, precision)?;
            Some(match lang {
                Lang::Fr => labelled(lang, "reporté", &dates),
                Lang::En => labelled(lang, "postponed", &dates),
            })
        }
        Revision::Extended => {
            let end = date_in_words(lang, ranges.first()?.end?);
            Some(match lang {
                Lang::Fr => format!("prolongé jusqu’au {end}"),
                Lang::En => format!("extended to {end}"),
            })
        }
    }
}

fn plan_years(lang: Lang, first: i32, last: i32) -> String {
    match lang {
        Lang::Fr if first == last => format!("année {first} du plan"),
        Lang::En if first == last => format!("year {first} of the plan"),
        Lang::Fr => format!("années {first} à {last} du plan"),
        Lang::En => format!("years {first} to {last} of the plan"),
    }
}

fn horizons(lang: Lang, first: Horizon, last: Horizon) -> String {
    let size = |horizon| match (lang, horizon) {
        (Lang::Fr, Horizon::Short) => "court",
        (Lang::Fr, Horizon::Medium) => "moyen",
        (Lang::Fr, Horizon::Long) => "long",
        (Lang::En, Horizon::Short) => "short",
        (Lang::En, Horizon::Medium) => "medium",
        (Lang::En, Horizon::Long) => "long",
    };
    match lang {
        Lang::Fr if first == last => format!("à {} terme", size(first)),
        Lang::En if first == last => format!("{} term", size(first)),
        Lang::Fr => format!("à {} et {} terme", size(first), size(last)),
        Lang::En => format!("{} and {} term", size(first), size(last)),
    }
}

fn meaning(lang: Lang, meaning: Meaning) -> String {
    let (fr, en) = match meaning {
        Meaning::Recurring(rhythm) => return recurrence(lang, rhythm),
        Meaning::Continuous => ("en continu", "ongoing"),
        Meaning::OnDemand(Demand::Needed) => ("au besoin", "as needed"),
        Meaning::OnDemand(Demand::Requested) => ("sur demande", "on request"),
        Meaning::OnDemand(Demand::Invited) => ("sur invitation", "by invitation"),
        Meaning::OnDemand(Demand::Convened) => ("sur convocation", "when convened"),
        Meaning::Immediate => ("dès que possible", "as soon as possible"),
        Meaning::Undetermined => ("à déterminer", "to be determined"),
        Meaning::Once => ("une seule fois", "once"),
        Meaning::Conditional(Condition::Funding) => ("selon le financement", "subject to funding"),
        Meaning::Conditional(Condition::Other) => ("sous condition", "conditional"),
    };
    match lang {
        Lang::Fr => fr.to_owned(),
        Lang::En => en.to_owned(),
    }
}

fn recurrence(lang: Lang, recurrence: Recurrence) -> String {
    let Recurrence { times, every, unit } = recurrence;
    let unit = match unit {
        Cycle::Season(season) => return each_season(lang, season),
        Cycle::Unit(unit) => unit,
    };
    let [one, many] = unit_words(lang, unit);
    match lang {
        Lang::Fr if times > 1 => format!("{} fois par {one}", in_letters(lang, times)),
        Lang::Fr if every == 1 => format!("chaque {one}"),
        Lang::Fr if unit == Unit::Week => format!("toutes les {every} {many}"),
        Lang::Fr => format!("tous les {every} {many}"),
        Lang::En if times == 2 => format!("twice a {one}"),
        Lang::En if times > 1 => format!("{} times a {one}", in_letters(lang, times)),
        Lang::En if every == 1 => format!("every {one}"),
        Lang::En => format!("every {every} {many}"),
    }
}

fn each_season(lang: Lang, season: Season) -> String {
    match (lang, season) {
        (Lang::Fr, Season::Winter) => "chaque hiver",
        (Lang::Fr, Season::Spring) => "chaque printemps",
        (Lang::Fr, Season::Summer) => "chaque été",
        (Lang::Fr, Season::Autumn) => "chaque automne",
        (Lang::En, Season::Winter) => "every winter",
        (Lang::En, Season::Spring) => "every spring",
        (Lang::En, Season::Summer) => "every summer",
        (Lang::En, Season::Autumn) => "every fall",
    }
    .to_owned()
}

/// A number of times in letters: in figures, « 2 fois par année » would be read as a rate.
fn in_letters(lang: Lang, times: u32) -> String {
    const FR: [&str; 12] =
        ["une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"];
    const EN: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let names = match lang {
        Lang::Fr => FR,
        Lang::En => EN,
    };
    let at = usize::try_from(times).ok().and_then(|times| times.checked_sub(1));
    at.and_then(|at| names.get(at)).map_or_else(|| times.to_string(), |name| (*name).to_owned())
}

/// One and several.
fn unit_words(lang: Lang, unit: Unit) -> [&'static str; 2] {
    match (lang, unit) {
        (Lang::Fr, Unit::Day) => ["jour", "jours"],
        (Lang::Fr, Unit::Week) => ["semaine", "semaines"],
        (Lang::Fr, Unit::Month) => ["mois", "mois"],
        (Lang::Fr, Unit::Quarter) => ["trimestre", "trimestres"],
        (Lang::Fr, Unit::HalfYear) => ["semestre", "semestres"],
        (Lang::Fr, Unit::Year) => ["année", "ans"],
        (Lang::En, Unit::Day) => ["day", "days"],
        (Lang::En, Unit::Week) => ["week", "weeks"],
        (Lang::En, Unit::Month) => ["month", "months"],
        (Lang::En, Unit::Quarter) => ["quarter", "quarters"],
        (Lang::En, Unit::HalfYear) => ["half-year", "half-years"],
        (Lang::En, Unit::Year) => ["year", "years"],
    }
}

/// A rate, when what it counts has a name in this language.
fn say_rate(lang: Lang, rate: &Rate) -> Option<String> {
    let noun = fold(&rate.noun);
    let [fr_one, fr_many, en_one, en_many] =
        *COUNTED.iter().find(|row| row.iter().any(|name| fold(name) == noun))?;
    let is_one = rate.most == 1;
    let noun = match lang {
        Lang::Fr if is_one => fr_one,
        Lang::Fr => fr_many,
        Lang::En if is_one => en_one,
        Lang::En => en_many,
    };
    let Rate { least, most, .. } = rate;
    let number = match lang {
        _ if least == most => most.to_string(),
        Lang::Fr => format!("{least} à {most}"),
        Lang::En => format!("{least} to {most}"),
    };
    let per = match (lang, rate.per) {
        (_, None) => String::new(),
        (Lang::Fr, Some(unit)) => format!(" par {}", unit_words(lang, unit)[0]),
        (Lang::En, Some(unit)) => format!(" per {}", unit_words(lang, unit)[0]),
    };
    Some(format!("{number} {noun}{per}"))
}
