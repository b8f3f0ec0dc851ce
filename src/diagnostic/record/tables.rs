//! Words and keys that are known elsewhere, or are not known.

use super::{Notation, fr_quoted};
use crate::diagnostic::Wording;

pub(super) fn unknown_word(key: &str, read: &str, known: &[&str], nearest: Option<&str>) -> Wording {
    let wording = Wording::new(
        "unknown-word",
        format!("{} n’a pas de valeur {}", fr_quoted(key), fr_quoted(read)),
        format!("“{key}” has no value “{read}”"),
    );
    match nearest {
        Some(_) => wording.suggesting(nearest),
        None => wording.help(
            format!("valeurs possibles : {}", known.join(", ")),
            format!("possible values: {}", known.join(", ")),
        ),
    }
}

/// A key that stands above the line that it goes under.
pub(super) fn above(key: &str, table: &str, line: &str, notation: Notation) -> Wording {
    let (title, indent) = match notation {
        Notation::Toml => (format!("[{table}]"), ["", ""]),
        Notation::Yaml => (format!("{table}:"), [", décalé de deux espaces", ", two spaces further"]),
    };
    let wording = Wording::new(
        "above-its-table",
        format!("{} n’est pas à sa place : cette clé va sous une ligne `{title}`", fr_quoted(key)),
        format!("“{key}” is out of place: this key goes under a line `{title}`"),
    );
    match line.starts_with('[') {
        true => wording
            .help(format!("remplacez la ligne par `{line}`"), format!("replace the line with `{line}`")),
        false => wording.help(
            format!("écrivez `{line}` sous `{title}`{}", indent[0]),
            format!("write `{line}` under `{title}`{}", indent[1]),
        ),
    }
}

pub(super) fn other_kinds(table: &str, kind: Option<&str>) -> Wording {
    let wording = match kind {
        Some(kind) => Wording::new(
            "other-kinds-table",
            format!("« [{table}] » se trouve dans un document dont `kind` est {}", fr_quoted(kind)),
            format!("“[{table}]” stands in a document whose `kind` is “{kind}”"),
        ),
        None => Wording::new(
            "other-kinds-table",
            format!("« [{table}] » se trouve dans un document qui ne dit pas ce qu’il est"),
            format!("“[{table}]” stands in a document that does not say what it is"),
        ),
    };
    wording.help(
        format!("écrivez `kind = \"{table}\"` au début de l’en-tête, ou enlevez « [{table}] » et ses lignes"),
        format!("write `kind = \"{table}\"` at the top of the header, or remove “[{table}]” and its lines"),
    )
}
