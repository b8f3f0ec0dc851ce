//! The mission of each language, and the orientations of plans that contribute to its axes.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Entry, Site};
use crate::date::Date;
use crate::diagnostic::mission::MissionProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::kind::mission::{Axis, Mission};
use crate::kind::plan::timeframe::Timeframe;
use crate::kind::plan::{Orientation, Plan, Stage};
use crate::lang;

/// An orientation that contributes to an axis of the mission.
#[derive(Debug, Clone, Copy)]
pub struct Contribution<'s> {
    /// Its document is the plan.
    pub entry: &'s Entry,
    pub plan: &'s Plan,
    pub orientation: &'s Orientation,
}

impl Site {
    /// The mission statement in a language: the page and what it says.
    pub fn mission(&self, language: &str) -> Option<(&Entry, &Mission)> {
        let entry = self.noted(*self.missions.get(language)?);
        Some((entry, entry.mission()?))
    }

    /// The axis of the mission that an orientation of a plan contributes to.
    pub fn axis_of(&self, plan: &Entry, orientation: &Orientation) -> Option<(&Entry, &Axis)> {
        let axis_in = |language: &str| {
            let (entry, mission) = self.mission(language)?;
            Some((entry, mission.axis(orientation.axis.as_deref()?)?))
        };
        // The axis of a translated plan is written in its source.
        axis_in(&plan.language).or_else(|| axis_in(&self.source_of(plan)?.language))
    }

    /// The orientations that contribute to an axis of a mission, those of adopted plans first, then
    /// those of the newest.
    pub fn contributions<'s>(&'s self, mission: &'s Entry, axis: &Axis) -> Vec<Contribution<'s>> {
        let mut contributions: Vec<Contribution<'s>> = self.contributing_to(mission, axis).collect();
        contributions.sort_by_key(|it| (rank(it.plan.stage), Reverse(start(it.plan)), &it.entry.address));
        contributions
    }

    fn contributing_to<'s>(
        &'s self,
        mission: &'s Entry,
        axis: &Axis,
    ) -> impl Iterator<Item = Contribution<'s>> {
        let is_own = move |plan: &Entry, orientation: &Orientation| {
            self.axis_of(plan, orientation)
                .is_some_and(|(entry, found)| entry.address == mission.address && found.id == axis.id)
        };
        let plans = self.plans().filter(|(entry, _)| entry.language == mission.language);
        plans.flat_map(move |(entry, plan)| {
            let own = plan.orientations().filter(move |orientation| is_own(entry, orientation));
            own.map(move |orientation| Contribution { entry, plan, orientation })
        })
    }
}

impl Contribution<'_> {
    /// Whether its plan is in force or about to be.
    pub fn is_current(&self) -> bool {
        match self.plan.stage {
            Stage::Adopted | Stage::Proposed => true,
            Stage::Closed | Stage::Replaced => false,
        }
    }
}

fn rank(stage: Stage) -> u8 {
    match stage {
        Stage::Adopted => 0,
        Stage::Proposed => 1,
        Stage::Closed => 2,
        Stage::Replaced => 3,
    }
}

fn start(plan: &Plan) -> Option<Date> {
    plan.period.as_ref().and_then(Timeframe::span).and_then(|range| range.start)
}

/// The mission of each language, the first by address; others are noted.
pub fn of_site(entries: &[Entry], diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, usize> {
    let mut missions: BTreeMap<String, usize> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.mission().is_some()) {
        match missions.get(&entry.language) {
            Some(first) => {
                let other = path(&entries[*first]).to_owned();
                let problem = MissionProblem::SeveralMissions { other };
                diagnostics.push(Diagnostic::warning_of_file(path(entry), problem));
            }
            None => {
                missions.insert(entry.language.clone(), at);
            }
        }
    }
    missions
}

/// Orientations that say they contribute to an axis that is not there.
pub fn wrong_axes(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for entry in &site.entries {
        // The axes of a translated plan are those of its source, of which they are told.
        let Some(plan) = entry.plan().filter(|plan| plan.translation.is_none()) else { continue };
        diagnostics.extend(axes_in_titles(site, entry));
        let written = plan.orientations().filter_map(|it| Some((it, it.axis.as_deref()?)));
        for (orientation, axis) in written {
            let (severity, problem) = match site.mission(&entry.language) {
                Some((_, mission)) if mission.axis(axis).is_some() => continue,
                Some((_, mission)) => (Severity::Error, unknown(axis, mission)),
                None => (Severity::Warning, MissionProblem::AxisWithoutMission { read: axis.to_owned() }),
            };
            let (path, span) = (path(entry).to_owned(), Some(orientation.span));
            diagnostics.push(Diagnostic { severity, problem: problem.into(), path, span });
        }
    }
    diagnostics
}

/// « (axe 2) » or « {axe2} » in the words of a title, which ties nothing.
fn axes_in_titles(site: &Site, entry: &Entry) -> Vec<Diagnostic> {
    let (Some(plan), Some((_, mission))) = (entry.plan(), site.mission(&entry.language)) else {
        return Vec::new();
    };
    let untied = plan.orientations().filter(|orientation| orientation.axis.is_none());
    let said = untied.filter_map(|orientation| {
        let plain = &orientation.title.plain;
        let (read, number) = plain.match_indices(['(', '{']).find_map(|(at, _)| axis_said(&plain[at..]))?;
        mission.axis(number)?;
        let problem = MissionProblem::AxisInTitle { read: read.to_owned(), number: number.to_owned() };
        let (severity, path) = (Severity::Warning, path(entry).to_owned());
        Some(Diagnostic { severity, problem: problem.into(), path, span: Some(orientation.span) })
    });
    said.collect()
}

/// What « (axe 2) », at the start of a text, is and says.
fn axis_said(text: &str) -> Option<(&str, &str)> {
    let close = if text.starts_with('{') { '}' } else { ')' };
    let (inside, _) = text.get(1..)?.split_once(close)?;
    let said = inside.trim();
    let word = said.find(|c: char| !c.is_alphabetic()).map(|end| &said[..end])?;
    let number =
        said[word.len()..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '=' | '-'));
    let is_axis = matches!(lang::fold(word).as_str(), "axe" | "axis");
    is_axis.then(|| (&text[..inside.len() + 2], number))
}

fn unknown(read: &str, mission: &Mission) -> MissionProblem {
    let known: Vec<String> =
        mission.axes().map(|axis| format!("{} ({})", axis.number, axis.name())).collect();
    let nearest = nearest(read, mission).map(|axis| (axis.number.clone(), axis.name().to_owned()));
    MissionProblem::UnknownAxis { read: read.to_owned(), known, nearest }
}

/// The axis whose anchor looks like what was written; no number is nearer to another.
fn nearest<'m>(read: &str, mission: &'m Mission) -> Option<&'m Axis> {
    let id = lang::nearest(read, mission.axes().map(|axis| axis.id.as_str()))?;
    mission.axes().find(|axis| axis.id == id)
}

fn path(entry: &Entry) -> &str {
    entry.document.as_ref().map_or("", |document| &document.path)
}
