//! Reads `src/view/` as the tables of the reference: each type, its fields, their comments.

use std::collections::BTreeMap;

/// A type that templates may read.
pub struct View {
    /// The file it is in, without its end: `lists`; `view` for the folder's own.
    pub module: String,
    pub name: String,
    pub comment: String,
    pub fields: Vec<Field>,
}

/// What a field of a view holds.
pub struct Field {
    pub name: String,
    /// As the code writes it.
    pub kind: String,
    pub comment: String,
}

/// Every view, in the order of the code.
pub fn read() -> Vec<View> {
    let files = crate::files("src/view");
    // The folder's own file holds what all others use.
    let (first, others): (Vec<_>, Vec<_>) = files.iter().partition(|(path, _)| *path == "mod.rs");
    first.into_iter().chain(others).flat_map(|(path, text)| of_file(path, text)).collect()
}

fn of_file(path: &str, text: &str) -> Vec<View> {
    let module =
        path.trim_end_matches(".rs").trim_end_matches("/mod").replace("mod", "view").replace('/', "::");
    let mut views: Vec<View> = Vec::new();
    let (mut comment, mut is_open, mut is_hidden) = (Vec::new(), false, false);
    for line in text.lines() {
        let code = line.trim();
        if let Some(said) = code.strip_prefix("/// ") {
            comment.push(said.to_owned());
        } else if code.starts_with("#[serde(skip") {
            is_hidden = true;
        } else if let Some(name) = code.strip_prefix("pub struct ").and_then(|rest| rest.strip_suffix(" {")) {
            is_open = true;
            let (module, name) = (module.clone(), name.to_owned());
            views.push(View { module, name, comment: comment.join(" "), fields: Vec::new() });
            comment.clear();
        } else if line == "}" {
            is_open = false;
        } else if let Some((name, kind)) =
            code.strip_prefix("pub ").filter(|_| is_open).and_then(|field| field.split_once(": "))
        {
            let field = Field {
                name: name.to_owned(),
                kind: kind.trim_end_matches(',').to_owned(),
                comment: comment.join(" "),
            };
            if !std::mem::take(&mut is_hidden) {
                views.last_mut().unwrap().fields.push(field);
            }
            comment.clear();
        } else if !code.starts_with('#') {
            comment.clear();
        }
    }
    views
}

impl View {
    /// The name by which the reference knows it: alone, unless two modules use it.
    pub fn title(&self, all: &[View]) -> String {
        match all.iter().filter(|view| view.name == self.name).count() {
            1 => self.name.clone(),
            _ => format!("{}::{}", self.module, self.name),
        }
    }

    /// The templates its comment names: « The home page: `home.html`. »
    pub fn templates(&self) -> Vec<&str> {
        let named = self.comment.split('`').skip(1).step_by(2);
        named.filter(|name| name.ends_with(".html")).collect()
    }
}

/// The view that a field of a module holds, alone or in a list.
pub fn held<'a>(all: &'a [View], module: &str, kind: &str) -> Option<&'a View> {
    let path = innermost(kind);
    let name = path.rsplit("::").next().unwrap();
    let of_name: Vec<&View> = all.iter().filter(|view| view.name == name).collect();
    let module = path.rsplit_once("::").map_or(module, |(module, _)| module);
    of_name.iter().find(|view| view.module == module).or(of_name.first()).copied()
}

/// `Option<Vec<mission::AxisView>>` → `mission::AxisView`
fn innermost(kind: &str) -> &str {
    let inside =
        ["Option<", "Vec<", "Box<"].iter().find_map(|open| kind.strip_prefix(open)?.strip_suffix('>'));
    inside.map_or(kind, innermost)
}

/// What a field contains, in French.
pub fn in_words(all: &[View], module: &str, kind: &str) -> String {
    if let Some(inside) = kind.strip_prefix("Option<").and_then(|rest| rest.strip_suffix('>')) {
        return format!("{}, ou rien", in_words(all, module, inside));
    }
    if let Some(inside) = kind.strip_prefix("Vec<").and_then(|rest| rest.strip_suffix('>')) {
        return match inside {
            "String" | "&'static str" => "liste de textes".to_owned(),
            inside => format!("liste de {}", in_words(all, module, inside)),
        };
    }
    match kind {
        "String" | "&'static str" => "texte".to_owned(),
        "bool" => "vrai ou faux".to_owned(),
        "u8" | "u32" | "u64" | "usize" => "nombre".to_owned(),
        kind => {
            let view = held(all, module, kind).unwrap_or_else(|| panic!("{kind} is no view of {module}"));
            let title = view.title(all);
            format!("[`{title}`](#{})", anchor(&title))
        }
    }
}

/// The anchor that a forge gives to a heading.
pub fn anchor(title: &str) -> String {
    title.to_lowercase().chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// Where each view is found: « `PlanView.parts` ».
pub fn holders(all: &[View]) -> BTreeMap<String, Vec<String>> {
    let mut holders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for view in all {
        for field in &view.fields {
            if let Some(held) = held(all, &view.module, &field.kind) {
                let place = format!("`{}.{}`", view.title(all), field.name);
                holders.entry(held.title(all)).or_default().push(place);
            }
        }
    }
    holders
}
