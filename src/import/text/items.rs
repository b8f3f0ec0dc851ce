//! The points of lists that are typed with a sign before each: `- un`, `•deux`, and `- un - deux` in a cell.

use std::ops::Range;

use super::super::piece::{Item, Line, Mark, Piece, Text};
use super::cut;
use crate::import::signs::{self, BULLETS, DASHES};
use crate::kind::plan::timeframe::names_a_time;
use crate::lang::Lang;

/// Signs that mark a column of years or quarters, when they stand in a cell.
const MARKS: &[char] = &['●', '■', '*', '○'];

/// The sign of a point that a line starts with, and where its words start.
pub(super) fn sign(line: &str) -> Option<(char, usize)> {
    let first = line.chars().next()?;
    let after = &line[first.len_utf8()..];
    let next = after.chars().next();
    let is_apart = next.is_none_or(char::is_whitespace);
    let is_sign = match first {
        'o' => next.is_some_and(char::is_whitespace),
        '-' => is_apart || next.is_some_and(|c| c.is_alphabetic() || matches!(c, '«' | '“' | '"')),
        _ if DASHES.contains(&first) => is_apart,
        _ => BULLETS.contains(&first) && next != Some(first),
    };
    is_sign.then(|| (first, line.len() - after.trim_start().len()))
}

/// The lines of a cell: those of a text, and the points of the lists typed in it.
pub(in crate::import) fn lines(text: &Text) -> Vec<Line> {
    let mut lines = Vec::new();
    for line in cut::lines(text) {
        let parts = entries(&line.words());
        let parts = parts.into_iter().map(|(is_item, range)| (is_item, cut::part(&line, range)));
        lines.extend(parts.map(|(is_item, text)| Line { is_item, text }));
    }
    lines.retain(|line| !line.text.is_empty());
    lines
}

/// The same, as pieces.
pub(in crate::import) fn loose(text: &Text) -> Vec<Piece> {
    let piece = |Line { is_item, text }| if is_item { point(0, text) } else { Piece::Paragraph(text) };
    lines(text).into_iter().map(piece).collect()
}

/// The pieces of a paragraph: a paragraph, or the points that its lines are.
pub(in crate::import) fn pieces(text: Text) -> Vec<Piece> {
    let all = cut::lines(&text);
    let signs: Vec<Option<usize>> =
        all.iter().map(|line| sign(&line.words()).map(|(_, start)| start)).collect();
    let n_points = signs.iter().flatten().count();
    // Of several lines, one alone may start with a dash and be no point.
    if n_points == 0 || (n_points == 1 && all.len() > 1) {
        return vec![Piece::Paragraph(text)];
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for (line, sign) in all.into_iter().zip(signs) {
        match (sign, pieces.last_mut()) {
            (Some(start), _) => {
                let text = cut::part(&line, start..line.words().len());
                pieces.extend((!text.is_empty()).then(|| point(0, text)));
            }
            (None, Some(Piece::Paragraph(above))) => {
                above.runs.extend(Text::plain("\n").runs.into_iter().chain(line.runs));
            }
            (None, _) => pieces.push(Piece::Paragraph(line)),
        }
    }
    pieces
}

/// A point, whose words may start with a box.
pub(in crate::import) fn point(depth: usize, text: Text) -> Piece {
    let (mark, text) = boxed(Mark::Bullet, text);
    Piece::Item(Item { depth, mark, text })
}

/// The mark of a point whose words may start with a box, and the words behind it.
pub(in crate::import) fn boxed(mark: Mark, text: Text) -> (Mark, Text) {
    const TYPED: [(&str, bool); 4] = [("[ ]", false), ("[]", false), ("[x]", true), ("[X]", true)];
    let words = text.words();
    let typed = TYPED.iter().find(|(sign, _)| words.starts_with(sign));
    let drawn = || {
        let sign = words.chars().next()?;
        Some((sign.len_utf8(), signs::is_ticked(sign)?))
    };
    match (mark, typed.map(|(sign, is_ticked)| (sign.len(), *is_ticked)).or_else(drawn)) {
        (Mark::Bullet, Some((start, is_ticked))) => {
            (Mark::Box { is_ticked }, cut::part(&text, start..words.len()))
        }
        _ => (mark, text),
    }
}

/// The entries of a line of a cell, by their bytes, and whether each is a point.
fn entries(line: &str) -> Vec<(bool, Range<usize>)> {
    let all = 0..line.len();
    match sign(line) {
        Some((sign, start)) if start < line.len() && sign != 'o' && !MARKS.contains(&sign) => {
            points(line, sign, start, &separators(line, sign, start))
        }
        // « Communications -Simplifier le site -Publier un bulletin »: a title, then its points.
        _ => {
            let glued = separators(line, '-', 0);
            let is_glued = |(end, start): &&(usize, usize)| {
                let first = line[*start..].chars().next();
                *start == end + " -".len() && first.is_some_and(|c| c.is_uppercase() || c == '?')
            };
            let glued: Vec<(usize, usize)> = glued.iter().filter(is_glued).copied().collect();
            match glued.split_first() {
                Some(((end, start), rest)) if !rest.is_empty() => {
                    let mut entries = vec![(false, 0..*end)];
                    entries.extend(points(line, '-', *start, rest));
                    entries
                }
                Some(_) | None => vec![(false, all)],
            }
        }
    }
}

/// The points of a line, the first of which starts at a byte.
fn points(line: &str, sign: char, start: usize, separators: &[(usize, usize)]) -> Vec<(bool, Range<usize>)> {
    let mut points = Vec::new();
    let mut from = start;
    for (end, next) in separators.iter().chain([&(line.len(), line.len())]) {
        // Between two signs stands nothing but the space that both of them take.
        let end = from.max(*end);
        // An empty point says nothing.
        if !line[from..end].trim_matches(|c: char| c == sign || c.is_whitespace()).is_empty() {
            points.push((true, from..end));
        }
        from = *next;
    }
    points
}

/// What stands between the points of a line: where one ends, and where the next one starts.
fn separators(line: &str, sign: char, from: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    // How many parentheses are open, and up to where they were counted.
    let (mut n_open, mut counted) = (0, from);
    for (at, _) in line[from..].match_indices(sign).map(|(at, sign)| (from + at, sign)) {
        let (before, after) = (&line[..at], &line[at + sign.len_utf8()..]);
        n_open += line[counted..at].matches('(').count();
        n_open = n_open.saturating_sub(line[counted..at].matches(')').count());
        counted = at;
        // Some are never closed.
        let is_inside = n_open > 0 && after.find(')').is_some_and(|end| !after[..end].contains('('));
        let (last, next) = (before.chars().next_back(), after.chars().next());
        let words = after.trim_start();
        let is_apart = last.is_none_or(char::is_whitespace);
        let is_free = next.is_none_or(char::is_whitespace);
        let first = words.chars().next();
        let is_one = if matches!(sign, '-' | '–' | '—') {
            let is_letter = first.is_some_and(|c| c.is_alphabetic() || matches!(c, '?' | '«' | '['));
            let is_capital = first.is_some_and(char::is_uppercase);
            let is_end = last.is_some_and(|c| c.is_alphabetic() || matches!(c, ')' | '.' | '»' | '?' | '!'));
            match (is_apart, is_free) {
                (true, true) => (is_letter || first.is_none()) && !is_range(before, words),
                (true, false) => is_letter && sign == '-',
                (false, true) => is_end && is_capital && sign == '-',
                (false, false) => false,
            }
        } else {
            is_apart || sign == '•'
        };
        if is_one && !is_inside && at > from {
            found.push((before.trim_end().len().max(from), line.len() - words.len()));
        }
    }
    found
}

/// Whether a dash leads from one time to another: « Automne 2025 - Hiver 2026 ».
fn is_range(before: &str, after: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let first = after.split_whitespace().next().unwrap_or_default();
    let is_time = |words: &str| [Lang::Fr, Lang::En].into_iter().any(|lang| names_a_time(words, lang));
    is_time(first) && (last.ends_with(|c: char| c.is_ascii_digit()) || is_time(last))
}
