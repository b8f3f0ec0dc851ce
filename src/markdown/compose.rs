//! Lines made of other lines or of plain text, and what HTML can be asked.

use std::ops::Range;

use super::{Body, Heading, Hole, Html, Line, Piece, entities, escape};
use crate::html::{self, Side, Tag, Token};
use crate::source::Span;

impl Line {
    /// A line that says a plain text.
    pub fn of_text(text: &str, span: Span) -> Line {
        let html = Html { text: escape(text), holes: Vec::new() };
        Line { html, plain: text.to_owned(), bold: false, span }
    }

    /// Lines as one: a line break between them on the page, ` / ` in plain text. Empty lines leave.
    pub fn joined(lines: &[Line]) -> Line {
        let mut said = lines.iter().filter(|line| !line.plain.is_empty());
        let Some(first) = said.next() else { return lines.first().cloned().unwrap_or_default() };
        let mut joined = first.clone();
        for line in said {
            joined.html.text.push_str("<br>");
            joined.html.push(&line.html);
            joined.plain.push_str(" / ");
            joined.plain.push_str(&line.plain);
            joined.bold &= line.bold;
            joined.span.end = line.span.end;
        }
        joined
    }

    /// The line in the words that are not struck through, and those that are; none when none is.
    pub fn without_struck(&self) -> Option<(Line, String)> {
        // Nearly all lines are a text without any tag.
        if !self.html.text.contains('<') {
            return None;
        }
        let (mut said, mut struck, mut n_open) = (String::new(), String::new(), 0_usize);
        for token in html::tokens(&self.html.text) {
            match token {
                Token::Tag(Tag { name: "del" | "s", side: Side::Opening, .. }) => n_open += 1,
                Token::Tag(Tag { name: "del" | "s", side: Side::Closing, .. }) => {
                    n_open = n_open.saturating_sub(1);
                }
                // As in the plain text of joined lines.
                Token::Tag(Tag { name: "br", .. }) if n_open == 0 && !said.is_empty() => said.push_str(" / "),
                Token::Text(text) if n_open == 0 => said.push_str(&entities::decoded(text)),
                Token::Text(text) => struck.push_str(&entities::decoded(text)),
                Token::Tag(_) | Token::Hidden(_) => {}
            }
        }
        let said = said.trim_matches([' ', '/']);
        let line = Line { bold: self.bold && !said.is_empty(), ..Line::of_text(said, self.span) };
        (!struck.is_empty()).then_some((line, struck))
    }

    /// The line behind a mark, « 1. », which is its first word then.
    pub fn after(self, mark: &str) -> Line {
        let html = self.html.within(&format!("{} ", escape(mark)), "");
        Line { html, plain: format!("{mark} {}", self.plain), ..self }
    }

    /// The line without this text at its end, when it ends with it.
    pub fn without_end(self, end: &str) -> Line {
        let Some(plain) = self.plain.strip_suffix(end) else { return self };
        let plain = plain.trim_end().to_owned();
        let Some(html) = self.html.without_last(&escape(end), self.html.text.len()) else { return self };
        let span = Span::new(self.span.start, self.span.end.saturating_sub(end.len()));
        Line { html, plain, bold: self.bold, span }
    }

    /// The words before the links that end the line; none where words follow the last one.
    pub fn before_links(&self) -> Option<String> {
        let at = self.html.start_of_last_links()?;
        Some(Html { text: self.html.text[..at].to_owned(), holes: Vec::new() }.plain())
    }

    /// The line without words that stand right before the links that end it; as it is where they do not.
    pub fn without_before_links(self, words: &str) -> Line {
        let cut = self.html.start_of_last_links().and_then(|at| self.html.without_last(&escape(words), at));
        match (cut, self.plain.rsplit_once(words)) {
            (Some(html), Some((before, after))) => {
                let plain = format!("{} {}", before.trim_end(), after.trim_start());
                Line { html, plain, ..self }
            }
            (_, _) => self,
        }
    }
}

impl Body {
    /// Takes out a piece. Of a body that is shown as one, only a heading can be.
    pub fn take_out(&mut self, at: usize) {
        let piece = self.pieces.remove(at);
        if let (Some(whole), Piece::Heading(heading)) = (&self.whole, &piece) {
            self.whole = Some(whole.without_heading(heading));
        }
    }

    /// Whether it is shown as one, so that no piece can be taken out of it.
    pub fn is_indivisible(&self) -> bool {
        self.whole.is_some()
    }
}

fn holds_tags_alone(html: &str) -> bool {
    html.split('<').enumerate().all(|(position, part)| match part.split_once('>') {
        Some((_, after)) if position > 0 => after.trim().is_empty(),
        Some(_) | None => part.trim().is_empty(),
    })
}

impl Html {
    /// The same without the last of some escaped words before a byte, where only tags part them from it: those
    /// of the markup around them, and calls of footnotes.
    fn without_last(&self, written: &str, end: usize) -> Option<Html> {
        let text = &self.text;
        let at = text[..end].rfind(written).filter(|at| holds_tags_alone(&text[at + written.len()..end]))?;
        let to = at + written.len();
        // A link that touches the words stays apart from those before them.
        let before = if text[to..].starts_with("<a ") { &text[..at] } else { text[..at].trim_end() };
        let from = before.len();
        let text = format!("{before}{}", &text[to..]);
        let moved = |at: usize| if at >= to { at - to + from } else { at.min(from) };
        let holes = self.holes.iter().map(|hole| Hole { at: moved(hole.at), ..hole.clone() }).collect();
        Some(Html { text, holes })
    }

    /// Where the links that end a line start, with signs alone between them and after them.
    fn start_of_last_links(&self) -> Option<usize> {
        let (text, mut start) = (&self.text, None);
        let mut end = text.len();
        while let Some(close) = text[..end].rfind("</a>") {
            let between = Html { text: text[close + "</a>".len()..end].to_owned(), holes: Vec::new() };
            if between.plain().contains(char::is_alphanumeric) {
                break;
            }
            end = text[..close].rfind("<a ")?;
            start = Some(end);
        }
        start
    }

    /// Its markup with nothing in its holes, for those who look for words in it.
    pub fn unfilled(&self) -> &str {
        &self.text
    }

    /// What stands between two bytes of [`Html::unfilled`]; whoever asks sees to it that every
    /// element opened there is closed there.
    pub fn part(&self, range: Range<usize>) -> Html {
        let holes = self.holes.iter().filter(|hole| (range.start..=range.end).contains(&hole.at));
        let holes = holes.map(|hole| Hole { at: hole.at - range.start, ..hole.clone() }).collect();
        Html { text: self.text[range].to_owned(), holes }
    }

    /// All but these parts, which follow each other and hold whole elements.
    pub fn without(&self, parts: &[Range<usize>]) -> Html {
        let mut kept = Html::default();
        let mut from = 0;
        for part in parts {
            kept.push(&self.part(from..part.start));
            from = part.end;
        }
        kept.push(&self.part(from..self.text.len()));
        kept
    }

    /// All but a heading, known by its anchor: no other element of the document has it.
    fn without_heading(&self, heading: &Heading) -> Html {
        let name = ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(heading.level.clamp(1, 6)) - 1];
        let (mut at, mut start) = (0, None);
        for token in html::tokens(&self.text) {
            let (Token::Text(text) | Token::Hidden(text) | Token::Tag(Tag { text, .. })) = token;
            at += text.len();
            let Token::Tag(tag) = token else { continue };
            match (tag.side, start) {
                (Side::Opening, None) => {
                    let is_it = || tag.id().is_some_and(|id| entities::decoded(id) == heading.id);
                    start = (tag.name == name && is_it()).then(|| at - text.len());
                }
                (Side::Closing, Some(start)) if tag.name == name => {
                    return self.without(std::slice::from_ref(&(start..at)));
                }
                (Side::Opening | Side::Closing, _) => {}
            }
        }
        self.clone()
    }

    /// Whether it has an element of one of these names.
    pub fn holds_element(&self, names: &[&str]) -> bool {
        self.text.split('<').skip(1).any(|rest| {
            let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            names.contains(&name)
        })
    }

    /// The anchors of its elements, and those that old HTML names: `<a name="bilan">`.
    pub fn ids(&self) -> impl Iterator<Item = String> + '_ {
        // A quote within text or a value is an entity, so ` id="` only ever starts an attribute.
        self.text.split('<').skip(1).flat_map(|rest| {
            let tag = &rest[..rest.find('>').unwrap_or(rest.len())];
            let value = |attribute: &str| {
                let (_, value) = tag.split_once(attribute)?;
                value.split_once('"').map(|(id, _)| entities::decoded(id).into_owned())
            };
            let named = tag.starts_with("a ").then(|| value(" name=\"")).flatten();
            value(" id=\"").into_iter().chain(named)
        })
    }
}
