//! Acronyms: what documents explain, where pages mark them, the page of the glossary, what is told to the author.

mod explained;
mod marked;
mod site;
mod told;

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};

/// A site of a few documents, by path below `content/`.
pub fn build(settings: &str, documents: &[(&str, &str)]) -> Outcome {
    let config = format!("title = \"Table\"\nbase_url = \"https://example.org/\"\n{settings}");
    let mut files: BTreeMap<String, Arc<[u8]>> =
        BTreeMap::from([("jalon.toml".to_owned(), Arc::from(config.as_bytes()))]);
    for (path, text) in documents {
        let path = if path.ends_with(".md") { format!("content/{path}") } else { (*path).to_owned() };
        files.insert(path, Arc::from(text.as_bytes()));
    }
    let build_day = Date::new(2026, 3, 27).expect("a day");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    pipeline::run(&Inputs { files, options })
}

/// The main part of a page.
pub fn main_of(outcome: &Outcome, path: &str) -> String {
    let file = outcome.files.get(path).unwrap_or_else(|| panic!("{path}: {:?}", outcome.files.keys()));
    let html = std::str::from_utf8(&file.bytes).expect("a page is text");
    let (_, main) = html.split_once("<main").expect("a page has a main part");
    main.split("</main>").next().unwrap_or(main).to_owned()
}

/// The acronyms a page marks, in order, each with its meaning.
pub fn marks(outcome: &Outcome, path: &str) -> Vec<String> {
    let html = main_of(outcome, path);
    let marks = html.split("<abbr title=\"").skip(1).filter_map(|rest| {
        let (meaning, rest) = rest.split_once("\">")?;
        Some(format!("{} = {meaning}", rest.split("</abbr>").next()?))
    });
    marks.collect()
}
