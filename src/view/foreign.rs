//! Words that a page shows in another language than its own.

use serde::Serialize;

/// A link whose title may be in another language than the page.
#[derive(Debug, Clone, Serialize)]
pub struct ForeignLink {
    pub href: String,
    pub title: String,
    /// The tag of the language of the title; none when it is the page's.
    pub lang: Option<String>,
}

/// How a page shows words that it has only in another language.
#[derive(Debug, Clone, Serialize)]
pub struct ForeignView {
    /// The tag of their language, for `lang`.
    pub lang: String,
    /// « en anglais seulement »
    pub only: String,
}

/// What stands at the top of a plan that is not wholly translated.
#[derive(Debug, Clone, Serialize)]
pub struct TranslationView {
    /// « Traduction en cours »
    pub title: String,
    /// A sentence: how many of how many, and in which language they are meanwhile.
    pub text: String,
}
