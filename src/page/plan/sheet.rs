//! The sheet of an action: everything known of it, at an address that never changes.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Shower;
use super::lines::Placed;
use crate::address::Address;
use crate::date::Date;
use crate::kind::plan::Action;
use crate::kind::plan::foreign::Foreign;
use crate::kind::plan::timeframe::Timeframe;
use crate::markdown;
use crate::page::frame::{absolute, date_view};
use crate::page::{Made, Page, View, lists, progress};
use crate::site;
use crate::view::foreign::ForeignLink;
use crate::view::lists::RedirectView;
use crate::view::sides::{DeadlineView, SheetView};

/// A title longer than this is cut where a browser's tab or a neighbour names it.
const SHORT_TITLE: usize = 70;

/// A title longer than this is set smaller.
const LARGE_TITLE: usize = 90;

impl Shower<'_> {
    /// Makes the page of each action of a range, its sheet or the way to its row in the plan, and the
    /// way to it from the numbers it had.
    pub(super) fn actions(&self, range: Range<usize>, made: &mut Made) {
        let placed: Vec<Placed<'_>> = self.placed().collect();
        for at in range {
            let page = if self.has_sheet(placed[at].action) {
                self.sheet(&placed, at, made)
            } else {
                let address = site::plan::action(&self.entry.address, placed[at].action);
                self.way_to(placed[at].action, address)
            };
            made.pages.push(page);
            let former = site::plan::former(&self.entry.address, placed[at].action);
            made.pages.extend(former.map(|address| self.way_to(placed[at].action, address)));
        }
    }

    fn sheet(&self, placed: &[Placed<'_>], at: usize, made: &mut Made) -> Page {
        let Placed { orientation, objective, action } = placed[at];
        let page = site::plan::action(&self.entry.address, action);
        // No anchor of the plan is on this page: its links lead to the plan.
        let mut filler = self.making.filler(self.entry, &page).with_anchors(BTreeSet::new());
        let neighbour = |at: Option<usize>| {
            at.and_then(|at| placed.get(at)).map(|placed| ForeignLink {
                href: self.action_href(placed.action, &page),
                title: named(placed.action),
                lang: self.lang_of(placed.action.foreign.as_ref()),
            })
        };
        let objective = objective.title.as_ref().map(|title| ForeignLink {
            lang: self.lang_of(objective.foreign.as_ref()),
            href: markdown::encoded(&format!("{}#{}", self.entry.address.relative_to(&page), objective.id)),
            title: format!("{} {}", objective.number, title.plain),
        });
        let view = SheetView {
            title: self.words.say("sheet.title", &[("number", &action.number)]),
            head: self.head_of_notes(&page, std::iter::once(action)),
            orientation: ForeignLink {
                lang: self.lang_of(orientation.foreign.as_ref()),
                href: self.href(&site::plan::orientation(self.entry, orientation), &page),
                title: self.full_title(orientation),
            },
            objective,
            action: self.action(action, &page, &mut filler),
            is_long: action.title.plain.chars().count() > LARGE_TITLE,
            deadline: self.deadline(action),
            origins: self.origin_views(&action.id, &page),
            mentions: self.mention_views(&action.id, &page),
            history: action.history.iter().rev().map(|entry| self.entry_view(entry, &page)).collect(),
            address: absolute(self.making.config, &page),
            footnotes: filler.footnotes(&self.plan.footnotes),
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(Some(at + 1)),
        };
        made.diagnostics.extend(filler.problems.into_diagnostics());
        let title = self.words.say("sides.page", &[("side", &named(action)), ("plan", &self.entry.title)]);
        let description = format!("{} – {}", self.entry.title, action.title.plain);
        self.piece(page, "action.html", &title, &description, View::Sheet(Box::new(view)))
    }

    /// The tag of the language of a title, when it is not the page's.
    pub(super) fn lang_of(&self, foreign: Option<&Foreign>) -> Option<String> {
        self.speech.title(foreign).map(|foreign| foreign.lang)
    }

    /// The next day the action has to answer for, or how long ago the last one was.
    fn deadline(&self, action: &Action) -> Option<DeadlineView> {
        let timeframe = action.timeframe.as_ref().filter(|_| !action.is_settled())?;
        let date = next_end(timeframe, self.reference)?;
        let days = self.reference.days_until(date);
        let n_days = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
        let reference = self.words.locale.date(self.reference);
        let counted = |key: &str| self.words.count_with(key, n_days, &[("date", &reference)]);
        let (key, words) = match days {
            0 => ("next", self.words.say("sheet.same_day", &[])),
            1.. => ("next", counted("sheet.in_days")),
            ..0 => ("past", counted("sheet.days_ago")),
        };
        let label = self.words.say(&format!("sheet.{key}"), &[]);
        Some(DeadlineView { label, date: date_view(self.words, date), words })
    }

    /// A page that leads to where an action is shown.
    fn way_to(&self, action: &Action, address: Address) -> Page {
        let shown = match self.has_sheet(action) {
            true => &site::plan::action(&self.entry.address, action),
            false => &self.entry.address,
        };
        let view = RedirectView {
            href: self.action_href(action, &address),
            canonical: absolute(self.making.config, shown),
            title: named(action),
        };
        let framer = self.making.framer(self.entry, &address);
        let mut page = lists::way(&framer, "redirect.html", view);
        if let Some(foreign) = &action.foreign {
            page.frame.title_spoken = Some(framer.spoken_as(&foreign.tag));
        }
        page
    }
}

/// The first end that is not over; when all are, the last one.
fn next_end(timeframe: &Timeframe, reference: Date) -> Option<Date> {
    let last = timeframe.end()?;
    let ends = timeframe.ranges.iter().filter_map(|range| range.end);
    Some(ends.filter(|end| *end >= reference).min().unwrap_or(last))
}

/// « 2.1.3 Lancer la navette du mardi… », cut between words.
fn named(action: &Action) -> String {
    let title = progress::shortened(&action.title.plain, SHORT_TITLE);
    format!("{} {title}", action.number)
}
