//! The columns of a plan and those of its translation.

use std::collections::{BTreeMap, BTreeSet};

use crate::kind::plan::columns;
use crate::kind::plan::{Action, Plan};
use crate::markdown::Line;

/// Which column of a translation is which column of its source, by their titles.
pub struct Columns {
    /// Titles of the source, and the same in the translation.
    titles: BTreeMap<String, String>,
    /// Titles of the source that no row of the translation gives.
    pub left: BTreeSet<String>,
}

impl Columns {
    /// Compares the columns of actions that translate one another: those that hold the same thing
    /// (an indicator, a target) are the same; the others go by position where there are as many.
    pub fn of(source: &Plan, actions: &BTreeMap<&str, &Action>) -> Columns {
        let mut columns = Columns { titles: BTreeMap::new(), left: BTreeSet::new() };
        for action in source.actions() {
            if let Some(here) = actions.get(action.id.as_str()) {
                columns.add(action, here);
            }
        }
        let all = source.actions().flat_map(|action| &action.fields).map(|(title, _)| title);
        columns.left = all.filter(|title| !columns.titles.contains_key(*title)).cloned().collect();
        columns
    }

    fn add(&mut self, source: &Action, here: &Action) {
        for (title, _) in &source.fields {
            let same = |it: &&(String, Line)| it.0 == *title || is_same_sort(title, &it.0);
            if let Some((own, _)) = here.fields.iter().find(same) {
                self.titles.entry(title.clone()).or_insert_with(|| own.clone());
            }
        }
        let (one, other) = (unsorted(source), unsorted(here));
        if one.len() == other.len() {
            for (title, own) in one.into_iter().zip(other) {
                self.titles.entry(title.to_owned()).or_insert_with(|| own.to_owned());
            }
        }
    }

    /// The title of a column in the translation, else in the source.
    pub fn title<'t>(&'t self, source: &'t str) -> &'t str {
        self.titles.get(source).map_or(source, String::as_str)
    }
}

fn is_same_sort(one: &str, other: &str) -> bool {
    columns::sort_of_field(one).is_some_and(|sort| columns::sort_of_field(other) == Some(sort))
}

/// The titles of which nothing is known, in order.
fn unsorted(action: &Action) -> Vec<&str> {
    let titles = action.fields.iter().map(|(title, _)| title.as_str());
    titles.filter(|title| columns::sort_of_field(title).is_none()).collect()
}
