//! Where the pages of each language are.

use crate::{BILINGUAL, PLAN, build, head, same, tree};

#[test]
fn a_language_without_a_document_has_no_page() {
    same(&tree(&format!("{BILINGUAL}=== content/a.md\n# A\n")), "404.html\na/index.html\nindex.html");
}

#[test]
fn a_section_is_renamed_in_a_language() {
    let section = |header: &str| {
        tree(&format!(
            "{BILINGUAL}=== content/nouvelles/_index.md\n# Nouvelles\n=== content/nouvelles/a.md\n# A\n\
             === content/nouvelles/_index.en.md\n+++\ntitle = \"News\"\n{header}\n+++\n=== content/nouvelles/a.en.md\n# A\n"
        ))
    };
    let pages = |section: &str| {
        format!(
            "404.html\nen/404.html\nen/index.html\nen/{section}/a/index.html\nen/{section}/index.html\nindex.html\nnouvelles/a/index.html\nnouvelles/index.html"
        )
    };
    same(&section(""), &pages("nouvelles"));
    same(&section("slug = \"news\""), &pages("news"));
    same(&section("path = \"media/news\""), &pages("media/news"));
}

#[test]
fn the_default_language_may_have_a_folder_of_its_own() {
    let site = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/asso/\"\nprefix_default_language = true\n[languages.en]\n\
                === content/_index.md\n# Accueil\n\n[A](a.md) [Racine](/) ![x](x.svg)\n=== content/a.md\n+++\ntitle = \"A\"\naliases = [\"vieux\"]\n+++\n=== content/a.en.md\n# A\n\
                === content/x.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n=== static/logo.png\nPNG\n";
    let outcome = build(site);
    same(
        &tree(site),
        "404.html\nen/404.html\nen/a/index.html\nen/index.html\nfr/a/index.html\nfr/index.html\nindex.html\nvieux/index.html",
    );
    for kept in ["fr/x.svg", "logo.png", "sitemap.xml", "robots.txt", "assets/jalon.css"] {
        assert!(outcome.files.contains_key(kept), "{kept} is published");
    }
    same(
        &head(&outcome, "index.html"),
        r#"
        <html lang="fr-CA">
        <meta name="robots" content="noindex">
        <meta http-equiv="refresh" content="0; url=fr/">
        "canonical" "…/fr/">
        "#,
    );
    same(
        &head(&outcome, "fr/a/index.html"),
        r#"
        <html lang="fr-CA">
        "canonical" "…/fr/a/">
        "alternate" hreflang="fr-CA" "…/fr/a/">
        "alternate" hreflang="en-CA" "…/en/a/">
        "alternate" hreflang="x-default" "…/fr/a/">
        <li><a href="../../en/a/" lang="en-CA" hreflang="en-CA">English</a></li>
        "#,
    );
}

#[test]
fn a_file_at_the_root_is_not_lost_under_the_page_that_leads_to_the_default_language() {
    let site = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/\"\nprefix_default_language = true\n\
                === content/a.md\n# A\n=== static/index.html\nBonjour\n";
    same(
        &tree(site),
        "404.html\nfr/a/index.html\nfr/index.html\nindex.html\n! static/index.html l’adresse /index.html est déjà celle de jalon (/)",
    );
}

#[test]
fn a_site_changes_the_words_of_addresses() {
    let words = "=== words/fr.toml\n[addresses]\nreport = \"Où ça en est\"\ntags = \"thèmes\"\norientation = \"axe\"\npage = \"suite\"\n";
    let pages = tree(&format!(
        "{BILINGUAL}{PLAN}=== content/a.md\n+++\ntitle = \"A\"\ntags = [\"mer\"]\n+++\n{words}"
    ));
    for page in [
        "plans/p/ou-ca-en-est/index.html",
        "themes/index.html",
        "themes/mer/index.html",
        "plans/p/axe-1/index.html",
    ] {
        assert!(pages.contains(page), "{page} in\n{pages}");
    }
}

#[test]
fn a_word_of_addresses_that_cannot_serve_is_told_where_it_is_written() {
    let words = "=== words/fr.toml\n[addresses]\nreport = \"Calendrier\"\ntags = \"!\"\n";
    let pages = tree(&format!("{BILINGUAL}=== content/a.md\n# A\n{words}"));
    same(
        &pages,
        "404.html\na/index.html\nindex.html\n\
         ! words/fr.toml deux pages voisines auraient la même adresse~: «~calendar~» et «~report~» donnent «~calendrier~»\n\
         ! words/fr.toml «~!~» ne peut pas être le mot «~tags~» des adresses~: il n’a ni lettre ni chiffre",
    );
}

#[test]
fn a_search_that_stands_where_tags_do_is_told_once() {
    let words = "=== words/fr.toml\n[addresses]\nsearch = \"etiquettes\"\n";
    let pages =
        tree(&format!("{BILINGUAL}=== content/a.md\n+++\ntitle = \"A\"\ntags = [\"mer\"]\n+++\n{words}"));
    let told: Vec<&str> = pages.lines().filter(|line| line.starts_with('!')).collect();
    same(
        &told.join("\n"),
        "! words/fr.toml deux pages voisines auraient la même adresse~: «~search~» et «~tags~» donnent «~etiquettes~»",
    );
}

#[test]
fn a_word_of_addresses_may_be_that_of_a_page_elsewhere() {
    let site = format!("{BILINGUAL}=== content/bilan.md\n# Notre bilan\n{PLAN}");
    assert!(!tree(&site).contains("adresse"), "{}", tree(&site));
}
