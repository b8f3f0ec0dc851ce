//! Views of the pages around plans: home, sections, articles, lost visitors.

use serde::Serialize;

use super::foreign::ForeignLink;
use super::languages::Spoken;
use super::listing::{CardGroup, ContactView, CountedLink, HomeChange, SynthesisCard};
use super::mission::MissionBrief;
use super::{DateView, Link, MenuLink, OrientationCard, ProgressView, TimeframeView};

/// The home page: `home.html`.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    pub title: String,
    pub description: Option<String>,
    /// The names of the parts below the opening, in order: `plans`, `synthesis`, `news`, `changes`,
    /// `sections`, `contact`.
    pub parts: Vec<&'static str>,
    /// The mission in one sentence, where the site has one.
    pub mission: Option<MissionBrief>,
    /// HTML of `content/_index.md`.
    pub content: String,
    /// Current plans (adopted or proposed), newest period first.
    pub plans: Vec<PlanCard>,
    /// The latest synthesis.
    pub synthesis: Option<SynthesisCard>,
    /// Newest dated documents, that synthesis left out.
    pub latest: Vec<Card>,
    /// The newest entries of the follow-up of current plans.
    pub changes: Vec<HomeChange>,
    /// Where all the changes of each of these plans are.
    pub all_changes: Vec<Link>,
    /// Top-level sections, then tags.
    pub sections: Vec<Card>,
    pub feed: Option<Link>,
    pub contact: Option<ContactView>,
}

/// A section, or a part of its list: `section.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SectionView {
    pub title: String,
    /// « Page 2 de 5 », « Année 2026 »; none on the first page.
    pub part: Option<String>,
    pub description: Option<String>,
    /// HTML.
    pub content: String,
    pub plans: Vec<PlanCard>,
    /// By year where the section goes by date, else all in one.
    pub groups: Vec<CardGroup>,
    pub sections: Vec<Card>,
    pub pager: Option<Pager>,
    /// The years it has a page for, newest first.
    pub years: Vec<CountedLink>,
    pub feed: Option<Link>,
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
    /// The same as HTML, inline, when some of its words are in another language.
    pub spoken_description: Option<String>,
    pub date: Option<DateView>,
    /// « Actualité »: what it is, where a list mixes kinds.
    pub kind: Option<String>,
    /// The language of the card, when it is not that of the page.
    pub spoken: Option<Spoken>,
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
    /// The day its states are of.
    pub reference_date: DateView,
    pub progress: ProgressView,
    pub orientations: Vec<OrientationCard>,
    /// The language of the card, when it is not that of the page.
    pub spoken: Option<Spoken>,
}

/// An article: `page.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleView {
    /// The language of the text, title included, when its author says it is not that of the page.
    pub spoken: Option<Spoken>,
    pub title: String,
    pub description: Option<String>,
    pub date: Option<DateView>,
    /// « A, B et C »
    pub authors: Option<String>,
    pub tags: Vec<Link>,
    /// Relative address.
    pub image: Option<String>,
    /// What the picture shows; empty when it only decorates.
    pub image_alt: String,
    /// HTML, footnotes included.
    pub content: String,
    /// Headings of level 2, when there are enough of them to need a table of contents.
    pub contents: Vec<Link>,
    /// Neighbours in the section's order; where it goes by date, the older and the newer.
    pub previous: Option<ForeignLink>,
    pub next: Option<ForeignLink>,
}

/// The page shown for an address that does not exist: `404.html`. All its addresses are root-absolute.
#[derive(Debug, Clone, Serialize)]
pub struct NotFoundView {
    pub title: String,
    pub sections: Vec<MenuLink>,
}

/// A page that only leads to another: `redirect.html` for an old address, `front.html` for the front of a site
/// whose languages all have a folder. Its frame says the language, the title and where the assets are; it has
/// neither menu nor feeds, nor anything for search engines.
#[derive(Debug, Clone, Serialize)]
pub struct RedirectView {
    /// Relative address.
    pub href: String,
    /// Absolute, when the site knows its own.
    pub canonical: Option<String>,
    pub title: String,
}
