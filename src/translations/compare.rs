//! A translation beside its source: the state of each unit.

use crate::filled::Filled;
use std::collections::{BTreeMap, BTreeSet};

use super::pair::{Alone, Pairs, pair};
use super::units::{Part, Reading, Unit};

/// How far a unit of the source is in the translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Translated, and the source has not changed since somebody said so.
    Done,
    /// Translated; nobody ever recorded from which words.
    Unmarked,
    /// The source has changed since.
    Stale,
    /// Not translated.
    Missing,
    /// A section of the source and some of the translation stand alone: it cannot be known whether
    /// one of these translates it.
    Unpaired,
}

impl State {
    pub const ALL: [State; 5] = [State::Done, State::Unmarked, State::Stale, State::Missing, State::Unpaired];

    /// Its name for programs.
    pub fn key(self) -> &'static str {
        match self {
            State::Done => "done",
            State::Unmarked => "unmarked",
            State::Stale => "stale",
            State::Missing => "missing",
            State::Unpaired => "unpaired",
        }
    }
}

/// A unit of the source and what the translation makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    pub key: String,
    pub part: Part,
    /// Its words in the source, on one line.
    pub words: String,
    pub state: State,
    /// The line in the source, from 1.
    pub line: usize,
    /// The line in the translation, where it has one.
    pub translated_line: Option<usize>,
    /// The fingerprint of the source as it is now.
    pub fingerprint: String,
    /// The fingerprint recorded by the translation.
    pub recorded: Option<String>,
}

/// A part of a translation that no longer, or never, had a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    /// Its key, when it is known.
    pub key: Option<String>,
    /// Its words in the translation, when it still stands there.
    pub words: String,
    /// Where it stands, else where it is recorded.
    pub line: usize,
}

/// What a comparison tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// One for each unit of the source that has words, in its order.
    pub units: Vec<Compared>,
    pub leftovers: Vec<Leftover>,
    pub alone: Alone,
}

/// How many units are in each state; each is counted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub n_done: usize,
    pub n_unmarked: usize,
    pub n_stale: usize,
    pub n_missing: usize,
    pub n_unpaired: usize,
}

impl Counts {
    pub fn of<'u>(units: impl IntoIterator<Item = &'u Compared>) -> Counts {
        let mut counts = Counts::default();
        for unit in units {
            *counts.slot(unit.state) += 1;
        }
        counts
    }

    pub fn plus(mut self, other: Counts) -> Counts {
        for state in State::ALL {
            *self.slot(state) += other.count(state);
        }
        self
    }

    pub fn count(mut self, state: State) -> usize {
        *self.slot(state)
    }

    pub fn total(self) -> usize {
        State::ALL.iter().map(|state| self.count(*state)).sum()
    }

    /// The share of units that are done, in percent, rounded down: 100 means all of them. None when
    /// there is nothing to translate.
    pub fn percent_done(self) -> Option<usize> {
        (self.n_done * 100).checked_div(self.total())
    }

    fn slot(&mut self, state: State) -> &mut usize {
        match state {
            State::Done => &mut self.n_done,
            State::Unmarked => &mut self.n_unmarked,
            State::Stale => &mut self.n_stale,
            State::Missing => &mut self.n_missing,
            State::Unpaired => &mut self.n_unpaired,
        }
    }
}

/// Compares a translation with its source.
pub fn compare(source: &Reading, translation: &Reading) -> Comparison {
    let pairs = pair(source, translation);
    let answers: BTreeMap<&str, &Unit> = pairs
        .keys
        .iter()
        .zip(&translation.units)
        .filter_map(|(key, unit)| Some((key.as_deref()?, unit)))
        .filled();
    let recorded: BTreeMap<&str, &str> =
        translation.recorded.iter().map(|it| (it.key.as_str(), it.fingerprint.as_str())).filled();
    let units: Vec<Compared> = source
        .units
        .iter()
        .filter(|unit| !unit.is_empty())
        .map(|unit| {
            let key = unit.key.as_str();
            let recorded = recorded.get(key).map(|it| (*it).to_owned());
            compared(unit, answers.get(key).copied(), recorded, pairs.alone)
        })
        .collect();
    let leftovers = leftovers(&units, &pairs, translation);
    Comparison { units, leftovers, alone: pairs.alone }
}

fn compared(unit: &Unit, answer: Option<&Unit>, recorded: Option<String>, alone: Alone) -> Compared {
    let fingerprint = unit.fingerprint();
    let state = match (answer, &recorded) {
        (None, _) if unit.part == Part::Section && alone.n_translation > 0 => State::Unpaired,
        (None, _) => State::Missing,
        (Some(answer), _) if !unit.is_said_by(answer) => State::Missing,
        (Some(_), None) => State::Unmarked,
        (Some(_), Some(recorded)) if *recorded == fingerprint => State::Done,
        (Some(_), Some(_)) => State::Stale,
    };
    Compared {
        key: unit.key.clone(),
        part: unit.part,
        words: unit.words().to_owned(),
        state,
        line: unit.line,
        translated_line: answer.map(|answer| answer.line),
        fingerprint,
        recorded,
    }
}

/// What stands in the translation, or in its record, and answers to nothing.
fn leftovers(units: &[Compared], pairs: &Pairs, translation: &Reading) -> Vec<Leftover> {
    let known: BTreeSet<&str> = units.iter().map(|unit| unit.key.as_str()).filled();
    let is_known = |key: &str| known.contains(key);
    let standing = pairs
        .keys
        .iter()
        .zip(&translation.units)
        .filter(|(key, unit)| !unit.is_empty() && key.as_deref().is_none_or(|key| !is_known(key)));
    let mut leftovers: Vec<Leftover> = standing
        .map(|(key, unit)| Leftover { key: key.clone(), words: unit.words().to_owned(), line: unit.line })
        .collect();
    let lines = crate::source::Lines::of(&translation.source.text);
    let standing: BTreeSet<&str> = pairs.keys.iter().flatten().map(String::as_str).filled();
    let stands = |key: &str| standing.contains(key);
    leftovers.extend(translation.recorded.iter().filter(|it| !is_known(&it.key) && !stands(&it.key)).map(
        |it| Leftover { key: Some(it.key.clone()), words: String::new(), line: lines.line(it.span.start) },
    ));
    leftovers
}
