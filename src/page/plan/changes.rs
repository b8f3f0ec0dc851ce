//! What changed: every entry of the follow-up log, newest first.

use std::cmp::Reverse;

use super::Shower;
use crate::address::Address;
use crate::date::Date;
use crate::kind::plan::Action;
use crate::kind::plan::follow_up::Entry;
use crate::page::{Making, Page, View};
use crate::site;
use crate::site::plan::Side;
use crate::view::Link;
use crate::view::sides::{ChangeView, ChangesMonth, ChangesView};

/// The newest entries of the follow-up of a plan, for a page around it.
pub fn latest_changes(
    making: &Making<'_>,
    entry: &site::Entry,
    page: &Address,
    n: usize,
) -> Vec<(Date, ChangeView)> {
    let Some(plan) = entry.plan() else { return Vec::new() };
    let shower = Shower::new(making, entry, plan);
    let newest = shower.newest_first().into_iter().take(n);
    newest.map(|(action, entry)| (entry.date, shower.change(action, entry, page))).collect()
}

/// Where all the changes of a plan are, when it has some.
pub fn link_to_changes(making: &Making<'_>, entry: &site::Entry, page: &Address) -> Option<Link> {
    let shower = Shower::new(making, entry, entry.plan()?);
    let to = shower.sides.contains(&Side::Changes).then(|| shower.side_address(Side::Changes))?;
    Some(Link { href: shower.href(&to, page), title: shower.title_of_side(Side::Changes) })
}

impl Shower<'_> {
    pub(super) fn changes(&self) -> Page {
        let page = self.side_address(Side::Changes);
        let mut months: Vec<ChangesMonth> = Vec::new();
        for (action, entry) in self.newest_first() {
            let id = format!("{:04}-{:02}", entry.date.year(), entry.date.month());
            let change = self.change(action, entry, &page);
            match months.last_mut().filter(|month| month.id == id) {
                Some(month) => month.entries.push(change),
                None => {
                    months.push(ChangesMonth { id, title: self.month(entry.date), entries: vec![change] })
                }
            }
        }
        let title = self.side_title(Side::Changes);
        let view = ChangesView { title, head: self.head(&page), months };
        self.side_page(Side::Changes, View::Changes(Box::new(view)))
    }

    /// Every entry of the log with its action.
    fn newest_first(&self) -> Vec<(&Action, &Entry)> {
        let mut entries: Vec<(&Action, &Entry)> = self
            .plan
            .actions()
            .flat_map(|action| action.history.iter().rev().map(move |entry| (action, entry)))
            .collect();
        // A stable sort: on one day, actions keep the order of the plan.
        entries.sort_by_key(|(_, entry)| Reverse(entry.date));
        entries
    }

    fn change(&self, action: &Action, entry: &Entry, page: &Address) -> ChangeView {
        ChangeView { action: self.line(action, page), entry: self.entry_view(entry, page) }
    }
}
