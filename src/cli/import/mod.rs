//! `jalon import`: a paper of an office becomes a document of the site, with what it needs a human eye for.

mod words;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Arg, ArgMatches};

use crate::cli::Ending;
use crate::cli::arguments::Common;
use crate::cli::build::{build_day, count, is_too_much, site_folder, stopped};
use crate::cli::entry::{Desk, Entry};
use crate::cli::kinds;
use crate::cli::report::Reporter;
use crate::cli::words::Help;
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Noted, Severity};
use crate::disk;
use crate::disk::error::Error;
use crate::disk::read::Files;
use crate::front_matter::WrittenKind;
use crate::import::refusal::Refusal;
use crate::import::{self, Imported, Wish};
use crate::lang::Lang;
use crate::pipeline::{self, DatedPlan, Drafts, Inputs, Outcome};
use words::{Choice, OfImport, PlanRead, Told};

/// The name of the command.
pub const NAME: &str = "import";

/// How the names of papers end, those included that are not read but of which something can be said.
const ENDS: [&str; 19] = [
    "csv", "doc", "docm", "docx", "htm", "html", "ods", "odt", "pages", "pdf", "rtf", "tab", "text", "tsv",
    "txt", "xhtml", "xls", "xlsm", "xlsx",
];

/// What `jalon import` was asked.
#[derive(Debug)]
pub struct Options {
    /// From the folder the person is in.
    pub paper: PathBuf,
    pub kind: Option<WrittenKind>,
    pub title: Option<String>,
    pub language: Option<String>,
    pub date: Option<Date>,
}

/// The options of `jalon import`, in the language of the help.
pub fn command(lang: Lang, help: &'static Help) -> clap::Command {
    let words = OfImport::of(lang);
    let option = |name: &'static str, words: &'static str| {
        Arg::new(name).long(name).help(words).help_heading(help.options)
    };
    clap::Command::new(NAME).about(words.about).args([
        Arg::new("file")
            .required(true)
            .value_name(help.a_file)
            .help(words.file)
            .help_heading(help.arguments)
            .value_parser(PathBufValueParser::new().try_map(|path| match path.as_os_str() == "-" {
                true => Err("a file of the disk is asked"),
                false => Ok(path),
            })),
        option("as", words.kind)
            .value_name(help.a_kind)
            .hide_possible_values(true)
            .ignore_case(true)
            .value_parser(kinds::document_parser(help)),
        option("title", words.title).value_name(help.a_title),
        option("language", help.language).value_name("fr|en"),
        option("date", help.date)
            .value_name(help.a_date)
            .value_parser(|text: &str| Date::parse(text).ok_or("not a day of the calendar")),
    ])
}

/// How the command is written.
pub fn usage(lang: Lang) -> &'static str {
    OfImport::of(lang).usage
}

/// Reads what was asked; the command line has already been checked.
pub fn options(matches: &ArgMatches) -> Options {
    Options {
        paper: matches.get_one("file").cloned().expect("clap asks for a file"),
        kind: matches.get_one("as").copied(),
        title: matches.get_one("title").cloned(),
        language: matches.get_one("language").cloned(),
        date: matches.get_one("date").copied(),
    }
}

/// Whether a word looks like the name of a paper.
pub fn is_paper(word: &str) -> bool {
    let end = word.rsplit_once('.').map(|(_, end)| end.to_lowercase());
    end.is_some_and(|end| ENDS.contains(&end.as_str()))
}

/// The line that imports a paper.
pub fn line(paper: &str) -> String {
    let is_plain = paper.chars().all(|c| c.is_alphanumeric() || "/\\:._-~".contains(c));
    if is_plain { format!("jalon {NAME} {paper}") } else { format!("jalon {NAME} \"{paper}\"") }
}

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
