//! What shells, manuals and editors are given: scripts that a shell can read, pages that a manual can
//! show, schemas that an editor can follow.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test runs the program and the tools that are there, and stops at the first surprise"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn jalon(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.args(words).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

/// What the program answers, having nothing to complain of.
fn answer(words: &[&str]) -> String {
    let output = jalon(Path::new("."), words);
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0), "{words:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What a tool says of a file; none when the tool is not on this machine.
fn tool(words: &[&str], file: &Path) -> Option<(bool, String)> {
    let output = Command::new(words[0]).args(&words[1..]).arg(file).output().ok()?;
    let said = [output.stdout, output.stderr].concat();
    Some((output.status.success(), String::from_utf8_lossy(&said).into_owned()))
}

#[test]
fn each_shell_has_its_script_with_every_command() {
    let signs = [
        ("bash", "complete -F _jalon"),
        ("zsh", "#compdef jalon"),
        ("fish", "complete -c jalon"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion:arg-completer[jalon]"),
    ];
    for (shell, sign) in signs {
        let script = answer(&["completions", shell, "--lang", "fr"]);
        assert!(script.contains(sign), "{shell}");
        for word in ["init", "build", "check", "status", "--strict", "--base-url"] {
            let word = if shell == "fish" { word.trim_start_matches('-') } else { word };
            assert!(script.contains(word), "{shell} does not complete {word}");
        }
    }
}

#[test]
fn bash_reads_its_script_and_completes_a_command() {
    let here = tempfile::tempdir().unwrap();
    let script = here.path().join("jalon.bash");
    fs::write(&script, answer(&["completions", "bash"])).unwrap();
    let Some((is_read, said)) = tool(&["bash", "-n"], &script) else { return };
    assert!(is_read, "{said}");
    let ask = format!(
        "source {}; COMP_WORDS=(jalon b); COMP_CWORD=1; _jalon jalon b jalon; echo \"${{COMPREPLY[@]}}\"",
        script.display()
    );
    let output = Command::new("bash").args(["-c", &ask]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "build", "{output:?}");
}

#[test]
fn an_unknown_shell_is_named_with_those_that_are_known() {
    let output = jalon(Path::new("."), &["completions", "cmd", "--lang", "fr"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("cmd") && said.contains("bash, zsh, fish, powershell, elvish"), "{said}");
}

#[test]
fn every_manual_page_is_written_once_and_can_be_shown() {
    let here = tempfile::tempdir().unwrap();
    let words = ["man", "-o", "man1", "--lang", "fr", "--format", "short"];
    let output = jalon(here.path(), &words);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let pages: Vec<_> =
        fs::read_dir(here.path().join("man1")).unwrap().map(|it| it.unwrap().path()).collect();
    assert!(pages.len() >= 10, "{pages:?}");
    for page in &pages {
        if let Some((is_shown, said)) = tool(&["groff", "-k", "-man", "-Tutf8", "-ww"], page) {
            assert!(is_shown && !said.contains("warning"), "{page:?}: {said}");
        }
    }
    assert_eq!(
        fs::read_to_string(here.path().join("man1/jalon.1")).unwrap(),
        answer(&["man", "--lang", "fr"])
    );
    let again = jalon(here.path(), &words);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8(again.stderr).unwrap().contains("existe déjà"));
}

#[test]
fn the_schema_of_the_program_is_that_of_the_documentation() {
    for lang in ["fr", "en"] {
        for subject in ["settings", "page", "section"] {
            let path = format!("{}/docs/schemas/{lang}/{subject}.schema.json", env!("CARGO_MANIFEST_DIR"));
            let written = fs::read_to_string(path).unwrap();
            assert_eq!(answer(&["schema", subject, "--lang", lang]), written, "{lang} {subject}");
        }
    }
}
