//! Dated pages: which sections and home pages have a feed, and which sections have archives.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::reads::Read;
use super::{Entry, Laid, Role, Site, pager};
use crate::address::Address;
use crate::date::Date;
use crate::diagnostic::listing::ListingProblem;
use crate::diagnostic::{Diagnostic, Problems};
use crate::front_matter::{SortBy, WrittenKind};

/// A year of a section, and its pages in the order of the section. Indexes of `Site::entries`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    pub year: i16,
    pub entries: Vec<usize>,
}

/// In days.
const A_YEAR: i32 = 366;

/// How many pages a feed announces.
const N_ANNOUNCED: usize = 20;

/// Home pages and sections that hold dated pages, directly or not, each with the newest of them. Indexes of
/// entries.
pub fn feeds(entries: &[Entry]) -> BTreeMap<usize, Vec<usize>> {
    let mut feeds: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate().filter(|(_, it)| is_dated(it) && !it.stands_in()) {
        let mut above = entry.parent;
        while let Some(holder) = above {
            feeds.entry(holder).or_default().push(at);
            above = entries[holder].parent;
        }
    }
    for announced in feeds.values_mut() {
        announced.sort_by_key(|at| (Reverse(entries[*at].date), &entries[*at].address));
        announced.truncate(N_ANNOUNCED);
    }
    feeds
}

/// Whether an entry is a page with a date, which feeds announce.
pub fn is_dated(entry: &Entry) -> bool {
    entry.role == Role::Page && entry.date.is_some()
}

/// Whether a section goes by date, the newest first: its pages are dated, and it asks for no other order.
pub fn goes_by_date(entries: &[Entry], section: &Entry) -> bool {
    let asked = section.document.as_ref().and_then(|document| document.header.sort_by);
    let by_date = match asked {
        None | Some(SortBy::Date) => true,
        Some(SortBy::Title | SortBy::Weight) => false,
    };
    by_date && section.children.iter().any(|at| pager::is_listed(&entries[*at]) && is_dated(&entries[*at]))
}

impl Laid {
    /// The pages that the feed of an entry announces; none when it has no feed.
    pub(super) fn announced_by(&self, holder: usize) -> &[usize] {
        self.feeds.get(&holder).map_or(&[], Vec::as_slice)
    }
}

impl Site {
    /// The home pages and sections that have a feed.
    pub fn holders_of_feeds(&self) -> impl Iterator<Item = &Entry> {
        self.note(Read::Entries);
        self.feeds.keys().map(|at| &self.entries[*at])
    }

    /// Whether a home page or a section has a feed.
    pub fn has_feed(&self, entry: &Entry) -> bool {
        self.note_around(entry);
        self.position(&entry.address).is_some_and(|at| self.feeds.contains_key(&at))
    }

    /// The pages that the feed of a home page or a section announces, newest first.
    pub fn announced(&self, holder: &Entry) -> impl Iterator<Item = &Entry> {
        let at = self.position(&holder.address);
        at.into_iter().for_each(|at| self.note(Read::Announced(at)));
        let announced = at.map_or(&[][..], |at| self.announced_by(at));
        announced.iter().map(|at| self.noted(*at))
    }

    /// Whether a section goes by date, the newest first.
    pub fn goes_by_date(&self, section: &Entry) -> bool {
        self.children(section).for_each(drop);
        goes_by_date(&self.entries, section)
    }

    /// The years of a section that asks for archives, newest first.
    pub fn archives(&self, section: &Entry) -> Vec<Year> {
        self.children(section).for_each(drop);
        archives(&self.entries, section)
    }
}

/// The feed of a home page or a section: `/actualites/atom.xml`.
pub fn feed(holder: &Address) -> Address {
    holder.beside("atom.xml")
}

/// The years of a section that asks for archives, newest first. Empty when its pages are all of
/// one year: its own page already lists that year.
pub(super) fn archives(entries: &[Entry], section: &Entry) -> Vec<Year> {
    let asks = section.document.as_ref().is_some_and(|document| document.header.archives);
    if !asks || section.role != Role::Section {
        return Vec::new();
    }
    let mut years: BTreeMap<i16, Vec<usize>> = BTreeMap::new();
    for at in &section.children {
        let entry = &entries[*at];
        if let Some(date) = entry.date.filter(|_| pager::is_listed(entry)) {
            years.entry(date.year()).or_default().push(*at);
        }
    }
    if years.len() < 2 {
        return Vec::new();
    }
    years.into_iter().rev().map(|(year, entries)| Year { year, entries }).collect()
}

/// The page of a year: `/actualites/2026/`.
pub fn year(section: &Address, year: i16) -> Address {
    section.child(&format!("{year:04}"))
}

/// Pages of a day that has not come: news, which is published at once, and what has probably another year.
///
/// A page may well be dated of the day that it announces, and a synthesis is told for itself.
pub fn to_come(entries: &[Entry], today: Date) -> Vec<Diagnostic> {
    let written = entries.iter().filter(|entry| is_dated(entry) && !entry.stands_in());
    let told = written.filter_map(|entry| {
        let (document, date) = (entry.document.as_ref()?, entry.date.filter(|date| *date > today)?);
        let problem = match document.kind {
            WrittenKind::News => ListingProblem::NewsToCome { date },
            WrittenKind::Page | WrittenKind::Synthesis if date > today.plus_days(A_YEAR) => {
                ListingProblem::FarDate { date }
            }
            WrittenKind::Page | WrittenKind::Synthesis | WrittenKind::Plan | WrittenKind::Mission => {
                return None;
            }
        };
        Some(Diagnostic::warning_of_file(&document.path, problem))
    });
    told.collect()
}

/// News without a date, and keys about lists where there is no such list.
pub fn problems(entries: &[Entry]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for entry in entries {
        let Some(document) = &entry.document else { continue };
        let mut problems = Problems::in_file(&document.path);
        // A date that could not be read was told already.
        let says_no_date = entry.date.is_none() && !document.header.date_is_written;
        if document.kind == WrittenKind::News && entry.role == Role::Page && says_no_date {
            problems.file_warning(ListingProblem::NewsWithoutDate);
        }
        let header = &document.header;
        if let (Some(updated), Some(date)) = (header.updated, entry.date)
            && updated < date
            && !entry.stands_in()
        {
            problems.file_warning(ListingProblem::UpdatedBeforeDate { updated, date });
        }
        let is_home = entry.role == Role::Home;
        if is_home && header.paginate_by.is_some() {
            problems.file_warning(ListingProblem::NoListAtHome { key: "paginate_by" });
        }
        if is_home && header.archives {
            problems.file_warning(ListingProblem::NoListAtHome { key: "archives" });
        }
        let lists_dates = |entry: &Entry| pager::is_listed(entry) && entry.date.is_some();
        if entry.role == Role::Section
            && header.archives
            && !entry.children.iter().any(|at| lists_dates(&entries[*at]))
        {
            problems.file_warning(ListingProblem::ArchivesWithoutDates);
        }
        diagnostics.extend(problems.into_diagnostics());
    }
    diagnostics
}
