//! Reads a synthesis: `##` is a block, `###` a question or a theme.

use super::{Part, Synthesis};
use crate::markdown::Body;

/// Reads a synthesis from its body.
pub fn read(body: Body) -> Synthesis {
    let parts = vec![Part::Text(body.html())];
    Synthesis { parts, footnotes: body.footnotes, ..Synthesis::default() }
}
