//! Which unit of a translation answers to which unit of its source.

use crate::filled::Filled;
use std::collections::{BTreeMap, BTreeSet};

use super::units::{Part, Reading, Unit};

/// The units of a translation with the keys they answer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairs {
    /// For each unit of the translation, in its order: the key of the source it answers to, which
    /// the source may have lost since; none when it cannot be known.
    pub keys: Vec<Option<String>>,
    /// How many sections of the source, and of the translation, stand alone.
    pub alone: Alone,
}

/// Sections of each that nothing pairs; both counts are zero when one of them is, for what stands
/// alone on one side only is certainly missing, or certainly too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Alone {
    pub n_source: usize,
    pub n_translation: usize,
}

/// Pairs the units of a translation with those of its source.
///
/// What a plan numbers answers to the unit of the same key. Other headings are words, which a
/// translation changes. A section answers to the one whose anchor it writes (`{#vision}`);
/// then, in order, to those that the header records, when there are as many; else to those of the
/// source, when there are as many; else to the one of the same words.
pub fn pair(source: &Reading, translation: &Reading) -> Pairs {
    let known = |key: &str| source.units.iter().any(|unit| unit.key == key);
    let recorded = |key: &str| translation.recorded.iter().any(|it| it.key == key);
    let mut keys: Vec<Option<String>> = translation
        .units
        .iter()
        .map(|unit| {
            let is_certain = unit.part != Part::Section;
            let is_told = unit.written_id.is_some() && (known(&unit.key) || recorded(&unit.key));
            (is_certain || is_told).then(|| unit.key.clone())
        })
        .collect();
    let taken: BTreeSet<String> = keys.iter().flatten().cloned().filled();
    let free: Vec<usize> = (0..keys.len()).filter(|at| keys[*at].is_none()).collect();
    let is_section = |unit: &&Unit| unit.part == Part::Section && !unit.is_empty();
    let written: Vec<&Unit> =
        source.units.iter().filter(is_section).filter(|unit| !taken.contains(&unit.key)).collect();
    // What the source has lost is recorded as well: it may be a section, unless the rest says more.
    let is_free = |key: &str| {
        let unit = source.units.iter().find(|unit| unit.key == key);
        key.starts_with('#') && !taken.contains(key) && unit.is_none_or(|unit| unit.part == Part::Section)
    };
    let recorded: Vec<&str> =
        translation.recorded.iter().map(|it| it.key.as_str()).filter(|key| is_free(key)).collect();
    let in_order: Option<Vec<&str>> = if recorded.len() == free.len() {
        Some(recorded)
    } else if written.len() == free.len() {
        Some(written.iter().map(|unit| unit.key.as_str()).collect())
    } else {
        None
    };
    match in_order {
        Some(in_order) => {
            for (at, key) in free.iter().zip(in_order) {
                keys[*at] = Some(key.to_owned());
            }
        }
        None => {
            let by_key: BTreeMap<&str, &Unit> =
                written.iter().map(|unit| (unit.key.as_str(), *unit)).filled();
            for at in &free {
                let key = &translation.units[*at].key;
                keys[*at] = by_key.contains_key(key.as_str()).then(|| key.clone());
            }
        }
    }
    let answered: BTreeSet<&str> = keys.iter().flatten().map(String::as_str).filled();
    let n_source = written.iter().filter(|unit| !answered.contains(unit.key.as_str())).count();
    let n_translation = keys.iter().filter(|key| key.is_none()).count();
    let alone = match (n_source, n_translation) {
        (0, _) | (_, 0) => Alone::default(),
        (1.., 1..) => Alone { n_source, n_translation },
    };
    Pairs { keys, alone }
}
