//! Gives the entries of a log to the actions of its plan.

use super::Entry;
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::{Action, Plan};

/// Gives each action its history; there is one for each action, in the order of the plan, each in
/// the order of its rows.
pub fn apply(plan: &mut Plan, histories: Vec<Vec<Entry>>) {
    let mut histories = histories.into_iter();
    for action in plan.actions_mut() {
        apply_to(action, histories.next().unwrap_or_default());
    }
    plan.settle_follow_up();
}

fn apply_to(action: &mut Action, mut history: Vec<Entry>) {
    // The sort is stable: of two entries of a day, the lower row is the newer.
    history.sort_by_key(|entry| entry.date);
    for entry in &history {
        if let Some(status) = &entry.status {
            // « 40 % », then « Réalisée » : forty is what it was.
            if status.key == StatusKey::Done {
                action.percent = None;
            }
            let said = std::mem::replace(&mut action.status, status.clone());
            action.before_log.get_or_insert_with(|| Box::new(said));
        }
        if entry.percent.is_some() {
            action.percent = entry.percent;
        }
    }
    action.history = history;
}
