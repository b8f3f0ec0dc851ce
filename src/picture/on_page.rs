//! The pictures of a finished page: their sizes, and which of them may wait.
//!
//! Only the page knows which picture comes first, whatever wrote it: a text, a template, HTML of
//! the author.

use std::borrow::Cow;
use std::collections::BTreeSet;

use memchr::memmem;

use super::{Kind, OnPage, Pictures, Size};
use crate::address;
use crate::html::{self, Side, Tag, Token};
use crate::markdown::decoded;

/// The page with its pictures told; none when it shows none.
pub(super) fn finished(pictures: &Pictures, html: &str, page: &str, base_path: &str) -> Option<OnPage> {
    // Most pages show none.
    memmem::find(html.as_bytes(), b"<img")?;
    let mut on_page = OnPage { html: String::with_capacity(html.len() + 256), shown: BTreeSet::new() };
    let mut place = Place::Above;
    let (mut at, mut copied) = (0, 0);
    for token in html::tokens(html) {
        let (tag, text) = match token {
            Token::Tag(tag) => (Some(tag), tag.text),
            Token::Text(text) | Token::Hidden(text) => (None, text),
        };
        let start = at;
        at += text.len();
        match tag {
            Some(Tag { name: "main", side: Side::Opening, .. }) => place = Place::Start,
            Some(Tag { name: "img", side: Side::Opening, text }) => {
                on_page.html.push_str(&html[copied..start]);
                copied = at;
                let key = source(text).and_then(|source| target(&source, page, base_path));
                let picture = key.as_ref().and_then(|key| pictures.0.get(key));
                let size = match picture.map(|picture| picture.kind) {
                    Some(Kind::Known(size)) => size,
                    Some(Kind::Unknown) | None => None,
                };
                write(text, size, place, &mut on_page.html);
                on_page.shown.extend(key.filter(|_| picture.is_some()));
                if place == Place::Start {
                    place = Place::Further;
                }
            }
            Some(_) | None => {}
        }
    }
    on_page.html.push_str(&html[copied..]);
    Some(on_page)
}

/// Where in the page we are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before the main part: the logo.
    Above,
    /// In the main part, no picture met yet: the next one is seen as the page opens.
    Start,
    /// After the first picture.
    Further,
}

fn write(tag: &str, size: Option<Size>, place: Place, out: &mut String) {
    const LATE: &str = " loading=\"lazy\"";
    let tag: Cow<'_, str> = match place {
        Place::Start => Cow::Owned(tag.replace(LATE, "")),
        Place::Above | Place::Further => Cow::Borrowed(tag),
    };
    let inside = tag.trim_end_matches('>').trim_end_matches('/').trim_end();
    out.push_str(inside);
    let says = |name: &str| value(inside, name).is_some();
    if let Some(Size { width, height }) = size.filter(|_| !says("width") && !says("height")) {
        out.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
    }
    if place == Place::Further {
        if !says("loading") {
            out.push_str(LATE);
        }
        if !says("decoding") {
            out.push_str(" decoding=\"async\"");
        }
    }
    out.push('>');
}

/// The address of a picture, as written but for the marks that HTML needs.
fn source(tag: &str) -> Option<Cow<'_, str>> {
    value(tag, "src").map(decoded)
}

fn value<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| value)
}

/// The published file that an address of this page leads to, unless it is on another site.
fn target(source: &str, page: &str, base_path: &str) -> Option<String> {
    if source.contains(':') || source.starts_with("//") {
        return None;
    }
    let path = source.split(['?', '#']).next().unwrap_or_default();
    if path.starts_with('/') {
        return address::normalize(path.strip_prefix(base_path)?);
    }
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    address::normalize(&format!("{folder}/{path}"))
}

#[cfg(test)]
mod tests {
    use crate::address::Address;
    use crate::picture::{Picture, Pictures};

    const DRAWING: &[u8] = b"<svg viewBox=\"0 0 8 4\">";

    /// The tags of pictures of a page of the site, after they were told.
    fn check(html: &str, expected: &[&str]) {
        let files = ["/a/b.svg", "/c d.svg", "/logo.svg"].map(Address::file);
        let pictures = files.iter().filter_map(|file| Some((file, Picture::read(file.as_str(), DRAWING)?)));
        let pictures = Pictures::of(pictures);
        let on_page = pictures.on_page(html, &Address::page("a"), "/base/");
        let html = on_page.map(|on_page| on_page.html).unwrap_or_default();
        let tags: Vec<String> =
            html.split("<img").skip(1).map(|rest| rest.split_inclusive('>').take(1).collect()).collect();
        assert_eq!(tags, expected, "{html}");
    }

    #[test]
    fn sizes_are_written_and_all_but_the_first_may_wait() {
        check(
            "<img src=\"../logo.svg\" alt=\"\"><main><img src=\"b.svg\" alt=\"x\" loading=\"lazy\"><img src=\"b.svg\" alt=\"x\" loading=\"lazy\">\
             <img src=\"../c%20d.svg\" alt=\"a &gt; b\" /></main>",
            &[
                " src=\"../logo.svg\" alt=\"\" width=\"8\" height=\"4\">",
                " src=\"b.svg\" alt=\"x\" width=\"8\" height=\"4\">",
                " src=\"b.svg\" alt=\"x\" loading=\"lazy\" width=\"8\" height=\"4\" decoding=\"async\">",
                " src=\"../c%20d.svg\" alt=\"a &gt; b\" width=\"8\" height=\"4\" loading=\"lazy\" decoding=\"async\">",
            ],
        );
    }

    #[test]
    fn what_a_tag_says_stays_and_what_is_not_ours_gets_no_size() {
        check(
            "<main><img src=\"b.svg\" width=\"80\"><img src=\"https://example.org/b.svg\"><img src=\"/base/a/b.svg?v=2\"><img src=\"../../b.svg\"><img>",
            &[
                " src=\"b.svg\" width=\"80\">",
                " src=\"https://example.org/b.svg\" loading=\"lazy\" decoding=\"async\">",
                " src=\"/base/a/b.svg?v=2\" width=\"8\" height=\"4\" loading=\"lazy\" decoding=\"async\">",
                " src=\"../../b.svg\" loading=\"lazy\" decoding=\"async\">",
                " loading=\"lazy\" decoding=\"async\">",
            ],
        );
    }

    #[test]
    fn what_only_looks_like_a_picture_is_left_alone() {
        check(
            "1 < 2<!-- <img> --><script>\"<img>\"</script><main><p title=\"<img>\"><img src=\"b.svg\"></p></main>",
            &[">", ">", ">", " src=\"b.svg\" width=\"8\" height=\"4\">"],
        );
    }

    #[test]
    fn a_page_without_a_picture_is_left_alone() {
        check("<main><p>Rien</p></main>", &[]);
    }
}
