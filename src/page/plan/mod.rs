//! The pages of a plan: the whole of it, one for each orientation, one for each action that has more
//! to tell, and its other sides.

mod badges;
mod calendar;
pub mod called;
pub mod changes;
pub mod deeds;
mod history;
mod lines;
mod list;
pub mod pieces;
mod report;
mod responsible;
mod sheet;
mod stage;
mod trail;

use super::filler::Filler;
use super::frame::{Framer, Part, Subject, date_view};
use super::lineage::Lineage;
use super::speech::Speech;
use super::{Made, Making, Page, View, lists, mission, progress};
use crate::address::Address;
use crate::date::Date;
use crate::export;
use crate::kind::plan::progress::Progress;
use crate::kind::plan::{Action, Objective, ObjectivePart, Orientation, OrientationPart, Plan, PlanPart};
use crate::lang;
use crate::markdown;
use crate::site::links::orientation_anchors;
use crate::site::mission::Contribution;
use crate::site::plan::Side;
use crate::site::{self, Entry};
use crate::view::lists::PlanCard;
use crate::view::{
    ActionView, Download, FieldView, ObjectivePartView, ObjectiveView, OrientationCard, OrientationPageView,
    OrientationPartView, OrientationView, PlanPartView, PlanView, StatusView,
};
use crate::words::Words;

/// What every part of a plan needs to be shown.
struct Shower<'a> {
    making: &'a Making<'a>,
    entry: &'a Entry,
    plan: &'a Plan,
    words: &'a Words,
    speech: Speech<'a>,
    reference: Date,
    /// Whether the plan publishes any follow-up at all.
    follows_up: FollowUp,
    lineage: Lineage<'a>,
    /// The other sides it is shown from.
    sides: Vec<Side>,
}

/// Whether a plan says how far its actions are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FollowUp {
    Published,
    Unpublished,
}

impl<'a> Shower<'a> {
    fn new(making: &'a Making<'a>, entry: &'a Entry, plan: &'a Plan) -> Shower<'a> {
        let reference = making.reference_date(entry);
        let follows_up = match Progress::of(plan.actions(), reference).states_something() {
            true => FollowUp::Published,
            false => FollowUp::Unpublished,
        };
        let words = making.words_of(entry);
        let speech = Speech::new(making, entry.written_in(), entry, plan);
        let lineage = Lineage::new(making.site, entry, words);
        let sides = Side::of(plan).collect();
        Shower { making, entry, plan, words, speech, reference, follows_up, lineage, sides }
    }

    /// The same plan on a page in a language of the site, be it another.
    fn speaking(self, language: &'a str) -> Shower<'a> {
        let speech = Speech::new(self.making, language, self.entry, self.plan);
        Shower { words: speech.words, speech, ..self }
    }

    fn whole(&self, made: &mut Made) -> Page {
        let page = &self.entry.address;
        let mut filler = self.making.filler(self.entry, page);
        let parts = self.plan.parts.iter().map(|part| self.plan_part(part, page, &mut filler)).collect();
        let header = self.entry.document.as_ref().map(|document| &document.header);
        let updated = header.and_then(|header| header.updated);
        let view = PlanView {
            title: self.entry.title.clone(),
            description: self.entry.description().map(str::to_owned),
            stage: self.stage(),
            translation: self.speech.notice(self.plan),
            period: self.plan.period.as_ref().map(|period| progress::timeframe(&self.speech, period)),
            responsible: self.plan.responsible.clone(),
            reference_date: date_view(self.words, self.reference),
            updated: updated.map(|date| date_view(self.words, date)),
            bold_legend: self.bold_legend(self.plan.actions()),
            progress: self.plan_progress(page),
            elapsed: self.elapsed(),
            parts,
            orientations: self.plan.orientations().map(|orientation| self.card(orientation, page)).collect(),
            footnotes: filler.footnotes(&self.plan.footnotes),
            downloads: self.downloads(page),
            badge: self.badge_view(page, page, &self.plan_badge()),
            tags: super::tags::of_entry(self.making, self.entry, page),
            born_of: self.born_of(page),
            succession: self.lineage.around(&self.making.framer(self.entry, page), self.plan.stage),
            sides: self.side_links(page),
        };
        made.diagnostics.extend(filler.problems.into_diagnostics());
        lists::tell_image(self.making, self.entry, made);
        let subject = Subject {
            title: &self.entry.title,
            description: self.entry.description(),
            updated: self.entry.updated(),
            is_part: Part::Whole,
        };
        Page {
            address: page.clone(),
            template: super::template(self.entry, "plan.html"),
            language: self.entry.language.clone(),
            frame: self.making.framer(self.entry, page).frame(&subject),
            view: View::Plan(Box::new(view)),
            source: super::source(self.entry),
        }
    }

    fn orientation_page(&self, orientations: &[&Orientation], at: usize, made: &mut Made) -> Page {
        let orientation = orientations[at];
        let page = site::plan::orientation(self.entry, orientation);
        let mut filler = self.making.filler(self.entry, &page).with_anchors(orientation_anchors(orientation));
        let framer = self.making.framer(self.entry, &page);
        let title = self.full_title(orientation);
        let neighbour = |at: Option<usize>| {
            at.and_then(|at| orientations.get(at)).map(|orientation| self.card(orientation, &page))
        };
        let view = OrientationPageView {
            plan: framer.link(&self.entry.address, &self.entry.title),
            stage: self.stage(),
            translation: self.speech.notice(self.plan),
            period: self.plan.period.as_ref().map(|period| progress::timeframe(&self.speech, period)),
            reference_date: date_view(self.words, self.reference),
            bold_legend: self.bold_legend(orientation.actions()),
            orientation: self.orientation(orientation, &page, &mut filler),
            footnotes: filler.footnotes(&self.plan.footnotes),
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(Some(at + 1)),
            badge: self.badge_view(&page, &page, &self.orientation_badge(orientation)),
        };
        made.diagnostics.extend(filler.problems.into_diagnostics());
        let description = format!("{} – {title}", self.entry.title);
        let subject = Subject {
            title: &title,
            description: Some(&description),
            updated: self.entry.updated(),
            is_part: Part::Piece,
        };
        Page {
            template: "orientation.html".to_owned(),
            language: self.entry.language.clone(),
            frame: framer.frame(&subject),
            view: View::Orientation(Box::new(view)),
            source: super::source(self.entry),
            address: page,
        }
    }

    fn plan_part(&self, part: &PlanPart, page: &Address, filler: &mut Filler<'_>) -> PlanPartView {
        match part {
            PlanPart::Text(html) => PlanPartView { text: Some(filler.fill(html)), orientation: None },
            PlanPart::Orientation(orientation) => {
                PlanPartView { text: None, orientation: Some(self.orientation(orientation, page, filler)) }
            }
        }
    }

    fn orientation(
        &self,
        orientation: &Orientation,
        page: &Address,
        filler: &mut Filler<'_>,
    ) -> OrientationView {
        let title = filler.fill(&orientation.title.html);
        let parts = orientation.parts.iter().map(|part| match part {
            OrientationPart::Text(html) => {
                OrientationPartView { text: Some(filler.fill(html)), objective: None }
            }
            OrientationPart::Objective(objective) => {
                OrientationPartView { text: None, objective: Some(self.objective(objective, page, filler)) }
            }
        });
        OrientationView {
            number: orientation.number.clone(),
            id: orientation.id.clone(),
            label: self.label(orientation),
            title,
            foreign: self.speech.title(orientation.foreign.as_ref()),
            parts: parts.collect(),
            sources: self.sources(&orientation.id, page),
            href: self.href(&site::plan::orientation(self.entry, orientation), page),
            contributes: mission::contributes(self.making, &self.contribution(orientation), page),
            progress: self.orientation_progress(orientation, page),
        }
    }

    fn objective(&self, objective: &Objective, page: &Address, filler: &mut Filler<'_>) -> ObjectiveView {
        let title = objective.title.as_ref().map(|title| filler.fill(&title.html));
        let mut parts: Vec<ObjectivePartView> = Vec::new();
        for part in &objective.parts {
            match part {
                ObjectivePart::Text(html) => {
                    parts.push(ObjectivePartView { text: Some(filler.fill(html)), actions: None });
                }
                ObjectivePart::Action(action) => {
                    let action = self.action(action, page, filler);
                    match parts.last_mut().and_then(|part| part.actions.as_mut()) {
                        Some(actions) => actions.push(action),
                        None => parts.push(ObjectivePartView { text: None, actions: Some(vec![action]) }),
                    }
                }
            }
        }
        let place = site::plan::objective(&self.entry.address, objective);
        ObjectiveView {
            number: objective.number.clone(),
            id: objective.id.clone(),
            foreign: self.speech.title(objective.foreign.as_ref()),
            timeframe: objective
                .timeframe
                .as_ref()
                .map(|timeframe| progress::timeframe(&self.speech, timeframe)),
            progress: progress::progress(self.words, &self.progress(objective.actions())),
            sources: self.sources(&objective.id, page),
            badge: objective
                .title
                .is_some()
                .then(|| self.badge_view(&place, page, &self.objective_badge(objective))),
            title,
            parts,
        }
    }

    fn action(&self, action: &Action, page: &Address, filler: &mut Filler<'_>) -> ActionView {
        let address = site::plan::action(&self.entry.address, action);
        ActionView {
            number: action.number.clone(),
            id: action.id.clone(),
            former: action.other_anchors().cloned().collect(),
            title: filler.fill(&action.title.html),
            foreign: self.speech.title(action.foreign.as_ref()),
            intent: action.intent.as_ref().map(|intent| filler.fill(&intent.html)),
            timeframe: action
                .timeframe
                .as_ref()
                .map(|timeframe| progress::timeframe(&self.speech, timeframe)),
            status: self.status(action),
            percent: action.percent.map(|percent| self.words.percent(u32::from(percent))),
            late: action.is_late(self.reference).then(|| self.words.say("action.late", &[])),
            responsible: action.responsible.clone(),
            partners: action.partners.clone(),
            fields: self.fields(action, filler),
            details: (!action.details.is_empty()).then(|| filler.fill(&action.details)),
            lineage: self.lineage.of(action, &self.making.framer(self.entry, page)),
            sources: if address == *page { Vec::new() } else { self.sources(&action.id, page) },
            sheet: (self.has_sheet(action) && address != *page).then(|| self.href(&address, page)),
        }
    }

    fn fields(&self, action: &Action, filler: &mut Filler<'_>) -> Vec<FieldView> {
        let translation = self.plan.translation.as_ref();
        let fields = action.fields.iter().map(|(name, value)| {
            let borrowed = translation.filter(|translation| translation.columns.contains(name));
            let lang = borrowed.map(|translation| translation.foreign.tag.to_string());
            FieldView { name: name.clone(), lang, value: filler.fill(&value.html) }
        });
        fields.collect()
    }

    /// The state of an action, where the plan publishes any.
    fn status(&self, action: &Action) -> Option<StatusView> {
        match self.follows_up {
            FollowUp::Published => Some(progress::status(&self.speech, action)),
            FollowUp::Unpublished => None,
        }
    }

    fn card(&self, orientation: &Orientation, page: &Address) -> OrientationCard {
        OrientationCard {
            href: self.href(&site::plan::orientation(self.entry, orientation), page),
            number: orientation.number.clone(),
            label: self.label(orientation),
            label_lang: self.label_lang(orientation),
            title: orientation.title.plain.clone(),
            foreign: self.speech.title(orientation.foreign.as_ref()),
            progress: progress::progress(self.words, &self.progress(orientation.actions())),
        }
    }

    fn contribution<'o>(&'o self, orientation: &'o Orientation) -> Contribution<'o> {
        Contribution { entry: self.entry, plan: self.plan, orientation }
    }

    fn progress<'p>(&self, actions: impl Iterator<Item = &'p Action>) -> Progress {
        Progress::of(actions, self.reference)
    }

    fn href(&self, to: &Address, page: &Address) -> String {
        markdown::encoded(&to.relative_to(page))
    }

    /// « Orientation 2 », « Axe A »: the author's word for the level, else ours.
    fn label(&self, orientation: &Orientation) -> String {
        let word = match orientation.level_word.as_str() {
            "" => self.words.say("plan.orientation", &[]),
            written => written.to_owned(),
        };
        format!("{word} {}", orientation.number)
    }

    /// The tag of the language of the author's word for the level, where the page speaks another.
    fn label_lang(&self, orientation: &Orientation) -> Option<String> {
        self.speech.title_lang().filter(|_| !orientation.level_word.is_empty())
    }

    /// « Orientation 2 : Outiller les membres »
    fn full_title(&self, orientation: &Orientation) -> String {
        let (label, title) = (self.label(orientation), orientation.title.plain.as_str());
        if lang::fold(&label) == lang::fold(title) {
            return label;
        }
        self.words.say("plan.labelled", &[("label", &label), ("title", title)])
    }

    /// Said only where an action is in bold.
    fn bold_legend<'p>(&self, mut actions: impl Iterator<Item = &'p Action>) -> Option<String> {
        let meaning = self.plan.bold?;
        let label = self.words.say(meaning.label_key(), &[]);
        actions
            .any(|action| action.is_bold)
            .then(|| self.words.say("plan.bold_legend", &[("status", &label)]))
    }

    pub(super) fn downloads(&self, page: &Address) -> Vec<Download> {
        let formats = export::formats(self.making.config, self.plan);
        let downloads = formats.map(|format| Download {
            href: self.href(&site::plan::data(&self.entry.address, format.file), page),
            title: self.words.say(format.title, &[]),
            format: format.name.to_owned(),
        });
        downloads.collect()
    }
}

/// A plan as a list shows it.
pub fn card_of_plan(framer: &Framer<'_>, entry: &Entry, plan: &Plan) -> PlanCard {
    let page = framer.page;
    let shower = Shower::new(framer.making, entry, plan).speaking(framer.language());
    PlanCard {
        href: shower.href(&entry.address, page),
        title: entry.title.clone(),
        description: entry.description().map(str::to_owned),
        stage: shower.stage().map(|stage| stage.title),
        period: plan.period.as_ref().map(|period| progress::timeframe(&shower.speech, period)),
        reference_date: date_view(shower.words, shower.reference),
        progress: shower.plan_progress(page),
        orientations: plan.orientations().map(|orientation| shower.card(orientation, page)).collect(),
        spoken: None,
    }
}

/// An orientation as the pages of others show it, and how far its plan is in its own life.
pub struct ShownOrientation {
    pub card: OrientationCard,
    /// None for an adopted plan whose period is not over.
    pub stage: Option<String>,
}

/// An orientation of a plan as a page outside the plan shows it.
pub fn card_of_orientation(framer: &Framer<'_>, of: &Contribution<'_>) -> ShownOrientation {
    let shower = Shower::new(framer.making, of.entry, of.plan).speaking(framer.language());
    ShownOrientation {
        card: shower.card(of.orientation, framer.page),
        stage: shower.stage().map(|stage| stage.title),
    }
}
