//! Language tags: which table a tag is written with, and what the settings of a site may say.

use std::str::FromStr;

use crate::lang::Lang;

/// The language of a tag, when it is one that jalon speaks itself.
pub(super) fn lang(tag: &str) -> Option<Lang> {
    match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
        "fr" => Some(Lang::Fr),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// The language whose own tables write this tag: French and English alone or of Canada. English of
/// the United States reads the same but for its lists.
pub(super) fn own(tag: &str) -> Option<Lang> {
    let region = tag.split(['-', '_']).nth(1);
    let is_here = region.is_none_or(|region| region.eq_ignore_ascii_case("CA"));
    lang(tag).filter(|_| is_here)
}

/// A tag as ICU reads it, numbers sorting as numbers. A tag that is none has no language.
pub(super) fn read(tag: &str) -> icu_locale_core::Locale {
    let full = match own(tag) {
        Some(lang) => format!("{}-CA", lang.code()),
        None => tag.replace('_', "-"),
    };
    let read = |tag: &str| icu_locale_core::Locale::from_str(&format!("{tag}-u-kn")).ok();
    read(&full).or_else(|| read("und")).unwrap_or(icu_locale_core::Locale::UNKNOWN)
}
