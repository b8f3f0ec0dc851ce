//! Data files made of the site: one file here for each format.

mod atom;
pub mod compressed;
pub mod feed;
pub mod hosting;
#[cfg(feature = "sheets")]
mod csv;
#[cfg(feature = "ics")]
mod ics;
pub mod json;
mod origins;
pub mod robots;
#[cfg(feature = "sheets")]
mod rows;
pub mod sitemap;
pub mod structured;
pub mod synthesis;
#[cfg(feature = "sheets")]
mod xlsx;

use crate::address::Address;
use crate::config::Config;
use crate::date::Date;
#[cfg(any(feature = "sheets", feature = "ics"))]
use crate::kind::plan::timeframe::Timeframe;
use crate::kind::plan::{Action, Plan};
#[cfg(any(feature = "sheets", feature = "ics"))]
use crate::lang;
use crate::markdown;
use crate::site::{Entry, Site};
use crate::words::Words;

/// The formats in which a plan may be taken away, in the order they are offered.
///
/// A new format is a file of this folder and a line here.
pub const FORMATS: &[Format] = &[
    #[cfg(feature = "sheets")]
    xlsx::FORMAT,
    #[cfg(feature = "sheets")]
    csv::FORMAT,
    #[cfg(feature = "ics")]
    ics::FORMAT,
    atom::FORMAT,
    json::FORMAT,
];

/// A format in which a plan may be taken away.
pub struct Format {
    /// The name of its file, beside the page of the plan.
    pub file: &'static str,
    /// « XLSX »: how people call it.
    pub name: &'static str,
    /// The key of the words that say what the file holds.
    pub title: &'static str,
    /// Whether it has something to say of a plan. What suits a plan once goes on to suit it as the
    /// plan is followed up, so that an address that was given out stays good.
    suits: fn(&Config, &Plan) -> bool,
    write: fn(&Subject<'_>) -> Result<Vec<u8>, Beyond>,
}

/// What a file tells of: a plan, with all that surrounds it.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub config: &'a Config,
    pub site: &'a Site,
    pub words: &'a Words,
    pub entry: &'a Entry,
    pub plan: &'a Plan,
    /// The day the plan is looked at.
    pub reference: Date,
}

/// A plan larger than what a format can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beyond;

/// The names of the files in which plans and syntheses are taken away, in the order they are offered.
pub fn file_names() -> impl Iterator<Item = &'static str> {
    let of_plans = FORMATS.iter().map(|format| format.file);
    of_plans.chain(synthesis::FORMATS.iter().map(|format| format.file))
}

/// The formats that suit a plan.
pub fn formats<'p>(config: &'p Config, plan: &'p Plan) -> impl Iterator<Item = &'static Format> + 'p {
    FORMATS.iter().filter(|format| (format.suits)(config, plan))
}

/// The names of the files a plan is given as.
pub fn files(config: &Config, plan: &Plan) -> Vec<&'static str> {
    formats(config, plan).map(|format| format.file).collect()
}

/// The name of the file in which a plan tells its news to feed readers, when it has any.
pub fn feed(config: &Config, plan: &Plan) -> Option<&'static str> {
    formats(config, plan).map(|format| format.file).find(|file| *file == atom::FORMAT.file)
}

impl Format {
    /// The file of a plan. The same plan gives the same bytes.
    pub fn write(&self, subject: &Subject<'_>) -> Result<Vec<u8>, Beyond> {
        (self.write)(subject)
    }
}

impl Subject<'_> {
    /// The last day on which something of the plan changed: its update or the newest entry of its
    /// log, else the day it is looked at.
    fn changed(&self) -> Date {
        let noted = self.plan.actions().filter_map(|action| action.history.last()).map(|entry| entry.date);
        noted.chain(self.entry.updated()).max().unwrap_or(self.reference)
    }

    #[cfg(any(feature = "sheets", feature = "ics"))]
    /// A timeframe as written; with what was understood in the language of the plan, where its
    /// author wrote in another.
    fn timeframe(&self, timeframe: &Timeframe) -> String {
        let words = timeframe.words(self.words.lang).filter(|_| self.plan.translation.is_some());
        match words {
            Some(words) if lang::fold(&words) != lang::fold(&timeframe.text) => {
                format!("{} ({words})", timeframe.text)
            }
            Some(_) | None => timeframe.text.clone(),
        }
    }

    /// Absolute when the site knows its address, else from its root.
    fn url(&self, address: &Address) -> String {
        url(self.config, address)
    }

    /// Where an action stands in the page of the plan.
    fn url_of(&self, action: &Action) -> String {
        format!("{}#{}", self.url(&self.entry.address), markdown::encoded(&action.id))
    }
}

/// Absolute when the site knows its address, else from its root.
fn url(config: &Config, address: &Address) -> String {
    markdown::encoded(&config.base_url.join(address))
}
