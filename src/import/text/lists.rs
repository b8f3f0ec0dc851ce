//! How deep the points of a text stand, and which lines with a number are points.

use super::super::piece::Mark;
use super::start_of_point;

/// How far a line is set in.
pub(super) fn indent(line: &str) -> usize {
    let before = line.chars().take_while(|c| c.is_whitespace());
    before.fold(0, |indent, c| if c == '\t' { (indent / 4 + 1) * 4 } else { indent + 1 })
}

/// The lists that are open: how far their points are set in, and their sign.
#[derive(Default)]
pub(super) struct Levels {
    open: Vec<(usize, char)>,
}

impl Levels {
    /// How deep a point stands. One space sets it in; so does another sign, as Word copies its lists.
    pub fn depth(&mut self, indent: usize, sign: char) -> usize {
        // A box may stand alone where its neighbours have a dash.
        let sign = if matches!(sign, '–' | '—' | '[') { '-' } else { sign };
        while self.open.pop_if(|(above, _)| *above > indent).is_some() {}
        let same = self.open.iter().position(|open| *open == (indent, sign));
        match same {
            Some(at) => self.open.truncate(at + 1),
            None => self.open.push((indent, sign)),
        }
        self.open.len() - 1
    }
}

/// A line with a number that is a point of a list.
pub(super) struct Numbered<'t> {
    pub indent: usize,
    pub mark: Mark,
    pub words: &'t str,
}

/// The number or the letter that a line starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Number {
    indent: usize,
    number: u32,
    /// Whether it is a letter: « a) ».
    is_letter: bool,
    sign: char,
    /// Where the words behind it start.
    start: usize,
}

fn number(line: &str) -> Option<Number> {
    let words = line.trim_start();
    let end = words.find(['.', ')'])?;
    let sign = if words[end..].starts_with('.') { '.' } else { ')' };
    let after = &words[end + 1..];
    let is_apart = after.starts_with([' ', '\t', '\u{a0}']) && !after.trim().is_empty();
    let mut own = words[..end].bytes();
    let (number, is_letter) = match (own.next()?, own.next()) {
        (letter @ b'a'..=b'z', None) => (u32::from(letter - b'a') + 1, true),
        // « 01. » is no number that Markdown writes.
        (b'1'..=b'9', _) if end <= 3 => (words[..end].parse().ok()?, false),
        _ => return None,
    };
    let start = line.len() - after.trim_start().len();
    is_apart.then_some(Number { indent: indent(line), number, is_letter, sign, start })
}

/// Whether a line starts with a number: « 2. », « 2.1 », « a) ».
pub(super) fn has_number(line: &str) -> bool {
    let words = line.trim_start();
    let end = words.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(words.len());
    let is_of_levels = words[..end].trim_matches('.').contains('.') && words[end..].starts_with([' ', '\t']);
    number(line).is_some() || is_of_levels
}

/// The point that a line with a number is: one that follows another, or that another follows. A number that
/// stands alone above a text is that of a title.
pub(super) fn numbered<'t>(lines: &[&'t str], at: usize) -> Option<Numbered<'t>> {
    let own = number(lines[at])?;
    let follows = |one: Number, next: Number| {
        let is_same = one.indent == next.indent && one.is_letter == next.is_letter && one.sign == next.sign;
        is_same && one.number + 1 == next.number
    };
    let mut above = lines[..at].iter().rev();
    let mut below = lines[at + 1..].iter();
    let is_point = neighbour(&mut above, own).is_some_and(|above| follows(above, own))
        || neighbour(&mut below, own).is_some_and(|below| follows(own, below));
    let line = lines[at];
    // The letter of a point is told in its words: Markdown has none.
    let (mark, words) = match own.is_letter {
        true => (Mark::Bullet, line.trim()),
        false => (Mark::Number(own.number), line[own.start..].trim()),
    };
    is_point.then_some(Numbered { indent: own.indent, mark, words })
}

/// The nearest line with a number that only lines set in further stand before.
fn neighbour<'l>(lines: &mut impl Iterator<Item = &'l &'l str>, own: Number) -> Option<Number> {
    // A list of points with long lines below each would be looked through again for each of its lines.
    let next = lines.take(40).find(|line| line.trim().is_empty() || indent(line) <= own.indent)?;
    if start_of_point(next).is_some() { None } else { number(next) }
}
