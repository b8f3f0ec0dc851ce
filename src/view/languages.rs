//! A page among the languages of the site, as templates read it.

use serde::Serialize;

/// A page in another language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternate {
    /// `en-CA`, or `x-default`.
    pub hreflang: String,
    /// Absolute.
    pub url: String,
}

/// A way to the site in another language.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageLink {
    /// Relative.
    pub href: String,
    /// `en-CA`
    pub tag: String,
    /// `ltr` or `rtl`, when it is not that of the page.
    pub dir: Option<&'static str>,
    /// The language in its own words: « English ».
    pub autonym: String,
    /// Said in that language when it has no version of this page, with where the link leads.
    pub note: Option<String>,
}

/// The language of a text that is not that of the page around it.
#[derive(Debug, Clone, Serialize)]
pub struct Spoken {
    #[serde(skip)]
    pub code: String,
    /// `fr-CA`, for `lang`.
    pub tag: String,
    /// `ltr` or `rtl`, when it is not that of the page.
    pub dir: Option<&'static str>,
    /// The language in its own words: « Français ».
    pub autonym: String,
}

/// What is said over a document shown in a language it is not written in.
#[derive(Debug, Clone, Serialize)]
pub struct NoticeView {
    pub title: String,
    pub text: String,
    /// Relative address of the page in its own language.
    pub href: String,
    pub link: String,
    /// The language of the document.
    pub spoken: Spoken,
}
