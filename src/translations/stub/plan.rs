//! The stub of a plan: words only, under the numbers of the source.
//!
//! Whatever the form of the source, objectives are headings and actions are rows of a table: a
//! number is all that pairs them.

use std::collections::BTreeMap;
use std::rc::Rc;

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
    /// With the table of its objective.
    Action(&'p Action, Rc<Form<'p>>),
}

/// The columns that hold the words of the actions of an objective.
#[derive(PartialEq, Eq)]
struct Form<'p> {
    naming: Naming,
    /// The titles of the columns the author added, in order.
    fields: Vec<&'p str>,
}

/// What an action is called by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    Action,
    ActivityAndAction,
}

impl<'p> Form<'p> {
    fn of(objective: &'p Objective) -> Form<'p> {
        let has_intent = objective.actions().any(|action| action.intent.is_some());
        let mut fields: Vec<&str> = Vec::new();
        for (title, _) in objective.actions().flat_map(|action| &action.fields) {
            if !fields.contains(&title.as_str()) {
                fields.push(title);
            }
        }
        Form { naming: if has_intent { Naming::ActivityAndAction } else { Naming::Action }, fields }
    }

    /// The head of the table, the titles of the author's columns as comments.
    fn head(&self) -> String {
        let mut titles = match self.naming {
            Naming::Action => "| No | Action |".to_owned(),
            Naming::ActivityAndAction => "| No | Activity | Action |".to_owned(),
        };
        titles.extend(self.fields.iter().map(|title| format!(" {} |", within_cell(title))));
        let n_columns = self.fields.len() + if self.naming == Naming::Action { 2 } else { 3 };
        format!("{titles}\n|{}\n", "---|".repeat(n_columns))
    }
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
            let form = Rc::new(Form::of(objective));
            for action in objective.actions() {
                add(&action.id, Element::Action(action, Rc::clone(&form)));
            }
        }
    }
    numbered
}

/// Whether rows may be added where the stub ends.
#[derive(PartialEq, Eq)]
enum Table<'p> {
    Open(Rc<Form<'p>>),
    Closed,
}

struct Writer<'a> {
    given: &'a Given<'a>,
    numbered: BTreeMap<String, Element<'a>>,
    stub: String,
    table: Table<'a>,
}

impl<'a> Writer<'a> {
    fn unit(&mut self, unit: &Unit) {
        match (unit.part, self.numbered.get(&unit.key)) {
            (Part::Action, Some(Element::Action(action, form))) => {
                let (row, form) = (self.row(action, form), Rc::clone(form));
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

    fn add_row(&mut self, row: &str, form: Rc<Form<'a>>) {
        let head = form.head();
        let table = Table::Open(form);
        if self.table != table {
            self.stub.push_str(&format!("\n{head}"));
            self.table = table;
        }
        self.stub.push_str(row);
    }

    fn row(&self, action: &Action, form: &Form<'_>) -> String {
        let cell = |line: Option<&Line>| line.map(|line| within_cell(self.written(line))).unwrap_or_default();
        let mut cells = vec![action.number.clone(), cell(Some(&action.title))];
        if form.naming == Naming::ActivityAndAction {
            cells.push(cell(action.intent.as_ref()));
        }
        let field = |title: &str| action.fields.iter().find(|(own, _)| own == title).map(|(_, line)| line);
        cells.extend(form.fields.iter().map(|title| cell(field(title))));
        format!("| {} |\n", cells.join(" | "))
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
