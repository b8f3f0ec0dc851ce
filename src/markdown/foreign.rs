//! HTML in another language than the document that shows it.

use super::{Hole, Html, Line, escape};

impl Html {
    /// Words within a sentence, in an element that says their language.
    ///
    /// Its holes have no place any more: what is wrong in them is told where they were written.
    pub fn foreign_words(&self, tag: &str) -> Html {
        self.without_places().within(&format!("<span lang=\"{}\">", escape(tag)), "</span>")
    }

    /// Whole blocks, in an element that says their language; the same of their holes.
    pub fn foreign_blocks(&self, tag: &str) -> Html {
        self.without_places().within(&format!("<div lang=\"{}\">", escape(tag)), "</div>\n")
    }

    /// Whether nothing of it would be seen.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.holes.is_empty()
    }

    /// The heading that it opens with, and what follows; none when it opens with something else.
    pub fn split_heading(&self) -> Option<(Html, Html)> {
        let level = self.text.strip_prefix("<h")?.chars().next().filter(char::is_ascii_digit)?;
        let close = format!("</h{level}>");
        let end = self.text.find(&close)? + close.len();
        let end = end + usize::from(self.text[end..].starts_with('\n'));
        Some((self.part(0..end), self.after(end)))
    }

    /// What follows a byte of its text; a hole that stands right there belongs to what comes before.
    fn after(&self, start: usize) -> Html {
        let holes = self.holes.iter().filter(|hole| hole.at > start);
        let holes = holes.map(|hole| Hole { at: hole.at - start, ..hole.clone() }).collect();
        Html { text: self.text[start..].to_owned(), holes }
    }

    fn without_places(&self) -> Html {
        let holes = self.holes.iter().map(|hole| Hole { span: None, ..hole.clone() }).collect();
        Html { text: self.text.clone(), holes }
    }

    pub(super) fn within(&self, open: &str, close: &str) -> Html {
        let holes = self.holes.iter().map(|hole| Hole { at: hole.at + open.len(), ..hole.clone() });
        Html { text: format!("{open}{}{close}", self.text), holes: holes.collect() }
    }
}

impl Line {
    /// The line in an element that says its language; its plain text stays as it is.
    pub fn foreign(&self, tag: &str) -> Line {
        Line { html: self.html.foreign_words(tag), ..self.clone() }
    }

    /// The line in bold.
    pub fn strong(&self) -> Line {
        Line { html: self.html.within("<strong>", "</strong>"), bold: true, ..self.clone() }
    }
}
