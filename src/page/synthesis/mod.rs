//! The page of a synthesis: the event, what was retained, what came back most often, each block as
//! written, and what became of it all.

mod outcome;
mod parts;

use std::collections::BTreeMap;

use super::filler::Filler;
use super::frame::date_view;
use super::{Made, Making, View, lists, tags};
use crate::address::Address;
use crate::export;
use crate::filled::Filled;
use crate::kind::synthesis::{Block, Form, Names, Part, Section, Speaker, Synthesis};
use crate::markdown;
use crate::site::Entry;
use crate::view::synthesis::{
    BlockView, EventFacts, OutcomeView, RankedView, RetainedView, SynthesisPartView, SynthesisView,
};
use crate::view::{Download, Link};
use crate::words::Words;
use outcome::Idea;

/// Pages with fewer parts need no table of contents.
const PARTS_FOR_CONTENTS: usize = 3;

/// Makes the page of a synthesis.
pub fn page(making: &Making<'_>, entry: &Entry, synthesis: &Synthesis, made: &mut Made) {
    let shower = Shower { making, entry, synthesis, words: making.words_of(entry), page: &entry.address };
    let mut filler = making.filler(entry, &entry.address);
    let view = shower.view(&mut filler, made);
    made.diagnostics.extend(filler.problems.into_diagnostics());
    let view = View::Synthesis(Box::new(view));
    made.pages.push(lists::made_of(making, entry, "synthesis.html", view));
}

/// What every part of a synthesis needs to be shown.
struct Shower<'a> {
    making: &'a Making<'a>,
    entry: &'a Entry,
    synthesis: &'a Synthesis,
    words: &'a Words,
    page: &'a Address,
}

impl<'a> Shower<'a> {
    /// Holes are filled in the order of the page, so that its footnotes are numbered in that order.
    fn view(&self, filler: &mut Filler<'_>, made: &mut Made) -> SynthesisView {
        let header = self.entry.document.as_deref().map(|document| &document.header);
        let (previous, next) =
            lists::neighbours(self.making, self.entry, &self.making.framer(self.entry, self.page));
        let image = lists::image(self.making, self.entry, self.page, made);
        let introduction = self.introduction(filler);
        let retained = self.retained(filler);
        let parts = self.parts(filler);
        let ideas = outcome::ideas(self.making.site, self.entry, self.synthesis);
        let ranking = self.ranking(&ideas);
        // Nobody counted or promised the words of a talk.
        let is_followed = self.synthesis.form == Form::Workshop && !ideas.is_empty();
        let outcome = is_followed.then(|| self.outcome(&ideas));
        SynthesisView {
            title: self.entry.title.clone(),
            description: self.entry.description().map(str::to_owned),
            authors: header.and_then(|header| self.words.list(&header.authors)),
            image,
            image_alt: lists::image_alt(self.entry),
            facts: self.facts(),
            introduction,
            contents: self.contents(&retained, &parts, outcome.as_ref()),
            retained,
            ranking,
            parts,
            outcome,
            footnotes: filler.footnotes(&self.synthesis.footnotes),
            downloads: self.downloads(),
            tags: tags::of_entry(self.making, self.entry, &self.entry.address),
            previous,
            next,
        }
    }

    fn facts(&self) -> EventFacts {
        let Synthesis { event, place, facilitator, participants, speakers, names, .. } = self.synthesis;
        let n_people = participants.map(|n| usize::try_from(n).unwrap_or(usize::MAX));
        let leads_to = self.making.site.led_to(self.entry).into_iter();
        let framer = self.making.framer(self.entry, self.page);
        EventFacts {
            event: event.clone(),
            date: self.entry.date.map(|date| date_view(self.words, date)),
            place: place.clone(),
            facilitator: facilitator.clone(),
            participants: n_people.map(|n| self.words.count("synthesis.people", n)),
            speakers: speakers.iter().map(|speaker| self.speaker(speaker)).collect(),
            leads_to: leads_to.map(|entry| framer.titled(entry)).collect(),
            names: match names {
                Names::Shown | Names::Hidden { n_hidden: 0 } => None,
                Names::Hidden { n_hidden } => Some(self.words.count("synthesis.hidden", *n_hidden)),
            },
        }
    }

    fn speaker(&self, speaker: &Speaker) -> String {
        let Speaker { name, details } = speaker;
        let hidden = || self.words.say("synthesis.nameless", &[]);
        let name = name.clone().unwrap_or_else(hidden);
        if details.is_empty() { name } else { format!("{name}, {details}") }
    }

    /// What stands before the first block.
    fn introduction(&self, filler: &mut Filler<'_>) -> String {
        let texts = self.synthesis.parts.iter().map_while(|part| match part {
            Part::Text(html) => Some(html),
            Part::Block(_) => None,
        });
        texts.map(|html| filler.fill(html)).collect()
    }

    /// Everything that was retained, in the order written.
    fn retained(&self, filler: &mut Filler<'_>) -> Vec<RetainedView> {
        let mut retained = Vec::new();
        for block in self.synthesis.blocks() {
            if is_wholly_retained(block) {
                let block = self.block(block, &block.sections, filler);
                retained.push(RetainedView { block, from: None });
                continue;
            }
            for (at, section) in block.sections.iter().enumerate().filter(|(_, section)| section.is_retained)
            {
                let (title, id) = match &section.heading {
                    Some(heading) => (&heading.title, heading.id.clone()),
                    None => (&block.title, retained_id(block, at)),
                };
                let view = BlockView {
                    id,
                    title: filler.fill(&title.html),
                    sections: vec![self.section_without_heading(block, section, filler)],
                };
                retained
                    .push(RetainedView { block: view, from: Some(link_to(&block.id, &block.title.plain)) });
            }
        }
        retained
    }

    /// The document from its first block on; what was retained only leads to the top of the page.
    fn parts(&self, filler: &mut Filler<'_>) -> Vec<SynthesisPartView> {
        let is_text = |part: &&Part| matches!(part, Part::Text(_));
        let mut parts = Vec::new();
        for part in self.synthesis.parts.iter().skip_while(is_text) {
            match part {
                Part::Text(html) => {
                    parts.push(SynthesisPartView { text: Some(filler.fill(html)), block: None });
                }
                Part::Block(block) if is_wholly_retained(block) => {}
                Part::Block(block) => {
                    let block = self.block(block, &block.sections, filler);
                    parts.push(SynthesisPartView { text: None, block: Some(block) });
                }
            }
        }
        parts
    }

    fn block(&self, block: &Block, sections: &[Section], filler: &mut Filler<'_>) -> BlockView {
        let title = filler.fill(&block.title.html);
        // Headings may go down by several levels in the document, never on the page.
        let mut above = 2;
        let moves = !is_wholly_retained(block);
        let mut shown = Vec::new();
        for (at, section) in sections.iter().enumerate() {
            let level = section.heading.as_ref().map_or(2, |heading| heading.level.min(above + 1));
            above = level;
            shown.push(if moves && section.is_retained {
                self.way_to_retained(section, level, &retained_id(block, at), filler)
            } else {
                self.section(block, section, level, filler)
            });
        }
        BlockView { id: block.id.clone(), title, sections: shown }
    }

    /// Contributions that were counted, the most mentioned first, then as written.
    fn ranking(&self, ideas: &[Idea<'_>]) -> Vec<RankedView> {
        let mut counted: Vec<(u32, &Idea<'_>)> =
            ideas.iter().filter_map(|idea| Some((idea.said.mentions?, idea))).collect();
        counted.sort_by_key(|(mentions, _)| std::cmp::Reverse(*mentions));
        let ranked = counted.into_iter().map(|(mentions, idea)| RankedView {
            mentions: self.mentions(mentions),
            said: link_to(&idea.said.id, &idea.said.line.plain),
            block: link_to(&idea.block.id, &idea.block.title.plain),
        });
        ranked.collect()
    }

    fn mentions(&self, n: u32) -> String {
        self.words.count("synthesis.mentions", usize::try_from(n).unwrap_or(usize::MAX))
    }

    fn contents(
        &self,
        retained: &[RetainedView],
        parts: &[SynthesisPartView],
        outcome: Option<&OutcomeView>,
    ) -> Vec<Link> {
        let titles = self.synthesis.blocks().flat_map(|block| {
            let headings = block.sections.iter().filter_map(|section| section.heading.as_ref());
            headings.map(|heading| (&heading.id, &heading.title)).chain([(&block.id, &block.title)])
        });
        let titles: BTreeMap<&str, &str> =
            titles.map(|(id, title)| (id.as_str(), title.plain.as_str())).filled();
        let link = |block: &BlockView| {
            let own = self.words.say("synthesis.retained", &[]);
            link_to(&block.id, titles.get(block.id.as_str()).copied().unwrap_or(&own))
        };
        let mut contents: Vec<Link> = retained.iter().map(|retained| link(&retained.block)).collect();
        if outcome.is_some() {
            contents.push(link_to("_ranking", &self.words.say("synthesis.ranking", &[])));
        }
        contents.extend(parts.iter().filter_map(|part| part.block.as_ref()).map(link));
        contents.extend(outcome.map(|_| link_to("_outcome", &self.words.say("synthesis.outcome", &[]))));
        if contents.len() < PARTS_FOR_CONTENTS { Vec::new() } else { contents }
    }

    fn downloads(&self) -> Vec<Download> {
        let formats = export::synthesis::formats(self.synthesis);
        let downloads = formats.map(|format| Download {
            href: self.href(&self.entry.address.beside(format.file)),
            title: self.words.say(format.title, &[]),
            format: format.name.to_owned(),
        });
        downloads.collect()
    }

    fn href(&self, to: &Address) -> String {
        markdown::encoded(&to.relative_to(self.page))
    }
}

/// Whether nothing of a block stays below once what was retained is at the top.
fn is_wholly_retained(block: &Block) -> bool {
    !block.sections.is_empty() && block.sections.iter().all(|section| section.is_retained)
}

/// The anchor of what was retained under no heading of its own.
fn retained_id(block: &Block, at: usize) -> String {
    match block.sections.get(at).and_then(|section| section.heading.as_ref()) {
        Some(heading) => heading.id.clone(),
        None if at == 0 => format!("_retained-{}", block.id),
        None => format!("_retained-{}-{}", block.id, at + 1),
    }
}

/// A link to an anchor of this page.
fn link_to(id: &str, title: &str) -> Link {
    Link { href: markdown::encoded(&format!("#{id}")), title: title.to_owned() }
}
