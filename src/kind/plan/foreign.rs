//! Words in another language than the plan that shows them: what a translation takes from its source.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::lang::Lang;

/// The language of words that are not in the language of their document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The tag of pages: `fr-CA`.
    pub tag: Arc<str>,
    pub lang: Lang,
}

/// What makes a plan the translation of another.
///
/// Its structure, its numbers, its states, its timeframes, its people and its follow-up are those of
/// its source, at any time; its words are its own where it has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The file of the source.
    pub source: String,
    /// The code of the language of the source.
    pub language: String,
    /// The language of the source.
    pub foreign: Foreign,
    /// How many titles and texts there are to translate.
    pub n_texts: usize,
    /// How many of them are shown in the language of the source.
    pub n_missing: usize,
    /// Titles of columns that no row of the translation gives.
    pub columns: BTreeSet<String>,
}
