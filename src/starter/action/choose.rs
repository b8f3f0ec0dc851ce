//! The plan and the objective that a new action goes to: named, or the only ones.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::decode;
use crate::diagnostic::Problems;
use crate::document_path::{is_document, language_of};
use crate::front_matter::{self, WrittenKind};
use crate::kind::plan::{Objective, Orientation, Plan, Stage, numbering};
use crate::kind::{self, Body};
use crate::lang::{self, fold};
use crate::source::Source;
use crate::starter::fault::Fault;

/// A plan and the text it was read from.
pub(super) struct Found {
    pub(super) source: Source,
    pub(super) plan: Plan,
}

/// A plan that may be meant, by its names.
struct Candidate {
    title: String,
    is_draft: bool,
    /// Whether its text is in UTF-8: else a row would be lost among letters that are read at a guess.
    is_utf8: bool,
    found: Found,
}

/// The plan asked for. Translations take their actions from their source, and are no place for one.
pub(super) fn plan(
    asked: Option<&str>,
    files: &BTreeMap<String, Arc<[u8]>>,
    config: &Config,
) -> Result<Found, Fault> {
    let mut plans: Vec<Candidate> = files.iter().filter_map(|file| candidate(file, config)).collect();
    let all: Vec<String> = plans.iter().map(name).collect();
    match asked {
        Some(asked) => {
            let wanted = fold(asked.trim().trim_matches('/'));
            if wanted.is_empty() {
                return Err(Fault::NothingAfter { option: "plan", known: all });
            }
            let names =
                |plan: &Candidate| [fold(&name(plan)), fold(&plan.title), fold(&plan.found.source.path)];
            let is_whole = |plan: &Candidate| names(plan).contains(&wanted);
            match plans.iter().any(is_whole) {
                true => plans.retain(is_whole),
                false => plans.retain(|plan| names(plan).iter().any(|name| name.contains(&wanted))),
            }
        }
        None if plans.len() > 1 => {
            plans.retain(is_in_force);
            // The draft of the next plan is no reason to ask which one.
            if plans.iter().any(is_adopted) {
                plans.retain(is_adopted);
            }
        }
        None => {}
    }
    match (plans.len(), asked) {
        (1, _) => {
            let Candidate { is_utf8, found, .. } = plans.remove(0);
            if is_utf8 { Ok(found) } else { Err(Fault::NotUtf8 { path: found.source.path }) }
        }
        (0, Some(asked)) if !all.is_empty() => {
            let nearest = lang::nearest(asked, all.iter().map(String::as_str)).map(str::to_owned);
            Err(Fault::UnknownPlan { read: asked.to_owned(), nearest, known: all })
        }
        (0, _) if all.is_empty() => Err(Fault::NoPlan),
        (0, _) => Err(Fault::SeveralPlans { known: all }),
        (_, _) => Err(Fault::SeveralPlans { known: plans.iter().map(name).collect() }),
    }
}

fn candidate((path, bytes): (&String, &Arc<[u8]>), config: &Config) -> Option<Candidate> {
    if !is_document(path) || language_of(path, config) != config.default_language {
        return None;
    }
    // What is wrong with a document is for `jalon build` to say.
    let source = decode::source(path, bytes, &mut Vec::new());
    let header = front_matter::read(&source, &mut Problems::in_file(path.as_str())).header;
    if header.kind != Some(WrittenKind::Plan) {
        return None;
    }
    let document = kind::read(&source, &config.default_language, config).value;
    let Body::Plan(plan) = document.body else { return None };
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    let found = Found { source, plan: *plan };
    Some(Candidate { title: document.title, is_draft: header.draft, is_utf8, found })
}

/// The folder of a plan, else the name of its file: « 2025-2026 ».
fn name(plan: &Candidate) -> String {
    let stem = plan.found.source.path.trim_end_matches(".md").trim_end_matches("/index");
    stem.rsplit('/').next().unwrap_or(stem).to_owned()
}

fn is_adopted(plan: &Candidate) -> bool {
    !plan.is_draft && plan.found.plan.stage == Stage::Adopted
}

fn is_in_force(plan: &Candidate) -> bool {
    match plan.found.plan.stage {
        Stage::Proposed | Stage::Adopted => true,
        Stage::Closed | Stage::Replaced => false,
    }
}

/// The objective asked for: by its own number or title, or by those of its orientation when it is
/// alone there. A part of a title will do.
pub(super) fn objective<'p>(asked: Option<&str>, plan: &'p Plan) -> Result<&'p Objective, Fault> {
    let all = || plan.orientations().flat_map(Orientation::objectives);
    let Some(asked) = asked else { return only(all().collect(), &listed(plan)) };
    let wanted = fold(asked.trim().trim_start_matches('#').trim_end_matches('.'));
    if wanted.is_empty() {
        return Err(Fault::NothingAfter { option: "under", known: listed(plan) });
    }
    let is_called = |number: &str, id: &str| fold(number) == wanted || fold(id) == wanted;
    if let Some(found) = all().find(|it| it.title.is_some() && is_called(&it.number, &it.id)) {
        return Ok(found);
    }
    let found = match plan.orientations().find(|it| is_called(&it.number, &it.id)) {
        Some(orientation) => orientation.objectives().collect(),
        None => titled(&wanted, plan),
    };
    if !found.is_empty() {
        return only(found.clone(), &found.into_iter().map(told).collect::<Vec<_>>());
    }
    let numbers = all().map(|it| it.number.clone()).collect();
    let titles = listed(plan);
    let near_title = || lang::nearest(asked, titles.iter().filter_map(|it| Some(it.split_once(' ')?.1)));
    let nearest = numbering::nearest(&wanted, &numbers).or_else(near_title).map(str::to_owned);
    Err(Fault::UnknownPlace { read: asked.to_owned(), nearest, known: listed(plan) })
}

/// The objectives that a title leads to: those of this whole title, else those that it is a part of.
fn titled<'p>(wanted: &str, plan: &'p Plan) -> Vec<&'p Objective> {
    let matching = |matches: &dyn Fn(&str) -> bool| {
        let of_orientation = |it: &&Orientation| matches(&fold(&it.title.plain));
        let is_titled = |it: &&Objective| it.title.as_ref().is_some_and(|title| matches(&fold(&title.plain)));
        let whole = plan.orientations().filter(of_orientation).flat_map(Orientation::objectives);
        let others = plan.orientations().filter(|it| !of_orientation(it));
        let others = others.flat_map(Orientation::objectives).filter(is_titled);
        whole.chain(others).collect::<Vec<_>>()
    };
    match matching(&|title| title == wanted) {
        found if found.is_empty() && wanted.chars().count() > 2 && wanted.contains(char::is_alphabetic) => {
            matching(&|title| title.contains(wanted))
        }
        found => found,
    }
}

fn only<'p>(objectives: Vec<&'p Objective>, known: &[String]) -> Result<&'p Objective, Fault> {
    match objectives.as_slice() {
        [only] => Ok(only),
        [] => Err(Fault::NoObjective),
        [_, _, ..] => Err(Fault::SeveralPlaces { known: known.to_vec() }),
    }
}

fn listed(plan: &Plan) -> Vec<String> {
    plan.orientations().flat_map(Orientation::objectives).map(told).collect()
}

/// « 1.2 Garder les logements »
fn told(objective: &Objective) -> String {
    let title = objective.title.as_ref().map_or("", |title| &title.plain);
    format!("{} {title}", objective.number).trim_end().to_owned()
}
