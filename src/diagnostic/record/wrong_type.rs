//! How a value that is not what its key asks for is said, with the line to write.

use super::{Expected, Notation, Read, boolean_meant, day, fr_quoted, toml_text};
use crate::diagnostic::Wording;
use crate::lang::{Lang, quoted};

pub(super) fn wrong_type(key: &str, expected: Expected, read: &Read, notation: Notation) -> Wording {
    let (fr, en) = match expected {
        Expected::Text => ("un texte", "a text"),
        Expected::Integer => ("un nombre entier", "a whole number"),
        Expected::Number => ("un nombre", "a number"),
        Expected::Boolean => ("true ou false", "true or false"),
        Expected::Date => ("une date écrite année-mois-jour", "a date written year-month-day"),
        Expected::Texts => ("une liste de textes", "a list of texts"),
        Expected::Record => ("une table", "a table"),
        Expected::Records => ("trois lignes par lien", "three lines for each link"),
    };
    let (read_fr, read_en) = read.words();
    let wording = Wording::new(
        "wrong-type",
        format!("{} attend {fr}, et non {read_fr}", fr_quoted(key)),
        format!("“{key}” expects {en}, not {read_en}"),
    );
    match (expected, read) {
        (Expected::Date, Read::Words(words)) if let Some(day) = day::meant(words) => {
            wording.write(&notation.pair(key, &day.to_string()))
        }
        (Expected::Records, _) => {
            let [fr, en] = LINK_LINES;
            wording.help(
                format!("écrivez, à la fin du fichier, pour chaque lien : {fr}"),
                format!("write, at the end of the file, for each link: {en}"),
            )
        }
        (Expected::Integer | Expected::Number, read) => match number_meant(read) {
            Some(number) => wording.write(&notation.pair(key, &number)),
            None => wording.such_as(&example(key, expected, read, notation)),
        },
        (Expected::Record, _) => {
            let line = example(key, expected, read, notation);
            wording.help(
                format!("écrivez `{line}` seul sur une ligne, et ses clés en dessous"),
                format!("write `{line}` alone on a line, and its keys below it"),
            )
        }
        (Expected::Texts, Read::List | Read::Record) => wording.help(
            format!("par exemple `{}`", notation.pair(key, "[\"eau\", \"air\"]")),
            format!("for example `{}`", notation.pair(key, "[\"water\", \"air\"]")),
        ),
        (_, _) => wording.offering(expected, &example(key, expected, read, notation)),
    }
}

/// The number in « environ 30 » or « 2,5 »; none where there are several, or none.
fn number_meant(read: &Read) -> Option<String> {
    let Read::Words(words) = read else { return None };
    if let Ok(number) = words.trim().replace(',', ".").parse::<f64>() {
        return Some(number.to_string());
    }
    let mut numbers = words.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let only = numbers.next().filter(|digits| digits.len() < 10)?;
    numbers.next().is_none().then(|| only.to_owned())
}

/// The lines of a link of the menu, the only series of tables that authors write.
const LINK_LINES: [&str; 2] = [
    "`[[menu]]`, puis `title = \"Nos plans\"`, puis `url = \"@/plans/_index.md\"`",
    "`[[menu]]`, then `title = \"Our plans\"`, then `url = \"@/plans/_index.md\"`",
];

pub(super) fn languages_in_line(read: &Read) -> Wording {
    let (fr, en) = read.words();
    let code = match read {
        Read::Words(words) if !words.is_empty() => words,
        Read::Words(_) | Read::List | Read::Record => "fr",
    };
    let other = if code == "en" { "fr" } else { "en" };
    Wording::new(
        "wrong-type",
        format!("« languages » attend une ligne par langue, et non {fr}"),
        format!("“languages” expects one line for each language, not {en}"),
    )
    .help(
        format!("écrivez `default_language = \"{code}\"`, et à la fin du fichier une ligne par autre langue : `[languages.{other}]`"),
        format!("write `default_language = \"{code}\"`, and at the end of the file one line for each other language: `[languages.{other}]`"),
    )
}

impl Read {
    /// What was read, in French and in English.
    fn words(&self) -> (String, String) {
        match self {
            Read::Words(words) => (fr_quoted(words), quoted(Lang::En, words)),
            Read::List => ("une liste".to_owned(), "a list".to_owned()),
            Read::Record => ("une table".to_owned(), "a table".to_owned()),
        }
    }
}

/// What the author could write, from what was read when that says enough.
fn example(key: &str, expected: Expected, read: &Read, notation: Notation) -> String {
    let words = match read {
        Read::Words(words) => words.as_str(),
        Read::List | Read::Record => "",
    };
    let value = match expected {
        Expected::Text if words.is_empty() => "\"…\"".to_owned(),
        Expected::Text => toml_text(words),
        Expected::Integer => "10".to_owned(),
        Expected::Number => "2.5".to_owned(),
        Expected::Boolean => boolean_meant(words).to_owned(),
        Expected::Date => "2013-10-11".to_owned(),
        Expected::Texts if words.is_empty() => "[\"eau\", \"air\"]".to_owned(),
        Expected::Texts => {
            let texts = words.split(',').map(str::trim).filter(|text| !text.is_empty());
            format!("[{}]", texts.map(toml_text).collect::<Vec<_>>().join(", "))
        }
        Expected::Record => match notation {
            Notation::Toml => return format!("[{key}]"),
            Notation::Yaml => return format!("{key}:"),
        },
        Expected::Records => format!("[[{key}]]"),
    };
    notation.pair(&notation.key(key), &value)
}
