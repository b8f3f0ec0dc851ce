//! Definition lists while they are read.

use super::ids::trimmed;
use super::inlines::Taken;
use super::line::OpenLine;
use super::list::OpenItem;
use super::read::{Block, Reader, Structure};
use super::{Definitions, Piece, clean};
use crate::source::Span;

impl Reader<'_> {
    pub fn start_definitions(&mut self, span: Span) {
        let structure = self.piece_or_block(span);
        self.flow.blocks.push(Block::Definitions(structure));
        self.flow.out.fresh_line();
        self.flow.out.markup("<dl>\n");
    }

    pub fn start_term(&mut self, span: Span) {
        let structure = self.structure_around();
        self.flow.out.markup("<dt>");
        self.flow.blocks.push(Block::Term(structure));
        if structure == Structure::Kept {
            self.flow.line = Some(OpenLine::new(self.flow.out.mark(), span.at_start()));
        }
    }

    pub fn end_term(&mut self, structure: Structure) {
        self.end_inlines();
        if structure == Structure::Kept {
            let line = self.take_line(Taken::Copied).unwrap_or_default();
            self.flow.entries.push((line, Vec::new()));
        }
        self.flow.out.markup("</dt>\n");
    }

    pub fn start_definition(&mut self, span: Span) {
        let structure = self.structure_around();
        self.flow.out.markup("<dd>");
        self.flow.blocks.push(Block::Definition(structure));
        if structure == Structure::Kept {
            self.flow.items.push(OpenItem::new(span));
        }
    }

    pub fn end_definition(&mut self, structure: Structure) {
        self.end_inlines();
        if structure == Structure::Kept {
            self.end_item_line();
            let line = self.flow.items.pop().map(|item| item.line).unwrap_or_default();
            if let Some((_, definitions)) = self.flow.entries.last_mut() {
                definitions.push(line);
            }
        }
        self.flow.out.markup("</dd>\n");
    }

    pub fn end_definitions(&mut self, structure: Structure, span: Span) {
        self.flow.out.markup("</dl>\n");
        if structure == Structure::Kept {
            let html = clean::finish(self.flow.out.take());
            let entries = std::mem::take(&mut self.flow.entries);
            let definitions = Definitions { entries, html, span: trimmed(self.source, span) };
            self.pieces.push(Piece::Definitions(definitions));
        }
    }

    fn structure_around(&self) -> Structure {
        if let Some(Block::Definitions(structure)) = self.flow.blocks.last() {
            *structure
        } else {
            Structure::Shown
        }
    }
}
