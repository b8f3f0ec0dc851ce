//! How words look: by their elements, and by the styles that Word and Google Docs write instead.

use std::collections::BTreeMap;

use super::super::piece::Look;
use super::tree::Element;

/// Whether an element is part of a sentence.
pub(super) fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "b"
            | "big"
            | "cite"
            | "code"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "input"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "tt"
            | "u"
            | "var"
    )
}

/// What the styles of a page say of its classes: Google Docs writes all looks there.
#[derive(Default)]
pub(super) struct Styles {
    classes: BTreeMap<String, String>,
}

impl Styles {
    /// Reads what stands between `<style>` and `</style>`.
    pub fn of(html: &str) -> Styles {
        let mut styles = Styles::default();
        let mut rest = html;
        while let Some((style, after)) = next_style(rest) {
            styles.read(style);
            rest = after;
        }
        styles
    }

    fn read(&mut self, style: &str) {
        for rule in without_comments(style).split('}') {
            let Some((selectors, declarations)) = rule.rsplit_once('{') else { continue };
            for selector in selectors.split(',') {
                let selector = selector.trim().trim_start_matches("<!--").trim();
                let Some((element, class)) = selector.split_once('.') else { continue };
                let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
                if element.chars().all(is_name) && !class.is_empty() && class.chars().all(is_name) {
                    let own = self.classes.entry(class.to_owned()).or_default();
                    own.push(';');
                    own.push_str(declarations.trim());
                }
            }
        }
    }

    /// What is declared of an element, the stronger last.
    pub fn of_element<'s>(&'s self, element: &'s Element) -> impl Iterator<Item = (String, String)> + 's {
        let classes = element.classes().filter_map(|class| self.classes.get(class)).map(String::as_str);
        let all = classes.chain(element.attribute("style"));
        all.flat_map(|declarations| declarations.split(';')).filter_map(|declaration| {
            let (property, value) = declaration.split_once(':')?;
            Some((property.trim().to_lowercase(), value.trim().to_lowercase()))
        })
    }

    /// Whether a browser shows nothing of it.
    pub fn is_hidden(&self, element: &Element) -> bool {
        let mut declared = self.of_element(element);
        element.attribute("hidden").is_some()
            || declared.any(|(property, value)| {
                matches!((property.as_str(), value.as_str()), ("display", "none") | ("mso-hide", "all"))
            })
    }

    /// How the words in an element look, in one of which the words look like that.
    pub fn look(&self, element: &Element, above: Look) -> Look {
        let mut look = above;
        match element.name.as_str() {
            "b" | "strong" | "dt" => look.is_bold = true,
            "i" | "em" | "cite" | "dfn" | "var" => look.is_italic = true,
            "s" | "strike" | "del" => look.is_struck = true,
            "sup" => look.is_raised = true,
            "sub" => look.is_lowered = true,
            _ => {}
        }
        for (property, value) in self.of_element(element) {
            let value = value.trim_end_matches("!important").trim();
            match (property.as_str(), value) {
                ("font-weight", "bold" | "bolder") => look.is_bold = true,
                ("font-weight", "normal" | "lighter") => look.is_bold = false,
                ("font-weight", value) => {
                    look.is_bold = value.parse::<u16>().map_or(look.is_bold, |weight| weight >= 600);
                }
                ("font-style", "italic" | "oblique") => look.is_italic = true,
                ("font-style", "normal") => look.is_italic = false,
                ("text-decoration" | "text-decoration-line", value) if value.contains("line-through") => {
                    look.is_struck = true;
                }
                ("vertical-align", "super") => look.is_raised = true,
                ("vertical-align", "sub") => look.is_lowered = true,
                ("vertical-align", "baseline") => (look.is_raised, look.is_lowered) = (false, false),
                _ => {}
            }
        }
        look
    }
}

/// The next style of a page, and what stands behind it.
fn next_style(html: &str) -> Option<(&str, &str)> {
    let find = |text: &str, what: &[u8]| {
        text.as_bytes().windows(what.len()).position(|part| part.eq_ignore_ascii_case(what))
    };
    let open = find(html, b"<style")?;
    let (_, inside) = html[open..].split_once('>')?;
    let close = find(inside, b"</style").unwrap_or(inside.len());
    Some(inside.split_at(close))
}

fn without_comments(style: &str) -> String {
    let mut kept = String::new();
    let mut rest = style;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}
