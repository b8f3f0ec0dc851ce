//! What stands around the text of a page, and is left out: menus, banners, forms, players.

use super::tree::{Element, Tree, What};

/// Elements that are something to see, whether they hold words or not.
const SEEN: [&str; 13] = [
    "applet", "audio", "button", "canvas", "embed", "iframe", "input", "map", "math", "object", "select",
    "svg", "textarea",
];

/// Where the text of a page stands: its only `<main>`, else its only `<article>`, else all of it.
pub(super) fn body(tree: &Tree) -> usize {
    let only = |name: &str| {
        let mut all = tree.elements().filter(|(_, element)| element.name == name);
        let first = all.next().map(|(at, _)| at).filter(|at| tree.has_words(*at))?;
        all.next().is_none().then_some(first)
    };
    only("main").or_else(|| only("article")).unwrap_or(0)
}

/// Whether an element is left out of a document. Forms that hold the whole page are not.
pub(super) fn is_left(tree: &Tree, at: usize, element: &Element) -> bool {
    match element.name.as_str() {
        "nav" | "video" => true,
        "input" => element.attribute("type").is_none_or(|kind| !kind.eq_ignore_ascii_case("checkbox")),
        "form" => !tree.holds(at, &["h1", "h2", "h3", "main", "article"]),
        "header" | "footer" | "aside" => {
            !tree.above(at).any(|above| matches!(tree.name(above), "main" | "article" | "section"))
        }
        name => SEEN.contains(&name),
    }
}

/// The name that an element which is left out is told under; none when nobody misses it.
pub(super) fn name_of(tree: &Tree, at: usize, element: &Element) -> Option<String> {
    let is_hidden = |value: Option<&str>| value.is_some_and(|value| value.eq_ignore_ascii_case("hidden"));
    let name = element.name.as_str();
    let is_told = match name {
        "input" => !is_hidden(element.attribute("type")),
        "svg" => element.attribute("aria-hidden") != Some("true"),
        "map" => false,
        "video" => true,
        _ => SEEN.contains(&name) || tree.has_words(at),
    };
    // What a form holds is told as the form.
    let name = if matches!(name, "input" | "select" | "button" | "textarea") { "form" } else { name };
    is_told.then(|| name.to_owned())
}

/// The names of what stands outside the text of a page and holds words, each once.
pub(super) fn left(tree: &Tree, body: usize, names: &mut Vec<String>) {
    let above: Vec<usize> = tree.above(body).collect();
    for outer in above.iter().rev() {
        for child in &tree.node(*outer).children {
            if *child != body && !above.contains(child) {
                name_parts(tree, *child, names);
            }
        }
    }
}

fn name_parts(tree: &Tree, at: usize, names: &mut Vec<String>) {
    let element = match &tree.node(at).what {
        What::Element(element) => element,
        What::Text(words) => {
            if words.chars().any(char::is_alphanumeric) {
                let parent = tree.name(tree.node(at).parent);
                push(names, if parent.is_empty() { "body" } else { parent });
            }
            return;
        }
    };
    match element.name.as_str() {
        "title" => {}
        "div" | "section" | "center" | "form" | "span" | "article" => {
            tree.node(at).children.iter().for_each(|child| name_parts(tree, *child, names));
        }
        "header" | "footer" | "aside" | "nav" => {
            if tree.has_words(at) {
                push(names, &element.name);
            }
        }
        name if is_left(tree, at, element) => {
            if name_of(tree, at, element).is_some() {
                push(names, name);
            }
        }
        // « Aller au contenu »
        "a" if element.attribute("href").is_some_and(|href| href.starts_with('#')) => {}
        name => {
            if tree.has_words(at) {
                push(names, name);
            }
        }
    }
}

fn push(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}
