//! `docs/mots-reconnus.md` and its English twin: every title of a column and every word of a state
//! that jalon knows, written from the tables that the readers use.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test reads and writes the documentation, and stops at the first surprise"
)]

use std::fs;
use std::path::Path;

use jalon::kind::plan::columns::titles::TITLES;
use jalon::kind::plan::columns::{self, Column};
use jalon::kind::plan::follow_up::columns as log;
use jalon::kind::plan::status::synonyms::SYNONYMS;
use jalon::kind::plan::status::{self, AddedWords, StatusKey};
use jalon::lang::Lang;

/// What the page says around its tables, in one language.
struct Said {
    path: &'static str,
    opening: &'static str,
    of_plans: &'static str,
    of_logs: &'static str,
    of_states: &'static str,
    /// What a column of years is.
    years: &'static str,
    /// What is shown of a state without words of its own.
    others: &'static str,
}

const FRENCH: Said = Said {
    path: "docs/mots-reconnus.md",
    opening: "\
# Les mots que jalon reconnaît

*[In English](mots-reconnus.en.md)*

Cette page est tirée du code de jalon par un test : tous les mots y sont, en français puis en anglais.
Avec ou sans majuscules ni accents, c’est le même mot.
",
    of_plans: "
## Les titres de colonnes d’un plan

Le pluriel et l’écriture inclusive sont compris : « Actions », « Action(s) », « Responsable·s », « Pour quand? ».
Le nom d’un titre suffit, quels que soient les mots qui le précisent : « Actions prioritaires » est une colonne d’actions.
Quand deux colonnes peuvent tenir la même place, celle dont le titre est ici mot pour mot l’emporte.
Toute autre colonne est gardée et montrée sous son titre; jalon signale un titre mal tapé.

| La colonne | Titres reconnus |
|---|---|
",
    of_logs: "
## Les titres de colonnes d’un suivi

Le pluriel est compris, et ce qui est entre parenthèses est laissé de côté : « Date (aaaa-mm-jj) ».
Une colonne dont le titre n’est pas ici n’est pas lue, et jalon le dit.

| La colonne | Titres reconnus |
|---|---|
",
    of_states: "
## Les mots d’un état

Les mots remplissent la case, ou la commencent, avec un détail ensuite : « Réalisée (12 mai) », « En cours : deux visites sur quatre ».
Le féminin, le pluriel et l’écriture inclusive sont compris : « Réalisées », « Réalisé·e·s ».
Un pourcentage seul est aussi un état : `0 %` à venir, `100 %` réalisée, et entre les deux, en cours.
Une case vide, ou un tiret, est un état non précisé.
Vos propres mots s’ajoutent sous `[statuses]`, dans `jalon.toml`, ou sous `[plan.statuses]`, dans le plan : `\"En chantier\" = \"in-progress\"`.

| L’état montré | Son nom sous `[statuses]` | Mots reconnus |
|---|---|---|
",
    years: "`2026`, `2026-2027`, `T1`, `Q3 2026`, `S2`, `An 2` : une marque dans la case (X, ✓, ●, oui) dit que l’action a lieu à ce moment; de même `Automne 2026`, `Sept.`, `1er trimestre`, quand la colonne ne contient que des marques",
    others: "tous les autres mots, montrés tels quels : « 6 municipalités visitées »",
};

const ENGLISH: Said = Said {
    path: "docs/mots-reconnus.en.md",
    opening: "\
# The words that jalon knows

*[En français](mots-reconnus.md)*

This page is drawn from the code of jalon by a test: every word is here, in French, then in English.
With or without capitals and accents, it is the same word.
",
    of_plans: "
## The column titles of a plan

Plurals and inclusive endings are understood: “Actions”, “Action(s)”, “By when?”.
The noun of a title is enough, whatever the words around it: “Actions to take” and “Priority actions” are columns of actions, “Project lead” says who leads.
Where two columns may hold the same thing, the one whose title is here word for word does.
Any other column is kept and shown under its title; jalon tells of a title with a slip.

| The column | Titles known |
|---|---|
",
    of_logs: "
## The column titles of a follow-up log

Plurals are understood, and what stands between parentheses is left aside: “Date (yyyy-mm-dd)”.
A column whose title is not here is not read, and jalon says so.

| The column | Titles known |
|---|---|
",
    of_states: "
## The words of a state

The words fill the cell, or begin it, with a detail behind them: “Completed (May 12)”, “In progress: two visits of four”.
French feminines, plurals and inclusive endings are understood: « Réalisées », « Réalisé·e·s ».
A percentage alone is a state as well: `0%` planned, `100%` completed, and in between, in progress.
An empty cell, or a dash, is a state that is not stated.
Your own words are added under `[statuses]`, in `jalon.toml`, or under `[plan.statuses]`, in the plan: `\"Under construction\" = \"in-progress\"`.

| The state shown | Its name under `[statuses]` | Words known |
|---|---|---|
",
    years: "`2026`, `2026-2027`, `T1`, `Q3 2026`, `S2`, `Year 2`: a mark in the cell (X, ✓, ●, yes) says that the action takes place then; so do `Fall 2026`, `Sept.`, `1st quarter`, where the column holds nothing but marks",
    others: "all other words, shown as they are: “6 towns visited”",
};

/// What a column of a plan holds, in French and in English.
fn of_plan(column: Column) -> [&'static str; 2] {
    match column {
        Column::Number => ["le numéro", "the number"],
        Column::Objective => ["l’objectif", "the objective"],
        Column::Activity => [
            "l’activité : le titre de l’action, quand une autre colonne dit les actions",
            "the activity: the title of the action, when another column tells the actions",
        ],
        Column::Action => ["l’action", "the action"],
        Column::Timeframe => ["l’échéancier", "the timeframe"],
        Column::Status => ["l’état", "the state"],
        Column::Progress => ["la progression, en pourcentage", "the progress, as a percentage"],
        Column::Responsible => ["qui en répond", "who answers for it"],
        Column::Partners => ["les partenaires", "the partners"],
        Column::Marks => {
            ["une année, un trimestre, une saison, un mois", "a year, a quarter, a season, a month"]
        }
        Column::Field => [
            "un renseignement de plus, montré sous son titre; la traduction du plan le reconnaît aussi",
            "one more thing to know, shown under its title; a translation of the plan knows it as well",
        ],
    }
}

/// The columns of a plan in the order of the page.
const OF_PLANS: [Column; 11] = [
    Column::Number,
    Column::Objective,
    Column::Action,
    Column::Activity,
    Column::Timeframe,
    Column::Marks,
    Column::Status,
    Column::Progress,
    Column::Responsible,
    Column::Partners,
    Column::Field,
];

/// What a column of a log holds, in French and in English.
fn of_log(column: log::Column) -> [&'static str; 2] {
    match column {
        log::Column::Date => ["la date", "the date"],
        log::Column::Number => ["le numéro de l’action", "the number of the action"],
        log::Column::Action => [
            "le numéro de l’action, ou ses mots à côté d’une colonne de numéros",
            "the number of the action, or its words beside a column of numbers",
        ],
        log::Column::Status => ["l’état", "the state"],
        log::Column::Percent => ["la progression, en pourcentage", "the progress, as a percentage"],
        log::Column::Note => ["une note", "a note"],
        log::Column::Evidence => ["une preuve", "evidence"],
        log::Column::Title => ["les mots de l’action", "the words of the action"],
    }
}

const OF_LOGS: [log::Column; 8] = [
    log::Column::Date,
    log::Column::Number,
    log::Column::Action,
    log::Column::Title,
    log::Column::Status,
    log::Column::Percent,
    log::Column::Note,
    log::Column::Evidence,
];

/// The words that visitors read for each state.
fn shown(lang: Lang) -> toml::Table {
    let path = format!("{}/themes/default/words/{}.toml", env!("CARGO_MANIFEST_DIR"), lang.code());
    let words: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    words["status"].as_table().unwrap().clone()
}

fn joined<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

fn page(lang: Lang) -> String {
    let (said, at) = match lang {
        Lang::Fr => (FRENCH, 0),
        Lang::En => (ENGLISH, 1),
    };
    let mut page = format!("{}{}", said.opening, said.of_plans);
    for column in OF_PLANS {
        let titles = TITLES.iter().filter(|(_, it, _)| *it == column).map(|(title, ..)| *title);
        let titles = if column == Column::Marks { said.years.to_owned() } else { joined(titles) };
        page += &format!("| {} | {titles} |\n", of_plan(column)[at]);
    }
    page += said.of_logs;
    for column in OF_LOGS {
        let titles = log::TITLES.iter().filter(|(_, it, _)| *it == column).map(|(title, ..)| *title);
        page += &format!("| {} | {} |\n", of_log(column)[at], joined(titles));
    }
    page += said.of_states;
    let shown = shown(lang);
    for key in StatusKey::ALL {
        let words = SYNONYMS.iter().filter(|(it, ..)| *it == key).map(|(_, words, _)| *words);
        let words = if key == StatusKey::Noted { said.others.to_owned() } else { joined(words) };
        page += &format!("| {} | `{}` | {words} |\n", shown[key.key()].as_str().unwrap(), key.key());
    }
    page.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»").replace(" :", "\u{a0}:")
}

#[test]
fn the_pages_of_known_words_say_what_the_tables_say() {
    for (lang, said) in [(Lang::Fr, FRENCH), (Lang::En, ENGLISH)] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(said.path);
        let written = page(lang);
        if std::env::var_os("JALON_WRITE").is_some() {
            fs::write(&path, &written).unwrap();
        }
        let there = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            there == written,
            "run `JALON_WRITE=1 cargo test --test known_words`, then read {}",
            said.path
        );
    }
}

#[test]
fn every_word_of_the_tables_is_read_as_it_says() {
    for (title, column, _) in TITLES {
        assert_eq!(columns::recognise(title), *column, "{title}");
    }
    for (key, words, lang) in SYNONYMS {
        let lang = lang.unwrap_or(Lang::Fr);
        assert_eq!(status::read(words, &AddedWords::new(), lang).0.key, *key, "{words}");
    }
    for (text, key) in [
        ("Réalisée (12 mai)", StatusKey::Done),
        ("En cours : deux visites sur quatre", StatusKey::InProgress),
        ("Réalisé·e·s", StatusKey::Done),
        ("0 %", StatusKey::Planned),
        ("40 %", StatusKey::InProgress),
        ("", StatusKey::NotStated),
        ("–", StatusKey::NotStated),
        ("6 municipalités visitées", StatusKey::Noted),
    ] {
        assert_eq!(status::read(text, &AddedWords::new(), Lang::Fr).0.key, key, "{text}");
    }
    for title in ["2026", "2026-2027", "T1", "Q3 2026", "S2", "An 2", "Year 2"] {
        assert_eq!(columns::recognise(title), Column::Marks, "{title}");
    }
}
