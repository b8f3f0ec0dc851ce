//! The promises of plans with their live state, as pages outside of the plan show them.

use std::collections::BTreeMap;

use super::Shower;
use crate::address::Address;
use crate::kind::plan::{Action, Objective, Orientation, Plan};
use crate::markdown;
use crate::page::{Making, progress};
use crate::site::trail::Place;
use crate::view::OrientationCard;
use crate::view::foreign::ForeignLink;
use crate::view::synthesis::{DeedView, GroupView};

/// The plans that a page leads to, each looked through once.
pub struct Deeds<'a> {
    making: &'a Making<'a>,
    /// The code of the language of the page.
    language: &'a str,
    /// By the index of their entry.
    plans: BTreeMap<usize, Promises<'a>>,
}

/// A plan and its promises by anchor.
struct Promises<'a> {
    shower: Shower<'a>,
    by_id: BTreeMap<&'a str, Promise<'a>>,
}

#[derive(Clone, Copy)]
enum Promise<'a> {
    Orientation(&'a Orientation),
    Objective(&'a Objective),
    Action(&'a Action),
}

impl<'a> Deeds<'a> {
    pub fn new(making: &'a Making<'a>, language: &'a str) -> Deeds<'a> {
        Deeds { making, language, plans: BTreeMap::new() }
    }

    /// A promise as a page shows it; none for a place that is no promise.
    pub fn view(&mut self, place: &Place, page: &Address) -> Option<DeedView> {
        let (shower, promise) = self.find(place)?;
        let plan = ForeignLink {
            href: shower.href(&shower.entry.address, page),
            title: shower.entry.title.clone(),
            lang: shower.speech.title_lang(),
        };
        let (action, group) = match promise {
            Promise::Action(action) => (Some(shower.line(action, page)), None),
            Promise::Orientation(orientation) => (None, Some(shower.orientation_group(orientation, page))),
            Promise::Objective(objective) => (None, Some(shower.objective_group(objective, page))),
        };
        Some(DeedView { plan, action, group })
    }

    fn find(&mut self, place: &Place) -> Option<(&Shower<'a>, Promise<'a>)> {
        let (making, language) = (self.making, self.language);
        let entry = making.site.entry(place.entry);
        let plan = entry.plan()?;
        let promises = self.plans.entry(place.entry).or_insert_with(|| Promises {
            shower: Shower::new(making, entry, plan).speaking(language),
            by_id: by_id(plan),
        });
        promises.by_id.get(place.id.as_str()).map(|promise| (&promises.shower, *promise))
    }
}

fn by_id(plan: &Plan) -> BTreeMap<&str, Promise<'_>> {
    let mut by_id = BTreeMap::new();
    for orientation in plan.orientations() {
        by_id.insert(orientation.id.as_str(), Promise::Orientation(orientation));
        for objective in orientation.objectives() {
            if objective.title.is_some() {
                by_id.insert(&objective.id, Promise::Objective(objective));
            }
            by_id.extend(objective.actions().map(|action| (action.id.as_str(), Promise::Action(action))));
        }
    }
    by_id
}

impl Shower<'_> {
    fn orientation_group(&self, orientation: &Orientation, page: &Address) -> GroupView {
        let card = self.card(orientation, page);
        let OrientationCard { href, number: _, label, label_lang, title, foreign, progress } = card;
        GroupView { label, label_lang, title, lang: foreign.map(|foreign| foreign.lang), href, progress }
    }

    fn objective_group(&self, objective: &Objective, page: &Address) -> GroupView {
        GroupView {
            label: self.words.say("plan.objective", &[("number", &objective.number)]),
            label_lang: None,
            title: objective.title.as_ref().map(|title| title.plain.clone()).unwrap_or_default(),
            lang: self.speech.title(objective.foreign.as_ref()).map(|foreign| foreign.lang),
            href: markdown::encoded(&format!("{}#{}", self.entry.address.relative_to(page), objective.id)),
            progress: progress::progress(self.words, &self.progress(objective.actions())),
        }
    }
}
