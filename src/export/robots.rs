//! `robots.txt`: everything may be read, and here is the list of pages.

use crate::address::Address;
use crate::config::Config;

/// The rules for robots, and where the list of pages is when the site knows its address.
pub fn robots(config: &Config) -> String {
    let base = &config.base_url;
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if !base.origin.is_empty() {
        let sitemap = Address::file("sitemap.xml");
        text.push_str(&format!("Sitemap: {}\n", base.join(&sitemap)));
    }
    text
}
