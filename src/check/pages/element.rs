//! An element of a page as its opening tag writes it, its attributes cut once.

use crate::html::Tag;

/// An opening tag, and its attributes as written.
pub struct Element<'t, 'h> {
    pub tag: Tag<'h>,
    pub attributes: &'t [(&'h str, &'h str)],
}

/// Elements without an end, that hide nothing after them.
const VOID: [&str; 9] = ["area", "br", "col", "hr", "img", "input", "link", "meta", "source"];

impl<'h> Element<'_, 'h> {
    /// An attribute as written; the first one, when there are two of that name.
    pub fn value(&self, attribute: &str) -> Option<&'h str> {
        let found = self.attributes.iter().find(|(name, _)| name.eq_ignore_ascii_case(attribute));
        found.map(|(_, value)| *value)
    }

    /// Whether it is said by something else than the text in it.
    pub fn has_name(&self) -> bool {
        let is_name = |name: &str| {
            matches!(name, "aria-label" | "aria-labelledby" | "title")
                || (name == "alt" && self.tag.name == "img")
        };
        self.attributes.iter().any(|(name, value)| is_name(name) && !value.trim().is_empty())
    }

    pub fn is_void(&self) -> bool {
        VOID.contains(&self.tag.name) || self.tag.text.ends_with("/>")
    }
}
