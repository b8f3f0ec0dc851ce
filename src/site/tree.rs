//! From the folders of `content/` to sections, pages and files, with their addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::addresses::AddressWords;
use super::{Copy, Entry, Redirect, Role};
use crate::address::{self, Address};
use crate::config::Config;
use crate::config::languages::Fallback;
use crate::date::Date;
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document_path::Parts;
use crate::filled::Filled;
use crate::kind::Document;
use crate::source::Span;

/// The address of each folder of content in the default language: what stands beside its documents
/// goes there.
pub type Folders = BTreeMap<String, Address>;

/// Makes the entries of a site, sorted by address, and says where each folder is published.
///
/// A language that shows the documents it has no version of grows an entry for each of them too.
pub fn grow(
    config: &Config,
    words: &BTreeMap<String, Arc<AddressWords>>,
    documents: Vec<Arc<Document>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Entry>, Folders) {
    let mut entries = Vec::new();
    let mut folders = Folders::new();
    // Folders of the default language first: files follow them, whatever other languages rename.
    for language in &config.languages {
        let of_language: Vec<&Arc<Document>> =
            documents.iter().filter(|document| document.language == language.code).collect();
        if of_language.is_empty() && language.code != config.default_language {
            continue;
        }
        let mut grower = Grower {
            language: &language.code,
            words: &words[&language.code],
            root: config.root(&language.code),
            folders: BTreeMap::new(),
            diagnostics,
        };
        let title = language.title.as_deref().unwrap_or(&config.title);
        let shown: Vec<&Arc<Document>> = match language.fallback {
            Fallback::None => of_language,
            Fallback::Notice => {
                let missing = missing(&documents, &of_language, &config.default_language);
                of_language.into_iter().chain(missing).collect()
            }
        };
        entries.extend(grower.entries(&shown, title));
        for (folder, address) in grower.folders {
            folders.entry(folder).or_insert(address);
        }
    }
    entries.sort_by(|a, b| a.address.cmp(&b.address));
    relate(&mut entries);
    (entries, folders)
}

/// The documents of the default language that another one has no version of.
fn missing<'d>(
    documents: &'d [Arc<Document>],
    of_language: &[&Arc<Document>],
    default: &str,
) -> Vec<&'d Arc<Document>> {
    let named = |document: &Document| {
        let Parts { folder, name } = Parts::of(&document.path, &document.language);
        (folder.to_owned(), name.to_owned())
    };
    let there: BTreeSet<(String, String)> = of_language.iter().map(|document| named(document)).filled();
    let of_default = documents.iter().filter(|document| document.language == default);
    of_default.filter(|document| !there.contains(&named(document))).collect()
}

/// Grows the entries of one language.
struct Grower<'a> {
    language: &'a str,
    words: &'a Arc<AddressWords>,
    root: Address,
    folders: Folders,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Grower<'_> {
    fn entries(&mut self, documents: &[&Arc<Document>], site_title: &str) -> Vec<Entry> {
        let named = self.named(documents);
        let mut all_folders: BTreeSet<&str> =
            named.keys().flat_map(|(folder, _)| with_parents(folder)).filled();
        all_folders.insert("content");
        let mut entries = Vec::new();
        for folder in all_folders {
            let index = named.get(&(folder, "_index")).copied();
            let bundle = named.get(&(folder, "index")).copied();
            let address = self.folder_address(folder, index.or(bundle));
            self.folders.insert(folder.to_owned(), address.clone());
            let role = if folder == "content" { Role::Home } else { Role::Section };
            match (index, bundle) {
                (Some(index), _) => entries.push(self.entry(index, address.clone(), role)),
                (None, Some(_)) if role == Role::Section => {}
                (None, _) => entries.push(self.unwritten(folder, address.clone(), role, site_title)),
            }
            for ((_, stem), document) in named.range((folder, "")..).take_while(|((at, _), _)| *at == folder)
            {
                if *stem == "_index" || (*stem == "index" && role == Role::Home && index.is_none()) {
                    // content/index.md without _index.md is the home page all the same.
                    if *stem == "index" {
                        entries.retain(|entry| entry.role != Role::Home);
                        entries.push(self.entry(document, address.clone(), Role::Home));
                    }
                    continue;
                }
                let page = self.page_address(&address, stem, document);
                entries.push(self.entry(document, page, Role::Page));
            }
        }
        entries
    }

    /// Documents by folder and stem. `a.md` and `a.fr.md` have the same: one of them would be lost.
    fn named<'d>(
        &mut self,
        documents: &[&'d Arc<Document>],
    ) -> BTreeMap<(&'d str, &'d str), &'d Arc<Document>> {
        let mut named = BTreeMap::new();
        for document in documents.iter().copied() {
            let Parts { folder, name } = Parts::of(&document.path, &document.language);
            if let Some(other) = named.insert((folder, name), document) {
                let other: &Arc<Document> = other;
                self.error(&document.path, None, SiteProblem::SameDocument { other: other.path.clone() });
            }
        }
        named
    }

    fn error(&mut self, path: &str, span: Option<Span>, problem: SiteProblem) {
        let severity = Severity::Error;
        self.diagnostics.push(Diagnostic { severity, problem: problem.into(), path: path.to_owned(), span });
    }

    fn entry(&self, document: &Arc<Document>, address: Address, role: Role) -> Entry {
        let Parts { folder, name } = Parts::of(&document.path, &document.language);
        let dated = if name == "index" { folder.rsplit('/').next().unwrap_or("") } else { name };
        let name = if role == Role::Home { "_index" } else { name };
        Entry {
            address,
            language: self.language.to_owned(),
            words: Arc::clone(self.words),
            role,
            title: document.title.clone(),
            name: format!("{folder}/{name}"),
            date: document.header.date.or(leading_date(dated).map(|(date, _)| date)),
            document: Some(Arc::clone(document)),
            parent: None,
            children: Vec::new(),
            translations: BTreeMap::new(),
        }
    }

    /// A folder without `_index.md` is listed under its own name.
    fn unwritten(&self, folder: &str, address: Address, role: Role, site_title: &str) -> Entry {
        let name = folder.rsplit('/').next().unwrap_or(folder).replace(['-', '_'], " ");
        let mut letters = name.chars();
        let capitalized =
            letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str());
        let title = match role {
            Role::Home => site_title.to_owned(),
            Role::Section | Role::Page => capitalized.unwrap_or_default(),
        };
        Entry {
            address,
            language: self.language.to_owned(),
            words: Arc::clone(self.words),
            role,
            title,
            name: format!("{folder}/_index"),
            document: None,
            date: None,
            parent: None,
            children: Vec::new(),
            translations: BTreeMap::new(),
        }
    }

    /// Where a folder is published: what its document says, else its name below its parent.
    fn folder_address(&mut self, folder: &str, document: Option<&Arc<Document>>) -> Address {
        let Some((parent, name)) = folder.rsplit_once('/') else { return self.root.clone() };
        let parent = self.folders.get(parent).cloned().unwrap_or_else(|| self.root.clone());
        match document {
            Some(document) => self.own_address(&parent, name, document),
            None => parent.child(&self.slug(name, folder, None)),
        }
    }

    /// The last part of an address, which must not be empty: the page would take its folder's place.
    fn slug(&mut self, name: &str, path: &str, span: Option<Span>) -> String {
        let slug = slug_of(name);
        if slug.is_empty() {
            self.error(path, span, SiteProblem::NoLetter { name: name.to_owned() });
            // Each its own, so that two of them are not said to want one address.
            return format!("_{}", self.diagnostics.len());
        }
        slug
    }

    fn page_address(&mut self, folder: &Address, stem: &str, document: &Arc<Document>) -> Address {
        match stem {
            "index" => folder.clone(),
            stem => self.own_address(folder, stem, document),
        }
    }

    fn own_address(&mut self, parent: &Address, name: &str, document: &Document) -> Address {
        let header = &document.header;
        if let Some(path) = &header.path {
            return match address::normalize(&path.value) {
                Some(path) => Address::page(&format!("{}{path}", self.root)),
                None => {
                    let problem = SiteProblem::OutsideSite { written: path.value.clone() };
                    self.error(&document.path, Some(path.span), problem);
                    parent.child(&slug_of(name))
                }
            };
        }
        match &header.slug {
            Some(slug) => {
                let (value, span) = (slug::slugify(&slug.value), slug.span);
                parent.child(&if value.is_empty() {
                    self.slug(&slug.value, &document.path, Some(span))
                } else {
                    value
                })
            }
            None => parent.child(&self.slug(name, &document.path, None)),
        }
    }
}

/// A folder and all those above it, up to `content`.
fn with_parents(folder: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(folder), |folder| folder.rsplit_once('/').map(|(parent, _)| parent))
}

/// The last part of an address, from a file's name; a date in front leaves it, unless it is all
/// there is.
fn slug_of(name: &str) -> String {
    let rest = leading_date(name).map_or(name, |(_, rest)| if rest.is_empty() { name } else { rest });
    slug::slugify(rest)
}

/// `2026-05-20-printemps`: the date and what follows it.
fn leading_date(name: &str) -> Option<(Date, &str)> {
    let date = Date::parse(name.get(..10)?)?;
    let rest = &name[10..];
    (rest.is_empty() || rest.starts_with(['-', '_', ' ']))
        .then(|| (date, rest.trim_start_matches(['-', '_', ' '])))
}

/// Gives every entry its parent, its ordered children and its translations.
fn relate(entries: &mut [Entry]) {
    let sections: BTreeMap<Address, usize> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.role != Role::Page)
        .map(|(at, entry)| (entry.address.clone(), at))
        .filled();
    for at in 0..entries.len() {
        if entries[at].role == Role::Home {
            continue;
        }
        let language = entries[at].language.clone();
        let mut above = entries[at].address.parent();
        while let Some(address) = above {
            if let Some(parent) =
                sections.get(&address).filter(|parent| entries[**parent].language == language)
            {
                entries[at].parent = Some(*parent);
                entries[*parent].children.push(at);
                break;
            }
            above = address.parent();
        }
    }
    translate(entries);
}

/// Documents whose files differ only by language are the same content.
fn translate(entries: &mut [Entry]) {
    let mut same: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        same.entry(entry.name.clone()).or_default().push(at);
    }
    for group in same.values().filter(|group| group.len() > 1) {
        for at in group {
            let others = group.iter().filter(|other| *other != at);
            entries[*at].translations =
                others.map(|other| (entries[*other].language.clone(), *other)).collect();
        }
    }
}

/// Where the files of `content/` and `static/` are published.
pub fn copies(folders: &Folders, files: &[String]) -> Vec<Copy> {
    let mut copies: Vec<Copy> = files.iter().filter_map(|source| copy(folders, source)).collect();
    copies.sort_by(|a, b| a.address.cmp(&b.address));
    copies
}

fn copy(folders: &Folders, source: &str) -> Option<Copy> {
    if let Some(file) = source.strip_prefix("static/") {
        return Some(Copy { source: source.to_owned(), address: Address::file(file) });
    }
    let (folder, _) = source.rsplit_once('/')?;
    // A folder without documents is published below the nearest one that has some.
    let (above, address) =
        with_parents(folder).find_map(|folder| folders.get(folder).map(|address| (folder, address)))?;
    let rest = source.strip_prefix(above)?.trim_start_matches('/');
    Some(Copy { source: source.to_owned(), address: address.beside(rest) })
}

/// The page at an old address; `old/page.html` names a file.
pub fn alias(written: &str) -> Address {
    let path = address::normalize(written).unwrap_or_default();
    let is_file =
        path.rsplit('/').next().is_some_and(|name| name.ends_with(".html") || name.ends_with(".htm"));
    if is_file { Address::file(&path) } else { Address::page(&path) }
}

/// Every old address of every entry, and `/` where no language is there.
pub fn redirects(config: &Config, entries: &[Entry]) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    let home = config.root(&config.default_language);
    if home != Address::root() {
        let to = entries.iter().position(|entry| entry.address == home);
        redirects.extend(to.map(|to| Redirect { from: Address::root(), to }));
    }
    let own = entries.iter().enumerate().filter(|(_, entry)| !entry.stands_in());
    for (to, entry) in own {
        let aliases = entry.document.iter().flat_map(|document| &document.header.aliases);
        redirects.extend(aliases.map(|written| Redirect { from: alias(&written.address), to }));
    }
    redirects.sort_by(|a, b| a.from.cmp(&b.from));
    redirects
}
