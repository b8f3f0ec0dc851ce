//! Numbers of orientations, objectives and actions: the author's, else their position; and anchors.
//!
//! Plans number their actions in two ways: from one end to the other (« 12 »), or from 1 again in each objective.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Problems;
use crate::diagnostic::plan::PlanProblem;
use crate::filled::Filled;
use crate::kind::plan::numbering;
use crate::kind::plan::renumbered::Renumbered;
use crate::kind::plan::{
    Action, Numbering, Objective, ObjectivePart, Orientation, OrientationPart, PlanPart,
};
use crate::lang;
use crate::markdown::Line;
use crate::source::Span;

/// Gives a number to each element of a level: the written one, gaps included, else the one after
/// the last.
#[derive(Debug, Default)]
pub struct Counter {
    /// Wider than what an author may write, so that one more always fits.
    last: u64,
    /// Numbers the author wrote further on, and those given: no other element may take them.
    written: BTreeSet<u64>,
}

impl Counter {
    /// A counter for elements some of which have these numbers.
    pub fn beside<'n>(written: impl Iterator<Item = &'n str>) -> Counter {
        Counter { last: 0, written: written.filter_map(last_part).collect() }
    }

    /// The number of the next element of the first level.
    pub fn next(&mut self, written: Option<&str>) -> String {
        match written {
            Some(written) => {
                // A letter or a Roman number counts as one more.
                self.last = last_part(written).unwrap_or(self.last + 1);
                written.to_owned()
            }
            None => {
                self.last += 1;
                while !self.written.insert(self.last) {
                    self.last += 1;
                }
                self.last.to_string()
            }
        }
    }

    /// Passes over actions that stand beside the elements it numbers.
    pub fn pass<'a>(&mut self, actions: impl Iterator<Item = &'a Action>) {
        for action in actions {
            match action.numbering {
                Numbering::Written => self.written.extend(last_part(&action.number)),
                Numbering::Position => {
                    self.next(None);
                }
            }
        }
    }

    /// The number of the next element under a parent: `1.2` written in full is kept, `2` is
    /// completed by the parent's.
    pub fn next_under(&mut self, parent: &str, written: Option<&str>) -> String {
        numbering::under(parent, &self.next(written))
    }
}

/// Numbers the actions of a plan, and gives each element its anchor, once all of them are known: a number
/// without its parent's is completed by it, unless numbers run through the plan; what has no number never
/// takes one that is written anywhere in the plan, nor one that an action `left`.
///
/// An anchor has the number of the parent in any case: it holds whatever other numbers become.
pub fn settle(parts: &mut [PlanPart], left: &[Renumbered], ids: &mut Ids, problems: &mut Problems) {
    let mut taken: BTreeSet<String> = left.iter().map(|it| it.from.value.clone()).filled();
    let runs_through = runs_through(parts);
    for orientation in orientations(parts) {
        for objective in objectives(orientation) {
            for action in actions(&mut objective.parts).filter(|it| it.numbering == Numbering::Written) {
                let whole = numbering::under(&objective.number, &action.number);
                taken.insert(whole.clone());
                if action.id.is_empty() {
                    action.id.clone_from(&whole);
                }
                if !runs_through {
                    action.number = whole;
                }
            }
            // An action right under an orientation has a number of the same level.
            if objective.title.is_some() {
                taken.insert(objective.number.clone());
            }
        }
    }
    let mut claim = |id: &mut String, number: &str, title: &Line, span: Span| {
        let wanted = if id.is_empty() { number } else { id.as_str() };
        *id = ids.claim(wanted, &title.plain, span, problems);
    };
    for orientation in orientations(parts) {
        claim(&mut orientation.id, &orientation.number, &orientation.title, orientation.span);
        for objective in objectives(orientation) {
            let Objective { number: parent, id, title, parts, span, .. } = objective;
            if let Some(title) = title {
                claim(id, parent, title, *span);
            }
            let mut last = 0;
            for action in actions(parts) {
                match action.numbering {
                    // A letter counts as one more; an action that came from elsewhere, for nothing.
                    Numbering::Written => match action.number.rsplit_once('.') {
                        Some((above, _)) if above != parent => {}
                        Some(_) | None => last = last_part(&action.number).unwrap_or(last + 1),
                    },
                    Numbering::Position => {
                        last += 1;
                        while !taken.insert(format!("{parent}.{last}")) {
                            last += 1;
                        }
                        action.number = format!("{parent}.{last}");
                    }
                }
                claim(&mut action.id, &action.number, &action.title, action.span);
            }
        }
    }
    if runs_through {
        open_ways(parts, left, ids, problems);
    }
}

/// Lets numbers that run through the plan lead to their actions too, where an anchor is longer and nothing else
/// has that name: `#12`. One that two actions have is told.
fn open_ways(parts: &mut [PlanPart], left: &[Renumbered], ids: &Ids, problems: &mut Problems) {
    let mut titles: BTreeMap<String, String> = BTreeMap::new();
    let all = orientations(parts).flat_map(objectives).flat_map(|it| actions(&mut it.parts));
    for action in all.filter(|action| is_short(action)) {
        let short = anchor(&action.number);
        if let Some(title) = titles.get(&short) {
            let (number, title) = (action.number.clone(), title.clone());
            problems.warning(PlanProblem::NumberTwice { number, title }, action.span);
            continue;
        }
        let is_taken = ids.taken.contains_key(&short) || left.iter().any(|it| it.from.value == short);
        titles.insert(short.clone(), action.title.plain.clone());
        action.short = (!is_taken).then_some(short);
    }
}

/// Whether a plan numbers its actions from one end to the other: most of them have a number without that of
/// their parent, and hardly any two the same. Where numbers start from 1 again, most of them come back.
fn runs_through(parts: &mut [PlanPart]) -> bool {
    let (mut seen, mut n_short, mut n_actions) = (BTreeSet::new(), 0, 0);
    for action in orientations(parts).flat_map(objectives).flat_map(|it| actions(&mut it.parts)) {
        n_actions += 1;
        if is_short(action) {
            n_short += 1;
            seen.insert(lang::fold(&action.number));
        }
    }
    seen.len() * 4 > n_short * 3 && n_short * 2 > n_actions
}

fn is_short(action: &Action) -> bool {
    action.numbering == Numbering::Written && !action.number.contains('.')
}

fn orientations(parts: &mut [PlanPart]) -> impl Iterator<Item = &mut Orientation> {
    parts.iter_mut().filter_map(|part| match part {
        PlanPart::Orientation(orientation) => Some(orientation),
        PlanPart::Text(_) => None,
    })
}

fn objectives(orientation: &mut Orientation) -> impl Iterator<Item = &mut Objective> {
    orientation.parts.iter_mut().filter_map(|part| match part {
        OrientationPart::Objective(objective) => Some(objective),
        OrientationPart::Text(_) => None,
    })
}

fn actions(parts: &mut [ObjectivePart]) -> impl Iterator<Item = &mut Action> {
    parts.iter_mut().filter_map(|part| match part {
        ObjectivePart::Action(action) => Some(action),
        ObjectivePart::Text(_) => None,
    })
}

fn last_part(number: &str) -> Option<u64> {
    number.rsplit('.').next()?.parse::<u32>().ok().map(u64::from)
}

/// « 2.1 bis » is a number; an anchor holds no space.
fn anchor(number: &str) -> String {
    number.split_whitespace().collect::<Vec<_>>().join("-")
}

/// The anchors of a document, each given once.
#[derive(Debug, Default)]
pub struct Ids {
    taken: BTreeMap<String, String>,
}

impl Ids {
    /// Keeps an anchor that stands in a text of the plan from being given to a number.
    pub fn reserve(&mut self, id: String) {
        self.taken.insert(id.clone(), format!("#{id}"));
    }

    /// The wanted anchor, or the same with a number after it when it stands for something else
    /// already, which is worth a warning.
    pub fn claim(&mut self, wanted: &str, title: &str, span: Span, problems: &mut Problems) -> String {
        let wanted = anchor(wanted);
        let wanted = wanted.as_str();
        let Some(first) = self.taken.get(wanted) else {
            self.taken.insert(wanted.to_owned(), title.to_owned());
            return wanted.to_owned();
        };
        problems.warning(PlanProblem::NumberTwice { number: wanted.to_owned(), title: first.clone() }, span);
        let id = (2..)
            .map(|n| format!("{wanted}-{n}"))
            .find(|id| !self.taken.contains_key(id))
            .expect("there are more numbers than anchors");
        self.taken.insert(id.clone(), title.to_owned());
        id
    }
}
