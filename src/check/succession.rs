//! Actions that probably continue one of the plan before, without saying so.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::lint::Lint;
use crate::diagnostic::{Diagnostic, Problems};
use crate::kind::plan::Action;
use crate::lang;
use crate::site::{Entry, Site};

/// Words shorter than that say little of an action: « des », « pour ».
const SHORT: usize = 3;

/// Tells the actions of a plan whose words are all those of one that the plan before left behind, or the other
/// way around.
pub fn read(site: &Site, entry: &Entry) -> Vec<Diagnostic> {
    let (Some(document), Some(plan)) = (&entry.document, entry.plan()) else { return Vec::new() };
    let Some(written) = &plan.previous else { return Vec::new() };
    let is_next = |at: usize| site.entry(at).address == entry.address;
    let Some(succession) = site.successions_of(entry).find(|it| is_next(it.next)) else { return Vec::new() };
    let Some(previous) = site.entry(succession.previous).plan() else { return Vec::new() };
    let pairing = &succession.pairing;
    let left: BTreeSet<&str> = pairing.left.iter().map(|name| name.id.as_str()).collect();
    let taken: BTreeSet<&str> = pairing.carried.iter().map(|it| it.to.id.as_str()).collect();
    let left = previous.actions().filter(|action| left.contains(action.id.as_str()));
    let left: Vec<Worded<'_>> = left.map(Worded::of).collect();
    let known = Known::of(&left);
    let mut problems = Problems::in_file(&document.path);
    for action in plan.actions().filter(|action| !taken.contains(action.id.as_str())) {
        let Some(before) = known.nearest(&Worded::of(action)) else { continue };
        let lint = Lint::NearPrevious {
            number: action.number.clone(),
            title: action.title.plain.clone(),
            before: before.title.plain.clone(),
            link: format!("{}#{}", written.value, before.id),
        };
        problems.warning(lint, action.span);
    }
    problems.into_diagnostics()
}

/// An action and the words that say something of it.
struct Worded<'p> {
    action: &'p Action,
    words: BTreeSet<String>,
}

impl<'p> Worded<'p> {
    fn of(action: &'p Action) -> Worded<'p> {
        let folded = lang::fold(&action.title.plain);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > SHORT);
        Worded { action, words: words.map(str::to_owned).collect() }
    }
}

/// Actions by their words. Most words of a plan are in many of its actions: each is looked for by its rarest.
struct Known<'w, 'p> {
    all: &'w [Worded<'p>],
    /// The actions that have a word, by their place in the list.
    by_word: BTreeMap<&'w str, Vec<usize>>,
    /// Those that have no rarer one.
    by_rarest: BTreeMap<&'w str, Vec<usize>>,
}

impl<'w, 'p> Known<'w, 'p> {
    fn of(all: &'w [Worded<'p>]) -> Known<'w, 'p> {
        let mut known = Known { all, by_word: BTreeMap::new(), by_rarest: BTreeMap::new() };
        for (at, worded) in all.iter().enumerate() {
            for word in &worded.words {
                known.by_word.entry(word).or_default().push(at);
            }
        }
        for (at, worded) in all.iter().enumerate() {
            if let Some(word) = known.rarest(worded) {
                known.by_rarest.entry(word).or_default().push(at);
            }
        }
        known
    }

    fn rarest<'o>(&self, worded: &'o Worded<'_>) -> Option<&'o str> {
        let n_with = |word: &&str| self.by_word.get(word).map_or(0, Vec::len);
        worded.words.iter().map(String::as_str).min_by_key(n_with)
    }

    /// The action that shares most words with another one, when the words of one are all in the other, and two
    /// at least.
    fn nearest(&self, to: &Worded<'_>) -> Option<&'p Action> {
        let wider = self.rarest(to).and_then(|word| self.by_word.get(word));
        let narrower = to.words.iter().filter_map(|word| self.by_rarest.get(word.as_str()));
        let n_shared = |at: &usize| self.all[*at].words.intersection(&to.words).count();
        let near = wider.into_iter().chain(narrower).flatten().filter(|at| {
            let n_least = to.words.len().min(self.all[**at].words.len());
            n_least >= 2 && n_shared(at) == n_least
        });
        near.max_by_key(|at| (n_shared(at), std::cmp::Reverse(**at))).map(|at| self.all[*at].action)
    }
}
