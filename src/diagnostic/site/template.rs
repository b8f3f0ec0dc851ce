//! Templates that documents name: how those are told that do not suit.

use crate::diagnostic::Wording;

/// A template that nobody gives.
pub(super) fn none(written: &str, nearest: Option<&str>) -> Wording {
    Wording::new(
        "no-such-template",
        format!("le gabarit «\u{a0}{written}\u{a0}» n’existe pas"),
        format!("the template “{written}” does not exist"),
    )
    .help(
        "déposez-le dans le dossier templates/, ou enlevez la ligne",
        "put it in the folder templates/, or remove the line",
    )
    .suggesting(nearest)
}

/// A template of the theme that shows documents of another kind.
pub(super) fn of_others(written: &str, own: &str) -> Wording {
    Wording::new(
        "template-of-other-kind",
        format!("le gabarit «\u{a0}{written}\u{a0}» n’est pas fait pour cette sorte de document\u{a0}: la page serait vide"),
        format!("the template “{written}” is not made for this kind of document: the page would be empty"),
    )
    .help(
        format!("enlevez la ligne, ou nommez un gabarit à vous, qui part de `{own}`"),
        format!("remove the line, or name a template of your own, which starts from `{own}`"),
    )
}
