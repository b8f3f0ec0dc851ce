//! Marks behind headings: how those are told that nobody reads.

use crate::diagnostic::Wording;

/// A mark of a name that headings do not know.
pub(super) fn unknown(read: &str, nearest: Option<&str>) -> Wording {
    Wording::new(
        "unknown-mark",
        format!("«\u{a0}{read}\u{a0}», entre accolades derrière ce titre, n’est pas une marque connue\u{a0}: rien n’en est publié"),
        format!("“{read}”, between braces behind this heading, is no known mark: nothing of it is published"),
    )
    .help(
        "écrivez ces mots dans le titre ou dessous; un titre ne connaît que `{axe=2}`, `{lang=en}` et `{#ancre}`",
        "write these words in the heading or below it; a heading only knows `{axis=2}`, `{lang=fr}` and `{#anchor}`",
    )
    .suggesting(nearest)
}
