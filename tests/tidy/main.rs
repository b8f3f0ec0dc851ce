//! The rules of the house that no compiler checks, on the files as they stand.
//!
//! Each guard is a plain function from text to findings. It is run on the tree, where it must find
//! nothing, and on a planted defect, where it must find it.

#![expect(clippy::disallowed_methods, reason = "a test of the files reads the files")]

mod house;
mod layers;
mod owners;
mod shape;
mod speech;
mod tree;
mod typography;
mod wordlists;

use tree::{File, Finding};

/// Runs a guard on every file of the tree that it is for.
fn stands(files: impl Fn(&File) -> bool, guard: impl Fn(&File) -> Vec<Finding>) {
    let findings: Vec<Finding> = tree::files().iter().filter(|file| files(file)).flat_map(guard).collect();
    none(&findings);
}

/// Fails with one line per finding.
fn none(findings: &[Finding]) {
    let lines: Vec<String> = findings.iter().map(Finding::to_string).collect();
    assert!(findings.is_empty(), "{} to mend:\n{}", findings.len(), lines.join("\n"));
}

/// Shows a guard on a planted text: what it says, one line per finding.
#[track_caller]
fn shown(findings: Vec<Finding>, expected: &[&str]) {
    let lines: Vec<String> = findings.iter().map(Finding::to_string).collect();
    assert_eq!(lines, expected);
}
