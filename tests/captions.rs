//! The caption of a table on the page of each kind of document: a `<caption>` where the table is
//! shown as written, a paragraph where its cells are read, never lost and never twice.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::pipeline::{self, Drafts, Inputs, Options};

/// The main part of the page of a document, with plain spaces.
fn page(name: &str, kind: &str, text: &str) -> String {
    let document = format!("+++\n{kind}title = \"Le pont\"\n+++\n{text}");
    let settings = "title = \"Table\"\nbase_url = \"https://example.org/\"\n";
    let files = [("jalon.toml", settings), (&format!("content/{name}.md"), document.as_str())];
    let files: BTreeMap<String, Arc<[u8]>> =
        files.into_iter().map(|(path, text)| (path.to_owned(), Arc::from(text.as_bytes()))).collect();
    let build_day = Date::new(2026, 3, 27).expect("a day");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    let outcome = pipeline::run(&Inputs { files, options });
    let page = &outcome
        .files
        .get(&format!("{name}/index.html"))
        .unwrap_or_else(|| panic!("{:?}", outcome.diagnostics));
    let html = std::str::from_utf8(&page.bytes).expect("a page is text");
    let main =
        html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("a main part");
    main.0.replace('\u{a0}', " ")
}

/// The caption stands once on the page, between these tags.
#[track_caller]
fn check(kind: &str, text: &str, open: &str, close: &str) {
    check_at("pont", kind, text, open, close);
}

#[track_caller]
fn check_at(name: &str, kind: &str, text: &str, open: &str, close: &str) {
    let html = page(name, kind, text);
    let caption = "Tableau 2 : ce qui traverse";
    let expected = format!("{open}{caption}{close}");
    assert!(html.contains(&expected), "{expected} in\n{html}");
    let n_said = html.replace(&format!("aria-label=\"{caption}\""), "").matches(caption).count();
    assert_eq!(n_said, 1, "{html}");
}

#[test]
fn a_table_shown_as_written_has_its_caption() {
    let table = "## Qui\n\nTableau 2 : ce qui traverse\n\n| Mois | Voyages |\n|---|---|\n| Mai | 4 |\n";
    check("", table, "<caption>", "</caption>");
    check("kind = \"mission\"\n", table, "<caption>", "</caption>");
    check("kind = \"synthesis\"\n", &table.replace("Qui", "Bloc 1"), "<caption>", "</caption>");
    check("kind = \"plan\"\n", table, "<caption>", "</caption>");
}

#[test]
fn the_caption_of_a_table_that_is_read_is_a_paragraph() {
    let actions = "## Orientation 1\n\nTableau 2 : ce qui traverse\n\n| Actions | État |\n|---|---|\n| Ramer | En cours |\n";
    check("kind = \"plan\"\n", actions, "<p>", "</p>");
    let strands = "## Bloc 1\n\nTableau 2 : ce qui traverse\n\n| Volet | Idée | Soutien |\n|---|---|---|\n| Eau | Un quai | ? |\n";
    check("kind = \"synthesis\"\n", strands, "<p>", "</p>");
    let acronyms =
        "## Sigles\n\nTableau 2 : ce qui traverse\n\n| Sigle | Sens |\n|---|---|\n| CA | Conseil |\n";
    check_at("glossaire", "", acronyms, "<p>", "</p>");
    check("", acronyms, "<caption>", "</caption>");
}

#[test]
fn a_table_without_caption_is_named_by_its_heading_or_by_the_page() {
    let table = "| Mois | Voyages |\n|---|---|\n| Mai | 4 |\n";
    for kind in ["", "kind = \"mission\"\n", "kind = \"synthesis\"\n", "kind = \"plan\"\n"] {
        let named = page("pont", kind, &format!("## L’horaire\n\n{table}"));
        assert!(named.contains("<table aria-label=\"L’horaire\">"), "{named}");
        let untitled = page("pont", kind, table);
        assert!(untitled.contains("<table aria-label=\"Le pont\">"), "{untitled}");
    }
}
