//! Where a tag ends.
//!
//! Names and values of attributes are short: they are looked at eight bytes at a time, because a search for
//! more of them together takes longer to start.

use super::IS_NAME;
use crate::source::{eight, equal};

/// Where the tag whose name ends at a byte stops; a `>` between the quotes of a value is part of it. A
/// quote opens a value only behind `=`, as for browsers and for [`Attributes`](super::Attributes).
pub(super) fn end_of_tag(bytes: &[u8], name_end: usize) -> usize {
    // What stands before is the name of the tag, or attributes with their values.
    let mut read = name_end;
    let mut at = name_end;
    while at < bytes.len() {
        let eight = eight(bytes, at);
        let found = equal(eight, b'>') | equal(eight, b'=');
        at += found.trailing_zeros() as usize / 8;
        match bytes.get(at) {
            Some(b'>') if found > 0 => return at + 1,
            Some(b'=') if found > 0 => {
                at += 1;
                if !is_in_name(&bytes[read..at - 1]) {
                    let Some(end) = end_of_value(bytes, at) else { break };
                    (at, read) = (end, end);
                }
            }
            Some(_) | None => {}
        }
    }
    bytes.len()
}

/// Whether `=` behind these bytes is the first of a name, which is a slip of who wrote it.
fn is_in_name(before: &[u8]) -> bool {
    let is_name = before.last().is_some_and(|byte| IS_NAME[usize::from(*byte)]);
    !is_name && before.trim_ascii_end().last().is_none_or(|byte| *byte == b'/')
}

/// Where the value stops that starts at a byte, or behind spaces; none when its quotes are never closed.
fn end_of_value(bytes: &[u8], from: usize) -> Option<usize> {
    let mut start = from;
    while bytes.get(start).is_some_and(u8::is_ascii_whitespace) {
        start += 1;
    }
    match bytes.get(start) {
        Some(quote @ (b'"' | b'\'')) => {
            let mut at = start + 1;
            while at < bytes.len() {
                let found = equal(eight(bytes, at), *quote);
                at += found.trailing_zeros() as usize / 8;
                if found > 0 {
                    return Some(at + 1);
                }
            }
            None
        }
        Some(_) | None => {
            let value = &bytes[start..];
            let is_end = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
            Some(start + value.iter().position(is_end).unwrap_or(value.len()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::end_of_tag;

    /// The same end, byte by byte.
    fn simply(bytes: &[u8]) -> usize {
        #[derive(Clone, Copy)]
        enum Reading {
            BetweenAttributes,
            Name,
            Equals,
            Quoted(u8),
            Bare,
        }
        let mut reading = Reading::BetweenAttributes;
        for (at, byte) in bytes.iter().enumerate() {
            let is_space = byte.is_ascii_whitespace();
            reading = match (reading, byte) {
                (Reading::Quoted(quote), byte) if *byte == quote => Reading::BetweenAttributes,
                (Reading::Quoted(_), _) => reading,
                (_, b'>') => return at + 1,
                (Reading::Equals, b'"' | b'\'') => Reading::Quoted(*byte),
                (Reading::Name, b'=') => Reading::Equals,
                (Reading::Name, b'/') => Reading::BetweenAttributes,
                (Reading::BetweenAttributes, b'/') => reading,
                (Reading::BetweenAttributes | Reading::Name | Reading::Equals, _) if is_space => reading,
                (Reading::Bare, _) if is_space => Reading::BetweenAttributes,
                (Reading::Equals | Reading::Bare, _) => Reading::Bare,
                (Reading::BetweenAttributes | Reading::Name, _) => Reading::Name,
            };
        }
        bytes.len()
    }

    proptest::proptest! {
        #[test]
        fn a_tag_ends_where_a_simple_look_finds(rest in "[ab='\"/> ]{0,32}") {
            assert_eq!(end_of_tag(rest.as_bytes(), 0), simply(rest.as_bytes()), "{rest}");
        }
    }
}
