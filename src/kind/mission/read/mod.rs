//! Reads a mission statement: sections by the words of their titles, the rest as written.

mod axes;
mod sections;
mod source;
mod statement;
mod values;

use super::topic::{self, Topic};
use super::{Mission, Part, Section, SectionHeading, Value, settings};
use crate::diagnostic::Problems;
use crate::diagnostic::mission::MissionProblem;
use crate::lang::Lang;
use crate::markdown::{Body, Html};
use crate::record::Record;
use crate::source::Span;
use sections::{Draft, Unit};
use statement::Place;

/// What the document of a mission statement gives besides its body.
pub struct Given<'a> {
    pub title: &'a str,
    pub lang: Lang,
    /// `[mission]`
    pub record: Option<&'a Record>,
    /// Whether its words may still be to come.
    pub state: State,
    /// The whole file, to find the place of a line in it.
    pub text: &'a str,
}

/// How far the writing of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Draft,
    Written,
}

/// Reads a mission statement from its body. Everything in the body is in the result, as text at least.
pub fn read(given: &Given<'_>, body: Body, problems: &mut Problems) -> Mission {
    let settings = settings::read(given.record, problems);
    let drafts = sections::of(body.pieces);
    let places = statement::places(given, &drafts, problems);
    let mut reader = Reader { n_axes: 0, text: given.text, problems };
    let mut sections: Vec<Section> = Vec::new();
    for (at, draft) in drafts.into_iter().enumerate() {
        let place = places.iter().find(|place| place.section == at);
        sections.push(reader.section(draft, place));
    }
    axes::settle_anchors(&mut sections, given.lang, problems);
    axes::tell_repeats(&sections, problems);
    Mission { settings, sections, footnotes: body.footnotes }
}

/// What reading any section needs.
struct Reader<'a> {
    /// How many axes were read so far: one without a number has its position.
    n_axes: usize,
    text: &'a str,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn section(&mut self, draft: Draft, place: Option<&Place>) -> Section {
        let mut parts: Vec<Part> = Vec::new();
        let mut at = 0;
        while at < draft.units.len() {
            let (taken, n_taken) = match place {
                Some(place) if place.first == at => {
                    let said = &draft.units[place.first..place.end];
                    (vec![Part::Statement(statement::said(place.of, said))], said.len())
                }
                Some(_) | None => self.parts(&draft, at),
            };
            for part in taken {
                push(&mut parts, part);
            }
            at += n_taken;
        }
        self.tell_missing(&draft, &parts);
        let heading = draft.heading.map(|heading| SectionHeading { id: heading.id, title: heading.line });
        Section { topic: draft.topic, heading, parts }
    }

    /// The parts that a unit makes, with how many units they take.
    fn parts(&mut self, draft: &Draft, at: usize) -> (Vec<Part>, usize) {
        let unit = &draft.units[at];
        let before = at.checked_sub(1).map(|before| draft.units[before].plain());
        let is_announced = before.is_some_and(|before| topic::announces_axes(&before));
        // An item that is a quotation or a heading has no words of its own: the list is shown as it stands.
        let is_plain = match unit {
            Unit::List(list) => {
                list.items.iter().all(|it| !it.line.plain.is_empty() || Html::under(it).is_blank())
            }
            Unit::Block(..) | Unit::Definitions(_) | Unit::Titled(_) | Unit::Shown(_) => true,
        };
        let is_announced = is_announced && is_plain;
        let has_lists = |topic: Topic| is_plain && draft.topic == topic && !draft.has_titles();
        let part = match unit {
            Unit::Block(html, span) => {
                self.tell_bare_titles(html, *span);
                return source::parts(&draft.units[at..])
                    .unwrap_or_else(|| (vec![Part::Text(html.clone())], 1));
            }
            Unit::List(list) if is_announced || has_lists(Topic::Axes) => Part::Axes(self.axes_of_list(list)),
            Unit::List(list) if has_lists(Topic::Values) => Part::Values(values::of_list(list)),
            Unit::Definitions(list) if is_announced || has_lists(Topic::Axes) => {
                Part::Axes(self.axes_of_definitions(list))
            }
            Unit::Definitions(list) if has_lists(Topic::Values) => Part::Values(values::of_definitions(list)),
            Unit::Titled(titled) if titled.is_axis => Part::Axes(vec![self.axis_of_heading(titled)]),
            Unit::Titled(titled) => Part::Values(vec![values::of_heading(titled)]),
            Unit::List(_) | Unit::Definitions(_) | Unit::Shown(_) => Part::Text(unit.html()),
        };
        (vec![part], 1)
    }

    /// A section of a known title that does not hold what it says.
    fn tell_missing(&mut self, draft: &Draft, parts: &[Part]) {
        let Some(heading) = &draft.heading else { return };
        let title = heading.line.plain.clone();
        let holds = |wanted: fn(&Part) -> bool| parts.iter().any(wanted);
        let problem = match draft.topic {
            Topic::Other => return,
            Topic::Mission | Topic::Vision | Topic::Values | Topic::Axes if parts.is_empty() => {
                MissionProblem::NothingUnder { title }
            }
            Topic::Values if !holds(|part| matches!(part, Part::Values(_))) => {
                MissionProblem::NoValue { title }
            }
            Topic::Axes if !holds(|part| matches!(part, Part::Axes(_))) => MissionProblem::NoAxis { title },
            Topic::Mission | Topic::Vision | Topic::Values | Topic::Axes => return,
        };
        self.problems.warning(problem, heading.span);
    }

    /// Lines that say no more than the title of a section does.
    fn tell_bare_titles(&mut self, block: &Html, span: Span) {
        if block.element() != "p" {
            return;
        }
        for line in block.lines() {
            let read = line.plain();
            if topic::of_title(&read).is_none() {
                continue;
            }
            let place = self.line_of(&read, span);
            self.problems.warning(MissionProblem::NotATitle { read }, place);
        }
    }

    /// The line of a paragraph that says these words and no others.
    fn line_of(&self, words: &str, paragraph: Span) -> Span {
        let mut start = paragraph.start;
        for line in self.text[paragraph.start..paragraph.end].split_inclusive('\n') {
            let said = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '\\'));
            if said == words {
                return Span::new(start, start + line.trim_end().len());
            }
            start += line.len();
        }
        paragraph
    }
}

/// Adds a part to those before it, with which it may be one.
fn push(parts: &mut Vec<Part>, part: Part) {
    match (parts.last_mut(), part) {
        (Some(Part::Text(text)), Part::Text(more)) => text.push(&more),
        (Some(Part::Axes(axes)), Part::Axes(more)) => axes.extend(more),
        // Values under headings come one by one; a list stays a list.
        (Some(Part::Values(values)), Part::Values(more))
            if [&*values, &more].iter().all(|it| are_titled(it)) =>
        {
            values.extend(more);
        }
        (_, part) => parts.push(part),
    }
}

fn are_titled(values: &[Value]) -> bool {
    values.iter().all(|value| value.id.is_some())
}
