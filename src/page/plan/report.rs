//! The follow-up report: what a board reads to know how far a plan is.

use std::cmp::Reverse;

use super::Shower;
use crate::address::Address;
use crate::date::Date;
use crate::kind::plan::follow_up::Entry;
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::{Action, COMING_DAYS};
use crate::page::{Page, View};
use crate::site::plan::Side;
use crate::view::sides::{ActionLine, ReportPart, ReportView};

/// How far back a report looks when the plan does not say when the last one was, in days.
const BACK: i32 = 90;

impl Shower<'_> {
    pub(super) fn report(&self) -> Page {
        let page = self.side_address(Side::Report);
        let view = ReportView {
            title: self.side_title(Side::Report),
            head: self.head_of_notes(&page, self.plan.actions()),
            responsible: self.plan.responsible.clone(),
            progress: self.plan_progress(&page),
            history: self.history(),
            parts: [
                Some(self.done(&page)),
                self.changed(&page),
                self.noted_after(&page),
                Some(self.late(&page)),
                Some(self.coming(&page)),
                Some(self.set_aside(&page)),
                Some(self.not_stated(&page)),
            ]
            .into_iter()
            .flatten()
            .collect(),
        };
        self.side_page(Side::Report, page, View::Report(Box::new(view)))
    }

    fn done(&self, page: &Address) -> ReportPart {
        self.part("done", &[], self.lines(page, |action| action.status.key == StatusKey::Done))
    }

    /// What the log says since the last report; nothing to say without a log.
    fn changed(&self, page: &Address) -> Option<ReportPart> {
        self.plan.actions().find(|action| !action.history.is_empty())?;
        let (since, key) = match self.plan.report {
            Some(report) => (report, "changed"),
            None => (self.reference.plus_days(-BACK), "changed_lately"),
        };
        let lines = self.news(page, |day| since < day && day <= self.reference);
        Some(self.part(key, &[("date", &self.words.locale.date(since))], lines))
    }

    /// Entries that bear a later date than the one the plan is looked at: what the log says of the
    /// future is no change of the past, and is not hidden either.
    fn noted_after(&self, page: &Address) -> Option<ReportPart> {
        let lines = self.news(page, |day| self.reference < day);
        let date = self.words.locale.date(self.reference);
        (!lines.is_empty()).then(|| self.part("noted_after", &[("date", &date)], lines))
    }

    /// The actions with entries on some days, and these entries; the newest first.
    fn news(&self, page: &Address, is_wanted: impl Fn(Date) -> bool) -> Vec<ActionLine> {
        let mut told: Vec<(Date, ActionLine)> = Vec::new();
        for action in self.plan.actions() {
            let new: Vec<&Entry> =
                action.history.iter().rev().filter(|entry| is_wanted(entry.date)).collect();
            if let Some(newest) = new.first() {
                let entries = new.iter().map(|entry| self.entry_view(entry, page)).collect();
                // The entries say its state: the line leaves it to them.
                let line = self.line(action, page);
                let line =
                    ActionLine { entries, note: None, status: None, percent: None, timeframe: None, ..line };
                told.push((newest.date, line));
            }
        }
        told.sort_by_key(|(newest, _)| Reverse(*newest));
        told.into_iter().map(|(_, line)| line).collect()
    }

    fn late(&self, page: &Address) -> ReportPart {
        self.part("late", &[], self.lines_by(page, |action| action.late_since(self.reference)))
    }

    fn coming(&self, page: &Address) -> ReportPart {
        let until = self.reference.plus_days(COMING_DAYS);
        let days = COMING_DAYS.to_string();
        let lines = self.lines_by(page, |action| self.plan.coming(action, self.reference));
        self.part("coming", &[("date", &self.words.locale.date(until)), ("n", &days)], lines)
    }

    /// Postponed, on hold or dropped, each with its reason: a board is told when there is none.
    fn set_aside(&self, page: &Address) -> ReportPart {
        let aside = |action: &&Action| {
            [StatusKey::Postponed, StatusKey::OnHold, StatusKey::Dropped].contains(&action.status.key)
        };
        let lines = self.plan.actions().filter(aside).map(|action| {
            let line = self.line(action, page);
            let is_told = line.note.is_some() || action.status.detail.is_some();
            if is_told {
                return line;
            }
            ActionLine { note: Some(self.words.say("report.no_reason", &[])), lang: None, ..line }
        });
        self.part("set_aside", &[], lines.collect())
    }

    fn not_stated(&self, page: &Address) -> ReportPart {
        self.part("not_stated", &[], self.lines(page, |action| action.status.key == StatusKey::NotStated))
    }

    fn lines(&self, page: &Address, is_wanted: impl Fn(&Action) -> bool) -> Vec<ActionLine> {
        self.plan.actions().filter(|action| is_wanted(action)).map(|action| self.line(action, page)).collect()
    }

    /// The actions that have a day, the first day before the rest.
    fn lines_by(&self, page: &Address, day: impl Fn(&Action) -> Option<Date>) -> Vec<ActionLine> {
        let mut dated: Vec<(Date, &Action)> =
            self.plan.actions().filter_map(|action| Some((day(action)?, action))).collect();
        dated.sort_by_key(|(day, _)| *day);
        dated.into_iter().map(|(_, action)| self.line(action, page)).collect()
    }

    fn part(&self, key: &str, values: &[(&str, &str)], actions: Vec<ActionLine>) -> ReportPart {
        let say = |what: &str| self.words.say(&format!("report.{key}.{what}"), values);
        ReportPart {
            id: key.replace('_', "-"),
            title: say("title"),
            count: self.words.locale.number(actions.len()),
            text: say("text"),
            empty: say("empty"),
            actions,
        }
    }
}
