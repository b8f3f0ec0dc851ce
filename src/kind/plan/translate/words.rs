//! The parts of a plan in the words of its translation; what has none keeps those of the source.

use std::collections::BTreeMap;

use super::Sides;
use super::fields::Columns;
use super::pair::Pairs;
use crate::diagnostic::Problems;
use crate::diagnostic::translation::TranslationProblem;
use crate::filled::Filled;
use crate::kind::plan::foreign::Foreign;
use crate::kind::plan::{
    Action, Objective, ObjectivePart, Orientation, OrientationPart, PlanPart, numbering,
};
use crate::lang;
use crate::markdown::{Footnote, Html, Line};
use crate::source::Span;

/// Chooses the words of each part, and counts those that are missing.
pub struct Words<'s, 'p, 'n> {
    sides: &'s Sides<'p>,
    pairs: &'s Pairs<'p>,
    columns: &'s Columns,
    /// The word for the first level in the translation; empty when it writes none.
    level_word: String,
    pub n_texts: usize,
    pub n_missing: usize,
    problems: &'n mut Problems,
}

/// The texts of a document by the element they come before; those at the end come before none.
type Texts<'p, K> = BTreeMap<Option<K>, Vec<&'p Html>>;

/// A part as texts are looked for: one of them, or an element, known in the source or not.
enum Met<'p, K> {
    Text(&'p Html),
    Element(Option<K>),
}

fn texts<'p, K: Ord>(parts: impl Iterator<Item = Met<'p, K>>) -> Texts<'p, K> {
    let mut texts = Texts::new();
    let mut waiting: Vec<&Html> = Vec::new();
    for part in parts {
        match part {
            Met::Text(html) => waiting.push(html),
            Met::Element(Some(element)) => {
                texts.insert(Some(element), std::mem::take(&mut waiting));
            }
            // What comes before an element that has no place here comes before the next one.
            Met::Element(None) => {}
        }
    }
    texts.insert(None, waiting);
    texts
}

/// The position of an element of the source by the place of what translates it.
fn reversed<K: Copy>(pairs: impl Iterator<Item = (K, Span)>) -> BTreeMap<Span, K> {
    pairs.map(|(at, span)| (span, at)).filled()
}

impl<'s, 'p, 'n> Words<'s, 'p, 'n> {
    pub fn new(
        sides: &'s Sides<'p>,
        pairs: &'s Pairs<'p>,
        columns: &'s Columns,
        problems: &'n mut Problems,
    ) -> Words<'s, 'p, 'n> {
        let mut written = sides.translation.orientations().map(|it| it.level_word.as_str());
        let level_word = written.find(|word| !word.is_empty()).unwrap_or_default().to_owned();
        Words { sides, pairs, columns, level_word, n_texts: 0, n_missing: 0, problems }
    }

    /// The parts of the plan.
    pub fn parts(&mut self) -> Vec<PlanPart> {
        let (sides, pairs) = (self.sides, self.pairs);
        let places = reversed(pairs.orientations.iter().map(|(at, it)| (*at, it.span)));
        let here = texts(sides.translation.parts.iter().map(|part| match part {
            PlanPart::Text(html) => Met::Text(html),
            PlanPart::Orientation(it) => Met::Element(places.get(&it.span).copied()),
        }));
        let mut parts = Vec::new();
        let mut waiting: Vec<&Html> = Vec::new();
        let mut at = 0;
        for part in &sides.source.parts {
            match part {
                PlanPart::Text(html) => waiting.push(html),
                PlanPart::Orientation(orientation) => {
                    let own = here.get(&Some(at)).map_or(&[][..], Vec::as_slice);
                    parts.extend(self.sections(&std::mem::take(&mut waiting), own));
                    parts.push(PlanPart::Orientation(self.orientation(at, orientation)));
                    at += 1;
                }
            }
        }
        let own = here.get(&None).map_or(&[][..], Vec::as_slice);
        parts.extend(self.sections(&waiting, own));
        parts
    }

    /// Sections of the plan that are no orientations, those with the same anchor first, the others in
    /// order.
    fn sections(&mut self, source: &[&Html], here: &[&Html]) -> Vec<PlanPart> {
        let anchor = |html: &Html| html.ids().next();
        let is_same = |one: &Html, other: &Html| anchor(one).is_some() && anchor(one) == anchor(other);
        let mut left: Vec<&Html> =
            here.iter().copied().filter(|it| !source.iter().any(|one| is_same(one, it))).collect();
        if !here.is_empty() && here.len() != source.len() {
            let problem = TranslationProblem::UnequalTexts {
                n_here: here.len(),
                n_source: source.len(),
                source: self.sides.path.to_owned(),
            };
            self.problems.file_warning(problem);
        }
        let mut sections = Vec::new();
        for section in source {
            let own = here.iter().copied().find(|it| is_same(section, it));
            let own = own.or_else(|| (!left.is_empty()).then(|| left.remove(0)));
            sections.push(PlanPart::Text(self.section(section, own)));
        }
        // What the translation adds is shown: no word is lost.
        sections.extend(left.into_iter().map(|html| PlanPart::Text(html.clone())));
        sections
    }

    /// A section whose heading alone is translated keeps the text of the source.
    fn section(&mut self, source: &Html, here: Option<&Html>) -> Html {
        let Some(here) = here else { return self.text(source, None) };
        match (source.split_heading(), here.split_heading()) {
            (Some((_, text)), Some((heading, own))) if own.is_blank() && !text.is_blank() => {
                let mut section = heading;
                section.push(&self.text(&text, None));
                section
            }
            (_, _) => self.text(source, Some(here)),
        }
    }

    /// A text, counted when the source has one.
    fn text(&mut self, source: &Html, here: Option<&Html>) -> Html {
        if source.is_blank() {
            return here.cloned().unwrap_or_default();
        }
        self.n_texts += 1;
        match here.filter(|here| !here.is_blank()) {
            Some(here) => here.clone(),
            None => {
                self.n_missing += 1;
                source.foreign_blocks(&self.sides.foreign.tag)
            }
        }
    }

    /// The texts that stand together, as one.
    fn joined(&mut self, source: &[&Html], here: Option<&Vec<&Html>>) -> Option<Html> {
        let join = |texts: &[&Html]| {
            let mut joined = Html::default();
            texts.iter().for_each(|text| joined.push(text));
            joined
        };
        let text = self.text(&join(source), here.map(|here| join(here)).as_ref());
        (!text.is_blank()).then_some(text)
    }

    fn orientation(&mut self, at: usize, source: &'p Orientation) -> Orientation {
        let here = self.pairs.orientations.get(&at).copied();
        let own = here.map(|it| &it.title).filter(|title| !is_bare(title) || is_bare(&source.title));
        let (title, foreign) = self.line(&source.title, own);
        let level_word = match here {
            Some(here) => here.level_word.clone(),
            None => self.level_word.clone(),
        };
        let parts = self.orientation_parts(at, source, here);
        let span = here.map_or(Span::default(), |here| here.span);
        Orientation { title, level_word, parts, foreign, span, ..emptied(source) }
    }

    fn orientation_parts(
        &mut self,
        at: usize,
        source: &'p Orientation,
        here: Option<&'p Orientation>,
    ) -> Vec<OrientationPart> {
        let of_orientation = self.pairs.objectives.range((at, 0)..(at + 1, 0));
        let places = reversed(of_orientation.map(|((_, nth), it)| (*nth, it.span)));
        let here = texts(here.into_iter().flat_map(|here| &here.parts).map(|part| match part {
            OrientationPart::Text(html) => Met::Text(html),
            OrientationPart::Objective(it) => Met::Element(places.get(&it.span).copied()),
        }));
        let mut parts = Vec::new();
        let mut waiting: Vec<&Html> = Vec::new();
        let mut nth = 0;
        for part in &source.parts {
            match part {
                OrientationPart::Text(html) => waiting.push(html),
                OrientationPart::Objective(objective) => {
                    let text = self.joined(&std::mem::take(&mut waiting), here.get(&Some(nth)));
                    parts.extend(text.map(OrientationPart::Text));
                    parts.push(OrientationPart::Objective(self.objective((at, nth), objective)));
                    nth += 1;
                }
            }
        }
        parts.extend(self.joined(&waiting, here.get(&None)).map(OrientationPart::Text));
        parts
    }

    fn objective(&mut self, at: (usize, usize), source: &'p Objective) -> Objective {
        let here = self.pairs.objectives.get(&at).copied();
        let (title, foreign) = match &source.title {
            Some(title) => {
                let (title, foreign) = self.line(title, here.and_then(|here| here.title.as_ref()));
                (Some(title), foreign)
            }
            None => (None, None),
        };
        let places = reversed(source.actions().filter_map(|action| {
            let id = action.id.as_str();
            Some((id, self.pairs.actions.get(id)?.span))
        }));
        let own = texts(here.into_iter().flat_map(|here| &here.parts).map(|part| match part {
            ObjectivePart::Text(html) => Met::Text(html),
            ObjectivePart::Action(it) => Met::Element(places.get(&it.span).copied()),
        }));
        let mut parts = Vec::new();
        let mut waiting: Vec<&Html> = Vec::new();
        for part in &source.parts {
            match part {
                ObjectivePart::Text(html) => waiting.push(html),
                ObjectivePart::Action(action) => {
                    let text = self.joined(&std::mem::take(&mut waiting), own.get(&Some(action.id.as_str())));
                    parts.extend(text.map(ObjectivePart::Text));
                    parts.push(ObjectivePart::Action(self.action(action, (source, here))));
                }
            }
        }
        parts.extend(self.joined(&waiting, own.get(&None)).map(ObjectivePart::Text));
        let span = here.map_or(Span::default(), |here| here.span);
        let Objective { number, numbering, id, title: _, timeframe, parts: _, foreign: _, span: _ } = source;
        let (number, id, timeframe) = (number.clone(), id.clone(), timeframe.clone());
        Objective { number, numbering: *numbering, id, title, timeframe, parts, foreign, span }
    }

    fn action(&mut self, source: &'p Action, (of, of_here): (&Objective, Option<&Objective>)) -> Action {
        let here = self.pairs.actions.get(source.id.as_str()).copied();
        // An objective that is alone in its row is its own action, in the source as well.
        let repeats = |action: &Action, objective: Option<&Objective>| {
            objective.and_then(|it| it.title.as_ref()).is_some_and(|title| title.plain == action.title.plain)
        };
        let is_objective_alone =
            here.is_some_and(|here| repeats(here, of_here)) && !repeats(source, Some(of));
        let own = here.map(|here| &here.title).filter(|_| !is_objective_alone);
        let (mut title, foreign) = self.line(&source.title, own);
        if self.sides.source.bold.is_some() && source.is_bold && !title.bold {
            title = title.strong();
        }
        let tag = self.sides.foreign.tag.clone();
        let intent = here.and_then(|here| here.intent.clone()).filter(|line| !line.plain.is_empty());
        let intent = intent.or_else(|| source.intent.as_ref().map(|line| line.foreign(&tag)));
        let details = here.map(|here| &here.details).filter(|details| !details.is_blank());
        let details = details.cloned().unwrap_or_else(|| match source.details.is_blank() {
            true => Html::default(),
            false => source.details.foreign_blocks(&tag),
        });
        let fields = self.fields(source, here);
        let span = here.map_or(Span::default(), |here| here.span);
        Action { title, intent, fields, details, foreign, span, stated_at: span, ..source.clone() }
    }

    /// The columns of the source, each under its title in the translation; then what the translation
    /// alone has. What they say of an action is one text.
    fn fields(&mut self, source: &Action, here: Option<&Action>) -> Vec<(String, Line)> {
        let tag = &self.sides.foreign.tag;
        let mut left: Vec<&(String, Line)> = here.map_or_else(Vec::new, |here| here.fields.iter().collect());
        let (mut fields, mut is_whole) = (Vec::new(), true);
        for (name, line) in &source.fields {
            let title = self.columns.title(name);
            let own = left.iter().position(|(own, _)| own == title);
            let line = match own {
                Some(own) => left.remove(own).1.clone(),
                None => {
                    is_whole = false;
                    line.foreign(tag)
                }
            };
            fields.push((title.to_owned(), line));
        }
        fields.extend(left.into_iter().cloned());
        self.n_texts += usize::from(!source.fields.is_empty());
        self.n_missing += usize::from(!is_whole);
        fields
    }

    /// A title, and its language when the translation does not give it.
    fn line(&mut self, source: &Line, here: Option<&Line>) -> (Line, Option<Foreign>) {
        self.n_texts += 1;
        match here.filter(|here| !here.plain.is_empty()) {
            Some(here) => (here.clone(), None),
            None => {
                self.n_missing += 1;
                let foreign = &self.sides.foreign;
                (source.foreign(&foreign.tag), Some(foreign.clone()))
            }
        }
    }

    /// The notes of the translation, then those that it has not.
    pub fn footnotes(&self) -> Vec<Footnote> {
        let own = &self.sides.translation.footnotes;
        let is_own = |note: &Footnote| own.iter().any(|it| lang::fold(&it.label) == lang::fold(&note.label));
        let borrowed = self.sides.source.footnotes.iter().filter(|note| !is_own(note));
        let tag = &self.sides.foreign.tag;
        let borrowed =
            borrowed.map(|note| Footnote { label: note.label.clone(), html: note.html.foreign_blocks(tag) });
        own.iter().cloned().chain(borrowed).collect()
    }
}

/// Whether a title is nothing but a level word and a number.
fn is_bare(title: &Line) -> bool {
    let plain = title.plain.trim_end_matches([':', '-', '–', '—', '.', ' ', '\u{a0}']);
    let probe = format!("{plain} : x");
    numbering::read(&probe).number.is_some() && numbering::read(&probe).title == "x"
}

/// An orientation without what a translation gives.
fn emptied(source: &Orientation) -> Orientation {
    Orientation { parts: Vec::new(), ..source.clone() }
}
