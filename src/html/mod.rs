//! HTML cut into tags and text, for those who look for words in what a page says.

mod end;

use memchr::memmem;

use crate::source::listed;
use end::end_of_tag;

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

/// Whether the content of an element is no HTML. That of `<title>` is text, entities and all.
#[inline]
fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "textarea")
}

impl<'h> Tag<'h> {
    /// Whether it is part of a sentence: a word may go on behind it.
    pub fn is_inline(&self) -> bool {
        // Asked of every tag of every page: a list to look through costs a comparison for each name.
        matches!(
            self.name,
            "a" | "abbr"
                | "b"
                | "bdi"
                | "bdo"
                | "cite"
                | "code"
                | "del"
                | "dfn"
                | "em"
                | "i"
                | "ins"
                | "kbd"
                | "mark"
                | "q"
                | "s"
                | "small"
                | "span"
                | "strong"
                | "sub"
                | "sup"
                | "u"
        )
    }

    /// The level of a heading.
    #[inline]
    pub fn level(&self) -> Option<u8> {
        match self.name.as_bytes() {
            [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
            _ => None,
        }
    }

    /// The attributes as written: names, and values without their quotes.
    pub fn attributes(&self) -> Attributes<'h> {
        let start = if self.side == Side::Closing { 2 } else { 1 };
        let rest = &self.text[start + self.name.len()..];
        Attributes { rest: rest.strip_suffix('>').unwrap_or(rest) }
    }

    /// Where a piece of this tag starts: a name or a value of [`attributes`](Self::attributes). The same
    /// words may stand elsewhere in the tag.
    pub fn place(&self, piece: &'h str) -> usize {
        piece.as_ptr().addr() - self.text.as_ptr().addr()
    }

    /// The value of `id`.
    pub fn id(&self) -> Option<&'h str> {
        let start = memmem::find(self.text.as_bytes(), b" id=\"")? + 5;
        self.text[start..].split_once('"').map(|(id, _)| id)
    }
}

/// The attributes of a tag that are still to come.
pub struct Attributes<'h> {
    rest: &'h str,
}

impl<'h> Iterator for Attributes<'h> {
    type Item = (&'h str, &'h str);

    fn next(&mut self) -> Option<(&'h str, &'h str)> {
        let is_between = |c: char| c.is_ascii_whitespace() || c == '/';
        let rest = self.rest.trim_start_matches(is_between);
        let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/');
        // A name may start with `=`, which is a slip of who wrote it.
        let first = rest.chars().next()?.len_utf8();
        let end = rest[first..].find(is_end).map_or(rest.len(), |at| at + first);
        let (name, rest) = rest.split_at(end);
        let Some(value) = rest.trim_ascii_start().strip_prefix('=').map(str::trim_ascii_start) else {
            self.rest = rest;
            return Some((name, &rest[..0]));
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, rest) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        self.rest = rest;
        Some((name, value))
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
        if let Some(tag) = self.tag() {
            return Some(Token::Tag(tag));
        }
        let bytes = self.rest.as_bytes();
        let first = *bytes.first()?;
        if let Some(name) = self.raw.take() {
            return Some(Token::Hidden(self.cut(closing(self.rest, name))));
        }
        if first != b'<' {
            // Half of the texts are the end of a line between two tags.
            let is_short = bytes.get(1) == Some(&b'<');
            let end = if is_short { Some(1) } else { memchr::memchr(b'<', bytes) };
            return Some(Token::Text(self.cut(end.unwrap_or(bytes.len()))));
        }
        let start = if bytes.get(1) == Some(&b'/') { 2 } else { 1 };
        match bytes.get(start) {
            Some(b'!') if bytes.starts_with(b"<!--") => {
                let end = self.rest.find("-->").map_or(bytes.len(), |at| at + 3);
                Some(Token::Hidden(self.cut(end)))
            }
            Some(b'!' | b'?') => Some(Token::Hidden(self.cut(end_of_tag(bytes, start)))),
            Some(_) | None => Some(Token::Text(self.cut(start))),
        }
    }
}

impl<'h> Tokens<'h> {
    /// The text that comes next, if a text does, for who looks for something in it: `look` is given what is
    /// still to come, and says where the text ends, at `<`, and what it found, so that one look finds both.
    #[inline(always)]
    pub fn text<T>(&mut self, look: impl FnOnce(&[u8]) -> (usize, T)) -> Option<(&'h str, T)> {
        let bytes = self.rest.as_bytes();
        if self.raw.is_some() || matches!(bytes.first(), None | Some(b'<')) {
            return None;
        }
        let (end, found) = look(bytes);
        Some((self.cut(end), found))
    }

    /// The tag that comes next, if a tag does.
    #[inline(always)]
    pub fn tag(&mut self) -> Option<Tag<'h>> {
        let bytes = self.rest.as_bytes();
        let (side, start) = match bytes {
            [b'<', b'/', ..] => (Side::Closing, 2),
            [b'<', ..] => (Side::Opening, 1),
            _ => return None,
        };
        if let Some(name) = self.raw {
            if closing(self.rest, name) > 0 {
                return None;
            }
            // Nothing stands in it: `<script src="a.js"></script>`.
            self.raw = None;
        }
        if !bytes.get(start)?.is_ascii_alphabetic() {
            return None;
        }
        let mut name_end = start + 1;
        while bytes.get(name_end).is_some_and(|byte| IS_NAME[usize::from(*byte)]) {
            name_end += 1;
        }
        // Most tags have no attributes.
        let end = match bytes.get(name_end) {
            Some(b'>') => name_end + 1,
            Some(_) | None => end_of_tag(bytes, name_end),
        };
        let text = self.cut(end);
        let name = &text[start..name_end];
        if side == Side::Opening && is_raw(name) {
            self.raw = Some(name);
        }
        Some(Tag { text, name, side })
    }

    #[inline]
    fn cut(&mut self, at: usize) -> &'h str {
        let (cut, rest) = self.rest.split_at(at);
        self.rest = rest;
        cut
    }
}

/// The bytes of the name of a tag.
const IS_NAME: [bool; 256] = listed(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

/// Where the content of an element that holds no HTML stops.
// Apart, so that reading any other piece makes no room for what this one searches with.
#[inline(never)]
fn closing(rest: &str, name: &str) -> usize {
    let is_own = |at: &usize| {
        let after = rest.get(at + 2..at + 2 + name.len());
        after.is_some_and(|after| after.eq_ignore_ascii_case(name))
    };
    memmem::find_iter(rest.as_bytes(), b"</").find(is_own).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::{Token, tokens};

    #[test]
    fn attributes_are_read_however_they_are_quoted() {
        let check = |html: &str, expected: &str| {
            let tag = tokens(html).find_map(|token| match token {
                Token::Tag(tag) => Some(tag),
                Token::Text(_) | Token::Hidden(_) => None,
            });
            let attributes = tag.into_iter().flat_map(|tag| tag.attributes());
            let shown: Vec<String> = attributes.map(|(name, value)| format!("{name}={value}")).collect();
            assert_eq!(shown.join(" | "), expected, "{html}");
        };
        check("<p>", "");
        check("<br/>", "");
        check(r#"<a href="x y" class='k'>"#, "href=x y | class=k");
        check("<a href = x hidden>", "href=x | hidden=");
        check(r#"<img alt="" src="a/b.png"/>"#, "alt= | src=a/b.png");
        check("<a href=\"never closed", "href=never closed");
        check("<a b\" href=x\">\" c='>'>", "b\"= | href=x\"");
        check("<a 'b' = '>' c=>", "'b'=> | c=");
        check("<a =\"b\" c>d\"", "=\"b\"= | c=");
        check("<a b='c'\"d e='>'>", "b=c | \"d= | e=>");
    }

    proptest::proptest! {
        #[test]
        fn pieces_put_end_to_end_are_the_html(
            html in "(</?(p|script|textarea|title|a)|<!--|-->|<[!?]| [a-z]=|\\PC|[<>/\"'= \n]){0,24}",
        ) {
            let pieces = tokens(&html).map(|token| match token {
                Token::Text(text) | Token::Hidden(text) => text,
                Token::Tag(tag) => tag.text,
            });
            let pieces: Vec<&str> = pieces.collect();
            assert_eq!(pieces.concat(), html);
            assert!(!pieces.contains(&""), "{html}");
        }

        #[test]
        fn pieces_asked_for_by_kind_are_those_that_come(
            html in "(</?(p|script|textarea|a)>?|<!--|-->|[a<>= \n]){0,24}",
        ) {
            let mut asked = tokens(&html);
            for token in tokens(&html) {
                let text = asked.text(|bytes| (memchr::memchr(b'<', bytes).unwrap_or(bytes.len()), ()));
                let next = match text {
                    Some((text, ())) => Some(Token::Text(text)),
                    None => asked.tag().map(Token::Tag).or_else(|| {
                        // What is no tag when a tag is asked for is none afterwards.
                        asked.next().filter(|token| !matches!(token, Token::Tag(_)))
                    }),
                };
                assert_eq!(next, Some(token), "{html}");
            }
        }
    }
}
