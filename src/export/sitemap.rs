//! `sitemap.xml`: every page that may be found, with its versions in other languages.
//!
//! The form is that of sitemaps.org 0.9; alternates are those search engines read.

use crate::markdown::escape;
use crate::view::languages::Alternate;
use crate::view::{DateView, Frame};

/// What the sitemap says of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    canonical: String,
    updated: Option<DateView>,
    alternates: Vec<Alternate>,
}

impl Listed {
    /// None for a page that does not know its absolute address or is not to be indexed.
    pub fn of(frame: Frame) -> Option<Listed> {
        let Frame { canonical, updated, alternates, noindex, .. } = frame;
        (!noindex).then_some(Listed { canonical: canonical?, updated, alternates })
    }
}

/// The sitemap of pages.
pub fn sitemap(pages: &[&Listed]) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"");
    let has_alternates = pages.iter().any(|page| !page.alternates.is_empty());
    if has_alternates {
        xml.push_str(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
    }
    xml.push_str(">\n");
    for Listed { canonical, updated, alternates } in pages {
        xml.push_str(&format!("  <url>\n    <loc>{}</loc>\n", escape(canonical)));
        if let Some(updated) = updated {
            xml.push_str(&format!("    <lastmod>{}</lastmod>\n", updated.iso));
        }
        for alternate in alternates {
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
