//! Links and pictures: where they lead, and what stands in them.

use pulldown_cmark::{CowStr, LinkType};

use super::Filling;
use super::address::Use;
use super::inlines::By;
use super::raw::Gate;
use super::read::Reader;
use super::show::attribute;
use crate::source::Span;

/// A picture being read: all that stands in it becomes its text.
pub(super) struct Image {
    filling: Filling,
    place: Span,
    title: String,
    pub alt: String,
    depth: usize,
}

/// A link or a picture as the parser gives it.
pub(super) struct Target<'t> {
    pub kind: LinkType,
    pub address: CowStr<'t>,
    pub title: CowStr<'t>,
}

impl Reader<'_> {
    pub fn open_link(&mut self, target: &Target, span: Span) {
        self.before_inline(span);
        if self.in_image() {
            return;
        }
        let (filling, place) = self.filling(target, Use::Link, span);
        let mark = self.flow.out.mark();
        self.flow.out.markup("<a href=\"");
        self.flow.out.hole(filling, place);
        self.flow.out.markup("\"");
        if !target.title.is_empty() {
            attribute(&mut self.flow.out, "title", &target.title);
        }
        self.flow.out.markup(">");
        self.opened("a", mark, By::Markdown);
        self.covers(Span::new(span.start, span.start));
    }

    pub fn open_image(&mut self, target: &Target, span: Span) {
        self.before_inline(span);
        if self.in_image() {
            return;
        }
        let (filling, place) = self.filling(target, Use::Image, span);
        let title = target.title.to_string();
        self.flow.image = Some(Image { filling, place, title, alt: String::new(), depth: 0 });
    }

    fn filling(&mut self, target: &Target, used: Use, span: Span) -> (Filling, Span) {
        let place = place_of_address(self.source, &target.address, span);
        let mut gate = Gate { notes: &mut self.notes, ids: &mut self.ids };
        let filling = match target.kind {
            LinkType::Email => Filling::Link(format!("mailto:{}", target.address)),
            LinkType::Inline
            | LinkType::Reference
            | LinkType::ReferenceUnknown
            | LinkType::Collapsed
            | LinkType::CollapsedUnknown
            | LinkType::Shortcut
            | LinkType::ShortcutUnknown
            | LinkType::Autolink
            | LinkType::WikiLink { .. } => gate.checked(&target.address, used, place),
        };
        (filling, place)
    }

    /// Within a picture, counts what is opened.
    pub fn in_image(&mut self) -> bool {
        match &mut self.flow.image {
            Some(image) => {
                image.depth += 1;
                true
            }
            None => self.flow.muted.is_some(),
        }
    }

    /// Within a picture, counts what is closed; at its end, writes it.
    pub fn leave_image(&mut self, span: Span) -> bool {
        match self.flow.image.take() {
            None => self.flow.muted.is_some(),
            Some(image) if image.depth > 0 => {
                self.flow.image = Some(Image { depth: image.depth - 1, ..image });
                true
            }
            Some(Image { filling, place, title, alt, depth: _ }) => {
                let out = &mut self.flow.out;
                out.markup("<img src=\"");
                out.hole(filling, place);
                out.markup("\"");
                attribute(out, "alt", &alt);
                if !title.is_empty() {
                    attribute(out, "title", &title);
                }
                out.markup(" loading=\"lazy\">");
                self.covers(span);
                true
            }
        }
    }
}

/// Where the address stands in a link: `[words](address)`, else the whole link.
fn place_of_address(source: &str, address: &str, span: Span) -> Span {
    let text = &source[span.start..span.end];
    let Some(open) = text.rfind("](") else { return span };
    let after = text[open + 2..].trim_start();
    let after = after.strip_prefix('<').unwrap_or(after);
    let start = span.end - after.len();
    if !address.is_empty() && after.starts_with(address) {
        Span::new(start, start + address.len())
    } else {
        span
    }
}
