//! The page of a mission statement: what it says, and how far the plans that follow from it are.

use super::filler::Filler;
use super::frame::{Part, Subject, date_view};
use super::{Made, Making, Page, View, lists, plan, progress};
use crate::address::Address;
use crate::kind::mission::topic::Topic;
use crate::kind::mission::{self, Axis, Mission, Section, Source, SourceLine, Value};
use crate::kind::plan::Stage;
use crate::kind::plan::progress::Progress;
use crate::markdown;
use crate::site::Entry;
use crate::site::mission::Contribution;
use crate::view::foreign::ForeignLink;
use crate::view::mission::{
    AxisView, ContributesView, ContributionView, MissionBrief, MissionPartView, MissionSectionView,
    MissionView, ValueView,
};
use crate::words::Words;

/// Makes the page of a mission statement.
pub fn page(making: &Making<'_>, entry: &Entry, mission: &Mission, made: &mut Made) {
    let address = &entry.address;
    let words = making.words_of(entry);
    let mut shower = Shower { making, entry, words, filler: making.filler(entry, address) };
    let settings = &mission.settings;
    let view = MissionView {
        title: entry.title.clone(),
        description: entry.description().map(str::to_owned),
        adopted: settings.adopted.map(|date| date_view(words, date)),
        adopted_by: settings.adopted_by.clone(),
        source: settings.source.clone(),
        contact: settings.contact.as_deref().map(protected_link),
        sections: mission.sections.iter().map(|section| shower.section(section)).collect(),
        footnotes: shower.filler.footnotes(&mission.footnotes),
    };
    made.diagnostics.extend(shower.filler.problems.into_diagnostics());
    lists::tell_image(making, entry, made);
    let sentence = mission.statement().map(|statement| statement.sentence.as_str());
    let subject = Subject {
        title: &entry.title,
        description: entry.description().or(sentence),
        updated: entry.updated(),
        is_part: Part::Whole,
    };
    made.pages.push(Page {
        address: address.clone(),
        template: super::template(entry, "mission.html"),
        language: entry.language.clone(),
        frame: making.framer(entry, address).frame(&subject),
        view: View::Mission(Box::new(view)),
        source: super::source(entry),
    });
}

/// The mission of the site in one sentence, for a page in the language of an entry.
pub fn brief(making: &Making<'_>, entry: &Entry, page: &Address) -> Option<MissionBrief> {
    let (mission_entry, mission) = making.site.mission(&entry.language)?;
    if mission_entry.written_in() != entry.written_in() {
        return None;
    }
    let stated = mission.statement().map(|statement| statement.sentence.clone());
    let sentence = stated.or_else(|| mission_entry.description().map(str::to_owned))?;
    Some(MissionBrief {
        sentence,
        link: making.framer(entry, page).link(&mission_entry.address, &mission_entry.title),
    })
}

/// The axis that an orientation contributes to.
pub fn contributes(
    making: &Making<'_>,
    contribution: &Contribution<'_>,
    page: &Address,
) -> Option<ContributesView> {
    let Contribution { entry, plan: _, orientation } = *contribution;
    let (mission, axis) = making.site.axis_of(entry, orientation)?;
    let words = making.words_of(entry).say("mission.contributes", &[("number", &axis.number)]);
    let href = markdown::encoded(&format!("{}#{}", mission.address.relative_to(page), axis.id));
    let lang = making.tag_beside(mission, entry.written_in());
    Some(ContributesView { words, axis: ForeignLink { href, title: axis.name().to_owned(), lang } })
}

/// What every part of a mission statement needs to be shown.
struct Shower<'a> {
    making: &'a Making<'a>,
    entry: &'a Entry,
    words: &'a Words,
    filler: Filler<'a>,
}

impl Shower<'_> {
    fn section(&mut self, section: &Section) -> MissionSectionView {
        let topic = match section.topic {
            Topic::Mission => "mission",
            Topic::Vision => "vision",
            Topic::Values => "values",
            Topic::Axes => "axes",
            Topic::Other => "other",
        };
        let heading = section.heading.as_ref();
        MissionSectionView {
            topic: topic.to_owned(),
            id: heading.map(|heading| heading.id.clone()),
            title: heading.map(|heading| self.filler.fill(&heading.title.html)),
            level: if heading.is_some() { 3 } else { 2 },
            parts: section.parts.iter().map(|part| self.part(part)).collect(),
        }
    }

    fn part(&mut self, part: &mission::Part) -> MissionPartView {
        let mut view = MissionPartView::default();
        match part {
            mission::Part::Text(html) => view.text = Some(self.filler.fill(html)),
            mission::Part::Statement(statement) => view.statement = Some(self.filler.fill(&statement.html)),
            mission::Part::Values(values) => {
                view.values = Some(values.iter().map(|value| self.value(value)).collect())
            }
            mission::Part::Axes(axes) => view.axes = Some(axes.iter().map(|axis| self.axis(axis)).collect()),
            mission::Part::Separator => view.text = Some("<hr>\n".to_owned()),
            mission::Part::Source(source) => view.source = Some(self.source(source)),
        }
        view
    }

    /// A list stays a list, in the author's words; only then is nothing filled twice.
    fn value(&mut self, value: &Value) -> ValueView {
        let Value { id, name, text, item } = value;
        let id = id.clone();
        match item {
            Some(item) => ValueView { id, name: None, text: None, item: Some(self.filler.fill(item)) },
            None => {
                let name = Some(self.filler.fill(&name.html));
                let text = (!text.is_empty()).then(|| self.filler.fill(text));
                ValueView { id, name, text, item: None }
            }
        }
    }

    fn axis(&mut self, axis: &Axis) -> AxisView {
        let contributions = self.making.site.contributions(self.entry, axis);
        let (current, past): (Vec<_>, Vec<_>) = contributions.iter().partition(|it| it.is_current());
        let label = match axis.level_word.as_str() {
            "" => self.words.say("mission.axis", &[("number", &axis.number)]),
            written => format!("{written} {}", axis.number),
        };
        AxisView {
            id: axis.id.clone(),
            label,
            title: self.filler.fill(&axis.title.html),
            text: self.filler.fill(&axis.text),
            nothing: (current.is_empty() && self.asks_for_plans())
                .then(|| self.words.say("mission.nothing", &[])),
            total: self.total(&current),
            orientations: current.into_iter().map(|it| self.contribution(it)).collect(),
            past: past.into_iter().map(|it| self.contribution(it)).collect(),
        }
    }

    /// Whether plans in force could contribute: this is the mission of its language, and there are some.
    fn asks_for_plans(&self) -> bool {
        let site = self.making.site;
        let is_mission =
            site.mission(&self.entry.language).is_some_and(|(entry, _)| entry.address == self.entry.address);
        let of_language = || site.entries().iter().filter(|entry| entry.language == self.entry.language);
        is_mission
            && of_language().filter_map(Entry::plan).any(|plan| match plan.stage {
                Stage::Adopted | Stage::Proposed => true,
                Stage::Closed | Stage::Replaced => false,
            })
    }

    /// The adopted plans together: what is only proposed is not yet promised.
    fn total(&self, current: &[&Contribution<'_>]) -> Option<crate::view::ProgressView> {
        let adopted = current.iter().filter(|it| it.plan.stage == Stage::Adopted);
        let counts: Vec<Progress> = adopted
            .map(|it| Progress::of(it.orientation.actions(), self.making.reference_date(it.entry)))
            .collect();
        (counts.len() > 1).then(|| progress::progress(self.words, &Progress::sum(&counts)))
    }

    fn contribution(&self, contribution: &Contribution<'_>) -> ContributionView {
        let page = &self.entry.address;
        let Contribution { entry, plan: _, orientation: _ } = *contribution;
        let framer = self.making.framer(self.entry, page);
        let shown = plan::card_of_orientation(&framer, contribution);
        ContributionView {
            orientation: shown.card,
            plan: framer.titled(entry),
            stage: shown.stage,
            reference_date: date_view(self.words, self.making.reference_date(entry)),
        }
    }

    fn source(&mut self, source: &Source) -> String {
        let lines: Vec<String> = source
            .lines
            .iter()
            .map(|line| match line {
                SourceLine::Words(html) => self.filler.fill(html),
                SourceLine::Email { before, address, after } => format!(
                    "{}{}{}",
                    markdown::escape(before),
                    protected_link(address),
                    markdown::escape(after)
                ),
            })
            .collect();
        lines.join("<br>\n")
    }
}

/// A link to an e-mail address, each of its characters as an entity: readers and their programs see
/// the address, programs that gather addresses from the text of pages do not.
fn protected_link(address: &str) -> String {
    let protected = |text: &str| text.chars().map(|c| format!("&#{};", u32::from(c))).collect::<String>();
    let protected = protected(address);
    format!("<a href=\"mailto:{protected}\">{protected}</a>")
}
