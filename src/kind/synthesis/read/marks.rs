//! `{.retained}` on a line of its own, right above a list: the mark is of the list, and of nothing else.

use super::Reader;
use crate::kind::synthesis::vocabulary::{self, Lists};
use crate::kind::synthesis::{Block, Part, Section};
use crate::markdown::Piece;

/// What a paragraph says that holds nothing but a mark.
pub fn alone(piece: &Piece) -> Option<Lists> {
    let Piece::Prose(prose) = piece else { return None };
    let plain = prose.html.plain();
    vocabulary::lists_of_mark(plain.strip_prefix("{.")?.strip_suffix('}')?)
}

/// Leaves out what was opened behind a list and holds nothing. A block starts with a section in any case.
pub fn end(part: &mut Part) {
    let Part::Block(block) = part else { return };
    let mut at = 0;
    block.sections.retain(|section| {
        at += 1;
        at == 1 || section.heading.is_some() || !section.parts.is_empty()
    });
}

impl Reader<'_> {
    /// Reads a list under a mark of its own, in a section of its own.
    pub fn marked(&mut self, piece: Piece, lists: Lists, block: &mut Block) {
        let is_retained = block.sections.last().is_some_and(|section| section.is_retained);
        block.sections.pop_if(|section| section.heading.is_none() && section.parts.is_empty());
        let mut parts = Vec::new();
        self.piece(piece, lists, &mut parts);
        block.sections.push(Section { heading: None, is_retained: lists == Lists::Retained, parts });
        block.sections.push(Section { heading: None, is_retained, parts: Vec::new() });
    }
}
