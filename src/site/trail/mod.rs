//! The trail from words to deeds: which words of which documents each promise of a plan comes from,
//! and what became of each contribution.
//!
//! A link that an author wrote is all there is to it, in either direction: from an idea to an action,
//! or from an action back to an idea.

mod languages;
pub(super) mod sayings;

use std::collections::{BTreeMap, BTreeSet};

use super::links::{Target, Use};
use super::reads::Read;
use super::{Entry, Site, plan};
use crate::address::Address;
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::front_matter::WrittenKind;
use crate::kind::Body;
use crate::kind::plan::Plan;
use crate::kind::synthesis::Synthesis;
use crate::lang;
use sayings::Saying;

/// Every tie between what was said and what was promised.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail {
    /// By place: an orientation, an objective, an action, a contribution, an axis.
    origins: BTreeMap<Place, Vec<Origin>>,
    /// By the place of a contribution.
    outcomes: BTreeMap<Place, Vec<Place>>,
    /// Documents that a synthesis says it led to, as indexes of `Site::entries`: from, to.
    led: Vec<(usize, usize)>,
}

/// An element of a page that has an anchor.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Index of `Site::entries`.
    pub entry: usize,
    pub id: String,
}

/// Words that lead to a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The document they are in: an index of `Site::entries`.
    pub entry: usize,
    /// The anchor to come back to; none for the top of its page.
    pub anchor: Option<String>,
    /// The contribution, else the sentence around the link; the title of the document when a plan
    /// names it as a whole. Plain text.
    pub words: String,
    pub kind: WrittenKind,
    pub standing: Standing,
}

/// What words are to a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They led to it: a workshop or a mission before the plan, or what the plan names as such.
    Source,
    /// They speak of it: an article, another plan, a workshop held after the plan was made.
    Mention,
}

impl Origin {
    /// Whether its words led to the promise.
    pub fn is_source(&self) -> bool {
        self.standing == Standing::Source
    }
}

impl Site {
    /// Where a place comes from, and who speaks of it: workshops first, each kind oldest first.
    pub fn origins_of(&self, entry: &Entry, id: &str) -> &[Origin] {
        let place = self.place(entry, id);
        place.and_then(|place| self.trail.origins.get(&place)).map_or(&[], Vec::as_slice)
    }

    /// What became of a contribution: the places it leads to, in the order written.
    pub fn outcomes_of(&self, entry: &Entry, id: &str) -> &[Place] {
        let place = self.place(entry, id);
        place.and_then(|place| self.trail.outcomes.get(&place)).map_or(&[], Vec::as_slice)
    }

    fn place(&self, entry: &Entry, id: &str) -> Option<Place> {
        self.note(Read::Trail);
        self.position(&entry.address).map(|entry| Place { entry, id: id.to_owned() })
    }
}

/// Follows every link of the site that leads to a promise or to a contribution, and every `leads_to`.
///
/// Links that lead nowhere are told where they are shown; a `leads_to`, which is shown nowhere when
/// it leads nowhere, is told here.
pub fn of_site(site: &Site, diagnostics: &mut Vec<Diagnostic>) -> Trail {
    let mut laying = Laying { site, targets: Targets::of(site), trail: Trail::default() };
    let leads_somewhere = !laying.targets.is_empty();
    for (at, entry) in site.entries.iter().enumerate() {
        let Some(document) = entry.document.as_deref() else { continue };
        // Words are costly to take out of their text, and a site may promise nothing.
        let said = if leads_somewhere { sayings::of_document(document) } else { Vec::new() };
        for saying in said {
            laying.follow(at, entry, document.kind, &saying);
        }
        if let Body::Synthesis(synthesis) = &document.body {
            laying.lead(at, entry, synthesis, diagnostics);
        }
    }
    let Laying { mut trail, targets, .. } = laying;
    languages::share(site, &targets, &mut trail);
    trail.origins.iter_mut().for_each(|(place, origins)| settle(site, place, origins));
    trail
}

/// What links may lead to.
struct Targets<'s> {
    /// Pages of a part of a plan, and the place they show.
    pages: BTreeMap<Address, Place>,
    /// Orientations, objectives and actions.
    promises: BTreeSet<Place>,
    /// Contributions, with their words.
    contributions: BTreeMap<Place, &'s str>,
    /// Axes of missions, with their names.
    axes: BTreeMap<Place, &'s str>,
}

impl<'s> Targets<'s> {
    fn is_empty(&self) -> bool {
        let Targets { pages, promises, contributions, axes } = self;
        pages.is_empty() && promises.is_empty() && contributions.is_empty() && axes.is_empty()
    }

    fn of(site: &'s Site) -> Targets<'s> {
        let (pages, promises, contributions, axes) = Default::default();
        let mut targets = Targets { pages, promises, contributions, axes };
        for (at, entry) in site.entries.iter().enumerate() {
            match entry.document.as_ref().map(|document| &document.body) {
                Some(Body::Plan(plan)) => targets.add_plan(at, entry, plan),
                Some(Body::Synthesis(synthesis)) => {
                    let said = synthesis.sections().flat_map(|(_, section)| section.contributions());
                    targets.contributions.extend(
                        said.map(|said| (Place { entry: at, id: said.id.clone() }, said.line.plain.as_str())),
                    );
                }
                Some(Body::Mission(mission)) => {
                    let axes =
                        mission.axes().map(|axis| (Place { entry: at, id: axis.id.clone() }, axis.name()));
                    targets.axes.extend(axes);
                }
                Some(Body::Article(_)) | None => {}
            }
        }
        targets
    }

    fn add_plan(&mut self, at: usize, entry: &Entry, plan: &Plan) {
        let place = |id: &str| Place { entry: at, id: id.to_owned() };
        for orientation in plan.orientations() {
            self.promises.insert(place(&orientation.id));
            self.pages.insert(plan::orientation(entry, orientation), place(&orientation.id));
            for objective in orientation.objectives().filter(|objective| objective.title.is_some()) {
                self.promises.insert(place(&objective.id));
            }
        }
        for action in plan.actions() {
            self.promises.insert(place(&action.id));
            self.pages.insert(plan::action(&entry.address, action), place(&action.id));
        }
    }
}

/// The trail while it is laid.
struct Laying<'s> {
    site: &'s Site,
    targets: Targets<'s>,
    trail: Trail,
}

impl Laying<'_> {
    fn follow(&mut self, at: usize, entry: &Entry, kind: WrittenKind, saying: &Saying<'_>) {
        for written in &saying.links {
            let Ok(Target::Inside { address, anchor, .. }) = self.site.resolve(entry, written, Use::Link)
            else {
                continue;
            };
            let own = saying.anchor.as_ref().map(|id| Place { entry: at, id: id.clone() });
            let promise = own.filter(|place| self.targets.promises.contains(place));
            let Some((to, anchor)) = self.aim(&address, anchor) else { continue };
            if to == at {
                continue;
            }
            match (promise, self.origin_at(to, anchor.as_deref())) {
                // A promise that names the words it comes from.
                (Some(promise), Some(origin)) => self.tie(origin, promise),
                (Some(_) | None, _) => {
                    let Some(id) = anchor else { continue };
                    let place = Place { entry: to, id };
                    if self.is_target(&place) && !self.is_carried_over(at, to) {
                        let (anchor, words) = (saying.anchor.clone(), saying.words.clone());
                        let standing = self.standing(entry, kind, &place);
                        self.tie(Origin { entry: at, anchor, words, kind, standing }, place);
                    }
                }
            }
        }
    }

    /// What the words of a document are to a place they lead to. What is said at a workshop of a
    /// promise made before it is no origin; a visitor took it for one.
    fn standing(&self, from: &Entry, kind: WrittenKind, to: &Place) -> Standing {
        let made = self.site.entries[to.entry].date.filter(|_| self.targets.promises.contains(to));
        let is_later = from.date.zip(made).is_some_and(|(said, made)| said > made);
        match kind {
            WrittenKind::Synthesis if is_later => Standing::Mention,
            WrittenKind::Synthesis | WrittenKind::Mission => Standing::Source,
            WrittenKind::Plan | WrittenKind::News | WrittenKind::Page => Standing::Mention,
        }
    }

    /// The document and the anchor an address leads to; that of a part of a plan is in its plan.
    fn aim(&self, address: &Address, anchor: Option<String>) -> Option<(usize, Option<String>)> {
        if let Some(Place { entry, id }) = self.targets.pages.get(address) {
            let is_promise =
                |id: &String| self.targets.promises.contains(&Place { entry: *entry, id: id.clone() });
            return Some((*entry, anchor.filter(is_promise).or_else(|| Some(id.clone()))));
        }
        self.site.position(address).map(|at| (at, anchor))
    }

    /// What a promise that links there comes from: a contribution, an element of a mission, or the
    /// whole of either.
    fn origin_at(&self, entry: usize, anchor: Option<&str>) -> Option<Origin> {
        let document = self.site.entries[entry].document.as_deref()?;
        let kind = document.kind;
        let standing = Standing::Source;
        let whole = || Origin { entry, anchor: None, words: document.title.clone(), kind, standing };
        match &document.body {
            Body::Plan(_) | Body::Article(_) => None,
            Body::Synthesis(_) | Body::Mission(_) => {
                let Some(id) = anchor else { return Some(whole()) };
                let place = Place { entry, id: id.to_owned() };
                let known = self.targets.contributions.get(&place).or_else(|| self.targets.axes.get(&place));
                let words = known.copied().unwrap_or(&document.title);
                Some(Origin { anchor: Some(place.id), words: words.to_owned(), ..whole() })
            }
        }
    }

    fn is_target(&self, place: &Place) -> bool {
        let Targets { pages: _, promises, contributions, axes } = &self.targets;
        promises.contains(place) || contributions.contains_key(place) || axes.contains_key(place)
    }

    /// Whether the two are plans that follow each other: their pages tell it another way.
    fn is_carried_over(&self, one: usize, other: usize) -> bool {
        let pair = |previous, next| {
            self.site.successions.iter().any(|it| (it.previous, it.next) == (previous, next))
        };
        pair(one, other) || pair(other, one)
    }

    /// Ties words to a place, once, whoever wrote the link; a promise knows best what it comes from.
    fn tie(&mut self, origin: Origin, place: Place) {
        if let Some(anchor) = &origin.anchor {
            let from = Place { entry: origin.entry, id: anchor.clone() };
            if self.targets.contributions.contains_key(&from) {
                let outcomes = self.trail.outcomes.entry(from).or_default();
                if !outcomes.contains(&place) {
                    outcomes.push(place.clone());
                }
            }
        }
        let origins = self.trail.origins.entry(place).or_default();
        let is_same = |known: &&mut Origin| (known.entry, &known.anchor) == (origin.entry, &origin.anchor);
        match origins.iter_mut().find(is_same) {
            Some(known) if origin.is_source() => known.standing = Standing::Source,
            Some(_) => {}
            None => origins.push(origin),
        }
    }

    fn lead(&mut self, at: usize, entry: &Entry, synthesis: &Synthesis, diagnostics: &mut Vec<Diagnostic>) {
        for written in &synthesis.leads_to {
            match other_document(self.site, at, entry, &written.value) {
                Ok(to) if self.trail.led.contains(&(at, to)) => {}
                Ok(to) => self.trail.led.push((at, to)),
                Err(problem) => diagnostics.push(Diagnostic {
                    severity: Severity::Error,
                    problem: problem.into(),
                    path: entry.document.as_ref().map(|document| document.path.clone()).unwrap_or_default(),
                    span: Some(written.span),
                }),
            }
        }
    }
}

/// The document that `leads_to` names, unless it is the synthesis itself.
fn other_document(site: &Site, at: usize, entry: &Entry, written: &str) -> Result<usize, SiteProblem> {
    let to = match site.resolve(entry, written, Use::Link) {
        Ok(Target::Inside { address, .. }) => site.position(&address),
        // A title, the name of a folder or the path of a file reads as what is not there.
        Ok(Target::Outside)
        | Err(
            SiteProblem::NoSuchFile { .. } | SiteProblem::NoSuchPage { .. } | SiteProblem::NoBeginning { .. },
        ) => None,
        Err(SiteProblem::NoSuchDocument { .. }) if !written.starts_with("@/") => None,
        Err(problem) => return Err(problem),
    };
    let is_document = |to: &usize| *to != at && site.entries[*to].document.is_some();
    to.filter(is_document).ok_or_else(|| SiteProblem::LeadsToNoDocument {
        written: written.to_owned(),
        meant: called(site, at, written),
    })
}

/// The document that has these words for title, for path from the root or for folder, as
/// `leads_to` writes it.
fn called(site: &Site, at: usize, written: &str) -> Option<String> {
    let words = lang::fold(written);
    let is_other = |(other, entry): &(usize, &Entry)| *other != at && !entry.stands_in();
    let others = site.entries.iter().enumerate().filter(is_other);
    let mut named = others.filter_map(|(_, entry)| entry.document.as_deref()).filter(|document| {
        let path = document.path.as_str();
        let folder = path.strip_suffix("/index.md").and_then(|folder| folder.rsplit('/').next());
        lang::fold(&document.title) == words || path == written || folder == Some(written)
    });
    let first = named.next().filter(|_| named.next().is_none())?;
    first.path.strip_prefix("content/").map(|path| format!("@/{path}"))
}

/// Sorts the origins of a place, workshops first, and tells the words of a document that exists in
/// several languages once, in the language of the place.
fn settle(site: &Site, place: &Place, origins: &mut Vec<Origin>) {
    let language = &site.entries[place.entry].language;
    let known: Vec<usize> = origins.iter().map(|origin| origin.entry).collect();
    origins.retain(|origin| {
        let entry = &site.entries[origin.entry];
        let twin = entry.translations.get(language);
        entry.language == *language || twin.is_none_or(|twin| !known.contains(twin))
    });
    let rank = |origin: &Origin| match origin.kind {
        WrittenKind::Synthesis => 0,
        WrittenKind::Mission => 1,
        WrittenKind::Page => 2,
        WrittenKind::News => 3,
        WrittenKind::Plan => 4,
    };
    origins.sort_by_key(|origin| {
        let date = site.entries[origin.entry].date;
        (rank(origin), date.is_none(), date, origin.entry)
    });
}
