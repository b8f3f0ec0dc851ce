//! Which pages a visitor can reach from the home page.

use std::collections::{BTreeMap, BTreeSet};

use super::content::Content;
use super::{Found, Website};
use crate::diagnostic::pages::PageFault;
use crate::diagnostic::pages::upkeep::Upkeep;

/// The pages that no road leads to; of a folder that is lost as a whole, its first page alone.
pub fn orphans(
    website: &Website<'_>,
    pages: &BTreeMap<&str, Content<'_>>,
    roads: &BTreeMap<&str, Vec<String>>,
) -> Vec<Found> {
    let mut reached: BTreeSet<&str> = BTreeSet::from(["index.html"]);
    let mut next = vec!["index.html"];
    // The page of the search lists every document: being found there is no road for a visitor.
    let is_search = |page: &str| {
        let folder = page.trim_end_matches("index.html");
        website.files.contains_key(format!("{folder}index/index.js").as_str())
    };
    while let Some(page) = next.pop() {
        if is_search(page) {
            continue;
        }
        for target in roads.get(page).into_iter().flatten() {
            if reached.insert(target) {
                next.push(target);
            }
        }
    }
    let is_for_visitors = |path: &str, content: &Content<'_>| {
        path.rsplit('/').next() != Some("404.html")
            && !content.sends_elsewhere
            && website.sources.get(path).is_some_and(|source| !source.ends_with(".html"))
    };
    let lost: BTreeSet<&str> = pages
        .iter()
        .filter(|(path, content)| !reached.contains(*path) && is_for_visitors(path, content))
        .map(|(path, _)| *path)
        .collect();
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
