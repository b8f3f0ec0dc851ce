//! Parts of a text, with the look of their words.

use std::ops::Range;

use super::super::piece::{Run, Text};

/// What stands at some bytes of the words of a text, without the white space around it.
pub(in crate::import) fn part(text: &Text, range: Range<usize>) -> Text {
    let words = text.words();
    let own = &words[range.clone()];
    let start = range.start + (own.len() - own.trim_start().len());
    let end = start + own.trim().len();
    let mut part = Text::default();
    let mut at = 0;
    for run in &text.runs {
        let (from, to) = (start.clamp(at, at + run.words.len()), end.clamp(at, at + run.words.len()));
        // A call stands between two bytes: it goes with the word before it.
        let is_called = run.note.is_some() && at > range.start && at <= range.end;
        if from < to || is_called {
            part.runs.push(Run { words: run.words[from - at..to - at].to_owned(), ..run.clone() });
        }
        at += run.words.len();
    }
    part
}

/// The lines of a text, those without a word left out.
pub(in crate::import) fn lines(text: &Text) -> Vec<Text> {
    let mut lines = vec![Text::default()];
    for run in &text.runs {
        for (at, words) in run.words.split('\n').enumerate() {
            if at > 0 {
                lines.push(Text::default());
            }
            let is_something = !words.is_empty() || (at == 0 && run.note.is_some());
            if let Some(line) = lines.last_mut().filter(|_| is_something) {
                line.runs.push(Run { words: words.to_owned(), ..run.clone() });
            }
        }
    }
    lines.iter_mut().for_each(trim);
    lines.retain(|line| !line.is_empty());
    lines
}

/// Takes away the white space around a line.
fn trim(line: &mut Text) {
    if let Some(first) = line.runs.first_mut() {
        first.words = first.words.trim_start().to_owned();
    }
    if let Some(last) = line.runs.last_mut() {
        last.words = last.words.trim_end().to_owned();
    }
}
