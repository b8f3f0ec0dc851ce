//! The text of a document into pieces, in one pass over what the parser sees.

use std::collections::BTreeMap;

use memchr::memmem;
use pulldown_cmark::{Event, Options, Parser};

use super::autolink;
use super::calls::{self, Calls};
use super::caption::Announcement;
use super::draft::{Draft, Mark};
use super::footnotes::Footnotes;
use super::ids::{Ids, trimmed};
use super::inlines::Inline;
use super::line::OpenLine;
use super::links::Image;
use super::list::{OpenItem, OpenList};
use super::notes::Notes;
use super::raw::RawBlock;
use super::text::Run;
use super::{Alignment, Body, Cell, Html, Line, Piece, Prose, clean};
use crate::diagnostic::Problems;
use crate::lang::Lang;
use crate::source::{Span, floor_char_boundary};
use crate::typography::{Doubt, Typography};

/// The Markdown that is read: CommonMark, GitHub's additions, heading attributes, definition lists.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

pub(super) fn body(source: &str, body_start: usize, lang: Lang, problems: &mut Problems) -> Body {
    let start = floor_char_boundary(source, body_start);
    let mut notes = Notes::default();
    let (calls, masked) = calls::of(source, start);
    let read = masked.as_deref().unwrap_or(source);
    let ids = Ids::written_in(read, start, &mut notes);
    let mut reader = Reader::new(source, start, lang, ids, notes);
    reader.calls = calls;
    reader.tell_calls();
    for (event, range) in Parser::new_ext(&read[start..], options()).into_offset_iter() {
        reader.event(event, Span::from(range).shifted(start));
    }
    reader.finish(problems)
}

/// A body being read.
pub(super) struct Reader<'s> {
    pub source: &'s str,
    pub typography: Typography,
    /// Whether a text may say « etc », which is looked for once: it is all that a text without
    /// figures can be asked.
    pub says_etc: bool,
    /// Whether a text may hold a bare address, which is looked for once as well.
    pub may_hold_address: bool,
    /// Forms better written otherwise, in the order read.
    pub doubts: Vec<(Span, Doubt)>,
    pub flow: Flow,
    /// The text around a footnote while the footnote is read.
    pub suspended: Vec<Flow>,
    pub run: Run,
    pub calls: Calls,
    pub notes: Notes,
    pub ids: Ids,
    pub footnotes: Footnotes,
    pub pieces: Vec<Piece>,
    /// How many columns the last table at the top of the body has, and where it ends.
    pub table_above: Option<(usize, usize)>,
    /// The words of the last heading met, if it has any.
    pub last_heading: Option<String>,
    /// Prose as it was before it was made coherent for itself, by the number of its piece.
    raw_prose: BTreeMap<usize, Draft>,
    spanning: Spanning,
}

/// Whether HTML of the author is opened in one piece and closed in another.
#[derive(PartialEq, Eq)]
enum Spanning {
    NoPiece,
    Pieces,
}

/// What is being written: the text, or a footnote.
#[derive(Default)]
pub(super) struct Flow {
    pub out: Draft,
    pub blocks: Vec<Block>,
    pub line: Option<OpenLine>,
    pub inlines: Vec<Inline>,
    pub image: Option<Image>,
    /// The element whose content is being dropped (`<script>` in a sentence).
    pub muted: Option<String>,
    pub lists: Vec<OpenList>,
    pub items: Vec<OpenItem>,
    pub entries: Vec<(Line, Vec<Line>)>,
    pub table: Option<OpenTable>,
    pub html: RawBlock,
    /// Elements of the author that are open.
    pub open_html: Vec<String>,
    pub prose: Option<Span>,
    /// The paragraph just written, when it may be the caption of a table.
    pub announcement: Option<Announcement>,
}

/// An open block.
pub(super) enum Block {
    Quote,
    Alert,
    Code,
    Html,
    /// With where its content starts.
    Paragraph(Mark),
    Heading(Mark, super::marks::HeadingMarks),
    List,
    /// With the byte of the draft where its tag starts.
    Item(Structure, usize),
    Table,
    Footnote(String, Span),
    Definitions(Structure),
    Term(Structure),
    Definition(Structure),
}

/// Whether the parts of a block are kept as pieces or only shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Structure {
    Kept,
    Shown,
}

/// A table being read.
#[derive(Default)]
pub(super) struct OpenTable {
    pub rows: Vec<Vec<Cell>>,
    pub row: Vec<Cell>,
    pub alignments: Vec<Alignment>,
    pub caption: Option<Line>,
    pub lines: Vec<Line>,
    pub edge: Edge,
    /// How many cells the row above has, when no bar ends its line: its end may be on the next one.
    pub n_open_cells: Option<usize>,
}

/// Whether the current line of a cell starts at the edge of a block (`<p>`, `<li>`) rather than
/// after a `<br>`: it only exists if something is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Edge {
    #[default]
    Line,
    Block,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str, start: usize, lang: Lang, ids: Ids, notes: Notes) -> Reader<'s> {
        let body = &source.as_bytes()[start..];
        let out = Draft::with_room(body.len());
        // Entities may give any letter, and a backslash any mark.
        let is_disguised = memchr::memchr2(b'&', b'\\', body).is_some();
        Reader {
            source,
            typography: Typography::of_tag(lang.code()),
            says_etc: memmem::find(body, b"etc").is_some() || is_disguised,
            may_hold_address: is_disguised || autolink::may_hold_one(&source[start..]),
            doubts: Vec::new(),
            flow: Flow { out, ..Flow::default() },
            suspended: Vec::new(),
            run: Run::default(),
            calls: Calls::default(),
            notes,
            ids,
            footnotes: Footnotes::default(),
            pieces: Vec::new(),
            table_above: None,
            last_heading: None,
            raw_prose: BTreeMap::new(),
            spanning: Spanning::NoPiece,
        }
    }

    fn event(&mut self, event: Event, span: Span) {
        match event {
            Event::Text(text) if self.calls.is_empty() => self.text(&text, span),
            Event::Text(text) => self.text_and_calls(&text, span),
            Event::Start(tag) => {
                self.flush();
                self.start(tag, span);
            }
            Event::End(tag) => {
                self.flush();
                self.end(tag, span);
            }
            Event::Html(text) => self.flow.html.line(&text, span.start),
            event @ (Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::TaskListMarker(_)) => {
                self.flush();
                self.inline(event, span);
            }
            Event::Rule => {
                self.before_block(span, Structure::Shown);
                self.flow.out.fresh_line();
                self.flow.out.markup("<hr>\n");
            }
        }
    }

    /// Whether a block that starts now is a piece, or part of one piece of prose.
    pub fn at_top(&self) -> bool {
        self.flow.blocks.is_empty() && self.suspended.is_empty()
    }

    /// Ends the current run of prose, before a piece of another kind or at the end.
    pub fn finish_prose(&mut self) {
        let Some(span) = self.flow.prose.take() else { return };
        let draft = self.flow.out.take();
        if !self.flow.open_html.is_empty() {
            self.spanning = Spanning::Pieces;
        }
        if !draft.raw.is_empty() {
            self.raw_prose.insert(self.pieces.len(), draft.clone());
        }
        let prose = Prose { html: clean::finish(draft), span: trimmed(self.source, span) };
        self.pieces.push(Piece::Prose(prose));
    }

    fn finish(mut self, problems: &mut Problems) -> Body {
        self.flush();
        self.finish_prose();
        let whole = self.whole();
        // A lone comment or closing tag is no piece.
        self.pieces.retain(|piece| match piece {
            Piece::Prose(Prose { html, span: _ }) => !html.holes.is_empty() || !html.text.trim().is_empty(),
            Piece::Heading(_) | Piece::Table(_) | Piece::List(_) | Piece::Definitions(_) => true,
        });
        let footnotes = self.footnotes.in_order(&mut self.notes);
        self.notes.tell(problems);
        Body { pieces: self.pieces, footnotes, doubts: self.doubts, whole }
    }

    fn whole(&mut self) -> Option<Html> {
        if self.spanning == Spanning::NoPiece {
            return None;
        }
        let mut whole = Draft::default();
        for (number, piece) in self.pieces.iter().enumerate() {
            match self.raw_prose.remove(&number) {
                Some(draft) => whole.append(draft),
                None => whole.append(Draft::of(piece.html())),
            }
        }
        Some(clean::finish(whole))
    }
}
