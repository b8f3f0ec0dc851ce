//! The words of dates that contradict themselves, or can be read in more than one way.

use super::NoYear;
use crate::date::Date;
use crate::diagnostic::Wording;
use crate::lang::{Lang, date_in_words, month};

/// A text whose end comes before its start.
pub(super) fn backwards(read: &str, start: Date, end: Date) -> Wording {
    let (start, end) = (
        [Lang::Fr, Lang::En].map(|lang| date_in_words(lang, start)),
        [Lang::Fr, Lang::En].map(|lang| date_in_words(lang, end)),
    );
    Wording::new(
        "end-before-start",
        format!("«\u{a0}{read}\u{a0}» finit avant de commencer\u{a0}: il va du {} au {}", start[0], end[0]),
        format!("“{read}” ends before it starts: it goes from {} to {}", start[1], end[1]),
    )
    .help(
        "écrivez le début d’abord, puis la fin\u{a0}: inversez-les, ou corrigez l’année de l’un des deux",
        "write the start first, then the end: swap them, or correct the year of one of them",
    )
}

/// A day that its month does not have; 2000 was a leap year.
pub(super) fn impossible(read: &str, at: i8, year: Option<i16>) -> Wording {
    let last = Date::new(year.unwrap_or(2000), at, 1).map_or(0, |first| first.last_of_month().day());
    let [fr, en] = [Lang::Fr, Lang::En].map(|lang| {
        // February alone has not the same length every year.
        let year = year.filter(|_| at == 2).map_or(String::new(), |year| format!(" {year}"));
        format!("{}{year}", month(lang, at))
    });
    Wording::new(
        "impossible-day",
        format!("l’échéancier «\u{a0}{read}\u{a0}» nomme un jour qui n’existe pas\u{a0}: {fr} n’a que {last} jours"),
        format!("the timeframe “{read}” names a day that does not exist: {en} has only {last} days"),
    )
    .help(
        "corrigez le jour ou le mois; d’ici là, ces mots sont affichés tels quels, sans date",
        "correct the day or the month; until then, these words are shown as they are, without a date",
    )
}

/// A day in figures that does not say which of them is the year.
pub(super) fn short(read: &str, day: Date) -> Wording {
    Wording::new(
        "short-date",
        format!("la date «\u{a0}{read}\u{a0}» peut se lire de plusieurs façons\u{a0}: elle est affichée telle quelle, et aucun jour n’est retenu"),
        format!("the date “{read}” may be read in several ways: it is shown as it is, and no day is kept"),
    )
    .help(
        format!("écrivez l’année au long\u{a0}: si c’est le {}, «\u{a0}{0}\u{a0}» ou «\u{a0}{day}\u{a0}»", date_in_words(Lang::Fr, day)),
        format!("write the year in full: if it is {}, “{0}” or “{day}”", date_in_words(Lang::En, day)),
    )
}

/// A date in figures in the order of the other language; `lang` is that of the plan.
pub(super) fn swapped(read: &str, day: Date, lang: Lang) -> Wording {
    let (order, own) = match lang {
        Lang::Fr => (["le mois vient d’abord", "the month comes first"], ["le jour", "the day"]),
        Lang::En => (["le jour vient d’abord", "the day comes first"], ["le mois", "the month"]),
    };
    let (day_fr, day_en) = (date_in_words(Lang::Fr, day), date_in_words(Lang::En, day));
    Wording::new(
        "swapped-date",
        format!("l’échéancier «\u{a0}{read}\u{a0}» n’a de sens que si {} ({day_fr}), mais dans ce plan c’est {}\u{a0}: les autres dates en chiffres peuvent donc être fausses", order[0], own[0]),
        format!("the timeframe “{read}” makes sense only if {} ({day_en}), but in this plan it is {}: the other dates in figures may therefore be wrong", order[1], own[1]),
    )
    .help(
        format!("écrivez «\u{a0}{day}\u{a0}», et toutes les dates de ce plan de la même façon"),
        format!("write “{day}”, and all the dates of this plan in the same way"),
    )
}

/// A date whose year is not written, or may be another.
pub(super) fn without_year(read: &str, why: NoYear) -> Wording {
    let (fr, en) = match why {
        NoYear::NoPeriod => (
            "ne dit pas l’année, et le plan n’a pas de période qui la donne",
            "does not say the year, and the plan has no period that gives it",
        ),
        NoYear::Several => (
            "ne dit pas l’année, et la période du plan contient ce moment plusieurs fois",
            "does not say the year, and the plan’s period holds that time more than once",
        ),
        NoYear::Outside => (
            "ne dit pas l’année, et la période du plan ne contient pas ce moment",
            "does not say the year, and the plan’s period does not hold that time",
        ),
        NoYear::Crossing => (
            "ne dit qu’une année, et ses moments ne s’y suivent pas",
            "says one year only, in which its times do not follow one another",
        ),
    };
    let wording = Wording::new(
        "year-unknown",
        format!("l’échéancier «\u{a0}{read}\u{a0}» {fr}"),
        format!("the timeframe “{read}” {en}"),
    );
    match why {
        NoYear::NoPeriod => wording.help(
            "écrivez l’année, ou ajoutez `period = \"juillet 2025 à juin 2026\"` sous `[plan]`",
            "write the year, or add `period = \"July 2025 to June 2026\"` under `[plan]`",
        ),
        NoYear::Several | NoYear::Outside => {
            wording.help("écrivez l’année avec le reste", "write the year with the rest")
        }
        NoYear::Crossing => wording.help(
            "écrivez l’année de chacun\u{a0}: «\u{a0}Automne 2026 – hiver 2027\u{a0}»",
            "write the year of each: “Fall 2026 – winter 2027”",
        ),
    }
}
