//! `jalon check --external`: asks other sites whether what links lead to is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::words::Followed;
use crate::check::pages::away::{self, Away};
use crate::cli::report::Reporter;
use crate::date::Date;
use crate::diagnostic::pages::away::{OutOfReach, Silence};
use crate::disk::error::Error;
use crate::disk::kept;
use crate::filled::Filled;
use crate::visit::memory::Memory;
use crate::visit::{self, Answer, Manners};

/// What is remembered of the answers, in the folder that jalon keeps beside a site.
const MEMORY: &str = "links.txt";

/// Addresses asked for in one check. The next one asks for those that are left.
const MOST: usize = 500;

/// How many of those that answered lately are asked again, to know whether the network is there.
const MOST_WITNESSES: usize = 2;

/// The addresses that lead to nothing, and what there is to say of the others.
pub fn follow(
    root: &Path,
    away: &Away,
    today: Date,
    reporter: &Reporter,
) -> Result<(BTreeMap<String, Silence>, Followed), Error> {
    let addresses: BTreeSet<String> = away.keys().filter_map(|written| away::asked(written)).filled();
    let mut memory = kept::text(root, MEMORY)?.map(|text| Memory::parse(&text)).unwrap_or_default();
    memory.forget(today);
    let (known, unknown): (Vec<&str>, Vec<&str>) =
        addresses.iter().map(String::as_str).partition(|address| memory.of(address, today).is_some());
    let (asked, left) = unknown.split_at(unknown.len().min(MOST));
    if !asked.is_empty() {
        reporter.waiting(&super::words::asking(reporter.lang, asked.len()));
    }
    let mut silences: BTreeMap<String, Silence> = BTreeMap::new();
    for (address, answer) in asked.iter().zip(visit::ask(asked, &Manners::default())) {
        memory.keep(address, answer, today);
        if let Answer::Dead(silence) = answer {
            silences.insert((*address).to_owned(), silence);
        }
    }
    if !asked.is_empty() {
        kept::keep(root, MEMORY, &memory.to_text())?;
    }
    // The dead alone are asked again: that none of them answers says nothing of the network.
    let out_of_reach = out_of_reach(asked, &silences).filter(|_| !answers_still(&known));
    if out_of_reach.is_some() {
        silences.clear();
    }
    let refused = addresses.iter().filter(|address| {
        memory.of(address, today).is_some_and(|answer| matches!(answer, Answer::Refuses(_)))
    });
    let refused = refused.cloned().collect();
    let (n_asked, n_known, n_left) = (asked.len(), known.len(), left.len());
    Ok((silences, Followed { n_asked, n_known, n_left, refused, out_of_reach }))
}

/// Whether nobody could be asked. One site that does not answer says nothing of the network.
fn out_of_reach(asked: &[&str], silences: &BTreeMap<String, Silence>) -> Option<OutOfReach> {
    let hosts: BTreeSet<&str> = asked.iter().map(|address| host(address)).filled();
    let reasons: BTreeSet<Silence> = silences.values().copied().filled();
    let is_out = silences.len() == asked.len() && reasons.len() == 1 && reasons.iter().all(is_of_network);
    (is_out && hosts.len() > 1).then(|| OutOfReach { hosts: hosts.into_iter().map(str::to_owned).collect() })
}

/// Whether a site that answered lately does so now, well or not: then the network is there.
fn answers_still(known: &[&str]) -> bool {
    let of_each: BTreeMap<&str, &str> = known.iter().map(|address| (host(address), *address)).filled();
    let witnesses: Vec<&str> = of_each.into_values().take(MOST_WITNESSES).collect();
    visit::ask(&witnesses, &Manners::default()).iter().any(|answer| match answer {
        Answer::Stands | Answer::Refuses(_) => true,
        Answer::Dead(silence) => !is_of_network(silence),
    })
}

/// Whether a silence may come from this side.
fn is_of_network(silence: &Silence) -> bool {
    match silence {
        Silence::NoSuchSite | Silence::TooSlow | Silence::NoAnswer => true,
        Silence::NoSuchPage { .. }
        | Silence::OutOfOrder { .. }
        | Silence::GoesRound
        | Silence::NotTrusted => false,
    }
}

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', ':']).next().unwrap_or(rest)
}
