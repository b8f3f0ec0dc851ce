//! Which pages a visitor can reach from the home page.

use std::collections::{BTreeMap, BTreeSet};

use super::Found;
use super::content::Content;
use super::follow::Look;
use crate::diagnostic::pages::PageFault;
use crate::diagnostic::pages::upkeep::Upkeep;
use crate::filled::Filled;

/// The pages that no road leads to; of a folder that is lost as a whole, its first page alone.
pub fn orphans(look: &Look<'_>, roads: &BTreeMap<&str, Vec<usize>>) -> Vec<Found> {
    let website = look.website;
    let mut reached = vec![false; look.known.len()];
    let mut next: Vec<usize> = look.known.binary_search(&"index.html").into_iter().collect();
    next.iter().for_each(|home| reached[*home] = true);
    // The page of the search lists every document: being found there is no road for a visitor.
    let is_search = |page: &str| {
        let folder = page.trim_end_matches("index.html");
        website.files.contains_key(format!("{folder}index/index.js").as_str())
    };
    while let Some(page) = next.pop() {
        let page = look.known[page];
        if is_search(page) {
            continue;
        }
        for target in roads.get(page).into_iter().flatten() {
            if !reached[*target] {
                reached[*target] = true;
                next.push(*target);
            }
        }
    }
    let is_for_visitors = |path: &str, content: &Content<'_>| {
        path.rsplit('/').next() != Some("404.html")
            && !content.sends_elsewhere
            && website.sources.get(path).is_some_and(|source| !source.ends_with(".html"))
    };
    let lost: BTreeSet<&str> = look
        .pages()
        .filter(|(at, path, content)| !reached[*at] && is_for_visitors(path, content))
        .map(|(_, path, _)| path)
        .filled();
    let is_below_another = |path: &str| {
        let mut folder = path.trim_end_matches("index.html").trim_end_matches('/');
        while let Some((above, _)) = folder.rsplit_once('/') {
            folder = above;
            if lost.contains(format!("{folder}/index.html").as_str()) {
                return true;
            }
        }
        false
    };
    let first = lost.iter().filter(|path| !is_below_another(path));
    let found = first.map(|path| Found {
        page: (*path).to_owned(),
        fault: PageFault::Upkeep(Upkeep::Orphan {}),
        target: Some((*path).to_owned()),
    });
    found.collect()
}

/// The plain texts of `content/` that make no page, and that no page offers: who put them there
/// expects a page.
pub fn texts(look: &Look<'_>, roads: &BTreeMap<&str, Vec<usize>>) -> Vec<Found> {
    let sources = &look.website.sources;
    let is_of_content = |path: &str| sources.get(path).is_some_and(|source| source.starts_with("content/"));
    let is_offered = |at: usize| roads.values().any(|road| road.binary_search(&at).is_ok());
    let known =
        look.known.iter().enumerate().filter(|(_, path)| path.ends_with(".txt") && is_of_content(path));
    let lost = known.filter(|(at, path)| !is_offered(*at) && !is_told(look, path)).filter_map(|(_, path)| {
        let stem = path.rsplit('/').next().unwrap_or(path).strip_suffix(".txt")?;
        if stem.eq_ignore_ascii_case("README") {
            // For those who write the site, and never a document.
            return None;
        }
        Some(Found {
            page: (*path).to_owned(),
            fault: PageFault::Upkeep(Upkeep::TextWithoutLink { name: format!("{stem}.md") }),
            target: Some((*path).to_owned()),
        })
    });
    lost.collect()
}

/// Whether the name of a file was told already.
fn is_told(look: &Look<'_>, path: &str) -> bool {
    let source = look.website.sources.get(path);
    source.is_some_and(|source| look.website.told.iter().any(|told| told.path == *source))
}
