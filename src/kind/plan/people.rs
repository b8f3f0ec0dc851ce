//! Short names of people and organisations, and the full names shown instead.

use std::collections::BTreeMap;

use crate::config::plans::Person;
use crate::lang;

/// The names of a cell, those that `[people]` knows in full.
pub fn full_names(names: Vec<String>, people: &BTreeMap<String, Person>) -> Vec<String> {
    let full = |name: String| people.get(&lang::fold(&name)).map_or(name, Person::full_name);
    names.into_iter().map(full).collect()
}
