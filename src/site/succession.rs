//! From a plan to the one after it: what was carried over, finished, dropped, or left behind.

use std::collections::{BTreeMap, BTreeSet};

use super::links::{Target, Use};
use super::{Entry, Site};
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::filled::Filled;
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::{Action, Numbering, Plan};
use crate::lang;
use crate::markdown::{Filling, Html};

/// Two plans that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Succession {
    /// Indexes of `Site::entries`.
    pub previous: usize,
    pub next: usize,
    pub pairing: Pairing,
}

/// What became of each action of a plan; every one of them is in exactly one list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairing {
    pub carried: Vec<Carried>,
    /// Done, and not taken up again.
    pub finished: Vec<ActionName>,
    pub dropped: Vec<ActionName>,
    /// Neither done nor dropped, and not in the next plan.
    pub left: Vec<ActionName>,
}

/// An action of a plan and the one that takes it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    pub from: ActionName,
    pub to: ActionName,
}

/// The number and the anchor of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionName {
    pub number: String,
    pub id: String,
}

/// Links that authors wrote from an action of the previous plan to one of the next, by anchors.
pub type WrittenLinks = BTreeMap<String, String>;

/// Pairs the actions of a plan with those of the next.
///
/// A link between them says it best, then an anchor of the author's that both have, then the same
/// words. A number only pairs actions when both authors wrote it and most words agree: the first
/// action of every plan is 1.1.1, and carries nothing over for that.
pub fn pair(previous: &Plan, next: &Plan, links: &WrittenLinks) -> Pairing {
    let mut pairing = Pairing::default();
    let candidates = Candidates::of(next);
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    for action in previous.actions() {
        let found = candidates.linked(action, links).or_else(|| candidates.alike(action, &taken));
        if let Some(to) = found {
            taken.insert(&to.id);
            pairing.carried.push(Carried { from: name(action), to: name(to) });
            continue;
        }
        match action.status.key {
            StatusKey::Done => pairing.finished.push(name(action)),
            StatusKey::Dropped => pairing.dropped.push(name(action)),
            StatusKey::Partial
            | StatusKey::InProgress
            | StatusKey::Preparing
            | StatusKey::Planned
            | StatusKey::Postponed
            | StatusKey::OnHold
            | StatusKey::Ongoing
            | StatusKey::Noted
            | StatusKey::NotStated => pairing.left.push(name(action)),
        }
    }
    pairing
}

fn name(action: &Action) -> ActionName {
    ActionName { number: action.number.clone(), id: action.id.clone() }
}

/// The actions of a plan by what may pair them.
struct Candidates<'p> {
    by_id: BTreeMap<&'p str, &'p Action>,
    /// By folded title.
    by_words: BTreeMap<String, Vec<&'p Action>>,
    /// Those whose number is the author's.
    by_number: BTreeMap<&'p str, Vec<&'p Action>>,
}

impl<'p> Candidates<'p> {
    fn of(plan: &'p Plan) -> Candidates<'p> {
        let mut candidates =
            Candidates { by_id: BTreeMap::new(), by_words: BTreeMap::new(), by_number: BTreeMap::new() };
        for action in plan.actions() {
            candidates.by_id.insert(&action.id, action);
            candidates.by_words.entry(lang::fold(&action.title.plain)).or_default().push(action);
            if action.numbering == Numbering::Written {
                candidates.by_number.entry(&action.number).or_default().push(action);
            }
        }
        candidates
    }

    fn linked(&self, action: &Action, links: &WrittenLinks) -> Option<&'p Action> {
        links.get(&action.id).and_then(|id| self.by_id.get(id.as_str())).copied()
    }

    fn alike(&self, action: &Action, taken: &BTreeSet<&str>) -> Option<&'p Action> {
        let free = |it: &&&Action| !taken.contains(it.id.as_str());
        // An anchor made from the number is not the author's.
        let own_id = !action.id.starts_with(&action.number);
        let of_id = || self.by_id.get(action.id.as_str()).filter(|_| own_id).filter(free);
        let of_words = || self.by_words.get(&lang::fold(&action.title.plain))?.iter().find(free);
        let of_number = || {
            let same = self
                .by_number
                .get(action.number.as_str())
                .filter(|_| action.numbering == Numbering::Written)?;
            same.iter().filter(free).find(|it| share_words(action, it))
        };
        of_id().or_else(of_words).or_else(of_number).copied()
    }
}

/// Whether two titles have half of their words in common, short words apart.
fn share_words(one: &Action, other: &Action) -> bool {
    let words = |action: &Action| -> BTreeSet<String> {
        let folded = lang::fold(&action.title.plain);
        folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 3)
            .map(str::to_owned)
            .collect()
    };
    let (first, second) = (words(one), words(other));
    let n_least = first.len().min(second.len());
    n_least > 0 && 2 * first.intersection(&second).count() >= n_least
}

/// Every succession that a plan of the site tells of, with `previous` that lead to no plan noted.
pub fn of_site(site: &Site, diagnostics: &mut Vec<Diagnostic>) -> Vec<Succession> {
    let mut successions = Vec::new();
    for (at, entry) in site.entries.iter().enumerate() {
        let stands = entry.plan().filter(|plan| plan.translation.is_none());
        let Some((plan, written)) = stands.and_then(|plan| Some((plan, plan.previous.as_ref()?))) else {
            continue;
        };
        let Some((before, previous)) = previous_of(site, entry, &written.value) else {
            let problem = no_such_plan(site, entry, &written.value);
            let path = entry.document.as_ref().map(|document| document.path.clone()).unwrap_or_default();
            let (severity, span) = (Severity::Error, Some(written.span));
            diagnostics.push(Diagnostic { severity, problem: problem.into(), path, span });
            continue;
        };
        let mut links = written_links(site, &site.entries[before], previous, entry);
        for (to, from) in written_links(site, entry, plan, &site.entries[before]) {
            links.entry(from).or_insert(to);
        }
        successions.push(Succession { previous: before, next: at, pairing: pair(previous, plan, &links) });
    }
    successions.extend(in_other_languages(site, &successions));
    successions.sort_by_key(|it| it.next);
    successions
}

/// The same successions as the translations of either plan tell them: numbers and anchors are those
/// of their sources.
fn in_other_languages(site: &Site, successions: &[Succession]) -> Vec<Succession> {
    let mut others = Vec::new();
    for Succession { previous, next, pairing } in successions {
        let translated = |at: usize, language: &String| {
            let twin = site.entries[at].translations.get(language).copied();
            twin.filter(|twin| site.source_of(&site.entries[*twin]).is_some())
        };
        let languages: BTreeSet<&String> =
            [*previous, *next].into_iter().flat_map(|at| site.entries[at].translations.keys()).filled();
        for language in languages {
            let pair = (translated(*previous, language), translated(*next, language));
            if let (Some(_), _) | (_, Some(_)) = pair {
                let (previous, next) = (pair.0.unwrap_or(*previous), pair.1.unwrap_or(*next));
                others.push(Succession { previous, next, pairing: pairing.clone() });
            }
        }
    }
    others
}

/// The plan that `previous` names, unless it is the plan itself.
fn previous_of<'s>(site: &'s Site, entry: &Entry, written: &str) -> Option<(usize, &'s Plan)> {
    let Ok(Target::Inside { address, .. }) = site.resolve(entry, written, Use::Link) else { return None };
    let at = site.entries.iter().position(|it| it.address == address && it.address != entry.address)?;
    Some((at, site.entries[at].plan()?))
}

fn no_such_plan(site: &Site, entry: &Entry, written: &str) -> SiteProblem {
    let plans = site.entries.iter().filter(|it| it.plan().is_some() && it.address != entry.address);
    let paths: Vec<String> = plans
        .filter_map(|it| it.document.as_ref()?.path.strip_prefix("content/").map(|path| format!("@/{path}")))
        .collect();
    let nearest = lang::nearest(written, paths.iter().map(String::as_str)).map(str::to_owned);
    SiteProblem::NotAPlan { written: written.to_owned(), nearest }
}

/// Links from the actions of a plan to those of another, the first of each action.
fn written_links(site: &Site, from: &Entry, plan: &Plan, to: &Entry) -> WrittenLinks {
    let mut links = WrittenLinks::new();
    for action in plan.actions() {
        let fields = action.fields.iter().map(|(_, value)| &value.html);
        let own = [
            Some(&action.title.html),
            action.intent.as_ref().map(|intent| &intent.html),
            Some(&action.details),
        ];
        let anchor =
            own.into_iter().flatten().chain(fields).flat_map(Html::holes).find_map(|hole| match &hole.what {
                Filling::Link(written) => match site.resolve(from, written, Use::Link) {
                    Ok(Target::Inside { address, anchor, .. }) if address == to.address => anchor,
                    Ok(Target::Inside { .. } | Target::Outside) | Err(_) => None,
                },
                Filling::Image(_)
                | Filling::FootnoteCall(_)
                | Filling::Word(_)
                | Filling::Title
                | Filling::Shortcode(_) => None,
            });
        links.extend(anchor.map(|anchor| (action.id.clone(), anchor)));
    }
    links
}
