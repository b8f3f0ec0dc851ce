//! Tags of actions that are one tag for their author, and two for a reader.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::lint::Lint;
use crate::kind::plan::Action;
use crate::kind::plan::tags::{singular, tags};

/// The tags met so far: each by what case, accents and plurals leave of it.
#[derive(Default)]
pub(super) struct Seen<'a> {
    first: BTreeMap<String, (&'a str, &'a str)>,
    told: BTreeSet<&'a str>,
}

impl<'a> Seen<'a> {
    /// The tags of an action that are written otherwise than the first of their kind; each
    /// spelling is told once.
    pub fn of(&mut self, action: &'a Action) -> Vec<Lint> {
        let mut found = Vec::new();
        for tag in tags(action) {
            let (kept, first) = *self.first.entry(singular(tag)).or_insert((tag, action.number.as_str()));
            if kept != tag && self.told.insert(tag) {
                let (number, read) = (action.number.clone(), tag.to_owned());
                found.push(Lint::NearTags { number, read, first: first.to_owned(), kept: kept.to_owned() });
            }
        }
        found
    }
}
