//! What is different between a site and the one before it, for what was made of the one before.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::reads::{Read, Reads};
use super::tags::Tag;
use super::{Entry, Settled, Site};
use crate::address::Address;
use crate::filled::Filled;
use crate::kind::{Body, Document};
use crate::markdown::Html;

/// The differences between two sites of the same settings and words.
pub struct Changes {
    /// Where each entry of the old site is in the new one.
    moved: Vec<Option<usize>>,
    /// Whether they are all where they were.
    is_in_place: bool,
    /// By index of the old site, what is not as it was.
    entries: Vec<Changed>,
    /// Where each tag of the old site is in the new one, when it is what it was.
    same_tags: Vec<Option<usize>>,
    tags: bool,
    any_entry: bool,
    plans: bool,
    names: bool,
    marking: bool,
    glossaries: bool,
    trail: bool,
    successions: bool,
    ways: bool,
    files: bool,
    /// What every page leans on: home pages, searches, missions.
    ground: bool,
    /// Addresses that only one of them publishes.
    addresses: BTreeSet<Address>,
}

/// What changed of an entry.
#[derive(Debug, Clone, Copy, Default)]
struct Changed {
    entry: bool,
    place: bool,
    text: bool,
    around: bool,
    children: bool,
    announced: bool,
}

/// Whether the files that are copied are as they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    Same,
    Changed,
}

impl Changes {
    /// From the old site to the new one.
    pub fn between(old: &Site, new: &Site, copied: Copied) -> Changes {
        let (old, new): (&Settled, &Settled) = (old, new);
        let moved = moved(old, new);
        let pair = Pair { old, new, moved: &moved };
        let is_laid_anew = !Arc::ptr_eq(&old.laid, &new.laid);
        let changed = |at: usize| if is_laid_anew { pair.changed(at) } else { pair.rewritten(at) };
        let entries: Vec<Changed> = (0..old.entries.len()).map(changed).collect();
        let is_same_shape = old.entries.len() == new.entries.len() && moved.iter().all(Option::is_some);
        let same_tags = if is_laid_anew { pair.same_tags() } else { (0..old.tags.len()).map(Some).collect() };
        let addresses = if is_laid_anew { only_in_one(old, new) } else { BTreeSet::new() };
        Changes {
            any_entry: !is_same_shape || entries.iter().any(|it| it.entry || it.around || it.children),
            plans: pair.plans_differ(&entries),
            tags: is_laid_anew && pair.tags_differ(),
            same_tags,
            names: is_laid_anew && (!addresses.is_empty() || pair.names_differ()),
            marking: pair.marking_differs(),
            glossaries: !is_same_shape || !is_same(&old.glossaries, &new.glossaries),
            trail: !is_same_shape || !is_same(&old.trail, &new.trail),
            successions: !is_same_shape || (is_laid_anew && old.successions != new.successions),
            ways: old.ways != new.ways,
            files: copied == Copied::Changed || (is_laid_anew && old.copies != new.copies),
            ground: is_laid_anew && pair.ground_differs(),
            addresses,
            is_in_place: is_same_shape,
            entries,
            moved,
        }
    }

    /// What was asked of the old site, for the new one, when it would answer the same.
    pub fn still(&self, reads: &Arc<Reads>) -> Option<Arc<Reads>> {
        let Reads { parts, addresses } = &**reads;
        let is_gone = || addresses.iter().any(|address| self.addresses.contains(address));
        if self.ground || (!self.addresses.is_empty() && is_gone()) {
            return None;
        }
        // The numbers of tags follow those of entries.
        if self.is_in_place && !self.tags {
            return parts.iter().all(|part| self.same(*part).is_some()).then(|| Arc::clone(reads));
        }
        let parts: Option<Vec<Read>> = parts.iter().map(|part| self.same(*part)).collect();
        Some(Arc::new(Reads { parts: parts?, addresses: addresses.clone() }))
    }

    /// Whether a page that shows the same is still written the same: acronyms mean what they did.
    pub fn keep_marking(&self) -> bool {
        !self.marking && !self.ground
    }

    /// Whether home pages, searches and missions are where they were.
    pub fn keep_ground(&self) -> bool {
        !self.ground
    }

    fn same(&self, part: Read) -> Option<Read> {
        let moved =
            |at: usize, differs: fn(&Changed) -> bool| self.moved[at].filter(|_| !differs(&self.entries[at]));
        let all = |differs: bool| (!differs).then_some(part);
        match part {
            Read::Entry(at) => moved(at, |it| it.entry).map(Read::Entry),
            Read::Place(at) => moved(at, |it| it.place).map(Read::Place),
            Read::Whole(at) => moved(at, |it| it.entry || it.text).map(Read::Whole),
            Read::Around(at) => moved(at, |it| it.around).map(Read::Around),
            Read::Children(at) => moved(at, |it| it.children).map(Read::Children),
            Read::Announced(at) => moved(at, |it| it.announced).map(Read::Announced),
            Read::Tag(at) => self.same_tags[at].map(Read::Tag),
            Read::Tags => all(self.tags),
            Read::Entries => all(self.any_entry),
            Read::Plans => all(self.plans),
            Read::Names => all(self.names),
            Read::Marking => all(self.marking),
            Read::Glossaries => all(self.glossaries),
            Read::Trail => all(self.trail),
            Read::Successions => all(self.successions),
            Read::Ways => all(self.ways),
            Read::Files => all(self.files),
        }
    }
}

/// Where each entry of the old site is in the new one: both are in the order of addresses.
fn moved(old: &Settled, new: &Settled) -> Vec<Option<usize>> {
    if Arc::ptr_eq(&old.laid, &new.laid) {
        return (0..old.entries.len()).map(Some).collect();
    }
    let mut at = 0;
    let find = |entry: &Entry| {
        while new.entries.get(at).is_some_and(|it| it.address < entry.address) {
            at += 1;
        }
        new.entries.get(at).filter(|it| it.address == entry.address).map(|_| at)
    };
    old.entries.iter().map(find).collect()
}

/// The addresses that one site publishes and the other does not.
fn only_in_one(old: &Settled, new: &Settled) -> BTreeSet<Address> {
    let mut only = BTreeSet::new();
    let (mut old, mut new) = (old.addresses.keys().peekable(), new.addresses.keys().peekable());
    loop {
        let (one, other) = match (old.peek(), new.peek()) {
            (None, None) => return only,
            (one, other) => (one.copied(), other.copied()),
        };
        let old_first = other.is_none_or(|other| one.is_some_and(|one| one < other));
        if one == other {
            old.next();
            new.next();
        } else if old_first {
            only.extend(old.next().cloned());
        } else {
            only.extend(new.next().cloned());
        }
    }
}

/// Two sites, and where the entries of the old one are in the new one.
struct Pair<'a> {
    old: &'a Settled,
    new: &'a Settled,
    moved: &'a [Option<usize>],
}

impl Pair<'_> {
    fn changed(&self, at: usize) -> Changed {
        let Some(to) = self.moved[at] else {
            let all = true;
            return Changed { entry: all, place: all, text: all, around: all, children: all, announced: all };
        };
        let (old, new) = (&self.old.entries[at], &self.new.entries[to]);
        let is_same_document = match (&old.document, &new.document) {
            (Some(old), Some(new)) => Arc::ptr_eq(old, new),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        Changed {
            entry: !is_same_face(old, new, is_same_document),
            place: !is_same_document && !is_same_place(old, new),
            text: !is_same_document,
            around: !self.is_same_around(at, to),
            children: !self.are_same(&old.children, &new.children),
            announced: !self.are_same(self.old.announced_by(at), self.new.announced_by(to)),
        }
    }

    /// The same, when only documents were rewritten since the old site was laid.
    fn rewritten(&self, at: usize) -> Changed {
        let (old, new) = (&self.old.entries[at], &self.new.entries[at]);
        let is_rewritten = match (&old.document, &new.document) {
            (Some(old), Some(new)) => !Arc::ptr_eq(old, new),
            (Some(_), None) | (None, Some(_)) => true,
            (None, None) => false,
        };
        match is_rewritten {
            true => Changed {
                entry: !is_same_face(old, new, false),
                place: !is_same_place(old, new),
                text: true,
                ..Changed::default()
            },
            false => Changed::default(),
        }
    }

    /// The tags that are what they were: their names, and what has them.
    fn same_tags(&self) -> Vec<Option<usize>> {
        let tags = self.new.tags.iter().enumerate();
        let by_address: BTreeMap<&Address, usize> = tags.map(|(at, tag)| (&tag.address, at)).filled();
        let same = |tag: &Tag| {
            let at = *by_address.get(&tag.address)?;
            let new = &self.new.tags[at];
            let is_same = (&tag.language, &tag.name) == (&new.language, &new.name)
                && self.are_same(&tag.entries, &new.entries);
            is_same.then_some(at)
        };
        self.old.tags.iter().map(same).collect()
    }

    /// By all that a list of them shows.
    fn tags_differ(&self) -> bool {
        let shown =
            |tag: &'_ Tag| (tag.language.clone(), tag.name.clone(), tag.address.clone(), tag.entries.len());
        !self.old.tags.iter().map(shown).eq(self.new.tags.iter().map(shown))
    }

    fn is_same(&self, old: usize, new: usize) -> bool {
        self.moved[old] == Some(new)
    }

    fn are_same(&self, old: &[usize], new: &[usize]) -> bool {
        old.len() == new.len() && old.iter().zip(new).all(|(old, new)| self.is_same(*old, *new))
    }

    fn is_same_or_none(&self, old: Option<usize>, new: Option<usize>) -> bool {
        match (old, new) {
            (Some(old), Some(new)) => self.is_same(old, new),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    fn is_same_around(&self, at: usize, to: usize) -> bool {
        let (old, new) = (&self.old.entries[at], &self.new.entries[to]);
        let same_versions = old.translations.len() == new.translations.len()
            && old
                .translations
                .iter()
                .zip(&new.translations)
                .all(|((language, old), (other, new))| language == other && self.is_same(*old, *new));
        let (before, after) = (self.old.index.around(at), self.new.index.around(to));
        same_versions
            && self.is_same_or_none(old.parent, new.parent)
            && self.is_same_or_none(before.previous, after.previous)
            && self.is_same_or_none(before.next, after.next)
            && self.old.feeds.contains_key(&at) == self.new.feeds.contains_key(&to)
            && self.are_same_tags(before.tags, after.tags)
    }

    fn are_same_tags(&self, old: &[usize], new: &[usize]) -> bool {
        let is_same = |one: usize, other: usize| {
            let (one, other) = (&self.old.tags[one], &self.new.tags[other]);
            (&one.address, &one.name) == (&other.address, &other.name)
        };
        old.len() == new.len() && old.iter().zip(new).all(|(one, other)| is_same(*one, *other))
    }

    /// Plans by what is known of entries, and those that only the new site has.
    fn plans_differ(&self, entries: &[Changed]) -> bool {
        let n_plans = |site: &Settled| site.entries.iter().filter(|entry| entry.plan().is_some()).count();
        let mut old = self.old.entries.iter().zip(entries);
        let is_changed = |it: &Changed| it.entry || it.text || it.around;
        old.any(|(entry, changed)| is_changed(changed) && entry.plan().is_some())
            || (!Arc::ptr_eq(&self.old.laid, &self.new.laid) && n_plans(self.old) != n_plans(self.new))
    }

    fn names_differ(&self) -> bool {
        let (old, new) = (self.old, self.new);
        let same_sources = old.by_source.len() == new.by_source.len()
            && old
                .by_source
                .iter()
                .zip(&new.by_source)
                .all(|((source, old), (other, new))| source == other && self.is_same(*old, *new));
        !same_sources || old.copied != new.copied || old.folders != new.folders || old.drafts != new.drafts
    }

    fn marking_differs(&self) -> bool {
        if Arc::ptr_eq(&self.old.glossaries, &self.new.glossaries) {
            return false;
        }
        let (old, new) = (&self.old.glossaries, &self.new.glossaries);
        let same_languages = old.len() == new.len() && old.keys().eq(new.keys());
        !same_languages || old.values().zip(new.values()).any(|(old, new)| !old.marks_as(new))
    }

    fn ground_differs(&self) -> bool {
        let address = |site: &Settled, at: usize| site.entries[at].address.clone();
        let missions = |site: &Settled| -> Vec<(String, Address)> {
            site.missions.iter().map(|(language, at)| (language.clone(), address(site, *at))).filled()
        };
        let homes = |site: &Settled| -> Vec<(String, Address)> {
            site.index.homes().map(|(language, at)| (language.to_owned(), address(site, at))).filled()
        };
        self.old.searches != self.new.searches
            || missions(self.old) != missions(self.new)
            || homes(self.old) != homes(self.new)
    }
}

/// What was taken as it was need not be compared.
fn is_same<T: PartialEq>(old: &Arc<T>, new: &Arc<T>) -> bool {
    Arc::ptr_eq(old, new) || old == new
}

/// Whether an entry is, to the pages of others, what it was.
fn is_same_face(old: &Entry, new: &Entry, is_same_document: bool) -> bool {
    let own = |entry: &'_ Entry| (entry.role, entry.date);
    old.address == new.address
        && old.language == new.language
        && own(old) == own(new)
        && old.title == new.title
        && old.name == new.name
        && (is_same_document || are_alike(old.document.as_deref(), new.document.as_deref()))
}

/// Whether links lead to an entry as they did, and to the same places in it, its documents being different ones.
fn is_same_place(old: &Entry, new: &Entry) -> bool {
    let (Some(document), Some(other)) = (&old.document, &new.document) else { return false };
    let (Body::Article(text), Body::Article(other_text)) = (&document.body, &other.body) else {
        return false;
    };
    old.language == new.language && document.path == other.path && text.html.ids().eq(other_text.html.ids())
}

/// Whether two documents differ by the text of an article alone, and that in nothing others show.
fn are_alike(old: Option<&Document>, new: Option<&Document>) -> bool {
    let (Some(old), Some(new)) = (old, new) else { return false };
    let (Body::Article(text), Body::Article(other)) = (&old.body, &new.body) else { return false };
    let Document { path, language, header, kind, title, is_titled, glossary, word_files: _, body: _ } = old;
    *path == new.path
        && *language == new.language
        && *header == new.header
        && *kind == new.kind
        && *title == new.title
        && *is_titled == new.is_titled
        && glossary.sections == new.glossary.sections
        && glossary.is_glossary == new.glossary.is_glossary
        && is_same_face_of_text(&text.html, &other.html)
}

/// What others show of a text: its first words, and where links may lead in it.
fn is_same_face_of_text(old: &Html, new: &Html) -> bool {
    old.first_paragraph() == new.first_paragraph() && old.ids().eq(new.ids())
}
