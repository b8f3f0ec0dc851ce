//! Tables of strands, ideas and who supports them.

use super::Reader;
use super::cells;
use crate::diagnostic::synthesis::SynthesisProblem;
use crate::kind::synthesis::vocabulary::{self, Column};
use crate::kind::synthesis::{Certainty, Idea, Places, Strand, Strands, Support};
use crate::lang;
use crate::markdown::{Cell, Line, Table};
use crate::source::Span;

/// Whether a table says who supports which idea. Without a column of ideas, they are the items in
/// the cells of the strands: « Accueil<br>- Une trousse<br>- Un café ».
pub fn is_strands(table: &Table) -> bool {
    let columns = Places::of(table);
    let ideas_in_strands = columns
        .strand
        .is_some_and(|at| table.rows.iter().filter_map(|row| row.get(at)).any(cells::holds_items));
    columns.support.is_some() && (columns.idea.is_some() || ideas_in_strands)
}

impl Places {
    fn of(table: &Table) -> Places {
        let first = |sort: Column| {
            table.header.iter().position(|cell| vocabulary::column(&cells::title(cell).plain) == sort)
        };
        Places { strand: first(Column::Strand), idea: first(Column::Idea), support: first(Column::Support) }
    }

    pub fn is_field(&self, at: usize) -> bool {
        ![self.strand, self.idea, self.support].contains(&Some(at))
    }
}

/// What a row says, its cells cut into entries.
struct Row {
    strand: Line,
    ideas: Vec<Line>,
    supports: Vec<Line>,
    /// The other columns: title, entries, place.
    fields: Vec<(String, Vec<Line>, Span)>,
    support_span: Span,
}

impl Reader<'_> {
    pub fn strands(&mut self, table: &Table) -> Strands {
        let places = Places::of(table);
        let titles: Vec<Line> = table.header.iter().map(cells::title).collect();
        let mut strands: Vec<Strand> = Vec::new();
        for cells in table.rows.iter().filter(|row| !repeats_header(row, &titles)) {
            let row = row(cells, &places, &titles);
            let is_new = !row.strand.html.is_empty()
                && strands
                    .last()
                    .is_none_or(|last| lang::fold(&last.title.plain) != lang::fold(&row.strand.plain));
            if is_new || strands.is_empty() {
                strands.push(Strand { title: row.strand.clone(), ideas: Vec::new() });
            }
            let ideas = self.ideas(row, &titles, &places);
            strands.last_mut().expect("a strand was just pushed").ideas.extend(ideas);
        }
        Strands { titles, places, strands, span: table.span }
    }

    /// The ideas of a row: what stands beside them is said of all, or once for each.
    fn ideas(&mut self, row: Row, titles: &[Line], places: &Places) -> Vec<Idea> {
        let Row { strand: _, ideas, supports, fields, support_span } = row;
        let support_title = places.support.map_or("", |at| titles[at].plain.as_str()).to_owned();
        if ideas.is_empty() {
            let fields = fields.iter().map(|(title, lines, span)| (title, lines, span));
            for (column, lines, span) in
                [(&support_title, &supports, &support_span)].into_iter().chain(fields)
            {
                if let Some(line) = lines.first() {
                    let problem =
                        SynthesisProblem::RowWithoutIdea { column: column.clone(), read: line.plain.clone() };
                    self.problems.error(problem, *span);
                }
            }
            return Vec::new();
        }
        let n_ideas = ideas.len();
        let supports = self.spread(&support_title, supports, n_ideas, support_span);
        let fields: Vec<(String, Vec<Line>)> = fields
            .into_iter()
            .map(|(title, lines, span)| {
                let lines = self.spread(&title, lines, n_ideas, span);
                (title, lines)
            })
            .collect();
        let mut read = Vec::new();
        for (at, line) in ideas.into_iter().enumerate() {
            let span = line.span;
            let fields = fields.iter().map(|(title, lines)| (title.clone(), lines[at].clone()));
            let fields = fields.filter(|(_, line)| !line.html.is_empty()).collect();
            let contribution = self.contribution(line, span);
            read.push(Idea { contribution, support: support(supports[at].clone()), fields });
        }
        read
    }

    /// An entry for each idea of a row.
    fn spread(&mut self, column: &str, entries: Vec<Line>, n_ideas: usize, span: Span) -> Vec<Line> {
        match entries.len() {
            0 => vec![Line::default(); n_ideas],
            1 => vec![entries[0].clone(); n_ideas],
            n if n == n_ideas => entries,
            _ if n_ideas == 1 => vec![Line::joined(&entries)],
            n_entries => {
                let column = column.to_owned();
                self.problems.error(SynthesisProblem::UnequalLists { column, n_ideas, n_entries }, span);
                vec![Line::joined(&entries); n_ideas]
            }
        }
    }
}

fn row(cells: &[Cell], places: &Places, titles: &[Line]) -> Row {
    let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).cloned().unwrap_or_default();
    let strand = cell(places.strand);
    let (strand, ideas) = match places.idea {
        Some(_) => (cells::title(&strand), entries(&cell(places.idea), places.idea, titles)),
        None => title_and_items(&strand),
    };
    let supports = cell(places.support);
    let fields = cells.iter().enumerate().filter(|(at, _)| places.is_field(*at)).map(|(at, cell)| {
        (
            titles.get(at).map(|title| title.plain.clone()).unwrap_or_default(),
            entries(cell, Some(at), titles),
            cell.span,
        )
    });
    Row {
        strand,
        ideas,
        support_span: supports.span,
        fields: fields.collect(),
        supports: entries(&supports, places.support, titles),
    }
}

/// The entries of a cell: its items when it holds some, else its lines. The title of the column,
/// written again in the cell, is no entry.
fn entries(cell: &Cell, column: Option<usize>, titles: &[Line]) -> Vec<Line> {
    let title = column.and_then(|at| titles.get(at)).map(|title| bare(&title.plain)).unwrap_or_default();
    let repeats = cell.lines.first().is_some_and(|line| {
        let words = bare(&line.plain);
        !words.is_empty() && (words == title || words.trim_end_matches('s') == title.trim_end_matches('s'))
    });
    let lines = cell.lines.iter().skip(usize::from(repeats)).cloned().collect();
    let cell = Cell { lines, span: cell.span };
    if cells::holds_items(&cell) { cells::items(&cell) } else { cells::lines(&cell) }
}

/// Words without case, accents or the mark at their end.
fn bare(words: &str) -> String {
    lang::fold(words).trim_end_matches([':', '.', ' ']).to_owned()
}

fn title_and_items(cell: &Cell) -> (Line, Vec<Line>) {
    let first = cell.lines.iter().position(|line| vocabulary::bullet(&line.plain).is_some());
    let (title, items) = cell.lines.split_at(first.unwrap_or(cell.lines.len()));
    let items = Cell { lines: items.to_vec(), span: cell.span };
    (Line::joined(title), cells::items(&items))
}

/// A row that says the titles of the columns again, all of them or some.
fn repeats_header(row: &[Cell], titles: &[Line]) -> bool {
    let said =
        row.iter().zip(titles).map(|(cell, title)| (bare(&cells::title(cell).plain), bare(&title.plain)));
    let said: Vec<(String, String)> = said.filter(|(cell, _)| !cell.is_empty()).collect();
    !said.is_empty() && said.iter().all(|(cell, title)| cell == title)
}

/// Marks of a cell that says nobody.
const NOBODY: &[&str] = &["", "?", "??", "???", "-", "(?)", "a trouver", "to be found"];

/// Words that say that a support is not certain.
const DOUBTS: &[&str] =
    &["a determiner", "a confirmer", "a preciser", "a voir", "to be determined", "tbd", "tbc"];

fn support(words: Line) -> Support {
    let folded = lang::fold(&words.plain);
    if NOBODY.contains(&folded.as_str()) && !words.html.holds_element(&["img"]) {
        return Support::ToFind;
    }
    let is_doubtful = folded.contains('?')
        || DOUBTS.iter().any(|doubt| folded == *doubt || folded.contains(&format!("({doubt})")));
    let certainty = if is_doubtful { Certainty::Doubtful } else { Certainty::Stated };
    Support::Named { words, certainty }
}
