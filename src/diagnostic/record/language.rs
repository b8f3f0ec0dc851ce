//! Problems of what a site or a document says of its languages.

use super::{Wording, fr_quoted};

/// `lang` in the header of a kind whose language is that of its file.
pub fn of_kind(kind: &str) -> Wording {
    Wording::new(
        "language-of-kind",
        format!(
            "« lang » ne sert que dans une page ou une actualité, et ceci est de la sorte {}",
            fr_quoted(kind)
        ),
        format!("“lang” is only for a page or news, and the kind of this is “{kind}”"),
    )
    .help(
        "la langue est dans le nom du fichier : `nom.en.md`",
        "the language is in the name of the file: `name.en.md`",
    )
}

/// `fallback` in the table of the default language.
pub fn default_fallback(language: &str) -> Wording {
    Wording::new(
        "default-fallback",
        format!("« fallback » ne sert pas dans [languages.{language}], la langue par défaut du site : ce sont les autres langues qui s’appuient sur elle"),
        format!("“fallback” has no use in [languages.{language}], the default language of the site: other languages fall back on it"),
    )
    .help(
        "déplacez la ligne dans la table d’une autre langue, ou enlevez-la",
        "move the line to the table of another language, or remove it",
    )
}

/// `[[menu]]` and `[[languages.fr.menu]]`, where `fr` is the default language.
pub fn two_menus(language: &str) -> Wording {
    Wording::new(
        "two-menus",
        format!("le menu de la langue par défaut est écrit deux fois : dans [[menu]] et dans [[languages.{language}.menu]]"),
        format!("the menu of the default language is written twice: in [[menu]] and in [[languages.{language}.menu]]"),
    )
    .help("gardez l’un des deux", "keep one of them")
}
