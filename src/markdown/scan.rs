//! HTML of the author taken apart: its tags and attributes, and which of them are kept.
//!
//! Kept are the elements of prose: text, lists, tables, quotes, figures, pictures, `details`.
//! Kept attributes say what the text is (`lang`, `title`, `class`, `id`, `datetime`…) or where
//! it leads (`href` of a link, `src` of a picture). Nothing that runs, fetches, submits or
//! restyles the page is kept: no script, style, frame, form, drawing, no `style` and no `on…`.

/// The elements that are kept.
pub(super) const ELEMENTS: [&str; 67] = [
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
];

/// Kept as well, but seldom seen: they are no elements of prose.
pub(super) const MORE_ELEMENTS: [&str; 4] = ["var", "wbr", "tt", "strike"];

/// The attributes that are kept on every element.
pub(super) const ATTRIBUTES: [&str; 8] =
    ["class", "id", "lang", "dir", "title", "role", "aria-label", "aria-hidden"];

/// The attributes that are kept on one element.
pub(super) const ELEMENT_ATTRIBUTES: [(&str, &[&str]); 16] = [
    ("a", &["href", "hreflang", "rel", "name"]),
    ("img", &["src", "alt", "width", "height", "loading"]),
    ("td", &["colspan", "rowspan", "headers", "align"]),
    ("th", &["colspan", "rowspan", "headers", "scope", "abbr", "align"]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("ol", &["start", "reversed", "type"]),
    ("li", &["value"]),
    ("time", &["datetime"]),
    ("del", &["datetime"]),
    ("ins", &["datetime"]),
    ("details", &["open"]),
    ("data", &["value"]),
    ("p", &["align"]),
    ("div", &["align"]),
    ("img", &["align"]),
];

/// Elements whose content goes with them: it is no text.
pub(super) const WITH_CONTENT: [&str; 2] = ["script", "style"];

pub(super) fn is_kept(element: &str) -> bool {
    ELEMENTS.contains(&element) || MORE_ELEMENTS.contains(&element)
}

pub(super) fn is_kept_attribute(element: &str, attribute: &str) -> bool {
    ATTRIBUTES.contains(&attribute)
        || ELEMENT_ATTRIBUTES.iter().any(|(of, names)| *of == element && names.contains(&attribute))
}

/// Elements that hold nothing and are never closed.
pub(super) fn is_void(element: &str) -> bool {
    matches!(
        element,
        "br" | "hr" | "img" | "wbr" | "col" | "area" | "input" | "link" | "meta" | "embed" | "source"
    )
}

/// A part of HTML. Names are in lower case; positions are bytes of the text taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    Text(&'t str),
    Open {
        name: String,
        attributes: Vec<Attribute<'t>>,
        at: usize,
        end: usize,
    },
    Close {
        name: String,
    },
    /// A comment, a declaration, a processing instruction.
    Other,
}

/// An attribute; the value is as written, entities not decoded.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute<'t> {
    pub name: String,
    pub value: &'t str,
    pub at: usize,
    pub end: usize,
}

/// Takes HTML apart as browsers do.
pub(super) fn tokens(html: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < html.len() {
        let Some(open) = html[at..].find('<').map(|found| at + found) else {
            tokens.push(Token::Text(&html[at..]));
            break;
        };
        if open > at {
            tokens.push(Token::Text(&html[at..open]));
        }
        let (token, end) = tag(html, open);
        tokens.push(token);
        at = end;
    }
    tokens
}

/// The token that starts with the `<` at `open`, and where it ends.
fn tag(html: &str, open: usize) -> (Token<'_>, usize) {
    let rest = &html[open + 1..];
    let until = |mark: &str, from: usize| {
        html[open + from..].find(mark).map_or(html.len(), |found| open + from + found + mark.len())
    };
    let next = rest.bytes().next();
    if rest.starts_with("!-->") || rest.starts_with("!--->") {
        return (Token::Other, until(">", 1));
    }
    if rest.starts_with("!--") {
        return (Token::Other, until("-->", 4));
    }
    if rest.starts_with("![CDATA[") {
        return (Token::Other, until("]]>", 9));
    }
    match next {
        Some(b'!' | b'?') => (Token::Other, until(">", 1)),
        Some(b'/') if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) => {
            let name_end = name_end(html, open + 2);
            (Token::Close { name: html[open + 2..name_end].to_ascii_lowercase() }, until(">", 2))
        }
        Some(b'/') => (Token::Other, until(">", 1)),
        Some(byte) if byte.is_ascii_alphabetic() => open_tag(html, open),
        Some(_) | None => (Token::Text(&html[open..=open]), open + 1),
    }
}

fn name_end(html: &str, from: usize) -> usize {
    let length = html[from..].find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>');
    length.map_or(html.len(), |length| from + length)
}

fn open_tag(html: &str, open: usize) -> (Token<'_>, usize) {
    let mut at = name_end(html, open + 1);
    let name = html[open + 1..at].to_ascii_lowercase();
    let mut attributes = Vec::new();
    loop {
        at = html.len() - html[at..].trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/').len();
        let rest = &html[at..];
        if rest.is_empty() {
            break;
        }
        if rest.starts_with('>') {
            at += 1;
            break;
        }
        let attribute = attribute(html, at);
        at = attribute.end;
        attributes.push(attribute);
    }
    (Token::Open { name, attributes, at: open, end: at }, at)
}

fn attribute(html: &str, at: usize) -> Attribute<'_> {
    let is_name_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=');
    // A name may start with `=`, which is then no sign of a value.
    let first = html[at..].chars().next().map_or(0, char::len_utf8);
    let name_end = html[at + first..].find(is_name_end).map_or(html.len(), |length| at + first + length);
    let name = html[at..name_end].to_ascii_lowercase();
    let after = html[name_end..].trim_start_matches(|c: char| c.is_ascii_whitespace());
    let Some(value) = after.strip_prefix('=') else {
        return Attribute { name, value: "", at, end: name_end };
    };
    let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
    let start = html.len() - value.len();
    let (from, length, closing) = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => (start + 1, value[1..].find(quote), 1),
        Some(_) | None => (start, value.find(|c: char| c.is_ascii_whitespace() || c == '>'), 0),
    };
    let value_end = length.map_or(html.len(), |length| from + length);
    Attribute { name, value: &html[from..value_end], at, end: (value_end + closing).min(html.len()) }
}
