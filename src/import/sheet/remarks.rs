//! What is told of a sheet: what it hides, what lies over it, what is pinned on its cells.

use crate::diagnostic::import::ImportProblem;
use crate::import::signs;
use crate::lang;
use crate::sheet::{Place, Sheet, column_letters};

/// What is told of the cells of a sheet, in the order of their rows.
pub fn of_cells(sheet: &Sheet) -> Vec<(Place, ImportProblem)> {
    let uncomputed = sheet.uncomputed.iter().map(|place| {
        let cell = format!("{}{}", column_letters(place.column), place.row);
        (*place, ImportProblem::NoResult { cell })
    });
    let notes = sheet.around.notes.iter();
    let notes =
        notes.map(|(place, text)| (*place, ImportProblem::CommentLeft { text: lang::on_one_line(text) }));
    let mut told: Vec<(Place, ImportProblem)> = uncomputed.chain(notes).collect();
    told.sort_by_key(|(place, _)| *place);
    told
}

/// What is told above the table of a sheet.
pub fn of_sheet(sheet: &Sheet) -> Vec<ImportProblem> {
    let around = &sheet.around;
    let mut told = Vec::new();
    let rows = sheet.rows.iter().map(|row| row.number).filter(|row| is_within(*row, &around.hidden_rows));
    let rows: Vec<usize> = rows.collect();
    if !rows.is_empty() {
        told.push(ImportProblem::HiddenRows { n_rows: rows.len(), rows: runs(&rows, |row| row.to_string()) });
    }
    let mut columns: Vec<usize> = if around.hidden_columns.is_empty() {
        Vec::new()
    } else {
        let columns = sheet.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column);
        columns.filter(|column| is_within(*column, &around.hidden_columns)).collect()
    };
    columns.sort_unstable();
    columns.dedup();
    if !columns.is_empty() {
        let (n_columns, columns) = (columns.len(), runs(&columns, column_letters));
        told.push(ImportProblem::HiddenColumns { n_columns, columns });
    }
    if around.n_pictures > 0 {
        told.push(ImportProblem::PicturesOfSheet { n_pictures: around.n_pictures });
    }
    let margins = around.margins.iter().filter(|text| signs::says_more_than_pages(text));
    told.extend(margins.map(|text| ImportProblem::PageMargin { text: text.clone() }));
    let boxes = around.boxes.iter();
    told.extend(boxes.map(|text| ImportProblem::TextBoxLeft { text: lang::on_one_line(text) }));
    let is_there = |place: &Place| sheet.rows.binary_search_by_key(&place.row, |row| row.number).is_ok();
    told.extend(of_cells(sheet).into_iter().filter(|(place, _)| !is_there(place)).map(|(_, told)| told));
    told
}

/// Whether a number is in one of these runs, which are in order.
fn is_within(number: usize, runs: &[(usize, usize)]) -> bool {
    let after = runs.partition_point(|(first, _)| *first <= number);
    after.checked_sub(1).is_some_and(|at| number <= runs[at].1)
}

/// Numbers in order, those that follow each other put together: « 4, 7–9 ».
fn runs(numbers: &[usize], named: impl Fn(usize) -> String) -> String {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    let shown = runs.map(|run| match run {
        [first, .., last] => format!("{}–{}", named(*first), named(*last)),
        _ => run.iter().map(|only| named(*only)).collect(),
    });
    shown.collect::<Vec<_>>().join(", ")
}
