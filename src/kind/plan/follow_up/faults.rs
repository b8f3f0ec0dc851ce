//! The faults of a log while it is read: each with its cell, those that repeat told once.

use std::collections::BTreeMap;

use crate::diagnostic::follow_up::hint::Hint;
use crate::diagnostic::follow_up::{CellPlace, FollowUpFault, FollowUpProblem};
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::sheet::{self, Cell, Place, Row, Sheet};
use crate::source::Span;

/// What is wrong in a log.
pub struct Faults<'a> {
    path: &'a str,
    found: Vec<Diagnostic>,
    /// By severity and words read, the fault that told them first.
    first: BTreeMap<(Severity, String), usize>,
}

/// What a fault is about.
#[derive(Clone, Copy)]
pub enum At<'a> {
    File,
    Row(&'a Sheet, &'a Row),
    Cell(&'a Sheet, &'a Row, &'a Cell),
    /// A cell that holds nothing.
    Empty(&'a Sheet, Place),
}

impl<'a> Faults<'a> {
    pub fn in_file(path: &'a str) -> Faults<'a> {
        Faults { path, found: Vec::new(), first: BTreeMap::new() }
    }

    pub fn error(&mut self, at: At<'_>, fault: FollowUpFault) {
        self.note(Severity::Error, at, fault);
    }

    pub fn warning(&mut self, at: At<'_>, fault: FollowUpFault) {
        self.note(Severity::Warning, at, fault);
    }

    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found
    }

    fn note(&mut self, severity: Severity, at: At<'_>, fault: FollowUpFault) {
        // A log put beside the wrong plan has one message for each number, not for each row.
        let read = match &fault {
            FollowUpFault::UnknownAction { read, hint: Hint::Uncalled(title), .. } => {
                Some(format!("action {read} {title}"))
            }
            FollowUpFault::UnknownAction { read, .. } => Some(format!("action {read}")),
            FollowUpFault::UnknownDate { read, .. } => Some(format!("date {read}")),
            // What one of them says is true of all of them.
            FollowUpFault::OtherOrder { .. } => Some("order".to_owned()),
            FollowUpFault::UnsureOrder { .. } => Some("unsure order".to_owned()),
            FollowUpFault::Uncomputed { .. } => Some("formula".to_owned()),
            FollowUpFault::LinkInNote { .. } => Some("link".to_owned()),
            FollowUpFault::UntitledColumn { column, .. } => Some(format!("column {column}")),
            FollowUpFault::UnknownStatus { read, .. } => Some(format!("status {read}")),
            FollowUpFault::TitleOfAnother { number, read, .. } => Some(format!("moved {number} {read}")),
            FollowUpFault::UnknownTitle { number, read, .. } => Some(format!("title {number} {read}")),
            FollowUpFault::SharedNumber { number, .. } => Some(format!("shared {number}")),
            FollowUpFault::TwoLogs { .. }
            | FollowUpFault::NoPlan
            | FollowUpFault::OtherName { .. }
            | FollowUpFault::OtherFormat { .. }
            | FollowUpFault::Empty
            | FollowUpFault::NoTitles { .. }
            | FollowUpFault::SheetLeftOut { .. }
            | FollowUpFault::IgnoredColumns { .. }
            | FollowUpFault::TooManyCells { .. }
            | FollowUpFault::AmbiguousAction { .. }
            | FollowUpFault::SeveralActions { .. }
            | FollowUpFault::DateForAction { .. }
            | FollowUpFault::NoAction
            | FollowUpFault::NoDate
            | FollowUpFault::NothingSaid
            | FollowUpFault::UnknownPercent { .. }
            | FollowUpFault::StatusAgainstPercent { .. }
            | FollowUpFault::OtherStateOfDay { .. }
            | FollowUpFault::Repeated { .. }
            | FollowUpFault::DeadEvidence(_) => None,
        };
        if let Some(read) = read {
            let key = (severity, read);
            if let Some(first) = self.first.get(&key) {
                return one_more(&mut self.found[*first]);
            }
            self.first.insert(key, self.found.len());
        }
        let (cell, span) = place(at);
        let problem = FollowUpProblem { cell, fault }.into();
        self.found.push(Diagnostic { severity, problem, path: self.path.to_owned(), span });
    }
}

fn one_more(diagnostic: &mut Diagnostic) {
    let Problem::FollowUp(problem) = &mut diagnostic.problem else { return };
    if let FollowUpFault::UnknownAction { n_more, .. }
    | FollowUpFault::UnknownDate { n_more, .. }
    | FollowUpFault::OtherOrder { n_more, .. }
    | FollowUpFault::UnsureOrder { n_more, .. }
    | FollowUpFault::LinkInNote { n_more, .. }
    | FollowUpFault::Uncomputed { n_more }
    | FollowUpFault::UntitledColumn { n_more, .. }
    | FollowUpFault::UnknownStatus { n_more, .. }
    | FollowUpFault::TitleOfAnother { n_more, .. }
    | FollowUpFault::SharedNumber { n_more, .. }
    | FollowUpFault::UnknownTitle { n_more, .. } = &mut problem.fault
    {
        *n_more += 1;
    }
}

/// The place in the text, else the cell as the margins name it.
pub fn place(at: At<'_>) -> (Option<CellPlace>, Option<Span>) {
    let (sheet, row, cell) = match at {
        At::File => return (None, None),
        At::Row(sheet, row) => (sheet, row, None),
        At::Cell(sheet, row, cell) => (sheet, row, Some(cell)),
        At::Empty(sheet, Place { row, column }) => {
            let column = Some(sheet::column_letters(column));
            return (Some(CellPlace { sheet: sheet.name.clone(), row, column }), None);
        }
    };
    let span = match cell {
        Some(cell) => cell.span,
        None => {
            let (first, last) = (row.cells.first(), row.cells.last());
            let ends = first.and_then(|first| first.span).zip(last.and_then(|last| last.span));
            ends.map(|(first, last)| Span::new(first.start, last.end))
        }
    };
    if span.is_some() {
        return (None, span);
    }
    let column = cell.map(|cell| sheet::column_letters(cell.column));
    (Some(CellPlace { sheet: sheet.name.clone(), row: row.number, column }), None)
}
