//! What the page where visitors search shows: `search.html`.

use serde::Serialize;

use super::StatusView;
use super::foreign::ForeignLink;
use super::listing::CountedLink;

/// The page where visitors search: `search.html`. Its script looks words up; without it, the page lists
/// what the site holds.
#[derive(Debug, Clone, Serialize)]
pub struct SearchView {
    pub title: String,
    /// Relative address of the root of the site, where the addresses of results start.
    pub root: String,
    /// Relative address of the folder of the index, ending with `/`.
    pub index: String,
    /// What a result may be, in the order results are listed.
    pub kinds: Vec<KindChoice>,
    /// The states an action may have.
    pub states: Vec<StatusView>,
    /// All that the site holds, by kind; kinds that have nothing are left out.
    pub shelves: Vec<Shelf>,
}

/// A kind of result.
#[derive(Debug, Clone, Serialize)]
pub struct KindChoice {
    pub key: String,
    /// « Actions »
    pub title: String,
}

/// The documents of a kind.
#[derive(Debug, Clone, Serialize)]
pub struct Shelf {
    /// The anchor of the heading: `_synthesis`.
    pub id: String,
    /// « Synthèses »
    pub title: String,
    /// « 12 pages »
    pub count: String,
    /// By title, when there are few enough of them.
    pub documents: Vec<ForeignLink>,
    /// Else the sections that list them.
    pub sections: Vec<CountedLink>,
}
