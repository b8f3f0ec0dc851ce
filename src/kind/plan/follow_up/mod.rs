//! The follow-up of actions: dated entries, all of them history, the newest the current state.
//!
//! ```text
//! place    paths   → which log is whose
//! stray    files   → logs under another name
//! columns  a row   → the titles of a log
//! cells    a row   → what stands under no title
//! names    a cell  → an action of the plan
//! titles   a title → whether it is that action's
//! whose    a row   → its action
//! days     a cell  → a day
//! evidence a text  → an address or words
//! read     sheets  → entries by action
//! apply    entries → the history and the state of each action
//! ```

mod apply;
mod cells;
pub mod columns;
mod days;
pub mod evidence;
mod faults;
mod logs;
mod names;
pub mod place;
mod read;
pub mod stray;
mod titles;
mod whose;

use std::collections::BTreeSet;

use super::Plan;
use super::read::Given;
use super::settings;
use super::status::Status;
use crate::date::Date;
use crate::diagnostic::follow_up::CellPlace;
use crate::diagnostic::plan::PlanProblem;
use crate::diagnostic::{Diagnostic, Problem, Problems, Severity};
use crate::filled::Filled;
use crate::sheet;
use crate::source::Span;

/// What was noted of an action on a day.
///
/// An entry may state no state, no percentage and no note, but never none of the three and no evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub date: Date,
    /// None when the entry leaves the state as it was.
    pub status: Option<Status>,
    /// 0 to 100.
    pub percent: Option<u8>,
    /// The author's words, plain text; empty when there are none.
    pub note: String,
    /// Links or words that show it, as written, in order.
    pub evidence: Vec<String>,
}

/// The log of a plan, apart from what it says of each action.
#[derive(Debug, Clone, PartialEq)]
pub struct Log {
    /// The file, from the site's root.
    pub path: String,
    /// What it gives as evidence that should be inside the site, which only the site can tell.
    pub links: Vec<EvidenceLink>,
    /// The actions it names by a number that only their position gives them, and by nothing else.
    pub by_position: Vec<String>,
}

/// An address inside the site, and where the log gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceLink {
    /// As written.
    pub address: String,
    /// None when the place in the text tells.
    pub cell: Option<CellPlace>,
    pub span: Option<Span>,
}

/// Takes back what was told of states that are not understood, where the log has others.
pub fn take_back(plan: &Plan, told: &mut Vec<Diagnostic>) {
    let anew = plan.actions().filter(|action| action.before_log.is_some());
    let places: BTreeSet<Span> = anew.map(|action| action.stated_at).filled();
    let is_of_state = |problem: &Problem| matches!(problem, Problem::Plan(PlanProblem::NearStatus { .. }));
    told.retain(|it| !(is_of_state(&it.problem) && it.span.is_some_and(|span| places.contains(&span))));
}

/// Reads the log of a plan into its actions. A log that cannot be read leaves the plan as it is.
pub fn follow(plan: &mut Plan, given: &Given<'_>, path: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    let sheets = match sheet::read(path, bytes) {
        Ok(sheets) => sheets,
        Err(sheet::Refusal { problem, span }) => {
            let (severity, problem) = (Severity::Error, problem.into());
            return vec![Diagnostic { severity, problem, path: path.to_owned(), span }];
        }
    };
    // What is wrong in the settings was told when the plan was read.
    let mut told = Problems::in_file(path);
    let settings = settings::read(given, &mut told);
    let context =
        read::Context { plan, lang: given.lang, calendar: &settings.calendar, statuses: &settings.statuses };
    let read::Read { histories, links, by_position, diagnostics } = read::read(&context, path, &sheets);
    apply::apply(plan, histories);
    plan.log = Some(Log { path: path.to_owned(), links, by_position });
    diagnostics
}
