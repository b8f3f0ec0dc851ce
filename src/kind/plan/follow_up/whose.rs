//! Which action a row is about, once its number and its title are compared.

use super::faults::{At, Faults};
use super::logs::Log;
use super::names::{By, Found};
use super::read::{Reader, title};
use super::titles::Whose;
use crate::diagnostic::follow_up::{FollowUpFault, Given};
use crate::kind::plan::numbering;
use crate::lang;
use crate::sheet::Row;

impl Reader<'_, '_> {
    /// An action that a row names by its number, unless the words of the row are those of another.
    pub(super) fn with_title(
        &mut self,
        found: Found,
        log: &Log<'_>,
        row: &Row,
        faults: &mut Faults<'_>,
    ) -> Option<usize> {
        let Found { at, by } = found;
        let named = log.columns.action.and_then(|column| row.cell(column));
        let name = named.map_or("", |cell| &cell.text);
        let said = title(&log.columns, row, name);
        let place = match said.and_then(|(cell, _)| cell).or(named) {
            Some(cell) => At::Cell(log.sheet, row, cell),
            None => At::Row(log.sheet, row),
        };
        if by == By::Shared {
            return self.among_shared(at, said.map(|(_, said)| said), place, faults);
        }
        let naming = &mut self.named[at];
        let Some((_, said)) = said else {
            match by {
                By::Written | By::Former | By::Shared => naming.for_good = true,
                By::Position => naming.by_position = true,
            }
            return Some(at);
        };
        naming.for_good = true;
        let read = said.to_owned();
        let former = (by == By::Former).then(|| numbering::read(name).number.unwrap_or(name).to_owned());
        match (self.titles.whose(at, said), by) {
            (Whose::ItsOwn, _) => Some(at),
            // A number that was written outlives the words of its action.
            (Whose::Shared | Whose::Nobody, By::Written | By::Shared) => Some(at),
            (Whose::Another(other), _) => {
                let now = self.number(at);
                let (given, number) = match (by, former) {
                    (By::Position, _) => (Given::ByPlace, now),
                    (_, Some(former)) => (Given::Before { now }, former),
                    (_, None) => (Given::InWriting, now),
                };
                let other = self.number(other);
                let fault = FollowUpFault::TitleOfAnother { number, read, other, given, n_more: 0 };
                faults.error(place, fault);
                None
            }
            (Whose::Shared | Whose::Nobody, By::Position | By::Former) | (Whose::Others, _) => {
                let title = self.title(at);
                let number = self.number(at);
                let fault = FollowUpFault::UnknownTitle { number, former, read, title, n_more: 0 };
                faults.error(place, fault);
                None
            }
        }
    }

    /// Of the actions that have the number of the one at a position, the one whose title a row gives.
    fn among_shared(
        &mut self,
        at: usize,
        said: Option<&str>,
        place: At<'_>,
        faults: &mut Faults<'_>,
    ) -> Option<usize> {
        let number = self.number(at);
        // The names of a log are compared so.
        let folded = lang::fold(&number);
        let with_number =
            self.context.plan.actions().enumerate().filter(|(_, it)| lang::fold(&it.number) == folded);
        let among: Vec<usize> = with_number.map(|(at, _)| at).collect();
        let told = said.and_then(|said| among.iter().find(|it| self.titles.tells(said, **it, &among)));
        let Some(told) = told else {
            let titles = [0, 1].map(|n| self.title(among.get(n).copied().unwrap_or(at)));
            faults.error(place, FollowUpFault::SharedNumber { number, titles, n_more: 0 });
            return None;
        };
        self.named[*told].for_good = true;
        Some(*told)
    }

    fn title(&self, at: usize) -> String {
        self.context.plan.actions().nth(at).map(|action| action.title.plain.clone()).unwrap_or_default()
    }
}
