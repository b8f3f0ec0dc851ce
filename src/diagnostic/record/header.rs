//! The lines around a header: where it opens, where it closes, in which notation.

use crate::diagnostic::Wording;

pub(super) fn unopened() -> Wording {
    Wording::new(
        "unopened-header",
        "ce fichier commence par une clé, mais rien n’ouvre l’en-tête\u{a0}: elle serait publiée comme du texte",
        "this file starts with a key, but nothing opens the header: it would be published as text",
    )
    .help(
        "mettez une ligne «\u{a0}+++\u{a0}» avant la première clé, et une autre après la dernière",
        "put a line “+++” before the first key, and another after the last one",
    )
}

/// A line that was meant to open a header.
pub(super) fn near_fence(read: &str) -> Wording {
    Wording::new(
        "near-fence",
        format!("«\u{a0}{read}\u{a0}» n’ouvre pas d’en-tête comme cette ligne est écrite\u{a0}: ce qui suit serait publié comme du texte"),
        format!("“{read}” opens no header as this line is written: what follows would be published as text"),
    )
    .help("écrivez «\u{a0}+++\u{a0}» ou «\u{a0}---\u{a0}» au début de la ligne, trois signes et rien d’autre, pas même un signe invisible", "write “+++” or “---” at the start of the line, three signs and nothing else, not even a sign that nobody sees")
}

/// A header with a comment above it.
pub(super) fn covered() -> Wording {
    Wording::new(
        "covered-header",
        "l’en-tête doit être la première chose du fichier\u{a0}: sous ce commentaire, il serait publié comme du texte",
        "the header must be the first thing in the file: under this comment, it would be published as text",
    )
    .help(
        "placez le commentaire sous l’en-tête, ou dans l’en-tête derrière un «\u{a0}#\u{a0}»",
        "put the comment under the header, or inside it behind a “#”",
    )
}

pub(super) fn toml_between_dashes() -> Wording {
    Wording::new(
        "toml-between-dashes",
        "cet en-tête est entre deux lignes «\u{a0}---\u{a0}», mais ses clés sont suivies de «\u{a0}=\u{a0}»",
        "this header is between two lines “---”, but its keys are followed by “=”",
    )
    .help("remplacez ces deux lignes par «\u{a0}+++\u{a0}»", "replace these two lines with “+++”")
}

pub(super) fn unclosed(fence: &str, found: Option<&str>) -> Wording {
    let wording = Wording::new(
        "unclosed-header",
        format!("l’en-tête ouvert par « {fence} » n’est jamais fermé"),
        format!("the header opened by “{fence}” is never closed"),
    );
    match found {
        Some(found) => wording.help(
            format!(
                "il est ouvert par « {fence} » et fermé par « {found} » : mettez deux fois la même ligne"
            ),
            format!("it is opened by “{fence}” and closed by “{found}”: use the same line twice"),
        ),
        None => wording.help(
            format!("ajoutez une ligne « {fence} » après la dernière clé, avant le texte"),
            format!("add a line “{fence}” after the last key, before the text"),
        ),
    }
}
