//! A mission statement: what an association is for, where it wants to go, and along which axes.

use crate::markdown::{Body, Footnote, Html};

/// A mission statement, as its document writes it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mission {
    pub html: Html,
    pub footnotes: Vec<Footnote>,
}

/// Reads a mission statement from its body.
pub fn read(body: Body) -> Mission {
    Mission { html: body.html(), footnotes: body.footnotes }
}
