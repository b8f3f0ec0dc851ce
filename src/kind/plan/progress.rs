//! The one place that counts actions.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::Action;
use super::status::StatusKey;
use crate::date::Date;

/// How far the actions of a plan, an orientation or an objective are.
///
/// Every action is counted once, so the counts add up to the number of actions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// In the order of `StatusKey::ALL`.
    counts: [usize; 11],
    /// Among them, those whose timeframe is over and that are not settled.
    pub n_late: usize,
}

impl Progress {
    pub fn of<'a>(actions: impl IntoIterator<Item = &'a Action>, reference: Date) -> Progress {
        let now = |action: &Action| (action.status.key, action.is_late(reference));
        Progress::counted(actions.into_iter().map(now))
    }

    /// The same on a day gone by, as far as the log tells: an action of which it had not spoken
    /// yet has no known state, and nobody can say that it was late.
    pub fn on<'a>(actions: impl IntoIterator<Item = &'a Action>, day: Date) -> Progress {
        let then = |action: &Action| match action.logged_on(day) {
            Some(status) => (status.key, action.was_late(status.key, day)),
            None => (StatusKey::NotStated, false),
        };
        Progress::counted(actions.into_iter().map(then))
    }

    fn counted(states: impl Iterator<Item = (StatusKey, bool)>) -> Progress {
        let mut progress = Progress { counts: [0; 11], n_late: 0 };
        for (key, is_late) in states {
            progress.counts[key as usize] += 1;
            progress.n_late += usize::from(is_late);
        }
        progress
    }

    /// Counts of different actions put together, each seen at its own reference date.
    pub fn sum<'p>(all: impl IntoIterator<Item = &'p Progress>) -> Progress {
        let mut sum = Progress { counts: [0; 11], n_late: 0 };
        for Progress { counts, n_late } in all {
            for (total, count) in sum.counts.iter_mut().zip(counts) {
                *total += count;
            }
            sum.n_late += n_late;
        }
        sum
    }

    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    pub fn count(&self, key: StatusKey) -> usize {
        self.counts[key as usize]
    }

    /// Whether any action states anything about its state.
    pub fn states_something(&self) -> bool {
        self.count(StatusKey::NotStated) < self.total()
    }

    /// What the rate is a share of: all actions but those dropped and those that go on without end.
    pub fn n_rated(&self) -> usize {
        self.total() - self.count(StatusKey::Dropped) - self.count(StatusKey::Ongoing)
    }

    /// The share of rated actions that are done, in percent; none when nothing is stated or
    /// nothing can be rated.
    ///
    /// Rounding never says all or nothing when it is not so: 199 of 200 is 99 %.
    pub fn percent(&self) -> Option<u32> {
        let (done, rated) = (self.count(StatusKey::Done), self.n_rated());
        if !self.states_something() || rated == 0 {
            return None;
        }
        let rounded = (100 * done + rated / 2) / rated;
        let honest = if done == 0 || done == rated { rounded } else { rounded.clamp(1, 99) };
        u32::try_from(honest).ok()
    }

    /// `percent` as data files write it: 0.23.
    pub fn rate(&self) -> Option<f64> {
        self.percent().map(|percent| f64::from(percent) / 100.0)
    }
}

/// As data files write it: the total, the count of each state by its key, then what is derived, how many are late
/// and the rate.
impl Serialize for Progress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(StatusKey::ALL.len() + 3))?;
        map.serialize_entry("total", &self.total())?;
        for key in StatusKey::ALL {
            map.serialize_entry(key.key(), &self.count(key))?;
        }
        map.serialize_entry("late", &self.n_late)?;
        map.serialize_entry("rate", &self.rate())?;
        map.end()
    }
}
