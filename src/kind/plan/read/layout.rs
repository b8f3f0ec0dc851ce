//! What each column of a table of actions holds, and what a row says under it.

use super::marks::Titles;
use super::rows::{is_empty, rows, words};
use super::{Role, marks, states};
use crate::kind::plan::columns::{self, Column};
use crate::kind::plan::timeframe::names_a_time;
use crate::lang::Lang;
use crate::markdown::{Cell, Line, Table};

/// The columns of a table, one of each sort; a second « Action » is kept as a field.
pub(super) struct Columns {
    pub(super) sorts: Vec<Column>,
    pub(super) titles: Vec<String>,
    /// The places of those whose title is the state that a mark says.
    pub(super) states: Vec<usize>,
    /// The places of those whose title is the moment that a mark says.
    pub(super) moments: Vec<usize>,
}

impl Columns {
    /// `answers` tells whether a cell answers a title that asks if the action is done.
    pub(super) fn of(table: &Table, role: Role, lang: Lang, answers: impl Fn(&str) -> bool) -> Columns {
        let titles: Vec<String> = table.header.iter().map(|cell| words(cell).into_owned()).collect();
        let mut sorts = columns::of_titles(titles.iter().map(String::as_str));
        let is_moment = |at: &usize| match sorts[*at] {
            Column::Marks => true,
            Column::Field => names_a_time(&titles[*at], lang),
            Column::Number
            | Column::Objective
            | Column::Activity
            | Column::Action
            | Column::Timeframe
            | Column::Status
            | Column::Progress
            | Column::Responsible
            | Column::Partners => false,
        };
        let titled: Vec<usize> = (0..titles.len()).filter(is_moment).collect();
        let moments = marks::columns_of_marks(table, role, lang, (Titles::Moments, &titled));
        for at in &moments {
            sorts[*at] = Column::Marks;
        }
        let says_state = sorts.iter().any(|sort| matches!(sort, Column::Status | Column::Progress));
        let mut states = states::marked(table, role, lang, &sorts, &titles);
        // Alone, « Fait » may be answered by more than marks.
        let asks = titles.iter().position(|title| columns::asks_if_done(title));
        if let Some(at) = asks.filter(|at| !says_state && states.iter().all(|other| other == at))
            && is_answered(table, role, at, answers)
        {
            sorts[at] = Column::Status;
            states.clear();
        }
        Columns { sorts, titles, states, moments }
    }

    pub(super) fn cell<'t>(&self, row: &'t [Cell], sort: Column) -> Option<&'t Cell> {
        self.sorts.iter().position(|column| *column == sort).and_then(|at| row.get(at))
    }

    pub(super) fn line(&self, row: &[Cell], sort: Column) -> Line {
        self.cell(row, sort).map(|cell| Line::joined(&cell.lines)).unwrap_or_default()
    }

    pub(super) fn action_is_empty(&self, row: &[Cell]) -> bool {
        base_and_intents(self, row).0.is_none()
    }

    /// Whether a row holds nothing but an objective: the first row of a merged cell.
    pub(super) fn only_names_objective(&self, row: &[Cell]) -> bool {
        self.sorts.iter().zip(row).all(|(sort, cell)| *sort == Column::Objective || is_empty(cell))
    }

    /// Whether a row gives an action to the objective above it.
    pub(super) fn continues(&self, row: &[Cell]) -> bool {
        self.cell(row, Column::Objective).is_none_or(is_empty) && !self.action_is_empty(row)
    }

    pub(super) fn title_of(&self, sort: Column) -> &str {
        self.sorts.iter().position(|column| *column == sort).map_or("", |at| &self.titles[at])
    }
}

/// Whether the cells under « Terminé » say if it is: days and amounts say something else. One mark
/// is enough, for nothing else answers such a title so.
fn is_answered(table: &Table, role: Role, at: usize, answers: impl Fn(&str) -> bool) -> bool {
    let cells = || rows(table, role).filter_map(|row| row.get(at)).filter(|cell| !is_empty(cell));
    let is_answer = |cell: &Cell| {
        answers(&words(cell)) || cell.lines.iter().all(|line| line.plain.is_empty() || answers(&line.plain))
    };
    cells().all(is_answer) || cells().any(|cell| cell.lines.iter().any(|line| columns::is_mark(&line.plain)))
}

/// The cell that names the actions, and the one that says what is to be done where a table has
/// both an activity and an action column.
pub(super) fn base_and_intents<'t>(
    columns: &Columns,
    row: &'t [Cell],
) -> (Option<&'t Cell>, Option<&'t Cell>) {
    let filled = |sort| columns.cell(row, sort).filter(|cell| !is_empty(cell));
    match (filled(Column::Activity), filled(Column::Action)) {
        (Some(activity), intents) => (Some(activity), intents),
        (None, action) => (action, None),
    }
}
