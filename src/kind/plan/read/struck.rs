//! Words of a plan that are struck through: a word processor keeps what was said before.

use super::Reader;
use crate::diagnostic::plan::PlanProblem;
use crate::markdown::Line;

impl Reader<'_> {
    /// What a line still says: a state, a name or a date that is struck through is none any more.
    pub fn still_said(&mut self, line: Line) -> Line {
        match line.without_struck() {
            None => line,
            Some((said, read)) => {
                self.problems.warning(PlanProblem::Struck { read }, line.span);
                said
            }
        }
    }
}
