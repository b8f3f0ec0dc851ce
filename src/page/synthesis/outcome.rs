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
    let said = synthesis.sections().flat_map(|(block, section)| {
        let is_retained = section.is_retained;
        let said = section.contributions().into_iter().filter(|said| !said.line.plain.is_empty());
        said.map(move |said| (block, said, is_retained))
    });
    let said: Vec<_> = said
        .map(|(block, said, is_retained)| (block, said, is_retained, lang::fold(&said.line.plain)))
        .collect();
    let elsewhere: BTreeSet<&str> =
        said.iter().filter(|(_, _, is_retained, _)| !is_retained).map(|(.., words)| words.as_str()).filled();
    let mut of_twins: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
    let mut ideas = Vec::new();
    for (block, said, is_retained, words) in &said {
        let leads = leads(site, entry, said);
        if *is_retained && elsewhere.contains(words.as_str()) {
            of_twins.entry(words).or_default().extend(leads);
        } else {
            ideas.push((words, Idea { block, said, leads }));
        }
    }
    let with_twins = ideas.into_iter().map(|(words, mut idea)| {
        for place in of_twins.get(words.as_str()).into_iter().flatten().copied() {
            if !idea.leads.contains(&place) {
                idea.leads.push(place);
            }
        }
        idea
    });
    with_twins.collect()
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
        let mut deeds = Deeds::new(self.making, self.entry.written_in());
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
