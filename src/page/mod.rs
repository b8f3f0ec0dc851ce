//! Every page of the site: what exactly one template will read, words already chosen.

mod absolute;
mod feeds;
mod filler;
mod frame;
mod glossary;
mod home;
mod languages;
mod lineage;
mod lists;
mod mail;
mod menu;
mod method;
mod mission;
mod pager;
mod plan;
pub mod progress;
mod search;
mod section;
mod shortcode;
mod speech;
mod synthesis;
mod tags;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::address::Address;
use crate::badge::Badge;
use crate::config::Config;
use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::export::feed::Said;
use crate::kind::Body;
use crate::site::{Entry, Role, Site};
use crate::view::action_list::ActionListView;
use crate::view::glossary::GlossaryView;
use crate::view::listing::{TagView, TagsView};
use crate::view::lists::{ArticleView, HomeView, NotFoundView, RedirectView, SectionView};
use crate::view::mission::MissionView;
use crate::view::search::SearchView;
use crate::view::shortcodes::ShortcodeView;
use crate::view::sides::{CalendarView, ChangesView, MethodView, ReportView, ResponsibleView, SheetView};
use crate::view::synthesis::SynthesisView;
use crate::view::{Frame, OrientationPageView, PlanView};
use crate::words::Words;
use filler::Filler;
use frame::Framer;
use plan::pieces::{self, Piece};

/// A page to be rendered.
#[derive(Debug, Clone)]
pub struct Page {
    pub address: Address,
    /// The file of the template, `plan.html` or the one the author names.
    pub template: String,
    /// The code of its language, for the words of the template.
    pub language: String,
    pub frame: Frame,
    pub view: View,
    /// Where a wrong `template` is written, to report it.
    pub source: String,
}

impl Page {
    /// What messages call it: its document, else its address.
    pub fn called(&self) -> &str {
        if self.source.is_empty() { self.address.as_str() } else { &self.source }
    }
}

/// What a template reads, by kind of page.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum View {
    Home(Box<HomeView>),
    Section(Box<SectionView>),
    Tags(TagsView),
    Tag(TagView),
    Article(Box<ArticleView>),
    Plan(Box<PlanView>),
    Orientation(Box<OrientationPageView>),
    Sheet(Box<SheetView>),
    Actions(Box<ActionListView>),
    Report(Box<ReportView>),
    Calendar(Box<CalendarView>),
    Responsible(Box<ResponsibleView>),
    Changes(Box<ChangesView>),
    Method(Box<MethodView>),
    Glossary(GlossaryView),
    Synthesis(Box<SynthesisView>),
    Mission(Box<MissionView>),
    Search(Box<SearchView>),
    NotFound(NotFoundView),
    Redirect(RedirectView),
}

impl View {
    /// The template of the theme for a document of a kind. Any other one shows what such a document does not have.
    pub fn own_template(&self) -> Option<&'static str> {
        match self {
            View::Plan(_) => Some("plan.html"),
            View::Synthesis(_) => Some("synthesis.html"),
            View::Mission(_) => Some("mission.html"),
            View::Home(_)
            | View::Section(_)
            | View::Tags(_)
            | View::Tag(_)
            | View::Article(_)
            | View::Orientation(_)
            | View::Sheet(_)
            | View::Actions(_)
            | View::Report(_)
            | View::Calendar(_)
            | View::Responsible(_)
            | View::Changes(_)
            | View::Method(_)
            | View::Glossary(_)
            | View::Search(_)
            | View::NotFound(_)
            | View::Redirect(_) => None,
        }
    }
}

/// What every page is made from.
pub struct Making<'a> {
    pub site: &'a Site,
    pub config: &'a Config,
    /// By language code.
    pub words: &'a BTreeMap<String, Words>,
    /// The day plans are looked at, when the reader of the site asks for one.
    pub today: Option<Date>,
    /// The day of the build, for plans that do not say when they were updated.
    pub build_day: Date,
    /// The files of the site, by path; only how large they are is read.
    pub files: &'a BTreeMap<String, Arc<[u8]>>,
    /// Writes a shortcode with its template, in a language by code: templates stand above pages.
    pub shortcodes: &'a RenderShortcode<'a>,
}

/// Turns the view of a shortcode into HTML, with a template and the words of a language.
pub type RenderShortcode<'a> =
    dyn Fn(&str, &ShortcodeView, &str) -> Result<String, Box<Diagnostic>> + Sync + 'a;

/// Pages that are made together. What they show is let go of before the next batch: a large plan
/// has thousands of pages, and threads share them.
pub enum Batch<'a> {
    /// Every page of an entry that is no plan.
    Entry(&'a Entry),
    /// Some of the pages of a plan.
    Plan(Piece<'a>),
    /// A page about tags.
    Tags(tags::Piece<'a>),
    /// What no document makes: the page for lost visitors, and those that tell how progress is measured.
    Site,
    /// The pages where visitors search, and those of old addresses.
    Ways,
}

/// What a batch is called, the same from one build to the next.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// The address of an entry, and which of its batches it is.
    Entry(Address, usize),
    /// The address of the list of tags, and of a tag.
    Tags(Address),
    Tag(Address),
    Site,
    Ways,
}

/// What a batch gives: its pages, and the badges of its plan with where they go.
#[derive(Debug, Default)]
pub struct Made {
    pub pages: Vec<Page>,
    /// By the page each badge stands beside.
    pub badges: Vec<(Address, Badge)>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Batch<'_> {
    /// The entry whose pages they are.
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Batch::Entry(entry) => Some(entry),
            Batch::Plan(piece) => Some(piece.entry),
            Batch::Tags(_) | Batch::Site | Batch::Ways => None,
        }
    }
}

/// The names of the batches of a site.
pub fn names(batches: &[Batch<'_>]) -> Vec<Name> {
    let is_same = |one: &Entry, other: &Entry| one.address == other.address;
    let runs =
        batches.chunk_by(|one, other| one.entry().zip(other.entry()).is_some_and(|(a, b)| is_same(a, b)));
    let named = |(nth, batch): (usize, &Batch<'_>)| match batch {
        Batch::Entry(entry) => Name::Entry(entry.address.clone(), nth),
        Batch::Plan(piece) => Name::Entry(piece.entry.address.clone(), nth),
        Batch::Tags(tags::Piece::All { address, .. }) => Name::Tags((*address).clone()),
        Batch::Tags(tags::Piece::One { address, .. }) => Name::Tag((*address).clone()),
        Batch::Site => Name::Site,
        Batch::Ways => Name::Ways,
    };
    runs.flat_map(|run| run.iter().enumerate().map(named)).collect()
}

/// Every batch of the site, in order.
pub fn batches<'a>(making: &Making<'a>) -> Vec<Batch<'a>> {
    let mut batches = Vec::new();
    for entry in making.site.entries() {
        match (entry.role, entry.plan()) {
            (Role::Page, Some(plan)) => batches.extend(pieces::of(entry, plan).map(Batch::Plan)),
            (Role::Page | Role::Section | Role::Home, _) => batches.push(Batch::Entry(entry)),
        }
    }
    batches.push(Batch::Site);
    batches.extend(tags::pieces(making).into_iter().map(Batch::Tags));
    batches.push(Batch::Ways);
    batches
}

/// The pages of a batch.
pub fn make(making: &Making<'_>, batch: &Batch<'_>) -> Made {
    let mut made = Made::default();
    match batch {
        Batch::Entry(entry) => of_entry(making, entry, &mut made),
        Batch::Plan(piece) => piece.make(making, &mut made),
        Batch::Tags(piece) => made.pages = vec![piece.make(making)],
        Batch::Site => made.pages = of_site(making),
        Batch::Ways => made.pages = ways(making),
    }
    // What is wrong with a document is told by its own pages.
    if batch.entry().is_some_and(Entry::stands_in) {
        made.diagnostics.clear();
    }
    made
}

/// The pages of an entry that is no plan.
fn of_entry(making: &Making<'_>, entry: &Entry, made: &mut Made) {
    if making.site.is_glossary(entry)
        && let Some(of_language) = making.site.glossary(&entry.language)
    {
        return glossary::of_entry(making, entry, of_language, made);
    }
    let body = entry.document.as_ref().map(|document| &document.body);
    match (entry.role, body) {
        (Role::Page, Some(Body::Synthesis(synthesis))) => synthesis::page(making, entry, synthesis, made),
        (Role::Page, Some(Body::Mission(body))) => mission::page(making, entry, body, made),
        (Role::Page, Some(Body::Article(_) | Body::Plan(_)) | None) => lists::article(making, entry, made),
        (Role::Section, _) => section::pages(making, entry, made),
        (Role::Home, _) => home::page(making, entry, made),
    }
}

/// The folder of the theme's styles and pictures.
pub fn assets() -> Address {
    Address::page("assets")
}

fn of_site(making: &Making<'_>) -> Vec<Page> {
    let mut pages: Vec<Page> = lists::not_found(making).collect();
    pages.extend(method::pages(making));
    pages.extend(glossary::pages(making));
    pages
}

fn ways(making: &Making<'_>) -> Vec<Page> {
    let mut pages = search::pages(making);
    pages.extend(making.site.redirects().iter().map(|redirect| lists::redirect(making, redirect)));
    pages
}

/// The feed of a home page or a section that has one, with what is said of the pages it announces.
pub fn feed(making: &Making<'_>, holder: &Entry, said: &[&Said]) -> String {
    feeds::of_holder(making, holder, said)
}

/// What the feeds that announce a page say of it: the same in all of them.
pub fn said_in_feeds(making: &Making<'_>, entry: &Entry) -> Option<Said> {
    feeds::said(making, entry)
}

impl<'a> Making<'a> {
    /// The words that go with the text of an entry, in the language it is written in.
    pub(crate) fn words_of(&self, entry: &Entry) -> &'a Words {
        &self.words[entry.written_in()]
    }

    /// The words around it, and of the pages that no author wrote: those of the language it is
    /// published in.
    pub(crate) fn words_around(&self, entry: &Entry) -> &'a Words {
        &self.words[&entry.language]
    }

    /// A text of an entry, set as its language asks, for where the typography of a page does not go:
    /// attributes and pictures.
    pub(crate) fn set<'t>(&self, entry: &Entry, text: &'t str) -> Cow<'t, str> {
        let of_document = entry.document.as_ref().and_then(|document| document.header.typography);
        let language = self.config.language(entry.written_in());
        self.config.typesetting.of(language, of_document).set(text)
    }

    /// The day a plan is looked at: the one asked for, else its last update, else the day of the build.
    pub fn reference_date(&self, entry: &Entry) -> Date {
        let updated = entry.document.as_ref().and_then(|document| document.header.updated);
        self.today.or(updated).unwrap_or(self.build_day)
    }

    fn filler<'m>(&'m self, entry: &'m Entry, page: &'m Address) -> Filler<'m> {
        Filler::new(self, entry, page)
    }

    fn framer<'m>(&'m self, entry: &'m Entry, page: &'m Address) -> Framer<'m> {
        Framer { making: self, entry, page }
    }
}

/// The template an author names, else the one of the kind.
fn template(entry: &Entry, default: &str) -> String {
    let written = entry.document.as_ref().and_then(|document| document.header.template.as_ref());
    written.map_or(default, |template| template.value.as_str()).to_owned()
}

fn source(entry: &Entry) -> String {
    entry.document.as_ref().map(|document| document.path.clone()).unwrap_or_default()
}
