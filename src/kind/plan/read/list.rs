//! Actions written as task-list items, with their fields nested under them.

use super::action::Words;
use super::{OpenObjective, Reader, Role};
use crate::diagnostic::plan::PlanProblem;
use crate::kind::plan::ObjectivePart;
use crate::kind::plan::columns::{self, Column};
use crate::markdown::{Html, Item, Line, List, Piece};

/// Whether a list holds actions: one of its items is a task.
pub fn is_action_list(list: &List) -> bool {
    list.items.iter().any(|item| item.task.is_some())
}

impl Reader<'_> {
    pub fn actions_of_list(&mut self, list: &List, open: &mut OpenObjective) {
        for item in &list.items {
            let is_empty = item.line.plain.is_empty() && self.role == Role::Source;
            if item.task.is_some() && is_empty && item.items.is_empty() && item.rest.is_none() {
                self.problems.warning(PlanProblem::EmptyTask, item.span);
            } else if item.task.is_some() && is_empty {
                self.problems.error(PlanProblem::EmptyTask, item.line.span);
            } else if item.task.is_some() {
                self.warn_of_nested_tasks(&item.items);
                self.add_action(words_of(item), open);
            } else {
                let read = item.line.plain.clone();
                let problem = match is_near_box(&read) {
                    true => PlanProblem::NearBox { read },
                    false => PlanProblem::ItemWithoutBox { read },
                };
                self.problems.warning(problem, item.line.span);
                self.warn_of_nested_tasks(&item.items);
                open.objective.parts.push(ObjectivePart::Text(Html::of_items(std::slice::from_ref(item))));
            }
        }
    }

    /// Tells a list that holds no action, since not one of its boxes is written as boxes are.
    pub fn tell_near_boxes(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            let Piece::List(list) = piece else { continue };
            let is_near = |item: &&Item| is_near_box(&item.line.plain);
            if let Some(item) = list.items.iter().find(is_near).filter(|_| !is_action_list(list)) {
                let read = item.line.plain.clone();
                self.problems.warning(PlanProblem::NearBox { read }, item.line.span);
            }
        }
    }

    /// A task under another one is shown there, and not counted.
    fn warn_of_nested_tasks(&mut self, items: &[Item]) {
        for item in items {
            if item.task.is_some() {
                let read = item.line.plain.clone();
                self.problems.warning(PlanProblem::NestedTask { read }, item.line.span);
            }
            self.warn_of_nested_tasks(&item.items);
        }
    }
}

/// Whether a text starts with what was meant as a box: « [] Planter », « [X]Planter », « [ x ] Planter ».
fn is_near_box(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    inside.is_some_and(|(inside, _)| matches!(inside.trim(), "" | "x" | "X" | "v" | "V" | "✓" | "✔"))
}

fn words_of(item: &Item) -> Words {
    let mut words = Words {
        title: item.line.clone(),
        is_ticked: item.task == Some(true),
        span: item.line.span,
        ..Words::default()
    };
    for nested in &item.items {
        take_field(&mut words, nested);
    }
    // Progress alone says the state, « 40 % », unless the box does.
    if words.status.plain.is_empty() && !words.is_ticked {
        words.status = words.percent.clone();
    }
    if let Some(rest) = &item.rest {
        words.details.push(&rest.html);
    }
    words
}

/// « Échéancier : automne 2025 » fills a field; any other nested item stays under the action.
fn take_field(words: &mut Words, item: &Item) {
    let plain = item.line.plain.clone();
    let field = plain
        .split_once(':')
        .map(|(name, value)| (name.trim(), &plain[..plain.len() - value.trim_start().len()]))
        .filter(|(name, prefix)| is_field_name(name) && prefix.len() < plain.len() && item.items.is_empty());
    let Some((name, prefix)) = field else {
        words.details.push(&Html::of_items(std::slice::from_ref(item)));
        return;
    };
    let value = item.line.clone().without_start(prefix);
    let slot = match columns::recognise(name) {
        Column::Timeframe => &mut words.timeframe,
        Column::Status => &mut words.status,
        Column::Progress => {
            words.percent_title = name.to_owned();
            &mut words.percent
        }
        Column::Responsible => &mut words.responsible,
        Column::Partners => &mut words.partners,
        Column::Number
        | Column::Objective
        | Column::Activity
        | Column::Action
        | Column::Marks
        | Column::Field => {
            words.fields.push((name.to_owned(), value));
            return;
        }
    };
    if slot.plain.is_empty() { *slot = value } else { *slot = Line::joined(&[slot.clone(), value]) }
}

/// A name of a field is a few words, not a sentence.
fn is_field_name(name: &str) -> bool {
    !name.is_empty() && name.split_whitespace().count() <= 4
}
