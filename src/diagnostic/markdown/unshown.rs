//! How what is lost where only words are shown is told.

use super::{Unshown, WordsOf};
use crate::diagnostic::Wording;

pub(super) fn not_shown(what: Unshown, of: WordsOf) -> Wording {
    let (noun, noun_en, is_not) = match what {
        Unshown::Link => ("ce lien", "this link", "n’est pas publié"),
        Unshown::Footnote => ("cet appel de note", "this call of a footnote", "n’est pas publié"),
        Unshown::Image => ("cette image", "this picture", "n’est pas publiée"),
        Unshown::Shortcode => ("ce composant", "this shortcode", "n’est pas publié"),
    };
    let ([source, place], [source_en, place_en]) = match of {
        WordsOf::Title => (
            ["du titre d’un document", "dans le texte, sous le titre"],
            ["the title of a document", "in the text, below the title"],
        ),
        WordsOf::Column => (
            ["du titre d’une colonne", "dans le texte, au-dessus du tableau"],
            ["the title of a column", "in the text, above the table"],
        ),
        WordsOf::Value => (
            [
                "d’une date, d’un état, d’un nom ou d’un numéro",
                "dans le titre de l’action, ou dans une colonne à vous, comme «\u{a0}Notes\u{a0}»",
            ],
            [
                "a date, a status, a name or a number",
                "in the title of the action, or in a column of your own, such as “Notes”",
            ],
        ),
    };
    Wording::new(
        "not-shown",
        format!("{noun} {is_not}\u{a0}: {source}, les pages montrent seulement les mots"),
        format!("{noun_en} is not published: of {source_en}, pages show the words alone"),
    )
    .help(format!("{noun} a sa place {place}"), format!("{noun_en} belongs {place_en}"))
}
