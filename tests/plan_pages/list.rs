//! The list of all the actions: what it shows, what it can be narrowed by, and what leads there.

use jalon::page::View;
use jalon::view::action_list::{ActionListView, FilterView};

use crate::{Sample, english, french, html, visible};

#[test]
fn every_action_stands_in_one_table() {
    let page = visible(&french::SAMPLE, "/plan/actions/");
    let (_, table) = page.split_once("9 actions\n").expect("the table after the count");
    insta::assert_snapshot!(table, @"
    Toutes les actions
    Action
    Orientation
    Responsable
    Échéancier
    État
    1.1.1 Portrait
    1 – Se loger
    Comité logement
    Aut. 25 – Hiver 26 septembre 2025 à mars 2026
    En cours 45 %
    1.1.2 Registre
    1 – Se loger
    École et Comité logement
    En continu
    En continu
    1.2.1 Guide
    1 – Se loger
    Comité logement
    Janvier 2026
    À venir En retard
    2.1 Lancer la navette
    2 – Se déplacer
    comité Logement
    D’ici mars 2026 d’ici le 31 mars 2026
    Réalisée
    2.2 Tenir la fête
    2 – Se déplacer
    23 avril 2026
    À venir
    2.3 Déneiger le sentier
    2 – Se déplacer
    CLSC
    Hiver 2026 janvier à mars 2026
    Abandonnée « Abandonnée : terrain privé »
    2.4 Visiter une maison
    2 – Se déplacer
    Octobre 2025
    Reportée En retard
    2.5 Marcher ensemble
    2 – Se déplacer
    CLSC
    À partir de mai 2026 à partir du 1er mai 2026
    État non précisé
    2.6 Conduire les gens
    2 – Se déplacer
    CLSC
    Sur demande
    En continu
    Télécharger
    Classeur des actions, avec le journal de suivi à remplir (XLSX)
    Tableau des actions (CSV)
    Échéances pour votre agenda (ICS)
    Fil de nouvelles du suivi (Atom)
    Données du plan (JSON)
    ");
}

#[test]
fn the_list_is_narrowed_by_what_the_plan_has() {
    insta::assert_snapshot!(choices(&french::SAMPLE, "/plan/actions/"), @"
    État (etat)
      done: Réalisée (1)
      in-progress: En cours (1)
      planned: À venir (2)
      postponed: Reportée (1)
      ongoing: En continu (2)
      not-stated: État non précisé (1)
      dropped: Abandonnée (1)
    Responsable (qui)
      aucun-responsable: Aucun responsable (2)
      clsc: CLSC (3)
      comite-logement: Comité logement (4)
      ecole: École (1)
    Orientation (orientation)
      1: 1 – Se loger (3)
      2: 2 – Se déplacer (6)
    retard=oui (2)
    q=
    ");
}

#[test]
fn in_english_the_address_speaks_english() {
    insta::assert_snapshot!(choices(&english::SAMPLE, "/plan/actions/"), @"
    Status (status)
      in-progress: In progress (1)
      ongoing: Ongoing (1)
      not-stated: Status not stated (1)
    Responsible (who)
      no-one-named: No one named (1)
      board: Board (1)
      housing-committee: Housing committee (1)
    late=yes (1)
    q=
    ");
}

#[test]
fn a_row_answers_to_each_filter() {
    let rows = list(&french::SAMPLE, "/plan/actions/").rows;
    let keys: Vec<String> = rows.iter().map(|row| format!("{} {}", row.action.number, row.keys)).collect();
    insta::assert_snapshot!(keys.join("\n"), @"
    1.1.1 in-progress|comite-logement|1|
    1.1.2 ongoing|comite-logement ecole|1|
    1.2.1 planned|comite-logement|1|oui
    2.1 done|comite-logement|2|
    2.2 planned|aucun-responsable|2|
    2.3 dropped|clsc|2|
    2.4 postponed|aucun-responsable|2|oui
    2.5 not-stated|clsc|2|
    2.6 ongoing|clsc|2|
    ");
}

#[test]
fn what_leaves_no_choice_is_not_offered() {
    let check = |plan: &'static str, expected: &[&str]| {
        let sample = Sample { config: french::SAMPLE.config, plan, log: &[] };
        let view = list(&sample, "/plan/actions/");
        let mut offered: Vec<&str> = view.filters.iter().map(|filter| filter.name.as_str()).collect();
        offered.extend(view.late.as_ref().map(|late| late.query.name.as_str()));
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
    insta::assert_snapshot!(choices(&sample, "/plan/actions/"), @"
    Responsable (qui)
      -2: !!! (1)
      abri: Abri (1)
      toit: Toit (1)
      toit-abri: Toit & abri (1)
      toit-abri-2: Toit + Abri (1)
    q=
    ");
}

#[test]
fn a_legend_leads_to_as_many_rows_as_it_counts() {
    let pages = html(&french::SAMPLE);
    let View::Plan(plan) = &pages["/plan/"].0.view else { panic!("a plan") };
    let rows = list(&french::SAMPLE, "/plan/actions/").rows;
    for part in &plan.progress.parts {
        let n_rows = rows.iter().filter(|row| row.keys.split('|').next() == Some(&part.key)).count();
        assert_eq!(part.count, n_rows.to_string(), "{}", part.label);
    }
    let n_late = rows.iter().filter(|row| row.keys.ends_with("|oui")).count();
    assert_eq!(plan.progress.late.as_deref(), Some(format!("{n_late} en retard").as_str()));
}

#[test]
fn counts_lead_to_the_list_from_wherever_they_stand() {
    let pages = html(&french::SAMPLE);
    let check = |page: &str, start: &str| {
        let html = &pages[page].1;
        let (_, form) = html.split_once(start).unwrap_or_else(|| panic!("{page}: {start}"));
        let form = form.split("</form>").next().expect("its end");
        for button in
            ["<button name=\"etat\" value=\"planned\">À venir <b>", "<button name=\"retard\" value=\"oui\">"]
        {
            assert!(form.contains(button), "{page}: {form}");
        }
    };
    check("/", "<form action=\"plan/actions/\" method=\"get\">\n<ul");
    check("/plan/", "<form action=\"actions/\" method=\"get\">\n<ul");
    check("/plan/bilan/", "<form action=\"../actions/\" method=\"get\">\n<ul");
    check(
        "/plan/orientation-2/",
        "<form action=\"../actions/\" method=\"get\">\n<input type=\"hidden\" name=\"orientation\" value=\"2\">\n<ul",
    );
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
        let choices = filter.choices.iter().map(|choice| format!("\n  {}: {}", choice.key, choice.counted));
        format!("{} ({}){}\n", filter.label, filter.name, choices.collect::<String>())
    };
    let filters: String = filters.iter().map(told).collect();
    let late = late
        .map(|late| format!("{}={} ({})\n", late.query.name, late.query.key, late.count))
        .unwrap_or_default();
    format!("{filters}{late}{words_name}=")
}
