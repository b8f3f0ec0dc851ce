//! Addresses that lead to no other site as they are written: how they are told.

use crate::diagnostic::Wording;

/// What a path lacks to be an address of another site, or of a person.
pub(super) fn no_beginning(written: &str, beginning: &str) -> Wording {
    Wording::new(
        "no-beginning",
        format!("il manque «\u{a0}{beginning}\u{a0}» au début du lien «\u{a0}{written}\u{a0}»"),
        format!("the link “{written}” lacks “{beginning}” at its beginning"),
    )
    .suggesting(Some(&format!("{beginning}{written}")))
}

/// A slip in the beginning of an address.
pub(super) fn mistyped(written: &str, meant: &str) -> Wording {
    Wording::new(
        "mistyped-address",
        format!("le début de l’adresse «\u{a0}{written}\u{a0}» est mal écrit"),
        format!("the beginning of the address “{written}” is mistyped"),
    )
    .suggesting(Some(meant))
}

/// A link that has its words, or a picture, and nothing to lead to.
pub(super) fn no_address() -> Wording {
    Wording::new("no-address", "il manque une adresse ici", "an address is missing here").help(
        "écrivez le nom d’un fichier, comme `bilan.pdf`, ou une adresse qui commence par `https://`",
        "write the name of a file, such as `bilan.pdf`, or an address that starts with `https://`",
    )
}

/// An address that is a program.
pub(super) fn runs_program(scheme: &str) -> Wording {
    Wording::new(
        "program-address",
        format!("une adresse qui commence par `{scheme}:` peut exécuter un programme"),
        format!("an address that starts with `{scheme}:` can run a program"),
    )
    .help(
        "écrivez l’adresse d’une page, qui commence par `https://`",
        "write the address of a page, which starts with `https://`",
    )
}

/// An address of the site that starts with the path that every address of the site has.
pub(super) fn path_twice(written: &str, path: &str, meant: &str) -> Wording {
    Wording::new(
        "path-twice",
        format!("«\u{a0}{written}\u{a0}» commence par {path}, que `base_url` met déjà devant chaque adresse\u{a0}: il y serait deux fois"),
        format!("“{written}” starts with {path}, which `base_url` already puts before every address: it would be there twice"),
    )
    .help(format!("écrivez «\u{a0}{meant}\u{a0}»"), format!("write “{meant}”"))
}
