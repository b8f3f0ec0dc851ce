//! The signs that stand before the points of lists and before what is ticked, whatever the format of a paper.

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
