//! The last barrier: HTML of the author goes through a sanitiser that knows how browsers read.
//!
//! Holes go through it as characters that no text holds, and are found again behind it. A hole
//! found where its filling does not belong is dropped.

#![expect(
    clippy::disallowed_types,
    reason = "the sanitiser asks for these types; nothing is read in their order"
)]

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::address::{self, Use};
use super::draft::{Draft, HOLE_END, HOLE_START};
use super::{Filling, Hole, Html, scan};

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut attributes: HashMap<&str, HashSet<&str>> = HashMap::new();
    for (element, names) in scan::ELEMENT_ATTRIBUTES {
        attributes.entry(element).or_default().extend(names);
    }
    // Ours, never the author's: the scan drops `input` and `tabindex`.
    attributes.insert("input", HashSet::from(["disabled", "checked"]));
    attributes.insert("pre", HashSet::from(["tabindex"]));
    attributes.entry("div").or_default().insert("tabindex");
    let kinds = HashMap::from([("input", HashMap::from([("type", HashSet::from(["checkbox"]))]))]);
    let mut cleaner = ammonia::Builder::empty();
    cleaner
        .tags(scan::ELEMENTS.into_iter().chain(scan::MORE_ELEMENTS).chain(["input"]).collect())
        .clean_content_tags(HashSet::from(scan::WITH_CONTENT))
        .generic_attributes(HashSet::from(scan::ATTRIBUTES))
        .tag_attributes(attributes)
        .tag_attribute_values(kinds)
        .url_schemes(HashSet::from(["http", "https", "ftp", "mailto", "tel", "sms", "xmpp", "geo", "webcal"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true);
    cleaner
});

/// The HTML of a draft, cleaned when the author wrote some of it.
pub(super) fn finish(draft: Draft) -> Html {
    if draft.raw.is_empty() {
        return Html { text: draft.text, holes: draft.holes };
    }
    let mut marked = String::with_capacity(draft.text.len() + 8 * draft.holes.len());
    let mut from = 0;
    for (number, hole) in draft.holes.iter().enumerate() {
        marked.push_str(&draft.text[from..hole.at]);
        marked.push(HOLE_START);
        marked.push_str(&number.to_string());
        marked.push(HOLE_END);
        from = hole.at;
    }
    marked.push_str(&draft.text[from..]);
    let cleaned = CLEANER.clean(&marked).to_string();
    let mut found = Found { html: Html::default(), holes: &draft.holes };
    found.read(&cleaned);
    found.html
}

/// HTML without holes, made safe.
pub(super) fn fragment(html: &str) -> String {
    let mut draft = Draft::default();
    super::raw::fragment(&mut draft, html);
    let html = finish(draft);
    html.fill(&mut |hole| match &hole.what {
        Filling::Link(link) if address::dangerous_scheme(link, Use::Link).is_none() => address::href(link),
        Filling::Image(image) if address::dangerous_scheme(image, Use::Image).is_none() => {
            address::href(image)
        }
        Filling::Link(_) | Filling::Image(_) => "#".to_owned(),
        Filling::FootnoteCall(_) | Filling::Word(_) | Filling::Title | Filling::Shortcode(_) => String::new(),
    })
}

/// Where a hole stands in cleaned HTML.
#[derive(Clone, Copy)]
enum Context<'t> {
    Text,
    /// The value of this attribute.
    Attribute(&'t str),
}

/// Cleaned HTML while its holes are found again.
struct Found<'h> {
    html: Html,
    holes: &'h [Hole],
}

impl Found<'_> {
    fn read(&mut self, cleaned: &str) {
        let mut at = 0;
        while let Some(open) = cleaned[at..].find('<').map(|found| at + found) {
            self.part(&cleaned[at..open], Context::Text);
            at = self.tag(cleaned, open);
        }
        self.part(&cleaned[at..], Context::Text);
    }

    /// Reads the tag at `open`, whose attributes are all between double quotes, to its end.
    fn tag(&mut self, cleaned: &str, open: usize) -> usize {
        let mut at = open;
        loop {
            let Some(mark) = cleaned[at..].find(['"', '>']).map(|found| at + found) else {
                self.html.text.push_str(&cleaned[at..]);
                return cleaned.len();
            };
            self.html.text.push_str(&cleaned[at..=mark]);
            if cleaned[mark..].starts_with('>') {
                return mark + 1;
            }
            let name = cleaned[at..mark].trim_end_matches('=');
            let name = &name[name.rfind(' ').map_or(0, |space| space + 1)..];
            let end = cleaned[mark + 1..].find('"').map_or(cleaned.len(), |found| mark + 1 + found);
            self.value(name, &cleaned[mark + 1..end]);
            self.html.text.push('"');
            at = (end + 1).min(cleaned.len());
        }
    }

    fn value(&mut self, name: &str, value: &str) {
        match name {
            // Every address the scan let through is a hole; any other was not understood.
            "href" | "src" if !value.starts_with(HOLE_START) => self.html.text.push('#'),
            _ => self.part(value, Context::Attribute(name)),
        }
    }

    fn part(&mut self, text: &str, context: Context) {
        let mut rest = text;
        while let Some(start) = rest.find([HOLE_START, HOLE_END]) {
            self.html.text.push_str(&rest[..start]);
            let width = HOLE_START.len_utf8();
            let number = rest[start + width..].split_once(HOLE_END).map_or("", |(number, _)| number);
            let hole = number.parse::<usize>().ok().and_then(|number| self.holes.get(number));
            match hole {
                Some(hole) => {
                    if belongs(&hole.what, context) {
                        self.html.holes.push(Hole { at: self.html.text.len(), ..hole.clone() });
                    }
                    rest = &rest[start + 2 * width + number.len()..];
                }
                None => rest = &rest[start + width..],
            }
        }
        self.html.text.push_str(rest);
    }
}

fn belongs(what: &Filling, context: Context) -> bool {
    match (what, context) {
        (Filling::Link(_), Context::Attribute(name)) => name == "href",
        (Filling::Image(_), Context::Attribute(name)) => name == "src",
        (Filling::Word(_) | Filling::Title, Context::Attribute(name)) => name == "aria-label",
        (Filling::FootnoteCall(_) | Filling::Word(_) | Filling::Shortcode(_), Context::Text) => true,
        (Filling::FootnoteCall(_) | Filling::Shortcode(_), Context::Attribute(_))
        | (Filling::Link(_) | Filling::Image(_) | Filling::Title, Context::Text) => false,
    }
}
