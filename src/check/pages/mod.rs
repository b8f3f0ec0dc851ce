//! The website as visitors will have it: every address of every page, and what keeps people from reading.
//!
//! What templates, menus and raw HTML write is seen here alone: the documents were checked when
//! they were read.

pub mod address;
pub mod away;

mod content;
mod element;
mod follow;
mod gather;
mod lists;
mod logs;
mod outline;
mod place;
mod programs;
mod reach;
mod told;
mod vague;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::config::BaseUrl;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::pages::PageFault;
use crate::diagnostic::pages::upkeep::Upkeep;
use away::Away;
use content::{Content, Link};
use follow::{Look, OfFile};

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
    /// Links that lead out of the site.
    pub away: Away,
}

/// A fault on one page.
struct Found {
    /// The published path.
    page: String,
    /// Without the nearest address, which is looked for once, when it is told.
    fault: PageFault,
    /// Where the address of the fault leads, the same for all pages that mean the same file.
    target: Option<String>,
}

/// A file that may hold addresses.
enum Readable<'h> {
    Page(Content<'h>),
    /// A style, a feed, a list for robots.
    List(Vec<Link<'h>>),
}

impl<'h> Readable<'h> {
    fn of(path: &str, bytes: &'h [u8]) -> Option<Readable<'h>> {
        let text = || std::str::from_utf8(bytes).ok();
        match path.rsplit_once('.').map(|(_, extension)| extension)? {
            "html" => Some(Readable::Page(Content::of(text()?))),
            "css" => Some(Readable::List(lists::of_style(text()?))),
            "xml" => Some(Readable::List(lists::of_xml(text()?))),
            "txt" if path == "robots.txt" => Some(Readable::List(lists::of_robots(text()?))),
            _ => None,
        }
    }

    fn links(&self) -> &[Link<'h>] {
        match self {
            Readable::Page(content) => &content.links,
            Readable::List(links) => links,
        }
    }
}

/// Pages above this many bytes are slow on a phone.
const HEAVY_PAGE: usize = 300_000;

/// And pictures above this many.
const HEAVY_IMAGE: usize = 1_000_000;

/// Looks at every file of a website.
///
/// Files are read, then followed, each by itself on the threads there are, and gathered in their
/// order: the answer is the same on one thread or on many.
pub fn read(website: &Website<'_>) -> Checked {
    let readings: Vec<(&str, Readable<'_>)> = website
        .files
        .par_iter()
        .filter_map(|(path, bytes)| Some((*path, Readable::of(path, bytes)?)))
        .collect();
    let look = Look::new(website, &readings);
    let followed: Vec<OfFile> = readings.par_iter().map(|(path, reading)| look.file(path, reading)).collect();
    let n_links = followed.iter().map(|file| file.n_links).sum();
    let (mut found, mut roads, mut away) = (Vec::new(), BTreeMap::new(), Away::new());
    for ((path, _), of_file) in readings.iter().zip(followed) {
        found.extend(of_file.found);
        roads.insert(*path, of_file.roads);
        for written in of_file.away {
            away.entry(written).or_default().insert((*path).to_owned());
        }
    }
    found.extend(reach::orphans(&look, &roads));
    found.extend(reach::texts(&look, &roads));
    found.extend(heavy(website));
    found.extend(programs::of(website));
    let is_page = |reading: &Readable<'_>| matches!(reading, Readable::Page(_));
    let n_pages = readings.iter().filter(|(_, reading)| is_page(reading)).count();
    Checked { n_pages, n_links, diagnostics: gather::diagnostics(&look, found), away }
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
