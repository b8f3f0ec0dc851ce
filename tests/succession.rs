//! From a plan to the next: what is carried over, finished, dropped, left behind, and how pages tell it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::config;
use jalon::date::Date;
use jalon::kind;
use jalon::kind::plan::Plan;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};
use jalon::site::succession::{WrittenLinks, pair};
use jalon::source::Source;

/// A plan of these rows: `action | state`.
fn plan(rows: &str) -> Plan {
    let source = Source::new("content/plan.md", document("", rows));
    let config = config::read(&Source::new("jalon.toml", "title = \"Asso\"")).value;
    match kind::read(&source, "fr", &config).value.body {
        kind::Body::Plan(plan) => *plan,
        kind::Body::Synthesis(_) | kind::Body::Mission(_) | kind::Body::Article(_) => {
            panic!("a plan was written")
        }
    }
}

fn document(settings: &str, rows: &str) -> String {
    let rows: String = rows.split('\n').map(|row| format!("| {} |\n", row.trim())).collect();
    format!(
        "+++\nkind = \"plan\"\n[plan]\n{settings}\n+++\n# Plan\n\n## Axe 1 : Agir\n\n| Actions | État |\n|---|---|\n{rows}"
    )
}

/// What became of each action of the first plan, by number.
fn check_with(links: &[(&str, &str)], previous: &str, next: &str, expected: &str) {
    let links: WrittenLinks = links.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect();
    let pairing = pair(&plan(previous), &plan(next), &links);
    let mut said: Vec<String> =
        pairing.carried.iter().map(|it| format!("{} is now {}", it.from.number, it.to.number)).collect();
    for (fate, names) in
        [("finished", &pairing.finished), ("dropped", &pairing.dropped), ("left", &pairing.left)]
    {
        said.extend(names.iter().map(|name| format!("{} {fate}", name.number)));
    }
    assert_eq!(said.join(", "), expected, "{previous}\n→ {next}");
}

fn check(previous: &str, next: &str, expected: &str) {
    check_with(&[], previous, next, expected);
}

#[test]
fn the_same_words_carry_an_action_over() {
    check(
        "Planter des arbres | En cours\nVendre du pain | Réalisée",
        "Vendre du miel |\nplanter des Arbres |",
        "1.1 is now 1.2, 1.2 finished",
    );
}

#[test]
fn an_anchor_of_the_authors_carries_an_action_over() {
    check("Essayer une navette {#navette} | Reportée", "Lancer le minibus {#navette} |", "1.1 is now 1.1");
}

#[test]
fn a_position_carries_nothing_over() {
    check("Planter des arbres | En cours", "Vendre du miel |", "1.1 left");
    // Nor do numbers of the authors when nothing else agrees.
    check("1.1 Planter des arbres | En cours", "1.1 Vendre du miel |", "1.1 left");
}

#[test]
fn a_written_number_and_most_of_the_words_carry_an_action_over() {
    check(
        "1.4 Faire le portrait du logement | Reportée",
        "1.4 Achever le portrait du logement |",
        "1.4 is now 1.4",
    );
    check("Faire le portrait du logement | Reportée", "Achever le portrait du logement |", "1.1 left");
}

#[test]
fn a_link_between_actions_says_it_best() {
    check_with(&[("1.1", "1.2")], "Planter | En cours", "Planter |\nFaire pousser |", "1.1 is now 1.2");
}

#[test]
fn each_action_has_one_fate() {
    check(
        "Semer | Réalisée\nFaucher | Abandonnée\nEngranger | En cours\nSemer | Réalisée",
        "Semer |",
        "1.1 is now 1.1, 1.4 finished, 1.2 dropped, 1.3 left",
    );
}

fn build(files: &[(&str, &str)]) -> Outcome {
    let settings = ("jalon.toml", "title = \"Asso\"\nbase_url = \"https://example.org/\"\n");
    let files: BTreeMap<String, Arc<[u8]>> = files
        .iter()
        .chain([&settings])
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().into()))
        .collect();
    let build_day = Date::new(2026, 1, 1).expect("a day");
    pipeline::run(&Inputs {
        files,
        options: Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None },
    })
}

#[test]
fn both_plans_lead_to_each_other() {
    let old = document("stage = \"closed\"", "Semer | Réalisée\nFaucher | En cours");
    let new = document("previous = \"@/b.md\"", "Faucher |");
    let outcome = build(&[("content/b.md", &old), ("content/c.md", &new)]);
    assert_eq!(outcome.diagnostics, []);
    let check = |path: &str, expected: &[&str]| {
        let page = String::from_utf8(outcome.files[path].bytes.to_vec()).unwrap().replace('\u{a0}', " ");
        for words in expected {
            assert!(page.contains(words), "{path} has no {words}:\n{page}");
        }
    };
    check(
        "c/index.html",
        &[
            "Reprises du plan précédent",
            "<li>1 action reprise ici</li>",
            "<li>1 réalisée</li>",
            "<a href=\"../b/#1.2\">Reprise de l’action 1.2, Plan</a>",
        ],
    );
    check(
        "b/index.html",
        &[
            "Plan suivant : <a href=\"../c/\">Plan</a>",
            "<a href=\"../c/#1.1\">Reprise par l’action 1.1, Plan</a>",
        ],
    );
}

#[test]
fn a_previous_plan_that_is_none_is_an_error() {
    let check = |previous: &str, help: &str| {
        let new = document(&format!("previous = \"{previous}\""), "Faucher |");
        let old = document("", "Faucher |");
        let page = "+++\ntitle = \"Page\"\n+++\n";
        let outcome =
            build(&[("content/a.md", page), ("content/plan-2024.md", &old), ("content/plan-2025.md", &new)]);
        let said: Vec<String> = outcome
            .diagnostics
            .iter()
            .map(|it| format!("{} {}", it.problem.code(), it.problem.help(Lang::En).unwrap_or_default()))
            .collect();
        assert_eq!(said, [format!("not-a-plan {help}")], "{previous}");
    };
    check("@/plan-2023.md", "did you mean “@/plan-2024.md”?");
    // Nor is a page, or the plan itself.
    check("@/a.md", "name the file of a published plan: `previous = \"@/plans/2024-2025/index.md\"`");
    check("@/plan-2025.md", "did you mean “@/plan-2024.md”?");
}

#[test]
fn an_action_that_probably_continues_another_is_told() {
    let site = |rows: &str, accept: &str| {
        let files: BTreeMap<String, Arc<[u8]>> = BTreeMap::from([
            ("jalon.toml".to_owned(), "title = \"Asso\"\nbase_url = \"https://example.org/\"\n".as_bytes().into()),
            (
                "content/2025.md".to_owned(),
                document("", "Acheter un minibus adapté | En cours\nPlanter des arbres | En cours\nPlanter des haies | Réalisée")
                    .as_bytes()
                    .into(),
            ),
            (
                "content/2026.md".to_owned(),
                document(&format!("previous = \"@/2025.md\"\n{accept}"), rows).as_bytes().into(),
            ),
        ]);
        let build_day = Date::new(2026, 3, 1).expect("a day");
        let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
        let said = pipeline::run(&Inputs { files, options }).diagnostics;
        let near = said.into_iter().filter(|it| it.problem.code() == "near-previous");
        near.map(|it| {
            format!("{} → {}", it.problem.message(Lang::En), it.problem.help(Lang::En).unwrap_or_default())
        })
        .collect::<Vec<_>>()
        .join("\n")
    };
    assert_eq!(
        site("Acheter un minibus | En cours", ""),
        "action 1.1 “Acheter un minibus” looks like “Acheter un minibus adapté” of the previous plan, which is \
         counted among the actions that were not carried over → if it continues that one, add this link to the \
         action: `[continued from the previous plan](@/2025.md#1.1)`"
    );
    assert_eq!(site("Acheter un minibus | En cours", "accept = \"near-previous:1.1\""), "");
    // The link says it; another verb or another thing is another action; what is done was not left behind.
    assert_eq!(site("Acheter un minibus ([suite du plan précédent](@/2025.md#1.1)) | En cours", ""), "");
    assert_eq!(site("Planter des fleurs |\nLouer un minibus |\nPlanter des haies vives |", ""), "");
}
