//! Every problem with sample values, so that a test can read each message in both languages.
//!
//! A topic lists its variants with `samples!`, which turns the list into a `match` as well: a
//! problem without a sample does not compile.

mod content;
mod kinds;
mod pages;
mod record;
pub(crate) mod rules;
mod site;
mod tables;

use std::collections::{BTreeMap, BTreeSet};

use super::Problem;
use crate::date::Date;

/// The values of an enum, each variant named at least once.
macro_rules! samples {
    ($topic:ident: $($variant:ident $({ $($fields:tt)* })+,)+) => {{
        let _every_variant = |sample: &$topic| match sample { $($topic::$variant { .. } => (),)+ };
        vec![$($($topic::$variant { $($fields)* },)+)+]
    }};
}
use samples;

/// The samples of each topic, one after the other.
macro_rules! topics {
    ($($topic:ident: $samples:expr,)+) => {{
        let _every_topic = |problem: &Problem| match problem { $(Problem::$topic(_) => (),)+ };
        let mut all: Vec<Problem> = Vec::new();
        $(all.extend($samples.into_iter().map(Problem::$topic));)+
        all
    }};
}

fn all() -> Vec<Problem> {
    topics! {
        File: site::file(),
        Record: record::record(),
        Markdown: content::markdown(),
        Plan: kinds::plan(),
        Mission: kinds::mission(),
        Pages: pages::pages(),
        Sheet: tables::sheet(),
        FollowUp: tables::follow_up(),
        Glossary: content::glossary(),
        Hosting: site::hosting(),
        Import: tables::import(),
        Lint: kinds::lint(),
        Listing: content::listing(),
        Look: site::look(),
        Site: site::site(),
        Synthesis: kinds::synthesis(),
        Shortcode: content::shortcode(),
        Asked: content::asked(),
        Theme: site::theme(),
        Picture: site::picture(),
        Words: site::words(),
        Translation: kinds::translation(),
    }
}

/// A text that may be there or not: some wordings depend on it.
fn some(word: &str) -> Option<String> {
    Some(word.to_owned())
}

/// A day of a year.
fn some_day(year: i16) -> Date {
    Date::new(year, 1, 15).expect("a day of the calendar")
}

fn list(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn a_code_says_one_thing() {
    // The same mistake may be made in several places, and then has one code.
    const SHARED: &[&str] = &[
        "cut-row",
        "near-column",
        "near-status",
        "near-tags",
        "no-address",
        "no-such-file",
        "not-an-email",
        "own-machine",
        "shared-number",
        "status-against-percent",
        "unequal-lists",
        "unknown-percent",
    ];
    let mut topics: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for problem in all() {
        let shown = format!("{problem:?}");
        let topic = shown.split('(').next().unwrap_or_default();
        topics.entry(problem.code()).or_default().insert(topic.to_owned());
    }
    let several: Vec<&str> = topics.iter().filter(|(_, in_)| in_.len() > 1).map(|(code, _)| *code).collect();
    assert_eq!(several, SHARED, "{topics:?}");
}

#[test]
fn every_message_is_well_written_in_both_languages() {
    let faults: Vec<String> = all().iter().flat_map(rules::faults_of).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
