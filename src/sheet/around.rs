//! What a sheet shows besides the words of its cells: notes, merged cells, what is hidden or struck through.

use std::collections::BTreeMap;

use super::Place;

/// What is around the words of a sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Around {
    /// Whether the whole sheet is hidden.
    pub is_hidden: bool,
    /// What somebody pinned on a cell.
    pub notes: Vec<(Place, String)>,
    pub merged: Vec<Area>,
    /// The first and the last row of each run of hidden rows, counted from 1.
    pub hidden_rows: Vec<(usize, usize)>,
    /// The first and the last column of each run of hidden columns, counted from 0.
    pub hidden_columns: Vec<(usize, usize)>,
    /// How many pictures and charts lie over it.
    pub n_pictures: usize,
    /// The words of the boxes of text that lie over it.
    pub boxes: Vec<String>,
    /// The words above and below each printed page, each once.
    pub margins: Vec<String>,
    /// The words of the cells of which some are struck through.
    pub struck: BTreeMap<Place, Vec<Part>>,
}

/// Words that are struck through or not, in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub words: String,
    pub is_struck: bool,
}

/// A cell that covers others: its own place, and the last one that it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    pub first: Place,
    pub last: Place,
}

impl Around {
    /// Notes that these rows, or columns, are hidden.
    pub fn hide(runs: &mut Vec<(usize, usize)>, first: usize, last: usize) {
        match runs.last_mut() {
            Some(run) if run.1.checked_add(1) == Some(first) => run.1 = last,
            _ => runs.push((first, last)),
        }
    }
}
