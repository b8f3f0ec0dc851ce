//! What names a table: the paragraph right above it that says « Tableau 2 : … », else the nearest
//! heading above, else the title of the document.

use super::draft::Mark;
use super::read::Reader;
use super::{Html, Line, Piece, Prose, Table, clean};
use crate::lang;
use crate::source::Span;

/// A paragraph that names the table right below it, if one comes.
pub(super) struct Announcement {
    /// Where its words start, after `<p>`.
    words: Mark,
    /// The byte of the draft where it ends.
    end: usize,
    span: Span,
}

/// The words a caption starts with, folded.
const WORDS: [&str; 2] = ["tableau", "table"];

/// A number of a caption (« 2 », « 2.1 », « IV », « A-3 ») is no longer, in characters.
const LONGEST_NUMBER: usize = 8;

impl Reader<'_> {
    /// Remembers a paragraph that reads as a caption. `words` is where its words start, after `<p>`.
    pub fn announce(&mut self, words: Mark, span: Span) {
        if !self.at_top() || !may_be_caption(&self.source[span.start..span.end]) {
            return;
        }
        let paragraph = clean::finish(self.flow.out.copy_since(words));
        if is_caption(&paragraph.plain()) {
            self.flow.announcement = Some(Announcement { words, end: self.flow.out.text.len(), span });
        }
    }

    /// Takes the caption out of the text, when nothing stands between it and the table that starts here.
    pub fn take_caption(&mut self) -> Option<Line> {
        let Announcement { words, end, span } = self.flow.announcement.take()?;
        if !self.at_top() || self.flow.out.text.len() != end {
            return None;
        }
        let mut draft = self.flow.out.split_off(words);
        self.flow.out.text.truncate(words.text - "<p>".len());
        draft.text.truncate(draft.text.trim_end().len() - "</p>".len());
        self.flow.prose = self.flow.prose.filter(|prose| prose.start < span.start);
        if let Some(prose) = &mut self.flow.prose {
            prose.end = span.start;
        }
        let html = clean::finish(draft);
        Some(Line { plain: html.plain(), html, bold: false, span })
    }
}

/// Whether a paragraph, as written, is worth reading: it starts with the letters that both words start with.
fn may_be_caption(written: &str) -> bool {
    let written = written.trim_start_matches(['*', '_', ' ']);
    written.get(..WORDS[1].len()).is_some_and(|start| start.eq_ignore_ascii_case(WORDS[1]))
}

/// Whether a paragraph starts as captions do, number or not, and goes on behind its colon.
fn is_caption(paragraph: &str) -> bool {
    let Some((start, words)) = paragraph.split_once(':') else { return false };
    let mut start = start.split_whitespace();
    let is_named = start.next().is_some_and(|word| WORDS.contains(&lang::fold(word).as_str()));
    let is_number = |word: &str| {
        word.chars().count() <= LONGEST_NUMBER
            && (word.contains(|c: char| c.is_ascii_digit()) || word.chars().all(char::is_uppercase))
    };
    is_named && start.next().is_none_or(is_number) && start.next().is_none() && !words.trim().is_empty()
}

impl Table {
    /// Takes the caption away as the paragraph that it was, for those who show the table in their own way.
    pub fn take_caption(&mut self) -> Option<Prose> {
        let Line { html: words, span, .. } = self.caption.take()?;
        let mut html = Html { text: "<p>".to_owned(), holes: Vec::new() };
        html.push(&words);
        html.text.push_str("</p>\n");
        Some(Prose { html, span })
    }
}

/// Pieces in which the captions of some tables are paragraphs again: those of tables that are read
/// rather than shown.
pub fn set_apart(pieces: Vec<Piece>, is_read: impl Fn(&Table) -> bool) -> Vec<Piece> {
    let mut apart = Vec::with_capacity(pieces.len());
    for mut piece in pieces {
        if let Piece::Table(table) = &mut piece
            && table.caption.is_some()
            && is_read(table)
        {
            apart.extend(table.take_caption().map(Piece::Prose));
        }
        apart.push(piece);
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::is_caption;

    #[test]
    fn a_caption_says_table_a_number_or_none_and_some_words() {
        for caption in [
            "Tableau : les dépenses",
            "Tableau\u{a0}2\u{a0}: les dépenses",
            "TABLEAU 2.1: les dépenses",
            "Tableau IV : les dépenses",
            "Table: spending",
            "Table A-3: spending",
        ] {
            assert!(is_caption(caption), "{caption}");
        }
        for other in [
            "Tableau",
            "Tableau 2",
            "Tableau 2 :",
            "Le tableau : les dépenses",
            "Tableau des dépenses : voici",
            "Table de quartier : qui y siège",
            "Les dépenses :",
            "",
        ] {
            assert!(!is_caption(other), "{other}");
        }
    }
}
