//! `jalon init` and `jalon new`: what they give builds without a word, and nothing is ever overwritten.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

mod actions;
mod documents;
mod program;
mod samples;

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};

/// The files of a site as the pipeline takes them.
type Files = BTreeMap<String, Arc<[u8]>>;

fn build(files: &Files, day: Date, drafts: Drafts) -> Outcome {
    let options = Options { today: None, build_day: day, drafts, base_url: None };
    pipeline::run(&Inputs { files: files.clone(), options })
}

/// What is said of a site, one line each.
fn said(outcome: &Outcome) -> Vec<String> {
    let said = outcome.diagnostics.iter();
    said.map(|it| format!("{}: {}", it.path, it.problem.message(Lang::En))).collect()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}
