//! The rows of a table of actions that say something of an action.

use super::Role;
use super::table::column;
use crate::kind::plan::columns::Column;
use crate::lang;
use crate::markdown::{Cell, Line, Table};

/// Whether nothing is shown of a cell.
pub fn is_empty(cell: &Cell) -> bool {
    cell.lines.iter().all(|line| line.plain.is_empty())
}

/// A title of a column is one word; « Activité de financement » is an activity.
fn is_title(cell: &Cell) -> bool {
    !Line::joined(&cell.lines).plain.contains(char::is_whitespace)
}

/// Whether an empty cell has something written in it that is not shown.
pub fn holds_comment(cell: &Cell) -> bool {
    is_empty(cell) && cell.span.start < cell.span.end
}

/// The rows of a table, but for empty ones and those that repeat the header, as page breaks of
/// word processors do. In a translation, a row of comments holds a place.
pub fn rows(table: &Table, role: Role) -> impl Iterator<Item = &[Cell]> {
    let words = |row: &[Cell]| -> Vec<String> {
        row.iter().map(|cell| lang::fold(&Line::joined(&cell.lines).plain)).collect()
    };
    let header = words(&table.header);
    // « Actions » under « Action » is the header too, as long as every column agrees.
    let repeats_sorts = |row: &[Cell]| {
        row.len() > 1
            && row.iter().zip(&table.header).all(|(cell, title)| {
                let sort = column(cell);
                sort == column(title) && !matches!(sort, Column::Field | Column::Marks) && is_title(cell)
            })
    };
    let is_header = move |row: &[Cell]| words(row) == header || repeats_sorts(row);
    let holds_place = move |row: &[Cell]| {
        !row.iter().all(is_empty) || role == Role::Translation && row.iter().any(holds_comment)
    };
    let is_row = move |row: &&[Cell]| {
        holds_place(row) && !is_header(row) && !is_rule(row) && total(table, row).is_none()
    };
    table.rows.iter().map(Vec::as_slice).filter(is_row)
}

/// Whether a row is the line of dashes under titles: it comes with them, in a table glued to another.
fn is_rule(row: &[Cell]) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '–' | '—' | ':' | '|' | ' ');
    row.iter().flat_map(|cell| &cell.lines).all(|line| line.plain.chars().all(is_dash))
        && !row.iter().all(is_empty)
}

/// The cell that says that a row sums up the others. « Total des dons » is an action.
pub fn total<'t>(table: &Table, row: &'t [Cell]) -> Option<&'t Cell> {
    const TOTALS: &[&str] = &["total", "totaux", "subtotal", "total general", "grand total", "overall total"];
    let (title, cell) = table.header.iter().zip(row).find(|(_, cell)| !is_empty(cell))?;
    let is_named =
        matches!(column(title), Column::Number | Column::Objective | Column::Activity | Column::Action);
    let folded = lang::fold(&Line::joined(&cell.lines).plain).replace('-', " ");
    let words = folded.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '*' | '_' | '.'));
    let words = words.strip_prefix("sous ").or(words.strip_prefix("sub ")).unwrap_or(words);
    (is_named && TOTALS.contains(&words)).then_some(cell)
}
