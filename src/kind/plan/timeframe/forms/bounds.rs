//! What has an end or a start and not both: « D’ici mars 2027 », “on or before June 1”, « dès 2026 ».

use super::{Attempt, Form, Reading};
use crate::date::{Date, Range};
use crate::kind::plan::timeframe::TimeframeKind;
use crate::kind::plan::timeframe::cursor::Cursor;
use crate::kind::plan::timeframe::points::{Part, Point};
use crate::kind::plan::timeframe::resolve::Unresolved;
use crate::kind::plan::timeframe::sense::Sense;
use crate::kind::plan::timeframe::vocabulary::{AFTER, AT_THE_LATEST, BEFORE, FROM, ONWARD, OR, UP_TO};

/// Whether the point named is still within what it bounds: « avant le 1er juin » ends in May, « le ou
/// avant le 1er juin » does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    Included,
    Excluded,
}

impl Form<'_> {
    /// « D'ici mars 2027 », « avant le 1er juin », “no later than June 2014”, « 31 mai 2026 au plus tard ».
    pub(super) fn deadline(&self) -> Attempt {
        let (point, limit) = self.cursor().whole(Cursor::limited)?;
        Some(self.by(point, limit))
    }

    pub(super) fn by(&self, point: Point, limit: Limit) -> Result<Reading, Unresolved> {
        let range = self.until(point, limit)?;
        Ok(Reading::new(TimeframeKind::Deadline, Sense::Deadline, vec![range]))
    }

    /// From the start of the plan to a point; « avant la fin de 2026 » still has all of 2026.
    pub(super) fn until(&self, point: Point, limit: Limit) -> Result<Range, Unresolved> {
        let days = self.days_of(point)?;
        let end = last_day(days, point, limit);
        let start = self.calendar.period.and_then(|period| period.start).filter(|start| *start <= end);
        Ok(Range { start, end: Some(end) })
    }

    /// « Dès l'automne 2014 », « 2025 et + », “2025 onward”, « après le 31 mai 2026 ».
    pub(super) fn open(&self) -> Attempt {
        let mut cursor = self.cursor();
        let opened = cursor.attempt(Cursor::opens);
        let point = cursor.point()?;
        let goes_on = cursor.eat(ONWARD);
        if !cursor.is_done() || !(opened.is_some() || goes_on) {
            return None;
        }
        Some(self.days_of(point).map(|days| {
            let start = match opened {
                Some(Limit::Excluded) => days.1.plus_days(1),
                Some(Limit::Included) | None => days.0,
            };
            let range = Range { start: Some(start), end: None };
            Reading::new(TimeframeKind::Open, Sense::Open, vec![range])
        }))
    }
}

/// The last day before a limit.
pub(super) fn last_day(days: (Date, Date), point: Point, limit: Limit) -> Date {
    match (limit, point.part) {
        (Limit::Included, _) | (Limit::Excluded, Some(Part::End)) => days.1,
        (Limit::Excluded, _) => days.0.plus_days(-1),
    }
}

impl Cursor<'_> {
    /// A point, and how it is said to be a limit: before it or after it.
    pub(super) fn limited(&mut self) -> Option<(Point, Limit)> {
        let opened = self.attempt(Cursor::closes);
        self.eat(&[":"]);
        let point = self.point()?;
        let is_latest = self.eat(AT_THE_LATEST);
        match opened {
            Some(Limit::Excluded) if is_latest => None,
            Some(limit) => Some((point, limit)),
            None => is_latest.then_some((point, Limit::Included)),
        }
    }

    /// The words before the end of what is due: « d’ici », “before”, “due on or before”.
    fn closes(&mut self) -> Option<Limit> {
        let is_due = self.eat(&["due"]);
        if self.either(UP_TO, BEFORE) {
            self.eat(UP_TO);
            return Some(Limit::Included);
        }
        if self.eat(BEFORE) {
            return Some(Limit::Excluded);
        }
        let is_up_to = self.eat(UP_TO);
        self.eat(UP_TO);
        (is_due || is_up_to).then_some(Limit::Included)
    }

    /// The words before the start of what has no end: « dès », “after”, “on or after”.
    fn opens(&mut self) -> Option<Limit> {
        if self.either(FROM, AFTER) {
            return Some(Limit::Included);
        }
        if self.eat(FROM) {
            return Some(Limit::Included);
        }
        self.expect(AFTER)?;
        Some(Limit::Excluded)
    }

    /// Passes « le ou avant » or « avant ou », “by or before” or “before or by”: the day itself is within.
    fn either(&mut self, within: &[&str], apart: &[&str]) -> bool {
        let day_first = |cursor: &mut Self| {
            cursor.skip_small_words();
            cursor.eat(within);
            cursor.skip_small_words();
            cursor.expect(OR)?;
            cursor.expect(apart)
        };
        let day_last = |cursor: &mut Self| {
            cursor.expect(apart)?;
            cursor.expect(OR)
        };
        self.attempt(day_first).or_else(|| self.attempt(day_last)).is_some()
    }
}
