//! States that a mark says, in a table that has a column for each: « À faire », « En cours », « Fait ».

use super::rows::{is_empty, rows, words};
use super::{Reader, Role};
use crate::diagnostic::plan::PlanProblem;
use crate::kind::plan::columns::{self, Column};
use crate::kind::plan::status;
use crate::markdown::{Cell, Line, Table};

/// The columns whose titles are states and whose cells hold nothing but marks.
pub fn marked(table: &Table, role: Role, sorts: &[Column], titles: &[String]) -> Vec<usize> {
    let is_state = |title: &str| columns::asks_if_done(title) || status::is_alone(title);
    let cells =
        |at: usize| rows(table, role).filter_map(move |row| row.get(at)).filter(|cell| !is_empty(cell));
    let holds_marks = |at: &usize| cells(*at).all(|cell| columns::is_mark(&words(cell)));
    let of_state = (0..titles.len()).filter(|at| sorts[*at] == Column::Field && is_state(&titles[*at]));
    let marked: Vec<usize> = of_state.filter(holds_marks).collect();
    if marked.iter().any(|at| cells(*at).next().is_some()) { marked } else { Vec::new() }
}

/// The state that a title says: « Fait ? » asks what « Fait » says.
pub fn said(title: &str) -> &str {
    title.trim_end_matches(|c: char| c == '?' || c.is_whitespace())
}

impl Reader<'_> {
    /// The title above the only mark of a row, as its state; the marks are told, and kept as they stand, where
    /// there are several or the row says another state.
    pub fn marked_state(
        &mut self,
        status: &mut Line,
        marks: Vec<(&str, &Cell)>,
        fields: &mut Vec<(String, Line)>,
    ) {
        let key = |text: &str| status::read(text, &self.statuses, self.lang).0.key;
        match marks.as_slice() {
            [] => {}
            [(title, cell)] if status.plain.is_empty() => *status = Line::of_text(title, cell.span),
            [(title, _)] if key(title) == key(&status.plain) => {}
            [(_, cell), ..] => {
                let mut read: Vec<String> = marks.iter().map(|(title, _)| (*title).to_owned()).collect();
                if !status.plain.is_empty() {
                    read.insert(0, status.plain.clone());
                }
                self.problems.warning(PlanProblem::SeveralStates { read }, cell.span);
                fields.extend(
                    marks.iter().map(|(title, cell)| ((*title).to_owned(), Line::joined(&cell.lines))),
                );
            }
        }
    }
}
