//! Reads the default theme as the tables of the reference: components, blocks, tokens, words.

use std::collections::BTreeMap;

/// A piece of template that others call.
pub struct Component {
    pub name: String,
    pub parameters: Vec<String>,
    pub file: String,
    pub comment: String,
}

/// Every component, by file.
pub fn components() -> Vec<Component> {
    let files = crate::files("themes/default/templates");
    let mut components = Vec::new();
    for (file, text) in &files {
        for (at, _) in text.match_indices("{% component ") {
            let rest = &text[at + "{% component ".len()..];
            let (name, rest) = rest.split_once('(').unwrap();
            let (parameters, _) = rest.split_once(')').unwrap();
            let parameters = parameters.split(", ").filter(|it| !it.is_empty()).map(str::to_owned).collect();
            let before = text[..at].trim_end();
            let comment = match before.strip_suffix("#}").and_then(|before| before.rsplit_once("{#")) {
                Some((_, comment)) => comment.split_whitespace().collect::<Vec<_>>().join(" "),
                None => String::new(),
            };
            components.push(Component { name: name.to_owned(), parameters, file: file.clone(), comment });
        }
    }
    components
}

/// The blocks of `base.html`, in its order, each with the templates that give their own.
pub fn blocks() -> Vec<(String, Vec<String>)> {
    let files = crate::files("themes/default/templates");
    let given = |text: &str| -> Vec<String> {
        let rests =
            text.split("{% block ").chain(text.split("{%- block ")).filter(|rest| rest.len() < text.len());
        rests.filter_map(|rest| Some(rest.split_once(' ')?.0.to_owned())).collect()
    };
    let mut of_base: Vec<(usize, String)> = given(&files["base.html"])
        .into_iter()
        .filter_map(|name| Some((files["base.html"].find(&format!("block {name} "))?, name)))
        .collect();
    of_base.sort();
    of_base.dedup();
    let givers = |name: &String| -> Vec<String> {
        let others = files.iter().filter(|(file, _)| *file != "base.html");
        others.filter(|(_, text)| given(text).contains(name)).map(|(file, _)| file.clone()).collect()
    };
    of_base.into_iter().map(|(_, name)| (givers(&name), name)).map(|(givers, name)| (name, givers)).collect()
}

/// The tokens of the style, in its order: name, value, value in the dark.
pub fn tokens() -> Vec<(String, String, Option<String>)> {
    let css = crate::read("themes/default/assets/jalon.css");
    let layer = css.split_once("@layer tokens {").unwrap().1.split("@layer").next().unwrap();
    let (light, dark) = layer.split_once("@media").unwrap();
    let declared = |text: &str| -> Vec<(String, String)> {
        let lines = text.split([';', '{', '}', '\n']);
        lines
            .filter_map(|line| line.trim().strip_prefix("--")?.split_once(": "))
            .map(|(name, value)| (format!("--{name}"), value.to_owned()))
            .collect()
    };
    let dark: BTreeMap<String, String> = declared(dark).into_iter().collect();
    let light = declared(light).into_iter();
    light
        .map(|(name, value)| {
            let dark = dark.get(&name).cloned();
            (name, value, dark)
        })
        .collect()
}

/// The words of a language by dotted key, in the order of the file.
pub fn words(language: &str) -> Vec<(String, String)> {
    let table: toml::Table = crate::read(&format!("themes/default/words/{language}.toml")).parse().unwrap();
    let mut words = Vec::new();
    gather("", &table, &mut words);
    words
}

fn gather(prefix: &str, table: &toml::Table, words: &mut Vec<(String, String)>) {
    for (key, value) in table {
        let key = format!("{prefix}{key}");
        match value.as_table() {
            Some(inside) => gather(&format!("{key}."), inside, words),
            None => words.push((key, value.as_str().unwrap().to_owned())),
        }
    }
}
