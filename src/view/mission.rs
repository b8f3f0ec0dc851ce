//! What the page of a mission statement shows, and what other pages say of it.

use serde::Serialize;

use super::foreign::ForeignLink;
use super::{DateView, Link, OrientationCard, ProgressView};

/// The page of a mission statement: `mission.html`.
#[derive(Debug, Clone, Serialize)]
pub struct MissionView {
    pub title: String,
    pub description: Option<String>,
    pub adopted: Option<DateView>,
    pub adopted_by: Option<String>,
    pub source: Option<String>,
    /// HTML, inline: a link to an e-mail address, protected from those who gather them.
    pub contact: Option<String>,
    pub sections: Vec<MissionSectionView>,
    /// HTML of the footnotes, empty when there are none.
    pub footnotes: String,
}

/// A section of a mission statement.
#[derive(Debug, Clone, Serialize)]
pub struct MissionSectionView {
    /// `mission`, `vision`, `values`, `axes` or `other`.
    pub topic: String,
    /// None for what stands before any heading, and for axes that are the headings themselves.
    pub id: Option<String>,
    /// HTML, inline.
    pub title: Option<String>,
    /// The level of the headings right under it: 2 or 3.
    pub level: u8,
    /// In order; exactly one of a part's fields is set.
    pub parts: Vec<MissionPartView>,
}

/// A part of a section.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MissionPartView {
    /// HTML.
    pub text: Option<String>,
    /// HTML of the words of the mission or of the vision.
    pub statement: Option<String>,
    /// All with a name, or all items.
    pub values: Option<Vec<ValueView>>,
    pub axes: Option<Vec<AxisView>>,
    /// HTML, inline: who published the statement, line by line.
    pub source: Option<String>,
}

/// Something the association holds dear: either its fields `name` and `text`, or `item`.
#[derive(Debug, Clone, Serialize)]
pub struct ValueView {
    pub id: Option<String>,
    /// HTML, inline.
    pub name: Option<String>,
    /// HTML of what is said of it, when something is.
    pub text: Option<String>,
    /// HTML of the whole value, as an item of a list.
    pub item: Option<String>,
}

/// An axis of the mission, and what plans do for it.
#[derive(Debug, Clone, Serialize)]
pub struct AxisView {
    pub id: String,
    /// « Axe 2 »
    pub label: String,
    /// HTML, inline; as written.
    pub title: String,
    /// HTML of what stands under it; empty when there is nothing.
    pub text: String,
    /// Orientations of adopted plans, then of proposed ones.
    pub orientations: Vec<ContributionView>,
    /// Orientations of plans that are over.
    pub past: Vec<ContributionView>,
    /// The counts of the adopted plans together, when several orientations contribute.
    pub total: Option<ProgressView>,
    /// A sentence, when the site has current plans and none contributes.
    pub nothing: Option<String>,
}

/// An orientation that contributes to an axis.
#[derive(Debug, Clone, Serialize)]
pub struct ContributionView {
    pub orientation: OrientationCard,
    pub plan: ForeignLink,
    /// « Projet », « Plan clos »; none for an adopted plan.
    pub stage: Option<String>,
    /// The day its plan is looked at.
    pub reference_date: DateView,
}

/// The axis an orientation contributes to, as its own page says it.
#[derive(Debug, Clone, Serialize)]
pub struct ContributesView {
    /// « Contribue à l’axe 2 : », with its space.
    pub words: String,
    pub axis: ForeignLink,
}

/// The mission in one sentence, as the home page says it.
#[derive(Debug, Clone, Serialize)]
pub struct MissionBrief {
    pub sentence: String,
    /// The page of the whole statement.
    pub link: Link,
}
