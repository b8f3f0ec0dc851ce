//! `plan.json`: a plan as data, schema `jalon/plan/1`.
//!
//! The schema is published as `docs/schemas/jalon-plan-1.schema.json`. Titles are plain text.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Format, Subject};
use crate::address::Address;
use crate::config::Config;
use crate::date::Date;
use crate::kind::plan::follow_up;
use crate::kind::plan::progress::Progress;
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::timeframe::Timeframe;
use crate::kind::plan::{Action, Objective, Orientation, Plan, Stage};
use crate::site;
use crate::site::{Entry, Site};

/// A plan as data.
pub const FORMAT: Format = Format {
    file: "plan.json",
    name: "JSON",
    title: "downloads.data",
    suits: |_, _| true,
    write: |subject| Ok(self::plan(subject).into_bytes()),
};

/// A plan as it is published: its entry gives its title, its address and its dates.
pub fn plan(subject: &Subject<'_>) -> String {
    let Subject { config, site, words: _, entry, plan, reference } = *subject;
    let writer = Writer { config, site, entry, reference };
    let mut text = serde_json::to_string_pretty(&writer.plan(plan)).expect("a plan has only text keys");
    text.push('\n');
    text
}

struct Writer<'a> {
    config: &'a Config,
    site: &'a Site,
    entry: &'a Entry,
    reference: Date,
}

impl Writer<'_> {
    fn plan(&self, plan: &Plan) -> Value {
        let header = self.entry.document.as_ref().map(|document| &document.header);
        json!({
            "schema": "jalon/plan/1",
            "lang": self.entry.language,
            "title": self.entry.title,
            "url": self.url(&self.entry.address),
            "stage": stage(plan.stage),
            "updated": header.and_then(|header| header.updated),
            "reference_date": self.reference,
            "period": plan.period.as_ref().map(period),
            "progress": self.progress(plan.actions()),
            "orientations": plan.orientations().map(|orientation| self.orientation(orientation)).collect::<Vec<_>>(),
        })
    }

    fn orientation(&self, orientation: &Orientation) -> Value {
        json!({
            "number": orientation.number,
            "id": orientation.id,
            "title": orientation.title.plain,
            "url": self.url(&site::plan::orientation(&self.entry.address, orientation)),
            "axis": orientation.axis,
            "progress": self.progress(orientation.actions()),
            "objectives": orientation.objectives().map(|objective| self.objective(objective)).collect::<Vec<_>>(),
        })
    }

    fn objective(&self, objective: &Objective) -> Value {
        json!({
            "number": objective.number,
            "id": objective.id,
            "title": objective.title.as_ref().map(|title| &title.plain),
            "progress": self.progress(objective.actions()),
            "actions": objective.actions().map(|action| self.action(action)).collect::<Vec<_>>(),
        })
    }

    fn action(&self, action: &Action) -> Value {
        json!({
            "number": action.number,
            "id": action.id,
            "title": action.title.plain,
            "intent": action.intent.as_ref().map(|intent| &intent.plain),
            "timeframe": action.timeframe.as_ref().map(timeframe),
            "status": { "text": action.status.text, "key": action.status.key },
            "percent": action.percent,
            "late": action.is_late(self.reference),
            "responsible": action.responsible,
            "partners": action.partners,
            "fields": fields(action),
            "history": action.history.iter().map(entry).collect::<Vec<_>>(),
            "origins": super::origins::of(self.config, self.site, self.entry, &action.id),
        })
    }

    fn progress<'p>(&self, actions: impl Iterator<Item = &'p Action>) -> Value {
        let progress = Progress::of(actions, self.reference);
        let mut counts = Map::new();
        counts.insert("total".to_owned(), progress.total().into());
        for key in StatusKey::ALL {
            counts.insert(key.key().to_owned(), progress.count(key).into());
        }
        counts.insert("late".to_owned(), progress.n_late.into());
        counts.insert("rate".to_owned(), progress.rate().into());
        Value::Object(counts)
    }

    fn url(&self, address: &Address) -> String {
        super::url(self.config, address)
    }
}

/// An entry of the follow-up log.
fn entry(entry: &follow_up::Entry) -> Value {
    let follow_up::Entry { date, status, percent, note, evidence } = entry;
    json!({
        "date": date,
        "status": status.as_ref().map(|status| json!({ "text": status.text, "key": status.key })),
        "percent": percent,
        "note": (!note.is_empty()).then_some(note),
        "evidence": evidence,
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

fn timeframe(timeframe: &Timeframe) -> Value {
    json!({ "text": timeframe.text, "kind": timeframe.kind, "ranges": timeframe.ranges })
}

/// A period is one range, from the first of its days to the last.
fn period(period: &Timeframe) -> Value {
    let range = period.span();
    json!({
        "text": period.text,
        "kind": period.kind,
        "start": range.and_then(|range| range.start),
        "end": range.and_then(|range| range.end),
    })
}

/// The other columns, by title; columns that share a title share an entry.
fn fields(action: &Action) -> Map<String, Value> {
    let mut fields: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, value) in &action.fields {
        fields.entry(name).or_default().push(&value.plain);
    }
    fields.into_iter().map(|(name, values)| (name.to_owned(), Value::from(values.join(" / ")))).collect()
}
