//! Reads a plan: `##` is an orientation, `###` an objective, a table row or a task an action.

mod action;
pub mod bold;
mod layout;
mod list;
mod lone;
mod marks;
mod names;
mod numbers;
pub mod pasted;
mod repeats;
mod rows;
mod sections;
mod states;
mod struck;
pub mod table;
mod uncounted;
mod unshown;

use std::collections::{BTreeMap, BTreeSet};

use super::numbering;
use super::renumbered;
use super::settings::{self, Settings};
use super::status::AddedWords;
use super::timeframe::{Calendar, Doubt, Timeframe};
use super::{Numbering, Objective, ObjectivePart, Orientation, OrientationPart, Plan, PlanPart};
use crate::config::plans::Person;
use crate::diagnostic::Problems;
use crate::diagnostic::plan::PlanProblem;
use crate::lang::Lang;
use crate::markdown::{self, Body, Heading, Html, Line, Piece};
use crate::record::Record;
use crate::source::Span;
use numbers::{Counter, Ids};
use sections::{Section, holds_actions, ids_in_text, is_orientation, text, written_number};
use uncounted::Place;

/// Whether a document is a plan by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Source,
    /// It gives words to another one: an action without words is one not translated yet.
    Translation,
}

/// What a plan's document gives besides its body.
pub struct Given<'a> {
    pub role: Role,
    pub title: &'a str,
    pub lang: Lang,
    /// `[plan]`
    pub record: Option<&'a Record>,
    /// `[statuses]` of the site.
    pub statuses: &'a BTreeMap<String, String>,
    /// The site's, without any period.
    pub calendar: &'a Calendar,
    /// `[people]` of the site.
    pub people: &'a BTreeMap<String, Person>,
}

/// Reads a plan from its body. Everything in the body is in the result, as text at least.
pub fn read(given: &Given<'_>, body: Body, problems: &mut Problems) -> Plan {
    let Given { role, title, lang, record: _, statuses: _, calendar: _, people } = *given;
    let Settings {
        period,
        stage,
        bold,
        responsible,
        report,
        previous,
        accept,
        renumbered,
        calendar,
        statuses,
    } = settings::read(given, problems);
    let (bold, bold_span) = bold.map(|bold| (bold.value, bold.span)).unzip();
    let mut reader = Reader {
        role,
        lang,
        calendar,
        statuses,
        people,
        bold,
        asks_who_answers: false,
        timeframes: BTreeMap::new(),
        unshown: BTreeSet::new(),
        ids: Ids::default(),
        problems,
    };
    let mut parts = Vec::new();
    let sections = sections::cut(markdown::with_captions_apart(body.pieces, table::is_action_table));
    let mut counter =
        Counter::beside(sections.iter().filter_map(|section| written_number(section.heading.as_ref()?)));
    for id in sections.iter().flat_map(ids_in_text) {
        reader.ids.reserve(id);
    }
    for section in sections {
        parts.push(reader.section(section, title, &mut counter));
    }
    let asks_who_answers = reader.asks_who_answers;
    let Reader { mut ids, problems, .. } = reader;
    numbers::settle(&mut parts, &renumbered, &mut ids, problems);
    let footnotes = body.footnotes;
    let mut plan = Plan {
        period,
        stage,
        bold,
        bold_span,
        responsible,
        asks_who_answers,
        report,
        previous,
        accept,
        parts,
        left: Vec::new(),
        log: None,
        footnotes,
        translation: None,
    };
    plan.settle_follow_up();
    renumbered::apply(&mut plan, &renumbered, problems);
    if plan.actions().next().is_none() {
        problems.file_warning(PlanProblem::NoAction);
    }
    plan
}

/// What reading any part of a plan needs.
struct Reader<'a> {
    role: Role,
    lang: Lang,
    calendar: Calendar,
    statuses: AddedWords,
    people: &'a BTreeMap<String, Person>,
    bold: Option<super::status::StatusKey>,
    /// Whether a table met so far has a column for who answers.
    asks_who_answers: bool,
    /// What was read of each timeframe: a few words come back from row to row.
    timeframes: BTreeMap<String, (Timeframe, Vec<Doubt>)>,
    /// The lines of which it was told what is lost besides their words.
    unshown: BTreeSet<Span>,
    ids: Ids,
    problems: &'a mut Problems,
}

/// The title of a heading or a cell, its number settled.
struct Titled {
    number: String,
    numbering: Numbering,
    /// The anchor its author wrote; empty when none was.
    id: String,
    level_word: String,
    title: Line,
}

impl Reader<'_> {
    /// An orientation, or a text of the plan, whose title is given for actions that have no heading.
    fn section(&mut self, section: Section, title: &str, counter: &mut Counter) -> PlanPart {
        let Section { heading, pieces } = section;
        for piece in &pieces {
            if let Piece::Table(table) = piece {
                self.tell_near_columns(table);
            }
        }
        let is_of_plan = heading.as_ref().is_some_and(|heading| is_orientation(heading, &pieces));
        self.tell_uncounted_table(&pieces, if is_of_plan { Place::Orientation } else { Place::Elsewhere });
        self.tell_near_boxes(&pieces);
        match heading {
            Some(heading) if is_of_plan => PlanPart::Orientation(self.orientation(&heading, pieces, counter)),
            None if pieces.iter().any(holds_actions) => {
                PlanPart::Orientation(self.orphans(title, pieces, counter))
            }
            heading => PlanPart::Text(text(heading, &pieces)),
        }
    }

    fn orientation(&mut self, heading: &Heading, pieces: Vec<Piece>, counter: &mut Counter) -> Orientation {
        let written_id = heading.id_is_written.then_some(heading.id.as_str());
        let Titled { number, numbering, id, level_word, title } =
            self.titled(heading.line.clone(), written_id, None, counter);
        let axis = heading
            .attributes
            .iter()
            .find(|(name, _)| Heading::is_axis(name))
            .map(|(_, value)| value.clone());
        let parts = self.orientation_parts(&number, pieces);
        let span = heading.span;
        Orientation { number, numbering, id, title, level_word, axis, parts, foreign: None, span }
    }

    /// Actions under no heading at all are still published: under the title of the plan.
    fn orphans(&mut self, title: &str, pieces: Vec<Piece>, counter: &mut Counter) -> Orientation {
        let span = pieces.iter().find(|piece| holds_actions(piece)).map_or(Span::default(), Piece::span);
        self.problems.warning(PlanProblem::NoOrientation, Span::new(span.start, span.start));
        let (number, id) = (counter.next(None), String::new());
        let parts = self.orientation_parts(&number, pieces);
        let title = Line::of_text(title, span);
        let (level_word, axis, foreign) = (String::new(), None, None);
        let numbering = Numbering::Position;
        Orientation { number, numbering, id, title, level_word, axis, parts, foreign, span }
    }

    fn orientation_parts(&mut self, number: &str, pieces: Vec<Piece>) -> Vec<OrientationPart> {
        let mut parts = Vec::new();
        let written = sections::numbers_of_objectives(&pieces);
        let mut counter = Counter::beside(written.iter().map(String::as_str));
        let mut open: Option<OpenObjective> = None;
        let tables_name_objectives = |pieces: &[Piece]| {
            pieces.iter().take_while(|piece| !is_objective_heading(piece)).any(table::names_objectives)
        };
        let mut pieces = pieces.into_iter();
        while let Some(piece) = pieces.next() {
            match piece {
                // A heading over a table that names its objectives only groups them.
                Piece::Heading(heading)
                    if heading.level == 3 && tables_name_objectives(pieces.as_slice()) =>
                {
                    close(&mut open, &mut parts, &mut counter);
                    push_text(&mut parts, &Piece::Heading(heading).html());
                }
                Piece::Heading(heading) if heading.level == 3 => {
                    close(&mut open, &mut parts, &mut counter);
                    open = Some(self.titled_objective(&heading, number, &mut counter));
                }
                Piece::Table(table) if table::is_action_table(&table) => {
                    if table::names_objectives_in(&table) {
                        close(&mut open, &mut parts, &mut counter);
                        let objectives = self.objectives_of_table(&table, number, &mut counter);
                        parts.extend(objectives.into_iter().map(OrientationPart::Objective));
                    } else {
                        let objective =
                            open.get_or_insert_with(|| OpenObjective::untitled(number, table.span));
                        self.actions_of_table(&table, objective);
                    }
                }
                Piece::List(list) if list::is_action_list(&list) => {
                    let objective = open.get_or_insert_with(|| OpenObjective::untitled(number, list.span));
                    self.actions_of_list(&list, objective);
                }
                piece @ (Piece::Heading(_)
                | Piece::Table(_)
                | Piece::List(_)
                | Piece::Definitions(_)
                | Piece::Prose(_)) => match &mut open {
                    Some(open) => open.objective.parts.push(ObjectivePart::Text(piece.html())),
                    None => push_text(&mut parts, &piece.html()),
                },
            }
        }
        close(&mut open, &mut parts, &mut counter);
        parts
    }

    fn titled_objective(
        &mut self,
        heading: &Heading,
        orientation: &str,
        counter: &mut Counter,
    ) -> OpenObjective {
        let written_id = heading.id_is_written.then_some(heading.id.as_str());
        let titled = self.titled(heading.line.clone(), written_id, Some(orientation), counter);
        OpenObjective::new(titled, heading.span)
    }

    /// Takes the number and the level word off a title.
    fn titled(
        &mut self,
        line: Line,
        written_id: Option<&str>,
        parent: Option<&str>,
        counter: &mut Counter,
    ) -> Titled {
        let plain = line.plain.clone();
        let numbered = numbering::read(&plain);
        let number = match parent {
            Some(parent) => counter.next_under(parent, numbered.number),
            None => counter.next(numbered.number),
        };
        let id = written_id.unwrap_or_default().to_owned();
        let title = line.without_start(numbered.prefix);
        let numbering = Numbering::of(numbered.number);
        Titled { number, numbering, id, level_word: numbered.level_word.to_owned(), title }
    }
}

/// An objective being filled.
struct OpenObjective {
    objective: Objective,
}

impl OpenObjective {
    fn new(titled: Titled, span: Span) -> OpenObjective {
        let Titled { number, numbering, id, level_word: _, title } = titled;
        let objective = Objective {
            number,
            numbering,
            id,
            title: Some(title),
            timeframe: None,
            parts: Vec::new(),
            foreign: None,
            span,
        };
        OpenObjective { objective }
    }

    /// The objective of actions that stand right under an orientation; it has no anchor of its own.
    fn untitled(orientation: &str, span: Span) -> OpenObjective {
        let objective = Objective {
            number: orientation.to_owned(),
            numbering: Numbering::Position,
            id: String::new(),
            title: None,
            timeframe: None,
            parts: Vec::new(),
            foreign: None,
            span,
        };
        OpenObjective { objective }
    }
}

/// Ends an objective. Actions right under the orientation have numbers of the same level: the objectives that
/// come after them take the next ones.
fn close(open: &mut Option<OpenObjective>, parts: &mut Vec<OrientationPart>, counter: &mut Counter) {
    let Some(OpenObjective { objective }) = open.take() else { return };
    if objective.title.is_none() {
        counter.pass(objective.actions());
    }
    parts.push(OrientationPart::Objective(objective));
}

fn push_text(parts: &mut Vec<OrientationPart>, html: &Html) {
    match parts.last_mut() {
        Some(OrientationPart::Text(text)) => text.push(html),
        Some(OrientationPart::Objective(_)) | None => parts.push(OrientationPart::Text(html.clone())),
    }
}

fn is_objective_heading(piece: &Piece) -> bool {
    matches!(piece, Piece::Heading(heading) if heading.level == 3)
}
