//! What became of what was said, counted honestly.

use std::collections::{BTreeMap, BTreeSet};

use super::{Shower, link_to};
use crate::filled::Filled;
use crate::kind::synthesis::{Block, Contribution, Synthesis};
use crate::lang;
use crate::page::plan::deeds::Deeds;
use crate::site::trail::Place;
use crate::site::{Entry, Site};
use crate::view::synthesis::{FollowedView, OutcomeView};

/// A contribution and all it leads to.
pub struct Idea<'s> {
    pub block: &'s Block,
    pub said: &'s Contribution,
    /// In the order written, each once.
    pub leads: Vec<&'s Place>,
}

/// Every contribution once, in the order written.
///
/// What was retained in the words of another contribution is that contribution: it is not counted
/// twice, and leads where either leads. What is nested under a contribution speaks for it as well.
pub fn ideas<'s>(site: &'s Site, entry: &Entry, synthesis: &'s Synthesis) -> Vec<Idea<'s>> {
    let said = || {
        synthesis.sections().flat_map(|(block, section)| {
            let is_retained = section.is_retained;
            let said = section.contributions().into_iter().filter(|said| !said.line.plain.is_empty());
            said.map(move |said| (block, said, is_retained))
        })
    };
    let words = |said: &Contribution| lang::fold(&said.line.plain);
    let elsewhere: BTreeSet<String> =
        said().filter(|(.., is_retained)| !is_retained).map(|(_, said, _)| words(said)).filled();
    let mut of_twins: BTreeMap<String, Vec<&Place>> = BTreeMap::new();
    let mut ideas = Vec::new();
    for (block, said, is_retained) in said() {
        let leads = leads(site, entry, said);
        if is_retained && elsewhere.contains(&words(said)) {
            of_twins.entry(words(said)).or_default().extend(leads);
        } else {
            ideas.push(Idea { block, said, leads });
        }
    }
    for idea in &mut ideas {
        let twins = of_twins.get(&words(idea.said)).into_iter().flatten().copied();
        for place in twins {
            if !idea.leads.contains(&place) {
                idea.leads.push(place);
            }
        }
    }
    ideas
}

/// Where a contribution and what is nested under it lead.
fn leads<'s>(site: &'s Site, entry: &Entry, said: &Contribution) -> Vec<&'s Place> {
    let mut leads: Vec<&Place> = site.outcomes_of(entry, &said.id).iter().collect();
    for item in &said.items {
        for place in self::leads(site, entry, item) {
            if !leads.contains(&place) {
                leads.push(place);
            }
        }
    }
    leads
}

impl Shower<'_> {
    /// What became of the ideas: those that lead to a promise, with its live state, and the others.
    pub(super) fn outcome(&self, ideas: &[Idea<'_>]) -> OutcomeView {
        let mut deeds = Deeds::new(self.making, &self.entry.language);
        let mut followed = Vec::new();
        let mut left = Vec::new();
        for Idea { said, leads, block: _ } in ideas {
            let words = link_to(&said.id, &said.line.plain);
            let deeds: Vec<_> = leads.iter().filter_map(|place| deeds.view(place, self.page)).collect();
            if deeds.is_empty() {
                left.push(words);
            } else {
                let mentions = said.mentions.map(|n| self.mentions(n));
                followed.push(FollowedView { said: words, mentions, deeds });
            }
        }
        let total = self.words.locale.number(ideas.len());
        let sentence = match followed.len() {
            0 => self.words.count("synthesis.followed_none", ideas.len()),
            n => self.words.count_with("synthesis.followed", n, &[("total", &total)]),
        };
        OutcomeView {
            sentence,
            rule: self.words.say("synthesis.rule", &[]),
            left_title: self.words.count("synthesis.left", left.len()),
            // Where nothing leads anywhere, the list would only say the whole page again.
            left: if followed.is_empty() { Vec::new() } else { left },
            followed,
        }
    }
}
