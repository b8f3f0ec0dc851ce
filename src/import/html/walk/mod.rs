//! A page walked from its first element to its last: each paragraph, title, point, table and picture a piece.

mod inline;

use super::super::piece::{Item, Look, Mark, PictureFile, Piece, Text};
use super::super::text::items;
use super::look::{Styles, is_inline};
use super::notes::Notes;
use super::office::{self, Office, office};
use super::outside;
use super::picture::Pictures;
use super::table;
use super::tree::{Element, Tree, What};
use super::words::Words;
use crate::diagnostic::import::ImportProblem;

/// What was read of a page.
#[derive(Default)]
pub(super) struct Read {
    /// What Word or Google Docs set as the title of the document.
    pub title: Option<String>,
    pub pieces: Vec<Piece>,
    pub pictures: Vec<PictureFile>,
    /// The names of the elements that were left out, each once.
    pub left: Vec<String>,
    /// The links that lead nowhere from another site.
    pub links: Vec<String>,
}

/// A page that is being read.
pub(super) struct Walker<'t> {
    tree: &'t Tree,
    styles: &'t Styles,
    notes: &'t Notes,
    read: Read,
    pictures: Pictures,
    block: Block,
    lists: Vec<List>,
    /// Whether what is read stands in a cell.
    is_cell: bool,
    words: Words,
    /// What is told of the words that are being read.
    before: Vec<Piece>,
    /// The pictures among those words.
    after: Vec<Piece>,
}

/// What words become when their line ends.
#[derive(Debug, Clone, PartialEq)]
enum Block {
    Paragraph,
    Heading(u8),
    Point {
        depth: usize,
        mark: Mark,
    },
    /// Behind the first paragraph of a point.
    MoreOfPoint {
        depth: usize,
    },
    /// A paragraph that Word calls a point: it is one when it has a sign.
    PerhapsPoint {
        depth: usize,
        sign: Option<String>,
    },
    Note {
        label: String,
    },
}

/// A list that is open.
struct List {
    /// The number of its next point; none when it has bullets.
    next: Option<u32>,
    depth: usize,
}

/// What holds for all words of an element.
#[derive(Clone, Default)]
struct Context {
    look: Look,
    link: Option<String>,
    is_as_is: bool,
}

impl<'t> Walker<'t> {
    pub fn new(tree: &'t Tree, styles: &'t Styles, notes: &'t Notes) -> Walker<'t> {
        Walker {
            tree,
            styles,
            notes,
            read: Read::default(),
            pictures: Pictures::default(),
            block: Block::Paragraph,
            lists: Vec::new(),
            is_cell: false,
            words: Words::default(),
            before: Vec::new(),
            after: Vec::new(),
        }
    }

    /// Reads what stands in a cell.
    pub fn cell(&mut self, at: usize) {
        self.is_cell = true;
        self.page(at);
    }

    /// Reads what stands in a node.
    pub fn page(&mut self, at: usize) {
        self.children(at, &Context::default());
        self.end_block();
    }

    /// What was read.
    pub fn finish(mut self) -> Read {
        self.read.pieces.append(&mut self.before);
        Read { pictures: self.pictures.files, ..self.read }
    }

    fn children(&mut self, at: usize, context: &Context) {
        let tree = self.tree;
        for child in &tree.node(at).children {
            match &tree.node(*child).what {
                What::Text(text) if context.is_as_is => {
                    self.words.push_as_is(text, context.look, context.link.as_deref());
                }
                What::Text(text) => self.words.push(text, context.look, context.link.as_deref()),
                What::Element(element) => self.element(*child, element, context),
            }
        }
    }

    fn element(&mut self, at: usize, element: &Element, context: &Context) {
        if element.name == "title" || self.styles.is_hidden(element) {
            return;
        }
        if outside::is_left(self.tree, at, element) {
            return self.leave(outside::name_of(self.tree, at, element));
        }
        let look = self.styles.look(element, context.look);
        let context = &Context { look, ..context.clone() };
        match office(element, self.styles) {
            Some(Office::Margin) => return self.margin(at),
            Some(Office::Comment) => return self.leave(Some("comment".to_owned())),
            Some(Office::Contents) => return self.leave(Some(class_of(element))),
            Some(Office::Title) => {
                let title = self.tree.words(at);
                if self.read.title.is_none() && !title.is_empty() {
                    self.read.title = Some(title);
                }
                return self.block(at, Block::Heading(1), context);
            }
            Some(Office::Point { depth }) => {
                return self.block(at, Block::PerhapsPoint { depth, sign: None }, context);
            }
            None => {}
        }
        match element.name.as_str() {
            "br" => self.end_line(),
            "hr" => self.end_block(),
            "img" => self.picture(element, context),
            "input" => self.tick(element),
            "ins" | "del" => self.revision(at, element, context),
            "a" => self.link(at, element, context),
            "q" => {
                self.words.push("\"", context.look, None);
                self.children(at, context);
                self.words.push("\"", context.look, None);
            }
            "ul" | "ol" | "menu" | "dir" => self.list(at, element, context),
            "li" => self.point(at, element, context),
            "table" => self.table(at, context),
            "pre" => {
                let context = Context { is_as_is: true, ..context.clone() };
                self.block(at, self.same_block(), &context);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = element.name.bytes().last().map_or(1, |byte| byte - b'0');
                self.block(at, Block::Heading(level), context);
            }
            _ if office::is_sign_end(self.tree, at, element) => self.sign_ends(),
            name if is_inline(name) => self.children(at, context),
            _ => self.block(at, self.same_block(), context),
        }
    }

    /// Reads an element whose words stand on lines of their own.
    fn block(&mut self, at: usize, block: Block, context: &Context) {
        self.end_block();
        let outer = std::mem::replace(&mut self.block, block);
        self.children(at, context);
        self.end_block();
        // The first paragraph of a point makes the next one more of it.
        self.block = match (&outer, &self.block) {
            (Block::Point { depth, .. }, Block::MoreOfPoint { .. }) => Block::MoreOfPoint { depth: *depth },
            _ => outer,
        };
    }

    /// What the words of an element become that says nothing of it.
    fn same_block(&self) -> Block {
        self.block.clone()
    }

    /// Ends the words that are being read: they become a piece.
    fn end_block(&mut self) {
        let text = self.words.take();
        if text.is_empty() {
            self.read.pieces.append(&mut self.after);
            return;
        }
        self.read.pieces.append(&mut self.before);
        let block = self.block.clone();
        match block {
            // The lines of a cell are cut when all of them are there.
            Block::Paragraph if self.is_cell => self.read.pieces.push(Piece::Paragraph(text)),
            Block::Paragraph if self.lists.is_empty() => self.read.pieces.extend(items::pieces(text)),
            // A list whose points are typed: `<ul> - un - deux</ul>`.
            Block::Paragraph => self.read.pieces.extend(items::loose(&text)),
            Block::Heading(level) => self.read.pieces.push(Piece::Heading { level, text }),
            Block::Point { depth, mark } => {
                let (mark, text) = items::boxed(mark, text);
                self.block = Block::MoreOfPoint { depth };
                self.push_point(depth, mark, text);
            }
            Block::MoreOfPoint { depth } => match self.read.pieces.last_mut() {
                Some(Piece::Item(item)) if item.depth == depth => {
                    item.text.runs.extend(Text::plain("\n").runs);
                    item.text.runs.extend(text.runs);
                }
                Some(_) | None => self.read.pieces.push(Piece::Paragraph(text)),
            },
            Block::PerhapsPoint { depth, sign: Some(sign) } => {
                let (mark, said) = office::mark(&sign);
                let said = if said.is_empty() { String::new() } else { format!("{said} ") };
                let runs = Text::plain(said).runs.into_iter().chain(text.runs).collect();
                self.push_point(depth, mark, Text { runs });
            }
            Block::PerhapsPoint { depth, sign: None } => match items::pieces(text).as_slice() {
                [Piece::Item(Item { mark, text, .. })] => self.push_point(depth, *mark, text.clone()),
                pieces => self.read.pieces.extend_from_slice(pieces),
            },
            Block::Note { label } => {
                self.block = Block::Paragraph;
                self.read.pieces.push(Piece::Note { label, text });
            }
        }
        self.read.pieces.append(&mut self.after);
    }

    fn push_point(&mut self, depth: usize, mark: Mark, text: Text) {
        self.read.pieces.push(Piece::Item(Item { depth, mark, text }));
    }

    fn end_line(&mut self) {
        self.words.end_line();
        // Two of them end a paragraph, on pages of old sites.
        if self.words.has_empty_line() && self.block == Block::Paragraph {
            self.end_block();
        }
    }

    /// Word wrote the sign of a point, or the number of a title: its words follow.
    fn sign_ends(&mut self) {
        let text = self.words.take();
        let words = text.words();
        if let Block::PerhapsPoint { sign: sign @ None, .. } = &mut self.block
            && words.chars().count() <= 12
        {
            *sign = Some(words);
            return;
        }
        for run in text.runs {
            self.words.push(&run.words, run.look, run.link.as_deref());
        }
        self.words.push(" ", Look::default(), None);
    }

    fn list(&mut self, at: usize, element: &Element, context: &Context) {
        self.end_block();
        let start = element.attribute("start").and_then(|start| start.trim().parse().ok());
        let next = (element.name == "ol").then(|| start.unwrap_or(1));
        let inner = self.lists.last().map_or(0, |list| list.depth + 1);
        let depth = if self.lists.is_empty() { office::google_level(element).unwrap_or(0) } else { inner };
        self.lists.push(List { next, depth });
        let outer = std::mem::replace(&mut self.block, Block::Paragraph);
        self.children(at, context);
        self.end_block();
        self.block = outer;
        self.lists.pop();
    }

    fn point(&mut self, at: usize, element: &Element, context: &Context) {
        let value = element.attribute("value").and_then(|value| value.trim().parse().ok());
        let (depth, mark) = match self.lists.last_mut() {
            Some(List { next: Some(next), depth }) => {
                let number = value.unwrap_or(*next);
                *next = number.saturating_add(1);
                (*depth, Mark::Number(number))
            }
            Some(List { next: None, depth }) => (*depth, Mark::Bullet),
            None => (0, Mark::Bullet),
        };
        self.block(at, Block::Point { depth, mark }, context);
    }

    fn table(&mut self, at: usize, context: &Context) {
        self.end_block();
        let tree = self.tree;
        let rows = table::rows(tree, at);
        let captions = tree.node(at).children.iter().filter(|child| tree.name(**child) == "caption");
        captions.for_each(|caption| self.block(*caption, Block::Paragraph, context));
        if table::is_layout(tree, at, &rows) {
            let cells = rows.iter().flat_map(|row| &row.cells);
            cells.for_each(|cell| self.block(*cell, Block::Paragraph, context));
            return;
        }
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let table = table::grid(tree, &rows, |cell| {
            let inside = table::into_lines(self.apart(cell, context));
            before.extend(inside.before);
            after.extend(inside.after);
            inside.lines
        });
        // Told once for all the cells of a table.
        before.dedup();
        self.read.pieces.append(&mut self.before);
        self.read.pieces.append(&mut before);
        if !table.rows.is_empty() {
            self.read.pieces.push(Piece::Table(table));
        }
        self.read.pieces.append(&mut after);
    }

    /// The pieces of a cell, which go nowhere else.
    fn apart(&mut self, cell: usize, context: &Context) -> Vec<Piece> {
        let outer = (std::mem::take(&mut self.read.pieces), std::mem::take(&mut self.lists));
        let look = self.tree.element(cell).map_or(context.look, |cell| self.styles.look(cell, context.look));
        let context = Context { look, ..context.clone() };
        let is_cell = std::mem::replace(&mut self.is_cell, true);
        self.block(cell, Block::Paragraph, &context);
        self.is_cell = is_cell;
        self.read.pieces.append(&mut self.before);
        let pieces = std::mem::replace(&mut self.read.pieces, outer.0);
        self.lists = outer.1;
        pieces
    }

    fn leave(&mut self, name: Option<String>) {
        if let Some(name) = name.filter(|name| !self.read.left.contains(name)) {
            self.read.left.push(name);
        }
    }

    fn margin(&mut self, at: usize) {
        let text = self.tree.words(at);
        if !text.is_empty() {
            self.read.pieces.push(Piece::Remark(ImportProblem::PageMargin { text }));
        }
    }
}

fn class_of(element: &Element) -> String {
    element
        .classes()
        .next()
        .unwrap_or(&element.name)
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .to_owned()
}
