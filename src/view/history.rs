//! A plan in time: how much of its period has gone by, and its counts from month to month.

use serde::Serialize;

use super::DateView;

/// How much of the period of a plan has gone by, beside what is done.
#[derive(Debug, Clone, Serialize)]
pub struct ElapsedView {
    /// « 71 % du temps écoulé; 7 actions sur 31 réalisées »
    pub sentence: String,
    /// The period in days or months, and the reference date.
    pub dates: String,
    /// How long the line is, in a drawing 1000 units wide.
    pub width: u32,
}

/// The counts of a plan over its log, drawn as columns and told as a table.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryView {
    /// From what to what, in a sentence.
    pub sentence: String,
    /// What is not known, in a sentence or two.
    pub unknown: String,
    /// The drawing; all lengths are in its own units.
    pub width: u32,
    pub height: u32,
    pub top: u32,
    /// Where columns stand.
    pub base: u32,
    /// Oldest first.
    pub columns: Vec<HistoryColumn>,
    /// The names beside the last column, from the base up.
    pub bands: Vec<HistoryBand>,
    /// The states that some action is in at some time: the titles of the table.
    pub states: Vec<HistoryState>,
}

/// The counts of a day.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryColumn {
    pub date: DateView,
    /// « sept. » under the column.
    pub label: String,
    /// « 2026 » where a year starts.
    pub year: String,
    /// Its left edge, its middle and its width.
    pub x: u32,
    pub middle: u32,
    pub width: u32,
    /// From the base up; none of them is empty.
    pub segments: Vec<HistorySegment>,
    /// « 12 », one for each state of the history.
    pub counts: Vec<String>,
}

/// The part of a column that a band takes.
#[derive(Debug, Clone, Serialize)]
pub struct HistorySegment {
    /// The state that gives the band its colour.
    pub key: String,
    pub bottom: u32,
    pub top: u32,
    /// « 12 », what is done, where there is room for it.
    pub label: Option<String>,
    /// Where its words stand.
    pub middle: u32,
}

/// A state, as the title of a column of the table.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryState {
    pub key: String,
    pub words: String,
}

/// States that are drawn as one, named beside the last column: eleven would be too many to tell apart.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryBand {
    pub key: String,
    pub words: String,
    /// « 12 » in the last column.
    pub count: String,
    /// Where its words stand, and the path of the line that ties them to the column.
    pub x: u32,
    pub y: u32,
    pub tie: String,
}
