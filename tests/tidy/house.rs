//! What git keeps: the lock file, an empty `public/`, and folders of the house only.

use std::process::Command;

use crate::tree::{self, File, Finding};

/// `public/` is built, never kept; the versions that were tested are.
fn kept(listing: &File) -> Vec<Finding> {
    let built =
        listing.text.lines().filter(|path| path.starts_with("public/") && *path != "public/.gitignore");
    let mut findings: Vec<Finding> = built
        .map(|path| Finding::at(listing, 0, format!("`{path}` is built, git must not keep it")))
        .collect();
    for path in ["Cargo.lock", "public/.gitignore"] {
        if !listing.text.lines().any(|line| line == path) {
            findings.push(Finding::at(listing, 0, format!("`{path}` is not kept by git")));
        }
    }
    findings
}

#[test]
fn git_keeps_the_lock_file_and_nothing_that_is_built() {
    // A published package has no repository: there is nothing to keep then.
    if !tree::root().join(".git").exists() {
        return;
    }
    let listed = Command::new("git").args(["ls-files"]).current_dir(tree::root()).output();
    let listed = listed.expect("git can be run");
    assert!(listed.status.success(), "git ls-files: {}", String::from_utf8_lossy(&listed.stderr));
    crate::none(&kept(&File::new("git", &String::from_utf8_lossy(&listed.stdout))));
}

#[test]
fn a_built_file_and_a_lock_file_left_out_are_found() {
    crate::shown(
        kept(&File::new("git", "Cargo.toml\npublic/.gitignore\npublic/index.html\n")),
        &["git: `public/index.html` is built, git must not keep it", "git: `Cargo.lock` is not kept by git"],
    );
}
