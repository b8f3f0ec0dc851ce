//! Lays a translated plan over its source: the source gives everything but the words.
//!
//! ```text
//! pair    both plans → what translates what; what has no place in the source is told
//! stated  a pair     → what the translation states differently is told
//! fields  all pairs  → the columns of the source in the words of the translation
//! words   a pair     → titles and texts, those of the source where there are no others
//! ```

mod fields;
mod pair;
mod stated;
mod words;

use super::foreign::{Foreign, Translation};
use super::status::AddedWords;
use super::timeframe::Calendar;
use super::{Plan, PlanPart};
use crate::diagnostic::Problems;
use crate::diagnostic::translation::At;
use crate::lang::Lang;
use crate::source::{Lines, Span};
use fields::Columns;
use words::Words;

/// A plan, its translation, and what is needed to compare them.
pub struct Sides<'p> {
    pub source: &'p Plan,
    pub translation: &'p Plan,
    /// The file of the source.
    pub path: &'p str,
    /// The code of its language.
    pub language: &'p str,
    /// The language of the source.
    pub foreign: Foreign,
    /// The language of the translation.
    pub lang: Lang,
    /// The calendar of the source, its period included.
    pub calendar: &'p Calendar,
    /// The words for states that hold in the source.
    pub statuses: &'p AddedWords,
    /// The lines of the source.
    pub lines: Lines,
    /// The lines of the translation.
    pub lines_here: Lines,
}

impl Sides<'_> {
    /// A place in the source, as messages tell it.
    fn at(&self, span: Span) -> At {
        At { path: self.path.to_owned(), line: self.lines.line(span.start) }
    }
}

/// The plan that is published in the language of the translation.
///
/// Spans are those of the translation; what it does not give has no place in it.
pub fn lay(sides: &Sides<'_>, problems: &mut Problems) -> Plan {
    let pairs = pair::pair(sides, problems);
    for (at, orientation) in sides.source.orientations().enumerate() {
        if let Some(here) = pairs.orientations.get(&at) {
            stated::orientation(sides, orientation, here, problems);
        }
    }
    for action in sides.source.actions() {
        if let Some(here) = pairs.actions.get(action.id.as_str()) {
            stated::action(sides, action, here, problems);
        }
    }
    let columns = Columns::of(sides.source, &pairs.actions);
    let mut words = Words::new(sides, &pairs, &columns, problems);
    let parts: Vec<PlanPart> = words.parts();
    let footnotes = words.footnotes();
    let (n_texts, n_missing) = (words.n_texts, words.n_missing);
    let translation = Translation {
        source: sides.path.to_owned(),
        language: sides.language.to_owned(),
        foreign: sides.foreign.clone(),
        n_texts,
        n_missing,
        columns: columns.left,
    };
    Plan {
        parts,
        footnotes,
        // What its author accepts, and the log that is read, are told of the source.
        accept: Vec::new(),
        log: None,
        translation: Some(Box::new(translation)),
        ..sides.source.clone()
    }
}
