//! The menu of a site, in `jalon.toml`: that of the default language, and those of the others.

use super::foreign;
use super::languages::Language;
use super::required;
use crate::diagnostic::Problems;
use crate::diagnostic::record::RecordProblem;
use crate::record::Fields;
use crate::record::keys::{Holds, Key, key};
use crate::source::Span;

/// The keys of a link of the menu.
pub const KEYS: &[Key] = &[
    key("title", Holds::FilledText, "les mots du lien", "the words of the link").required(),
    key(
        "url",
        Holds::FilledText,
        "un fichier de content/ (`@/plans/_index.md`), ou une adresse",
        "a file of content/ (`@/plans/_index.md`), or an address",
    )
    .required(),
];

/// A link of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuEntry {
    pub title: String,
    /// `@/section/_index.md`, or an address.
    pub url: String,
    /// Where the address is written.
    pub span: Span,
}

/// The menu of the default language: `[[menu]]`, or that of its own table, not both.
pub(super) fn of_site(
    fields: &mut Fields<'_>,
    default: &Language,
    problems: &mut Problems,
) -> Vec<MenuEntry> {
    let key_span = fields.entry("menu").map(|entry| entry.key_span);
    let menu = read(fields, problems);
    match key_span {
        Some(span) if !default.menu.is_empty() => {
            problems.error(RecordProblem::TwoMenus { language: default.code.clone() }, span);
            menu
        }
        Some(_) => menu,
        None => default.menu.clone(),
    }
}

/// A menu, in the table of the site or of a language.
pub(super) fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Vec<MenuEntry> {
    let mut menu = Vec::new();
    for record in fields.records("menu", problems) {
        let mut fields = Fields::of(record, KEYS);
        let title = required(&mut fields, "title", "title = \"Nos plans\"", problems);
        let url = required(&mut fields, "url", "url = \"@/plans/_index.md\"", problems);
        fields.finish_knowing(&[foreign::MENU_KEYS], problems);
        if let (Some(title), Some(url)) = (title, url) {
            menu.push(MenuEntry { title: title.value, url: url.value, span: url.span });
        }
    }
    menu
}
