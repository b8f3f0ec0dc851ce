//! What Word, Google Docs and LibreOffice write in their own way: titles, points of lists, page margins.

use super::super::piece::Mark;
use super::look::Styles;
use super::tree::{Element, Tree};
use crate::import::signs;

/// A mark with which a word processor sets a paragraph apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Office {
    /// The title of the document.
    Title,
    /// A point of a list, whose sign is part of its words.
    Point { depth: usize },
    /// A line of a table of contents.
    Contents,
    /// What stands above or below each page.
    Margin,
    /// What a reader wrote beside the text.
    Comment,
}

/// What a word processor says of an element.
pub(super) fn office(element: &Element, styles: &Styles) -> Option<Office> {
    let has = |name: &str| element.classes().any(|class| class == name);
    let starts = |start: &str| element.classes().any(|class| class.starts_with(start));
    let style = element.attribute("style").unwrap_or_default();
    match element.name.as_str() {
        "p" | "h1" if has("MsoTitle") => Some(Office::Title),
        "h1" if has("title") => Some(Office::Title),
        // The classes of Google Docs are numbers, those of a site are words.
        "p" if has("title") && element.classes().any(is_numbered_class) => Some(Office::Title),
        "p" if starts("MsoToc") => Some(Office::Contents),
        "p" if starts("MsoList") || style.contains("mso-list:l") => {
            Some(Office::Point { depth: depth(style, element, styles) })
        }
        "div" if element.attribute("title").is_some_and(|title| matches!(title, "header" | "footer")) => {
            Some(Office::Margin)
        }
        "div" if style.contains("mso-element:comment-list") => Some(Office::Comment),
        "a" if has("msocomanchor") => Some(Office::Comment),
        _ => None,
    }
}

fn is_numbered_class(class: &str) -> bool {
    class.strip_prefix('c').is_some_and(|n| !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()))
}

/// How deep a point stands: Word counts levels from 1, and a filtered page says only how far it is set in.
fn depth(style: &str, element: &Element, styles: &Styles) -> usize {
    if let Some((_, level)) = style.split_once(" level") {
        let digits = level.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        return digits.parse::<usize>().unwrap_or(1).clamp(1, 9) - 1;
    }
    // The last one declared holds.
    let left = styles.of_element(element).filter_map(|(property, value)| match property.as_str() {
        "margin-left" => points(&value),
        "margin" => points(value.split_whitespace().nth(3)?),
        _ => None,
    });
    // Whole steps of half an inch; the first one is that of every list.
    let steps = left.last().map_or(1.0, |points| (points / 36.0).round().clamp(1.0, 9.0));
    (1..9).take_while(|step| f64::from(*step) < steps).count()
}

/// A length of CSS, in points.
fn points(length: &str) -> Option<f64> {
    let at = length.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, unit) = length.split_at(at);
    let scale = match unit.trim() {
        "pt" => 1.0,
        "px" => 0.75,
        "in" => 72.0,
        "cm" => 72.0 / 2.54,
        "mm" => 7.2 / 2.54,
        _ => return None,
    };
    Some(number.trim().parse::<f64>().ok()? * scale)
}

/// The level of a list of Google Docs, which writes lists one behind the other: `lst-kix_a1b2c3-1`.
pub(super) fn google_level(list: &Element) -> Option<usize> {
    let class = list.classes().find_map(|class| class.strip_prefix("lst-kix_"))?;
    class.rsplit_once('-')?.1.parse().ok().filter(|level| *level < 20)
}

/// Whether an element is the white space that Word writes between the sign of a point and its words.
pub(super) fn is_sign_end(tree: &Tree, at: usize, element: &Element) -> bool {
    let is_small =
        |style: &str| style.trim_start().starts_with("font:7.0pt") || style.contains(";font:7.0pt");
    element.name == "span" && element.attribute("style").is_some_and(is_small) && tree.words(at).is_empty()
}

/// The mark that the sign of a point stands for, and what it says that no mark does: « a) ».
pub(super) fn mark(sign: &str) -> (Mark, &str) {
    let sign = sign.trim();
    let number = sign.strip_suffix(['.', ')']).unwrap_or(sign);
    match number.parse::<u32>() {
        Ok(n) if !number.starts_with(['0', '+']) => return (Mark::Number(n), ""),
        Ok(_) | Err(_) => {}
    }
    let mut chars = sign.chars();
    match (chars.next(), chars.next()) {
        // A single letter is a drawing, in a font of drawings.
        (alone, None) => match alone.and_then(signs::is_ticked) {
            Some(is_ticked) => (Mark::Box { is_ticked }, ""),
            None => (Mark::Bullet, ""),
        },
        _ => (Mark::Bullet, sign),
    }
}
