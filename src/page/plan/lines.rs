//! What the sides of a plan share: their head, and actions and entries as lines of a list.

use super::Shower;
use crate::address::Address;
use crate::date::Date;
use crate::kind::plan::follow_up::Entry;
use crate::kind::plan::follow_up::evidence::{self, Evidence, Link as Place};
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::{Action, Objective, Orientation};
use crate::markdown;
use crate::page::frame::{Part, Subject, date_view};
use crate::page::{Page, View, progress, source};
use crate::site;
use crate::site::links::{Target, Use};
use crate::site::plan::Side;
use crate::view::sides::{ActionLine, EntryView, EvidenceView, PlanHead};
use crate::view::{Link, MenuLink};

/// An action and where it stands in the plan.
#[derive(Clone, Copy)]
pub(super) struct Placed<'p> {
    pub orientation: &'p Orientation,
    pub objective: &'p Objective,
    pub action: &'p Action,
}

impl<'a> Shower<'a> {
    /// Every action in the order of the plan.
    pub(super) fn placed(&self) -> impl Iterator<Item = Placed<'a>> {
        self.plan.orientations().flat_map(|orientation| {
            orientation.objectives().flat_map(move |objective| {
                objective.actions().map(move |action| Placed { orientation, objective, action })
            })
        })
    }

    pub(super) fn side_address(&self, side: Side) -> Address {
        side.address(self.entry)
    }

    /// « Bilan de suivi »
    pub(super) fn side_title(&self, side: Side) -> String {
        self.words.say(&format!("sides.{}", side.key()), &[])
    }

    /// The plan and its sides, as links of a page; none when there is only the plan.
    pub(super) fn side_links(&self, page: &Address) -> Vec<MenuLink> {
        let link = |to: &Address, title: String| MenuLink {
            href: self.href(to, page),
            title,
            lang: None,
            is_current: to == page,
            is_open: false,
        };
        let mut links: Vec<MenuLink> =
            self.sides.iter().map(|side| link(&self.side_address(*side), self.side_title(*side))).collect();
        if !links.is_empty() {
            links.insert(0, link(&self.entry.address, self.words.say("sides.plan", &[])));
        }
        links
    }

    pub(super) fn head(&self, page: &Address) -> PlanHead {
        PlanHead {
            plan: Link { href: self.href(&self.entry.address, page), title: self.entry.title.clone() },
            stage: self.stage(),
            translation: self.speech.notice(self.plan),
            period: self.plan.period.as_ref().map(|period| progress::timeframe(&self.speech, period)),
            reference_date: date_view(self.words, self.reference),
            notes: None,
            sides: self.side_links(page),
        }
    }

    /// The same for a page that shows the notes of the follow-up of actions.
    pub(super) fn head_of_notes<'p>(
        &self,
        page: &Address,
        mut actions: impl Iterator<Item = &'p Action>,
    ) -> PlanHead {
        let is_noted = |action: &Action| action.history.iter().any(|entry| !entry.note.is_empty());
        let notes = self.speech.notes().filter(|_| actions.any(is_noted));
        PlanHead { notes, ..self.head(page) }
    }

    /// A page of a side, its title and description in the words of the site.
    pub(super) fn side_page(&self, side: Side, page: Address, view: View) -> Page {
        let plan = self.entry.title.as_str();
        let title = self.title_of_side(side);
        let description = self.words.say(&format!("{}.description", side.key()), &[("plan", plan)]);
        self.piece(page, &format!("{}.html", side.key()), &title, &description, view)
    }

    /// « Bilan de suivi – Plan d’action 2025-2026 »
    pub(super) fn title_of_side(&self, side: Side) -> String {
        self.words.say("sides.page", &[("side", &self.side_title(side)), ("plan", &self.entry.title)])
    }

    /// A page that belongs to the plan.
    pub(super) fn piece(
        &self,
        page: Address,
        template: &str,
        title: &str,
        description: &str,
        view: View,
    ) -> Page {
        let subject = Subject {
            title,
            description: Some(description),
            updated: self.entry.updated(),
            is_part: Part::Piece,
        };
        Page {
            template: template.to_owned(),
            language: self.entry.language.clone(),
            frame: self.making.framer(self.entry, &page).frame(&subject),
            view,
            source: source(self.entry),
            address: page,
        }
    }

    /// Where an action is shown, from a page: on its sheet, else in the plan.
    pub(super) fn action_href(&self, action: &Action, page: &Address) -> String {
        if self.has_sheet(action) {
            return self.href(&site::plan::action(&self.entry.address, action), page);
        }
        markdown::encoded(&format!("{}#{}", self.entry.address.relative_to(page), action.id))
    }

    /// An action in a list, with what is said last of it.
    pub(super) fn line(&self, action: &Action, page: &Address) -> ActionLine {
        let noted = || action.history.iter().rev().filter(|entry| !entry.note.is_empty());
        // What came after an action was done is in its history; in a list, how it was done matters.
        let is_over = matches!(action.status.key, StatusKey::Done | StatusKey::Dropped);
        let stating = noted().find(|entry| is_over && entry.status.is_some());
        let note = stating.or_else(|| noted().next()).map(|entry| entry.note.clone());
        ActionLine {
            href: self.action_href(action, page),
            number: action.number.clone(),
            title: action.title.plain.clone(),
            foreign: self.speech.title(action.foreign.as_ref()),
            timeframe: action
                .timeframe
                .as_ref()
                .map(|timeframe| progress::timeframe(&self.speech, timeframe)),
            status: self.status(action),
            percent: self.percent(action.percent),
            late: action.is_late(self.reference).then(|| self.words.say("action.late", &[])),
            responsible: self.words.list(&action.responsible),
            lang: note.as_ref().and_then(|_| self.speech.stated_lang()),
            note,
            entries: Vec::new(),
        }
    }

    pub(super) fn entry_view(&self, entry: &Entry, page: &Address) -> EntryView {
        EntryView {
            date: date_view(self.words, entry.date),
            status: entry.status.as_ref().map(|status| progress::state(&self.speech, status)),
            percent: self.percent(entry.percent),
            note: (!entry.note.is_empty()).then(|| entry.note.clone()),
            evidence: entry.evidence.iter().map(|written| self.evidence(written, page)).collect(),
            lang: self.speech.stated_lang(),
        }
    }

    /// « mars 2026 »
    pub(super) fn month(&self, day: Date) -> String {
        self.words.locale.month_and_year(day)
    }

    fn percent(&self, percent: Option<u8>) -> Option<String> {
        percent.map(|percent| self.words.percent(u32::from(percent)))
    }

    /// A document of the site is shown by its title, a file or an address of the Web by itself,
    /// unless the author gives words for it.
    fn evidence(&self, written: &str, page: &Address) -> EvidenceView {
        let Evidence { words, link } = evidence::read(written);
        let (href, own) = match link {
            Some(Place::Web(address)) => {
                let bare = address.trim_start_matches("https://").trim_start_matches("http://");
                (Some(markdown::encoded(address)), bare.trim_end_matches('/').to_owned())
            }
            Some(Place::Inside(address)) => self.inside(address, page),
            // « Facture 12.pdf » may stand beside the plan; other words are not looked for.
            None if words.contains(['.', '/']) => {
                let (href, name) = self.inside(words, page);
                let text = if href.is_some() { name } else { words.to_owned() };
                return EvidenceView { text, href };
            }
            None => (None, String::new()),
        };
        EvidenceView { text: if words.is_empty() { own } else { words.to_owned() }, href }
    }

    /// Where an address of the site leads, and the title of what stands there, else its file's name.
    fn inside(&self, written: &str, page: &Address) -> (Option<String>, String) {
        let site = self.making.site;
        let Ok(Target::Inside { address, anchor, query }) = site.resolve(self.entry, written, Use::Link)
        else {
            return (None, written.to_owned());
        };
        let title = match site.entry_at(&address) {
            Some(entry) => entry.title.clone(),
            None => written.trim_end_matches('/').rsplit('/').next().unwrap_or(written).to_owned(),
        };
        let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
        (Some(markdown::encoded(&format!("{}{query}{anchor}", address.relative_to(page)))), title)
    }
}
