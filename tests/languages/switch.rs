//! How a page knows its versions: in its head, in its switch, in the sitemap.

use crate::{BILINGUAL, PLAN, build, file, head, said, same};

/// A plan and its twin: what stands in for a translated plan here is a plan of its own.
fn site_with_twin_pages() -> String {
    format!(
        "{BILINGUAL}=== content/_index.md\n# Accueil\n=== content/_index.en.md\n# Welcome\n\
         === content/nouvelles/_index.md\n+++\ntitle = \"Nouvelles\"\npaginate_by = 1\narchives = true\n+++\n\
         === content/nouvelles/_index.en.md\n+++\ntitle = \"News\"\nslug = \"news\"\npaginate_by = 1\narchives = true\n+++\n\
         === content/nouvelles/2024-01-01-a.md\n+++\ntitle = \"A\"\ntags = [\"mer\", \"côte\"]\n+++\n\
         === content/nouvelles/2024-01-01-a.en.md\n+++\ntitle = \"A\"\ntags = [\"mer\", \"coast\"]\n+++\n\
         === content/nouvelles/2025-01-01-b.md\n# B\n=== content/nouvelles/2025-01-01-b.en.md\n# B\n\
         === content/nouvelles/2026-01-01-c.md\n# C\n=== content/glossaire.md\n# Glossaire\n\nPHARE : Personnes habitant au rivage\n\
         === content/acronyms.en.md\n# Words\n\n## List of acronyms\n\nSEA: Society of eager anglers\n"
    )
}

#[test]
fn a_page_lists_its_versions_and_the_default_one() {
    let outcome = build(&site_with_twin_pages());
    same(
        &head(&outcome, "en/news/a/index.html"),
        r#"
        <html lang="en-CA">
        "canonical" "…/en/news/a/">
        "alternate" hreflang="fr-CA" "…/nouvelles/a/">
        "alternate" hreflang="en-CA" "…/en/news/a/">
        "alternate" hreflang="x-default" "…/nouvelles/a/">
        <li><a href="../../../nouvelles/a/" lang="fr-CA" hreflang="fr-CA">Français</a></li>
        "#,
    );
}

#[test]
fn pages_that_no_author_wrote_have_versions_too() {
    let outcome = build(&site_with_twin_pages());
    for (french, english) in [
        ("nouvelles/page/2/", "en/news/page/2/"),
        ("nouvelles/2024/", "en/news/2024/"),
        ("etiquettes/", "en/tags/"),
        ("etiquettes/mer/", "en/tags/mer/"),
        ("glossaire/", "en/glossary/"),
    ] {
        for page in [french, english] {
            let html = file(&outcome, &format!("{page}index.html"));
            for (hreflang, url) in [("fr-CA", french), ("en-CA", english), ("x-default", french)] {
                let link = format!("hreflang=\"{hreflang}\" href=\"https://example.org/asso/{url}\"");
                assert!(
                    html.contains(&link),
                    "{link} in {page}\n{}",
                    head(&outcome, &format!("{page}index.html"))
                );
            }
        }
    }
}

#[test]
fn a_page_without_a_version_says_so_and_leads_to_the_nearest_section() {
    let outcome = build(&site_with_twin_pages());
    for page in ["nouvelles/c/index.html", "nouvelles/page/3/index.html"] {
        let switch = head(&outcome, page);
        assert!(!switch.contains("alternate"), "{switch}");
        let note = "English <span class=\"small\">page not translated: goes to “News”</span>";
        assert!(switch.contains("/en/news/\"") && switch.contains(note), "{switch}");
    }
    let tag = head(&outcome, "etiquettes/cote/index.html");
    assert!(tag.contains("href=\"../../en/\"") && tag.contains("goes to “Home”"), "{tag}");
    let english = head(&outcome, "en/acronyms/index.html");
    assert!(english.contains("page non traduite~: mène à «~Accueil~»"), "{english}");
    let own = "=== words/en.toml\n[format]\nquoted = \"‹{words}›\"\n";
    let outcome = build(&format!("{}{own}", site_with_twin_pages()));
    let in_own_marks = head(&outcome, "etiquettes/cote/index.html");
    assert!(in_own_marks.contains("goes to ‹Home›"), "{in_own_marks}");
}

/// Every alternate of every page leads to a page that exists, may be indexed and links back; the
/// sitemap says the same as the pages.
fn alternates_are_reciprocal(site: &str) {
    let outcome = build(site);
    let sitemap = file(&outcome, "sitemap.xml");
    let mut n_links = 0;
    for path in outcome.files.keys().filter(|path| path.ends_with("index.html")) {
        let html = file(&outcome, path);
        let own = format!("https://example.org/asso/{}", path.trim_end_matches("index.html"));
        let links: Vec<&str> = html.split("rel=\"alternate\" hreflang=\"").skip(1).collect();
        let is_indexed = !html.contains("noindex");
        assert_eq!(sitemap.contains(&format!("<loc>{own}</loc>")), is_indexed, "{own} in the sitemap");
        if links.is_empty() {
            continue;
        }
        assert!(is_indexed, "{path} has versions, and is not to be indexed");
        for link in links {
            let (hreflang, rest) = link.split_once("\" href=\"").expect("a link has an address");
            let (url, _) = rest.split_once('"').expect("an address ends");
            let there = url.strip_prefix("https://example.org/asso/").expect("alternates are absolute");
            let there = file(&outcome, &format!("{there}index.html"));
            assert!(there.contains(&format!("href=\"{own}\"")), "{url} does not link back to {own}");
            assert!(!there.contains("noindex"), "{url} is not to be indexed");
            let entry = sitemap.split("<url>").find(|entry| entry.contains(&format!("<loc>{own}</loc>")));
            let wanted = format!("hreflang=\"{hreflang}\" href=\"{url}\"");
            assert!(entry.is_some_and(|entry| entry.contains(&wanted)), "{wanted} in the sitemap for {own}");
            n_links += 1;
        }
    }
    assert!(n_links > 10, "only {n_links} alternates were found");
}

#[test]
fn alternates_are_reciprocal_and_in_the_sitemap() {
    alternates_are_reciprocal(&site_with_twin_pages());
}

#[test]
fn alternates_of_a_site_with_stand_ins_are_reciprocal() {
    let site = site_with_twin_pages()
        .replace("title = \"The Lighthouse\"\n", "title = \"The Lighthouse\"\nfallback = \"notice\"\n");
    alternates_are_reciprocal(&format!("{site}{PLAN}"));
}

#[test]
fn a_document_that_does_not_exist_in_the_default_language_is_told() {
    let outcome = build(&site_with_twin_pages());
    let missing: Vec<String> =
        said(&outcome).into_iter().filter(|said| said.contains("n’existe pas")).collect();
    assert_eq!(missing, ["! content/acronyms.en.md ce document n’existe pas en français (fr)"]);
}

#[test]
fn lost_visitors_are_answered_in_the_language_of_the_folder() {
    let outcome = build(&site_with_twin_pages());
    same(
        &head(&outcome, "en/404.html"),
        "<html lang=\"en-CA\">\n<meta name=\"robots\" content=\"noindex\">\n<li><a href=\"/asso/\" lang=\"fr-CA\" hreflang=\"fr-CA\">Français</a></li>",
    );
    let html = file(&outcome, "en/404.html");
    for link in [
        "href=\"/asso/en/\"",
        "href=\"/asso/en/news/\"",
        "href=\"/asso/assets/jalon.css\"",
        "href=\"/asso/en/tags/\"",
    ] {
        assert!(html.contains(link) || link.contains("tags"), "{link} in {html}");
    }
    let french = head(&outcome, "404.html");
    assert!(french.contains("href=\"/asso/en/\""), "{french}");
}

#[test]
fn a_language_written_from_right_to_left_says_so() {
    let outcome = build(
        "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/asso/\"\n[languages.fr]\n[languages.ar]\n[languages.az]\ntag = \"az-Arab\"\n\
         === content/a.md\n# A\n=== content/a.ar.md\n# A\n=== content/a.az.md\n# A\n",
    );
    assert!(head(&outcome, "ar/a/index.html").starts_with("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(head(&outcome, "az/a/index.html").starts_with("<html lang=\"az-Arab\" dir=\"rtl\">"));
    let french = head(&outcome, "a/index.html");
    assert!(
        french.starts_with("<html lang=\"fr-CA\">") && french.contains("hreflang=\"ar\" dir=\"rtl\""),
        "{french}"
    );
}
