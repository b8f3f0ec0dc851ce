//! What the page of a plan says of the plans before and after it.

use serde::Serialize;

use super::foreign::ForeignLink;

/// The plans before and after a plan.
#[derive(Debug, Clone, Serialize)]
pub struct SuccessionView {
    pub previous: Option<PreviousPlanView>,
    /// The plan after this one, when this one is over.
    pub followed_by: Option<ForeignLink>,
}

/// The action of another plan, as a link to it says.
#[derive(Debug, Clone, Serialize)]
pub struct LineageView {
    pub href: String,
    /// « Reprend l’action 1.2, {plan} »: the title of the plan takes the place of `{plan}`.
    pub sentence: String,
    pub plan: String,
    /// The tag of the language of that title, when it is not the page's.
    pub lang: Option<String>,
}

/// What became of the actions of the previous plan.
#[derive(Debug, Clone, Serialize)]
pub struct PreviousPlanView {
    pub plan: ForeignLink,
    /// « 3 actions reprises ici », counts that are zero left out.
    pub counts: Vec<String>,
}
