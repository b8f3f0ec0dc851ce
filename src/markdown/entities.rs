//! Entities of HTML, into the characters they stand for.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

/// No name of an entity is longer, nor any number worth its digits.
const LONGEST: usize = 40;

pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    // Most texts have none.
    let Some(first) = memchr::memchr(b'&', text.as_bytes()) else { return Cow::Borrowed(text) };
    let mut decoded = String::with_capacity(text.len());
    decoded.push_str(&text[..first]);
    let mut rest = &text[first..];
    while let Some(after) = rest.strip_prefix('&') {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '#';
        let end = after.find(|c| !is_part(c)).unwrap_or(after.len());
        rest = match after[end..].strip_prefix(';').filter(|_| end < LONGEST) {
            Some(rest) => {
                match usual(&after[..end]) {
                    Some(c) => decoded.push(c),
                    None => push_other(&mut decoded, &text[text.len() - after.len() - 1..][..end + 2]),
                }
                rest
            }
            None => {
                decoded.push('&');
                after
            }
        };
        let next = memchr::memchr(b'&', rest.as_bytes()).unwrap_or(rest.len());
        decoded.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    Cow::Owned(decoded)
}

/// Those that pages are full of: templates and our own HTML write no others.
fn usual(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
        let number = hexadecimal.unwrap_or_else(|| number.parse()).ok()?;
        return char::from_u32(number).filter(|c| *c != '\0');
    }
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => None,
    }
}

/// The parser of Markdown knows all the others; what is none stays as written.
fn push_other(decoded: &mut String, entity: &str) {
    for event in Parser::new(entity) {
        if let Event::Text(text) = event {
            decoded.push_str(&text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn entities_are_decoded_once() {
        let check = |text: &str, expected: &str| assert_eq!(decoded(text), expected, "{text}");
        check("sans rien", "sans rien");
        check("a&amp;b &#39;&#xE9;&nbsp;&inconnu; &", "a&b 'é\u{a0}&inconnu; &");
        check("&eacute;t&eacute; &hellip;", "été …");
        check("&amp;lt; &lt;é>", "&lt; <é>");
        check("&&amp;&; &# &#; &#x; &#+39; &#0; R&D;", "&&&; &# &#; &#x; &#+39; \u{fffd} R&D;");
        check("&#xD800;&#99999999999;", "\u{fffd}&#99999999999;");
    }
}
