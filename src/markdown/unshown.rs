//! What a line holds besides its words, where a page shows the words alone.

use super::{Filling, Line};
use crate::diagnostic::Problems;
use crate::diagnostic::markdown::{MarkdownProblem, Unshown, WordsOf};

/// Tells each link, footnote, picture and shortcode of a line of which only the words are shown.
pub(super) fn tell(line: &Line, of: WordsOf, problems: &mut Problems) {
    for hole in &line.html.holes {
        let what = match &hole.what {
            Filling::Link(_) => Unshown::Link,
            Filling::Image(_) => Unshown::Image,
            Filling::FootnoteCall(_) => Unshown::Footnote,
            Filling::Shortcode(_) => Unshown::Shortcode,
            Filling::Word(_) | Filling::Title => continue,
        };
        if let Some(span) = hole.span {
            problems.warning(MarkdownProblem::NotShown { what, of }, span);
        }
    }
}
