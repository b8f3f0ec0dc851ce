//! Links and pictures: where they lead, and what stands in them.

use pulldown_cmark::{CowStr, LinkType};

use super::Filling;
use super::address::Use;
use super::inlines::By;
use super::raw::Gate;
use super::read::Reader;
use super::show::attribute;
use crate::diagnostic::picture::PictureProblem;
use crate::lang::fold;
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
                let alt = self.words_of_picture(&filling, &alt, span);
                let out = &mut self.flow.out;
                out.markup("<img src=\"");
                out.hole(filling, place);
                out.markup("\"");
                attribute(out, "alt", alt);
                if !title.is_empty() {
                    attribute(out, "title", &title);
                }
                out.markup(">");
                self.covers(span);
                true
            }
        }
    }
}

/// What an author writes for a picture that says nothing more than the text, folded.
const DECORATIVE: [&str; 6] = [
    "decorative",
    "decoratif",
    "image decorative",
    "photo decorative",
    "decorative image",
    "decorative picture",
];

/// The ends of names of pictures: words that end so are no sentence.
const ENDS: [&str; 7] = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"];

/// What cameras and telephones call their pictures, before a number or a date.
const CAMERAS: [&str; 10] =
    ["dcim", "dji", "dsc", "dscf", "dscn", "gopr", "img", "mvimg", "pxl", "screenshot"];

/// Words that are true of any picture, alone or with a number.
const GENERIC: [&str; 14] = [
    "illustration",
    "illustrations",
    "image",
    "images",
    "img",
    "photo",
    "photograph",
    "photographie",
    "photographies",
    "photographs",
    "photos",
    "picture",
    "pictures",
    "visuel",
];

/// Addresses longer than this are no names: a picture kept in the address itself.
const LONGEST_SHOWN: usize = 80;

impl Reader<'_> {
    /// The words for those who do not see a picture, empty when it only decorates; without a word
    /// nobody knows which of the two it is, and the author is told.
    fn words_of_picture<'w>(&mut self, filling: &Filling, words: &'w str, span: Span) -> &'w str {
        let (Filling::Image(address), folded) = (filling, fold(words)) else { return words };
        if DECORATIVE.contains(&folded.as_str()) {
            return "";
        }
        if folded.is_empty() {
            let address = match address.chars().count() {
                0..=LONGEST_SHOWN => address.clone(),
                _ => format!("{}…", address.chars().take(LONGEST_SHOWN).collect::<String>()),
            };
            self.notes.warning(PictureProblem::NoWords { address }, span);
        } else if let Some(problem) = empty_words(words, &folded) {
            self.notes.warning(problem, span);
        }
        words
    }
}

/// What is wrong with words that say of a picture that it is one, or how its file is called.
fn empty_words(words: &str, folded: &str) -> Option<PictureProblem> {
    let read = || words.trim().to_owned();
    if ENDS.iter().any(|end| folded.ends_with(end)) && !folded.contains(' ') {
        return Some(PictureProblem::FileNameForWords { read: read() });
    }
    let name = folded.trim_end_matches(|c: char| c.is_ascii_digit() || " _-.()".contains(c));
    let is_numbered = name.len() < folded.len();
    if CAMERAS.contains(&name) && is_numbered {
        return Some(PictureProblem::FileNameForWords { read: read() });
    }
    GENERIC.contains(&name).then(|| PictureProblem::GenericWords { read: read() })
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
