//! What changed: every entry of the follow-up log, newest first, a page at a time.

use std::cmp::Reverse;

use super::Shower;
use crate::address::Address;
use crate::date::Date;
use crate::kind::plan::follow_up::Entry;
use crate::kind::plan::{Action, Plan};
use crate::page::{self, Making, Page, View};
use crate::site;
use crate::site::pager;
use crate::site::plan::{CHANGES_ON_A_PAGE, Side, n_changes_pages};
use crate::view::Link;
use crate::view::sides::{ChangeView, ChangesMonth, ChangesView, NamedAction};

/// An entry of the follow-up log and the action it tells of.
type Change<'a> = (&'a Action, &'a Entry);

/// A page of what changed.
pub struct ChangesPage<'a> {
    /// Counted from 1.
    n: usize,
    entries: Vec<Change<'a>>,
}

/// Every entry of a plan, newest first, page by page.
pub fn pages(plan: &Plan) -> Vec<ChangesPage<'_>> {
    let entries = newest_first(plan);
    let pages = (1..).zip(entries.chunks(CHANGES_ON_A_PAGE));
    pages.map(|(n, entries)| ChangesPage { n, entries: entries.to_vec() }).collect()
}

/// The newest entries of the follow-up of a plan, for a page around it.
pub fn latest_changes(
    making: &Making<'_>,
    entry: &site::Entry,
    page: &Address,
    n: usize,
) -> Vec<(Date, ChangeView)> {
    let Some(plan) = entry.plan() else { return Vec::new() };
    let shower = Shower::new(making, entry, plan);
    let newest = newest_first(plan).into_iter().take(n);
    newest.map(|(action, entry)| (entry.date, shower.change(action, entry, page))).collect()
}

/// Where all the changes of a plan are, when it has some.
pub fn link_to_changes(making: &Making<'_>, entry: &site::Entry, page: &Address) -> Option<Link> {
    let shower = Shower::new(making, entry, entry.plan()?);
    let to = shower.sides.contains(&Side::Changes).then(|| shower.side_address(Side::Changes))?;
    Some(Link { href: shower.href(&to, page), title: shower.title_of_side(Side::Changes) })
}

impl Shower<'_> {
    pub(super) fn changes(&self, changes: &ChangesPage<'_>) -> Page {
        let ChangesPage { n, entries } = changes;
        let first = self.side_address(Side::Changes);
        let page = pager::address(self.entry, &first, *n);
        let mut months: Vec<ChangesMonth> = Vec::new();
        for (action, entry) in entries {
            let id = format!("{:04}-{:02}", entry.date.year(), entry.date.month());
            let change = self.change(action, entry, &page);
            match months.last_mut().filter(|month| month.id == id) {
                Some(month) => month.entries.push(change),
                None => {
                    months.push(ChangesMonth { id, title: self.month(entry.date), entries: vec![change] })
                }
            }
        }
        let framer = self.making.framer(self.entry, &page);
        let view = ChangesView {
            title: self.side_title(Side::Changes),
            head: self.head_of_notes(&page, self.plan.actions()),
            months,
            pager: page::pager::view(&framer, &first, *n, n_changes_pages(self.plan)),
        };
        self.side_page(Side::Changes, page, View::Changes(Box::new(view)))
    }

    fn change(&self, action: &Action, entry: &Entry, page: &Address) -> ChangeView {
        let href = self.action_href(action, page);
        let action = NamedAction {
            href,
            number: action.number.clone(),
            title: action.title.plain.clone(),
            foreign: self.speech.title(action.foreign.as_ref()),
        };
        ChangeView { action, entry: self.entry_view(entry, page) }
    }
}

/// Every entry of the log with its action.
fn newest_first(plan: &Plan) -> Vec<Change<'_>> {
    let mut entries: Vec<Change<'_>> = plan
        .actions()
        .flat_map(|action| action.history.iter().rev().map(move |entry| (action, entry)))
        .collect();
    // A stable sort: on one day, actions keep the order of the plan.
    entries.sort_by_key(|(_, entry)| Reverse(entry.date));
    entries
}
