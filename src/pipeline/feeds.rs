//! Writes the feeds of a site.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use super::earlier::Earlier;
use crate::address::Address;
use crate::export::feed::Said;
use crate::filled::Filled;
use crate::page::{self, Making};
use crate::site::{Entry, dated};

/// Every feed, with its published path.
pub fn of_site(making: &Making<'_>, kept: Option<&mut Earlier<'_>>) -> Vec<(String, Arc<[u8]>)> {
    let holders: Vec<&Entry> = making.site.holders_of_feeds().collect();
    let written = match kept {
        Some(earlier) => {
            let feeds = each(&holders, |holder| earlier.feed(making, holder, alone));
            earlier.keep_feeds(feeds)
        }
        None => once(making, &holders),
    };
    holders.into_iter().map(|holder| dated::feed(&holder.address).output()).zip(written).filled()
}

/// What is said of a page is made once: the feed of its section and that of the home page both say it.
fn once(making: &Making<'_>, holders: &[&Entry]) -> Vec<Arc<[u8]>> {
    let announced = holders.iter().flat_map(|holder| making.site.announced(holder));
    let announced: BTreeMap<&Address, &Entry> = announced.map(|entry| (&entry.address, entry)).filled();
    let announced: Vec<&Entry> = announced.into_values().collect();
    let said = each(&announced, |entry| page::said_in_feeds(making, entry));
    let said: BTreeMap<&Address, Said> =
        announced.iter().zip(said).filter_map(|(entry, said)| Some((&entry.address, said?))).filled();
    let write = |holder: &Entry| {
        let items: Vec<&Said> =
            making.site.announced(holder).filter_map(|entry| said.get(&entry.address)).collect();
        page::feed(making, holder, &items).into_bytes().into()
    };
    each(holders, write)
}

/// A feed that is written again, perhaps alone.
fn alone(making: &Making<'_>, holder: &Entry) -> Arc<[u8]> {
    let items = making.site.announced(holder).filter_map(|entry| page::said_in_feeds(making, entry));
    let items: Vec<Said> = items.collect();
    page::feed(making, holder, &items.iter().collect::<Vec<_>>()).into_bytes().into()
}

/// What is made of each entry, in their order, on all threads.
fn each<R: Send + Sync>(entries: &[&Entry], make: impl Fn(&Entry) -> R + Sync) -> Vec<R> {
    let made: Vec<OnceLock<R>> = entries.iter().map(|_| OnceLock::new()).collect();
    // One function for all of them: the threads are not compiled again for each.
    let make: &(dyn Fn(usize) + Sync) = &|at| _ = made[at].set(make(entries[at]));
    (0..entries.len()).into_par_iter().for_each(make);
    made.into_iter().map(|it| it.into_inner().expect("each was made")).collect()
}
