//! Translations of plans: words from the translation, everything else from the source.

#![expect(clippy::unwrap_used, reason = "the tests stop at the first surprise")]

mod guide;
mod laid;
mod site;
mod told;

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};

/// The settings of a site in French and in English.
pub const SETTINGS: &str = "title = \"Asso\"\nbase_url = \"https://example.org/\"\n[languages.fr]\n[languages.en]\ntitle = \"Club\"\n";

/// A plan with these lines in its header, and this body.
pub fn plan(settings: &str, body: &str) -> String {
    format!("+++\nkind = \"plan\"\n{settings}\n+++\n{body}")
}

/// A site of these files and of the settings.
pub fn build(files: &[(&str, &str)]) -> Outcome {
    let files = [&[("jalon.toml", SETTINGS)], files].concat();
    let files: BTreeMap<String, Arc<[u8]>> =
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect();
    let build_day = Date::new(2026, 1, 1).unwrap();
    pipeline::run(&Inputs {
        files,
        options: Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None },
    })
}

/// A site of a French plan and its English translation.
pub fn both(fr: &str, en: &str) -> Outcome {
    let (fr, en) = (plan("title = \"Plan\"\nupdated = 2025-10-01", fr), plan("title = \"Our plan\"", en));
    build(&[("content/plan/index.md", &fr), ("content/plan/index.en.md", &en)])
}

/// A published file as text, no-break spaces made plain.
pub fn text(outcome: &Outcome, path: &str) -> String {
    let file = outcome.files.get(path).unwrap_or_else(|| panic!("{path} is not published"));
    String::from_utf8(file.bytes.to_vec()).unwrap().replace('\u{a0}', " ")
}

/// What is told of one of the files, with its line.
pub fn told(outcome: &Outcome, path: &str, source: &str) -> Vec<String> {
    let of_file = outcome.diagnostics.iter().filter(|it| it.path == path);
    let said = of_file.map(|it| {
        let line = it.span.map_or(0, |span| jalon::source::line_and_column(source, span.start).0);
        format!("{line}: {}: {}", it.problem.code(), it.problem.message(Lang::En))
    });
    said.collect()
}
