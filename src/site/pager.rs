//! A list shown a few lines at a time: which pages a section lists, on how many pages, at which addresses.

use super::{Entry, Role};
use crate::address::Address;

/// Whether an entry is listed among the pages of its section; plans have cards of their own.
pub fn is_listed(entry: &Entry) -> bool {
    entry.role == Role::Page && entry.plan().is_none()
}

/// How many pages it takes to list so many entries.
pub fn n_pages(section: &Entry, n_listed: usize) -> usize {
    per_page(section).map_or(1, |per_page| n_listed.div_ceil(per_page).max(1))
}

/// How many entries a page lists; none when one page lists them all.
pub fn per_page(section: &Entry) -> Option<usize> {
    // The home page lists no page of its own.
    let section = Some(section).filter(|section| section.role != Role::Home)?;
    section.document.as_ref().and_then(|document| document.header.paginate_by).filter(|n| *n > 0)
}

/// The address of the n-th page of a list of an entry, from 1: `/actualites/page/2/`.
pub fn address(entry: &Entry, first: &Address, n: usize) -> Address {
    if n == 1 { first.clone() } else { first.child(&format!("{}/{n}", entry.words.word("page"))) }
}
