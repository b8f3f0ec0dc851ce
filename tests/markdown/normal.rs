//! HTML reduced to what two writers must agree on: elements, their attributes, and text.

use std::collections::BTreeMap;

/// One line per tag or text: white space, attribute order and spelling of entities do not count,
/// nor what we add to what a specification asks (anchors, classes of our theme, the box of a table).
pub fn normal(html: &str) -> String {
    let mut writer = Normal::default();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        writer.text(&rest[..open]);
        let end = tag_end(&rest[open..]);
        writer.tag(&rest[open + 1..open + end]);
        rest = &rest[(open + end + 1).min(rest.len())..];
    }
    writer.text(rest);
    writer.finish_text();
    writer.lines.join("\n")
}

#[derive(Default)]
struct Normal {
    lines: Vec<String>,
    text: String,
    pre: usize,
    /// For each open `div`, whether it is one of ours.
    divs: Vec<bool>,
}

const INLINE: [&str; 13] =
    ["a", "b", "code", "del", "em", "i", "img", "input", "span", "strong", "sup", "br", "sub"];

impl Normal {
    fn text(&mut self, text: &str) {
        let text = decoded(text);
        if self.pre > 0 {
            self.text.push_str(&text);
            return;
        }
        for c in text.chars() {
            let is_space = c == ' ' || c == '\n' || c == '\t';
            if !is_space {
                self.text.push(c);
            } else if !self.text.ends_with(' ') {
                self.text.push(' ');
            }
        }
    }

    fn finish_text(&mut self) {
        let text = std::mem::take(&mut self.text);
        let text = if self.pre > 0 { &text[..] } else { text.trim() };
        if !text.is_empty() {
            self.lines.push(format!("{text:?}"));
        }
    }

    fn tag(&mut self, inside: &str) {
        let (name, attributes) = attributes(inside);
        if name == "/div" && self.divs.pop() == Some(true) {
            return;
        }
        if name == "div" {
            let is_ours = attributes.get("class").is_some_and(|class| class == "table-box");
            self.divs.push(is_ours);
            if is_ours {
                return;
            }
        }
        let is_block = !INLINE.contains(&name.trim_start_matches('/'));
        if is_block {
            self.finish_text();
        } else {
            // Text and inline tags stand on one line, so that a missing space is seen.
            let attributes: String =
                attributes.iter().map(|(name, value)| format!(" {name}={value:?}")).collect();
            self.text.push_str(&format!("⟨{name}{attributes}⟩"));
            if name == "br" {
                self.text.push(' ');
            }
            return;
        }
        match name.as_str() {
            "pre" => self.pre += 1,
            "/pre" => self.pre = self.pre.saturating_sub(1),
            _ => {}
        }
        let attributes: String =
            attributes.iter().map(|(name, value)| format!(" {name}={value:?}")).collect();
        self.lines.push(format!("<{name}{attributes}>"));
    }
}

fn tag_end(html: &str) -> usize {
    let mut quote = None;
    for (at, c) in html.char_indices() {
        match (quote, c) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    html.len().saturating_sub(1)
}

fn attributes(inside: &str) -> (String, BTreeMap<String, String>) {
    let inside = inside.trim_end_matches('/');
    let (name, mut rest) = inside.split_once(|c: char| c.is_whitespace()).unwrap_or((inside, ""));
    let mut attributes = BTreeMap::new();
    while let Some((attribute, after)) = rest.split_once('=') {
        let quoted = after.strip_prefix('"').unwrap_or(after);
        let (value, after) = quoted.split_once('"').unwrap_or((quoted, ""));
        let mut names: Vec<&str> = attribute.split_whitespace().collect();
        let last = names.pop().unwrap_or_default();
        attributes.extend(names.iter().map(|name| (name.to_string(), String::new())));
        attributes.insert(last.to_owned(), decoded(value));
        rest = after;
    }
    for name in rest.split_whitespace() {
        attributes.insert(name.to_owned(), String::new());
    }
    let name = name.to_ascii_lowercase();
    for ours in ["tabindex", "loading", "scope", "aria-label"] {
        attributes.remove(ours);
    }
    if name.len() == 2 && name.starts_with('h') && name != "hr" {
        attributes.remove("id");
    }
    match attributes.get("class").map(String::as_str) {
        Some("task") => {
            attributes.remove("class");
        }
        Some(class) if class.starts_with("align-") => {
            let align = class.trim_start_matches("align-").to_owned();
            attributes.remove("class");
            attributes.insert("align".to_owned(), align);
        }
        _ => {}
    }
    (name, attributes)
}

fn decoded(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}
