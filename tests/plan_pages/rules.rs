//! Which pages there are, where they are, and what leads to them.

use crate::{Sample, english, french, html};

const SILENT: Sample = Sample {
    config: french::SAMPLE.config,
    plan: "+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n## Axe 1 : A\n\n| Action | Échéancier |\n|---|---|\n| B | 2026 |\n",
    log: &[],
};

#[test]
fn a_page_stands_where_there_is_something_to_tell() {
    let check = |sample: &Sample, expected: &[&str]| {
        let pages = html(sample);
        let sides = pages.iter().filter(|(address, (page, _))| {
            address.starts_with("/plan/")
                && !["action.html", "redirect.html"].contains(&page.template.as_str())
        });
        assert_eq!(sides.map(|(address, _)| address.as_str()).collect::<Vec<_>>(), expected);
    };
    let sides = [
        "",
        "actions/",
        "bilan/",
        "calendrier/",
        "changements/",
        "orientation-1/",
        "orientation-2/",
        "responsables/",
    ];
    check(&french::SAMPLE, &sides.map(|side| format!("/plan/{side}")).each_ref().map(String::as_str));
    let sides = ["", "actions/", "calendar/", "changes/", "orientation-1/", "report/", "responsible/"];
    check(&english::SAMPLE, &sides.map(|side| format!("/plan/{side}")).each_ref().map(String::as_str));
    check(&SILENT, &["/plan/", "/plan/actions/", "/plan/calendrier/", "/plan/orientation-1/"]);
}

#[test]
fn every_action_has_an_address_of_its_own() {
    let pages = html(&french::SAMPLE);
    let template = |address: &str| pages[address].0.template.as_str();
    // A history, an intent, a column of the author's.
    assert_eq!(template("/plan/1.1.1/"), "action.html");
    assert_eq!(template("/plan/2.1/"), "action.html");
    let (page, html) = &pages["/plan/2.2/"];
    assert_eq!(page.template, "redirect.html");
    assert!(page.frame.noindex);
    assert!(html.contains("content=\"0; url=../#2.2\""), "{html}");
}

#[test]
fn rows_of_the_plan_lead_to_the_sheets_there_are() {
    let pages = html(&french::SAMPLE);
    for (page, href) in [("/plan/", "2.1/"), ("/plan/orientation-2/", "../2.1/"), ("/plan/bilan/", "../2.1/")]
    {
        assert!(pages[page].1.contains(&format!("href=\"{href}\"")), "{page}");
    }
    assert!(!pages["/plan/"].1.contains("href=\"2.2/\""));
    assert!(pages["/plan/bilan/"].1.contains("href=\"../#2.2\""));
}

#[test]
fn a_side_stands_below_its_plan() {
    let pages = html(&french::SAMPLE);
    let steps = |address: &str| -> Vec<(String, String)> {
        let breadcrumb = &pages[address].0.frame.breadcrumb;
        breadcrumb.iter().map(|step| (step.href.clone(), step.title.clone())).collect()
    };
    let step = |href: &str, title: &str| (href.to_owned(), title.to_owned());
    assert_eq!(steps("/plan/bilan/"), [step("../../", "Accueil"), step("../", "Plan 2025-2026")]);
    assert_eq!(steps("/plan/1.1.1/"), [step("../../", "Accueil"), step("../", "Plan 2025-2026")]);
    assert_eq!(steps("/methode/"), [step("../", "Accueil")]);
}

#[test]
fn the_drawing_is_for_eyes_alone_and_has_no_style_of_its_own() {
    let pages = html(&french::SAMPLE);
    let html = &pages["/plan/calendrier/"].1;
    let drawing = html.split_once("<svg class=\"chart\"").unwrap().1.split_once("\n</svg>").unwrap().0;
    assert!(drawing.starts_with(" viewBox=\"0 0 1160 "));
    assert!(drawing.contains("aria-hidden=\"true\""));
    assert!(!drawing.contains("style="));
    // From May on, without end.
    assert!(drawing.contains("class=\"dashes\""));
    assert_eq!(drawing.matches("class=\"track\"").count(), 7);
    // A shape beside each action: colours alone do not tell states apart.
    let n_actions = drawing.matches("class=\"strong soft\" x=\"0\"").count();
    assert_eq!(drawing.matches("<svg class=\"shape\"").count(), n_actions);
}

#[test]
fn attributes_and_pictures_are_set_and_told_of_what_they_show() {
    let pages = html(&Sample {
        config: french::SAMPLE.config,
        plan: "+++\nkind = \"plan\"\ntitle = \"Plan d'action de la table de concertation des deux rives\"\n\
               description = \"L'essentiel.\"\n+++\n\n## Axe 1 : A\n\n### 1.1 L'accueil\n\n\
               | Action | État |\n|---|---|\n| B | Réalisée |\n\n### 1.2 L'appui\n\n\
               | Action |\n|---|\n| C |\n",
        log: &[],
    });
    let plan = &pages["/plan/"].1;
    assert!(plan.contains("content=\"Plan d’action de la table de concertation des deux rives\""), "{plan}");
    assert!(plan.contains("content=\"L’essentiel.\""), "{plan}");
    let orientation = &pages["/plan/orientation-1/"].1;
    assert!(orientation.contains("alt=\"Objectif 1.2\u{a0}: L’appui\u{a0}: sans suivi\""), "{orientation}");
    // On a telephone, a badge of 400 units is hardly read.
    let (_, badge) = plan.split_once("badge.svg\"").unwrap();
    let width = badge.split_once("width=\"").unwrap().1.split_once('"').unwrap().0;
    assert!(width.parse::<u32>().unwrap() < 400, "{width}");
}

#[test]
fn the_lost_visitor_finds_the_method_from_anywhere() {
    let pages = html(&french::SAMPLE);
    assert!(pages["/404.html"].1.contains("href=\"/methode/\""));
}
