//! What a document says that may lead somewhere: its words by place, each with the links it holds.

use crate::kind::mission::{self, Mission};
use crate::kind::plan::{Action, Objective, ObjectivePart, Orientation, OrientationPart, Plan, PlanPart};
use crate::kind::synthesis::{Contribution, Section, SectionPart, Support, Synthesis};
use crate::kind::{Body, Document};
use crate::markdown::{Footnote, Html, Line};

/// Words of a document and the links written in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying<'d> {
    /// The anchor to come back to; none for the top of the page.
    pub anchor: Option<String>,
    /// Plain text.
    pub words: String,
    /// Destinations as written, in order.
    pub links: Vec<&'d str>,
}

/// Every saying of a document that holds a link, in the order written.
pub fn of_document(document: &Document) -> Vec<Saying<'_>> {
    let mut sayings = Sayings { said: Vec::new() };
    match &document.body {
        Body::Article(article) => {
            sayings.text(&article.html, None);
            sayings.footnotes(&article.footnotes);
        }
        Body::Mission(mission) => sayings.mission(mission),
        Body::Plan(plan) => sayings.plan(plan),
        Body::Synthesis(synthesis) => sayings.synthesis(synthesis),
    }
    sayings.said
}

struct Sayings<'d> {
    said: Vec<Saying<'d>>,
}

impl<'d> Sayings<'d> {
    /// Adds each link of a text with the sentence around it; `above` is the anchor of what holds the
    /// text, for what comes before its first heading.
    fn text(&mut self, html: &'d Html, above: Option<&str>) {
        self.said.extend(html.passages().into_iter().map(|passage| Saying {
            anchor: passage.anchor.or_else(|| above.map(str::to_owned)),
            words: passage.words,
            links: vec![passage.written],
        }));
    }

    fn footnotes(&mut self, footnotes: &'d [Footnote]) {
        footnotes.iter().for_each(|footnote| self.text(&footnote.html, None));
    }

    /// Adds words whose links stand in several pieces of HTML.
    fn words(&mut self, anchor: &str, words: &str, pieces: impl IntoIterator<Item = &'d Html>) {
        let links: Vec<&str> = pieces.into_iter().flat_map(Html::links).collect();
        if !links.is_empty() {
            self.said.push(Saying { anchor: Some(anchor.to_owned()), words: words.to_owned(), links });
        }
    }

    fn line(&mut self, anchor: &str, line: &'d Line) {
        self.words(anchor, &line.plain, [&line.html]);
    }

    fn mission(&mut self, mission: &'d Mission) {
        for section in &mission.sections {
            let anchor = section.heading.as_ref().map(|heading| heading.id.as_str());
            if let Some(heading) = &section.heading {
                self.line(&heading.id, &heading.title);
            }
            section.parts.iter().for_each(|part| self.mission_part(part, anchor));
        }
        self.footnotes(&mission.footnotes);
    }

    fn mission_part(&mut self, part: &'d mission::Part, anchor: Option<&str>) {
        match part {
            mission::Part::Text(html) => self.text(html, anchor),
            mission::Part::Statement(statement) => self.text(&statement.html, anchor),
            mission::Part::Values(values) => {
                for value in values {
                    let anchor = value.id.as_deref().or(anchor);
                    match &value.item {
                        // The whole item holds the name and the text.
                        Some(item) => self.text(item, anchor),
                        None => [&value.name.html, &value.text]
                            .into_iter()
                            .for_each(|html| self.text(html, anchor)),
                    }
                }
            }
            mission::Part::Axes(axes) => {
                for axis in axes {
                    self.words(&axis.id, axis.name(), [&axis.title.html, &axis.text]);
                }
            }
            mission::Part::Separator => {}
            mission::Part::Source(source) => source.lines.iter().for_each(|line| match line {
                mission::SourceLine::Words(html) => self.text(html, anchor),
                mission::SourceLine::Email { .. } => {}
            }),
        }
    }

    fn plan(&mut self, plan: &'d Plan) {
        for part in &plan.parts {
            match part {
                PlanPart::Text(html) => self.text(html, None),
                PlanPart::Orientation(orientation) => self.orientation(orientation),
            }
        }
        self.footnotes(&plan.footnotes);
    }

    fn orientation(&mut self, orientation: &'d Orientation) {
        self.line(&orientation.id, &orientation.title);
        for part in &orientation.parts {
            match part {
                OrientationPart::Text(html) => self.text(html, Some(&orientation.id)),
                OrientationPart::Objective(objective) => self.objective(objective, &orientation.id),
            }
        }
    }

    /// An objective without a title is not on the page: its words are the orientation's.
    fn objective(&mut self, objective: &'d Objective, orientation: &str) {
        let anchor = if objective.title.is_some() { objective.id.as_str() } else { orientation };
        if let Some(title) = &objective.title {
            self.line(anchor, title);
        }
        for part in &objective.parts {
            match part {
                ObjectivePart::Text(html) => self.text(html, Some(anchor)),
                ObjectivePart::Action(action) => self.action(action),
            }
        }
    }

    fn action(&mut self, action: &'d Action) {
        let intent = action.intent.as_ref().map(|intent| &intent.html);
        let fields = action.fields.iter().map(|(_, value)| &value.html);
        let pieces = [&action.title.html].into_iter().chain(intent).chain(fields).chain([&action.details]);
        self.words(&action.id, &action.title.plain, pieces);
    }

    fn synthesis(&mut self, synthesis: &'d Synthesis) {
        synthesis.texts().for_each(|html| self.text(html, None));
        for block in synthesis.blocks() {
            self.line(&block.id, &block.title);
            block.sections.iter().for_each(|section| self.section(section, &block.id));
        }
        self.footnotes(&synthesis.footnotes);
    }

    fn section(&mut self, section: &'d Section, block: &str) {
        let anchor = section.heading.as_ref().map_or(block, |heading| heading.id.as_str());
        if let Some(heading) = &section.heading {
            self.line(anchor, &heading.title);
        }
        for part in &section.parts {
            match part {
                SectionPart::Text(html) => self.text(html, Some(anchor)),
                SectionPart::List(list) => list.items.iter().for_each(|item| self.contribution(item, [])),
                SectionPart::Columns(columns) => {
                    let labels = columns.labels.iter();
                    let labels = labels.flat_map(|labels| labels.rows.iter().chain([&labels.title]));
                    labels.chain(&columns.titles).for_each(|title| self.line(anchor, title));
                    let cells = columns.rows.iter().flatten().flatten();
                    cells.for_each(|item| self.contribution(item, []));
                }
                SectionPart::Strands(strands) => {
                    strands.titles.iter().for_each(|title| self.line(anchor, title));
                    for strand in &strands.strands {
                        self.line(anchor, &strand.title);
                        for idea in &strand.ideas {
                            let support = match &idea.support {
                                Support::ToFind => None,
                                Support::Named { words, certainty: _ } => Some(&words.html),
                            };
                            let fields = idea.fields.iter().map(|(_, value)| &value.html);
                            self.contribution(&idea.contribution, support.into_iter().chain(fields));
                        }
                    }
                }
            }
        }
    }

    /// A contribution with what stands beside it in its row.
    fn contribution(&mut self, said: &'d Contribution, beside: impl IntoIterator<Item = &'d Html>) {
        let own = [&said.line.html, &said.details];
        self.words(&said.id, &said.line.plain, own.into_iter().chain(beside));
        said.items.iter().for_each(|item| self.contribution(item, []));
    }
}
