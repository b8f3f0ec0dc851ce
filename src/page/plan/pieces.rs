//! The pages of a plan, cut in pieces that are made one by one.

use std::ops::Range;

use super::Shower;
use super::changes::{self, ChangesPage};
use crate::kind::plan::{Orientation, Plan};
use crate::page::{Made, Making};
use crate::site::Entry;
use crate::site::plan::Side;

/// How many actions have their pages made together: enough to be worth a thread's while, few
/// enough that what they show takes little room.
const ACTIONS_TOGETHER: usize = 128;

/// Some of the pages of a plan.
pub struct Piece<'a> {
    pub(in crate::page) entry: &'a Entry,
    plan: &'a Plan,
    part: Part<'a>,
}

enum Part<'a> {
    /// The page that shows all of it, and the badges.
    Whole,
    /// The page of the nth orientation, from 0.
    Orientation(usize),
    /// The pages of actions, counted from 0 in the order of the plan.
    Actions(Range<usize>),
    List,
    Report,
    Calendar,
    Responsible,
    Changes(ChangesPage<'a>),
}

/// Every piece of a plan, in order.
pub fn of<'a>(entry: &'a Entry, plan: &'a Plan) -> impl Iterator<Item = Piece<'a>> {
    let n_actions = plan.actions().count();
    let starts = (0..n_actions).step_by(ACTIONS_TOGETHER);
    let actions = starts.map(move |start| start..n_actions.min(start + ACTIONS_TOGETHER));
    let sides = Side::of(plan).flat_map(|side| match side {
        Side::Actions => vec![Part::List],
        Side::Report => vec![Part::Report],
        Side::Calendar => vec![Part::Calendar],
        Side::Responsible => vec![Part::Responsible],
        Side::Changes => changes::pages(plan).into_iter().map(Part::Changes).collect(),
    });
    std::iter::once(Part::Whole)
        .chain((0..plan.orientations().count()).map(Part::Orientation))
        .chain(actions.map(Part::Actions))
        .chain(sides)
        .map(move |part| Piece { entry, plan, part })
}

impl Piece<'_> {
    /// Makes the pages, and the badges with the page of the whole plan.
    pub fn make(&self, making: &Making<'_>, made: &mut Made) {
        let Piece { entry, plan, part } = self;
        let shower = Shower::new(making, entry, plan);
        let page = match part {
            Part::Whole => {
                made.badges = shower.badges();
                shower.whole(made)
            }
            Part::Orientation(at) => {
                let orientations: Vec<&Orientation> = plan.orientations().collect();
                shower.orientation_page(&orientations, *at, made)
            }
            Part::Actions(range) => return shower.actions(range.clone(), made),
            Part::List => shower.list(),
            Part::Report => shower.report(),
            Part::Calendar => shower.calendar(),
            Part::Responsible => shower.responsible(),
            Part::Changes(page) => shower.changes(page),
        };
        made.pages.push(page);
    }
}
