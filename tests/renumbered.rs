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
    // Its number is told where it was left, and not as missing too.
    check("\"1.1.2\" = \"1.1.4\"", &["[renumbered-to-nothing] no action took number “1.1.4”"]);
    check(
        "\"1.1.2\" = \"1.1.4\"\n\"1.1.4\" = \"1.1.2\"",
        &[
            "[renumbered-to-nothing] no action took number “1.1.4”",
            "[renumbered-to-nothing] no action took number “1.1.2”",
        ],
    );
    check("\"1.1.2\" = 3", &["[wrong-type] “1.1.2” expects a text, not “3”", GAP]);
    check("\"9\" = \"1.1.3\"\n\"8\" = \"1.1.3\"", &[GAP]);
}

/// What is told of a log beside a plan, in English, with what to do of it.
fn told(plan: &str, log: &str) -> Vec<String> {
    let outcome = built(&[("content/plan/index.md", plan), ("content/plan/suivi.csv", log)]);
    let said = outcome.diagnostics.iter().filter(|it| it.path.ends_with("csv"));
    said.map(|it| {
        let help = it.problem.help(Lang::En).unwrap_or_default();
        format!("[{}] {} → {help}", it.problem.code(), it.problem.message(Lang::En))
    })
    .collect()
}

#[test]
fn a_row_at_a_number_that_was_left_gives_the_title_of_its_action() {
    let check = |row: &str, expected: &[&str]| {
        let log = format!("date;action;titre;état\n2026-02-01;{row};En cours\n");
        assert_eq!(told(&plan("\"1.1.2\" = \"1.1.3\""), &log), expected, "{row}");
    };
    check("1.1.2;Nager", &[]);
    check("1.1.2;", &[]);
    check(
        "1.1.2;Pêcher",
        &[
            "[unknown-title] action 1.1.3 (formerly 1.1.2) is called “Nager” in the plan, and “Pêcher” in this row → if it is the same action, write its present title here; otherwise, correct the number",
        ],
    );
    // The number of an action is its own, whatever it is called now.
    check("1.1.3;Pêcher", &[]);
    check(
        "1.1.2;Marcher",
        &[
            "[title-of-another-action] this row has the number 1.1.2, but “Marcher” is action 1.1.1 → write the number 1.1.1 here, or the title of action 1.1.3",
        ],
    );
    // The title says more than the number nearest to it.
    let near = |number: &str| {
        format!("[unknown-action] no action of the plan has the number “1.1.4” → did you mean “{number}”?")
    };
    check("1.1.4;Marcher", &[&near("1.1.1")]);
    check("1.1.4;Marchr", &[&near("1.1.1")]);
    // A title of no action: any number would give its state to another one.
    let uncalled = "[unknown-action] no action of the plan has the number “1.1.4” → nor is any action called “Pêcher”: add it to the plan (`jalon new action`), or correct the number and the title here";
    check("1.1.4;Pêcher", &[uncalled]);
    check("1.1.4 Pêcher;", &[&uncalled.replace("“1.1.4”", "“1.1.4 Pêcher”")]);
    check("1.1.4;", &[&near("1.1.3")]);
}

#[test]
fn a_number_of_two_actions_is_given_to_neither() {
    let plan = plan("").replace("| 1.1.3 | Nager | |", "| 1.1.1 | Nager | |");
    let check = |row: &str, expected: &[&str]| {
        let log = format!("date;action;titre;état\n2026-02-01;{row};En cours\n");
        assert_eq!(told(&plan, &log), expected, "{row}");
    };
    let shared = "[shared-number] two actions of the plan have the number 1.1.1: “Marcher” and “Nager”; nothing says which this row is about → give one of them another number in the plan, or add to the log a “title” column with the words of the action";
    check("1.1.1;", &[shared]);
    check("1.1.1;Pêcher", &[shared]);
    check("1.1.1;Nager", &[]);
    check("1.1.1;Marcher", &[]);
    check("1.1.1-2;", &[]);
    // Small letters and capitals are one name in a log.
    let lettered = plan.replacen("1.1.1 |", "1.1.a |", 1).replace("1.1.1 |", "1.1.A |");
    for (title, expected) in [("Nager", vec![]), ("", vec![shared.replace("1.1.1", "1.1.a")])] {
        let log = format!("date;action;titre;état\n2026-02-01;1.1.A;{title};En cours\n");
        assert_eq!(told(&lettered, &log), expected);
    }
    // Nor is a number that one of them left.
    let plan = plan.replace("[plan.renumbered]\n", "[plan.renumbered]\n\"1.1.7\" = \"1.1.1\"\n");
    let log = "date;action;titre;état\n2026-02-01;1.1.7;;En cours\n2026-02-01;1.1.7;Nager;En cours\n";
    assert_eq!(told(&plan, log), [shared]);
    let minutes =
        "+++\ntitle = \"A\"\n+++\nVoir [un](@/plan/index.md#1.1.1) et [deux](@/plan/index.md#1.1.1-2).\n";
    let outcome = built(&[("content/plan/index.md", &plan), ("content/minutes.md", minutes)]);
    assert_eq!(
        said(&outcome),
        [
            "[shared-number] two actions of the plan have the number 1.1.1: “Marcher” and “Nager”; nothing says to which this link leads",
            "[number-twice] the address #1.1.1 is used twice; it already stands for “Marcher”",
        ]
    );
}

#[test]
fn a_link_by_a_number_is_refused_only_when_two_actions_answer_to_it() {
    let table = |rows: &str| plan("").replace("| 1.1.1 | Marcher | |\n| 1.1.3 | Nager | |\n", rows);
    let check = |rows: &str, to: &str, expected: Option<&str>| {
        let minutes = format!("+++\ntitle = \"A\"\n+++\nVoir [là](@/plan/index.md#{to}).\n");
        let outcome = built(&[("content/plan/index.md", &table(rows)), ("content/minutes.md", &minutes)]);
        let mut told = outcome.diagnostics.iter().filter(|it| it.path.ends_with("minutes.md"));
        assert_eq!(told.next().and_then(|it| it.problem.help(Lang::En)).as_deref(), expected, "{rows}");
    };
    let link = |second: &str| {
        format!("give the second one another number in the plan; until then, it is linked by `#{second}`")
    };
    // 1.1 is the objective.
    check("| 1.1 | Marcher | |\n| 1.1 | Nager | |\n", "1.1", None);
    check("| 1.1.1 | Marcher | |\n| 1.1.1 | Nager {#nage} | |\n", "1.1.1", Some(&link("nage")));
    let before = "| 1.1.1-2 | Rire | |\n| 1.1.1 | Marcher | |\n| 1.1.1 | Nager | |\n";
    check(before, "1.1.1", Some(&link("1.1.1-3")));
    // A number of fewer levels is not near.
    let none = |number: &str| {
        format!("check the number in the plan; without `#{number}`, the link leads to the whole plan")
    };
    check("| 1.1.1 | Marcher | |\n", "1.9", Some("did you mean “#1.1”?"));
    check("| 1.1.1 | Marcher | |\n", "9.9", Some(&none("9.9")));
    check("| 1.1.1 | Marcher | |\n", "1.2.1", Some(&none("1.2.1")));
}

#[test]
fn a_link_to_no_number_is_not_sent_to_one_that_was_left() {
    let minutes = "+++\ntitle = \"A\"\n+++\nVoir [la nage](@/plan/index.md#1.1.6).\n";
    let plan = plan("\"1.1.5\" = \"1.1.3\"\n\"1.1.2\" = \"1.1.1\"");
    let outcome = built(&[("content/plan/index.md", &plan), ("content/minutes.md", minutes)]);
    let help: Vec<String> = outcome.diagnostics.iter().filter_map(|it| it.problem.help(Lang::En)).collect();
    assert_eq!(help, ["did you mean “#1.1.3”?"]);
}

/// The numbers that the rows of a table take, one a row, and the codes of what is told.
fn numbered(renumbered: &str, numbers: &[&str]) -> String {
    let rows: String = numbers.iter().enumerate().map(|(n, it)| format!("| {it} | Action {n} |\n")).collect();
    let plan = format!(
        "+++\nkind = \"plan\"\ntitle = \"Plan\"\n[plan.renumbered]\n{renumbered}\n+++\n\n## Orientation 1 : Bouger\n\n\
         ### 1.1 Dehors\n\n| No | Actions |\n|---|---|\n{rows}\n### 1.2 Dedans\n\n| No | Actions |\n|---|---|\n| 1.1.9 | Lire |\n| | Rire |\n"
    );
    let outcome = built(&[("content/plan/index.md", &plan)]);
    let csv = text(&outcome, "plan/actions.csv");
    let number = |line: &str| line.split([',', ';']).nth(4).unwrap_or_default().to_owned();
    let numbers: Vec<String> = csv.lines().skip(1).map(number).collect();
    let codes: Vec<&str> = outcome.diagnostics.iter().map(|it| it.problem.code()).collect();
    format!("{} {}", numbers.join(" "), codes.join(" ")).trim().to_owned()
}

#[test]
fn a_row_without_a_number_takes_none_that_is_written_elsewhere() {
    let check = |rows: &[&str], expected: &str| assert_eq!(numbered("", rows), expected, "{rows:?}");
    check(&["", "", ""], "1.1.1 1.1.2 1.1.3 1.1.9 1.2.1");
    check(&["1.1.1", "", "1.1.2", ""], "1.1.1 1.1.3 1.1.2 1.1.4 1.1.9 1.2.1");
    check(&["1.1.1", "", "1.1.4", "1.1.3"], "1.1.1 1.1.2 1.1.4 1.1.3 1.1.9 1.2.1");
    check(&["1.1.1", "1.1.2", "", "1.1.4", "", "1.1.3"], "1.1.1 1.1.2 1.1.5 1.1.4 1.1.6 1.1.3 1.1.9 1.2.1");
    // Nor one that is written under another objective.
    check(&["", "1.1.8", ""], "1.1.1 1.1.8 1.1.10 1.1.9 1.2.1 missing-number");
    check(&["3", "", "1"], "1.1.3 1.1.4 1.1.1 1.1.9 1.2.1");
    // Nor one that an action left.
    let left = "\"1.1.2\" = \"1.1.1\"";
    assert_eq!(numbered(left, &["1.1.1", ""]), "1.1.1 1.1.3 1.1.9 1.2.1");
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
