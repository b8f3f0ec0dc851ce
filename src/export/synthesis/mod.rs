//! A synthesis as data: one file here for each format.

#[cfg(feature = "sheets")]
mod csv;
mod json;

use crate::config::Config;
use crate::kind::plan::status::StatusKey;
use crate::kind::synthesis::Synthesis;
use crate::markdown;
use crate::site::trail::Place;
use crate::site::{Entry, Site};
use crate::words::Words;

/// The formats in which a synthesis may be taken away, in the order they are offered.
pub const FORMATS: &[Format] = &[
    #[cfg(feature = "sheets")]
    csv::FORMAT,
    json::FORMAT,
];

/// A format in which a synthesis may be taken away.
pub struct Format {
    /// The name of its file, beside the page of the synthesis.
    pub file: &'static str,
    /// « CSV »: how people call it.
    pub name: &'static str,
    /// The key of the words that say what the file holds.
    pub title: &'static str,
    /// Whether it has something to say of a synthesis.
    suits: fn(&Synthesis) -> bool,
    write: fn(&Subject<'_>) -> Vec<u8>,
}

/// What a file tells of: a synthesis, with all that surrounds it.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub config: &'a Config,
    pub site: &'a Site,
    pub words: &'a Words,
    pub entry: &'a Entry,
    pub synthesis: &'a Synthesis,
}

/// What became of a contribution: a place of a plan or of a mission.
struct Outcome<'a> {
    /// Its anchor, the number of an action: `2.1.3`.
    id: &'a str,
    /// The title of what stands there, in plain text.
    title: &'a str,
    url: String,
    /// That of an action; none when no action stands there.
    status: Option<StatusKey>,
}

/// The formats that suit a synthesis.
pub fn formats(synthesis: &Synthesis) -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(move |format| (format.suits)(synthesis))
}

/// The names of the files a synthesis is given as.
pub fn files(synthesis: &Synthesis) -> Vec<&'static str> {
    formats(synthesis).map(|format| format.file).collect()
}

impl Format {
    /// The file of a synthesis. The same synthesis gives the same bytes.
    pub fn write(&self, subject: &Subject<'_>) -> Vec<u8> {
        (self.write)(subject)
    }
}

impl<'a> Subject<'a> {
    /// Where the synthesis is: absolute when the site knows its address.
    fn url(&self) -> String {
        super::url(self.config, &self.entry.address)
    }

    /// What became of a contribution, in the order written.
    fn outcomes(&self, id: &str) -> Vec<Outcome<'a>> {
        let places: &'a [Place] = self.site.outcomes_of(self.entry, id);
        places.iter().map(|place| self.outcome(place)).collect()
    }

    fn outcome(&self, place: &'a Place) -> Outcome<'a> {
        let Place { entry, id } = place;
        let entry: &'a Entry = self.site.entry(*entry);
        let plan = entry.plan();
        let action = plan.and_then(|plan| plan.actions().find(|action| action.id == *id));
        let title = action.map(|action| action.title.plain.as_str()).or_else(|| {
            let orientation = plan?.orientations().find(|orientation| orientation.id == *id);
            let objectives =
                || plan.into_iter().flat_map(|plan| plan.orientations()).flat_map(|it| it.objectives());
            let objective = || objectives().find(|objective| objective.id == *id)?.title.as_ref();
            orientation
                .map(|orientation| &orientation.title)
                .or_else(objective)
                .map(|title| title.plain.as_str())
        });
        Outcome {
            id,
            title: title.unwrap_or(&entry.title),
            url: anchored(&super::url(self.config, &entry.address), id),
            status: action.map(|action| action.status.key),
        }
    }
}

/// Where an anchor of a page is.
fn anchored(url: &str, id: &str) -> String {
    format!("{url}#{}", markdown::encoded(id))
}
