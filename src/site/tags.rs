//! Tags: the words that documents of every kind have in common, and the page of each.
//!
//! Two spellings that give one address are one tag. Case, kinds of apostrophes and of spaces
//! are how a word is typed, and say nothing; accents and marks are told to the author.

use std::collections::BTreeMap;

use super::order::newest_first;
use super::reads::Read;
use super::{Entry, Role, Site};
use crate::address::Address;
use crate::diagnostic::listing::ListingProblem;
use crate::diagnostic::{Diagnostic, Problems};
use crate::filled::Filled;
use crate::kind::plan::tags;
use crate::lang;
use crate::locale::SortKey;
use crate::source::Span;
use crate::words::Words;

/// A tag of a language, with all that has it; at least one document does.
#[derive(Debug, Clone)]
pub struct Tag {
    /// The code of its language.
    pub language: String,
    /// As the first document writes it, in the order of addresses.
    pub name: String,
    pub address: Address,
    /// Newest first, what has no date last. Indexes of `Site::entries`.
    pub entries: Vec<usize>,
    /// The first document, and where it has the tag.
    pub path: String,
    pub span: Span,
}

impl Tag {
    /// Whoever writes a tag twice has it once.
    fn hold(&mut self, entry: usize) {
        if self.entries.last() != Some(&entry) {
            self.entries.push(entry);
        }
    }
}

/// The page that lists the tags of a language: `/etiquettes/`, `/en/tags/`.
pub fn index(home: &Entry) -> Address {
    home.address.child(home.words.word("tags"))
}

/// The tags of every language, each language by name; `titles` are those of the entries, as they sort.
///
/// A document shown in a language it is not written in has tags in its own language only.
// What two threads may take is compiled at two places: this is not.
#[inline(never)]
pub fn of_site(
    entries: &[Entry],
    (words, titles): (&BTreeMap<String, Words>, &[SortKey]),
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Tag> {
    let mut tags: BTreeMap<Address, Tag> = BTreeMap::new();
    // Most documents write a tag as another did: its address and its spelling are looked at once.
    let mut known: BTreeMap<(&str, &str), Address> = BTreeMap::new();
    let homes: BTreeMap<&str, Address> = entries
        .iter()
        .filter(|entry| entry.role == Role::Home)
        .map(|home| (home.language.as_str(), index(home)))
        .filled();
    let is_tagged = |entry: &Entry| entry.role == Role::Page && !entry.stands_in();
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| is_tagged(entry)) {
        let Some(document) = &entry.document else { continue };
        let mut problems = Problems::in_file(&document.path);
        let index = homes.get(entry.language.as_str()).cloned().unwrap_or_else(Address::root);
        for written in &document.header.tags {
            let spelling = (entry.language.as_str(), written.value.as_str());
            if let Some(tag) = known.get(&spelling).and_then(|address| tags.get_mut(address)) {
                tag.hold(at);
                continue;
            }
            let slug = slug::slugify(&written.value);
            if slug.is_empty() {
                problems
                    .warning(ListingProblem::TagWithoutLetter { read: written.value.clone() }, written.span);
                continue;
            }
            let address = index.child(&slug);
            let tag = tags.entry(address.clone()).or_insert_with(|| Tag {
                language: entry.language.clone(),
                name: written.value.trim().to_owned(),
                address,
                entries: Vec::new(),
                path: document.path.clone(),
                span: written.span,
            });
            if typed(&tag.name) != typed(&written.value) {
                let (read, kept) = (written.value.clone(), tag.name.clone());
                let problem = ListingProblem::TagSpelling { read, kept, other: tag.path.clone() };
                problems.warning(problem, written.span);
            } else {
                known.insert(spelling, tag.address.clone());
            }
            tag.hold(at);
        }
        diagnostics.extend(problems.into_diagnostics());
    }
    let mut tags: Vec<Tag> = tags.into_values().collect();
    diagnostics.extend(near(&tags));
    for tag in &mut tags {
        tag.entries.sort_by(|one, other| {
            by_date(&entries[*one], &titles[*one]).cmp(&by_date(&entries[*other], &titles[*other]))
        });
    }
    tags.sort_by_cached_key(|tag| {
        (tag.language.clone(), words[&tag.language].locale.sort_key(&tag.name), tag.address.clone())
    });
    tags
}

/// Tags that only a plural tells apart, each told once.
fn near(tags: &[Tag]) -> Vec<Diagnostic> {
    let mut first: BTreeMap<(&str, String), &Tag> = BTreeMap::new();
    let mut found = Vec::new();
    for tag in tags {
        let kept = *first.entry((&tag.language, tags::singular(&tag.name))).or_insert(tag);
        if kept.address != tag.address {
            let (read, kept, other) = (tag.name.clone(), kept.name.clone(), kept.path.clone());
            let mut problems = Problems::in_file(&tag.path);
            problems.warning(ListingProblem::NearTags { read, kept, other }, tag.span);
            found.extend(problems.into_diagnostics());
        }
    }
    found
}

/// Newest first, then by title; the day of its last change stands for a document without date.
pub(super) fn by_date<'e>(entry: &'e Entry, title: &'e SortKey) -> impl Ord + use<'e> {
    (newest_first(entry.date.or(entry.updated())), title, &entry.address)
}

/// A spelling without what the keyboard decides: case, kinds of apostrophes, of hyphens and of spaces.
fn typed(tag: &str) -> String {
    let plain = tag.to_lowercase().replace(['’', 'ʼ'], "'").replace(['‑', '‐'], "-");
    lang::on_one_line(&plain)
}

impl Site {
    /// The tags of every language, each language by name. Of what has a tag, only how many may be asked here.
    pub fn tags(&self) -> &[Tag] {
        self.note(Read::Tags);
        &self.tags
    }

    /// A tag, by its place among all of them.
    pub fn tag(&self, at: usize) -> &Tag {
        self.note(Read::Tag(at));
        &self.tags[at]
    }
}
