//! What `jalon i18n --json` gives to programs.

use serde_json::Value;

use crate::{edit, says, village};

#[test]
fn programs_read_the_state_of_each_unit() {
    let site = village();
    says(&site, "--mark");
    edit(&site, "mission.md", "à pied ou en navette", "à pied");
    let answer: Value = serde_json::from_str(&says(&site, "--json")).unwrap();
    assert_eq!(answer["schema"], "jalon/i18n/1");
    insta::assert_snapshot!(format!("{:#}", answer["languages"]), @r#"
    [
      {
        "code": "en",
        "documents": 2,
        "drafts": 0,
        "counts": {
          "total": 9,
          "done": 7,
          "unmarked": 0,
          "stale": 1,
          "missing": 1,
          "unpaired": 0
        },
        "percent": 77
      }
    ]
    "#);
    let paths: Vec<&str> = answer["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["source"]["path"].as_str().unwrap())
        .collect();
    assert_eq!(paths, ["content/2026-01-12-navette.md", "content/mission.md", "content/plan/index.md"]);
    insta::assert_snapshot!(format!("{:#}", answer["documents"][0]), @r#"
    {
      "source": {
        "path": "content/2026-01-12-navette.md",
        "title": "La navette est arrivée"
      },
      "kind": "news",
      "untranslated": [
        "en"
      ],
      "translations": []
    }
    "#);
    let mission = &answer["documents"][1]["translations"][0];
    insta::assert_snapshot!(format!("{:#} {}", mission["counts"], mission["percent"]), @r#"
    {
      "total": 4,
      "done": 3,
      "unmarked": 0,
      "stale": 1,
      "missing": 0,
      "unpaired": 0
    } 75
    "#);
    insta::assert_snapshot!(format!("{:#}", mission["units"][2]), @r##"
    {
      "key": "#notre-vision",
      "part": "section",
      "state": "stale",
      "words": "Notre vision",
      "fingerprint": "c55f0f2cc887",
      "recorded": "e5f64732288a",
      "source": {
        "path": "content/mission.md",
        "line": 8
      },
      "translation": {
        "path": "content/mission.en.md",
        "line": 14
      }
    }
    "##);
    let plan = &answer["documents"][2]["translations"][0];
    insta::assert_snapshot!(format!("{:#}", plan["units"][4]), @r##"
    {
      "key": "#1.3",
      "part": "action",
      "state": "missing",
      "words": "Marcher le sentier avec les aînés",
      "fingerprint": "20599b6ff7d2",
      "recorded": null,
      "source": {
        "path": "content/plan/index.md",
        "line": 12
      },
      "translation": null
    }
    "##);
}

#[test]
fn the_counts_of_a_language_are_those_of_its_documents() {
    let site = village();
    let answer: Value = serde_json::from_str(&says(&site, "--json --drafts")).unwrap();
    let translations = || {
        let documents = answer["documents"].as_array().unwrap().iter();
        documents.flat_map(|document| document["translations"].as_array().unwrap())
    };
    for state in ["total", "done", "unmarked", "stale", "missing", "unpaired"] {
        let sum: u64 = translations().map(|it| it["counts"][state].as_u64().unwrap()).sum();
        assert_eq!(answer["languages"][0]["counts"][state], sum, "{state}");
    }
    for translation in translations() {
        assert_eq!(translation["counts"]["total"], translation["units"].as_array().unwrap().len());
    }
}
