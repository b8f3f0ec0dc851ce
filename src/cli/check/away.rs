//! `jalon check --external`: asks other sites whether what links lead to is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::words::Followed;
use crate::check::pages::away::{self, Away};
use crate::cli::report::Reporter;
use crate::date::Date;
use crate::diagnostic::pages::away::Silence;
use crate::disk::error::Error;
use crate::disk::kept;
use crate::visit::memory::Memory;
use crate::visit::{self, Answer, Manners};

/// What is remembered of the answers, in the folder that jalon keeps beside a site.
const MEMORY: &str = "links.txt";

/// Addresses asked for in one check. The next one asks for those that are left.
const MOST: usize = 500;

/// The addresses that lead to nothing, and what there is to say of the others.
pub fn follow(
    root: &Path,
    away: &Away,
    today: Date,
    reporter: &Reporter,
) -> Result<(BTreeMap<String, Silence>, Followed), Error> {
    let addresses: BTreeSet<String> = away.keys().filter_map(|written| away::asked(written)).collect();
    let mut memory = kept::text(root, MEMORY)?.map(|text| Memory::parse(&text)).unwrap_or_default();
    memory.forget(today);
    let (known, unknown): (Vec<&str>, Vec<&str>) =
        addresses.iter().map(String::as_str).partition(|address| memory.of(address, today).is_some());
    let (asked, left) = unknown.split_at(unknown.len().min(MOST));
    if !asked.is_empty() {
        reporter.waiting(&super::words::asking(reporter.lang, asked.len()));
    }
    let mut silences = BTreeMap::new();
    for (address, answer) in asked.iter().zip(visit::ask(asked, &Manners::default())) {
        memory.keep(address, answer, today);
        if let Answer::Dead(silence) = answer {
            silences.insert((*address).to_owned(), silence);
        }
    }
    if !asked.is_empty() {
        kept::keep(root, MEMORY, &memory.to_text())?;
    }
    let refused = addresses.iter().filter(|address| {
        memory.of(address, today).is_some_and(|answer| matches!(answer, Answer::Refuses(_)))
    });
    let refused = refused.cloned().collect();
    Ok((silences, Followed { n_asked: asked.len(), n_known: known.len(), n_left: left.len(), refused }))
}
