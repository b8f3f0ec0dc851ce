//! Blocks: where they start and end, and what is kept of them.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, HeadingLevel, Tag, TagEnd};

use super::calls::Alone;
use super::draft::Mark;
use super::ids::trimmed;
use super::inlines::By;
use super::line::OpenLine;
use super::links::Target;
use super::list::Stage;
use super::marks::HeadingMarks;
use super::raw::{self, Gate, RawBlock};
use super::read::{Block, Flow, Reader, Structure};
use super::{Filling, Heading, Piece, clean, show};
use crate::source::Span;

impl Reader<'_> {
    pub fn start(&mut self, tag: Tag, span: Span) {
        match tag {
            Tag::Emphasis => self.open_inline("em", span),
            Tag::Strong => self.open_inline("strong", span),
            Tag::Strikethrough => self.open_inline("del", span),
            Tag::Superscript => self.open_inline("sup", span),
            Tag::Subscript => self.open_inline("sub", span),
            Tag::Link { link_type: kind, dest_url: address, title, id: _ } => {
                self.open_link(&Target { kind, address, title }, span);
            }
            Tag::Image { link_type: kind, dest_url: address, title, id: _ } => {
                self.open_image(&Target { kind, address, title }, span);
            }
            Tag::Paragraph => self.start_paragraph(span),
            Tag::Heading { level: _, id, classes, attrs } => {
                let marks = self.heading_marks(id, &classes, &attrs, span);
                self.start_heading(marks, span);
            }
            Tag::BlockQuote(kind) => self.start_quote(kind, span),
            Tag::CodeBlock(kind) => self.start_code(&kind, span),
            Tag::HtmlBlock => self.start_html(span),
            Tag::List(start) => self.start_list(start, span),
            Tag::Item => self.start_item(span),
            Tag::FootnoteDefinition(label) => self.start_footnote(&label, span),
            Tag::DefinitionList => self.start_definitions(span),
            Tag::DefinitionListTitle => self.start_term(span),
            Tag::DefinitionListDefinition => self.start_definition(span),
            Tag::Table(alignments) => self.start_table(alignments, span),
            Tag::TableHead | Tag::TableRow | Tag::MetadataBlock(_) => {}
            Tag::TableCell => self.start_cell(span),
        }
    }

    pub fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Emphasis => self.close_inline("em", span),
            TagEnd::Strong => self.close_inline("strong", span),
            TagEnd::Strikethrough => self.close_inline("del", span),
            TagEnd::Superscript => self.close_inline("sup", span),
            TagEnd::Subscript => self.close_inline("sub", span),
            TagEnd::Link => self.close_inline("a", span),
            TagEnd::Image => {
                self.leave_image(span);
            }
            TagEnd::TableHead | TagEnd::MetadataBlock(_) => {
                if let Some(table) = &mut self.flow.table {
                    let row = std::mem::take(&mut table.row);
                    table.rows.push(row);
                }
            }
            TagEnd::TableRow => self.end_row(span),
            TagEnd::TableCell => self.end_cell(span),
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table => self.end_block(tag, span),
        }
    }

    fn end_block(&mut self, tag: TagEnd, span: Span) {
        if let Some(Block::Heading(_, marks)) = self.flow.blocks.last_mut()
            && let Some((words, place)) = marks.words.take()
        {
            self.text(&words, place);
            self.flush();
        }
        let Some(block) = self.flow.blocks.pop() else { return };
        match block {
            Block::Paragraph(mark) => {
                self.tell_slips(span);
                self.end_paragraph(mark, span);
            }
            Block::Heading(mark, marks) => self.end_heading(&tag, mark, marks, span),
            Block::Quote => {
                self.flow.out.set_apart_attribution();
                self.flow.out.markup("</blockquote>\n");
            }
            Block::Alert => self.flow.out.markup("</div>\n"),
            Block::Code => self.flow.out.markup("</code></pre>\n"),
            Block::Html => self.end_html(span),
            Block::List => self.end_list(span),
            Block::Item(structure, _) => self.end_item(structure),
            Block::Table => self.end_table(span),
            Block::Footnote(label, place) => self.end_footnote(label, place),
            Block::Definitions(structure) => self.end_definitions(structure, span),
            Block::Term(structure) => self.end_term(structure),
            Block::Definition(structure) => self.end_definition(structure),
        }
    }

    /// Starts a block that is a piece at the top of a body, part of its surroundings elsewhere.
    pub fn piece_or_block(&mut self, span: Span) -> Structure {
        if self.at_top() {
            self.finish_prose();
            return Structure::Kept;
        }
        self.before_block(span, Structure::Shown);
        Structure::Shown
    }

    /// Tells the surroundings that a block starts: prose grows by it, the line of an item ends.
    pub fn before_block(&mut self, span: Span, structure: Structure) {
        if self.at_top() {
            let so_far = self.flow.prose.get_or_insert(span);
            so_far.end = so_far.end.max(span.end);
            return;
        }
        if self.holds_line() {
            self.end_item_line();
            let Flow { items, out, .. } = &mut self.flow;
            if let Some(item) = items.last_mut() {
                item.stage = Stage::After;
                match structure {
                    Structure::Kept => item.close_rest(out),
                    Structure::Shown => item.open_rest(out.mark(), span),
                }
            }
        }
    }

    /// Closes the HTML left open in a line: it ends with its block, so that a forgotten `</b>`
    /// does not embolden the rest of the document.
    pub fn end_inlines(&mut self) {
        while let Some(inline) = self.flow.inlines.pop() {
            if inline.by == By::Html {
                raw::close(&mut self.flow.out, &inline.name);
            }
        }
        self.flow.muted = None;
        self.flow.image = None;
    }

    fn start_paragraph(&mut self, span: Span) {
        let is_first =
            self.holds_line() && self.flow.items.last().is_some_and(|item| item.stage == Stage::Before);
        if !is_first {
            self.before_block(span, Structure::Shown);
        }
        self.flow.out.fresh_line();
        self.flow.out.markup("<p>");
        let mark = self.flow.out.mark();
        if is_first {
            self.start_item_line(span);
        }
        self.flow.blocks.push(Block::Paragraph(mark));
    }

    /// A paragraph of shortcodes alone is none: they make blocks of their own.
    fn end_paragraph(&mut self, mark: Mark, span: Span) {
        self.end_inlines();
        self.end_item_line();
        match self.flow.out.settle_calls(mark) {
            Alone::Yes => self.flow.out.remove_before(mark, "<p>"),
            Alone::No => {
                self.flow.out.markup("</p>\n");
                return self.announce(mark, span);
            }
        }
        self.flow.out.markup("\n");
    }

    fn start_heading(&mut self, marks: HeadingMarks, span: Span) {
        self.piece_or_block(span);
        let mark = self.flow.out.mark();
        self.flow.line = Some(OpenLine::new(mark, span.at_start()));
        self.flow.blocks.push(Block::Heading(mark, marks));
    }

    fn end_heading(&mut self, tag: &TagEnd, mark: Mark, marks: HeadingMarks, span: Span) {
        self.end_inlines();
        let Some(open) = self.flow.line.take() else { return };
        let html = self.flow.out.split_off(mark);
        let raw = html.raw.clone();
        let line = open.close(html, self.source);
        let level = if let TagEnd::Heading(level) = tag { *level } else { HeadingLevel::H6 };
        let HeadingMarks { id: written, classes, attributes, words: _ } = marks;
        let heading = Heading {
            level: level as u8,
            id: self.ids.of_heading(written.as_deref(), &line.plain, span),
            id_is_written: written.is_some(),
            line,
            classes,
            attributes,
            span: trimmed(self.source, span),
        };
        self.last_heading = Some(heading.line.plain.clone()).filter(|words| !words.is_empty());
        if self.at_top() {
            self.pieces.push(Piece::Heading(heading));
        } else {
            self.flow.out.fresh_line();
            if !raw.is_empty() {
                self.flow.out.raw_follows();
            }
            show::heading(&mut self.flow.out, &heading);
        }
    }

    fn start_quote(&mut self, kind: Option<BlockQuoteKind>, span: Span) {
        self.before_block(span, Structure::Shown);
        self.flow.out.fresh_line();
        let Some(kind) = kind else {
            self.flow.out.markup("<blockquote>\n");
            return self.flow.blocks.push(Block::Quote);
        };
        let (class, word) = match kind {
            BlockQuoteKind::Note => ("note", "alert.note"),
            BlockQuoteKind::Tip => ("tip", "alert.tip"),
            BlockQuoteKind::Important => ("important", "alert.important"),
            BlockQuoteKind::Warning => ("warning", "alert.warning"),
            BlockQuoteKind::Caution => ("caution", "alert.caution"),
        };
        let out = &mut self.flow.out;
        out.markup(&format!(
            "<div class=\"alert alert--{class}\" role=\"note\">\n<p class=\"alert__title\">"
        ));
        let mark_end =
            self.source[span.start..span.end].find(']').map_or(span.end, |end| span.start + end + 1);
        out.hole(Filling::Word(word), Span::new(span.start, mark_end));
        out.markup("</p>\n");
        self.flow.blocks.push(Block::Alert);
    }

    fn start_code(&mut self, kind: &CodeBlockKind, span: Span) {
        self.before_block(span, Structure::Shown);
        let out = &mut self.flow.out;
        out.fresh_line();
        out.markup("<pre tabindex=\"0\"><code");
        if let CodeBlockKind::Fenced(info) = kind
            && let Some(language) = first_word(info)
        {
            show::attribute(out, "class", &format!("language-{language}"));
        }
        out.markup(">");
        self.flow.blocks.push(Block::Code);
    }

    fn start_html(&mut self, span: Span) {
        self.before_block(span, Structure::Shown);
        self.flow.html = RawBlock::default();
        self.flow.blocks.push(Block::Html);
    }

    fn end_html(&mut self, span: Span) {
        let html = std::mem::take(&mut self.flow.html);
        self.flow.out.fresh_line();
        self.html_and_calls(&html, span);
    }

    /// Writes a part of a block of HTML.
    pub fn raw_html(&mut self, html: &RawBlock, part: Range<usize>, span: Span) {
        let source = self.source;
        let place = |start: usize, end: usize| {
            let Span { start, end } = html.span(part.start + start, part.start + end, span.end);
            Span::new(source.floor_char_boundary(start), source.floor_char_boundary(end))
        };
        let mut gate = Gate { notes: &mut self.notes, ids: &mut self.ids };
        let Flow { out, open_html, .. } = &mut self.flow;
        raw::block(out, &html.text[part.clone()], &mut gate, &place, open_html);
    }

    fn start_footnote(&mut self, label: &str, span: Span) {
        let label = self.footnotes.label(label);
        let around = std::mem::take(&mut self.flow);
        self.suspended.push(around);
        self.flow.blocks.push(Block::Footnote(label, trimmed(self.source, span)));
    }

    fn end_footnote(&mut self, label: String, place: Span) {
        let around = self.suspended.pop().unwrap_or_default();
        let footnote = std::mem::replace(&mut self.flow, around);
        let html = clean::finish(footnote.out);
        self.footnotes.write(label, html, place, self.source, &mut self.notes);
    }
}

/// What comes first in the words after a fence: « js » of « js,linenos ».
fn first_word(info: &str) -> Option<&str> {
    info.split(|c: char| c.is_whitespace() || c == ',').find(|word| !word.is_empty())
}
