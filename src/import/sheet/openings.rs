//! The first rows of the sheets of a workbook: its title, or the name of a sheet said again.

use crate::import::piece::{Row, Table};
use crate::import::shape::titles;
use crate::kind::plan::numbering;
use crate::lang;
use crate::sheet::Sheet;

/// The most letters of a title.
const LONGEST: usize = 140;

/// How many rows may stand above the title: the name of the organisation, its address.
const N_ABOVE: usize = 5;

/// Takes out the first row of each sheet where it says the name of the sheet, and the title of the workbook, which it
/// gives: the row above the first table that says what the paper is, when no other sheet opens otherwise.
pub fn taken(sheets: &[&Sheet], tables: &mut [Table]) -> Option<String> {
    for (sheet, table) in sheets.iter().zip(&mut *tables) {
        let says_name = |words: String| sheet.name.as_ref().is_some_and(|name| lang::is_alike(&words, name));
        if table.rows.first().and_then(alone).is_some_and(says_name) {
            table.rows.remove(0);
        }
    }
    let first = tables.iter().find(|table| !table.rows.is_empty())?;
    let opening = first.rows.iter().take(N_ABOVE).map_while(alone);
    let title = opening.into_iter().find(|words| is_a_title(words))?;
    let is_title = |words: &String| lang::is_alike(words, &title);
    let titled =
        |table: &Table| table.rows.iter().take(N_ABOVE).map_while(alone).position(|words| is_title(&words));
    // A sheet of notes, which are no table, has nothing to do with the title.
    let is_table = |table: &Table| table.rows.iter().any(|row| row.filled().nth(1).is_some());
    let opens_otherwise = |table: &Table| {
        is_table(table) && titled(table).is_none() && table.rows.first().and_then(alone).is_some()
    };
    if tables.iter().any(opens_otherwise) {
        return None;
    }
    for table in tables {
        titled(table).map(|at| table.rows.remove(at));
    }
    Some(title)
}

/// The words of a row that is one cell alone, of which nothing is told.
fn alone(row: &Row) -> Option<String> {
    let mut filled = row.filled().filter(|_| row.remarks.is_empty());
    let (_, cell) = filled.next().filter(|_| filled.next().is_none())?;
    let is_plain =
        cell.lines.len() == 1 && cell.lines.iter().all(|line| line.text.is_plain() && !line.is_item);
    is_plain.then(|| lang::on_one_line(&cell.words()))
}

fn is_a_title(words: &str) -> bool {
    let numbered = numbering::read(words);
    let names_level = !numbered.level_word.is_empty() && numbered.number.is_some();
    titles::names_paper(words)
        && words.chars().count() <= LONGEST
        && !words.ends_with(['.', ',', ';'])
        && !names_level
}
