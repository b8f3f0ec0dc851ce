//! Sites in several languages: where pages are, how each knows the others, and what stands in for
//! what is not translated.
//!
//! A site is one text: each file starts with a line `=== path`.

mod addresses;
mod fallback;
mod foreign;
mod marked;
mod menus;
mod settings;
mod switch;

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};

/// The settings of a site in French and English, under a path.
pub const BILINGUAL: &str = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/asso/\"\n[languages.fr]\n[languages.en]\ntitle = \"The Lighthouse\"\n";

/// The same, where English shows what it has no version of.
pub const NOTICE: &str = "=== jalon.toml\ntitle = \"Le Phare\"\nbase_url = \"https://example.org/asso/\"\n[languages.fr]\n[languages.en]\ntitle = \"The Lighthouse\"\nfallback = \"notice\"\n";

/// A plan with a state, a timeframe, someone who answers and an entry in its log.
pub const PLAN: &str = "=== content/plans/p/index.md\n+++\ntitle = \"Le plan\"\nkind = \"plan\"\nupdated = 2026-02-01\n+++\n\n\
     ## Orientation 1 : Allumer\n\n### 1.1 Trouver l’huile\n\n\
     | No | Action | Échéancier | État | Responsable |\n|---|---|---|---|---|\n\
     | 1.1.1 | Acheter l’huile ! | Automne 2026 | En cours | Comité |\n\
     === content/plans/p/suivi.csv\ndate;action;état;note\n2026-01-10;1.1.1;En cours;Trois offres.\n";

pub fn build(site: &str) -> Outcome {
    let files: BTreeMap<String, Arc<[u8]>> = site
        .split("=== ")
        .skip(1)
        .filter_map(|file| file.split_once('\n'))
        .map(|(path, text)| (path.to_owned(), text.as_bytes().into()))
        .collect();
    let build_day = Date::new(2026, 3, 1).expect("this is a day of the calendar");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    pipeline::run(&Inputs { files, options })
}

/// The pages of a site, one a line, then what is said of it.
pub fn tree(site: &str) -> String {
    let outcome = build(site);
    // The search has a page in every language that has one: its own tests tell of it.
    let is_search =
        |path: &str| path.ends_with("recherche/index.html") || path.ends_with("search/index.html");
    let pages = outcome.files.keys().filter(|path| path.ends_with(".html") && !is_search(path)).cloned();
    pages.chain(said(&outcome)).collect::<Vec<_>>().join("\n")
}

/// What is said of a site, in French.
pub fn said(outcome: &Outcome) -> Vec<String> {
    let said = outcome.diagnostics.iter().map(|diagnostic| {
        format!("! {} {}", diagnostic.path, diagnostic.problem.message(Lang::Fr).replace('\u{a0}', "~"))
    });
    said.collect()
}

pub fn file(outcome: &Outcome, path: &str) -> String {
    let file = outcome.files.get(path).unwrap_or_else(|| panic!("{path} is not published"));
    String::from_utf8(file.bytes.to_vec()).expect("a page is text")
}

/// What a page says of its languages: its own, what robots are told, its versions, its switch.
pub fn head(outcome: &Outcome, path: &str) -> String {
    let html = file(outcome, path);
    let mut lines = Vec::new();
    for line in html.lines() {
        let line = line.replace("https://example.org/asso", "…");
        if line.starts_with("<html") || line.contains("name=\"robots\"") || line.contains("http-equiv") {
            lines.push(line);
        } else if line.contains("rel=\"canonical\"") || line.contains("rel=\"alternate\" hreflang") {
            lines.push(line.replace("<link rel=", "").replace(" href=", " "));
        } else if line.starts_with("<main") && line.contains("lang=") {
            lines.push(line);
        }
    }
    if let Some((_, switch)) = html.split_once("<ul class=\"languages\"") {
        let (switch, _) = switch.split_once("</ul>").expect("a list ends");
        lines.extend(switch.lines().skip(1).filter(|line| !line.is_empty()).map(str::to_owned));
    }
    lines.join("\n").replace('\u{a0}', "~")
}

/// Compares without the space around lines.
pub fn same(found: &str, expected: &str) {
    let trimmed = |text: &str| text.trim().lines().map(str::trim).collect::<Vec<_>>().join("\n");
    assert_eq!(trimmed(found), trimmed(expected), "\n{found}");
}
