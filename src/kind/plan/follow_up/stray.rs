//! Logs under another name: beside a plan, a `.csv` whose first row has the titles of a log.

use std::collections::BTreeSet;

use super::columns::Columns;
use super::place;
use crate::diagnostic::Bilingual;
use crate::diagnostic::follow_up::{FollowUpFault, FollowUpProblem};
use crate::diagnostic::{Diagnostic, Problem};
use crate::filled::Filled;
use crate::sheet;

/// The place that a plan without a log keeps for it, and the name that the log would have.
pub struct Place {
    /// The folder, `/` included.
    pub folder: String,
    pub name: Bilingual,
}

/// The places of logs that are still free, for plans given by path and language.
pub fn free_places(plans: &BTreeSet<(String, String)>, taken: &BTreeSet<String>) -> Vec<Place> {
    let taken: BTreeSet<String> = taken.iter().filter_map(|log| place::of_log(log)).filled();
    let places = plans.iter().map(|(path, language)| place::of_document(path, language));
    places
        .filter(|place| !taken.contains(place))
        .map(|place| {
            let (folder, stem) = place.rsplit_once('/').unwrap_or(("", &place));
            let stem = if stem.is_empty() { String::new() } else { format!("{stem}.") };
            let name = Bilingual::new(format!("{stem}suivi.csv"), format!("{stem}follow-up.csv"));
            Place { folder: format!("{folder}/"), name }
        })
        .collect()
}

/// What is told of a file, when it stands where a plan waits for its log and has its titles.
pub fn told(places: &[Place], path: &str, bytes: &[u8]) -> Option<Diagnostic> {
    let folder = &path[..path.rfind('/')? + 1];
    let place = places.iter().find(|place| place.folder == folder)?;
    if !path.to_ascii_lowercase().ends_with(".csv") || place::of_log(path).is_some() {
        return None;
    }
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let sheets = sheet::read(path, &bytes[..end]).ok()?;
    let (columns, _) = Columns::of(sheets.first()?.rows.first()?);
    (columns.date.is_some() && columns.action.is_some()).then(|| {
        let fault = FollowUpFault::OtherName { name: place.name.clone() };
        let problem: Problem = FollowUpProblem { cell: None, fault }.into();
        Diagnostic::warning_of_file(path, problem)
    })
}
