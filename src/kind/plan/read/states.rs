//! States that a mark says, in a table that has a column for each: « À faire », « En cours », « Fait ».

use super::marks::{self, Mark, Titles};
use super::{Reader, Role};
use crate::diagnostic::plan::PlanProblem;
use crate::kind::plan::columns::{self, Column};
use crate::kind::plan::status;
use crate::lang::Lang;
use crate::markdown::{Cell, Line, Table};

/// The columns whose titles are states and whose cells are marks.
pub fn marked(table: &Table, role: Role, lang: Lang, sorts: &[Column], titles: &[String]) -> Vec<usize> {
    let is_state = |title: &str| columns::asks_if_done(title) || status::is_alone(title);
    let of_state = (0..titles.len()).filter(|at| sorts[*at] == Column::Field && is_state(&titles[*at]));
    marks::columns_of_marks(table, role, lang, (Titles::States, &of_state.collect::<Vec<_>>()))
}

/// A mark in a column of states, and the state that it says.
pub struct Marked<'t> {
    /// The title of the column, with what the cell says beside its mark: « En cours (juin) ».
    state: String,
    title: &'t str,
    cell: &'t Cell,
    says: Says,
}

/// What a cell says in a column of states.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// No more than its mark.
    Mark,
    /// More, which its state holds.
    More,
    /// More, which a field holds already.
    MoreApart,
}

/// The state that a title says: « Fait ? » asks what « Fait » says.
pub fn said(title: &str) -> &str {
    title.trim_end_matches(|c: char| c == '?' || c.is_whitespace())
}

impl Reader<'_> {
    /// What a cell marks in a column of states. What is said of it otherwise goes to the fields, as it stands.
    pub fn mark_of_state<'t>(
        &mut self,
        title: &'t str,
        cell: &'t Cell,
        fields: &mut Vec<(String, Line)>,
    ) -> Option<Marked<'t>> {
        let state = said(title);
        let marked = |state: String, says| Some(Marked { state, title, cell, says });
        let found = match Mark::of(cell, self.lang) {
            Mark::Bare => {
                self.tell_unshown(&Line::joined(&cell.lines));
                return marked(state.to_owned(), Says::Mark);
            }
            Mark::With(beside) | Mark::Aside(beside) => {
                let whole = format!("{state} ({beside})");
                let (read, near) = status::read(&whole, &self.statuses, self.lang);
                if read.key.is_stated() || near.is_some() {
                    self.tell_unshown(&Line::joined(&cell.lines));
                    return marked(whole, Says::More);
                }
                marked(state.to_owned(), Says::MoreApart)
            }
            Mark::WithReserve => marked(state.to_owned(), Says::MoreApart),
            Mark::Dash => return None,
            Mark::Unticked => None,
            Mark::Words => {
                self.tell_no_mark(title, cell);
                None
            }
        };
        fields.push((state.to_owned(), Line::joined(&cell.lines)));
        found
    }

    /// The state of the only mark of a row; the marks are told, and kept as they stand, where there are several or
    /// the row says another state.
    pub fn marked_state(
        &mut self,
        status: &mut Line,
        marks: &[Marked<'_>],
        fields: &mut Vec<(String, Line)>,
    ) {
        let key = |text: &str| status::read(text, &self.statuses, self.lang).0.key;
        let says_more = match marks {
            [] => return,
            [Marked { state, cell, .. }] if status.plain.is_empty() => {
                *status = Line::of_text(state, cell.span);
                return;
            }
            [only] if key(&only.state) == key(&status.plain) => only.says == Says::More,
            [Marked { cell, .. }, ..] => {
                let mut read: Vec<String> = marks.iter().map(|mark| mark.state.clone()).collect();
                if !status.plain.is_empty() {
                    read.insert(0, status.plain.clone());
                }
                self.problems.warning(PlanProblem::SeveralStates { read }, cell.span);
                true
            }
        };
        if says_more {
            let left = marks.iter().filter(|mark| mark.says != Says::MoreApart);
            fields.extend(left.map(|mark| (said(mark.title).to_owned(), Line::joined(&mark.cell.lines))));
        }
    }
}
