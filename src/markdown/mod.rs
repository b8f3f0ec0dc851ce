//! Markdown into pieces with their places, and into safe HTML. The only door to pulldown-cmark.
//!
//! HTML is written once, when a document is read; what depends on the page that shows it
//! (addresses of links, footnote numbers, words of the interface) is left as holes, which
//! [`Html::fill`] closes.

mod address;
mod autolink;
mod blocks;
mod calls;
mod caption;
mod cells;
mod clean;
mod compose;
mod definitions;
mod draft;
mod entities;
mod footnotes;
mod foreign;
mod ids;
mod inlines;
mod line;
mod links;
mod list;
mod marks;
mod notes;
mod passages;
mod places;
mod quote;
mod raw;
mod read;
mod scan;
mod show;
mod signs;
mod slips;
mod split;
pub mod summary;
mod table;
mod text;
mod unshown;

use std::borrow::Cow;

use crate::diagnostic::Problems;
use crate::diagnostic::markdown::WordsOf;
use crate::lang::Lang;
use crate::shortcode::Call;
use crate::source::{Source, Span};
use crate::typography::Doubt;

/// The body of a document: its top-level pieces in order, and its footnotes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Body {
    pub pieces: Vec<Piece>,
    /// In the order of their first call.
    pub footnotes: Vec<Footnote>,
    /// Forms that its author would better write otherwise (« 2ème »), and where they stand.
    pub doubts: Vec<(Span, Doubt)>,
    /// The whole body as one, when HTML of the author is opened in one piece and closed in another.
    whole: Option<Html>,
}

/// A top-level piece of a body.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    Heading(Heading),
    Table(Table),
    List(List),
    Definitions(Definitions),
    /// Everything else; runs of neighbouring blocks are one piece.
    Prose(Prose),
}

/// A run of blocks that is only shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Prose {
    pub html: Html,
    pub span: Span,
}

/// A heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    pub line: Line,
    /// Unique in the document: the author's `{#id}`, else made from the words.
    pub id: String,
    /// Whether the author wrote the id.
    pub id_is_written: bool,
    /// `{.retained}`
    pub classes: Vec<String>,
    /// `{axe=2}`: names and values, quotes removed.
    pub attributes: Vec<(String, String)>,
    pub span: Span,
}

/// A text on one line: the words of a heading, a cell, a list item.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// Inline HTML, without a surrounding block.
    pub html: Html,
    /// The words alone, markup removed and entities decoded, trimmed, exactly as the author typed them.
    pub plain: String,
    /// Whether every word is in bold (false for an empty line).
    pub bold: bool,
    pub span: Span,
}

/// A table: every row has as many cells as the header.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub header: Vec<Cell>,
    pub rows: Vec<Vec<Cell>>,
    pub alignments: Vec<Alignment>,
    /// The paragraph right above it that starts with « Tableau : », « Tableau 2 : » or "Table:", as written.
    pub caption: Option<Line>,
    /// The words of the nearest heading above it; none when there is no heading.
    pub heading: Option<String>,
    pub span: Span,
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    Unset,
    Left,
    Center,
    Right,
}

/// A cell: the lines between its `<br>`, empty lines included. An empty cell has no line.
///
/// `<p>…</p>` and `<li>…</li>` written in a cell separate lines as `<br>` does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    pub lines: Vec<Line>,
    pub span: Span,
}

/// A top-level list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    pub items: Vec<Item>,
    /// The number of the first item of an ordered list.
    pub start: Option<u64>,
    /// The whole list.
    pub html: Html,
    pub span: Span,
}

/// An item: its first paragraph, its task mark, the items nested in it, and whatever else it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub line: Line,
    /// `- [ ]` is `Some(false)`, `- [x]` is `Some(true)`.
    pub task: Option<bool>,
    pub items: Vec<Item>,
    /// Blocks after the first paragraph that are no list.
    pub rest: Option<Prose>,
    pub span: Span,
}

/// A definition list.
#[derive(Debug, Clone, PartialEq)]
pub struct Definitions {
    /// Terms with their definitions.
    pub entries: Vec<(Line, Vec<Line>)>,
    pub html: Html,
    pub span: Span,
}

/// A footnote: its label as written and its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Footnote {
    pub label: String,
    pub html: Html,
}

/// Safe HTML with holes for what depends on the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Html {
    text: String,
    holes: Vec<Hole>,
}

/// A place in the HTML that a page fills.
#[derive(Debug, Clone, PartialEq)]
pub struct Hole {
    /// Byte of the HTML before which the filling goes. Holes are in order.
    pub at: usize,
    pub what: Filling,
    /// Where it stands in the source file. None in words that a translation borrows from its source:
    /// what is wrong there is told of the source.
    pub span: Option<Span>,
}

/// What a page puts in a hole.
#[derive(Debug, Clone, PartialEq)]
pub enum Filling {
    /// The address for a link's destination, written in an `href` attribute.
    Link(String),
    /// The address for an image's source, written in a `src` attribute.
    Image(String),
    /// The call of the footnote with this label: the whole `<sup>` element.
    FootnoteCall(String),
    /// A word of the interface, by its key in the words files (`alert.note`).
    Word(&'static str),
    /// The title of the document, in an `aria-label` attribute.
    Title,
    /// What a shortcode shows: text or a whole block.
    Shortcode(Box<Shortcode>),
}

/// A call of a shortcode and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Shortcode {
    pub call: Call,
    /// The call as typed, to be shown when it cannot be answered.
    pub written: String,
    pub place: Place,
}

/// What stands around a shortcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Nothing else in its paragraph, its cell or its item: it may make a block.
    Alone,
    /// A sentence.
    Sentence,
}

impl Html {
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.holes.is_empty()
    }

    pub fn holes(&self) -> &[Hole] {
        &self.holes
    }

    /// Appends other HTML.
    pub fn push(&mut self, other: &Html) {
        let offset = self.text.len();
        self.text.push_str(&other.text);
        self.holes.extend(other.holes.iter().map(|hole| Hole { at: hole.at + offset, ..hole.clone() }));
    }

    /// The HTML with each hole closed by what `fill` gives for it; the filling is written as is,
    /// so `fill` escapes.
    pub fn fill(&self, fill: &mut dyn FnMut(&Hole) -> String) -> String {
        let mut filled = String::with_capacity(self.text.len() + 32 * self.holes.len());
        let mut from = 0;
        for hole in &self.holes {
            filled.push_str(&self.text[from..hole.at]);
            filled.push_str(&fill(hole));
            from = hole.at;
        }
        filled.push_str(&self.text[from..]);
        filled
    }
}

/// Reads the text of `source` from `body_start` on. Spans are bytes of the whole file.
pub fn read(source: &Source, body_start: usize, lang: Lang, problems: &mut Problems) -> Body {
    read::body(&source.text, body_start, lang, problems)
}

/// Pieces in which a caption is a paragraph again, above each table of which `is_read` says that
/// its cells are read rather than shown.
pub fn with_captions_apart(pieces: Vec<Piece>, is_read: impl Fn(&Table) -> bool) -> Vec<Piece> {
    caption::set_apart(pieces, is_read)
}

/// Tells the links, footnotes, pictures and shortcodes of a line of which only the words are shown.
pub fn tell_unshown(line: &Line, of: WordsOf, problems: &mut Problems) {
    unshown::tell(line, of, problems);
}

/// Text made safe between tags and inside attributes.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    draft::escape_into(&mut escaped, text);
    escaped
}

/// An address made safe inside an attribute, for HTML that no template escapes: what an address
/// cannot hold is percent-encoded, what is already encoded stays as it is.
pub fn href(address: &str) -> String {
    address::href(address)
}

/// An anchor made from words: lower case, without accents, `-` between words; empty when no letter
/// or digit is left.
pub fn anchor(words: &str) -> String {
    slug::slugify(words)
}

/// A text or a value of HTML as a reader sees it: entities decoded.
pub fn decoded(html: &str) -> Cow<'_, str> {
    entities::decoded(html)
}

/// An address for a template, which escapes it: what an address cannot hold is percent-encoded.
pub fn encoded(address: &str) -> String {
    address::encoded(address)
}

/// The scheme of the address of a link that would run a program in the reader's browser.
pub fn scheme_that_runs(address: &str) -> Option<&'static str> {
    address::dangerous_scheme(address, address::Use::Link)
}

/// The same for the address of a picture, which `data:` may hold.
pub fn scheme_that_runs_as_image(address: &str) -> Option<&'static str> {
    address::dangerous_scheme(address, address::Use::Image)
}

/// HTML of unknown origin made safe: only the elements and attributes listed in `scan` remain,
/// and every element is closed. Addresses stay as written when their scheme is harmless.
pub fn clean(html: &str) -> String {
    clean::fragment(html)
}
