//! What a paper becomes: its kind, its title, the levels of its titles, its tables of actions.

mod action_table;
mod opening;
mod other_table;
pub mod titles;

use std::collections::BTreeSet;

use super::Wish;
use super::piece::{Mark, Piece, Row, Table};
use crate::date::Date;
use crate::diagnostic::import::ImportProblem;
use crate::front_matter::WrittenKind;
use crate::kind::mission::topic::{self, Topic};
use crate::kind::plan::columns::{self, Column};
use opening::Opening;
use titles::Place;

/// The most letters of a line that may stand between two parts of one table.
const LONGEST_BETWEEN: usize = 200;

/// A paper ready to be written as a document of ours.
pub struct Shaped {
    pub kind: WrittenKind,
    /// On one line, never empty.
    pub title: String,
    /// The day that the paper names at its top.
    pub day: Option<Date>,
    /// The years that it says it is for: « 2026-2027 ».
    pub period: Option<String>,
    /// Headings start at level 2 and leave none out; the first row of a table holds its titles, if any row does.
    pub pieces: Vec<Piece>,
}

/// Shapes a paper that gives itself this title, if any.
pub fn shaped(title: Option<String>, pieces: Vec<Piece>, wish: &Wish) -> Shaped {
    // The paper's own levels come first: those of rows and of guesses are levels of ours.
    let pieces = titles::guessed(tables(titles::ranked(pieces)));
    let opening = Opening::of(title.as_deref(), &pieces);
    let (found, pieces) = titles::taken(title, pieces, wish.title.as_deref());
    let title = wish.title.clone().or(found).unwrap_or_else(|| of_name(&wish.name));
    let pieces = titles::levelled(pieces);
    let kind = wish.kind.unwrap_or_else(|| kind(&opening, &pieces));
    let pieces = match kind {
        WrittenKind::Plan => {
            let pieces = titles::above_actions(pieces, &title);
            let is_dated = opening::years(&title).is_some() || opening.years().is_some();
            let told = (!is_dated).then_some(Piece::Remark(ImportProblem::NoPeriod));
            told.into_iter().chain(pieces).collect()
        }
        WrittenKind::Synthesis | WrittenKind::Mission | WrittenKind::News | WrittenKind::Page => pieces,
    };
    let period = opening::years(&title).or_else(|| opening.years());
    Shaped { kind, title, day: opening.day(), period, pieces }
}

/// The same pieces with each table as it is to be written.
fn tables(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut settled = Vec::with_capacity(pieces.len());
    // On paper, a table that goes on after a title does not always say its columns again.
    let mut titles = None;
    for piece in pieces {
        if let Piece::Table(table) = piece {
            settled.extend(of_table(table, &mut titles));
        } else {
            // A long text between two tables parts them: only titles and short lines stand within one.
            if piece.paragraph().is_some_and(|text| text.words().chars().count() > LONGEST_BETWEEN) {
                titles = None;
            }
            settled.push(piece);
        }
    }
    settled
}

fn of_table(mut table: Table, before: &mut Option<Vec<String>>) -> Vec<Piece> {
    table.rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    without_empty_columns(&mut table);
    match action_table::titles_at(&table) {
        Some(at) => {
            *before = Some(action_table::titles(&table.rows[at]));
            action_table::settled(table, at)
        }
        None => match before.as_deref().filter(|titles| action_table::goes_on(&table, titles)) {
            Some(titles) => {
                table.rows.insert(0, action_table::row_of_titles(titles));
                let told = Piece::Remark(ImportProblem::ColumnsOfTableAbove);
                std::iter::once(told).chain(action_table::settled(table, 0)).collect()
            }
            None => {
                *before = None;
                other_table::settled(table)
            }
        },
    }
}

/// Takes out the columns in which no cell says anything: the margin of a sheet, what is left of a merged cell.
fn without_empty_columns(table: &mut Table) {
    let n_columns = table.n_columns();
    let is_empty =
        |at: &usize| table.rows.iter().all(|row| row.cells.get(*at).is_none_or(|it| it.is_empty()));
    let is_covered = |at: &usize| {
        let covers = |row: &Row| row.cells.get(*at).is_some_and(|cell| cell.is_covered);
        table.rows.iter().any(covers)
    };
    let empty: BTreeSet<usize> = (0..n_columns).filter(|at| is_empty(at) && !is_covered(at)).collect();
    // Behind the last words of all rows, what is covered says no more.
    let last =
        table.rows.iter().filter_map(|row| row.filled().last()).map(|(at, _)| at).max().unwrap_or_default();
    for row in &mut table.rows {
        let cells = std::mem::take(&mut row.cells).into_iter().enumerate();
        let kept = cells.filter(|(at, _)| *at <= last && !empty.contains(at));
        row.cells = kept.map(|(_, cell)| cell).collect();
    }
}

/// The kind that a paper looks like.
fn kind(opening: &Opening, pieces: &[Piece]) -> WrittenKind {
    let headings = pieces.iter().filter_map(|piece| Some(piece.heading()?.1.words()));
    let topics: Vec<Topic> = headings.filter_map(|heading| topic::of_title(&heading)).collect();
    let has = |topic: Topic| topics.contains(&topic);
    // What a paper says it is comes before what it holds: minutes end with a table of what is to be done.
    match opening.announces() {
        Some(kind) => kind,
        None if pieces.iter().any(holds_actions) => WrittenKind::Plan,
        None if has(Topic::Mission) || (has(Topic::Vision) && has(Topic::Values)) => WrittenKind::Mission,
        None => WrittenKind::Page,
    }
}

/// Whether a piece promises actions: a table that has a column of them, or boxes to tick.
fn holds_actions(piece: &Piece) -> bool {
    match piece {
        Piece::Table(table) => table.rows.first().filter(|row| row.is_header).is_some_and(|row| {
            let titles = action_table::titles(row);
            let sorts = columns::of_titles(titles.iter().map(String::as_str));
            sorts.iter().any(|sort| matches!(sort, Column::Action | Column::Activity))
        }),
        Piece::Item(item) => matches!(item.mark, Mark::Box { .. }),
        Piece::Heading { .. }
        | Piece::Paragraph(_)
        | Piece::Picture { .. }
        | Piece::Note { .. }
        | Piece::Remark(_) => false,
    }
}

/// A title from the name of a file: « Plan_action-2026 (v3).docx » is “Plan action 2026 (v3)”.
fn of_name(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    // « 2026-2027 » are two years, not two words.
    let mut words: Vec<String> = Vec::new();
    for word in stem.split(['_', ' ', '-']).filter(|word| !word.is_empty()) {
        match words.last_mut() {
            Some(last) if is_year(last) && is_year(word) => last.push_str(&format!("-{word}")),
            _ => words.push(word.to_owned()),
        }
    }
    let title = words.join(" ");
    let mut letters = title.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Document".to_owned(),
    }
}

/// The level of a heading.
fn place(piece: &Piece) -> Option<Place> {
    piece.heading().map(|(level, _)| Place(level))
}
