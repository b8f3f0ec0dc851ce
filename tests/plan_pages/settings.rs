//! What the settings of a site, the evidence of a log and its dates change on the pages.

use crate::{Sample, french, html, visible};

const SAMPLE: Sample = Sample {
    config: r#"title = "La Table"
base_url = "https://table.example/"
[calendar]
fiscal_year = "avril"
seasons = "astronomique"
[people]
"CT" = { name = "Comité transport", role = "trois villages", contact = "transport@table.example" }
"OH" = { name = "Office d’habitation", contact = "418 555-0100" }
"GU" = { name = "La Guignolée", contact = "https://guignolee.example/ecrire" }
"#,
    plan: r#"+++
kind = "plan"
title = "Plan 2025-2026"
updated = 2026-03-27

[plan]
report = 2026-03-01
+++

## Orientation 1 : Agir

| Action | Échéancier | Responsable | État |
|---|---|---|---|
| Lancer la navette | Mars 2026 | CT | En cours |
| Tenir le registre | Septembre 2025 et mai 2026 | office d’Habitation | En cours |
| Fêter | Juin 2026 | La Guignolée | |
"#,
    log: &[
        [
            "1.1",
            "2026-03-20",
            "En cours",
            "",
            "",
            "L’entente : https://example.org/e.pdf|[Le bus](../bus.md)|/plan/bilan/|Facture 12.pdf",
        ],
        ["1.1", "2026-04-02", "Réalisée", "", "Premier départ.", ""],
        ["1.2", "2026-04-10", "", "", "Registre relu.", ""],
    ],
};

/// The lines of a page from one that starts so to one that starts otherwise.
fn lines(address: &str, first: &str, end: &str) -> String {
    let text = visible(&SAMPLE, address);
    let from = text.lines().skip_while(|line| !line.starts_with(first));
    from.take_while(|line| !line.starts_with(end)).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_method_shows_the_seasons_and_the_fiscal_year_of_the_site() {
    insta::assert_snapshot!(lines("/methode/", "Les saisons", "(the end)"), @"
    Les saisons
    Dans un échéancier comme « automne 2025 », les saisons couvrent les mois suivants, sauf dans un plan qui a ses propres saisons :
    Hiver
    21 décembre à 20 mars
    Printemps
    21 mars à 20 juin
    Été
    21 juin à 20 septembre
    Automne
    21 septembre à 20 décembre
    Un échéancier comme « 2025-2026 » désigne un exercice financier (avril à mars), sauf dans un plan qui a le sien ou dont la période commence un autre mois.
    ");
}

#[test]
fn news_dated_after_the_report_stands_apart() {
    insta::assert_snapshot!(lines("/plan/bilan/", "Dans ce bilan", "Ce qui est reporté"), @"
    Dans ce bilan
    Ce qui est fait 1
    Ce qui a changé depuis le 1er mars 2026 1
    Ce qui est noté après le 27 mars 2026 2
    Ce qui est en retard 0
    Ce qui vient d’ici le 26 mai 2026 0
    ");
    let end = visible(&SAMPLE, "/plan/bilan/");
    let (_, end) = end.split_once("Nouvelles reçues").unwrap();
    insta::assert_snapshot!(end.split_once("Ce qui est en retard").unwrap().0, @"
     depuis le dernier bilan, présenté le 1er mars 2026.
    1.1 Lancer la navette
    Comité transport (trois villages)
    20 mars 2026 En cours
    À l’appui – L’entente, Le bus, bilan, Facture 12.pdf
    Ce qui est noté après le 27 mars 2026 2
    Nouvelles qui portent une date plus récente que celle de cet état; l’état des actions en tient déjà compte.
    1.2 Tenir le registre
    office d’Habitation
    10 avril 2026
    Registre relu.
    1.1 Lancer la navette
    Comité transport (trois villages)
    2 avril 2026 Réalisée
    Premier départ.
    ");
    assert!(!visible(&french::SAMPLE, "/plan/bilan/").contains("noté après"), "nothing to tell apart there");
}

#[test]
fn a_plan_that_is_over_awaits_nothing() {
    const OVER: Sample = Sample {
        plan: "+++\nkind = \"plan\"\ntitle = \"Plan\"\nupdated = 2026-03-27\n[plan]\nstage = \"closed\"\n+++\n\n\
               ## Axe 1 : A\n\n| Action | Échéancier | État |\n|---|---|---|\n| B | Avril 2026 | En cours |\n",
        log: &[],
        ..SAMPLE
    };
    assert!(visible(&OVER, "/plan/bilan/").contains("Aucune échéance d’ici là."));
}

#[test]
fn evidence_has_the_words_of_its_author_else_a_title() {
    insta::assert_snapshot!(lines("/plan/1.1/", "À l’appui", "Adresse"), @"À l’appui – L’entente, Le bus, bilan, Facture 12.pdf");
    let (_, html) = &html(&SAMPLE)["/plan/1.1/"];
    for link in [
        "<a href=\"https://example.org/e.pdf\">L’entente</a>",
        "<a href=\"../../bus/\">Le bus</a>",
        "<a href=\"../bilan/\">bilan</a>",
        "<span>Facture 12.pdf</span>",
    ] {
        assert!(html.contains(link), "{link}\n{html}");
    }
}

#[test]
fn those_who_answer_can_be_reached_where_the_site_says() {
    let (_, html) = &html(&SAMPLE)["/plan/responsables/"];
    for contact in [
        "Coordonnées – <a href=\"mailto:transport@table.example\">transport@table.example</a>",
        "Coordonnées – 418 555-0100</p>",
        "Coordonnées – <a href=\"https://guignolee.example/ecrire\">",
    ] {
        assert!(html.contains(contact), "{contact}\n{html}");
    }
    assert!(!visible(&french::SAMPLE, "/plan/responsables/").contains("Coordonnées"));
}

#[test]
fn the_feed_of_a_plan_is_announced_on_each_of_its_pages() {
    let pages = html(&SAMPLE);
    let check = |address: &str, href: &str| {
        let feed = format!(
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Suivi\u{a0}: Plan 2025-2026\" href=\"{href}\">"
        );
        assert!(pages[address].1.contains(&feed), "{address}: {feed}");
    };
    check("/plan/", "suivi.atom");
    check("/plan/orientation-1/", "../suivi.atom");
    check("/plan/1.1/", "../suivi.atom");
    check("/plan/bilan/", "../suivi.atom");
    for other in ["/", "/bus/", "/methode/"] {
        assert!(!pages[other].1.contains("atom+xml"), "{other}");
    }
}
