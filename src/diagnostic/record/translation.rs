//! Problems of `[translation]`, the table that `jalon i18n --mark` keeps in the header of a translation.

use super::{Read, Wording, fr_quoted};

/// A value that cannot be a fingerprint.
pub fn bad_fingerprint(key: &str, read: &Read) -> Wording {
    let (fr, en) = match read {
        Read::Words(words) if words.is_empty() => (String::new(), String::new()),
        Read::Words(words) => (format!(", et non {}", fr_quoted(words)), format!(", not “{words}”")),
        Read::List => (", et non une liste".to_owned(), ", not a list".to_owned()),
        Read::Record => (", et non une table".to_owned(), ", not a table".to_owned()),
    };
    Wording::new(
        "bad-fingerprint",
        format!("dans [translation], {} attend les 12 signes d’une empreinte{fr}", fr_quoted(key)),
        format!("in [translation], “{key}” expects the 12 characters of a fingerprint{en}"),
    )
    .help(
        "enlevez la ligne, puis refaites-la avec « jalon i18n --mark »",
        "remove the line, then make it again with “jalon i18n --mark”",
    )
}

/// The table where there is nothing to compare.
pub fn of_source() -> Wording {
    Wording::new(
        "translation-of-source",
        "la table [translation] est dans un document qui n’est pas une traduction : elle ne sert à rien",
        "the table [translation] is in a document that is no translation: it serves no purpose",
    )
    .help("enlevez la table", "remove the table")
}
