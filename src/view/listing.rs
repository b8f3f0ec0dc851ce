//! Views of what is listed: groups of pages, years, tags, and what the home page announces.

use serde::Serialize;

use super::lists::Card;
use super::sides::ChangeView;
use super::{DateView, Link};

/// Pages listed under a heading: those of a year, or all of them.
#[derive(Debug, Clone, Serialize)]
pub struct CardGroup {
    /// The anchor of the heading: `_2026`.
    pub id: String,
    /// « 2026 », « Autres pages »
    pub title: String,
    pub pages: Vec<Card>,
}

/// A link, how many pages it leads to, and whether it leads here.
#[derive(Debug, Clone, Serialize)]
pub struct CountedLink {
    pub href: String,
    /// « 2026 », « transport »
    pub title: String,
    /// The tag of the language of the title, when it is not the page's.
    pub lang: Option<String>,
    /// « 12 pages »
    pub count: String,
    pub is_current: bool,
}

/// All the tags of a language: `tags.html`.
#[derive(Debug, Clone, Serialize)]
pub struct TagsView {
    pub title: String,
    /// In alphabetical order.
    pub tags: Vec<CountedLink>,
}

/// What has a tag: `tag.html`.
#[derive(Debug, Clone, Serialize)]
pub struct TagView {
    /// The tag, as first written.
    pub title: String,
    /// « 12 pages »
    pub count: String,
    /// Newest first; each says of what kind it is.
    pub pages: Vec<Card>,
}

/// The latest synthesis, on the home page.
#[derive(Debug, Clone, Serialize)]
pub struct SynthesisCard {
    pub href: String,
    pub title: String,
    /// « Atelier du printemps 2025 », when its title does not say it.
    pub event: Option<String>,
    pub date: Option<DateView>,
    pub description: Option<String>,
    /// The first ideas it retained, in plain text.
    pub retained: Vec<String>,
}

/// Something new in a plan, on the home page.
#[derive(Debug, Clone, Serialize)]
pub struct HomeChange {
    /// The plan, when the site follows more than one.
    pub plan: Option<Link>,
    pub change: ChangeView,
}

/// Where to write to the association.
#[derive(Debug, Clone, Serialize)]
pub struct ContactView {
    pub words: String,
    /// An address that opens a letter or a page; none when the words are only to be read.
    pub href: Option<String>,
}
