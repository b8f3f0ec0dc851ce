//! A workshop synthesis: what was said, block by block, as plain values.

mod mention;
pub mod names;
mod number;
pub mod read;
pub mod settings;
mod vocabulary;

use crate::markdown::{Footnote, Html, Line};
use crate::record::Spanned;
use crate::source::Span;

/// A synthesis as its document states it. Every word of the document is in its parts, in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Synthesis {
    /// « Atelier du printemps 2025 »
    pub event: Option<String>,
    pub place: Option<String>,
    pub facilitator: Option<String>,
    /// How many people took part.
    pub participants: Option<u32>,
    /// Who spoke to the workshop.
    pub speakers: Vec<Speaker>,
    /// The documents it led to, as written: `@/plans/2025-2026/index.md`.
    pub leads_to: Vec<Spanned<String>>,
    pub form: Form,
    pub names: Names,
    pub parts: Vec<Part>,
    pub footnotes: Vec<Footnote>,
}

/// Someone who spoke: « Camille Roy, directrice, Table de la Cendrée ».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// None when names are hidden.
    pub name: Option<String>,
    /// Role and organisation, as written; empty when none is.
    pub details: String,
}

/// What a document notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// What people said: its lists are contributions.
    #[default]
    Workshop,
    /// What a speaker said: its lists are text, but for those marked as retained.
    Talk,
}

/// Whether personal names are published. Hidden ones are in no value of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Names {
    #[default]
    Shown,
    /// How many times a name was taken out.
    Hidden { n_hidden: usize },
}

/// A part of the document, in the order written.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    Text(Html),
    Block(Block),
}

/// What stands under a `##`: a moment of the workshop.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The number as written: `4` for « Bloc 4 – … ». None when the heading has none; gaps are kept.
    pub number: Option<String>,
    /// The anchor, unique in the document.
    pub id: String,
    /// The whole heading, as written.
    pub title: Line,
    /// What comes right under the heading first, then one section for each `###`.
    pub sections: Vec<Section>,
    pub span: Span,
}

/// A question or a theme of a block.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// None for what stands right under the heading of the block.
    pub heading: Option<SectionHeading>,
    /// Whether its lists say what the workshop retained: `{.retained}`, or a title that says so.
    pub is_retained: bool,
    pub parts: Vec<SectionPart>,
}

/// The heading of a section.
#[derive(Debug, Clone, PartialEq)]
pub struct SectionHeading {
    /// 3 to 6.
    pub level: u8,
    /// The anchor, unique in the document.
    pub id: String,
    pub title: Line,
}

/// A part of a section, in the order written.
#[derive(Debug, Clone, PartialEq)]
pub enum SectionPart {
    Text(Html),
    /// A list of what people said.
    List(Contributions),
    /// A table whose columns answer each other: « Positifs | Négatifs ».
    Columns(Columns),
    /// A table of strands, ideas and who supports them.
    Strands(Strands),
}

/// A list of contributions.
#[derive(Debug, Clone, PartialEq)]
pub struct Contributions {
    pub items: Vec<Contribution>,
    /// The number of the first item, when the list is numbered.
    pub start: Option<u64>,
}

/// Something that was said, in the words noted.
#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// The anchor on the synthesis page, unique in the document, stable while its words stay.
    pub id: String,
    /// Its words, with the links they hold; the count of mentions that ends it left out.
    pub line: Line,
    /// How many times it was said: the `(3)` at its end. Never 0.
    pub mentions: Option<u32>,
    /// What is nested under it.
    pub items: Vec<Contribution>,
    /// What else stands under it.
    pub details: Html,
    pub span: Span,
}

/// Columns of contributions, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct Columns {
    /// What each row is about, when the first column says it: « Thème | Forces | Faiblesses ».
    pub labels: Option<Labels>,
    /// The titles of the columns, that of the labels left out.
    pub titles: Vec<Line>,
    /// For each row, for each column, its contributions.
    pub rows: Vec<Vec<Vec<Contribution>>>,
    pub span: Span,
}

/// A first column that names the rows of the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Labels {
    pub title: Line,
    /// One for each row; empty where the cell is.
    pub rows: Vec<Line>,
}

/// A table of strands.
#[derive(Debug, Clone, PartialEq)]
pub struct Strands {
    /// The titles of the columns, as written.
    pub titles: Vec<Line>,
    pub places: Places,
    pub strands: Vec<Strand>,
    pub span: Span,
}

/// Where the columns of a table of strands stand, the first of each sort; all others are fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// Also the column of the ideas, when no other is.
    pub strand: Option<usize>,
    pub idea: Option<usize>,
    pub support: Option<usize>,
}

/// A strand: ideas that go together.
#[derive(Debug, Clone, PartialEq)]
pub struct Strand {
    pub title: Line,
    pub ideas: Vec<Idea>,
}

/// An idea and who supports it.
#[derive(Debug, Clone, PartialEq)]
pub struct Idea {
    pub contribution: Contribution,
    pub support: Support,
    /// The other columns of its row, with their titles as written.
    pub fields: Vec<(String, Line)>,
}

/// Who supports an idea.
#[derive(Debug, Clone, PartialEq)]
pub enum Support {
    /// « ? », or nothing: somebody is to be found.
    ToFind,
    /// As written, doubts included: « Fermes de la vallée? ».
    Named { words: Line, certainty: Certainty },
}

/// Whether the document doubts a support.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    Stated,
    Doubtful,
}

impl Synthesis {
    /// What stands outside its blocks.
    pub fn texts(&self) -> impl Iterator<Item = &Html> {
        self.parts.iter().filter_map(|part| match part {
            Part::Text(html) => Some(html),
            Part::Block(_) => None,
        })
    }

    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.parts.iter().filter_map(|part| match part {
            Part::Block(block) => Some(block),
            Part::Text(_) => None,
        })
    }

    pub fn sections(&self) -> impl Iterator<Item = (&Block, &Section)> {
        self.blocks().flat_map(|block| block.sections.iter().map(move |section| (block, section)))
    }
}

impl Section {
    /// Its contributions, in the order written, nested ones included.
    pub fn contributions(&self) -> Vec<&Contribution> {
        let mut said = Vec::new();
        for part in &self.parts {
            match part {
                SectionPart::Text(_) => {}
                SectionPart::List(list) => list.items.iter().for_each(|item| item.gather(&mut said)),
                SectionPart::Columns(columns) => {
                    columns.rows.iter().flatten().flatten().for_each(|item| item.gather(&mut said));
                }
                SectionPart::Strands(strands) => {
                    let ideas = strands.strands.iter().flat_map(|strand| &strand.ideas);
                    ideas.for_each(|idea| idea.contribution.gather(&mut said));
                }
            }
        }
        said
    }
}

impl Contribution {
    fn gather<'c>(&'c self, said: &mut Vec<&'c Contribution>) {
        said.push(self);
        self.items.iter().for_each(|item| item.gather(said));
    }
}
