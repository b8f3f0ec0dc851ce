//! What a paper becomes: its kind, its title, the levels of its titles, its tables of actions.

use super::Wish;
use super::piece::Piece;
use crate::front_matter::WrittenKind;

/// A paper ready to be written as a document of ours.
pub struct Shaped {
    pub kind: WrittenKind,
    pub title: String,
    pub pieces: Vec<Piece>,
}

/// Shapes a paper.
pub fn shaped(title: Option<String>, pieces: Vec<Piece>, wish: &Wish) -> Shaped {
    let title = wish.title.clone().or(title).unwrap_or_else(|| wish.name.clone());
    Shaped { kind: wish.kind.unwrap_or(WrittenKind::Page), title, pieces }
}
