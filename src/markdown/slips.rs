//! What an author meant as a table or a link, and Markdown reads as plain text.

use super::read::{Block, Reader};
use crate::diagnostic::markdown::{BOXES, MarkdownProblem};
use crate::source::Span;

/// What word processors make of the hyphen of a list.
const DASH: char = '–';

/// What only an address starts with.
const BEGINNINGS: [&str; 7] = ["@/", "../", "tel:", "sms:", "mailto:", "http:", "https:"];

impl Reader<'_> {
    /// Tells what of a paragraph was meant as something else.
    pub fn tell_slips(&mut self, paragraph: Span) {
        let below_table = self.n_columns_above(paragraph);
        if let Some(n_columns) = below_table {
            self.tell_rows_apart(paragraph, n_columns);
        }
        if may_be_slip(&self.source[paragraph.start..paragraph.end]) {
            self.tell_loose_rows(paragraph);
            self.tell_pasted_bullets(paragraph);
            self.tell_glued_headings(paragraph);
        }
    }

    /// Tells a paragraph with lines that start with a bar: a blank line cuts a table pasted from a
    /// word processor in two, and without its line of dashes, or with one that is too short, there is no table.
    fn tell_loose_rows(&mut self, paragraph: Span) {
        let text = &self.source[paragraph.start..paragraph.end];
        // Beyond ASCII, a space is a cell for Markdown, and for who counts cells.
        let Some((at, line)) = lines(text).find(|(_, line)| is_row(line.trim_ascii())) else { return };
        let row = line.trim_ascii();
        let start = paragraph.start + at + (line.len() - line.trim_ascii_start().len());
        let below = text[at + line.len()..].lines().next().map(str::trim_ascii);
        let dashes = below.filter(|below| is_dashes(below)).map(n_cells);
        let problem = match (n_cells(row), dashes) {
            (n_titles, Some(n_dashes)) if n_titles != n_dashes => {
                MarkdownProblem::DashesBesideTitles { n_titles, n_dashes }
            }
            (_, Some(_) | None) => MarkdownProblem::LooseRow,
        };
        self.notes.warning(problem, Span::new(start, start + row.len()));
    }

    /// How many columns the table has that stands right above a paragraph: only blank lines, or bars alone, part
    /// them.
    fn n_columns_above(&mut self, paragraph: Span) -> Option<usize> {
        let (n_columns, end) = self.table_above.take()?;
        let is_nothing = |c: char| c == '|' || c.is_whitespace();
        (self.at_top() && self.source.get(end..paragraph.start)?.chars().all(is_nothing)).then_some(n_columns)
    }

    /// Tells a paragraph right below a table whose lines look like rows of it: a blank line cuts a table in two,
    /// and rows need no bar at their ends.
    fn tell_rows_apart(&mut self, paragraph: Span, n_columns: usize) {
        let text = &self.source[paragraph.start..paragraph.end];
        let is_filled = |line: &&str| !line.trim_matches('|').is_empty();
        let mut rows =
            lines(text).map(|(at, line)| (at, line.trim_ascii())).filter(|(_, row)| is_filled(row));
        let Some((at, first)) = rows.next() else { return };
        let (mut n_rows, mut are_rows) = (1, n_columns > 1 && n_cells(first) == n_columns);
        for (_, row) in rows {
            n_rows += 1;
            are_rows &= row.contains('|');
        }
        // « Téléphone | Courriel » on a line of its own is a sentence; a bar in code is no bar.
        if !are_rows || (n_columns == 2 && n_rows == 1) || text.contains('`') {
            return;
        }
        self.table_above = Some((n_columns, paragraph.end));
        // What starts with a bar is told in any paragraph.
        if !lines(text).any(|(_, line)| is_row(line.trim_ascii())) {
            let start = paragraph.start + at + text[at..].find(first).unwrap_or_default();
            self.notes.warning(MarkdownProblem::RowApart, Span::new(start, start + first.len()));
        }
    }

    /// Tells a paragraph with lines that start with the bullets of a word processor.
    fn tell_pasted_bullets(&mut self, paragraph: Span) {
        let text = &self.source[paragraph.start..paragraph.end];
        let found = lines(text).find_map(|(at, _)| Some((at, pasted(&text[..at], &text[at..])?)));
        if let Some((at, (mark, place))) = found {
            let is_under_item = matches!(self.flow.blocks.last(), Some(Block::Item(..)));
            let problem = MarkdownProblem::PastedBullet { mark, is_under_item };
            self.notes.warning(problem, place.shifted(paragraph.start + at));
        }
    }

    /// Tells the first of the lines that start with such a bullet under an item of a list: `line` is where a
    /// line of the item starts.
    pub fn tell_bullet_under_item(&mut self, line: usize) {
        let (above, below) = self.source.split_at(line);
        let Some((mark, place)) = pasted(above, below) else { return };
        let of_item = above.lines().rev().take_while(|line| !line.trim().is_empty());
        let mut marks = of_item.map(|line| (is_item(line), bullet(line).is_some()));
        let first = marks.find(|(is_item, is_bullet)| *is_item || *is_bullet);
        if !matches!(first, Some((_, true))) {
            let problem = MarkdownProblem::PastedBullet { mark, is_under_item: true };
            self.notes.warning(problem, place.shifted(line));
        }
    }

    /// Tells the lines of a paragraph that start with the marks of a heading, but for the space
    /// after them. A single one is the sign of a keyword, « #logement ».
    fn tell_glued_headings(&mut self, paragraph: Span) {
        let text = &self.source[paragraph.start..paragraph.end];
        for (at, line) in lines(text) {
            let heading = line.trim();
            let words = heading.trim_start_matches('#');
            let n_marks = heading.len() - words.len();
            if (2..=6).contains(&n_marks) && words.starts_with(char::is_alphanumeric) {
                let (marks, words) = (heading[..n_marks].to_owned(), words.to_owned());
                let at = paragraph.start + at + (line.len() - line.trim_start().len());
                let span = Span::new(at, at + heading.len());
                self.notes.warning(MarkdownProblem::GluedHeading { marks, words }, span);
            }
        }
    }

    /// Tells `](an address with spaces)` in a text just read: it is shown as typed.
    pub fn tell_broken_links(&mut self) {
        let text = &self.run.text;
        if !text.contains(']') {
            return;
        }
        let mut from = 0;
        while let Some(found) = text[from..].find("](") {
            let start = from + found + 2;
            let Some(length) = end_of_address(&text[start..]) else { return };
            let address = &text[start..start + length];
            from = start + length;
            let is_file = address.rsplit_once('.').is_some_and(|(_, end)| (2..=5).contains(&end.len()));
            let start_of = |n: usize| address.trim_start().get(..n).unwrap_or_default();
            let is_address =
                is_file || BEGINNINGS.iter().any(|it| start_of(it.len()).eq_ignore_ascii_case(it));
            let is_address = is_address || is_telephone(address);
            if address.trim().contains(' ') && is_address && !address.contains('\n') {
                let written = address.to_owned();
                let place = self.run.place(&(start..start + length));
                self.notes.warning(MarkdownProblem::SpaceInAddress { written }, place);
            }
        }
    }
}

/// Whether an address is a telephone number as people write it, « 418 555-0123 ».
fn is_telephone(address: &str) -> bool {
    let n_digits = address.chars().filter(char::is_ascii_digit).count();
    let is_of_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-.()".contains(c);
    (7..=15).contains(&n_digits) && address.chars().all(is_of_number)
}

/// Where an address ends, before its bracket: brackets within it go by two, as in « rapport (1).pdf ».
fn end_of_address(text: &str) -> Option<usize> {
    let mut n_open = 0;
    for (at, c) in text.char_indices() {
        match c {
            '\n' => break,
            '(' => n_open += 1,
            ')' if n_open == 0 => return Some(at),
            ')' => n_open -= 1,
            _ => {}
        }
    }
    text.find(')')
}

/// Whether a line is the one that parts the titles of a table from its rows.
fn is_dashes(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':') || c.is_whitespace())
}

/// Whether a line starts as a row does that has bars at its ends.
fn is_row(line: &str) -> bool {
    line.starts_with('|') && line[1..].contains('|')
}

/// How many cells a row has between its bars. A bar behind a backslash stands for itself.
pub(super) fn n_cells(row: &str) -> usize {
    let inside = row.strip_prefix('|').unwrap_or(row);
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    inside.matches('|').count() - inside.matches("\\|").count() + 1
}

/// The lines of a text, with the byte each starts at.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        (at, line)
    })
}

/// The mark of a pasted list that `below` starts with, and the place of what it lists.
///
/// A dash may open words that somebody says, or close an aside: it lists things where the next line starts
/// with one as well, and neither line was ended on purpose.
fn pasted(above: &str, below: &str) -> Option<(char, Span)> {
    let mut lines = below.lines();
    let line = lines.next()?;
    let found = bullet(line)?;
    let is_ended = |line: &str| line.ends_with("  ") || line.ends_with('\\') || line.ends_with("<br>");
    let lists = |line: &str| {
        let is_dash = bullet(line).is_some_and(|(mark, _)| mark == DASH);
        is_dash && !is_ended(line) && line.matches(DASH).count() == 1
    };
    let follows_end = above.lines().next_back().is_some_and(is_ended);
    let below = lines.next();
    let is_list = match found.0 {
        DASH => lists(line) && !follows_end && below.is_some_and(lists),
        // « -12 °C » on a line of its own is a number; « -[x] Planter » needs no second one.
        '-' => {
            line.trim_start().starts_with("-[") || below.and_then(bullet).is_some_and(|(mark, _)| mark == '-')
        }
        _ => true,
    };
    is_list.then_some(found)
}

/// The mark that word processors start the lines of a list with, and the place of what it lists;
/// `\u{f0b7}` is the round one of their own letters. Lines of a quote start behind its mark.
fn bullet(line: &str) -> Option<(char, Span)> {
    let item = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    let mut chars = item.chars();
    let mark = match (chars.next()?, chars.next()) {
        (mark @ ('•' | '‣' | '▪' | '●' | '\u{f0b7}'), _) => mark,
        (mark, _) if BOXES.contains(&mark) => mark,
        (mark @ '·', Some(c)) if c.is_whitespace() => mark,
        (mark @ '-', Some(c)) if c == '[' || c.is_alphabetic() => mark,
        (DASH, Some(c)) if c.is_whitespace() => DASH,
        _ => return None,
    };
    let at = line.len() - item.len();
    Some((mark, Span::new(at, at + item.trim_end().len())))
}

/// Whether a line starts an item of a list.
fn is_item(line: &str) -> bool {
    let item = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    let behind = item.trim_start_matches(|c: char| c.is_ascii_digit());
    item.starts_with(['-', '*', '+']) || (behind.len() < item.len() && behind.starts_with(['.', ')']))
}

/// Whether a line of a paragraph may start with a bar, a bullet, a hyphen or `#`, which its first byte says: no
/// letter of French starts as bullets and spaces beyond ASCII do.
fn may_be_slip(paragraph: &str) -> bool {
    let bytes = paragraph.as_bytes();
    let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', bytes).map(|end| end + 1));
    starts
        .map(|start| bytes[start..].trim_ascii_start())
        .any(|line| matches!(line.first(), Some(b'|' | b'#' | b'-' | 0x0b | 0xc2 | 0xe1..)))
}
