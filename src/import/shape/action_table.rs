//! A table of actions as offices make them into the one that a plan reads: one row of titles, one row for each
//! action, titles of orientations above.

use super::other_table;
use crate::diagnostic::import::ImportProblem;
use crate::import::piece::{Cell, Line, Piece, Row, Table, Text};
use crate::kind::plan::columns::{self, Column};
use crate::kind::plan::numbering::{self, Level};
use crate::lang;

/// How far down the titles of the columns may stand: below the name of the organisation, its year, a legend.
const N_ABOVE: usize = 15;

/// The most letters of a row that is a title.
const LONGEST_TITLE: usize = 160;

/// The titles of a row, one for each of its columns.
pub fn titles(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| lang::on_one_line(&cell.words())).collect()
}

/// A first row that says what its columns hold.
pub fn row_of_titles(titles: &[String]) -> Row {
    Row { cells: titles.iter().map(|title| Cell::plain(title)).collect(), is_header: true, ..Row::default() }
}

/// The row of a table that names its columns, when they are those of actions.
pub fn titles_at(table: &Table) -> Option<usize> {
    table.rows.iter().take(N_ABOVE).position(|row| is_of_actions(&titles(row)))
}

/// Whether a table with no titles of its own has the columns of the one before it: as many, and a first row that
/// looks like no titles.
pub fn goes_on(table: &Table, titles: &[String]) -> bool {
    table.n_columns() == titles.len()
        && table.rows.iter().all(|row| !row.is_header)
        && !table.rows.first().is_some_and(|row| other_table::are_titles(row, titles.len()))
}

/// Whether titles are those of a table of actions: one names them, another says something of them.
fn is_of_actions(titles: &[String]) -> bool {
    if titles.iter().any(|title| title.chars().count() > 60) {
        return false;
    }
    let sorts = columns::of_titles(titles.iter().map(String::as_str));
    let holds = |sort: &Column| matches!(sort, Column::Action | Column::Activity | Column::Objective);
    let says = |(sort, title): &(&Column, &String)| {
        **sort != Column::Field || names_level(title) || columns::sort_of_field(title).is_some()
    };
    sorts.iter().any(holds) && sorts.iter().zip(titles).filter(says).count() >= 2
}

/// A table whose titles stand at a row, ready to be written; what stands above it comes first.
pub fn settled(table: Table, titles_at: usize) -> Vec<Piece> {
    let n_columns = table.n_columns();
    let mut rows = table.rows;
    let mut body = rows.split_off(titles_at + 1);
    let mut header = rows.pop().unwrap_or_default();
    // Cells may stand beyond the last title: they are kept under none.
    header.cells.resize_with(n_columns, || Cell::of([]));
    let mut pieces: Vec<Piece> = rows.into_iter().flat_map(set_apart).collect();
    pieces.extend(std::mem::take(&mut header.remarks).into_iter().map(Piece::Remark));
    let mut titles = titles(&header);
    if let Some(below) = body.first().and_then(|row| titles_below(&header, row)) {
        pieces.push(Piece::Remark(ImportProblem::GuessedColumns));
        for (at, title) in below {
            titles[at] = title;
        }
        pieces.extend(body.remove(0).remarks.into_iter().map(Piece::Remark));
    }
    let sorts = columns::of_titles(titles.iter().map(String::as_str));
    let mut making =
        Making { titles: &titles, sorts: &sorts, groups: group_column(&titles, &sorts), pieces: &mut pieces };
    making.rows(body);
    pieces
}

/// A row that is no row of actions, as a line: above the titles of a sheet, its name, its date, a legend; below, a
/// total or a note.
fn set_apart(row: Row) -> Vec<Piece> {
    let words: Vec<String> = row.filled().map(|(_, cell)| lang::on_one_line(&cell.words())).collect();
    let line = Piece::Paragraph(Text::plain(words.join(" – ")));
    row.remarks.into_iter().map(Piece::Remark).chain([line]).collect()
}

/// The titles of a second row, which cuts a title of the first one that covers several columns: the years below
/// « Échéancier ». None when the row is no such row.
fn titles_below(header: &Row, row: &Row) -> Option<Vec<(usize, String)>> {
    let mut groups = Vec::with_capacity(header.cells.len());
    let mut open: Option<(String, usize)> = None;
    for cell in &header.cells {
        if cell.n_columns > 1 && !cell.is_empty() {
            open = Some((lang::on_one_line(&cell.words()), cell.n_columns));
        }
        groups.push(open.clone().filter(|(_, n_left)| *n_left > 0).map(|(title, _)| title));
        open = open.map(|(title, n_left)| (title, n_left.saturating_sub(1)));
    }
    let below = |(at, cell): (usize, &Cell)| {
        let (group, own) = (groups.get(at)?.as_ref()?, lang::on_one_line(&cell.words()));
        let is_whole = columns::recognise(&own) == Column::Marks;
        Some((at, if is_whole { own } else { format!("{group} – {own}") }))
    };
    let below: Option<Vec<(usize, String)>> = row.filled().map(below).collect();
    below.filter(|below| !below.is_empty())
}

/// Whether the title of a column names orientations. It is as often in the plural: « Enjeux », “Priorities”.
fn names_level(title: &str) -> bool {
    let folded = lang::fold(title);
    let singular = |word: &str| match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => word.trim_end_matches(['s', 'x']).to_owned(),
    };
    let singulars: Vec<String> = folded.split(' ').map(singular).collect();
    [folded.clone(), singulars.join(" ")]
        .iter()
        .any(|name| numbering::level_named(name) == Some(Level::Orientation))
}

/// The column that says under which orientation each row goes, beside one that holds actions.
fn group_column(titles: &[String], sorts: &[Column]) -> Option<usize> {
    let has_actions = sorts.iter().any(|sort| matches!(sort, Column::Action | Column::Activity));
    let is_group =
        |at: &usize| names_level(&titles[*at]) && matches!(sorts[*at], Column::Field | Column::Objective);
    // Where it is the only objective of the table, it stays one, unless another column holds them.
    let found = (0..titles.len()).find(is_group).filter(|_| has_actions)?;
    let is_only = sorts[found] == Column::Objective;
    let says_objective =
        lang::fold(&titles[found]).contains("obje") || lang::fold(&titles[found]).contains("goal");
    (!(is_only && says_objective)).then_some(found)
}

/// A table of actions while it is cut and settled.
struct Making<'t> {
    titles: &'t [String],
    sorts: &'t [Column],
    groups: Option<usize>,
    pieces: &'t mut Vec<Piece>,
}

/// What was done to the rows that follow each other under the same title.
#[derive(Default)]
struct Block {
    rows: Vec<Row>,
    remarks: Vec<ImportProblem>,
}

impl Making<'_> {
    fn rows(&mut self, rows: Vec<Row>) {
        let rows = self.filled_down(rows);
        let mut block = Block::default();
        let (mut n_repeated, mut group) = (0, String::new());
        for row in rows {
            if self.says_titles_again(&row) {
                n_repeated += 1;
                block.remarks.extend(row.remarks);
                continue;
            }
            if self.is_apart(&row) {
                self.close(std::mem::take(&mut block));
                self.pieces.extend(set_apart(row));
                continue;
            }
            if let Some(title) = self.title_of(&row) {
                self.close(std::mem::take(&mut block));
                self.pieces.extend(row.remarks.into_iter().map(Piece::Remark));
                self.title(&title, ImportProblem::RowAsTitle { title: lang::on_one_line(&title.words()) });
                continue;
            }
            if let Some(column) = self.groups {
                let said =
                    row.cells.get(column).map(|cell| lang::on_one_line(&cell.words())).unwrap_or_default();
                if !said.is_empty() && said != group {
                    self.close(std::mem::take(&mut block));
                    let named = ImportProblem::ColumnAsTitles { column: self.titles[column].clone() };
                    let is_first = group.is_empty();
                    self.group_title(&said, named, is_first);
                    group = said;
                }
            }
            self.row(row, &mut block);
        }
        if n_repeated > 0 {
            block.remarks.push(ImportProblem::RepeatedColumns { n_rows: n_repeated });
        }
        self.close(block);
    }

    /// Each row with what merged cells above it say, but for those that name: an empty cell goes on with the
    /// objective above by itself.
    fn filled_down(&self, rows: Vec<Row>) -> Vec<Row> {
        let mut over: Vec<Option<(Cell, usize)>> = vec![None; self.sorts.len()];
        let mut filled = Vec::with_capacity(rows.len());
        for mut row in rows {
            row.cells.resize_with(self.sorts.len(), || Cell::of([]));
            for (at, cell) in row.cells.iter_mut().enumerate() {
                let names = matches!(
                    self.sorts[at],
                    Column::Objective | Column::Number | Column::Activity | Column::Action
                );
                let is_group = self.groups == Some(at);
                match &mut over[at] {
                    Some((above, n_left)) if *n_left > 0 && cell.is_covered && (!names || is_group) => {
                        *n_left -= 1;
                        *cell = above.clone();
                    }
                    place => {
                        let covers = cell.n_rows > 1 && cell.n_columns == 1 && !cell.is_empty();
                        *place = covers.then(|| (Cell { n_rows: 1, ..cell.clone() }, cell.n_rows - 1));
                        if covers && !names && !is_group {
                            row.remarks
                                .push(ImportProblem::CellForEach { text: lang::on_one_line(&cell.words()) });
                        }
                    }
                }
            }
            filled.push(row);
        }
        filled
    }

    /// Whether a row names the columns again, as it does on each page of a paper.
    fn says_titles_again(&self, row: &Row) -> bool {
        let alike =
            |(at, cell): (usize, &Cell)| lang::is_alike(&lang::on_one_line(&cell.words()), &self.titles[at]);
        row.filled().count() > 1 && row.filled().all(alike)
    }

    /// Whether a row stands below what it speaks of: a note over the whole table, or a total beside the titles of
    /// orientations, where no action is named.
    fn is_apart(&self, row: &Row) -> bool {
        let names = |at: usize| {
            matches!(self.sorts[at], Column::Objective | Column::Activity | Column::Action | Column::Number)
                && self.groups != Some(at)
        };
        if self.groups.is_some_and(|at| !row.cells[at].is_empty()) && !row.filled().any(|(at, _)| names(at)) {
            return true;
        }
        let mut filled = row.filled();
        let Some((_, cell)) = filled.next().filter(|_| filled.next().is_none()) else { return false };
        let words = lang::fold(&cell.words());
        cell.n_columns > 1
            && (words.starts_with("note") || words.ends_with('.') || words.starts_with("source"))
    }

    /// The title that a row is: one cell over several columns, or alone in its row with a word that names a level.
    fn title_of(&self, row: &Row) -> Option<Text> {
        let mut filled = row.filled();
        let (at, cell) = filled.next().filter(|_| filled.next().is_none())?;
        let words = lang::on_one_line(&cell.words());
        let is_wide = cell.n_columns > 1 && cell.n_columns >= self.sorts.len().saturating_sub(1);
        let numbered = numbering::read(&words);
        let is_named = !numbered.level_word.is_empty() && numbered.number.is_some() && at == 0;
        let is_short = words.chars().count() <= LONGEST_TITLE;
        let text = cell.lines.iter().map(|line| line.text.clone()).reduce(joined)?;
        ((is_wide || is_named) && is_short).then_some(text)
    }

    fn title(&mut self, title: &Text, why: ImportProblem) {
        self.pieces.push(Piece::Remark(why));
        let level = level_of(&title.words());
        self.pieces.push(Piece::Heading { level, text: title.clone().without_bold() });
    }

    fn group_title(&mut self, title: &str, why: ImportProblem, is_first: bool) {
        if is_first {
            self.pieces.push(Piece::Remark(why));
        }
        self.pieces.push(Piece::Heading { level: 2, text: Text::plain(title) });
    }

    fn row(&self, mut row: Row, block: &mut Block) {
        self.as_actions(&mut row);
        self.put_together(&mut row);
        for (at, _) in self.sorts.iter().enumerate().filter(|(_, sort)| **sort == Column::Objective) {
            // A sheet that is sorted and filtered says the objective of each row; ours says it once.
            let above =
                block.rows.iter().rev().map(|row| row.cells[at].words()).find(|words| !words.is_empty());
            if above.is_some_and(|above| above == row.cells[at].words()) {
                row.cells[at].lines.clear();
            }
        }
        block.rows.push(row);
    }

    /// A line that goes on in lower case, or that is set in another way than by points, is no action of its own;
    /// what becomes several is told.
    fn as_actions(&self, row: &mut Row) {
        let sort = |wanted: Column| self.sorts.iter().position(|sort| *sort == wanted);
        let Some(named) = sort(Column::Activity).or_else(|| sort(Column::Action)) else { return };
        let cell = &mut row.cells[named];
        let mut lines: Vec<Line> = Vec::with_capacity(cell.lines.len());
        for mut line in std::mem::take(&mut cell.lines) {
            for run in &mut line.text.runs {
                run.words = run.words.replace('\n', " ");
            }
            let goes_on = !line.is_item && line.text.words().trim_start().starts_with(char::is_lowercase);
            match lines.last_mut().filter(|_| goes_on) {
                Some(last) => last.text = joined(std::mem::take(&mut last.text), line.text),
                None => lines.push(line),
            }
        }
        cell.lines = lines;
        if cell.lines.len() > 1 && !cell.lines.iter().all(|line| line.is_item) {
            row.remarks.push(ImportProblem::SeveralActions { n_actions: cell.lines.len() });
        }
    }

    /// Where a row holds several actions, each other cell has one entry, or as many: others are put on one line.
    fn put_together(&self, row: &mut Row) {
        let sort = |wanted: Column| self.sorts.iter().position(|sort| *sort == wanted);
        let Some(named) = sort(Column::Activity).or_else(|| sort(Column::Action)) else { return };
        let n_actions = row.cells[named].lines.len();
        if n_actions < 2 {
            return;
        }
        for (at, cell) in row.cells.iter_mut().enumerate() {
            let n_entries = cell.lines.len();
            let is_one = self.sorts[at] == Column::Objective || self.groups == Some(at);
            if at == named || n_entries < 2 || (n_entries == n_actions && !is_one) {
                continue;
            }
            if !is_one {
                let column = self.titles[at].clone();
                row.remarks.push(ImportProblem::UnevenCell { column, n_actions, n_entries });
            }
            let text = std::mem::take(&mut cell.lines).into_iter().map(|line| line.text);
            let between = if is_one { " " } else { "; " };
            let text = text.reduce(|one, other| with_between(one, between, other));
            cell.lines = text.into_iter().map(|text| Line { is_item: false, text }).collect();
        }
    }

    /// Writes a block of rows as a table of its own.
    fn close(&mut self, block: Block) {
        let Block { rows, remarks } = block;
        if rows.is_empty() {
            self.pieces.extend(remarks.into_iter().map(Piece::Remark));
            return;
        }
        self.pieces.extend(remarks.into_iter().map(Piece::Remark));
        let kept = |at: &usize| self.groups != Some(*at);
        let cut = |row: Row| Row {
            cells: row
                .cells
                .into_iter()
                .enumerate()
                .filter(|(at, _)| kept(at))
                .map(|(_, cell)| cell)
                .collect(),
            ..row
        };
        let header = row_of_titles(self.titles);
        let rows = std::iter::once(header).chain(rows).map(cut).collect();
        self.pieces.push(Piece::Table(Table { rows }));
    }
}

/// How deep a title goes in a plan, by the word or the number that opens it: 2 is an orientation.
pub fn level_of(title: &str) -> u8 {
    let numbered = numbering::read(title);
    let n_dots = numbered.number.map_or(0, |number| number.trim_end_matches('.').matches('.').count());
    match numbering::level_named(numbered.level_word) {
        Some(Level::Objective) => 3,
        Some(Level::Orientation) => 2,
        Some(Level::Any) | None => u8::try_from(n_dots.min(2)).map_or(2, |n_dots| 2 + n_dots),
    }
}

fn joined(one: Text, other: Text) -> Text {
    with_between(one, " ", other)
}

fn with_between(mut one: Text, between: &str, other: Text) -> Text {
    one.runs.extend(Text::plain(between).runs);
    one.runs.extend(other.runs);
    one
}
