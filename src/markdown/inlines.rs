//! What stands within a line of text: words, emphasis, links, pictures, breaks, HTML.

use std::ops::Range;

use pulldown_cmark::Event;

use super::draft::Draft;
use super::line::Weight;
use super::raw::{self, Gate};
use super::read::{Block, Edge, Reader};
use super::scan::{self, Token};
use super::signs::Signs;
use super::text::{Look, Part, Run};
use super::{Filling, autolink, cells};
use crate::source::Span;

/// An open inline element, kept so that it can be closed and reopened where a cell is cut in lines.
pub(super) struct Inline {
    pub name: String,
    pub open: Draft,
    pub by: By,
}

/// Who opened an inline element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Markdown,
    Html,
}

impl Reader<'_> {
    pub fn text(&mut self, text: &str, span: Span) {
        if matches!(self.flow.blocks.last(), Some(Block::Code)) {
            return self.flow.out.escaped(text);
        }
        if self.run.is_empty() {
            self.before_inline(span);
        }
        self.run.push(text, span.start..span.end);
    }

    /// Writes the text read so far, before anything else is written.
    pub fn flush(&mut self) {
        if !self.run.is_empty() {
            self.flush_run();
        }
    }

    fn flush_run(&mut self) {
        let signs = Signs::of(&self.run.text);
        if signs.may_be_link() {
            self.tell_broken_links();
        }
        let run = std::mem::take(&mut self.run);
        if self.flow.muted.is_none() {
            self.run_of(&run, signs);
            self.covers(run.span());
        }
        // The buffers are used again: most runs are one short text.
        self.run = run;
        self.run.clear();
    }

    fn run_of(&mut self, run: &Run, signs: Signs) {
        if signs.may_be_link() {
            for label in run.unknown_footnotes(self.source) {
                self.footnotes
                    .call_unknown(&run.text[label.clone()], run.place(&(label.start - 2..label.end + 1)));
            }
        }
        let may_hold_address =
            self.may_hold_address && signs.may_be_address() && autolink::may_hold_one(&run.text);
        let may_be_parts = signs.has_caret() || may_hold_address;
        if !may_be_parts {
            return self.text_of(run, 0..run.text.len(), signs);
        }
        let is_linked =
            self.flow.image.is_some() || self.flow.inlines.iter().any(|inline| inline.name == "a");
        let look = if is_linked { Look::NoAddresses } else { Look::Addresses };
        for part in run.parts(self.source, look) {
            match part {
                Part::Text(range) => self.text_of(run, range, signs),
                Part::Superscript(range) => self.wrapped("sup", &run.text[range]),
                Part::Link { range, address } => {
                    self.bare_link(&run.text[range.clone()], address, run.place(&range))
                }
            }
        }
    }

    /// Writes a part of a run that is only words.
    fn text_of(&mut self, run: &Run, range: Range<usize>, signs: Signs) {
        let words = &run.text[range.clone()];
        if signs.has_figures() || self.says_etc {
            for doubt in self.typography.doubts(words) {
                let place = range.start + doubt.range.start..range.start + doubt.range.end;
                self.doubts.push((run.place(&place), doubt));
            }
        }
        if signs.may_be_escaped() {
            return self.words(words);
        }
        self.plain(words);
        if self.flow.image.is_none() {
            self.flow.out.markup(words);
        }
    }

    fn words(&mut self, words: &str) {
        self.plain(words);
        if self.flow.image.is_none() {
            self.flow.out.escaped(words);
        }
    }

    /// Adds to the words of the line, and to those of the picture being read.
    pub fn plain(&mut self, words: &str) {
        if let Some(line) = &mut self.flow.line {
            let mut inlines = self.flow.inlines.iter();
            let is_bold = inlines.any(|inline| matches!(inline.name.as_str(), "strong" | "b"));
            line.words(words, if is_bold { Weight::Bold } else { Weight::Normal });
        }
        if let Some(image) = &mut self.flow.image {
            image.alt.push_str(words);
        }
    }

    fn wrapped(&mut self, element: &str, words: &str) {
        if self.flow.image.is_some() {
            return self.plain(words);
        }
        self.flow.out.open(element);
        self.plain(words);
        self.flow.out.escaped(words);
        self.flow.out.close(element);
    }

    fn bare_link(&mut self, words: &str, address: String, place: Span) {
        self.flow.out.markup("<a href=\"");
        self.flow.out.hole(Filling::Link(address), place);
        self.flow.out.markup("\">");
        self.words(words);
        self.flow.out.markup("</a>");
    }

    pub fn covers(&mut self, span: Span) {
        if let Some(line) = &mut self.flow.line {
            line.covers(span);
        }
    }

    pub fn inline(&mut self, event: Event, span: Span) {
        if let Event::TaskListMarker(done) = event {
            return self.task(done, span);
        }
        self.before_inline(span);
        match event {
            Event::InlineHtml(html) => return self.inline_html(&html, span),
            Event::HardBreak => return self.line_break(span),
            _ if self.flow.muted.is_some() => return,
            Event::SoftBreak => {
                if let Some(Block::Item(..)) = self.flow.blocks.last() {
                    self.tell_bullet_under_item(span.end);
                }
                self.plain(" ");
                if self.flow.image.is_none() {
                    self.flow.out.markup("\n");
                }
            }
            Event::Code(code) => self.wrapped("code", &code),
            Event::InlineMath(words) | Event::DisplayMath(words) => self.words(&words),
            Event::FootnoteReference(label) if self.flow.image.is_none() => {
                let label = self.footnotes.label(&label);
                if self.suspended.is_empty() {
                    self.footnotes.call(label.clone());
                }
                self.flow.out.hole(Filling::FootnoteCall(label), span);
                if let Some(line) = &mut self.flow.line {
                    line.is_filled = true;
                }
            }
            Event::FootnoteReference(_)
            | Event::Start(_)
            | Event::End(_)
            | Event::Text(_)
            | Event::Html(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
        self.covers(span);
    }

    /// A break asked for: a new line in a cell, `<br>` elsewhere.
    fn line_break(&mut self, span: Span) {
        if self.flow.muted.is_some() {
            return;
        }
        if self.flow.image.is_some() {
            return self.plain(" ");
        }
        if self.flow.table.is_some() {
            return self.break_cell(Edge::Line, span);
        }
        self.plain(" ");
        self.flow.out.markup("<br>\n");
        self.covers(span);
    }

    /// Ends the line being read.
    pub fn take_line(&mut self, taken: Taken) -> Option<super::Line> {
        let line = self.flow.line.take()?;
        self.flow.out.settle_calls(line.mark);
        let html = match taken {
            Taken::Moved => self.flow.out.split_off(line.mark),
            Taken::Copied => self.flow.out.copy_since(line.mark),
        };
        Some(line.close(html, self.source))
    }

    pub fn open_inline(&mut self, name: &str, span: Span) {
        self.before_inline(span);
        if self.in_image() {
            return;
        }
        let mark = self.flow.out.mark();
        self.flow.out.open(name);
        self.opened(name, mark, By::Markdown);
        self.covers(Span::new(span.start, span.start));
    }

    pub fn close_inline(&mut self, name: &str, span: Span) {
        if self.leave_image(span) {
            return;
        }
        if let Some(at) =
            self.flow.inlines.iter().rposition(|inline| inline.by == By::Markdown && inline.name == name)
        {
            self.flow.inlines.remove(at);
        }
        self.flow.out.close(name);
        self.covers(Span::new(span.end, span.end));
    }

    pub fn opened(&mut self, name: &str, mark: super::draft::Mark, by: By) {
        let open = if self.flow.table.is_some() { self.flow.out.copy_since(mark) } else { Draft::default() };
        self.flow.inlines.push(Inline { name: name.to_owned(), open, by });
    }

    fn inline_html(&mut self, html: &str, span: Span) {
        for token in scan::tokens(html) {
            if let Some(muted) = &self.flow.muted {
                if matches!(&token, Token::Close { name } if name == muted) {
                    self.flow.muted = None;
                }
                continue;
            }
            match token {
                Token::Open { name, .. } if name == "br" => self.line_break(span),
                Token::Open { name, .. } | Token::Close { name }
                    if self.flow.table.is_some() && cells::is_edge(&name) =>
                {
                    self.break_cell(Edge::Block, span);
                }
                Token::Open { name, attributes, .. } => self.open_html(&name, &attributes, span),
                Token::Close { name } => self.close_html(&name, span),
                Token::Text(_) | Token::Other => {}
            }
        }
    }

    fn open_html(&mut self, name: &str, attributes: &[scan::Attribute], span: Span) {
        let mut gate = Gate { notes: &mut self.notes, ids: &mut self.ids };
        if !scan::is_kept(name) {
            gate.removed(name, span);
            if scan::WITH_CONTENT.contains(&name) && self.is_closed_later(name, span) {
                self.flow.muted = Some(name.to_owned());
            }
            return;
        }
        if self.flow.inlines.len() >= raw::DEEPEST {
            return gate.too_deep(span);
        }
        if self.flow.image.is_some() {
            return;
        }
        let mark = self.flow.out.mark();
        let source = self.source;
        let place = |start: usize, end: usize| {
            let at =
                |byte: usize| crate::source::floor_char_boundary(source, (span.start + byte).min(span.end));
            Span::new(at(start), at(end))
        };
        gate.open(&mut self.flow.out, name, attributes, &place);
        if !scan::is_void(name) {
            self.opened(name, mark, By::Html);
        }
        self.covers(span);
    }

    /// Whether an element is closed in the same paragraph: « la balise <style> » is a sentence
    /// about a tag, and its end is no style sheet.
    fn is_closed_later(&self, name: &str, span: Span) -> bool {
        let rest = &self.source[span.end..];
        let rest = &rest[..rest.floor_char_boundary(LONGEST_STYLE.min(rest.len()))];
        let rest = &rest[..rest.find("\n\n").unwrap_or(rest.len())];
        rest.match_indices("</").any(|(at, _)| {
            rest.as_bytes()[at + 2..]
                .get(..name.len())
                .is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
        })
    }

    fn close_html(&mut self, name: &str, span: Span) {
        if !scan::is_kept(name) || self.flow.image.is_some() {
            return;
        }
        let open = self.flow.inlines.iter().rposition(|inline| inline.by == By::Html && inline.name == name);
        if let Some(at) = open {
            self.flow.inlines.remove(at);
        }
        raw::close(&mut self.flow.out, name);
        self.covers(span);
    }

    /// Starts the line of an item whose words stand directly in it.
    pub fn before_inline(&mut self, span: Span) {
        if self.holds_line() {
            self.start_item_line(span);
        }
    }
}

/// Whether the line's HTML is moved out of the draft or also stays in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    Moved,
    Copied,
}

/// How far the end of a `<style>` or `<script>` within a sentence is looked for, in bytes.
const LONGEST_STYLE: usize = 4000;
