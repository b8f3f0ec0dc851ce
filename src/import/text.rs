//! A plain text into pieces: lines, lists and tables as people type them, or as they come out of a PDF.

use super::piece::{Paper, Piece, Text};

/// Reads a text.
pub fn read(text: &str) -> Paper {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let pieces = lines.map(|line| Piece::Paragraph(Text::plain(line))).collect();
    Paper { title: None, pieces, pictures: Vec::new() }
}
