//! The signs that stand before the points of lists and before what is ticked, and on each page, whatever the format of a paper.

/// Signs that may stand before a word as well: white space follows them when they are bullets.
pub const DASHES: &[char] = &['-', '–', '—', '*', '·'];

/// Signs that are nothing but bullets; the last ones are what the fonts of drawings leave in a text.
pub const BULLETS: &[char] = &[
    '•', '▪', '▫', '◦', '●', '○', '■', '‣', '⁃', '►', '▸', '▶', '➢', '➤', '❖', '◆', '\u{f0b7}', '\u{f0a7}',
    '\u{f0d8}', '\u{f0fc}', '\u{f0e0}', '\u{f076}',
];

/// Whether a box is ticked; none for a sign that is no box.
pub fn is_ticked(sign: char) -> Option<bool> {
    match sign {
        '☐' => Some(false),
        '☑' | '☒' | '🗹' | '🗷' => Some(true),
        _ => None,
    }
}

/// Whether words of the header or footer of a page say more than which page it is.
pub fn says_more_than_pages(words: &str) -> bool {
    // Word's own footer spaces its letters: « P a g e  | 3 ».
    const OF_PAGES: &[&str] = &["page", "pages", "p", "a", "g", "e", "sur", "de", "of", "no", "n"];
    let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| {
        let is_number = word.len() <= 3 && word.chars().all(|c| c.is_ascii_digit());
        !is_number && !OF_PAGES.contains(&word.to_lowercase().as_str())
    })
}
