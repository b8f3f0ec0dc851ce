//! The sheet of actions: a row each, to sort and to filter.

use rust_xlsxwriter::{ColNum, DataValidation, Formula, RowNum, Worksheet, XlsxError};

use super::style::Styles;
use super::{excel_date, share};
use crate::export::Subject;
use crate::export::rows::{self, Cell, Holds};

/// `states` is where the states to choose from stand.
pub fn fill(
    sheet: &mut Worksheet,
    subject: &Subject<'_>,
    states: &str,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let table = rows::table(subject);
    let last = last_row(table.rows.len())?;
    for (at, column) in table.columns.iter().enumerate() {
        let at = place(at)?;
        sheet.set_column_width(at, column.width)?;
        sheet.set_column_format(at, &styles.words)?;
        sheet.write_string_with_format(0, at, &column.title, &styles.header)?;
        if column.holds == Holds::States {
            sheet.add_data_validation(1, at, last.max(1), at, &list(states))?;
        }
    }
    for (row, cells) in table.rows.iter().enumerate() {
        let row = below_header(row)?;
        for (at, cell) in cells.iter().enumerate() {
            write(sheet, (row, place(at)?), cell, styles)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.autofilter(0, 0, last, place(table.columns.len() - 1)?)?;
    Ok(())
}

/// A list to choose from; other words stay allowed, since the author's are always kept.
pub fn list(states: &str) -> DataValidation {
    DataValidation::new().allow_list_formula(Formula::new(states)).show_error_message(false)
}

/// Texts take the look of their column, so that what is added below looks the same.
fn write(
    sheet: &mut Worksheet,
    at: (RowNum, ColNum),
    cell: &Cell<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let (row, column) = at;
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string(row, column, text.as_ref())?;
        }
        Cell::Date(date) => match excel_date(*date) {
            Some(day) => drop(sheet.write_datetime_with_format(row, column, &day, &styles.date)?),
            None => drop(sheet.write_string(row, column, date.to_string())?),
        },
        Cell::Percent(percent) => {
            sheet.write_number_with_format(row, column, share(*percent), &styles.share)?;
        }
    }
    Ok(())
}

/// The place of a column.
fn place(at: usize) -> Result<ColNum, XlsxError> {
    ColNum::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)
}

/// The row of the nth line, from 0, under the header.
pub fn below_header(nth: usize) -> Result<RowNum, XlsxError> {
    RowNum::try_from(nth + 1).map_err(|_| XlsxError::RowColumnLimitError)
}

/// The last row of a sheet of so many lines; the header when there is none.
fn last_row(n_lines: usize) -> Result<RowNum, XlsxError> {
    RowNum::try_from(n_lines).map_err(|_| XlsxError::RowColumnLimitError)
}
