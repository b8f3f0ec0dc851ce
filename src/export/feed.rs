//! `atom.xml`: what is new in the site or in a section, for feed readers (RFC 4287).

use std::fmt::Write;

use super::atom::{moment, text};
use super::url;
use crate::address::Address;
use crate::config::Config;
use crate::date::Date;

/// A feed: at least one item, the newest first.
#[derive(Debug, Clone)]
pub struct Feed {
    pub address: Address,
    /// The page of the same content.
    pub page: Address,
    /// The tag of its language.
    pub language: String,
    pub title: String,
    pub subtitle: Option<String>,
    /// Who publishes it, for items that name nobody.
    pub author: String,
    pub items: Vec<Item>,
}

/// Something new.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its page, whose absolute address is also its lasting name.
    pub page: Address,
    pub title: String,
    pub published: Date,
    /// Never before `published`.
    pub updated: Date,
    pub authors: Vec<String>,
    /// Addresses of its tags, and their names.
    pub tags: Vec<(Address, String)>,
    /// Plain text.
    pub summary: Option<String>,
    /// HTML whose links are absolute.
    pub content: Option<String>,
}

/// Writes a feed of a site that knows its address.
pub fn write(config: &Config, feed: &Feed) -> String {
    let Feed { address, page, language, title, subtitle, author, items } = feed;
    let own = text(&url(config, address));
    let updated = items.iter().map(|item| item.updated).max();
    // Whole pages are in it, a half longer once their marks are escaped.
    let room: usize =
        items.iter().filter_map(|item| item.content.as_ref()).map(|content| content.len()).sum();
    let mut xml = String::with_capacity(room + room / 2 + 4096);
    xml.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = write!(
        xml,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n  <title>{}</title>\n",
        text(language),
        text(title)
    );
    if let Some(subtitle) = subtitle {
        let _ = writeln!(xml, "  <subtitle>{}</subtitle>", text(subtitle));
    }
    let _ = write!(
        xml,
        "  <id>{own}</id>\n  <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n  \
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        text(&url(config, page))
    );
    if let Some(updated) = updated {
        let _ = writeln!(xml, "  <updated>{}</updated>", moment(updated));
    }
    let _ = writeln!(xml, "  <author><name>{}</name></author>", text(author));
    for item in items {
        push_item(&mut xml, config, item);
    }
    xml.push_str("</feed>\n");
    xml
}

fn push_item(xml: &mut String, config: &Config, item: &Item) {
    let Item { page, title, published, updated, authors, tags, summary, content } = item;
    let url_of_page = text(&url(config, page));
    let _ = write!(
        xml,
        "  <entry>\n    <title>{}</title>\n    <id>{url_of_page}</id>\n    \
         <link rel=\"alternate\" type=\"text/html\" href=\"{url_of_page}\"/>\n    \
         <published>{}</published>\n    <updated>{}</updated>\n",
        text(title),
        moment(*published),
        moment(*updated)
    );
    for author in authors {
        let _ = writeln!(xml, "    <author><name>{}</name></author>", text(author));
    }
    for (address, name) in tags {
        let term = address.as_str().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let _ = writeln!(xml, "    <category term=\"{}\" label=\"{}\"/>", text(term), text(name));
    }
    if let Some(summary) = summary {
        let _ = writeln!(xml, "    <summary>{}</summary>", text(summary));
    }
    if let Some(content) = content {
        let _ = writeln!(xml, "    <content type=\"html\">{}</content>", text(content));
    }
    xml.push_str("  </entry>\n");
}
