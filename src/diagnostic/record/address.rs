//! How a bad address is said.

use super::{AddressFault, fr_quoted};
use crate::diagnostic::Wording;

pub(super) fn bad_address(key: &str, read: &str, fault: AddressFault) -> Wording {
    let (fr, en) = match fault {
        AddressFault::Empty => ("une partie est vide".to_owned(), "a part is empty".to_owned()),
        AddressFault::Dots => {
            ("« . » et « .. » sont interdits".to_owned(), "“.” and “..” are forbidden".to_owned())
        }
        AddressFault::Backslash => {
            ("« \\ » est interdit, mettez « / »".to_owned(), "“\\” is forbidden, use “/”".to_owned())
        }
        AddressFault::Character(' ') => (
            "les espaces sont interdites, mettez « - »".to_owned(),
            "spaces are forbidden, use “-”".to_owned(),
        ),
        AddressFault::Character(c) => {
            let c = c.escape_debug();
            (format!("le caractère « {c} » est interdit"), format!("the character “{c}” is forbidden"))
        }
        AddressFault::Slash => (
            "« / » est interdit, sauf dans « path »".to_owned(),
            "“/” is forbidden, except in “path”".to_owned(),
        ),
        AddressFault::NotHttp => (
            "elle doit commencer par https:// ou http://".to_owned(),
            "it must start with https:// or http://".to_owned(),
        ),
        AddressFault::NoHost => {
            ("il manque le nom du site".to_owned(), "the name of the site is missing".to_owned())
        }
        AddressFault::OtherSite => (
            "seul un chemin de ce site est permis".to_owned(),
            "only a path of this site is allowed".to_owned(),
        ),
    };
    let example = match key {
        "base_url" => "https://exemple.org/asso/",
        "slug" => "plan-2025",
        _ => "/plans/plan-2025/",
    };
    Wording::new(
        "bad-address",
        format!("l’adresse {} de {} n’est pas valide : {fr}", fr_quoted(read), fr_quoted(key)),
        format!("the address “{read}” of “{key}” is not valid: {en}"),
    )
    .such_as(example)
}
