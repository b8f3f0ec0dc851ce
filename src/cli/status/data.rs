//! The status for programs: one JSON object, schema `jalon/status/1`.
//!
//! ```text
//! schema    « jalon/status/1 »
//! problems  errors, warnings: how many the content has
//! plans     one for each plan told, those in force first:
//!   title, address (from the site's root), file, stage, reference_date
//!   period        text, start, end; null when none is written
//!   responsible   the names that hold what was asked for; null when nobody was
//!   progress      as in plan.json, of the actions in question
//!   coming        how many of them are due within 60 days
//!   orientations  number, id, title, progress, coming
//!   actions       all those in question; with --late or --coming, those listed:
//!     number, id, orientation (its number), title, status, percent, responsible
//!     timeframe   the author's words, or null
//!     deadline    the last day, the next one for what comes due; null without end
//!     days_late   only of what is late, else null
//!     days_left   only of what is due within 60 days, else null
//! ```

use serde_json::{Value, json};

use super::look::{Due, View, When};
use crate::kind::plan::Stage;

/// The whole answer, with its final line end.
pub fn json(views: &[View<'_>], n_errors: usize, n_warnings: usize) -> String {
    let answer = json!({
        "schema": "jalon/status/1",
        "problems": { "errors": n_errors, "warnings": n_warnings },
        "plans": views.iter().map(plan).collect::<Vec<Value>>(),
    });
    format!("{answer:#}\n")
}

fn plan(view: &View<'_>) -> Value {
    let View { dated, plan, counts, orientations, responsible, lists } = view;
    let period = plan.period.as_ref().map(|period| {
        let range = period.span();
        json!({
            "text": period.text,
            "start": range.and_then(|range| range.start),
            "end": range.and_then(|range| range.end),
        })
    });
    let orientations = orientations.iter().map(|(orientation, counts)| {
        json!({
            "number": orientation.number,
            "id": orientation.id,
            "title": orientation.title.plain,
            "progress": counts.progress,
            "coming": counts.n_coming,
        })
    });
    let listed = lists.late.iter().chain(&lists.coming).flatten();
    let actions: Vec<Value> = match lists.late.is_none() && lists.coming.is_none() {
        true => lists.all.iter().map(action).collect(),
        false => listed.map(action).collect(),
    };
    json!({
        "title": dated.entry.title,
        "address": dated.entry.address.as_str(),
        "file": dated.entry.document.as_ref().map(|document| &document.path),
        "stage": stage(plan.stage),
        "period": period,
        "reference_date": dated.reference,
        "responsible": responsible,
        "progress": counts.progress,
        "coming": counts.n_coming,
        "orientations": orientations.collect::<Vec<Value>>(),
        "actions": actions,
    })
}

fn action(due: &Due<'_>) -> Value {
    let Due { orientation, action, deadline, when } = due;
    let (late, left) = match when {
        When::Late(days) => (Some(days), None),
        When::Coming(days) => (None, Some(days)),
        When::Elsewhere => (None, None),
    };
    json!({
        "number": action.number,
        "id": action.id,
        "orientation": orientation.number,
        "title": action.title.plain,
        "timeframe": action.timeframe.as_ref().map(|timeframe| &timeframe.text),
        "deadline": deadline,
        "days_late": late,
        "days_left": left,
        "status": { "text": action.status.text, "key": action.status.key },
        "percent": action.percent,
        "responsible": action.responsible,
    })
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Proposed => "proposed",
        Stage::Adopted => "adopted",
        Stage::Closed => "closed",
        Stage::Replaced => "replaced",
    }
}
