//! What can be found: pages, orientations and actions, each with its words and what is shown of it.

use super::lexicon::Lexicon;
use super::text::{self, Rank, Texts};
use super::words;
use crate::address::{Address, normalize};
use crate::date::Date;
use crate::markdown;
use crate::page::{Making, Page, View};
use crate::site::Entry;
use crate::site::search::Kind;
use crate::typography::Typography;
use crate::view::sides::SheetView;
use crate::view::{
    ActionView, DateView, ObjectiveView, OrientationPageView, PlanView, StatusView, TimeframeView,
};
use crate::words::Words;

/// How much of a text is kept to show where a word was found, in bytes.
const SHOWN: usize = 700;

/// Something that can be found.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// The code of its language.
    pub language: String,
    pub kind: Kind,
    /// From the root of the site, encoded, without the first `/`: `plans/2026/#2.1`.
    pub href: String,
    pub title: String,
    /// Where it stands: « Plan 2025-2026 – Orientation 2 ».
    pub context: String,
    /// The address of its plan, then that of its orientation, as `href`.
    pub plan: Option<String>,
    pub orientation: Option<String>,
    pub status: Option<StatusView>,
    pub is_late: bool,
    /// When, in words.
    pub when: String,
    /// Its first and last day, for the years it is found under and for its place among its kind.
    pub days: Option<(Date, Date)>,
    /// What is shown of its text.
    pub text: String,
    /// Its words, packed.
    pub words: Box<[u8]>,
}

/// Whether all the text of a page is to be found.
pub fn is_whole(view: &View) -> bool {
    matches!(
        view,
        View::Article(_) | View::Synthesis(_) | View::Mission(_) | View::Glossary(_) | View::Method(_)
    )
}

/// What a page gives to find. `typography` is how its texts are set; `texts` are those of a page of which all
/// is found.
pub fn of_page(making: &Making<'_>, page: &Page, typography: Typography, texts: Texts) -> Vec<Unit> {
    let entry = making.site.entry_of(&page.source);
    let finder = Finder { page, entry, words: &making.words[&page.language], typography };
    match &page.view {
        View::Plan(plan) => vec![finder.plan(plan)],
        View::Orientation(orientation) => finder.orientation(orientation),
        View::Sheet(sheet) => {
            let mut draft = finder.action(&sheet.action);
            draft.told(sheet);
            let (plan, orientation) = (&sheet.head.plan, &sheet.orientation);
            vec![Unit {
                context: draft.set(&format!("{} – {}", plan.title, orientation.title)),
                plan: Some(finder.joined(&plan.href)),
                orientation: Some(finder.joined(&orientation.href)),
                ..draft.unit(Kind::Action, encoded(&page.address))
            }]
        }
        View::Article(article) => vec![finder.document(&article.title, article.date.as_ref(), texts)],
        View::Synthesis(synthesis) => {
            vec![finder.document(&synthesis.title, synthesis.facts.date.as_ref(), texts)]
        }
        View::Mission(mission) => vec![finder.document(&mission.title, mission.adopted.as_ref(), texts)],
        View::Glossary(glossary) => vec![finder.document(&glossary.title, None, texts)],
        View::Method(method) => vec![finder.document(&method.title, None, texts)],
        // Lists repeat the titles of what they list: their own words alone count.
        View::Home(home) => {
            vec![finder.list(&home.title, [home.description.as_deref(), Some(&home.content)])]
        }
        View::Section(section) if section.part.is_some() => Vec::new(),
        View::Section(section) => {
            vec![finder.list(&section.title, [section.description.as_deref(), Some(&section.content)])]
        }
        View::Tags(tags) => vec![finder.list(&tags.title, [None, None])],
        View::Tag(tag) => vec![finder.list(&tag.title, [Some(&tag.count), None])],
        View::Actions(side) => vec![finder.side(&side.title)],
        View::Report(side) => vec![finder.side(&side.title)],
        View::Calendar(side) => vec![finder.side(&side.title)],
        View::Responsible(side) => vec![finder.side(&side.title)],
        View::Changes(side) if side.pager.as_ref().is_some_and(|pager| pager.previous.is_some()) => {
            Vec::new()
        }
        View::Changes(side) => vec![finder.side(&side.title)],
        View::NotFound(_) | View::Redirect(_) | View::Search(_) => Vec::new(),
    }
}

/// An address from the root of the site as the index holds it.
fn encoded(address: &Address) -> String {
    markdown::encoded(&address.written()[1..])
}

/// What the units of a page have in common.
struct Finder<'a> {
    page: &'a Page,
    entry: Option<&'a Entry>,
    words: &'a Words,
    typography: Typography,
}

impl<'a> Finder<'a> {
    fn draft(&self, title: &str) -> Draft<'_> {
        let title = self.typography.set(title).into_owned();
        Draft {
            finder: self,
            title,
            texts: Texts::default(),
            status: None,
            is_late: false,
            when: String::new(),
            aside: String::new(),
        }
    }

    /// A page, all of whose text counts.
    fn document(&self, title: &str, date: Option<&DateView>, texts: Texts) -> Unit {
        let mut draft = self.draft(title);
        draft.when = date.map(|date| date.words.clone()).unwrap_or_default();
        draft.texts = texts;
        draft.unit(self.kind(), encoded(&self.page.address))
    }

    /// A page that lists others: what its author says of it, a sentence and HTML.
    fn list(&self, title: &str, [sentence, html]: [Option<&str>; 2]) -> Unit {
        let mut draft = self.draft(title);
        draft.line(sentence.unwrap_or_default());
        draft.read(html.unwrap_or_default());
        draft.unit(Kind::Page, encoded(&self.page.address))
    }

    /// A plan seen from another side: its actions are found on their own.
    fn side(&self, title: &str) -> Unit {
        let entry = self.entry;
        let plan = entry.map(|plan| encoded(&plan.address));
        let context = entry.map(|plan| self.typography.set(&plan.title).into_owned()).unwrap_or_default();
        Unit { plan, context, ..self.draft(title).unit(Kind::Page, encoded(&self.page.address)) }
    }

    fn plan(&self, plan: &PlanView) -> Unit {
        let mut draft = self.draft(&plan.title);
        draft.line(plan.description.as_deref().unwrap_or_default());
        draft.names("plan.responsible", &plan.responsible);
        for text in plan.parts.iter().filter_map(|part| part.text.as_deref()) {
            draft.read(text);
        }
        draft.when(plan.period.as_ref());
        let href = encoded(&self.page.address);
        Unit { plan: Some(href.clone()), ..draft.unit(Kind::Plan, href) }
    }

    /// An orientation, and the actions that have no page of their own.
    fn orientation(&self, view: &OrientationPageView) -> Vec<Unit> {
        let OrientationPageView { plan, orientation, .. } = view;
        let mut draft = self.draft(&self.page.frame.title);
        let mut units = Vec::new();
        let (plan_href, href) = (self.joined(&plan.href), encoded(&self.page.address));
        let place = |unit: Unit, context: String| Unit {
            context,
            plan: Some(plan_href.clone()),
            orientation: Some(href.clone()),
            ..unit
        };
        for part in &orientation.parts {
            draft.read(part.text.as_deref().unwrap_or_default());
            let Some(objective) = &part.objective else { continue };
            draft.objective(objective);
            let actions = objective.parts.iter().filter_map(|part| part.actions.as_deref());
            for action in actions.flatten().filter(|action| action.sheet.is_none()) {
                let mut row = self.action(action);
                row.facts(action);
                let context = row.set(&format!("{} – {}", plan.title, self.page.frame.title));
                let unit = row.unit(Kind::Action, format!("{href}#{}", markdown::encoded(&action.id)));
                units.push(place(unit, context));
            }
        }
        let context = draft.set(&plan.title);
        units.push(place(draft.unit(Kind::Orientation, href.clone()), context));
        units
    }

    fn action(&self, action: &ActionView) -> Draft<'_> {
        let mut draft = self.draft(&format!("{} {}", action.number, text::plain(&action.title)));
        draft.status.clone_from(&action.status);
        draft.is_late = action.late.is_some();
        draft.when(action.timeframe.as_ref());
        draft
    }

    fn kind(&self) -> Kind {
        let document = self.entry.and_then(|entry| entry.document.as_ref());
        document.map_or(Kind::Page, |document| Kind::of(document.kind))
    }

    /// An address that this page points to, from the root of the site.
    fn joined(&self, href: &str) -> String {
        let here = encoded(&self.page.address);
        let folder = &here[..here.rfind('/').map_or(0, |at| at + 1)];
        let joined = normalize(&format!("{folder}{href}")).unwrap_or_default();
        if joined.is_empty() || !href.ends_with('/') { joined } else { joined + "/" }
    }

    fn days(&self) -> Option<(Date, Date)> {
        let entry = self.entry?;
        let period = entry.plan().and_then(|plan| plan.period.as_ref());
        let ranges = period.map(|period| period.ranges.as_slice()).unwrap_or_default();
        let first = ranges.iter().filter_map(|range| range.start.or(range.end)).min();
        let last = ranges.iter().filter_map(|range| range.end.or(range.start)).max();
        first.zip(last).or_else(|| entry.date.or(entry.updated()).map(|date| (date, date)))
    }
}

/// A result being put together.
struct Draft<'a> {
    finder: &'a Finder<'a>,
    title: String,
    texts: Texts,
    status: Option<StatusView>,
    is_late: bool,
    when: String,
    /// What is found, but not shown as text.
    aside: String,
}

impl Draft<'_> {
    /// Reads HTML of a view, before its texts are set.
    fn read(&mut self, html: &str) {
        let typography = self.finder.typography;
        text::each(html, &mut |rank, text| self.texts.add(rank, &typography.set(text)));
        self.texts.add(Rank::Text, " ");
    }

    /// A sentence.
    fn line(&mut self, sentence: &str) {
        if sentence.is_empty() {
            return;
        }
        let sentence = self.set(sentence);
        let end = if sentence.ends_with(['.', '!', '?', '…']) { " " } else { ". " };
        self.texts.add(Rank::Text, &sentence);
        self.texts.add(Rank::Text, end);
    }

    /// « Responsable : Comité logement »
    fn named(&mut self, label: &str, value: &str) {
        let line = self.finder.words.say("plan.labelled", &[("label", label), ("title", value)]);
        self.line(&line);
    }

    fn names(&mut self, key: &str, names: &[String]) {
        if !names.is_empty() {
            let label = self.finder.words.say(key, &[]);
            self.named(&label, &names.join(", "));
        }
    }

    /// What the row of an action says besides its title.
    fn facts(&mut self, action: &ActionView) {
        self.read(action.intent.as_deref().unwrap_or_default());
        self.read(action.details.as_deref().unwrap_or_default());
        self.names("action.responsible", &action.responsible);
        self.names("action.partners", &action.partners);
        for field in &action.fields {
            self.named(&field.name, &text::plain(&field.value));
        }
    }

    /// What the sheet of an action says besides its title.
    fn told(&mut self, sheet: &SheetView) {
        self.facts(&sheet.action);
        for entry in &sheet.history {
            self.line(entry.note.as_deref().unwrap_or_default());
            for evidence in &entry.evidence {
                self.line(&evidence.text);
            }
        }
        for origin in sheet.origins.iter().chain(&sheet.mentions) {
            self.line(&origin.document.title);
            for words in &origin.words {
                self.line(&words.title);
            }
        }
    }

    /// The titles and the texts of an objective; its actions are found on their own.
    fn objective(&mut self, objective: &ObjectiveView) {
        if let Some(title) = &objective.title {
            let title = self.set(&format!("{} {}. ", objective.number, text::plain(title)));
            self.texts.add(Rank::Heading, &title);
        }
        for text in objective.parts.iter().filter_map(|part| part.text.as_deref()) {
            self.read(text);
        }
    }

    fn when(&mut self, timeframe: Option<&TimeframeView>) {
        self.when = timeframe.map(|timeframe| self.set(&timeframe.text)).unwrap_or_default();
        let meaning = timeframe.and_then(|timeframe| timeframe.meaning.as_deref());
        let aside = format!("{} {} ", self.when, meaning.unwrap_or_default());
        self.aside.push_str(&aside);
    }

    fn set(&self, text: &str) -> String {
        self.finder.typography.set(text).into_owned()
    }

    fn unit(self, kind: Kind, href: String) -> Unit {
        let (days, text, words) = (self.finder.days(), self.shown(), self.packed());
        let Draft { finder, title, status, is_late, when, .. } = self;
        Unit {
            language: finder.page.language.clone(),
            kind,
            href,
            title,
            context: String::new(),
            plan: None,
            orientation: None,
            status,
            is_late,
            when,
            days,
            text,
            words,
        }
    }

    /// The start of the text, on one line, cut between words.
    fn shown(&self) -> String {
        let mut shown = String::with_capacity(SHOWN + " …".len());
        for (_, part) in self.texts.parts() {
            for word in text::split(part) {
                if shown.len() + word.len() > SHOWN {
                    shown.push_str(" …");
                    return shown;
                }
                if !shown.is_empty() {
                    shown.push(' ');
                }
                shown.push_str(word);
            }
        }
        shown
    }

    /// Every word with the best rank it has: the first it is met with, because the best is read first.
    fn packed(&self) -> Box<[u8]> {
        let mut lexicon = Lexicon::new();
        let mut read = |rank: Rank, text: &str| {
            words::each(text, |word| {
                lexicon.number(word, rank);
            });
        };
        read(Rank::Title, &self.title);
        for best in [Rank::Heading, Rank::Text] {
            self.texts.parts().filter(|(rank, _)| *rank == best).for_each(|(rank, part)| read(rank, part));
        }
        let state = self.status.as_ref().map(|status| status.words.as_str()).unwrap_or_default();
        [&self.aside, &self.when, state].into_iter().for_each(|text| read(Rank::Text, text));
        lexicon.into_packed()
    }
}
