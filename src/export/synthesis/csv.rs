//! `contributions.csv`: what was said, one row each, for spreadsheets and programs.
//!
//! Written as `actions.csv` is: commas, a mark at the start, no text that a spreadsheet would run.

use super::{Format, Outcome, Subject};
use crate::export::csv;
use crate::kind::synthesis::{
    Block, Certainty, Columns, Contribution, Idea, Section, SectionPart, Strand, Support, Synthesis,
};
use crate::markdown::Line;

/// The table of what was said.
pub const FORMAT: Format = Format {
    file: "contributions.csv",
    name: "CSV",
    title: "downloads.contributions",
    suits: |synthesis| synthesis.sections().any(|(_, section)| !section.contributions().is_empty()),
    write,
};

/// The columns, by the key of their title under `data.contribution`.
const COLUMNS: [&str; 14] = [
    "block_number",
    "block",
    "section",
    "retained",
    "strand",
    "column",
    "id",
    "under",
    "words",
    "mentions",
    "support",
    "support_state",
    "outcomes",
    "url",
];

/// What a row says besides the contribution itself.
#[derive(Default)]
struct Around<'a> {
    strand: &'a str,
    column: &'a str,
    /// The anchor of the contribution it is nested under.
    under: &'a str,
    support: Option<&'a Support>,
    fields: &'a [(String, Line)],
}

/// Where rows are gathered.
struct Rows<'a> {
    subject: &'a Subject<'a>,
    block: &'a Block,
    section: &'a Section,
    /// The titles of the columns the author added.
    fields: &'a [&'a str],
    rows: Vec<Vec<String>>,
}

fn write(subject: &Subject<'_>) -> Vec<u8> {
    let known = COLUMNS.iter().map(|key| subject.words.say(&format!("data.contribution.{key}"), &[]));
    let fields = fields(subject.synthesis);
    let mut rows = vec![known.chain(fields.iter().map(|&field| field.to_owned())).collect()];
    for (block, section) in subject.synthesis.sections() {
        let mut of_section = Rows { subject, block, section, fields: &fields, rows: Vec::new() };
        of_section.gather();
        rows.append(&mut of_section.rows);
    }
    csv::file(rows)
}

/// The titles of the author's own columns, in the order they first appear.
fn fields(synthesis: &Synthesis) -> Vec<&str> {
    let parts = synthesis.sections().flat_map(|(_, section)| &section.parts);
    let ideas = parts.flat_map(|part| match part {
        SectionPart::Strands(table) => table.strands.iter().flat_map(|strand| &strand.ideas).collect(),
        SectionPart::Text(_) | SectionPart::List(_) | SectionPart::Columns(_) => Vec::new(),
    });
    let mut titles = Vec::new();
    for (title, _) in ideas.flat_map(|idea| &idea.fields) {
        if !titles.contains(&title.as_str()) {
            titles.push(title.as_str());
        }
    }
    titles
}

impl<'a> Rows<'a> {
    fn gather(&mut self) {
        for part in &self.section.parts {
            match part {
                SectionPart::Text(_) => {}
                SectionPart::List(list) => {
                    list.items.iter().for_each(|item| self.add(item, &Around::default()));
                }
                SectionPart::Columns(columns) => self.columns(columns),
                SectionPart::Strands(table) => {
                    for Strand { title, ideas } in &table.strands {
                        for Idea { contribution, support, fields } in ideas {
                            let (strand, support) = (title.plain.as_str(), Some(support));
                            let around = Around { strand, support, fields, ..Around::default() };
                            self.add(contribution, &around);
                        }
                    }
                }
            }
        }
    }

    fn columns(&mut self, columns: &'a Columns) {
        let Columns { labels, titles, rows, span: _ } = columns;
        for (at, row) in rows.iter().enumerate() {
            let label = labels.as_ref().and_then(|labels| labels.rows.get(at));
            let strand = label.map_or("", |label| label.plain.as_str());
            for (title, items) in titles.iter().zip(row) {
                let around = Around { strand, column: &title.plain, ..Around::default() };
                items.iter().for_each(|item| self.add(item, &around));
            }
        }
    }

    fn add(&mut self, said: &Contribution, around: &Around<'_>) {
        let Contribution { id, line, mentions, items, details: _, span: _ } = said;
        let Around { strand, column, under, support, fields } = *around;
        let heading = self.section.heading.as_ref().map_or("", |heading| heading.title.plain.as_str());
        let (support, state) = self.support(support);
        let row = [
            self.block.number.clone().unwrap_or_default(),
            self.block.title.plain.clone(),
            heading.to_owned(),
            self.say(if self.section.is_retained { "data.yes" } else { "data.no" }),
            strand.to_owned(),
            column.to_owned(),
            id.clone(),
            under.to_owned(),
            line.plain.clone(),
            mentions.map(|n| n.to_string()).unwrap_or_default(),
            support,
            state,
            self.outcomes(id),
            self.subject.url_of(id),
        ];
        let own = self.fields.iter().map(|title| {
            let values =
                fields.iter().filter(|(field, _)| field == title).map(|(_, value)| value.plain.as_str());
            values.collect::<Vec<_>>().join(" / ")
        });
        self.rows.push(row.into_iter().chain(own).collect());
        let nested = Around { strand, column, under: id, ..Around::default() };
        items.iter().for_each(|item| self.add(item, &nested));
    }

    fn support(&self, support: Option<&Support>) -> (String, String) {
        let state = |key: &str| self.say(&format!("data.support.{key}"));
        match support {
            None => (String::new(), String::new()),
            Some(Support::ToFind) => (String::new(), state("to_find")),
            Some(Support::Named { words, certainty }) => {
                let key = match certainty {
                    Certainty::Stated => "stated",
                    Certainty::Doubtful => "doubtful",
                };
                (words.plain.clone(), state(key))
            }
        }
    }

    /// « 2.1.3 (En cours); 4 »: the places it led to, with the state of actions.
    fn outcomes(&self, id: &str) -> String {
        let outcomes = self.subject.outcomes(id).into_iter();
        let outcomes: Vec<String> = outcomes
            .map(|Outcome { id, title: _, url: _, status }| match status {
                Some(status) => format!("{id} ({})", self.say(&format!("status.{}", status.key()))),
                None => id.to_owned(),
            })
            .collect();
        outcomes.join("; ")
    }

    fn say(&self, key: &str) -> String {
        self.subject.words.say(key, &[])
    }
}
