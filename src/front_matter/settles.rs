//! Whether two headers put a document in the same place.

use super::{Alias, Header};
use crate::record::Spanned;
use crate::source::Span;

impl Header {
    /// Whether a document with this header stands where one with the other stood: in the same place, in the same
    /// lists, under the same tags. What it says of itself, and where it says it, may be something else.
    pub fn settles_as(&self, other: &Header) -> bool {
        let said = |header: &Header| Header {
            title: None,
            description: None,
            slug: header.slug.as_ref().map(Spanned::without_place),
            path: header.path.as_ref().map(Spanned::without_place),
            aliases: header.aliases.iter().map(Alias::without_place).collect(),
            template: header.template.as_ref().map(Spanned::without_place),
            tags: header.tags.iter().map(Spanned::without_place).collect(),
            image: header.image.as_ref().map(Spanned::without_place),
            ..header.clone()
        };
        said(self) == said(other)
    }
}

impl Alias {
    fn without_place(&self) -> Alias {
        Alias { address: self.address.clone(), span: NO_PLACE }
    }
}

/// Where something is taken to stand when its place does not matter.
const NO_PLACE: Span = Span { start: 0, end: 0 };

impl Spanned<String> {
    fn without_place(&self) -> Spanned<String> {
        Spanned { value: self.value.clone(), span: NO_PLACE }
    }
}
