//! Whole small sites: what is published for them, and what is said of them.
//!
//! A site is one text: each file starts with a line `=== path`.

use std::collections::BTreeMap;
use std::sync::Arc;

use insta::assert_snapshot;
use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};
use jalon::source::line_and_column;

const SETTINGS: &str = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/asso/\"\n";

fn run(site: &str) -> (BTreeMap<String, Arc<[u8]>>, Outcome) {
    let (files, inputs) = inputs(site);
    (files, pipeline::run(&inputs))
}

fn inputs(site: &str) -> (BTreeMap<String, Arc<[u8]>>, Inputs) {
    let site = if site.contains("=== jalon.toml") { site.to_owned() } else { format!("{SETTINGS}{site}") };
    let files: BTreeMap<String, Arc<[u8]>> = site
        .split("=== ")
        .skip(1)
        .filter_map(|file| file.split_once('\n'))
        .map(|(path, text)| (path.to_owned(), text.as_bytes().into()))
        .collect();
    let build_day = Date::new(2026, 3, 1).expect("this is a day of the calendar");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    let inputs = Inputs { files: files.clone(), options };
    (files, inputs)
}

/// What a site publishes, the theme's own files left out, then what is said of it.
fn check(site: &str) -> String {
    let (files, outcome) = run(site);
    let ours = |path: &&String| {
        !["assets/", "schemas/", "recherche/", "en/search/"].iter().any(|it| path.starts_with(it))
            && *path != "robots.txt"
    };
    let mut lines: Vec<String> = outcome.files.keys().filter(ours).cloned().collect();
    for diagnostic in &outcome.diagnostics {
        let text =
            files.get(&diagnostic.path).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("");
        let place = diagnostic.span.map(|span| line_and_column(text, span.start));
        let place = place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        let help = diagnostic.problem.help(Lang::Fr).map(|help| format!(" → {help}")).unwrap_or_default();
        lines.push(format!("! {}{place} {}{help}", diagnostic.path, diagnostic.problem.message(Lang::Fr)));
    }
    lines.join("\n").replace('\u{a0}', "~")
}

fn page(site: &str, path: &str) -> String {
    let (_, outcome) = run(site);
    String::from_utf8(outcome.files[path].bytes.to_vec()).expect("a page is text")
}

#[test]
fn folders_are_sections_and_bundles_are_pages() {
    assert_snapshot!(check(
        "=== content/_index.md\n# Accueil\n\
         === content/plans/2025-2026/index.md\n# Le plan\n\
         === content/plans/2025-2026/bilan.pdf\nPDF\n\
         === content/plans/2025-2026/photos/Été à deux.jpg\nJPG\n\
         === content/ateliers/2026-05-20-printemps.md\n# Printemps\n\
         === content/ateliers/2026-06-01.md\n# Juin\n\
         === content/README.md\nPour nous.\n\
         === static/favicon.ico\nICO\n"
    ), @"
    404.html
    ateliers/2026-06-01/index.html
    ateliers/atom.xml
    ateliers/index.html
    ateliers/printemps/index.html
    atom.xml
    favicon.ico
    index.html
    plans/2025-2026/bilan.pdf
    plans/2025-2026/index.html
    plans/2025-2026/photos/Été à deux.jpg
    plans/index.html
    sitemap.xml
    ");
}

#[test]
fn a_document_may_choose_its_address_and_keep_its_old_ones() {
    assert_snapshot!(check(
        "=== content/equipe.md\n+++\ntitle = \"L’équipe\"\nslug = \"nous-joindre\"\naliases = [\"/vieux/equipe.html\", \"ancienne\"]\n+++\n\
         === content/profond/page.md\n+++\ntitle = \"Ailleurs\"\npath = \"ici\"\n+++\n"
    ), @"
    404.html
    ancienne/index.html
    ici/index.html
    index.html
    nous-joindre/index.html
    profond/index.html
    sitemap.xml
    vieux/equipe.html
    ");
}

#[test]
fn an_old_address_leads_to_the_page() {
    let site = "=== content/equipe.md\n+++\ntitle = \"L’équipe\"\naliases = [\"a/b\"]\n+++\n";
    let html = page(site, "a/b/index.html");
    assert!(html.contains("url=../../equipe/"), "{html}");
    assert!(html.contains("https://example.org/asso/equipe/"), "{html}");
}

#[test]
fn what_is_wrong_in_a_draft_stops_only_the_site_that_holds_it() {
    let severities = |drafts: Drafts| {
        let (files, mut inputs) = inputs(
            "=== content/a.md\n+++\ndate = \"bientôt\"\ndraft = true\n+++\n# A\n\
             === content/b/_index.md\n+++\ndraft = true\n+++\n# B\n\
             === content/b/c.md\n+++\ndate = \"bientôt\"\n+++\n# C\n\
             === content/d.md\n+++\nweight = \"lourd\"\n+++\n# D\n",
        );
        inputs.options.drafts = drafts;
        let told = pipeline::run(&inputs).diagnostics;
        let told = told.into_iter().filter(|it| files.contains_key(&it.path));
        told.map(|it| format!("{} {:?}", it.path, it.severity)).collect::<Vec<_>>()
    };
    assert_eq!(
        severities(Drafts::LeftOut),
        ["content/a.md Warning", "content/b/c.md Warning", "content/d.md Error"]
    );
    assert_eq!(
        severities(Drafts::Included),
        ["content/a.md Error", "content/b/c.md Error", "content/d.md Error"]
    );
}

#[test]
fn drafts_are_left_out_and_links_to_them_told() {
    assert_snapshot!(check(
        "=== content/a.md\n+++\ntitle = \"A\"\ndraft = true\n+++\n\
         === content/b.md\n# B\n\n[vers A](a.md) et [encore](@/a.md)\n"
    ), @"
    404.html
    b/index.html
    index.html
    sitemap.xml
    ! content/b.md:3:10 le lien «~a.md~» mène à un brouillon, qui n’est pas publié → retirez `draft = true` de ce document ou de sa section, ou construisez le site avec `--drafts`
    ! content/b.md:3:28 le lien «~@/a.md~» mène à un brouillon, qui n’est pas publié → retirez `draft = true` de ce document ou de sa section, ou construisez le site avec `--drafts`
    ");
}

#[test]
fn the_files_of_a_draft_are_left_out_with_it() {
    let draft = |title: &str| format!("+++\ntitle = \"{title}\"\ndraft = true\n+++\n");
    let site = [
        "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/asso/\"\n[languages.fr]\n[languages.en]\n\
         === content/_index.md\n# Accueil\n\n[budget](@/fete/budget.pdf) ![Un feu de joie](fete/photos/a.jpg) [note](@/b/note.pdf)\n\
         === content/_index.en.md\n",
        &draft("Home"),
        "=== content/accueil.pdf\nPDF\n=== content/fete/index.md\n",
        &draft("Fête"),
        "=== content/fete/budget.pdf\nPDF\n=== content/fete/photos/a.jpg\nJPG\n\
         === content/fete/suite/index.md\n# Suite\n=== content/fete/suite/suite.pdf\nPDF\n\
         === content/fete/album/une.md\n# Une\n\n[Photo](une.jpg)\n=== content/fete/album/une.jpg\nJPG\n\
         === content/b/_index.md\n",
        &draft("B"),
        "=== content/b/note.pdf\nPDF\n=== content/c/_index.en.md\n",
        &draft("C"),
        "=== content/c/c.pdf\nPDF\n=== content/d/index.md\n",
        &draft("D"),
        "=== content/d/index.en.md\n# D\n=== content/d/d.pdf\nPDF\n",
    ]
    .concat();
    assert_snapshot!(check(&site), @"
    404.html
    accueil.pdf
    c/c.pdf
    en/404.html
    en/d/d.pdf
    en/d/index.html
    en/index.html
    fete/album/index.html
    fete/album/une.jpg
    fete/album/une/index.html
    fete/index.html
    fete/suite/index.html
    fete/suite/suite.pdf
    index.html
    sitemap.xml
    ! content/_index.md:3:10 le lien «~@/fete/budget.pdf~» mène à un brouillon, qui n’est pas publié → retirez `draft = true` de ce document ou de sa section, ou construisez le site avec `--drafts`
    ! content/_index.md:3:47 le lien «~fete/photos/a.jpg~» mène à un brouillon, qui n’est pas publié → retirez `draft = true` de ce document ou de sa section, ou construisez le site avec `--drafts`
    ! content/_index.md:3:73 le lien «~@/b/note.pdf~» mène à un brouillon, qui n’est pas publié → retirez `draft = true` de ce document ou de sa section, ou construisez le site avec `--drafts`
    ! content/d/index.en.md ce document n’existe pas en français (fr) → au Québec, un texte destiné au public paraît aussi en français; ajoutez-le à côté, sous le même nom sans code de langue
    ");
}

#[test]
fn links_lead_to_documents_files_and_anchors() {
    let site = "=== content/plans/p/index.md\n# P\n\n## Une partie\n\n[dehors](https://example.com/?a=1&b=2) [courriel](mailto:a@example.org)\n\
                [autre](../../actualites/fete.md#le-soir) [fichier](../../a%20b.pdf) [racine](/actualites/) [ici](#une-partie)\n\
                ![Logo](/logo.svg)\n\
                === content/actualites/fete.md\n# Fête\n\n## Le soir\n\n[plan](@/plans/p/index.md)\n\
                === content/a b.pdf\nPDF\n=== static/logo.svg\n<svg/>\n";
    assert!(!check(site).contains('!'), "{}", check(site));
    let html = page(site, "plans/p/index.html");
    for link in [
        "href=\"https://example.com/?a=1&amp;b=2\"",
        "href=\"mailto:a@example.org\"",
        "href=\"../../actualites/fete/#le-soir\"",
        "href=\"../../a%20b.pdf\"",
        "href=\"../../actualites/\"",
        "href=\"#une-partie\"",
        "src=\"../../logo.svg\"",
    ] {
        assert!(html.contains(link), "{link} in {html}");
    }
}

#[test]
fn an_address_with_signs_of_html_is_escaped_once() {
    let site = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/asso/\"\n\
                contact = \"https://example.org/?a=1&b=l'eau\"\n\
                menu = [{ title = \"Dons\", url = \"https://example.org/?c=1&d=l'or\" }, { title = \"Soir\", url = \"@/a.md?x&y#soir\" }]\n\
                [people.cd]\nname = \"Conseil\"\ncontact = \"https://example.org/?g=1&h=2\"\n\
                === content/a.md\n+++\ntitle = \"A\"\nimage = \"pain & l'eau.svg\"\naliases = [\"vieux\"]\n+++\n\n## Soir\n\n![x](<pain & l'eau.svg>)\n\
                === content/pain & l'eau.svg\n<svg/>\n\
                === content/plans/p/index.md\n+++\ntitle = \"P\"\nkind = \"plan\"\n+++\n\n## Orientation 1 : Pain\n\n| Action | État | Responsable |\n|---|---|---|\n| 1.1 Four | Fait | CD |\n\
                === content/plans/p/suivi.csv\ndate,action,état,preuve\n2025-09-01,1.1,Fait,https://example.org/?e=1&f=l'an\n";
    let (_, outcome) = run(site);
    assert_eq!(outcome.diagnostics, []);
    let published: BTreeMap<&String, String> = outcome
        .files
        .iter()
        .map(|(path, file)| (path, String::from_utf8_lossy(&file.bytes).into_owned()))
        .collect();
    for (path, text) in
        published.iter().filter(|(path, _)| path.ends_with(".html") || path.as_str() == "sitemap.xml")
    {
        for twice in ["&amp;amp;", "&amp;#"] {
            assert!(!text.contains(twice), "{twice} in {path}: {text}");
        }
    }
    let a = &published[&"a/index.html".to_owned()];
    for address in
        ["src=\"../pain%20&amp;%20l&", "href=\"https://example.org/?c=1&amp;d=l&", "href=\"./?x&amp;y#soir\""]
    {
        assert!(a.contains(address), "{address} in {a}");
    }
    assert!(published.values().any(|page| page.contains("href=\"https://example.org/?e=1&amp;f=l&")));
}

#[test]
fn links_that_lead_nowhere_are_told_with_the_nearest() {
    assert_snapshot!(check(
        "=== content/a.md\n# A\n\n## Le budget\n\n[un](#le-bugdet) [deux](@/actualites/fete.md) [trois](bilan.pdf) ![quatre](../../x.png)\n\
         === content/actualites/fetes.md\n# Fêtes\n\
         === content/Bilan.pdf\nPDF\n"
    ), @"
    404.html
    Bilan.pdf
    a/index.html
    actualites/fetes/index.html
    actualites/index.html
    index.html
    sitemap.xml
    ! content/a.md:5:6 la page /a/ n’a ni titre ni élément qui porte l’ancre «~#le-bugdet~» → vouliez-vous dire «~#le-budget~»?
    ! content/a.md:5:25 le lien «~@/actualites/fete.md~» ne mène à aucun document de content/ → vouliez-vous dire «~@/actualites/fetes.md~»?
    ! content/a.md:5:55 le lien «~bilan.pdf~» mène à un fichier introuvable → vouliez-vous dire «~Bilan.pdf~»?
    ! content/a.md:5:76 «~../../x.png~» sort du dossier du site → un lien ne peut mener qu’à un fichier de content/ ou de static/
    ");
}

#[test]
fn an_address_wanted_twice_is_told_with_the_other() {
    assert_snapshot!(check(
        "=== content/fete.md\n# Fête\n\
         === content/la fête.md\n+++\nslug = \"fete\"\n+++\n\
         === static/fete/index.html\nPage\n\
         === static/Sitemap.xml\nPlan du site\n"
    ), @"
    404.html
    Sitemap.xml
    fete/index.html
    index.html
    sitemap.xml
    ! content/la fête.md:2:8 l’adresse /fete/ est déjà celle de content/fete.md → changez le nom du fichier, ou donnez à l’un des deux une autre adresse avec `slug`
    ! static/Sitemap.xml l’adresse /Sitemap.xml ne diffère que par les majuscules de celle de jalon (sitemap.xml) → sur bien des ordinateurs, ce serait le même fichier; renommez l’un des deux
    ! static/fete/index.html l’adresse /fete/index.html est déjà celle de content/fete.md → changez le nom du fichier, ou donnez à l’un des deux une autre adresse avec `slug`
    ");
}

#[test]
fn another_language_has_its_own_folder_and_points_to_the_first() {
    let site = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/\"\n[languages.fr]\n[languages.en]\ntitle = \"The Lighthouse\"\n\
                === content/_index.md\n# Accueil\n=== content/_index.en.md\n# Home\n\
                === content/a-propos.md\n# À propos\n=== content/a-propos.en.md\n+++\ntitle = \"About\"\nslug = \"about\"\n+++\n\
                === content/actualites/fete.md\n# Fête\n";
    assert_snapshot!(check(site), @r"
    404.html
    a-propos/index.html
    actualites/fete/index.html
    actualites/index.html
    en/404.html
    en/about/index.html
    en/index.html
    index.html
    sitemap.xml
    ");
    let html = page(site, "en/about/index.html");
    assert!(html.contains("<html lang=\"en-CA\">"), "{html}");
    assert!(html.contains("hreflang=\"fr-CA\" href=\"https://example.org/a-propos/\""), "{html}");
}

#[test]
fn a_section_lists_its_pages_a_few_at_a_time() {
    let news: String = (1..=5)
        .map(|n| format!("=== content/actualites/2026-01-0{n}-nouvelle-{n}.md\n# Nouvelle {n}\n"))
        .collect();
    let site = format!(
        "=== content/actualites/_index.md\n+++\ntitle = \"Actualités\"\npaginate_by = 2\n+++\n{news}"
    );
    let first = page(&site, "actualites/index.html");
    assert!(
        first.contains("Nouvelle 5") && first.contains("Nouvelle 4") && !first.contains("Nouvelle 3"),
        "{first}"
    );
    let last = page(&site, "actualites/page/3/index.html");
    assert!(last.contains("../../nouvelle-1/") && last.contains("Page 3 de 3"), "{last}");
}

#[test]
fn a_page_lost_at_any_depth_points_to_the_root_of_the_site() {
    let html = page("=== content/a.md\n# A\n", "404.html");
    assert!(html.contains("href=\"/asso/assets/jalon.css\""), "{html}");
    assert!(html.contains("href=\"/asso/a/\""), "{html}");
    assert!(!html.contains("href=\"a/\""), "{html}");
}

#[test]
fn footnotes_are_numbered_page_by_page() {
    let site = "=== content/plan.md\n+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n\
                Intro[^a].\n\n## Orientation 1 : Un\n\nTexte[^b].\n\n| Actions |\n|---|\n| Agir[^c] |\n\n\
                [^a]: Note A.\n[^b]: Note B.\n[^c]: Note C.\n";
    let whole = page(site, "plan/index.html");
    assert!(whole.contains("id=\"_fn-3\"") && whole.contains("Note A."), "{whole}");
    let part = page(site, "plan/orientation-1/index.html");
    assert!(
        part.contains("id=\"_fn-2\"") && !part.contains("id=\"_fn-3\"") && !part.contains("Note A."),
        "{part}"
    );
}

#[test]
fn the_menu_leads_somewhere() {
    assert_snapshot!(check(
        "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/\"\n\
         [[menu]]\ntitle = \"Nouvelles\"\nurl = \"@/nouvelles/_index.md\"\n\
         [[menu]]\ntitle = \"À propos\"\nurl = \"@/a-propo.md\"\n\
         [[menu]]\ntitle = \"Ailleurs\"\nurl = \"https://example.com/\"\n\
         === content/nouvelles/fete.md\n# Fête\n\
         === content/a-propos.md\n# À propos\n"
    ), @"
    404.html
    a-propos/index.html
    index.html
    nouvelles/fete/index.html
    nouvelles/index.html
    sitemap.xml
    ! jalon.toml:8:7 le lien «~@/a-propo.md~» ne mène à aucun document de content/ → vouliez-vous dire «~@/a-propos.md~»?
    ");
}

#[test]
fn the_heading_of_the_home_page_is_its_title() {
    let html = page("=== content/_index.md\n# Bienvenue au Phare\n\nEntrez.\n", "index.html");
    assert!(html.contains("<h1>Bienvenue au Phare</h1>"), "{html}");
    let html = page("=== content/_index.md\nEntrez.\n", "index.html");
    assert!(html.contains("<h1>Le Phare</h1>"), "{html}");
}

#[test]
fn a_title_is_shown_once_whatever_html_is_open_around_it() {
    let titles = |text: &str| {
        let html = page(&format!("=== content/a.md\n{text}"), "a/index.html");
        (html.matches("<h1").count(), html.contains("<p>texte</p>"))
    };
    for open in ["<div>", "<p>", "<details>", "<ul><li>", "<section>", "<blockquote>"] {
        assert_eq!(titles(&format!("# A\n\ntexte\n\n{open}x\n")), (1, true), "{open}");
    }
    assert_eq!(titles("<div>\n\n# A\n\ntexte\n\n</div>\n"), (1, true));
    assert_eq!(titles("<div>\n\n# *A* {#un}\n\ntexte\n"), (1, true));
    assert_eq!(titles("+++\ntitle = \"A\"\n+++\n\n# A\n\ntexte\n\n<div>x\n"), (1, true));
    // A second title is the author's own.
    assert_eq!(titles("# A\n\ntexte\n\n# B\n\n<div>x\n"), (2, true));
}

#[test]
fn what_looks_like_a_table_or_a_link_and_is_none_is_told() {
    assert_snapshot!(check(
        "=== content/a.md\n# A\n\n| Actions | État |\n|---|---|\n| Chanter | Fait |\n\n| Danser | Fait |\n\n\
         | Seul | Tableau |\n\n![La fête](Fête des voisins.png) et [note](voir plus bas).\n\
         === content/Fête des voisins.png\nPNG\n"
    ), @"
    404.html
    Fête des voisins.png
    a/index.html
    index.html
    sitemap.xml
    ! content/a.md:7:1 cette ligne commence par une barre, mais n’appartient à aucun tableau~: elle est publiée comme du texte → un tableau n’a pas de ligne vide, et sa deuxième ligne est faite de tirets~: `|---|---|`
    ! content/a.md:9:1 cette ligne commence par une barre, mais n’appartient à aucun tableau~: elle est publiée comme du texte → un tableau n’a pas de ligne vide, et sa deuxième ligne est faite de tirets~: `|---|---|`
    ! content/a.md:11:12 «~Fête des voisins.png~» contient des espaces~: ce n’est ni un lien ni une image, mais du texte → écrivez l’adresse entre chevrons~: `(<Fête des voisins.png>)`, ou enlevez les espaces du nom
    ");
}

#[test]
fn bullets_pasted_from_a_word_processor_and_a_space_in_a_link_are_told() {
    assert_snapshot!(check(
        "=== content/a.md\n# A\n\n• Un banc (3)\n• Une fontaine\n\n- Un arbre\n\nLe point • au milieu.\n\n\
         [Voir](@/b.md #1.1) et [note](voir plus bas).\n=== content/b.md\n# B\n"
    ), @"
    404.html
    a/index.html
    b/index.html
    index.html
    sitemap.xml
    ! content/a.md:3:1 cette ligne commence par «~•~», mais n’est pas dans une liste~: elle est publiée comme du texte suivi → commencez chaque ligne de la liste par un tiret et une espace~: «~- Un banc au soleil~»
    ! content/a.md:10:8 «~@/b.md #1.1~» contient une espace~: ce n’est pas un lien, mais du texte → enlevez l’espace; après «~#~» vient seulement un numéro~: `@/plans/2025-2026/index.md#1.1.1`
    ");
}

#[test]
fn a_column_with_a_slip_in_its_title_is_told() {
    assert_snapshot!(check(
        "=== content/plan.md\n+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n## Orientation 1 : Un\n\n\
         | Actions | Échénacier | Avancment | Obstacles |\n|---|---|---|---|\n| Chanter | Mai 2025 | Fait | Le vent |\n"
    ), @"
    404.html
    index.html
    methode/index.html
    plan/1.1/index.html
    plan/actions.csv
    plan/actions.xlsx
    plan/actions/index.html
    plan/badge.json
    plan/badge.svg
    plan/index.html
    plan/orientation-1/badge.json
    plan/orientation-1/badge.svg
    plan/orientation-1/index.html
    plan/plan.json
    sitemap.xml
    ! content/plan.md:8:13 la colonne «~Échénacier~» n’est pas reconnue; elle est publiée sous ce titre, sans plus → vouliez-vous dire «~échéancier~»?
    ! content/plan.md:8:26 la colonne «~Avancment~» n’est pas reconnue; elle est publiée sous ce titre, sans plus → vouliez-vous dire «~avancement~»?
    ");
}

#[test]
fn a_plan_without_follow_up_says_of_nothing_that_it_is_late() {
    let site = "=== content/plan.md\n+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n## Orientation 1 : Un\n\n\
                | Actions | Échéancier |\n|---|---|\n| Chanter | Mai 2020 |\n";
    assert!(!page(site, "plan/index.html").contains("En retard"));
    assert!(page(site, "plan/plan.json").contains("\"late\": 0"));
}

#[test]
fn texts_are_set_as_the_language_of_the_page_asks() {
    let line = |settings: &str, header: &str| {
        let site = format!(
            "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/\"\n{settings}\
             === content/page.md\n+++\ntitle = \"L'été : où ?\"\n{header}+++\n\nL'été ? `a : b` \"oui\"\n"
        );
        let html = page(&site, "page/index.html");
        let shown = |line: &&str| line.contains("<h1") || line.contains("oui");
        let lines: Vec<&str> = html.lines().filter(shown).map(str::trim).collect();
        lines.join(" ").replace("<div class=\"prose\">", "").replace('\u{a0}', "~").replace('\u{202f}', "^")
    };
    let set = "<h1>L’été~: où?</h1> <p>L’été? <code>a : b</code> «~oui~»</p>";
    assert_eq!(line("", ""), set);
    assert_eq!(line("typography = true\n", ""), set);
    assert_eq!(line("typography = false\n", "typography = true\n"), set);
    let typed = "<h1>L&#39;été : où ?</h1> <p>L'été ? <code>a : b</code> &quot;oui&quot;</p>";
    assert_eq!(line("typography = false\n", ""), typed);
    assert_eq!(line("", "typography = false\n"), typed);
    let thin = "<h1>L’été~: où^?</h1> <p>L’été^? <code>a : b</code> «~oui~»</p>";
    assert_eq!(line("typography = \"thin\"\n", ""), thin);
}

#[test]
fn forms_better_written_otherwise_are_told_once_for_a_document() {
    let check = |header: &str| {
        let site = format!(
            "=== content/page.md\n+++\ntitle = \"Page\"\n{header}+++\n\nLa 2ème rencontre, à 13h30 : etc...\n"
        );
        check(&site)
    };
    assert_snapshot!(check(""), @"
    404.html
    index.html
    page/index.html
    sitemap.xml
    ! content/page.md:5:4 «~2ème~» s’écrit plutôt «~2e~» en français (et 2 autres formes dans ce document) → jalon ne change pas vos mots~: corrigez-les, ou laissez-les avec `typography = false` dans l’en-tête
    ");
    assert_snapshot!(check("typography = false\n"), @"
    404.html
    index.html
    page/index.html
    sitemap.xml
    ");
}

#[test]
fn what_goes_on_below_a_field_of_an_action_is_shown() {
    let site = |field: &str| {
        format!(
            "=== content/plan.md\n+++\nkind = \"plan\"\ntitle = \"P\"\nupdated = 2026-01-01\n[plan]\nperiod = \"2026\"\n+++\n\n\
             ## Orientation 1 : Bouger\n\n- [ ] Lancer la navette\n  - {field} : trois\n\n    Compté par le chauffeur.\n\n    > Un passager\n\n    ```\n    code\n    ```\n"
        )
    };
    for field in ["Indicateur", "Machin", "Responsable", "Échéancier"] {
        let (_, outcome) = run(&site(field));
        let page =
            String::from_utf8(outcome.files["plan/index.html"].bytes.to_vec()).expect("a page is text");
        for said in ["Compté par le chauffeur.", "Un passager", "<code>code", "trois"] {
            assert!(page.contains(said), "{said} under {field} in {page}");
        }
    }
}

#[test]
fn a_file_whose_name_has_signs_of_addresses_is_found_and_linked() {
    let site = "=== content/a.md\n+++\ntitle = \"A\"\nimage = \"carte #1.svg\"\n+++\n\n\
                [b](Bilan%2050%25.pdf) [p](PV%20%233.pdf) [q](Pr%C3%AAt%3F.pdf) [r](<PV #3.pdf>) [s](/PV%20%234.pdf) [t](@/Pr%C3%AAt%3F.pdf)\n\n\
                ![Carte](carte%20%231.svg)\n\n\
                {{ download(file=\"Bilan 50%.pdf\") }}\n\n{{ figure(src=\"carte #1.svg\", alt=\"Carte\") }}\n\
                === content/Bilan 50%.pdf\nPDF\n=== content/PV #3.pdf\nPDF\n=== content/Prêt?.pdf\nPDF\n=== static/PV #4.pdf\nPDF\n\
                === content/carte #1.svg\n<svg viewBox=\"0 0 8 4\"/>\n\
                === content/p/PV #3.pdf\nPDF\n\
                === content/p/index.md\n+++\ntitle = \"P\"\nkind = \"plan\"\n+++\n\n## Orientation 1 : Pain\n\n| Action | État |\n|---|---|\n| 1.1 Four | Fait |\n\
                === content/p/suivi.csv\ndate,action,état,preuve\n2025-09-01,1.1,Fait,PV #3.pdf\n";
    let (_, outcome) = run(site);
    assert_eq!(outcome.diagnostics, []);
    let text = |path: &str| String::from_utf8_lossy(&outcome.files[path].bytes).into_owned();
    let page = text("a/index.html");
    for link in [
        "href=\"../Bilan%2050%25.pdf\">b<",
        "href=\"../PV%20%233.pdf\">p<",
        "href=\"../Pr%C3%AAt%3F.pdf\">q<",
        "href=\"../PV%20%233.pdf\">r<",
        "href=\"../PV%20%234.pdf\">s<",
        "href=\"../Pr%C3%AAt%3F.pdf\">t<",
        "src=\"../carte%20%231.svg\" alt=\"Carte\" width=\"8\" height=\"4\"",
        "content=\"https://example.org/asso/carte%20%231.svg\"",
    ] {
        assert!(page.contains(link), "{link} in {page}");
    }
    assert_eq!(page.matches("Bilan%2050%25.pdf").count(), 2, "{page}");
    assert_eq!(page.matches(" width=\"8\"").count(), 3, "{page}");
    let plan: String = outcome.files.keys().filter(|it| it.starts_with("p/")).map(|it| text(it)).collect();
    assert!(plan.contains("PV%20%233.pdf\">PV #3.pdf"), "{plan}");
    assert!(!plan.contains("PV%20#3"), "{plan}");
}

#[test]
fn a_document_of_a_kind_does_not_take_the_template_of_another() {
    let site = |kind: &str, template: &str| {
        format!(
            "=== templates/affiche.html\n<!DOCTYPE html>\n<html><body>{{{{ page.title }}}}</body></html>\n\
             === content/a.md\n+++\ntitle = \"A\"\nkind = \"{kind}\"\ntemplate = \"{template}\"\n+++\n\n## Orientation 1 : Bouger\n\n- [ ] Lancer la navette\n"
        )
    };
    let told = |kind: &str, template: &str| {
        let (_, outcome) = run(&site(kind, template));
        outcome.diagnostics.iter().filter(|it| it.problem.code().starts_with("template")).count()
    };
    assert_snapshot!(check(&site("plan", "page.html")).lines().find(|line| line.contains("le gabarit «~p") || line.contains("le gabarit «~m")).unwrap_or_default(), @"! content/a.md:4:12 le gabarit «~page.html~» n’est pas fait pour cette sorte de document~: la page serait vide → enlevez la ligne, ou nommez un gabarit à vous, qui part de `plan.html`");
    assert_snapshot!(check(&site("mission", "plan.html")).lines().find(|line| line.contains("le gabarit «~p") || line.contains("le gabarit «~m")).unwrap_or_default(), @"! content/a.md:4:12 le gabarit «~plan.html~» n’est pas fait pour cette sorte de document~: la page serait vide → enlevez la ligne, ou nommez un gabarit à vous, qui part de `mission.html`");
    assert_eq!(told("synthesis", "page.html"), 1);
    assert_eq!(told("synthesis", "synthesis.html"), 0);
    assert_eq!(told("plan", "plan.html"), 0);
    assert_eq!(told("mission", "affiche.html"), 0);
    assert_eq!(told("plan", "affiche.html"), 0);
}

#[test]
fn names_hidden_in_a_synthesis_are_hidden_in_its_translations() {
    let site = |header: &str| {
        format!(
            "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/\"\n[languages.fr]\n[languages.en]\ntitle = \"The Light\"\n\
             === content/s.md\n+++\ntitle = \"Atelier\"\nkind = \"synthesis\"\n[synthesis]\nnames = \"hidden\"\nfacilitator = \"Ana Melo, Table\"\npeople = [\"Zoé Lanctôt\"]\n+++\n\n## Bloc 1\n\n- Un four, dit Zoé Lanctôt\n\
             === content/s.en.md\n+++\n{header}+++\n\n## Block 1\n\n- An oven, says Zoé Lanctôt to Ana Melo\n\nSee [her](https://example.org/p)\n"
        )
    };
    for header in [
        "title = \"Workshop of Ana Melo\"\nkind = \"synthesis\"\n",
        "title = \"Workshop\"\nkind = \"synthesis\"\n[synthesis]\nfacilitator = \"Ana Melo, Board\"\nspeakers = [\"Zoé Lanctôt, planner\"]\n",
        "title = \"Workshop\"\nkind = \"synthesis\"\n[synthesis]\nnames = \"hidden\"\npeople = [\"Zoé Lanctôt\"]\n",
        "title = \"Workshop\"\n",
    ] {
        let (_, outcome) = run(&site(header));
        for (path, file) in &outcome.files {
            let text = String::from_utf8_lossy(&file.bytes);
            assert!(!text.contains("Lanct") && !text.contains("Melo"), "{header} in {path}: {text}");
        }
        let page = String::from_utf8_lossy(&outcome.files["en/s/index.html"].bytes).into_owned();
        assert!(page.contains("An oven, says (name withheld) to (name withheld)"), "{page}");
    }
    let name_in_address =
        site("title = \"Workshop\"\nkind = \"synthesis\"\n").replace("/p)", "/zoe-lanctot)");
    assert!(check(&name_in_address).contains("s.en.md:10:"), "{}", check(&name_in_address));
    let nobody =
        site("title = \"Workshop\"\nkind = \"synthesis\"\n").replace("Zoé Lanctôt to Ana Melo", "somebody");
    assert!(!check(&nobody).contains("s.en.md"), "{}", check(&nobody));
}
