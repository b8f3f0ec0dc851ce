//! The rows of a table of actions that say something of an action.

use std::borrow::Cow;

use super::table::column;
use super::{Reader, Role};
use crate::diagnostic::plan::PlanProblem;
use crate::kind::plan::columns::Column;
use crate::kind::plan::numbering;
use crate::lang;
use crate::markdown::{Cell, Line, Table};

/// Whether nothing is shown of a cell.
pub fn is_empty(cell: &Cell) -> bool {
    cell.lines.iter().all(|line| line.plain.is_empty())
}

/// The words of a cell, as plain text: most cells have one line.
pub fn words(cell: &Cell) -> Cow<'_, str> {
    let mut said = cell.lines.iter().filter(|line| !line.plain.is_empty());
    match (said.next(), said.next()) {
        (Some(_), Some(_)) => Cow::Owned(Line::joined(&cell.lines).plain),
        (first, _) => Cow::Borrowed(first.map_or("", |line| line.plain.as_str())),
    }
}

/// A title of a column is one word; « Activité de financement » is an activity.
fn is_title(cell: &Cell) -> bool {
    !words(cell).contains(char::is_whitespace)
}

/// Whether an empty cell has something written in it that is not shown.
pub fn holds_comment(cell: &Cell) -> bool {
    is_empty(cell) && cell.span.start < cell.span.end
}

/// The rows of a table, but for empty ones and those that repeat the header, as page breaks of
/// word processors do. In a translation, a row of comments holds a place.
pub fn rows(table: &Table, role: Role) -> impl Iterator<Item = &[Cell]> {
    let titles: Vec<String> = table.header.iter().map(|cell| lang::fold(&words(cell))).collect();
    let sorts: Vec<Column> = table.header.iter().map(column).collect();
    let repeats_titles = move |row: &[Cell]| {
        row.len() == titles.len()
            && row.iter().zip(&titles).all(|(cell, title)| lang::fold(&words(cell)) == *title)
    };
    // « Actions » under « Action » is the header too, as long as every column agrees.
    let repeats_sorts = move |row: &[Cell]| {
        row.len() > 1
            && row.iter().zip(&sorts).all(|(cell, sort)| {
                !matches!(sort, Column::Field | Column::Marks) && is_title(cell) && column(cell) == *sort
            })
    };
    let is_header = move |row: &[Cell]| repeats_titles(row) || repeats_sorts(row);
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

/// « total » of « total : 3 actions » and « total (3) ».
fn without_sum(words: &str) -> &str {
    let Some(at) = words.find(|c: char| c.is_ascii_digit()) else { return words };
    let (name, sum) = words.split_at(at);
    match sum.split_whitespace().nth(2) {
        None => name.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '(' | '=')),
        Some(_) => words,
    }
}

/// The cell that says that a row sums up the others. « Total des dons » is an action.
pub fn total<'t>(table: &Table, row: &'t [Cell]) -> Option<&'t Cell> {
    const TOTALS: &[&str] = &["total", "totaux", "subtotal", "total general", "grand total", "overall total"];
    let (title, cell) = table.header.iter().zip(row).find(|(_, cell)| !is_empty(cell))?;
    let folded = lang::fold(&self::words(cell)).replace('-', " ");
    let words = folded.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '*' | '_' | '.'));
    let words = words.strip_prefix("sous ").or(words.strip_prefix("sub ")).unwrap_or(words);
    let words = without_sum(words);
    let is_named =
        || matches!(column(title), Column::Number | Column::Objective | Column::Activity | Column::Action);
    (TOTALS.contains(&words) && is_named()).then_some(cell)
}

impl Reader<'_> {
    /// The number of a row. « — » and « ? » say that it has none; what cannot stand in an address is told.
    pub fn number_in_cell(&mut self, line: &Line) -> Option<String> {
        self.tell_unshown(line);
        let number = numbering::in_cell(&line.plain);
        let is_usable = number.split_whitespace().all(numbering::is_anchor);
        if !number.contains(char::is_alphanumeric) {
            return None;
        }
        if !is_usable {
            self.problems.warning(PlanProblem::UnusableNumber { read: line.plain.clone() }, line.span);
        }
        is_usable.then(|| number.to_owned())
    }
}
