//! HTML cut into tags and text, for those who look for words in what a page says.

/// A piece of HTML; the pieces put end to end are the HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'h> {
    /// What a reader sees, entities as written.
    Text(&'h str),
    Tag(Tag<'h>),
    /// A comment, a declaration, a script.
    Hidden(&'h str),
}

/// A tag, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag<'h> {
    /// `<p class="lead">`
    pub text: &'h str,
    /// `p`
    pub name: &'h str,
    pub side: Side,
}

/// Which end of an element a tag is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Opening,
    Closing,
}

/// Elements whose content is no HTML. That of `<title>` is text, entities and all.
const RAW: [&str; 3] = ["script", "style", "textarea"];

/// Elements that are part of a sentence: a word may go on behind their tags.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "u",
];

impl<'h> Tag<'h> {
    pub fn is_inline(&self) -> bool {
        INLINE.contains(&self.name)
    }

    /// The level of a heading.
    pub fn level(&self) -> Option<u8> {
        match self.name.as_bytes() {
            [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
            _ => None,
        }
    }

    /// The value of `id`.
    pub fn id(&self) -> Option<&'h str> {
        let (_, value) = self.text.split_once(" id=\"")?;
        value.split_once('"').map(|(id, _)| id)
    }
}

/// Cuts HTML. Whatever the HTML, nothing is lost.
pub fn tokens(html: &str) -> Tokens<'_> {
    Tokens { rest: html, raw: None }
}

/// The pieces of HTML that are still to come.
pub struct Tokens<'h> {
    rest: &'h str,
    /// The element just opened, when its content is no HTML.
    raw: Option<&'h str>,
}

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        if self.rest.is_empty() {
            return None;
        }
        if let Some(name) = self.raw.take() {
            let end = closing(self.rest, name);
            if end > 0 {
                return Some(Token::Hidden(self.cut(end)));
            }
        }
        match self.rest.find('<') {
            Some(0) => {}
            Some(open) => return Some(Token::Text(self.cut(open))),
            None => return Some(Token::Text(self.cut(self.rest.len()))),
        }
        if self.rest.starts_with("<!--") {
            let end = self.rest.find("-->").map_or(self.rest.len(), |at| at + 3);
            return Some(Token::Hidden(self.cut(end)));
        }
        let side = if self.rest.starts_with("</") { Side::Closing } else { Side::Opening };
        let start = if side == Side::Closing { 2 } else { 1 };
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let after = &self.rest[start..];
        let name = &after[..after.find(|c| !is_name(c)).unwrap_or(after.len())];
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let is_declaration = after.starts_with(['!', '?']);
            let end = if is_declaration { end_of_tag(self.rest) } else { start };
            let cut = self.cut(end);
            return Some(if is_declaration { Token::Hidden(cut) } else { Token::Text(cut) });
        }
        let text = self.cut(end_of_tag(self.rest));
        if side == Side::Opening && RAW.contains(&name) {
            self.raw = Some(name);
        }
        Some(Token::Tag(Tag { text, name, side }))
    }
}

impl<'h> Tokens<'h> {
    fn cut(&mut self, at: usize) -> &'h str {
        let (cut, rest) = self.rest.split_at(at);
        self.rest = rest;
        cut
    }
}

/// Where the content of an element that holds no HTML stops.
fn closing(rest: &str, name: &str) -> usize {
    let mut ends = rest.match_indices("</").map(|(at, _)| at);
    let is_own = |at: &usize| {
        let after = rest.get(at + 2..at + 2 + name.len());
        after.is_some_and(|after| after.eq_ignore_ascii_case(name))
    };
    ends.find(is_own).unwrap_or(rest.len())
}

/// Where the tag that starts here stops; a `>` between quotes is part of a value.
fn end_of_tag(rest: &str) -> usize {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (None | Some(_), _) => {}
        }
    }
    rest.len()
}
