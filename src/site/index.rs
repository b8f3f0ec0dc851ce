//! What every page asks of the site, answered once: a page that walks through the whole site for
//! itself makes a site of ten thousand pages slower than ten sites of one thousand.

use std::collections::BTreeMap;

use super::tags::Tag;
use super::{Entry, Role, Site, dated, pager};

/// The answers. Indexes are those of `Site::entries`, and of `Site::tags` for tags.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// The home page of each language, by its code.
    homes: BTreeMap<String, usize>,
    /// The tags of each entry, by name.
    tags: Vec<Vec<usize>>,
    /// What stands around each entry in the list of its section.
    neighbours: Vec<Neighbours>,
}

/// The pages before and after a page in the list of its section, the oldest first where it goes by date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Neighbours {
    previous: Option<usize>,
    next: Option<usize>,
}

impl Index {
    pub fn of(entries: &[Entry], tags: &[Tag]) -> Index {
        let mut homes = BTreeMap::new();
        for (at, home) in entries.iter().enumerate().filter(|(_, entry)| entry.role == Role::Home) {
            homes.entry(home.language.clone()).or_insert(at);
        }
        let mut of_entries = vec![Vec::new(); entries.len()];
        for (number, tag) in tags.iter().enumerate() {
            for at in &tag.entries {
                of_entries[*at].push(number);
            }
        }
        Index { homes, tags: of_entries, neighbours: neighbours(entries) }
    }

    pub fn around(&self, at: usize) -> Around<'_> {
        let Neighbours { previous, next } = self.neighbours[at];
        Around { previous, next, tags: &self.tags[at] }
    }

    /// The home page of each language.
    pub fn homes(&self) -> impl Iterator<Item = (&str, usize)> {
        self.homes.iter().map(|(language, at)| (language.as_str(), *at))
    }
}

/// What stands around an entry: its neighbours, and the numbers of its tags.
pub struct Around<'i> {
    pub previous: Option<usize>,
    pub next: Option<usize>,
    pub tags: &'i [usize],
}

/// The pages at the root of the site follow no order of their own, and have no neighbours.
fn neighbours(entries: &[Entry]) -> Vec<Neighbours> {
    let mut all = vec![Neighbours::default(); entries.len()];
    for section in entries.iter().filter(|entry| entry.role == Role::Section) {
        let listed = section.children.iter().copied().filter(|at| pager::is_listed(&entries[*at]));
        let mut in_time: Vec<usize> = listed.collect();
        // The newest stands first in the list, and last in time.
        if dated::goes_by_date(entries, section) {
            in_time.reverse();
        }
        for pair in in_time.windows(2) {
            all[pair[0]].next = Some(pair[1]);
            all[pair[1]].previous = Some(pair[0]);
        }
    }
    all
}

impl Site {
    /// The home page of a language.
    pub fn home(&self, language: &str) -> Option<&Entry> {
        self.index.homes.get(language).map(|at| self.noted(*at))
    }

    /// The tags of an entry, by name.
    pub fn tags_of(&self, entry: &Entry) -> impl Iterator<Item = &Tag> {
        self.note_around(entry);
        let numbers = self.position(&entry.address).map(|at| self.index.tags[at].as_slice());
        numbers.unwrap_or_default().iter().map(|number| &self.tags[*number])
    }

    /// The pages before and after a page among those that its section lists.
    pub fn neighbours(&self, entry: &Entry) -> (Option<&Entry>, Option<&Entry>) {
        self.note_around(entry);
        let found = self.position(&entry.address).map(|at| self.index.neighbours[at]);
        let Neighbours { previous, next } = found.unwrap_or_default();
        let entry = |at: usize| self.noted(at);
        (previous.map(entry), next.map(entry))
    }
}
