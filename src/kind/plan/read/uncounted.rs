//! What an author meant as actions or as an orientation, and a plan would leave out of its counts.

use super::rows::is_empty;
use super::{Reader, table};
use crate::diagnostic::plan::PlanProblem;
use crate::kind::plan::columns::{self, Column};
use crate::lang::Lang;
use crate::markdown::{Line, Piece, Table};

/// Whether the section a table stands in is about what is promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Orientation,
    /// A calendar of meetings, with who presides, may stand there.
    Elsewhere,
}

impl Reader<'_> {
    /// Tells a table that follows up actions, with who answers, for when and in what state, but in
    /// which no title says where the actions are: none of its rows is counted.
    pub(super) fn tell_uncounted_table(&mut self, pieces: &[Piece], place: Place) {
        for piece in pieces {
            let Piece::Table(table) = piece else { continue };
            if let Some(problem) = uncounted(table, place, self.lang) {
                let span = table.header.first().map_or(table.span, |cell| cell.span);
                self.problems.warning(problem, span);
            }
        }
    }
}

fn uncounted(table: &Table, place: Place, lang: Lang) -> Option<PlanProblem> {
    if table::is_action_table(table) {
        return None;
    }
    if let Some(titles) = table.rows.first().filter(|_| table.header.iter().all(is_empty))
        && titles.iter().any(|cell| matches!(table::column(cell), Column::Action | Column::Activity))
    {
        let n_rows = table::n_filled_rows(table).saturating_sub(1);
        return (n_rows > 0).then_some(PlanProblem::EmptyTitles { n_rows });
    }
    let titles: Vec<String> = table.header.iter().map(|cell| Line::joined(&cell.lines).plain).collect();
    let sorts = columns::of_titles(titles.iter().map(String::as_str));
    let first = |sort: Column| sorts.iter().position(|it| *it == sort);
    let state = first(Column::Status).or_else(|| first(Column::Progress));
    let mut found: Vec<usize> =
        [first(Column::Responsible), first(Column::Timeframe), state].into_iter().flatten().collect();
    let is_follow_up = found.len() >= 2 && (place == Place::Orientation || state.is_some());
    let n_rows = table::n_filled_rows(table);
    if !is_follow_up || n_rows == 0 {
        return None;
    }
    let may_be_actions = |(title, sort): &(&String, &Column)| {
        **sort == Column::Field && !title.is_empty() && columns::sort_of_field(title).is_none()
    };
    let likely = titles.iter().zip(&sorts).find(may_be_actions).map(|(title, _)| title.clone());
    let near = likely.as_deref().and_then(|title| columns::nearest(title, lang)).map(columns::recognise);
    if matches!(near, Some(Column::Action | Column::Activity)) {
        // The slip in its title is told already, at its place.
        return None;
    }
    found.sort_unstable();
    let known = found.into_iter().map(|at| titles[at].clone()).collect();
    Some(PlanProblem::UncountedTable { known, n_rows, likely })
}
