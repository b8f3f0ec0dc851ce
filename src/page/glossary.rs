//! The page of the glossary: every acronym, what it means, and the documents that use it.

use std::collections::BTreeSet;

use super::frame::{Part, Subject};
use super::{Made, Making, Page, View, lists};
use crate::kind::Body;
use crate::markdown::{self, Filling, Line};
use crate::site::Entry;
use crate::site::glossary::{Glossary, Meaning, Term};
use crate::view::foreign::ForeignLink;
use crate::view::glossary::{GlossaryView, MeaningView, TermView};

/// One page a language where something is explained, when no author wrote it.
pub fn pages(making: &Making<'_>) -> Vec<Page> {
    let homes = making.site.homes();
    let pages = homes.filter_map(|home| {
        let glossary = making.site.glossary(&home.language)?;
        let is_ours =
            making.site.publishes(&glossary.address) && making.site.entry_at(&glossary.address).is_none();
        is_ours.then(|| of_site(making, home, glossary))
    });
    pages.collect()
}

fn of_site(making: &Making<'_>, home: &Entry, glossary: &Glossary) -> Page {
    let words = making.words_around(home);
    let title = words.say("glossary.title", &[]);
    let description = words.say("glossary.description", &[]);
    let subject =
        Subject { title: &title, description: Some(&description), updated: None, is_part: Part::Piece };
    let frame = making.framer(home, &glossary.address).frame(&subject);
    let view = GlossaryView {
        title,
        description: Some(words.say("glossary.lead", &[])),
        content: String::new(),
        // What is wrong with a link is told by the page of its document.
        terms: Shower { making, entry: home, glossary }.terms(&mut Made::default()),
    };
    Page {
        address: glossary.address.clone(),
        template: "glossary.html".to_owned(),
        language: home.language.clone(),
        frame,
        view: View::Glossary(view),
        source: String::new(),
    }
}

/// Makes the page of the glossary that an author wrote: its text, then every acronym of the site.
pub fn of_entry(making: &Making<'_>, entry: &Entry, glossary: &Glossary, made: &mut Made) {
    let mut filler = making.filler(entry, &entry.address);
    let mut content = String::new();
    if let Some(Body::Article(article)) = entry.document.as_ref().map(|document| &document.body) {
        content = filler.fill(&article.html);
        content.push_str(&filler.footnotes(&article.footnotes));
    }
    made.diagnostics.extend(filler.problems.into_diagnostics());
    lists::tell_image(making, entry, made);
    let words = making.words_of(entry);
    let view = GlossaryView {
        title: entry.title.clone(),
        description: Some(entry.description().map_or(words.say("glossary.lead", &[]), str::to_owned)),
        content,
        terms: Shower { making, entry, glossary }.terms(made),
    };
    let subject = Subject {
        title: &entry.title,
        description: entry.description(),
        updated: entry.updated(),
        is_part: Part::Whole,
    };
    let frame = making.framer(entry, &entry.address).frame(&subject);
    made.pages.push(Page {
        address: entry.address.clone(),
        template: super::template(entry, "glossary.html"),
        language: entry.language.clone(),
        frame,
        view: View::Glossary(view),
        source: super::source(entry),
    });
}

/// What the terms of a glossary are shown with.
struct Shower<'a> {
    making: &'a Making<'a>,
    /// The entry whose page shows them.
    entry: &'a Entry,
    glossary: &'a Glossary,
}

impl Shower<'_> {
    fn terms(&self, made: &mut Made) -> Vec<TermView> {
        self.glossary.terms.iter().map(|term| self.term(term, made)).collect()
    }

    fn term(&self, term: &Term, made: &mut Made) -> TermView {
        let has_several = term.meanings.len() > 1;
        let meanings = term.meanings.iter().map(|meaning| MeaningView {
            html: self.meaning(meaning, made),
            document: has_several.then(|| self.link(meaning.entry)),
        });
        TermView {
            name: term.name.clone(),
            id: term.id.clone(),
            meanings: meanings.collect(),
            used_in: term.used_in.iter().map(|at| self.link(*at)).collect(),
        }
    }

    fn link(&self, entry: usize) -> ForeignLink {
        let entry = self.making.site.entry(entry);
        self.making.framer(self.entry, &self.glossary.address).titled(entry)
    }

    fn meaning(&self, meaning: &Meaning, made: &mut Made) -> String {
        let Line { html, plain, bold: _, span: _ } = &meaning.words;
        // A footnote stays in its document.
        if html.holes().iter().any(|hole| matches!(hole.what, Filling::FootnoteCall(_))) {
            return markdown::escape(plain);
        }
        let explains = self.making.site.entry(meaning.entry);
        let mut filler = self.making.filler(explains, &self.glossary.address).with_anchors(BTreeSet::new());
        let filled = filler.fill(html);
        made.diagnostics.extend(filler.problems.into_diagnostics());
        filled
    }
}
