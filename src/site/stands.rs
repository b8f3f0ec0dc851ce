//! Whether a document stands where another stood: addresses, lists and tags are what they were.

use std::collections::BTreeSet;

use super::links::plan_anchors;
use super::{Entry, plan};
use crate::address::Address;
use crate::date::Date;
use crate::kind::plan::foreign::Translation;
use crate::kind::plan::timeframe::Timeframe;
use crate::kind::plan::{Orientation, Plan, Stage};
use crate::kind::{Body, Document};

/// The names of the files of data that a plan publishes.
pub(super) type PlanFiles<'f> = &'f dyn Fn(&Plan) -> Vec<&'static str>;

/// Whether a document stands where the one of an entry stood, in the same lists and under the same tags, and links
/// lead to the same places in it: its title may be another one, when that keeps its rank, and so may the states of
/// actions.
pub(super) fn stands_as(entry: &Entry, old: &Document, new: &Document, files: PlanFiles<'_>) -> bool {
    let Document { path, language, header, kind, title: _, is_titled, glossary: _, word_files, body: _ } =
        old;
    *path == new.path
        && *language == new.language
        && *kind == new.kind
        && *is_titled == new.is_titled
        // What is told of a file of a word processor depends on all who offer it.
        && *word_files == new.word_files
        && header.settles_as(&new.header)
        && match (&old.body, &new.body) {
            (Body::Article(old), Body::Article(new)) => old.html.ids().eq(new.html.ids()),
            (Body::Plan(old), Body::Plan(new)) => {
                Standing::of(entry, old, files) == Standing::of(entry, new, files)
            }
            (Body::Plan(_) | Body::Synthesis(_) | Body::Mission(_) | Body::Article(_), _) => false,
        }
}

/// All that a site is linked by of a plan, but its words and the links in them.
#[derive(PartialEq)]
struct Standing<'p> {
    period: Option<&'p Timeframe>,
    stage: Stage,
    report: Option<Date>,
    /// The plan before it, as written.
    previous: Option<&'p str>,
    translation: Option<&'p Translation>,
    orientations: Vec<OrientationStanding<'p>>,
    /// What trails may lead to besides: objectives that have a title, and actions.
    promises: Vec<&'p str>,
    /// Every anchor, those of headings in its texts among them: settings may lead there as well.
    anchors: BTreeSet<String>,
    addresses: Vec<Address>,
    /// Those that its actions left.
    former: Vec<Address>,
}

/// The same, of an orientation: a title may seem to name the axis it contributes to.
#[derive(PartialEq)]
struct OrientationStanding<'p> {
    id: &'p str,
    title: &'p str,
    axis: Option<&'p str>,
}

impl<'p> Standing<'p> {
    fn of(entry: &Entry, plan: &'p Plan, files: PlanFiles<'_>) -> Standing<'p> {
        let titled = plan.orientations().flat_map(Orientation::objectives).filter(|it| it.title.is_some());
        let promises = titled.map(|it| it.id.as_str()).chain(plan.actions().map(|action| action.id.as_str()));
        let published = plan::all(entry, plan, &files(plan)).into_iter().map(|(address, _)| address);
        Standing {
            period: plan.period.as_ref(),
            stage: plan.stage,
            report: plan.report,
            previous: plan.previous.as_ref().map(|written| written.value.as_str()),
            translation: plan.translation.as_deref(),
            orientations: plan.orientations().map(OrientationStanding::of).collect(),
            promises: promises.collect(),
            anchors: plan_anchors(plan),
            addresses: published.collect(),
            former: plan.actions().flat_map(|action| plan::former(&entry.address, action)).collect(),
        }
    }
}

impl<'p> OrientationStanding<'p> {
    fn of(one: &'p Orientation) -> OrientationStanding<'p> {
        OrientationStanding { id: &one.id, title: &one.title.plain, axis: one.axis.as_deref() }
    }
}
