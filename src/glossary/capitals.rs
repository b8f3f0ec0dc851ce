//! A quick look at a text, before it is cut into words: can it hold an acronym at all?

use std::ops::Range;

use crate::source::first_listed;

/// Whether two capitals may stand without a space between them, tags aside. HTML or plain text.
///
/// All acronyms do; nearly no other text does. The look is at bytes: what may be a capital counts as one.
pub(super) fn may_stand_together(text: &str) -> bool {
    let bytes = text.as_bytes();
    let holds_space =
        |range: Range<usize>| bytes[range].iter().rev().any(|byte| matches!(byte, b' ' | b'\n'));
    // Where the text goes on behind a capital and the tags that follow it, as long as no space was met.
    let mut behind = None;
    let mut at = 0;
    while let Some(sign) = next_sign(bytes, at) {
        let is_parted = behind.is_none_or(|behind| holds_space(behind..sign));
        if bytes[sign] == b'<' {
            at = after_tag(bytes, sign);
            behind = behind.filter(|_| !is_parted).map(|_| at);
        } else if is_parted {
            at = sign + 1;
            behind = Some(at);
        } else {
            return true;
        }
    }
    false
}

/// What stands between two spaces of a plain text and holds two capitals or more, in order.
pub(super) fn spots(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\n');
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(sign) = next_sign(bytes, from) {
            let start = bytes[from..sign].iter().rposition(is_space).map_or(from, |space| from + space + 1);
            let end = bytes[sign..].iter().position(is_space).map_or(bytes.len(), |length| sign + length);
            from = end;
            if (start..end).filter(|at| is_capital(bytes, *at)).nth(1).is_some() {
                return Some(start..end);
            }
        }
        None
    })
}

/// Where the next capital or the next tag starts. A capital of French beyond ASCII is told by its
/// second byte: the first is that of small letters as well.
#[inline]
fn next_sign(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += first_listed(&bytes[at..], &IS_SIGN)?;
        match bytes[at] {
            b'<' => return Some(at),
            _ if is_capital(bytes, at) => return Some(at),
            // Three bytes of punctuation.
            0xc4.. => at += 3,
            _ => at += 1,
        }
    }
}

fn after_tag(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'>', &bytes[at..]).map_or(bytes.len(), |length| at + length)
}

/// The bytes that are capitals, or may belong to one, and the start of a tag.
const IS_SIGN: [bool; 256] = {
    let mut is_sign = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        is_sign[byte] = matches!(byte, 0x41..=0x5a | 0x80..=0x9e | 0xc4..);
        byte += 1;
    }
    is_sign[b'<' as usize] = true;
    is_sign
};

/// Whether a byte is a capital, ends one of French, or starts a letter that may be one. Of the letters
/// beyond ASCII those of French are known, and so is the punctuation of texts; of all others nothing is.
fn is_capital(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'A'..=b'Z' => true,
        0x80..=0x9e => at > 0 && bytes[at - 1] == 0xc3,
        0xc4.. => !bytes[at..].starts_with(&[0xe2, 0x80]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{may_stand_together, spots};

    #[test]
    fn capitals_that_no_space_parts_are_seen() {
        let check = |text: &str, expected: bool| assert_eq!(may_stand_together(text), expected, "{text}");
        check("La MRC de Rouville", true);
        check("La R&D", true);
        check("A.G.A.", true);
        check("ÉÉ", true);
        check("<p>La <a href=\"Une Page\">M</a><b>RC</b></p>", true);
        check("АО", true);
        check("L’été à Québec", false);
        check("Le Plan, « Été 2026 »", false);
        check("<p>Le plan</p>\n<p class=\"AB\">La suite</p>", false);
        check("déjà été", false);
        check("", false);
    }

    #[test]
    fn a_spot_lies_between_two_spaces() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = spots(text).map(|spot| &text[spot]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("La MRC de Rouville, l’ÉTÉ à Québec", &["MRC", "l’ÉTÉ"]);
        check("A.G.A.\n(R&D) Un Plan", &["A.G.A.", "(R&D)"]);
        check("MRC", &["MRC"]);
        check("Une Ville", &[]);
        check("", &[]);
    }

    /// What holds two capitals, once the whole text is cut at its spaces.
    fn simply(text: &str) -> Vec<&str> {
        let has_two = |part: &&str| part.chars().filter(|c| c.is_uppercase()).count() > 1;
        text.split([' ', '\n']).filter(has_two).collect()
    }

    proptest::proptest! {
        #[test]
        fn capitals_are_found_where_cutting_the_whole_text_finds_them(
            text in "[a-cA-CÀÉÞßéÿœŒ0-9.&’«»… \n\u{a0}АΣ-]{0,32}",
        ) {
            // œ may be a capital: its bytes alone do not say.
            let text = text.replace('œ', "o");
            let found: Vec<&str> = spots(&text).map(|spot| &text[spot]).collect();
            assert_eq!(found, simply(&text));
            assert_eq!(may_stand_together(&text), !found.is_empty());
        }

        #[test]
        fn no_capital_is_missed_whatever_the_letters(text in "([A-C]| |\\PC){0,32}") {
            let found: Vec<&str> = spots(&text).map(|spot| &text[spot]).collect();
            assert!(simply(&text).iter().all(|spot| found.contains(spot)), "{text:?}: {found:?}");
        }
    }
}
