//! Addresses written bare in a text: `www.`, `http://`, `https://`, `ftp://`, e-mail addresses.
//!
//! The rules are those of the GitHub Flavored Markdown specification, section “Autolinks
//! (extension)”. One addition: French closing marks and unbalanced `]` do not end an address.

use std::ops::Range;

/// A bare address in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bare {
    pub range: Range<usize>,
    /// The address it leads to.
    pub address: String,
}

/// Whether a text may hold a bare address: a cheap test before looking for one.
pub(super) fn may_hold_one(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'@', b':', bytes).any(|at| bytes[at] == b'@' || bytes[at..].starts_with(b"://"))
        || memchr::memchr_iter(b'w', bytes).any(|at| bytes[at..].starts_with(b"www."))
}

/// The bare addresses of a text, in order. `before` is the character before the text.
pub(super) fn find(text: &str, before: Option<char>) -> Vec<Bare> {
    let bytes = text.as_bytes();
    let mut found: Vec<Bare> = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while at < bytes.len() {
        let bare = match bytes[at] {
            b'w' => web(text, at, "www.", "http://", before),
            b'h' | b'f' => {
                ["http://", "https://", "ftp://"].iter().find_map(|scheme| web(text, at, scheme, "", before))
            }
            b'@' => email(text, from, at),
            _ => None,
        };
        match bare {
            Some(bare) => {
                at = bare.range.end;
                from = at;
                found.push(bare);
            }
            None => at += 1,
        }
    }
    found
}

fn web(text: &str, at: usize, start: &str, prefix: &str, before: Option<char>) -> Option<Bare> {
    if !text[at..].starts_with(start) {
        return None;
    }
    let previous = text[..at].chars().next_back().or(before);
    if !previous.is_none_or(|c| c.is_whitespace() || matches!(c, '*' | '_' | '~' | '(' | '«' | '“' | '"'))
    {
        return None;
    }
    let rest = &text[at..];
    if !is_domain(if prefix.is_empty() { &rest[start.len()..] } else { rest }, prefix) {
        return None;
    }
    let end = rest.find(|c: char| c.is_whitespace() || c == '<').unwrap_or(rest.len());
    let candidate = &rest[..end];
    let candidate = without_trailing_marks(candidate);
    if candidate.len() <= start.len() {
        return None;
    }
    Some(Bare { range: at..at + candidate.len(), address: format!("{prefix}{candidate}") })
}

/// More characters than a domain can have, so that a text without spaces is not read again and again.
const LONGEST_DOMAIN: usize = 300;

/// Segments of letters, digits, `-` and `_` separated by points; no `_` in the last two. After a
/// scheme one segment is enough (`http://localhost`).
fn is_domain(text: &str, prefix: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let end: usize = text.chars().take(LONGEST_DOMAIN).take_while(|c| is_part(*c)).map(char::len_utf8).sum();
    let domain = text[..end].trim_end_matches('.');
    let mut last = domain.rsplit('.');
    if domain.is_empty() || last.by_ref().take(2).any(|segment| segment.contains('_')) {
        return false;
    }
    prefix.is_empty() || domain.contains('.')
}

/// An address without the punctuation that ends the sentence around it.
fn without_trailing_marks(candidate: &str) -> &str {
    let opened = candidate.matches('(').count();
    let mut closed = candidate.matches(')').count();
    let opened_square = candidate.matches('[').count();
    let mut closed_square = candidate.matches(']').count();
    let mut address = candidate;
    while let Some(last) = address.chars().next_back() {
        match last {
            '?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '\'' | '"' | '»' | '”' | '’' | '…' => {}
            ')' if closed > opened => closed -= 1,
            ']' if closed_square > opened_square => closed_square -= 1,
            ';' => {
                let inner = &address[..address.len() - 1];
                let name = inner.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
                if name.ends_with('&') && name.len() < inner.len() {
                    address = &name[..name.len() - 1];
                    continue;
                }
            }
            _ => break,
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address
}

fn email(text: &str, from: usize, at: usize) -> Option<Bare> {
    let local = text[from..at]
        .rfind(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+')))
        .map_or(from, |before| {
            from + before + text[from + before..].chars().next().map_or(1, char::len_utf8)
        });
    let rest = &text[at + 1..];
    let end = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')))
        .unwrap_or(rest.len());
    let domain = rest[..end].trim_end_matches('.');
    let is_domain = domain.contains('.')
        && domain.split('.').all(|segment| !segment.is_empty())
        && !domain.ends_with(['-', '_'])
        && !rest[end..].starts_with('@');
    if local == at || !is_domain {
        return None;
    }
    // `mailto:` and `xmpp:` written by the author are part of the address.
    let scheme = ["mailto:", "xmpp:"].into_iter().find(|scheme| text[from..local].ends_with(scheme));
    let start = local - scheme.map_or(0, str::len);
    let mut end = at + 1 + domain.len();
    if scheme == Some("xmpp:") && text[end..].starts_with('/') {
        let resource = text[end + 1..].find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '@' | '.')));
        end = resource.map_or(text.len(), |length| end + 1 + length);
        end = start + text[start..end].trim_end_matches('.').len();
    }
    let prefix = if scheme.is_none() { "mailto:" } else { "" };
    Some(Bare { range: start..end, address: format!("{prefix}{}", &text[start..end]) })
}
