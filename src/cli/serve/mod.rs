//! `jalon serve`: the website in a browser, made again at each save; nothing is written on the disk.

mod opener;
mod preview;
mod words;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, SystemTime};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::cli::Ending;
use crate::cli::arguments::Common;
use crate::cli::build::{site_folder, stopped};
use crate::cli::entry::Entry;
use crate::cli::report::{self, Reporter};
use crate::cli::words::Help;
use crate::date::Date;
use crate::diagnostic::{Severity, Wording};
use crate::disk;
use crate::disk::error::Error;
use crate::disk::scan::Places;
use crate::lang::Lang;
use crate::pipeline::Drafts;
use crate::server::Server;
use crate::server::notice::FileAt;
use crate::server::stage::{Follows, Stage};
use crate::watch::{Touched, Watch, Way, Woken};
use opener::Editor;
use preview::{Preview, Site};

/// The name of the command.
pub const NAME: &str = "serve";

/// The port of a preview, when it is free.
const PORT: u16 = 1111;

/// A file that another program is writing is read again this soon, twice, before anything is said of it.
const SOON: Duration = Duration::from_millis(150);

/// And then less and less often, for as long as it cannot be read.
const LATER: Duration = Duration::from_millis(500);
const LATEST: Duration = Duration::from_secs(5);

/// When nothing happened for this long, what was left for later is made: who writes may save again.
const REST: Duration = Duration::from_millis(250);

/// What `jalon serve` was asked.
#[derive(Debug, Clone)]
pub struct Options {
    pub interface: IpAddr,
    pub port: u16,
    pub browser: Browser,
    pub editor: Editor,
    pub follows: Follows,
    pub way: Way,
    pub base_url: Option<String>,
    pub drafts: Drafts,
    pub today: Option<Date>,
}

/// Whether a browser is opened on the preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    Opened,
    LeftAlone,
}

/// The options of `jalon serve`, in the language of the help.
pub fn command(help: &'static Help) -> clap::Command {
    let option = |name: &'static str, words: &'static str| {
        Arg::new(name).long(name).help(words).help_heading(help.options)
    };
    let flag = |name, words| option(name, words).action(ArgAction::SetTrue);
    clap::Command::new(NAME).about(help.serve).args([
        option("port", help.port).short('p').value_name(help.a_number).value_parser(value_parser!(u16)),
        option("interface", help.interface)
            .short('i')
            .value_name(help.an_address)
            .value_parser(|text: &str| interface(text).ok_or("not an address")),
        flag("open", help.open).short('O'),
        option("editor", help.editor).value_name(help.a_program),
        flag("navigate", help.navigate),
        flag("poll", help.poll),
        option("base-url", help.base_url).short('u').value_name(help.an_address),
        flag("drafts", help.drafts),
        option("today", help.today)
            .value_name(help.a_date)
            .value_parser(|text: &str| Date::parse(text).ok_or("not a day of the calendar")),
    ])
}

fn interface(text: &str) -> Option<IpAddr> {
    match text {
        "localhost" => Some(Ipv4Addr::LOCALHOST.into()),
        text => text.parse().ok(),
    }
}

/// Reads what was asked; the command line has already been checked.
pub fn options(matches: &ArgMatches) -> Options {
    Options {
        interface: matches.get_one("interface").copied().unwrap_or(Ipv4Addr::LOCALHOST.into()),
        port: matches.get_one("port").copied().unwrap_or(PORT),
        browser: if matches.get_flag("open") { Browser::Opened } else { Browser::LeftAlone },
        editor: matches.get_one("editor").cloned().map_or(Editor::OfSystem, Editor::Named),
        follows: if matches.get_flag("navigate") { Follows::Changes } else { Follows::Nothing },
        way: if matches.get_flag("poll") { Way::Polling } else { Way::Listening },
        base_url: matches.get_one("base-url").cloned(),
        drafts: if matches.get_flag("drafts") { Drafts::Included } else { Drafts::LeftOut },
        today: matches.get_one("today").copied(),
    }
}

/// Shows a site until the person says to stop.
pub fn run(common: &Common, options: &Options, reporter: &Reporter) -> Ending {
    let trouble = |wording| {
        reporter.problems(&[Entry::new(reporter.lang, Severity::Error, None, wording)]);
        Ending::CouldNotRun
    };
    match serve(common, options, reporter.lang) {
        Ok(ending) => ending,
        Err(Trouble::Site(error)) => stopped(reporter, error),
        Err(Trouble::Machine(wording)) => trouble(wording),
    }
}

/// What keeps a site from being shown at all.
enum Trouble {
    Site(Error),
    Machine(Wording),
}

/// Why a preview ends.
enum Stop {
    Asked,
    /// A mistake of ours, already told.
    Broken,
}

/// Says that the preview ended, however it did.
struct Ends(Sender<Stop>);

impl Drop for Ends {
    fn drop(&mut self) {
        // When nobody listens any more, the program is ending already.
        let _ended = self.0.send(Stop::Broken);
    }
}

fn serve(common: &Common, options: &Options, lang: Lang) -> Result<Ending, Trouble> {
    let root = site_folder(common.root.as_deref(), &common.config).map_err(Trouble::Site)?;
    let output = root.join("public");
    let places = Places::new(&root, &common.config, &output).map_err(Trouble::Site)?;
    // A folder without a site is a slip to be told at once; one whose site goes away is waited for.
    disk::read::read(&root, &common.config, &output).map_err(Trouble::Site)?;
    let (interface, port) = (options.interface, options.port);
    let no_port = |error| Trouble::Machine(words::no_port(interface, port, &error));
    let server = Server::bind(interface, port).map_err(no_port)?;
    let address = server.address();
    let stage = Arc::new(Stage::new(run_name(), words::being_built(lang)));
    let editor = options.editor.clone();
    let opens = Arc::new(move |file: &FileAt| editor.open(file));
    server.serve(Arc::clone(&stage), options.follows, opens).map_err(no_port)?;

    let (stop, stopped) = channel();
    let asked = stop.clone();
    let on_asked = move || {
        let _ended = asked.send(Stop::Asked);
    };
    ctrlc::set_handler(on_asked).map_err(|error| Trouble::Machine(words::no_signal(&error.to_string())))?;
    let reporter = Reporter::new(lang, common.format);
    let site = Site::new(common, options, root);
    let (preview, options) = (Preview::new(site, reporter, stage), options.clone());
    let show = move || {
        let _ends = Ends(stop);
        keep_showing(preview, &options, address, places);
    };
    let shown = thread::Builder::new().name("preview".to_owned()).spawn(show);
    shown.map_err(|error| Trouble::Machine(words::no_signal(&error.to_string())))?;
    match stopped.recv() {
        Ok(Stop::Asked) => {
            report::aside(words::stopped(lang));
            Ok(Ending::Clean)
        }
        Ok(Stop::Broken) | Err(_) => Ok(Ending::CouldNotRun),
    }
}

/// Builds and shows, then waits for a change, for ever.
fn keep_showing(mut preview: Preview, options: &Options, address: SocketAddr, places: Places) {
    let mut watch = Watch::start(places, options.way);
    preview.first(address, options.port);
    if options.browser == Browser::Opened
        && let Err(error) = opener::open(&preview.url(address))
    {
        preview.problem(words::no_browser(&error));
    }
    let mut patience = None;
    loop {
        if let Some(deaf) = watch.take_deaf() {
            preview.problem(words::deaf(&deaf));
        }
        let rest = preview.is_behind().then_some(REST);
        let woken = watch.wait(patience.into_iter().chain(rest).min());
        let (is_rest, touched) = match woken {
            Woken::ByPatience if rest.is_some() => {
                preview.complete();
                continue;
            }
            Woken::ByPatience => (true, Touched::Anything),
            Woken::ByChange(touched) => (false, touched),
        };
        let mut built = preview.build(&touched);
        for _ in 0..2 {
            if built.as_ref().is_some_and(|built| built.is_being_written) && patience.is_none() {
                watch.wait(Some(SOON));
                built = preview.build(&Touched::Anything).or(built);
            }
        }
        if let Some(built) = built {
            preview.show(built);
        }
        patience = match (preview.is_being_written(), is_rest) {
            (false, _) => None,
            (true, false) => Some(LATER),
            (true, true) => patience.map(|patience| (patience * 2).min(LATEST)),
        };
    }
}

/// A name that no other run of the server has, so that pages left open know that it is another one.
#[expect(clippy::disallowed_methods, reason = "two runs differ by when they started; no file holds it")]
fn run_name() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    format!("{:x}", since.as_nanos())
}
