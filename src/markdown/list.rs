//! Lists while they are read.

use super::draft::{Draft, Mark};
use super::ids::trimmed;
use super::inlines::Taken;
use super::line::OpenLine;
use super::read::{Block, Flow, Reader, Structure};
use super::{Filling, Item, Line, List, Piece, Prose, clean};
use crate::diagnostic::markdown::MarkdownProblem;
use crate::source::Span;

/// A list being read.
pub(super) struct OpenList {
    start: Option<u64>,
    structure: Structure,
    items: Vec<Item>,
    /// The column of the first item's mark, to tell items that were meant to be nested.
    column: Option<usize>,
}

/// An item (or a definition) being read whose structure is kept.
pub(super) struct OpenItem {
    pub span: Span,
    pub task: Option<bool>,
    pub stage: Stage,
    pub line: Line,
    pub items: Vec<Item>,
    pub rest: Draft,
    pub rest_span: Option<Span>,
    pub rest_mark: Option<Mark>,
}

/// How far an item is read: before, within or after its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Before,
    Within,
    After,
}

impl OpenItem {
    pub fn new(span: Span) -> OpenItem {
        OpenItem {
            span,
            task: None,
            stage: Stage::Before,
            line: Line { span: Span::new(span.start, span.start), ..Line::default() },
            items: Vec::new(),
            rest: Draft::default(),
            rest_span: None,
            rest_mark: None,
        }
    }

    /// Takes the items of a list under it. « - 1. Se loger » is one item with a number, whose words are its own.
    fn hold(&mut self, mut items: Vec<Item>, is_numbered: bool, source: &str) {
        let is_empty = self.line.plain.is_empty() && self.rest_span.is_none() && self.items.is_empty();
        let is_only = items.len() == 1 && is_empty && self.task.is_none();
        let is_beside = |only: &Item| !source[self.span.start..only.span.start].contains('\n');
        let Some(only) = items.pop_if(|only| is_only && is_beside(only) && !only.line.plain.is_empty())
        else {
            self.items.extend(items);
            return;
        };
        let Item { line, task, items, rest, span } = only;
        let mark = source[span.start..].split_whitespace().next().filter(|_| is_numbered);
        self.line = match mark {
            Some(mark) => line.after(mark),
            None => line,
        };
        (self.task, self.items) = (task, items);
        if let Some(Prose { html, span }) = rest {
            self.rest = Draft::of(html);
            self.rest_span = Some(span);
        }
    }

    /// What is written from here on belongs to the rest of the item.
    pub fn open_rest(&mut self, mark: Mark, span: Span) {
        self.rest_mark.get_or_insert(mark);
        self.rest_span = Some(match self.rest_span {
            Some(so_far) => Span::new(so_far.start, so_far.end.max(span.end)),
            None => span,
        });
    }

    pub fn close_rest(&mut self, out: &Draft) {
        if let Some(mark) = self.rest_mark.take() {
            self.rest.append(out.copy_since(mark));
        }
    }
}

/// How deep the items of a list are kept as items; deeper lists are only shown.
pub(super) const DEEPEST: usize = 32;

impl Reader<'_> {
    pub fn start_list(&mut self, start: Option<u64>, span: Span) {
        let is_nested = matches!(self.flow.blocks.last(), Some(Block::Item(Structure::Kept, _)));
        let is_too_deep = self.flow.lists.len() >= DEEPEST;
        if is_nested && is_too_deep {
            self.notes
                .warning_once(MarkdownProblem::ListTooDeep { deepest: DEEPEST }, trimmed(self.source, span));
        }
        let structure = if is_nested && !is_too_deep {
            self.before_block(span, Structure::Kept);
            Structure::Kept
        } else {
            self.piece_or_block(span)
        };
        let out = &mut self.flow.out;
        out.fresh_line();
        match start {
            None => out.markup("<ul>\n"),
            Some(1) => out.markup("<ol>\n"),
            Some(start) => out.markup(&format!("<ol start=\"{start}\">\n")),
        }
        self.flow.lists.push(OpenList { start, structure, items: Vec::new(), column: None });
        self.flow.blocks.push(Block::List);
    }

    pub fn end_list(&mut self, span: Span) {
        let Some(list) = self.flow.lists.pop() else { return };
        let OpenList { start, structure, items, column: _ } = list;
        self.flow.out.markup(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
        match structure {
            Structure::Shown => {}
            Structure::Kept if self.at_top() => {
                let html = clean::finish(self.flow.out.take());
                self.pieces.push(Piece::List(List { items, start, html, span: trimmed(self.source, span) }));
            }
            Structure::Kept => {
                if let Some(item) = self.flow.items.last_mut() {
                    item.hold(items, start.is_some(), self.source);
                }
            }
        }
    }

    pub fn start_item(&mut self, span: Span) {
        let place = trimmed(self.source, span);
        self.warn_of_shallow_nesting(place);
        let structure = self.flow.lists.last().map_or(Structure::Shown, |list| list.structure);
        self.flow.out.fresh_line();
        let at = self.flow.out.mark().text;
        self.flow.out.markup("<li>");
        self.flow.blocks.push(Block::Item(structure, at));
        if structure == Structure::Kept {
            self.flow.items.push(OpenItem::new(place));
        }
    }

    pub fn end_item(&mut self, structure: Structure) {
        self.end_inlines();
        if structure == Structure::Kept {
            self.end_item_line();
            if let Some(mut item) = self.flow.items.pop() {
                item.close_rest(&self.flow.out);
                let OpenItem { span, task, stage: _, line, items, mut rest, rest_span, rest_mark: _ } = item;
                let rest = rest_span.map(|span| {
                    rest.trim();
                    Prose { html: clean::finish(rest), span: trimmed(self.source, span) }
                });
                let item = Item { line, task, items, rest, span };
                if let Some(list) = self.flow.lists.last_mut() {
                    list.items.push(item);
                }
            }
        }
        self.flow.out.markup("</li>\n");
    }

    /// One space of indentation does not nest a bullet, as was meant by who typed it.
    fn warn_of_shallow_nesting(&mut self, place: Span) {
        let line_start = self.source[..place.start].rfind('\n').map_or(0, |end| end + 1);
        let column = place.start - line_start;
        let Some(list) = self.flow.lists.last_mut() else { return };
        let first = *list.column.get_or_insert(column);
        let is_bullet = list.start.is_none();
        if is_bullet && column > first && first != usize::MAX {
            list.column = Some(usize::MAX);
            let mark_end = self.source.floor_char_boundary(place.start + 1);
            self.notes.warning(MarkdownProblem::ShallowNesting, Span::new(place.start, mark_end));
        }
    }

    /// Whether the innermost block is an item or a definition whose line is kept.
    pub fn holds_line(&self) -> bool {
        matches!(
            self.flow.blocks.last(),
            Some(Block::Item(Structure::Kept, _) | Block::Definition(Structure::Kept))
        )
    }

    /// Starts the line of an item, or goes on with what follows it.
    pub fn start_item_line(&mut self, span: Span) {
        let Flow { items, out, line, .. } = &mut self.flow;
        let Some(item) = items.last_mut() else { return };
        match item.stage {
            Stage::Before => {
                item.stage = Stage::Within;
                *line = Some(OpenLine::new(out.mark(), span.at_start()));
            }
            Stage::Within => {}
            Stage::After => item.open_rest(out.mark(), span),
        }
    }

    pub fn end_item_line(&mut self) {
        if self.flow.items.last().is_some_and(|item| item.stage == Stage::Within)
            && let Some(line) = self.take_line(Taken::Copied)
            && let Some(item) = self.flow.items.last_mut()
        {
            item.stage = Stage::After;
            item.line = line;
        }
    }

    /// The mark of a task: a box that says in words whether it is done.
    pub fn task(&mut self, done: bool, span: Span) {
        let item_at = self.flow.blocks.iter().rev().find_map(|block| {
            if let Block::Item(structure, at) = block { Some((*structure, *at)) } else { None }
        });
        let Some((structure, at)) = item_at else { return };
        let out = &mut self.flow.out;
        // Nothing but a paragraph's start was written since, so no hole has to move.
        out.insert(at + "<li".len(), " class=\"task\"");
        let checked = if done { " checked" } else { "" };
        out.markup(&format!("<input type=\"checkbox\" disabled{checked} aria-label=\""));
        out.hole(Filling::Word(if done { "task.done" } else { "task.todo" }), span);
        out.markup("\"> ");
        if structure == Structure::Kept
            && let Some(item) = self.flow.items.last_mut()
        {
            item.task = Some(done);
            item.stage = Stage::Within;
            self.flow.line = Some(OpenLine::new(self.flow.out.mark(), span.at_end()));
        }
    }
}
