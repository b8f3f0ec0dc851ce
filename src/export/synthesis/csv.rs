//! `contributions.csv`: what was said, one row each, for spreadsheets and programs.
//!
//! Written as `actions.csv` is: commas, a mark at the start, no text that a spreadsheet would run.

use super::{Format, Outcome, Subject, anchored};
use crate::export::csv::File;
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
#[derive(Clone, Copy, Default)]
struct Around<'a> {
    strand: &'a str,
    column: &'a str,
    /// The anchor of the contribution it is nested under.
    under: &'a str,
    support: Option<&'a Support>,
    fields: &'a [(String, Line)],
}

/// Where the rows of a section are written.
struct Rows<'a> {
    subject: &'a Subject<'a>,
    block: &'a Block,
    section: &'a Section,
    /// The titles of the columns the author added.
    fields: &'a [&'a str],
    /// The address of the page of the synthesis.
    url: &'a str,
    file: &'a mut File,
}

fn write(subject: &Subject<'_>) -> Vec<u8> {
    let mut file = File::new();
    let fields = fields(subject.synthesis);
    for key in COLUMNS {
        file.cell(&subject.words.say(&format!("data.contribution.{key}"), &[]));
    }
    fields.iter().for_each(|field| file.cell(field));
    file.end_row();
    let url = subject.url();
    for (block, section) in subject.synthesis.sections() {
        Rows { subject, block, section, fields: &fields, url: &url, file: &mut file }.write();
    }
    file.finish()
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
    fn write(&mut self) {
        for part in &self.section.parts {
            match part {
                SectionPart::Text(_) => {}
                SectionPart::List(list) => {
                    list.items.iter().for_each(|item| self.add(item, Around::default()));
                }
                SectionPart::Columns(columns) => self.columns(columns),
                SectionPart::Strands(table) => {
                    for Strand { title, ideas } in &table.strands {
                        for Idea { contribution, support, fields } in ideas {
                            let (strand, support) = (title.plain.as_str(), Some(support));
                            let around = Around { strand, support, fields, ..Around::default() };
                            self.add(contribution, around);
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
                items.iter().for_each(|item| self.add(item, around));
            }
        }
    }

    fn add(&mut self, said: &Contribution, around: Around<'_>) {
        let Contribution { id, line, mentions, items, details: _, span: _ } = said;
        let Around { strand, column, under, support, fields } = around;
        let heading = self.section.heading.as_ref().map_or("", |heading| heading.title.plain.as_str());
        let (support, state) = self.support(support);
        let row = [
            self.block.number.as_deref().unwrap_or_default(),
            &self.block.title.plain,
            heading,
            &self.say(if self.section.is_retained { "data.yes" } else { "data.no" }),
            strand,
            column,
            id,
            under,
            &line.plain,
            &mentions.map(|n| n.to_string()).unwrap_or_default(),
            support,
            &state,
            &self.outcomes(id),
            &anchored(self.url, id),
        ];
        row.into_iter().for_each(|cell| self.file.cell(cell));
        for title in self.fields {
            let values =
                fields.iter().filter(|(field, _)| field == title).map(|(_, value)| value.plain.as_str());
            self.file.cell(&values.collect::<Vec<_>>().join(" / "));
        }
        self.file.end_row();
        let nested = Around { strand, column, under: id, ..Around::default() };
        items.iter().for_each(|item| self.add(item, nested));
    }

    /// The words of a support, and what is known of it.
    fn support<'s>(&self, support: Option<&'s Support>) -> (&'s str, String) {
        let state = |key: &str| self.say(&format!("data.support.{key}"));
        match support {
            None => ("", String::new()),
            Some(Support::ToFind) => ("", state("to_find")),
            Some(Support::Named { words, certainty }) => {
                let key = match certainty {
                    Certainty::Stated => "stated",
                    Certainty::Doubtful => "doubtful",
                };
                (&words.plain, state(key))
            }
        }
    }

    /// « 2.1.3 (En cours); 4 »: the places it led to, with the state of actions.
    fn outcomes(&self, id: &str) -> String {
        let outcomes = self.subject.outcomes(id).into_iter();
        let outcomes: Vec<String> = outcomes
            .map(|Outcome { id, title: _, url: _, status }| match status {
                Some(status) => format!("{id} ({})", self.say(status.label_key())),
                None => id.to_owned(),
            })
            .collect();
        outcomes.join("; ")
    }

    fn say(&self, key: &str) -> String {
        self.subject.words.say(key, &[])
    }
}
