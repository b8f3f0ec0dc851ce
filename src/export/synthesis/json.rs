//! `synthesis.json`: a synthesis as data, schema `jalon/synthesis/1`.
//!
//! The schema is published as `docs/schemas/jalon-synthesis-1.schema.json`. Titles and words are
//! plain text. Text that nobody said in the room is on the page and not here.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Format, Outcome, Subject};
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
        let mut text =
            serde_json::to_string_pretty(&synthesis(subject)).expect("a synthesis has only text keys");
        text.push('\n');
        text.into_bytes()
    },
};

fn synthesis(subject: &Subject<'_>) -> Value {
    let Subject { config, site, words: _, entry, synthesis } = *subject;
    let header = entry.document.as_ref().map(|document| &document.header);
    let led_to = site.led_to(entry);
    let led_to =
        led_to.iter().map(|to| json!({ "title": to.title, "url": crate::export::url(config, &to.address) }));
    json!({
        "schema": "jalon/synthesis/1",
        "lang": entry.language,
        "title": entry.title,
        "url": crate::export::url(config, &entry.address),
        "date": entry.date,
        "updated": header.and_then(|header| header.updated),
        "form": form(synthesis.form),
        "event": event(synthesis),
        "hidden_names": hidden(synthesis.names),
        "leads_to": led_to.collect::<Vec<_>>(),
        "retained": retained(synthesis),
        "blocks": synthesis.blocks().map(|it| block(subject, it)).collect::<Vec<_>>(),
    })
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Workshop => "workshop",
        Form::Talk => "talk",
    }
}

fn event(synthesis: &Synthesis) -> Value {
    let Synthesis { event, place, facilitator, participants, speakers, .. } = synthesis;
    let speakers =
        speakers.iter().map(|Speaker { name, details }| json!({ "name": name, "details": details }));
    json!({
        "name": event,
        "place": place,
        "facilitator": facilitator,
        "participants": participants,
        "speakers": speakers.collect::<Vec<_>>(),
    })
}

/// How many names were taken out; none when they are shown.
fn hidden(names: Names) -> Option<usize> {
    match names {
        Names::Shown => None,
        Names::Hidden { n_hidden } => Some(n_hidden),
    }
}

/// The anchors of what was retained.
fn retained(synthesis: &Synthesis) -> Vec<&str> {
    let sections = synthesis.sections().filter(|(_, section)| section.is_retained);
    sections.flat_map(|(_, section)| section.contributions()).map(|said| said.id.as_str()).collect()
}

fn block(subject: &Subject<'_>, block: &Block) -> Value {
    let Block { number, id, title, sections, span: _ } = block;
    // What comes right under the heading is a section even when nothing was said there.
    let sections = sections.iter().filter(|it| it.heading.is_some() || !it.contributions().is_empty());
    json!({
        "number": number,
        "id": id,
        "title": title.plain,
        "url": subject.url_of(id),
        "sections": sections.map(|it| section(subject, it)).collect::<Vec<_>>(),
    })
}

fn section(subject: &Subject<'_>, section: &Section) -> Value {
    let Section { heading, is_retained, parts } = section;
    let (mut said, mut strands) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            SectionPart::Text(_) => {}
            SectionPart::List(list) => {
                said.extend(list.items.iter().map(|it| contribution(subject, it, &Cell::default())));
            }
            SectionPart::Columns(columns) => said.extend(of_columns(subject, columns)),
            SectionPart::Strands(table) => {
                strands.extend(table.strands.iter().map(|it| strand(subject, it)));
            }
        }
    }
    json!({
        "id": heading.as_ref().map(|heading| &heading.id),
        "title": heading.as_ref().map(|heading| &heading.title.plain),
        "level": heading.as_ref().map(|heading| heading.level),
        "retained": is_retained,
        "contributions": said,
        "strands": strands,
    })
}

/// Where a contribution stands in a table: what its row is about, and the title of its column.
#[derive(Default)]
struct Cell<'a> {
    row: Option<&'a Line>,
    column: Option<&'a Line>,
}

fn of_columns(subject: &Subject<'_>, columns: &Columns) -> Vec<Value> {
    let Columns { labels, titles, rows, span: _ } = columns;
    let mut said = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let label = labels.as_ref().and_then(|labels| labels.rows.get(at));
        for (column, items) in titles.iter().zip(row) {
            let cell = Cell { row: label, column: Some(column) };
            said.extend(items.iter().map(|it| contribution(subject, it, &cell)));
        }
    }
    said
}

fn contribution(subject: &Subject<'_>, contribution: &Contribution, cell: &Cell<'_>) -> Value {
    let Contribution { id, line, mentions, items, details: _, span: _ } = contribution;
    let nested = items.iter().map(|it| self::contribution(subject, it, &Cell::default()));
    json!({
        "id": id,
        "url": subject.url_of(id),
        "text": line.plain,
        "mentions": mentions,
        "row": cell.row.and_then(said),
        "column": cell.column.and_then(said),
        "outcomes": outcomes(subject, id),
        "contributions": nested.collect::<Vec<_>>(),
    })
}

fn strand(subject: &Subject<'_>, strand: &Strand) -> Value {
    let Strand { title, ideas } = strand;
    json!({
        "title": said(title),
        "ideas": ideas.iter().map(|it| idea(subject, it)).collect::<Vec<_>>(),
    })
}

fn idea(subject: &Subject<'_>, idea: &Idea) -> Value {
    let Idea { contribution, support, fields } = idea;
    let (text, state) = match support {
        Support::ToFind => (None, "to-find"),
        Support::Named { words, certainty: Certainty::Stated } => (said(words), "stated"),
        Support::Named { words, certainty: Certainty::Doubtful } => (said(words), "doubtful"),
    };
    json!({
        "id": contribution.id,
        "url": subject.url_of(&contribution.id),
        "text": contribution.line.plain,
        "mentions": contribution.mentions,
        "support": { "text": text, "state": state },
        "fields": self::fields(fields),
        "outcomes": outcomes(subject, &contribution.id),
    })
}

/// The other columns, by title; columns that share a title share an entry.
fn fields(fields: &[(String, Line)]) -> Map<String, Value> {
    let mut by_title: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (title, value) in fields {
        by_title.entry(title).or_default().push(&value.plain);
    }
    by_title.into_iter().map(|(title, values)| (title.to_owned(), Value::from(values.join(" / ")))).collect()
}

fn outcomes(subject: &Subject<'_>, id: &str) -> Vec<Value> {
    let outcomes = subject.outcomes(id).into_iter();
    let outcomes = outcomes.map(|Outcome { id, title, url, status }| {
        json!({ "id": id, "title": title, "url": url, "status": status })
    });
    outcomes.collect()
}

/// The words of a line; none when it has none.
fn said(line: &Line) -> Option<&str> {
    (!line.plain.is_empty()).then_some(line.plain.as_str())
}
