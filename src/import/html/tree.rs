//! A page made well-formed, as a tree that can be asked what stands where.

#![expect(
    clippy::disallowed_types,
    reason = "the sanitiser asks for these types; nothing is read in their order"
)]

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::html::{Side, Token, tokens};
use crate::lang;
use crate::markdown::decoded;

/// The elements that are looked at; of any other, what it holds stands in its place.
const ELEMENTS: &[&str] = &[
    "a",
    "address",
    "applet",
    "article",
    "aside",
    "audio",
    "b",
    "big",
    "blockquote",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "dir",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "main",
    "map",
    "mark",
    "math",
    "menu",
    "nav",
    "object",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "section",
    "select",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "video",
];

const ATTRIBUTES: &[&str] = &[
    "alt",
    "aria-hidden",
    "checked",
    "cite",
    "class",
    "colspan",
    "datetime",
    "height",
    "hidden",
    "href",
    "id",
    "name",
    "role",
    "rowspan",
    "src",
    "start",
    "style",
    "title",
    "type",
    "value",
    "width",
];

/// Elements that nothing stands in.
const EMPTY: [&str; 5] = ["br", "embed", "hr", "img", "input"];

/// Deeper elements are left out, and what they hold stands in the one above: a tree is walked down.
const DEEPEST: usize = 100;

static TIDIER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let schemes = ["http", "https", "mailto", "tel", "data", "file", "ftp", "cid", "about"];
    let mut tidier = ammonia::Builder::empty();
    tidier
        .tags(ELEMENTS.iter().copied().collect())
        .clean_content_tags(HashSet::from(["script", "style", "noscript", "template", "noframes"]))
        .generic_attributes(ATTRIBUTES.iter().copied().collect())
        .tag_attributes(HashMap::new())
        .url_schemes(HashSet::from(schemes))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true);
    tidier
});

/// A page: its nodes in the order of a reader, the first of which holds all of them.
pub(super) struct Tree {
    nodes: Vec<Node>,
}

/// An element or a text.
pub(super) struct Node {
    pub what: What,
    pub children: Vec<usize>,
    pub parent: usize,
}

/// What stands at a place of a page.
pub(super) enum What {
    /// Entities decoded, white space as written.
    Text(String),
    Element(Element),
}

/// An element by its name, with its attributes.
#[derive(Default)]
pub(super) struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let own = self.attributes.iter().find(|(own, _)| own == name);
        own.map(|(_, value)| value.as_str())
    }

    pub fn classes(&self) -> impl Iterator<Item = &str> {
        self.attribute("class").unwrap_or_default().split_whitespace()
    }

    /// What other places of the page call it.
    pub fn anchor(&self) -> Option<&str> {
        self.attribute("id").or_else(|| self.attribute("name"))
    }
}

impl Tree {
    /// Reads a page or a part of one.
    pub fn of(html: &str) -> Tree {
        let tidy = TIDIER.clean(html).to_string();
        let root = Node { what: What::Element(Element::default()), children: Vec::new(), parent: 0 };
        let mut tree = Tree { nodes: vec![root] };
        let mut open: Vec<(&str, usize)> = Vec::new();
        for token in tokens(&tidy) {
            let above = open.last().map_or(0, |(_, above)| *above);
            match token {
                Token::Text(text) | Token::Hidden(text) => {
                    tree.add(above, What::Text(decoded(text).into_owned()));
                }
                Token::Tag(tag) if tag.side == Side::Closing => {
                    if let Some(at) = open.iter().rposition(|(name, _)| *name == tag.name) {
                        open.truncate(at);
                    }
                }
                Token::Tag(tag) => {
                    let pairs = tag.attributes();
                    let attributes =
                        pairs.map(|(name, value)| (name.to_owned(), decoded(value).into_owned()));
                    let element = Element { name: tag.name.to_owned(), attributes: attributes.collect() };
                    let is_empty = EMPTY.contains(&tag.name);
                    // Its content goes on into the one above when it is too deep.
                    let at = if is_empty || open.len() < DEEPEST {
                        tree.add(above, What::Element(element))
                    } else {
                        above
                    };
                    if !is_empty {
                        open.push((tag.name, at));
                    }
                }
            }
        }
        tree
    }

    fn add(&mut self, parent: usize, what: What) -> usize {
        let at = self.nodes.len();
        self.nodes.push(Node { what, children: Vec::new(), parent });
        self.nodes[parent].children.push(at);
        at
    }

    pub fn node(&self, at: usize) -> &Node {
        &self.nodes[at]
    }

    /// The element at a place.
    pub fn element(&self, at: usize) -> Option<&Element> {
        match &self.nodes[at].what {
            What::Element(element) => Some(element),
            What::Text(_) => None,
        }
    }

    pub fn name(&self, at: usize) -> &str {
        self.element(at).map_or("", |element| element.name.as_str())
    }

    /// All elements in the order of a reader, with their places.
    pub fn elements(&self) -> impl Iterator<Item = (usize, &Element)> {
        (0..self.nodes.len()).filter_map(|at| Some((at, self.element(at)?)))
    }

    /// What stands in a node, deep down, in the order of a reader.
    pub fn inside(&self, at: usize) -> impl Iterator<Item = usize> {
        let mut coming: Vec<usize> = self.nodes[at].children.iter().rev().copied().collect();
        std::iter::from_fn(move || {
            let next = coming.pop()?;
            coming.extend(self.nodes[next].children.iter().rev());
            Some(next)
        })
    }

    /// The words that stand in a node, on one line.
    pub fn words(&self, at: usize) -> String {
        let mut text = String::new();
        for inside in std::iter::once(at).chain(self.inside(at)) {
            match &self.nodes[inside].what {
                What::Text(words) => text.push_str(words),
                What::Element(element) if super::look::is_inline(&element.name) => {}
                What::Element(_) => text.push(' '),
            }
        }
        lang::on_one_line(&text)
    }

    /// Whether a word stands in a node.
    pub fn has_words(&self, at: usize) -> bool {
        std::iter::once(at).chain(self.inside(at)).any(|inside| match &self.nodes[inside].what {
            What::Text(words) => words.chars().any(char::is_alphanumeric),
            What::Element(_) => false,
        })
    }

    /// Whether one of these elements stands in a node.
    pub fn holds(&self, at: usize, names: &[&str]) -> bool {
        self.inside(at).any(|inside| names.contains(&self.name(inside)))
    }

    /// The nodes above one, the nearest first.
    pub fn above(&self, at: usize) -> impl Iterator<Item = usize> {
        let up = |at: &usize| Some(self.nodes[*at].parent);
        std::iter::successors(Some(at), up).skip(1).take_while(|at| *at > 0).chain([0])
    }
}
