//! The stub of a plan: words only, under the numbers of the source.
//!
//! Whatever the form of the source, objectives are headings and actions are rows of a table: a
//! number is all that pairs them.

use std::collections::BTreeMap;

use super::comment::{block, within_cell, within_line};
use super::{Given, draft_lines, words_line};
use crate::kind::plan::{Action, Objective, Orientation, Plan};
use crate::lang::fold;
use crate::markdown::{Body, Line};
use crate::translations::plan::units;
use crate::translations::units::{self as cut, DESCRIPTION, Part, TITLE, Unit};
use crate::translations::words::Notes;

/// Words that name a level of a plan, folded, and what English calls it.
const LEVELS: [(&str, &str); 8] = [
    ("axe", "Axis"),
    ("enjeu", "Issue"),
    ("volet", "Strand"),
    ("priorite", "Priority"),
    ("but", "Goal"),
    ("theme", "Theme"),
    ("objectif", "Objective"),
    ("orientation", "Orientation"),
];

/// The stub of a plan, numbers of position written out: its reader numbers what has no words.
pub fn stub(given: &Given<'_>, plan: &Plan, body: &Body) -> String {
    let units = units(plan, &body.pieces, &Notes::of(&body.footnotes));
    let mut writer = Writer { given, numbered: numbered(plan), stub: header(given), table: Table::Closed };
    for unit in &units {
        writer.unit(unit);
    }
    writer.stub
}

fn header(given: &Given<'_>) -> String {
    let reading = cut::read(given.source, given.language, given.config);
    let words = |key| reading.units.iter().find(|unit: &&Unit| unit.key == key).map(Unit::words);
    let lines: String = [TITLE, DESCRIPTION]
        .into_iter()
        .filter_map(|key| words(key).map(|words| words_line(key, words)))
        .collect();
    format!("+++\nkind = \"plan\"\n{}{lines}+++\n", draft_lines(given.speaks))
}

/// What stands at an anchor of the plan.
enum Element<'p> {
    Orientation(&'p Orientation),
    Objective(&'p Objective, &'p Line),
    /// With whether its table also says what is to be done.
    Action(&'p Action, Form),
}

/// The columns that hold the words of an action.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Action,
    ActivityAndAction,
}

fn numbered(plan: &Plan) -> BTreeMap<String, Element<'_>> {
    let mut numbered = BTreeMap::new();
    let mut add = |id: &str, element| numbered.insert(format!("#{id}"), element);
    for orientation in plan.orientations() {
        add(&orientation.id, Element::Orientation(orientation));
        for objective in orientation.objectives() {
            if let Some(title) = &objective.title {
                add(&objective.id, Element::Objective(objective, title));
            }
            let has_intent = objective.actions().any(|action| action.intent.is_some());
            let form = if has_intent { Form::ActivityAndAction } else { Form::Action };
            for action in objective.actions() {
                add(&action.id, Element::Action(action, form));
            }
        }
    }
    numbered
}

/// Whether rows may be added where the stub ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    Open(Form),
    Closed,
}

struct Writer<'a> {
    given: &'a Given<'a>,
    numbered: BTreeMap<String, Element<'a>>,
    stub: String,
    table: Table,
}

impl Writer<'_> {
    fn unit(&mut self, unit: &Unit) {
        match (unit.part, self.numbered.get(&unit.key)) {
            (Part::Action, Some(Element::Action(action, form))) => {
                let (row, form) = (self.row(action, *form), *form);
                self.add_row(&row, form);
            }
            (Part::Orientation, Some(Element::Orientation(orientation))) => {
                let line = self.orientation(orientation);
                self.paragraph(&line);
            }
            (Part::Objective, Some(Element::Objective(objective, title))) => {
                let lead = format!("### {}. {}", objective.number, within_line(self.written(title)));
                let line = anchored(&lead, &objective.id, &objective.number);
                self.paragraph(&line);
            }
            (Part::Section, _) => {
                let text = self.slice(unit).to_owned();
                self.paragraph(&block(&with_anchor(&text, &unit.key)));
            }
            (Part::Text, _) if unit.text.is_empty() => {}
            (Part::Text, _) => {
                let text = block(self.slice(unit));
                self.paragraph(&text);
            }
            (
                Part::Title
                | Part::Description
                | Part::Action
                | Part::Fields
                | Part::Orientation
                | Part::Objective,
                _,
            ) => {}
        }
    }

    fn paragraph(&mut self, text: &str) {
        self.table = Table::Closed;
        self.stub.push_str(&format!("\n{}\n", text.trim_end()));
    }

    fn add_row(&mut self, row: &str, form: Form) {
        if self.table != Table::Open(form) {
            self.stub.push_str(match form {
                Form::Action => "\n| No | Action |\n|---|---|\n",
                Form::ActivityAndAction => "\n| No | Activity | Action |\n|---|---|---|\n",
            });
            self.table = Table::Open(form);
        }
        self.stub.push_str(row);
    }

    fn row(&self, action: &Action, form: Form) -> String {
        let words = within_cell(self.written(&action.title));
        let intent = action.intent.as_ref().map(|intent| within_cell(self.written(intent)));
        let intent = intent.unwrap_or_default();
        match form {
            Form::Action => format!("| {} | {words} |\n", action.number),
            Form::ActivityAndAction => format!("| {} | {words} | {intent} |\n", action.number),
        }
    }

    fn orientation(&self, orientation: &Orientation) -> String {
        let Orientation {
            number,
            id,
            title,
            level_word,
            axis: _,
            parts: _,
            span: _,
            numbering: _,
            foreign: _,
        } = orientation;
        let words = within_line(self.written(title));
        let line = match level_word.is_empty() {
            true => format!("## {number}. {words}"),
            false => format!("## {} {number}: {words}", self.level(level_word)),
        };
        anchored(&line, id, number)
    }

    fn level<'w>(&self, word: &'w str) -> &'w str {
        let known = LEVELS.iter().find(|(level, _)| *level == fold(word));
        match (self.given.into.split('-').next(), known) {
            (Some("en"), Some((_, english))) => english,
            (Some(_) | None, _) => word,
        }
    }

    /// The words as their author marked them up, as long as they are still found in the source.
    fn written<'w>(&'w self, line: &'w Line) -> &'w str {
        let written = self.given.source.text.get(line.span.start..line.span.end).unwrap_or_default();
        let first = line.plain.split_whitespace().next().unwrap_or_default();
        if written.contains(first) { written } else { &line.plain }
    }

    fn slice(&self, unit: &Unit) -> &str {
        self.given.source.text.get(unit.span.start..unit.span.end).unwrap_or_default()
    }
}

/// A heading with its anchor, when it is not its number.
fn anchored(line: &str, id: &str, number: &str) -> String {
    if id == number { line.to_owned() } else { format!("{line} {{#{id}}}") }
}

/// A section whose heading writes its anchor, by which the translation will be known.
fn with_anchor(section: &str, key: &str) -> String {
    let (heading, rest) = section.split_once('\n').unwrap_or((section, ""));
    let heading = heading.trim_end();
    match heading.starts_with('#') && !heading.ends_with('}') {
        true => format!("{heading} {{{key}}}\n{rest}"),
        false => section.to_owned(),
    }
}
