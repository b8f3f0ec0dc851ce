//! What an author calls by a name, twice; what happens at two moments.

use super::fr_quoted;
use crate::diagnostic::Wording;

/// Two names that are read as one.
pub(super) fn same(read: &str, first: &str) -> Wording {
    Wording::new(
        "name-twice",
        format!("{} est déjà nommé plus haut\u{a0}: {}", fr_quoted(read), fr_quoted(first)),
        format!("“{read}” is already named above: “{first}”"),
    )
    .help(
        "les majuscules et les accents ne distinguent pas deux noms; gardez une seule des deux lignes, ou dites-les autrement, par exemple avec l’année",
        "capitals and accents do not tell two names apart; keep only one of them, or word them otherwise, for example with the year",
    )
}

/// An event with a day and a period.
pub(super) fn date_and_period() -> Wording {
    Wording::new(
        "date-and-period",
        "«\u{a0}period\u{a0}» est laissé de côté\u{a0}: «\u{a0}date\u{a0}» dit déjà quand a lieu ce rendez-vous",
        "“period” is left aside: “date” already says when this event takes place",
    )
    .help("gardez l’une des deux lignes", "keep one of the two lines")
}
