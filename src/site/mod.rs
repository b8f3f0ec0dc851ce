//! Documents together: the tree of sections, the address of everything, links between documents.

pub mod addresses;
pub mod changes;
mod claims;
pub mod glossary;
pub mod dated;
mod entry;
mod index;
pub mod links;
mod looked;
mod missing;
pub mod mission;
mod order;
pub mod names;
pub mod pager;
pub mod plan;
pub mod reads;
mod relink;
pub mod search;
mod settings;
mod stands;
pub mod succession;
pub mod tags;
pub mod trail;
pub mod translated;
pub mod translation;
mod tree;
pub mod versions;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use crate::address::Address;
use crate::config::Config;
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Noted};
use crate::filled::Filled;
use crate::kind::Document;
use crate::kind::plan::Plan;
use crate::kind::synthesis::Synthesis;
use crate::words::Words;
use addresses::AddressWords;
use claims::Claimants;
use looked::Looked;
use reads::Read;

/// The site: everything that will have an address, addresses settled.
#[derive(Debug)]
pub struct Site {
    settled: Arc<Settled>,
    /// What is asked of it, for who made something of the answers and keeps it.
    notes: reads::Notes,
}

/// What a site is made of, for its methods alone.
#[derive(Debug, Clone)]
pub struct Settled {
    /// Home pages, sections and pages, by address.
    entries: Vec<Entry>,
    /// What is explained in each language, by its code.
    glossaries: Arc<BTreeMap<String, glossary::Glossary>>,
    /// What was said and what was promised, tied by links.
    trail: Arc<trail::Trail>,
    /// The addresses of actions that lead to a row of their plan.
    ways: BTreeSet<Address>,
    /// The anchors of each entry, collected at the first link that asks for them.
    anchors: Vec<OnceLock<BTreeSet<String>>>,
    laid: Arc<Laid>,
}

/// What does not depend on the text of articles.
#[derive(Debug, Clone)]
pub struct Laid {
    /// Files copied as they are, by address.
    copies: Vec<Copy>,
    /// Old addresses that lead to an entry.
    redirects: Vec<Redirect>,
    /// Plans that follow each other, by the place of the next.
    successions: Vec<succession::Succession>,
    /// The mission of each language. Indexes of `Site::entries`.
    missions: BTreeMap<String, usize>,
    /// By language, then by name.
    tags: Vec<tags::Tag>,
    /// The page where visitors search, by language; none when the site does without.
    searches: BTreeMap<String, Address>,
    /// Home pages and sections that have a feed, and the pages it announces, newest first; none when the
    /// site does not know its address.
    feeds: BTreeMap<usize, Vec<usize>>,
    /// What every page asks.
    index: index::Index,
    /// The entry made of each document, by the document's path.
    by_source: BTreeMap<String, usize>,
    /// Where each copied file is published, by its source.
    copied: BTreeMap<String, Address>,
    /// Where each folder of content is published.
    folders: BTreeMap<String, Address>,
    /// The paths of documents that are drafts, and of the files that go with them: none is published.
    drafts: BTreeSet<String>,
    /// Every address that will be published, with the source it comes from.
    addresses: BTreeMap<Address, String>,
}

/// Something with a page of its own: a document, or a folder of documents without `_index.md`.
#[derive(Debug, Clone)]
pub struct Entry {
    pub address: Address,
    /// The code of the language it is published in.
    pub language: String,
    /// The words of addresses in that language.
    pub words: Arc<AddressWords>,
    pub role: Role,
    pub title: String,
    /// None for a folder without `_index.md`, and for a home page nobody wrote.
    pub document: Option<Arc<Document>>,
    /// The path of its document without its language: `content/plans/_index`; the same in every
    /// language, and for a folder without `_index.md`.
    pub name: String,
    /// The header's date, else the one in the file's name.
    pub date: Option<Date>,
    /// The section above; none for a home page. Indexes of `Site::entry`.
    parent: Option<usize>,
    /// Pages and sections directly below, in the order they are listed.
    children: Vec<usize>,
    /// The same content in other languages (itself left out), by language code; a language that
    /// shows it as it is included.
    translations: BTreeMap<String, usize>,
}

/// The place of an entry in the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Home,
    Section,
    Page,
}

/// A file of the site published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    pub source: String,
    pub address: Address,
}

/// An old address and the entry it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    pub from: Address,
    pub to: usize,
}

/// What `link` puts together.
pub struct Parts<'a> {
    pub config: &'a Config,
    /// By language code, for the words that addresses hold.
    pub words: &'a BTreeMap<String, Words>,
    pub documents: Vec<Arc<Document>>,
    /// Paths of drafts left out.
    pub drafts: Vec<String>,
    /// Paths of the files that go with them.
    pub files_of_drafts: Vec<String>,
    /// Paths of all other files of `content/` and `static/`.
    pub files: Vec<String>,
    /// Addresses the program itself publishes (assets of the theme, sitemap…), with a name for each.
    pub reserved: Vec<(Address, String)>,
    /// The names of the files of data that a plan publishes beside its page.
    pub plan_files: fn(&Config, &Plan) -> Vec<&'static str>,
    /// The names of those that a synthesis publishes.
    pub synthesis_files: fn(&Synthesis) -> Vec<&'static str>,
}

/// Settles every address, and notes those that are wanted twice.
pub fn link(parts: Parts<'_>) -> Noted<Site> {
    let Parts { config, words, documents, files, reserved, plan_files, synthesis_files, .. } = parts;
    let drafts = parts.drafts.into_iter().chain(parts.files_of_drafts).filled();
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let address_words: BTreeMap<String, Arc<AddressWords>> = words
        .iter()
        .map(|(language, words)| (language.clone(), Arc::new(AddressWords::of(words).0)))
        .filled();
    let (mut entries, folders) = tree::grow(config, &address_words, documents, &mut diagnostics);
    let titles = order::titles(&entries, words);
    order::sort_children(&mut entries, &titles);
    let copies = tree::copies(&folders, &files);
    diagnostics.extend(names::oddities(config, &entries, &files));
    diagnostics.extend(dated::problems(&entries));
    diagnostics.extend(names::paths_twice(config, &entries));
    let mut told_of_tags = Vec::new();
    let (tags, Looked { by_source, redirects, glossaries, searches, feeds }) = rayon::join(
        || tags::of_site(&entries, (words, &titles), &mut told_of_tags),
        || Looked::of(config, words, &entries, &copies),
    );
    diagnostics.extend(told_of_tags);
    let of_plan = |plan: &Plan| plan_files(config, plan);
    let claimants = Claimants {
        entries: &entries,
        folders: &folders,
        copies: &copies,
        redirects: &redirects,
        glossaries: &glossaries,
        tags: &tags,
        searches: &searches,
        feeds: &feeds,
        default_home: config.root(&config.default_language),
        reserved,
        plan_files: &of_plan,
        synthesis_files,
    };
    let (addresses, (copied, index)) = rayon::join(
        || claims::settle(claimants, &mut diagnostics),
        || {
            let copied = copies.iter().map(|copy| (copy.source.clone(), copy.address.clone())).filled();
            (copied, index::Index::of(&entries, &tags))
        },
    );
    let anchors = vec![OnceLock::new(); entries.len()];
    let missions = mission::of_site(&entries, &mut diagnostics);
    let laid = Laid {
        copies,
        redirects,
        successions: Vec::new(),
        missions,
        tags,
        searches,
        feeds,
        index,
        by_source,
        copied,
        folders,
        drafts,
        addresses,
    };
    let (trail, ways, laid) = (Arc::default(), BTreeSet::new(), Arc::new(laid));
    let site = Site::of(Settled { entries, glossaries, trail, ways, anchors, laid });
    diagnostics.extend(site.menu_problems(config));
    diagnostics.extend(site.without_default(config));
    diagnostics.extend(site.look_problems(config));
    diagnostics.extend(mission::wrong_axes(&site));
    Noted { value: followed(site, &mut diagnostics), diagnostics }
}

/// The site with what its links tie together: they can only be followed once every address is settled.
fn followed(site: Site, diagnostics: &mut Vec<Diagnostic>) -> Site {
    let successions = succession::of_site(&site, diagnostics);
    let site = site.with(|settled| {
        let laid = Arc::get_mut(&mut settled.laid).expect("a site is linked before it is shared");
        laid.successions = successions;
    });
    let trail = Arc::new(trail::of_site(&site, diagnostics));
    let site = site.with(|settled| settled.trail = trail);
    let ways = site.ways_to_rows().collect();
    site.with(|settled| settled.ways = ways)
}

impl Site {
    fn of(settled: Settled) -> Site {
        Site { settled: Arc::new(settled), notes: reads::Notes::default() }
    }

    /// While it is linked, nobody else holds it.
    fn with(mut self, complete: impl FnOnce(&mut Settled)) -> Site {
        complete(Arc::get_mut(&mut self.settled).expect("a site is linked before it is shared"));
        self
    }

    /// The entry a document became.
    pub fn entry_of(&self, source: &str) -> Option<&Entry> {
        match self.by_source.get(source) {
            Some(at) => Some(self.noted(*at)),
            None => {
                self.note(Read::Names);
                None
            }
        }
    }

    /// Every home page, section and page, by address.
    pub fn entries(&self) -> &[Entry] {
        self.note(Read::Entries);
        &self.entries
    }

    /// The entry that another part of the site knows by its number.
    pub fn entry(&self, at: usize) -> &Entry {
        self.noted(at)
    }

    /// The home pages, by address.
    pub fn homes(&self) -> impl Iterator<Item = &Entry> {
        let homes = self.entries.iter().enumerate().filter(|(_, entry)| entry.role == Role::Home);
        homes.map(|(at, _)| self.noted(at))
    }

    /// The entries that are plans, by address.
    pub fn plans(&self) -> impl Iterator<Item = (&Entry, &Plan)> {
        self.note(Read::Plans);
        self.entries.iter().filter_map(|entry| Some((entry, entry.plan()?)))
    }

    /// The files that are copied, by address.
    pub fn copies(&self) -> &[Copy] {
        self.note(Read::Files);
        &self.copies
    }

    /// Old addresses that lead to an entry.
    pub fn redirects(&self) -> &[Redirect] {
        self.note(Read::Entries);
        &self.redirects
    }

    /// The number of the section above an entry; none for a home page.
    pub fn parent_of(&self, entry: &Entry) -> Option<usize> {
        self.note_around(entry);
        entry.parent
    }

    /// Whether an entry is in another language as well.
    pub fn is_in(&self, entry: &Entry, language: &str) -> bool {
        self.note_around(entry);
        entry.translations.contains_key(language)
    }

    /// The place in `entries` of the entry published at an address.
    pub fn position(&self, address: &Address) -> Option<usize> {
        self.entries.binary_search_by(|entry| entry.address.cmp(address)).ok()
    }

    /// The entry published at an address.
    pub fn entry_at(&self, address: &Address) -> Option<&Entry> {
        match self.position(address) {
            Some(at) => Some(self.noted(at)),
            None => {
                self.note(Read::Names);
                None
            }
        }
    }

    /// The successions that an entry begins or continues.
    pub fn successions_of(&self, entry: &Entry) -> impl Iterator<Item = &succession::Succession> {
        self.note(Read::Successions);
        let is_entry = |at: usize| self.entries[at].address == entry.address;
        self.successions.iter().filter(move |it| is_entry(it.previous) || is_entry(it.next))
    }

    pub fn children<'s>(&'s self, entry: &'s Entry) -> impl Iterator<Item = &'s Entry> {
        self.note_children(entry);
        entry.children.iter().map(|at| self.noted(*at))
    }

    /// From the home page down to the parent of an entry.
    pub fn ancestors(&self, entry: &Entry) -> Vec<&Entry> {
        let mut ancestors = Vec::new();
        self.note_around(entry);
        let mut above = entry.parent;
        while let Some(at) = above {
            ancestors.push(self.noted(at));
            self.note(Read::Around(at));
            above = self.entries[at].parent;
        }
        ancestors.reverse();
        ancestors
    }

    /// The page where visitors search, in a language.
    pub fn search(&self, language: &str) -> Option<&Address> {
        self.searches.get(language)
    }

    pub fn publishes(&self, address: &Address) -> bool {
        self.note_address(address);
        self.addresses.contains_key(address)
    }
}
