//! `jalon new`: one more document, a skeleton in the file where it belongs; or one more action, a row in its plan.

mod words;

use std::ffi::OsString;

use clap::{Arg, ArgMatches};

use crate::cli::Ending;
use crate::cli::arguments::Common;
use crate::cli::build::{build_day, site_folder};
use crate::cli::kinds::{self, Kind};
use crate::cli::report::Reporter;
use crate::cli::trouble::Trouble;
use crate::cli::words::Help;
use crate::date::Date;
use crate::diagnostic::Noted;
use crate::disk;
use crate::lang::Lang;
use crate::starter::action::line::Form;
use crate::starter::action::{self, Added};
use crate::starter::document::{self, Draft};
use crate::starter::fault::Fault;

/// The name of the command.
pub const NAME: &str = "new";

/// What `jalon new` was asked.
#[derive(Debug)]
pub struct Options {
    pub kind: Kind,
    pub title: String,
    pub language: Option<String>,
    pub date: Option<Date>,
    pub plan: Option<String>,
    pub under: Option<String>,
}

/// The options of `jalon new`, in the language of the help.
pub fn command(lang: Lang, help: &'static Help) -> clap::Command {
    let argument = |name: &'static str, words: &'static str| {
        Arg::new(name).required(true).help(words).help_heading(help.arguments)
    };
    let option = |name: &'static str, words: &'static str| {
        Arg::new(name).long(name).help(words).help_heading(help.options)
    };
    let of_action = words::of_action(lang);
    clap::Command::new(NAME).about(help.new).args([
        argument("kind", help.kind)
            .value_name(help.a_kind)
            .hide_possible_values(true)
            .ignore_case(true)
            .value_parser(kinds::parser(help)),
        // Several words without quotes are one title.
        argument("title", help.title_of_page).value_name(help.a_title).num_args(1..),
        option("language", help.language).value_name("fr|en"),
        option("date", help.date)
            .value_name(help.a_date)
            .value_parser(|text: &str| Date::parse(text).ok_or("not a day of the calendar")),
        option("plan", of_action.plan).value_name(of_action.a_name),
        option("under", of_action.under).value_name(of_action.a_number).aliases([
            "orientation",
            "objectif",
            "objective",
            "sous",
        ]),
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
        plan: matches.get_one("plan").cloned(),
        under: matches.get_one("under").cloned(),
    }
}

/// The kind that was typed on a line that is not whole.
pub fn kind_typed(words: &[OsString]) -> Option<&str> {
    // « plan » may be the folder of the site, before.
    let behind = words.iter().skip_while(|word| *word != NAME);
    behind.skip(1).filter_map(|word| word.to_str()).find(|word| kinds::words().any(|it| it == *word))
}

/// What was added, to be said after its place.
enum Said {
    Document,
    Action { number: String, form: Form },
}

/// Writes the document or the action in the site, and says where.
pub fn run(common: &Common, options: &Options, reporter: &Reporter) -> Ending {
    match write(common, options) {
        Ok((place, said)) => {
            reporter.last_line(&place);
            reporter.last_line(&words::said(reporter.lang, &said));
            Ending::Clean
        }
        Err(trouble) => trouble.tell(reporter),
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Trouble {
        Trouble::Asked(fault.wording())
    }
}

/// Adds what was asked; its place as a person would open it from here.
fn write(common: &Common, options: &Options) -> Result<(String, Said), Trouble> {
    let Options { kind, title, language, date, plan, under } = options;
    let of_document = [("language", language.is_some()), ("date", date.is_some())];
    let of_action = [("plan", plan.is_some()), ("under", under.is_some())];
    let given = |options: [(&'static str, bool); 2]| options.into_iter().find(|(_, is_given)| *is_given);
    let useless = match kind {
        Kind::Document(_) => given(of_action).map(|(option, _)| words::only_of_action(option)),
        Kind::Action => given(of_document).map(|(option, _)| words::not_of_action(option)),
    };
    if let Some(wording) = useless {
        return Err(Trouble::Asked(wording));
    }
    let root = site_folder(common.root.as_deref(), &common.config)?;
    let Noted { value: files, diagnostics: _ } =
        disk::read::read(&root, &common.config, &root.join("public"))?;
    match kind {
        Kind::Document(kind) => {
            let (kind, title, language) = (*kind, title.clone(), language.clone());
            let wish = document::Wish { kind, title, language, date: date.unwrap_or_else(build_day) };
            let Draft { path, text } = document::draft(&wish, &files)?;
            disk::create::file(&root, &path, text.as_bytes())?;
            Ok((root.join(path).display().to_string(), Said::Document))
        }
        Kind::Action => {
            let wish = action::Wish { title: title.clone(), plan: plan.clone(), under: under.clone() };
            let Added { path, bytes, number, form, line } = action::add(&wish, &files)?;
            let path = root.join(path);
            disk::content::replace(&path, &bytes)?;
            Ok((format!("{}:{line}", path.display()), Said::Action { number, form }))
        }
    }
}
