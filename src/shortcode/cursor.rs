//! A place that moves through a text: what both the search for calls and their reading need.

/// The rest of a text, up to an end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    pub text: &'t str,
    pub at: usize,
    pub end: usize,
}

/// The signs that may stand around a text, and the one that closes each. Word processors type all
/// but the first two.
const QUOTES: [(char, char); 8] =
    [('"', '"'), ('\'', '\''), ('“', '”'), ('”', '”'), ('„', '“'), ('«', '»'), ('‘', '’'), ('’', '’')];

impl<'t> Cursor<'t> {
    pub fn rest(&self) -> &'t str {
        &self.text[self.at..self.end]
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    pub fn eat(&mut self, sign: char) -> bool {
        let is_next = self.peek() == Some(sign);
        if is_next {
            self.at += sign.len_utf8();
        }
        is_next
    }

    pub fn skip_space(&mut self) {
        self.skip_while(char::is_whitespace);
    }

    /// Passes what is wanted and gives it.
    pub fn skip_while(&mut self, is_wanted: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let length = rest.find(|c| !is_wanted(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// A name: letters, digits, `_` and `-`, starting with a letter or `_`.
    pub fn name(&mut self) -> Option<&'t str> {
        self.peek().filter(|c| c.is_alphabetic() || *c == '_')?;
        Some(self.skip_while(|c| c.is_alphanumeric() || matches!(c, '_' | '-')))
    }

    /// The sign that closes the text opened by the next one, if it opens a text.
    pub fn closing_quote(&self) -> Option<char> {
        let next = self.peek()?;
        QUOTES.iter().find(|(open, _)| *open == next).map(|(_, close)| *close)
    }

    /// Passes a text between quotes, the opening one next; gives what is inside, as typed.
    pub fn quoted(&mut self) -> Option<&'t str> {
        let close = self.closing_quote()?;
        let mut ahead = *self;
        ahead.next();
        let start = ahead.at;
        while let Some(c) = ahead.next() {
            if c == '\\' {
                ahead.next();
            } else if c == close {
                let inside = &self.text[start..ahead.at - close.len_utf8()];
                *self = ahead;
                return Some(inside);
            }
        }
        None
    }
}
