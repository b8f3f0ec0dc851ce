//! Which links tie which words to which promises.

use jalon::lang::Lang;
use serde_json::Value;

use crate::{build, build_with, errors, plan, synthesis, text};

/// The origins of the actions of the plan at `content/plan.md`: kind, words and address.
fn check(files: &[(&str, &str)], expected: &[&str]) {
    let outcome = build(files);
    let plan: Value = serde_json::from_str(&text(&outcome, "plan/plan.json")).unwrap();
    let objectives = plan["orientations"][0]["objectives"].as_array().unwrap();
    let actions = objectives.iter().flat_map(|objective| objective["actions"].as_array().unwrap());
    let said: Vec<String> = actions
        .flat_map(|action| {
            let number = action["number"].as_str().unwrap();
            action["origins"].as_array().unwrap().iter().map(move |origin| {
                let said = |key: &str| origin[key].as_str().unwrap_or("no date").to_owned();
                let url = said("url").replace("https://example.org", "");
                format!("{number} < {} {} {} {url}", said("kind"), said("date"), said("words"))
            })
        })
        .collect();
    assert_eq!(said, expected, "{:?}", errors(&outcome));
}

const IDEAS: &str = "## Bloc 1 – Besoins\n\n- [Une navette](@/plan.md#1.1.1) (9)\n- Un sentier\n";

#[test]
fn an_idea_that_links_to_an_action_is_its_origin() {
    check(
        &[
            ("content/plan.md", &plan("Lancer la navette | |\nPlanter | |")),
            ("content/atelier.md", &synthesis("", IDEAS)),
        ],
        &["1.1.1 < synthesis 2025-04-10 Une navette /atelier/#une-navette"],
    );
}

#[test]
fn the_page_of_an_action_leads_to_it_as_its_anchor_does() {
    let ideas = "## Besoins\n\n- [Une navette](/plan/1.1.1/)\n- [Un bus](@/plan.md#1.1.1)\n";
    check(
        &[("content/plan.md", &plan("Lancer la navette | |")), ("content/atelier.md", &synthesis("", ideas))],
        &[
            "1.1.1 < synthesis 2025-04-10 Une navette /atelier/#une-navette",
            "1.1.1 < synthesis 2025-04-10 Un bus /atelier/#un-bus",
        ],
    );
}

#[test]
fn an_action_may_name_the_idea_it_comes_from() {
    let ideas = "## Besoins\n\n- Une navette\n";
    let rows = "Lancer la navette | | demandé à [l’atelier](@/atelier.md#une-navette)\nPlanter | | [l’atelier](@/atelier.md)";
    check(
        &[("content/plan.md", &plan(rows)), ("content/atelier.md", &synthesis("", ideas))],
        &[
            "1.1.1 < synthesis 2025-04-10 Une navette /atelier/#une-navette",
            "1.1.2 < synthesis 2025-04-10 Atelier /atelier/",
        ],
    );
}

#[test]
fn links_both_ways_make_one_tie() {
    let rows = "Lancer la navette | | [l’atelier](@/atelier.md#une-navette)";
    check(
        &[("content/plan.md", &plan(rows)), ("content/atelier.md", &synthesis("", IDEAS))],
        &["1.1.1 < synthesis 2025-04-10 Une navette /atelier/#une-navette"],
    );
}

#[test]
fn a_link_in_the_row_of_an_idea_is_its_own() {
    let ideas = "## Suites\n\n| Volet | Idée | Soutien | Suite |\n|---|---|---|---|\n\
                 | Transport | Une navette | ? | [action](@/plan.md#1.1.1) |\n";
    check(
        &[("content/plan.md", &plan("Lancer la navette | |")), ("content/atelier.md", &synthesis("", ideas))],
        &["1.1.1 < synthesis 2025-04-10 Une navette /atelier/#une-navette"],
    );
}

#[test]
fn workshops_come_first_then_each_kind_from_the_oldest() {
    let news = |date: &str| {
        format!(
            "+++\nkind = \"news\"\ndate = {date}\n+++\n## Départ\n\nIl pleut. [La navette](@/plan.md#1.1.1) part!\n"
        )
    };
    let older =
        synthesis("", "## Besoins\n\n- [Un bus](@/plan.md#1.1.1)\n").replace("2025-04-10", "2024-04-10");
    check(
        &[
            ("content/plan.md", &plan("Lancer la navette | |")),
            ("content/a.md", &news("2026-02-01")),
            ("content/b.md", &news("2026-01-01")),
            ("content/c.md", &synthesis("", IDEAS)),
            ("content/d.md", &older),
        ],
        &[
            "1.1.1 < synthesis 2024-04-10 Un bus /d/#un-bus",
            "1.1.1 < synthesis 2025-04-10 Une navette /c/#une-navette",
            "1.1.1 < news 2026-01-01 La navette part! /b/#depart",
            "1.1.1 < news 2026-02-01 La navette part! /a/#depart",
        ],
    );
}

#[test]
fn a_mission_and_its_axes_are_sources() {
    let mission = "+++\nkind = \"mission\"\ntitle = \"Mission\"\n+++\n## Mission\n\nRelier les gens.\n\n\
                   ## Axes\n\n1. Relier les rives\n2. [Garder l’eau](@/plan.md#1.1.2)\n";
    let rows = "Lancer la navette | | [axe 1](@/mission.md#axe-1)\nPlanter | |";
    check(
        &[("content/plan.md", &plan(rows)), ("content/mission.md", mission)],
        &[
            "1.1.1 < mission no date Relier les rives /mission/#axe-1",
            "1.1.2 < mission no date Garder l’eau /mission/#axe-2",
        ],
    );
}

#[test]
fn a_plan_that_links_to_itself_comes_from_nowhere() {
    check(&[("content/plan.md", &plan("Lancer la navette | |\nPlanter | | après [1.1.1](#1.1.1)"))], &[]);
}

#[test]
fn an_idea_said_in_two_languages_is_told_in_that_of_the_plan() {
    let settings = "title = \"Asso\"\nbase_url = \"https://example.org/\"\ndefault_language = \"fr\"\n[languages.fr]\n[languages.en]\n";
    let english = synthesis("", "## Needs\n\n- [A shuttle](@/plan.md#1.1.1)\n");
    let outcome = build_with(&[
        ("jalon.toml", settings),
        ("content/plan.md", &plan("Lancer la navette | |")),
        ("content/atelier.md", &synthesis("", IDEAS)),
        ("content/atelier.en.md", &english),
    ]);
    let plan = text(&outcome, "plan/plan.json");
    assert!(plan.contains("\"words\": \"Une navette\"") && !plan.contains("A shuttle"), "{plan}");
    // The English page tells all the same what became of the idea.
    assert!(text(&outcome, "en/atelier/index.html").contains("1 idea out of 1 leads to an action"));
}

#[test]
fn a_reference_to_no_action_is_an_error_that_names_the_nearest() {
    let check = |link: &str, expected: &str| {
        let ideas = format!("## Besoins\n\n- [Une navette]({link})\n");
        let outcome = build(&[
            ("content/plan.md", &plan("Lancer la navette | |\nPlanter | |")),
            ("content/atelier.md", &synthesis("", &ideas)),
        ]);
        assert_eq!(errors(&outcome), [expected], "{link}");
    };
    let number = |number: &str, help: &str| {
        format!(
            "no-such-number: “Plan 2026” has no action, objective or orientation numbered {number} / {help}"
        )
    };
    check("@/plan.md#1.1.9", &number("1.1.9", "did you mean “#1.1.2”?"));
    let none = |number: &str| {
        format!("check the number in the plan; without `#{number}`, the link leads to the whole plan")
    };
    // An objective is no action: to be sent there would say something else.
    check("@/plan.md#1.2.1", &number("1.2.1", &none("1.2.1")));
    check("@/plan.md#2.1.1", &number("2.1.1", &none("2.1.1")));
    check(
        "@/plan.md#navete",
        "no-such-anchor: the page /plan/ has no heading or element with the anchor “#navete” / the page has the anchors #1, #1.1, #1.1.1 and #1.1.2; to make one, write `## My heading {#navete}`",
    );
}

#[test]
fn a_reference_to_no_idea_is_an_error_that_names_the_nearest() {
    let rows = "Lancer la navette | | [atelier](@/atelier.md#une-navete)";
    let outcome = build(&[("content/plan.md", &plan(rows)), ("content/atelier.md", &synthesis("", IDEAS))]);
    assert_eq!(
        errors(&outcome),
        [
            "no-such-anchor: the page /atelier/ has no heading or element with the anchor “#une-navete” / did you mean “#une-navette”?"
        ]
    );
}

#[test]
fn a_synthesis_names_the_documents_it_led_to() {
    let outcome = build(&[
        ("content/plan.md", &plan("Lancer la navette | |")),
        ("content/atelier.md", &synthesis("leads_to = \"@/plan.md\"", IDEAS)),
    ]);
    assert_eq!(errors(&outcome), [""; 0]);
    assert!(
        text(&outcome, "atelier/index.html")
            .contains("<dt>A mené à</dt><dd><a href=\"../plan/\">Plan 2026</a>")
    );
    assert!(
        text(&outcome, "plan/index.html").contains("<dt>Issu de</dt><dd><a href=\"../atelier/\">Atelier</a>")
    );
}

#[test]
fn leads_to_names_another_document() {
    let check = |written: &str, expected: &str| {
        let outcome = build(&[
            ("content/plan.md", &plan("Lancer la navette | |")),
            ("content/atelier.md", &synthesis(&format!("leads_to = \"{written}\""), IDEAS)),
        ]);
        let codes: Vec<&str> = outcome.diagnostics.iter().map(|it| it.problem.code()).collect();
        assert_eq!(codes, [expected], "{written}");
    };
    check("@/plans.md", "no-such-document");
    check("@/atelier.md", "leads-to-no-document");
    check("https://example.org/plan", "leads-to-no-document");
    check("Le grand plan", "leads-to-no-document");
}

#[test]
fn leads_to_by_title_or_by_folder_is_told_how_to_write_it() {
    let check = |written: &str| {
        let outcome = build(&[
            ("content/plans/2026/index.md", &plan("Lancer la navette | |")),
            (
                "content/atelier.md",
                &synthesis(&format!("leads_to = \"{written}\""), "## Bloc 1\n\n- Un banc\n"),
            ),
        ]);
        let said: Vec<String> =
            outcome.diagnostics.iter().filter_map(|it| it.problem.help(Lang::Fr)).collect();
        assert_eq!(said, ["écrivez `leads_to = \"@/plans/2026/index.md\"`"], "{written}");
    };
    check("2026");
    check("content/plans/2026/index.md");
    check("Plan 2026");
}
