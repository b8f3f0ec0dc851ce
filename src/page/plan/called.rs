//! A plan or an orientation as the shortcodes of any page show it.

use super::{Shower, calendar};
use crate::address::Address;
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::tags::tags;
use crate::kind::plan::{Action, Orientation, Plan};
use crate::lang;
use crate::page::frame::date_view;
use crate::page::{Making, progress};
use crate::site::plan::Side;
use crate::site::{self, Entry};
use crate::view::Link;
use crate::view::foreign::ForeignLink;
use crate::view::shortcodes::{ActionsCall, ProgressCall, TimelineCall};
use crate::view::sides::DatedAction;

/// What a shortcode is about.
pub struct Subject<'a> {
    shower: Shower<'a>,
    orientation: Option<&'a Orientation>,
}

/// The actions that are asked for. What is not said asks for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Any of these states.
    pub statuses: Vec<StatusKey>,
    /// A name as the plan has it.
    pub responsible: Option<String>,
    /// A tag as the plan has it.
    pub tag: Option<String>,
    pub lateness: Option<Lateness>,
    /// How many are shown.
    pub limit: Option<usize>,
}

/// Whether an action is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lateness {
    Late,
    OnTime,
}

impl<'a> Subject<'a> {
    /// A plan in the words of the page that shows it, be it in another language.
    pub fn new(making: &'a Making<'a>, entry: &'a Entry, plan: &'a Plan, language: &'a str) -> Subject<'a> {
        let shower = Shower::new(making, entry, plan).speaking(language);
        Subject { shower, orientation: None }
    }

    pub fn of_orientation(self, orientation: Option<&'a Orientation>) -> Subject<'a> {
        Subject { orientation, ..self }
    }

    pub fn plan_title(&self) -> &'a str {
        &self.shower.entry.title
    }

    /// Every action of the plan, whatever the orientation.
    pub fn all_actions(&self) -> impl Iterator<Item = &'a Action> {
        self.shower.plan.actions()
    }

    fn actions_of_subject(&self) -> Vec<&'a Action> {
        match self.orientation {
            Some(orientation) => orientation.actions().collect(),
            None => self.shower.plan.actions().collect(),
        }
    }

    /// The plan, or the page of the orientation.
    fn link(&self, page: &Address) -> ForeignLink {
        let plan = self.plan_title();
        let title = match self.orientation {
            Some(orientation) => {
                let title = self.shower.full_title(orientation);
                self.shower.words.say("shortcode.orientation", &[("plan", plan), ("orientation", &title)])
            }
            None => plan.to_owned(),
        };
        let lang = self.shower.speech.title_lang();
        ForeignLink { href: self.shower.href(&self.place(), page), title, lang }
    }

    fn place(&self) -> Address {
        match self.orientation {
            Some(orientation) => site::plan::orientation(self.shower.entry, orientation),
            None => self.shower.entry.address.clone(),
        }
    }

    pub fn progress(&self, page: &Address) -> ProgressCall {
        let counts = self.shower.progress(self.actions_of_subject().into_iter());
        let badge = match self.orientation {
            Some(orientation) => self.shower.orientation_badge(orientation),
            None => self.shower.plan_badge(),
        };
        let badge = self.shower.badge_view(&self.place(), page, &badge);
        ProgressCall {
            in_sentence: false,
            is_short: false,
            subject: self.link(page),
            reference_date: date_view(self.shower.words, self.shower.reference),
            progress: progress::progress(self.shower.words, &counts),
            badge: Some(badge),
        }
    }

    pub fn actions(&self, page: &Address, filter: &Filter) -> ActionsCall {
        let Shower { words, reference, .. } = self.shower;
        let mut actions = self.actions_of_subject();
        actions.retain(|action| self.is_asked_for(action, filter));
        let n_shown = filter.limit.unwrap_or(actions.len()).min(actions.len());
        let n_more = actions.len() - n_shown;
        let subject = self.link(page);
        ActionsCall {
            reference_date: date_view(words, reference),
            count: words.count("progress.total", actions.len()),
            filters: self.said(filter),
            actions: actions[..n_shown].iter().map(|action| self.shower.line(action, page)).collect(),
            more: (n_more > 0)
                .then(|| Link { href: subject.href.clone(), title: words.count("shortcode.more", n_more) }),
            subject,
        }
    }

    fn is_asked_for(&self, action: &Action, filter: &Filter) -> bool {
        let Filter { statuses, responsible, tag, lateness, limit: _ } = filter;
        let is_late = action.is_late(self.shower.reference);
        let same = |one: &str, other: &str| lang::fold(one) == lang::fold(other);
        (statuses.is_empty() || statuses.contains(&action.status.key))
            && responsible.as_ref().is_none_or(|wanted| action.responsible.iter().any(|it| same(it, wanted)))
            && tag.as_ref().is_none_or(|wanted| tags(action).any(|it| same(it, wanted)))
            && lateness.is_none_or(|wanted| is_late == (wanted == Lateness::Late))
    }

    /// What was asked for, in the words of the page.
    fn said(&self, filter: &Filter) -> Vec<String> {
        let Filter { statuses, responsible, tag, lateness, limit: _ } = filter;
        let words = self.shower.words;
        let mut said: Vec<String> = statuses.iter().map(|key| words.say(key.label_key(), &[])).collect();
        said.extend(lateness.map(|lateness| match lateness {
            Lateness::Late => words.say("action.late", &[]),
            Lateness::OnTime => words.say("shortcode.on_time", &[]),
        }));
        said.extend(responsible.clone());
        said.extend(tag.clone());
        said
    }

    pub fn timeline(&self, page: &Address) -> TimelineCall {
        let Shower { words, reference, .. } = self.shower;
        let mut dated = Vec::new();
        let mut n_undated = 0;
        for action in self.actions_of_subject() {
            match calendar::when(action) {
                calendar::When::Ends(end) => dated.push((Some(end), action)),
                calendar::When::Open => dated.push((None, action)),
                calendar::When::Undated => n_undated += 1,
            }
        }
        // A stable sort: on one day, actions keep the order of the plan.
        dated.sort_by_key(|(end, _)| (end.is_none(), *end));
        let calendar =
            self.shower.sides.contains(&Side::Calendar).then(|| self.shower.side_address(Side::Calendar));
        let to = calendar.unwrap_or_else(|| self.place());
        TimelineCall {
            subject: self.link(page),
            reference_date: date_view(words, reference),
            actions: dated
                .into_iter()
                .map(|(end, action)| DatedAction {
                    end: end.map(|end| date_view(words, end)),
                    action: self.shower.line(action, page),
                })
                .collect(),
            undated: (n_undated > 0).then(|| Link {
                href: self.shower.href(&to, page),
                title: words.count("shortcode.undated", n_undated),
            }),
        }
    }
}
