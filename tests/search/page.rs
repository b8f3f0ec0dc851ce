//! The page where visitors search, and where it stands.

use crate::{build, text};

const ABOUT: (&str, &str) = ("a-propos.md", "+++\ntitle = \"À propos\"\n+++\n\nTexte.\n");

#[test]
fn every_page_leads_to_the_search() {
    let outcome = build("[languages.en]\n", &[ABOUT, ("about.en.md", "+++\ntitle = \"About\"\n+++\n")]);
    let check = |page: &str, action: &str| {
        let html = text(&outcome, page);
        assert!(
            html.contains(&format!("role=\"search\" method=\"get\" action=\"{action}\"")),
            "{page}: {html}"
        );
    };
    check("index.html", "recherche/");
    check("a-propos/index.html", "../recherche/");
    check("404.html", "/recherche/");
    check("en/index.html", "search/");
    check("en/about/index.html", "../search/");
    // There, the form of the page is the only one.
    assert_eq!(text(&outcome, "recherche/index.html").matches("role=\"search\"").count(), 1);
}

#[test]
fn without_script_the_page_lists_what_the_site_holds() {
    let news = |n: usize| {
        let (path, text) =
            (format!("actualites/n{n}.md"), format!("+++\ntitle = \"Nouvelle {n}\"\nkind = \"news\"\n+++\n"));
        (path, text)
    };
    let list = |n_news: usize| {
        let news: Vec<(String, String)> = (0..n_news).map(news).collect();
        let mut documents: Vec<(&str, &str)> =
            news.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        documents.push(ABOUT);
        let outcome = build("", &documents);
        let html = text(&outcome, "recherche/index.html");
        let all = html.split_once("id=\"_all\"").expect("the list").1.to_owned();
        all.split("</section>").next().expect("its end").to_owned()
    };
    let few = list(2);
    for said in ["id=\"_news\"", "../actualites/n0/\">Nouvelle 0<", "../a-propos/\">À propos<", "2 pages"] {
        assert!(few.contains(said), "{said}: {few}");
    }
    let many = list(101);
    assert!(many.contains("../actualites/\">Actualites</a> <span class=\"small\">101 pages<"), "{many}");
    assert!(!many.contains("Nouvelle 0"), "{many}");
}

#[test]
fn a_site_may_do_without() {
    let outcome = build("search = false\n", &[ABOUT]);
    assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics);
    assert!(!outcome.files.keys().any(|path| path.starts_with("recherche")));
    assert!(!text(&outcome, "index.html").contains("role=\"search\""));
}

#[test]
fn a_section_of_the_same_name_keeps_its_address() {
    let outcome = build("", &[("recherche/projet.md", "+++\ntitle = \"Projet\"\n+++\n")]);
    assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics);
    assert!(text(&outcome, "recherche/index.html").contains("Projet"));
    assert!(text(&outcome, "recherche-2/index.html").contains("id=\"_search\""));
    assert!(text(&outcome, "index.html").contains("action=\"recherche-2/\""));
}
