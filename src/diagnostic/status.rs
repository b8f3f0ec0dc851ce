//! The words of states that are not understood, or that contradict what stands beside them.

use super::{Bilingual, Wording};
use crate::lang;

/// A state that is no known one; `key` is the one it probably means.
pub(super) fn unknown_status(read: &str, nearest: Option<&str>, key: &str, more: &Bilingual) -> Wording {
    let code = if nearest.is_some() { "near-status" } else { "unknown-status" };
    let line = format!("`\"{}\" = \"{key}\"`", read.replace('"', "\\\""));
    let (fr, en) = match nearest {
        Some(nearest) if opens(read, nearest) => {
            let (first, rest) = read.split_once(char::is_whitespace).unwrap_or((read, ""));
            (
                format!(
                    "si toute l’action est faite, écrivez un deux-points après le premier mot\u{a0}: «\u{a0}{first}\u{a0}: {rest}\u{a0}»; sinon, dites ce que ces mots veulent dire, sous `[plan.statuses]`\u{a0}: {line}"
                ),
                format!(
                    "if all of the action is done, write a colon after the first word: “{first}: {rest}”; otherwise, say what these words mean, under `[plan.statuses]`: {line}"
                ),
            )
        }
        Some(nearest) => (
            format!(
                "vouliez-vous dire «\u{a0}{nearest}\u{a0}»? sinon, dites ce que ces mots veulent dire, sous `[plan.statuses]`\u{a0}: {line}; sans cela, ils sont affichés tels quels, sans compter comme un état connu"
            ),
            format!(
                "did you mean “{nearest}”? otherwise, say what these words mean, under `[plan.statuses]`: {line}; without it, they are shown as they are and counted as no known status"
            ),
        ),
        None => (
            format!(
                "écrivez un état connu, comme «\u{a0}En cours\u{a0}», ou dites ce que ces mots veulent dire, sous `[plan.statuses]`\u{a0}: {line}; avec `\"noted\"`, ils restent affichés tels quels"
            ),
            format!(
                "write a known status, such as “In progress”, or say what these words mean, under `[plan.statuses]`: {line}; with `\"noted\"`, they stay shown as they are"
            ),
        ),
    };
    Wording::new(
        code,
        format!("état «\u{a0}{read}\u{a0}» inconnu{}", more.fr),
        format!("unknown status “{read}”{}", more.en),
    )
    .help(fr, en)
}

/// Whether a known state is the first word of a longer text.
fn opens(read: &str, nearest: &str) -> bool {
    let first = read.split_once(char::is_whitespace).map(|(first, _)| lang::fold(first));
    first.is_some_and(|first| first.starts_with(&lang::fold(nearest)))
}

/// « Réalisée » beside « 40 % ».
pub(super) fn status_against_percent(read: &str, percent: u8) -> Wording {
    Wording::new(
        "status-against-percent",
        format!("l’état «\u{a0}{read}\u{a0}» dit que l’action est terminée, mais sa progression est de {percent}\u{a0}%"),
        format!("the status “{read}” says that the action is completed, but its progress is {percent}%"),
    )
    .help(
        "l’action compte comme réalisée; corrigez l’état, ou effacez le pourcentage",
        "the action counts as completed; correct the status, or delete the percentage",
    )
}
