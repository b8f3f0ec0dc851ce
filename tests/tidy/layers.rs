//! Layers: a module imports only modules listed above it in `src/lib.rs`; kinds do not know each other.

use crate::tree::{self, File, Finding, starts_of};

/// The modules in the order of the layers.
fn order(lib: &File) -> Vec<&str> {
    lib.text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect()
}

/// Every mention of a module above its own layer, or of another kind.
fn layers(order: &[&str], file: &File) -> Vec<Finding> {
    let own = file.module();
    let Some(own_layer) = order.iter().position(|module| Some(module) == own.first()) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for (line, path) in paths(file) {
        let place = |module: &str| order.iter().position(|known| *known == module);
        match path.first().and_then(|module| Some((module, place(module)?))) {
            Some((module, layer)) if layer > own_layer => {
                let message =
                    format!("`{}` imports `{module}`, which is listed below it in src/lib.rs", own[0]);
                findings.push(Finding::at(file, line, message));
            }
            Some((_, layer)) if layer == own_layer && own[0] == "kind" && own.len() > 1 => {
                if path.get(1).is_none_or(|kind| kind != own[1]) {
                    let other = path.get(1).map_or("the registry", String::as_str);
                    let message = format!("the kind `{}` imports {other}: a kind knows only itself", own[1]);
                    findings.push(Finding::at(file, line, message));
                }
            }
            Some(_) | None => {}
        }
    }
    findings
}

/// The paths of this crate that the code mentions, from its root: at most two modules deep.
fn paths(file: &File) -> Vec<(usize, Vec<String>)> {
    let code = file.code();
    let text: String = code.iter().flat_map(|(_, line)| [*line, "\n"]).collect();
    let line_of = |at: usize| text[..at].matches('\n').count() + 1;
    let mut paths = Vec::new();
    for at in starts_of(&text, "crate::") {
        paths.extend(expanded(&text[at + "crate::".len()..]).into_iter().map(|path| (line_of(at), path)));
    }
    for at in starts_of(&text, "super::") {
        let mut rest = &text[at..];
        let mut own = file.module();
        while let Some(after) = rest.strip_prefix("super::") {
            rest = after;
            own.pop();
        }
        for path in expanded(rest) {
            let whole = own.iter().map(|part| (*part).to_owned()).chain(path).collect();
            paths.push((line_of(at), whole));
        }
    }
    paths
}

/// `a::b::C` is one path; `{a::B, c::{D, E}}` is one for each part of the outer braces.
fn expanded(text: &str) -> Vec<Vec<String>> {
    let Some(inside) = text.strip_prefix('{') else { return vec![segments(text)] };
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            ',' if depth == 0 => {
                parts.push(&inside[start..at]);
                start = at + 1;
            }
            '}' if depth == 0 => {
                parts.push(&inside[start..at]);
                break;
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    parts.into_iter().map(|part| segments(part.trim())).filter(|path| !path.is_empty()).collect()
}

fn segments(text: &str) -> Vec<String> {
    let name_end = |c: char| !(c.is_alphanumeric() || c == '_' || c == ':');
    let path = text.split(name_end).next().unwrap_or(text);
    path.split("::").filter(|part| !part.is_empty()).take(2).map(str::to_owned).collect()
}

#[test]
fn modules_import_only_those_above_them() {
    let lib = tree::file("src/lib.rs");
    crate::stands(File::is_source, |file| layers(&order(&lib), file));
}

#[test]
fn every_module_of_the_root_is_a_layer() {
    let lib = tree::file("src/lib.rs");
    let order = order(&lib);
    let findings: Vec<Finding> = tree::files()
        .iter()
        .filter(|file| file.is_source())
        .filter(|file| file.module().first().is_some_and(|module| !order.contains(module)))
        .map(|file| Finding::at(file, 0, "this module is not listed in src/lib.rs"))
        .collect();
    crate::none(&findings);
}

/// The first column of the table of layers, in order.
fn told(architecture: &File) -> Vec<&str> {
    let rows = architecture.text.lines().skip_while(|line| *line != "## The layers");
    let rows =
        rows.skip(1).take_while(|line| !line.starts_with("## ")).filter(|line| line.starts_with("| `"));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    cells.flat_map(|cell| cell.split(',').map(|name| name.trim().trim_matches('`'))).collect()
}

#[test]
fn the_architecture_tells_every_layer_in_order() {
    assert_eq!(told(&tree::file("ARCHITECTURE.md")), order(&tree::file("src/lib.rs")));
}

/// Paths of the code that a text names and that are not there.
fn lost(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, line) in file.text.lines().enumerate() {
        let named = line.split('`').skip(1).step_by(2);
        let is_path = |name: &&str| {
            ["src/", "tests/", "docs/", "themes/"].iter().any(|start| name.starts_with(start))
                && !name.contains(['*', ' ', '…'])
        };
        for path in named.filter(is_path).filter(|path| !tree::root().join(path).exists()) {
            findings.push(Finding::at(file, at + 1, format!("`{path}` does not exist")));
        }
    }
    findings
}

#[test]
fn the_paths_that_documents_name_exist() {
    for path in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"] {
        crate::none(&lost(&tree::file(path)));
    }
    crate::shown(
        lost(&File::new("A.md", "See `src/lib.rs`.\nThen `src/nothing.rs`.\n")),
        &["A.md:2: `src/nothing.rs` does not exist"],
    );
}

#[track_caller]
fn check(path: &str, text: &str, expected: &[&str]) {
    let order = ["date", "markdown", "kind", "site", "cli"];
    crate::shown(layers(&order, &File::new(path, text)), expected);
}

#[test]
fn an_import_from_below_is_found() {
    check(
        "src/date.rs",
        "//! Days.\nuse crate::site::Site;\n",
        &["src/date.rs:2: `date` imports `site`, which is listed below it in src/lib.rs"],
    );
    check(
        "src/date.rs",
        "fn f() { crate::kind::read(); }\n",
        &["src/date.rs:1: `date` imports `kind`, which is listed below it in src/lib.rs"],
    );
    check("src/site.rs", "use crate::date::Date;\n", &[]);
}

#[test]
fn an_import_from_below_is_found_in_braces_and_by_super() {
    check(
        "src/kind/plan/read.rs",
        "use crate::{date::Date,\n    site::{Site, Link}};\n",
        &["src/kind/plan/read.rs:1: `kind` imports `site`, which is listed below it in src/lib.rs"],
    );
    check(
        "src/kind/plan/read.rs",
        "use super::super::super::cli::report;\n",
        &["src/kind/plan/read.rs:1: `kind` imports `cli`, which is listed below it in src/lib.rs"],
    );
}

#[test]
fn a_kind_that_knows_another_is_found() {
    check(
        "src/kind/plan/read.rs",
        "use crate::kind::mission::Axis;\n",
        &["src/kind/plan/read.rs:1: the kind `plan` imports mission: a kind knows only itself"],
    );
    check(
        "src/kind/plan/mod.rs",
        "use super::article;\n",
        &["src/kind/plan/mod.rs:1: the kind `plan` imports article: a kind knows only itself"],
    );
    check("src/kind/plan/read.rs", "use super::status::Status;\nuse crate::kind::plan::Plan;\n", &[]);
    check("src/kind/mod.rs", "use crate::kind::mission::Axis;\n", &[]);
}

#[test]
fn comments_and_tests_may_name_any_module() {
    check(
        "src/date.rs",
        "/// See [`crate::site`].\n#[cfg(test)]\nmod tests {\n    use crate::site;\n}\n",
        &[],
    );
}
