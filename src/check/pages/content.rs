//! What a published page holds that others may miss: its addresses, its anchors, its faults.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::element::Element;
use super::outline::Outline;
use super::vague::is_vague;
use crate::diagnostic::pages::PageFault;
use crate::diagnostic::pages::unreadable::Unreadable;
use crate::html::{Side, Tag, Token, tokens};
use crate::markdown::decoded;

/// A page, read once.
pub struct Content<'h> {
    pub ids: BTreeSet<Cow<'h, str>>,
    pub links: Vec<Link<'h>>,
    pub faults: Vec<PageFault>,
    /// Pictures said to show nothing, with `alt=""`: on purpose, unless the author just left it out.
    pub silent: Vec<Cow<'h, str>>,
    /// The page only leads to another one, at a new address.
    pub sends_elsewhere: bool,
}

/// An address on a page.
#[derive(Debug)]
pub struct Link<'h> {
    pub used: Use,
    pub written: Cow<'h, str>,
    /// What people read, for a link they may follow.
    pub words: Cow<'h, str>,
}

/// What an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    Link,
    /// Where a page at an old address sends its visitors.
    Refresh,
    Image,
    Asset,
    /// The same page in another language.
    Version,
    /// A feed, or the address that a page gives itself.
    Head,
    /// A line of a sitemap or of a feed.
    Entry,
}

impl<'h> Link<'h> {
    pub fn to(used: Use, written: Cow<'h, str>) -> Link<'h> {
        Link { used, written, words: Cow::Borrowed("") }
    }
}

impl<'h> Content<'h> {
    pub fn of(html: &'h str) -> Content<'h> {
        let mut reading = Reading::default();
        for token in tokens(html) {
            match token {
                Token::Tag(tag) => match tag.side {
                    Side::Opening => reading.opening(&tag),
                    Side::Closing => reading.closing(&tag),
                },
                Token::Text(text) => reading.text(text),
                Token::Hidden(_) => {}
            }
        }
        reading.end()
    }
}

/// What is open while a page is read.
#[derive(Default)]
struct Reading<'h> {
    ids: BTreeSet<Cow<'h, str>>,
    /// Elements named by others: the attribute and the identifier.
    named: Vec<(&'h str, &'h str)>,
    links: Vec<Link<'h>>,
    faults: Vec<PageFault>,
    silent: Vec<Cow<'h, str>>,
    sends_elsewhere: bool,
    /// The link being read, and whether something other than text says it.
    link: Option<(Link<'h>, bool)>,
    outline: Outline,
    /// What those who listen do not hear: the element, and how many of its name are open.
    unheard: Option<(&'h str, usize)>,
    /// Room for the attributes of a tag, which are cut once.
    attributes: Vec<(&'h str, &'h str)>,
}

impl<'h> Reading<'h> {
    fn opening(&mut self, tag: &Tag<'h>) {
        let mut attributes = std::mem::take(&mut self.attributes);
        attributes.clear();
        attributes.extend(tag.attributes());
        self.element(&Element { tag: *tag, attributes: &attributes });
        self.attributes = attributes;
    }

    fn element(&mut self, element: &Element<'_, 'h>) {
        self.identifiers(element);
        if let Some((name, depth)) = &mut self.unheard {
            *depth += usize::from(*name == element.tag.name && !element.is_void());
        } else if element.value("aria-hidden") == Some("true") && !element.is_void() {
            self.unheard = Some((element.tag.name, 1));
        }
        match element.tag.name {
            "a" => self.opening_link(element),
            "img" => self.image(element),
            "link" => self.head_link(element),
            "meta" => self.meta(element),
            "source" | "video" | "audio" | "track" | "embed" | "iframe" | "script" | "input" => {
                self.asset(element, "src", Use::Asset);
                self.asset(element, "poster", Use::Image);
                self.choices(element);
            }
            "object" => self.asset(element, "data", Use::Asset),
            "area" => self.asset(element, "href", Use::Link),
            "form" => self.asset(element, "action", Use::Link),
            "image" => self.asset(element, "href", Use::Image),
            "use" => self.asset(element, "href", Use::Asset),
            _ => {}
        }
        if self.unheard.is_none() {
            self.outline.opening(element);
            if let (Some((_, is_said)), true) = (&mut self.link, element.has_name()) {
                *is_said = true;
            }
        }
    }

    fn identifiers(&mut self, element: &Element<'_, 'h>) {
        for (name, id) in element.attributes {
            let id = *id;
            match *name {
                "id" => {
                    let id = decoded(id);
                    if !id.is_empty() && !self.ids.insert(id.clone()) {
                        let fault = Unreadable::DuplicateId { id: id.into_owned() };
                        self.faults.push(PageFault::Unreadable(fault));
                    }
                }
                "aria-labelledby" | "aria-describedby" | "aria-controls" => self.named.push((name, id)),
                "for" if element.tag.name == "label" => self.named.push((name, id)),
                // The way anchors were made before `id`.
                "name" if element.tag.name == "a" => {
                    self.ids.insert(decoded(id));
                }
                _ => {}
            }
        }
    }

    fn opening_link(&mut self, element: &Element<'_, 'h>) {
        self.end_of_link();
        let Some(written) = element.value("href") else { return };
        let link = Link::to(Use::Link, decoded(written));
        self.link = Some((link, element.has_name()));
        // An explicit name takes the place of the words.
        if let Some(name) = element.value("aria-label")
            && let Some((link, _)) = &mut self.link
        {
            link.words = decoded(name);
        }
    }

    fn image(&mut self, element: &Element<'_, 'h>) {
        self.asset(element, "src", Use::Image);
        self.choices(element);
        let is_decoration = matches!(element.value("role"), Some("presentation" | "none"));
        let is_said = element.value("alt").is_some() || element.has_name() || is_decoration;
        if element.value("alt") == Some("") {
            self.silent.extend(element.value("src").map(decoded));
        }
        if !is_said && self.unheard.is_none() {
            let written = decoded(element.value("src").unwrap_or_default()).into_owned();
            self.faults.push(PageFault::Unreadable(Unreadable::ImageWithoutText { written }));
        }
    }

    fn head_link(&mut self, element: &Element<'_, 'h>) {
        let used = match element.value("rel").unwrap_or_default() {
            "alternate" if element.value("hreflang").is_some_and(|it| it != "x-default") => Use::Version,
            "alternate" | "canonical" | "next" | "prev" => Use::Head,
            _ => Use::Asset,
        };
        self.asset(element, "href", used);
    }

    fn meta(&mut self, element: &Element<'_, 'h>) {
        let content = element.value("content").unwrap_or_default();
        if element.value("property") == Some("og:image") {
            self.links.push(Link::to(Use::Image, decoded(content)));
        }
        if element.value("http-equiv").is_some_and(|it| it.eq_ignore_ascii_case("refresh"))
            && let Some((_, address)) = content.split_once("url=").or(content.split_once("URL="))
        {
            self.sends_elsewhere = true;
            self.links.push(Link::to(Use::Refresh, decoded(address.trim_matches(['\'', '"', ' ']))));
        }
    }

    fn asset(&mut self, element: &Element<'_, 'h>, attribute: &str, used: Use) {
        self.links.extend(element.value(attribute).map(|written| Link::to(used, decoded(written))));
    }

    /// The pictures of `srcset`, of which the browser takes one.
    fn choices(&mut self, element: &Element<'_, 'h>) {
        let choices = element.value("srcset").unwrap_or_default().split(',');
        let addresses = choices.filter_map(|choice| choice.split_whitespace().next());
        self.links.extend(addresses.map(|written| Link::to(Use::Image, decoded(written))));
    }

    fn closing(&mut self, tag: &Tag<'h>) {
        if tag.name == "a" {
            self.end_of_link();
        }
        match &mut self.unheard {
            Some((name, depth)) if *name == tag.name => {
                *depth -= 1;
                if *depth == 0 {
                    self.unheard = None;
                }
            }
            Some(_) => {}
            None => self.faults.extend(self.outline.closing(tag).map(PageFault::Unreadable)),
        }
    }

    fn end_of_link(&mut self) {
        let Some((link, is_said)) = self.link.take() else { return };
        if link.words.trim().is_empty() && !is_said {
            let fault = Unreadable::EmptyLink { written: link.written.clone().into_owned() };
            self.faults.push(PageFault::Unreadable(fault));
        } else if is_vague(&link.words) {
            let fault = Unreadable::VagueLink { words: link.words.trim().to_owned() };
            self.faults.push(PageFault::Unreadable(fault));
        }
        self.links.push(link);
    }

    fn text(&mut self, text: &'h str) {
        if self.unheard.is_some() {
            return;
        }
        let is_in_link = self.link.is_some();
        if !is_in_link && !self.outline.listens() {
            return;
        }
        let text = decoded(text);
        self.outline.text(&text);
        if let Some((link, is_said)) = &mut self.link
            && (!*is_said || link.words.is_empty())
        {
            // Most links are said in one piece, which stays where it is.
            match link.words.is_empty() {
                true => link.words = text,
                false => link.words.to_mut().push_str(&text),
            }
        }
    }

    fn end(mut self) -> Content<'h> {
        self.end_of_link();
        let dead = self
            .named
            .iter()
            .flat_map(|(attribute, ids)| ids.split_whitespace().map(move |id| (*attribute, id)));
        let dead = dead.filter(|(_, id)| !self.ids.contains(decoded(id).as_ref()));
        let dead = dead
            .map(|(attribute, id)| Unreadable::DeadReference { attribute: attribute.into(), id: id.into() });
        self.faults.extend(dead.map(PageFault::Unreadable).collect::<Vec<_>>());
        if !self.sends_elsewhere {
            self.faults.extend(self.outline.end().map(PageFault::Unreadable));
        }
        let Reading { ids, links, faults, silent, sends_elsewhere, .. } = self;
        Content { ids, links, faults, silent, sends_elsewhere }
    }
}
