//! The line of a new action, written as the one it follows: a row with the same columns, or a task.

use crate::kind::plan::columns::{self, Column};
use crate::kind::plan::{Action, Numbering};

/// What a new action says.
pub(super) struct Written<'a> {
    pub(super) title: &'a str,
    /// None where the plan writes no numbers.
    pub(super) number: Option<&'a str>,
}

/// A line to put in a text.
pub(super) struct Line {
    /// The byte it goes before.
    pub(super) at: usize,
    /// With the ends of line it needs.
    pub(super) text: String,
    /// How many ends of line stand before it in `text`.
    pub(super) n_before: usize,
    pub(super) form: Form,
}

/// How an action is written in its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A row with other cells to fill in.
    Row,
    /// A row with no cell but its own and that of its number.
    LoneCell,
    /// An item of a list, with a box to tick.
    Task,
}

impl Line {
    /// The line alone, to be shown.
    pub(super) fn shown(&self) -> String {
        self.text.trim().to_owned()
    }
}

/// The number of an action as its author wrote it.
pub(super) fn numbered(action: &Action) -> Option<&str> {
    match action.numbering {
        Numbering::Written => Some(&action.number),
        Numbering::Position => None,
    }
}

/// The line that follows an action; none when it is written in another way than the two we know.
pub(super) fn beside(text: &str, last: &Action, written: &Written<'_>) -> Option<Line> {
    let start = text.get(..last.span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let line = line_at(text, start);
    let ((made, form), after) = match task_start(line) {
        Some(bullet) => ((task(&bullet, last, written), Form::Task), end_of_item(text, start)),
        None => (row(text, start, last, written)?, start + line.len()),
    };
    let newline = if text[..after].ends_with("\r\n") || text.contains("\r\n") { "\r\n" } else { "\n" };
    let is_last = !text[..after].ends_with('\n');
    let text = if is_last { format!("{newline}{made}") } else { format!("{made}{newline}") };
    Some(Line { at: after, text, n_before: usize::from(is_last), form })
}

/// The line that starts at a byte, its end included.
fn line_at(text: &str, start: usize) -> &str {
    text[start..].split_inclusive('\n').next().unwrap_or_default()
}

/// The start of the task that follows one, up to its box: `  - `, or `3. ` after the second.
fn task_start(line: &str) -> Option<String> {
    let indent = line.len() - line.trim_start().len();
    let n_digits = line[indent..].chars().take_while(char::is_ascii_digit).count();
    let (marks, order) = match n_digits {
        0 => (['-', '*', '+'].as_slice(), None),
        _ => (['.', ')'].as_slice(), Some(line[indent..indent + n_digits].parse::<u32>().ok()?)),
    };
    let rest = line[indent + n_digits..].strip_prefix(marks)?;
    let box_and_words = rest.trim_start();
    let has_box = ["[ ]", "[x]", "[X]"].iter().any(|it| box_and_words.starts_with(it));
    let mark = &line[indent + n_digits..line.len() - box_and_words.len()];
    let order = order.map_or(String::new(), |order| order.saturating_add(1).to_string());
    has_box.then(|| format!("{}{order}{mark}", &line[..indent]))
}

fn task(bullet: &str, last: &Action, written: &Written<'_>) -> String {
    let number = written.number.filter(|_| numbered(last).is_some());
    let number = number.map_or(String::new(), |number| format!("{number} "));
    format!("{bullet}[ ] {number}{}", written.title)
}

/// Where an item of a list ends, with all that stands under it.
fn end_of_item(text: &str, start: usize) -> usize {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let own = indent(line_at(text, start));
    let mut end = start + line_at(text, start).len();
    let mut at = end;
    for line in text[end..].split_inclusive('\n') {
        let is_blank = line.trim().is_empty();
        if !is_blank && indent(line) <= own {
            break;
        }
        at += line.len();
        end = if is_blank { end } else { at };
    }
    end
}

/// The row that follows one of a table: its number and its title, the rest to be filled in.
fn row(text: &str, start: usize, last: &Action, written: &Written<'_>) -> Option<(String, Form)> {
    let (header, dashes) = header_above(text, start)?;
    let (titles, model) = (cells(header), cells(line_at(text, start)));
    let sorts = columns::of_titles(titles.iter().map(|title| title.trim().trim_matches(['*', '_', '`'])));
    let named = if sorts.contains(&Column::Activity) { Column::Activity } else { Column::Action };
    let has_numbers =
        sorts.iter().zip(&model).any(|(sort, cell)| *sort == Column::Number && !cell.trim().is_empty());
    let title = written.title.replace('|', "\\|");
    let own_number = written.number.filter(|_| !has_numbers && numbered(last).is_some());
    let title = own_number.map_or(title.clone(), |number| format!("{number} {title}"));
    // Columns that an author set in line stay in line.
    let n_chars = |cell: &&str| cell.chars().count();
    let widths = |cells: &[&str]| cells.iter().map(n_chars).collect::<Vec<usize>>();
    let is_set = widths(&titles) == widths(&model) && widths(&titles) == widths(&cells(dashes));
    let mut made = String::from("|");
    for (sort, shown) in sorts.iter().zip(&titles) {
        let said = match sort {
            Column::Number if has_numbers => written.number.unwrap_or_default(),
            sort if *sort == named => &title,
            Column::Number
            | Column::Objective
            | Column::Activity
            | Column::Action
            | Column::Timeframe
            | Column::Status
            | Column::Progress
            | Column::Responsible
            | Column::Partners
            | Column::Marks
            | Column::Field => "",
        };
        let cell = if said.is_empty() { " ".to_owned() } else { format!(" {said} ") };
        let width = if is_set { n_chars(shown) } else { 0 };
        made.push_str(&format!("{cell:width$}|"));
    }
    let is_other = |sort: &Column| *sort != named && *sort != Column::Number;
    let form = if sorts.iter().any(is_other) { Form::Row } else { Form::LoneCell };
    sorts.contains(&named).then_some((made, form))
}

/// The titles of the table in which a row stands, and the line of dashes under them.
fn header_above(text: &str, start: usize) -> Option<(&str, &str)> {
    let mut lines = text[..start].lines().rev();
    let is_dashes =
        |line: &&str| line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'));
    let dashes = lines.by_ref().take_while(|line| line.contains('|')).find(is_dashes)?;
    Some((lines.next()?, dashes))
}

/// The cells of a row as they are written, between its bars.
fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = Vec::new();
    let (mut start, mut is_escaped) = (0, false);
    for (at, c) in line.char_indices() {
        if c == '|' && !is_escaped {
            cells.push(&line[start..at]);
            start = at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    if !line[start..].trim().is_empty() {
        cells.push(&line[start..]);
    }
    cells
}
