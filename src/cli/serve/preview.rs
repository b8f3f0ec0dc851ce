//! One round of a preview: the site is read and made again, shown where it changed, and told.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use crate::cli::arguments::{Common, Strictness};
use crate::cli::build::{build_day, entries_of, is_too_much};
use crate::cli::entry::{Desk, Entry};
use crate::cli::report::Reporter;
use crate::cli::serve::{Options, words};
use crate::date::Date;
use crate::diagnostic::file::FileProblem;
use crate::diagnostic::{Diagnostic, Problem, Severity, Wording};
use crate::disk::folder::Folder;
use crate::filled::Filled;
use crate::pipeline::earlier::Extent;
use crate::pipeline::memory::Memory;
use crate::pipeline::{self, Inputs, Outcome};
use crate::server::stage::{self, Stage};
use crate::watch::Touched;

/// What is previewed, and how.
pub struct Site {
    root: PathBuf,
    config: PathBuf,
    strictness: Strictness,
    options: Options,
}

impl Site {
    pub fn new(common: &Common, options: &Options, root: PathBuf) -> Site {
        Site { root, config: common.config.clone(), strictness: common.strictness, options: options.clone() }
    }

    /// How the site is built today: a preview may be left open over night.
    fn options(&self) -> pipeline::Options {
        let Options {
            interface: _,
            port: _,
            browser: _,
            editor: _,
            follows: _,
            way: _,
            base_url,
            drafts,
            today,
        } = &self.options;
        pipeline::Options {
            today: *today,
            build_day: build_day(),
            drafts: *drafts,
            base_url: base_url.clone(),
        }
    }
}

/// A site that is shown, and all that was said of it.
pub struct Preview {
    site: Site,
    reporter: Reporter,
    stage: Arc<Stage>,
    folder: Folder,
    memory: Memory,
    /// What the last round was made from, or what was last read.
    inputs: Inputs,
    /// Whether the search finds what was there before the last save.
    is_behind: bool,
    /// None when there is no last round, or when the files could not be read.
    last: Option<Last>,
    told: Vec<Entry>,
    is_being_written: bool,
}

/// What a round that is shown was made from, besides the files.
#[derive(PartialEq)]
struct Last {
    build_day: Date,
    diagnostics: Vec<Diagnostic>,
}

/// A round, not shown yet.
pub struct Built {
    entries: Vec<Entry>,
    /// None when there are no files to make a site from.
    outcome: Option<Outcome>,
    /// The files that changed since the last round.
    sources: Vec<String>,
    /// Whether a file seems to be in the hands of another program.
    pub is_being_written: bool,
    started: Instant,
}

impl Preview {
    pub fn new(site: Site, reporter: Reporter, stage: Arc<Stage>) -> Preview {
        let Site { root, config, .. } = &site;
        let folder = Folder::new(root.clone(), config.clone(), root.join("public"));
        let inputs = Inputs { files: BTreeMap::new(), options: site.options() };
        Preview {
            inputs,
            site,
            reporter,
            stage,
            folder,
            memory: Memory::default(),
            is_behind: false,
            last: None,
            told: Vec::new(),
            is_being_written: false,
        }
    }

    /// Whether something of the site that is shown was left for later.
    pub fn is_behind(&self) -> bool {
        self.is_behind
    }

    /// Whether the site that is shown lacks a file that another program holds.
    pub fn is_being_written(&self) -> bool {
        self.is_being_written
    }

    /// Where the preview is.
    pub fn url(&self, address: SocketAddr) -> String {
        words::url(address, &self.stage.shown().base_path)
    }

    /// Tells a problem that is not of the site.
    pub fn problem(&self, wording: Wording) {
        self.reporter.problems(&[Entry::new(self.reporter.lang, Severity::Warning, None, wording)]);
    }

    /// The first round, which also says where the preview is.
    pub fn first(&mut self, address: SocketAddr, asked: u16) {
        let lang = self.reporter.lang;
        let built = self.build(&Touched::Anything).expect("the first round has none to be the same as");
        let started = built.started;
        let n_pages = built.outcome.as_ref().map_or(0, |outcome| outcome.n_pages);
        let shown = self.put(built);
        if asked != 0 && address.port() != asked {
            self.reporter.last_line(&words::other_port(lang, asked, address.port()));
        }
        let state = match shown {
            Round::Shown(_) => words::ready(lang, n_pages, started.elapsed()),
            Round::Stopped { n_errors, n_warnings } => words::to_mend(lang, n_errors, n_warnings),
        };
        self.reporter.last_line(&words::preview_at(lang, &self.url(address), &state));
        if !address.ip().is_loopback() {
            self.reporter.last_line(words::open_to_all(lang));
        }
    }

    /// Reads the site and makes it again; none when nothing of what it is made from changed.
    #[expect(clippy::disallowed_methods, reason = "the terminal says how long it took")]
    pub fn build(&mut self, touched: &Touched) -> Option<Built> {
        let started = Instant::now();
        let Site { root, config, strictness: _, options: _ } = &self.site;
        let read = match touched {
            Touched::Places(places) => self.folder.read_at(places, &mut self.inputs.files),
            Touched::Anything => self.folder.read(&mut self.inputs.files),
        };
        let changed = match read {
            Ok(changed) => changed,
            Err(error) => {
                (self.last, self.is_behind) = (None, false);
                let entries = entries_of(self.reporter.lang, &error);
                let (outcome, sources) = (None, Vec::new());
                return Some(Built { entries, outcome, sources, is_being_written: false, started });
            }
        };
        self.inputs.options = self.site.options();
        let build_day = self.inputs.options.build_day;
        let last = Last { build_day, diagnostics: self.folder.diagnostics().to_vec() };
        if changed.is_empty() && self.last.as_ref() == Some(&last) {
            return None;
        }
        let sources = if self.last.is_some() { changed } else { Vec::new() };
        let mut outcome = pipeline::run_with(&self.inputs, &mut self.memory, Extent::Pages);
        let mut found = last.diagnostics.clone();
        found.append(&mut outcome.diagnostics);
        let is_being_written = found.iter().any(is_in_other_hands);
        let desk = Desk { lang: self.reporter.lang, root, config, files: &self.inputs.files, others: None };
        let entries = desk.entries(found);
        self.last = Some(last);
        Some(Built { entries, outcome: Some(outcome), sources, is_being_written, started })
    }

    /// Makes and shows what the last round left for later, in silence: no page shows it.
    pub fn complete(&mut self) {
        self.is_behind = false;
        if self.last.is_none() {
            return;
        }
        let made = pipeline::run_with(&self.inputs, &mut self.memory, Extent::Whole);
        let Outcome { files, base_url, .. } = made;
        let site = stage::Site { files, base_path: base_url.path, changed: Vec::new() };
        let notice = self.stage.shown().notice.clone();
        self.stage.show(site, notice);
        self.memory.let_go();
    }

    /// Shows a round, and tells what it changed.
    pub fn show(&mut self, built: Built) {
        let lang = self.reporter.lang;
        let (started, was_told) = (built.started, self.told.clone());
        let is_first = self.stage.shown().files.is_empty();
        let line = match self.put(built) {
            Round::Shown(changed) => words::changed(lang, changed, started.elapsed()),
            Round::Stopped { .. } if self.told == was_told => return,
            Round::Stopped { n_errors, n_warnings } if is_first => words::to_mend(lang, n_errors, n_warnings),
            Round::Stopped { n_errors, n_warnings } => words::kept(lang, n_errors, n_warnings),
        };
        self.reporter.last_line(&line);
    }

    /// Whether a file, as an entry names it, is one of the site that can be opened.
    fn opens(&self, path: &str) -> bool {
        let Site { root, config, options, .. } = &self.site;
        let in_site = Path::new(path).strip_prefix(root).unwrap_or(Path::new(path));
        let is_there =
            in_site == config || in_site.to_str().is_some_and(|it| self.inputs.files.contains_key(it));
        is_there && options.editor.takes(path)
    }

    /// Puts a round on the stage, and tells its problems: those of a round that stops, and what is new.
    fn put(&mut self, built: Built) -> Round {
        let Built { entries, outcome, sources, is_being_written, started: _ } = built;
        self.is_being_written = is_being_written;
        let n_of = |severity| entries.iter().filter(|entry| entry.severity == severity).count();
        let (n_errors, n_warnings) = (n_of(Severity::Error), n_of(Severity::Warning));
        let stops = n_errors > 0 || is_too_much(self.site.strictness, n_warnings);
        let outcome = outcome.filter(|_| !stops);
        let has_site = outcome.is_some() || !self.stage.shown().files.is_empty();
        let behind = words::behind(stops, has_site);
        let notice = words::notice(self.reporter.lang, &entries, behind, &|path| self.opens(path));
        self.reporter.problems(&news(&self.told, &entries, stops));
        let round = match outcome {
            Some(Outcome { files, base_url, index_is_behind, .. }) => {
                self.is_behind = index_is_behind;
                let base_path = base_url.path;
                let changed = sources.iter().map(|path| path.trim_start_matches("content/").to_owned());
                let site = stage::Site { files, base_path, changed: changed.collect() };
                Round::Shown(self.stage.show(site, notice))
            }
            None => {
                self.is_behind = false;
                self.stage.tell(notice);
                Round::Stopped { n_errors, n_warnings }
            }
        };
        self.told = entries;
        self.memory.let_go();
        round
    }
}

/// How a round ended.
enum Round {
    Shown(stage::Changed),
    Stopped { n_errors: usize, n_warnings: usize },
}

/// The problems that were not told before, wherever they stood: lines move as one writes. When something else
/// is wrong with a round that stops, all its errors are news.
fn news(told: &[Entry], entries: &[Entry], stops: bool) -> Vec<Entry> {
    let known: BTreeSet<_> = told.iter().map(lasting).filled();
    let tells_errors = stops && entries != told;
    let is_news = |entry: &&Entry| {
        (tells_errors && entry.severity == Severity::Error) || !known.contains(&lasting(entry))
    };
    entries.iter().filter(is_news).cloned().collect()
}

/// What of a problem stays as lines move.
fn lasting(entry: &Entry) -> (Severity, &str, Option<&str>, &str) {
    (entry.severity, entry.code, entry.path.as_deref(), &entry.message)
}

/// A workbook that a spreadsheet program holds cannot be read, or is half there.
fn is_in_other_hands(diagnostic: &Diagnostic) -> bool {
    matches!(&diagnostic.problem, Problem::File(FileProblem::Unreadable { .. }) | Problem::Sheet(_))
        && diagnostic.severity == Severity::Error
}
