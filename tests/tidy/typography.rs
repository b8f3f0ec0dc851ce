//! French as Québec sets it, in what the program says: spaces around marks, apostrophes.

use crate::tree::{self, File, Finding};

const NO_BREAK_SPACE: char = '\u{a0}';

/// Files whose French is read from plans and papers, not said to anyone: there, every way of writing counts.
const READ_NOT_SAID: &[&str] = &["src/import/docx/tests/", "src/kind/plan/"];

/// Every French string whose marks are not set as Québec sets them.
fn typography(file: &File) -> Vec<Finding> {
    let said = literals(file).into_iter().filter(|(_, said)| is_french(said));
    let faulty = said.filter_map(|(line, said)| Some((line, fault(&without_code(&said))?)));
    faulty.map(|(line, fault)| Finding::at(file, line, fault)).collect()
}

/// English borrows the apostrophe and the dash, but neither these letters nor these quotes.
fn is_french(said: &str) -> bool {
    said.chars().any(|c| "«»àâçèéêëîïôùûœÀÂÇÈÉÊËÎÏÔÙÛŒ".contains(c))
}

/// What stands between backquotes is to be typed as it is.
fn without_code(said: &str) -> String {
    said.split('`').step_by(2).collect::<Vec<_>>().join("`")
}

fn fault(said: &str) -> Option<&'static str> {
    let chars: Vec<char> = said.chars().collect();
    chars.iter().enumerate().find_map(|(at, c)| {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(at + 1).copied();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
        match c {
            '«' if after != Some(NO_BREAK_SPACE) => Some("« wants a no-break space behind it"),
            '»' if before != Some(NO_BREAK_SPACE) => Some("» wants a no-break space before it"),
            ':' if before == Some(' ') || (is_letter(before) && after == Some(' ')) => {
                Some("`:` wants a no-break space before it")
            }
            ';' | '!' | '?' if is_space(before) => Some("no space stands before `;`, `!` and `?`"),
            '\'' if is_letter(before) && is_letter(after) => Some("the apostrophe is ’"),
            _ => None,
        }
    })
}

/// The strings of the code before its tests, with the line where each starts.
fn literals(file: &File) -> Vec<(usize, String)> {
    let n_lines = file.n_lines_before_tests();
    let text: String = file.text.split_inclusive('\n').take(n_lines).collect();
    let (mut literals, mut rest) = (Vec::new(), text.as_str());
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let line = text[..text.len() - rest.len() + at].matches('\n').count() + 1;
        let hashes = rest[..at].len() - rest[..at].trim_end_matches('#').len();
        let is_raw = rest[..at - hashes].ends_with('r');
        let opened = &rest[at..];
        rest = if opened.starts_with("//") {
            opened.split_once('\n').map_or("", |(_, rest)| rest)
        } else if let Some(inside) = opened.strip_prefix('"') {
            let end =
                if is_raw { inside.find(&format!("\"{}", "#".repeat(hashes))) } else { closing(inside) };
            let (said, rest) = inside.split_at(end.unwrap_or(inside.len()));
            literals.push((line, said.replace("\\u{a0}", "\u{a0}").replace("{NO_BREAK_SPACE}", "\u{a0}")));
            rest.get(1..).unwrap_or_default()
        } else if let Some(rest) = ["'\"'", "'\\\"'", "'\\''"].iter().find_map(|c| opened.strip_prefix(c)) {
            rest
        } else {
            &opened[1..]
        };
    }
    literals
}

/// Where a string ends: at the first quotation mark that no backslash escapes.
fn closing(inside: &str) -> Option<usize> {
    let mut escaped = false;
    inside.char_indices().find_map(|(at, c)| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes.then_some(at)
    })
}

#[test]
fn what_is_said_in_french_is_set_as_in_quebec() {
    let is_said =
        |file: &File| file.is_source() && !READ_NOT_SAID.iter().any(|read| file.path.starts_with(read));
    assert!(tree::files().iter().any(|file| is_said(file) && !literals(file).is_empty()));
    crate::stands(is_said, typography);
}

#[track_caller]
fn check(said: &str, expected: Option<&str>) {
    let expected = expected.map(|fault| format!("src/x.rs:2: {fault}"));
    let said = said.replace('~', "\u{a0}");
    let text = format!("//! « x ».\nlet x = '\"'; say(\"{said}\", \"not: French\");\n");
    crate::shown(typography(&File::new("src/x.rs", &text)), expected.as_deref().as_slice());
}

#[test]
fn marks_set_otherwise_are_found() {
    check("mot « écrit~»", Some("« wants a no-break space behind it"));
    check("mot «~écrit »", Some("» wants a no-break space before it"));
    check("lu : été", Some("`:` wants a no-break space before it"));
    check("lu: été", Some("`:` wants a no-break space before it"));
    check("été ?", Some("no space stands before `;`, `!` and `?`"));
    check("été~; puis", Some("no space stands before `;`, `!` and `?`"));
    check("l'été", Some("the apostrophe is ’"));
}

#[test]
fn marks_set_well_and_code_are_left_alone() {
    check("mot «~écrit~»~: l’été; à 8:30? `clé: 'été' ;`!", None);
    check("été\\u{a0}: \\\"x\\\"", None);
}
