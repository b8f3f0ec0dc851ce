//! The numbers and bullets that Word counts: they stand in no text.

use std::collections::{BTreeMap, BTreeSet};

use super::Refusal;
use super::styles::Styles;
use super::xml::{self, Node};

/// How many levels a list has.
const LEVELS: usize = 9;

/// The lists of a document, and how far each is counted.
#[derive(Default)]
pub struct Numbering {
    /// The forms of lists, by code.
    forms: BTreeMap<String, Form>,
    /// The lists that paragraphs name, by code.
    lists: BTreeMap<String, List>,
    /// How far each form is counted: the lists of one form go on from each other.
    counted: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// The lists of which a paragraph was counted.
    begun: BTreeSet<String>,
}

#[derive(Default)]
struct Form {
    levels: BTreeMap<usize, Level>,
    /// The style that holds this form, when it is not here.
    style: Option<String>,
}

#[derive(Default)]
struct List {
    form: String,
    /// Levels that start again, with their first number.
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

#[derive(Clone)]
struct Level {
    start: u32,
    format: String,
    /// `%1.%2` is the number of the first level, a period, and that of the second.
    text: String,
    /// Whether the numbers of the levels above are written in digits whatever their format.
    is_legal: bool,
    restarts: bool,
    /// The style whose paragraphs stand at this level.
    style: Option<String>,
}

/// What stands before a paragraph of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    Bullet,
    Number(Number),
}

/// A number as Word shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Among the paragraphs of its level.
    pub own: u32,
    /// The whole of it: `1.`, `1.2.3`, `Article 4`.
    pub label: String,
    /// Whether it says more than its own number: that of a level above, or words.
    pub says_more: bool,
}

/// Reads `numbering.xml`.
pub fn read(text: &str) -> Result<Numbering, Refusal> {
    let tree = xml::read(text)?;
    let mut numbering = Numbering::default();
    for node in tree.root().iter().flat_map(|root| root.children()) {
        match node.name() {
            "abstractNum" => {
                let Some(id) = node.attribute("abstractNumId") else { continue };
                let style = node.value_of("numStyleLink").map(|style| style.to_string());
                numbering.forms.insert(id.into_owned(), Form { levels: levels(node), style });
            }
            "num" => {
                let Some(id) = node.attribute("numId") else { continue };
                numbering.lists.insert(id.into_owned(), list(node));
            }
            _ => {}
        }
    }
    Ok(numbering)
}

fn list(node: Node<'_>) -> List {
    let form = node.value_of("abstractNumId").unwrap_or_default().into_owned();
    let mut list = List { form, ..List::default() };
    for over in node.children().filter(|child| child.name() == "lvlOverride") {
        let Some(at) = level_at(over) else { continue };
        if let Some(start) = over.value_of("startOverride").and_then(|start| start.parse().ok()) {
            list.starts.insert(at, start);
        }
        list.levels.append(&mut levels(over));
    }
    list
}

fn level_at(node: Node<'_>) -> Option<usize> {
    node.attribute("ilvl")?.parse().ok().filter(|at| *at < LEVELS)
}

fn levels(node: Node<'_>) -> BTreeMap<usize, Level> {
    let levels = node.children().filter(|child| child.name() == "lvl");
    let level = |node: Node<'_>| {
        let level = Level {
            start: node.value_of("start").and_then(|start| start.parse().ok()).unwrap_or(1),
            format: node.value_of("numFmt").unwrap_or("decimal".into()).into_owned(),
            text: node.value_of("lvlText").unwrap_or_default().into_owned(),
            is_legal: node.switch("isLgl") == Some(true),
            restarts: node.value_of("lvlRestart").as_deref() != Some("0"),
            style: node.value_of("pStyle").map(|style| style.to_string()),
        };
        Some((level_at(node)?, level))
    };
    levels.filter_map(level).collect()
}

impl Numbering {
    /// The level at which the paragraphs of a style stand in a list.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let list = self.lists.get(list)?;
        let of_form = self.forms.get(&list.form).map(|form| &form.levels);
        let mut levels = list.levels.iter().chain(of_form.into_iter().flatten());
        levels.find(|(_, level)| level.style.as_deref() == Some(style)).map(|(at, _)| *at)
    }

    /// Counts a paragraph of a list; none when nothing is shown before it.
    pub fn count(&mut self, id: &str, at: usize, styles: &Styles) -> Option<Counted> {
        let at = at.min(LEVELS - 1);
        let levels = self.levels(id, styles)?;
        let list = self.lists.get(id)?;
        let counted = self.counted.entry(list.form.clone()).or_default();
        if self.begun.insert(id.to_owned()) {
            for level in list.starts.keys() {
                counted[*level..].fill(None);
            }
        }
        let level = levels.get(at)?.as_ref()?;
        for (above, count) in counted.iter_mut().enumerate().take(at) {
            let start = levels[above].as_ref().map_or(1, |level| level.start);
            count.get_or_insert(start);
        }
        let own = counted[at].map_or(level.start, |count| count.saturating_add(1));
        counted[at] = Some(own);
        for (below, count) in counted.iter_mut().enumerate().skip(at + 1) {
            if levels[below].as_ref().is_none_or(|level| level.restarts) {
                *count = None;
            }
        }
        if level.format == "bullet" {
            return Some(Counted::Bullet);
        }
        let label = label(level, &levels, counted);
        let own_sign = format!("%{}", at + 1);
        let rest = level.text.replace(&own_sign, "");
        let says_more = rest.contains('%') || rest.chars().any(char::is_alphanumeric);
        (!label.is_empty()).then_some(Counted::Number(Number { own, label, says_more }))
    }

    /// The levels of a list, its own over those of its form.
    fn levels(&self, id: &str, styles: &Styles) -> Option<[Option<Level>; LEVELS]> {
        let list = self.lists.get(id)?;
        let mut form = self.forms.get(&list.form)?;
        if let Some(style) = &form.style {
            let other = styles.says(style).numbering.and_then(|id| self.lists.get(&id));
            form = other.and_then(|list| self.forms.get(&list.form)).unwrap_or(form);
        }
        let level = |at| {
            let level = list.levels.get(&at).or_else(|| form.levels.get(&at))?.clone();
            let start = list.starts.get(&at).copied().unwrap_or(level.start);
            Some(Level { start, ..level })
        };
        Some(std::array::from_fn(level))
    }
}

/// The number of a paragraph with all that is written around it.
fn label(level: &Level, levels: &[Option<Level>; LEVELS], counted: &[Option<u32>; LEVELS]) -> String {
    let mut label = String::new();
    let mut text = level.text.chars().peekable();
    while let Some(c) = text.next() {
        let sign = (c == '%').then(|| text.peek().and_then(|c| c.to_digit(10))).flatten();
        let Some(at) = sign.and_then(|sign| usize::try_from(sign).ok()?.checked_sub(1)) else {
            label.push(c);
            continue;
        };
        text.next();
        let (Some(Some(of)), Some(Some(number))) = (levels.get(at), counted.get(at)) else { continue };
        let format = if level.is_legal { "decimal" } else { of.format.as_str() };
        label.push_str(&written(*number, format));
    }
    label.trim().to_owned()
}

/// A number in the signs of a format.
fn written(number: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperLetter" => letter(number),
        "lowerLetter" => letter(number).to_lowercase(),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// A, B… Z, AA, BB… as Word goes on.
fn letter(number: u32) -> String {
    let Some(from_zero) = number.checked_sub(1) else { return String::new() };
    let letter = char::from_digit(10 + from_zero % 26, 36).unwrap_or_default().to_ascii_uppercase();
    let times = usize::try_from(from_zero / 26 + 1).unwrap_or(1).min(30);
    letter.to_string().repeat(times)
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number.min(9_999);
    let mut signs = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            signs.push_str(sign);
            rest -= value;
        }
    }
    signs
}
