//! Views of the pages around plans: home, sections, articles, lost visitors.

use serde::Serialize;

use super::mission::MissionBrief;
use super::{DateView, Link, OrientationCard, ProgressView, TimeframeView};

/// The home page: `home.html`.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    pub title: String,
    pub description: Option<String>,
    /// The mission in one sentence, where the site has one.
    pub mission: Option<MissionBrief>,
    /// HTML of `content/_index.md`.
    pub content: String,
    /// Current plans (adopted or proposed), newest period first.
    pub plans: Vec<PlanCard>,
    /// Newest dated articles.
    pub latest: Vec<Card>,
    /// Top-level sections.
    pub sections: Vec<Card>,
}

/// A section: `section.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SectionView {
    pub title: String,
    pub description: Option<String>,
    /// HTML.
    pub content: String,
    pub plans: Vec<PlanCard>,
    pub pages: Vec<Card>,
    pub sections: Vec<Card>,
    pub pager: Option<Pager>,
}

/// The place of a list among its pages.
#[derive(Debug, Clone, Serialize)]
pub struct Pager {
    /// « Page 2 de 5 »
    pub words: String,
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

/// A page in a list.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    pub href: String,
    pub title: String,
    pub description: Option<String>,
    pub date: Option<DateView>,
}

/// A plan in a list.
#[derive(Debug, Clone, Serialize)]
pub struct PlanCard {
    pub href: String,
    pub title: String,
    pub description: Option<String>,
    /// « Projet », « Plan clos »; none for an adopted plan.
    pub stage: Option<String>,
    pub period: Option<TimeframeView>,
    pub progress: ProgressView,
    pub orientations: Vec<OrientationCard>,
}

/// An article: `page.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleView {
    pub title: String,
    pub description: Option<String>,
    pub date: Option<DateView>,
    pub authors: Vec<String>,
    pub tags: Vec<String>,
    /// Relative address.
    pub image: Option<String>,
    /// HTML, footnotes included.
    pub content: String,
    /// Headings of level 2, when there are enough of them to need a table of contents.
    pub contents: Vec<Link>,
    /// Neighbours in the section's order.
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

/// The page shown for an address that does not exist: `404.html`. All its addresses are root-absolute.
#[derive(Debug, Clone, Serialize)]
pub struct NotFoundView {
    pub title: String,
    pub sections: Vec<Link>,
}

/// A page that only leads to another: `redirect.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RedirectView {
    /// Relative address.
    pub href: String,
    /// Absolute, when the site knows its own.
    pub canonical: Option<String>,
    pub title: String,
}
