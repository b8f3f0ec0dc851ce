//! Columns that say the same thing: « État (janvier) » and « État (mai) ».

use super::Reader;
use super::rows::{is_empty, rows, words};
use super::table::column;
use crate::diagnostic::plan::PlanProblem;
use crate::kind::plan::columns::Column;
use crate::kind::plan::status;
use crate::markdown::Table;

impl Reader<'_> {
    /// Tells a second column of states or of timeframes: only the first one counts, and it may be the older one.
    pub fn tell_repeated_columns(&mut self, table: &Table) {
        let sorts: Vec<Column> = table.header.iter().map(column).collect();
        for (at, (sort, title)) in sorts.iter().zip(&table.header).enumerate() {
            let Some(first) = sorts[..at].iter().position(|before| before == sort) else { continue };
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
                let [first, read] = [&table.header[first], title].map(|cell| words(cell).into_owned());
                self.problems.warning(PlanProblem::RepeatedColumn { read, first }, title.span);
            }
        }
    }

    fn says_something(&self, table: &Table, at: usize) -> bool {
        rows(table, self.role).filter_map(|row| row.get(at)).any(|cell| !is_empty(cell))
    }

    fn says_states(&self, table: &Table, at: usize) -> bool {
        let is_state =
            |text: &str| status::understood(text, &self.statuses).is_some_and(|it| it.key.is_stated());
        rows(table, self.role).filter_map(|row| row.get(at)).any(|cell| is_state(&words(cell)))
    }
}
