//! Follows every address of a published file, and looks at what no file can see of itself.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::address::{self, Lead};
use super::content::{Content, Link, Use};
use super::{Found, Readable, Website, place};
use crate::address::percent_decoded;
use crate::diagnostic::pages::PageFault;
use crate::diagnostic::pages::broken::{Broken, Dead};
use crate::diagnostic::pages::unreadable::Unreadable;
use crate::lang;

/// What links are followed in.
pub struct Look<'a> {
    pub website: &'a Website<'a>,
    /// Every published path, in order. A page that its template could not make is one of them: that
    /// was told, and it is not missing on all those that lead to it.
    pub known: Vec<&'a str>,
    /// What stands at each of them, when it is a page.
    pages: Vec<Option<&'a Content<'a>>>,
}

/// What was found in one file.
pub struct OfFile {
    /// Links that lead inside the site.
    pub n_links: usize,
    /// Where visitors can go from here, as places in [`Look::known`].
    pub roads: Vec<usize>,
    pub found: Vec<Found>,
    /// Links that lead out of the site, as written.
    pub away: BTreeSet<String>,
}

/// Where a link leads.
enum Followed {
    /// To a published file, by its place.
    To(usize),
    Elsewhere,
    /// Nowhere, or to a place that the file does not have; with the path it was to lead to.
    Wrong {
        fault: Broken,
        target: Option<String>,
        to: Option<usize>,
    },
}

impl<'a> Look<'a> {
    pub fn new(website: &'a Website<'a>, readings: &'a [(&'a str, Readable<'a>)]) -> Look<'a> {
        let published = website.files.keys().copied().chain(website.sources.keys().map(String::as_str));
        let mut known: Vec<&str> = published.collect();
        known.sort_unstable();
        known.dedup();
        let mut pages: Vec<Option<&Content<'_>>> = vec![None; known.len()];
        for (path, reading) in readings {
            if let (Readable::Page(content), Ok(at)) = (reading, known.binary_search(path)) {
                pages[at] = Some(content);
            }
        }
        Look { website, known, pages }
    }

    /// Every page, with its path.
    pub fn pages(&self) -> impl Iterator<Item = (usize, &'a str, &'a Content<'a>)> {
        let pages = self.known.iter().zip(&self.pages).enumerate();
        pages.filter_map(|(at, (path, content))| Some((at, *path, (*content)?)))
    }

    /// Follows the links of a file.
    pub fn file(&self, path: &str, reading: &Readable<'_>) -> OfFile {
        let mut of_file = OfFile { n_links: 0, roads: Vec::new(), found: Vec::new(), away: BTreeSet::new() };
        let mut found = |fault, target| of_file.found.push(Found { page: path.to_owned(), fault, target });
        for link in reading.links() {
            let to = match self.follow(path, link) {
                Followed::Elsewhere => {
                    if is_for_visitors(link.used) {
                        of_file.away.insert(link.written.trim().to_owned());
                    }
                    continue;
                }
                Followed::To(to) => Some(to),
                Followed::Wrong { fault, target, to } => {
                    of_file.n_links += usize::from(target.is_some() && to.is_none());
                    found(PageFault::Broken(fault), target);
                    to
                }
            };
            of_file.n_links += usize::from(to.is_some());
            if let (Some(to), Use::Link | Use::Refresh) = (to, link.used) {
                of_file.roads.push(to);
            }
        }
        of_file.roads.sort_unstable();
        of_file.roads.dedup();
        if let Readable::Page(content) = reading {
            content.faults.iter().for_each(|fault| found(fault.clone(), None));
            of_file.found.extend(self.one_sided(path, content));
            of_file.found.extend(self.silent(path, content));
        }
        of_file
    }

    fn follow(&self, from: &str, link: &Link<'_>) -> Followed {
        let written = link.written.trim();
        let nowhere = |fault| Followed::Wrong { fault, target: None, to: None };
        let dead = |what| Broken::Dead { what, written: written.to_owned(), nearest: None };
        match address::lead(from, written, self.website.base_url) {
            Lead::Elsewhere => Followed::Elsewhere,
            Lead::OwnMachine => nowhere(Broken::OwnMachine { written: written.to_owned() }),
            Lead::Nothing if link.used == Use::Link => {
                nowhere(Broken::NoAddress { words: link.words.trim().to_owned() })
            }
            Lead::Nothing | Lead::Above => nowhere(dead(what(link.used))),
            Lead::Inside { path, anchor } => match self.known(&path) {
                None => Followed::Wrong { fault: dead(what(link.used)), target: Some(path), to: None },
                Some(to) if anchor.is_none_or(|anchor| self.has(to, &anchor)) => Followed::To(to),
                Some(to) => {
                    let target = Some(self.known[to].to_owned());
                    Followed::Wrong { fault: dead(Dead::Anchor), target, to: Some(to) }
                }
            },
        }
    }

    /// The published file at a path: itself, or the page of the folder of that name.
    fn known(&self, path: &str) -> Option<usize> {
        let place = |path: &str| self.known.binary_search(&path).ok();
        place(path).or_else(|| place(&format!("{}/index.html", path.trim_end_matches('/'))))
    }

    /// Whether a file has an anchor; only those of a page are known.
    fn has(&self, file: usize, anchor: &str) -> bool {
        // Browsers go to the top of a page for these, and look for words after `:~:`.
        let is_any = anchor.is_empty() || anchor == "top" || anchor.starts_with(":~:");
        is_any || self.pages[file].is_none_or(|page| page.ids.contains(anchor))
    }

    /// The published address or the anchor that looks most like one that leads to nothing.
    pub fn nearest(&self, page: &str, what: Dead, written: &str, target: &str) -> Option<String> {
        if what == Dead::Anchor {
            let content = self.pages[self.known(target)?]?;
            let (start, anchor) = written.split_once('#')?;
            let known = content.ids.iter().map(AsRef::as_ref);
            let nearest = lang::nearest_anchor(&percent_decoded(anchor), known);
            return nearest.map(|near| format!("{start}#{near}"));
        }
        let known = self.known.iter().filter(|known| **known != page);
        let known: Vec<String> = known.map(|known| address::shown(known)).collect();
        let known = known.iter().map(|known| (known.as_str(), known));
        lang::nearest_path(&address::shown(target), known).cloned()
    }

    /// Versions in other languages that do not name this page back.
    fn one_sided(&self, path: &str, content: &Content<'_>) -> Vec<Found> {
        let names_back = |other: usize| {
            let leads_back =
                |written| self.leads_to(self.known[other], written).is_some_and(|to| self.known[to] == path);
            self.pages[other].is_some_and(|other| versions(other).any(leads_back))
        };
        let one_sided = versions(content).filter_map(|written| {
            let target = self.leads_to(path, written)?;
            let is_other = self.pages[target].is_some() && self.known[target] != path;
            (is_other && !names_back(target)).then(|| Found {
                page: path.to_owned(),
                fault: PageFault::Broken(Broken::OneSidedAlternate { written: written.to_owned() }),
                target: Some(self.known[target].to_owned()),
            })
        });
        one_sided.collect()
    }

    /// Pictures whose author left the brackets empty: `![](jardin.jpg)`.
    fn silent(&self, path: &str, content: &Content<'_>) -> Vec<Found> {
        let Website { sources, inputs, .. } = self.website;
        if content.silent.is_empty() {
            return Vec::new();
        }
        let source = sources.get(path).and_then(|source| std::str::from_utf8(inputs.get(source)?).ok());
        let Some(source) = source else { return Vec::new() };
        let is_left_out = |written: &&Cow<'_, str>| {
            let name = written.rsplit('/').next().unwrap_or(written);
            place::silent_image(name, source).is_some()
        };
        let silent = content.silent.iter().filter(is_left_out).map(|written| {
            let fault = Unreadable::ImageWithoutText { written: written.clone().into_owned() };
            Found { page: path.to_owned(), fault: PageFault::Unreadable(fault), target: None }
        });
        silent.collect()
    }

    fn leads_to(&self, from: &str, written: &str) -> Option<usize> {
        match address::lead(from, written, self.website.base_url) {
            Lead::Inside { path, anchor: _ } => self.known(&path),
            Lead::Elsewhere | Lead::OwnMachine | Lead::Nothing | Lead::Above => None,
        }
    }
}

/// What a visitor follows or sees; the rest of the head of a page speaks to programs.
fn is_for_visitors(used: Use) -> bool {
    match used {
        Use::Link | Use::Refresh | Use::Image | Use::Asset => true,
        Use::Version | Use::Head | Use::Entry => false,
    }
}

/// Where a page says that its versions in other languages are.
fn versions<'c>(content: &'c Content<'_>) -> impl Iterator<Item = &'c str> {
    content.links.iter().filter(|link| link.used == Use::Version).map(|link| link.written.trim())
}

fn what(used: Use) -> Dead {
    match used {
        Use::Link | Use::Refresh => Dead::Link,
        Use::Image => Dead::Image,
        Use::Asset => Dead::Asset,
        Use::Version | Use::Head => Dead::Alternate,
        Use::Entry => Dead::Entry,
    }
}
