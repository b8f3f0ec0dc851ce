//! The list of all the actions: what it shows, what it can be narrowed by, and what leads there.

use jalon::page::View;
use jalon::view::action_list::{ActionListView, FilterView};

use crate::{Sample, english, french, html, visible};

#[test]
fn every_action_stands_in_one_table() {
    let page = visible(&french::SAMPLE, "/plan/actions/");
    let (_, table) = page.split_once("9 actions\n").expect("the table after the count");
    insta::assert_snapshot!(table, @"");
}

#[test]
fn the_list_is_narrowed_by_what_the_plan_has() {
    insta::assert_snapshot!(choices(&french::SAMPLE, "/plan/actions/"), @"");
}

#[test]
fn in_english_the_address_speaks_english() {
    insta::assert_snapshot!(choices(&english::SAMPLE, "/plan/actions/"), @"");
}

#[test]
fn a_row_answers_to_each_filter() {
    let rows = list(&french::SAMPLE, "/plan/actions/").rows;
    let keys: Vec<String> = rows.iter().map(|row| format!("{} {}", row.action.number, row.keys)).collect();
    insta::assert_snapshot!(keys.join("\n"), @"");
}

#[test]
fn what_leaves_no_choice_is_not_offered() {
    let check = |plan: &'static str, expected: &[&str]| {
        let sample = Sample { config: french::SAMPLE.config, plan, log: &[] };
        let view = list(&sample, "/plan/actions/");
        let mut offered: Vec<&str> = view.filters.iter().map(|filter| filter.name.as_str()).collect();
        offered.extend(view.late.as_ref().map(|late| late.name.as_str()));
        assert_eq!(offered, expected, "{plan}");
    };
    // One orientation, nobody named, no state.
    check(
        "+++\nkind = \"plan\"\ntitle = \"P\"\n+++\n\n## Axe 1 : A\n\n| Action |\n|---|\n| B |\n| C |\n",
        &[],
    );
    check(
        "+++\nkind = \"plan\"\ntitle = \"P\"\n+++\n\n## Axe 1 : A\n\n| Action | État | Qui |\n|---|---|---|\n| B | Fait | Nous |\n| C | Fait | |\n",
        &["qui"],
    );
    check(
        "+++\nkind = \"plan\"\ntitle = \"P\"\nupdated = 2026-01-01\n+++\n\n## Axe 1 : A\n\n| Action | État | Échéancier |\n|---|---|---|\n| B | En cours | 2024 |\n\n## Axe 2 : C\n\n| Action | État |\n|---|---|\n| D | À venir |\n",
        &["etat", "orientation", "retard"],
    );
}

#[test]
fn names_that_addresses_cannot_tell_apart_keep_a_key_each() {
    let sample = Sample {
        config: french::SAMPLE.config,
        plan: "+++\nkind = \"plan\"\ntitle = \"P\"\n+++\n\n## Axe 1 : A\n\n| Action | Responsable |\n|---|---|\n| B | Toit + Abri |\n| C | Toit, Abri |\n| D | Toit & abri |\n| E | !!! |\n",
        log: &[],
    };
    insta::assert_snapshot!(choices(&sample, "/plan/actions/"), @"");
}

#[test]
fn a_legend_leads_to_as_many_rows_as_it_counts() {
    let pages = html(&french::SAMPLE);
    let View::Plan(plan) = &pages["/plan/"].0.view else { panic!("a plan") };
    let rows = list(&french::SAMPLE, "/plan/actions/").rows;
    for part in &plan.progress.parts {
        assert_eq!(part.href.as_deref(), Some(format!("actions/?etat={}", part.key).as_str()));
        let n_rows = rows.iter().filter(|row| row.keys.split('|').next() == Some(&part.key)).count();
        assert_eq!(part.count, n_rows.to_string(), "{}", part.label);
    }
    let n_late = rows.iter().filter(|row| row.keys.ends_with("|oui")).count();
    assert_eq!(plan.progress.late.as_deref(), Some(format!("{n_late} en retard").as_str()));
}

#[test]
fn counts_lead_to_the_list_from_wherever_they_stand() {
    let pages = html(&french::SAMPLE);
    for (page, href) in [
        ("/", "plan/actions/?etat=done"),
        ("/plan/", "actions/?etat=done"),
        ("/plan/", "actions/?retard=oui"),
        ("/plan/bilan/", "../actions/?etat=done"),
        ("/plan/orientation-2/", "../actions/?orientation=2&amp;etat=done"),
        ("/plan/orientation-2/", "../actions/?orientation=2&amp;retard=oui"),
    ] {
        assert!(pages[page].1.contains(&format!("<a href=\"{href}\"")), "{page}: {href}");
    }
}

#[test]
fn without_script_the_list_is_whole_and_no_form_shows() {
    let html = &html(&french::SAMPLE)["/plan/actions/"].1;
    assert!(
        html.contains("<form id=\"_filter\" class=\"search\" method=\"get\" autocomplete=\"off\" hidden>")
    );
    assert!(html.contains("<script src=\"../../assets/filter.js\" defer></script>"));
    assert_eq!(html.matches("<tr data-keys=").count(), 9);
    assert!(!html.contains("<tr hidden"));
}

fn list(sample: &Sample, address: &str) -> ActionListView {
    let View::Actions(view) = html(sample)[address].0.view.clone() else { panic!("a list of actions") };
    *view
}

/// What a visitor may choose, with what the address says of it.
fn choices(sample: &Sample, address: &str) -> String {
    let ActionListView { filters, late, words_name, .. } = list(sample, address);
    let told = |filter: &FilterView| {
        let choices = filter.choices.iter().map(|choice| format!("\n  {}: {}", choice.key, choice.title));
        format!("{} ({}){}\n", filter.label, filter.name, choices.collect::<String>())
    };
    let filters: String = filters.iter().map(told).collect();
    let late = late.map(|late| format!("{}={}\n", late.name, late.key)).unwrap_or_default();
    format!("{filters}{late}{words_name}=")
}
