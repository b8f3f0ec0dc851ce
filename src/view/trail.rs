//! The trail from words to deeds, as pages show it.

use serde::Serialize;

use super::DateView;
use super::foreign::ForeignLink;

/// A document whose words led to a promise, or that speaks of it.
#[derive(Debug, Clone, Serialize)]
pub struct OriginView {
    pub document: ForeignLink,
    /// « Synthèse d’atelier »
    pub kind: String,
    pub date: Option<DateView>,
    /// The words, each with the place where they stand; empty when the whole document is meant.
    pub words: Vec<ForeignLink>,
}
