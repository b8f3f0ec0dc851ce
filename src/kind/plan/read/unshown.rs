//! Links, footnotes and pictures where a plan keeps words alone: a date, a state, a name, a number.

use super::{Reader, Role};
use crate::diagnostic::markdown::WordsOf;
use crate::markdown::{self, Line, Table};

impl Reader<'_> {
    /// Tells what is lost of a line that is read for its words. What a translation says there is its source's.
    pub fn tell_unshown(&mut self, line: &Line) {
        // The cell of several actions is met once for each.
        if self.role == Role::Source && !line.html.holes().is_empty() && self.unshown.insert(line.span) {
            markdown::tell_unshown(line, WordsOf::Value, self.problems);
        }
    }

    /// Tells what is lost of the titles of a table.
    pub fn tell_unshown_of_titles(&mut self, table: &Table) {
        for line in table.header.iter().flat_map(|cell| &cell.lines) {
            markdown::tell_unshown(line, WordsOf::Column, self.problems);
        }
    }
}
