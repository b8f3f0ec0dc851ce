//! `docs/reglages.md`: each key of the settings and of the headers, written from the tables that the
//! readers use.

use std::fs;
use std::path::Path;

use jalon::record::keys::{Holds, Key, Need};
use jalon::schema::{self, Subject};

use super::{Opening, tables};

const OPENING: &str = "\
# Les réglages, clé par clé

Cette page est tirée du code de jalon par un test.
Un éditeur qui connaît les schémas JSON dit la même chose pendant qu’on tape : `jalon init` y prépare VS Code, et les schémas sont dans `docs/schemas/`.
Après une mise à jour de jalon, `jalon schema settings > .jalon/settings.schema.json` refait celui du site; de même pour `page` et `section`.

Une clé que jalon ne connaît pas est une erreur, avec le nom de la plus proche.
Les mots d’une liste fermée s’écrivent avec ou sans accents.
";

/// What a table of the page explains.
struct Part {
    title: &'static str,
    opening: &'static str,
    keys: &'static [Key],
}

const fn part(title: &'static str, opening: &'static str, keys: &'static [Key]) -> Part {
    Part { title, opening, keys }
}

fn parts() -> Vec<Part> {
    let keys = |subject: Subject| subject.keys();
    let [settings] = keys(Subject::Settings)[..] else { panic!("the settings have one table") };
    let [common, page] = keys(Subject::Page)[..] else { panic!("a page has two tables") };
    let [_, section] = keys(Subject::Section)[..] else { panic!("a section has two tables") };
    vec![
        part("jalon.toml", "Les réglages du site.", settings),
        part("L’en-tête de tout document", "Entre deux lignes `+++`, en haut du fichier.", common),
        part("L’en-tête d’une page", "En plus des clés de tout document.", page),
        part("L’en-tête d’une section", "Dans `_index.md`, en plus des clés de tout document.", section),
        part("[plan]", "Dans l’en-tête d’un plan (`kind = \"plan\"`).", schema::kind_keys("plan")),
        part(
            "[synthesis]",
            "Dans l’en-tête d’une synthèse (`kind = \"synthesis\"`).",
            schema::kind_keys("synthesis"),
        ),
        part(
            "[mission]",
            "Dans l’en-tête d’une mission (`kind = \"mission\"`).",
            schema::kind_keys("mission"),
        ),
    ]
}

/// The page, with a table for each part and for each table inside it.
fn reference() -> String {
    let mut page = OPENING.to_owned();
    for Part { title, opening, keys } in parts() {
        page += &format!("\n## {title}\n\n{opening}\n{}", table(keys));
        for key in keys {
            for (heading, keys) in inside(key) {
                page += &format!("\n### {heading}\n\n{}.\n{}", capital(key.fr), table(keys));
            }
        }
    }
    page
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn table(keys: &[Key]) -> String {
    let rows = keys.iter().map(|key| {
        let need = if key.need == Need::Required { ", nécessaire" } else { "" };
        format!("| `{}` | {}{need} | {} |\n", key.name, holds(&key.holds), key.fr.replace('|', "\\|"))
    });
    format!("\n| Clé | Contient | À quoi elle sert |\n|---|---|---|\n{}", rows.collect::<String>())
}

/// The tables that a key opens, under the line that opens them.
fn inside(key: &Key) -> Vec<(String, &'static [Key])> {
    let name = key.name;
    let heading = |opening| match opening {
        Opening::Once => format!("[{name}]"),
        Opening::Series => format!("[[{name}]]"),
        Opening::Named => format!("[{name}.…]"),
    };
    tables(&key.holds).into_iter().map(|(opening, keys)| (heading(opening), keys)).collect()
}

fn holds(holds: &Holds) -> String {
    match holds {
        Holds::Text | Holds::FilledText => "un texte".to_owned(),
        Holds::Integer => "un nombre entier".to_owned(),
        Holds::Within(least, most) => format!("un nombre de {least} à {most}"),
        Holds::Count => "un nombre, 1 ou plus".to_owned(),
        Holds::Boolean => "`true` ou `false`".to_owned(),
        Holds::Date => "une date (`2026-06-10`)".to_owned(),
        Holds::Texts => "des textes, ou un seul".to_owned(),
        Holds::Word(words) => one_of(words),
        Holds::Words(words) => format!("une liste de {}", one_of(words)),
        Holds::Table(_) | Holds::KindTable => "une table".to_owned(),
        Holds::Tables(_) => "des tables".to_owned(),
        Holds::Named(holds) => format!("des noms, et pour chacun {}", self::holds(holds)),
        Holds::AnyTable => "ce que vous voulez".to_owned(),
        Holds::Either(forms) => {
            let mut said: Vec<String> = Vec::new();
            for form in forms.iter().map(self::holds) {
                if !said.contains(&form) {
                    said.push(form);
                }
            }
            said.join(", ou ")
        }
    }
}

/// Months and figures are known to all.
fn one_of(words: &[&str]) -> String {
    match words {
        ["janvier", ..] | ["January", ..] => "un mois".to_owned(),
        ["1", ..] => "son numéro".to_owned(),
        words => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
    }
}

#[test]
fn the_reference_of_the_settings_says_what_the_code_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reglages.md");
    let written = reference();
    if std::env::var_os("JALON_WRITE").is_some() {
        fs::write(&path, &written).unwrap();
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    assert!(there == written, "run `JALON_WRITE=1 cargo test --test schemas`, then read docs/reglages.md");
}
