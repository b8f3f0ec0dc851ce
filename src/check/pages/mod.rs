//! The website as visitors will have it: every address of every page, and what keeps people from reading.
//!
//! What templates, menus and raw HTML write is seen here alone: the documents were checked when
//! they were read.

pub mod address;
mod content;
mod gather;
mod lists;
mod outline;
mod place;
mod reach;
mod vague;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::BaseUrl;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::pages::PageFault;
use crate::diagnostic::pages::broken::{Broken, Dead};
use crate::diagnostic::pages::unreadable::Unreadable;
use crate::diagnostic::pages::upkeep::Upkeep;
use crate::lang;
use address::Lead;
use content::{Content, Link, Use};

/// A website ready to be published, and where it comes from.
pub struct Website<'a> {
    /// By path from the output folder.
    pub files: BTreeMap<&'a str, &'a [u8]>,
    /// The file of the site behind a page or a copy, by published path.
    pub sources: &'a BTreeMap<String, String>,
    pub base_url: &'a BaseUrl,
    /// The files of the site, to find where something is written.
    pub inputs: &'a BTreeMap<String, Arc<[u8]>>,
    /// What was already told of the documents.
    pub told: &'a [Diagnostic],
}

/// What was looked at, and what is wrong in it.
#[derive(Debug)]
pub struct Checked {
    pub n_pages: usize,
    /// Links inside the site, each time a page has one.
    pub n_links: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// A fault on one page.
struct Found {
    /// The published path.
    page: String,
    fault: PageFault,
    /// Where the address of the fault leads, the same for all pages that mean the same file.
    target: Option<String>,
}

/// Pages above this many bytes are slow on a phone.
const HEAVY_PAGE: usize = 300_000;

/// And pictures above this many.
const HEAVY_IMAGE: usize = 1_000_000;

/// Looks at every file of a website.
pub fn read(website: &Website<'_>) -> Checked {
    let texts =
        website.files.iter().filter_map(|(path, bytes)| Some((*path, std::str::from_utf8(bytes).ok()?)));
    let mut pages: BTreeMap<&str, Content<'_>> = BTreeMap::new();
    let mut lists: Vec<(&str, Vec<Link<'_>>)> = Vec::new();
    for (path, text) in texts {
        match path.rsplit_once('.').map(|(_, extension)| extension) {
            Some("html") => {
                pages.insert(path, Content::of(text));
            }
            Some("css") => lists.push((path, lists::of_style(text))),
            Some("xml") => lists.push((path, lists::of_xml(text))),
            Some("txt") if path == "robots.txt" => lists.push((path, lists::of_robots(text))),
            Some(_) | None => {}
        }
    }
    let look = Look { website, pages: &pages };
    let mut found = Vec::new();
    let mut n_links = 0;
    let mut roads: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let of_pages = pages.iter().map(|(path, content)| (*path, &content.links));
    for (path, links) in of_pages.chain(lists.iter().map(|(path, links)| (*path, links))) {
        for link in links {
            let Followed { fault, inside } = look.follow(path, link);
            n_links += usize::from(inside.is_some());
            if let (Some(target), Use::Link | Use::Refresh) = (&inside, link.used) {
                roads.entry(path).or_default().push(target.clone());
            }
            found.extend(fault.map(|fault| Found { page: path.to_owned(), fault, target: inside }));
        }
    }
    for (path, content) in &pages {
        let of_page =
            |fault: &PageFault| Found { page: (*path).to_owned(), fault: fault.clone(), target: None };
        found.extend(content.faults.iter().map(of_page));
        found.extend(look.one_sided(path, content));
        found.extend(look.silent(path, content));
    }
    found.extend(reach::orphans(website, &pages, &roads));
    found.extend(heavy(website));
    Checked { n_pages: pages.len(), n_links, diagnostics: gather::diagnostics(website, found) }
}

/// What links are followed in.
struct Look<'a> {
    website: &'a Website<'a>,
    pages: &'a BTreeMap<&'a str, Content<'a>>,
}

/// What becomes of a link.
struct Followed {
    fault: Option<PageFault>,
    /// The published path it leads to, when that is inside the site.
    inside: Option<String>,
}

impl Look<'_> {
    fn follow(&self, from: &str, link: &Link<'_>) -> Followed {
        let written = link.written.trim().to_owned();
        let broken = |fault| Followed { fault: Some(PageFault::Broken(fault)), inside: None };
        match address::lead(from, &written, self.website.base_url) {
            Lead::Elsewhere => Followed { fault: None, inside: None },
            Lead::OwnMachine => broken(Broken::OwnMachine { written }),
            Lead::Nothing if link.used == Use::Link => {
                broken(Broken::NoAddress { words: link.words.trim().to_owned() })
            }
            Lead::Nothing => broken(Broken::Dead { what: what(link.used), written, nearest: None }),
            Lead::Above => broken(Broken::Dead { what: what(link.used), written, nearest: None }),
            Lead::Inside { path, anchor } => {
                let Some(file) = self.file(&path) else {
                    let nearest = self.nearest(from, &path);
                    let fault = Broken::Dead { what: what(link.used), written, nearest };
                    return Followed { fault: Some(PageFault::Broken(fault)), inside: Some(path) };
                };
                let fault = anchor.and_then(|anchor| self.anchor(&file, &anchor, &written));
                Followed { fault: fault.map(PageFault::Broken), inside: Some(file) }
            }
        }
    }

    /// The published file at a path: itself, or the page of the folder of that name. A page that
    /// its template could not make has been told, and is not missing on all those that lead to it.
    fn file(&self, path: &str) -> Option<String> {
        let Website { files, sources, .. } = self.website;
        let stands = |path: &str| files.contains_key(path) || sources.contains_key(path);
        if stands(path) {
            return Some(path.to_owned());
        }
        let page = format!("{}/index.html", path.trim_end_matches('/'));
        stands(&page).then_some(page)
    }

    fn anchor(&self, file: &str, anchor: &str, written: &str) -> Option<Broken> {
        let page = self.pages.get(file)?;
        // Browsers go to the top of a page for these, and look for words after `:~:`.
        if anchor.is_empty() || anchor == "top" || anchor.starts_with(":~:") || page.ids.contains(anchor) {
            return None;
        }
        let nearest = lang::nearest(anchor, page.ids.iter().map(AsRef::as_ref));
        let start = written.split_once('#').map_or("", |(start, _)| start);
        let nearest = nearest.map(|near| format!("{start}#{near}"));
        Some(Broken::Dead { what: Dead::Anchor, written: written.to_owned(), nearest })
    }

    fn nearest(&self, from: &str, path: &str) -> Option<String> {
        let wanted = address::shown(path);
        let known: Vec<String> = self
            .website
            .files
            .keys()
            .filter(|known| **known != from)
            .map(|known| address::shown(known))
            .collect();
        lang::nearest(&wanted, known.iter().map(String::as_str)).map(str::to_owned)
    }

    /// Versions in other languages that do not name this page back.
    fn one_sided(&self, path: &str, content: &Content<'_>) -> Vec<Found> {
        let versions = content.links.iter().filter(|link| link.used == Use::Version);
        let names_back = |other: &str| {
            let versions = self.pages[other].links.iter().filter(|link| link.used == Use::Version);
            versions.into_iter().any(|link| self.leads_to(other, link).as_deref() == Some(path))
        };
        let one_sided = versions.filter_map(|link| {
            let target = self.leads_to(path, link)?;
            let stands = self.pages.contains_key(target.as_str());
            (stands && target != path && !names_back(&target)).then(|| Found {
                page: path.to_owned(),
                fault: PageFault::Broken(Broken::OneSidedAlternate {
                    written: link.written.trim().to_owned(),
                }),
                target: Some(target),
            })
        });
        one_sided.collect()
    }

    /// Pictures whose author left the brackets empty: `![](jardin.jpg)`.
    fn silent(&self, path: &str, content: &Content<'_>) -> Vec<Found> {
        let Website { sources, inputs, .. } = self.website;
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

    fn leads_to(&self, from: &str, link: &Link<'_>) -> Option<String> {
        match address::lead(from, link.written.trim(), self.website.base_url) {
            Lead::Inside { path, anchor: _ } => self.file(&path),
            Lead::Elsewhere | Lead::OwnMachine | Lead::Nothing | Lead::Above => None,
        }
    }
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

fn heavy<'a>(website: &'a Website<'a>) -> impl Iterator<Item = Found> + 'a {
    website.files.iter().filter_map(|(path, bytes)| {
        let (n_bytes, extension) = (bytes.len(), path.rsplit('.').next().unwrap_or_default());
        let fault = match extension.to_ascii_lowercase().as_str() {
            "html" if n_bytes > HEAVY_PAGE => Upkeep::HeavyPage { n_bytes },
            "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" | "svg" if n_bytes > HEAVY_IMAGE => {
                Upkeep::HeavyImage { n_bytes }
            }
            _ => return None,
        };
        let page = (*path).to_owned();
        Some(Found { target: Some(page.clone()), page, fault: PageFault::Upkeep(fault) })
    })
}
