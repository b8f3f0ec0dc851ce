//! What a paper becomes: its kind, its title, the levels of its titles, its tables of actions.

mod action_table;
mod opening;
mod other_table;
mod titles;

use super::Wish;
use super::piece::{Mark, Piece, Table};
use crate::date::Date;
use crate::front_matter::WrittenKind;
use crate::kind::mission::topic::{self, Topic};
use crate::kind::plan::columns::{self, Column};
use titles::Place;

/// A paper ready to be written as a document of ours.
pub struct Shaped {
    pub kind: WrittenKind,
    /// On one line, never empty.
    pub title: String,
    /// The day that the paper names at its top.
    pub day: Option<Date>,
    /// Headings start at level 2 and leave none out; the first row of a table holds its titles, if any row does.
    pub pieces: Vec<Piece>,
}

/// Shapes a paper that gives itself this title, if any.
pub fn shaped(title: Option<String>, pieces: Vec<Piece>, wish: &Wish) -> Shaped {
    // The paper's own levels come first: those of rows and of guesses are levels of ours.
    let pieces = titles::guessed(tables(titles::ranked(pieces)));
    let (day, announced) = (opening::day(&pieces), opening::announces_workshop(&pieces));
    let (found, pieces) = titles::taken(title, pieces);
    let title = wish.title.clone().or(found).unwrap_or_else(|| of_name(&wish.name));
    let pieces = titles::levelled(pieces);
    let kind = wish.kind.unwrap_or_else(|| kind(announced, &pieces));
    let pieces = match kind {
        WrittenKind::Plan => titles::above_actions(pieces, &title),
        WrittenKind::Synthesis | WrittenKind::Mission | WrittenKind::News | WrittenKind::Page => pieces,
    };
    Shaped { kind, title, day, pieces }
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
            settled.push(piece);
        }
    }
    settled
}

fn of_table(mut table: Table, before: &mut Option<Vec<String>>) -> Vec<Piece> {
    table.rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    let n_columns = table
        .rows
        .iter()
        .filter_map(|row| row.filled().last())
        .map(|(at, _)| at + 1)
        .max()
        .unwrap_or_default();
    for row in &mut table.rows {
        row.cells.truncate(n_columns);
    }
    match action_table::titles_at(&table) {
        Some(at) => {
            *before = Some(action_table::titles(&table.rows[at]));
            action_table::settled(table, at)
        }
        None => match before.as_deref().filter(|titles| action_table::goes_on(&table, titles)) {
            Some(titles) => {
                table.rows.insert(0, action_table::row_of_titles(titles));
                action_table::settled(table, 0)
            }
            None => other_table::settled(table),
        },
    }
}

/// The kind that a paper looks like.
fn kind(announces_workshop: bool, pieces: &[Piece]) -> WrittenKind {
    let headings = pieces.iter().filter_map(|piece| Some(piece.heading()?.1.words()));
    if pieces.iter().any(holds_actions) {
        return WrittenKind::Plan;
    }
    let topics: Vec<Topic> = headings.filter_map(|heading| topic::of_title(&heading)).collect();
    let has = |topic: Topic| topics.contains(&topic);
    if has(Topic::Mission) || (has(Topic::Vision) && has(Topic::Values)) {
        WrittenKind::Mission
    } else if announces_workshop {
        WrittenKind::Synthesis
    } else {
        WrittenKind::Page
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

/// Whether a piece is a heading, and where from.
fn place(piece: &Piece) -> Option<Place> {
    piece.heading().map(|(level, _)| Place(level))
}
