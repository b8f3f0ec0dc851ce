//! A quick look at a text, before it is cut into words: can it hold an acronym at all?

/// Whether two capitals may stand without a space between them, tags aside. HTML or plain text.
///
/// All acronyms do; nearly no other text does. The look is at bytes: what may be a capital counts as one.
pub(super) fn may_stand_together(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut n_capitals = 0;
    let mut is_in_tag = false;
    for (at, byte) in bytes.iter().enumerate() {
        match SIGNS[usize::from(*byte)] {
            Sign::Other => continue,
            Sign::TagStart => is_in_tag = true,
            Sign::TagEnd => is_in_tag = false,
            Sign::Space | Sign::Capital | Sign::Beyond if is_in_tag => {}
            Sign::Space => n_capitals = 0,
            Sign::Capital => n_capitals += 1,
            Sign::Beyond => n_capitals += usize::from(may_be_capital(&bytes[at..])),
        }
        if n_capitals == 2 {
            return true;
        }
    }
    false
}

/// What a byte says of the capitals around it.
#[derive(Clone, Copy)]
enum Sign {
    /// Nothing, as nearly all bytes.
    Other,
    TagStart,
    TagEnd,
    Space,
    Capital,
    /// The first byte of a letter beyond ASCII.
    Beyond,
}

const SIGNS: [Sign; 256] = {
    let mut signs = [Sign::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        if matches!(byte, 0x41..=0x5a) {
            signs[byte] = Sign::Capital;
        } else if byte >= 0xc3 {
            signs[byte] = Sign::Beyond;
        }
        byte += 1;
    }
    signs[b'<' as usize] = Sign::TagStart;
    signs[b'>' as usize] = Sign::TagEnd;
    signs[b' ' as usize] = Sign::Space;
    signs[b'\n' as usize] = Sign::Space;
    signs
};

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
    use super::may_stand_together;

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
}
