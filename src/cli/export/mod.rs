//! `jalon export`: the data of plans and syntheses in a folder, without publishing the site.
//!
//! They are the files that `jalon build` publishes beside their pages, byte for byte.

mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::address::Address;
use crate::cli::Ending;
use crate::cli::arguments::Common;
use crate::cli::build::{build_day, count, is_too_much, site_folder};
use crate::cli::entry::{Desk, Entry};
use crate::cli::plans;
use crate::cli::report::{self, Reporter};
use crate::cli::trouble::Trouble;
use crate::cli::words::{Help, problems_in_content};
use crate::date::Date;
use crate::diagnostic::{Noted, Severity, Wording};
use crate::disk;
use crate::disk::error::Error;
use crate::disk::exported::{self, Others, Put, put};
use crate::export;
use crate::filled::Filled;
use crate::lang::Lang;
use crate::pipeline::{self, Drafts, Inputs, Outcome, Role};
use words::OfExport;

/// The name of the command.
pub const NAME: &str = "export";

/// Where files go when nothing is said, from the folder of the site.
const FOLDER: &str = "export";

/// What `jalon export` was asked.
#[derive(Debug)]
pub struct Options {
    /// The ends of the names of files, without their dot; all of them when there are none.
    pub formats: Vec<String>,
    /// The only plan in question.
    pub plan: Option<String>,
    pub output: Option<PathBuf>,
    pub others: Others,
    pub base_url: Option<String>,
    pub drafts: Drafts,
    pub today: Option<Date>,
}

/// How the command is used, for its help.
pub fn usage(lang: Lang) -> &'static str {
    OfExport::of(lang).usage
}

/// The options of `jalon export`, in the language of the help.
pub fn command(lang: Lang, help: &'static Help) -> clap::Command {
    let own = OfExport::of(lang);
    let option = |name: &'static str, words: &'static str| {
        Arg::new(name).long(name).help(words).help_heading(help.options)
    };
    clap::Command::new(NAME).about(own.about).args([
        option("as", own.formats)
            .value_name("FORMAT")
            .action(ArgAction::Append)
            .hide_possible_values(true)
            .ignore_case(true)
            .value_parser(PossibleValuesParser::new(formats())),
        option("plan", own.plan).value_name(help.a_name),
        option("output-dir", own.output)
            .short('o')
            .value_name(help.a_folder)
            .value_parser(value_parser!(PathBuf)),
        option("replace", own.replace).action(ArgAction::SetTrue),
        option("base-url", help.base_url).short('u').value_name(help.an_address),
        option("drafts", help.with_drafts).action(ArgAction::SetTrue),
        option("today", help.today)
            .value_name(help.a_date)
            .value_parser(|text: &str| Date::parse(text).ok_or("not a day of the calendar")),
    ])
}

/// Every format, by the end of the names of its files, each once.
fn formats() -> Vec<&'static str> {
    let mut formats = Vec::new();
    for format in export::file_names().map(end) {
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    formats
}

/// The end of a name, without its dot.
fn end(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}

/// Reads what was asked; the command line has already been checked.
pub fn options(matches: &ArgMatches) -> Options {
    let formats = matches.get_many::<String>("as").into_iter().flatten();
    Options {
        formats: formats.map(|format| format.to_lowercase()).collect(),
        plan: matches.get_one("plan").cloned(),
        output: matches.get_one("output-dir").cloned(),
        others: if matches.get_flag("replace") { Others::Replaced } else { Others::Kept },
        base_url: matches.get_one("base-url").cloned(),
        drafts: if matches.get_flag("drafts") { Drafts::Included } else { Drafts::LeftOut },
        today: matches.get_one("today").copied(),
    }
}

/// Writes the data of plans and syntheses. What is wrong in the content stops it, as it stops `jalon build`; what
/// is only worth a look is counted.
pub fn run(common: &Common, options: &Options, reporter: &Reporter) -> Ending {
    match export(common, options, reporter) {
        Ok(ending) => ending,
        Err(trouble) => trouble.tell(reporter),
    }
}

fn export(common: &Common, options: &Options, reporter: &Reporter) -> Result<Ending, Trouble> {
    let Common { root, config, format: _, strictness } = common;
    let root = site_folder(root.as_deref(), config)?;
    let output = options.output.clone().unwrap_or_else(|| root.join(FOLDER));
    disk::check_output(&root, &output)?;
    if exported::is_in_website(&output, &root.join("public"))? {
        return Err(Trouble::Asked(words::in_website(&output.display().to_string())));
    }
    let Noted { value: files, mut diagnostics } = disk::read::read(&root, config, &root.join("public"))?;
    let inputs = Inputs { files, options: options.for_pipeline() };
    let mut outcome = pipeline::run(&inputs);
    diagnostics.append(&mut outcome.diagnostics);
    let desk = Desk { lang: reporter.lang, root: &root, config, files: &inputs.files, others: None };
    let entries = desk.entries(diagnostics);
    let n_errors = count(&entries, Severity::Error);
    let n_warnings = count(&entries, Severity::Warning);
    if n_errors > 0 || is_too_much(*strictness, n_warnings) {
        reporter.problems(&entries);
        reporter.last_line(&words::nothing_exported(reporter.lang, n_errors, n_warnings));
        return Ok(Ending::Problems);
    }
    let n_drafts = outcome.n_drafts;
    let exported = wanted(&outcome, options).map_err(Trouble::Asked)?;
    if exported.is_empty() {
        return Err(Trouble::Asked(words::nothing_to_export(n_drafts, !options.formats.is_empty())));
    }
    let ending = write(&output, &exported, options.others, reporter)?;
    if n_warnings > 0 {
        report::aside(&problems_in_content(reporter.lang, 0, n_warnings));
    }
    Ok(ending)
}

fn write(
    output: &Path,
    files: &BTreeMap<&str, &[u8]>,
    others: Others,
    reporter: &Reporter,
) -> Result<Ending, Error> {
    match put(output, files, others)? {
        Put::Written { n } => {
            let shown = |path: &&str| format!("{}\n", output.join(path).display());
            report::page(&files.keys().map(shown).collect::<String>());
            reporter.last_line(&words::exported(reporter.lang, files.len(), n));
            Ok(Ending::Clean)
        }
        Put::InTheWay { paths } => {
            let entry = |path: &String| {
                let shown = output.join(path).display().to_string();
                Entry::new(reporter.lang, Severity::Error, Some(shown), words::in_the_way())
            };
            reporter.problems(&paths.iter().map(entry).collect::<Vec<_>>());
            Ok(Ending::CouldNotRun)
        }
    }
}

/// The files asked for, by published path.
fn wanted<'o>(outcome: &'o Outcome, options: &Options) -> Result<BTreeMap<&'o str, &'o [u8]>, Wording> {
    let Options { formats, plan, .. } = options;
    let plans = match plan {
        Some(asked) => Some(plans::chosen(outcome.plans.clone(), Some(asked))?),
        None => None,
    };
    let of_plans = plans.map(|plans| {
        let entries = plans.iter().flat_map(|plan| plan.translations.iter().chain([&plan.entry]));
        let addresses = entries.map(|entry| &entry.address);
        let paths = |address: &'_ Address| {
            export::file_names().map(|name| address.beside(name).output()).collect::<Vec<_>>()
        };
        addresses.flat_map(paths).collect::<Vec<String>>()
    });
    let is_wanted = |path: &str, role: Role| {
        let name = path.rsplit('/').next().unwrap_or_default();
        let is_data = role == Role::Data && export::file_names().any(|known| known == name);
        is_data
            && (formats.is_empty() || formats.iter().any(|format| format == end(name)))
            && of_plans.as_ref().is_none_or(|paths| paths.iter().any(|known| known == path))
    };
    let files = outcome.files.iter().filter(|(path, file)| is_wanted(path, file.role));
    Ok(files.map(|(path, file)| (path.as_str(), file.bytes.as_ref())).filled())
}

impl Options {
    fn for_pipeline(&self) -> pipeline::Options {
        let Options { base_url, drafts, today, .. } = self;
        pipeline::Options {
            today: *today,
            build_day: build_day(),
            drafts: *drafts,
            base_url: base_url.clone(),
        }
    }
}
