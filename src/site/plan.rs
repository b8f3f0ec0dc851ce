//! The addresses of what is published for a plan.

use super::{Entry, Site, pager};
use crate::address::Address;
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::{Action, Objective, Orientation, Plan};
use crate::source::Span;

/// A title longer than this is a text, and has a page where it can be read at ease.
const LONG_TITLE: usize = 140;

/// How many entries of a follow-up log stand on one page. All those of a large plan would weigh
/// more than a phone opens.
pub const CHANGES_ON_A_PAGE: usize = 500;

/// A page that shows a whole plan from another side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Every action in one table, which visitors narrow.
    Actions,
    /// What is done, late and coming: an item for a board's agenda.
    Report,
    /// When everything is to be done.
    Calendar,
    /// Who answers for what.
    Responsible,
    /// Every entry of the follow-up log, newest first, on as many pages as it takes.
    Changes,
}

impl Side {
    /// The sides that a plan has matter for, in the order they are offered.
    pub fn of(plan: &Plan) -> impl Iterator<Item = Side> {
        let sides = [Side::Actions, Side::Report, Side::Calendar, Side::Responsible, Side::Changes];
        sides.into_iter().filter(|side| side.has_matter(plan))
    }

    /// `report`: its words are found under this key, that of its address among them.
    pub fn key(self) -> &'static str {
        match self {
            Side::Actions => "actions",
            Side::Report => "report",
            Side::Calendar => "calendar",
            Side::Responsible => "responsible",
            Side::Changes => "changes",
        }
    }

    /// The page of this side of a plan: `/plans/2025-2026/bilan/`.
    pub fn address(self, plan: &Entry) -> Address {
        plan.address.child(plan.words.word(self.key()))
    }

    fn has_matter(self, plan: &Plan) -> bool {
        let mut actions = plan.actions();
        match self {
            Side::Actions => actions.next().is_some(),
            Side::Report => actions.any(|action| action.status.key != StatusKey::NotStated),
            Side::Calendar => actions.any(|action| action.timeframe.is_some()),
            Side::Responsible => actions.any(|action| !action.responsible.is_empty()),
            Side::Changes => actions.any(|action| !action.history.is_empty()),
        }
    }
}

/// The page of an orientation: `/plans/2025-2026/orientation-2/`.
pub fn orientation(plan: &Entry, orientation: &Orientation) -> Address {
    plan.address.child(&format!("{}-{}", plan.words.word("orientation"), orientation_key(orientation)))
}

/// How addresses name an orientation among those of its plan: `2`.
pub fn orientation_key(orientation: &Orientation) -> String {
    slug::slugify(place(&orientation.number, &orientation.id))
}

/// The permanent address of an action: `/plans/2025-2026/2.1.3/`. Its sheet stands there, or a
/// page that leads to its row in the plan.
pub fn action(plan: &Address, action: &Action) -> Address {
    plan.child(&place(&action.number, &action.id))
}

/// The addresses that an action had under the numbers it left: they lead to the present one.
pub fn former<'a>(plan: &'a Address, action: &'a Action) -> impl Iterator<Item = Address> + 'a {
    action.former.iter().map(|former| plan.child(&former.value))
}

/// Whether an action of a plan has more to tell than a row of a table can hold.
pub fn has_sheet(site: &Site, plan: &Entry, action: &Action) -> bool {
    !action.history.is_empty()
        || !action.details.is_empty()
        || action.intent.is_some()
        || !action.fields.is_empty()
        || action.title.plain.chars().count() > LONG_TITLE
        || !site.origins_of(plan, &action.id).is_empty()
}

/// How many pages the entries of the follow-up log of a plan take.
pub fn n_changes_pages(plan: &Plan) -> usize {
    let n_entries: usize = plan.actions().map(|action| action.history.len()).sum();
    n_entries.div_ceil(CHANGES_ON_A_PAGE)
}

/// The page that tells how progress is measured, in the language of a home page: `/methode/`.
pub fn method(home: &Entry) -> Address {
    home.address.child(home.words.word("method"))
}

/// A file of data of the plan: `/plans/2025-2026/plan.json`.
pub fn data(plan: &Address, file: &str) -> Address {
    plan.beside(file)
}

/// Where the badges of an objective stand: `/plans/2025-2026/2.1/`.
pub fn objective(plan: &Address, objective: &Objective) -> Address {
    plan.child(&place(&objective.number, &objective.id))
}

/// The number, but where the anchor says more: it tells the second « 2.1 » from the first, and gives « 12 »
/// the number of its objective, since other plans may number theirs from 1 in each.
fn place(number: &str, id: &str) -> String {
    // « 2 bis » is a number; an address, as an anchor, holds no space.
    let number = number.split_whitespace().collect::<Vec<_>>().join("-");
    let is_repeat = || id.strip_prefix(&number).is_some_and(|rest| rest.starts_with('-'));
    let is_whole = || id.strip_suffix(&number).is_some_and(|parent| parent.ends_with('.'));
    if is_repeat() || is_whole() { id.to_owned() } else { number }
}

/// The picture of a badge, beside the page it tells of.
pub fn badge_svg(page: &Address) -> Address {
    page.beside("badge.svg")
}

/// The endpoint of a badge.
pub fn badge_json(page: &Address) -> Address {
    page.beside("badge.json")
}

/// Every address a plan publishes besides its own page and those that its actions left, with the title it is made from, when the
/// document has it; `files` are
/// the names of its data.
pub fn all(entry: &Entry, plan: &Plan, files: &[&str]) -> Vec<(Address, Option<Span>)> {
    let address = &entry.address;
    let mut all = vec![(badge_svg(address), None), (badge_json(address), None)];
    all.extend(files.iter().map(|file| (data(address, file), None)));
    for one in plan.orientations() {
        let page = orientation(entry, one);
        let of_orientation = [page.clone(), badge_svg(&page), badge_json(&page)];
        let span = one.foreign.is_none().then_some(one.span);
        all.extend(of_orientation.map(|address| (address, span)));
        for objective in one.objectives().filter(|objective| objective.title.is_some()) {
            let place = self::objective(address, objective);
            all.extend(
                [badge_svg(&place), badge_json(&place)]
                    .map(|address| (address, objective.foreign.is_none().then_some(objective.span))),
            );
        }
    }
    let place = |one: &Action| one.foreign.is_none().then_some(one.span);
    all.extend(plan.actions().map(|one| (action(address, one), place(one))));
    all.extend(Side::of(plan).map(|side| (side.address(entry), None)));
    let changes = Side::Changes.address(entry);
    all.extend((2..=n_changes_pages(plan)).map(|n| (pager::address(entry, &changes, n), None)));
    all
}
