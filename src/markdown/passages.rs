//! The words around a link: what is said there, and the nearest anchor to come back to.

use super::{Filling, Html, entities};
use crate::html::{self, Token};
use crate::lang;

/// A link and the words that surround it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'h> {
    /// The destination as the author wrote it.
    pub written: &'h str,
    /// The sentence that holds the link, in plain text; the whole item or cell when it is one sentence.
    pub words: String,
    /// The anchor of the last element before the link that has one: the heading above it.
    pub anchor: Option<String>,
}

/// Elements that end a sentence where they start and where they end.
const BLOCKS: &[&str] = &[
    "p",
    "li",
    "td",
    "th",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "div",
    "section",
    "blockquote",
    "ul",
    "ol",
    "dl",
    "table",
    "tr",
    "caption",
    "figure",
    "figcaption",
    "details",
    "summary",
    "br",
    "hr",
    "pre",
];

/// A block being read: its words, and the links met in it with the byte of the words they stand at.
#[derive(Default)]
struct Block<'h> {
    words: String,
    links: Vec<(usize, &'h str, Option<String>)>,
}

impl Html {
    /// The destinations of its links, as the authors wrote them.
    pub fn links(&self) -> impl Iterator<Item = &str> {
        self.holes.iter().filter_map(|hole| match &hole.what {
            Filling::Link(written) => Some(written.as_str()),
            Filling::Image(_)
            | Filling::FootnoteCall(_)
            | Filling::Word(_)
            | Filling::Title
            | Filling::Shortcode(_) => None,
        })
    }

    /// Every link with the words around it, in order.
    pub fn passages(&self) -> Vec<Passage<'_>> {
        let mut passages = Vec::new();
        if self.links().next().is_none() {
            return passages;
        }
        let mut holes = self.holes.iter().peekable();
        let mut block = Block::default();
        let mut anchor: Option<String> = None;
        let mut at = 0;
        for token in html::tokens(&self.text) {
            let tag = match token {
                Token::Text(text) => {
                    block.words.push_str(&entities::decoded(text));
                    at += text.len();
                    continue;
                }
                Token::Hidden(hidden) => {
                    at += hidden.len();
                    continue;
                }
                Token::Tag(tag) => tag,
            };
            if BLOCKS.contains(&tag.name) {
                block.close(&mut passages);
            }
            // The theme's own anchors start with `_`: no author's link leads there.
            anchor = tag
                .id()
                .map(|id| entities::decoded(id).into_owned())
                .filter(|id| !id.starts_with('_'))
                .or(anchor);
            at += tag.text.len();
            while let Some(hole) = holes.next_if(|hole| hole.at < at) {
                if let Filling::Link(written) = &hole.what {
                    block.links.push((block.words.len(), written, anchor.clone()));
                }
            }
        }
        block.close(&mut passages);
        passages
    }
}

impl<'h> Block<'h> {
    fn close(&mut self, passages: &mut Vec<Passage<'h>>) {
        if !self.links.is_empty() {
            let ends = sentence_ends(&self.words);
            for (at, written, anchor) in self.links.drain(..) {
                let sentence = sentence(&self.words, &ends, at);
                let words = lang::on_one_line(sentence);
                passages.push(Passage { written, words, anchor });
            }
        }
        self.words.clear();
    }
}

/// Where the sentences of a text end, the last one left out.
fn sentence_ends(text: &str) -> Vec<usize> {
    text.char_indices().filter_map(|(at, c)| after_stop(text, at, c)).collect()
}

/// The sentence of a text that holds a byte.
fn sentence<'t>(text: &'t str, ends: &[usize], at: usize) -> &'t str {
    let next = ends.partition_point(|end| *end <= at);
    let start = next.checked_sub(1).map_or(0, |before| ends[before]);
    &text[start..ends.get(next).copied().unwrap_or(text.len())]
}

/// Where a sentence ends, when this character ends one: a space and a capital follow, and what comes
/// before is longer than an abbreviation (« M. Untel », « p. 4 »).
fn after_stop(text: &str, at: usize, c: char) -> Option<usize> {
    if !matches!(c, '.' | '!' | '?' | '…') {
        return None;
    }
    let end = at + c.len_utf8();
    let mut after = text[end..].chars();
    let is_apart = after.next().is_some_and(char::is_whitespace);
    let next = after.find(|c| !c.is_whitespace())?;
    let starts = next.is_uppercase() || matches!(next, '«' | '“' | '—' | '–') || next.is_numeric();
    let last_word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_word = c != '.' || last_word.chars().count() > 2;
    (is_apart && starts && is_word).then_some(end)
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Problems;
    use crate::lang::Lang;
    use crate::source::Source;

    /// The words and the anchor of each link of a document.
    fn check(text: &str, expected: &[&str]) {
        let source = Source::new("content/a.md", text);
        let html = super::super::read(&source, 0, Lang::Fr, &mut Problems::in_file("content/a.md")).html();
        let said: Vec<String> = html
            .passages()
            .iter()
            .map(|it| format!("{} #{} {}", it.written, it.anchor.as_deref().unwrap_or(""), it.words))
            .collect();
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn a_link_is_told_with_its_sentence() {
        check("Il pleut. La [navette](a.md) roule! Elle est pleine.", &["a.md # La navette roule!"]);
        check("D’après M. Untel, la [navette](a.md) roule", &["a.md # D’après M. Untel, la navette roule"]);
        check(
            "Le [pain](a.md)\net le *beurre* & l’[eau](b.md)",
            &["a.md # Le pain et le beurre & l’eau", "b.md # Le pain et le beurre & l’eau"],
        );
    }

    #[test]
    fn a_link_is_told_with_the_heading_above_it() {
        check(
            "## Le pain\n\nUn [four](a.md).\n\n## L’eau\n\nUn [puits](b.md).",
            &["a.md #le-pain Un four.", "b.md #l-eau Un puits."],
        );
    }

    #[test]
    fn an_item_a_cell_and_a_heading_are_sentences_of_their_own() {
        check("- un [four](a.md)\n- un puits\n", &["a.md # un four"]);
        check("| A | B |\n|---|---|\n| un [four](a.md) | cent |\n", &["a.md # un four"]);
        check("## [Four](a.md) à pain\n\nTexte.", &["a.md #four-a-pain Four à pain"]);
    }

    #[test]
    fn a_text_without_link_has_no_passage() {
        check("Une ![image](a.png) et une note[^1].\n\n[^1]: Note.", &[]);
    }
}
