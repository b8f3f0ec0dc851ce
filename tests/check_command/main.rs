//! `jalon check`: defects planted in a site are all found, each once, at their place, and nothing else.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

mod planted;
mod sound;
mod ways;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

const SETTINGS: &str = "title = \"Table des Érables\"\nbase_url = \"https://example.org/asso/\"\n";

/// A site of these files, beside its settings.
fn site(settings: &str, files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("jalon.toml"), settings).unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// What a command answered: its code, its problems (helps left out), its last lines.
struct Answer {
    code: i32,
    problems: Vec<String>,
    summary: String,
}

fn jalon(folder: &Path, words: &str) -> Answer {
    let asked: Vec<&str> = words
        .split_whitespace()
        .chain(["--lang", "fr", "--format", "short", "--today", "2026-01-15"])
        .collect();
    let (code, problems, summary) = told(folder, &asked);
    let problems = problems.lines().filter(|line| !line.starts_with("  ")).map(str::to_owned).collect();
    Answer { code, problems, summary }
}

/// The code of a command, what it says of problems, and what it sums up.
fn told(folder: &Path, words: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    let output = command.args(words).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace('\u{a0}', "_");
    (output.status.code().unwrap(), text(output.stderr), text(output.stdout))
}
