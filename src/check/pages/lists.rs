//! Addresses in what is no page: styles, feeds, the sitemap, `robots.txt`.

use std::borrow::Cow;

use super::content::{Link, Use};
use crate::html::{Side, Token, tokens};
use crate::markdown::decoded;

/// Every file that a style asks for.
pub fn of_style(text: &str) -> Vec<Link<'_>> {
    let addresses = text.split("url(").skip(1).filter_map(|rest| {
        let rest = rest.trim_start();
        match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => rest[1..].split_once(quote).map(|(address, _)| address),
            Some(_) | None => rest.split_once(')').map(|(address, _)| address.trim()),
        }
    });
    addresses.map(|address| Link::to(Use::Asset, Cow::Borrowed(address))).collect()
}

/// Every address of a feed or a sitemap, those of the HTML that a feed carries included.
pub fn of_xml(text: &str) -> Vec<Link<'_>> {
    let mut links = Vec::new();
    let (mut in_address, mut in_content) = (false, false);
    for token in tokens(text) {
        match token {
            Token::Tag(tag) => {
                let opens = tag.side == Side::Opening;
                in_address = opens && tag.name == "loc";
                in_content = opens && matches!(tag.name, "content" | "summary");
                let address = tag.attributes().find(|(name, _)| matches!(*name, "href" | "src"));
                links.extend(address.map(|(_, address)| Link::to(Use::Entry, decoded(address))));
            }
            Token::Text(text) if in_address => links.push(Link::to(Use::Entry, decoded(text))),
            Token::Text(text) if in_content => links.extend(of_html(&decoded(text))),
            Token::Text(_) | Token::Hidden(_) => {}
        }
    }
    links
}

fn of_html<'l>(html: &str) -> Vec<Link<'l>> {
    let tags = tokens(html).filter_map(|token| match token {
        Token::Tag(tag) => tag.attributes().find(|(name, _)| matches!(*name, "href" | "src")),
        Token::Text(_) | Token::Hidden(_) => None,
    });
    tags.map(|(_, address)| Link::to(Use::Entry, Cow::Owned(decoded(address).into_owned()))).collect()
}

/// The sitemap that `robots.txt` names.
pub fn of_robots(text: &str) -> Vec<Link<'_>> {
    let sitemaps = text.lines().filter_map(|line| line.strip_prefix("Sitemap:"));
    sitemaps.map(|address| Link::to(Use::Entry, Cow::Borrowed(address.trim()))).collect()
}
