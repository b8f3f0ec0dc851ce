//! The cells of a row that stand under no title of their log: nothing of them is kept.

use super::faults::{At, Faults};
use crate::diagnostic::follow_up::FollowUpFault;
use crate::sheet::{self, Cell, Row, Sheet};

/// Tells the cells of a row that have no title.
///
/// A text that goes beyond its titles was cut by a semicolon or a comma in a note, each row in its
/// own way; in a workbook, somebody writes in a column that was never named.
pub fn under_no_title(sheet: &Sheet, titles: &Row, row: &Row, faults: &mut Faults<'_>) {
    let n_titles = titles.cells.last().map_or(0, |last| last.column + 1);
    let n_cells = row.cells.last().map_or(0, |last| last.column + 1);
    let mut untitled: Vec<&Cell> =
        row.cells.iter().filter(|cell| titles.cell(cell.column).is_none()).collect();
    let is_text = sheet.name.is_none();
    if is_text && n_cells > n_titles {
        let beyond = untitled.split_off(untitled.partition_point(|cell| cell.column < n_titles));
        if let Some(first) = beyond.first() {
            let left_out = beyond.iter().map(|cell| cell.text.clone()).collect();
            let fault = FollowUpFault::TooManyCells { n_cells, n_titles, left_out };
            faults.warning(At::Cell(sheet, row, first), fault);
        }
    }
    for cell in untitled {
        let (column, read) = (sheet::column_letters(cell.column), cell.text.clone());
        faults.warning(At::Cell(sheet, row, cell), FollowUpFault::UntitledColumn { column, read, n_more: 0 });
    }
}
