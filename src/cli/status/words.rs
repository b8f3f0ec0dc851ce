//! The sentences of `jalon status`, in both languages; those that count come from the theme's words.

use std::collections::BTreeSet;

use crate::cli::{plans, words};
use crate::date::Date;
use crate::diagnostic::Wording;
use crate::kind::plan::{COMING_DAYS, Stage};
use crate::lang::{Lang, date_in_words, is_singular, number};

/// Where a plan stands in its own life.
pub fn stage(lang: Lang, stage: Stage) -> &'static str {
    let [fr, en] = match stage {
        Stage::Proposed => ["projet", "draft"],
        Stage::Adopted => ["adopté", "adopted"],
        Stage::Closed => ["clos", "closed"],
        Stage::Replaced => ["remplacé", "replaced"],
    };
    in_lang(lang, fr, en)
}

/// « état au 27 mars 2026 »
pub fn as_of(lang: Lang, reference: Date) -> String {
    let date = date_in_words(lang, reference);
    match lang {
        Lang::Fr => format!("état au {date}"),
        Lang::En => format!("as of {date}"),
    }
}

/// « 3 à échéance d’ici 60 jours »
pub fn coming(lang: Lang, n: usize) -> String {
    let n = number(lang, n);
    match lang {
        Lang::Fr => format!("{n} à échéance d’ici {COMING_DAYS} jours"),
        Lang::En => format!("{n} due within {COMING_DAYS} days"),
    }
}

/// « 3 bientôt », in the line of an orientation.
pub fn soon(lang: Lang, n: usize) -> String {
    format!("{} {}", number(lang, n), in_lang(lang, "bientôt", "soon"))
}

/// The title of the list of late actions.
pub fn late_title(lang: Lang) -> String {
    in_lang(lang, "En retard", "Late").to_owned()
}

/// The title of the list of actions that are due soon.
pub fn coming_title(lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("À échéance d’ici {COMING_DAYS} jours"),
        Lang::En => format!("Due within {COMING_DAYS} days"),
    }
}

/// The title of the list of all actions, the same word in both languages.
pub const ALL_TITLE: &str = "Actions";

/// « Confiées à CAB et Comité logement »
pub fn trusted_to(lang: Lang, names: &[&str]) -> String {
    format!("{}{}", in_lang(lang, "Confiées à ", "Entrusted to "), crate::lang::list(lang, names))
}

/// A title and its count; « aucune action » stands for zero.
pub fn counted_title(lang: Lang, title: &str, n: usize) -> String {
    match n {
        0 => format!("{title}{}{}", words::colon(lang), in_lang(lang, "aucune action", "no action")),
        n => format!("{title} ({})", number(lang, n)),
    }
}

/// « 55 jours de retard »
pub fn days_late(lang: Lang, days: i32) -> String {
    let n = usize::try_from(days).unwrap_or(0);
    let [one, many] = match lang {
        Lang::Fr => ["jour de retard", "jours de retard"],
        Lang::En => ["day late", "days late"],
    };
    format!("{} {}", number(lang, n), if is_singular(lang, n) { one } else { many })
}

/// « dans 12 jours »
pub fn days_left(lang: Lang, days: i32) -> String {
    match (lang, days) {
        (Lang::Fr, 0) => "aujourd’hui".to_owned(),
        (Lang::En, 0) => "today".to_owned(),
        (Lang::Fr, 1) => "demain".to_owned(),
        (Lang::En, 1) => "tomorrow".to_owned(),
        (Lang::Fr, days) => format!("dans {days} jours"),
        (Lang::En, days) => format!("in {days} days"),
    }
}

/// An action that nobody answers for.
pub fn nobody(lang: Lang) -> &'static str {
    in_lang(lang, "sans responsable", "nobody responsible")
}

/// An action that says nothing of when.
pub fn no_deadline(lang: Lang) -> &'static str {
    in_lang(lang, "sans échéance", "no deadline")
}

/// What the three traits of a bar are: done, begun, the rest.
pub fn legend(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Fr => ["réalisée", "commencée", "le reste"],
        Lang::En => ["completed", "begun", "the rest"],
    }
}

/// A site without any plan.
pub fn no_plan(lang: Lang) -> &'static str {
    in_lang(lang, "Ce site n’a aucun plan d’action.", "This site has no action plan.")
}

/// Somebody who answers for no action.
pub fn unknown_responsible(asked: &str, known: &BTreeSet<&str>) -> Wording {
    let wording = Wording::new(
        "unknown-responsible",
        format!("aucune action n’est confiée à «\u{a0}{asked}\u{a0}»"),
        format!("no action is entrusted to “{asked}”"),
    );
    let known: Vec<&str> = known.iter().copied().collect();
    plans::with_nearest(wording, asked, &known, ["responsables", "those responsible"])
}

fn in_lang(lang: Lang, fr: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}
