//! The styles of a document: what a paragraph or a run is by the name it bears.

use std::collections::BTreeMap;

use super::Refusal;
use super::xml::{self, Node};
use crate::import::piece::Look;

/// How many styles may stand behind each other; Word stops there too, and a circle must end.
const MAX_CHAIN: usize = 12;

/// The styles of a document.
#[derive(Default)]
pub struct Styles {
    by_id: BTreeMap<String, Style>,
    /// That of the paragraphs that name none.
    of_paragraphs: String,
}

#[derive(Default)]
struct Style {
    /// In lower case: Word writes `heading 1`, others `Heading 1`.
    name: String,
    based_on: Option<String>,
    says: Says,
}

/// What a style, or a paragraph itself, says.
#[derive(Default, Clone)]
pub struct Says {
    pub look: LookSaid,
    /// 0 for the highest level of titles, 9 for none.
    pub outline: Option<usize>,
    pub numbering: Option<String>,
    pub level: Option<usize>,
}

/// What is said of the look of words.
#[derive(Default, Clone, Copy)]
pub struct LookSaid {
    bold: Option<bool>,
    italic: Option<bool>,
    struck: Option<bool>,
    raised: Option<bool>,
    lowered: Option<bool>,
    /// Words that nobody sees.
    pub hidden: Option<bool>,
}

/// The role of a paragraph, by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Title,
    Subtitle,
    Heading {
        level: usize,
    },
    /// A line of a table of contents, or its title.
    Contents,
    /// A point of a list, by the name of its style: Word hides its list behind it, others have none.
    Point {
        is_numbered: bool,
        depth: usize,
    },
    Plain,
}

/// Reads `styles.xml`.
pub fn read(text: &str) -> Result<Styles, Refusal> {
    let tree = xml::read(text)?;
    let mut styles = Styles::default();
    for node in tree.root().iter().flat_map(|root| root.children()).filter(|node| node.name() == "style") {
        let Some(id) = node.attribute("styleId") else { continue };
        let is_default = matches!(node.attribute("default").as_deref(), Some("1" | "true"));
        if is_default && node.attribute("type").as_deref() == Some("paragraph") {
            styles.of_paragraphs = id.to_string();
        }
        let style = Style {
            name: node.value_of("name").unwrap_or_default().trim().to_lowercase(),
            based_on: node.value_of("basedOn").map(|id| id.to_string()),
            says: said(node),
        };
        styles.by_id.insert(id.into_owned(), style);
    }
    Ok(styles)
}

/// What is said by the properties that stand right inside an element.
pub fn said(node: Node<'_>) -> Says {
    let mut says = Says { look: node.child("rPr").map(look_said).unwrap_or_default(), ..Says::default() };
    if let Some(properties) = node.child("pPr") {
        let number = |node: Node<'_>, name: &str| node.value_of(name).and_then(|value| value.parse().ok());
        says.outline = number(properties, "outlineLvl");
        if let Some(list) = properties.child("numPr") {
            says.numbering = list.value_of("numId").map(|id| id.to_string());
            says.level = number(list, "ilvl");
        }
    }
    says
}

/// What is said by the properties of a run.
pub fn look_said(properties: Node<'_>) -> LookSaid {
    let height = properties.value_of("vertAlign");
    LookSaid {
        bold: properties.switch("b"),
        italic: properties.switch("i"),
        struck: properties.switch("strike").or_else(|| properties.switch("dstrike")),
        raised: height.as_deref().map(|height| height == "superscript"),
        lowered: height.as_deref().map(|height| height == "subscript"),
        hidden: properties.switch("vanish"),
    }
}

impl LookSaid {
    /// This, where the other says nothing.
    fn under(self, other: LookSaid) -> LookSaid {
        LookSaid {
            bold: other.bold.or(self.bold),
            italic: other.italic.or(self.italic),
            struck: other.struck.or(self.struck),
            raised: other.raised.or(self.raised),
            lowered: other.lowered.or(self.lowered),
            hidden: other.hidden.or(self.hidden),
        }
    }

    /// The look of words, over that of their paragraph.
    pub fn over(self, look: Look) -> Look {
        Look {
            is_bold: self.bold.unwrap_or(look.is_bold),
            is_italic: self.italic.unwrap_or(look.is_italic),
            is_struck: self.struck.unwrap_or(look.is_struck),
            is_raised: self.raised.unwrap_or(look.is_raised),
            is_lowered: self.lowered.unwrap_or(look.is_lowered),
        }
    }
}

impl Styles {
    /// What a style says, with those it is based on; nothing of one that is not there.
    pub fn says(&self, id: &str) -> Says {
        let mut says = Says::default();
        for style in self.chain(id) {
            let Says { look, outline, numbering, level } = style.says.clone();
            says.look = look.under(says.look);
            says.outline = says.outline.or(outline);
            // A level belongs to the list it is said with.
            if says.numbering.is_none() {
                says.level = says.level.or(level);
            }
            says.numbering = says.numbering.or(numbering);
        }
        says
    }

    /// A style, then those it is based on.
    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        let next = |style: &&'s Style| self.by_id.get(style.based_on.as_deref()?);
        std::iter::successors(self.by_id.get(id), next).take(MAX_CHAIN)
    }

    /// The style of a paragraph that names none.
    pub fn of_paragraphs(&self) -> &str {
        &self.of_paragraphs
    }

    /// The role that a style gives to its paragraphs.
    pub fn role(&self, id: &str) -> Role {
        if self.by_id.contains_key(id) {
            let named = self.chain(id).map(|style| role_named(&style.name));
            return named.into_iter().find(|role| *role != Role::Plain).unwrap_or(Role::Plain);
        }
        // A document without styles: their codes are made of their names.
        role_named(&id.to_lowercase())
    }
}

/// The role of a paragraph by the name of its style, in lower case. Word writes the names of its own styles in
/// English whatever language it speaks; their codes, and the styles of other programs, are in either.
fn role_named(name: &str) -> Role {
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let number: Option<usize> = name[stem.len()..].parse().ok();
    let stem: String = stem.chars().filter(|c| c.is_alphanumeric()).collect();
    match (stem.as_str(), number) {
        ("title" | "titre", None) => Role::Title,
        ("subtitle" | "soustitre", None) => Role::Subtitle,
        ("heading" | "titre", Some(level @ 1..=9)) => Role::Heading { level },
        ("toc" | "tm" | "tableofcontents", Some(_))
        | ("tocheading" | "tableoffigures" | "contentsheading" | "entêtedetabledesmatières", None) => {
            Role::Contents
        }
        ("listbullet" | "listeàpuces" | "listepuces", number) => {
            Role::Point { is_numbered: false, depth: number.unwrap_or(1).clamp(1, 9) - 1 }
        }
        ("listnumber" | "listeànuméros" | "listenuméros" | "listenumérotée", number) => {
            Role::Point { is_numbered: true, depth: number.unwrap_or(1).clamp(1, 9) - 1 }
        }
        _ => Role::Plain,
    }
}
