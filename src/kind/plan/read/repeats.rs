//! Columns that say the same thing: « État (janvier) » and « État (mai) ».

use std::borrow::Cow;

use super::Reader;
use super::rows::{is_empty, rows, words};
use super::table::column;
use crate::diagnostic::plan::PlanProblem;
use crate::kind::plan::columns::{self, Column};
use crate::kind::plan::status;
use crate::markdown::Table;

impl Reader<'_> {
    /// Tells a second column of states or of timeframes: only one counts, and it may be the older one.
    pub fn tell_repeated_columns(&mut self, table: &Table) {
        let titles: Vec<Cow<'_, str>> = table.header.iter().map(words).collect();
        let read = columns::of_titles(titles.iter().map(AsRef::as_ref));
        for (at, title) in table.header.iter().enumerate() {
            let sort = column(title);
            let counted = read.iter().position(|it| *it == sort).filter(|counted| *counted != at);
            let Some(counted) = counted else { continue };
            let counts = match sort {
                Column::Timeframe => self.says_something(table, at),
                // A second « Suivi » may well hold remarks.
                Column::Status => self.says_states(table, at),
                Column::Number
                | Column::Objective
                | Column::Activity
                | Column::Action
                | Column::Progress
                | Column::Responsible
                | Column::Partners
                | Column::Marks
                | Column::Field => false,
            };
            if counts {
                let [counted, read] = [counted, at].map(|at| titles[at].clone().into_owned());
                self.problems.warning(PlanProblem::RepeatedColumn { read, counted }, title.span);
            }
        }
    }

    fn says_something(&self, table: &Table, at: usize) -> bool {
        rows(table, self.role).filter_map(|row| row.get(at)).any(|cell| !is_empty(cell))
    }

    fn says_states(&self, table: &Table, at: usize) -> bool {
        let is_state = |text: &str| {
            status::understood(text, &self.statuses, self.lang).is_some_and(|it| it.key.is_stated())
        };
        rows(table, self.role).filter_map(|row| row.get(at)).any(|cell| is_state(&words(cell)))
    }
}
