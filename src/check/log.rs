//! A plan beside its follow-up log: which of them says what, and by which numbers.

use super::plan::N_LISTED;
use crate::date::Date;
use crate::diagnostic::Problems;
use crate::diagnostic::lint::Lint;
use crate::kind::plan::status::{Status, StatusKey};
use crate::kind::plan::{Action, Plan, Stage};

/// Said once, of the actions that the log names by a number which only their place gives them.
pub fn names_by_position(plan: &Plan, problems: &mut Problems) {
    let Some(log) = &plan.log else { return };
    let may_change = match plan.stage {
        Stage::Proposed | Stage::Adopted => true,
        // No row is added to a plan that is over.
        Stage::Closed | Stage::Replaced => false,
    };
    let first = plan.actions().find(|action| log.by_position.contains(&action.number));
    if let Some(first) = first.filter(|_| may_change) {
        let numbers: Vec<String> = log.by_position.iter().take(N_LISTED).cloned().collect();
        let n_more = log.by_position.len() - numbers.len();
        problems.warning(Lint::NumbersByPosition { numbers, n_more }, first.span);
    }
}

/// A state of the document that cannot be what it said before its log: whoever wrote it there
/// expects to see it.
///
/// A cell that is older than the log is the usual case. It is not older when it is further along than
/// the log has ever been, when it says the end of what the log has not ended, or that it waits while
/// the log has it going: a plan that waited before its log is rarer than one that was put off since.
pub fn behind(plan: &Plan, action: &Action) -> Option<Lint> {
    let log = plan.log.as_ref()?;
    let said = action.before_log.as_deref()?;
    let stated = || action.history.iter().filter_map(|entry| Some((entry.date, entry.status.as_ref()?)));
    let (since, logged) = stated().next_back()?;
    let was_logged = stated().any(|(_, status)| status.key == said.key);
    let is_ahead =
        !was_logged && (is_further(said, logged) || ends_otherwise(said, logged) || waits(said, logged));
    is_ahead.then(|| Lint::PlanAheadOfLog {
        number: action.number.clone(),
        read: said.text.clone(),
        log: log.path.clone(),
        logged: logged.text.clone(),
        since,
    })
}

/// Whether an action goes on from one state to the other.
fn is_further(said: &Status, logged: &Status) -> bool {
    stride(said.key).zip(stride(logged.key)).is_some_and(|(said, logged)| said > logged)
}

/// Whether a state is an end, and the other one is neither this end nor a way to go on after it.
fn ends_otherwise(said: &Status, logged: &Status) -> bool {
    let is_end = matches!(said.key, StatusKey::Done | StatusKey::Dropped);
    is_end && logged.key != StatusKey::Ongoing
}

/// Whether a state puts off what the other one says is to be done, or being done.
fn waits(said: &Status, logged: &Status) -> bool {
    let is_wait = matches!(said.key, StatusKey::Postponed | StatusKey::OnHold);
    let goes_on = match logged.key {
        StatusKey::Planned
        | StatusKey::Preparing
        | StatusKey::InProgress
        | StatusKey::Partial
        | StatusKey::Ongoing
        | StatusKey::Noted => true,
        // Over, or waiting already.
        StatusKey::Done
        | StatusKey::Dropped
        | StatusKey::Postponed
        | StatusKey::OnHold
        | StatusKey::NotStated => false,
    };
    is_wait && goes_on
}

/// A progress and a state that do not go together, and that no row gives both: that row is told already.
pub fn percent_beside_status(plan: &Plan, action: &Action) -> Option<Lint> {
    let log = plan.log.as_ref()?;
    let percent = action.percent?;
    action.status.against(percent)?;
    let gives_both = || action.history.iter().any(|it| it.status.is_some() && it.percent == Some(percent));
    let is_of_log = !action.history.is_empty() && !gives_both();
    is_of_log.then(|| Lint::PercentBesideStatus {
        number: action.number.clone(),
        log: log.path.clone(),
        percent,
        read: action.status.text.clone(),
    })
}

/// An entry that is dated after the last of the days that can have been seen.
pub fn to_come(plan: &Plan, action: &Action, last_day: Date) -> Option<Lint> {
    let log = plan.log.as_ref()?;
    let entry = action.history.last().filter(|entry| entry.date > last_day)?;
    Some(Lint::EntryToCome { number: action.number.clone(), log: log.path.clone(), date: entry.date })
}

/// How far a state is on the way of an action; none for those that come at any time.
fn stride(key: StatusKey) -> Option<u8> {
    match key {
        StatusKey::Planned => Some(0),
        StatusKey::Preparing => Some(1),
        StatusKey::InProgress => Some(2),
        StatusKey::Partial => Some(3),
        StatusKey::Done => Some(4),
        StatusKey::Postponed
        | StatusKey::OnHold
        | StatusKey::Ongoing
        | StatusKey::Noted
        | StatusKey::NotStated
        | StatusKey::Dropped => None,
    }
}
