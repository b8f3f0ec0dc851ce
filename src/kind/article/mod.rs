//! An article: a text that is only shown.

use crate::markdown::{Body, Footnote, Html, Piece};

/// The text of a page, a news item or a section.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Article {
    pub html: Html,
    pub footnotes: Vec<Footnote>,
    pub headings: Vec<Anchor>,
}

/// A heading of an article, as links and tables of contents need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// 1 to 6.
    pub level: u8,
    pub id: String,
    pub words: String,
}

/// Reads an article from its body: the pieces in order.
pub fn read(mut body: Body) -> Article {
    let n_headings = body.pieces.iter().filter(|piece| matches!(piece, Piece::Heading(_))).count();
    // In no more room than they take, as its text.
    let mut headings = Vec::with_capacity(n_headings);
    for piece in &body.pieces {
        if let Piece::Heading(heading) = piece {
            let (level, id, words) = (heading.level, heading.id.clone(), heading.line.plain.clone());
            headings.push(Anchor { level, id, words });
        }
    }
    let footnotes = std::mem::take(&mut body.footnotes);
    Article { html: body.html(), footnotes, headings }
}
