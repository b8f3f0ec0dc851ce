//! A mission statement: what an association is for, where it wants to go, and along which axes.

pub mod numbers;
pub mod read;
pub mod settings;
pub mod topic;

use std::collections::BTreeSet;

use crate::filled::Filled;
use crate::lang;
use crate::markdown::{Footnote, Html, Line};
use crate::source::Span;
use settings::Settings;
use topic::Topic;

/// A mission statement as its document writes it. Every word of the document is in its sections, in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mission {
    /// `[mission]`
    pub settings: Settings,
    pub sections: Vec<Section>,
    pub footnotes: Vec<Footnote>,
}

/// A heading and what follows it; the first section may have none.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub topic: Topic,
    pub heading: Option<SectionHeading>,
    pub parts: Vec<Part>,
}

/// The heading of a section.
#[derive(Debug, Clone, PartialEq)]
pub struct SectionHeading {
    /// The anchor, unique in the document.
    pub id: String,
    pub title: Line,
}

/// A part of a section, in the order written.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    Text(Html),
    Statement(Statement),
    Values(Vec<Value>),
    Axes(Vec<Axis>),
    /// A dash alone on its line.
    Separator,
    Source(Source),
}

/// The words of the mission or of the vision.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    pub of: Stated,
    pub html: Html,
    /// The same in plain text.
    pub sentence: String,
}

/// What a statement states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stated {
    Mission,
    Vision,
}

/// Something the association holds dear.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The anchor, when it was written under a heading.
    pub id: Option<String>,
    pub name: Line,
    /// What is said of it; often nothing.
    pub text: Html,
    /// The whole item, as written, when it is one of a list.
    pub item: Option<Html>,
}

/// A direction that plans contribute to.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// As written (`2`, `B`), else its position.
    pub number: String,
    /// The anchor, unique in the document: the author's `{#id}`, else `axe-2` (`axis-2` in English).
    pub id: String,
    /// « Axe », « Orientation »; empty when no such word was written.
    pub level_word: String,
    /// Its words after the number, as written.
    pub title: Line,
    /// What stands under it.
    pub text: Html,
    pub span: Span,
}

/// Who published the statement, over one or several lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    pub lines: Vec<SourceLine>,
}

/// A line of a source.
#[derive(Debug, Clone, PartialEq)]
pub enum SourceLine {
    Words(Html),
    /// A line with an e-mail address, which the page protects from those who gather them.
    Email {
        before: String,
        address: String,
        after: String,
    },
}

impl Mission {
    /// The words of the mission, where the document says which they are.
    pub fn statement(&self) -> Option<&Statement> {
        self.stated(Stated::Mission)
    }

    pub fn vision(&self) -> Option<&Statement> {
        self.stated(Stated::Vision)
    }

    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.sections.iter().flat_map(|section| &section.parts)
    }

    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.parts().flat_map(|part| match part {
            Part::Values(values) => values.as_slice(),
            Part::Text(_) | Part::Statement(_) | Part::Axes(_) | Part::Separator | Part::Source(_) => &[],
        })
    }

    pub fn axes(&self) -> impl Iterator<Item = &Axis> {
        self.parts().flat_map(|part| match part {
            Part::Axes(axes) => axes.as_slice(),
            Part::Text(_) | Part::Statement(_) | Part::Values(_) | Part::Separator | Part::Source(_) => &[],
        })
    }

    /// The axis an author means by a number or an anchor: the first that has it.
    pub fn axis(&self, written: &str) -> Option<&Axis> {
        let written = lang::fold(written);
        let by_number = self.axes().find(|axis| lang::fold(&axis.number) == written);
        by_number.or_else(|| self.axes().find(|axis| lang::fold(&axis.id) == written))
    }

    /// Every anchor of its page.
    pub fn anchors(&self) -> BTreeSet<String> {
        let written = self.sections.iter().flat_map(Section::ids);
        written.chain(self.axes().map(|axis| axis.id.clone())).filled()
    }

    fn stated(&self, of: Stated) -> Option<&Statement> {
        self.parts().find_map(|part| match part {
            Part::Statement(statement) if statement.of == of => Some(statement),
            Part::Statement(_)
            | Part::Text(_)
            | Part::Values(_)
            | Part::Axes(_)
            | Part::Separator
            | Part::Source(_) => None,
        })
    }
}

impl Section {
    /// The anchors that stand in what it shows as text, and its own.
    pub fn ids(&self) -> Vec<String> {
        let mut ids: Vec<String> = self.heading.iter().map(|heading| heading.id.clone()).collect();
        for part in &self.parts {
            match part {
                Part::Text(html) => ids.extend(html.ids()),
                Part::Statement(statement) => ids.extend(statement.html.ids()),
                Part::Values(values) => {
                    for value in values {
                        ids.extend(value.id.clone());
                        ids.extend(value.text.ids());
                    }
                }
                Part::Axes(axes) => ids.extend(axes.iter().flat_map(|axis| axis.text.ids())),
                Part::Separator | Part::Source(_) => {}
            }
        }
        ids
    }
}

impl Axis {
    /// Its title in plain text, without the `;` or the `.` that ends an item of a list.
    pub fn name(&self) -> &str {
        self.title.plain.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ';' | '.' | ','))
    }
}

impl Source {
    /// The address to write to.
    pub fn email(&self) -> Option<&str> {
        self.lines.iter().find_map(|line| match line {
            SourceLine::Email { address, .. } => Some(address.as_str()),
            SourceLine::Words(_) => None,
        })
    }
}
