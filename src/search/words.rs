//! A text cut into the words that are looked up. The script of the page cuts what is typed alike.

use super::lexicon::Trace;
use crate::lang;
use crate::source::listed;

/// Each word of a text in lower case, accents kept; numbers keep their points: `2.1.3`.
///
/// An apostrophe, a hyphen or any mark ends a word, and a letter alone is none: « l’eau » is « eau ».
pub fn each(text: &str, mut found: impl FnMut(&str, Trace)) {
    let bytes = text.as_bytes();
    let mut lowered = String::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b' ' {
            at += 1;
            continue;
        }
        let (end, case, trace) = letters(bytes, at);
        if end == at {
            let (_, length) = kind_at(bytes, at);
            at += length;
            continue;
        }
        let word = &text[at..end];
        at = end;
        if !is_word(word) {
            continue;
        }
        let (word, trace) = match case {
            Case::Small => (word, trace),
            Case::Capital | Case::Other => {
                lowered.clear();
                let trace = lower(word, case, trace, &mut lowered);
                (lowered.as_str(), trace)
            }
        };
        found(word, trace);
    }
}

/// Writes a word in small letters, and gives what it is looked up by, from what it was as it was written.
#[inline(never)]
fn lower(word: &str, case: Case, trace: Trace, lowered: &mut String) -> Trace {
    if case == Case::Other && word.chars().any(char::is_uppercase) {
        lowered.push_str(&word.to_lowercase());
        return Trace::of(lowered);
    }
    lowered.push_str(word);
    lowered.make_ascii_lowercase();
    trace
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
    /// With a capital of ASCII.
    Capital,
    /// With another capital, perhaps.
    Other,
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
        [0xc3, second, ..] => (Kind::Letter(if second < 0x9f { Case::Other } else { Case::Small }), 2),
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
    let kind = if is_letter(c) { Kind::Letter(Case::Other) } else { Kind::Mark };
    (kind, c.len_utf8())
}

/// Where the letters of a text end that go on at a byte, how they are written, and what the word is
/// looked up by, its capitals of ASCII made small.
#[inline]
fn letters(bytes: &[u8], from: usize) -> (usize, Case, Trace) {
    let (mut end, mut case, mut trace) = (from, Case::Small, Trace::START);
    while let Some(byte) = bytes.get(end) {
        // Nearly all letters.
        if IS_SMALL[usize::from(*byte)] || (*byte == b'.' && is_decimal(bytes, from, end)) {
            trace = trace.then(*byte);
            end += 1;
            continue;
        }
        if *byte == b' ' {
            break;
        }
        match kind_at(bytes, end) {
            (Kind::Letter(of_letter), length) => {
                for byte in &bytes[end..end + length] {
                    trace = trace.then(byte.to_ascii_lowercase());
                }
                end += length;
                case = case.max(of_letter);
            }
            (Kind::Mark, _) => break,
        }
    }
    (end, case, trace)
}

/// Whether the point at a byte stands within a number such as 2.1.3, in a word that starts at another.
fn is_decimal(bytes: &[u8], from: usize, at: usize) -> bool {
    at > from && bytes[at - 1].is_ascii_digit() && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
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

/// A letter alone is what an apostrophe leaves, or a mark in a list; a figure alone is a number.
#[inline]
fn is_word(word: &str) -> bool {
    // No character takes more than four bytes.
    word.len() > 4 || has_two_letters(word) || word.starts_with(char::is_numeric)
}

#[inline]
fn has_two_letters(word: &str) -> bool {
    word.len() > 1 && (word.is_char_boundary(1) || word.chars().nth(1).is_some())
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
    use super::{ENGLISH, FRENCH, Trace, each, folded, is_letter};

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
            each(&text, |word, trace| {
                assert_eq!(trace, Trace::of(word));
                words.push(word.to_owned());
            });
            assert_eq!(words, simply(&text));
        }
    }

    #[test]
    fn a_text_is_cut_into_words() {
        let check = |text: &str, expected: &str| {
            let mut words = Vec::new();
            each(text, |word, _| words.push(folded(word)));
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
            each(word, |word, _| words.push(folded(word)));
            assert_eq!(words, [*word]);
        }
        assert!(FRENCH.is_sorted() && ENGLISH.is_sorted());
    }
}
