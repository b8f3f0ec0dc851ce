//! A plan in time: how much of its period has gone by, and its counts from month to month.

use super::{FollowUp, Shower};
use crate::chart::{self, Unit};
use crate::date::{Date, Range};
use crate::kind::plan::progress::Progress;
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::timeframe::Timeframe;
use crate::kind::plan::{Action, Stage};
use crate::page::frame::date_view;
use crate::page::progress;
use crate::view::history::{
    ElapsedView, HistoryBand, HistoryColumn, HistorySegment, HistoryState, HistoryView,
};

/// The drawing: how far columns are from each other, how wide and how high they are, the room above
/// them, below them for months and years, and beside them for the names of states.
const STEP: u32 = 62;
const COLUMN: u32 = 46;
const TALL: u32 = 264;
const TOP: u32 = 12;
const BELOW: u32 = 46;
const BESIDE: u32 = 250;
/// How long the lines are that tie names to the last column, and how far names are from each other.
const TIE: u32 = 22;
const APART: u32 = 19;
/// More columns than this become quarters, then years.
const MOST: usize = 16;

/// Below this height a number would not stand in its segment.
const ROOM: u32 = 20;

/// States drawn as one: the first gives the colour, and the name where it is alone.
struct Band {
    keys: &'static [StatusKey],
    /// The key of its words.
    name: &'static str,
}

/// From the base up. What is not known is on top, as what is left.
const BANDS: [Band; 7] = [
    Band { keys: &[StatusKey::Done], name: "status.done" },
    Band {
        keys: &[StatusKey::InProgress, StatusKey::Partial, StatusKey::Preparing],
        name: "history.started",
    },
    Band { keys: &[StatusKey::Ongoing], name: "status.ongoing" },
    Band { keys: &[StatusKey::Postponed, StatusKey::OnHold, StatusKey::Planned], name: "history.waiting" },
    Band { keys: &[StatusKey::Noted], name: "status.noted" },
    Band { keys: &[StatusKey::Dropped], name: "status.dropped" },
    Band { keys: &[StatusKey::NotStated], name: "status.not-stated" },
];

/// The counts of a day, and how far the days of its history are from each other.
struct Look {
    day: Date,
    unit: Unit,
    progress: Progress,
}

/// Whether a column is the first of its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Year {
    New,
    Same,
}

impl Shower<'_> {
    /// Time comes from the period alone, what is done from the counts: neither judges the other.
    pub(super) fn elapsed(&self) -> Option<ElapsedView> {
        let is_in_force = self.plan.stage == Stage::Adopted && self.follows_up == FollowUp::Published;
        let period = self.plan.period.as_ref().and_then(Timeframe::span).filter(|_| is_in_force)?;
        let percent = chart::elapsed(period, self.reference)?;
        let progress = self.progress(self.plan.actions());
        let (done, rated) = (progress.count(StatusKey::Done), progress.n_rated());
        if rated == 0 {
            return None;
        }
        let total = self.words.locale.number(rated);
        let done = self.words.count_with("elapsed.done", done, &[("total", &total)]);
        let percent_words = self.words.percent(percent);
        Some(ElapsedView {
            sentence: self.words.say("elapsed.sentence", &[("percent", &percent_words), ("done", &done)]),
            dates: self.dates_of(period),
            width: percent * 10,
        })
    }

    fn dates_of(&self, period: Range) -> String {
        let period = self.words.locale.range(period).unwrap_or_default();
        let date = self.words.locale.date(self.reference);
        self.words.say("elapsed.dates", &[("period", &period), ("date", &date)])
    }

    /// The counts of the plan since its log speaks; nothing when that is one moment only.
    pub(super) fn history(&self) -> Option<HistoryView> {
        let entries = self.plan.actions().flat_map(|action| &action.history);
        let first = entries.filter(|entry| entry.status.is_some()).map(|entry| entry.date).min()?;
        let days = chart::looks_back(first, self.reference, MOST);
        if first >= self.reference || days.len() < 2 {
            return None;
        }
        let looks: Vec<Look> = days.into_iter().map(|(day, unit)| self.look(day, unit)).collect();
        let (start, end) = (looks.first()?, looks.last()?);
        let is_met = |key: &StatusKey| looks.iter().any(|look| look.progress.count(*key) > 0);
        let keys: Vec<StatusKey> = StatusKey::ALL.into_iter().filter(is_met).collect();
        let mut columns: Vec<HistoryColumn> = Vec::new();
        let mut year = None;
        for look in &looks {
            let x = u32::try_from(columns.len()).unwrap_or(u32::MAX).saturating_mul(STEP);
            let is_same = year.replace(look.day.year()) == Some(look.day.year());
            columns.push(self.column(look, x, if is_same { Year::Same } else { Year::New }, &keys));
        }
        let right = columns.last()?.x + COLUMN;
        Some(HistoryView {
            sentence: self.change_between(start, end),
            unknown: self.unknown(first),
            width: right + BESIDE,
            height: TOP + TALL + BELOW,
            top: TOP,
            base: TOP + TALL,
            bands: self.bands(&keys, &end.progress, right),
            states: keys.iter().map(|key| self.state(*key)).collect(),
            columns,
        })
    }

    /// What the log does not date is in the last counts alone, which are those of the other pages.
    fn look(&self, day: Date, unit: Unit) -> Look {
        let progress = match day == self.reference {
            true => self.progress(self.plan.actions()),
            false => Progress::on(self.plan.actions(), day),
        };
        Look { day, unit, progress }
    }

    fn column(&self, look: &Look, x: u32, year: Year, keys: &[StatusKey]) -> HistoryColumn {
        let Look { day, unit, progress } = look;
        let mut before = 0;
        let mut segments = Vec::new();
        for band in BANDS.iter().filter(|band| band.count(progress) > 0) {
            let bottom = height(before, progress);
            before += band.count(progress);
            let top = height(before, progress);
            let is_told = band.keys == [StatusKey::Done] && bottom - top >= ROOM;
            segments.push(HistorySegment {
                key: band.keys[0].key().to_owned(),
                bottom,
                top,
                label: is_told.then(|| self.words.locale.number(band.count(progress))),
                middle: u32::midpoint(bottom, top) + 5,
            });
        }
        let written = day.year().to_string();
        let month = self.words.locale.short_month(day.month());
        let (label, year) = match (unit, year) {
            (Unit::Year, _) => (written, String::new()),
            (Unit::Month | Unit::Quarter, Year::New) => (month, written),
            (Unit::Month | Unit::Quarter, Year::Same) => (month, String::new()),
        };
        let count = |key: &StatusKey| self.words.locale.number(progress.count(*key));
        HistoryColumn {
            date: date_view(self.words, *day),
            label,
            year,
            x,
            middle: x + COLUMN / 2,
            width: COLUMN,
            segments,
            counts: keys.iter().map(count).collect(),
        }
    }

    fn state(&self, key: StatusKey) -> HistoryState {
        let words = self.words.say(key.label_key(), &[]);
        HistoryState { key: key.key().to_owned(), words }
    }

    /// Names stand at the middle of their segments, where there is room. A band that is empty at the
    /// end is named all the same when some action was in it.
    fn bands(&self, keys: &[StatusKey], end: &Progress, right: u32) -> Vec<HistoryBand> {
        let is_met = |band: &&Band| band.keys.iter().any(|key| keys.contains(key));
        let bands: Vec<&Band> = BANDS.iter().filter(is_met).collect();
        let mut before = 0;
        let mut middles = Vec::new();
        for band in &bands {
            let after = before + band.count(end);
            middles.push(u32::midpoint(height(before, end), height(after, end)));
            before = after;
        }
        let heights = chart::spread(&middles, APART, (TOP + APART / 2, TOP + TALL - APART / 2));
        let named = bands.into_iter().zip(middles).zip(heights).map(|((band, middle), y)| {
            let met: Vec<StatusKey> = band.keys.iter().copied().filter(|key| keys.contains(key)).collect();
            let words = match met.as_slice() {
                [key] => self.state(*key).words,
                [..] => self.words.say(band.name, &[]),
            };
            HistoryBand {
                key: band.keys[0].key().to_owned(),
                words,
                count: self.words.locale.number(band.count(end)),
                x: right + TIE + 6,
                y: y + 5,
                tie: format!("M{} {middle}L{} {y}", right + 2, right + TIE),
            }
        });
        named.collect()
    }

    fn change_between(&self, start: &Look, end: &Look) -> String {
        let date = |look: &Look| self.words.locale.date(look.day);
        let counts = |look: &Look| progress::sentence(self.words, &look.progress);
        let values =
            [("first", date(start)), ("before", counts(start)), ("last", date(end)), ("after", counts(end))];
        self.words.say("history.sentence", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    fn unknown(&self, first: Date) -> String {
        let date = self.words.locale.date(first);
        let state = self.words.say("status.not-stated", &[]);
        let mut said = self.words.say("history.unknown", &[("date", &date), ("state", &state)]);
        let is_undated = |action: &Action| {
            action.status.key != StatusKey::NotStated && action.logged_on(self.reference).is_none()
        };
        if self.plan.actions().any(is_undated) {
            said.push(' ');
            said.push_str(&self.words.say("history.undated", &[]));
        }
        said
    }
}

impl Band {
    fn count(&self, progress: &Progress) -> usize {
        self.keys.iter().map(|key| progress.count(*key)).sum()
    }
}

/// How high above the base of the drawing so many of the actions reach.
fn height(n_actions: usize, progress: &Progress) -> u32 {
    let share = n_actions * TALL as usize / progress.total().max(1);
    TOP + TALL - u32::try_from(share).unwrap_or(TALL)
}
