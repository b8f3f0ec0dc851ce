//! Cells of tables: the items they hold, and titles of columns that are not quite known.

use super::Reader;
use crate::diagnostic::synthesis::SynthesisProblem;
use crate::kind::synthesis::vocabulary::{self, Column};
use crate::markdown::{Cell, Line, Table};

impl Reader<'_> {
    /// Tells the columns whose titles are nearly known ones: a slip would silently hide what the
    /// whole column says.
    pub fn tell_near_columns(&mut self, table: &Table) {
        for cell in &table.header {
            let read = title(cell).plain;
            if vocabulary::column(&read) != Column::Other {
                continue;
            }
            if let Some(nearest) = vocabulary::nearest_column(&read) {
                let nearest = nearest.to_owned();
                self.problems.warning(SynthesisProblem::NearColumn { read, nearest }, cell.span);
            }
        }
    }
}

/// The title of a column.
pub fn title(cell: &Cell) -> Line {
    Line::joined(&cell.lines)
}

/// Whether some line of a cell starts as an item does.
pub fn holds_items(cell: &Cell) -> bool {
    cell.lines.iter().any(|line| vocabulary::bullet(&line.plain).is_some_and(|mark| mark != line.plain))
}

/// The items of a cell that holds some: what has no mark goes on with the item above. Before the
/// first mark it is an item of its own.
pub fn items(cell: &Cell) -> Vec<Line> {
    let mut items: Vec<Vec<Line>> = Vec::new();
    for line in &cell.lines {
        let mark = vocabulary::bullet(&line.plain).map(str::to_owned);
        match (mark, items.last_mut()) {
            (Some(mark), _) => items.push(vec![line.clone().without_start(&mark)]),
            (None, Some(item)) => item.push(line.clone()),
            (None, None) => items.push(vec![line.clone()]),
        }
    }
    let joined = items.iter().map(|lines| Line::joined(lines));
    joined.filter(|line| !line.html.is_empty()).collect()
}

/// The lines of a cell, each an item, with or without its mark.
pub fn lines(cell: &Cell) -> Vec<Line> {
    let lines = cell.lines.iter().filter(|line| !line.html.is_empty()).map(without_bullet);
    lines.filter(|line| !line.html.is_empty()).collect()
}

/// A line without the mark of an item at its start.
pub fn without_bullet(line: &Line) -> Line {
    match vocabulary::bullet(&line.plain).map(str::to_owned) {
        Some(mark) => line.clone().without_start(&mark),
        None => line.clone(),
    }
}
