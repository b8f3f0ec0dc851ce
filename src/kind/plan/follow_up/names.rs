//! The actions of a plan by the names a log gives them: their numbers and their anchors.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::follow_up::hint::{Hint, PartOfPlan};
use crate::kind::plan::{Action, Numbering, Plan, numbering};
use crate::lang;
use crate::sheet::{Cell, Value};

/// For how many unknown names the nearest known one is looked for: it is compared with all of them.
const MAX_SUGGESTIONS: usize = 50;

/// How many actions of an objective are named.
const MAX_LISTED: usize = 5;

/// The words that join what a cell names, folded: « 2.1 et 2.2 », « 1.1 à 1.4 ».
const JOINTS: [&str; 9] = ["et", "and", "ou", "or", "a", "au", "to", "puis", "then"];

/// The words that may lead a number, folded.
const LEADS: [&str; 9] = ["action", "actions", "l'action", "no", "nos", "n°", "n°s", "numero", "numeros"];

/// The words that stand for numbers that come next, folded: « 2.1 et suivantes ».
const NEXT_ONES: [&str; 6] = ["suivant", "suivante", "suivants", "suivantes", "following", "next"];

/// The actions of a plan by name, in the order of the plan.
pub struct Names<'a> {
    by_name: BTreeMap<String, Found>,
    numbers: BTreeSet<String>,
    first: Option<&'a str>,
    /// The numbers by title: a title names nothing, since two actions may share it, but it shows what
    /// was meant.
    by_title: BTreeMap<String, &'a str>,
    /// The orientations and the objectives by number, with the actions of each.
    parts: BTreeMap<String, (PartOfPlan, Vec<&'a str>)>,
    suggested: BTreeMap<String, Option<String>>,
}

/// An action, and how far its name is its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Its position in the plan.
    pub at: usize,
    pub by: By,
}

/// What the name of an action is to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Its author gave it: a number or an anchor.
    Written,
    /// The number is that of its place.
    Position,
    /// A number it had before.
    Former,
    /// A number that its author gave to others too.
    Shared,
}

/// What a cell names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    Action(Found),
    /// A number that has lost its zeros stands for several.
    Several(Vec<String>),
    /// Several are named, one after the other.
    Together,
    /// The spreadsheet made a date of it.
    Day,
    Unknown(Hint),
}

impl<'a> Names<'a> {
    pub fn of(plan: &'a Plan) -> Names<'a> {
        let mut by_name = BTreeMap::<String, Found>::new();
        for (at, action) in plan.actions().enumerate() {
            let by = match action.numbering {
                Numbering::Written => By::Written,
                Numbering::Position => By::Position,
            };
            // A number used twice tells none of those that have it; the second has its anchor.
            let with_number = by_name.entry(lang::fold(&action.number));
            with_number.and_modify(|found| found.by = By::Shared).or_insert(Found { at, by });
        }
        for (at, action) in plan.actions().enumerate() {
            by_name.entry(lang::fold(&action.id)).or_insert(Found { at, by: By::Written });
        }
        for (at, action) in plan.actions().enumerate().filter(|(_, action)| !action.former.is_empty()) {
            let by = match by_name[&lang::fold(&action.number)].by {
                By::Shared => By::Shared,
                By::Written | By::Position | By::Former => By::Former,
            };
            for former in &action.former {
                by_name.entry(lang::fold(&former.value)).or_insert(Found { at, by });
            }
        }
        let numbers = plan.actions().map(|action| action.number.clone()).collect();
        let first = plan.actions().next().map(|action| action.number.as_str());
        let titled = |action: &'a Action| (lang::fold(&action.title.plain), action.number.as_str());
        let by_title = plan.actions().map(titled).collect();
        Names { by_name, numbers, first, by_title, parts: parts(plan), suggested: BTreeMap::new() }
    }

    /// The action that a cell names: its number, its anchor, or a text that starts with its number.
    pub fn find(&mut self, cell: &Cell) -> Named {
        if let Value::Day(_) = cell.value {
            return Named::Day;
        }
        if let Value::Number(_) = cell.value {
            let several = self.with_zeros_lost(&cell.text);
            if several.len() > 1 {
                return Named::Several(several);
            }
            if let Some(found) = several.first().and_then(|number| self.by_name.get(number)) {
                return Named::Action(*found);
            }
        }
        let folded = lang::fold(&cell.text);
        let bare = folded.trim_start_matches('#').trim_end_matches([' ', '.', ':', '-', ')']);
        if let Some(found) = self.by_name.get(bare) {
            return Named::Action(*found);
        }
        if self.is_about_several(&cell.text) {
            return Named::Together;
        }
        match self.first_name(&cell.text, bare) {
            Some(found) => Named::Action(found),
            None => Named::Unknown(self.hint(&cell.text)),
        }
    }

    /// Whether a text names several actions: « 2.1 et 2.2 », « 1.1, 1.3 », « 1.1 à 1.4 », « 2.1 et suivantes ».
    /// A year, a day or a quantity behind a number is no other one.
    fn is_about_several(&self, text: &str) -> bool {
        let is_joint = |c: char| matches!(c, ',' | ';' | '/' | '&' | '+' | '→' | '\n');
        let mut names = BTreeSet::new();
        // What stands between the name before and this word joins them for sure, whatever follows.
        let mut is_joined = false;
        for piece in text.split_inclusive(|c: char| c.is_whitespace() || is_joint(c)) {
            // « 2.1 (1.7) »: the number it had, or another to look at.
            if piece.starts_with('(') && !is_joined && !names.is_empty() {
                return false;
            }
            let word = lang::fold(piece.trim_end_matches(is_joint));
            let word = word.trim_matches(['#', '.', ':', '(', ')', ' ']);
            let parts = self.names_in(word, is_joined);
            if !parts.is_empty() {
                if is_joined && !names.is_empty() && parts.iter().any(|part| !names.contains(part)) {
                    return self.knows_one(&names) || self.knows_one(&parts);
                }
                names.extend(parts);
                is_joined = false;
            } else if names.is_empty() && !LEADS.contains(&word) && !word.is_empty() {
                return false;
            } else if is_joined && NEXT_ONES.contains(&word) {
                return true;
            } else if JOINTS.contains(&word) {
                is_joined = true;
            } else if !LEADS.contains(&word) && !matches!(word, "" | "-" | "–" | "—") {
                return false;
            }
            is_joined |= piece.ends_with(is_joint);
        }
        names.len() > 1 && self.knows_one(&names)
    }

    /// The names that a folded word is made of: one, or several that a dash joins.
    fn names_in(&self, word: &str, is_joined: bool) -> BTreeSet<String> {
        let n_levels = |number: &str| number.split('.').count();
        // A number of no action counts when it is written as those of the plan are: a year is not.
        let is_number = |word: &str| {
            numbering::alone(word) == Some(word)
                && (word.contains('.') || is_joined && word.len() < 4)
                && self.numbers.iter().any(|number| n_levels(number) == n_levels(word))
        };
        let is_name = |word: &&str| self.by_name.contains_key(*word) || is_number(word);
        let parts: Vec<&str> =
            if is_name(&word) { vec![word] } else { word.split(['-', '–', '—']).collect() };
        let are_names = parts.iter().all(is_name);
        parts.into_iter().filter(|_| are_names).map(str::to_owned).collect()
    }

    fn knows_one(&self, names: &BTreeSet<String>) -> bool {
        names.iter().any(|name| self.by_name.contains_key(name))
    }

    /// The action that the first word of a text names, or the number that opens it.
    fn first_name(&self, text: &str, bare: &str) -> Option<Found> {
        let first_word = bare.split(' ').next().map(|word| word.trim_end_matches(['.', ':', ')']))?;
        let numbered = || numbering::read(text).number.map(lang::fold);
        self.by_name.get(first_word).or_else(|| self.by_name.get(&numbered()?)).copied()
    }

    /// The numbers that a spreadsheet shows as this one: 2.1 for 2.1, 2.10 and 2.100.
    fn with_zeros_lost(&self, shown: &str) -> Vec<String> {
        let padded = (0..3).map(|n_zeros| match (n_zeros, shown.contains('.')) {
            (0, _) => shown.to_owned(),
            (n, true) => format!("{shown}{}", "0".repeat(n)),
            (n, false) => format!("{shown}.{}", "0".repeat(n)),
        });
        padded.filter(|number| self.by_name.contains_key(number)).collect()
    }

    fn hint(&mut self, text: &str) -> Hint {
        if let Some((part, actions)) = numbering::alone(text).and_then(|number| self.parts.get(number)) {
            let n_more = actions.len().saturating_sub(MAX_LISTED);
            let actions = actions.iter().take(MAX_LISTED).map(|number| (*number).to_owned()).collect();
            return Hint::ActionsOf { part: *part, actions, n_more };
        }
        match (self.nearest(text), self.first) {
            (Some(nearest), _) => Hint::Nearest(nearest),
            (None, Some(first)) => Hint::Example(first.to_owned()),
            (None, None) => Hint::None,
        }
    }

    fn nearest(&mut self, text: &str) -> Option<String> {
        if !self.suggested.contains_key(text) && self.suggested.len() < MAX_SUGGESTIONS {
            let titled = self.by_title.get(&lang::fold(text)).copied();
            let beside = || numbering::nearest(numbering::alone(text)?, &self.numbers);
            let like = || lang::nearest(text, self.numbers.iter().map(String::as_str));
            let nearest = titled.or_else(beside).or_else(like).map(str::to_owned);
            self.suggested.insert(text.to_owned(), nearest);
        }
        self.suggested.get(text).cloned().flatten()
    }
}

/// The orientations and the objectives of a plan that have actions, by number.
fn parts(plan: &Plan) -> BTreeMap<String, (PartOfPlan, Vec<&str>)> {
    let mut parts = BTreeMap::new();
    for orientation in plan.orientations() {
        let numbers = orientation.actions().map(|action| action.number.as_str()).collect();
        parts.insert(orientation.number.clone(), (PartOfPlan::Orientation, numbers));
        for objective in orientation.objectives().filter(|objective| objective.title.is_some()) {
            let numbers = objective.actions().map(|action| action.number.as_str()).collect();
            parts.insert(objective.number.clone(), (PartOfPlan::Objective, numbers));
        }
    }
    parts.retain(|_, (_, actions): &mut (PartOfPlan, Vec<&str>)| !actions.is_empty());
    parts
}
