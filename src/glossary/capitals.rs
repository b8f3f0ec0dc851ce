//! A quick look at a text, before it is cut into words: can it hold an acronym at all?

use std::ops::Range;

/// Whether two capitals may stand without a space between them, tags aside. HTML or plain text.
///
/// All acronyms do; nearly no other text does. The look is at bytes: what may be a capital counts as one.
pub(super) fn may_stand_together(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(sign) = next_sign(bytes, at) {
        if bytes[sign] == b'<' {
            at = after_tag(bytes, sign);
            continue;
        }
        at = sign + 1;
        loop {
            match bytes.get(at) {
                None => return false,
                Some(b' ' | b'\n') => break,
                Some(b'<') => at = after_tag(bytes, at),
                Some(_) if is_capital(&bytes[at..]) => return true,
                Some(_) => at += 1,
            }
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
            if (start..end).filter(|at| is_capital(&bytes[*at..])).nth(1).is_some() {
                return Some(start..end);
            }
        }
        None
    })
}

/// Where the next capital or the next tag starts.
fn next_sign(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes[at..].iter().position(|byte| IS_SIGN[usize::from(*byte)])?;
        if bytes[at] == b'<' || is_capital(&bytes[at..]) {
            return Some(at);
        }
        at += 1;
    }
}

fn after_tag(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|byte| *byte == b'>').map_or(bytes.len(), |length| at + length)
}

/// The bytes that are capitals, or may start one, and the start of a tag.
const IS_SIGN: [bool; 256] = {
    let mut is_sign = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        is_sign[byte] = matches!(byte, 0x41..=0x5a) || byte >= 0xc3;
        byte += 1;
    }
    is_sign[b'<' as usize] = true;
    is_sign
};

fn is_capital(letter: &[u8]) -> bool {
    match letter[0] {
        b'A'..=b'Z' => true,
        0xc3.. => may_be_capital(letter),
        _ => false,
    }
}

/// Whether the letter that starts these bytes, beyond ASCII, may be a capital. Those of French are
/// known, and so is the punctuation of texts; of all others nothing is.
fn may_be_capital(letter: &[u8]) -> bool {
    match letter {
        [0xc3, second, ..] => (0x80..=0x9e).contains(second),
        [0xe2, 0x80, ..] => false,
        _ => true,
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
