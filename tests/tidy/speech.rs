//! What no file of the project says: where it was written, with what, and where packages come from.

use crate::tree::{File, Finding};

/// Folders of one machine, written as absolute paths.
///
/// The needles of this file are split in two, so that it does not hold them itself.
const MACHINE_PATHS: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/tm", "p/"),
    concat!("/wo", "rk/"),
    concat!("/Us", "ers/"),
    concat!("C:\\Us", "ers"),
];

/// Hosts of package registries: a mirror must be able to stand in for each.
const REGISTRIES: &[&str] = &[
    concat!("crates", ".io"),
    concat!("npmjs", "."),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
    concat!("proxy.", "golang.org"),
];

/// The documents speak of associations, not of the tools of who wrote them. Lower case, whole words.
const TOOLS: &[&str] = &[
    concat!("anthro", "pic"),
    concat!("chatg", "pt"),
    concat!("clau", "de"),
    concat!("co-authored", "-by"),
    concat!("co", "dex"),
    concat!("copi", "lot"),
    concat!("gem", "ini"),
    concat!("gp", "t"),
    concat!("language ", "model"),
    concat!("l", "lm"),
    concat!("open", "ai"),
];

/// How Cargo itself names the default registry in the lock file.
const DEFAULT_REGISTRY: &str = concat!("registry+https://github.com/rust-lang/crates", ".io-index");

fn machine_paths(file: &File) -> Vec<Finding> {
    // In an address or a relative path, something stands right before the first `/`.
    let starts_there =
        |before: Option<char>| !before.is_some_and(|c| c.is_alphanumeric() || "./-_~*})".contains(c));
    found(file, MACHINE_PATHS, |line, needle| {
        line.match_indices(needle).any(|(at, _)| starts_there(line[..at].chars().next_back()))
    })
    .map(|(line, needle)| Finding::at(file, line, format!("`{needle}` is a path of one machine")))
    .collect()
}

fn registries(file: &File) -> Vec<Finding> {
    found(file, REGISTRIES, |line, needle| {
        let line = if file.path == "Cargo.lock" { &line.replace(DEFAULT_REGISTRY, "") } else { line };
        line.contains(needle)
    })
    .map(|(line, needle)| Finding::at(file, line, format!("`{needle}` names a package registry")))
    .collect()
}

fn tools(file: &File) -> Vec<Finding> {
    let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    found(file, TOOLS, |line, needle| {
        let line = line.to_lowercase();
        line.match_indices(needle).any(|(at, _)| {
            !inside(line[..at].chars().next_back()) && !inside(line[at + needle.len()..].chars().next())
        })
    })
    .map(|(line, needle)| {
        Finding::at(file, line, format!("`{needle}` has no place in a document of the project"))
    })
    .collect()
}

/// The lines that hold a needle, with the first needle found.
fn found<'a>(
    file: &'a File,
    needles: &'a [&'a str],
    holds: impl Fn(&str, &str) -> bool + 'a,
) -> impl Iterator<Item = (usize, &'a str)> {
    file.text.lines().enumerate().filter_map(move |(at, line)| {
        let needle = needles.iter().find(|needle| holds(line, needle))?;
        Some((at + 1, *needle))
    })
}

#[test]
fn no_file_names_a_folder_of_one_machine() {
    crate::stands(|_| true, machine_paths);
}

#[test]
fn no_file_names_a_package_registry() {
    crate::stands(|_| true, registries);
}

#[test]
fn no_file_names_the_tools_of_who_wrote_it() {
    crate::stands(|_| true, tools);
}

#[test]
fn a_folder_of_one_machine_is_found() {
    let text = format!(
        "cd {}lise/jalon\nhttps://example.org{}x\n..{}x\n",
        MACHINE_PATHS[0], MACHINE_PATHS[0], MACHINE_PATHS[3]
    );
    let expected = format!("README.md:1: `{}` is a path of one machine", MACHINE_PATHS[0]);
    crate::shown(machine_paths(&File::new("README.md", &text)), &[&expected]);
}

#[test]
fn a_registry_is_found_but_not_the_one_of_the_lock_file() {
    let text =
        format!("source = \"{DEFAULT_REGISTRY}\"\nsource = \"registry+https://mirror.{}\"\n", REGISTRIES[0]);
    let expected = format!("Cargo.lock:2: `{}` names a package registry", REGISTRIES[0]);
    crate::shown(registries(&File::new("Cargo.lock", &text)), &[&expected]);
}

#[test]
fn a_tool_is_found_as_a_whole_word_in_any_case() {
    let text = format!("Asked {} to.\nApache-2.0 WITH L{}-exception\n", TOOLS[5].to_uppercase(), "LVM");
    let expected = format!("NOTES.md:1: `{}` has no place in a document of the project", TOOLS[5]);
    crate::shown(tools(&File::new("NOTES.md", &text)), &[&expected]);
}
