//! Text made plain, to be compared.

use unicode_normalization::UnicodeNormalization;

use super::french;

/// A text on its way to be folded.
struct Folded {
    text: String,
    /// Whether white space was met since the last letter.
    is_after_space: bool,
}

/// See [`super::fold`]. Every title and every cell goes through here, some of them several times.
pub(super) fn folded(text: &str) -> String {
    let mut folded = Folded { text: String::with_capacity(text.len()), is_after_space: false };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        let start = at;
        at += 1;
        if is_space(*first) {
            folded.is_after_space = true;
        } else if first.is_ascii() {
            while bytes.get(at).is_some_and(|byte| byte.is_ascii() && !is_space(*byte)) {
                at += 1;
            }
            folded.add_plain(&text[start..at]);
        } else {
            while bytes.get(at).is_some_and(|byte| !byte.is_ascii()) {
                at += 1;
            }
            folded.add_other(&text[start..at]);
        }
    }
    folded.text
}

/// White space of ASCII, as [`char::is_whitespace`] has it.
fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

impl Folded {
    /// What separates what follows from what was added.
    fn separate(&mut self) {
        if self.is_after_space && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.is_after_space = false;
    }

    /// Adds letters and marks of ASCII.
    fn add_plain(&mut self, run: &str) {
        self.separate();
        let start = self.text.len();
        self.text.push_str(run);
        self.text[start..].make_ascii_lowercase();
    }

    /// Adds what stands between ASCII. Decomposing is the costly part: it leaves ASCII alone and reorders
    /// nothing across it, so nothing else is decomposed, and the letters of French are known.
    fn add_other(&mut self, run: &str) {
        match run.chars().all(|c| french::plain(c).is_some()) {
            true => run.chars().filter_map(french::plain).for_each(|c| self.add(c)),
            false => run.nfkd().for_each(|c| self.add(c)),
        }
    }

    fn add(&mut self, c: char) {
        match c {
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}' => return,
            c if c.is_whitespace() => {
                self.is_after_space = true;
                return;
            }
            _ => self.separate(),
        }
        match c {
            c if c.is_ascii() => self.text.push(c.to_ascii_lowercase()),
            '’' | 'ʼ' | '‘' => self.text.push('\''),
            '–' | '—' | '‑' | '‐' | '−' => self.text.push('-'),
            'œ' | 'Œ' => self.text.push_str("oe"),
            'æ' | 'Æ' => self.text.push_str("ae"),
            c => self.text.extend(c.to_lowercase()),
        }
    }
}
