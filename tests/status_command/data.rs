//! What `jalon status --json` gives to programs.

use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::{PLAN, demonstration, says, site, status, text};

#[test]
fn programs_read_the_counts_of_the_published_data() {
    let built = tempfile::tempdir().unwrap();
    let root = demonstration();
    let built_path = built.path().join("site");
    let build = Command::new(env!("CARGO_BIN_EXE_jalon"))
        .args(["build", "-o"])
        .arg(&built_path)
        .current_dir(&root)
        .output()
        .unwrap();
    assert!(build.status.success(), "{}", text(&build.stderr));
    let answer: Value = serde_json::from_str(&says(&root, "--json")).unwrap();
    assert_eq!(answer["schema"], "jalon/status/1");
    assert_eq!(answer["problems"]["errors"], 0);
    let plans = answer["plans"].as_array().unwrap();
    assert_eq!(plans.len(), 3);
    for plan in plans {
        let address = plan["address"].as_str().unwrap().trim_start_matches('/');
        let published = fs::read(built_path.join(address).join("plan.json")).unwrap();
        let published: Value = serde_json::from_slice(&published).unwrap();
        assert_eq!(plan["progress"], published["progress"], "{address}");
        assert_eq!(plan["reference_date"], published["reference_date"], "{address}");
        let orientations = plan["orientations"].as_array().unwrap();
        for (told, published) in orientations.iter().zip(published["orientations"].as_array().unwrap()) {
            assert_eq!((&told["number"], &told["progress"]), (&published["number"], &published["progress"]));
        }
        let actions = plan["actions"].as_array().unwrap();
        assert_eq!(actions.len(), usize::try_from(plan["progress"]["total"].as_u64().unwrap()).unwrap());
        let n_late = actions.iter().filter(|action| !action["days_late"].is_null()).count();
        assert_eq!(plan["progress"]["late"], n_late);
    }
}

#[test]
fn programs_read_the_listed_actions() {
    let site = site(&[("actuel", PLAN)]);
    let answer: Value = serde_json::from_slice(&status(site.path(), "--json --late").stdout).unwrap();
    let action = &answer["plans"][0]["actions"][0];
    insta::assert_snapshot!(format!("{action:#}"), @r#"
    {
      "number": "1.1",
      "id": "1.1",
      "orientation": "1",
      "title": "Faire le portrait du logement dans toutes les municipalités, et le présenter aux élus",
      "timeframe": "Automne 2025",
      "deadline": "2025-12-31",
      "days_late": 86,
      "days_left": null,
      "status": {
        "text": "En cours",
        "key": "in-progress"
      },
      "percent": null,
      "responsible": [
        "Comité logement"
      ]
    }
    "#);
}
