//! Makes an action of the words its row or its item holds.

use super::names::names;
use super::{OpenObjective, Reader, Role};
use crate::diagnostic::plan::PlanProblem;
use crate::kind::plan::status::{self, Status, StatusKey, meant};
use crate::kind::plan::timeframe::{self, Doubt, Timeframe};
use crate::kind::plan::{Action, Numbering, ObjectivePart, columns, numbering, people, percent};
use crate::markdown::{Html, Line};
use crate::source::Span;

/// The words of one action, by what they say of it.
#[derive(Debug, Clone, Default)]
pub struct Words {
    pub number: Option<String>,
    pub title: Line,
    pub intent: Option<Line>,
    pub timeframe: Line,
    pub status: Line,
    pub percent: Line,
    /// The title `percent` stands under.
    pub percent_title: String,
    pub responsible: Line,
    pub partners: Line,
    pub fields: Vec<(String, Line)>,
    /// Blocks that follow the action's first line.
    pub details: Html,
    /// Whether a task mark says it is done.
    pub is_ticked: bool,
    pub span: Span,
}

/// How an action is named, its number apart.
struct Named {
    number: String,
    numbering: Numbering,
    /// The anchor its author wrote; empty when none was.
    id: String,
    title: Line,
    /// The words of its title, its number included.
    written: String,
}

impl Named {
    /// From the number of a cell of its own, if any, and the words of the title.
    fn of(number: Option<String>, title: Line) -> Named {
        let (title, id) = without_written_id(title);
        let plain = title.plain.clone();
        let numbered = numbering::read(&plain);
        // A level word belongs to the title of an action: « Projet 2 : la halte » names a project.
        let (read, prefix) = match numbered.level_word {
            "" => (numbered.number, numbered.prefix),
            _ => (None, ""),
        };
        let read = number.as_deref().or(read);
        Named {
            numbering: Numbering::of(read),
            number: read.unwrap_or_default().to_owned(),
            id: id.unwrap_or_default(),
            title: title.without_start(prefix),
            written: plain,
        }
    }
}

/// What was read of a progress.
#[derive(Debug, Clone, Default)]
struct Percent {
    read: Option<u8>,
    /// Words that are no percentage, to be shown as they are.
    words: Option<Line>,
}

impl Reader<'_> {
    /// Adds an action to an objective.
    pub fn add_action(&mut self, words: Words, open: &mut OpenObjective) {
        let words = match self.role {
            Role::Source => words,
            Role::Translation => with_number_apart(words),
        };
        let Words {
            number,
            title,
            intent,
            timeframe,
            status,
            percent,
            percent_title,
            responsible,
            partners,
            mut fields,
            details,
            is_ticked,
            span,
        } = words;
        let named = Named::of(number, title);
        let stands_for_both = percent.span == status.span;
        let is_mark = columns::is_mark(&status.plain);
        for line in [&timeframe, &status, &responsible, &partners] {
            self.tell_unshown(line);
        }
        let [timeframe, status, responsible, partners] =
            [timeframe, status, responsible, partners].map(|line| self.still_said(line));
        // A mark that is struck ticks nothing; a box does, whatever the state beside it.
        let is_ticked = is_ticked && (!is_mark || columns::is_mark(&status.plain));
        let percent = if stands_for_both { status.clone() } else { self.still_said(percent) };
        self.tell_date_as_responsible(&responsible);
        let is_bold = named.title.bold;
        let status_span = status.span;
        let stated_at = if status.plain.is_empty() { span } else { status_span };
        let mut status = self.status(&status, is_bold, is_ticked);
        // Where progress says the same, a number needs no sign.
        if status.text != percent.plain {
            self.tell_number(&status, status_span);
        }
        let percent_line = percent;
        let percent = self.percent(&percent_line, &mut status);
        if percent.words.is_none() {
            self.tell_unshown(&percent_line);
        }
        let told = percent.read.or(status.percent);
        if let Some((percent, against)) = told.and_then(|told| Some((told, status.against(told)?))) {
            let (read, at) = match status.text.as_str() {
                "" if is_ticked => ("[x]".to_owned(), span),
                "" => (format!("**{}**", named.written), span),
                said => (said.to_owned(), status_span),
            };
            self.problems.warning(PlanProblem::StatusAgainstPercent { read, against, percent }, at);
        }
        let Named { number, numbering, id, title, written: _ } = named;
        fields.extend(percent.words.map(|words| (percent_title, words)));
        let action = Action {
            number,
            numbering,
            id,
            short: None,
            former: Vec::new(),
            title,
            intent,
            timeframe: self.timeframe(&timeframe),
            percent: told,
            status,
            responsible: people::full_names(names(&responsible.plain), self.people),
            partners: people::full_names(names(&partners.plain), self.people),
            fields,
            details,
            is_bold,
            history: Vec::new(),
            is_followed: false,
            before_log: None,
            stated_at,
            foreign: None,
            span,
        };
        open.objective.parts.push(ObjectivePart::Action(action));
    }

    /// Tells a date where names go: a row that lacks a cell shifts all that comes after it.
    fn tell_date_as_responsible(&mut self, line: &Line) {
        if !line.plain.contains(|c: char| c.is_ascii_digit()) {
            return;
        }
        let (timeframe, doubts) = timeframe::read(&line.plain, self.lang, &self.calendar);
        if doubts.iter().all(Doubt::leaves_dates_sure) && timeframe.span().is_some() {
            let problem = PlanProblem::DateAsResponsible { read: line.plain.clone() };
            self.problems.warning(problem, line.span);
        }
    }

    fn status(&mut self, line: &Line, is_bold: bool, is_ticked: bool) -> Status {
        let (mut status, near) = status::read(&line.plain, &self.statuses, self.lang);
        if near.is_some() {
            let (meant, key) = meant::of(&line.plain, near, self.lang);
            let problem = PlanProblem::NearStatus { read: line.plain.clone(), meant, key: key.key() };
            self.problems.warning(problem, line.span);
        }
        match self.bold {
            // A box that is ticked says more than bold.
            Some(meaning) if is_bold && !is_ticked && line.plain.is_empty() => status.key = meaning,
            // « x » under « Fait? » is kept as written.
            _ if is_ticked && (line.plain.is_empty() || columns::is_mark(&line.plain)) => {
                status.key = StatusKey::Done;
            }
            Some(_) | None => {}
        }
        status
    }

    /// Tells a number that stands alone as a state: a spreadsheet drops the sign of « 75 % ».
    fn tell_number(&mut self, status: &Status, span: Span) {
        if let Some((meant, key)) = meant::of_number(status) {
            let problem = PlanProblem::NearStatus { read: status.text.clone(), meant, key: key.key() };
            self.problems.warning(problem, span);
        }
    }

    /// What the progress of an action says. Where no column is for the state, it may say the state
    /// as well, and `status` has its words already.
    fn percent(&mut self, line: &Line, status: &mut Status) -> Percent {
        let says_state = status.text == line.plain;
        if let Some(read) = percent::read(&line.plain) {
            if says_state && status.key == StatusKey::Noted {
                *status = status.clone().at(read);
            }
            return Percent { read: Some(read), words: None };
        }
        let as_state = status::understood(&line.plain, &self.statuses, self.lang);
        let key = as_state.as_ref().map_or(StatusKey::Noted, |it| it.key);
        if let Some(as_state) = as_state.filter(|it| it.key.is_stated())
            && (says_state || status.text.is_empty())
        {
            *status = as_state;
            return Percent::default();
        }
        if key == StatusKey::NotStated || (says_state && !percent::is_meant(&line.plain)) {
            return Percent::default();
        }
        let problem = PlanProblem::UnknownPercent { read: line.plain.clone() };
        self.problems.warning(problem, line.span);
        Percent { read: None, words: (!says_state).then(|| line.clone()) }
    }

    fn timeframe(&mut self, line: &Line) -> Option<Timeframe> {
        if line.plain.is_empty() {
            return None;
        }
        if !self.timeframes.contains_key(&line.plain) {
            let read = timeframe::read(&line.plain, self.lang, &self.calendar);
            self.timeframes.insert(line.plain.clone(), read);
        }
        let (timeframe, doubts) = self.timeframes[&line.plain].clone();
        for doubt in doubts {
            let read = line.plain.clone();
            let problem = match doubt {
                Doubt::NotUnderstood { meant } => PlanProblem::UnknownTimeframe { read, nearest: meant },
                Doubt::SwappedDate { day } => PlanProblem::SwappedDate { read, day, lang: self.lang },
                Doubt::YearUnknown(why) => PlanProblem::YearUnknown { read, why },
                Doubt::Unseparated => PlanProblem::GluedTimeframe { read },
                Doubt::YearsNotConsecutive => PlanProblem::YearsWithGaps { read },
                Doubt::Backwards { start, end } => PlanProblem::Backwards { read, start, end },
                Doubt::ImpossibleDay { month, year } => PlanProblem::ImpossibleDay { read, month, year },
                Doubt::ShortDate { day } => PlanProblem::ShortDate { read, day },
                Doubt::LooksLikeStatus(_) => PlanProblem::StatusAsTimeframe { read },
            };
            self.problems.warning(problem, line.span);
        }
        Some(timeframe)
    }
}

/// An action of which a translation gives the number alone: its words are still to come.
fn with_number_apart(words: Words) -> Words {
    match numbering::alone(&words.title.plain).map(str::to_owned) {
        Some(number) if words.number.is_none() => {
            let title = Line { span: words.title.span, ..Line::default() };
            Words { number: Some(number), title, ..words }
        }
        Some(_) | None => words,
    }
}

/// An anchor written at the end of an action: `Tenir une fête {#fete}`.
fn without_written_id(line: Line) -> (Line, Option<String>) {
    let Some((_, written)) = line.plain.rsplit_once("{#") else { return (line, None) };
    let Some(id) = written.strip_suffix('}') else { return (line, None) };
    if !numbering::is_anchor(id) {
        return (line, None);
    }
    let (id, end) = (id.to_owned(), format!("{{#{id}}}"));
    (line.without_end(&end), Some(id))
}
