//! What people type where Word has a way to say it: bullets, boxes, numbers; and what programs write for them.

use super::words::trimmed;
use crate::import::piece::{Mark, Text};
use crate::import::signs::{self, BULLETS, DASHES};

/// Bullets of a list that says what is there; in a cell, they are a state.
const TICKS: &[char] = &['✓', '✔'];

/// The point of a list that a line is by its first sign, without that sign.
pub fn typed_point(text: &Text) -> Option<(Mark, Text)> {
    let words = text.words();
    let first = words.chars().next()?;
    let rest = &words[first.len_utf8()..];
    let is_followed = rest.starts_with(|c: char| c.is_whitespace());
    let is_bullet =
        (DASHES.contains(&first) && is_followed) || BULLETS.contains(&first) || TICKS.contains(&first);
    if is_bullet && !rest.trim().is_empty() {
        return Some((Mark::Bullet, without_start(text, first.len_utf8())));
    }
    typed_box(text)
}

/// The point with a box that a line is by its first sign. A line of several boxes asks to choose: it stays.
pub fn typed_box(text: &Text) -> Option<(Mark, Text)> {
    let words = text.words();
    let first = words.chars().next()?;
    let rest = &words[first.len_utf8()..];
    let is_ticked = signs::is_ticked(first)?;
    let is_alone = rest.chars().all(|c| signs::is_ticked(c).is_none());
    (is_alone && !rest.trim().is_empty())
        .then(|| (Mark::Box { is_ticked }, without_start(text, first.len_utf8())))
}

/// The text without its first bytes, nor the spaces behind them.
fn without_start(text: &Text, n_bytes: usize) -> Text {
    let mut left = n_bytes;
    let mut text = text.clone();
    for run in &mut text.runs {
        let taken = left.min(run.words.len());
        run.words.drain(..taken);
        left -= taken;
    }
    trimmed(text)
}

/// The lines of a text, when one of them is a point of a list: people type lists with Shift and Enter.
pub fn lines(text: Text) -> Vec<Text> {
    let words = text.words();
    if !words.contains('\n') {
        return vec![text];
    }
    let mut lines = vec![Text::default()];
    for run in &text.runs {
        for (at, part) in run.words.split('\n').enumerate() {
            if at > 0 {
                lines.push(Text::default());
            }
            if let Some(line) = lines.last_mut().filter(|_| !part.is_empty() || run.note.is_some()) {
                line.runs.push(crate::import::piece::Run { words: part.to_owned(), ..run.clone() });
            }
        }
    }
    let lines: Vec<Text> = lines.into_iter().map(trimmed).filter(|line| !line.is_empty()).collect();
    if lines.iter().any(|line| typed_point(line).is_some()) { lines } else { vec![text] }
}

/// Whether a text already starts with a number that Word counts before it.
pub fn says_number(text: &Text, label: &str) -> bool {
    let number = label.trim_end_matches(|c: char| !c.is_alphanumeric());
    let words = text.words();
    let Some(rest) = words.strip_prefix(number).filter(|_| !number.is_empty()) else { return false };
    let mut rest = rest.chars();
    match rest.next() {
        // « 1.1 » is not said by « 1.10 » nor by « 1.1.2 ».
        Some('.') => !rest.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}

/// Whether the title in the properties of a file is one that somebody gave it.
pub fn is_a_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let is_file = [".doc", ".docx", ".docm", ".dot", ".dotx", ".odt", ".rtf", ".pdf"]
        .iter()
        .any(|end| lower.ends_with(end));
    let unnamed = lower.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let is_unnamed = matches!(
        unnamed,
        "document"
            | "doc"
            | "untitled"
            | "sans titre"
            | "sans nom"
            | "word document"
            | "document word"
            | "titre"
            | "title"
            | "présentation"
            | "modèle"
            | "template"
    );
    let is_path = title.contains(['\\', '/']) && !title.contains(' ');
    let has_letters = title.chars().any(char::is_alphabetic);
    has_letters && !is_file && !is_unnamed && !is_path && !lower.starts_with("microsoft word -")
}
