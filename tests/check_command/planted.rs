//! A site with planted defects.

use super::{SETTINGS, jalon, site};

const HOME: &str = "+++
title = \"Accueil\"
+++

Bienvenue à la table.
";

/// In a document: what Markdown and raw HTML let through.
const PAGE: &str = "+++
title = \"Le jardin\"
+++

Le [bilan](@/nulle-part.md) se lit [ici](@/actualites/fete.md).

Pour les heures, [cliquez ici](https://example.com/heures/); pour le reste, [lire la suite](@/actualites/_index.md).

## Les lieux

#### Trop profond

![](jardin.svg)

<img src=\"jardin.svg\">

[](https://example.com/sans-mots/)

# Un second titre

##

<table><tr><td>Lundi</td><td>Fermé</td></tr></table>

| | |
|---|---|
| Mardi | Ouvert |

Le [fichier](file:///C:/Plans/bilan.pdf), le [brouillon](http://localhost:1111/jardin/), l’[ancre](#nulle-part).

Une [image perdue](perdue.png), une ![photo perdue](perdue.jpg) et le site [par son adresse](https://example.org/asso/disparue/).
";

const NEWS: &str = "+++
kind = \"news\"
title = \"La fête\"
date = 2025-09-01
+++

On a dansé; le [jardin](@/jardin/index.md#les-arbres) aussi.
";

const SECTION: &str = "+++
title = \"Actualités\"
+++
";

/// In a template, hence on every page.
const FOOTER: &str = "<footer>
<p><a href=\"{{ frame.assets }}../contact/\">Nous joindre</a></p>
<p><a href=\"{{ frame.assets }}../actualites/#inconnue\">Nouvelles</a></p>
<p><a href=\"/plans/\">Plans</a> <a href=\"\">Vide</a></p>
<p><a href=\"https://example.com/rs/\"><svg aria-hidden=\"true\"><path d=\"M0 0\"/></svg></a></p>
<p id=\"_main\">Deux fois la même ancre.</p>
<img src=\"{{ frame.assets }}logo-perdu.svg\" alt=\"Table des Érables\">
<img src=\"{{ frame.assets }}jalon.css\">
<script src=\"{{ frame.assets }}perdu.js\"></script>
<nav aria-labelledby=\"sans-titre\"><h5>Plan du site</h5></nav>
<p><a href=\"https://example.com/heures/\">Read more</a></p>
</footer>
";

/// A file published as it is.
const STATIC: &str = "<!DOCTYPE html>
<html lang=\"fr\"><head><title>Ancienne page</title>
<link rel=\"stylesheet\" href=\"ancien.css\">
<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/asso/en/\">
<link rel=\"alternate\" hreflang=\"fr\" href=\"https://example.org/asso/actualites/\">
<link rel=\"alternate\" type=\"application/atom+xml\" href=\"vieux.xml\">
<meta property=\"og:image\" content=\"https://example.org/asso/partage.png\">
</head><body><h2>Pas de titre principal</h2>
<picture><source srcset=\"petite.webp 1x, grande.webp 2x\"><img src=\"jardin/jardin.svg\" alt=\"Le jardin\"></picture>
</body></html>
";

const STYLE: &str = "@font-face { font-family: Erable; src: url('polices/erable.woff2'); }\n";

/// The planted defects, and nothing else, each at its place.
const FOUND: &[&str] = &[];

#[test]
fn every_planted_defect_is_found_at_its_place_and_nothing_else() {
    let big = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><!--{}--></svg>", "x".repeat(1_200_000));
    let long = format!("{HOME}\n{}", "Une longue histoire de jardin.\n\n".repeat(12_000)).replace("Accueil", "Archives");
    let site = site(
        SETTINGS,
        &[
            ("content/_index.md", HOME),
            ("content/jardin/index.md", PAGE),
            ("content/jardin/jardin.svg", &big),
            ("content/actualites/_index.md", SECTION),
            ("content/actualites/fete.md", NEWS),
            ("content/archives.md", &long),
            ("templates/footer.html", FOOTER),
            ("static/ancienne.html", STATIC),
            ("static/style.css", STYLE),
        ],
    );
    let answer = jalon(site.path(), "check");
    assert_eq!(answer.code, 1);
    assert!(!site.path().join("public").exists(), "a check writes nothing");
    assert_eq!(answer.problems.iter().map(String::as_str).collect::<Vec<_>>(), FOUND);
    assert_eq!(answer.summary, "");
}
