//! The order in which pages are listed, where it depends on their titles: that of a dictionary of
//! their language.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::Entry;
use super::tags::by_date;
use crate::front_matter::SortBy;
use crate::locale::SortKey;
use crate::words::Words;

/// What the title of each entry is sorted by. It costs more than the comparisons it serves.
pub fn titles(entries: &[Entry], words: &BTreeMap<String, Words>) -> Vec<SortKey> {
    entries.par_iter().map(|entry| words[&entry.language].locale.sort_key(&entry.title)).collect()
}

/// Says whether an entry that was given another title stands where it should, in lists that were sorted before.
pub struct Ranking<'a> {
    pub entries: &'a [Entry],
    pub words: &'a BTreeMap<String, Words>,
}

impl Ranking<'_> {
    /// Among what stands below a section.
    pub fn keeps_in_section(&self, at: usize, section: &Entry) -> bool {
        let by = section.document.as_ref().and_then(|document| document.header.sort_by);
        self.keeps(at, &section.children, |a, b| {
            let titles = self.title(a).cmp(&self.title(b));
            compare(&self.entries[a], &self.entries[b], titles, by)
        })
    }

    /// Among what has a tag.
    pub fn keeps_among_tagged(&self, at: usize, tagged: &[usize]) -> bool {
        self.keeps(at, tagged, |a, b| {
            let (title_of_a, title_of_b) = (self.title(a), self.title(b));
            by_date(&self.entries[a], &title_of_a).cmp(&by_date(&self.entries[b], &title_of_b))
        })
    }

    fn title(&self, at: usize) -> SortKey {
        let entry = &self.entries[at];
        self.words[&entry.language].locale.sort_key(&entry.title)
    }

    /// Whether those before and after it in a list are.
    fn keeps(&self, at: usize, list: &[usize], compare: impl Fn(usize, usize) -> Ordering) -> bool {
        let Some(rank) = list.iter().position(|it| *it == at) else { return false };
        let before = rank.checked_sub(1).map(|before| list[before]);
        let after = list.get(rank + 1);
        before.is_none_or(|before| compare(before, at).is_lt())
            && after.is_none_or(|after| compare(at, *after).is_lt())
    }
}

/// Sorts what stands below each section.
pub fn sort_children(entries: &mut [Entry], titles: &[SortKey]) {
    for at in 0..entries.len() {
        let mut children = std::mem::take(&mut entries[at].children);
        let by = entries[at].document.as_ref().and_then(|document| document.header.sort_by);
        children.sort_by(|a, b| {
            let titles = titles[*a].cmp(&titles[*b]);
            compare(&entries[*a], &entries[*b], titles, by)
        });
        entries[at].children = children;
    }
}

/// Listed first by the section's order; without one, by date when there are dates, newest first,
/// then by weight, then by title. Addresses settle what remains equal.
fn compare(a: &Entry, b: &Entry, titles: Ordering, by: Option<SortBy>) -> Ordering {
    let weight = |entry: &Entry| {
        entry.document.as_ref().and_then(|document| document.header.weight).unwrap_or(i64::MAX)
    };
    let dates = || newest_first(a.date).cmp(&newest_first(b.date));
    let weights = || weight(a).cmp(&weight(b));
    let order = match by {
        Some(SortBy::Date) => dates(),
        Some(SortBy::Title) => Ordering::Equal,
        Some(SortBy::Weight) => weights(),
        None => dates().then_with(weights),
    };
    order.then(titles).then_with(|| a.address.cmp(&b.address))
}

/// What puts the newest first and what has no date last.
pub fn newest_first<D: Ord>(date: Option<D>) -> (bool, Reverse<Option<D>>) {
    (date.is_none(), Reverse(date))
}
