//! What a translated plan holds, by small documents.

use jalon::config;
use jalon::kind::plan::foreign::Foreign;
use jalon::kind::plan::{ObjectivePart, OrientationPart, Plan, PlanPart};
use jalon::kind::{self, Body};
use jalon::markdown::Html;
use jalon::site::translated::{self, Translated};
use jalon::source::Source;

use crate::{SETTINGS, plan};

/// A plan as a list: what is left in the source's language is followed by `(fr)`.
pub fn listed(plan: &Plan) -> String {
    let mut lines = Vec::new();
    let own = |foreign: &Option<Foreign>| if foreign.is_some() { " (fr)" } else { "" };
    let text = |html: &Html| format!("… {}", html.unfilled().trim().replace('\n', " "));
    for part in &plan.parts {
        let orientation = match part {
            PlanPart::Text(html) => {
                lines.push(text(html));
                continue;
            }
            PlanPart::Orientation(orientation) => orientation,
        };
        let word = &orientation.level_word;
        lines.push(format!(
            "{word} {}: {}{}",
            orientation.number,
            orientation.title.plain,
            own(&orientation.foreign)
        ));
        for part in &orientation.parts {
            let objective = match part {
                OrientationPart::Text(html) => {
                    lines.push(text(html));
                    continue;
                }
                OrientationPart::Objective(objective) => objective,
            };
            if let Some(title) = &objective.title {
                lines.push(format!("{}: {}{}", objective.number, title.plain, own(&objective.foreign)));
            }
            for part in &objective.parts {
                match part {
                    ObjectivePart::Text(html) => lines.push(text(html)),
                    ObjectivePart::Action(action) => {
                        let mut said = vec![action.title.plain.clone()];
                        said.extend(action.intent.as_ref().map(|it| it.plain.clone()));
                        said.extend(action.timeframe.as_ref().map(|it| it.text.clone()));
                        said.push(action.status.text.clone());
                        said.extend(
                            action.fields.iter().map(|(name, value)| format!("{name}: {}", value.plain)),
                        );
                        said.push(action.details.unfilled().trim().replace('\n', " "));
                        said.retain(|it| !it.is_empty());
                        lines.push(format!("{} {}{}", action.id, said.join(" | "), own(&action.foreign)));
                    }
                }
            }
        }
    }
    lines.join("\n").trim().to_owned()
}

/// What an English plan becomes over a French one.
fn check(fr: &str, en: &str, expected: &str) {
    let config = config::read(&Source::new("jalon.toml", SETTINGS)).value;
    let fr = Source::new("content/plan.md", plan("title = \"Plan\"", fr));
    let en = Source::new("content/plan.en.md", plan("title = \"Plan\"", en));
    let source = kind::read(&fr, "fr", &config).value;
    let of = Translated { document: &source, source: &fr };
    let noted = translated::read(&en, "en", of, &config);
    let Body::Plan(plan) = noted.value.body else { panic!("a plan was written") };
    let mut said = listed(&plan);
    for it in &noted.diagnostics {
        said.push_str(&format!("\n! {}", it.problem.message(jalon::lang::Lang::En)));
    }
    assert_eq!(said.trim(), expected.trim(), "{}\n→ {}", fr.text, en.text);
}

const FR: &str = "\
Un mot.

## Orientation 1 : Bouger

Le pont est loin.

### 1.1 Relier les rives

| Actions | Échéancier | État |
|---|---|---|
| Marcher | Automne 2025 | Réalisée |
| Rouler | | En cours |

## Orientation 2 : Manger

| Actions | Échéancier | État |
|---|---|---|
| Cuisiner | | À venir |
";

#[test]
fn words_come_from_the_translation_and_the_rest_from_the_source() {
    check(
        FR,
        "A word.\n\n## Goal 1: Get moving\n\nThe bridge is far.\n\n### 1.1 Link both banks\n\n\
         | Actions |\n|---|\n| Walk |\n| Ride |\n\n## Goal 2: Eat\n\n| Actions |\n|---|\n| Cook |\n",
        "\
… <p>A word.</p>
Goal 1: Get moving
… <p>The bridge is far.</p>
1.1: Link both banks
1.1.1 Walk | Automne 2025 | Réalisée
1.1.2 Ride | En cours
Goal 2: Eat
2.1 Cook | À venir",
    );
}

#[test]
fn what_is_not_translated_stays_in_the_language_of_the_source() {
    check(
        FR,
        "## Goal 2: Eat\n",
        "\
… <div lang=\"fr-CA\"><p>Un mot.</p> </div>
Goal 1: Bouger (fr)
… <div lang=\"fr-CA\"><p>Le pont est loin.</p> </div>
1.1: Relier les rives (fr)
1.1.1 Marcher | Automne 2025 | Réalisée (fr)
1.1.2 Rouler | En cours (fr)
Goal 2: Eat
2.1 Cuisiner | À venir (fr)",
    );
}

#[test]
fn an_action_written_with_its_number_needs_no_neighbours() {
    check(
        FR,
        "## Goal 1: Get moving\n\n### 1.1 Link both banks\n\n| Actions |\n|---|\n| 1.1.2 Ride |\n",
        "\
… <div lang=\"fr-CA\"><p>Un mot.</p> </div>
Goal 1: Get moving
… <div lang=\"fr-CA\"><p>Le pont est loin.</p> </div>
1.1: Link both banks
1.1.1 Marcher | Automne 2025 | Réalisée (fr)
1.1.2 Ride | En cours
Goal 2: Manger (fr)
2.1 Cuisiner | À venir (fr)",
    );
}

/// A plan of one orientation whose table has these columns and rows.
fn table(columns: &str, rows: &str) -> String {
    let rule = columns.split('|').map(|_| "---").collect::<Vec<_>>().join("|");
    let rows: String = rows.lines().map(|row| format!("| {} |\n", row.trim())).collect();
    format!("## Axe 1 : Agir\n\n| {columns} |\n|{rule}|\n{rows}")
}

#[track_caller]
fn check_rows((fr, rows): (&str, &str), (en, translated): (&str, &str), expected: &str) {
    check(&table(fr, rows), &table(en, translated).replace("Axe 1 : Agir", "Axis 1: Act"), expected);
}

#[test]
fn a_row_without_words_holds_the_place_of_an_action() {
    let source = ("Actions | État", "Marcher | Réalisée\nRouler |\nNager | À venir");
    check_rows(
        source,
        ("Actions", "Walk\n<!-- Rouler -->\nSwim"),
        "Axis 1: Act\n1.1 Walk | Réalisée\n1.2 Rouler (fr)\n1.3 Swim | À venir",
    );
    check_rows(
        source,
        ("No | Actions", "1.1 | Walk\n1.2 |\n1.3 | Swim"),
        "Axis 1: Act\n1.1 Walk | Réalisée\n1.2 Rouler (fr)\n1.3 Swim | À venir",
    );
    check_rows(
        source,
        ("Actions", "Walk\n1.2 <!-- Rouler -->\nSwim"),
        "Axis 1: Act\n1.1 Walk | Réalisée\n1.2 Rouler (fr)\n1.3 Swim | À venir",
    );
}

#[test]
fn actions_without_number_are_not_paired_by_guess() {
    check_rows(
        ("Actions | État", "Marcher | Réalisée\nRouler |\nNager | À venir"),
        ("Actions", "Walk\nSwim"),
        "Axis 1: Act\n1.1 Marcher | Réalisée (fr)\n1.2 Rouler (fr)\n1.3 Nager | À venir (fr)\n\
         ! 3 actions in the source (content/plan.md:9), but 2 here, without a number: nothing tells which is \
         which, and these texts stay in the language of the source",
    );
}

#[test]
fn an_anchor_pairs_as_a_number_does() {
    check_rows(
        ("Actions", "Marcher {#pied}\nRouler {#roue}\nNager"),
        ("Actions", "Ride {#roue}\nWalk {#pied}"),
        "Axis 1: Act\npied Walk\nroue Ride\n1.3 Nager (fr)",
    );
}

#[test]
fn what_is_said_again_in_the_same_sense_changes_nothing() {
    check_rows(
        (
            "Actions | Échéancier | État | Responsable",
            "Marcher | Automne 2025 | Réalisée | Comité\nRouler | D’ici mars 2026 | 6 régions visitées |",
        ),
        (
            "Actions | Timeframe | Status | Responsible",
            "Walk | Fall 2025 | Completed | Comité\nRide | By March 2026 | 6 regions visited |",
        ),
        "Axis 1: Act\n1.1 Walk | Automne 2025 | Réalisée\n1.2 Ride | D’ici mars 2026 | 6 régions visitées",
    );
}

#[test]
fn columns_follow_what_they_hold_then_their_order() {
    check_rows(
        (
            "Actions | Indicateur | Obstacles | État",
            "Marcher | pas | pluie | Réalisée\nRouler | tours | | À venir",
        ),
        ("Actions | Hurdles | Indicator", "Walk | rain | steps\nRide | | <!-- tours -->"),
        "Axis 1: Act\n1.1 Walk | Réalisée | Indicator: steps | Hurdles: rain\n1.2 Ride | À venir | Indicator: tours",
    );
    check_rows(
        ("Actions | Obstacles", "Marcher | pluie\nRouler | neige"),
        ("Actions", "Walk\nRide"),
        "Axis 1: Act\n1.1 Walk | Obstacles: pluie\n1.2 Ride | Obstacles: neige",
    );
}

#[test]
fn an_activity_and_its_action_are_translated_together() {
    check_rows(
        ("Activités | Actions", "Fête | Préparer la salle\nMarché | Louer des tables"),
        ("Activities | Actions", "Party | Set the room up\nMarket |"),
        "Axis 1: Act\n1.1 Party | Set the room up\n1.2 Market | Louer des tables",
    );
}

#[test]
fn several_actions_in_a_cell_are_translated_one_by_one() {
    check_rows(
        ("Actions | État", "Marcher<br>Rouler | Réalisée<br>À venir"),
        ("Actions", "Walk<br>Ride"),
        "Axis 1: Act\n1.1 Walk | Réalisée\n1.2 Ride | À venir",
    );
}

#[test]
fn an_objective_alone_in_its_row_is_its_own_action_in_both_languages() {
    check_rows(
        ("Objectifs | Actions", "1.1 Bouger | Marcher\n1.2 Rire |"),
        ("Objectives | Actions", "1.1 Move |\n1.2 Laugh |"),
        "Axis 1: Act\n1.1: Move\n1.1.1 Marcher (fr)\n1.2: Laugh\n1.2.1 Laugh",
    );
}

#[test]
fn tasks_are_translated_as_rows_are() {
    check(
        "## Axe 1 : Agir\n\n- [x] Marcher\n  - Échéancier : automne 2025\n\n  Par tous les temps.\n- [ ] Rouler\n- [ ] Nager\n",
        "## Axis 1: Act\n\n- [ ] Walk\n\n  In all weathers.\n- [ ] <!-- Rouler -->\n- [ ] 1.3 Swim\n",
        "Axis 1: Act\n1.1 Walk | automne 2025 | <p>In all weathers.</p>\n1.2 Rouler (fr)\n1.3 Swim",
    );
}

#[test]
fn sections_pair_by_anchor_then_in_order() {
    let fr = "## Contexte\n\nIl pleut.\n\n## Méthode\n\nOn vote.\n\n## Axe 1 : Agir\n\n- [ ] Marcher\n";
    check(
        fr,
        "## Context\n\nIt rains.\n\n## Method\n\n<!-- On vote. -->\n\n## Axis 1: Act\n\n- [ ] Walk\n",
        "… <h2 id=\"context\">Context</h2> <p>It rains.</p>\n\
         … <h2 id=\"method\">Method</h2> <div lang=\"fr-CA\"><p>On vote.</p> </div>\nAxis 1: Act\n1.1 Walk",
    );
    check(
        fr,
        "## Method {#methode}\n\nWe vote.\n\n## Axis 1: Act\n\n- [ ] Walk\n",
        "… <div lang=\"fr-CA\"><h2 id=\"contexte\">Contexte</h2> <p>Il pleut.</p> </div>\n\
         … <h2 id=\"methode\">Method</h2> <p>We vote.</p>\nAxis 1: Act\n1.1 Walk\n\
         ! 1 parts of text here, 2 at the same place of the source (content/plan.md): they are paired in order",
    );
}

#[test]
fn a_number_alone_is_no_title() {
    check("## Axe A – Agir\n\n- [ ] Marcher\n", "## Axis A\n\n- [ ] Walk\n", "Axis A: Agir (fr)\nA.1 Walk");
    check("## Axe 1\n\n- [ ] Marcher\n", "## Axis 1\n\n- [ ] Walk\n", "Axis 1: Axis 1\n1.1 Walk");
}
