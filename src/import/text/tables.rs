//! Tables in a text: cells between tabs, between `|`, or one below the other.

use super::super::html;
use super::super::piece::{Cell, Row, Table, Text};
use super::{items, markup};
use crate::kind::plan::columns::{self, Column};

/// The table that starts at a line, and the line behind it.
pub(super) fn at(lines: &[&str], at: usize) -> Option<(Table, usize)> {
    of_tabs(lines, at).or_else(|| of_bars(lines, at)).or_else(|| of_places(lines, at))
}

/// Whether a line may be part of a paragraph, as far as tables go.
pub(super) fn is_row(line: &str) -> bool {
    tabs(line).is_some()
}

/// The cells of a line with tabs; none when it is a line set in, or the point of a list.
fn tabs(line: &str) -> Option<Vec<&str>> {
    if !line.contains('\t') {
        return None;
    }
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    let n_filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let first = cells.iter().find(|cell| !cell.is_empty())?;
    let is_sign = *first == "o"
        || items::sign(first).is_some_and(|(_, start)| start == first.len())
        || (first.len() <= 4 && first.ends_with(['.', ')']) && !first.contains(' '));
    (n_filled > 1 && !(is_sign && n_filled == 2)).then_some(cells)
}

fn of_tabs(lines: &[&str], at: usize) -> Option<(Table, usize)> {
    let first = tabs(lines[at])?;
    let mut n_columns = n_columns(&first);
    let is_next = lines.get(at + 1).is_some_and(|line| tabs(line).is_some() || is_more(line, n_columns));
    if !is_next && !has_titles(&first) {
        return None;
    }
    let mut rows = vec![first];
    let mut end = at + 1;
    while let Some(line) = lines.get(end) {
        let is_more = is_more(line, n_columns);
        match tabs(line) {
            Some(cells) if !(has_titles(&cells) && self::n_columns(&cells) != n_columns) => {
                n_columns = n_columns.max(self::n_columns(&cells));
                rows.push(cells);
                end += 1;
            }
            None if is_more => {
                rows.push(line.split('\t').map(str::trim).collect());
                end += 1;
            }
            None if line.trim().is_empty() => match behind_blank(lines, end, n_columns) {
                Some(next) => end = next,
                None => break,
            },
            Some(_) | None => break,
        }
    }
    Some((table(rows, false), end))
}

/// The row behind an empty line that goes on the table above: it has as many columns.
fn behind_blank(lines: &[&str], at: usize, n_columns: usize) -> Option<usize> {
    let next = at + lines[at..].iter().position(|line| !line.trim().is_empty())?;
    let cells: Vec<&str> = lines[next].split('\t').map(str::trim).collect();
    let is_as_wide = cells.len() == n_columns || self::n_columns(&cells) == n_columns;
    (lines[next].contains('\t') && is_as_wide).then_some(next)
}

/// Whether a line with one cell that holds something is a row of the table above.
fn is_more(line: &str, n_columns: usize) -> bool {
    let cells: Vec<&str> = line.split('\t').collect();
    let is_filled = !line.trim().is_empty();
    // In the first column, nothing but the tabs behind it tells it from a paragraph.
    is_filled
        && cells.len() > 1
        && (cells.len() == n_columns || !cells[0].trim().is_empty())
        && cells.len() <= n_columns.max(2)
        && items::sign(line.trim_start()).is_none_or(|_| cells.len() == n_columns)
}

/// How many columns a row has, up to the last one that holds something.
fn n_columns(cells: &[&str]) -> usize {
    cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

/// Whether cells are the titles of columns that plans have.
fn has_titles(cells: &[&str]) -> bool {
    let titles = cells.iter().copied().filter(|cell| !cell.is_empty());
    let known = columns::of_titles(titles).into_iter().filter(|column| *column != Column::Field).count();
    let n_filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    known >= 2 && 2 * known >= n_filled && cells.iter().all(|cell| cell.chars().count() <= 40)
}

fn of_bars(lines: &[&str], at: usize) -> Option<(Table, usize)> {
    let cells = |line: &'_ str| -> Option<usize> { line.contains('|').then(|| bars(line).len()) };
    let n_cells = cells(lines[at]).filter(|n_cells| *n_cells > 1)?;
    let same = lines[at..].iter().take_while(|line| cells(line) == Some(n_cells));
    let found: Vec<&str> = same.copied().collect();
    let is_markdown = found.get(1).is_some_and(|line| is_rule(line));
    if is_rule(found[0]) || found.len() < if is_markdown { 2 } else { 3 } {
        return None;
    }
    let rows = found.iter().filter(|line| !is_rule(line)).map(|line| bars(line)).collect();
    Some((table(rows, is_markdown), at + found.len()))
}

/// The cells of a line with bars, which may stand at its ends as well.
fn bars(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    line.strip_suffix('|').unwrap_or(line).split('|').map(str::trim).collect()
}

/// The line between the titles and the rows of a table of Markdown.
fn is_rule(line: &str) -> bool {
    line.contains("--") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | '+' | ' '))
}

/// Three lines whose cells start one below the other, and as many of them as follow.
fn of_places(lines: &[&str], at: usize) -> Option<(Table, usize)> {
    let first = places(lines[at]);
    let starts = |cells: &[(usize, &str)]| cells.iter().map(|(start, _)| *start).collect::<Vec<_>>();
    if first.len() < 2 || items::sign(lines[at].trim_start()).is_some() {
        return None;
    }
    let own = starts(&first);
    let same = lines[at..].iter().map(|line| places(line)).take_while(|cells| starts(cells) == own);
    let rows: Vec<Vec<&str>> = same.map(|cells| cells.into_iter().map(|(_, cell)| cell).collect()).collect();
    let n_rows = rows.len();
    (n_rows > 2).then(|| (table(rows, false), at + n_rows))
}

/// The cells of a line that several spaces cut, each with the column of its first letter.
fn places(line: &str) -> Vec<(usize, &str)> {
    let mut cells = Vec::new();
    let (mut column, mut rest) = (0, line);
    while !rest.is_empty() {
        let inside = rest.trim_start_matches(' ');
        column += rest.len() - inside.len();
        let end = inside.find("  ").unwrap_or(inside.len());
        let cell = &inside[..end];
        if !cell.trim().is_empty() {
            cells.push((column, cell.trim()));
        }
        column += cell.chars().count();
        rest = &inside[end..];
    }
    cells
}

/// The table of these cells: every row as wide as the others, without the empty columns on the right.
fn table(rows: Vec<Vec<&str>>, has_header: bool) -> Table {
    let width = rows.iter().map(|cells| n_columns(cells)).max().unwrap_or_default();
    let row = |(at, cells): (usize, Vec<&str>)| {
        let cells = (0..width).map(|column| cell(cells.get(column).copied().unwrap_or_default()));
        Row { cells: cells.collect(), is_header: has_header && at == 0, ..Row::default() }
    };
    Table { rows: rows.into_iter().enumerate().map(row).collect() }
}

fn cell(words: &str) -> Cell {
    Cell::of(match markup::as_html(words) {
        Some(html) => html::lines(&html),
        None => items::lines(&Text::plain(markup::collapsed(words))),
    })
}
