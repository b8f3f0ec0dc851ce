//! The badges of a plan, of its orientations and of its objectives.

use super::Shower;
use crate::address::Address;
use crate::badge::{self, Badge};
use crate::kind::plan::progress::Progress;
use crate::kind::plan::{Objective, Orientation};
use crate::page::frame::{absolute, language_tag};
use crate::page::progress;
use crate::site;
use crate::view::badge::BadgeView;

impl Shower<'_> {
    /// Every badge of the plan, with the page or the folder it stands beside.
    pub(super) fn badges(&self) -> Vec<(Address, Badge)> {
        let address = &self.entry.address;
        let mut badges = vec![(address.clone(), self.plan_badge())];
        for orientation in self.plan.orientations() {
            badges.push((
                site::plan::orientation(self.entry, orientation),
                self.orientation_badge(orientation),
            ));
            for objective in orientation.objectives().filter(|objective| objective.title.is_some()) {
                badges.push((site::plan::objective(address, objective), self.objective_badge(objective)));
            }
        }
        badges
    }

    pub(super) fn plan_badge(&self) -> Badge {
        let title = &self.entry.title;
        self.badge(title, title, &self.progress(self.plan.actions()))
    }

    pub(super) fn orientation_badge(&self, orientation: &Orientation) -> Badge {
        let title = self.full_title(orientation);
        self.badge(&self.label(orientation), &title, &self.progress(orientation.actions()))
    }

    pub(super) fn objective_badge(&self, objective: &Objective) -> Badge {
        let label = self.words.say("plan.objective", &[("number", &objective.number)]);
        let words = objective.title.as_ref().map_or("", |title| title.plain.as_str());
        let title = self.words.say("plan.labelled", &[("label", &label), ("title", words)]);
        self.badge(&label, &title, &self.progress(objective.actions()))
    }

    fn badge(&self, label: &str, title: &str, counts: &Progress) -> Badge {
        let tag = language_tag(self.making.config, self.speech.language());
        let set = |text| self.making.set(self.entry, text);
        progress::badge(self.words, &tag, &set(label), &set(title), counts)
    }

    /// The badge that stands at `place`, as `page` shows it.
    pub(super) fn badge_view(&self, place: &Address, page: &Address, badge: &Badge) -> BadgeView {
        let svg = site::plan::badge_svg(place);
        let absolute = |address: &Address| absolute(self.making.config, address);
        let markdown = absolute(&svg).zip(absolute(page)).map(|(svg, page)| {
            let alt = badge.title.replace(['[', ']'], "");
            format!("[![{alt}]({svg})]({page})")
        });
        let (width, height) = badge::size(badge);
        BadgeView {
            svg: self.href(&svg, page),
            json: self.href(&site::plan::badge_json(place), page),
            alt: badge.title.clone(),
            width,
            height,
            markdown,
        }
    }
}
