//! Merged cells, as the tables of papers have them: the first one spans, and stands over the others.

use super::MAX_CELLS;
use crate::import::piece::{Cell, Row};
use crate::import::refusal::Refusal;
use crate::sheet::Sheet;
use crate::sheet::around::Area;

/// Marks the cells that others cover, in the rows of a sheet of so many columns.
pub fn cover(rows: &mut [Row], sheet: &Sheet, n_columns: usize) -> Result<(), Refusal> {
    let mut n_covered = 0;
    for Area { first, last } in &sheet.around.merged {
        let start = sheet.rows.partition_point(|row| row.number < first.row);
        let end = sheet.rows.partition_point(|row| row.number <= last.row);
        let last_column = last.column.min(n_columns.saturating_sub(1));
        let holds = sheet
            .rows
            .get(start)
            .is_some_and(|row| row.number == first.row && row.cell(first.column).is_some());
        let Some(area) = rows.get_mut(start..end).filter(|_| holds && last_column >= first.column) else {
            continue;
        };
        let span = (last_column - first.column + 1, area.len());
        n_covered += span.0.saturating_mul(span.1);
        if n_covered > MAX_CELLS {
            return Err(Refusal::TooLarge);
        }
        for (below, row) in area.iter_mut().enumerate() {
            let n_cells = row.cells.len().max(last_column + 1);
            row.cells.resize_with(n_cells, || Cell::of([]));
            for (beside, cell) in row.cells[first.column..=last_column].iter_mut().enumerate() {
                if (below, beside) == (0, 0) {
                    (cell.n_columns, cell.n_rows) = span;
                } else if cell.is_empty() {
                    *cell = Cell::covered();
                }
            }
        }
    }
    Ok(())
}
