//! What of each plan is looked at: whose actions, which of them are listed.

use std::collections::BTreeSet;

use super::{List, words};
use crate::date::Date;
use crate::diagnostic::Wording;
use crate::filled::Filled;
use crate::kind::plan::progress::Progress;
use crate::kind::plan::timeframe::Timeframe;
use crate::kind::plan::{Action, Orientation, Plan};
use crate::lang::fold;
use crate::pipeline::DatedPlan;

/// A plan as it will be told.
pub struct View<'a> {
    pub dated: &'a DatedPlan,
    pub plan: &'a Plan,
    pub counts: Counts,
    /// Those with at least one action in question.
    pub orientations: Vec<(&'a Orientation, Counts)>,
    /// The names that hold what was asked for, when only their actions are counted.
    pub responsible: Option<Vec<&'a str>>,
    pub lists: Lists<'a>,
}

/// How many actions, and how many of them will be due soon.
pub struct Counts {
    pub progress: Progress,
    pub n_coming: usize,
}

/// The actions told one by one, each list by what comes first.
pub struct Lists<'a> {
    /// None when it was not asked for.
    pub late: Option<Vec<Due<'a>>>,
    pub coming: Option<Vec<Due<'a>>>,
    /// All those in question, in the order of the plan.
    pub all: Vec<Due<'a>>,
    /// Whether all of them are told to people.
    pub tells_all: bool,
}

/// An action and the day it is due.
#[derive(Clone, Copy)]
pub struct Due<'a> {
    pub orientation: &'a Orientation,
    pub action: &'a Action,
    pub deadline: Option<Date>,
    pub when: When,
}

/// Where a deadline stands, in days from the reference date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Late(i32),
    Coming(i32),
    /// Far ahead, without end, or settled.
    Elsewhere,
}

/// What is told of each plan. Plans where the person answers for nothing are left out.
pub fn views<'a>(
    plans: &'a [DatedPlan],
    lists: &BTreeSet<List>,
    responsible: Option<&str>,
) -> Result<Vec<View<'a>>, Wording> {
    let plans: Vec<(&DatedPlan, &Plan)> =
        plans.iter().filter_map(|dated| Some((dated, dated.entry.plan()?))).collect();
    let views: Vec<View<'a>> =
        plans.iter().filter_map(|(dated, plan)| view(dated, plan, lists, responsible)).collect();
    match responsible {
        Some(asked) if views.is_empty() => {
            let actions = plans.iter().flat_map(|(_, plan)| plan.actions());
            let known: BTreeSet<&str> =
                actions.flat_map(|action| action.responsible.iter().map(String::as_str)).filled();
            Err(words::unknown_responsible(asked, &known))
        }
        Some(_) | None => Ok(views),
    }
}

fn view<'a>(
    dated: &'a DatedPlan,
    plan: &'a Plan,
    lists: &BTreeSet<List>,
    responsible: Option<&str>,
) -> Option<View<'a>> {
    let wanted = responsible.map(fold);
    let matches = |name: &str| wanted.as_ref().is_none_or(|wanted| fold(name).contains(wanted));
    let in_question = |action: &&Action| wanted.is_none() || action.responsible.iter().any(|it| matches(it));
    let reference = dated.reference;
    let mut all = Vec::new();
    let mut orientations = Vec::new();
    for orientation in plan.orientations() {
        let of_orientation: Vec<Due<'a>> = orientation
            .actions()
            .filter(in_question)
            .map(|action| due(plan, orientation, action, reference))
            .collect();
        if !of_orientation.is_empty() {
            orientations.push((orientation, counts(&of_orientation, reference)));
            all.extend(of_orientation);
        }
    }
    if wanted.is_some() && all.is_empty() {
        return None;
    }
    let names = all.iter().flat_map(|due| &due.action.responsible).map(String::as_str);
    let names: BTreeSet<&str> = names.filter(|name| matches(name)).filled();
    let late = lists.contains(&List::Late).then(|| sorted(&all, |when| matches!(when, When::Late(_))));
    let coming = lists.contains(&List::Coming).then(|| sorted(&all, |when| matches!(when, When::Coming(_))));
    let tells_all = responsible.is_some() && lists.is_empty();
    Some(View {
        dated,
        plan,
        counts: counts(&all, reference),
        orientations,
        responsible: responsible.map(|_| names.into_iter().collect()),
        lists: Lists { late, coming, all, tells_all },
    })
}

fn sorted<'a>(all: &[Due<'a>], belongs: impl Fn(When) -> bool) -> Vec<Due<'a>> {
    let mut listed: Vec<Due<'a>> = all.iter().copied().filter(|due| belongs(due.when)).collect();
    listed.sort_by_key(|due| due.deadline);
    listed
}

fn counts(dues: &[Due<'_>], reference: Date) -> Counts {
    Counts {
        progress: Progress::of(dues.iter().map(|due| due.action), reference),
        n_coming: dues.iter().filter(|due| matches!(due.when, When::Coming(_))).count(),
    }
}

fn due<'a>(plan: &Plan, orientation: &'a Orientation, action: &'a Action, reference: Date) -> Due<'a> {
    let end = action.timeframe.as_ref().and_then(Timeframe::end);
    let (deadline, when) = match (end, plan.coming(action, reference)) {
        (Some(end), _) if action.is_late(reference) => (Some(end), When::Late(end.days_until(reference))),
        (_, Some(next)) => (Some(next), When::Coming(reference.days_until(next))),
        (end, None) => (end, When::Elsewhere),
    };
    Due { orientation, action, deadline, when }
}
