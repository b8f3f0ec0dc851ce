//! Writes the feeds of a site.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::earlier::Earlier;
use crate::address::Address;
use crate::export::feed::Said;
use crate::page::{self, Making};
use crate::site::{Entry, dated};

/// Every feed, with its published path.
pub fn of_site(making: &Making<'_>, kept: Option<&mut Earlier<'_>>) -> Vec<(String, Arc<[u8]>)> {
    let holders: Vec<&Entry> = making.site.holders_of_feeds().collect();
    let written = match kept {
        Some(earlier) => {
            let feeds = holders.par_iter().map(|holder| earlier.feed(making, holder, alone)).collect();
            earlier.keep_feeds(feeds)
        }
        None => once(making, &holders),
    };
    holders.into_iter().map(|holder| dated::feed(&holder.address).output()).zip(written).collect()
}

/// What is said of a page is made once: the feed of its section and that of the home page both say it.
fn once(making: &Making<'_>, holders: &[&Entry]) -> Vec<Arc<[u8]>> {
    let announced = holders.iter().flat_map(|holder| making.site.announced(holder));
    let announced: BTreeMap<&Address, &Entry> = announced.map(|entry| (&entry.address, entry)).collect();
    let said = announced.into_par_iter();
    let said: BTreeMap<&Address, Said> =
        said.filter_map(|(address, entry)| Some((address, page::said_in_feeds(making, entry)?))).collect();
    let write = |holder: &&Entry| {
        let items = making.site.announced(holder).filter_map(|entry| said.get(&entry.address));
        let items: Vec<&Said> = items.collect();
        page::feed(making, holder, &items).into_bytes().into()
    };
    holders.par_iter().map(write).collect()
}

/// A feed that is written again, perhaps alone.
fn alone(making: &Making<'_>, holder: &Entry) -> Arc<[u8]> {
    let items = making.site.announced(holder).filter_map(|entry| page::said_in_feeds(making, entry));
    let items: Vec<Said> = items.collect();
    page::feed(making, holder, &items.iter().collect::<Vec<_>>()).into_bytes().into()
}
