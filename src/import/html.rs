//! A web page into pieces: what Word, Google Docs or LibreOffice save as HTML, and pages of an old site.

use super::piece::{Paper, Piece, Text};

/// Reads a page.
pub fn read(html: &str) -> Paper {
    Paper { title: None, pieces: vec![Piece::Paragraph(Text::plain(html))], pictures: Vec::new() }
}
