//! A plan in time: how much of its period has gone by, and its counts from month to month.

use jalon::page::View;

use crate::{Sample, html};

const PLAN: &str = "+++
kind = \"plan\"
title = \"Plan\"
updated = 2026-04-10
[plan]
period = \"janvier à décembre 2026\"
+++

## Axe 1 : A

| No | Action | Échéancier | État |
|---|---|---|---|
| 1.1 | Peindre | 2026 | |
| 1.2 | Clouer | 2026 | En cours |
| 1.3 | Scier | 2026 | |
| 1.4 | Poncer | 2026 | Réalisée |
";

const LOG: &[[&str; 6]] = &[
    ["1.1", "2026-01-20", "En cours", "", "", ""],
    ["1.1", "2026-02-28", "", "", "Rien de neuf.", ""],
    ["1.1", "2026-03-01", "Réalisée", "", "", ""],
    ["1.3", "2026-02-03", "En cours", "", "", ""],
];

fn sample(plan: String) -> Sample {
    Sample { config: "title = \"Essai\"\n", plan: plan.leak(), log: LOG }
}

#[test]
fn a_history_counts_what_the_log_had_said_by_each_day() {
    let check = |sample: &Sample, expected: &[&str]| {
        let View::Report(report) = &html(sample)["/plan/bilan/"].0.view else { panic!("a report") };
        let history = report.history.iter();
        let lines = history.flat_map(|history| {
            let states: Vec<&str> = history.states.iter().map(|state| state.words.as_str()).collect();
            let days = history.columns.iter().map(|it| format!("{} {}", it.date.iso, it.counts.join(" ")));
            std::iter::once(states.join(", ")).chain(days).collect::<Vec<_>>()
        });
        assert_eq!(lines.collect::<Vec<_>>(), expected);
    };
    check(
        &sample(PLAN.to_owned()),
        &[
            "Réalisée, En cours, État non précisé",
            "2026-01-31 0 1 3",
            "2026-02-28 0 2 2",
            "2026-03-31 1 1 2",
            // What the plan itself says bears no day: it is in the last counts.
            "2026-04-10 2 2 0",
        ],
    );
    // One moment is no history.
    check(&sample(PLAN.replace("2026-04-10", "2026-01-25")), &[]);
    check(&sample(PLAN.replace("2026-04-10", "2025-12-31")), &[]);
}

#[test]
fn states_that_are_near_are_drawn_as_one() {
    let check = |old: &str, new: &str, expected: &str| {
        let plan = PLAN.replace(old, new);
        assert!(old.is_empty() || plan != PLAN, "{old}");
        let View::Report(report) = &html(&sample(plan))["/plan/bilan/"].0.view else { panic!("a report") };
        let history = report.history.as_ref().expect("a history");
        let names = history.bands.iter().map(|band| format!("{} {}", band.words, band.count));
        let last = history.columns.last().expect("a column");
        let labels = last.segments.iter().filter_map(|segment| segment.label.as_deref());
        let drawn = names.chain(labels.map(str::to_owned)).collect::<Vec<_>>().join(", ");
        assert_eq!(drawn, expected, "{new}");
    };
    // The number of those that are done stands in the column as well.
    check("", "", "Réalisée 2, En cours 2, État non précisé 0, 2");
    check("| Réalisée |", "| Reportée |", "Réalisée 1, En cours 2, Reportée 1, État non précisé 0, 1");
    check("| Réalisée |", "| En préparation |", "Réalisée 1, Commencée 3, État non précisé 0, 1");
}

#[test]
fn time_stands_beside_what_is_done_while_the_plan_lasts() {
    let check = |old: &str, new: &str, expected: Option<&str>| {
        let plan = PLAN.replace(old, new);
        assert!(old.is_empty() || plan != PLAN, "{old}");
        let View::Plan(plan) = &html(&sample(plan))["/plan/"].0.view else { panic!("a plan") };
        let said = plan.elapsed.as_ref().map(|elapsed| elapsed.sentence.as_str());
        assert_eq!(said, expected, "{new}");
    };
    check("", "", Some("27\u{a0}% du temps écoulé; 2 actions sur 4 réalisées"));
    check("2026-04-10", "2026-12-31", Some("100\u{a0}% du temps écoulé; 2 actions sur 4 réalisées"));
    check("2026-04-10", "2027-01-01", None);
    check("2026-04-10", "2025-12-31", None);
    check("period = \"janvier à décembre 2026\"", "", None);
    check("period = \"janvier à décembre 2026\"", "period = \"À partir de 2026\"", None);
    check("[plan]", "[plan]\nstage = \"closed\"", None);
    check("[plan]", "[plan]\nstage = \"proposed\"", None);
}

#[test]
fn approximate_days_are_drawn_with_pointed_ends() {
    let check = |timeframe: &str, n_points: usize| {
        let plan = PLAN.replace("Peindre | 2026", &format!("Peindre | {timeframe}"));
        let View::Calendar(calendar) = &html(&sample(plan))["/plan/calendrier/"].0.view else {
            panic!("a calendar")
        };
        let chart = calendar.chart.as_ref().expect("dates");
        let bars = chart.rows.iter().filter(|row| row.number == "1.1").flat_map(|row| &row.bars);
        let points = bars.filter_map(|bar| bar.points.as_ref()).map(|points| points.matches('M').count());
        assert_eq!(points.sum::<usize>(), n_points, "{timeframe}");
    };
    check("Mai 2026", 0);
    check("12 mai 2026", 0);
    check("Printemps 2026", 2);
    check("Vers mai 2026", 2);
    check("Fin mai 2026", 2);
    check("Printemps 2026 à automne 2026", 2);
    check("D’ici l’automne 2026", 1);
    check("À partir de l’automne 2026", 1);
    check("D’ici mai 2026", 0);
}
