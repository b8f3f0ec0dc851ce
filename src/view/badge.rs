//! What templates read of a badge.

use serde::Serialize;

/// A badge, and what to paste to show it elsewhere.
#[derive(Debug, Clone, Serialize)]
pub struct BadgeView {
    /// Relative addresses.
    pub svg: String,
    pub json: String,
    /// What the picture says.
    pub alt: String,
    /// In pixels, so that the text around it does not jump when the picture comes.
    pub width: u32,
    pub height: u32,
    /// Markdown that shows the badge on another site; none when the site does not know its address.
    pub markdown: Option<String>,
}
