//! The home page: what the association wants, how far it is, what people said, what is new.

use std::cmp::Reverse;

use super::frame::{Framer, contact, date_view, site_description, site_title};
use super::lists::{card_of_kind, content, made_of, plan_card, tell_image};
use super::plan::changes;
use super::{Made, Making, View, mission, section, tags};
use crate::config::look::HomePart;
use crate::date::Date;
use crate::kind::Body;
use crate::kind::plan::Stage;
use crate::kind::synthesis::Synthesis;
use crate::site::{Entry, Role};
use crate::view::Link;
use crate::view::listing::{HomeChange, SynthesisCard};
use crate::view::lists::{Card, HomeView};
use crate::view::sides::ChangeView;

/// How many dated documents the home page announces.
const LATEST: usize = 3;

/// How many entries of the follow-up it shows.
const CHANGES: usize = 5;

/// How many ideas of the latest synthesis it shows.
const IDEAS: usize = 3;

/// Makes the home page of a language. What the site does not have takes no room.
pub fn page(making: &Making<'_>, entry: &Entry, made: &mut Made) {
    let home = Home { making, entry, framer: making.framer(entry, &entry.address) };
    tell_image(making, entry, made);
    let plans = home.current_plans();
    let latest = home.dated();
    let synthesis = latest
        .iter()
        .filter(|entry| home.is_in_its_language(entry))
        .find_map(|entry| Some((*entry, synthesis_of(entry)?)));
    let announced =
        latest.iter().filter(|entry| synthesis.is_none_or(|(shown, _)| shown.address != entry.address));
    let (changes, all_changes) = home.changes(&plans);
    let written =
        entry.document.as_ref().filter(|document| document.is_titled).map(|document| &document.title);
    let view = HomeView {
        title: written.cloned().unwrap_or_else(|| site_title(making.config, &entry.language)),
        description: entry
            .description()
            .map(str::to_owned)
            .or_else(|| site_description(making.config, entry.written_in())),
        parts: parts(&making.config.look.home),
        content: content(making, entry, &entry.address, made),
        mission: mission::brief(making, entry, &entry.address),
        plans: plans.iter().filter_map(|plan| plan_card(plan, &home.framer)).collect(),
        synthesis: synthesis.map(|(entry, synthesis)| home.synthesis(entry, synthesis)),
        latest: announced.take(LATEST).map(|entry| card_of_kind(entry, &home.framer)).collect(),
        changes,
        all_changes,
        sections: home.sections(),
        feed: home.framer.feed(entry),
        contact: making.config.contact.as_deref().map(contact),
    };
    made.pages.push(made_of(making, entry, "home.html", View::Home(Box::new(view))));
}

/// The names of the parts of the page, in the order the site asks for.
fn parts(asked: &[HomePart]) -> Vec<&'static str> {
    let parts = if asked.is_empty() { &HomePart::ALL[..] } else { asked };
    parts.iter().map(|part| part.name()).collect()
}

/// What the home page of a language is made from.
struct Home<'a> {
    making: &'a Making<'a>,
    entry: &'a Entry,
    framer: Framer<'a>,
}

impl<'a> Home<'a> {
    /// Whether the words of an entry may stand among those of the home page. In a list they may
    /// not be, and say so.
    fn is_in_its_language(&self, other: &Entry) -> bool {
        self.framer.spoken_by(other).is_none()
    }

    fn same_language(&self) -> impl Iterator<Item = &'a Entry> {
        let language = &self.entry.language;
        self.making.site.entries().iter().filter(move |other| other.language == *language)
    }

    /// Adopted plans, which are what is being done, then proposed ones; each newest first.
    fn current_plans(&self) -> Vec<&'a Entry> {
        let mut current: Vec<&Entry> = self
            .same_language()
            .filter(|other| {
                other.plan().is_some_and(|plan| matches!(plan.stage, Stage::Adopted | Stage::Proposed))
            })
            .collect();
        let start = |entry: &Entry| {
            entry
                .plan()
                .and_then(|plan| plan.period.as_ref())
                .and_then(|period| period.span())
                .and_then(|range| range.start)
        };
        let is_proposed = |entry: &Entry| entry.plan().is_some_and(|plan| plan.stage == Stage::Proposed);
        current.sort_by_key(|entry| (is_proposed(entry), Reverse(start(entry)), entry.address.clone()));
        current
    }

    /// Dated documents, newest first; plans are shown apart.
    fn dated(&self) -> Vec<&'a Entry> {
        let mut dated: Vec<&Entry> = self
            .same_language()
            .filter(|other| other.role == Role::Page && other.plan().is_none() && other.date.is_some())
            .collect();
        dated.sort_by_key(|entry| (Reverse(entry.date), entry.address.clone()));
        dated
    }

    fn synthesis(&self, entry: &Entry, synthesis: &Synthesis) -> SynthesisCard {
        let said = |event: &&String| !entry.title.contains(event.as_str());
        let retained = synthesis.sections().filter(|(_, section)| section.is_retained);
        let ideas = retained.flat_map(|(_, section)| section.contributions());
        SynthesisCard {
            href: self.framer.href(&entry.address),
            title: entry.title.clone(),
            event: synthesis.event.as_ref().filter(said).cloned(),
            date: entry.date.map(|date| date_view(self.making.words_of(entry), date)),
            description: entry.description().map(str::to_owned),
            retained: ideas.take(IDEAS).map(|idea| idea.line.plain.clone()).collect(),
        }
    }

    /// The newest entries of the follow-up of these plans, and where all of them are.
    fn changes(&self, plans: &[&Entry]) -> (Vec<HomeChange>, Vec<Link>) {
        let mut changes: Vec<(Date, HomeChange)> = Vec::new();
        let mut all = Vec::new();
        for entry in plans.iter().filter(|plan| self.is_in_its_language(plan)) {
            let latest: Vec<(Date, ChangeView)> =
                changes::latest_changes(self.making, entry, &self.entry.address, CHANGES);
            if latest.is_empty() {
                continue;
            }
            all.extend(changes::link_to_changes(self.making, entry, &self.entry.address));
            let plan = self.framer.link(&entry.address, &entry.title);
            let of_plan = |(date, change)| (date, HomeChange { plan: Some(plan.clone()), change });
            changes.extend(latest.into_iter().map(of_plan));
        }
        changes.sort_by_key(|(date, _)| Reverse(*date));
        changes.truncate(CHANGES);
        let is_alone = all.len() == 1;
        let shown = changes
            .into_iter()
            .map(|(_, change)| HomeChange { plan: change.plan.filter(|_| !is_alone), ..change });
        (shown.collect(), all)
    }

    fn sections(&self) -> Vec<Card> {
        let mut sections = section::subsections(self.making, self.entry, &self.framer);
        sections.extend(tags::card(self.making, self.entry, &self.framer));
        sections
    }
}

fn synthesis_of(entry: &Entry) -> Option<&Synthesis> {
    match &entry.document.as_ref()?.body {
        Body::Synthesis(synthesis) => Some(synthesis),
        Body::Plan(_) | Body::Mission(_) | Body::Article(_) => None,
    }
}
