//! `jalon theme`: which files make the look of the site, and how to take one in hand.

mod eject;
mod find;
mod list;
mod refusals;
mod words;

use std::path::PathBuf;

use clap::{Arg, ArgMatches};

use crate::cli::Ending;
use crate::cli::arguments::Common;
use crate::cli::build::{site_folder, stopped};
use crate::cli::entry::Entry;
use crate::cli::report::{self, Reporter};
use crate::config::{self, CONFIG, Config};
use crate::decode;
use crate::diagnostic::{Severity, Wording};
use crate::disk;
use crate::disk::error::Error;
use crate::disk::read::Files;
use crate::lang::Lang;
use crate::pipeline;
use crate::source::Source;
use crate::theme::pieces::{self, Pieces};
use words::Help;

/// The name of the command.
pub const NAME: &str = "theme";

const LIST: &str = "list";
const EJECT: &str = "eject";

/// What `jalon theme` was asked.
#[derive(Debug)]
pub enum Options {
    List,
    /// Copy these files of the theme, by their short or full names, into the site.
    EjectFiles(Vec<String>),
    /// Copy the whole theme into `themes/`, under this name or one of ours.
    EjectAll(Option<String>),
    /// Files and a name for a whole theme: one or the other.
    Both,
}

/// The command and its own two, in the language of the help; `worded` lays each of them out.
pub fn command(lang: Lang, worded: impl Fn(clap::Command, &'static str) -> clap::Command) -> clap::Command {
    let help = Help::of(lang);
    let list = clap::Command::new(LIST).about(help.list);
    let eject = clap::Command::new(EJECT).about(help.eject).args([
        Arg::new("files").value_name(help.a_file).num_args(0..).help(help.files).help_heading(help.arguments),
        Arg::new("name").long("name").value_name(help.a_name).help(help.name).help_heading(help.options),
    ]);
    clap::Command::new(NAME)
        .about(help.theme)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_help_heading(help.commands)
        .subcommand(worded(list, help.list_usage))
        .subcommand(worded(eject, help.eject_usage))
}

/// How the command is written.
pub fn usage(lang: Lang) -> &'static str {
    Help::of(lang).usage
}

/// Reads what was asked; the command line has already been checked.
pub fn options(matches: &ArgMatches) -> Options {
    let Some((EJECT, matches)) = matches.subcommand() else { return Options::List };
    let files: Vec<String> = matches.get_many("files").map(|it| it.cloned().collect()).unwrap_or_default();
    match (files.is_empty(), matches.get_one::<String>("name").cloned()) {
        (true, name) => Options::EjectAll(name),
        (false, None) => Options::EjectFiles(files),
        (false, Some(_)) => Options::Both,
    }
}

/// Tells of the theme, or copies from it.
pub fn run(common: &Common, options: &Options, reporter: &Reporter) -> Ending {
    let told = desk(common).and_then(|desk| match options {
        Options::List => Ok(list::tell(&desk, reporter.lang)),
        Options::EjectFiles(names) => eject::files(&desk, names, reporter.lang),
        Options::EjectAll(name) => eject::all(&desk, name.as_deref(), reporter.lang),
        Options::Both => Err(Trouble::Asked(vec![refusals::name_with_files()])),
    });
    match told {
        Ok(text) => {
            report::page(&text);
            Ending::Clean
        }
        Err(Trouble::Site(error)) => stopped(reporter, error),
        Err(Trouble::Asked(wordings)) => {
            let entry = |wording| Entry::new(reporter.lang, Severity::Error, None, wording);
            reporter.problems(&wordings.into_iter().map(entry).collect::<Vec<_>>());
            Ending::CouldNotRun
        }
    }
}

/// What keeps the command from its work.
enum Trouble {
    Site(Error),
    /// Names that mean nothing, or what must not be written over.
    Asked(Vec<Wording>),
}

/// A site whose theme is looked at.
struct Desk {
    root: PathBuf,
    files: Files,
    /// Without what is wrong in them: `jalon build` tells it.
    config: Config,
    settings: Source,
    pieces: Pieces,
}

fn desk(common: &Common) -> Result<Desk, Trouble> {
    let Common { root, config, format: _, strictness: _ } = common;
    let root = site_folder(root.as_deref(), config).map_err(Trouble::Site)?;
    let files = disk::read::read(&root, config, &root.join("public")).map_err(Trouble::Site)?.value;
    let settings = match files.get(CONFIG) {
        Some(bytes) => decode::source(CONFIG, bytes, &mut Vec::new()),
        None => Source::new(CONFIG, ""),
    };
    let config = config::read(&settings).value;
    let pieces = pieces::pieces(pipeline::theme_layers(&files, config.look.name.as_ref()));
    Ok(Desk { root, files, config, settings, pieces })
}
