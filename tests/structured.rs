//! What pages say of themselves to search engines.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::pipeline::{self, Drafts, Inputs, Options};
use serde_json::{Value, json};

/// The description of a page of a site of one document.
fn described(path: &str, text: &str, page: &str) -> Option<Value> {
    let files = [
        ("jalon.toml", "title = \"Le Phare\"\nbase_url = \"https://exemple.org/asso/\"\n"),
        ("content/_index.md", "+++\ntitle = \"Le Phare\"\n+++\n"),
        (path, text),
    ];
    let files: BTreeMap<String, Arc<[u8]>> =
        files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().into())).collect();
    let build_day = Date::new(2026, 3, 1).expect("a day");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    let outcome = pipeline::run(&Inputs { files, options });
    let html = std::str::from_utf8(&outcome.files[page].bytes).expect("a page is text").to_owned();
    let (_, script) = html.split_once("<script type=\"application/ld+json\">")?;
    let (script, _) = script.split_once("</script>")?;
    Some(serde_json::from_str(script).expect("the script is JSON"))
}

#[test]
fn a_news_item_says_when_it_was_published() {
    let text =
        "+++\nkind = \"news\"\nauthors = [\"Comité pont\"]\n+++\n# Le pont \\</script> rouvre\n\nEnfin.\n";
    let said = described("content/actualites/2026-01-10-pont.md", text, "actualites/pont/index.html");
    let graph = &said.expect("a description")["@graph"];
    assert_eq!(graph[0]["@type"], "NewsArticle");
    assert_eq!(graph[0]["headline"], "Le pont </script> rouvre");
    assert_eq!(graph[0]["datePublished"], "2026-01-10");
    assert_eq!(graph[0]["creditText"], "Comité pont");
    assert_eq!(
        graph[0]["publisher"],
        json!({"@type": "Organization", "name": "Le Phare", "url": "https://exemple.org/asso/"})
    );
    let steps: Vec<&Value> = graph[1]["itemListElement"].as_array().into_iter().flatten().collect();
    let names: Vec<&Value> = steps.iter().map(|step| &step["name"]).collect();
    assert_eq!(names, ["Accueil", "Actualites", "Le pont </script> rouvre"]);
    assert_eq!(steps[2]["item"], "https://exemple.org/asso/actualites/pont/");
}

#[test]
fn a_synthesis_is_about_its_workshop() {
    let text = "+++\nkind = \"synthesis\"\ntitle = \"Passer le pont\"\n[synthesis]\nevent = \"Atelier d’avril\"\nplace = \"Salle du Quai\"\n+++\n## 1. Bloc\n\n- une idée (2)\n";
    let said = described("content/2026-01-10-pont.md", text, "pont/index.html");
    let about = &said.expect("a description")["@graph"][0]["about"];
    let place = json!({"@type": "Place", "name": "Salle du Quai"});
    assert_eq!(
        *about,
        json!({"@type": "Event", "name": "Atelier d’avril", "startDate": "2026-01-10", "location": place})
    );
}

#[test]
fn a_plan_says_the_days_it_goes_over() {
    let text = "+++\nkind = \"plan\"\n[plan]\nperiod = \"juillet 2025 à juin 2026\"\n+++\n# Plan\n\n## 1. Agir\n\n| Action | État |\n|---|---|\n| Tenir | En cours |\n";
    let said = described("content/plan.md", text, "plan/index.html");
    assert_eq!(said.expect("a description")["@graph"][0]["temporalCoverage"], "2025-07-01/2026-06-30");
    assert_eq!(described("content/plan.md", text, "plan/orientation-1/index.html"), None);
    assert_eq!(described("content/plan.md", text, "404.html"), None);
}
