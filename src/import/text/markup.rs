//! Bits of HTML in a text, as programs leave them behind: `<i>`, `<br>`, `<ul style="…">` never closed.

/// The elements that are taken for HTML in a text; any other sign `<` is one of the text.
const KNOWN: &[&str] = &[
    "a",
    "b",
    "blockquote",
    "br",
    "center",
    "del",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "li",
    "ol",
    "p",
    "s",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "u",
    "ul",
];

/// No tag that is left in a text is longer.
const LONGEST: usize = 1000;

/// A text that holds tags or entities, as HTML in which nothing else is taken for a tag.
pub(super) fn as_html(text: &str) -> Option<String> {
    let mut html = String::with_capacity(text.len());
    let mut is_html = false;
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        html.push_str(&rest[..at]);
        rest = &rest[at..];
        let len = if rest.starts_with('<') { tag(rest) } else { entity(rest) };
        is_html |= len.is_some();
        match len {
            Some(len) => {
                html.push_str(&rest[..len]);
                rest = &rest[len..];
            }
            None => {
                html.push_str(if rest.starts_with('<') { "&lt;" } else { "&amp;" });
                rest = &rest[1..];
            }
        }
    }
    html.push_str(rest);
    is_html.then_some(html)
}

/// How long the tag is that a text starts with.
fn tag(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("</").or_else(|| text.strip_prefix('<'))?;
    let longest = inside.char_indices().nth(LONGEST).map_or(inside.len(), |(at, _)| at);
    let end = inside[..longest].find(['>', '<']).filter(|end| inside[*end..].starts_with('>'))?;
    let inside = inside[..end].trim_end_matches('/');
    let (name, attributes) = inside.split_at(inside.find(char::is_whitespace).unwrap_or(inside.len()));
    let is_known = KNOWN.iter().any(|known| name.eq_ignore_ascii_case(known));
    // « <b et c> » is no tag: what stands behind the name would be lost.
    // A `<del>` that says who took words out would take them out of the document.
    let is_plain = attributes.trim().is_empty();
    let is_tag = is_known && (is_plain || (attributes.contains('=') && !matches!(name, "del" | "ins")));
    is_tag.then(|| text.find('>').map_or(text.len(), |end| end + 1))
}

/// How long the entity is that a text starts with.
fn entity(text: &str) -> Option<usize> {
    let end = text.char_indices().take(10).find_map(|(at, c)| (c == ';').then_some(at))?;
    let name = &text[1..end];
    let is_number = |digits: &str| digits.len() > 1 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_name = name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_one = name.strip_prefix('#').is_some_and(is_number) || is_name;
    (is_one && crate::markdown::decoded(&text[..=end]) != text[..=end]).then_some(end + 1)
}

/// A text with one space wherever several, or a tab, stand.
pub(super) fn collapsed(words: &str) -> String {
    words.split([' ', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A text with a space for each of its tags.
#[cfg(test)]
pub(super) fn without_tags(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        kept.push_str(&rest[..at]);
        kept.push(' ');
        rest = &rest[at + tag(&rest[at..]).unwrap_or(1)..];
    }
    kept + rest
}
