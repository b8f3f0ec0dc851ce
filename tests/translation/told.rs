//! What is told of a translation that says something else than its source.

use crate::{both, build, plan, told};

const FR: &str = "\
## Axe 1 : Bouger

### 1.1 Relier

| Actions | Échéancier | État | Responsable |
|---|---|---|---|
| 1.1.1 Marcher | Automne 2025 | Réalisée | Comité |
| 1.1.2 Rouler | | En cours | |

### 1.2 Prêter

| Actions |
|---|
| 1.2.1 Des vélos |

## Axe 2 : Manger

| Actions |
|---|
| 2.1 Cuisiner |
";

/// What is told of an English file; the fifth line is the first of its body, `3` is where a plan starts.
#[track_caller]
fn check(en: &str, expected: &[&str]) {
    let outcome = both(FR, en);
    let source = plan("title = \"Our plan\"", en);
    let said: Vec<String> = told(&outcome, "content/plan/index.en.md", &source);
    assert_eq!(said, expected, "{source}");
}

#[test]
fn what_the_source_does_not_have_is_an_error_with_both_places() {
    check(
        "## Axis 1: Move\n\n| Actions |\n|---|\n| 1.1.3 Swim |\n",
        &["9: not-in-source: action 1.1.3 is not in the source (content/plan/index.md:13)"],
    );
    check(
        "## Axis 3: Sing\n\n- [ ] Hum\n",
        &["5: not-in-source: orientation 3 is not in the source (content/plan/index.md:21)"],
    );
    check(
        "## Axis 1: Move\n\n### 1.4 Sell\n",
        &["7: not-in-source: objective 1.4 is not in the source (content/plan/index.md:15)"],
    );
    check(
        "## Axis 2: Eat\n\n| Actions |\n|---|\n| Cook |\n| Taste |\n",
        &["10: not-in-source: action 2.2 is not in the source (content/plan/index.md:25)"],
    );
}

#[test]
fn a_number_written_twice_is_an_error_with_both_places() {
    check(
        "## Axis 1: Move\n\n| Actions |\n|---|\n| 1.1.1 Walk |\n| 1.1.1 Run |\n",
        &[
            "10: translated-twice: action 1.1.1 (content/plan/index.md:12) has two translations: this one and \
             another at line 9",
        ],
    );
}

#[test]
fn an_action_that_moves_is_an_error_with_both_places() {
    check(
        "## Axis 2: Eat\n\n| Actions |\n|---|\n| 1.1.1 Walk |\n",
        &[
            "9: moved-in-translation: action 1.1.1 stands under orientation 2 here, but under orientation 1 in \
             the source (content/plan/index.md:12)",
        ],
    );
    check(
        "## Axis 1: Move\n\n### 1.1 Link\n\n| Actions |\n|---|\n| 1.2.1 Bikes |\n",
        &[
            "11: moved-in-translation: action 1.2.1 stands under orientation 1 here, but under objective 1.2 in \
             the source (content/plan/index.md:19)",
        ],
    );
}

#[test]
fn what_only_the_source_states_must_be_the_same() {
    let en = |rows: &str| {
        format!(
            "## Axis 1: Move\n\n| Actions | Timeframe | Status | Responsible |\n|---|---|---|---|\n{rows}"
        )
    };
    check(&en("| 1.1.1 Walk | Autumn 2025 | Completed | Comité |\n| 1.1.2 Ride | | | |\n"), &[]);
    check(
        &en("| 1.1.1 Walk | | In progress | |\n"),
        &["9: differs-from-source: status of 1.1.1: “In progress” here, but “Réalisée” in the source \
             (content/plan/index.md:12)"],
    );
    check(
        &en("| 1.1.1 Walk | Winter 2026 | | Committee |\n| 1.1.2 Ride | May 2026 | | |\n"),
        &[
            "9: differs-from-source: timeframe of 1.1.1: “Winter 2026” here, but “Automne 2025” in the source \
             (content/plan/index.md:12)",
            "9: differs-from-source: responsible of 1.1.1: “Committee” here, but “Comité” in the source \
             (content/plan/index.md:12)",
            "10: differs-from-source: timeframe of 1.1.2: “May 2026” here, but nothing in the source \
             (content/plan/index.md:13)",
        ],
    );
    check(
        "## Axis 1: Move {axis=2}\n",
        &["5: differs-from-source: axis of 1: “2” here, but nothing in the source (content/plan/index.md:6)"],
    );
}

/// What is told of an English file with these lines in its header.
fn told_of_header(settings: &str) -> Vec<String> {
    let fr = plan(
        "title = \"Plan\"\nupdated = 2025-10-01\n[plan]\nperiod = \"2025-2026\"\nstage = \"adopted\"",
        FR,
    );
    let en = plan(settings, "## Axis 1: Move\n");
    let outcome = build(&[("content/plan/index.md", &fr), ("content/plan/index.en.md", &en)]);
    told(&outcome, "content/plan/index.en.md", &en)
}

#[test]
fn a_key_of_the_source_is_told_unless_it_says_the_same() {
    assert_eq!(
        told_of_header("updated = 2025-10-01\n[plan]\nstage = \"adopted\"\nperiod = \"2025-2026\""),
        Vec::<String>::new()
    );
    assert_eq!(
        told_of_header("updated = 2025-11-01\n[plan]\nstage = \"closed\"\nreport = 2025-12-01"),
        [
            "0: key-of-source: “updated” is read in the source only (content/plan/index.md)",
            "5: key-of-source: “stage” is read in the source only (content/plan/index.md)",
            "6: key-of-source: “report” is read in the source only (content/plan/index.md)",
        ]
    );
}

#[test]
fn a_log_named_for_a_translation_is_told() {
    let (fr, en) = (plan("title = \"Plan\"", FR), plan("title = \"Plan\"", "## Axis 1: Move\n"));
    let (log, path) = ("Date;Action;État\n", "content/plan/suivi.en.csv");
    let outcome = build(&[("content/plan/index.md", &fr), ("content/plan/index.en.md", &en), (path, log)]);
    assert_eq!(
        told(&outcome, path, log),
        [
            "0: log-of-translation: this follow-up log is not read: the log of a plan holds for all its languages"
        ]
    );
}

#[test]
fn what_is_doubtful_in_the_source_is_told_of_the_source_alone() {
    let fr = FR.replace("Automne 2025", "Aumotne 2025 ou presque").replace("En cours", "En courss");
    let fr = format!("{fr}\nVoir [là](@/absent.md).\n");
    let outcome =
        both(&fr, "## Axis 1: Move\n\n| Actions | Status |\n|---|---|\n| 1.1.2 Ride | En courss |\n");
    let mut codes: Vec<(&str, &str)> =
        outcome.diagnostics.iter().map(|it| (it.path.as_str(), it.problem.code())).collect();
    codes.retain(|(_, code)| *code != "no-base-url");
    let own: Vec<&str> =
        codes.iter().filter(|(path, _)| path.ends_with(".en.md")).map(|(_, code)| *code).collect();
    assert_eq!(own, Vec::<&str>::new(), "{codes:?}");
    assert!(codes.contains(&("content/plan/index.md", "no-such-document")), "{codes:?}");
}

#[test]
fn a_plan_without_source_in_the_first_language_stands_by_itself() {
    let en = plan(
        "title = \"Plan\"",
        "## Axis 1: Move\n\n| Actions | Status |\n|---|---|\n| Ride | Completed |\n",
    );
    let outcome = build(&[("content/plan/index.en.md", &en)]);
    let path = "en/plan/index.html";
    assert!(crate::text(&outcome, path).contains("1 of 1 completed"), "{}", crate::text(&outcome, path));
    assert_eq!(outcome.plans.len(), 1);
}
