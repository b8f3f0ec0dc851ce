//! Records in a translation what it was translated from.

use std::collections::BTreeMap;

use super::compare::{Comparison, State, compare};
use super::pair::pair;
use super::units::Reading;
use crate::filled::Filled;
use crate::front_matter::translation::{Refused, with_table};

/// What somebody says is up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Vouched {
    /// Nothing in particular: only what was never recorded is.
    NewOnly,
    /// The whole translation.
    All,
    /// These units, by key.
    Only(Vec<String>),
}

/// A translation with its record made, and what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The text of the file, changed or not.
    pub text: String,
    /// Keys recorded for the first time.
    pub new: Vec<String>,
    /// Keys whose source had changed, and that are now said to follow it.
    pub renewed: Vec<String>,
    /// Keys whose source has changed, and of which nothing was said.
    pub still_stale: Vec<String>,
}

impl Marked {
    /// Whether anything was recorded, or is left to review.
    pub fn says_something(&self) -> bool {
        let Marked { text: _, new, renewed, still_stale } = self;
        !(new.is_empty() && renewed.is_empty() && still_stale.is_empty())
    }
}

/// Records the translated units of a translation. Twice is once: what is done stays as it is.
///
/// The record follows the order of the translation, for its sections are paired by that order. What
/// is not translated has no record; what the source has lost keeps its own while its translation stands.
pub fn mark(source: &Reading, translation: &Reading, vouched: &Vouched) -> Result<Marked, Refused> {
    let Comparison { units, leftovers: _, alone: _ } = compare(source, translation);
    let by_key: BTreeMap<&str, _> = units.iter().map(|unit| (unit.key.as_str(), unit)).filled();
    let recorded: BTreeMap<&str, &str> =
        translation.recorded.iter().map(|it| (it.key.as_str(), it.fingerprint.as_str())).filled();
    let says = |key: &str, state: State| match (vouched, state) {
        (Vouched::NewOnly | Vouched::All, State::Unmarked) | (Vouched::All, State::Stale) => true,
        (Vouched::Only(keys), State::Unmarked | State::Stale) => keys.iter().any(|it| is_key(it, key)),
        (Vouched::NewOnly, State::Stale) => false,
        (
            Vouched::NewOnly | Vouched::All | Vouched::Only(_),
            State::Done | State::Missing | State::Unpaired,
        ) => false,
    };
    let mut marked =
        Marked { text: String::new(), new: Vec::new(), renewed: Vec::new(), still_stale: Vec::new() };
    let mut entries = Vec::new();
    for key in pair(source, translation).keys.into_iter().flatten() {
        let before = recorded.get(key.as_str()).map(|it| (*it).to_owned());
        let Some(unit) = by_key.get(key.as_str()) else {
            entries.extend(before.map(|before| (key, before)));
            continue;
        };
        let fingerprint = match unit.state {
            State::Missing | State::Unpaired => continue,
            State::Done | State::Unmarked | State::Stale if says(&key, unit.state) => {
                let list = if unit.state == State::Stale { &mut marked.renewed } else { &mut marked.new };
                list.push(key.clone());
                Some(unit.fingerprint.clone())
            }
            State::Stale => {
                marked.still_stale.push(key.clone());
                before
            }
            State::Done | State::Unmarked => before,
        };
        entries.extend(fingerprint.map(|fingerprint| (key, fingerprint)));
    }
    marked.text = with_table(&translation.source, &entries)?;
    Ok(marked)
}

/// Whether a key is the one asked for: `2.1.3` stands for `#2.1.3`.
pub fn is_key(asked: &str, key: &str) -> bool {
    asked == key || key.strip_prefix('#') == Some(asked)
}
