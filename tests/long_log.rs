//! A follow-up log too long for one page: nothing is lost, and every page leads to its neighbours.
#![cfg(feature = "sheets")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use jalon::date::Date;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};

const PLAN: &str = "+++\nkind = \"plan\"\ntitle = \"Le moulin\"\nupdated = 2026-06-30\n\n[plan]\nperiod = \"2025 à 2026\"\n+++\n\n\
    ## Axe 1 : La roue\n\n| Action | Échéancier |\n|---|---|\n| Réparer la roue | 2026 |\n| Ouvrir le moulin | 2026 |\n";

/// A site with that plan and a log of so many entries, each named by its note.
fn build(n_entries: usize, also: &[(&str, &str)]) -> Outcome {
    let mut log = String::from("date,action,note\n");
    let start = Date::new(2025, 1, 1).expect("a day");
    for entry in 0..n_entries {
        let day = start.plus_days(i32::try_from(entry / 4).expect("a few days"));
        writeln!(log, "{day},1.{},Note {entry}.", entry % 2 + 1).expect("a text grows");
    }
    let mut files: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    let site = [
        ("jalon.toml", "title = \"Le moulin\"\nbase_url = \"https://moulin.example.org/\"\n"),
        ("content/_index.md", "# Accueil\n"),
        ("content/plan/index.md", PLAN),
        ("content/plan/suivi.csv", log.as_str()),
    ];
    for (path, text) in site.iter().chain(also) {
        files.insert((*path).to_owned(), Arc::from(text.as_bytes()));
    }
    let build_day = Date::new(2026, 6, 30).expect("a day");
    pipeline::run(&Inputs {
        files,
        options: Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None },
    })
}

/// The pages of what changed, a line each: how many entries, and where its neighbours are.
fn pages(n_entries: usize) -> String {
    let outcome = build(n_entries, &[]);
    let mut lines = String::new();
    for (path, file) in &outcome.files {
        let Some(page) = path.strip_prefix("plan/changements/") else { continue };
        let html = std::str::from_utf8(&file.bytes).expect("a page");
        let href = |rel: &str| {
            let after = html.split_once(&format!("rel=\"{rel}\" href=\""));
            after.map_or("none", |(_, after)| after.split_once('"').expect("an address").0)
        };
        let n_shown = html.matches("<li class=\"line\">").count();
        let newest = html
            .split_once("<p class=\"note\">")
            .and_then(|(_, after)| after.split_once('<'))
            .expect("a note")
            .0;
        writeln!(
            lines,
            "{page}: {n_shown} from « {newest} », previous {}, next {}",
            href("prev"),
            href("next")
        )
        .expect("a text grows");
    }
    lines
}

#[test]
fn a_log_that_fits_stands_on_one_page() {
    insta::assert_snapshot!(pages(500), @"index.html: 500 from « Note 498. », previous none, next none");
}

#[test]
fn a_longer_log_goes_on_from_page_to_page() {
    insta::assert_snapshot!(pages(1101), @"
    index.html: 500 from « Note 1100. », previous none, next page/2/
    page/2/index.html: 500 from « Note 601. », previous ../../, next ../3/
    page/3/index.html: 101 from « Note 101. », previous ../2/, next none
    ");
}

#[test]
fn every_page_is_in_the_sitemap() {
    let outcome = build(501, &[]);
    let sitemap = std::str::from_utf8(&outcome.files["sitemap.xml"].bytes).unwrap();
    assert!(sitemap.contains("<loc>https://moulin.example.org/plan/changements/page/2/</loc>"), "{sitemap}");
}

#[test]
fn no_document_takes_the_address_of_a_page_of_the_log() {
    let also = [(
        "content/ailleurs.md",
        "+++\ntitle = \"Ailleurs\"\npath = \"plan/changements/page/2\"\n+++\n\nIci.\n",
    )];
    let codes = |n_entries: usize| -> Vec<&'static str> {
        let outcome = build(n_entries, &also);
        let codes = outcome.diagnostics.iter().map(|told| told.problem.code());
        codes.filter(|code| code.contains("address")).collect()
    };
    assert_eq!(codes(500), Vec::<&str>::new());
    assert_eq!(codes(501).len(), 1, "{:?}", codes(501));
}
