//! A program built without what reads papers.

use std::process::Command;

#[test]
fn a_program_without_import_says_so() {
    let program = Command::new(env!("CARGO_BIN_EXE_jalon"))
        .args(["import", "plan.docx", "--lang", "en", "--format", "short"])
        .output()
        .expect("the program runs");
    let said = String::from_utf8(program.stderr).expect("text");
    assert_eq!(program.status.code(), Some(2));
    assert!(said.contains("this copy of jalon does not import documents"), "{said}");
}
