//! The same page in the languages of the site, and documents shown in a language they have no
//! version in.

use super::reads::Read;
use super::{Entry, Role, Site, plan};
use crate::address::Address;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::site::SiteProblem;

/// A page in a language: where it is, and the entry it belongs to.
#[derive(Debug, Clone)]
pub struct Version<'s> {
    pub address: Address,
    pub entry: &'s Entry,
}

impl Version<'_> {
    /// Whether it is written in the language it is published in.
    pub fn is_own(&self) -> bool {
        !self.entry.stands_in_at(&self.address)
    }
}

impl Entry {
    /// The language of its text: another one than its own where a document without a version in
    /// that language is shown as it is.
    pub fn written_in(&self) -> &str {
        self.document.as_ref().map_or(&self.language, |document| &document.language)
    }

    /// The tag of the language its author says its text is in, when the file's name does not.
    pub fn foreign(&self) -> Option<&str> {
        self.document.as_ref().and_then(|document| document.header.lang.as_deref())
    }

    /// Whether it shows, in one language, a document that exists in another only.
    pub fn stands_in(&self) -> bool {
        self.written_in() != self.language
    }

    /// The same, of one of its pages: below a home page, the list of tags or the glossary are
    /// always in the language of the site there.
    pub fn stands_in_at(&self, page: &Address) -> bool {
        self.stands_in() && (self.role != Role::Home || *page == self.address)
    }
}

impl Site {
    /// A page of an entry in a language, its own included; none where there is no such page.
    pub fn version<'s>(&'s self, entry: &'s Entry, page: &Address, language: &str) -> Option<Version<'s>> {
        if language == entry.language {
            return Some(Version { address: page.clone(), entry });
        }
        if let Some(made) = self.made_by_us(entry, page, language) {
            return Some(made);
        }
        self.note_around(entry);
        let other = self.noted(*entry.translations.get(language)?);
        let rest = page.as_str().strip_prefix(entry.address.as_str())?;
        if rest.is_empty() {
            return Some(Version { address: other.address.clone(), entry: other });
        }
        let address = other.address.child(&entry.words.translated(rest, &other.words));
        let is_page = rest.ends_with('/') && self.publishes(&address) && !self.leads_elsewhere(&address);
        is_page.then_some(Version { address, entry: other })
    }

    /// The glossary, the search and the page of the method: a language may have one that an author wrote, and
    /// another one of ours.
    fn made_by_us(&self, entry: &Entry, page: &Address, language: &str) -> Option<Version<'_>> {
        let (from, home) = (self.home(&entry.language)?, self.home(language)?);
        let glossary = |language: &str| self.glossary_page(language);
        let address = if glossary(&entry.language) == Some(page) {
            glossary(language)?.clone()
        } else if self.search(&entry.language) == Some(page) {
            self.search(language)?.clone()
        } else if plan::method(from) == *page {
            plan::method(home)
        } else {
            return None;
        };
        let entry = self.entry_at(&address).unwrap_or(home);
        self.publishes(&address).then_some(Version { address, entry })
    }

    /// The page in a language that is nearest to a page without a version there: the same entry,
    /// else the nearest section that exists, else the home page. None for a language without pages.
    pub fn nearest_version<'s>(&'s self, entry: &Entry, page: &Address, language: &str) -> Option<&'s Entry> {
        let itself = (*page != entry.address).then_some(entry);
        let around = itself.into_iter().chain(self.ancestors(entry).into_iter().rev());
        let versions = around.filter_map(|entry| {
            self.note_around(entry);
            entry.translations.get(language)
        });
        versions.map(|at| self.noted(*at)).next().or_else(|| self.home(language))
    }

    /// The page a document without version in this language shows, in its own language.
    pub fn source_of_page<'s>(&'s self, entry: &'s Entry, page: &Address) -> Option<Version<'s>> {
        entry.stands_in_at(page).then(|| self.version(entry, page, entry.written_in())).flatten()
    }

    /// Whether a published address is that of an action without a sheet, which leads to the plan.
    fn leads_elsewhere(&self, address: &Address) -> bool {
        self.note(Read::Ways);
        self.ways.contains(address)
    }

    /// The addresses of actions without a sheet, where they may be taken for a version of one:
    /// in a site of one language nobody asks.
    pub(super) fn ways_to_rows(&self) -> impl Iterator<Item = Address> {
        let translated = self.entries.iter().filter(|entry| !entry.translations.is_empty());
        let plans = translated.filter_map(|entry| Some((entry, entry.plan()?)));
        plans.flat_map(move |(entry, of_entry)| {
            let rows = of_entry.actions().filter(move |action| !plan::has_sheet(self, entry, action));
            rows.map(move |action| plan::action(&entry.address, action))
        })
    }

    /// Documents that do not exist in the default language.
    pub(super) fn without_default(&self, config: &Config) -> Vec<Diagnostic> {
        let missing = self.entries.iter().filter(|entry| {
            entry.language != config.default_language
                && self.version(entry, &entry.address, &config.default_language).is_none()
        });
        let documents = missing.filter_map(|entry| entry.document.as_ref());
        let language = || config.default_language.clone();
        documents
            .map(|document| {
                let problem = SiteProblem::NotInDefaultLanguage { language: language() };
                Diagnostic::warning_of_file(&document.path, problem)
            })
            .collect()
    }
}
