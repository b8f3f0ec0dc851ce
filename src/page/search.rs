//! The page where visitors search: without script, a list of what the site holds.

use std::collections::BTreeMap;

use super::frame::{Part, Subject, site_title};
use super::{Making, Page, View};
use crate::address::Address;
use crate::kind::plan::status::StatusKey;
use crate::site::search::{Kind, folder};
use crate::site::{Entry, Role};
use crate::view::StatusView;
use crate::view::foreign::ForeignLink;
use crate::view::listing::CountedLink;
use crate::view::search::{KindChoice, SearchView, Shelf};
use crate::words::Words;

/// A kind with more documents than this is listed by its sections, which have lists of their own.
const LONGEST_LIST: usize = 100;

/// One page a language, unless the site does without.
pub fn pages(making: &Making<'_>) -> Vec<Page> {
    let homes = making.site.homes();
    homes.filter_map(|home| Some(of_language(making, home, making.site.search(&home.language)?))).collect()
}

fn of_language(making: &Making<'_>, home: &Entry, address: &Address) -> Page {
    let words = making.words_of(home);
    let framer = making.framer(home, address);
    let title = words.say("search.title", &[]);
    let description =
        words.say("search.description", &[("site", &site_title(making.config, &home.language))]);
    let subject =
        Subject { title: &title, description: Some(&description), updated: None, is_part: Part::Piece };
    let frame = framer.frame(&subject);
    let view = SearchView {
        title,
        root: framer.href(&Address::root()),
        index: framer.href(&folder(address)),
        kinds: Kind::ALL.iter().map(|kind| kind_choice(words, *kind)).collect(),
        states: StatusKey::ALL.iter().map(|key| state(words, *key)).collect(),
        shelves: Lister { making, home, address }.shelves(),
    };
    Page {
        address: address.clone(),
        template: "search.html".to_owned(),
        language: home.language.clone(),
        frame,
        view: View::Search(Box::new(view)),
        source: String::new(),
    }
}

fn kind_choice(words: &Words, kind: Kind) -> KindChoice {
    KindChoice { key: kind.key().to_owned(), title: title(words, kind) }
}

/// « Synthèses »
fn title(words: &Words, kind: Kind) -> String {
    words.say(&format!("search.kinds.{}", kind.key()), &[])
}

fn state(words: &Words, key: StatusKey) -> StatusView {
    let words = words.say(key.label_key(), &[]);
    StatusView { key: key.key().to_owned(), words, text: None, lang: None, measure: None }
}

/// Lists what a language of the site holds.
struct Lister<'a> {
    making: &'a Making<'a>,
    home: &'a Entry,
    address: &'a Address,
}

impl Lister<'_> {
    fn shelves(&self) -> Vec<Shelf> {
        let entries = self.making.site.entries().iter();
        let mut by_kind: BTreeMap<Kind, Vec<&Entry>> = BTreeMap::new();
        for entry in entries.filter(|entry| {
            entry.language == self.home.language && entry.role == Role::Page && !entry.stands_in()
        }) {
            let kind = entry.document.as_ref().map_or(Kind::Page, |document| Kind::of(document.kind));
            by_kind.entry(kind).or_default().push(entry);
        }
        by_kind.into_iter().map(|(kind, entries)| self.shelf(kind, &entries)).collect()
    }

    fn shelf(&self, kind: Kind, entries: &[&Entry]) -> Shelf {
        let words = self.making.words_of(self.home);
        let is_short = entries.len() <= LONGEST_LIST;
        Shelf {
            id: format!("_{}", kind.key()),
            title: title(words, kind),
            count: words.count("section.count", entries.len()),
            documents: if is_short { self.documents(entries) } else { Vec::new() },
            sections: if is_short { Vec::new() } else { self.sections(entries) },
        }
    }

    fn documents(&self, entries: &[&Entry]) -> Vec<ForeignLink> {
        let mut entries = entries.to_vec();
        let locale = &self.making.words_of(self.home).locale;
        entries.sort_by_cached_key(|entry| (locale.sort_key(&entry.title), &entry.address));
        let framer = self.making.framer(self.home, self.address);
        entries.iter().map(|entry| framer.titled(entry)).collect()
    }

    fn sections(&self, entries: &[&Entry]) -> Vec<CountedLink> {
        let (site, words) = (self.making.site, self.making.words_of(self.home));
        let framer = self.making.framer(self.home, self.address);
        let mut by_section: BTreeMap<usize, usize> = BTreeMap::new();
        for entry in entries {
            *by_section.entry(site.parent_of(entry).expect("a page stands in a section")).or_default() += 1;
        }
        let titled = by_section.into_iter().map(|(section, n)| (framer.titled(site.entry(section)), n));
        let sections = titled.map(|(ForeignLink { href, title, lang }, n_documents)| CountedLink {
            href,
            title,
            lang,
            count: words.count("section.count", n_documents),
            is_current: false,
        });
        sections.collect()
    }
}
