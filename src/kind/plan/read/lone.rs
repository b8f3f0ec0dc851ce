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
    let rows: Vec<&[Cell]> = rows(table, role).collect();
    let lone: Vec<Option<Lone<'_>>> =
        rows.iter().enumerate().map(|(at, row)| lone(table, row, rows.get(at + 1).copied())).collect();
    if table.header.len() < 2 || lone.iter().all(Option::is_none) {
        return Vec::new();
    }
    // Where the other actions are called so, « Chantier 2 : la halte » is one more.
    let others: Vec<&[Cell]> =
        rows.iter().zip(&lone).filter(|(_, lone)| lone.is_none()).map(|(row, _)| *row).collect();
    let named_so = |sort: Column| {
        let titles = others.iter().flat_map(|row| table.header.iter().zip(*row));
        let mut titles = titles.filter(|(title, _)| column(title) == sort).map(|(_, cell)| cell);
        titles.any(|cell| numbered_level(cell).is_some())
    };
    let sure = |lone: &Lone<'_>| {
        if is_note(&words(lone.cell)) {
            return Some(Meant::Note);
        }
        // An objective is called « Objectif 2 » by right.
        let marks = match numbered_level(lone.cell)? {
            Level::Orientation => "##",
            Level::Objective | Level::Any if lone.sort != Column::Objective => "###",
            Level::Objective | Level::Any => return None,
        };
        (!others.is_empty() && !named_so(lone.sort)).then_some(Meant::Title(marks))
    };
    let sure: Vec<Option<Meant>> = lone.iter().map(|lone| lone.as_ref().and_then(sure)).collect();
    let left: Vec<Option<Lone<'_>>> =
        lone.iter().zip(&sure).map(|(lone, sure)| lone.filter(|_| sure.is_none())).collect();
    let mut by_look = by_look(table, &others, &left).into_iter();
    let mut found = Vec::new();
    for (lone, sure) in lone.iter().zip(sure) {
        let looks = by_look.next().unwrap_or_default();
        let meant = sure.or(looks.then_some(Meant::Title("###")));
        found.extend(lone.zip(meant).map(|(lone, meant)| (lone.cell, meant)));
    }
    found
}

/// Which of the lone rows look like titles: by their place above the others, or as they are set.
fn by_look(table: &Table, others: &[&[Cell]], lone: &[Option<Lone<'_>>]) -> Vec<bool> {
    let n_lone = lone.iter().flatten().count();
    // With one other column, a row without it is only a row where little is known yet.
    if table.header.len() < 3 || others.len() < 2 || n_lone > others.len() {
        return Vec::new();
    }
    let opens =
        n_lone > 1 && lone.first().is_some_and(|it| it.is_some_and(|it| it.sort != Column::Objective));
    let objectives = || others.iter().flat_map(|row| table.header.iter().zip(*row));
    let objectives_are_set =
        objectives().any(|(title, cell)| column(title) == Column::Objective && is_set_as_title(cell));
    let looks = |lone: &Lone<'_>| match lone.sort {
        Column::Objective => !objectives_are_set && is_set_as_title(lone.cell),
        Column::Activity | Column::Action => opens || is_set_as_title(lone.cell),
        Column::Number
        | Column::Timeframe
        | Column::Status
        | Column::Progress
        | Column::Responsible
        | Column::Partners
        | Column::Marks
        | Column::Field => false,
    };
    let is_before_other = |at: usize| lone.get(at + 1).is_some_and(Option::is_none);
    let rows = lone.iter().enumerate();
    rows.map(|(at, lone)| is_before_other(at) && lone.as_ref().is_some_and(looks)).collect()
}

/// The cell that names the action of a row, when the row says nothing else. An objective that the row below
/// continues is none.
fn lone<'t>(table: &Table, row: &'t [Cell], next: Option<&[Cell]>) -> Option<Lone<'t>> {
    let mut filled = table.header.iter().zip(row).filter(|(_, cell)| !is_empty(cell));
    let (title, cell) = filled.next()?;
    if filled.next().is_some() {
        return None;
    }
    let sort = column(title);
    let is_continued = || {
        let cells = || table.header.iter().zip(next.unwrap_or_default());
        cells().any(|(_, cell)| !is_empty(cell))
            && cells().all(|(title, cell)| column(title) != Column::Objective || is_empty(cell))
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
    counts.then_some(Lone { sort, cell })
}

/// The level that a title names with a number: « Orientation 2 : Manger ». « Action 3 » and « Mesure 3 » name
/// an action.
fn numbered_level(cell: &Cell) -> Option<Level> {
    let words = words(cell);
    let numbered = numbering::read(&words);
    numbered.number.filter(|_| !numbered.level_word.is_empty())?;
    let first = lang::fold(words.split(|c: char| !c.is_alphanumeric()).next()?);
    let is_action = matches!(columns::recognise(&first), Column::Action | Column::Activity);
    numbering::level_of(&first).filter(|_| !is_action)
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
