//! The sentences of `jalon i18n`, in both languages.

use super::look::OfLanguage;
use crate::cli::words;
use crate::config::languages::Language;
use crate::lang::{Lang, NO_BREAK_SPACE, is_singular, number};
use crate::translations::compare::{Counts, State};
use crate::translations::mark::Marked;
use crate::translations::pair::Alone;

/// The name of a state, over the units that are in it.
pub fn state(lang: Lang, state: State) -> &'static str {
    let [fr, en] = match state {
        State::Done => ["à jour", "up to date"],
        State::Unmarked => ["traduit, jamais vérifié", "translated, never checked"],
        State::Stale => {
            ["à revoir : l’original a changé depuis", "to review: the original has changed since"]
        }
        State::Missing => ["à traduire", "to translate"],
        State::Unpaired => ["sans vis-à-vis certain", "with no certain match"],
    };
    in_lang(lang, fr, en)
}

/// « 3 à revoir », in the line of a document.
pub fn counted(lang: Lang, state: State, n: usize) -> String {
    let (fr, en) = match state {
        State::Done => (["à jour"; 2], "up to date"),
        State::Unmarked => (["jamais vérifié", "jamais vérifiés"], "never checked"),
        State::Stale => (["à revoir"; 2], "to review"),
        State::Missing => (["à traduire"; 2], "to translate"),
        State::Unpaired => (["sans vis-à-vis"; 2], "unmatched"),
    };
    let [one, many] = match lang {
        Lang::Fr => fr,
        Lang::En => [en; 2],
    };
    format!("{} {}", number(lang, n), if is_singular(lang, n) { one } else { many })
}

/// « 6 sur 9 à jour », in the line of a document.
pub fn done(lang: Lang, counts: Counts) -> String {
    let (n, total) = (number(lang, counts.n_done), number(lang, counts.total()));
    match lang {
        Lang::Fr => format!("{n} sur {total} à jour"),
        Lang::En => format!("{n} of {total} up to date"),
    }
}

/// The name of a language, and its code.
pub fn language(lang: Lang, language: &Language) -> String {
    let name = match (lang, language.code.as_str()) {
        (Lang::Fr, "en") => "Anglais",
        (Lang::Fr, "fr") => "Français",
        (Lang::Fr, "es") => "Espagnol",
        (Lang::En, "en") => "English",
        (Lang::En, "fr") => "French",
        (Lang::En, "es") => "Spanish",
        (_, code) => return in_lang(lang, "Langue ", "Language ").to_owned() + code,
    };
    format!("{name} ({})", language.code)
}

/// « 12 éléments sur 20 à jour (60 %), dans 3 documents traduits », and those that are drafts apart.
pub fn summary(lang: Lang, of_language: &OfLanguage<'_>) -> String {
    let OfLanguage { counts, n_counted, .. } = of_language;
    let n_drafts = of_language.translated.len() - n_counted;
    let translated = match counts.percent_done() {
        None => in_lang(lang, "aucun document traduit", "no document translated").to_owned(),
        Some(share) => {
            let share = percent(lang, u32::try_from(share).unwrap_or(0));
            let (n, total) = (number(lang, counts.n_done), number(lang, counts.total()));
            let documents = number(lang, *n_counted);
            let (unit, document) = (is_singular(lang, counts.n_done), is_singular(lang, *n_counted));
            match lang {
                Lang::Fr => format!(
                    "{n} {} sur {total} à jour ({share}), dans {documents} {}",
                    if unit { "élément" } else { "éléments" },
                    if document { "document traduit" } else { "documents traduits" },
                ),
                Lang::En => format!(
                    "{n} of {total} units up to date ({share}), in {documents} translated {}",
                    if document { "document" } else { "documents" },
                ),
            }
        }
    };
    match (lang, n_drafts) {
        (_, 0) => translated,
        (Lang::Fr, n) => format!(
            "{translated}; {} {} à part",
            number(lang, n),
            if is_singular(lang, n) { "brouillon" } else { "brouillons" },
        ),
        (Lang::En, n) => format!(
            "{translated}; {} {} apart",
            number(lang, n),
            if is_singular(lang, n) { "draft" } else { "drafts" },
        ),
    }
}

/// How many documents have no translation, which is a choice.
pub fn untranslated(lang: Lang, n: usize) -> String {
    let n_shown = number(lang, n);
    match (lang, is_singular(lang, n)) {
        (Lang::Fr, true) => {
            format!("{n_shown} autre document n’est pas traduit (c’est un choix; « --all » le nomme)")
        }
        (Lang::Fr, false) => {
            format!("{n_shown} autres documents ne sont pas traduits (c’est un choix; « --all » les nomme)")
        }
        (Lang::En, true) => {
            format!("{n_shown} other document is not translated (a choice; “--all” names it)")
        }
        (Lang::En, false) => {
            format!("{n_shown} other documents are not translated (a choice; “--all” names them)")
        }
    }
}

/// The title of the list of documents without translation.
pub fn untranslated_title(lang: Lang) -> &'static str {
    in_lang(lang, "Sans traduction", "Without translation")
}

/// The title of the list of documents that the language of the site does not have.
pub fn alone_title(lang: Lang, first: &str) -> String {
    match lang {
        Lang::Fr => format!("Sans original (« {first} »)"),
        Lang::En => format!("Without original (“{first}”)"),
    }
}

/// A translation that is not published yet.
pub fn draft(lang: Lang) -> &'static str {
    in_lang(lang, "brouillon", "draft")
}

/// Sections that could not be paired.
pub fn alone(lang: Lang, alone: Alone) -> String {
    let Alone { n_source, n_translation } = alone;
    match lang {
        Lang::Fr => format!(
            "Intertitres sans vis-à-vis : {n_source} dans l’original, {n_translation} dans la traduction. \
             Pour les apparier, donnez à celui de la traduction l’ancre de l’original : « ## Our vision {{#vision}} »."
        ),
        Lang::En => format!(
            "Headings without a match: {n_source} in the original, {n_translation} in the translation. \
             To match them, give the translated heading the anchor of the original: “## Our vision {{#vision}}”."
        ),
    }
}

/// The title of what the translation says and its source does not.
pub fn leftovers_title(lang: Lang) -> &'static str {
    in_lang(
        lang,
        "sans original : retiré depuis, ou ajouté à la traduction",
        "without original: removed since, or added to the translation",
    )
}

/// A site in one language.
pub fn one_language(lang: Lang, first: &str) -> String {
    let other = if first == "en" { "fr" } else { "en" };
    match lang {
        Lang::Fr => format!(
            "Ce site n’a qu’une langue : {first}. Une autre s’ajoute dans jalon.toml, par exemple [languages.{other}]."
        ),
        Lang::En => format!(
            "This site has one language: {first}. Another is added in jalon.toml, for example [languages.{other}]."
        ),
    }
}

/// The reminder that some documents may have been misread.
pub fn errors(lang: Lang, n_errors: usize) -> String {
    let counted = words::problems(lang, n_errors, 0);
    match lang {
        Lang::Fr => format!("{counted} dans le contenu : « jalon build » donne les détails"),
        Lang::En => format!("{counted} in the content: “jalon build” gives the details"),
    }
}

/// A language that is less translated than was asked.
pub fn below(lang: Lang, of_language: &OfLanguage<'_>, least: usize) -> String {
    let name = language(lang, of_language.language);
    let share = |share: usize| percent(lang, u32::try_from(share).unwrap_or(0));
    let done = share(of_language.counts.percent_done().unwrap_or(0));
    let least = share(least);
    match lang {
        Lang::Fr => format!("{name} : {done} à jour, et il en faut {least}"),
        Lang::En => format!("{name}: {done} up to date, and {least} is asked"),
    }
}

/// Nothing was recorded anywhere.
pub fn nothing_new(lang: Lang) -> &'static str {
    in_lang(lang, "Rien de nouveau à noter.\n", "Nothing new to record.\n")
}

/// What was recorded in a translation.
pub fn marked(lang: Lang, path: &str, marked: &Marked) -> String {
    let Marked { text: _, new, renewed, still_stale } = marked;
    let mut said = Vec::new();
    let count = |n: usize, [fr_one, fr_many, en_one, en_many]: [&'static str; 4]| {
        let (one, many) = (in_lang(lang, fr_one, en_one), in_lang(lang, fr_many, en_many));
        format!("{} {}", number(lang, n), if is_singular(lang, n) { one } else { many })
    };
    if !new.is_empty() {
        said.push(count(new.len(), ["élément noté", "éléments notés", "unit recorded", "units recorded"]));
    }
    if !renewed.is_empty() {
        let n = count(
            renewed.len(),
            [
                "élément dit à jour",
                "éléments dits à jour",
                "unit said to be up to date",
                "units said to be up to date",
            ],
        );
        said.push(format!("{n} ({})", renewed.join(", ")));
    }
    if said.is_empty() && still_stale.is_empty() {
        said.push(in_lang(lang, "rien à noter", "nothing to record").to_owned());
    }
    if !still_stale.is_empty() {
        let n = count(
            still_stale.len(),
            [
                "élément reste à revoir",
                "éléments restent à revoir",
                "unit is still to review",
                "units are still to review",
            ],
        );
        said.push(format!("{n} ({})", still_stale.join(", ")));
    }
    let line = format!("{path}{}{}\n", words::colon(lang), said.join("; "));
    match (still_stale.is_empty(), lang) {
        (true, _) => line,
        (false, Lang::Fr) => format!("{line}  une fois la traduction revue : « jalon i18n --mark {path} »\n"),
        (false, Lang::En) => {
            format!("{line}  once the translation is reviewed: “jalon i18n --mark {path}”\n")
        }
    }
}

/// A translation to fill in was made.
pub fn stub_made(lang: Lang, path: &str) -> String {
    match lang {
        Lang::Fr => format!("{path} : brouillon créé; remplacez chaque commentaire par sa traduction\n"),
        Lang::En => format!("{path}: draft made; replace each comment with its translation\n"),
    }
}

fn in_lang(lang: Lang, fr: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// A share in percent: « 23 % » with a no-break space, “23%”.
fn percent(lang: Lang, share: u32) -> String {
    match lang {
        Lang::Fr => format!("{share}{NO_BREAK_SPACE}%"),
        Lang::En => format!("{share}%"),
    }
}
