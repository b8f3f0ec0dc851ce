//! The words timeframes are made of, folded, in French and in English. A new word is a new line
//! or a new entry of a line.

use super::sense::{Horizon, Recurrence, Season, Unit};
use crate::lang::Lang;

/// A month by its name or a usual abbreviation, counted from 1, and the language that alone
/// writes it so: « Juin 13 » is a month of 2013, “June 13” is a day.
pub(super) fn month(word: &str) -> Option<(i8, Option<Lang>)> {
    MONTHS.iter().find(|(_, _, names)| names.contains(&word)).map(|(month, lang, _)| (*month, *lang))
}

const MONTHS: &[(i8, Option<Lang>, &[&str])] = &[
    (1, Some(Lang::Fr), &["janvier", "janv"]),
    (2, Some(Lang::Fr), &["fevrier", "fevr", "fev"]),
    (3, Some(Lang::Fr), &["mars"]),
    (4, Some(Lang::Fr), &["avril", "avr"]),
    (5, Some(Lang::Fr), &["mai"]),
    (6, Some(Lang::Fr), &["juin"]),
    (7, Some(Lang::Fr), &["juillet", "juill", "juil"]),
    (8, Some(Lang::Fr), &["aout"]),
    (9, Some(Lang::Fr), &["septembre"]),
    (10, Some(Lang::Fr), &["octobre"]),
    (11, Some(Lang::Fr), &["novembre"]),
    (12, Some(Lang::Fr), &["decembre"]),
    (1, Some(Lang::En), &["january"]),
    (2, Some(Lang::En), &["february", "feb"]),
    (3, Some(Lang::En), &["march"]),
    (4, Some(Lang::En), &["april", "apr"]),
    (5, Some(Lang::En), &["may"]),
    (6, Some(Lang::En), &["june", "jun"]),
    (7, Some(Lang::En), &["july", "jul"]),
    (8, Some(Lang::En), &["august", "aug"]),
    (9, Some(Lang::En), &["september"]),
    (10, Some(Lang::En), &["october"]),
    (11, Some(Lang::En), &["november"]),
    (12, Some(Lang::En), &["december"]),
    (1, None, &["jan"]),
    (3, None, &["mar"]),
    (9, None, &["sept", "sep"]),
    (10, None, &["oct"]),
    (11, None, &["nov"]),
    (12, None, &["dec"]),
];

pub(super) fn season(word: &str) -> Option<Season> {
    SEASONS.iter().find(|(_, names)| names.contains(&word)).map(|(season, _)| *season)
}

const SEASONS: &[(Season, &[&str])] = &[
    (Season::Winter, &["hiver", "hiv", "winter"]),
    (Season::Spring, &["printemps", "print", "spring"]),
    (Season::Summer, &["ete", "summer"]),
    (Season::Autumn, &["automne", "autom", "aut", "autumn", "fall"]),
];

pub(super) fn unit(word: &str) -> Option<Unit> {
    UNITS.iter().find(|(_, names)| names.contains(&word)).map(|(unit, _)| *unit)
}

const UNITS: &[(Unit, &[&str])] = &[
    (Unit::Day, &["jour", "jours", "day", "days"]),
    (Unit::Week, &["semaine", "semaines", "week", "weeks"]),
    (Unit::Month, &["mois", "month", "months"]),
    (Unit::Quarter, &["trimestre", "trimestres", "quarter", "quarters"]),
    (Unit::HalfYear, &["semestre", "semestres", "half", "halves"]),
    (Unit::Year, &["an", "ans", "annee", "annees", "year", "years"]),
];

/// A number in letters, 1 to 12.
pub(super) fn number_in_letters(word: &str) -> Option<u32> {
    let at = NUMBERS.iter().position(|(names, _)| names.contains(&word))?;
    u32::try_from(at + 1).ok()
}

/// « premier », “third”, 1 to 4.
pub(super) fn ordinal_in_letters(word: &str) -> Option<u32> {
    let at = NUMBERS.iter().position(|(_, ordinals)| ordinals.contains(&word))?;
    u32::try_from(at + 1).ok()
}

const NUMBERS: &[(&[&str], &[&str])] = &[
    (&["un", "une", "one"], &["premier", "premiere", "first"]),
    (&["deux", "two"], &["deuxieme", "second", "seconde"]),
    (&["trois", "three"], &["troisieme", "third"]),
    (&["quatre", "four"], &["quatrieme", "fourth"]),
    (&["cinq", "five"], &[]),
    (&["six"], &[]),
    (&["sept", "seven"], &[]),
    (&["huit", "eight"], &[]),
    (&["neuf", "nine"], &[]),
    (&["dix", "ten"], &[]),
    (&["onze", "eleven"], &[]),
    (&["douze", "twelve"], &[]),
];

/// A rhythm in one word, whatever its ending: mensuel, mensuelle, mensuellement.
pub(super) fn rhythm(word: &str) -> Option<Recurrence> {
    const ENDINGS: &[&str] = &["", "s", "e", "es", "le", "les", "ment", "lement", "ement"];
    RHYTHMS
        .iter()
        .find(|(stem, _)| word.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending)))
        .map(|(_, rhythm)| *rhythm)
}

const RHYTHMS: &[(&str, Recurrence)] = &[
    ("quotidien", Recurrence::every(1, Unit::Day)),
    ("hebdomadaire", Recurrence::every(1, Unit::Week)),
    ("bimensuel", Recurrence::times(2, Unit::Month)),
    ("mensuel", Recurrence::every(1, Unit::Month)),
    ("bimestriel", Recurrence::every(2, Unit::Month)),
    ("trimestriel", Recurrence::every(1, Unit::Quarter)),
    ("semestriel", Recurrence::every(1, Unit::HalfYear)),
    ("annuel", Recurrence::every(1, Unit::Year)),
    // « biannuel » is twice a year and « bisannuel » every two years, as the Office québécois de la
    // langue française has it.
    ("biannuel", Recurrence::times(2, Unit::Year)),
    ("bisannuel", Recurrence::every(2, Unit::Year)),
    ("biennal", Recurrence::every(2, Unit::Year)),
    ("triennal", Recurrence::every(3, Unit::Year)),
    ("quadriennal", Recurrence::every(4, Unit::Year)),
    ("quinquennal", Recurrence::every(5, Unit::Year)),
    ("decennal", Recurrence::every(10, Unit::Year)),
    ("daily", Recurrence::every(1, Unit::Day)),
    ("weekly", Recurrence::every(1, Unit::Week)),
    ("biweekly", Recurrence::every(2, Unit::Week)),
    ("fortnightly", Recurrence::every(2, Unit::Week)),
    ("semimonthly", Recurrence::times(2, Unit::Month)),
    ("monthly", Recurrence::every(1, Unit::Month)),
    ("bimonthly", Recurrence::every(2, Unit::Month)),
    ("quarterly", Recurrence::every(1, Unit::Quarter)),
    ("yearly", Recurrence::every(1, Unit::Year)),
    ("annual", Recurrence::every(1, Unit::Year)),
    ("annually", Recurrence::every(1, Unit::Year)),
    ("biannual", Recurrence::times(2, Unit::Year)),
    ("biannually", Recurrence::times(2, Unit::Year)),
    ("semiannual", Recurrence::times(2, Unit::Year)),
    ("semiannually", Recurrence::times(2, Unit::Year)),
    ("biennial", Recurrence::every(2, Unit::Year)),
    ("biennially", Recurrence::every(2, Unit::Year)),
    ("triennial", Recurrence::every(3, Unit::Year)),
    ("triennially", Recurrence::every(3, Unit::Year)),
];

/// How a condition opens, as tokens; what follows is the author's.
pub(super) const CONDITIONS: &[&str] = &[
    "selon le financement",
    "selon les ressources",
    "selon la disponibilite",
    "selon les disponibilites",
    "conditionnel a",
    "conditionnelle a",
    "conditionnel au",
    "conditionnelle au",
    "conditionnellement a",
    "conditionnellement au",
    "sous reserve",
    "subject to",
    "conditional on",
    "conditional upon",
    "contingent on",
    "depending on",
    "pending funding",
    "if funded",
];

pub(super) fn horizon(word: &str) -> Option<Horizon> {
    match word {
        "court" | "short" | "ct" => Some(Horizon::Short),
        "moyen" | "medium" | "mt" => Some(Horizon::Medium),
        "long" | "lt" => Some(Horizon::Long),
        _ => None,
    }
}

/// A meeting that associations name instead of a date.
#[derive(Debug, PartialEq)]
pub(super) struct EventName {
    pub fr: &'static str,
    pub during_fr: &'static str,
    pub en: &'static str,
    /// As tokens.
    pub forms: &'static [&'static str],
}

pub(super) const EVENTS: &[EventName] = &[
    EventName {
        fr: "AGA",
        during_fr: "lors de l’AGA",
        en: "AGM",
        forms: &["aga", "agm", "assemblee generale annuelle", "assemblee generale", "annual general meeting"],
    },
    EventName {
        fr: "AGE",
        during_fr: "lors de l’AGE",
        en: "special general meeting",
        forms: &["age", "assemblee generale extraordinaire", "special general meeting"],
    },
    EventName {
        fr: "colloque",
        during_fr: "lors du colloque",
        en: "symposium",
        forms: &["colloque", "symposium", "conference"],
    },
    EventName {
        fr: "congrès",
        during_fr: "lors du congrès",
        en: "convention",
        forms: &["congres", "convention", "congress"],
    },
    EventName { fr: "forum", during_fr: "lors du forum", en: "forum", forms: &["forum"] },
    EventName { fr: "sommet", during_fr: "lors du sommet", en: "summit", forms: &["sommet", "summit"] },
    EventName {
        fr: "séminaire",
        during_fr: "lors du séminaire",
        en: "seminar",
        forms: &["seminaire", "seminar"],
    },
];

/// What rates are usually counted in, singular and plural, French then English.
pub(super) const COUNTED: &[[&str; 4]] = &[
    ["fois", "fois", "time", "times"],
    ["rencontre", "rencontres", "meeting", "meetings"],
    ["rencontre statutaire", "rencontres statutaires", "regular meeting", "regular meetings"],
    ["réunion", "réunions", "meeting", "meetings"],
    ["région", "régions", "region", "regions"],
    ["atelier", "ateliers", "workshop", "workshops"],
    ["activité", "activités", "activity", "activities"],
    ["formation", "formations", "training session", "training sessions"],
    ["infolettre", "infolettres", "newsletter", "newsletters"],
    ["article", "articles", "article", "articles"],
    ["visite", "visites", "visit", "visits"],
    ["publication", "publications", "publication", "publications"],
];

/// How a deadline opens that ends before what it names, as tokens.
pub(super) const BEFORE: &[&str] = &["avant", "before", "prior to"];

/// What joins the day itself to what comes before or after it: « le ou avant le 1er juin ».
pub(super) const OR: &[&str] = &["ou", "or"];

/// How a deadline opens, as tokens.
pub(super) const UP_TO: &[&str] = &[
    "d' ici",
    "au plus tard",
    "at the latest",
    "not after",
    "jusqu'",
    "pas plus tard que",
    "pas plus tard qu'",
    "by",
    "until",
    "till",
    "up to",
    "no later than",
    "not later than",
    "by no later than",
    "due",
    "due by",
];

/// How a deadline closes: « 31 mai 2026 au plus tard », as tokens.
pub(super) const AT_THE_LATEST: &[&str] = &[
    "au plus tard",
    "ou avant",
    "ou plus tot",
    "at the latest",
    "at latest",
    "or before",
    "or earlier",
    "or sooner",
];

/// What stands between what goes on and its end, as tokens: « Mensuel jusqu’en juin ».
pub(super) const UNTIL: &[&str] = &["jusqu'", "d' ici", "until", "till", "up to", "to", "through"];

/// How what has no end opens, as tokens.
pub(super) const FROM: &[&str] = &[
    "a compter",
    "a partir",
    "des",
    "depuis",
    "from",
    "starting",
    "starting from",
    "beginning",
    "since",
    "as of",
    "effective",
];

/// How what starts only once a time is over opens, as tokens.
pub(super) const AFTER: &[&str] = &["apres", "after"];

/// How what comes back opens: « chaque année », “every June”, as tokens.
pub(super) const EACH: &[&str] =
    &["chaque", "a chaque", "tous les", "toutes les", "a tous les", "each", "every"];

/// How what has no end closes: « 2024 et + », as tokens.
pub(super) const ONWARD: &[&str] = &[
    "+",
    "et +",
    "et plus",
    "et suivantes",
    "et les suivantes",
    "et apres",
    "et en continu",
    "puis en continu",
    ", puis en continu",
    "onward",
    "onwards",
    "and on",
    "and onward",
    "and later",
    "and beyond",
    "and after",
    "and ongoing",
    "then ongoing",
    ", then ongoing",
];

/// How a deadline that moved opens, as tokens.
pub(super) const EXTENDED: &[&str] = &["prolonge", "prolongee", "prolonges", "prolongees", "extended"];

/// How what was put off opens, as tokens.
pub(super) const POSTPONED: &[&str] = &[
    "reporte",
    "reportee",
    "reportes",
    "reportees",
    "differe",
    "differee",
    "repousse",
    "repoussee",
    "remis",
    "remise",
    "decale",
    "decalee",
    "postponed",
    "deferred",
    "delayed",
    "moved",
    "rescheduled",
];

/// What stands before the name of an event, as tokens.
pub(super) const DURING: &[&str] =
    &["lors", "lors de", "lors de l'", "lors du", "a l'", "au", "pendant le", "at", "at the", "during the"];

/// What dates are written with or without and say the same, as tokens.
pub(super) const SILENT: &[&str] = &["du", "de", "d'", "le", "en", "from", "in", "on", "the", "of", ","];

/// What stands between a step of the author's and its dates, as tokens.
pub(super) const LEADS_TO_DATES: &[&str] = &[":", "-", "au", "a", "en", "pour", "le", "in", "on", "for"];

/// What takes back the dates that follow: « non prévu en 2027 » and « sauf en juin » are no steps.
pub(super) const NEGATIONS: &[&str] = &[
    "non",
    "ne",
    "n'",
    "pas",
    "jamais",
    "aucun",
    "aucune",
    "ni",
    "sans",
    "sauf",
    "excepte",
    "hors",
    "hormis",
    "no",
    "not",
    "never",
    "without",
    "except",
    "excepting",
    "excluding",
];
