//! A text cut into the words that are looked up. The script of the page cuts what is typed alike.

use super::lexicon::{Short, Word};
use crate::lang;
use crate::source::{eight, first_of, listed};

/// Each word of a text in lower case, accents kept; numbers keep their points: `2.1.3`.
///
/// An apostrophe, a hyphen or any mark ends a word, and a letter alone is none: « l’eau » is « eau ».
pub fn each(text: &str, mut found: impl FnMut(Word<'_>)) {
    let bytes = text.as_bytes();
    let mut lowered = String::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if *byte == b' ' {
            at += 1;
            continue;
        }
        let (to, plain) = plain_word(bytes, at);
        let mut word = Word::Short(plain);
        let (mut is_word, mut end) = (to - at > n_bytes(*byte), to);
        match mark_length(bytes, to) {
            0 => {
                lowered.clear();
                let other = other_word(text, at, to, &mut lowered);
                end = other.0;
                is_word = other.1.map(|other| word = other).is_some();
            }
            length => end += length,
        }
        at = end;
        if is_word {
            found(word);
        }
    }
}

/// The length of the mark that stands at a byte, when it is one of those that stand in most texts.
#[inline]
fn mark_length(bytes: &[u8], at: usize) -> usize {
    match bytes[at.min(bytes.len())..] {
        [] => 1,
        [byte, ..] if IS_MARK[usize::from(byte)] => 1,
        // Apostrophes, dashes, quotation marks.
        [0xe2, 0x80, _, ..] => 3,
        _ => 0,
    }
}

/// How many bytes the letter takes that starts with this one.
#[inline]
fn n_bytes(first: u8) -> usize {
    if first == 0xc3 { 2 } else { 1 }
}

/// Where a word ends that starts at a byte of a text, as far as it is plain, and what it holds up to there:
/// letters of ASCII, and the small letters of French with accents. It takes sixteen bytes at most.
#[inline]
fn plain_word(bytes: &[u8], at: usize) -> (usize, Short) {
    let (head, n_of_head) = letters_of(eight(bytes, at));
    if n_of_head < 8 {
        return (at + n_of_head, Short { head: first_of(head, n_of_head), next: 0 });
    }
    let (next, n_of_next) = letters_of(eight(bytes, at + 8));
    (at + 8 + n_of_next, Short { head, next: first_of(next, n_of_next) })
}

/// Eight bytes with their letters of ASCII made small, and how many of them are plain letters up to
/// something else.
#[inline]
fn letters_of(eight: u64) -> (u64, usize) {
    // No sum goes beyond its byte: the high bits are left out, and then asked for.
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let low = (eight | 0x2020_2020_2020_2020) & !HIGH;
    let (is_from_a, is_after_z) = (low + 0x1f1f_1f1f_1f1f_1f1f, low + 0x0505_0505_0505_0505);
    let mut others = (!is_from_a | is_after_z | eight) & HIGH;
    let small = eight | ((others ^ HIGH) >> 2);
    loop {
        let n = others.trailing_zeros() as usize / 8;
        // From ß to ÿ, with ÷ among them.
        let is_accented =
            n < 7 && matches!((eight >> (8 * n)).to_le_bytes(), [0xc3, 0x9f..=0xb6 | 0xb8.., ..]);
        if !is_accented {
            return (small, n);
        }
        others &= !(0x8080 << (8 * n));
    }
}

/// The word that starts at a byte of a text and whose letters of ASCII go up to another, if a word starts
/// there, and where it ends, or the mark that stands there.
#[inline(never)]
fn other_word<'w>(
    text: &'w str,
    start: usize,
    to: usize,
    lowered: &'w mut String,
) -> (usize, Option<Word<'w>>) {
    let bytes = text.as_bytes();
    let (end, case) = letters(bytes, start, to);
    if end == start {
        let (_, length) = kind_at(bytes, start);
        return (start + length, None);
    }
    let word = &text[start..end];
    if !is_word(word) {
        return (end, None);
    }
    let word = match case {
        Case::Small => Word::of(word),
        Case::Capital | Case::Other => {
            lower(word, case, lowered);
            Word::of(lowered)
        }
    };
    (end, Some(word))
}

/// Writes a word in small letters.
fn lower(word: &str, case: Case, lowered: &mut String) {
    if case == Case::Other && word.chars().any(char::is_uppercase) {
        lowered.push_str(&word.to_lowercase());
        return;
    }
    lowered.push_str(word);
    lowered.make_ascii_lowercase();
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

/// What the character at a byte of a text is, and its length. The letters and the marks of French are known
/// by their bytes.
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

/// Where the word ends that starts at a byte and whose letters of ASCII go up to another, and how it is
/// written.
fn letters(bytes: &[u8], from: usize, to: usize) -> (usize, Case) {
    let has_capital = bytes[from..to].iter().any(u8::is_ascii_uppercase);
    let mut case = if has_capital { Case::Capital } else { Case::Small };
    let mut end = to;
    while let Some(byte) = bytes.get(end) {
        // Nearly all letters.
        if IS_SMALL[usize::from(*byte)] || (*byte == b'.' && is_decimal(bytes, from, end)) {
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

/// Whether the point at a byte stands within a number such as 2.1.3, in a word that starts at another.
fn is_decimal(bytes: &[u8], from: usize, at: usize) -> bool {
    at > from && bytes[at - 1].is_ascii_digit() && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

/// The bytes that no word holds: the marks of ASCII.
const IS_MARK: [bool; 256] = {
    let mut is_mark = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        is_mark[byte as usize] = !byte.is_ascii_alphanumeric();
        byte += 1;
    }
    is_mark
};

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
            text in "([a-cC÷éÉ]{0,20}[a-cA-CÀÉéßÿŸ×÷œŒ0-9.'’–… \n\u{a0}\u{300}\u{ad}αΑςΣŁłИ中😀²½ªº«&-]{0,24}){0,2}",
        ) {
            let mut words = Vec::new();
            each(&text, |word| words.push(word.text()));
            assert_eq!(words, simply(&text));
        }
    }

    #[test]
    fn a_text_is_cut_into_words() {
        let check = |text: &str, expected: &str| {
            let mut words = Vec::new();
            each(text, |word| words.push(folded(&word.text())));
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
            each(word, |word| words.push(folded(&word.text())));
            assert_eq!(words, [*word]);
        }
        assert!(FRENCH.is_sorted() && ENGLISH.is_sorted());
    }
}
