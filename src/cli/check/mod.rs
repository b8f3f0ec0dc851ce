//! `jalon check`: what `build` knows, and every page as visitors will have it; writes nothing.

#[cfg(feature = "external")]
mod away;
mod words;

use std::collections::BTreeMap;

use clap::{Arg, ArgAction, ArgMatches};

use crate::check::pages::{self, Checked, Website};
use crate::cli::Ending;
use crate::cli::arguments::Common;
use crate::cli::build::{build_day, count, is_too_much, site_folder, stopped};
use crate::cli::entry::{Desk, Entry};
use crate::cli::report::Reporter;
use crate::cli::words::Help;
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Noted, Severity};
use crate::disk;
use crate::disk::error::Error;
use crate::filled::Filled;
use crate::lang::Lang;
use crate::pipeline::{self, Drafts, Inputs};
use words::{Followed, Subject, Summary};

/// The name of the command.
pub const NAME: &str = "check";

/// What `jalon check` was asked.
#[derive(Debug)]
pub struct Options {
    pub base_url: Option<String>,
    pub drafts: Drafts,
    pub today: Option<Date>,
    pub away: AwayLinks,
}

/// What is done with links to other sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AwayLinks {
    LeftAlone,
    #[cfg(feature = "external")]
    Followed,
}

/// The options of `jalon check`, in the language of the help.
pub fn command(lang: Lang, help: &'static Help) -> clap::Command {
    let option = |name: &'static str, words: &'static str| {
        Arg::new(name).long(name).help(words).help_heading(help.options)
    };
    let command = clap::Command::new(NAME).about(help.check).args([
        option("base-url", help.base_url).short('u').value_name(help.an_address),
        option("drafts", help.with_drafts).action(ArgAction::SetTrue),
        option("today", help.today)
            .value_name(help.a_date)
            .value_parser(|text: &str| Date::parse(text).ok_or("not a day of the calendar")),
    ]);
    with_away_links(command, lang, help)
}

#[cfg(feature = "external")]
fn with_away_links(command: clap::Command, lang: Lang, help: &'static Help) -> clap::Command {
    let external = Arg::new("external").long("external").action(ArgAction::SetTrue);
    command.arg(external.help(words::external(lang)).help_heading(help.options))
}

#[cfg(not(feature = "external"))]
fn with_away_links(command: clap::Command, _: Lang, _: &'static Help) -> clap::Command {
    command
}

/// Reads what was asked; the command line has already been checked.
pub fn options(matches: &ArgMatches) -> Options {
    Options {
        base_url: matches.get_one("base-url").cloned(),
        drafts: if matches.get_flag("drafts") { Drafts::Included } else { Drafts::LeftOut },
        today: matches.get_one("today").copied(),
        away: away_links(matches),
    }
}

#[cfg(feature = "external")]
fn away_links(matches: &ArgMatches) -> AwayLinks {
    if matches.get_flag("external") { AwayLinks::Followed } else { AwayLinks::LeftAlone }
}

#[cfg(not(feature = "external"))]
fn away_links(_: &ArgMatches) -> AwayLinks {
    AwayLinks::LeftAlone
}

/// Checks a site; everything worth telling goes through the reporter.
pub fn run(common: &Common, options: &Options, reporter: &Reporter) -> Ending {
    match check(common, options, reporter) {
        Ok(ending) => ending,
        Err(error) => stopped(reporter, error),
    }
}

fn check(common: &Common, options: &Options, reporter: &Reporter) -> Result<Ending, Error> {
    let Common { root, config, format: _, strictness } = common;
    let Options { base_url, drafts, today, away } = options;
    let root = site_folder(root.as_deref(), config)?;
    let Noted { value: files, mut diagnostics } = disk::read::read(&root, config, &root.join("public"))?;
    let today_here = build_day();
    let options = pipeline::Options {
        today: *today,
        build_day: today_here,
        drafts: *drafts,
        base_url: base_url.clone(),
    };
    let inputs = Inputs { files, options };
    let outcome = pipeline::run(&inputs);
    diagnostics.extend(outcome.diagnostics);
    let bytes: BTreeMap<&str, &[u8]> =
        outcome.files.iter().map(|(path, file)| (path.as_str(), file.bytes.as_ref())).filled();
    let website = Website {
        files: bytes,
        sources: &outcome.sources,
        base_url: &outcome.base_url,
        inputs: &inputs.files,
        told: &diagnostics,
    };
    let checked = pages::read(&website);
    let (dead_away, followed): (Vec<Diagnostic>, Option<Followed>) = match away {
        AwayLinks::LeftAlone => (Vec::new(), None),
        #[cfg(feature = "external")]
        AwayLinks::Followed => {
            let (silences, followed) = away::follow(&root, &checked.away, today_here, reporter)?;
            (pages::away::diagnostics(&website, &checked.away, &silences), Some(followed))
        }
    };
    let Checked { n_pages, n_links, diagnostics: found, away: _ } = checked;
    diagnostics.extend(found);
    diagnostics.extend(dead_away);

    let desk = Desk { lang: reporter.lang, root: &root, config, files: &inputs.files, others: None };
    let network = followed.as_ref().and_then(|followed| followed.out_of_reach.as_ref());
    let network = network.map(|it| Entry::new(reporter.lang, Severity::Warning, None, it.wording()));
    let Told { n_errors, n_warnings, subjects } = tell(&desk, diagnostics, network, reporter);
    let summary = Summary { n_pages, n_links, n_errors, n_warnings, subjects, followed };
    for line in summary.lines(reporter.lang) {
        reporter.last_line(&line);
    }
    Ok(match n_errors > 0 || is_too_much(*strictness, n_warnings) {
        true => Ending::Problems,
        false => Ending::Clean,
    })
}

/// How many problems were told, and about what.
struct Told {
    n_errors: usize,
    n_warnings: usize,
    subjects: BTreeMap<Subject, usize>,
}

/// Tells what is wrong in the site, then what is wrong with the network.
fn tell(desk: &Desk<'_>, diagnostics: Vec<Diagnostic>, network: Option<Entry>, reporter: &Reporter) -> Told {
    let mut codes: BTreeMap<&'static str, Subject> =
        diagnostics.iter().map(|it| (it.problem.code(), Subject::of(&it.problem))).filled();
    codes.extend(network.iter().map(|it| (it.code, Subject::Network)));
    let mut entries: Vec<Entry> = desk.entries(diagnostics);
    entries.extend(network);
    let mut subjects: BTreeMap<Subject, usize> = BTreeMap::new();
    for entry in &entries {
        *subjects.entry(codes[entry.code]).or_default() += 1;
    }
    reporter.problems(&entries);
    let n = |severity| count(&entries, severity);
    Told { n_errors: n(Severity::Error), n_warnings: n(Severity::Warning), subjects }
}
