//! The sections of a synthesis, as written.

use super::Shower;
use crate::kind::synthesis::{
    Block, Certainty, Columns, Contribution, Contributions, Idea, Section, SectionPart, Strands, Support,
};
use crate::markdown::{self, Line};
use crate::page::filler::Filler;
use crate::view::synthesis::{
    ColumnsCell, ColumnsRow, ColumnsView, ContributionView, HeadingView, IdeaView, ListView, SectionPartView,
    SectionView, StrandView, StrandsView, TitleView,
};

/// How many levels of contributions nest in the template: its engine goes no deeper than twenty
/// components, two for each level and a few around.
const DEEPEST: u8 = 5;

impl Shower<'_> {
    pub(super) fn section(
        &self,
        block: &Block,
        section: &Section,
        level: u8,
        filler: &mut Filler<'_>,
    ) -> SectionView {
        let heading = section.heading.as_ref().map(|heading| HeadingView {
            level,
            id: Some(heading.id.clone()),
            title: filler.fill(&heading.title.html),
        });
        SectionView { heading, ..self.section_without_heading(block, section, filler) }
    }

    pub(super) fn section_without_heading(
        &self,
        block: &Block,
        section: &Section,
        filler: &mut Filler<'_>,
    ) -> SectionView {
        let above = section.heading.as_ref().map_or(&block.title, |heading| &heading.title);
        let parts = section.parts.iter().map(|part| self.section_part(part, above, filler)).collect();
        SectionView { heading: None, moved: None, parts }
    }

    /// Where something retained stands in the document: its heading, and the way to the top.
    pub(super) fn way_to_retained(
        &self,
        section: &Section,
        level: u8,
        id: &str,
        filler: &mut Filler<'_>,
    ) -> SectionView {
        let heading = section.heading.as_ref().map(|heading| HeadingView {
            level,
            id: None,
            title: filler.fill(&heading.title.html),
        });
        SectionView { heading, moved: Some(super::link_to(id, "").href), parts: Vec::new() }
    }

    fn section_part(&self, part: &SectionPart, above: &Line, filler: &mut Filler<'_>) -> SectionPartView {
        let nothing = SectionPartView::default();
        match part {
            SectionPart::Text(html) => SectionPartView { text: Some(filler.fill(html)), ..nothing },
            SectionPart::List(list) => SectionPartView { list: Some(self.list(list, filler)), ..nothing },
            SectionPart::Columns(columns) => {
                SectionPartView { columns: Some(self.columns(columns, above, filler)), ..nothing }
            }
            SectionPart::Strands(strands) => {
                SectionPartView { strands: Some(self.strands(strands, filler)), ..nothing }
            }
        }
    }

    fn list(&self, list: &Contributions, filler: &mut Filler<'_>) -> ListView {
        ListView { items: self.contributions(&list.items, filler), start: list.start }
    }

    fn contributions(&self, items: &[Contribution], filler: &mut Filler<'_>) -> Vec<ContributionView> {
        items.iter().map(|item| self.contribution(item, filler)).collect()
    }

    fn contribution(&self, said: &Contribution, filler: &mut Filler<'_>) -> ContributionView {
        self.nested(said, DEEPEST, filler)
    }

    /// A contribution with what is under it, for as many levels; deeper ones are in its details.
    fn nested(&self, said: &Contribution, levels: u8, filler: &mut Filler<'_>) -> ContributionView {
        let words = filler.fill(&said.line.html);
        let (mut items, mut details) = (Vec::new(), String::new());
        match levels.checked_sub(1) {
            Some(levels) => {
                items.extend(said.items.iter().map(|item| self.nested(item, levels, filler)));
            }
            None => details = self.deeper(&said.items, filler),
        }
        details.push_str(&filler.fill(&said.details));
        let mentions = said.mentions.map(|n| self.mentions(n));
        ContributionView { id: said.id.clone(), words, mentions, items, details }
    }

    /// What the template would write of contributions, if it could go deeper.
    fn deeper(&self, items: &[Contribution], filler: &mut Filler<'_>) -> String {
        if items.is_empty() {
            return String::new();
        }
        let mut list = String::from("<ul>\n");
        for item in items {
            let ContributionView { id, words, mentions, items: _, details } = self.nested(item, 0, filler);
            let count = mentions.map(|n| format!(" <span class=\"count\">{}</span>", markdown::escape(&n)));
            let (id, count) = (markdown::escape(&id), count.unwrap_or_default());
            list.push_str(&format!("<li id=\"{id}\">{words}{count}{details}</li>\n"));
        }
        list.push_str("</ul>\n");
        list
    }

    fn columns(&self, columns: &Columns, above: &Line, filler: &mut Filler<'_>) -> ColumnsView {
        let label = columns.labels.as_ref().map(|labels| filler.fill(&labels.title.html));
        let titles: Vec<TitleView> = columns.titles.iter().map(|title| self::title(title, filler)).collect();
        let mut rows = Vec::new();
        for (at, cells) in columns.rows.iter().enumerate() {
            let label = columns.labels.as_ref().and_then(|labels| labels.rows.get(at));
            rows.push(ColumnsRow {
                label: label.map(|label| filler.fill(&label.html)),
                cells: cells
                    .iter()
                    .enumerate()
                    .map(|(at, items)| ColumnsCell {
                        title: titles.get(at).map(|title| title.plain.clone()).unwrap_or_default(),
                        items: self.contributions(items, filler),
                    })
                    .collect(),
            });
        }
        ColumnsView { caption: above.plain.clone(), label, titles, rows }
    }

    fn strands(&self, strands: &Strands, filler: &mut Filler<'_>) -> StrandsView {
        let ideas: Vec<&Idea> = strands.strands.iter().flat_map(|strand| &strand.ideas).collect();
        let names_strands = strands.strands.iter().any(|strand| !strand.title.html.is_empty());
        let (places, titles) = (strands.places, &strands.titles);
        let mut titled = |at: Option<usize>, key: &str| match at.and_then(|at| titles.get(at)) {
            Some(written) => title(written, filler),
            None => self.own_title(key),
        };
        StrandsView {
            sentence: self.supports(&ideas),
            strand: names_strands.then(|| titled(places.strand, "synthesis.strand")),
            idea: titled(places.idea, "synthesis.idea"),
            support: titled(places.support, "synthesis.support"),
            fields: fields(strands).map(|field| title(field, filler)).collect(),
            strands: strands
                .strands
                .iter()
                .map(|strand| StrandView {
                    title: filler.fill(&strand.title.html),
                    n_ideas: strand.ideas.len(),
                    ideas: strand.ideas.iter().map(|idea| self.idea(idea, strands, filler)).collect(),
                })
                .collect(),
        }
    }

    /// A title that the document leaves to the reader.
    fn own_title(&self, key: &str) -> TitleView {
        let plain = self.words.say(key, &[]);
        TitleView { html: markdown::escape(&plain), plain }
    }

    fn idea(&self, idea: &Idea, strands: &Strands, filler: &mut Filler<'_>) -> IdeaView {
        let (support, doubt) = match &idea.support {
            Support::ToFind => (None, Some("synthesis.to_find_one")),
            Support::Named { words, certainty: Certainty::Stated } => (Some(words), None),
            Support::Named { words, certainty: Certainty::Doubtful } => {
                (Some(words), Some("synthesis.to_confirm_one"))
            }
        };
        IdeaView {
            contribution: self.contribution(&idea.contribution, filler),
            support: support.map(|words| filler.fill(&words.html)),
            doubt: doubt.map(|key| self.words.say(key, &[])),
            fields: fields(strands).map(|title| self.field(idea, &title.plain, filler)).collect(),
        }
    }

    /// What a row says in the columns of this title.
    fn field(&self, idea: &Idea, title: &str, filler: &mut Filler<'_>) -> String {
        let said = idea.fields.iter().filter(|(name, _)| name == title);
        let said: Vec<String> = said.map(|(_, value)| filler.fill(&value.html)).collect();
        said.join("<br>")
    }

    /// « 8 idées; 1 soutien à trouver, 1 à confirmer »
    fn supports(&self, ideas: &[&Idea]) -> String {
        let n_with = |wanted: fn(&Support) -> bool| ideas.iter().filter(|idea| wanted(&idea.support)).count();
        let n_to_find = n_with(|support| matches!(support, Support::ToFind));
        let n_to_confirm =
            n_with(|support| matches!(support, Support::Named { certainty: Certainty::Doubtful, words: _ }));
        let counts = [
            ("synthesis.ideas", ideas.len()),
            ("synthesis.to_find", n_to_find),
            ("synthesis.to_confirm", n_to_confirm),
        ];
        let said = counts.iter().filter(|(key, n)| *n > 0 || *key == "synthesis.ideas");
        let said: Vec<String> = said.map(|(key, n)| self.words.count(key, *n)).collect();
        said.join(&self.words.say("progress.separator", &[]))
    }
}

/// The titles of the columns that have no part of their own, each once.
fn fields(strands: &Strands) -> impl Iterator<Item = &Line> {
    let titles = || strands.titles.iter().enumerate().filter(|(at, _)| strands.places.is_field(*at));
    let is_first = move |at: usize, title: &Line| !titles().any(|it| it.0 < at && it.1.plain == title.plain);
    titles().filter(move |(at, title)| is_first(*at, title)).map(|(_, title)| title)
}

fn title(line: &Line, filler: &mut Filler<'_>) -> TitleView {
    TitleView { html: filler.fill(&line.html), plain: line.plain.clone() }
}
