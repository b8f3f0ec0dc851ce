//! A part of a document as a tree of elements, laid flat: a hostile one can neither nest nor grow without end.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, Event};

use super::Refusal;

/// The most elements and words that a part may hold, which all stand in memory at once: a thousand pages
/// make half a million.
const MAX_NODES: usize = 3_000_000;

/// How deep elements may stand in others: a table in a table in a box takes some thirty levels.
const MAX_DEPTH: usize = 200;

/// The elements of a part, in the order of their beginnings.
pub struct Tree<'a> {
    nodes: Vec<Written<'a>>,
}

/// An element or words, as written.
struct Written<'a> {
    /// Without its prefix, which is free; [`WORDS`] or [`LITERAL`] for words.
    name: &'a str,
    /// The whole beginning of an element, without its angle brackets; the words of words.
    raw: &'a str,
    /// Where what it holds ends.
    end: usize,
}

const WORDS: &str = "";
const LITERAL: &str = "#";

/// An element of a tree.
#[derive(Clone, Copy)]
pub struct Node<'t> {
    tree: &'t Tree<'t>,
    at: usize,
}

/// Reads a part.
pub fn read(text: &str) -> Result<Tree<'_>, Refusal> {
    let mut reader = Reader::from_str(text);
    let mut nodes: Vec<Written<'_>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut start = 0;
    loop {
        let event = reader.read_event().map_err(|_| Refusal::Damaged)?;
        let end = usize::try_from(reader.buffer_position()).map_err(|_| Refusal::Damaged)?;
        let raw = text.get(start..end).ok_or(Refusal::Damaged)?;
        start = end;
        let at = nodes.len();
        match event {
            Event::Start(_) => {
                open.push(at);
                nodes.push(element(raw.trim_start_matches('<').trim_end_matches('>'), at + 1));
            }
            Event::Empty(_) => {
                nodes.push(element(raw.trim_start_matches('<').trim_end_matches("/>"), at + 1));
            }
            Event::End(_) => {
                if let Some(node) = open.pop().and_then(|opened| nodes.get_mut(opened)) {
                    node.end = at;
                }
            }
            Event::Text(_) | Event::GeneralRef(_) => {
                nodes.push(Written { name: WORDS, raw, end: at + 1 });
            }
            Event::CData(_) => {
                let raw = raw.trim_start_matches("<![CDATA[").trim_end_matches("]]>");
                nodes.push(Written { name: LITERAL, raw, end: at + 1 });
            }
            Event::Eof if open.is_empty() => return Ok(Tree { nodes }),
            Event::Eof => return Err(Refusal::Damaged),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
        if nodes.len() > MAX_NODES || open.len() > MAX_DEPTH {
            return Err(Refusal::TooLarge);
        }
    }
}

fn element(raw: &str, end: usize) -> Written<'_> {
    Written { name: local(&raw[..name_length(raw)]), raw, end }
}

fn name_length(raw: &str) -> usize {
    raw.find(|c: char| c.is_ascii_whitespace()).unwrap_or(raw.len())
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

impl<'a> Tree<'a> {
    /// The element that holds all others.
    pub fn root(&self) -> Option<Node<'_>> {
        self.all().next()
    }

    /// Every element, in the order of their beginnings.
    pub fn all(&self) -> impl Iterator<Item = Node<'_>> {
        (0..self.nodes.len()).map(|at| Node { tree: self, at }).filter(|node| node.is_element())
    }
}

impl<'t> Node<'t> {
    pub fn name(self) -> &'t str {
        self.tree.nodes[self.at].name
    }

    fn is_element(self) -> bool {
        !matches!(self.name(), WORDS | LITERAL)
    }

    fn end(self) -> usize {
        self.tree.nodes[self.at].end
    }

    /// The elements right inside it.
    pub fn children(self) -> impl Iterator<Item = Node<'t>> {
        let mut next = self.at + 1;
        let nodes = std::iter::from_fn(move || {
            let node = (next < self.end()).then_some(Node { tree: self.tree, at: next })?;
            next = node.end();
            Some(node)
        });
        nodes.filter(|node| node.is_element())
    }

    /// The first element of that name right inside it.
    pub fn child(self, name: &str) -> Option<Node<'t>> {
        self.children().find(|child| child.name() == name)
    }

    /// Every element that it holds, however deep.
    pub fn descendants(self) -> impl Iterator<Item = Node<'t>> {
        let inside = (self.at + 1..self.end()).map(move |at| Node { tree: self.tree, at });
        inside.filter(|node| node.is_element())
    }

    /// An attribute, by its name without prefix.
    pub fn attribute(self, name: &str) -> Option<Cow<'t, str>> {
        let raw = self.tree.nodes[self.at].raw;
        let mut attributes = Attributes::new(raw, name_length(raw));
        let mut attributes = attributes.with_checks(false).flatten();
        let found = attributes.find(|attribute| local(attribute.key.0) == name)?;
        match found.value {
            Cow::Borrowed(value) => Some(unescape(value).unwrap_or(Cow::Borrowed(value))),
            Cow::Owned(value) => Some(Cow::Owned(value)),
        }
    }

    /// The attribute `val`, which most properties have.
    pub fn value(self) -> Option<Cow<'t, str>> {
        self.attribute("val")
    }

    /// The value of the property of that name right inside it.
    pub fn value_of(self, name: &str) -> Option<Cow<'t, str>> {
        self.child(name)?.value()
    }

    /// Whether the switch of that name right inside it is on; none without it.
    pub fn switch(self, name: &str) -> Option<bool> {
        self.child(name).map(Node::is_on)
    }

    /// Whether it is on, as a switch, which needs no value for that.
    pub fn is_on(self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off"))
    }

    /// The words that it holds, however deep.
    pub fn words(self) -> String {
        let inside = self.tree.nodes.get(self.at + 1..self.end()).unwrap_or_default();
        let mut words = String::new();
        for node in inside {
            match node.name {
                WORDS if node.raw.starts_with('&') => words.push_str(&referred(node.raw)),
                WORDS | LITERAL => words.push_str(node.raw),
                _ => {}
            }
        }
        words
    }
}

/// What `&amp;` or `&#233;` stands for; what stands for nothing known is as written.
fn referred(raw: &str) -> Cow<'_, str> {
    let name = raw.trim_start_matches('&').trim_end_matches(';');
    match BytesRef::new(name).resolve_char_ref() {
        Ok(Some(c)) => Cow::Owned(c.to_string()),
        Ok(None) | Err(_) => Cow::Borrowed(resolve_xml_entity(name).unwrap_or(raw)),
    }
}
