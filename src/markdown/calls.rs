//! Shortcodes of a body: which of the calls found in it stand in text, and how they are written out.
//!
//! The arguments of a call are no Markdown: a `*` or a `|` in a quote means itself. So the parser is
//! given the body with each call replaced by letters, in as many bytes: all places stay the same.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::draft::{Draft, Mark};
use super::read::{Reader, options};
use super::{Filling, Place, Shortcode, raw};
use crate::diagnostic::asked::AskedProblem;
use crate::shortcode::{self, Found, What};
use crate::source::Span;

/// The calls that stand in the text of a body, in order.
#[derive(Default)]
pub(super) struct Calls {
    found: Vec<Found>,
}

/// HTML elements whose text is shown as typed.
const AS_TYPED: [&str; 6] = ["code", "kbd", "pre", "samp", "script", "style"];

/// How often the body is read again to find which calls are text. Twice is enough for anything
/// but a puzzle: a call whose letters change what stands around another.
const ATTEMPTS: usize = 4;

/// The calls of a body, and the body as the parser must see it: none when nothing changes.
pub(super) fn of(source: &str, start: usize) -> (Calls, Option<String>) {
    let mut found = shortcode::find(source, start);
    if found.is_empty() {
        return (Calls::default(), None);
    }
    for _ in 0..ATTEMPTS {
        let masked = masked(source, &found);
        let texts = texts(&masked, start);
        let n_before = found.len();
        found.retain(|one| is_within(one.span.start, &texts));
        if found.len() == n_before {
            return (Calls { found }, Some(masked));
        }
    }
    (Calls::default(), None)
}

/// The source with letters in place of each call.
fn masked(source: &str, found: &[Found]) -> String {
    let mut masked = String::with_capacity(source.len());
    let mut from = 0;
    for one in found.iter().filter(|one| is_call(one)) {
        masked.push_str(&source[from..one.span.start]);
        masked.extend(std::iter::repeat_n('x', one.span.end - one.span.start));
        from = one.span.end;
    }
    masked.push_str(&source[from..]);
    masked
}

fn is_call(found: &Found) -> bool {
    match found.what {
        What::Call(_) | What::Refused => true,
        What::Text => false,
    }
}

/// Where text stands that is shown as text: no code, no attribute, no words of a picture.
fn texts(masked: &str, start: usize) -> Vec<Range<usize>> {
    let mut texts = Vec::new();
    // How many elements are open in which nothing is read: pictures, code blocks, code in HTML.
    let mut n_closed_worlds = 0_usize;
    for (event, range) in Parser::new_ext(&masked[start..], options()).into_offset_iter() {
        let place = range.start + start..range.end + start;
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. }) => n_closed_worlds += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Image) => n_closed_worlds -= 1,
            Event::Start(Tag::HtmlBlock) => html_texts(masked, place, &mut texts),
            Event::InlineHtml(tag) => match as_typed_tag(&tag) {
                Some(Edge::Opens) => n_closed_worlds += 1,
                Some(Edge::Closes) => n_closed_worlds = n_closed_worlds.saturating_sub(1),
                None => {}
            },
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell) => n_closed_worlds = 0,
            Event::Text(_) if n_closed_worlds == 0 => texts.push(place),
            Event::Start(_)
            | Event::End(_)
            | Event::Text(_)
            | Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Html(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }
    texts
}

enum Edge {
    Opens,
    Closes,
}

fn as_typed_tag(tag: &str) -> Option<Edge> {
    let name = |tag: &str| {
        let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
        tag[..end].to_ascii_lowercase()
    };
    match tag.strip_prefix("</") {
        Some(closing) => AS_TYPED.contains(&name(closing).as_str()).then_some(Edge::Closes),
        None => AS_TYPED.contains(&name(&tag[1..]).as_str()).then_some(Edge::Opens),
    }
}

/// The text of a block of HTML: between its tags, outside comments and code.
fn html_texts(masked: &str, block: Range<usize>, texts: &mut Vec<Range<usize>>) {
    let mut at = block.start;
    let mut as_typed: Option<String> = None;
    while at < block.end {
        let rest = &masked[at..block.end];
        let length = rest.find('<').unwrap_or(rest.len());
        if as_typed.is_none() && length > 0 {
            texts.push(at..at + length);
        }
        let tag = &rest[length..];
        let end = if tag.starts_with("<!--") {
            tag.find("-->").map(|end| end + 3)
        } else {
            tag.find('>').map(|end| end + 1)
        };
        let tag = &tag[..end.unwrap_or(tag.len())];
        if tag.len() > 1 {
            match (as_typed_tag(tag), &as_typed) {
                (Some(Edge::Opens), None) => as_typed = Some(tag[1..].to_ascii_lowercase()),
                (Some(Edge::Closes), Some(_)) => as_typed = None,
                (Some(Edge::Opens), Some(_)) | (Some(Edge::Closes), None) | (None, _) => {}
            }
        }
        at += (length + tag.len()).max(1);
    }
}

fn is_within(byte: usize, texts: &[Range<usize>]) -> bool {
    let after = texts.partition_point(|text| text.start <= byte);
    after > 0 && texts[after - 1].contains(&byte)
}

impl Calls {
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Those that start in a place.
    fn starting_in(&self, span: Span) -> Range<usize> {
        let first = self.found.partition_point(|one| one.span.start < span.start);
        let end = self.found.partition_point(|one| one.span.start < span.end);
        first..end.max(first)
    }
}

impl Reader<'_> {
    /// Notes what is wrong with the calls of the body.
    pub fn tell_calls(&mut self) {
        for found in &mut self.calls.found {
            for note in found.notes.drain(..) {
                self.notes.note(note.severity, note.problem, note.span);
            }
        }
    }

    /// A text of the parser, in which letters stand for the calls.
    pub fn text_and_calls(&mut self, text: &str, span: Span) {
        let calls = self.calls.starting_in(span);
        let mut from = span.start;
        for at in calls {
            let found = &self.calls.found[at];
            let place = found.span;
            if !is_call(found) || place.end > span.end || text.len() != span.end - span.start {
                continue;
            }
            if from < place.start {
                self.text(&text[from - span.start..place.start - span.start], Span::new(from, place.start));
            }
            self.call(at);
            from = place.end;
        }
        if from == span.start {
            self.text(text, span);
        } else if from < span.end {
            self.text(&text[from - span.start..], Span::new(from, span.end));
        }
    }

    /// Writes a call within a line.
    fn call(&mut self, at: usize) {
        let place = self.calls.found[at].span;
        let written = &self.source[place.start..place.end];
        let what = self.calls.found[at].what.clone();
        let What::Call(call) = what else { return self.text(written, place) };
        let in_link = self.flow.inlines.iter().any(|inline| inline.name == "a");
        if in_link && call.name.makes_link() {
            self.notes.error(AskedProblem::LinkInLink { shortcode: call.name.name() }, call.name_span);
            return self.text(written, place);
        }
        self.flush();
        self.before_inline(place);
        if self.flow.muted.is_some() {
            return;
        }
        self.plain(call.words());
        if let Some(line) = &mut self.flow.line {
            line.is_filled = true;
        }
        let shortcode = Shortcode { call, written: written.to_owned(), place: Place::Sentence };
        self.flow.out.hole(Filling::Shortcode(Box::new(shortcode)), place);
        self.covers(place);
    }

    /// Writes a block of HTML, and the calls in its text.
    pub fn html_and_calls(&mut self, html: &raw::RawBlock, span: Span) {
        let mut from = 0;
        for at in self.calls.starting_in(span) {
            let found = &self.calls.found[at];
            let (place, what) = (found.span, found.what.clone());
            let written = &self.source[place.start..place.end];
            let Some(start) = html.offset(place.start).filter(|start| *start >= from) else { continue };
            let shortcode = match what {
                What::Call(call) => Shortcode { call, written: written.to_owned(), place: Place::Sentence },
                What::Refused => {
                    self.raw_html(html, from..start, span);
                    self.flow.out.escaped(written);
                    from = (start + written.len()).min(html.text.len());
                    continue;
                }
                What::Text => continue,
            };
            self.raw_html(html, from..start, span);
            let end = (start + written.len()).min(html.text.len());
            let holds_blocks =
                self.flow.open_html.last().is_none_or(|element| HOLDS_BLOCKS.contains(&element.as_str()));
            let is_alone = html.text[from..start].trim_end().ends_with('>')
                && html.text[end..].trim_start().starts_with('<');
            let place_in = if holds_blocks && is_alone { Place::Alone } else { Place::Sentence };
            let shortcode = Shortcode { place: place_in, ..shortcode };
            self.flow.out.hole(Filling::Shortcode(Box::new(shortcode)), place);
            from = end;
        }
        self.raw_html(html, from..html.text.len(), span);
    }
}

/// HTML elements in which a block may stand.
const HOLDS_BLOCKS: [&str; 14] = [
    "article",
    "aside",
    "blockquote",
    "dd",
    "details",
    "div",
    "figcaption",
    "figure",
    "footer",
    "header",
    "li",
    "section",
    "td",
    "th",
];

impl Draft {
    /// Tells the calls written since the mark that they are alone, if nothing else was written.
    pub fn settle_calls(&mut self, mark: Mark) -> Alone {
        let holes = &mut self.holes[mark.holes..];
        let is_call = |filling: &Filling| matches!(filling, Filling::Shortcode(_));
        if holes.is_empty() || !holes.iter().all(|hole| is_call(&hole.what)) {
            return Alone::No;
        }
        if !self.text[mark.text..].trim().is_empty() {
            return Alone::No;
        }
        for hole in holes {
            if let Filling::Shortcode(shortcode) = &mut hole.what {
                shortcode.place = Place::Alone;
            }
        }
        Alone::Yes
    }

    /// Takes away markup of ours that stands right before the mark.
    pub fn remove_before(&mut self, mark: Mark, markup: &str) {
        let from = mark.text - markup.len();
        self.text.drain(from..mark.text);
        for hole in &mut self.holes[mark.holes..] {
            hole.at -= markup.len();
        }
    }
}

/// Whether calls are all there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alone {
    Yes,
    No,
}
