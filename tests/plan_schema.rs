//! The schema of plan.json takes a plan as jalon publishes it, and refuses one with a mistake.

use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../docs/schemas/jalon-plan-1.schema.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).expect("the schema is JSON")
}

fn progress() -> Value {
    json!({"total": 1, "done": 0, "partial": 0, "in-progress": 1, "preparing": 0, "planned": 0, "postponed": 0,
           "on-hold": 0, "ongoing": 0, "noted": 0, "not-stated": 0, "dropped": 0, "late": 0, "rate": 0.0})
}

/// A plan with one action of which everything is said.
fn plan() -> Value {
    let action = json!({
        "number": "1.1.1", "id": "1.1.1", "title": "Tournée des quartiers", "intent": null,
        "timeframe": {"text": "Automne 2025", "kind": "season",
                      "ranges": [{"start": "2025-09-01", "end": "2025-12-31"}]},
        "status": {"text": "En cours", "key": "in-progress"}, "percent": null, "late": false,
        "responsible": ["Coordination"], "partners": [], "fields": {"Indicateur": "6 visites"},
        "history": [],
        "origins": [{"title": "Passer le pont", "url": "/ateliers/passer-le-pont/#une-navette", "words": "Une navette",
                     "kind": "synthesis", "date": "2025-04-10", "source": true}]
    });
    let objective =
        json!({"number": "1.1", "id": "1.1", "title": null, "progress": progress(), "actions": [action]});
    let orientation = json!({"number": "1", "id": "1", "title": "Rencontrer", "url": "orientation-1/",
                             "axis": null, "progress": progress(), "objectives": [objective]});
    json!({
        "schema": "jalon/plan/1", "lang": "fr", "title": "Plan 2025-2026", "url": "/plans/2025-2026/",
        "stage": "adopted", "updated": "2026-01-15", "reference_date": "2026-01-15",
        "period": {"text": "juillet 2025 à juin 2026", "kind": "range",
                   "start": "2025-07-01", "end": "2026-06-30"},
        "progress": progress(), "orientations": [orientation]
    })
}

/// Whether the schema takes the plan once a value, at a JSON pointer, is another.
fn takes(pointer: &str, value: Value) -> bool {
    let mut plan = plan();
    *plan.pointer_mut(pointer).expect("the plan has this value") = value;
    jsonschema::is_valid(&schema(), &plan)
}

const ACTION: &str = "/orientations/0/objectives/0/actions/0";

#[test]
fn the_schema_follows_its_own_standard() {
    assert!(jsonschema::meta::is_valid(&schema()));
}

#[test]
fn a_whole_plan_is_taken() {
    assert!(jsonschema::is_valid(&schema(), &plan()));
}

#[test]
fn what_a_document_may_leave_out_may_be_null() {
    assert!(takes("/period", Value::Null));
    assert!(takes("/updated", Value::Null));
    assert!(takes("/progress/rate", Value::Null));
    assert!(takes("/orientations/0/objectives/0/title", json!("Aller au-devant des gens")));
    assert!(takes(&format!("{ACTION}/timeframe"), Value::Null));
    assert!(takes(&format!("{ACTION}/timeframe/ranges/0/end"), Value::Null));
    assert!(takes(&format!("{ACTION}/origins"), json!([])));
    assert!(takes(&format!("{ACTION}/origins/0/date"), Value::Null));
    assert!(takes(&format!("{ACTION}/status"), json!({"text": null, "key": "not-stated"})));
}

#[test]
fn a_mistake_is_refused() {
    assert!(!takes("/schema", json!("jalon/plan/2")));
    assert!(!takes("/stage", json!("draft")));
    assert!(!takes("/reference_date", json!("15 janvier 2026")));
    assert!(!takes("/progress", json!({"total": 1})));
    assert!(!takes("/progress/rate", json!(23)));
    assert!(!takes("/orientations/0/title", json!("")));
    assert!(!takes(&format!("{ACTION}/number"), json!(1.1)));
    assert!(!takes(&format!("{ACTION}/timeframe/kind"), json!("FiscalYear")));
    assert!(!takes(&format!("{ACTION}/status/key"), json!("finished")));
    assert!(!takes(&format!("{ACTION}/percent"), json!(120)));
    assert!(!takes(&format!("{ACTION}/origins/0"), json!({"title": "Passer le pont"})));
    assert!(!takes(&format!("{ACTION}/origins/0/kind"), json!("workshop")));
}

#[test]
fn a_key_nobody_knows_is_refused() {
    let mut plan = plan();
    plan["n_actions"] = json!(1);
    assert!(!jsonschema::is_valid(&schema(), &plan));
}
