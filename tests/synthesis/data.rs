//! `synthesis.json` and `contributions.csv`, as a site publishes them.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::pipeline::{Drafts, Inputs, Options, Outcome, run};
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../../docs/schemas/jalon-synthesis-1.schema.json");

const PLAN: &str = "+++
kind = \"plan\"
title = \"Plan 2026\"
+++

## Orientation 2 : Manger

### 2.1 Cuire

| Action | Échéancier | État |
|---|---|---|
| Bâtir le four | Mai 2026 | En cours |
";

const SYNTHESIS: &str = "+++
kind = \"synthesis\"
title = \"La grande *tablée*\"
[synthesis]
event = \"Atelier d’hiver\"
facilitator = \"Ana Melo, Table du Gué\"
participants = 41
leads_to = \"@/plan.md\"
names = \"hidden\"
+++

Un mot d’Ana Melo.

## Ce que nous retenons

1. [Un *four* & du pain](@/plan.md#2.1.1) (3)

## Bloc 4 – La suite

| Question | À garder | À laisser |
|---|---|---|
| Sur la rue | - Le quai(2)<br>- =1+1 | |

### Qui porte quoi?

- Une fête
  - Le samedi (2)

| Volet | Idée | Soutien | Coût |
|---|---|---|---|
| Manger | [Une serre](@/plan.md#2) | ? | 90 $ |
| | Un jardin | Ana Melo? | |
";

fn build(synthesis: &str) -> Outcome {
    let files = [
        ("jalon.toml", "title = \"Site\"\nbase_url = \"https://exemple.org/asso/\"\n"),
        ("content/plan.md", PLAN),
        ("content/2026-02-12-tablee.md", synthesis),
    ];
    let files: BTreeMap<String, Arc<[u8]>> =
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect();
    let day = Date::parse("2026-03-01").unwrap();
    let options = Options { today: Some(day), build_day: day, drafts: Drafts::LeftOut, base_url: None };
    run(&Inputs { files, options })
}

fn file(outcome: &Outcome, name: &str) -> String {
    String::from_utf8(outcome.files[name].bytes.to_vec()).unwrap()
}

fn published() -> Value {
    serde_json::from_str(&file(&build(SYNTHESIS), "tablee/synthesis.json")).unwrap()
}

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

#[test]
fn a_synthesis_is_published_as_its_schema_says() {
    let schema = schema();
    assert!(jsonschema::meta::is_valid(&schema));
    let faults: Vec<String> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(&published())
        .map(|it| it.to_string())
        .collect();
    assert_eq!(faults, Vec::<String>::new());
    let outcome = build(SYNTHESIS);
    assert_eq!(file(&outcome, "schemas/jalon-synthesis-1.schema.json"), SCHEMA);
}

#[test]
fn a_mistake_in_a_synthesis_is_refused() {
    let check = |pointer: &str, value: Value| {
        let mut synthesis = published();
        *synthesis.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value;
        assert!(!jsonschema::is_valid(&schema(), &synthesis), "{pointer}");
    };
    check("/schema", json!("jalon/synthesis/2"));
    check("/date", json!("12 février 2026"));
    check("/form", json!("atelier"));
    check("/event/participants", json!(0));
    check("/hidden_names", json!(-1));
    check("/retained/0", json!(4));
    check("/blocks/1/number", json!(4));
    check("/blocks/0/sections/0/contributions/0/mentions", json!(0));
    check("/blocks/0/sections/0/contributions/0/outcomes/0/status", json!("finished"));
    check("/blocks/1/sections/1/strands/0/ideas/0/support/state", json!("unknown"));
    check("/blocks/1/sections/1/strands/0/ideas", json!([{}]));
}

#[test]
fn a_synthesis_as_data_says_what_was_said_and_what_it_led_to() {
    let published = published();
    let check = |pointer: &str, expected: Value| {
        assert_eq!(published.pointer(pointer).unwrap_or(&Value::Null), &expected, "{pointer}");
    };
    check("/title", json!("La grande *tablée*"));
    check("/url", json!("https://exemple.org/asso/tablee/"));
    check("/date", json!("2026-02-12"));
    check("/hidden_names", json!(3));
    check("/event/facilitator", json!("Table du Gué"));
    check("/leads_to", json!([{"title": "Plan 2026", "url": "https://exemple.org/asso/plan/"}]));
    check("/retained", json!(["un-four-du-pain"]));
    check(
        "/blocks/0/sections/0/contributions/0",
        json!({
            "id": "un-four-du-pain", "url": "https://exemple.org/asso/tablee/#un-four-du-pain",
            "text": "Un four & du pain", "mentions": 3, "row": null, "column": null,
            "outcomes": [{"id": "2.1.1", "title": "Bâtir le four", "status": "in-progress",
                          "url": "https://exemple.org/asso/plan/#2.1.1"}],
            "contributions": [],
        }),
    );
    check("/blocks/1/number", json!("4"));
    check("/blocks/1/sections/0/title", json!(null));
    check("/blocks/1/sections/0/contributions/0/row", json!("Sur la rue"));
    check("/blocks/1/sections/0/contributions/0/column", json!("À garder"));
    check("/blocks/1/sections/1/contributions/0/contributions/0/mentions", json!(2));
    check("/blocks/1/sections/1/strands/0/title", json!("Manger"));
    check("/blocks/1/sections/1/strands/0/ideas/0/support", json!({"text": null, "state": "to-find"}));
    check("/blocks/1/sections/1/strands/0/ideas/0/fields", json!({"Coût": "90 $"}));
    check("/blocks/1/sections/1/strands/0/ideas/0/outcomes/0/title", json!("Manger"));
    check(
        "/blocks/1/sections/1/strands/0/ideas/1/support",
        json!({"text": "(nom retiré)?", "state": "doubtful"}),
    );
}

#[test]
fn a_hidden_name_is_in_no_file_of_the_site() {
    let outcome = build(SYNTHESIS);
    assert_eq!(outcome.diagnostics, Vec::new());
    for (name, file) in &outcome.files {
        let text = String::from_utf8_lossy(&file.bytes);
        assert!(!text.contains("Melo"), "{name}");
    }
    let shown = build(&SYNTHESIS.replace("names = \"hidden\"\n", ""));
    assert!(file(&shown, "tablee/synthesis.json").contains("Ana Melo"));
}

#[test]
fn the_page_of_a_talk_ranks_nothing() {
    let page = |settings: &str| {
        let text = SYNTHESIS.replace("names = \"hidden\"\n", settings);
        file(&build(&text), "tablee/index.html")
    };
    assert!(page("").contains("id=\"_ranking\"") && page("").contains("id=\"_outcome\""));
    let talk = page("form = \"talk\"\n");
    assert!(!talk.contains("_ranking") && !talk.contains("_outcome"));
    assert!(talk.contains("Un <em>four</em> &amp; du pain") && talk.contains("Une fête"));
}

#[test]
fn two_files_cannot_have_the_address_of_the_data() {
    let synthesis = SYNTHESIS.replace("+++\nkind", "+++\naliases = [\"/tablee/synthesis.json\"]\nkind");
    let told: Vec<&str> = build(&synthesis).diagnostics.iter().map(|it| it.problem.code()).collect();
    assert_eq!(told, ["file-and-folder"]);
}

#[cfg(feature = "sheets")]
#[test]
fn every_contribution_has_a_row() {
    let csv = file(&build(SYNTHESIS), "tablee/contributions.csv");
    insta::assert_snapshot!(csv.replace('\u{feff}', "<BOM>").replace("\r\n", "\n"), @"
    <BOM>No de bloc,Bloc,Question,Retenu,Volet,Colonne,Identifiant,Rattachée à,Contribution,Mentions,Soutien,État du soutien,Suites,Adresse,Coût
    ,Ce que nous retenons,,oui,,,un-four-du-pain,,Un four & du pain,3,,,2.1.1 (En cours),https://exemple.org/asso/tablee/#un-four-du-pain,
    4,Bloc 4 – La suite,,non,Sur la rue,À garder,le-quai,,Le quai,2,,,,https://exemple.org/asso/tablee/#le-quai,
    4,Bloc 4 – La suite,,non,Sur la rue,À garder,1-1,,'=1+1,,,,,https://exemple.org/asso/tablee/#1-1,
    4,Bloc 4 – La suite,Qui porte quoi?,non,,,une-fete,,Une fête,,,,,https://exemple.org/asso/tablee/#une-fete,
    4,Bloc 4 – La suite,Qui porte quoi?,non,,,le-samedi,une-fete,Le samedi,2,,,,https://exemple.org/asso/tablee/#le-samedi,
    4,Bloc 4 – La suite,Qui porte quoi?,non,Manger,,une-serre,,Une serre,,,à trouver,2,https://exemple.org/asso/tablee/#une-serre,90 $
    4,Bloc 4 – La suite,Qui porte quoi?,non,Manger,,un-jardin,,Un jardin,,(nom retiré)?,incertain,,https://exemple.org/asso/tablee/#un-jardin,
    ");
    let nothing = build("+++\nkind = \"synthesis\"\ntitle = \"Rien\"\n+++\n\nUn mot.\n");
    assert!(!nothing.files.contains_key("tablee/contributions.csv"));
    assert!(nothing.files.contains_key("tablee/synthesis.json"));
}
