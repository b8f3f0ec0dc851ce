//! Rows of a table that say nothing but a title or a note: what word processors merge into one cell.

use super::rows::{is_empty, rows, words};
use super::table::column;
use super::{Reader, Role};
use crate::diagnostic::plan::PlanProblem;
use crate::kind::plan::columns::{self, Column};
use crate::kind::plan::numbering::{self, Level};
use crate::lang;
use crate::markdown::{Cell, Table};

/// What a row that counts as an action, and has one cell filled, was probably meant as.
enum Meant {
    /// With the marks of a heading that says it.
    Title(&'static str),
    Note,
}

/// A row whose only filled cell names an objective or an action.
#[derive(Clone, Copy)]
struct Lone<'t> {
    sort: Column,
    cell: &'t Cell,
}

impl Reader<'_> {
    /// Tells the rows that look like titles or notes within a table, and count as actions all the same.
    pub fn tell_lone_rows(&mut self, table: &Table) {
        for (cell, meant) in lone_rows(table, self.role) {
            let read = words(cell).into_owned();
            let problem = match meant {
                Meant::Title(marks) => PlanProblem::TitleRow { read, marks },
                Meant::Note => PlanProblem::NoteRow { read },
            };
            self.problems.warning(problem, cell.span);
        }
    }
}

fn lone_rows(table: &Table, role: Role) -> Vec<(&Cell, Meant)> {
    let sorts: Vec<Column> = table.header.iter().map(column).collect();
    let rows: Vec<&[Cell]> = rows(table, role).collect();
    let next = |at: usize| rows.get(at + 1).copied().unwrap_or_default();
    let lone: Vec<Option<Lone<'_>>> =
        rows.iter().enumerate().map(|(at, row)| lone(&sorts, row, next(at))).collect();
    if sorts.len() < 2 || lone.iter().all(Option::is_none) {
        return Vec::new();
    }
    let others = rows.iter().zip(&lone).filter(|(_, lone)| lone.is_none()).map(|(row, _)| *row).collect();
    let others = Others { sorts: &sorts, rows: others };
    let sure = sure(&lone, &others);
    let looks = by_look(&lone, &sure, &others);
    let meant = sure.into_iter().zip(looks);
    let meant = meant.map(|(sure, looks)| sure.or(looks.then_some(Meant::Title("###"))));
    lone.iter().zip(meant).filter_map(|(lone, meant)| Some(((*lone)?.cell, meant?))).collect()
}

/// The rows that say more, under columns of these sorts.
struct Others<'t, 's> {
    sorts: &'s [Column],
    rows: Vec<&'t [Cell]>,
}

impl Others<'_, '_> {
    /// Whether one of their cells of a sort is like this.
    fn any(&self, sort: Column, is_so: impl Fn(&Cell) -> bool) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| self.sorts.iter().zip(*row));
        cells.any(|(other, cell)| *other == sort && is_so(cell))
    }
}

/// What the lone rows say they are, by their words.
fn sure(lone: &[Option<Lone<'_>>], others: &Others<'_, '_>) -> Vec<Option<Meant>> {
    // Where the other actions are called so, « Chantier 2 : la halte » is one more.
    let is_named_so = |sort: Column| others.any(sort, |cell| numbered_level(cell).is_some());
    let named: Vec<(Column, bool)> = [Column::Objective, Column::Activity, Column::Action]
        .into_iter()
        .filter(|sort| lone.iter().flatten().any(|it| it.sort == *sort && numbered_level(it.cell).is_some()))
        .map(|sort| (sort, is_named_so(sort)))
        .collect();
    let meant = |lone: &Lone<'_>| {
        if is_note(&words(lone.cell)) {
            return Some(Meant::Note);
        }
        // An objective is called « Objectif 2 » by right.
        let marks = match numbered_level(lone.cell)? {
            Level::Orientation => "##",
            Level::Objective | Level::Any if lone.sort != Column::Objective => "###",
            Level::Objective | Level::Any => return None,
        };
        (!others.rows.is_empty() && !named.contains(&(lone.sort, true))).then_some(Meant::Title(marks))
    };
    lone.iter().map(|lone| lone.as_ref().and_then(meant)).collect()
}

/// Which of the other lone rows look like titles: by their place above rows that say more, or as they are set.
fn by_look(lone: &[Option<Lone<'_>>], sure: &[Option<Meant>], others: &Others<'_, '_>) -> Vec<bool> {
    let left = lone.iter().zip(sure).map(|(lone, sure)| lone.filter(|_| sure.is_none()));
    let left: Vec<Option<Lone<'_>>> = left.collect();
    let n_left = left.iter().flatten().count();
    // With one other column, a row without it is only a row where little is known yet.
    if others.sorts.len() < 3 || others.rows.len() < 2 || n_left > others.rows.len() {
        return vec![false; lone.len()];
    }
    let is_of_actions = |lone: &Lone<'_>| lone.sort != Column::Objective;
    let opens = n_left > 1 && left.first().is_some_and(|first| first.as_ref().is_some_and(is_of_actions));
    let objectives_are_set = others.any(Column::Objective, is_set_as_title);
    let looks = |lone: &Lone<'_>| match is_of_actions(lone) {
        true => opens || is_set_as_title(lone.cell),
        false => !objectives_are_set && is_set_as_title(lone.cell),
    };
    let is_above_other = |at: usize| lone.get(at + 1).is_some_and(Option::is_none);
    let left = left.iter().enumerate();
    left.map(|(at, lone)| is_above_other(at) && lone.as_ref().is_some_and(looks)).collect()
}

/// The cell that names the action of a row, when the row says nothing else. An objective that the row below
/// continues is none.
fn lone<'t>(sorts: &[Column], row: &'t [Cell], next: &[Cell]) -> Option<Lone<'t>> {
    let mut filled = sorts.iter().zip(row).filter(|(_, cell)| !is_empty(cell));
    let (sort, cell) = filled.next()?;
    if filled.next().is_some() {
        return None;
    }
    let is_continued = || {
        next.iter().any(|cell| !is_empty(cell))
            && sorts.iter().zip(next).all(|(sort, cell)| *sort != Column::Objective || is_empty(cell))
    };
    let counts = match sort {
        Column::Activity | Column::Action => true,
        Column::Objective => !is_continued(),
        Column::Number
        | Column::Timeframe
        | Column::Status
        | Column::Progress
        | Column::Responsible
        | Column::Partners
        | Column::Marks
        | Column::Field => false,
    };
    counts.then_some(Lone { sort: *sort, cell })
}

/// The level that a title names with a number: « Orientation 2 : Manger ». « Action 3 » and « Mesure 3 » name
/// an action.
fn numbered_level(cell: &Cell) -> Option<Level> {
    let words = words(cell);
    let numbered = numbering::read(&words);
    numbered.number.filter(|_| !numbered.level_word.is_empty())?;
    let first = lang::fold(words.split(|c: char| !c.is_alphanumeric()).next()?);
    let is_action = matches!(columns::recognise(&first), Column::Action | Column::Activity);
    numbering::level_named(&words).filter(|_| !is_action)
}

/// « Note : voir l’annexe », “Source: the census”.
fn is_note(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "note",
        "notes",
        "nota bene",
        "n.b.",
        "nb",
        "remarque",
        "remarques",
        "source",
        "sources",
        "legende",
        "legend",
    ];
    let Some((first, rest)) = text.split_once(':') else { return false };
    !rest.trim().is_empty() && WORDS.contains(&lang::fold(first).trim())
}

/// Whether a cell is in bold, in capitals, or leads to what follows.
fn is_set_as_title(cell: &Cell) -> bool {
    let [line] = cell.lines.as_slice() else { return false };
    let is_in_capitals = line.plain.chars().filter(|c| c.is_uppercase()).nth(3).is_some()
        && !line.plain.contains(char::is_lowercase);
    line.bold || line.plain.ends_with(':') || is_in_capitals
}
