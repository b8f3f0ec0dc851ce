//! `atom.xml`: what is new in the site or in a section, for feed readers (RFC 4287).

use std::fmt::Write;

use super::atom::{moment, text};
use super::url;
use crate::address::Address;
use crate::config::Config;
use crate::date::Date;

/// What a feed says of itself.
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
}

/// Something new.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its page, whose absolute address is also its lasting name.
    pub page: Address,
    pub title: String,
    /// The tag of its language, when it is not that of the feed.
    pub lang: Option<String>,
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

/// What feeds say of an item: each of them says the same.
#[derive(Debug, Clone)]
pub struct Said {
    updated: Date,
    xml: String,
}

/// Writes a feed of a site that knows its address, with what is said of each of its items, the newest first.
pub fn write(config: &Config, feed: &Feed, items: &[&Said]) -> String {
    let Feed { address, page, language, title, subtitle, author } = feed;
    let own = text(&url(config, address));
    let updated = items.iter().map(|item| item.updated).max();
    let mut xml = String::with_capacity(items.iter().map(|said| said.xml.len()).sum::<usize>() + 4096);
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
        xml.push_str(&item.xml);
    }
    xml.push_str("</feed>\n");
    xml
}

/// Says an item of a site that knows its address.
pub fn said(config: &Config, item: &Item) -> Said {
    let Item { page, title, lang, published, updated, authors, tags, summary, content } = item;
    let content = content.as_deref().map(text);
    let mut xml = String::with_capacity(content.as_ref().map_or(0, String::len) + 2048);
    let url_of_page = text(&url(config, page));
    let lang = lang.as_ref().map(|lang| format!(" xml:lang=\"{}\"", text(lang))).unwrap_or_default();
    let _ = write!(
        xml,
        "  <entry{lang}>\n    <title>{}</title>\n    <id>{url_of_page}</id>\n    \
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
        let _ = writeln!(xml, "    <content type=\"html\">{content}</content>");
    }
    xml.push_str("  </entry>\n");
    Said { updated: *updated, xml }
}
