//! Cuts a mission statement into sections, and each section into what can be told apart.

use crate::kind::mission::numbers;
use crate::kind::mission::topic::{self, Topic};
use crate::markdown::{Definitions, Heading, Html, List, Piece};
use crate::source::Span;

/// A section before its parts are understood.
pub struct Draft {
    pub topic: Topic,
    pub heading: Option<Heading>,
    pub units: Vec<Unit>,
}

/// What a section is made of.
pub enum Unit {
    /// A paragraph, a quote, a rule…
    Block(Html, Span),
    List(List),
    Definitions(Definitions),
    /// A heading that names a value or an axis, and what stands under it.
    Titled(Titled),
    /// Anything else.
    Shown(Html),
}

/// A value or an axis under a heading of its own.
pub struct Titled {
    pub heading: Heading,
    pub is_axis: bool,
    pub text: Html,
}

impl Draft {
    /// Whether its values or axes have headings of their own: its lists are then text.
    pub fn has_titles(&self) -> bool {
        self.units.iter().any(|unit| matches!(unit, Unit::Titled(_)))
    }
}

impl Unit {
    pub fn html(&self) -> Html {
        match self {
            Unit::Block(html, _) | Unit::Shown(html) => html.clone(),
            Unit::List(list) => list.html.clone(),
            Unit::Definitions(definitions) => definitions.html.clone(),
            Unit::Titled(titled) => titled.text.clone(),
        }
    }

    /// The words of a paragraph or a quote; empty for anything else.
    pub fn plain(&self) -> String {
        match self {
            Unit::Block(html, _) => html.plain(),
            Unit::List(_) | Unit::Definitions(_) | Unit::Titled(_) | Unit::Shown(_) => String::new(),
        }
    }
}

/// Pieces under a heading, or before any.
struct Group {
    topic: Topic,
    heading: Option<Heading>,
    /// The level of its heading, as written; that of a heading it does not have, when there is none.
    level: u8,
    /// A heading of this level or above starts another group.
    closes_at: u8,
    pieces: Vec<Piece>,
}

/// The sections of a document, in order; the first has no heading.
pub fn of(pieces: Vec<Piece>) -> Vec<Draft> {
    let deepest = 6;
    let mut groups =
        vec![Group { topic: Topic::Other, heading: None, level: 1, closes_at: deepest, pieces: Vec::new() }];
    for piece in pieces {
        let open = groups.last_mut().expect("there is a first group");
        match piece {
            Piece::Heading(heading) => match opened_by(&heading, open) {
                Some(group) => groups.push(group),
                None => open.pieces.push(Piece::Heading(heading)),
            },
            piece @ (Piece::Table(_) | Piece::List(_) | Piece::Definitions(_) | Piece::Prose(_)) => {
                open.pieces.push(piece);
            }
        }
    }
    groups.retain(|group| group.heading.is_some() || !group.pieces.is_empty());
    groups.into_iter().map(draft).collect()
}

/// The group that a heading opens, unless it belongs to the one that is open.
fn opened_by(heading: &Heading, open: &Group) -> Option<Group> {
    let level = heading.level;
    let group =
        |topic| Group { topic, heading: Some(heading.clone()), level, closes_at: level, pieces: Vec::new() };
    if let Some(topic) = topic::of_title(&heading.line.plain) {
        return Some(group(topic));
    }
    if is_axis(heading) {
        // « ## Axe 1 : … » right in the document: axes without a heading over them.
        let stands_alone = open.topic != Topic::Axes && level <= open.closes_at;
        return stands_alone.then(|| Group {
            topic: Topic::Axes,
            heading: None,
            level: level.saturating_sub(1),
            closes_at: level,
            pieces: vec![Piece::Heading(heading.clone())],
        });
    }
    (level <= open.closes_at).then(|| group(Topic::Other))
}

/// Whether a heading says that it is an axis: « Axe 2 : Se loger ».
fn is_axis(heading: &Heading) -> bool {
    let numbered = numbers::read(&heading.line.plain);
    !numbered.level_word.is_empty() && numbered.number.is_some()
}

fn draft(group: Group) -> Draft {
    let Group { topic, heading, level, closes_at: _, pieces } = group;
    let shown_at = if heading.is_some() { 2 } else { 1 };
    let titles_at = pieces.iter().filter_map(level_of).min();
    let has_titles = matches!(topic, Topic::Values | Topic::Axes) && !opens_with_list(&pieces);
    let mut units = Vec::new();
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Heading(heading) => {
                let names_its_own = has_titles && titles_at == Some(heading.level);
                let is_axis = is_axis(&heading) || topic == Topic::Axes;
                if !names_its_own && !self::is_axis(&heading) {
                    units.push(Unit::Shown(shown(Piece::Heading(heading), level, shown_at)));
                    continue;
                }
                let mut text = Html::default();
                while let Some(piece) =
                    pieces.next_if(|piece| level_of(piece).is_none_or(|level| level > heading.level))
                {
                    text.push(&shown(piece, level, shown_at));
                }
                units.push(Unit::Titled(Titled { heading, is_axis, text }));
            }
            Piece::List(list) => units.push(Unit::List(list)),
            Piece::Definitions(definitions) => units.push(Unit::Definitions(definitions)),
            Piece::Prose(prose) => {
                units.extend(prose.html.blocks().into_iter().map(|block| Unit::Block(block, prose.span)));
            }
            piece @ Piece::Table(_) => units.push(Unit::Shown(piece.html())),
        }
    }
    Draft { topic, heading, units }
}

/// Whether a list stands before any heading: it holds the values or the axes, and headings come after.
fn opens_with_list(pieces: &[Piece]) -> bool {
    let before = pieces.iter().take_while(|piece| level_of(piece).is_none());
    before.into_iter().any(|piece| matches!(piece, Piece::List(_) | Piece::Definitions(_)))
}

fn level_of(piece: &Piece) -> Option<u8> {
    match piece {
        Piece::Heading(heading) => Some(heading.level),
        Piece::Table(_) | Piece::List(_) | Piece::Definitions(_) | Piece::Prose(_) => None,
    }
}

/// A piece as HTML; a heading stands under that of its section, whatever level the document starts at.
fn shown(piece: Piece, level: u8, shown_at: u8) -> Html {
    match piece {
        Piece::Heading(heading) => {
            let below = heading.level.saturating_sub(level).max(1);
            Piece::Heading(Heading { level: (shown_at + below).min(6), ..heading }).html()
        }
        piece @ (Piece::Table(_) | Piece::List(_) | Piece::Definitions(_) | Piece::Prose(_)) => piece.html(),
    }
}
