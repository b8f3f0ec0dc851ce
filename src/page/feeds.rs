//! What the feeds of the site announce: the newest dated pages of a language, and of each section.

use super::frame::{language_tag, site_description, site_title};
use super::{Making, lists};
use crate::export::feed::{self, Feed, Item, Said};
use crate::kind::Body;
use crate::site::dated;
use crate::site::{Entry, Role};

/// The feed of a home page or a section, with what is said of the pages it announces.
pub fn of_holder(making: &Making<'_>, holder: &Entry, said: &[&Said]) -> String {
    feed::write(making.config, &of(making, holder), said)
}

/// What the feeds that announce a page say of it. None for an entry without a document or a date, which none
/// announces.
pub fn said(making: &Making<'_>, entry: &Entry) -> Option<Said> {
    item(making, entry).map(|item| feed::said(making.config, &item))
}

fn of(making: &Making<'_>, holder: &Entry) -> Feed {
    let config = making.config;
    let author = site_title(config, &holder.language);
    let (title, site) = match holder.role {
        Role::Home => (author.clone(), site_description(config, &holder.language)),
        Role::Section | Role::Page => (format!("{} – {author}", holder.title), None),
    };
    Feed {
        address: dated::feed(&holder.address),
        page: holder.address.clone(),
        language: language_tag(config, &holder.language),
        title,
        subtitle: holder.description().filter(|_| !holder.stands_in()).map(str::to_owned).or(site),
        author,
    }
}

fn item(making: &Making<'_>, entry: &Entry) -> Option<Item> {
    let (document, published) = (entry.document.as_ref()?, entry.date?);
    let content = match &document.body {
        // The page of a plan or of a synthesis is more than a text: the feed leads to it.
        Body::Plan(_) | Body::Synthesis(_) | Body::Mission(_) => None,
        Body::Article(_) => {
            making.site.note_text(entry);
            let mut filler = making.filler(entry, &entry.address).with_absolute_links();
            Some(lists::text(document, &mut filler))
        }
    };
    Some(Item {
        page: entry.address.clone(),
        title: entry.title.clone(),
        lang: making.tag_beside(entry, &entry.language),
        published,
        updated: entry.updated().map_or(published, |updated| updated.max(published)),
        authors: document.header.authors.clone(),
        tags: making.site.tags_of(entry).map(|tag| (tag.address.clone(), tag.name.clone())).collect(),
        summary: lists::summary(entry),
        content: content.filter(|content| !content.is_empty()),
    })
}
