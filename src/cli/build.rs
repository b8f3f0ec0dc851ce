//! `jalon build`: reads a site, makes its website, publishes it in a folder.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, value_parser};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::cli::Ending;
use crate::cli::arguments::{Common, Strictness};
use crate::cli::entry::{Desk, Entry};
use crate::cli::report::Reporter;
use crate::cli::words::{Help, Tally, nothing_published, site_published};
use crate::date::Date;
use crate::diagnostic::file::{FileProblem, Obstacle};
use crate::diagnostic::{Noted, Severity};
use crate::disk;
use crate::disk::aside::Aside;
use crate::disk::error::Error;
use crate::disk::publish::{Published, publish};
use crate::disk::read::Files;
use crate::filled::Filled;
use crate::lang::Lang;
use crate::pipeline::{self, Drafts, Inputs, Outcome, delivery};

/// The name of the command.
pub const NAME: &str = "build";

/// What `jalon build` was asked.
#[derive(Debug)]
pub struct Options {
    pub output: Option<PathBuf>,
    pub base_url: Option<String>,
    pub drafts: Drafts,
    pub today: Option<Date>,
    pub links: Links,
}

/// What a link to a page ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// `plans/`: a host answers with the page of the folder.
    Folders,
    /// `plans/index.html`: it opens from a disk too.
    Files,
}

/// The options of `jalon build`, in the language of the help.
pub fn command(help: &'static Help) -> clap::Command {
    let option = |name: &'static str, words: &'static str| {
        Arg::new(name).long(name).help(words).help_heading(help.options)
    };
    clap::Command::new(NAME).about(help.build).args([
        option("output-dir", help.output)
            .short('o')
            .value_name(help.a_folder)
            .value_parser(value_parser!(PathBuf)),
        option("base-url", help.base_url).short('u').value_name(help.an_address),
        option("drafts", help.drafts).action(ArgAction::SetTrue),
        option("file-links", help.file_links).action(ArgAction::SetTrue),
        option("today", help.today)
            .value_name(help.a_date)
            .value_parser(|text: &str| Date::parse(text).ok_or("not a day of the calendar")),
    ])
}

/// Reads what was asked; the command line has already been checked.
pub fn options(matches: &ArgMatches) -> Options {
    Options {
        output: matches.get_one("output-dir").cloned(),
        base_url: matches.get_one("base-url").cloned(),
        drafts: if matches.get_flag("drafts") { Drafts::Included } else { Drafts::LeftOut },
        today: matches.get_one("today").copied(),
        links: if matches.get_flag("file-links") { Links::Files } else { Links::Folders },
    }
}

/// Builds and publishes a site; everything worth telling goes through the reporter.
pub fn run(common: &Common, options: &Options, reporter: &Reporter) -> Ending {
    match build(common, options, reporter) {
        Ok(ending) => ending,
        Err(error) => stopped(reporter, error),
    }
}

#[expect(clippy::disallowed_methods, reason = "the last line says how long it took")]
fn build(common: &Common, options: &Options, reporter: &Reporter) -> Result<Ending, Error> {
    let started = Instant::now();
    let Common { root, config, format: _, strictness } = common;
    let root = site_folder(root.as_deref(), config)?;
    let output = options.output.clone().unwrap_or_else(|| root.join("public"));
    disk::check_output(&root, &output)?;
    let Noted { value: files, mut diagnostics } = disk::read::read(&root, config, &output)?;

    let inputs = Inputs { files, options: options.for_pipeline() };
    let aside = Aside::of(&output);
    let mut outcome = pipeline::run_into(inputs, &|path, file| aside.put(path, file));
    diagnostics.append(&mut outcome.diagnostics);
    // What was read was let go of; only what has a problem is worth reading again.
    let placed = diagnostics.iter().filter(|diagnostic| diagnostic.span.is_some());
    let placed: BTreeSet<&str> = placed.map(|diagnostic| diagnostic.path.as_str()).filled();
    let sources = match placed.is_empty() {
        true => Files::new(),
        false => disk::read::read_again(&root, config, &output, &placed)?.value,
    };
    let desk = Desk { lang: reporter.lang, root: &root, config, files: &sources, others: None };
    let entries = desk.entries(diagnostics);
    reporter.problems(&entries);
    let n_errors = count(&entries, Severity::Error);
    let n_warnings = count(&entries, Severity::Warning);
    if n_errors > 0 || is_too_much(*strictness, n_warnings) {
        reporter.last_line(&nothing_published(reporter.lang, n_errors, n_warnings));
        return Ok(Ending::Problems);
    }

    let Outcome { n_pages, n_actions, n_drafts, .. } = outcome;
    deliver(&aside, &outcome, options.links);
    let Published { written, unchanged: _, removed, kept } = publish(aside)?;
    let kept: Vec<Entry> = kept.iter().map(|path| kept_entry(reporter.lang, &output.join(path))).collect();
    reporter.problems(&kept);
    let n_warnings = n_warnings + kept.len();
    let tally = Tally { n_pages, n_actions, n_drafts, n_warnings, n_written: written, n_removed: removed };
    reporter.last_line(&site_published(reporter.lang, &folder_shown(&output), &tally, started.elapsed()));
    Ok(if is_too_much(*strictness, n_warnings) { Ending::Problems } else { Ending::Clean })
}

/// Makes the files what they must be in the place they are opened from.
fn deliver(aside: &Aside, outcome: &Outcome, links: Links) {
    let Outcome { base_url, hosting, .. } = outcome;
    match links {
        Links::Folders => {}
        Links::Files => aside.each(delivery::is_page, |page, paths| {
            delivery::for_disk(page, paths, base_url).into_iter().collect()
        }),
    }
    if !hosting.precompress.is_empty() {
        aside.each(delivery::is_text, |text, paths| delivery::copies(text, paths, &hosting.precompress));
    }
}

impl Options {
    fn for_pipeline(&self) -> pipeline::Options {
        let Options { output: _, base_url, drafts, today, links: _ } = self;
        pipeline::Options {
            today: *today,
            build_day: build_day(),
            drafts: *drafts,
            base_url: base_url.clone(),
        }
    }
}

/// The folder of the site: the one that was asked for, else the one the person is in.
#[expect(clippy::disallowed_methods, reason = "the surroundings are read here")]
pub fn site_folder(asked: Option<&Path>, config: &Path) -> Result<PathBuf, Error> {
    match asked {
        Some(asked) => disk::asked_root(asked),
        None => {
            let here = std::env::current_dir().map_err(|source| Error::listing(".", source))?;
            Ok(disk::find_root(&here, config))
        }
    }
}

/// The day at the place of the person: the only time the clock is read for a site.
#[expect(clippy::disallowed_methods, reason = "the day of the build is read here, then passed down")]
pub fn build_day() -> Date {
    let now = local_zone().map_or_else(Zoned::now, |zone| Timestamp::now().to_zoned(zone));
    Date::new(now.year(), now.month(), now.day()).expect("the day of the clock is in the calendar")
}

/// The zone of this machine, when nothing in the surroundings names one: to find it by its name, all
/// the zones that the system knows are listed first.
#[expect(clippy::disallowed_methods, reason = "the surroundings are read here")]
fn local_zone() -> Option<TimeZone> {
    let is_named = ["TZ", "TZDIR"].iter().any(|name| std::env::var_os(name).is_some());
    let rules = if is_named { None } else { disk::local_time() };
    TimeZone::tzif("local", &rules?).ok()
}

/// Whether warnings are reason enough to stop.
pub fn is_too_much(strictness: Strictness, n_warnings: usize) -> bool {
    match strictness {
        Strictness::Strict => n_warnings > 0,
        Strictness::Usual => false,
    }
}

/// How many problems are of a severity.
pub fn count(entries: &[Entry], severity: Severity) -> usize {
    entries.iter().filter(|entry| entry.severity == severity).count()
}

/// A published folder as people write it: with a final `/`.
fn folder_shown(output: &Path) -> String {
    let shown = output.display().to_string();
    if shown.ends_with('/') { shown } else { format!("{shown}/") }
}

fn kept_entry(lang: Lang, path: &Path) -> Entry {
    let wording = FileProblem::ChangedByOthers.wording();
    Entry::new(lang, Severity::Warning, Some(path.display().to_string()), wording)
}

/// Says what kept the command from its work.
pub fn stopped(reporter: &Reporter, error: Error) -> Ending {
    let entries = entries_of(reporter.lang, &error);
    reporter.problems(&entries);
    match error {
        // The disk may have failed half-way: nothing is claimed about what was published.
        Error::Machine(_) | Error::Refused(_) => {}
        Error::InTheWay { .. } => {
            reporter.last_line(&nothing_published(reporter.lang, entries.len(), 0));
        }
    }
    Ending::CouldNotRun
}

/// What keeps a command from its work, as problems to tell.
pub fn entries_of(lang: Lang, error: &Error) -> Vec<Entry> {
    let of_machine = |wording| vec![Entry::new(lang, Severity::Error, None, wording)];
    match error {
        Error::Machine(trouble) => of_machine(trouble.wording()),
        Error::Refused(refusal) => of_machine(refusal.wording()),
        Error::InTheWay { output, obstacles } => {
            let entry = |(path, obstacle): &(String, Obstacle)| {
                let path = output.join(path).display().to_string();
                Entry::new(lang, Severity::Error, Some(path), FileProblem::InTheWay(*obstacle).wording())
            };
            obstacles.iter().map(entry).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    #[test]
    fn the_zone_of_the_machine_is_the_one_its_name_leads_to() {
        let Some(zone) = super::local_zone() else { return };
        for moment in ["2026-01-15T04:30:00Z", "2026-07-15T04:30:00Z", "2040-11-30T23:59:59Z"] {
            let moment: Timestamp = moment.parse().expect(moment);
            assert_eq!(zone.to_offset(moment), TimeZone::system().to_offset(moment), "{moment}");
        }
    }
}
