//! The home page: composed from what exists, without empty boxes.

use insta::assert_snapshot;

use crate::{news, outline, page};

/// The headings of a page, a line each.
fn headings(html: &str) -> String {
    outline(html).lines().filter(|line| line.starts_with('h')).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_site_of_one_page_has_a_home_without_empty_boxes() {
    assert_snapshot!(headings(&page("=== content/a.md\n# A\n", "index.html")), @"h1 Le Phare");
}

#[test]
fn the_home_page_answers_first_what_for_how_far_what_was_said_and_what_is_new() {
    let settings = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/\"\ncontact = \"bonjour@example.org\"\n";
    let plan = "=== content/plans/p/index.md\n+++\nkind = \"plan\"\ntitle = \"Plan\"\nupdated = 2026-02-01\n+++\n\n## Orientation 1 : Manger\n\n\
                | Actions | État |\n|---|---|\n| Semer | En cours |\n| Récolter | À venir |\n";
    let log = "=== content/plans/p/suivi.csv\ndate,action,état,note\n2026-01-10,1.1,Réalisée,C’est semé.\n2026-01-20,1.2,En cours,\n";
    let others = "=== content/mission.md\n+++\nkind = \"mission\"\ntitle = \"Pourquoi\"\ndescription = \"Que chacun mange.\"\n+++\n\
                  === content/ateliers/2025-12-01-potager.md\n+++\nkind = \"synthesis\"\ntitle = \"Le potager\"\n+++\n\
                  === content/ateliers/2024-12-01-marche.md\n+++\nkind = \"synthesis\"\ntitle = \"Le marché\"\n+++\n";
    let site = [settings, plan, log, others, &news("2026-01-05", "fete", "tags = [\"voisins\"]")].concat();
    assert_snapshot!(outline(&page(&site, "index.html")), @"
    h1 Le Phare
      Que chacun mange.
      mission/ → Lire notre mission
    h2 Nos plans d’action
    h3 
      plans/p/ → Plan
      État au
      2026-02-01 (1er février 2026)
      1 sur 2 réalisée
      Réalisée
      1
      En cours
      1
      2 actions
      Taux de réalisation~: 50~%
    h4 
      plans/p/orientation-1/ → 
      Orientation 1
      Manger
      1 sur 2 réalisée
    h2 Ce qu’on nous a dit
    h3 
      ateliers/potager/ → Le potager
      2025-12-01 (1er décembre 2025)
    h2 Quoi de neuf
      Actualité
      2026-01-05 (5 janvier 2026)
    h3 
      actualites/fete/ → fete
      Le texte de fete.
      Synthèse
      2024-12-01 (1er décembre 2024)
    h3 
      ateliers/marche/ → Le marché
    h2 Ce qui a bougé dans nos plans
      plans/p/1.2/ → 
      1.2
      Récolter
      2026-01-20 (20 janvier 2026)
      En cours
      plans/p/1.1/ → 
      1.1
      Semer
      2026-01-10 (10 janvier 2026)
      Réalisée
      C’est semé.
      plans/p/changements/ → Ce qui a changé – Plan
    h2 Explorer le site
    h3 
      actualites/ → Actualites
    h3 
      ateliers/ → Ateliers
    h3 
      plans/ → Plans
    h3 
      etiquettes/ → Étiquettes
      1 étiquette
    h2 Nous joindre
      mailto:bonjour@example.org → bonjour@example.org
      atom.xml → Suivre les nouveautés dans un lecteur de fils de nouvelles (Atom)
    ");
}
