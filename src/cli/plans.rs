//! The plans that a command is asked for, by whatever people call them.

use std::cmp::Reverse;

use crate::diagnostic::Wording;
use crate::kind::plan::Stage;
use crate::lang::{self, fold};
use crate::pipeline::DatedPlan;

/// The plans to tell: those in force first, then the newest period first.
pub fn chosen(mut plans: Vec<DatedPlan>, asked: Option<&str>) -> Result<Vec<DatedPlan>, Wording> {
    plans.sort_by_key(|dated| {
        let plan = dated.entry.plan();
        let start = plan.and_then(|plan| plan.period.as_ref()?.span()).and_then(|range| range.start);
        (plan.map(|plan| rank(plan.stage)), Reverse(start), dated.entry.address.clone())
    });
    let Some(asked) = asked else { return Ok(plans) };
    let names = |dated: &DatedPlan| {
        let titles = [&dated.entry].into_iter().chain(&dated.translations).map(|entry| entry.title.clone());
        [folder(dated).to_owned()].into_iter().chain(titles).collect::<Vec<String>>()
    };
    let wanted = fold(asked.trim().trim_matches('/'));
    let of = |is: &dyn Fn(&str) -> bool| {
        let found = plans.iter().filter(|dated| names(dated).iter().any(|name| is(&fold(name))));
        found.cloned().collect::<Vec<DatedPlan>>()
    };
    // « plans/2025-2026 » and « content/plans/2025-2026/index.md » are what a shell completes.
    let by_path = |dated: &&DatedPlan| {
        let path = dated.entry.document.as_ref().map(|document| fold(&document.path)).unwrap_or_default();
        wanted.contains('/') && path.contains(&wanted)
    };
    let exact = of(&|name| name == wanted);
    let part = if exact.is_empty() { of(&|name| name.contains(&wanted)) } else { exact };
    let found = if part.is_empty() { plans.iter().filter(by_path).cloned().collect() } else { part };
    match found.is_empty() || wanted.is_empty() {
        false => Ok(found),
        true => {
            let known: Vec<String> = plans.iter().flat_map(&names).collect();
            Err(unknown_plan(asked, &known))
        }
    }
}

/// The last step of a plan's address: `2025-2026`.
fn folder(dated: &DatedPlan) -> &str {
    dated.entry.address.as_str().trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

fn rank(stage: Stage) -> u8 {
    match stage {
        Stage::Adopted => 0,
        Stage::Proposed => 1,
        Stage::Closed => 2,
        Stage::Replaced => 3,
    }
}

/// A plan that the site does not have.
fn unknown_plan(asked: &str, known: &[String]) -> Wording {
    let wording = Wording::new(
        "unknown-plan",
        format!("aucun plan ne s’appelle «\u{a0}{asked}\u{a0}»"),
        format!("no plan is called “{asked}”"),
    );
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    with_nearest(wording, asked, &known, ["plans", "plans"])
}

/// The nearest known name, else all of them.
pub fn with_nearest(wording: Wording, asked: &str, known: &[&str], [fr, en]: [&str; 2]) -> Wording {
    match lang::nearest(asked, known.iter().copied()) {
        Some(nearest) => wording.suggesting(Some(nearest)),
        None if known.is_empty() => wording,
        None => {
            let known = known.join(", ");
            wording.help(format!("{fr} connus\u{a0}: {known}"), format!("{en}: {known}"))
        }
    }
}
