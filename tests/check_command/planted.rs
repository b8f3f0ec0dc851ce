//! A site with planted defects.

use super::{SETTINGS, jalon, site};

/// A menu that leaves a folder out, and leads once to nothing.
const MENU: &str = "[[menu]]
title = \"Jardin\"
url = \"@/jardin/index.md\"

[[menu]]
title = \"Actualités\"
url = \"@/actualites/_index.md\"
";

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

![](arbre.svg)

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
const FOUND: &[&str] = &[
    "assets/site.css:1:24: erreur_: le fichier «_nope.png_», demandé ici, n’est pas dans le site publié (page /assets/jalon.css) [dead-asset]",
    "content/actualites/fete.md:7:25: erreur_: la page /jardin/ n’a ni titre ni élément qui porte l’ancre «_#les-arbres_» [no-such-anchor]",
    "content/archives.md: attention_: cette page pèse 458_Ko_: elle est lente à venir sur un téléphone (page /archives/) [heavy-page]",
    "content/archives.md: attention_: aucun lien ne mène à cette page à partir de l’accueil (page /archives/) [orphan]",
    "content/jardin/index.md:5:12: erreur_: le lien «_@/nulle-part.md_» ne mène à aucun document de content/ [no-such-document]",
    "content/jardin/index.md:5:37: attention_: les mots du lien «_ici_» ne disent pas où il mène (page /jardin/) [vague-link]",
    "content/jardin/index.md:7:19: attention_: les mots du lien «_cliquez ici_» ne disent pas où il mène (page /jardin/) [vague-link]",
    "content/jardin/index.md:7:78: attention_: les mots du lien «_lire la suite_» ne disent pas où il mène (page /jardin/) [vague-link]",
    "content/jardin/index.md:11:1: attention_: le titre «_Trop profond_» est de niveau 4, sous un titre de niveau 2_: un niveau est sauté (page /jardin/) [skipped-heading]",
    "content/jardin/index.md:13:1: attention_: aucun mot ne dit ce que montre l’image «_arbre.svg_»_: les personnes qui ne la voient pas n’en sauront rien [picture-without-words]",
    "content/jardin/index.md:15:6: attention_: aucun mot ne dit ce que montre l’image «_jardin.svg_» [picture-without-words]",
    "content/jardin/index.md:17:1: attention_: le lien vers «_https://example.com/sans-mots/_» n’a pas de mots_: personne ne peut le lire ni le dire (page /jardin/) [empty-link]",
    "content/jardin/index.md:19:1: attention_: la page a déjà un titre principal quand vient «_Un second titre_» (page /jardin/) [several-titles]",
    "content/jardin/index.md:21:1: attention_: un titre de niveau 2 n’a pas de mots (page /jardin/) [empty-heading]",
    "content/jardin/index.md:23:1: attention_: le tableau qui commence par «_Lundi_» n’a pas de titres de colonnes (page /jardin/) [table-without-headers]",
    "content/jardin/index.md:27:1: attention_: le tableau qui commence par «_Mardi_» n’a pas de titres de colonnes (page /jardin/) [table-without-headers]",
    "content/jardin/index.md:29:14: erreur_: «_file:///C:/Plans/bilan.pdf_» est un fichier d’un ordinateur en particulier_: ailleurs, il ne s’ouvrira pas [own-machine]",
    "content/jardin/index.md:29:58: erreur_: le lien «_http://localhost:1111/jardin/_» mène à un ordinateur en particulier_: ailleurs, il ne s’ouvrira pas (page /jardin/) [own-machine]",
    "content/jardin/index.md:29:100: erreur_: la page /jardin/ n’a ni titre ni élément qui porte l’ancre «_#nulle-part_» [no-such-anchor]",
    "content/jardin/index.md:31:20: erreur_: le lien «_perdue.png_» mène à un fichier introuvable [no-such-file]",
    "content/jardin/index.md:31:53: erreur_: l’image «_perdue.jpg_» est introuvable [no-such-image]",
    "content/jardin/index.md:31:94: erreur_: le lien «_https://example.org/asso/disparue/_» ne mène à aucune page et à aucun fichier du site (page /jardin/) [dead-link]",
    "content/jardin/jardin.svg: attention_: ce dessin pèse 1,3_Mo_: la page qui le montre s’ouvrira lentement au téléphone [heavy-picture]",
    "static/ancienne.html: erreur_: la page annonce sa version «_https://example.org/asso/actualites/_», qui n’annonce pas celle-ci en retour (page /ancienne.html) [one-sided-alternate]",
    "static/ancienne.html: attention_: la page n’a pas de titre principal (page /ancienne.html) [page-without-title]",
    "static/ancienne.html:3:30: erreur_: le fichier «_ancien.css_», demandé ici, n’est pas dans le site publié (page /ancienne.html) [dead-asset]",
    "static/ancienne.html:4:43: erreur_: l’en-tête de la page annonce «_https://example.org/asso/en/_», qui n’est pas dans le site publié (page /ancienne.html) [dead-alternate]",
    "static/ancienne.html:6:57: erreur_: l’en-tête de la page annonce «_vieux.xml_», qui n’est pas dans le site publié (page /ancienne.html) [dead-alternate]",
    "static/ancienne.html:7:36: erreur_: l’image «_https://example.org/asso/partage.png_» n’est pas dans le site publié (page /ancienne.html) [dead-image]",
    "static/ancienne.html:9:26: erreur_: l’image «_petite.webp_» n’est pas dans le site publié (page /ancienne.html) [dead-image]",
    "static/ancienne.html:9:42: erreur_: l’image «_grande.webp_» n’est pas dans le site publié (page /ancienne.html) [dead-image]",
    "static/style.css:1:45: erreur_: le fichier «_polices/erable.woff2_», demandé ici, n’est pas dans le site publié (page /style.css) [dead-asset]",
    "templates/footer.html:2:31: erreur_: le lien «_/asso/assets/../contact/_» ne mène à aucune page et à aucun fichier du site (page /actualites/fete/ et 8 autres) [dead-link]",
    "templates/footer.html:3:31: erreur_: le lien «_/asso/assets/../actualites/#inconnue_» mène à une page qui existe, mais qui n’a pas cette ancre (page /actualites/fete/ et 8 autres) [dead-anchor]",
    "templates/footer.html:4:13: erreur_: le lien «_/plans/_» ne mène à aucune page et à aucun fichier du site (page /actualites/fete/ et 8 autres) [dead-link]",
    "templates/footer.html:4:43: erreur_: le lien «_Vide_» n’a pas d’adresse_: il ne mène nulle part (page /actualites/fete/ et 8 autres) [no-address]",
    "templates/footer.html:5:13: attention_: le lien vers «_https://example.com/rs/_» n’a pas de mots_: personne ne peut le lire ni le dire (page /actualites/fete/ et 8 autres) [empty-link]",
    "templates/footer.html:6:4: attention_: l’identifiant «__main_» est porté par deux éléments de la page_: un lien ne trouvera que le premier (page /actualites/fete/ et 8 autres) [repeated-anchor]",
    "templates/footer.html:7:29: erreur_: l’image «_/asso/assets/logo-perdu.svg_» n’est pas dans le site publié (page /actualites/fete/ et 8 autres) [dead-image]",
    "templates/footer.html:8:1: attention_: l’image «_/asso/assets/jalon.css_» n’a pas de texte de remplacement_: qui écoute la page n’en saura rien (page /actualites/fete/ et 8 autres) [image-without-text]",
    "templates/footer.html:9:32: erreur_: le fichier «_/asso/assets/perdu.js_», demandé ici, n’est pas dans le site publié (page /actualites/fete/ et 8 autres) [dead-asset]",
    "templates/footer.html:10:1: attention_: le titre «_Plan du site_» est de niveau 5, sous un titre de niveau 1_: un niveau est sauté (page /actualites/fete/ et 8 autres) [skipped-heading]",
    "templates/footer.html:10:6: attention_: l’attribut «_aria-labelledby_» nomme «_sans-titre_», qu’aucun élément de la page ne porte (page /actualites/fete/ et 8 autres) [dead-reference]",
    "templates/footer.html:11:42: attention_: les mots du lien «_Read more_» ne disent pas où il mène (page /actualites/fete/ et 8 autres) [vague-link]",
];

#[test]
fn every_planted_defect_is_found_at_its_place_and_nothing_else() {
    let big = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><!--{}--></svg>", "x".repeat(1_200_000));
    let long = format!("{HOME}\n{}", "Une longue histoire de jardin.\n\n".repeat(12_000))
        .replace("Accueil", "Archives");
    let site = site(
        &format!("{SETTINGS}{MENU}"),
        &[
            ("content/_index.md", HOME),
            ("content/jardin/index.md", PAGE),
            ("content/jardin/jardin.svg", &big),
            ("content/jardin/arbre.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            ("content/actualites/_index.md", SECTION),
            ("content/actualites/fete.md", NEWS),
            ("content/archives.md", &long),
            ("content/oubli/page.md", "+++\ntitle = \"Oubliée\"\n+++\n\nPersonne ne vient ici.\n"),
            ("templates/footer.html", FOOTER),
            ("assets/site.css", "main { background: url(nope.png) }\n"),
            ("static/ancienne.html", STATIC),
            ("static/style.css", STYLE),
        ],
    );
    let answer = jalon(site.path(), "check");
    assert_eq!(answer.code, 1);
    assert!(!site.path().join("public").exists(), "a check writes nothing");
    assert_eq!(answer.problems.iter().map(String::as_str).collect::<Vec<_>>(), FOUND);
    let summary = [
        "  23 liens ou images qui ne mènent à rien",
        "  18 obstacles à la lecture (accessibilité)",
        "  1 page que personne ne trouvera",
        "  2 pages ou images trop lourdes",
        "10 pages, 187 liens vérifiés_: 23 erreurs, 21 avertissements\n",
    ];
    assert_eq!(answer.summary, summary.join("\n"));
}
