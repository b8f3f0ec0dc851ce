//! Pieces into Markdown that says the same, and nothing else: no sign of a text is taken for a mark.

use super::piece::Piece;
use crate::diagnostic::import::ImportProblem;

/// Markdown, and what is told of it.
pub struct Written {
    pub markdown: String,
    /// Each at the byte of the Markdown where it happened, in order.
    pub remarks: Vec<(usize, ImportProblem)>,
}

/// Writes pieces. The names of pictures get `stem` before them.
pub fn markdown(pieces: &[Piece], _stem: &str) -> Written {
    let mut written = Written { markdown: String::new(), remarks: Vec::new() };
    for piece in pieces {
        match piece {
            Piece::Remark(problem) => written.remarks.push((written.markdown.len(), problem.clone())),
            Piece::Paragraph(text) => written.markdown.push_str(&format!("\n{}\n", text.words())),
            _ => {}
        }
    }
    written
}
