//! HTML taken apart: its blocks, its lines, its words, a term and what is said of it.

use std::ops::Range;

use super::{Hole, Html, Item, Line, entities};
use crate::html::{self, Token};

/// Elements that stand within a line; any other ends the block it closes.
const INLINES: &[&str] = &[
    "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "input", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// Elements without an end.
const VOIDS: &[&str] = &["br", "col", "hr", "img", "input", "source", "wbr"];

/// More words than the name of something has.
const LONGEST_TERM: usize = 6;

/// A tag of safe HTML: its place, the name of its element, and what it does.
struct Tag<'t> {
    range: Range<usize>,
    name: &'t str,
    side: Side,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Void,
}

/// The tags of safe HTML, with their places.
fn tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    html::tokens(text).filter_map(move |token| {
        let start = at;
        let tag = match token {
            Token::Text(text) | Token::Hidden(text) => {
                at += text.len();
                return None;
            }
            Token::Tag(tag) => tag,
        };
        at += tag.text.len();
        let side = match tag.side {
            html::Side::Closing => Side::Close,
            html::Side::Opening if VOIDS.contains(&tag.name) => Side::Void,
            html::Side::Opening => Side::Open,
        };
        Some(Tag { range: start..at, name: tag.name, side })
    })
}

impl Html {
    /// Its blocks, in order: paragraphs, quotes, tables… Nothing is lost but the space between them.
    ///
    /// What stands between two blocks, such as a shortcode alone, is a block as well.
    pub fn blocks(&self) -> Vec<Html> {
        let mut ends = Vec::new();
        let mut n_open = 0_usize;
        for tag in tags(&self.text) {
            let is_block = !INLINES.contains(&tag.name);
            if n_open == 0 && is_block && tag.side != Side::Close {
                ends.push(tag.range.start);
            }
            match tag.side {
                Side::Open => n_open += 1,
                Side::Close => n_open = n_open.saturating_sub(1),
                Side::Void => {}
            }
            if n_open == 0 && is_block && tag.side != Side::Open {
                ends.push(tag.range.end);
            }
        }
        ends.push(self.text.len());
        let mut blocks = self.cut(&ends);
        blocks.retain(|block| !block.is_empty());
        blocks
    }

    /// Its parts up to each of these bytes, the space around them left out; a hole that stands
    /// where two parts meet is in the first.
    fn cut(&self, ends: &[usize]) -> Vec<Html> {
        let mut holes = self.holes.iter().peekable();
        let mut start = 0;
        let mut parts = Vec::new();
        for end in ends {
            let mut part = Html { text: self.text[start..*end].to_owned(), holes: Vec::new() };
            while let Some(hole) = holes.next_if(|hole| hole.at <= *end) {
                part.holes.push(Hole { at: hole.at - start, ..hole.clone() });
            }
            parts.push(part.trimmed());
            start = *end;
        }
        parts
    }

    /// The element it is, when it is one block: `p`, `blockquote`.
    pub fn element(&self) -> &str {
        tags(&self.text).next().filter(|tag| tag.range.start == 0).map_or("", |tag| tag.name)
    }

    /// What stands inside the element it is.
    pub fn inside(&self) -> Html {
        let start = self.text.find('>').map_or(0, |at| at + 1);
        let end = self.text.rfind("</").unwrap_or(self.text.len());
        self.slice(start..end.max(start))
    }

    /// The lines of a paragraph, where the author broke them; one line, when markup runs over an end.
    pub fn lines(&self) -> Vec<Html> {
        let inside = self.inside();
        let mut cuts: Vec<Range<usize>> = inside.text.match_indices('\n').map(|(at, _)| at..at + 1).collect();
        cuts.extend(tags(&inside.text).filter(|tag| tag.name == "br").map(|tag| tag.range));
        cuts.sort_by_key(|cut| cut.start);
        let mut lines = Vec::new();
        let mut start = 0;
        for cut in cuts {
            lines.push(inside.slice(start..cut.start));
            start = cut.end;
        }
        lines.push(inside.slice(start..inside.text.len()));
        if !lines.iter().all(Html::is_balanced) {
            return vec![inside];
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// Its words, markup removed and entities decoded, on one line.
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        let mut from = 0;
        for tag in tags(&self.text) {
            plain.push_str(&self.text[from..tag.range.start]);
            if !INLINES.contains(&tag.name) || tag.name == "br" {
                plain.push(' ');
            }
            from = tag.range.end;
        }
        plain.push_str(&self.text[from..]);
        let words: Vec<&str> = plain.split([' ', '\n']).filter(|word| !word.is_empty()).collect();
        entities::decoded(&words.join(" ")).trim().to_owned()
    }

    /// Items as a list of their own, with what is nested in them.
    pub fn of_items(items: &[Item]) -> Html {
        let mut html = Html { text: "<ul>\n".to_owned(), holes: Vec::new() };
        for item in items {
            html.text.push_str("<li>");
            html.push(&item.line.html);
            html.push(&Html::under(item));
            html.text.push_str("</li>\n");
        }
        html.text.push_str("</ul>\n");
        html
    }

    /// What stands under the first line of an item.
    pub fn under(item: &Item) -> Html {
        let mut html = item.rest.as_ref().map(|rest| rest.html.clone()).unwrap_or_default();
        if !item.items.is_empty() {
            html.push(&Html::of_items(&item.items));
        }
        html
    }

    /// A part of it, without the space around.
    fn slice(&self, range: Range<usize>) -> Html {
        self.part(range).trimmed()
    }

    fn trimmed(self) -> Html {
        let end = self.text.trim_ascii_end().len();
        let start = end - self.text[..end].trim_ascii_start().len();
        let holes = self.holes.into_iter();
        let holes = holes.map(|hole| Hole { at: hole.at.clamp(start, end) - start, ..hole }).collect();
        Html { text: self.text[start..end].to_owned(), holes }
    }

    fn is_balanced(&self) -> bool {
        let mut open = Vec::new();
        tags(&self.text).all(|tag| match tag.side {
            Side::Open => {
                open.push(tag.name);
                true
            }
            Side::Close => open.pop() == Some(tag.name),
            Side::Void => true,
        }) && open.is_empty()
    }
}

impl Line {
    /// What stands between its ends of line, each known by the place of the whole.
    pub fn lines(&self) -> Vec<Line> {
        if !self.html.text.contains('\n') {
            return vec![self.clone()];
        }
        let lines = self.html.within("<p>", "</p>").lines().into_iter();
        lines.map(|html| Line { plain: html.plain(), html, bold: self.bold, span: self.span }).collect()
    }

    /// A term and what is said of it: « **Entraide** : nous nous épaulons ».
    ///
    /// The term is what the line has in bold at its start, else a few words before a colon or a dash.
    pub fn term(&self) -> Option<(Line, Line)> {
        let text = &self.html.text;
        let (term, rest) = match text.strip_prefix("<strong>").and_then(|rest| rest.find("</strong>")) {
            Some(length) => {
                let end = "<strong>".len() + length;
                ("<strong>".len()..end, end + "</strong>".len())
            }
            None => {
                let (at, length) = separator(text)?;
                (0..at, at + length)
            }
        };
        let (term, said) = (self.html.slice(term), self.html.slice(rest..text.len()));
        let (term, said) = (term.without_joint(), said.without_first_joint());
        let is_whole = term.is_balanced() && said.is_balanced();
        (is_whole && !term.is_empty() && !said.is_empty()).then(|| (self.part(term), self.part(said)))
    }

    fn part(&self, html: Html) -> Line {
        Line { plain: html.plain(), html, bold: false, span: self.span }
    }
}

impl Html {
    fn without_joint(mut self) -> Html {
        self.text.truncate(self.text.trim_end_matches(is_joint).len());
        self.trimmed()
    }

    /// The call of a footnote before the joint stands at the start of what is left.
    fn without_first_joint(mut self) -> Html {
        let length = self.text.len() - self.text.trim_start_matches(is_joint).len();
        self.text.drain(..length);
        self.holes.iter_mut().for_each(|hole| hole.at = hole.at.saturating_sub(length));
        self
    }
}

fn is_joint(c: char) -> bool {
    c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—')
}

/// The first sign between a few words and what is said of them, outside any markup.
fn separator(text: &str) -> Option<(usize, usize)> {
    let signs = [" : ", "\u{a0}: ", ": ", " – ", " — "];
    let first = signs.iter().filter_map(|sign| Some((text.find(sign)?, sign.len()))).min()?;
    let term = &text[..first.0];
    let is_short = term.split_whitespace().count() <= LONGEST_TERM;
    (is_short && !term.contains(['<', '.', ';', '?', '!'])).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Problems;
    use crate::lang::Lang;
    use crate::markdown::{Piece, read};
    use crate::source::Source;

    fn first_piece(text: &str) -> Piece {
        let mut problems = Problems::in_file("a.md");
        read(&Source::new("a.md", text), 0, Lang::Fr, &mut problems).pieces.swap_remove(0)
    }

    #[test]
    fn a_text_is_taken_apart_by_block() {
        let check = |text: &str, expected: &[&str]| {
            let blocks = first_piece(text).html().blocks();
            let said: Vec<String> =
                blocks.iter().map(|block| format!("{} {}", block.element(), block.plain())).collect();
            assert_eq!(said, expected, "{text}");
        };
        check("Un\ndeux\n\n*Trois* & <br>quatre", &["p Un deux", "p Trois & quatre"]);
        check("> Un\n>\n> deux\n\nTrois", &["blockquote Un deux", "p Trois"]);
        check("Un\n\n***\n\n[deux](a.md)", &["p Un", "hr ", "p deux"]);
    }

    #[test]
    fn no_call_is_lost_when_a_text_is_taken_apart() {
        let shown = |html: &Html| html.fill(&mut |_| "[1]".to_owned());
        let check = |text: &str, parts: fn(&Html) -> Vec<Html>, expected: &[&str]| {
            let parts: Vec<String> = parts(&first_piece(text).html()).iter().map(shown).collect();
            assert_eq!(parts, expected, "{text}");
        };
        let note = "\n\n[^n]: Note.";
        check(&format!("Un[^n]\ndeux[^n]{note}"), Html::lines, &["Un[1]", "deux[1]"]);
        check(&format!("Un[^n]  \ndeux{note}"), Html::lines, &["Un[1]", "deux"]);
        check(
            "Un\n\n{{ timeline(plan=\"p\") }}\n\nDeux\n\n{{ timeline(plan=\"p\") }}",
            Html::blocks,
            &["<p>Un</p>", "[1]", "<p>Deux</p>", "[1]"],
        );
        let term = |text: &str| {
            let Piece::List(list) = first_piece(text) else { panic!("a list was written") };
            let (term, said) = list.items[0].line.term().expect("a term was written");
            [shown(&term.html), shown(&said.html)]
        };
        assert_eq!(term(&format!("- **Soin** : on soigne[^n]{note}")), ["Soin", "on soigne[1]"]);
        assert_eq!(term(&format!("- **Soin[^n]** : on soigne{note}")), ["Soin[1]", "on soigne"]);
        assert_eq!(term(&format!("- **Soin**[^n] : on soigne{note}")), ["Soin", "[1]on soigne"]);
    }

    #[test]
    fn a_paragraph_is_taken_apart_by_line() {
        let check = |text: &str, expected: &[&str]| {
            let lines = first_piece(text).html().lines();
            let said: Vec<String> = lines.iter().map(Html::plain).collect();
            assert_eq!(said, expected, "{text}");
        };
        check(
            "Source :\nÉlise, adjointe  \ncourriel@example.org",
            &["Source :", "Élise, adjointe", "courriel@example.org"],
        );
        check("*Un\ndeux*\ntrois", &["Un deux trois"]);
    }

    #[test]
    fn a_term_is_told_from_what_is_said_of_it() {
        let check = |item: &str, expected: Option<(&str, &str)>| {
            let Piece::List(list) = first_piece(&format!("- {item}")) else { panic!("a list was written") };
            let said = list.items[0].line.term().map(|(term, said)| (term.plain, said.plain));
            let said = said.as_ref().map(|(term, said)| (term.as_str(), said.as_str()));
            assert_eq!(said, expected, "{item}");
        };
        check("**Entraide** : on s’épaule", Some(("Entraide", "on s’épaule")));
        check("**Entraide :** on s’épaule", Some(("Entraide", "on s’épaule")));
        check("**Entraide** – on *s’épaule*", Some(("Entraide", "on s’épaule")));
        check("**Entraide.** On s’épaule", Some(("Entraide.", "On s’épaule")));
        check("Entraide : on s’épaule", Some(("Entraide", "on s’épaule")));
        check("L’écoute – d’abord", Some(("L’écoute", "d’abord")));
        check("Entraide", None);
        check("**Entraide**", None);
        check("Nous répondons le jour même, et nous disons : voilà", None);
    }
}
