//! Which element of a translation gives words to which element of its source.

use std::collections::{BTreeMap, BTreeSet};

use super::Sides;
use crate::diagnostic::Problems;
use crate::diagnostic::translation::{At, Level, TranslationProblem};
use crate::kind::plan::{Action, Numbering, Objective, Orientation, Plan, numbering};
use crate::source::Span;

/// The elements of a translation, by the place of what they translate in the source.
#[derive(Default)]
pub struct Pairs<'p> {
    /// By position in the plan.
    pub orientations: BTreeMap<usize, &'p Orientation>,
    /// By positions of the orientation and of the objective in it.
    pub objectives: BTreeMap<(usize, usize), &'p Objective>,
    /// By the anchor in the source.
    pub actions: BTreeMap<&'p str, &'p Action>,
}

/// An element as it is looked for.
#[derive(Clone, Copy)]
struct Key<'p> {
    number: &'p str,
    id: &'p str,
    numbering: Numbering,
    span: Span,
}

impl<'p> Key<'p> {
    fn of_orientation(it: &'p Orientation) -> Key<'p> {
        Key { number: &it.number, id: &it.id, numbering: it.numbering, span: it.span }
    }

    fn of_objective(it: &'p Objective) -> Key<'p> {
        Key { number: &it.number, id: &it.id, numbering: it.numbering, span: it.span }
    }

    fn of_action(it: &'p Action) -> Key<'p> {
        Key { number: &it.number, id: &it.id, numbering: it.numbering, span: it.span }
    }

    /// Whether its author says which one it is; its place says it otherwise.
    fn is_named(&self) -> bool {
        // An anchor made from the number is not the author's.
        self.numbering == Numbering::Written || !self.id.starts_with(self.number)
    }
}

/// Where an element of the source stands.
#[derive(Clone, Copy)]
struct Home<'p> {
    level: Level,
    orientation: &'p Orientation,
    objective: Option<&'p Objective>,
    span: Span,
}

/// What is known of one of the elements of a level.
enum Found {
    At(usize),
    /// Only its place could tell, and it does not.
    Unknowable,
    Nowhere,
}

/// Finds the element of each key: the named ones by anchor then by number, the others by position
/// where there are as many on both sides. `renumbered` gives a number as the source would write it.
fn find(source: &[Key<'_>], here: &[Key<'_>], renumbered: impl Fn(&str) -> String) -> Vec<Found> {
    let named = |key: &Key<'_>| {
        let number = renumbered(key.number);
        let by_id = source.iter().position(|it| it.id == key.id && !key.id.is_empty());
        by_id.or_else(|| source.iter().position(|it| it.number == number))
    };
    let found = here.iter().enumerate().map(|(at, key)| match key.is_named() {
        true => named(key).map_or(Found::Nowhere, Found::At),
        false if here.len() < source.len() => Found::Unknowable,
        false if at < source.len() => Found::At(at),
        false => Found::Nowhere,
    });
    found.collect()
}

/// Pairs the elements of a translation with those of its source, level by level.
pub fn pair<'p>(sides: &Sides<'p>, problems: &mut Problems) -> Pairs<'p> {
    let mut pairing = Pairing {
        sides,
        homes: Homes::of(sides.source),
        pairs: Pairs::default(),
        seen: BTreeMap::new(),
        problems,
    };
    pairing.orientations();
    pairing.pairs
}

/// Every element of the source by number and by anchor.
struct Homes<'p> {
    by_name: BTreeMap<&'p str, Home<'p>>,
    numbers: BTreeSet<String>,
}

impl<'p> Homes<'p> {
    fn of(plan: &'p Plan) -> Homes<'p> {
        let mut homes = Homes { by_name: BTreeMap::new(), numbers: BTreeSet::new() };
        for orientation in plan.orientations() {
            let (level, span) = (Level::Orientation, orientation.span);
            let home = Home { level, orientation, objective: None, span };
            homes.add(&Key::of_orientation(orientation), home);
            for objective in orientation.objectives() {
                let of_objective = Home {
                    level: Level::Objective,
                    objective: Some(objective),
                    span: objective.span,
                    ..home
                };
                if objective.title.is_some() {
                    homes.add(&Key::of_objective(objective), of_objective);
                }
                for action in objective.actions() {
                    homes.add(
                        &Key::of_action(action),
                        Home { level: Level::Action, span: action.span, ..of_objective },
                    );
                }
            }
        }
        homes
    }

    fn add(&mut self, key: &Key<'p>, home: Home<'p>) {
        self.numbers.insert(key.number.to_owned());
        self.by_name.entry(key.number).or_insert(home);
        self.by_name.entry(key.id).or_insert(home);
    }

    fn home(&self, level: Level, key: &Key<'_>) -> Option<&Home<'p>> {
        let found = self.by_name.get(key.id).or_else(|| self.by_name.get(key.number));
        found.filter(|home| home.level == level)
    }
}

struct Pairing<'s, 'p, 'n> {
    sides: &'s Sides<'p>,
    homes: Homes<'p>,
    pairs: Pairs<'p>,
    /// Where each element of the source was first translated, by its place there.
    seen: BTreeMap<(Level, usize), Span>,
    problems: &'n mut Problems,
}

impl<'p> Pairing<'_, 'p, '_> {
    fn orientations(&mut self) {
        let source: Vec<&'p Orientation> = self.sides.source.orientations().collect();
        let here: Vec<&'p Orientation> = self.sides.translation.orientations().collect();
        let keys: Vec<Key<'_>> = source.iter().map(|it| Key::of_orientation(it)).collect();
        let sought: Vec<Key<'_>> = here.iter().map(|it| Key::of_orientation(it)).collect();
        let found = find(&keys, &sought, str::to_owned);
        self.tell_unknowable(Level::Orientation, &found, (&sought, &keys));
        for ((found, key), orientation) in found.iter().zip(&sought).zip(&here) {
            match found {
                Found::At(at) if self.is_first(Level::Orientation, key, &keys[*at]) => {
                    self.pairs.orientations.insert(*at, orientation);
                    self.objectives(*at, source[*at], orientation);
                }
                Found::At(_) | Found::Unknowable => {}
                Found::Nowhere => self.nowhere(Level::Orientation, key, orientation),
            }
        }
    }

    fn objectives(&mut self, at: usize, source: &'p Orientation, here: &'p Orientation) {
        let titled = |it: &&&Objective| it.title.is_some();
        let all: Vec<&'p Objective> = source.objectives().collect();
        let all_here: Vec<&'p Objective> = here.objectives().collect();
        let keys: Vec<Key<'_>> = all.iter().filter(titled).map(|it| Key::of_objective(it)).collect();
        let sought: Vec<Key<'_>> = all_here.iter().filter(titled).map(|it| Key::of_objective(it)).collect();
        let found = find(&keys, &sought, |number| renumbered(number, here, source));
        self.tell_unknowable(Level::Objective, &found, (&sought, &keys));
        let place = |span: Span| all.iter().position(|it| it.span == span);
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        for (found, key) in found.iter().zip(&sought) {
            match found {
                Found::At(to) if self.is_first(Level::Objective, key, &keys[*to]) => {
                    let from = all_here.iter().position(|it| it.span == key.span);
                    places.extend(from.zip(place(keys[*to].span)));
                }
                Found::At(_) | Found::Unknowable => {}
                Found::Nowhere => self.nowhere(Level::Objective, key, here),
            }
        }
        let untitled = |all: &[&Objective]| -> Vec<usize> {
            (0..all.len()).filter(|at| all[*at].title.is_none()).collect()
        };
        places.extend(untitled(&all_here).into_iter().zip(untitled(&all)));
        for (from, objective) in all_here.iter().enumerate() {
            let to = places.get(&from).map(|to| all[*to]);
            if let Some(to) = places.get(&from) {
                self.pairs.objectives.insert((at, *to), objective);
            }
            self.actions(Facing { source, here }, objective, to);
        }
    }

    fn actions(&mut self, facing: Facing<'p>, here: &'p Objective, paired: Option<&'p Objective>) {
        let Facing { source, here: orientation } = facing;
        let actions: Vec<&'p Action> = here.actions().collect();
        let sought: Vec<Key<'_>> = actions.iter().map(|it| Key::of_action(it)).collect();
        // Without headings of its own, a translation gives the actions of the whole orientation.
        let beside: Vec<&'p Action> = match paired {
            Some(objective) => objective.actions().collect(),
            None => source.actions().collect(),
        };
        let keys: Vec<Key<'_>> = beside.iter().map(|it| Key::of_action(it)).collect();
        let found = find(&keys, &sought, |number| renumbered(number, orientation, source));
        self.tell_unknowable(Level::Action, &found, (&sought, &keys));
        for ((found, key), action) in found.iter().zip(&sought).zip(&actions) {
            match found {
                Found::At(to) if self.is_first(Level::Action, key, &keys[*to]) => {
                    self.pairs.actions.insert(&beside[*to].id, action);
                }
                Found::At(_) | Found::Unknowable => {}
                // An objective without title groups nothing: its actions keep their numbers.
                Found::Nowhere if here.title.is_none() && key.is_named() => {
                    let own = |it: &&Action| {
                        it.id == key.id || it.number == renumbered(key.number, orientation, source)
                    };
                    match source.actions().find(own) {
                        Some(to) if self.is_first(Level::Action, key, &Key::of_action(to)) => {
                            self.pairs.actions.insert(&to.id, action);
                        }
                        Some(_) => {}
                        None => self.nowhere(Level::Action, key, orientation),
                    }
                }
                Found::Nowhere => self.nowhere(Level::Action, key, orientation),
            }
        }
    }

    /// Whether nothing gave words to an element before.
    fn is_first(&mut self, level: Level, key: &Key<'_>, source: &Key<'_>) -> bool {
        let place = (level, source.span.start);
        if let Some(first) = self.seen.get(&(level, source.span.start)) {
            let number = source.number.to_owned();
            let first_line = self.sides.lines_here.line(first.start);
            let problem =
                TranslationProblem::Twice { level, number, first_line, source: self.at(source.span) };
            self.problems.error(problem, key.span);
            return false;
        }
        self.seen.insert(place, key.span);
        true
    }

    fn nowhere(&mut self, level: Level, key: &Key<'_>, orientation: &Orientation) {
        let number = key.number.to_owned();
        let problem = match self.homes.home(level, key) {
            Some(home) => {
                let here = (Level::Orientation, orientation.number.clone());
                let same = level == Level::Action && home.orientation.number == orientation.number;
                let there = match home.objective.filter(|_| same) {
                    Some(objective) => (Level::Objective, objective.number.clone()),
                    None => (Level::Orientation, home.orientation.number.clone()),
                };
                TranslationProblem::Moved { level, number, here, there, source: self.at(home.span) }
            }
            None => {
                let had = |it: &&Action| it.former.iter().any(|former| former.value == key.number);
                let moved = self.sides.source.actions().find(had).map(|it| it.number.as_str());
                let nearest = moved.or_else(|| numbering::nearest(key.number, &self.homes.numbers));
                let nearest = nearest.map(str::to_owned);
                let near = nearest.as_deref().and_then(|nearest| self.homes.by_name.get(nearest));
                let source = self.at(near.map_or(Span::default(), |home| home.span));
                TranslationProblem::NotInSource { level, number, nearest, source }
            }
        };
        self.problems.error(problem, key.span);
    }

    fn tell_unknowable(&mut self, level: Level, found: &[Found], (here, source): (&[Key<'_>], &[Key<'_>])) {
        let lost = found.iter().position(|found| matches!(found, Found::Unknowable));
        if let (Some(lost), Some(first)) = (lost, source.first()) {
            let (n_here, n_source) = (here.len(), source.len());
            let problem =
                TranslationProblem::WithoutNumber { level, n_here, n_source, source: self.at(first.span) };
            self.problems.warning(problem, here[lost].span);
        }
    }

    fn at(&self, span: Span) -> At {
        self.sides.at(span)
    }
}

/// An orientation of the source and the one that translates it.
#[derive(Clone, Copy)]
struct Facing<'p> {
    source: &'p Orientation,
    here: &'p Orientation,
}

/// A number under an orientation, as the source counts its own.
fn renumbered(number: &str, here: &Orientation, source: &Orientation) -> String {
    match number.strip_prefix(here.number.as_str()).filter(|rest| rest.starts_with('.')) {
        Some(rest) => format!("{}{rest}", source.number),
        None => number.to_owned(),
    }
}
