//! The site that is edited: two languages, two plans that follow each other, a log, a translation, a
//! synthesis, a mission, articles, a glossary, shortcodes, pictures, templates and words of its own.

use std::collections::BTreeMap;

/// Texts by path.
pub type Texts = BTreeMap<String, String>;

/// The files of the site before any edit.
pub fn texts() -> Texts {
    FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// The settings of the site.
pub const CONFIG: &str = r#"title = "Les amis du canal"
base_url = "https://example.org/canal/"
description = "Un canal, des rives, des gens."
contact = "bonjour@example.org"
[languages.fr]
[languages.en]
title = "Friends of the canal"
fallback = "notice"
[people]
"CL" = "Comité des loisirs"
[statuses]
"sur les rails" = "in-progress"
"#;

/// A template of the site, in the place of that of articles.
pub const TEMPLATE: &str = r#"{% extends "base.html" %}
{% block main %}<h1>{{ page.title }}</h1>{{ page.extra.lieu | default(value="") }}{{ site.extra.sous_titre | default(value="") }}{{ page.content | safe }}{% endblock %}
"#;

const FILES: &[(&str, &str)] = &[
    ("jalon.toml", CONFIG),
    (
        "content/_index.md",
        "+++\ntitle = \"Accueil\"\n+++\n\nBienvenue au bord de l’eau. Voir [le plan](@/plans/2026/index.md).\n\n{{ progress(plan=\"2026\") }}\n",
    ),
    (
        "content/_index.en.md",
        "+++\ntitle = \"Home\"\n+++\n\nWelcome to the water. See [the plan](@/plans/2026/index.md#1).\n",
    ),
    (
        "content/mission.md",
        "+++\nkind = \"mission\"\ntitle = \"Notre mission\"\n+++\n\n## Mission\n\nFaire vivre le canal.\n\n## Axes\n\n1. **Les rives** : les garder propres.\n2. **Les gens** : les réunir.\n",
    ),
    (
        "content/glossaire.md",
        "+++\ntitle = \"Sigles\"\n+++\n\nOBV : organisme de bassin versant\n\nMRC : municipalité régionale de comté\n",
    ),
    ("content/plans/_index.md", "+++\ntitle = \"Plans\"\n+++\n\nCe qui est promis.\n"),
    ("content/plans/_index.en.md", "+++\ntitle = \"Plans of the canal\"\n+++\n"),
    (
        "content/plans/2024.md",
        "+++\nkind = \"plan\"\ntitle = \"Plan 2024\"\nupdated = 2025-01-10\n[plan]\nperiod = \"2024\"\nstage = \"replaced\"\n+++\n\n## Orientation 1 : Les rives\n\n| Action | Échéancier | État |\n|---|---|---|\n| Planter des saules | Printemps 2024 | Réalisé |\n| Curer le bief | Automne 2024 | Reporté |\n",
    ),
    (
        "content/plans/2026/index.md",
        "+++\nkind = \"plan\"\ntitle = \"Plan 2026\"\nupdated = 2026-02-01\n[plan]\nperiod = \"2026\"\nprevious = \"@/plans/2024.md\"\n+++\n\nUn plan de l’OBV et de la MRC.\n\n## Orientation 1 : Les rives {axe=1}\n\n### Objectif 1.1 : Des rives propres\n\n| Action | Responsable | Échéancier | État |\n|---|---|---|---|\n| Curer le bief | CL | Printemps 2026 | En cours |\n| Ramasser les branches, idée de [l’atelier](@/ateliers/2025-11-08-au-bord.md) | OBV | Été 2026 | À faire |\n\n## Orientation 2 : Les gens {axe=2}\n\n| Action | Responsable | Échéancier | État |\n|---|---|---|---|\n| Fêter la première écluse | CL | Juin 2026 | sur les rails |\n| Publier un dépliant | MRC | En continu | En continu |\n",
    ),
    (
        "content/plans/2026/suivi.csv",
        "Date,Action,État,Note\n2026-01-15,1.1.1,En cours,Le devis est signé.\n2026-01-20,2.1,En cours,La salle est réservée.\n",
    ),
    (
        "content/plans/2026/index.en.md",
        "+++\nkind = \"plan\"\ntitle = \"Plan for 2026\"\n+++\n\nA plan.\n\n## Orientation 1: The banks\n\n### Objective 1.1: Clean banks\n\n| Action |\n|---|\n| Clear the reach |\n| Gather branches |\n\n## Orientation 2: The people\n\n| Action |\n|---|\n| Celebrate the first lock |\n| Publish a leaflet |\n",
    ),
    (
        "content/plans/2026/carte.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"></svg>\n",
    ),
    ("content/ateliers/_index.md", "+++\ntitle = \"Ateliers\"\n+++\n"),
    (
        "content/ateliers/2025-11-08-au-bord.md",
        "+++\nkind = \"synthesis\"\ntitle = \"Au bord de l’eau\"\n[synthesis]\nplace = \"Écluse 3\"\nleads_to = [\"@/plans/2026/index.md\"]\n+++\n\n## Bloc 1 : Les rives\n\n### Que garder?\n\n- [Ramasser les branches](@/plans/2026/index.md#1.1.2) (4)\n- Fleurir l’écluse (2)\n\n## Éléments retenus\n\n- Ramasser les branches\n",
    ),
    (
        "content/actualites/_index.md",
        "+++\ntitle = \"Actualités\"\nsort_by = \"date\"\npaginate_by = 3\n+++\n",
    ),
    (
        "content/actualites/2026-01-05-glace.md",
        "+++\nkind = \"news\"\ntitle = \"La glace tient\"\ntags = [\"hiver\", \"rives\"]\n+++\n\nOn patine, dit l’OBV. ![La carte](../plans/2026/carte.svg)\n\nVoir [la fête](2026-02-11-fete.md) et [le curage](@/plans/2026/index.md#1.1.1).\n",
    ),
    (
        "content/actualites/2026-02-11-fete.md",
        "+++\nkind = \"news\"\ntitle = \"La fête approche\"\ntags = [\"rives\"]\naliases = [\"/fete/\"]\n+++\n\n## Le programme\n\nDes crêpes[^1].\n\n[^1]: Au sarrasin.\n",
    ),
    (
        "content/actualites/2026-02-20-depliant.md",
        "+++\nkind = \"news\"\ntitle = \"Un dépliant\"\ndescription = \"Il est prêt.\"\n+++\n\n{{ download(file=\"../plans/2026/carte.svg\", title=\"La carte\") }}\n\nVoir [le programme](2026-02-11-fete.md#le-programme).\n",
    ),
    (
        "content/actualites/2026-02-21-saules.md",
        "+++\nkind = \"news\"\ntitle = \"Les saules\"\ntags = [\"hiver\"]\n+++\n\n{{ actions(plan=\"2026\", status=\"in-progress\") }}\n",
    ),
    (
        "content/actualites/2026-02-21-bancs.md",
        "+++\nkind = \"news\"\ntitle = \"Des bancs\"\ntags = [\"hiver\", \"rives\"]\n+++\n\nIls sont en cèdre.\n",
    ),
    (
        "content/actualites/2026-02-22-ecluse.en.md",
        "+++\nkind = \"news\"\ntitle = \"The lock\"\ntags = [\"winter\"]\n+++\n\nOnly in English.\n",
    ),
    (
        "content/a-propos.md",
        "+++\ntitle = \"À propos\"\n+++\n\nNous sommes douze. [La mission](mission.md), [les sigles](glossaire.md).\n",
    ),
    ("content/a-propos.en.md", "+++\ntitle = \"About\"\n+++\n\nThere are twelve of us.\n"),
    ("static/robots-humains.txt", "Bonjour.\n"),
    ("content/lettre.docx", "Une lettre.\n"),
    ("assets/site.css", "h1 { color: #123456; }\n"),
];
