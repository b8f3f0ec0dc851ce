//! `jalon init`: from nothing to a site that looks finished, whose texts are there to be replaced.

mod ask;
mod words;

use std::io::{IsTerminal, stdin, stdout};
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgMatches, value_parser};

use crate::cli::Ending;
use crate::cli::build::{build_day, stopped};
use crate::cli::report::{self, Reporter};
use crate::cli::words::Help;
use crate::disk;
use crate::lang::Lang;
use crate::starter::site::{self, Hosting, Sample, Wish};
use ask::Questions;

/// The name of the command.
pub const NAME: &str = "init";

/// What `jalon init` was asked; what is none may be asked of the person.
#[derive(Debug)]
pub struct Options {
    pub folder: PathBuf,
    pub title: Option<String>,
    pub lang: Option<Lang>,
    pub sample: Sample,
    pub hosting: Option<Hosting>,
}

/// The options of `jalon init`, in the language of the help.
pub fn command(help: &'static Help) -> clap::Command {
    let option = |name: &'static str, words: &'static str| {
        Arg::new(name).long(name).help(words).help_heading(help.options)
    };
    let hostings = PossibleValuesParser::new(Hosting::ALL.map(Hosting::name));
    clap::Command::new(NAME).about(help.init).args([
        Arg::new("folder")
            .required(true)
            .value_name(help.a_folder)
            .value_parser(value_parser!(PathBuf))
            .help(help.new_folder)
            .help_heading(help.arguments),
        option("title", help.title)
            .value_name(help.a_name)
            .value_parser(|text: &str| filled(text).ok_or("an empty name")),
        option("sample", help.sample)
            .value_name("full|minimal")
            .hide_possible_values(true)
            .value_parser(PossibleValuesParser::new(["full", "minimal"]).map(|name| sample_named(&name))),
        option("hosting", help.hosting)
            .value_name(help.a_host)
            .hide_possible_values(true)
            .value_parser(hostings.map(|name| hosting_named(&name))),
    ])
}

/// Reads what was asked; the command line has already been checked.
pub fn options(matches: &ArgMatches) -> Options {
    let lang = matches.get_one::<String>("lang").map(|lang| Lang::of_tag(lang));
    Options {
        folder: matches.get_one::<PathBuf>("folder").cloned().expect("clap asks for a folder"),
        title: matches.get_one("title").cloned(),
        lang,
        sample: matches.get_one("sample").copied().unwrap_or(Sample::Full),
        hosting: matches.get_one("hosting").copied(),
    }
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn sample_named(name: &str) -> Sample {
    if name == "minimal" { Sample::Minimal } else { Sample::Full }
}

fn hosting_named(name: &str) -> Hosting {
    Hosting::ALL.into_iter().find(|hosting| hosting.name() == name).unwrap_or(Hosting::None)
}

/// Makes a site in a new or empty folder. On a terminal, asks what was not said.
pub fn run(options: &Options, reporter: &Reporter) -> Ending {
    if let Err(error) = disk::create::check_folder(&options.folder) {
        return stopped(reporter, error);
    }
    let answers = match stdin().is_terminal() && stdout().is_terminal() {
        true => Questions { lang: reporter.lang, options }.ask(&mut stdin().lock(), &mut report::page),
        false => ask::unasked(reporter.lang, options),
    };
    let wish = Wish {
        title: answers.title,
        lang: answers.lang,
        sample: options.sample,
        hosting: answers.hosting,
        today: build_day(),
    };
    let files = site::files(&wish);
    if let Err(error) = disk::create::site(&options.folder, &files) {
        return stopped(reporter, error);
    }
    reporter.last_line(&words::site_made(reporter.lang, &shown(&options.folder), files.len()));
    reporter.last_line(&words::next(reporter.lang, &options.folder));
    Ending::Clean
}

/// A folder as people write it: with a final `/`.
fn shown(folder: &Path) -> String {
    let shown = folder.display().to_string();
    if shown.ends_with('/') { shown } else { format!("{shown}/") }
}
