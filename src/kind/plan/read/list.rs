//! Actions written as task-list items, with their fields nested under them.

use super::action::Words;
use super::{OpenObjective, Reader, Role};
use crate::diagnostic::markdown::BOXES;
use crate::diagnostic::plan::PlanProblem;
use crate::kind::plan::ObjectivePart;
use crate::kind::plan::columns::{self, Column};
use crate::lang;
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
                self.tell_near_fields(&item.items);
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

    /// Tells fields whose names are nearly known ones: « Échéancer : mai 2026 ».
    fn tell_near_fields(&mut self, items: &[Item]) {
        for item in items {
            let Some((read, _)) = field_of(&item.line) else { continue };
            // Near « état » and « statut », these are words of their own.
            let is_word = ["stage", "stade", "statue"].contains(&lang::fold(&read).as_str());
            let is_field = columns::recognise(&read) == Column::Field && !is_word;
            let nearest = columns::nearest(&read, self.lang).filter(|_| is_field);
            if let Some(nearest) = nearest.map(str::to_owned) {
                self.problems.warning(PlanProblem::NearField { read, nearest }, item.line.span);
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

/// Whether a text starts with what was meant as a box: « [] Planter », « [X]Planter », « [ x ] Planter »,
/// « ☐ Planter ».
fn is_near_box(text: &str) -> bool {
    if text.starts_with(BOXES) {
        return true;
    }
    let inside = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    inside.is_some_and(|(inside, _)| matches!(inside.trim(), "" | "x" | "X" | "v" | "V" | "✓" | "✔"))
}

fn words_of(item: &Item) -> Words {
    let (title, fields) = without_fields(&item.line);
    let mut words =
        Words { title, is_ticked: item.task == Some(true), span: item.line.span, ..Words::default() };
    for field in fields {
        fill(&mut words, field);
    }
    for nested in &item.items {
        match field_of(&nested.line).filter(|_| nested.items.is_empty()) {
            Some(field) => {
                fill(&mut words, field);
                // A field is one line: what goes on below it belongs to the action.
                if let Some(rest) = &nested.rest {
                    words.details.push(&rest.html);
                }
            }
            None => words.details.push(&Html::of_items(std::slice::from_ref(nested))),
        }
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

/// A field of an action: its name, and what it says.
type Field = (String, Line);

/// The title of an action without the fields that stand right under it, each on a line of its own, where they
/// should be nested: « Échéancier : automne 2025 ». All of them must be known: a title may hold a colon.
fn without_fields(line: &Line) -> (Line, Vec<Field>) {
    let mut lines = line.lines().into_iter();
    let is_known = |(name, _): &Field| {
        columns::recognise(name) != Column::Field || columns::sort_of_field(name).is_some()
    };
    let first = lines.next();
    // Where each of them stands in the item is not known any more.
    let whole = |(name, value): Field| (name, Line { span: line.span, ..value });
    let fields: Option<Vec<Field>> = lines.map(|line| field_of(&line).filter(is_known).map(whole)).collect();
    match (first, fields) {
        (Some(title), Some(fields)) if !fields.is_empty() => (title, fields),
        _ => (line.clone(), Vec::new()),
    }
}

/// « Échéancier : automne 2025 »; any other line stays under the action.
fn field_of(line: &Line) -> Option<Field> {
    let (name, value) = line.plain.split_once(':')?;
    let (name, value) = (name.trim(), value.trim_start());
    let prefix = &line.plain[..line.plain.len() - value.len()];
    let is_field = is_field_name(name) && !value.is_empty();
    is_field.then(|| (name.to_owned(), line.clone().without_start(prefix)))
}

fn fill(words: &mut Words, (name, value): Field) {
    let slot = match columns::recognise(&name) {
        Column::Timeframe => &mut words.timeframe,
        Column::Status => &mut words.status,
        Column::Progress => {
            words.percent_title = name;
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
            words.fields.push((name, value));
            return;
        }
    };
    if slot.plain.is_empty() { *slot = value } else { *slot = Line::joined(&[slot.clone(), value]) }
}

/// A name of a field is a few words, not a sentence.
fn is_field_name(name: &str) -> bool {
    !name.is_empty() && name.split_whitespace().count() <= 4
}
