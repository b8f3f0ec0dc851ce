//! A small association in French and in English: what its pages show.

use std::collections::BTreeSet;

use jalon::diagnostic::Severity;
use jalon::pipeline::Outcome;

use crate::{build, plan, text};

const FR: &str = "\
Née d’un [atelier](@/ateliers/pont.md).

## Orientation 1 : Bouger {axe=1}

### 1.1 Relier les rives

| Actions | Échéancier | État | Responsable | Indicateur |
|---|---|---|---|---|
| 1.1.1 Marcher | Automne 2025 | Réalisée | Comité pont | pas |
| 1.1.2 Rouler, comme [promis](@/ateliers/pont.md#rouler) | Aut. 25 – Hiver 26 | 6 régions visitées | | tours |
| 1.1.3 Nager | D’ici mars 2026 | Reportée : crue | Comité pont | |

## Orientation 2 : Manger

| Actions | État |
|---|---|
| 2.1 Cuisiner | À venir |
";

const EN: &str = "\
Born of a [workshop](@/ateliers/pont.md).

## Goal 1: Move

### 1.1 Link both banks

| Actions | Indicator |
|---|---|
| 1.1.1 Walk | steps |
| 1.1.2 Ride | |
| 1.1.3 Swim | |

## Goal 2: Eat

| Actions |
|---|
| 2.1 Cook |
";

const LOG: &str = "Date;Action;État;Note;Preuve\n2025-12-01;1.1.3;Reportée : crue;La rivière déborde.;\n";

const SYNTHESIS: &str = "+++\nkind = \"synthesis\"\ntitle = \"Passer le pont\"\ndate = 2025-04-10\n[synthesis]\nleads_to = [\"@/plan/index.md\"]\n+++\n\
## Idées\n\n- Rouler\n- Marcher ensemble : [fait](@/plan/index.md#1.1.1)\n";

const MISSION: &str = "+++\nkind = \"mission\"\ntitle = \"Mission\"\n+++\n## Axes\n\n1. Se déplacer\n";

fn site(fr: &str, en: &str) -> Outcome {
    let fr = plan("title = \"Plan d’action\"\nupdated = 2026-01-15\n[plan]\nprevious = \"@/ancien.md\"", fr);
    let en = plan("title = \"Action plan\"", en);
    let before = plan("title = \"Ancien plan\"", "## Axe 1 : Agir\n\n- [ ] Marcher\n");
    let english_home = "+++\ntitle = \"Home\"\n+++\nSee the [plan](@/plan/index.md#1.1.2) and our [mission](@/mission.md).\n";
    build(&[
        ("content/_index.md", "+++\ntitle = \"Accueil\"\n+++\n"),
        ("content/_index.en.md", english_home),
        ("content/ancien.md", &before),
        ("content/mission.md", MISSION),
        ("content/ateliers/pont.md", SYNTHESIS),
        ("content/plan/index.md", &fr),
        ("content/plan/index.en.md", &en),
        ("content/plan/suivi.csv", LOG),
    ])
}

fn whole() -> Outcome {
    let outcome = site(FR, EN);
    let errors: Vec<String> = outcome
        .diagnostics
        .iter()
        .filter(|it| it.severity == Severity::Error)
        .map(|it| format!("{}: {}", it.path, it.problem.message(jalon::lang::Lang::En)))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    outcome
}

#[track_caller]
fn shows(outcome: &Outcome, path: &str, expected: &[&str]) {
    let page = text(outcome, path);
    for part in expected {
        assert!(page.contains(part), "{path} does not show: {part}\n{page}");
    }
}

#[test]
fn every_page_of_the_plan_exists_in_both_languages() {
    let outcome = whole();
    let below = |folder: &str| -> BTreeSet<String> {
        outcome.files.keys().filter_map(|path| path.strip_prefix(folder).map(str::to_owned)).collect()
    };
    let french: BTreeSet<String> = below("plan/")
        .into_iter()
        .map(|path| {
            let path = path.replace("bilan/", "report/").replace("calendrier/", "calendar/");
            path.replace("responsables/", "responsible/").replace("changements/", "changes/")
        })
        .collect();
    assert_eq!(french, below("en/plan/"));
    assert_eq!((outcome.n_actions, outcome.plans.len()), (5, 2), "translations are counted once");
}

#[test]
fn states_and_timeframes_are_said_in_the_language_of_the_page() {
    let outcome = whole();
    shows(
        &outcome,
        "en/plan/index.html",
        &[
            "<span class=\"as-written\" lang=\"fr-CA\">Automne 2025</span> <span class=\"meaning\">September to December 2025</span>",
            "<span>Completed</span></strong></td>",
            "<span class=\"as-written\" lang=\"fr-CA\">Aut. 25 – Hiver 26</span> <span class=\"meaning\">September 2025 to March 2026</span>",
            "<span lang=\"fr-CA\">6 régions visitées</span>",
            "<span>Postponed</span></strong> <span class=\"meaning\" lang=\"fr-CA\">",
            "1 of 4 completed",
            "January 15, 2026",
            "data-label=\"Indicator\">steps</td>",
            "data-label=\"Indicator\"><span lang=\"fr-CA\">tours</span></td>",
        ],
    );
    shows(
        &outcome,
        "plan/index.html",
        &["1 sur 4 réalisée", "<span class=\"as-written\">Automne 2025</span>"],
    );
    shows(
        &outcome,
        "en/plan/1.1.3/index.html",
        &["<p class=\"note\" lang=\"fr-CA\">La rivière déborde.</p>"],
    );
}

#[test]
fn data_files_are_in_the_language_of_the_page() {
    let outcome = whole();
    let json: serde_json::Value = serde_json::from_str(&text(&outcome, "en/plan/plan.json")).unwrap();
    let action = &json["orientations"][0]["objectives"][0]["actions"][0];
    assert_eq!((json["lang"].as_str(), action["title"].as_str()), (Some("en"), Some("Walk")));
    assert_eq!(action["status"]["key"], "done");
    let french: serde_json::Value = serde_json::from_str(&text(&outcome, "plan/plan.json")).unwrap();
    assert_eq!(json["progress"], french["progress"]);
    shows(&outcome, "en/plan/badge.json", &["1 of 4"]);
    shows(&outcome, "en/plan/suivi.atom", &["1.1.3 Swim"]);
}

#[cfg(all(feature = "sheets", feature = "ics"))]
#[test]
fn tables_and_calendars_are_in_the_language_of_the_page() {
    let outcome = whole();
    shows(
        &outcome,
        "en/plan/actions.csv",
        &["Plan priority no.", "Walk", "Automne 2025 (September to December 2025)", "Completed"],
    );
    shows(&outcome, "en/plan/echeances.ics", &["1.1.3 Swim"]);
}

#[test]
fn a_state_changed_in_the_source_changes_both_languages_and_nothing_else() {
    let changed = site(&FR.replace("| À venir |", "| En cours |"), EN);
    let before = whole();
    let differing: Vec<&str> = before
        .files
        .iter()
        .filter(|(path, file)| changed.files.get(*path).is_none_or(|other| other.bytes != file.bytes))
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(before.files.len(), changed.files.len());
    let written = |path: &&&str| before.files.contains_key(**path);
    let expected: Vec<&str> = DIFFERING.iter().filter(written).copied().collect();
    assert_eq!(differing, expected);
}

const DIFFERING: &[&str] = &[
    "en/index.html",
    "en/plan/actions.csv",
    "en/plan/actions.xlsx",
    "en/plan/actions/index.html",
    "en/plan/calendar/index.html",
    "en/plan/index.html",
    "en/plan/orientation-2/index.html",
    "en/plan/plan.json",
    "en/plan/report/index.html",
    "en/plan/responsible/index.html",
    // The search finds states as well.
    "en/search/index/index.js",
    "en/search/index/w0.js",
    "index.html",
    "plan/actions.csv",
    "plan/actions.xlsx",
    "plan/actions/index.html",
    "plan/bilan/index.html",
    "plan/calendrier/index.html",
    "plan/index.html",
    "plan/orientation-2/index.html",
    "plan/plan.json",
    "plan/responsables/index.html",
    "recherche/index/index.js",
    "recherche/index/w0.js",
];

#[test]
fn an_action_deleted_from_the_translation_is_shown_in_the_source_language_and_marked() {
    let outcome = site(FR, &EN.replace("| 1.1.2 Ride | |\n", ""));
    shows(
        &outcome,
        "en/plan/index.html",
        &[
            "<span lang=\"fr-CA\">Rouler, comme <a href=\"../../ateliers/pont/#rouler\">promis</a></span></span> \
             <span class=\"meaning only\">in French only</span>",
            "<p><strong>Translation in progress</strong> 2 titles or texts of 10 are not translated yet; they are in French, and marked.</p>",
        ],
    );
    for page in ["orientation-1", "1.1.2", "report", "calendar", "responsible", "changes"] {
        shows(
            &outcome,
            &format!("en/plan/{page}/index.html"),
            &["2 titles or texts of 10 are not translated yet"],
        );
    }
    shows(&outcome, "en/plan/responsible/index.html", &["<span lang=\"fr-CA\">Rouler, comme promis</span>"]);
    let complete = site(FR, &EN.replace("Ride | |", "Ride | laps |"));
    let complete = text(&complete, "en/plan/index.html");
    assert!(!complete.contains("Translation in progress"), "{complete}");
}

#[cfg(feature = "ics")]
#[test]
fn words_of_the_source_keep_their_language_in_every_file() {
    let outcome = site(FR, &EN.replace("| 1.1.2 Ride | |\n", ""));
    let calendar = &["SUMMARY;LANGUAGE=fr-CA:1.1.2 Rouler\\, comme promis", "SUMMARY:1.1.3 Swim"];
    shows(&outcome, "en/plan/echeances.ics", calendar);
    let note = "&lt;p lang=&quot;fr-CA&quot;&gt;La rivière déborde.&lt;/p&gt;";
    shows(&outcome, "en/plan/suivi.atom", &[note]);
    let json: serde_json::Value = serde_json::from_str(&text(&outcome, "en/plan/plan.json")).unwrap();
    let action = |n: usize| &json["orientations"][0]["objectives"][0]["actions"][n];
    assert_eq!((&action(0)["lang"], &action(1)["lang"]), (&serde_json::Value::Null, &"fr".into()));
    assert_eq!(action(0)["origins"][0]["lang"], "fr");
}

#[test]
fn links_lead_to_what_is_in_the_language_of_the_page() {
    let outcome = whole();
    shows(
        &outcome,
        "en/index.html",
        &["<a href=\"plan/#1.1.2\">plan</a>", "<a href=\"../mission/\">mission</a>"],
    );
    shows(&outcome, "en/plan/index.html", &["<a href=\"../../ateliers/pont/\">workshop</a>"]);
}

#[test]
fn the_trail_the_succession_and_the_axes_hold_in_both_languages() {
    let outcome = whole();
    shows(
        &outcome,
        "en/plan/1.1.1/index.html",
        &["<a href=\"../../../ateliers/pont/\" lang=\"fr-CA\">Passer le pont</a>"],
    );
    let carried = "Carried over from action 1.1, <span lang=\"fr-CA\">Ancien plan</span></a>";
    shows(&outcome, "en/plan/orientation-1/index.html", &[carried]);
    shows(&outcome, "en/plan/1.1.2/index.html", &["lang=\"fr-CA\">Rouler</a>"]);
    shows(
        &outcome,
        "en/plan/index.html",
        &[
            "<a href=\"../../mission/#axe-1\" lang=\"fr-CA\">Se déplacer</a>",
            "<a href=\"../../ateliers/pont/\" lang=\"fr-CA\">Passer le pont</a>",
        ],
    );
    // The switch of languages, above, leads to the other one.
    let main =
        |path: &str| text(&outcome, path).split_once("<main").map(|(_, main)| main.to_owned()).unwrap();
    let synthesis = main("ateliers/pont/index.html");
    assert!(!synthesis.contains("/en/"), "the synthesis leads to the plan in its own language: {synthesis}");
    let before = main("ancien/index.html");
    assert!(!before.contains("/en/"), "a plan leads to the next in its own language: {before}");
    let mission = text(&outcome, "mission/index.html");
    assert_eq!(mission.matches("orientation-1/").count(), 1, "{mission}");
}
