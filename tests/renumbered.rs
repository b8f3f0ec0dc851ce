//! `[plan.renumbered]`: a number that an action left still leads to it, wherever it was written.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};

const SETTINGS: &str = "title = \"Asso\"\nbase_url = \"https://example.org/\"\n[hosting]\nredirects = true\n[languages.fr]\n[languages.en]\n";

/// 1.1.2 is in no row of the plan: it is missing unless it was left.
const GAP: &str = "[missing-number] number 1.1.2 is missing from the plan";

/// A plan in which « Nager » was 1.1.2, and 1.1.7 before.
fn plan(renumbered: &str) -> String {
    format!(
        "+++\nkind = \"plan\"\ntitle = \"Plan\"\n[plan.renumbered]\n{renumbered}\n+++\n\n## Orientation 1 : Bouger\n\n\
         ### 1.1 Dehors\n\n| No | Actions | État |\n|---|---|---|\n| 1.1.1 | Marcher | |\n| 1.1.3 | Nager | |\n"
    )
}

fn built(files: &[(&str, &str)]) -> Outcome {
    let files: BTreeMap<String, Arc<[u8]>> = std::iter::once(&("jalon.toml", SETTINGS))
        .chain(files)
        .map(|(path, text)| ((*path).to_owned(), Arc::from(text.as_bytes())))
        .collect();
    let build_day = Date::new(2026, 3, 1).expect("a day");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    pipeline::run(&Inputs { files, options })
}

fn said(outcome: &Outcome) -> Vec<String> {
    let said = outcome.diagnostics.iter();
    said.map(|it| format!("[{}] {}", it.problem.code(), it.problem.message(Lang::En))).collect()
}

fn text<'o>(outcome: &'o Outcome, path: &str) -> &'o str {
    let file = outcome.files.get(path).unwrap_or_else(|| panic!("{path} is not published"));
    std::str::from_utf8(&file.bytes).expect("a text")
}

#[test]
fn the_old_number_leads_to_the_action_from_everywhere() {
    let plan = plan("\"1.1.2\" = \"1.1.3\"\n\"#1.1.7\" = \"1.1.2\"");
    let english = "+++\ntitle = \"Plan\"\n+++\n\n## Orientation 1: Moving\n\n### 1.1 Outside\n\n\
        | No | Actions |\n|---|---|\n| 1.1.1 | Walk |\n| 1.1.3 | Swim |\n";
    let outcome = built(&[
        ("content/plan/index.md", &plan),
        ("content/plan/index.en.md", english),
        (
            "content/plan/suivi.csv",
            "date;action;état\n2026-02-01;1.1.2;En cours\n2026-02-02;1.1.7;Réalisée\n",
        ),
        ("content/minutes.md", "+++\ntitle = \"A\"\n+++\nNous avons [nagé](@/plan/index.md#1.1.2).\n"),
    ]);
    assert_eq!(said(&outcome), [""; 0]);
    // The log.
    assert!(text(&outcome, "plan/plan.json").contains("\"date\": \"2026-02-02\""));
    // The address, in each language; the sheet says where it is.
    for (old, home) in [("1.1.2", ""), ("1.1.7", ""), ("1.1.7", "en/")] {
        let page = text(&outcome, &format!("{home}plan/{old}/index.html"));
        assert!(page.contains("url=../1.1.3/") && page.contains("noindex"), "{page}");
        assert!(page.contains(&format!("https://example.org/{home}plan/1.1.3/")), "{page}");
    }
    // The anchor.
    let shown = text(&outcome, "plan/index.html");
    assert!(shown.contains("<span id=\"1.1.2\"></span>") && shown.contains("<span id=\"1.1.7\"></span>"));
    // A link, which follows, and ties the two together.
    assert!(text(&outcome, "minutes/index.html").contains("href=\"../plan/#1.1.3\""));
    assert!(text(&outcome, "plan/1.1.3/index.html").contains("../../minutes/"));
    // The host.
    let moves = text(&outcome, "_redirects");
    assert!(moves.contains("/plan/1.1.2/ /plan/1.1.3/ 301\n"), "{moves}");
}

#[test]
fn a_number_leads_to_one_action_only() {
    let check = |renumbered: &str, expected: &[&str]| {
        assert_eq!(said(&built(&[("content/plan/index.md", &plan(renumbered))])), expected, "{renumbered}");
    };
    check("\"1.1.1\" = \"1.1.3\"", &["[number-still-used] number 1.1.1 was left, but “Marcher” has it", GAP]);
    check("\"1.1\" = \"1.1.3\"", &["[number-still-used] number 1.1 was left, but “Dehors” has it", GAP]);
    check(
        "\"NAGE\" = \"1.1.3\"\n\"nage\" = \"1.1.1\"",
        &["[number-left-twice] number nage was already left above", GAP],
    );
    check("\"1.1.2\" = \"1.1.4\"", &["[renumbered-to-nothing] no action took number “1.1.4”", GAP]);
    check(
        "\"1.1.2\" = \"1.1.4\"\n\"1.1.4\" = \"1.1.2\"",
        &[
            "[renumbered-to-nothing] no action took number “1.1.4”",
            "[renumbered-to-nothing] no action took number “1.1.2”",
            GAP,
        ],
    );
    check("\"1.1.2\" = 3", &["[wrong-type] “1.1.2” expects a text, not “3”", GAP]);
    check("\"9\" = \"1.1.3\"\n\"8\" = \"1.1.3\"", &[GAP]);
}

/// What is told of a line, with the words it is told at.
fn at(line: &str) -> Vec<(String, String)> {
    let plan = plan(&format!("\"1.1.2\" = \"1.1.3\"\n{line}"));
    let outcome = built(&[("content/plan/index.md", &plan)]);
    let told = outcome.diagnostics.iter().map(|it| {
        let place = it.span.map_or("", |span| &plan[span.start..span.end]);
        (it.problem.code().to_owned(), place.to_owned())
    });
    told.collect()
}

#[test]
fn what_cannot_be_an_address_was_never_a_number() {
    for key in [
        "\"\\\"><b\"",
        "\"x?y#z\"",
        "\"a/b\"",
        "\"É é\"",
        "\"../../x\"",
        "\"\"",
        "\"#\"",
        "\"..\"",
        "\".git\"",
    ] {
        assert_eq!(at(&format!("{key} = \"1.1.3\"")), [("not-a-number".to_owned(), key.to_owned())]);
    }
    for key in ["\"#1.1.2\"", "\"1.1.2.\"", "\"1.1.2 \""] {
        assert_eq!(at(&format!("{key} = \"1.1.3\"")), [("number-left-twice".to_owned(), key.to_owned())]);
    }
    // What the plan publishes itself.
    for key in ["actions", "Actions", "\"actions.csv\"", "\"plan.json\"", "\"badge.svg\"", "orientation-1"] {
        assert_eq!(at(&format!("{key} = \"1.1.3\"")), [("former-number-taken".to_owned(), key.to_owned())]);
    }
    for key in ["nager", "\"é\"", "\"A.2\"", "\"1.1.2-bis\""] {
        assert_eq!(at(&format!("{key} = \"1.1.3\"")), []);
    }
}

#[test]
fn a_number_without_quotation_marks_is_told_with_the_line_to_write() {
    let check = |lines: &str, expected: &[&str]| {
        let outcome = built(&[("content/plan/index.md", &plan(lines))]);
        let help = outcome.diagnostics.iter().filter_map(|it| it.problem.help(Lang::En));
        let lines: Vec<String> = help.filter(|help| help.starts_with("write `")).collect();
        assert_eq!(lines, expected);
    };
    check("1.1.2 = \"1.1.3\"", &["write `\"1.1.2\" = \"1.1.3\"`"]);
    check("1.1.2 = \"1.1.3\"\n1.1.9 = 1.2", &["write `\"1.1.2\" = \"1.1.3\"`", "write `\"1.1.9\" = \"…\"`"]);
    check("1.1 = \"1.2\"\n1.1.2 = \"1.1.3\"", &["write `\"1.1\" = \"1.2\"`", "write `\"1.1.2\" = …`"]);
    check("\"1.1.2\" = 1.1.3", &["write `\"1.1.2\" = \"1.1.3\"`"]);
}

#[test]
fn the_line_to_write_keeps_the_dots_of_a_number() {
    let outcome = built(&[("content/plan/index.md", &plan("\"1.1.2\" = \"1.1.3\"\n\"1.1.9\" = 3"))]);
    let help = outcome.diagnostics.iter().filter_map(|it| it.problem.help(Lang::En)).collect::<Vec<_>>();
    assert!(matches!(help.as_slice(), [one] if one.contains("`\"1.1.9\" = \"3\"`")), "{help:?}");
}
