//! `synthesis.json`: a synthesis as data, schema `jalon/synthesis/1`.
//!
//! The schema is published as `docs/schemas/jalon-synthesis-1.schema.json`. Titles and words are
//! plain text. Text that nobody said in the room is on the page and not here.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Format, Outcome, Subject, anchored};
use crate::date::Date;
use crate::export::json::by_title;
use crate::json;
use crate::kind::plan::status::StatusKey;
use crate::kind::synthesis::{
    Block, Certainty, Columns, Contribution, Form, Idea, Names, Section, SectionPart, Speaker, Strand,
    Support, Synthesis,
};
use crate::markdown::Line;

/// A synthesis as data.
pub const FORMAT: Format = Format {
    file: "synthesis.json",
    name: "JSON",
    title: "downloads.synthesis",
    suits: |_| true,
    write: |subject| {
        let writer = Writer { subject, url: subject.url() };
        json::indented(&writer.synthesis()).into_bytes()
    },
};

/// What the file says of a synthesis; the order of the fields is that of the file.
#[derive(Serialize)]
struct SynthesisData<'a> {
    schema: &'static str,
    lang: &'a str,
    title: &'a str,
    url: &'a str,
    date: Option<Date>,
    updated: Option<Date>,
    form: &'static str,
    event: EventData<'a>,
    /// How many names were taken out; none when they are shown.
    hidden_names: Option<usize>,
    leads_to: Vec<LedTo<'a>>,
    /// The anchors of what was retained.
    retained: Vec<&'a str>,
    blocks: Vec<BlockData<'a>>,
}

#[derive(Serialize)]
struct EventData<'a> {
    name: Option<&'a str>,
    place: Option<&'a str>,
    facilitator: Option<&'a str>,
    participants: Option<u32>,
    speakers: Vec<SpeakerData<'a>>,
}

#[derive(Serialize)]
struct SpeakerData<'a> {
    name: Option<&'a str>,
    details: &'a str,
}

#[derive(Serialize)]
struct LedTo<'a> {
    title: &'a str,
    url: String,
}

#[derive(Serialize)]
struct BlockData<'a> {
    number: Option<&'a str>,
    id: &'a str,
    title: &'a str,
    url: String,
    sections: Vec<SectionData<'a>>,
}

#[derive(Serialize)]
struct SectionData<'a> {
    id: Option<&'a str>,
    title: Option<&'a str>,
    level: Option<u8>,
    retained: bool,
    contributions: Vec<ContributionData<'a>>,
    strands: Vec<StrandData<'a>>,
}

#[derive(Serialize)]
struct ContributionData<'a> {
    id: &'a str,
    url: String,
    text: &'a str,
    mentions: Option<u32>,
    row: Option<&'a str>,
    column: Option<&'a str>,
    outcomes: Vec<OutcomeData<'a>>,
    contributions: Vec<ContributionData<'a>>,
}

#[derive(Serialize)]
struct OutcomeData<'a> {
    id: &'a str,
    title: &'a str,
    url: String,
    status: Option<StatusKey>,
}

#[derive(Serialize)]
struct StrandData<'a> {
    title: Option<&'a str>,
    ideas: Vec<IdeaData<'a>>,
}

#[derive(Serialize)]
struct IdeaData<'a> {
    id: &'a str,
    url: String,
    text: &'a str,
    mentions: Option<u32>,
    support: SupportData<'a>,
    fields: BTreeMap<&'a str, String>,
    outcomes: Vec<OutcomeData<'a>>,
}

#[derive(Serialize)]
struct SupportData<'a> {
    text: Option<&'a str>,
    state: &'static str,
}

struct Writer<'a> {
    subject: &'a Subject<'a>,
    /// The address of the page of the synthesis.
    url: String,
}

impl<'a> Writer<'a> {
    fn synthesis(&'a self) -> SynthesisData<'a> {
        let Subject { config, site, words: _, entry, synthesis } = *self.subject;
        let header = entry.document.as_ref().map(|document| &document.header);
        let led_to = site.led_to(entry).into_iter();
        let led_to =
            led_to.map(|to| LedTo { title: &to.title, url: crate::export::url(config, &to.address) });
        SynthesisData {
            schema: "jalon/synthesis/1",
            lang: &entry.language,
            title: &entry.title,
            url: &self.url,
            date: entry.date,
            updated: header.and_then(|header| header.updated),
            form: form(synthesis.form),
            event: event(synthesis),
            hidden_names: hidden(synthesis.names),
            leads_to: led_to.collect(),
            retained: retained(synthesis),
            blocks: synthesis.blocks().map(|it| self.block(it)).collect(),
        }
    }

    fn block(&self, block: &'a Block) -> BlockData<'a> {
        let Block { number, id, title, sections, span: _ } = block;
        // What comes right under the heading is a section even when nothing was said there.
        let sections = sections.iter().filter(|it| it.heading.is_some() || !it.contributions().is_empty());
        BlockData {
            number: number.as_deref(),
            id,
            title: &title.plain,
            url: self.url_of(id),
            sections: sections.map(|it| self.section(it)).collect(),
        }
    }

    fn section(&self, section: &'a Section) -> SectionData<'a> {
        let Section { heading, is_retained, parts } = section;
        let (mut said, mut strands) = (Vec::new(), Vec::new());
        for part in parts {
            match part {
                SectionPart::Text(_) => {}
                SectionPart::List(list) => {
                    said.extend(list.items.iter().map(|it| self.contribution(it, Cell::default())));
                }
                SectionPart::Columns(columns) => self.add_columns(&mut said, columns),
                SectionPart::Strands(table) => {
                    strands.extend(table.strands.iter().map(|it| self.strand(it)));
                }
            }
        }
        let heading = heading.as_ref();
        SectionData {
            id: heading.map(|heading| heading.id.as_str()),
            title: heading.map(|heading| heading.title.plain.as_str()),
            level: heading.map(|heading| heading.level),
            retained: *is_retained,
            contributions: said,
            strands,
        }
    }

    fn add_columns(&self, said: &mut Vec<ContributionData<'a>>, columns: &'a Columns) {
        let Columns { labels, titles, rows, span: _ } = columns;
        for (at, row) in rows.iter().enumerate() {
            let label = labels.as_ref().and_then(|labels| labels.rows.get(at));
            for (column, items) in titles.iter().zip(row) {
                let cell = Cell { row: label, column: Some(column) };
                said.extend(items.iter().map(|it| self.contribution(it, cell)));
            }
        }
    }

    fn contribution(&self, contribution: &'a Contribution, cell: Cell<'a>) -> ContributionData<'a> {
        let Contribution { id, line, mentions, items, details: _, span: _ } = contribution;
        ContributionData {
            id,
            url: self.url_of(id),
            text: &line.plain,
            mentions: *mentions,
            row: cell.row.and_then(said),
            column: cell.column.and_then(said),
            outcomes: self.outcomes(id),
            contributions: items.iter().map(|it| self.contribution(it, Cell::default())).collect(),
        }
    }

    fn strand(&self, strand: &'a Strand) -> StrandData<'a> {
        let Strand { title, ideas } = strand;
        StrandData { title: said(title), ideas: ideas.iter().map(|it| self.idea(it)).collect() }
    }

    fn idea(&self, idea: &'a Idea) -> IdeaData<'a> {
        let Idea { contribution, support, fields } = idea;
        let (text, state) = match support {
            Support::ToFind => (None, "to-find"),
            Support::Named { words, certainty: Certainty::Stated } => (said(words), "stated"),
            Support::Named { words, certainty: Certainty::Doubtful } => (said(words), "doubtful"),
        };
        IdeaData {
            id: &contribution.id,
            url: self.url_of(&contribution.id),
            text: &contribution.line.plain,
            mentions: contribution.mentions,
            support: SupportData { text, state },
            fields: by_title(fields),
            outcomes: self.outcomes(&contribution.id),
        }
    }

    fn outcomes(&self, id: &str) -> Vec<OutcomeData<'a>> {
        let outcomes = self.subject.outcomes(id).into_iter();
        let outcomes =
            outcomes.map(|Outcome { id, title, url, status }| OutcomeData { id, title, url, status });
        outcomes.collect()
    }

    fn url_of(&self, id: &str) -> String {
        anchored(&self.url, id)
    }
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Workshop => "workshop",
        Form::Talk => "talk",
    }
}

fn event(synthesis: &Synthesis) -> EventData<'_> {
    let Synthesis { event, place, facilitator, participants, speakers, .. } = synthesis;
    let speakers =
        speakers.iter().map(|Speaker { name, details }| SpeakerData { name: name.as_deref(), details });
    EventData {
        name: event.as_deref(),
        place: place.as_deref(),
        facilitator: facilitator.as_deref(),
        participants: *participants,
        speakers: speakers.collect(),
    }
}

fn hidden(names: Names) -> Option<usize> {
    match names {
        Names::Shown => None,
        Names::Hidden { n_hidden } => Some(n_hidden),
    }
}

fn retained(synthesis: &Synthesis) -> Vec<&str> {
    let sections = synthesis.sections().filter(|(_, section)| section.is_retained);
    sections.flat_map(|(_, section)| section.contributions()).map(|said| said.id.as_str()).collect()
}

/// Where a contribution stands in a table: what its row is about, and the title of its column.
#[derive(Clone, Copy, Default)]
struct Cell<'a> {
    row: Option<&'a Line>,
    column: Option<&'a Line>,
}

/// The words of a line; none when it has none.
fn said(line: &Line) -> Option<&str> {
    (!line.plain.is_empty()).then_some(line.plain.as_str())
}
