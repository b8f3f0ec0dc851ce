//! Who publishes at which address; an address wanted twice is an error.

#![expect(
    clippy::disallowed_types,
    reason = "who has a file or a folder is looked up; whoever needs an order has it"
)]

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rustc_hash::FxBuildHasher;

use super::glossary::Glossary;
use super::tags::{self, Tag};
use super::tree::Folders;
use super::{Copy, Entry, Redirect, Role, dated, names, pager, plan, search};
use crate::address::Address;
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::kind::Document;
use crate::kind::plan::Plan;
use crate::kind::synthesis::Synthesis;
use crate::source::Span;

/// What wants an address.
pub struct Claimants<'a> {
    pub entries: &'a [Entry],
    pub folders: &'a Folders,
    pub copies: &'a [Copy],
    pub redirects: &'a [Redirect],
    /// By language.
    pub glossaries: &'a BTreeMap<String, Glossary>,
    pub tags: &'a [Tag],
    /// By language.
    pub searches: &'a BTreeMap<String, Address>,
    /// The home pages and sections that have a feed.
    pub feeds: &'a BTreeMap<usize, Vec<usize>>,
    /// The home page of the default language; when it is not `/`, a page there leads to it.
    pub default_home: Address,
    pub reserved: Vec<(Address, String)>,
    /// The names of the files of data that a plan publishes.
    pub plan_files: &'a (dyn Fn(&Plan) -> Vec<&'static str> + Sync),
    /// The names of those that a synthesis publishes.
    pub synthesis_files: fn(&Synthesis) -> Vec<&'static str>,
}

/// Every address with the source it comes from.
// What two threads may take is compiled at two places: this is not.
#[inline(never)]
pub fn settle(claimants: Claimants<'_>, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<Address, String> {
    let (owners, folded, within) = (BTreeMap::new(), HashMap::default(), HashMap::default());
    let mut claims = Claims { owners, folded, within, diagnostics };
    for (address, owner) in &claimants.reserved {
        claims.claim(address.clone(), owner, None);
    }
    if claimants.default_home != Address::root() {
        claims.claim(Address::root(), "jalon (/)", None);
    }
    claims.claim_entries(&claimants);
    claims.claim_tags(&claimants);
    let Claimants { entries, copies, redirects, glossaries, searches, .. } = claimants;
    for page in searches.values() {
        for address in [page.clone(), search::claim(page)] {
            claims.claim(address, &format!("jalon ({page})"), None);
        }
    }
    if entries.iter().any(|entry| entry.plan().is_some()) {
        for home in entries.iter().filter(|entry| entry.role == Role::Home) {
            claims.claim_if_free(plan::method(home));
        }
    }
    for glossary in glossaries.values() {
        claims.claim_if_free(glossary.address.clone());
    }
    for copy in copies {
        claims.claim(copy.address.clone(), &copy.source, None);
    }
    for redirect in redirects {
        if redirect.from == Address::root() {
            continue;
        }
        let Some(document) = &entries[redirect.to].document else { continue };
        let span =
            document.header.aliases.iter().find(|alias| super::tree::alias(&alias.address) == redirect.from);
        claims.claim(redirect.from.clone(), &document.path, span.map(|alias| alias.span));
    }
    // Last of all: what else wants one of these addresses has it, and the line that says it was left is wrong.
    for entry in entries.iter() {
        claims.claim_former(entry);
    }
    claims.owners
}

/// A folder without `_index.md`: `content/plans/`.
///
/// Two folders may want one address: `named` keeps those already answered.
fn folder_of<'f>(entry: &Entry, folders: &'f Folders, named: &mut BTreeSet<&'f str>) -> String {
    let mut wanting = folders.iter().filter(|(_, address)| **address == entry.address);
    let folder = wanting.find(|(folder, _)| named.insert(folder));
    folder.map_or(entry.address.to_string(), |(folder, _)| format!("{folder}/"))
}

/// Where a document says its own address, if it does.
fn address_span(document: &Document) -> Option<Span> {
    let header = &document.header;
    header.path.as_ref().or(header.slug.as_ref()).map(|written| written.span)
}

struct Claims<'a> {
    owners: BTreeMap<Address, String>,
    /// Output files in lower case, for file systems that ignore case.
    folded: HashMap<String, Address, FxBuildHasher>,
    /// Folders that will hold an output file, in lower case, with the first of these.
    within: HashMap<String, Address, FxBuildHasher>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Claims<'_> {
    /// The pages of every entry, and what is published beside them.
    fn claim_entries(&mut self, claimants: &Claimants<'_>) {
        let Claimants { entries, folders, feeds, plan_files, synthesis_files, .. } = claimants;
        let mut named = BTreeSet::new();
        for (at, entry) in entries.iter().enumerate() {
            let owner = match &entry.document {
                Some(document) => document.path.clone(),
                None => folder_of(entry, folders, &mut named),
            };
            let span = entry.document.as_deref().and_then(address_span);
            self.claim(entry.address.clone(), &owner, span);
            let n_listed = entry.children.iter().filter(|child| pager::is_listed(&entries[**child])).count();
            for n in 2..=pager::n_pages(entry, n_listed) {
                self.claim(pager::address(entry, &entry.address, n), &owner, None);
            }
            for year in dated::archives(entries, entry) {
                self.claim(dated::year(&entry.address, year.year), &owner, None);
            }
            if entry.role == Role::Home && entry.address != claimants.default_home {
                self.claim(names::not_found(entry), &owner, None);
            }
            if feeds.contains_key(&at) {
                self.claim(dated::feed(&entry.address), &owner, None);
            }
            if let Some(plan) = entry.plan() {
                for (address, of_part) in plan::all(entry, plan, &plan_files(plan)) {
                    self.claim(address, &owner, of_part.or(span));
                }
            }
            if let Some(synthesis) = entry.synthesis() {
                for file in synthesis_files(synthesis) {
                    self.claim(entry.address.beside(file), &owner, span);
                }
            }
        }
    }

    /// The list of tags of each language, and the page of each tag.
    fn claim_tags(&mut self, claimants: &Claimants<'_>) {
        let Claimants { entries, tags, .. } = claimants;
        for home in entries.iter().filter(|entry| entry.role == Role::Home) {
            let of_language = tags.iter().filter(|tag| tag.language == home.language);
            for (nth, tag) in of_language.enumerate() {
                if nth == 0 {
                    let index = tags::index(home);
                    self.claim(index, &tag.path, Some(tag.span));
                }
                self.claim(tag.address.clone(), &tag.path, Some(tag.span));
            }
        }
    }

    /// The addresses that the actions of a plan had under the numbers they left.
    fn claim_former(&mut self, entry: &Entry) {
        let (Some(plan), Some(document)) = (entry.plan(), &entry.document) else { return };
        // A translation has the numbers of its source, where they are written.
        let path = plan.translation.as_ref().map_or(&document.path, |translation| &translation.source);
        for action in plan.actions() {
            for (former, address) in action.former.iter().zip(plan::former(&entry.address, action)) {
                let folded = address.output().to_lowercase();
                let within = || folders_of(&folded).find_map(|folder| self.folded.get(folder));
                let taken = self.folded.get(&folded).or_else(within).or_else(|| self.within.get(&folded));
                let Some(other) = taken.map(|taken| self.owners[taken].clone()) else {
                    self.claim(address, &document.path, None);
                    continue;
                };
                let number = former.value.clone();
                let problem = SiteProblem::FormerNumberTaken { number, address: address.to_string(), other };
                let (path, span) = (path.clone(), Some(former.span));
                // Said once, though it is so in each language.
                if !self.diagnostics.iter().any(|told| told.path == path && told.span == span) {
                    self.diagnostics.push(Diagnostic {
                        severity: Severity::Error,
                        problem: problem.into(),
                        path,
                        span,
                    });
                }
            }
        }
    }

    /// For a page of ours that gives way to the one an author writes.
    fn claim_if_free(&mut self, address: Address) {
        if !self.folded.contains_key(&address.output().to_lowercase()) {
            let owner = format!("jalon ({address})");
            self.claim(address, &owner, None);
        }
    }

    fn claim(&mut self, address: Address, owner: &str, span: Option<Span>) {
        // Two addresses of one file: `/plans/index.html` and `/plans/`.
        let folded = address.output().to_lowercase();
        let problem = match self.folded.get(&folded) {
            Some(other) if other.output() == address.output() => {
                let other = self.owners[other].clone();
                Some(SiteProblem::SameAddress { address: address.to_string(), other })
            }
            Some(other) => {
                let other = self.owners[other].clone();
                Some(SiteProblem::SameAddressButCase { address: address.to_string(), other })
            }
            None => self.file_in_place_of_folder(&address, &folded),
        };
        match problem {
            Some(problem) => self.diagnostics.push(Diagnostic {
                severity: Severity::Error,
                problem: problem.into(),
                path: owner.to_owned(),
                span,
            }),
            None => {
                for folder in folders_of(&folded) {
                    if !self.within.contains_key(folder) {
                        self.within.insert(folder.to_owned(), address.clone());
                    }
                }
                self.folded.insert(folded, address.clone());
                self.owners.insert(address, owner.to_owned());
            }
        }
    }

    /// No disk can hold both `fete` and `fete/index.html`.
    fn file_in_place_of_folder(&self, address: &Address, folded: &str) -> Option<SiteProblem> {
        let above = folders_of(folded).find_map(|folder| self.folded.get(folder));
        let other = above.or_else(|| self.within.get(folded))?;
        Some(SiteProblem::FileAndFolder { address: address.to_string(), other: self.owners[other].clone() })
    }
}

/// The folders that hold a file, outermost first.
fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}
