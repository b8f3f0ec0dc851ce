//! Words put end to end as a browser does: white space is one space, and none at the ends of a line.

use super::super::piece::{Look, Run, Text};

/// A text that is being read.
#[derive(Default)]
pub(super) struct Words {
    runs: Vec<Run>,
    gap: Gap,
    /// Lines that end, and behind which no word stands yet.
    n_breaks: usize,
}

/// The white space behind the last word.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Gap {
    #[default]
    None,
    /// A space that no line ends at, which its author typed.
    Unbreakable,
    /// Several of those only push words further: they are a space like any other.
    Space,
}

impl Words {
    /// Adds words, white space as written.
    pub fn push(&mut self, text: &str, look: Look, link: Option<&str>) {
        for c in text.chars() {
            match (c, self.gap) {
                ('\u{a0}', Gap::None) => self.gap = Gap::Unbreakable,
                ('\u{a0}' | ' ' | '\t' | '\n' | '\r' | '\u{c}', _) => self.gap = Gap::Space,
                // Nothing is seen of these.
                ('\u{200b}' | '\u{feff}' | '\u{ad}', _) => {}
                (c, _) => {
                    self.space(look, link);
                    self.char(c, look, link);
                }
            }
        }
    }

    /// Adds words whose white space is seen.
    pub fn push_as_is(&mut self, text: &str, look: Look, link: Option<&str>) {
        for c in text.chars().filter(|c| *c != '\r') {
            if c == '\n' {
                self.gap = Gap::None;
                self.n_breaks += 1;
            } else if !self.is_at_start() || !c.is_whitespace() || self.n_breaks > 0 {
                self.space(look, link);
                self.char(c, look, link);
            }
        }
    }

    /// Calls a footnote.
    pub fn call(&mut self, label: &str) {
        self.space(Look::default(), None);
        self.runs.push(Run { note: Some(label.to_owned()), ..Run::default() });
    }

    /// Ends a line.
    pub fn end_line(&mut self) {
        self.gap = Gap::None;
        self.n_breaks += 1;
    }

    /// Whether an empty line stands behind the words.
    pub fn has_empty_line(&self) -> bool {
        self.n_breaks > 1 && !self.is_at_start()
    }

    /// Whether no word was added.
    pub fn is_at_start(&self) -> bool {
        self.runs.is_empty()
    }

    /// The text, after which another one starts.
    pub fn take(&mut self) -> Text {
        (self.gap, self.n_breaks) = (Gap::None, 0);
        Text { runs: std::mem::take(&mut self.runs) }
    }

    /// Writes the white space that a word is about to follow: of words of two looks, it has neither.
    fn space(&mut self, look: Look, link: Option<&str>) {
        let c = match (self.n_breaks, self.gap) {
            (0, Gap::None) => return,
            (0, Gap::Unbreakable) => '\u{a0}',
            (0, Gap::Space) => ' ',
            (_, _) => '\n',
        };
        (self.gap, self.n_breaks) = (Gap::None, 0);
        match self.runs.last() {
            None => {}
            Some(last) if last.note.is_none() && last.look == look && last.link.as_deref() == link => {
                self.char(c, look, link);
            }
            Some(_) => self.char(c, Look::default(), None),
        }
    }

    fn char(&mut self, c: char, look: Look, link: Option<&str>) {
        match self.runs.last_mut() {
            Some(run) if run.note.is_none() && run.look == look && run.link.as_deref() == link => {
                run.words.push(c);
            }
            Some(_) | None => {
                let link = link.map(str::to_owned);
                self.runs.push(Run { words: c.to_string(), look, link, note: None });
            }
        }
    }
}
