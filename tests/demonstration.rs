//! The demonstration site, built as a user builds it: what it counts, and that its pages hold together.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use jalon::address::normalize;
use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, File, Inputs, Options};
use serde_json::Value;

fn inputs() -> Inputs {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    for folder in ["jalon.toml", "content", "static", "templates", "assets", "words"] {
        for entry in walkdir::WalkDir::new(root.join(folder)).into_iter().flatten() {
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(path, fs::read(entry.path()).unwrap().into());
            }
        }
    }
    let build_day = Date::new(2026, 5, 7).unwrap();
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    Inputs { files, options }
}

fn build() -> BTreeMap<String, File> {
    let outcome = pipeline::run(&inputs());
    let said: Vec<String> = outcome
        .diagnostics
        .iter()
        .map(|it| format!("{}: {}", it.path, it.problem.message(Lang::Fr)))
        .collect();
    assert_eq!(said, Vec::<String>::new(), "the demonstration site is clean");
    outcome.files
}

fn plan(files: &BTreeMap<String, File>, name: &str) -> Value {
    serde_json::from_slice(&files[&format!("plans/{name}/plan.json")].bytes).unwrap()
}

fn english_plan(files: &BTreeMap<String, File>) -> Value {
    serde_json::from_slice(&files["en/plans/2025-2026/plan.json"].bytes).unwrap()
}

/// The actions of a plan, in order.
fn actions(plan: &Value) -> impl Iterator<Item = &Value> {
    let objectives =
        plan["orientations"].as_array().unwrap().iter().flat_map(|it| it["objectives"].as_array().unwrap());
    objectives.flat_map(|objective| objective["actions"].as_array().unwrap())
}

fn handed_over_are_those_of_the_outcome(inputs: &Inputs) -> Vec<String> {
    let handed_over = Mutex::new(BTreeMap::new());
    let taker = |path: String, file| {
        let twin = handed_over.lock().unwrap().insert(path.clone(), file);
        assert_eq!(twin, None, "{path} is made twice");
    };
    let into = pipeline::run_into(inputs.clone(), &taker);
    let outcome = pipeline::run(inputs);
    let told = outcome.diagnostics.iter().map(|it| format!("{} {}", it.path, it.problem.code())).collect();
    assert_eq!(into.files, BTreeMap::new());
    assert_eq!((into.diagnostics, into.sources), (outcome.diagnostics, outcome.sources));
    assert!(handed_over.into_inner().unwrap() == outcome.files, "the same paths and bytes");
    told
}

#[test]
fn files_handed_over_are_those_of_the_outcome() {
    assert_eq!(handed_over_are_those_of_the_outcome(&inputs()), [""; 0]);
}

#[test]
fn so_they_are_when_plans_are_read_again() {
    let plan = |settings: &str| {
        let rows = "| Actions | Échéancier |\n|---|---|\n| Semer | Été 2014 |\n| Relier | Été 2014 |\n";
        format!(
            "+++\nkind = \"plan\"\ntitle = \"Plan\"\nupdated = 2013-10-11\n[plan]\nperiod = \"2013\"\n{settings}\n+++\n\n\
             ## Orientation 1 : Agir\n\n{rows}"
        )
    };
    let accepted = plan("accept = [\"outside-period:1.1\", \"unknown-timeframe\"]");
    let english =
        "+++\ntitle = \"Plan\"\n+++\n\n## Priority 1: Act\n\n| Actions |\n|---|\n| Sow |\n| Bind |\n";
    let settings = "title = \"Asso\"\nbase_url = \"https://example.org/\"\ndefault_language = \"fr\"\n\
        [languages.fr]\n[languages.en]\n";
    let files = [
        ("jalon.toml", settings),
        ("content/plan/index.md", &accepted),
        ("content/plan/index.en.md", english),
        ("content/autre.md", &plan("")),
        ("content/only.en.md", &accepted),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), Arc::from(text.as_bytes())));
    let told =
        handed_over_are_those_of_the_outcome(&Inputs { files: files.into(), options: inputs().options });
    let expected = [
        "content/autre.md outside-period",
        "content/autre.md outside-period",
        "content/only.en.md not-in-default-language",
        "content/only.en.md unused-accept",
        "content/only.en.md outside-period",
        "content/plan/index.md unused-accept",
        "content/plan/index.md outside-period",
    ];
    assert_eq!(told, expected);
}

#[test]
fn every_action_is_counted_once() {
    let files = build();
    let check = |name: &str, expected: &str| {
        let plan = plan(&files, name);
        let counts = plan["progress"].as_object().unwrap();
        let said: Vec<String> = counts
            .iter()
            .filter(|(_, count)| count.as_u64() != Some(0))
            .map(|(key, count)| format!("{key} {count}"))
            .collect();
        assert_eq!(said.join(", "), expected, "{name}");
    };
    check(
        "2025-2026",
        "total 37, done 13, partial 1, in-progress 5, preparing 1, planned 1, postponed 1, on-hold 1, ongoing 6, \
         noted 6, not-stated 1, dropped 1, late 8, rate 0.43",
    );
    check("2022-2025", "total 21, done 13, partial 1, postponed 3, ongoing 1, dropped 3, rate 0.76");
    check("accessibilite-2026-2028", "total 20, not-stated 20, rate null");
}

#[test]
fn a_plan_without_follow_up_shows_no_badge_of_zero() {
    let files = build();
    let page = text(&files, "plans/accessibilite-2026-2028/index.html");
    assert!(page.contains("ne publie pas de suivi"));
    assert!(!page.contains("0\u{a0}%"));
}

#[test]
fn the_axes_of_the_mission_show_how_far_the_plans_are() {
    let files = build();
    let page = text(&files, "mission/index.html");
    let axes: Vec<&str> = page.split("<section class=\"axis\"").skip(1).collect();
    assert_eq!(axes.len(), 4);
    // Two orientations of the plan in force contribute to the first axis: 8 and 7 actions to be done.
    for words in ["4 sur 15 réalisées; 3 en continu", "2 sur 8 réalisées", "2 sur 7 réalisées"] {
        assert!(axes[0].contains(words), "{words} is not in {}", axes[0]);
    }
    assert!(text(&files, "index.html").contains("quelle que soit la rive"));
}

#[test]
fn plans_follow_the_published_schema() {
    let files = build();
    let schema =
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schemas/jalon-plan-1.schema.json"))
            .unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_slice(&schema).unwrap()).unwrap();
    for name in ["2025-2026", "2022-2025", "accessibilite-2026-2028"] {
        let plan = plan(&files, name);
        let errors: Vec<String> = validator.iter_errors(&plan).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{name}");
        // The schema refuses what it does not know, so that the test can fail.
        let mut wrong = plan.clone();
        wrong["progress"]["total"] = Value::from("37");
        assert!(!validator.is_valid(&wrong));
    }
}

#[test]
fn the_workshop_and_the_plan_lead_to_each_other() {
    let files = build();
    let workshop = text(&files, "ateliers/passer-le-pont/index.html");
    assert!(workshop.contains("18 idées sur 31 mènent à une action"));
    let plan = plan(&files, "2025-2026");
    let ideas = |action: &Value| {
        action["origins"].as_array().unwrap().iter().filter(|origin| origin["kind"] == "synthesis").count()
    };
    let asked: Vec<String> = actions(&plan)
        .filter(|action| ideas(action) > 0)
        .map(|action| format!("{} ×{}", action["number"].as_str().unwrap(), ideas(action)))
        .collect();
    assert_eq!(
        asked.join(", "),
        "1.1.1 ×5, 1.2.1 ×1, 1.2.2 ×1, 1.3.3 ×1, 2.1.1 ×1, 2.1.2 ×1, 2.1.3 ×3, 2.1.4 ×2, 2.3.3 ×1, 3.1.1 ×1, \
         3.2.2 ×3, 4.1.1 ×2, 4.1.2 ×1, 4.1.3 ×2, 4.2.1 ×3, 4.2.2 ×1, 4.2.3 ×2, 4.3.2 ×2"
    );
}

#[test]
fn the_plan_in_force_counts_the_same_in_both_languages() {
    let files = build();
    let (french, english) = (plan(&files, "2025-2026"), english_plan(&files));
    assert_eq!(english["lang"], "en");
    for key in ["stage", "updated", "reference_date", "progress"] {
        assert_eq!(english[key], french[key], "{key}");
    }
    let said = |plan: &Value| {
        let actions = actions(plan).map(|action| {
            let keys = ["number", "id", "percent", "late", "responsible", "partners"].map(|key| &action[key]);
            let states = [&action["status"]["key"], &action["timeframe"]["ranges"]];
            (keys.map(Value::clone), states.map(Value::clone))
        });
        actions.collect::<Vec<_>>()
    };
    assert_eq!(said(&english), said(&french));
}

#[test]
fn no_title_of_the_english_plan_is_left_in_french() {
    let files = build();
    let (french, english) = (plan(&files, "2025-2026"), english_plan(&files));
    let titles = |plan: &Value| {
        let actions = actions(plan).map(|action| action["title"].as_str().unwrap().to_owned());
        actions.collect::<Vec<_>>()
    };
    for (title, other) in titles(&english).iter().zip(titles(&french)) {
        assert_ne!(*title, other);
    }
    let page = text(&files, "en/plans/2025-2026/index.html");
    for words in ["Priority 4", "Contributes to pillar 1: ", "13 of 30 completed; 6 ongoing; 1 dropped"] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn what_is_in_french_only_has_no_page_in_english() {
    let files = build();
    let sections = files.keys().filter_map(|path| path.strip_prefix("en/")?.strip_suffix("/index.html"));
    let pages: BTreeSet<&str> = sections.filter(|path| !path.starts_with("plans/2025-2026")).collect();
    let expected = [
        "glossary",
        "method",
        "mission",
        "plans",
        "search",
        "tags",
        "tags/action-plan",
        "tags/workshop",
        "workshops",
        "workshops/crossing-the-bridge",
    ];
    assert_eq!(pages, BTreeSet::from(expected));
}

#[test]
fn every_orientation_has_a_page_and_a_badge() {
    let files = build();
    for n in 1..=4 {
        for file in ["index.html", "badge.svg", "badge.json"] {
            let path = format!("plans/2025-2026/orientation-{n}/{file}");
            assert!(files.contains_key(&path), "{path}");
        }
    }
}

#[test]
fn the_feed_of_a_plan_names_documents_by_their_titles() {
    let files = build();
    let feed = text(&files, "plans/2025-2026/suivi.atom");
    assert!(!feed.contains("@/"), "a path of content/ means nothing to a reader");
    assert!(feed.contains(
        "/actualites/la-navette-a-ses-habitues/&quot;&gt;La navette du mardi a ses habitués&lt;/a&gt;"
    ));
}

#[test]
fn every_link_leads_somewhere() {
    let files = build();
    let pages: BTreeMap<&str, BTreeSet<String>> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, file)| (path.as_str(), attributes(std::str::from_utf8(&file.bytes).unwrap(), "id")))
        .collect();
    let mut n_links = 0;
    for path in pages.keys().filter(|path| !path.ends_with("404.html")) {
        let html = text(&files, path);
        let links = attributes(&html, "href").into_iter().chain(attributes(&html, "src"));
        for link in links.filter(|link| !link.contains(':')) {
            let (to, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let to = to.split('?').next().unwrap_or(to);
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let target = if to.is_empty() {
                (*path).to_owned()
            } else {
                normalize(&format!("{folder}/{to}")).unwrap()
            };
            let target = match to.is_empty() || (!to.ends_with('/') && to != "." && to != "..") {
                true => target,
                false => format!("{target}/index.html").trim_start_matches('/').to_owned(),
            };
            assert!(files.contains_key(&target), "{path}: {link} leads to {target}");
            if !anchor.is_empty() {
                assert!(pages[target.as_str()].contains(anchor), "{path}: {link} names no element");
            }
            n_links += 1;
        }
    }
    assert!(n_links > 200, "only {n_links} links were read");
}

#[test]
fn no_page_needs_an_inline_style_or_a_script() {
    for (path, file) in build().iter().filter(|(path, _)| path.ends_with(".html")) {
        // What is said to search engines is no script: browsers do not run it.
        let html =
            std::str::from_utf8(&file.bytes).unwrap().replace("<script type=\"application/ld+json\">", "");
        // Only the search and the lists of actions load a script, one of the site.
        let name = match path.as_str() {
            "recherche/index.html" | "en/search/index.html" => "search.js",
            path if path.ends_with("/actions/index.html") => "filter.js",
            _ => "none",
        };
        let up = "../".repeat(path.matches('/').count());
        let html = html.replacen(&format!("<script src=\"{up}assets/{name}\" defer></script>"), "", 1);
        for forbidden in [" style=", "<style", "<script", " onclick", "javascript:"] {
            assert!(!html.contains(forbidden), "{path}: {forbidden}");
        }
    }
}

fn text(files: &BTreeMap<String, File>, path: &str) -> String {
    String::from_utf8(files[path].bytes.to_vec()).unwrap()
}

/// The values of an attribute, entities decoded as far as addresses need it.
fn attributes(html: &str, name: &str) -> BTreeSet<String> {
    html.split(&format!(" {name}=\""))
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(value, _)| with_signs(&value.replace("&amp;", "&")))
        .collect()
}

/// `&#109;` as the sign it stands for: addresses of e-mail are written so.
fn with_signs(value: &str) -> String {
    let mut parts = value.split("&#");
    let mut signs = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once(';').unwrap();
        signs.extend(number.parse().ok().and_then(char::from_u32));
        signs.push_str(rest);
    }
    signs
}
