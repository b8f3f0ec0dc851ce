//! The glossary of a language: what every document explains, put together.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::reads::Read;
use super::{Entry, Role, Site};
use crate::address::Address;
use crate::filled::Filled;
use crate::glossary::mark::Marker;
use crate::kind::Document;
use crate::lang;
use crate::locale::Locale;
use crate::markdown::Line;
use crate::source::Span;
use crate::words::Words;

/// The acronyms and the words explained in one language of the site; there is at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct Glossary {
    /// Its page: the author's, else one of ours.
    pub address: Address,
    /// In the order of a dictionary.
    pub terms: Vec<Term>,
    marker: Marker,
    /// For the documents that explain an acronym in their own way, by path.
    own: BTreeMap<String, Marker>,
}

/// An acronym or a word, and what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    pub name: String,
    /// Its anchor on the page of the glossary.
    pub id: String,
    /// The first is the site's, the others hold in their own documents; never empty.
    pub meanings: Vec<Meaning>,
    /// The entries whose text uses it; those that only explain it are left out.
    pub used_in: Vec<usize>,
}

/// What a document says that a name means.
#[derive(Debug, Clone, PartialEq)]
pub struct Meaning {
    pub words: Line,
    /// The entry of the document. Index of `Site::entries`.
    pub entry: usize,
    pub span: Span,
    /// Counted from 1.
    pub line: usize,
}

/// What a page that shows no document is marked with: nothing of it explains acronyms.
static NO_SECTION: BTreeSet<String> = BTreeSet::new();

/// The glossary of each language where something is explained.
pub fn of_site(entries: &[Entry], words: &BTreeMap<String, Words>) -> BTreeMap<String, Glossary> {
    let languages: BTreeSet<&str> = entries.iter().map(|entry| entry.language.as_str()).filled();
    let glossaries = languages.into_iter().filter_map(|language| {
        let glossary = of_language(entries, language, &words[language].locale)?;
        Some((language.to_owned(), glossary))
    });
    glossaries.filled()
}

fn of_language(entries: &[Entry], language: &str, locale: &Locale) -> Option<Glossary> {
    let documents = documents(entries, language);
    let terms = terms(&documents, locale);
    if terms.is_empty() {
        return None;
    }
    let written = documents.iter().find(|(_, document)| document.glossary.is_glossary);
    let address = match written {
        Some((at, _)) => entries[*at].address.clone(),
        None => {
            let home = entries.iter().find(|entry| entry.role == Role::Home && entry.language == language)?;
            home.address.child(home.words.word("glossary"))
        }
    };
    let own = documents.iter().filter_map(|(at, document)| own_marker(*at, document, &terms)).collect();
    let marker = Marker::new(acronyms(&terms).map(|term| (term.name.as_str(), term.meaning())));
    Some(Glossary { address, terms, marker, own })
}

/// The documents written in a language: the glossary of the site first, then by path.
fn documents<'e>(entries: &'e [Entry], language: &str) -> Vec<(usize, &'e Arc<Document>)> {
    let of_language =
        entries.iter().enumerate().filter(|(_, entry)| entry.language == language && !entry.stands_in());
    let mut documents: Vec<(usize, &Arc<Document>)> =
        of_language.filter_map(|(at, entry)| Some((at, entry.document.as_ref()?))).collect();
    documents.sort_by_key(|(_, document)| (!document.glossary.is_glossary, &document.path));
    documents
}

/// In the order of a dictionary.
fn terms(documents: &[(usize, &Arc<Document>)], locale: &Locale) -> Vec<Term> {
    let mut meanings: BTreeMap<&str, Vec<Meaning>> = BTreeMap::new();
    for (at, document) in documents {
        for entry in &document.glossary.entries {
            let known = meanings.entry(&entry.name).or_default();
            if !known.iter().any(|meaning| is_same(&meaning.words.plain, &entry.meaning.plain)) {
                let words = entry.meaning.clone();
                known.push(Meaning { words, entry: *at, span: entry.span, line: entry.line });
            }
        }
    }
    let mut meanings: Vec<(&str, Vec<Meaning>)> = meanings.into_iter().collect();
    meanings.sort_by_cached_key(|(name, _)| (locale.sort_key(name), (*name).to_owned()));
    let mut ids = BTreeSet::new();
    let terms = meanings.into_iter().map(|(name, meanings)| {
        let is_user =
            |document: &Document| !document.glossary.is_glossary && document.glossary.n_uses(name) > 0;
        let users = documents.iter().filter(|(_, document)| is_user(document));
        let used_in = users.map(|(at, _)| *at).collect();
        Term { name: name.to_owned(), id: id(name, &mut ids), meanings, used_in }
    });
    terms.collect()
}

/// Whether two meanings are told in the same words.
fn is_same(one: &str, other: &str) -> bool {
    let words = |text: &str| lang::fold(text).trim_end_matches(['.', ';']).to_owned();
    words(one) == words(other)
}

fn id(name: &str, taken: &mut BTreeSet<String>) -> String {
    let slug = slug::slugify(name);
    let slug = if slug.is_empty() { "_".to_owned() } else { slug };
    let mut id = slug.clone();
    let mut n = 1;
    while !taken.insert(id.clone()) {
        n += 1;
        id = format!("{slug}-{n}");
    }
    id
}

fn acronyms(terms: &[Term]) -> impl Iterator<Item = &Term> {
    terms.iter().filter(|term| crate::glossary::uses::is_acronym(&term.name))
}

/// What marks a document that explains an acronym in its own way.
fn own_marker(at: usize, document: &Document, terms: &[Term]) -> Option<(String, Marker)> {
    let differs = |term: &Term| term.meanings[1..].iter().any(|meaning| meaning.entry == at);
    if !terms.iter().any(differs) {
        return None;
    }
    let meanings = acronyms(terms).map(|term| {
        let own = term.meanings.iter().find(|meaning| meaning.entry == at);
        (term.name.as_str(), own.map_or(term.meaning(), |meaning| meaning.words.plain.as_str()))
    });
    Some((document.path.clone(), Marker::new(meanings)))
}

impl Glossary {
    /// Whether pages that it marks, and links to what it explains, are the same as with another one.
    pub(super) fn marks_as(&self, other: &Glossary) -> bool {
        let ids = |glossary: &Glossary| -> Vec<String> {
            glossary.terms.iter().map(|term| term.id.clone()).collect()
        };
        self.address == other.address
            && self.marker == other.marker
            && self.own == other.own
            && ids(self) == ids(other)
    }
}

impl Term {
    /// What it means in the site.
    pub fn meaning(&self) -> &str {
        &self.meanings[0].words.plain
    }
}

impl Site {
    /// Whether a site was made from the other one, and no document changed that uses or explains an acronym.
    pub fn explains_as(&self, other: &Site) -> bool {
        Arc::ptr_eq(&self.laid, &other.laid) && Arc::ptr_eq(&self.glossaries, &other.glossaries)
    }

    /// The glossary of a language, when anything is explained in it.
    pub fn glossary(&self, language: &str) -> Option<&Glossary> {
        self.note(Read::Glossaries);
        self.glossaries.get(language)
    }

    /// The address of the glossary of a language, when anything is explained in it.
    pub fn glossary_page(&self, language: &str) -> Option<&Address> {
        self.note(Read::Marking);
        self.glossaries.get(language).map(|glossary| &glossary.address)
    }

    /// Whether an entry is the page of the glossary of its language.
    pub fn is_glossary(&self, entry: &Entry) -> bool {
        let is_written = entry.document.as_ref().is_some_and(|document| document.glossary.is_glossary);
        is_written && self.glossary_page(&entry.language).is_some_and(|address| *address == entry.address)
    }

    /// Whether an address is that of a glossary, and explains something under this anchor.
    pub fn explains(&self, address: &Address, anchor: &str) -> bool {
        self.note(Read::Marking);
        let glossary = self.glossaries.values().find(|glossary| glossary.address == *address);
        glossary.is_some_and(|glossary| glossary.terms.iter().any(|term| term.id == anchor))
    }

    /// A page made from a document, its acronyms marked at their first use.
    pub fn marked<'h>(&self, language: &str, source: &str, address: &Address, html: &'h str) -> Cow<'h, str> {
        self.note(Read::Marking);
        let glossary = self.glossaries.get(language).filter(|glossary| glossary.address != *address);
        let Some(glossary) = glossary else { return Cow::Borrowed(html) };
        let document = self.entry_of(source).and_then(|entry| entry.document.as_ref());
        let left_alone = document.map_or(&NO_SECTION, |document| &document.glossary.sections);
        glossary.own.get(source).unwrap_or(&glossary.marker).mark(html, left_alone)
    }
}
