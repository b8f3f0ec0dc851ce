//! Which words of a document are its mission, and which are its vision.

use super::sections::{Draft, Unit};
use super::{Given, State};
use crate::diagnostic::Problems;
use crate::diagnostic::mission::MissionProblem;
use crate::kind::mission::topic::{self, Topic};
use crate::kind::mission::{Stated, Statement};
use crate::markdown::{Html, List};

/// Where a statement stands: units of a section, the last one left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub of: Stated,
    pub section: usize,
    pub first: usize,
    pub end: usize,
}

/// The places of the mission and of the vision, at most one each.
pub fn places(given: &Given<'_>, drafts: &[Draft], problems: &mut Problems) -> Vec<Place> {
    let mission = under_title(drafts, Topic::Mission, Stated::Mission, problems)
        .or_else(|| without_title(given, drafts, problems));
    let vision = under_title(drafts, Topic::Vision, Stated::Vision, problems);
    mission.into_iter().chain(vision).collect()
}

/// The statement as the page and others show it.
pub fn said(of: Stated, units: &[Unit]) -> Statement {
    let mut html = Html::default();
    let mut sentence = String::new();
    for unit in units {
        match unit {
            Unit::Block(block, _) if block.element() == "blockquote" => {
                let inside = block.inside();
                let first = inside.blocks().first().map(Html::plain).unwrap_or_default();
                sentence.push_str(&first);
                html.push(&inside);
            }
            Unit::List(list) => {
                sentence.push_str(&in_one_sentence(list));
                html.push(&list.html);
            }
            Unit::Block(_, _) | Unit::Definitions(_) | Unit::Titled(_) | Unit::Shown(_) => {
                sentence.push_str(&unit.plain());
                html.push(&unit.html());
            }
        }
    }
    Statement { of, html, sentence }
}

/// « … : accueillir; accompagner. »
fn in_one_sentence(list: &List) -> String {
    let mut sentence = String::new();
    for (at, item) in list.items.iter().enumerate() {
        let words = item.line.plain.as_str();
        let is_last = at + 1 == list.items.len();
        let sign = match words.ends_with([';', ',', '.']) {
            true => "",
            false if is_last => ".",
            false => ";",
        };
        sentence.push_str(&format!(" {words}{sign}"));
    }
    sentence
}

fn under_title(drafts: &[Draft], topic: Topic, of: Stated, problems: &mut Problems) -> Option<Place> {
    let mut found = None;
    for (section, draft) in drafts.iter().enumerate().filter(|(_, draft)| draft.topic == topic) {
        let Some((first, end)) = within(draft) else { continue };
        match (found, &draft.heading) {
            (Some(_), Some(heading)) => {
                let title = heading.line.plain.clone();
                problems.warning(MissionProblem::SaidTwice { title }, heading.span);
            }
            (Some(_), None) => {}
            (None, _) => found = Some(Place { of, section, first, end }),
        }
    }
    found
}

/// The units of a section that state what its title announces.
fn within(draft: &Draft) -> Option<(usize, usize)> {
    let units = &draft.units;
    if let Some(at) = (1..units.len()).find(|at| is_words(&units[*at]) && is_announcing(&units[*at - 1])) {
        return Some((at, at + 1));
    }
    let first = units.iter().position(|unit| is_words(unit) || matches!(unit, Unit::List(_)))?;
    let ends_open = units[first].plain().ends_with(':');
    match units.get(first + 1) {
        Some(Unit::List(_)) if ends_open => Some((first, first + 2)),
        Some(next) if ends_open && is_words(next) => Some((first + 1, first + 2)),
        Some(_) | None => Some((first, first + 1)),
    }
}

/// The mission of a document that has no section for it: what a sentence announces, else the first
/// paragraph under a title that says it.
fn without_title(given: &Given<'_>, drafts: &[Draft], problems: &mut Problems) -> Option<Place> {
    let mut announced = Vec::new();
    for (section, draft) in drafts.iter().enumerate().filter(|(_, draft)| draft.topic == Topic::Other) {
        for at in 1..draft.units.len() {
            let before = &draft.units[at - 1];
            if is_words(&draft.units[at]) && is_announcing(before) {
                let place = Place { of: Stated::Mission, section, first: at, end: at + 1 };
                announced.push((place, topic::speaks_of_mission(&before.plain())));
            }
        }
    }
    if announced.iter().any(|(_, speaks)| *speaks) {
        announced.retain(|(_, speaks)| *speaks);
    }
    match announced.as_slice() {
        [(place, _)] => Some(*place),
        [] => under_title_of_page(given, drafts, problems),
        several => {
            problems.file_warning(MissionProblem::UnclearMission { n_places: several.len() });
            None
        }
    }
}

fn under_title_of_page(given: &Given<'_>, drafts: &[Draft], problems: &mut Problems) -> Option<Place> {
    let opening = drafts.first().filter(|draft| draft.heading.is_none() && draft.topic == Topic::Other);
    if topic::of_title(given.title) == Some(Topic::Mission)
        && let Some((first, end)) = opening.and_then(within)
    {
        return Some(Place { of: Stated::Mission, section: 0, first, end });
    }
    // A section without words is told of where it stands; in a draft, they may still be to come.
    if given.state == State::Written && !drafts.iter().any(|draft| draft.topic == Topic::Mission) {
        problems.file_warning(MissionProblem::NoMission);
    }
    None
}

/// Whether a unit is a paragraph or a quote that says something.
fn is_words(unit: &Unit) -> bool {
    match unit {
        Unit::Block(html, _) => matches!(html.element(), "p" | "blockquote") && !html.plain().is_empty(),
        Unit::List(_) | Unit::Definitions(_) | Unit::Titled(_) | Unit::Shown(_) => false,
    }
}

fn is_announcing(unit: &Unit) -> bool {
    topic::announces_words(&unit.plain())
}
