//! What cells say in the columns of marks of a table: a column for each state, each season, each year.

use super::rows::{is_empty, rows, words};
use super::{Reader, Role};
use crate::diagnostic::plan::PlanProblem;
use crate::kind::plan::columns;
use crate::kind::plan::percent;
use crate::kind::plan::status::{self, AddedWords, StatusKey};
use crate::kind::plan::timeframe::{self, Calendar, Doubt, names_a_time};
use crate::lang::{self, Lang};
use crate::markdown::{Cell, Table};

/// What a cell says in a column of marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    Dash,
    /// « Non », « s. o. »: the row is not marked.
    Unticked,
    Bare,
    /// « X* », « (X) »: a note elsewhere explains it.
    WithReserve,
    /// « X (juin) », « ✓ – avec la MRC »: what stands beside the mark.
    With(String),
    /// « juin », « 50 % »: where other cells are marks, it is one that says more.
    Aside(String),
    /// Words of their own.
    Words,
}

impl Mark {
    pub fn of(cell: &Cell, lang: Lang) -> Mark {
        let mut lines = cell.lines.iter().filter(|line| !line.plain.is_empty());
        // Each line is the mark of one of several actions.
        if lines.clone().nth(1).is_some() && lines.all(|line| columns::is_mark(&line.plain)) {
            return Mark::Bare;
        }
        Mark::of_text(&words(cell), lang)
    }

    fn of_text(text: &str, lang: Lang) -> Mark {
        if columns::is_mark(text) {
            return Mark::Bare;
        }
        if text.chars().all(|c| matches!(c, '-' | '–' | '—') || c.is_whitespace()) {
            return Mark::Dash;
        }
        if columns::is_mark_with_reserve(text) {
            return Mark::WithReserve;
        }
        if let Some(beside) = columns::beside_mark(text) {
            return Mark::With(beside.to_owned());
        }
        if percent::marked(text).is_some() || names_a_time(text, lang) || is_day(text, lang) {
            return Mark::Aside(text.to_owned());
        }
        let says_nothing = || {
            let said = status::understood(text, &AddedWords::new(), lang);
            said.is_some_and(|it| it.key == StatusKey::NotStated)
        };
        match matches!(lang::fold(text).trim_end_matches('.'), "non" | "no") || says_nothing() {
            true => Mark::Unticked,
            false => Mark::Words,
        }
    }
}

/// « 12 mai », « 2026-05-12 »: a day, whose year need not be known here.
fn is_day(text: &str, lang: Lang) -> bool {
    let is_short = text.len() <= 24 && text.starts_with(|c: char| c.is_alphanumeric());
    if !is_short || !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let (timeframe, doubts) = timeframe::read(text, lang, &Calendar::default());
    timeframe.span().is_some() || doubts.iter().any(|doubt| matches!(doubt, Doubt::YearUnknown(_)))
}

/// How many cells of a column are marks, and how many say something else.
#[derive(Clone, Copy, Default)]
struct Counts {
    n_marks: usize,
    /// Cells that are marks where others are.
    n_asides: usize,
    n_words: usize,
}

/// What the titles of columns of marks name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Titles {
    States,
    /// Seasons, months, years: « 10 % » under one is a target, and marks nothing.
    Moments,
}

impl Counts {
    fn of(table: &Table, role: Role, lang: Lang, titles: Titles, at: usize) -> Counts {
        let mut counts = Counts::default();
        for cell in rows(table, role).filter_map(|row| row.get(at)).filter(|cell| !is_empty(cell)) {
            match Mark::of(cell, lang) {
                Mark::Bare | Mark::WithReserve | Mark::With(_) => counts.n_marks += 1,
                Mark::Aside(said) if titles == Titles::States || percent::marked(&said).is_none() => {
                    counts.n_asides += 1;
                }
                Mark::Aside(_) | Mark::Words => counts.n_words += 1,
                Mark::Dash | Mark::Unticked => {}
            }
        }
        counts
    }

    fn and(self, other: Counts) -> Counts {
        Counts {
            n_marks: self.n_marks + other.n_marks,
            n_asides: self.n_asides + other.n_asides,
            n_words: self.n_words + other.n_words,
        }
    }

    fn are_marks(self) -> bool {
        self.n_marks > 0 && self.n_marks + self.n_asides >= self.n_words
    }
}

/// Of the columns whose titles go together, those of marks: all of them when most of their cells are,
/// so that a text in one cell does not silence the whole table; else those that are by themselves.
pub fn columns_of_marks(
    table: &Table,
    role: Role,
    lang: Lang,
    (titles, titled): (Titles, &[usize]),
) -> Vec<usize> {
    let counts: Vec<Counts> = titled.iter().map(|at| Counts::of(table, role, lang, titles, *at)).collect();
    let are_together = counts.iter().copied().fold(Counts::default(), Counts::and).are_marks();
    let marked = titled.iter().zip(counts).filter(|(_, counts)| are_together || counts.are_marks());
    marked.map(|(at, _)| *at).collect()
}

impl Reader<'_> {
    /// Tells a cell of a column of marks that is none, and says nothing that is read.
    pub fn tell_no_mark(&mut self, column: &str, cell: &Cell) {
        let (column, read) = (column.to_owned(), words(cell).into_owned());
        self.problems.warning(PlanProblem::NoMark { column, read }, cell.span);
    }
}
