//! What is seen of the entries of a site in one look at each.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::glossary::{self, Glossary};
use super::{Copy, Entry, Redirect, dated, search, tree};
use crate::address::Address;
use crate::config::Config;
use crate::filled::Filled;
use crate::words::Words;

/// What is seen of the entries in one look at each, while others are busy with the tags.
pub(super) struct Looked {
    pub(super) by_source: BTreeMap<String, usize>,
    pub(super) redirects: Vec<Redirect>,
    pub(super) glossaries: Arc<BTreeMap<String, Glossary>>,
    pub(super) searches: BTreeMap<String, Address>,
    pub(super) feeds: BTreeMap<usize, Vec<usize>>,
}

impl Looked {
    // What two threads may take is compiled at two places: this is not.
    #[inline(never)]
    pub(super) fn of(
        config: &Config,
        words: &BTreeMap<String, Words>,
        entries: &[Entry],
        copies: &[Copy],
    ) -> Looked {
        let written = entries.iter().enumerate().filter(|(_, entry)| !entry.stands_in());
        let sources = written
            .filter_map(|(at, entry)| entry.document.as_ref().map(|document| (document.path.clone(), at)));
        // A feed has absolute addresses alone.
        let has_address = !config.base_url.origin.is_empty();
        Looked {
            by_source: sources.filled(),
            redirects: tree::redirects(config, entries),
            glossaries: Arc::new(glossary::of_site(entries, words)),
            searches: search::of_site(config, entries, copies),
            feeds: if has_address { dated::feeds(entries) } else { BTreeMap::new() },
        }
    }
}
