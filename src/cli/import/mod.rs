//! `jalon import`: a paper of an office becomes a document of the site, with what it needs a human eye for.

#[cfg(feature = "import")]
mod told;
mod words;
#[cfg(feature = "import")]
mod work;

use std::path::PathBuf;

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Arg, ArgMatches};

use crate::cli::Ending;
use crate::cli::arguments::Common;
#[cfg(not(feature = "import"))]
use crate::cli::entry::Entry;
use crate::cli::kinds;
use crate::cli::report::Reporter;
use crate::cli::words::Help;
use crate::date::Date;
#[cfg(not(feature = "import"))]
use crate::diagnostic::Severity;
use crate::front_matter::WrittenKind;
use crate::lang::Lang;
use words::OfImport;

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
        option("date", words.date)
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

/// Says that this program imports nothing.
#[cfg(not(feature = "import"))]
pub fn run(_common: &Common, _options: &Options, reporter: &Reporter) -> Ending {
    reporter.problems(&[Entry::new(reporter.lang, Severity::Error, None, words::not_built())]);
    Ending::CouldNotRun
}

/// Writes the document in the site, says where, and what to look at in it.
#[cfg(feature = "import")]
pub fn run(common: &Common, options: &Options, reporter: &Reporter) -> Ending {
    work::run(common, options, reporter)
}
