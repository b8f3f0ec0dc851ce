//! The name of a language in a sentence.

use crate::lang::Lang;

/// « en français », and for a language we have no name for, its code.
pub(super) fn in_language(code: &str, said: Lang) -> String {
    let names = match code.split('-').next() {
        Some("fr") => Some(("français", "French")),
        Some("en") => Some(("anglais", "English")),
        Some("es") => Some(("espagnol", "Spanish")),
        Some("iu") => Some(("inuktitut", "Inuktitut")),
        Some("cr") => Some(("cri", "Cree")),
        Some("moe") => Some(("innu", "Innu")),
        Some("atj") => Some(("atikamekw", "Atikamekw")),
        Some(_) | None => None,
    };
    match (names, said) {
        (Some((french, _)), Lang::Fr) => format!("en {french} ({code})"),
        (Some((_, english)), Lang::En) => format!("in {english} ({code})"),
        (None, Lang::Fr) => format!("dans la langue du site («\u{a0}{code}\u{a0}»)"),
        (None, Lang::En) => format!("in the language of the site (“{code}”)"),
    }
}
