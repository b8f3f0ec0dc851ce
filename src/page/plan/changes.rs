//! What changed: every entry of the follow-up log, newest first.

use std::cmp::Reverse;

use super::Shower;
use crate::kind::plan::Action;
use crate::kind::plan::follow_up::Entry;
use crate::page::{Page, View};
use crate::site::plan::Side;
use crate::view::sides::{ChangeView, ChangesMonth, ChangesView};

impl Shower<'_> {
    pub(super) fn changes(&self) -> Page {
        let page = self.side_address(Side::Changes);
        let mut entries: Vec<(&Action, &Entry)> = self
            .plan
            .actions()
            .flat_map(|action| action.history.iter().rev().map(move |entry| (action, entry)))
            .collect();
        // A stable sort: on one day, actions keep the order of the plan.
        entries.sort_by_key(|(_, entry)| Reverse(entry.date));
        let mut months: Vec<ChangesMonth> = Vec::new();
        for (action, entry) in entries {
            let id = format!("{:04}-{:02}", entry.date.year(), entry.date.month());
            let change =
                ChangeView { action: self.line(action, &page), entry: self.entry_view(entry, &page) };
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
}
