//! `docs/theme.md`, whose examples are built, and `docs/theme-reference.md`, which is written from
//! the code: views, words, tokens, components and blocks. `JALON_WRITE=1` writes the reference.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test reads the sources and the guide, and stops at the first surprise"
)]

mod examples;
mod reference;
mod templates;
mod views;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text files of a folder, by path inside it.
fn files(folder: &str) -> BTreeMap<String, String> {
    let root = root().join(folder);
    let walk = walkdir::WalkDir::new(&root).into_iter().map(|entry| entry.unwrap());
    walk.filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            (path, fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}
