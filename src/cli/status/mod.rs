//! `jalon status`: how far the plans are, told in the terminal; nothing is published.

mod data;
mod look;
mod text;
pub mod width;
mod words;

use std::collections::BTreeSet;

use clap::{Arg, ArgAction, ArgMatches};

use crate::cli::Ending;
use crate::cli::arguments::Common;
use crate::cli::build::{build_day, is_too_much, site_folder};
use crate::cli::plans;
use crate::cli::report::{self, Reporter};
use crate::cli::trouble::Trouble;
use crate::cli::words::{Help, problems_in_content};
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Noted, Severity};
use crate::disk;
use crate::lang::Lang;
use crate::pipeline::{self, Drafts, Inputs};
use crate::theme::Theme;
use text::{Teller, Trait};

/// The name of the command.
pub const NAME: &str = "status";

/// What `jalon status` was asked.
#[derive(Debug)]
pub struct Options {
    pub lists: BTreeSet<List>,
    pub responsible: Option<String>,
    pub plan: Option<String>,
    pub form: Form,
    pub drafts: Drafts,
    pub today: Option<Date>,
}

/// The actions that are told one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    Late,
    Coming,
}

/// For whom the answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    People,
    Json,
}

/// The options of `jalon status`, in the language of the help.
pub fn command(help: &'static Help) -> clap::Command {
    let option = |name: &'static str, words: &'static str| {
        Arg::new(name).long(name).help(words).help_heading(help.options)
    };
    let flag = |name, words| option(name, words).action(ArgAction::SetTrue);
    clap::Command::new(NAME).about(help.status).args([
        flag("late", help.late),
        flag("coming", help.coming),
        option("responsible", help.responsible).value_name(help.a_name),
        option("plan", help.plan).value_name(help.a_name),
        flag("json", help.json),
        flag("drafts", help.with_drafts),
        option("today", help.today)
            .value_name(help.a_date)
            .value_parser(|text: &str| Date::parse(text).ok_or("not a day of the calendar")),
    ])
}

/// Reads what was asked; the command line has already been checked.
pub fn options(matches: &ArgMatches) -> Options {
    let lists = [("late", List::Late), ("coming", List::Coming)];
    Options {
        lists: lists.into_iter().filter(|(name, _)| matches.get_flag(name)).map(|(_, list)| list).collect(),
        responsible: matches.get_one("responsible").cloned(),
        plan: matches.get_one("plan").cloned(),
        form: if matches.get_flag("json") { Form::Json } else { Form::People },
        drafts: if matches.get_flag("drafts") { Drafts::Included } else { Drafts::LeftOut },
        today: matches.get_one("today").copied(),
    }
}

/// Tells how far the plans are. Problems in the content are only counted: `jalon build` tells them.
pub fn run(common: &Common, options: &Options, reporter: &Reporter) -> Ending {
    match status(common, options, reporter.lang) {
        Ok(Told { text, n_errors, n_warnings }) => {
            report::page(&text);
            if n_errors + n_warnings > 0 {
                report::aside(&problems_in_content(reporter.lang, n_errors, n_warnings));
            }
            match n_errors > 0 || is_too_much(common.strictness, n_warnings) {
                true => Ending::Problems,
                false => Ending::Clean,
            }
        }
        Err(trouble) => trouble.tell(reporter),
    }
}

/// What is said, and the problems of the content it was said in spite of.
struct Told {
    text: String,
    n_errors: usize,
    n_warnings: usize,
}

fn status(common: &Common, options: &Options, lang: Lang) -> Result<Told, Trouble> {
    let Common { root, config, format: _, strictness: _ } = common;
    let Options { lists, responsible, plan, form, drafts, today } = options;
    let root = site_folder(root.as_deref(), config).map_err(Trouble::Site)?;
    let Noted { value: files, mut diagnostics } =
        disk::read::read(&root, config, &root.join("public")).map_err(Trouble::Site)?;
    let options =
        pipeline::Options { today: *today, build_day: build_day(), drafts: *drafts, base_url: None };
    let outcome = pipeline::run(&Inputs { files, options });
    diagnostics.extend(outcome.diagnostics);

    let chosen = plans::chosen(outcome.plans, plan.as_deref()).map_err(Trouble::Asked)?;
    let views = look::views(&chosen, lists, responsible.as_deref()).map_err(Trouble::Asked)?;
    let (n_errors, n_warnings) =
        (count(&diagnostics, Severity::Error), count(&diagnostics, Severity::Warning));
    let text = match form {
        Form::Json => data::json(&views, n_errors, n_warnings),
        Form::People => {
            let words = Theme::new(Vec::new()).value.words(lang.code());
            Teller { words: &words, drawn: drawn() }.tell(&views)
        }
    };
    Ok(Told { text, n_errors, n_warnings })
}

fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
}

/// How lines are drawn here: a locale that names UTF-8 shows blocks, Windows terminals as well.
#[expect(clippy::disallowed_methods, reason = "the surroundings are read here")]
fn drawn() -> Trait {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    let is_unicode =
        locale.map(|it| it.to_lowercase().replace('-', "")).is_some_and(|it| it.contains("utf8"));
    if is_unicode || cfg!(windows) { Trait::Blocks } else { Trait::Ascii }
}
