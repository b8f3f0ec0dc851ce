//! `sitemap.xml`: every page that may be found, with its versions in other languages.
//!
//! The form is that of sitemaps.org 0.9; alternates are those search engines read.

use crate::markdown::escape;
use crate::view::Frame;

/// The sitemap of pages, by what surrounds them: those that know their absolute address and may be indexed.
pub fn sitemap<'p>(frames: impl Iterator<Item = &'p Frame> + Clone) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"");
    let has_alternates = frames.clone().any(|frame| !frame.alternates.is_empty());
    if has_alternates {
        xml.push_str(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
    }
    xml.push_str(">\n");
    for frame in frames.filter(|frame| !frame.noindex) {
        let Some(canonical) = &frame.canonical else { continue };
        xml.push_str(&format!("  <url>\n    <loc>{}</loc>\n", escape(canonical)));
        if let Some(updated) = &frame.updated {
            xml.push_str(&format!("    <lastmod>{}</lastmod>\n", updated.iso));
        }
        for alternate in &frame.alternates {
            xml.push_str(&format!(
                "    <xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>\n",
                escape(&alternate.hreflang),
                escape(&alternate.url)
            ));
        }
        xml.push_str("  </url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}
