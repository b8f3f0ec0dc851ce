//! The view of the glossary.

use serde::Serialize;

use super::foreign::ForeignLink;

/// Every acronym explained in a language: `glossary.html`.
#[derive(Debug, Clone, Serialize)]
pub struct GlossaryView {
    pub title: String,
    /// A sentence under the title.
    pub description: Option<String>,
    /// HTML of what the author wrote around the acronyms, footnotes included; often empty.
    pub content: String,
    /// In the order of the alphabet; never empty.
    pub terms: Vec<TermView>,
}

/// An acronym, or a word, and what it means.
#[derive(Debug, Clone, Serialize)]
pub struct TermView {
    pub name: String,
    /// The anchor.
    pub id: String,
    /// The first is the site's; never empty.
    pub meanings: Vec<MeaningView>,
    /// The documents that use it.
    pub used_in: Vec<ForeignLink>,
}

/// What an acronym means.
#[derive(Debug, Clone, Serialize)]
pub struct MeaningView {
    /// HTML, inline.
    pub html: String,
    /// The document that says so, when others say otherwise.
    pub document: Option<ForeignLink>,
}
