//! The index of a language: its results in order, and the files that hold them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::encode::{Mark, runs, script, script_of_texts};
use super::shelves::{Shelf, shelves};
use super::unit::Unit;
use super::vocabulary;
use super::words::stop_words;
use crate::date::Date;
use crate::filled::Filled;
use crate::site::search::Kind;

/// How many results have what is shown of them in one file.
const TOGETHER: usize = 24;

/// What can be found in a language.
pub struct Index {
    /// Those of a kind together, newest first, then in the order of the site. A result is known
    /// by its place here.
    units: Vec<Unit>,
    shelves: Vec<Shelf>,
    stop_words: &'static [&'static str],
}

/// What `index.js` holds. Columns have a value for each result, in runs.
#[derive(Serialize)]
struct Top {
    /// Changes with the other files, and is known after them.
    mark: String,
    /// How many results each kind has, in order.
    kinds: Vec<(&'static str, usize)>,
    /// Each state that some result has; the column counts them from 1, 0 is none.
    states: Vec<String>,
    state: String,
    /// The first year and the last; 0 is none.
    first: String,
    last: String,
    /// The place of the plan and of the orientation it belongs to, from 1; 0 is none.
    plan: String,
    part: String,
    /// The words that are not looked up.
    stop: &'static [&'static str],
    /// How many results a file of them holds.
    step: usize,
    /// The first word of each file of words.
    words: Vec<String>,
}

/// What is shown of a result.
#[derive(Serialize)]
struct Shown<'a>(&'a str, &'a str, &'a str, &'a str, &'a str, u8, &'a str);

impl Index {
    pub fn new(tag: &str, mut units: Vec<Unit>) -> Index {
        units.sort_by_key(|unit| (unit.kind, Reverse(unit.days.map(|(_, last)| last))));
        // Taken, so that they are let go of as they are read.
        let words = units.iter_mut().map(|unit| std::mem::take(&mut unit.words));
        let shelves = shelves(&vocabulary::groups(tag, words));
        Index { units, shelves, stop_words: stop_words(tag) }
    }

    /// Hands each file over by its name, once it is written. The results are let go of on the way: an
    /// index is as large as they are.
    pub fn write(mut self, put: &mut dyn FnMut(&str, String)) {
        let mut top = self.top();
        let mut mark = Mark::new();
        let mut units = std::mem::take(&mut self.units).into_iter();
        for n in 0..units.len().div_ceil(TOGETHER) {
            let together: Vec<Unit> = units.by_ref().take(TOGETHER).collect();
            let rows: Vec<Shown<'_>> = together.iter().map(shown).collect();
            let name = format!("d{n}");
            let text = script_of_texts(&name, &rows);
            mark.see(&text);
            put(&format!("{name}.js"), text);
        }
        for (n, shelf) in self.shelves.into_iter().enumerate() {
            let name = format!("w{n}");
            let text = script(&name, &shelf.lines);
            mark.see(&text);
            put(&format!("{name}.js"), text);
        }
        top.mark = mark.written();
        put("index.js", script("index", &top));
    }

    /// What is said first, before the other files are seen.
    fn top(&self) -> Top {
        let units = &self.units;
        let count = |kind: Kind| units.iter().filter(|unit| unit.kind == kind).count();
        let mut states: Vec<&str> =
            units.iter().filter_map(|unit| unit.status.as_ref()).map(|status| status.key.as_str()).collect();
        states.sort_unstable();
        states.dedup();
        let state = |unit: &Unit| {
            let key = unit.status.as_ref().map(|status| status.key.as_str());
            key.and_then(|key| states.binary_search(&key).ok()).map_or(0, from_one)
        };
        let pages: BTreeMap<&str, u32> =
            units.iter().enumerate().map(|(at, unit)| (unit.href.as_str(), from_one(at))).filled();
        let place = |href: &Option<String>| {
            href.as_deref().and_then(|href| pages.get(href)).copied().unwrap_or_default()
        };
        let year = |day: Option<Date>| day.and_then(|day| u32::try_from(day.year()).ok()).unwrap_or_default();
        Top {
            mark: String::new(),
            kinds: Kind::ALL.map(|kind| (kind.key(), count(kind))).to_vec(),
            state: runs(units.iter().map(state)),
            first: runs(units.iter().map(|unit| year(unit.days.map(|(first, _)| first)))),
            last: runs(units.iter().map(|unit| year(unit.days.map(|(_, last)| last)))),
            plan: runs(units.iter().map(|unit| place(&unit.plan))),
            part: runs(units.iter().map(|unit| place(&unit.orientation))),
            states: states.into_iter().map(str::to_owned).collect(),
            stop: self.stop_words,
            step: TOGETHER,
            words: self.shelves.iter().map(|shelf| shelf.first.clone()).collect(),
        }
    }
}

fn from_one(at: usize) -> u32 {
    u32::try_from(at + 1).expect("fewer results than a number can count")
}

fn shown(unit: &Unit) -> Shown<'_> {
    // What was noted is said in the author's words; other states have those of their key.
    let noted = unit.status.as_ref().filter(|status| status.key == "noted");
    let noted = noted.map(|status| status.words.as_str()).unwrap_or_default();
    let Unit { title, href, context, when, is_late, text, .. } = unit;
    Shown(title, href, context, when, text, u8::from(*is_late), noted)
}
