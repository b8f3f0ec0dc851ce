//! Plans that follow each other, as their pages tell it.

use std::collections::BTreeMap;

use super::frame::Framer;
use crate::kind::plan::{Action, Stage};
use crate::markdown;
use crate::site::succession::{ActionName, Succession};
use crate::site::{Entry, Site};
use crate::view::foreign::ForeignLink;
use crate::view::succession::{LineageView, PreviousPlanView, SuccessionView};
use crate::words::Words;

/// The plan of an entry among those before and after it.
pub struct Lineage<'a> {
    site: &'a Site,
    entry: &'a Entry,
    words: &'a Words,
    /// By the anchor of an action, the actions it takes up and those that take it up.
    kin: BTreeMap<&'a str, Vec<Kin<'a>>>,
}

/// An action of another plan.
#[derive(Debug, Clone, Copy)]
struct Kin<'a> {
    /// The words for it.
    key: &'static str,
    plan: &'a Entry,
    action: &'a ActionName,
}

impl<'a> Lineage<'a> {
    pub fn new(site: &'a Site, entry: &'a Entry, words: &'a Words) -> Lineage<'a> {
        let mut lineage = Lineage { site, entry, words, kin: BTreeMap::new() };
        let mut kin: BTreeMap<&'a str, Vec<Kin<'a>>> = BTreeMap::new();
        if let Some(succession) = lineage.before() {
            let plan = lineage.plan(succession.previous);
            for carried in &succession.pairing.carried {
                let from = Kin { key: "succession.from", plan, action: &carried.from };
                kin.entry(&carried.to.id).or_default().push(from);
            }
        }
        for succession in lineage.after() {
            let plan = lineage.plan(succession.next);
            for carried in &succession.pairing.carried {
                let to = Kin { key: "succession.to", plan, action: &carried.to };
                kin.entry(&carried.from.id).or_default().push(to);
            }
        }
        lineage.kin = kin;
        lineage
    }

    /// The plans before and after one at this stage, for its page.
    pub fn around(&self, framer: &Framer<'_>, stage: Stage) -> SuccessionView {
        SuccessionView { previous: self.previous(framer), followed_by: self.followed_by(framer, stage) }
    }

    /// What became of the previous plan.
    fn previous(&self, framer: &Framer<'_>) -> Option<PreviousPlanView> {
        let succession = self.before()?;
        let pairing = &succession.pairing;
        let counts = [
            ("succession.carried", pairing.carried.len()),
            ("succession.finished", pairing.finished.len()),
            ("succession.dropped", pairing.dropped.len()),
            ("succession.left", pairing.left.len()),
        ];
        let counts =
            counts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| self.words.count(key, n)).collect();
        Some(PreviousPlanView { plan: framer.titled(self.plan(succession.previous)), counts })
    }

    /// The plan after one that is over.
    fn followed_by(&self, framer: &Framer<'_>, stage: Stage) -> Option<ForeignLink> {
        match stage {
            Stage::Closed | Stage::Replaced => {
                self.after().map(|next| framer.titled(self.plan(next.next))).next()
            }
            Stage::Proposed | Stage::Adopted => None,
        }
    }

    /// Where an action comes from, and where it went.
    pub fn of(&self, action: &Action, framer: &Framer<'_>) -> Vec<LineageView> {
        let kin = self.kin.get(action.id.as_str()).map_or(&[][..], Vec::as_slice);
        kin.iter().map(|kin| self.link(kin, framer)).collect()
    }

    fn before(&self) -> Option<&'a Succession> {
        let of_entry = self.site.successions_of(self.entry);
        let mut before = of_entry.filter(|it| self.plan(it.next).address == self.entry.address);
        before.find(|it| self.is_own(it.previous))
    }

    fn after(&self) -> impl Iterator<Item = &'a Succession> {
        let of_entry = self.site.successions_of(self.entry);
        of_entry.filter(|it| self.plan(it.previous).address == self.entry.address && self.is_own(it.next))
    }

    /// Whether a plan is in the language of this one, or is in no such language.
    fn is_own(&self, at: usize) -> bool {
        let (plan, language) = (self.plan(at), &self.entry.language);
        plan.language == *language || !self.site.is_in(plan, language)
    }

    fn plan(&self, at: usize) -> &'a Entry {
        self.site.entry(at)
    }

    fn link(&self, kin: &Kin<'_>, framer: &Framer<'_>) -> LineageView {
        let Kin { key, plan, action } = kin;
        let href = format!("{}#{}", plan.address.relative_to(framer.page), action.id);
        let ForeignLink { href: _, title, lang } = framer.titled(plan);
        let sentence = self.words.say(key, &[("number", &action.number)]);
        LineageView { href: markdown::encoded(&href), sentence, plan: title, lang }
    }
}
