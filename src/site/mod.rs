//! Documents together: the tree of sections, the address of everything, links between documents.

pub mod addresses;
mod claims;
pub mod glossary;
pub mod dated;
mod index;
pub mod links;
pub mod mission;
mod order;
pub mod names;
pub mod pager;
pub mod plan;
pub mod search;
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
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::{Diagnostic, Noted, Severity};
use crate::kind::mission::Mission;
use crate::kind::plan::Plan;
use crate::kind::synthesis::Synthesis;
use crate::kind::{Body, Document};
use crate::record::Spanned;
use crate::words::Words;
use addresses::AddressWords;
use claims::Claimants;

/// The site: everything that will have an address, addresses settled.
#[derive(Debug, Clone)]
pub struct Site {
    /// Home pages, sections and pages, by address.
    pub entries: Vec<Entry>,
    /// Files copied as they are, by address.
    pub copies: Vec<Copy>,
    /// Old addresses that lead to an entry.
    pub redirects: Vec<Redirect>,
    /// Plans that follow each other, by the place of the next.
    pub successions: Vec<succession::Succession>,
    /// What is explained in each language, by its code.
    glossaries: BTreeMap<String, glossary::Glossary>,
    /// What was said and what was promised, tied by links.
    trail: trail::Trail,
    /// The mission of each language. Indexes of `Site::entries`.
    missions: BTreeMap<String, usize>,
    /// By language, then by name.
    pub tags: Vec<tags::Tag>,
    /// The page where visitors search, by language; none when the site does without.
    searches: BTreeMap<String, Address>,
    /// Home pages and sections that have a feed; none when the site does not know its address.
    feeds: BTreeSet<usize>,
    /// What every page asks.
    index: index::Index,
    /// The entry made of each document, by the document's path.
    by_source: BTreeMap<String, usize>,
    /// Where each copied file is published, by its source.
    copied: BTreeMap<String, Address>,
    /// Where each folder of content is published.
    folders: BTreeMap<String, Address>,
    /// The addresses of actions that lead to a row of their plan.
    ways: BTreeSet<Address>,
    /// Documents that are drafts and not published.
    drafts: Vec<String>,
    /// Every address that will be published, with the source it comes from.
    addresses: BTreeMap<Address, String>,
    /// The anchors of each entry, collected at the first link that asks for them.
    anchors: Vec<OnceLock<BTreeSet<String>>>,
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
    /// The section above; none for a home page. Indexes of `Site::entries`.
    pub parent: Option<usize>,
    /// Pages and sections directly below, in the order they are listed.
    pub children: Vec<usize>,
    /// The same content in other languages (itself left out), by language code; a language that
    /// shows it as it is included.
    pub translations: BTreeMap<String, usize>,
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
    let Parts { config, words, documents, drafts, files, reserved, plan_files, synthesis_files } = parts;
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let address_words: BTreeMap<String, Arc<AddressWords>> = words
        .iter()
        .map(|(language, words)| (language.clone(), Arc::new(AddressWords::of(words).0)))
        .collect();
    let (mut entries, folders) = tree::grow(config, &address_words, documents, &mut diagnostics);
    order::sort_children(&mut entries, words);
    let copies = tree::copies(&folders, &files);
    diagnostics.extend(names::oddities(&entries, &files));
    let by_source = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| !entry.stands_in())
        .filter_map(|(at, entry)| entry.document.as_ref().map(|document| (document.path.clone(), at)))
        .collect();
    diagnostics.extend(dated::problems(&entries));
    let redirects = tree::redirects(config, &entries);
    let glossaries = glossary::of_site(&entries, words);
    let tags = tags::of_site(&entries, words, &mut diagnostics);
    let searches = search::of_site(config, &entries, &copies, words);
    // A feed has absolute addresses alone.
    let has_address = !config.base_url.origin.is_empty();
    let feeds = if has_address { dated::with_feed(&entries) } else { BTreeSet::new() };
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
    let addresses = claims::settle(claimants, &mut diagnostics);
    let copied = copies.iter().map(|copy| (copy.source.clone(), copy.address.clone())).collect();
    let anchors = vec![OnceLock::new(); entries.len()];
    let (successions, trail) = (Vec::new(), trail::Trail::default());
    let missions = mission::of_site(&entries, &mut diagnostics);
    let index = index::Index::of(&entries, &tags);
    let site = Site {
        entries,
        copies,
        redirects,
        successions,
        glossaries,
        trail,
        missions,
        tags,
        searches,
        feeds,
        index,
        by_source,
        copied,
        folders,
        ways: BTreeSet::new(),
        drafts,
        addresses,
        anchors,
    };
    diagnostics.extend(site.menu_problems(config));
    diagnostics.extend(site.without_default(config));
    diagnostics.extend(site.look_problems(config));
    diagnostics.extend(mission::wrong_axes(&site));
    // Links between plans can only be followed once every address is settled.
    let successions = succession::of_site(&site, &mut diagnostics);
    let site = Site { successions, ..site };
    let trail = trail::of_site(&site, &mut diagnostics);
    let site = Site { trail, ..site };
    let ways = site.ways_to_rows().collect();
    Noted { value: Site { ways, ..site }, diagnostics }
}

/// The language of a document, from its file's name: `plan.en.md` when `en` is a language of the site.
pub fn language_of<'c>(path: &str, config: &'c Config) -> &'c str {
    let stem = path.strip_suffix(".md").unwrap_or(path);
    let suffix = stem.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, suffix)| suffix);
    config
        .languages
        .iter()
        .map(|language| language.code.as_str())
        .find(|code| Some(*code) == suffix)
        .unwrap_or(&config.default_language)
}

impl Site {
    /// Links of the menu that lead nowhere, in `jalon.toml`.
    fn menu_problems(&self, config: &Config) -> Vec<Diagnostic> {
        let of_default = config.menu.iter().map(|link| (&config.default_language, link));
        let others = config.languages.iter().filter(|language| language.code != config.default_language);
        let of_others =
            others.flat_map(|language| language.menu.iter().map(move |link| (&language.code, link)));
        let wrong = of_default.chain(of_others).filter_map(|(language, link)| {
            // A language without a page yet shows no menu; its links are looked at all the same.
            let home = self.home(language).or_else(|| self.home(&config.default_language))?;
            let problem = self.resolve(home, &link.url, links::Use::Link).err()?;
            Some(Diagnostic {
                severity: Severity::Error,
                problem: problem.into(),
                path: "jalon.toml".to_owned(),
                span: Some(link.span),
            })
        });
        wrong.collect()
    }

    /// Files of the look that are not there, in `jalon.toml`.
    fn look_problems(&self, config: &Config) -> Vec<Diagnostic> {
        let look = &config.look;
        let files = [&look.logo, &look.favicon, &look.font, &look.title_font];
        let wrong = files.into_iter().flatten().filter_map(|file| {
            let problem = self.file_of_look(config, file).err()?;
            let severity = Severity::Error;
            let path = "jalon.toml".to_owned();
            Some(Diagnostic { severity, problem: problem.into(), path, span: Some(file.span) })
        });
        wrong.collect()
    }

    /// Where a file that the settings name is published.
    pub fn file_of_look(&self, config: &Config, file: &Spanned<String>) -> Result<Address, SiteProblem> {
        let missing = || SiteProblem::NoSuchFile { written: file.value.clone(), nearest: None };
        let home = self.home(&config.default_language).ok_or_else(missing)?;
        match self.resolve(home, &file.value, links::Use::Image)? {
            links::Target::Inside { address, .. } => Ok(address),
            links::Target::Outside => Err(missing()),
        }
    }

    /// The entry a document became.
    pub fn entry_of(&self, source: &str) -> Option<&Entry> {
        self.by_source.get(source).map(|at| &self.entries[*at])
    }

    /// The place in `entries` of the entry published at an address.
    pub fn position(&self, address: &Address) -> Option<usize> {
        self.entries.binary_search_by(|entry| entry.address.cmp(address)).ok()
    }

    /// The entry published at an address.
    pub fn entry_at(&self, address: &Address) -> Option<&Entry> {
        let at = self.entries.binary_search_by(|entry| entry.address.cmp(address)).ok()?;
        Some(&self.entries[at])
    }

    /// The successions that an entry begins or continues.
    pub fn successions_of(&self, entry: &Entry) -> impl Iterator<Item = &succession::Succession> {
        let is_entry = |at: usize| self.entries[at].address == entry.address;
        self.successions.iter().filter(move |it| is_entry(it.previous) || is_entry(it.next))
    }

    pub fn children<'s>(&'s self, entry: &'s Entry) -> impl Iterator<Item = &'s Entry> {
        entry.children.iter().map(|at| &self.entries[*at])
    }

    /// The home pages and sections that have a feed.
    pub fn holders_of_feeds(&self) -> impl Iterator<Item = &Entry> {
        self.feeds.iter().map(|at| &self.entries[*at])
    }

    /// Whether a home page or a section has a feed.
    pub fn has_feed(&self, entry: &Entry) -> bool {
        self.position(&entry.address).is_some_and(|at| self.feeds.contains(&at))
    }

    /// From the home page down to the parent of an entry.
    pub fn ancestors(&self, entry: &Entry) -> Vec<&Entry> {
        let mut ancestors = Vec::new();
        let mut above = entry.parent;
        while let Some(at) = above {
            ancestors.push(&self.entries[at]);
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
        self.addresses.contains_key(address)
    }
}

impl Entry {
    pub fn plan(&self) -> Option<&Plan> {
        match self.document.as_ref().map(|document| &document.body) {
            Some(Body::Plan(plan)) => Some(plan),
            Some(Body::Synthesis(_) | Body::Mission(_) | Body::Article(_)) | None => None,
        }
    }

    pub fn synthesis(&self) -> Option<&Synthesis> {
        match self.document.as_ref().map(|document| &document.body) {
            Some(Body::Synthesis(synthesis)) => Some(synthesis),
            Some(Body::Plan(_) | Body::Mission(_) | Body::Article(_)) | None => None,
        }
    }

    pub fn mission(&self) -> Option<&Mission> {
        match self.document.as_ref().map(|document| &document.body) {
            Some(Body::Mission(mission)) => Some(mission),
            Some(Body::Synthesis(_) | Body::Plan(_) | Body::Article(_)) | None => None,
        }
    }

    pub fn description(&self) -> Option<&str> {
        self.document.as_ref().and_then(|document| document.header.description.as_deref())
    }

    /// When the author last changed it, else its date.
    pub fn updated(&self) -> Option<Date> {
        self.document.as_ref().and_then(|document| document.header.updated).or(self.date)
    }
}
