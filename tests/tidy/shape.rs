//! The shape of a source file: how it opens, how long it is, what it never holds.

use crate::tree::{File, Finding};

/// The longest a file may be before its tests.
const LONGEST: usize = 400;

/// What must not stay behind, in code or comments; split so that this file does not hold them.
const UNFINISHED: &[&str] = &[
    concat!("to", "do!"),
    concat!("unimple", "mented!"),
    concat!("dbg", "!"),
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
];

/// A file opens with a sentence on what it is for, and says more than a placeholder does.
fn opening(file: &File) -> Vec<Finding> {
    match file.text.lines().next().and_then(|line| line.strip_prefix("//! ")) {
        Some("Placeholder.") => vec![Finding::at(file, 1, "this file is still a placeholder")],
        Some(_) => Vec::new(),
        None => vec![Finding::at(file, 1, "opens without `//! ` and a sentence on what it is for")],
    }
}

fn length(file: &File) -> Vec<Finding> {
    match file.n_lines_before_tests() {
        n_lines if n_lines < LONGEST => Vec::new(),
        n_lines => {
            let message = format!("{n_lines} lines before its tests; make it a folder at {LONGEST}");
            vec![Finding::at(file, 0, message)]
        }
    }
}

/// Imports that hide who uses whom.
fn imports(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, code) in file.code() {
        let words = code.trim_start();
        let visible = words.strip_prefix("pub").is_some_and(|rest| {
            let rest = rest.split_once(')').filter(|_| rest.starts_with('(')).map_or(rest, |(_, rest)| rest);
            rest.starts_with(" use ")
        });
        if visible {
            findings.push(Finding::at(file, line, "re-exports hide who uses whom: name the module itself"));
        }
        let imported = visible || words.starts_with("use ");
        if (imported && words.contains('*')) || words.ends_with("::*,") {
            findings.push(Finding::at(file, line, "a glob import hides who uses whom: name what is used"));
        }
    }
    findings
}

fn unfinished(file: &File) -> Vec<Finding> {
    let lines = file.text.lines().enumerate();
    lines
        .filter_map(|(at, line)| {
            let mark = UNFINISHED.iter().find(|mark| holds_word(line, mark))?;
            Some(Finding::at(file, at + 1, format!("`{mark}` is left behind")))
        })
        .collect()
}

fn holds_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !inside(before) && (word.ends_with('!') || !inside(after))
    })
}

/// Public types and functions at the root of a file stand under a `///` sentence.
///
/// Fields, variants and methods may have a name that says it all; these may not.
fn introduced(file: &File) -> Vec<Finding> {
    const ITEMS: &[&str] = &["const ", "enum ", "fn ", "static ", "struct ", "trait ", "type ", "union "];
    let lines: Vec<&str> = file.text.lines().collect();
    let mut findings = Vec::new();
    for (at, line) in lines[..file.n_lines_before_tests()].iter().enumerate() {
        let Some(item) =
            line.strip_prefix("pub ").filter(|item| ITEMS.iter().any(|kind| item.starts_with(kind)))
        else {
            continue;
        };
        // Attributes may stand between the sentence and the item, on several lines.
        let above = lines[..at].iter().rev();
        let above =
            above.take_while(|line| !line.is_empty() && !line.starts_with('}') && !line.ends_with(';'));
        if !above.into_iter().any(|line| line.starts_with("///")) {
            let name = item.split(['(', '<', '{', ':', ';', '=']).next().unwrap_or(item).trim();
            findings.push(Finding::at(
                file,
                at + 1,
                format!("`pub {name}` is not introduced by a `///` sentence"),
            ));
        }
    }
    findings
}

#[test]
fn each_file_opens_with_what_it_is_for() {
    crate::stands(File::is_rust, opening);
}

#[test]
fn no_file_is_too_long_to_be_read_at_once() {
    crate::stands(File::is_source, length);
}

#[test]
fn nothing_hides_who_uses_whom() {
    crate::stands(File::is_rust, imports);
}

#[test]
fn nothing_is_left_unfinished() {
    crate::stands(File::is_rust, unfinished);
}

#[test]
fn public_types_and_functions_are_introduced() {
    crate::stands(File::is_source, introduced);
}

#[test]
fn a_file_without_its_sentence_is_found() {
    let message = "src/x.rs:1: opens without `//! ` and a sentence on what it is for";
    crate::shown(opening(&File::new("src/x.rs", "use std::fmt;\n")), &[message]);
    crate::shown(opening(&File::new("src/x.rs", "")), &[message]);
    crate::shown(opening(&File::new("src/x.rs", "//! Days, without a clock.\n")), &[]);
}

#[test]
fn a_long_file_is_found_and_its_tests_do_not_count() {
    let tests = "#[cfg(test)]\nmod tests {\n".to_owned() + &"    // …\n".repeat(300) + "}\n";
    let long = File::new("src/x.rs", &("let a = 1;\n".repeat(400) + &tests));
    crate::shown(length(&long), &["src/x.rs: 400 lines before its tests; make it a folder at 400"]);
    crate::shown(length(&File::new("src/x.rs", &("let a = 1;\n".repeat(399) + &tests))), &[]);
}

#[test]
fn re_exports_and_globs_are_found() {
    let file = File::new("src/x.rs", "pub use a::B;\npub(crate) use a::C;\nuse d::*;\nuse e::F;\n");
    crate::shown(
        imports(&file),
        &[
            "src/x.rs:1: re-exports hide who uses whom: name the module itself",
            "src/x.rs:2: re-exports hide who uses whom: name the module itself",
            "src/x.rs:3: a glob import hides who uses whom: name what is used",
        ],
    );
}

#[test]
fn what_is_left_unfinished_is_found() {
    let text = format!("// {}: later\nlet x = {}();\nlet méthodo = 1;\n", UNFINISHED[3], UNFINISHED[0]);
    let findings = unfinished(&File::new("src/x.rs", &text));
    let expected = [3, 0].map(|mark| format!("`{}` is left behind", UNFINISHED[mark]));
    crate::shown(
        findings,
        &[&format!("src/x.rs:1: {}", expected[0]), &format!("src/x.rs:2: {}", expected[1])],
    );
}

#[test]
fn a_public_item_without_its_sentence_is_found() {
    let text = "/// A day.\n#[derive(Debug)]\npub struct Date;\n\npub fn today() -> Date {\n}\npub mod x;\n";
    crate::shown(
        introduced(&File::new("src/x.rs", text)),
        &["src/x.rs:5: `pub fn today` is not introduced by a `///` sentence"],
    );
}
