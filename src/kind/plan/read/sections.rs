//! The sections of a plan's document: which are orientations, which are only shown.

use super::{list, table};
use crate::kind::plan::columns::{self, Column};
use crate::kind::plan::numbering::{self, Level};
use crate::markdown::{Cell, Heading, Html, Line, Piece};

/// A heading of level 1 or 2 and what follows it.
pub(super) struct Section {
    pub heading: Option<Heading>,
    pub pieces: Vec<Piece>,
}

pub(super) fn cut(pieces: Vec<Piece>) -> Vec<Section> {
    let mut sections = vec![Section { heading: None, pieces: Vec::new() }];
    for piece in pieces {
        match piece {
            Piece::Heading(heading) if heading.level <= 2 => {
                sections.push(Section { heading: Some(heading), pieces: Vec::new() });
            }
            piece @ (Piece::Heading(_)
            | Piece::Table(_)
            | Piece::List(_)
            | Piece::Definitions(_)
            | Piece::Prose(_)) => {
                sections.last_mut().expect("there is a first section").pieces.push(piece);
            }
        }
    }
    sections.retain(|section| section.heading.is_some() || !section.pieces.is_empty());
    sections
}

pub(super) fn is_orientation(heading: &Heading, pieces: &[Piece]) -> bool {
    let numbered = numbering::read(&heading.line.plain);
    pieces.iter().any(holds_actions)
        || numbered.number.is_some()
        || numbering::level_named(&heading.line.plain) == Some(Level::Orientation)
}

/// The anchors that stand in what a section shows as text.
pub(super) fn ids_in_text(section: &Section) -> Vec<String> {
    let narrative = section.heading.iter().filter(|heading| !is_orientation(heading, &section.pieces));
    let mut ids: Vec<String> = narrative.map(|heading| heading.id.clone()).collect();
    for piece in &section.pieces {
        match piece {
            Piece::Prose(prose) => ids.extend(prose.html.ids()),
            Piece::Heading(heading) if heading.level != 3 => ids.push(heading.id.clone()),
            Piece::Heading(_) | Piece::Table(_) | Piece::List(_) | Piece::Definitions(_) => {}
        }
    }
    ids
}

pub(super) fn written_number(heading: &Heading) -> Option<&str> {
    numbering::read(&heading.line.plain).number
}

/// The numbers that the objectives of an orientation have in its headings and its tables.
pub(super) fn numbers_of_objectives(pieces: &[Piece]) -> Vec<String> {
    let mut numbers = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Heading(heading) if heading.level == 3 => {
                numbers.extend(written_number(heading).map(str::to_owned));
            }
            Piece::Table(table) if table::is_action_table(table) => {
                let plain = |cell: &Cell| Line::joined(&cell.lines).plain;
                let titles: Vec<String> = table.header.iter().map(plain).collect();
                let sorts = columns::of_titles(titles.iter().map(String::as_str));
                let Some(at) = sorts.iter().position(|sort| *sort == Column::Objective) else { continue };
                let titles = table.rows.iter().filter_map(|row| row.get(at)).map(plain);
                numbers.extend(titles.filter_map(|title| Some(numbering::read(&title).number?.to_owned())));
            }
            Piece::Heading(_)
            | Piece::Table(_)
            | Piece::List(_)
            | Piece::Definitions(_)
            | Piece::Prose(_) => {}
        }
    }
    numbers
}

pub(super) fn holds_actions(piece: &Piece) -> bool {
    match piece {
        Piece::Table(table) => table::is_action_table(table),
        Piece::List(list) => list::is_action_list(list),
        Piece::Heading(_) | Piece::Definitions(_) | Piece::Prose(_) => false,
    }
}

pub(super) fn text(heading: Option<Heading>, pieces: &[Piece]) -> Html {
    let mut html = Html::default();
    if let Some(heading) = heading {
        html.push(&Piece::Heading(heading).html());
    }
    for piece in pieces {
        html.push(&piece.html());
    }
    html
}
