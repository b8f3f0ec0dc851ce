//! A text cut into the words that are looked up. The script of the page cuts what is typed alike.

use std::borrow::Cow;

use crate::lang;
use crate::source::listed;

/// Each word of a text in lower case, accents kept; numbers keep their points: `2.1.3`.
///
/// An apostrophe, a hyphen or any mark ends a word, and a letter alone is none: « l’eau » is « eau ».
pub fn each<'t>(text: &'t str, mut found: impl FnMut(Cow<'t, str>)) {
    let mut at = 0;
    while at < text.len() {
        if text.as_bytes()[at] == b' ' {
            at += 1;
            continue;
        }
        let rest = &text[at..];
        let (mut end, mut case) = letters(rest, 0);
        if end == 0 {
            let (_, length) = kind_at(text.as_bytes(), at);
            at += length;
            continue;
        }
        while let Some((more, case_of_more)) = decimals(rest, end) {
            end += more;
            case = case.max(case_of_more);
        }
        let word = &rest[..end];
        at += end;
        if is_word(word) {
            found(match case {
                Case::Small => Cow::Borrowed(word),
                Case::Capital => lower(word),
            });
        }
    }
}

/// What a character of a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter(Case),
    Mark,
}

/// How the letters of a word are written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Case {
    /// In small letters, or in figures.
    Small,
    /// With a capital, perhaps.
    Capital,
}

/// The characters of ASCII.
const ASCII: [Kind; 128] = {
    let mut kinds = [Kind::Mark; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_uppercase() {
            kinds[byte as usize] = Kind::Letter(Case::Capital);
        } else if byte.is_ascii_alphanumeric() {
            kinds[byte as usize] = Kind::Letter(Case::Small);
        }
        byte += 1;
    }
    kinds
};

/// What the character at a byte of a text is, and its length. Every character of every page comes
/// through here: those of French are known by their bytes.
#[inline]
fn kind_at(bytes: &[u8], at: usize) -> (Kind, usize) {
    match bytes[at..] {
        [byte @ 0..128, ..] => (ASCII[usize::from(byte)], 1),
        // From À to ÿ, with × and ÷ among them; small letters start at ß.
        [0xc3, 0x97 | 0xb7, ..] => (Kind::Mark, 2),
        [0xc3, second, ..] => (Kind::Letter(if second < 0x9f { Case::Capital } else { Case::Small }), 2),
        // Apostrophes, dashes, quotation marks.
        [0xe2, 0x80, ..] => (Kind::Mark, 3),
        _ => beyond_french(&bytes[at..]),
    }
}

fn beyond_french(bytes: &[u8]) -> (Kind, usize) {
    // No character takes more than four bytes.
    let bytes = &bytes[..bytes.len().min(4)];
    let c = bytes.utf8_chunks().next().and_then(|chunk| chunk.valid().chars().next());
    let c = c.expect("a character of a text starts here");
    let kind = if is_letter(c) { Kind::Letter(Case::Capital) } else { Kind::Mark };
    (kind, c.len_utf8())
}

/// Where the letters of a text end that go on at a byte, and how they are written.
#[inline]
fn letters(text: &str, from: usize) -> (usize, Case) {
    let bytes = text.as_bytes();
    let (mut end, mut case) = (from, Case::Small);
    while let Some(byte) = bytes.get(end) {
        // Nearly all letters.
        if IS_SMALL[usize::from(*byte)] {
            end += 1;
            continue;
        }
        match kind_at(bytes, end) {
            (Kind::Letter(of_letter), length) => {
                end += length;
                case = case.max(of_letter);
            }
            (Kind::Mark, _) => break,
        }
    }
    (end, case)
}

/// The small letters of ASCII and its figures.
const IS_SMALL: [bool; 256] = listed(b"abcdefghijklmnopqrstuvwxyz0123456789");

/// A word as it is looked up: accents and ligatures aside.
pub fn folded(word: &str) -> String {
    lang::fold(word)
}

/// Marks that are typed after their letter belong to the word.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || (!c.is_ascii() && (c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')))
}

/// How many bytes follow, in a number such as 2.1.3, from its next point.
fn decimals(rest: &str, end: usize) -> Option<(usize, Case)> {
    let bytes = rest.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    if bytes.get(end) != Some(&b'.') || !is_digit(end - 1) || !is_digit(end + 1) {
        return None;
    }
    let (after, case) = letters(rest, end + 1);
    Some((after - end, case))
}

/// A letter alone is what an apostrophe leaves, or a mark in a list; a figure alone is a number.
fn is_word(word: &str) -> bool {
    // No character takes more than four bytes.
    word.len() > 4 || word.chars().nth(1).is_some() || word.starts_with(char::is_numeric)
}

fn lower(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    if word.chars().any(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
}

/// The words that say nothing alone, as they are looked up; none for a language we do not know.
pub fn stop_words(tag: &str) -> &'static [&'static str] {
    match tag.split(['-', '_']).next() {
        Some("fr") => FRENCH,
        Some("en") => ENGLISH,
        Some(_) | None => &[],
    }
}

const FRENCH: &[&str] = &[
    "afin", "ainsi", "au", "aux", "avec", "ce", "ces", "cet", "cette", "comme", "dans", "de", "des", "dont",
    "du", "elle", "elles", "en", "est", "et", "il", "ils", "jusqu", "la", "le", "les", "leur", "leurs",
    "lors", "lorsqu", "mais", "ne", "nos", "notre", "nous", "on", "ont", "ou", "par", "pas", "pour", "puis",
    "puisqu", "qu", "que", "qui", "sa", "sans", "se", "ses", "si", "son", "sont", "sous", "sur", "un", "une",
    "vers", "vos", "votre", "vous",
];

const ENGLISH: &[&str] = &[
    "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "for", "from", "had", "has", "have",
    "if", "in", "into", "is", "it", "its", "no", "not", "of", "on", "or", "our", "so", "such", "than",
    "that", "the", "their", "them", "then", "there", "these", "they", "this", "to", "was", "we", "were",
    "which", "will", "with", "you", "your",
];

#[cfg(test)]
mod tests {
    use super::{ENGLISH, FRENCH, each, folded, is_letter};

    /// The same words, character by character.
    fn simply(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
        let is_point = |at: usize| chars[at] == '.' && at > 0 && is_digit(at - 1) && is_digit(at + 1);
        let is_of_word = |at: usize| is_letter(chars[at]) || is_point(at);
        let parted: String =
            (0..chars.len()).map(|at| if is_of_word(at) { chars[at] } else { ' ' }).collect();
        let is_word = |word: &&str| word.chars().count() > 1 || word.starts_with(char::is_numeric);
        parted.split(' ').filter(is_word).map(str::to_lowercase).collect()
    }

    proptest::proptest! {
        #[test]
        fn words_are_those_that_a_simple_look_finds(
            text in "[a-cA-CÀÉéßÿŸ×÷œŒ0-9.'’–… \n\u{a0}\u{300}\u{ad}αΑςΣŁłИ中😀²½ªº«&-]{0,24}",
        ) {
            let mut words = Vec::new();
            each(&text, |word| words.push(word.into_owned()));
            assert_eq!(words, simply(&text));
        }
    }

    #[test]
    fn a_text_is_cut_into_words() {
        let check = |text: &str, expected: &str| {
            let mut words = Vec::new();
            each(text, |word| words.push(folded(&word)));
            assert_eq!(words.join(" "), expected, "{text}");
        };
        check("L’eau d’ici, à Saint-Élie", "eau ici saint elie");
        check("Une œuvre; ŒUVRES", "une oeuvre oeuvres");
        check("Action 2.1.3. Fin 2026.", "action 2.1.3 fin 2026");
        check("l'État c'est-à-dire", "etat est dire");
        check("e\u{301}te\u{301} n\u{ad}on", "ete non");
        check("3 idées, 1er rang", "3 idees 1er rang");
        check("Ça 2×3 l’ÉCOLE ÷ Ÿ…", "ca 2 3 ecole");
        check("10\u{a0}000 $", "10 000");
        check("", "");
    }

    #[test]
    fn words_that_say_nothing_are_written_as_they_are_looked_up() {
        for word in FRENCH.iter().chain(ENGLISH) {
            let mut words = Vec::new();
            each(word, |word| words.push(folded(&word)));
            assert_eq!(words, [*word]);
        }
        assert!(FRENCH.is_sorted() && ENGLISH.is_sorted());
    }
}
