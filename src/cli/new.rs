//! `jalon new`: one more document, a skeleton in the file where it belongs.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgMatches};

use crate::cli::Ending;
use crate::cli::arguments::Common;
use crate::cli::build::{build_day, site_folder, stopped};
use crate::cli::entry::Entry;
use crate::cli::report::Reporter;
use crate::cli::words::Help;
use crate::date::Date;
use crate::diagnostic::{Noted, Severity};
use crate::disk;
use crate::disk::error::Error;
use crate::front_matter::WrittenKind;
use crate::lang::Lang;
use crate::starter::document::{self, Draft, Wish};
use crate::starter::fault::Fault;

/// The name of the command.
pub const NAME: &str = "new";

/// Each kind with every word that asks for it, in either language.
const KINDS: [(WrittenKind, &[&str]); 5] = [
    (WrittenKind::Plan, &["plan"]),
    (WrittenKind::Synthesis, &["synthesis", "synthèse", "synthese", "atelier", "workshop", "summary"]),
    (WrittenKind::Mission, &["mission"]),
    (WrittenKind::News, &["news", "nouvelle", "actualité", "actualite"]),
    (WrittenKind::Page, &["page"]),
];

/// What `jalon new` was asked.
#[derive(Debug)]
pub struct Options {
    pub kind: WrittenKind,
    pub title: String,
    pub language: Option<String>,
    pub date: Option<Date>,
}

/// The options of `jalon new`, in the language of the help.
pub fn command(help: &'static Help) -> clap::Command {
    let argument = |name: &'static str, words: &'static str| {
        Arg::new(name).required(true).help(words).help_heading(help.arguments)
    };
    let option = |name: &'static str, words: &'static str| {
        Arg::new(name).long(name).help(words).help_heading(help.options)
    };
    let names = help.kinds.into_iter().zip(KINDS);
    let kinds = names.map(|(name, (_, words))| PossibleValue::new(name).aliases(words));
    clap::Command::new(NAME).about(help.new).args([
        argument("kind", help.kind)
            .value_name(help.a_kind)
            .hide_possible_values(true)
            .ignore_case(true)
            .value_parser(PossibleValuesParser::new(kinds).map(|word| kind_named(&word))),
        // Several words without quotes are one title.
        argument("title", help.title_of_page).value_name(help.a_title).num_args(1..),
        option("language", help.language).value_name("fr|en"),
        option("date", help.date)
            .value_name(help.a_date)
            .value_parser(|text: &str| Date::parse(text).ok_or("not a day of the calendar")),
    ])
}

/// Reads what was asked; the command line has already been checked.
pub fn options(matches: &ArgMatches) -> Options {
    let title: Vec<&str> =
        matches.get_many::<String>("title").into_iter().flatten().map(String::as_str).collect();
    Options {
        kind: matches.get_one("kind").copied().expect("clap asks for a kind"),
        title: title.join(" "),
        language: matches.get_one("language").cloned(),
        date: matches.get_one("date").copied(),
    }
}

fn kind_named(word: &str) -> WrittenKind {
    let word = word.to_lowercase();
    let found = KINDS.iter().find(|(_, words)| words.contains(&word.as_str()));
    found.map_or(WrittenKind::Page, |(kind, _)| *kind)
}

/// Writes the document in the site, and says where.
pub fn run(common: &Common, options: &Options, reporter: &Reporter) -> Ending {
    match write(common, options) {
        Ok(path) => {
            reporter.last_line(&path);
            reporter.last_line(next(reporter.lang));
            Ending::Clean
        }
        Err(Trouble::Site(error)) => stopped(reporter, error),
        Err(Trouble::Asked(fault)) => {
            let entry = Entry::new(reporter.lang, Severity::Error, None, fault.wording());
            reporter.problems(&[entry]);
            Ending::CouldNotRun
        }
    }
}

/// What keeps a document from being added.
enum Trouble {
    Site(Error),
    Asked(Fault),
}

/// Adds the document; its path as a person would open it from here.
fn write(common: &Common, options: &Options) -> Result<String, Trouble> {
    let Options { kind, title, language, date } = options;
    let root = site_folder(common.root.as_deref(), &common.config).map_err(Trouble::Site)?;
    let Noted { value: files, diagnostics: _ } =
        disk::read::read(&root, &common.config, &root.join("public")).map_err(Trouble::Site)?;
    let wish = Wish {
        kind: *kind,
        title: title.clone(),
        language: language.clone(),
        date: date.unwrap_or_else(build_day),
    };
    let Draft { path, text } = document::draft(&wish, &files).map_err(Trouble::Asked)?;
    disk::create::file(&root, &path, &text).map_err(Trouble::Site)?;
    Ok(root.join(path).display().to_string())
}

fn next(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => {
            "c’est un brouillon : écrivez-y votre texte, voyez-le avec `jalon serve --drafts`, puis enlevez la ligne `draft = true` pour le publier"
        }
        Lang::En => {
            "it is a draft: write your text in it, see it with `jalon serve --drafts`, then remove the line `draft = true` to publish it"
        }
    }
}
