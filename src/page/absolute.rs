//! Addresses of HTML made for a page, written so that they lead to the same place from anywhere.

use crate::address::Address;
use crate::config::BaseUrl;
use crate::html::{Tag, Token, tokens};
use crate::markdown::decoded;

/// The attributes that hold one address.
const ADDRESSES: [&str; 3] = ["href", "src", "poster"];

/// HTML made for a page of the site, with every address absolute, whatever the template that wrote it.
pub fn absolute(html: &str, page: &Address, base_url: &BaseUrl) -> String {
    let mut written = String::with_capacity(html.len() + 64);
    for token in tokens(html) {
        match token {
            Token::Text(text) | Token::Hidden(text) => written.push_str(text),
            Token::Tag(tag) => absolute_tag(&mut written, &tag, page, base_url),
        }
    }
    written
}

fn absolute_tag(written: &mut String, tag: &Tag<'_>, page: &Address, base_url: &BaseUrl) {
    let mut from = 0;
    for (name, value) in tag.attributes() {
        let start = if ADDRESSES.contains(&name) { start(value, page, base_url) } else { None };
        if let Some(Start { text, n_left_out }) = start {
            let at = tag.place(value);
            written.push_str(&tag.text[from..at]);
            written.push_str(&text);
            from = at + n_left_out;
        }
    }
    written.push_str(&tag.text[from..]);
}

/// What takes the place of the first bytes of an address.
struct Start {
    text: String,
    n_left_out: usize,
}

/// None for an address that is whole already.
fn start(value: &str, page: &Address, base_url: &BaseUrl) -> Option<Start> {
    // The letters of `mailto:` may be written as entities.
    let plain = decoded(value);
    let first = plain.split(['/', '?', '#']).next().unwrap_or_default();
    if value.is_empty() || plain.starts_with("//") || first.contains(':') {
        return None;
    }
    if value.starts_with('/') {
        return Some(Start { text: base_url.origin.clone(), n_left_out: 0 });
    }
    if value.starts_with(['#', '?']) {
        return Some(Start { text: base_url.join(page), n_left_out: 0 });
    }
    let mut folder = page.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut rest = value;
    loop {
        if let Some(after) = rest.strip_prefix("../") {
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
            rest = after;
        } else if let Some(after) = rest.strip_prefix("./") {
            rest = after;
        } else {
            break;
        }
    }
    let text = base_url.join(&Address::file(&format!("{folder}/")));
    Some(Start { text, n_left_out: value.len() - rest.len() })
}

#[cfg(test)]
mod tests {
    use super::absolute;
    use crate::address::Address;
    use crate::config::{BaseUrl, Written};

    #[test]
    fn an_address_leads_to_the_same_place_from_anywhere() {
        let base_url = BaseUrl {
            origin: "https://example.org".to_owned(),
            path: "/asso/".to_owned(),
            written: Written::Something,
        };
        let check = |written: &str, expected: &str| {
            let html = format!("<p class=\"src\"><img alt=\"{written}\" src=\"{written}\">href=\"./\"</p>");
            let wanted =
                format!("<p class=\"src\"><img alt=\"{written}\" src=\"{expected}\">href=\"./\"</p>");
            assert_eq!(absolute(&html, &Address::page("news/fete"), &base_url), wanted);
        };
        check("feu.png", "https://example.org/asso/news/fete/feu.png");
        check("./", "https://example.org/asso/news/fete/");
        check("../", "https://example.org/asso/news/");
        check("../../plans/#2.1", "https://example.org/asso/plans/#2.1");
        check("../../../feu.png", "https://example.org/asso/feu.png");
        check("#soir", "https://example.org/asso/news/fete/#soir");
        check("/asso/plans/", "https://example.org/asso/plans/");
        check("https://example.com/?a=1&amp;b=2", "https://example.com/?a=1&amp;b=2");
        check("//example.com/", "//example.com/");
        check("&#109;&#97;ilto&#58;info&#64;example.org", "&#109;&#97;ilto&#58;info&#64;example.org");
        check("", "");
    }
}
