//! What a text holds that asks for a closer look: found in one look at its bytes.

/// Of which kinds a text holds a sign. Nearly all texts hold none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signs(u8);

/// `[` and `]`: of a link or a footnote that stayed text.
const BRACKET: u8 = 1;
/// `^`: of a superscript.
const CARET: u8 = 1 << 1;
/// Without `@`, `://` or `www.` there is no bare address.
const ADDRESS: u8 = 1 << 2;
/// Bytes at which [`escape_into`](super::draft::escape_into) may write something else.
const ESCAPED: u8 = 1 << 3;
/// Figures: « 2ème », « 13h30 ».
const FIGURE: u8 = 1 << 4;

const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let listed: [(&[u8], u8); 5] = [
        (b"[]", BRACKET),
        (b"^", CARET),
        (b"@:w", ADDRESS),
        (super::draft::ESCAPED, ESCAPED),
        (b"0123456789", FIGURE),
    ];
    let mut kind = 0;
    while kind < listed.len() {
        let (bytes, flag) = listed[kind];
        let mut at = 0;
        while at < bytes.len() {
            kinds[bytes[at] as usize] |= flag;
            at += 1;
        }
        kind += 1;
    }
    kinds
};

impl Signs {
    pub fn of(text: &str) -> Signs {
        let kind = |byte: &u8| KINDS[usize::from(*byte)];
        // Eight bytes at a time: every text of a document comes by here.
        let (eights, rest) = text.as_bytes().as_chunks();
        let all = |[a, b, c, d, e, f, g, h]: &[u8; 8]| {
            kind(a) | kind(b) | kind(c) | kind(d) | kind(e) | kind(f) | kind(g) | kind(h)
        };
        let signs = eights.iter().fold(0, |signs, eight| signs | all(eight));
        Signs(rest.iter().fold(signs, |signs, byte| signs | kind(byte)))
    }

    pub fn may_be_link(self) -> bool {
        self.0 & BRACKET != 0
    }

    pub fn has_caret(self) -> bool {
        self.0 & CARET != 0
    }

    pub fn may_be_address(self) -> bool {
        self.0 & ADDRESS != 0
    }

    pub fn has_figures(self) -> bool {
        self.0 & FIGURE != 0
    }

    /// Whether the text is written in HTML otherwise than it is read.
    pub fn may_be_escaped(self) -> bool {
        self.0 & ESCAPED != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Signs;

    #[test]
    fn a_text_that_is_only_words_has_no_sign() {
        let check = |text: &str, expected: [bool; 5]| {
            let signs = Signs::of(text);
            let found = [
                signs.may_be_link(),
                signs.has_caret(),
                signs.may_be_address(),
                signs.may_be_escaped(),
                signs.has_figures(),
            ];
            assert_eq!(found, expected, "{text}");
        };
        check("L’été à Québec, une fois (ou deux) !", [false; 5]);
        check("3 fois", [false, false, false, false, true]);
        check("[^note]", [true, true, false, false, false]);
        check("1^er^", [false, true, false, false, true]);
        check("a@b.ca", [false, false, true, false, false]);
        check("R&D", [false, false, false, true, false]);
        check("\u{fdd0}", [false, false, false, true, false]);
    }
}
