//! `plan.json`: a plan as data, schema `jalon/plan/1`.
//!
//! The schema is published as `docs/schemas/jalon-plan-1.schema.json`. Titles are plain text.

use std::collections::BTreeMap;

use serde::Serialize;

use super::origins::{self, OriginData};
use super::{Format, Subject};
use crate::address::Address;
use crate::config::Config;
use crate::date::{Date, Range};
use crate::json;
use crate::kind::plan::follow_up;
use crate::kind::plan::foreign::Foreign;
use crate::kind::plan::progress::Progress;
use crate::kind::plan::status::{Status, StatusKey};
use crate::kind::plan::timeframe::{Timeframe, TimeframeKind};
use crate::kind::plan::{Action, Objective, Orientation, Plan, Stage};
use crate::markdown::Line;
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
    json::indented(&writer.plan(plan))
}

/// What the file says of a plan; the order of the fields is that of the file.
#[derive(Serialize)]
struct PlanData<'a> {
    schema: &'static str,
    lang: &'a str,
    title: &'a str,
    url: String,
    stage: &'static str,
    updated: Option<Date>,
    reference_date: Date,
    period: Option<PeriodData<'a>>,
    progress: Progress,
    orientations: Vec<OrientationData<'a>>,
}

#[derive(Serialize)]
struct PeriodData<'a> {
    text: &'a str,
    kind: TimeframeKind,
    start: Option<Date>,
    end: Option<Date>,
}

#[derive(Serialize)]
struct OrientationData<'a> {
    number: &'a str,
    id: &'a str,
    title: &'a str,
    /// The language of the title, when it is not that of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    url: String,
    axis: Option<&'a str>,
    progress: Progress,
    objectives: Vec<ObjectiveData<'a>>,
}

#[derive(Serialize)]
struct ObjectiveData<'a> {
    number: &'a str,
    id: &'a str,
    title: Option<&'a str>,
    /// The language of the title, when it is not that of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    progress: Progress,
    actions: Vec<ActionData<'a>>,
}

#[derive(Serialize)]
struct ActionData<'a> {
    number: &'a str,
    id: &'a str,
    title: &'a str,
    /// The language of the title, when it is not that of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    intent: Option<&'a str>,
    timeframe: Option<TimeframeData<'a>>,
    status: StatusData<'a>,
    percent: Option<u8>,
    late: bool,
    responsible: &'a [String],
    partners: &'a [String],
    fields: BTreeMap<&'a str, String>,
    history: Vec<EntryData<'a>>,
    origins: Vec<OriginData<'a>>,
}

#[derive(Serialize)]
struct TimeframeData<'a> {
    text: &'a str,
    kind: TimeframeKind,
    ranges: &'a [Range],
}

#[derive(Serialize)]
struct StatusData<'a> {
    text: &'a str,
    key: StatusKey,
}

#[derive(Serialize)]
struct EntryData<'a> {
    date: Date,
    status: Option<StatusData<'a>>,
    percent: Option<u8>,
    note: Option<&'a str>,
    evidence: &'a [String],
}

struct Writer<'a> {
    config: &'a Config,
    site: &'a Site,
    entry: &'a Entry,
    reference: Date,
}

impl<'a> Writer<'a> {
    fn plan(&self, plan: &'a Plan) -> PlanData<'a> {
        let header = self.entry.document.as_ref().map(|document| &document.header);
        PlanData {
            schema: "jalon/plan/1",
            lang: &self.entry.language,
            title: &self.entry.title,
            url: self.url(&self.entry.address),
            stage: stage(plan.stage),
            updated: header.and_then(|header| header.updated),
            reference_date: self.reference,
            period: plan.period.as_ref().map(period),
            progress: self.counts(plan.actions()),
            orientations: plan.orientations().map(|orientation| self.orientation(orientation)).collect(),
        }
    }

    fn orientation(&self, orientation: &'a Orientation) -> OrientationData<'a> {
        OrientationData {
            number: &orientation.number,
            id: &orientation.id,
            title: &orientation.title.plain,
            lang: self.lang_of(orientation.foreign.as_ref()),
            url: self.url(&site::plan::orientation(self.entry, orientation)),
            axis: orientation.axis.as_deref(),
            progress: self.counts(orientation.actions()),
            objectives: orientation.objectives().map(|objective| self.objective(objective)).collect(),
        }
    }

    fn objective(&self, objective: &'a Objective) -> ObjectiveData<'a> {
        ObjectiveData {
            number: &objective.number,
            id: &objective.id,
            title: objective.title.as_ref().map(|title| title.plain.as_str()),
            lang: self.lang_of(objective.foreign.as_ref()),
            progress: self.counts(objective.actions()),
            actions: objective.actions().map(|action| self.action(action)).collect(),
        }
    }

    fn action(&self, action: &'a Action) -> ActionData<'a> {
        ActionData {
            number: &action.number,
            id: &action.id,
            title: &action.title.plain,
            lang: self.lang_of(action.foreign.as_ref()),
            intent: action.intent.as_ref().map(|intent| intent.plain.as_str()),
            timeframe: action.timeframe.as_ref().map(timeframe),
            status: status(&action.status),
            percent: action.percent,
            late: action.is_late(self.reference),
            responsible: &action.responsible,
            partners: &action.partners,
            fields: by_title(&action.fields),
            history: action.history.iter().map(entry).collect(),
            origins: origins::of(self.config, self.site, self.entry, &action.id),
        }
    }

    /// The code of the language of words that a translation takes from its source.
    fn lang_of(&self, foreign: Option<&Foreign>) -> Option<&'a str> {
        let translation = self.entry.plan()?.translation.as_ref()?;
        foreign.map(|_| translation.language.as_str())
    }

    fn counts<'p>(&self, actions: impl Iterator<Item = &'p Action>) -> Progress {
        Progress::of(actions, self.reference)
    }

    fn url(&self, address: &Address) -> String {
        super::url(self.config, address)
    }
}

/// An entry of the follow-up log.
fn entry(entry: &follow_up::Entry) -> EntryData<'_> {
    let follow_up::Entry { date, status, percent, note, evidence } = entry;
    EntryData {
        date: *date,
        status: status.as_ref().map(self::status),
        percent: *percent,
        note: (!note.is_empty()).then_some(note),
        evidence,
    }
}

fn status(status: &Status) -> StatusData<'_> {
    StatusData { text: &status.text, key: status.key }
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Proposed => "proposed",
        Stage::Adopted => "adopted",
        Stage::Closed => "closed",
        Stage::Replaced => "replaced",
    }
}

fn timeframe(timeframe: &Timeframe) -> TimeframeData<'_> {
    TimeframeData { text: &timeframe.text, kind: timeframe.kind, ranges: &timeframe.ranges }
}

/// A period is one range, from the first of its days to the last.
fn period(period: &Timeframe) -> PeriodData<'_> {
    let range = period.span();
    PeriodData {
        text: &period.text,
        kind: period.kind,
        start: range.and_then(|range| range.start),
        end: range.and_then(|range| range.end),
    }
}

/// The other columns, by title; columns that share a title share an entry.
pub fn by_title(fields: &[(String, Line)]) -> BTreeMap<&str, String> {
    let mut by_title: BTreeMap<&str, String> = BTreeMap::new();
    for (title, value) in fields {
        match by_title.get_mut(title.as_str()) {
            Some(values) => {
                values.push_str(" / ");
                values.push_str(&value.plain);
            }
            None => drop(by_title.insert(title, value.plain.clone())),
        }
    }
    by_title
}
