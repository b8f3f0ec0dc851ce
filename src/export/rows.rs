//! A plan as a table, one row per action: what `actions.csv` and `actions.xlsx` both hold.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Subject;
use crate::date::Date;
use crate::kind::plan::timeframe::Timeframe;
use crate::kind::plan::{Action, Objective, Orientation};

/// The actions of a plan, in the order of the document.
///
/// Every row has a cell for each column.
pub struct Table<'a> {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell<'a>>>,
}

/// A column: its title, no two alike, and how wide it reads well, in characters.
pub struct Column {
    pub title: String,
    pub width: u16,
    pub holds: Holds,
}

/// What a spreadsheet has to know of the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    Words,
    /// The names of states.
    States,
}

/// A cell, before it is written in the manner of a format.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Date(Date),
    /// 0 to 100.
    Percent(u8),
}

/// An action and where it stands.
struct Place<'a> {
    subject: &'a Subject<'a>,
    orientation: &'a Orientation,
    objective: &'a Objective,
    action: &'a Action,
}

/// A column that every plan has.
struct Known {
    /// The key of its title, under `data.column`.
    key: &'static str,
    width: u16,
    cell: for<'a> fn(&Place<'a>) -> Cell<'a>,
}

const KNOWN: &[Known] = &[
    known("orientation_number", 12, |place| text(&place.orientation.number)),
    known("orientation", 28, |place| text(&place.orientation.title.plain)),
    known("objective_number", 12, |place| text(&place.objective.number)),
    known("objective", 28, |place| {
        place.objective.title.as_ref().map_or(Cell::Empty, |title| text(&title.plain))
    }),
    known("number", 10, |place| text(&place.action.number)),
    known("id", 10, |place| text(&place.action.id)),
    known("title", 45, |place| text(&place.action.title.plain)),
    known("intent", 30, |place| {
        place.action.intent.as_ref().map_or(Cell::Empty, |intent| text(&intent.plain))
    }),
    known("timeframe", 20, |place| {
        place.action.timeframe.as_ref().map_or(Cell::Empty, |it| text(place.subject.timeframe(it)))
    }),
    known("start", 12, |place| date(place.action.timeframe.as_ref().and_then(|it| it.span()?.start))),
    // The day after which it is over, as lateness and the calendar read it: « en continu » covers
    // the plan's period and has no end.
    known("end", 12, |place| date(place.action.timeframe.as_ref().and_then(Timeframe::end))),
    known(STATUS, 22, |place| text(place.subject.words.say(place.action.status.key.label_key(), &[]))),
    known("status_text", 22, |place| text(&place.action.status.text)),
    known("status_key", 14, |place| text(place.action.status.key.key())),
    known("percent", 13, |place| place.action.percent.map_or(Cell::Empty, Cell::Percent)),
    known("late", 11, late),
    known("responsible", 24, |place| text(place.action.responsible.join("; "))),
    known("partners", 24, |place| text(place.action.partners.join("; "))),
    known("followed_up", 14, |place| date(place.action.history.last().map(|entry| entry.date))),
    known("note", 40, |place| place.action.history.last().map_or(Cell::Empty, |entry| text(&entry.note))),
];

/// The column of the names of states.
const STATUS: &str = "status";

/// The width of the columns the author added.
const FIELD_WIDTH: u16 = 24;

const fn known(key: &'static str, width: u16, cell: for<'a> fn(&Place<'a>) -> Cell<'a>) -> Known {
    Known { key, width, cell }
}

/// The table of a plan: the columns we know, then the author's own in the order they first appear.
pub fn table<'a>(subject: &'a Subject<'a>) -> Table<'a> {
    let mut fields: Vec<&str> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, _) in subject.plan.actions().flat_map(|action| &action.fields) {
        places.entry(name).or_insert_with(|| {
            fields.push(name);
            fields.len() - 1
        });
    }
    let mut rows = Vec::new();
    for orientation in subject.plan.orientations() {
        for objective in orientation.objectives() {
            for action in objective.actions() {
                let place = Place { subject, orientation, objective, action };
                let known = KNOWN.iter().map(|known| (known.cell)(&place));
                rows.push(known.chain(own_fields(action, &places)).collect());
            }
        }
    }
    Table { columns: columns(subject, &fields), rows }
}

fn columns(subject: &Subject<'_>, fields: &[&str]) -> Vec<Column> {
    let known = KNOWN.iter().map(|known| Column {
        title: subject.words.say(&format!("data.column.{}", known.key), &[]),
        width: known.width,
        holds: if known.key == STATUS { Holds::States } else { Holds::Words },
    });
    let own = fields.iter().map(|field| Column {
        title: (*field).to_owned(),
        width: FIELD_WIDTH,
        holds: Holds::Words,
    });
    let mut columns: Vec<Column> = known.chain(own).collect();
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for column in &mut columns {
        let n = taken.entry(column.title.clone()).or_insert(0);
        *n += 1;
        if *n > 1 {
            column.title = format!("{} ({n})", column.title);
        }
    }
    columns
}

/// The author's columns; those of an action that share a title share a cell.
fn own_fields<'a>(action: &'a Action, places: &BTreeMap<&str, usize>) -> Vec<Cell<'a>> {
    let mut cells: Vec<Vec<&str>> = vec![Vec::new(); places.len()];
    for (name, value) in &action.fields {
        cells[places[name.as_str()]].push(&value.plain);
    }
    cells.into_iter().map(|values| text(values.join(" / "))).collect()
}

fn late<'a>(place: &Place<'a>) -> Cell<'a> {
    let key = if place.action.is_late(place.subject.reference) { "data.yes" } else { "data.no" };
    text(place.subject.words.say(key, &[]))
}

fn text<'a>(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
    let text = text.into();
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

fn date(date: Option<Date>) -> Cell<'static> {
    date.map_or(Cell::Empty, Cell::Date)
}
