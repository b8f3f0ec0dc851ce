//! The work of `jalon import`: reads a paper, writes its document in the site, and looks at it as a build would.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Options;
use super::told::{Choice, PlanRead, Told};
use crate::cli::Ending;
use crate::cli::arguments::Common;
use crate::cli::build::{build_day, count, is_too_much, site_folder, stopped};
use crate::cli::entry::{Desk, Entry};
use crate::cli::report::Reporter;
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Noted, Severity};
use crate::disk;
use crate::disk::error::Error;
use crate::disk::read::Files;
use crate::import::refusal::Refusal;
use crate::import::{self, Imported, Wish};
use crate::pipeline::{self, DatedPlan, Drafts, Inputs, Outcome};

/// Writes the document in the site, says where, and what to look at in it.
pub fn run(common: &Common, options: &Options, reporter: &Reporter) -> Ending {
    match import(common, options, reporter) {
        Ok(ending) => ending,
        Err(Trouble::Site(error)) => stopped(reporter, error),
        Err(Trouble::Paper(refusal)) => {
            // What was asked may be at fault, rather than what the paper holds.
            let is_of_paper = !matches!(refusal, Refusal::Asked(_));
            let path = is_of_paper.then(|| options.paper.display().to_string());
            reporter.problems(&[Entry::new(reporter.lang, Severity::Error, path, refusal.wording())]);
            Ending::CouldNotRun
        }
    }
}

/// What keeps a document from being made.
enum Trouble {
    Site(Error),
    Paper(Refusal),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Trouble {
        Trouble::Site(error)
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Trouble {
        Trouble::Paper(refusal)
    }
}

fn import(common: &Common, options: &Options, reporter: &Reporter) -> Result<Ending, Trouble> {
    let Common { root, config, format: _, strictness } = common;
    let bytes = disk::paper::read(&options.paper)?;
    let root = site_folder(root.as_deref(), config)?;
    let Noted { value: mut files, diagnostics: _ } = disk::read::read(&root, config, &root.join("public"))?;
    let today = build_day();
    let Imported { kind, path, text, mut pictures, mut remarks } =
        import::import(&options.wish(today), &bytes, &files)?;
    let text = text.into_bytes();
    let document: Arc<[u8]> = text.as_slice().into();
    let made = {
        pictures.insert(path.clone(), text);
        pictures
    };
    disk::create::together(&root, &made)?;
    reporter.last_line(&root.join(&path).display().to_string());

    let sources = Files::from([(path.clone(), document)]);
    files.extend(made.into_iter().map(|(path, bytes)| (path, bytes.into())));
    let Looked { diagnostics, plan } = looked(files, &path, today);
    remarks.extend(diagnostics);
    let desk = Desk { lang: reporter.lang, root: &root, config, files: &sources, others: None };
    let entries = desk.entries(remarks);
    reporter.problems(&entries);
    let n_errors = count(&entries, Severity::Error);
    let n_warnings = count(&entries, Severity::Warning);
    let choice = if options.kind.is_some() { Choice::Asked } else { Choice::Guessed };
    for line in (Told { kind, choice, plan, n_errors, n_warnings }).lines(reporter.lang) {
        reporter.last_line(&line);
    }
    Ok(match n_errors > 0 || is_too_much(*strictness, n_warnings) {
        true => Ending::Problems,
        false => Ending::Clean,
    })
}

/// What `jalon build --drafts` makes of the new document.
struct Looked {
    diagnostics: Vec<Diagnostic>,
    /// None for another kind than a plan, and for the translation of one.
    plan: Option<PlanRead>,
}

fn looked(files: BTreeMap<String, Arc<[u8]>>, path: &str, build_day: Date) -> Looked {
    let options = pipeline::Options { today: None, build_day, drafts: Drafts::Included, base_url: None };
    // The pages are let go of as they are made: only what is said of the document is asked.
    let Outcome { mut diagnostics, plans, .. } = pipeline::run_into(Inputs { files, options }, &|_, _| ());
    diagnostics.retain(|diagnostic| diagnostic.path == path);
    let is_it = |plan: &&DatedPlan| plan.entry.document.as_ref().is_some_and(|it| it.path == path);
    let plan = plans.iter().find(is_it).and_then(|plan| plan.entry.plan());
    let plan = plan.map(|plan| PlanRead {
        n_orientations: plan.orientations().count(),
        n_actions: plan.actions().count(),
    });
    Looked { diagnostics, plan }
}

impl Options {
    fn wish(&self, today: Date) -> Wish {
        let Options { paper, kind, title, language, date } = self;
        let name = paper.file_name().map(|name| name.to_string_lossy().into_owned());
        Wish {
            name: name.unwrap_or_default(),
            kind: *kind,
            title: title.clone(),
            language: language.clone(),
            date: *date,
            today,
        }
    }
}
