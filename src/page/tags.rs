//! The pages of tags: one that lists them, and one for each with all that has it.

use super::frame::{Framer, Part, Subject};
use super::{Making, Page, View, lists};
use crate::address::Address;
use crate::site::tags::{Tag, index};
use crate::site::{Entry, Role};
use crate::view::listing::{CountedLink, TagView, TagsView};
use crate::view::lists::Card;
use crate::view::{Link, Step};

/// A page about the tags of a language. Each is made by itself: a title that changes is on few of them.
pub enum Piece<'a> {
    /// The one that lists them. The home page of the language, by its place among entries, and its address.
    All { home: usize, address: &'a Address },
    /// The one that lists what has a tag; the place of the tag among all of them, and its address.
    One { home: usize, tag: usize, address: &'a Address },
}

/// The pages of the tags of every language; a language without tags has none.
pub fn pieces<'a>(making: &Making<'a>) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let entries = making.site.entries().iter().enumerate();
    for (home, entry) in entries.filter(|(_, entry)| entry.role == Role::Home) {
        let tags = making.site.tags().iter().enumerate();
        let mut tags = tags.filter(|(_, tag)| tag.language == entry.language).peekable();
        if tags.peek().is_some() {
            pieces.push(Piece::All { home, address: &entry.address });
        }
        pieces.extend(tags.map(|(tag, Tag { address, .. })| Piece::One { home, tag, address }));
    }
    pieces
}

impl Piece<'_> {
    pub fn make(&self, making: &Making<'_>) -> Page {
        match *self {
            Piece::All { home, .. } => all(making, making.site.entry(home)),
            Piece::One { home, tag, .. } => of_tag(making, making.site.entry(home), making.site.tag(tag)),
        }
    }
}

/// The tags of an entry, as links from a page.
pub fn of_entry(making: &Making<'_>, entry: &Entry, page: &Address) -> Vec<Link> {
    let framer = making.framer(entry, page);
    making.site.tags_of(entry).map(|tag| framer.link(&tag.address, &tag.name)).collect()
}

/// The page that lists the tags, as a card of the home page; none where there is no tag.
pub fn card(making: &Making<'_>, home: &Entry, framer: &Framer<'_>) -> Option<Card> {
    let words = making.words_around(home);
    let n_tags = making.site.tags().iter().filter(|tag| tag.language == home.language).count();
    (n_tags > 0).then(|| Card {
        href: framer.href(&index(home)),
        title: words.say("tags.title", &[]),
        description: Some(words.count("tags.count", n_tags)),
        spoken_description: None,
        date: None,
        kind: None,
        spoken: None,
    })
}

fn all(making: &Making<'_>, home: &Entry) -> Page {
    let tags = making.site.tags().iter().filter(|tag| tag.language == home.language);
    let words = making.words_around(home);
    let address = index(home);
    let framer = making.framer(home, &address);
    let list = tags.map(|tag| CountedLink {
        href: framer.href(&tag.address),
        title: tag.name.clone(),
        lang: None,
        count: words.count("section.count", tag.entries.len()),
        is_current: false,
    });
    let title = words.say("tags.title", &[]);
    let view = View::Tags(TagsView { title: title.clone(), tags: list.collect() });
    let description =
        words.say("tags.description", &[("site", &super::frame::site_title(making.config, &home.language))]);
    let made = Made { template: "tags.html", title: &title, description: &description, view };
    page(making, home, &address, made)
}

fn of_tag(making: &Making<'_>, home: &Entry, tag: &Tag) -> Page {
    let words = making.words_around(home);
    let framer = making.framer(home, &tag.address);
    let count = words.count("section.count", tag.entries.len());
    let entries = tag.entries.iter().map(|at| making.site.entry(*at));
    let cards = entries.map(|entry| lists::card_of_kind(entry, &framer));
    let view = View::Tag(TagView { title: tag.name.clone(), count: count.clone(), pages: cards.collect() });
    let quoted = words.quoted(&tag.name);
    let title = words.say("tags.page", &[("tag", &quoted)]);
    let description = words.say("tags.count_of", &[("tag", &quoted), ("count", &count)]);
    let made = Made { template: "tag.html", title: &title, description: &description, view };
    let mut page = page(making, home, &tag.address, made);
    let index = index(home);
    let Link { href, title } = framer.link(&index, &words.say("tags.title", &[]));
    page.frame.breadcrumb.push(Step { href, title, spoken: None });
    page
}

/// What makes the page of a tag, or of all of them.
struct Made<'a> {
    template: &'a str,
    title: &'a str,
    description: &'a str,
    view: View,
}

fn page(making: &Making<'_>, home: &Entry, address: &Address, made: Made<'_>) -> Page {
    let Made { template, title, description, view } = made;
    let subject = Subject { title, description: Some(description), updated: None, is_part: Part::Piece };
    Page {
        address: address.clone(),
        template: template.to_owned(),
        language: home.language.clone(),
        frame: making.framer(home, address).frame(&subject),
        view,
        source: super::source(home),
    }
}
