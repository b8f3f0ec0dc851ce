//! `jalon i18n`: what is translated, what has changed since, and what is still to translate.

mod change;
mod data;
mod look;
mod refusals;
mod text;
mod words;

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::cli::Ending;
use crate::cli::arguments::{Common, Strictness};
use crate::cli::build::site_folder;
use crate::cli::report::{self, Reporter};
use crate::cli::trouble::Trouble;
use crate::cli::words::Help;
use crate::config::{self, CONFIG, Config};
use crate::decode;
use crate::diagnostic::{Noted, Severity};
use crate::disk;
use crate::disk::read::Files;
use crate::document_path::is_document;
use crate::pipeline::Drafts;
use crate::source::Source;
use crate::translations::survey::{self, Followed};

/// The name of the command.
pub const NAME: &str = "i18n";

/// What `jalon i18n` was asked.
#[derive(Debug)]
pub struct Options {
    pub task: Task,
    /// Documents or folders, as typed; all of them when there are none.
    pub files: Vec<String>,
    /// The code of the only language in question.
    pub language: Option<String>,
    pub detail: Detail,
    pub form: Form,
    /// The share of units that must be up to date, in percent.
    pub threshold: Option<usize>,
    /// Units, by key, when only some are marked.
    pub units: Vec<String>,
    pub drafts: Drafts,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    Tell,
    /// Record in translations what they were translated from.
    Mark,
    /// Make translations to fill in, in the language of this code.
    Stub(String),
}

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// A line for each document.
    Documents,
    /// Also the documents that have no translation.
    AllDocuments,
    /// Each unit that is not up to date.
    Units,
}

/// For whom the answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    People,
    Json,
}

/// The options of `jalon i18n`, in the language of the help.
pub fn command(help: &'static Help) -> clap::Command {
    let option = |name: &'static str, words: &'static str| {
        Arg::new(name).long(name).help(words).help_heading(help.options)
    };
    let flag = |name, words| option(name, words).action(ArgAction::SetTrue);
    clap::Command::new(NAME).about(help.i18n).args([
        Arg::new("files")
            .value_name(help.a_file)
            .num_args(0..)
            .help(help.i18n_files)
            .help_heading(help.arguments),
        flag("details", help.i18n_details),
        flag("all", help.i18n_all),
        option("language", help.i18n_language).value_name(help.a_code),
        option("threshold", help.threshold)
            .value_name(help.a_percentage)
            .value_parser(value_parser!(u8).range(0..=100)),
        flag("mark", help.mark),
        option("unit", help.unit).value_name(help.a_key).action(ArgAction::Append),
        option("stub", help.stub).value_name(help.a_code),
        flag("json", help.json),
        flag("drafts", help.with_drafts),
    ])
}

/// Reads what was asked; the command line has already been checked.
pub fn options(matches: &ArgMatches) -> Options {
    let many =
        |name| matches.get_many::<String>(name).map(|words| words.cloned().collect()).unwrap_or_default();
    // Making and marking at once is no use: what is made is not translated yet.
    let task = match (matches.get_one::<String>("stub"), matches.get_flag("mark")) {
        (Some(language), _) => Task::Stub(language.clone()),
        (None, true) => Task::Mark,
        (None, false) => Task::Tell,
    };
    let files: Vec<String> = many("files");
    let detail = match (matches.get_flag("details") || !files.is_empty(), matches.get_flag("all")) {
        (true, _) => Detail::Units,
        (false, true) => Detail::AllDocuments,
        (false, false) => Detail::Documents,
    };
    Options {
        task,
        files,
        language: matches.get_one("language").cloned(),
        detail,
        form: if matches.get_flag("json") { Form::Json } else { Form::People },
        threshold: matches.get_one::<u8>("threshold").copied().map(usize::from),
        units: many("unit"),
        drafts: if matches.get_flag("drafts") { Drafts::Included } else { Drafts::LeftOut },
    }
}

/// Tells, marks or makes translations; everything worth telling goes through the reporter.
pub fn run(common: &Common, options: &Options, reporter: &Reporter) -> Ending {
    let told = apart(options).and_then(|()| desk(common, options)).and_then(|desk| match &options.task {
        Task::Tell => tell(&desk, options, common.strictness, reporter),
        Task::Mark => change::mark(&desk, options, reporter),
        Task::Stub(language) => change::stub(&desk, options, language, reporter),
    });
    match told {
        Ok(ending) => ending,
        Err(trouble) => trouble.tell(reporter),
    }
}

/// Refuses what cannot be asked at once.
fn apart(options: &Options) -> Result<(), Trouble> {
    let changes = options.task != Task::Tell;
    let wording = match (changes, &options.form, options.threshold, options.units.is_empty()) {
        (true, Form::Json, _, _) => refusals::not_together("--json"),
        (true, _, Some(_), _) => refusals::not_together("--threshold"),
        (_, _, _, false) if options.task != Task::Mark => refusals::unit_without_mark(),
        (true | false, Form::People | Form::Json, Some(_) | None, true | false) => return Ok(()),
    };
    Err(Trouble::Asked(wording))
}

/// A site whose translations are looked at.
struct Desk {
    root: PathBuf,
    config: Config,
    files: Files,
    followed: Vec<Followed>,
    n_errors: usize,
}

fn desk(common: &Common, options: &Options) -> Result<Desk, Trouble> {
    let Common { root, config, format: _, strictness: _ } = common;
    let root = site_folder(root.as_deref(), config).map_err(Trouble::Site)?;
    let Noted { value: mut files, mut diagnostics } =
        disk::read::read(&root, config, &root.join("public")).map_err(Trouble::Site)?;
    let settings = match files.get(CONFIG) {
        Some(bytes) => decode::source(CONFIG, bytes, &mut diagnostics),
        None => Source::new(CONFIG, ""),
    };
    let Noted { value: config, diagnostics: of_settings } = config::read(&settings);
    diagnostics.extend(of_settings);
    files.retain(|path, _| is_document(path));
    let mut followed = survey::of_site(&files, &config, &mut diagnostics);
    if options.drafts == Drafts::LeftOut && options.files.is_empty() {
        followed.retain(|followed| followed.source.as_ref().is_none_or(|source| !source.is_draft));
    }
    let n_errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    Ok(Desk { root, config, files, followed, n_errors })
}

fn tell(
    desk: &Desk,
    options: &Options,
    strictness: Strictness,
    reporter: &Reporter,
) -> Result<Ending, Trouble> {
    let view = look::view(desk, options).map_err(Trouble::Asked)?;
    report::page(&match options.form {
        Form::People => text::tell(&view, options.detail, reporter.lang),
        Form::Json => data::json(&view, desk.n_errors),
    });
    if desk.n_errors > 0 {
        report::aside(&words::errors(reporter.lang, desk.n_errors));
    }
    let threshold = match strictness {
        Strictness::Strict => Some(100),
        Strictness::Usual => options.threshold,
    };
    let below: Vec<&look::OfLanguage<'_>> = view
        .languages
        .iter()
        .filter(|it| it.counts.percent_done().zip(threshold).is_some_and(|(done, least)| done < least))
        .collect();
    for (language, least) in below.iter().zip(threshold.into_iter().cycle()) {
        report::aside(&words::below(reporter.lang, language, least));
    }
    Ok(if below.is_empty() && desk.n_errors == 0 { Ending::Clean } else { Ending::Problems })
}
