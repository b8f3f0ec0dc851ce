//! The trail from words to deeds: ties between ideas and actions, and what pages and data say of them.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test reads the documents of the demonstration site, and stops at the first surprise"
)]

mod page;
mod ties;

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};

/// A plan of these rows, after the header: `action | state | note`.
pub fn plan(rows: &str) -> String {
    let rows: String = rows.lines().map(|row| format!("| {} |\n", row.trim())).collect();
    format!(
        "+++\nkind = \"plan\"\ntitle = \"Plan 2026\"\n+++\n## Orientation 1 : Bouger\n\n### 1.1 Relier les rives\n\n\
         | Actions | État d’avancement | Suite |\n|---|---|---|\n{rows}"
    )
}

/// A synthesis with this body.
pub fn synthesis(settings: &str, body: &str) -> String {
    format!(
        "+++\nkind = \"synthesis\"\ntitle = \"Atelier\"\ndate = 2025-04-10\n[synthesis]\n{settings}\n+++\n{body}"
    )
}

pub fn build(files: &[(&str, &str)]) -> Outcome {
    let settings = ("jalon.toml", "title = \"Asso\"\nbase_url = \"https://example.org/\"\n");
    build_with(&[&[settings], files].concat())
}

pub fn build_with(files: &[(&str, &str)]) -> Outcome {
    let files: BTreeMap<String, Arc<[u8]>> =
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect();
    let build_day = Date::new(2026, 1, 1).unwrap();
    pipeline::run(&Inputs {
        files,
        options: Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None },
    })
}

/// A published file as text, no-break spaces made plain.
pub fn text(outcome: &Outcome, path: &str) -> String {
    let file = outcome.files.get(path).unwrap_or_else(|| panic!("{path} is not published"));
    String::from_utf8(file.bytes.to_vec()).unwrap().replace('\u{a0}', " ")
}

/// Errors, each with its code, its words and its help.
pub fn errors(outcome: &Outcome) -> Vec<String> {
    let said = outcome.diagnostics.iter().map(|it| {
        let help = it.problem.help(Lang::En).unwrap_or_default();
        format!("{}: {} / {help}", it.problem.code(), it.problem.message(Lang::En))
    });
    said.collect()
}
