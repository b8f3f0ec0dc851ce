//! Actions written as rows of a table.

use super::action::Words;
use super::layout::{Columns, base_and_intents};
use super::marks::Mark;
use super::numbers::Counter;
use super::rows::{self, holds_comment, is_empty, rows, words};
use super::states::Marked;
use super::{OpenObjective, Reader, Role};
use crate::diagnostic::plan::PlanProblem;
use crate::kind::plan::Objective;
use crate::kind::plan::columns::{self, Column};
use crate::kind::plan::numbering;
use crate::kind::plan::percent;
use crate::kind::plan::status::{self, StatusKey};
use crate::lang;
use crate::markdown::{Cell, Line, Piece, Table};
use crate::source::Span;

/// Whether a table holds actions: one of its columns is an action or an activity column.
pub fn is_action_table(table: &Table) -> bool {
    table.header.iter().any(|cell| matches!(column(cell), Column::Action | Column::Activity))
}

/// Whether a piece is an action table that names its objectives.
pub fn names_objectives(piece: &Piece) -> bool {
    matches!(piece, Piece::Table(table) if is_action_table(table) && names_objectives_in(table))
}

/// Whether a table has an objective column.
pub fn names_objectives_in(table: &Table) -> bool {
    table.header.iter().any(|cell| column(cell) == Column::Objective)
}

/// How many of its rows say something.
pub fn n_filled_rows(table: &Table) -> usize {
    rows(table, Role::Source).count()
}

pub(super) fn column(title: &Cell) -> Column {
    columns::recognise(&words(title))
}

impl Reader<'_> {
    /// Tells the columns whose titles are nearly known ones, in any table of a plan: a slip in a
    /// title would silently hide what the whole column says.
    pub fn tell_near_columns(&mut self, table: &Table) {
        for cell in &table.header {
            let read = words(cell).into_owned();
            if columns::recognise(&read) != Column::Field {
                continue;
            }
            if let Some(nearest) = columns::nearest(&read, self.lang) {
                let nearest = nearest.to_owned();
                self.problems.warning(PlanProblem::NearColumn { read, nearest }, cell.span);
            }
        }
    }

    fn columns(&mut self, table: &Table) -> Columns {
        let columns = Columns::of(table, self.role, self.lang, |text| {
            let (status, meant) = status::read(text, &self.statuses, self.lang);
            status.key != StatusKey::Noted
                || status.is_declared
                || meant.is_some()
                || columns::is_mark(text)
                || status.is_short_note() && columns::is_a_few_signs(text)
        });
        self.asks_who_answers |= columns.sorts.contains(&Column::Responsible);
        self.tell_unshown_of_titles(table);
        self.tell_unnamed_statuses(&columns, table);
        self.tell_repeated_columns(table);
        for cell in table.rows.iter().filter_map(|row| rows::total(table, row)) {
            let read = words(cell).into_owned();
            self.problems.warning(PlanProblem::TotalRow { read }, cell.span);
        }
        self.tell_lone_rows(table);
        columns
    }

    /// Tells a column that holds known states and nothing else, in a table that has no other.
    fn tell_unnamed_statuses(&mut self, columns: &Columns, table: &Table) {
        let states = [Column::Status, Column::Progress];
        if states.iter().any(|sort| columns.sorts.contains(sort)) {
            return;
        }
        let fields = columns.sorts.iter().enumerate().filter(|(_, sort)| **sort == Column::Field);
        for (at, _) in fields {
            let title = &columns.titles[at];
            let cells = rows(table, self.role).filter_map(|row| row.get(at)).filter(|cell| !is_empty(cell));
            let said: Vec<String> = cells.map(|cell| words(cell).into_owned()).collect();
            let is_state = |text: &String| {
                let status = status::understood(text, &self.statuses, self.lang);
                status.is_some_and(|it| it.key.is_stated()) && !columns::is_a_few_signs(text)
            };
            // One word may be there by chance.
            if said.len() >= 2 && said.iter().all(is_state) && columns::nearest(title, self.lang).is_none() {
                let problem = PlanProblem::UnnamedStatuses { column: title.clone(), read: said[0].clone() };
                self.problems.warning(problem, table.header[at].span);
            }
        }
    }

    /// The actions of a table without objective column, added to an objective.
    pub fn actions_of_table(&mut self, table: &Table, open: &mut OpenObjective) {
        let columns = self.columns(table);
        for row in rows(table, self.role) {
            self.row(&columns, row, open);
        }
    }

    /// The objectives of a table that names them; an empty cell continues the one above.
    pub fn objectives_of_table(
        &mut self,
        table: &Table,
        orientation: &str,
        counter: &mut Counter,
    ) -> Vec<Objective> {
        let columns = self.columns(table);
        let mut objectives = Vec::new();
        let mut open: Option<OpenObjective> = None;
        let mut rows = rows(table, self.role).peekable();
        while let Some(row) = rows.next() {
            let title = columns.line(row, Column::Objective);
            let starts = !title.plain.is_empty() && open.as_ref().is_none_or(|open| !is_same(&title, open));
            if starts {
                objectives.extend(open.take().map(|open| open.objective));
                let span = title.span;
                let titled = self.titled(title.clone(), None, Some(orientation), counter);
                open = Some(OpenObjective::new(titled, span));
            }
            let open = open.get_or_insert_with(|| OpenObjective::untitled(orientation, table.span));
            if !columns.action_is_empty(row) || self.awaits_words(&columns, row) {
                self.row(&columns, row, open);
            } else if starts
                && !(columns.only_names_objective(row)
                    && rows.peek().is_some_and(|next| columns.continues(next)))
            {
                // An objective row without action is itself an action.
                let words =
                    Words { title: objective_as_action(open), ..self.row_words(&columns, row, title.span) };
                self.add_action(words, open);
            } else {
                self.row(&columns, row, open);
            }
        }
        objectives.extend(open.map(|open| open.objective));
        objectives
    }

    /// Whether a row of a translation holds the place of an action whose words are still to come: a
    /// comment stands for them, or the row says something else.
    fn awaits_words(&self, columns: &Columns, row: &[Cell]) -> bool {
        let says = |(sort, cell): (&Column, &Cell)| match sort {
            Column::Objective => false,
            Column::Action | Column::Activity => holds_comment(cell),
            Column::Number
            | Column::Timeframe
            | Column::Status
            | Column::Progress
            | Column::Responsible
            | Column::Partners
            | Column::Marks
            | Column::Field => !is_empty(cell),
        };
        self.role == Role::Translation
            && columns.action_is_empty(row)
            && columns.sorts.iter().zip(row).any(says)
    }

    /// The actions of one row.
    fn row(&mut self, columns: &Columns, row: &[Cell], open: &mut OpenObjective) {
        let (base, intents) = base_and_intents(columns, row);
        let Some(base) = base else {
            if self.awaits_words(columns, row) {
                let span = row.first().map_or(open.objective.span, |cell| cell.span);
                let words = self.row_words(columns, row, span);
                self.add_action(words, open);
            } else {
                self.report_words_without_action(columns, row);
            }
            return;
        };
        let titles: Vec<Line> =
            base.lines.iter().filter(|line| !line.plain.is_empty()).map(without_bullet).collect();
        let [title] = titles.as_slice() else {
            self.rows_of_several(columns, row, titles, open);
            return;
        };
        let mut words = self.row_words(columns, row, title.span);
        words.title = title.clone();
        words.intent = intents.map(|cell| Line::joined(&cell.lines));
        self.add_action(words, open);
    }

    /// Several actions in one cell: the other cells say one thing for all, or one for each.
    fn rows_of_several(
        &mut self,
        columns: &Columns,
        row: &[Cell],
        titles: Vec<Line>,
        open: &mut OpenObjective,
    ) {
        let n_actions = titles.len();
        let (_, intents) = base_and_intents(columns, row);
        let cells: Vec<Vec<Cell>> = row
            .iter()
            .enumerate()
            .map(|(at, cell)| match columns.sorts[at] {
                Column::Objective | Column::Action | Column::Activity => vec![cell.clone(); n_actions],
                Column::Number
                | Column::Timeframe
                | Column::Status
                | Column::Progress
                | Column::Responsible
                | Column::Partners
                | Column::Marks
                | Column::Field => self.spread(cell, n_actions, &columns.titles[at]),
            })
            .collect();
        let intents = intents.map(|cell| self.spread(cell, n_actions, columns.title_of(Column::Action)));
        for (n, title) in titles.into_iter().enumerate() {
            let row: Vec<Cell> = cells.iter().map(|cells| cells[n].clone()).collect();
            let mut words = self.row_words(columns, &row, title.span);
            words.title = title;
            words.intent = intents.as_ref().map(|cells| Line::joined(&cells[n].lines));
            self.add_action(words, open);
        }
    }

    /// A cell for each of several actions.
    fn spread(&mut self, cell: &Cell, n_actions: usize, column: &str) -> Vec<Cell> {
        let single = |line: &Line| Cell { lines: vec![without_bullet(line)], span: cell.span };
        match cell.lines.len() {
            0 => vec![cell.clone(); n_actions],
            1 => vec![single(&cell.lines[0]); n_actions],
            n if n == n_actions => cell.lines.iter().map(single).collect(),
            n_entries => {
                let problem = PlanProblem::UnequalLists { column: column.to_owned(), n_actions, n_entries };
                self.problems.error(problem, cell.span);
                vec![cell.clone(); n_actions]
            }
        }
    }

    /// The words of a row that concerns one action, but for its title and intent.
    fn row_words(&mut self, columns: &Columns, row: &[Cell], span: Span) -> Words {
        let mut words = Words { span, ..Words::default() };
        let mut marked: Vec<&str> = Vec::new();
        let mut marks: Vec<Marked<'_>> = Vec::new();
        let says_when = columns.cell(row, Column::Timeframe).is_some_and(|cell| !is_empty(cell));
        for (at, ((sort, title), cell)) in columns.sorts.iter().zip(&columns.titles).zip(row).enumerate() {
            let line = Line::joined(&cell.lines);
            if line.plain.is_empty() {
                continue;
            }
            match sort {
                Column::Field if columns.states.contains(&at) => {
                    marks.extend(self.mark_of_state(title, cell, &mut words.fields));
                }
                Column::Objective | Column::Activity | Column::Action => {}
                Column::Number => words.number = self.number_in_cell(&line),
                Column::Timeframe => words.timeframe = line,
                Column::Status => {
                    words.is_ticked = columns::asks_if_done(title) && columns::is_mark(&line.plain);
                    words.status = line;
                }
                Column::Progress => {
                    words.percent = line;
                    words.percent_title.clone_from(title);
                }
                Column::Responsible => words.responsible = line,
                Column::Partners => words.partners = line,
                Column::Marks if !says_when && columns::is_mark(&line.plain) => {
                    self.tell_unshown(&line);
                    marked.push(title);
                }
                Column::Marks => {
                    let are_marks = columns.moments.contains(&at);
                    match Mark::of(cell, self.lang) {
                        Mark::Bare | Mark::WithReserve | Mark::With(_) if !says_when => marked.push(title),
                        Mark::Aside(said) if !says_when && are_marks && percent::marked(&said).is_none() => {
                            marked.push(title);
                        }
                        Mark::Words | Mark::Aside(_) if !says_when && are_marks => {
                            self.tell_no_mark(title, cell);
                        }
                        Mark::Bare
                        | Mark::WithReserve
                        | Mark::With(_)
                        | Mark::Aside(_)
                        | Mark::Words
                        | Mark::Dash
                        | Mark::Unticked => {}
                    }
                    words.fields.push((title.clone(), line));
                }
                Column::Field => words.fields.push((title.clone(), line)),
            }
        }
        if !marked.is_empty() {
            // Behind a comma, the year of « T4 2026, 2027 » could be that of another quarter.
            words.timeframe = Line::of_text(&marked.join("; "), span);
        }
        self.marked_state(&mut words.status, &marks, &mut words.fields);
        // Where nothing else says the state, progress does: « 40 % », « Terminé ».
        if words.status.plain.is_empty() {
            words.status = words.percent.clone();
        }
        words
    }

    /// A row that says something, but of no action: nothing is dropped silently.
    fn report_words_without_action(&mut self, columns: &Columns, row: &[Cell]) {
        let said = columns.titles.iter().zip(&columns.sorts).zip(row).find(|((_, sort), cell)| {
            **sort != Column::Objective && cell.lines.iter().any(|line| !line.plain.is_empty())
        });
        if let Some(((title, _), cell)) = said {
            let read = words(cell).into_owned();
            self.problems.error(PlanProblem::RowWithoutAction { column: title.clone(), read }, cell.span);
        }
    }
}

/// An entry of a cell without the mark that word processors put before it.
fn without_bullet(line: &Line) -> Line {
    let bullet = ["- ", "– ", "• ", "· ", "▪ "].into_iter().find(|bullet| line.plain.starts_with(bullet));
    line.clone().without_start(bullet.unwrap_or_default())
}

/// Whether a cell repeats the objective it stands under.
fn is_same(title: &Line, open: &OpenObjective) -> bool {
    let plain = numbering::read(&title.plain).title;
    open.objective.title.as_ref().is_some_and(|current| lang::fold(&current.plain) == lang::fold(plain))
}

fn objective_as_action(open: &OpenObjective) -> Line {
    open.objective.title.clone().unwrap_or_default()
}
