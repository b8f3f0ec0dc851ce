//! A document cut into the units that are translated one by one.
//!
//! | key | what it is |
//! |---|---|
//! | `title`, `description` | those of the header; a first `#` heading gives the title when the header does not |
//! | `#2.1.3`, `#vision` | what stands at an anchor: an orientation, an objective, an action of a plan; any other heading with the text under it |
//! | `#2.1.3.fields` | what the other columns of an action say |
//! | `text` | a text before any heading |
//! | `#2.text`, `#2.1.text-2` | the texts of an orientation, of an objective, in order |

use super::plan;
use super::words::{Notes, Words};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Problems};
use crate::front_matter::translation::Recorded;
use crate::front_matter::{self, Header, Split, WrittenKind};
use crate::kind::plan::calendar;
use crate::kind::plan::read::{Given, Role, read as read_plan};
use crate::lang::{Lang, fold};
use crate::markdown::{self, Heading, Piece};
use crate::source::{Lines, Source, Span};

/// The key of the title.
pub const TITLE: &str = "title";

/// The key of the description.
pub const DESCRIPTION: &str = "description";

/// The key of the text before any heading.
pub const TEXT: &str = "text";

/// A part of a document that is translated as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Unique in the document.
    pub key: String,
    pub part: Part,
    /// The words that name it: of a title, a heading, an action; empty for a text.
    pub lead: Words,
    /// The words under them.
    pub text: Words,
    /// How many columns say them, for those of an action.
    pub n_columns: usize,
    /// The line where it starts, from 1.
    pub line: usize,
    /// Where it stands in the file.
    pub span: Span,
    /// The anchor, as its author wrote it, when it did.
    pub written_id: Option<String>,
}

/// What a unit is in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Title,
    Description,
    Orientation,
    Objective,
    Action,
    /// What the other columns of an action say: an indicator, a target.
    Fields,
    /// A heading and the text under it.
    Section,
    Text,
}

/// A document, as those who follow translations read it.
#[derive(Debug, Clone)]
pub struct Reading {
    pub source: Source,
    pub title: String,
    pub kind: WrittenKind,
    pub is_draft: bool,
    /// In the order written; those without a word are left out.
    pub units: Vec<Unit>,
    pub recorded: Vec<Recorded>,
    /// What is wrong in its header: the rest is told when the site is built.
    pub diagnostics: Vec<Diagnostic>,
}

impl Unit {
    pub fn fingerprint(&self) -> String {
        self.lead.clone().then(&self.text).fingerprint()
    }

    /// The first words, for people.
    pub fn words(&self) -> &str {
        if self.lead.plain.is_empty() { &self.text.plain } else { &self.lead.plain }
    }

    /// Whether a unit says at least something for each of the two things that this one says.
    pub fn is_said_by(&self, translation: &Unit) -> bool {
        (self.lead.is_empty() || !translation.lead.is_empty())
            && (self.text.is_empty() || !translation.text.is_empty())
            && self.n_columns <= translation.n_columns
    }

    pub fn is_empty(&self) -> bool {
        self.lead.is_empty() && self.text.is_empty()
    }
}

/// Cuts a document of the site's first language, or one that translates nothing. Never fails.
pub fn read(source: &Source, language: &str, config: &Config) -> Reading {
    let mut problems = Problems::in_file(&source.path);
    let split = front_matter::read(source, &mut problems);
    let kind = split.header.kind.unwrap_or(WrittenKind::Page);
    cut(
        source,
        split,
        config.language(language).lang,
        (config, kind, Role::Source),
        problems.into_diagnostics(),
    )
}

/// Cuts a translation: it is what its source is, whatever its header says or leaves out.
pub fn read_as(kind: WrittenKind, source: &Source, language: &str, config: &Config) -> Reading {
    let mut problems = Problems::in_file(&source.path);
    let split = front_matter::read(source, &mut problems);
    cut(
        source,
        split,
        config.language(language).lang,
        (config, kind, Role::Translation),
        problems.into_diagnostics(),
    )
}

fn cut(
    source: &Source,
    split: Split,
    lang: Lang,
    (config, kind, role): (&Config, WrittenKind, Role),
    diagnostics: Vec<Diagnostic>,
) -> Reading {
    let Split { header, body_start } = split;
    let mut unheard = Problems::in_file(&source.path);
    let mut body = markdown::read(source, body_start, lang, &mut unheard);
    let heading = title_heading(&header, &mut body.pieces);
    let lines = Lines::of(&source.text);
    let mut units = of_header(source, &header, body_start);
    if let Some(heading) = heading.filter(|_| header.title.is_none()) {
        let lead = Words::of_text(&heading.line.plain);
        units.insert(0, Unit { lead, ..of_heading(TITLE, Part::Title, &heading) });
    }
    let title = units.first().filter(|unit| unit.key == TITLE).map(|unit| unit.words().to_owned());
    let title = title.unwrap_or_default();
    let notes = Notes::of(&body.footnotes);
    match kind {
        WrittenKind::Plan => {
            let given = Given {
                title: &title,
                lang,
                role,
                record: header.kind_record.as_ref(),
                statuses: &config.statuses,
                calendar: &calendar::of_site(config, &mut Problems::in_file("")),
                people: &config.people,
            };
            let read = read_plan(&given, body.clone(), &mut unheard);
            units.extend(plan::units(&read, &body.pieces, &notes));
        }
        WrittenKind::Synthesis | WrittenKind::Mission | WrittenKind::News | WrittenKind::Page => {
            units.extend(sections(&body.pieces, &notes));
        }
    }
    units.retain(|unit| !unit.is_empty() || unit.written_id.is_some());
    for unit in &mut units {
        unit.line = lines.line(unit.span.start);
    }
    let (is_draft, recorded) = (header.draft, header.translation);
    Reading { source: source.clone(), title, kind, is_draft, units, recorded, diagnostics }
}

/// Takes the heading that gives the title, or repeats it, off the pieces, as a page does.
fn title_heading(header: &Header, pieces: &mut Vec<Piece>) -> Option<Heading> {
    let (at, heading) = pieces.iter().enumerate().find_map(|(at, piece)| match piece {
        Piece::Heading(heading) if heading.level == 1 => Some((at, heading.clone())),
        Piece::Heading(_) | Piece::Table(_) | Piece::List(_) | Piece::Definitions(_) | Piece::Prose(_) => {
            None
        }
    })?;
    let is_title = header.title.as_ref().is_none_or(|title| fold(title) == fold(&heading.line.plain));
    is_title.then(|| {
        pieces.remove(at);
        heading
    })
}

fn of_header(source: &Source, header: &Header, body_start: usize) -> Vec<Unit> {
    let written = [
        (TITLE, Part::Title, header.title.as_deref()),
        (DESCRIPTION, Part::Description, header.description.as_deref()),
    ];
    let head = &source.text[..body_start];
    let units = written.into_iter().filter_map(|(key, part, words)| {
        let lead = Words::of_text(words?);
        let span = place_of_key(head, key);
        Some(Unit {
            key: key.to_owned(),
            part,
            lead,
            text: Words::default(),
            n_columns: 0,
            line: 0,
            span,
            written_id: None,
        })
    });
    units.filter(|unit| !unit.is_empty()).collect()
}

/// The line of a key of a header.
fn place_of_key(head: &str, key: &str) -> Span {
    let mut at = 0;
    for line in head.split_inclusive('\n') {
        let rest = line.trim_start().strip_prefix(key).map(str::trim_start);
        if rest.is_some_and(|rest| rest.starts_with(['=', ':'])) {
            return Span::new(at, at + line.trim_end().len());
        }
        at += line.len();
    }
    Span::default()
}

/// A unit at a heading, still without words.
pub(super) fn of_heading(key: &str, part: Part, heading: &Heading) -> Unit {
    Unit {
        key: key.to_owned(),
        part,
        lead: Words::default(),
        text: Words::default(),
        n_columns: 0,
        line: 0,
        span: heading.span,
        written_id: heading.id_is_written.then(|| heading.id.clone()),
    }
}

/// A unit of text, still without words.
pub(super) fn of_text(key: String, span: Span) -> Unit {
    let (lead, text) = (Words::default(), Words::default());
    Unit { key, part: Part::Text, lead, text, n_columns: 0, line: 0, span, written_id: None }
}

/// Each heading with what follows it, whatever the levels: a unit is what one person revises at once.
fn sections(pieces: &[Piece], notes: &Notes<'_>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for piece in pieces {
        if let Piece::Heading(heading) = piece {
            let unit = of_heading(&format!("#{}", heading.id), Part::Section, heading);
            units.push(Unit { lead: Words::of_line(&heading.line, notes), ..unit });
            continue;
        }
        let span = piece.span();
        if units.is_empty() {
            units.push(of_text(TEXT.to_owned(), span));
        }
        let last = units.last_mut().expect("there is a first unit");
        last.text = std::mem::take(&mut last.text).then(&Words::of_html(&piece.html(), notes));
        last.span = Span::new(last.span.start, span.end);
    }
    units
}
