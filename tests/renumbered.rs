//! `[plan.renumbered]`: a number that an action left still leads to it, wherever it was written.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};

const SETTINGS: &str = "title = \"Asso\"\nbase_url = \"https://example.org/\"\n[hosting]\nredirects = true\n[languages.fr]\n[languages.en]\n";

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
    let said = outcome.diagnostics.iter().filter(|it| it.problem.code() != "missing-number");
    said.map(|it| format!("[{}] {}", it.problem.code(), it.problem.message(Lang::En))).collect()
}

fn text<'o>(outcome: &'o Outcome, path: &str) -> &'o str {
    let file = outcome.files.get(path).unwrap_or_else(|| panic!("{path} is not published"));
    std::str::from_utf8(&file.bytes).expect("a text")
}

#[test]
fn the_old_number_leads_to_the_action_from_everywhere() {
    let plan = plan("\"1.1.2\" = \"1.1.3\"\n\"#1.1.7\" = \"1.1.2\"");
    let outcome = built(&[
        ("content/plan/index.md", &plan),
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
        let Some(page) = outcome.files.get(&format!("{home}plan/{old}/index.html")) else {
            assert_eq!(home, "en/", "{old}: the plan is in French alone");
            continue;
        };
        let page = std::str::from_utf8(&page.bytes).expect("a text");
        assert!(page.contains("url=../1.1.3/") && page.contains("noindex"), "{page}");
        assert!(page.contains("https://example.org/plan/1.1.3/"), "{page}");
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
    check("\"1.1.1\" = \"1.1.3\"", &["[number-still-used] number 1.1.1 was left, but “Marcher” has it"]);
    check("\"1.1\" = \"1.1.3\"", &["[number-still-used] number 1.1 was left, but “Dehors” has it"]);
    check("\"1.1.2\" = \"1.1.4\"", &["[renumbered-to-nothing] no action took number “1.1.4”"]);
    check(
        "\"1.1.2\" = \"1.1.4\"\n\"1.1.4\" = \"1.1.2\"",
        &[
            "[renumbered-to-nothing] no action took number “1.1.4”",
            "[renumbered-to-nothing] no action took number “1.1.2”",
        ],
    );
    check("\"1.1.2\" = 3", &["[wrong-type] “1.1.2” expects a text, not “3”"]);
    check("\"9\" = \"1.1.3\"\n\"8\" = \"1.1.3\"", &[]);
}
