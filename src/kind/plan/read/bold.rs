//! Titles of a plan written in bold: they look like headings, and start no part of it.

use super::sections::holds_actions;
use crate::diagnostic::Problems;
use crate::diagnostic::plan::PlanProblem;
use crate::kind::plan::numbering::{self, Level};
use crate::markdown::{Body, Piece};
use crate::source::{Source, Span};

/// Tells a numbered title in bold, alone on its line above actions: they belong to the heading
/// before it, whatever the title says.
pub fn tell_titles(source: &Source, body: &Body, problems: &mut Problems) {
    for (at, piece) in body.pieces.iter().enumerate() {
        let Piece::Prose(prose) = piece else { continue };
        let starts_no_part = |piece: &&Piece| !matches!(piece, Piece::Heading(heading) if heading.level <= 3);
        if !body.pieces[at + 1..].iter().take_while(starts_no_part).any(holds_actions) {
            continue;
        }
        let mut start = prose.span.start;
        let text = source.text.get(start..prose.span.end).unwrap_or_default();
        for line in text.split_inclusive('\n') {
            if let Some((read, marks)) = title(line.trim()) {
                let span = Span::new(start, start + line.trim_end().len());
                problems.warning(PlanProblem::BoldTitle { read: read.to_owned(), marks }, span);
            }
            start += line.len();
        }
    }
}

/// The words of a line wholly in bold that number a level, and the marks of that level.
fn title(line: &str) -> Option<(&str, &'static str)> {
    let within = |mark: &str| line.strip_prefix(mark)?.strip_suffix(mark).filter(|it| !it.contains(mark));
    let words = within("**").or_else(|| within("__"))?.trim();
    let numbered = numbering::read(words);
    let number = numbered.number?;
    match numbering::level_named(words) {
        Some(Level::Orientation) => Some((words, "##")),
        Some(Level::Objective) => Some((words, "###")),
        Some(Level::Any) => None,
        // « 1.1 Rejoindre les familles »: the number of an objective has two parts. « 2.5 millions » is an amount.
        None => {
            let is_title = numbered.title.starts_with(char::is_uppercase);
            (is_title && number.matches('.').count() == 1).then_some((words, "###"))
        }
    }
}
