//! What the page of a plan says of the plans before and after it.

use serde::Serialize;

use super::Link;

/// The plans before and after a plan.
#[derive(Debug, Clone, Serialize)]
pub struct SuccessionView {
    pub previous: Option<PreviousPlanView>,
    /// The plan after this one, when this one is over.
    pub followed_by: Option<Link>,
}

/// What became of the actions of the previous plan.
#[derive(Debug, Clone, Serialize)]
pub struct PreviousPlanView {
    pub plan: Link,
    /// « 3 actions reprises ici », counts that are zero left out.
    pub counts: Vec<String>,
}
