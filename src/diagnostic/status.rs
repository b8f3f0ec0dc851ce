//! The words of states that are not understood, or that contradict what stands beside them.

use super::{Bilingual, Wording};

/// What a text that is no known state was probably meant as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StateMeant {
    Unknown,
    /// The known word it nearly is: « En cour ».
    Near(String),
    /// The known word that it opens with, its first words, and those that follow: « C’est fait » and
    /// « à moitié ».
    Opens {
        state: String,
        first: String,
        rest: String,
    },
}

/// A state that is no known one; `key` is the one it probably means.
pub(super) fn unknown_status(read: &str, meant: &StateMeant, key: &str, more: &Bilingual) -> Wording {
    let line = format!("`\"{}\" = \"{key}\"`", read.replace('"', "\\\""));
    let (code, fr, en) = match meant {
        StateMeant::Opens { state, first, rest } => (
            "near-status",
            format!(
                "si toute l’action est à l’état «\u{a0}{state}\u{a0}», écrivez un deux-points\u{a0}: «\u{a0}{first}\u{a0}: {rest}\u{a0}»; sinon, dites"
            ),
            format!(
                "if all of the action is at the status “{state}”, write a colon: “{first}: {rest}”; otherwise, say"
            ),
        ),
        StateMeant::Near(nearest) => (
            "near-status",
            format!("vouliez-vous dire «\u{a0}{nearest}\u{a0}»? sinon, dites"),
            format!("did you mean “{nearest}”? otherwise, say"),
        ),
        StateMeant::Unknown => (
            "unknown-status",
            "écrivez un état connu, comme «\u{a0}En cours\u{a0}», ou dites".to_owned(),
            "write a known status, such as “In progress”, or say".to_owned(),
        ),
    };
    let (end_fr, end_en) = match meant {
        StateMeant::Opens { .. } => ("", ""),
        StateMeant::Near(_) => (
            "; sans cela, ils sont affichés tels quels, sans compter comme un état connu",
            "; without it, they are shown as they are and counted as no known status",
        ),
        StateMeant::Unknown => (
            "; avec `\"noted\"`, ils restent affichés tels quels",
            "; with `\"noted\"`, they stay shown as they are",
        ),
    };
    Wording::new(
        code,
        format!("état «\u{a0}{read}\u{a0}» inconnu{}", more.fr),
        format!("unknown status “{read}”{}", more.en),
    )
    .help(
        format!("{fr} ce que ces mots veulent dire, sous `[statuses]` dans jalon.toml\u{a0}: {line}{end_fr}"),
        format!("{en} what these words mean, under `[statuses]` in jalon.toml: {line}{end_en}"),
    )
}

/// What a state says of an action, beside a progress that says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// « Réalisée » beside « 40 % ».
    Completed,
    /// « À venir » beside « 80 % ».
    NotBegun,
}

/// A state beside a progress that says otherwise.
pub(super) fn status_against_percent(read: &str, against: Against, percent: u8) -> Wording {
    let (fr, en) = match against {
        Against::Completed => ("dit que l’action est terminée", "says that the action is completed"),
        Against::NotBegun => ("compte comme «\u{a0}À venir\u{a0}»", "counts as “Planned”"),
    };
    Wording::new(
        "status-against-percent",
        format!("l’état «\u{a0}{read}\u{a0}» {fr}, mais sa progression est de {percent}\u{a0}%"),
        format!("the status “{read}” {en}, but its progress is {percent}%"),
    )
    .help("corrigez l’état, ou effacez le pourcentage", "correct the status, or delete the percentage")
}
