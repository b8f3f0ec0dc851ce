//! Axes of a mission: items of a list, definitions, or headings; their numbers and their anchors.

use std::collections::{BTreeMap, BTreeSet};

use super::Reader;
use super::sections::Titled;
use crate::diagnostic::Problems;
use crate::diagnostic::mission::MissionProblem;
use crate::filled::Filled;
use crate::kind::mission::numbers;
use crate::kind::mission::{Axis, Part, Section};
use crate::lang::Lang;
use crate::markdown::{Definitions, Html, Line, List};

impl Reader<'_> {
    /// The axes of a list; the number of an item counts as written.
    pub(super) fn axes_of_list(&mut self, list: &List) -> Vec<Axis> {
        let mut axes = Vec::new();
        let mut last: Option<u64> = None;
        for item in &list.items {
            if item.line.plain.is_empty() {
                continue;
            }
            // « 1. » on each line, as some write lists, means the next number.
            let digits = self.text[item.span.start..].split(|c: char| !c.is_ascii_digit()).next();
            let written = digits
                .and_then(|digits| digits.parse().ok())
                .filter(|number| last.is_none_or(|last| *number > last));
            let number = written.unwrap_or_else(|| last.map_or(1, |last| last.saturating_add(1)));
            last = Some(number);
            let (line, id) = written_id(item.line.clone());
            let number = list.start.map(|_| number.to_string());
            axes.push(self.axis(line, Numbers { id, number }, Html::under(item)));
        }
        axes
    }

    pub(super) fn axes_of_definitions(&mut self, definitions: &Definitions) -> Vec<Axis> {
        let mut axes = Vec::new();
        for (term, said) in &definitions.entries {
            let text = Line::joined(said).html;
            axes.push(self.axis(term.clone(), Numbers { id: None, number: None }, text));
        }
        axes
    }

    pub(super) fn axis_of_heading(&mut self, titled: &Titled) -> Axis {
        let Titled { heading, is_axis: _, text } = titled;
        let id = heading.id_is_written.then(|| heading.id.clone());
        let axis = self.axis(heading.line.clone(), Numbers { id, number: None }, text.clone());
        Axis { span: heading.span, ..axis }
    }

    fn axis(&mut self, line: Line, written: Numbers, text: Html) -> Axis {
        self.n_axes += 1;
        let plain = line.plain.clone();
        let numbered = numbers::read(&plain);
        let number = numbered.number.map(str::to_owned).or(written.number);
        let span = line.span;
        Axis {
            number: number.unwrap_or_else(|| self.n_axes.to_string()),
            id: written.id.unwrap_or_default(),
            level_word: numbered.level_word.to_owned(),
            title: line.without_start(numbered.prefix),
            text,
            span,
        }
    }
}

/// What the author numbers an axis with, besides its words.
struct Numbers {
    id: Option<String>,
    number: Option<String>,
}

/// An anchor written at the end of an item: `Se loger {#logement}`.
fn written_id(line: Line) -> (Line, Option<String>) {
    let Some((_, written)) = line.plain.rsplit_once("{#") else { return (line, None) };
    let Some(id) = written.strip_suffix('}') else { return (line, None) };
    let is_id = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if !is_id {
        return (line, None);
    }
    let (id, end) = (id.to_owned(), format!("{{#{id}}}"));
    (line.without_end(&end), Some(id))
}

/// Gives each axis its anchor: the author's, else one made of its number, that nothing else has.
pub fn settle_anchors(sections: &mut [Section], lang: Lang, problems: &mut Problems) {
    let word = match lang {
        Lang::Fr => "axe",
        Lang::En => "axis",
    };
    let mut used: BTreeSet<String> = sections.iter().flat_map(Section::ids).filled();
    // The author's anchors first: none made of a number takes one of them.
    for axis in axes_of(sections).filter(|axis| !axis.id.is_empty()) {
        if used.contains(&axis.id) {
            let problem = MissionProblem::AnchorTwice { id: axis.id.clone() };
            problems.error(problem, axis.span);
        }
        axis.id = free(&axis.id, &used);
        used.insert(axis.id.clone());
    }
    for axis in axes_of(sections).filter(|axis| axis.id.is_empty()) {
        axis.id = free(&format!("{word}-{}", axis.number.to_lowercase()), &used);
        used.insert(axis.id.clone());
    }
}

fn axes_of(sections: &mut [Section]) -> impl Iterator<Item = &mut Axis> {
    sections.iter_mut().flat_map(|section| &mut section.parts).flat_map(|part| match part {
        Part::Axes(axes) => axes.as_mut_slice(),
        Part::Text(_) | Part::Statement(_) | Part::Values(_) | Part::Separator | Part::Source(_) => &mut [],
    })
}

fn free(id: &str, used: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|n| format!("{id}-{n}"));
    let mut candidates = std::iter::once(id.to_owned()).chain(numbered);
    candidates.find(|candidate| !used.contains(candidate)).expect("some number is free")
}

/// Tells of numbers that two axes have.
pub fn tell_repeats(sections: &[Section], problems: &mut Problems) {
    let mut known: BTreeMap<&str, &Axis> = BTreeMap::new();
    let parts = sections.iter().flat_map(|section| &section.parts);
    for part in parts {
        let Part::Axes(axes) = part else { continue };
        for axis in axes {
            match known.get(axis.number.as_str()) {
                Some(first) => {
                    let (number, title) = (axis.number.clone(), first.name().to_owned());
                    problems.warning(MissionProblem::AxisTwice { number, title }, axis.span);
                }
                None => {
                    known.insert(&axis.number, axis);
                }
            }
        }
    }
}
