//! Where the search of each language stands, and what it finds.

use std::collections::BTreeMap;

use super::{Copy, Entry, Role};
use crate::address::Address;
use crate::config::Config;
use crate::filled::Filled;
use crate::front_matter::WrittenKind;

/// What a result is, in the order they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Plan,
    Orientation,
    Action,
    Synthesis,
    Mission,
    News,
    Page,
}

impl Kind {
    pub const ALL: [Kind; 7] =
        [Kind::Plan, Kind::Orientation, Kind::Action, Kind::Synthesis, Kind::Mission, Kind::News, Kind::Page];

    /// `orientation`: its words are found under this key, and it stands in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Plan => "plan",
            Kind::Orientation => "orientation",
            Kind::Action => "action",
            Kind::Synthesis => "synthesis",
            Kind::Mission => "mission",
            Kind::News => "news",
            Kind::Page => "page",
        }
    }

    /// What a document is found as.
    pub fn of(written: WrittenKind) -> Kind {
        match written {
            WrittenKind::Plan => Kind::Plan,
            WrittenKind::Synthesis => Kind::Synthesis,
            WrittenKind::Mission => Kind::Mission,
            WrittenKind::News => Kind::News,
            WrittenKind::Page => Kind::Page,
        }
    }
}

/// The page where visitors search, by language: `/recherche/`, `/en/search/`.
///
/// « Recherche » is also what some associations do: where a document or a file already stands
/// there, the page moves beside it, `/recherche-2/`.
pub fn of_site(config: &Config, entries: &[Entry], copies: &[Copy]) -> BTreeMap<String, Address> {
    if !config.search {
        return BTreeMap::new();
    }
    let homes = entries.iter().filter(|entry| entry.role == Role::Home);
    let pages = homes.map(|home| {
        let word = home.words.word("search");
        let names = (1..).map(|n| if n == 1 { word.to_owned() } else { format!("{word}-{n}") });
        let mut addresses = names.map(|name| home.address.child(&name));
        let free = addresses.find(|address| is_free(address, entries, copies));
        (home.language.clone(), free.expect("names are endless, documents are not"))
    });
    pages.filled()
}

/// Whether nothing that people wrote stands at an address or below it.
fn is_free(address: &Address, entries: &[Entry], copies: &[Copy]) -> bool {
    let page = address.as_str();
    let file = page.trim_end_matches('/');
    let is_taken = |taken: &Address| taken.as_str().starts_with(page) || taken.as_str() == file;
    let mut taken = entries.iter().map(|entry| &entry.address).chain(copies.iter().map(|copy| &copy.address));
    !taken.any(is_taken)
}

/// The folder of what the page loads when a visitor searches.
pub fn folder(page: &Address) -> Address {
    page.child("index")
}

/// The name that keeps others out of that folder: no disk holds a file and a folder of one name.
pub fn claim(page: &Address) -> Address {
    page.beside("index")
}
