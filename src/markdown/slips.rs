//! What an author meant as a table or a link, and Markdown reads as plain text.

use super::read::Reader;
use crate::diagnostic::markdown::MarkdownProblem;
use crate::source::Span;

impl Reader<'_> {
    /// Tells what of a paragraph was meant as something else.
    pub fn tell_slips(&mut self, paragraph: Span) {
        if may_be_slip(&self.source[paragraph.start..paragraph.end]) {
            self.tell_loose_rows(paragraph);
            self.tell_pasted_bullets(paragraph);
            self.tell_glued_headings(paragraph);
        }
    }

    /// Tells a paragraph with lines that start with a bar: a blank line cuts a table pasted from a
    /// word processor in two, and without its line of dashes there is no table at all.
    fn tell_loose_rows(&mut self, paragraph: Span) {
        let text = &self.source[paragraph.start..paragraph.end];
        let mut start = paragraph.start;
        for line in text.split_inclusive('\n') {
            let row = line.trim();
            if row.starts_with('|') && row.len() > 1 && row[1..].contains('|') {
                let at = start + (line.len() - line.trim_start().len());
                self.notes.warning(MarkdownProblem::LooseRow, Span::new(at, at + row.len()));
                return;
            }
            start += line.len();
        }
    }

    /// Tells a paragraph with lines that start with the round bullet of a word processor.
    fn tell_pasted_bullets(&mut self, paragraph: Span) {
        let text = &self.source[paragraph.start..paragraph.end];
        let mut start = paragraph.start;
        for line in text.split_inclusive('\n') {
            let item = line.trim_start();
            let mark = item.chars().next().filter(|c| matches!(c, '•' | '‣' | '▪' | '●' | '\u{f0b7}'));
            if let Some(mark) = mark {
                let at = start + (line.len() - item.len());
                let span = Span::new(at, at + item.trim_end().len());
                self.notes.warning(MarkdownProblem::PastedBullet { mark }, span);
                return;
            }
            start += line.len();
        }
    }

    /// Tells the lines of a paragraph that start with the marks of a heading, but for the space
    /// after them. A single one is the sign of a keyword, « #logement ».
    fn tell_glued_headings(&mut self, paragraph: Span) {
        let text = &self.source[paragraph.start..paragraph.end];
        let mut start = paragraph.start;
        for line in text.split_inclusive('\n') {
            let heading = line.trim();
            let words = heading.trim_start_matches('#');
            let n_marks = heading.len() - words.len();
            if (2..=6).contains(&n_marks) && words.starts_with(char::is_alphanumeric) {
                let (marks, words) = (heading[..n_marks].to_owned(), words.to_owned());
                let at = start + (line.len() - line.trim_start().len());
                let span = Span::new(at, at + heading.len());
                self.notes.warning(MarkdownProblem::GluedHeading { marks, words }, span);
            }
            start += line.len();
        }
    }

    /// Tells `](an address with spaces)` in a text just read: it is shown as typed.
    pub fn tell_broken_links(&mut self) {
        let text = &self.run.text;
        if !text.contains(']') {
            return;
        }
        let mut from = 0;
        while let Some(found) = text[from..].find("](") {
            let start = from + found + 2;
            let Some(length) = text[start..].find(')') else { return };
            let address = &text[start..start + length];
            from = start + length;
            let is_file = address.rsplit_once('.').is_some_and(|(_, end)| (2..=5).contains(&end.len()));
            let leads_to_file = is_file || address.trim_start().starts_with("@/");
            if address.trim().contains(' ') && leads_to_file && !address.contains('\n') {
                let written = address.to_owned();
                let place = self.run.place(&(start..start + length));
                self.notes.warning(MarkdownProblem::SpaceInAddress { written }, place);
            }
        }
    }
}

/// Whether a line of a paragraph may start with a bar, a bullet or `#`, which its first byte says: no
/// letter of French starts as bullets and spaces beyond ASCII do.
fn may_be_slip(paragraph: &str) -> bool {
    let bytes = paragraph.as_bytes();
    let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', bytes).map(|end| end + 1));
    starts
        .map(|start| bytes[start..].trim_ascii_start())
        .any(|line| matches!(line.first(), Some(b'|' | b'#' | 0x0b | 0xc2 | 0xe1..)))
}
