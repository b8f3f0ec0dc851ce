//! From the files of a site to the files of its publication: the page to read first.
//!
//! Pure: no disk, no clock, no environment, no terminal below this call. `build`, `check` and the preview
//! run the same one.

mod asked;
pub mod delivery;
mod drafts;
mod dress;
pub mod earlier;
mod feeds;
mod linking;
pub mod memory;
mod outputs;
mod pages;
mod reading;
mod told;

use std::any::Any;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::hosting::Hosting;
use crate::config::{self, BaseUrl, CONFIG, Config};
use crate::date::Date;
use crate::decode;
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::{Diagnostic, Noted, Problem, Problems, Severity};
use crate::export;
use crate::filled::Filled;
use crate::kind::{self, Body, Document};
use crate::page::Making;
use crate::record::Spanned;
use crate::site;
use crate::source::Source;
use crate::theme::pieces::FOLDERS;
use crate::theme::{Around, Layer};
use crate::view::shortcodes::ShortcodeView;
use dress::Dress;
use earlier::{Earlier, Extent, Ground};
use memory::{Lent, Memory};
use outputs::{Made, Outputs};
use reading::Read;

/// The files of a site, as found, and how to look at them.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// By path from the site's root, written with `/`, in Unicode's composed form. The settings are
    /// always `jalon.toml`, whatever file they were read from.
    pub files: BTreeMap<String, Arc<[u8]>>,
    pub options: Options,
}

/// How a site is built.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day plans are looked at, when one is asked for.
    pub today: Option<Date>,
    /// The day of the build, for plans that do not say when they were updated.
    pub build_day: Date,
    pub drafts: Drafts,
    /// Takes the place of the site's `base_url`.
    pub base_url: Option<String>,
}

/// What is done with documents that say `draft = true`, and with all that stands in a section that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    Included,
    LeftOut,
}

/// The files to publish, and everything worth telling the author.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// By path from the output folder. None when they were handed over ([`run_into`]).
    pub files: BTreeMap<String, File>,
    /// Sorted by place, each once.
    pub diagnostics: Vec<Diagnostic>,
    pub n_pages: usize,
    pub n_actions: usize,
    /// How many documents were left out because they, or their section, are drafts.
    pub n_drafts: usize,
    /// The plans that have pages, by address.
    pub plans: Vec<DatedPlan>,
    /// The file of the site that a page shows or that is published as it is, by published path.
    pub sources: BTreeMap<String, String>,
    /// Where the site is published.
    pub base_url: BaseUrl,
    /// Whether the index of the search is that of an earlier build, as [`Extent::Pages`] allows.
    pub index_is_behind: bool,
    /// What the site asks for its host.
    pub hosting: Hosting,
}

/// A published plan and the day it is looked at, for those who count its actions themselves.
#[derive(Debug, Clone)]
pub struct DatedPlan {
    /// Its document is a plan.
    pub entry: site::Entry,
    /// The same plan in other languages, in the order of their addresses.
    pub translations: Vec<site::Entry>,
    pub reference: Date,
}

/// A file to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub bytes: Arc<[u8]>,
    pub role: Role,
}

/// What a file is for; files are published in this order, so that no page points to what is not there yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Styles, pictures, documents to download.
    Asset,
    /// Data and badges.
    Data,
    Page,
    /// What leads to pages: home, sections, lists of addresses.
    Index,
}

/// Who is handed files as they are made, by path from the output folder: from any thread, in no order. Of
/// two files for one path, which is an error, the last one stands.
pub type Taker<'t> = &'t (dyn Fn(String, File) + Sync);

/// What becomes of what a build makes.
enum Keeping<'k> {
    /// It is in the outcome, together.
    Together,
    /// Each file is handed over as it is made.
    HandedOver(Taker<'k>),
    /// It is in the outcome, and remembered for the next build.
    Remembered(&'k mut Memory, Extent),
}

/// Builds a site.
pub fn run(inputs: &Inputs) -> Outcome {
    build(Cow::Borrowed(inputs), Keeping::Together)
}

/// The same, never in memory as a whole: files are handed over as they are made, and are not in the outcome;
/// the bytes of a document are let go of once it is read.
///
/// The files are those of [`run`]. When an error is told, they are worth nothing.
pub fn run_into(inputs: Inputs, taker: Taker<'_>) -> Outcome {
    build(Cow::Owned(inputs), Keeping::HandedOver(taker))
}

/// The same as [`run`], for who builds again and again: what was made of what did not change is taken from
/// the memory. The outcome of a whole is that of [`run`], to the byte.
pub fn run_with(inputs: &Inputs, memory: &mut Memory, extent: Extent) -> Outcome {
    build(Cow::Borrowed(inputs), Keeping::Remembered(memory, extent))
}

fn build(mut inputs: Cow<'_, Inputs>, keeping: Keeping<'_>) -> Outcome {
    let (lent, taker) = match keeping {
        Keeping::Together => (Lent::default(), None),
        Keeping::HandedOver(taker) => (Lent::default(), Some(taker)),
        Keeping::Remembered(memory, extent) => (memory.lend(extent), None),
    };
    let mut diagnostics = Vec::new();
    let config = read_config(&inputs, &mut diagnostics);
    let asked = dress::asked(&inputs, &config);
    // Neither waits for the other: on a small site, the dress takes as long as the documents.
    let (read, dress) = rayon::join(
        || reading::documents(&mut inputs, &config, lent.readings, &mut diagnostics),
        || dress::of(asked, lent.dress),
    );
    diagnostics.extend(dress.diagnostics.iter().cloned());
    diagnostics.extend(dress.unused(read.documents.iter().map(|it| &**it)));
    let parts = to_link(&inputs, &config, &dress, read);
    unstop(&mut diagnostics, &parts.drafts);
    let n_drafts = parts.drafts.len();
    let n_actions = parts.documents.iter().filter(|it| is_source_plan(it)).map(|it| it.n_actions()).sum();
    let linked = linking::link(parts, &dress, lent.linked);
    let made = lent.made.filter(|_| !is_ambiguous(&linked));
    diagnostics.extend(linked.diagnostics);
    let site = linked.value;
    let Options { today, build_day, .. } = inputs.options;
    let Dress { theme, words, shared, site: shared_site, .. } = &*dress;
    let shortcodes = &|template: &str, view: &ShortcodeView, language: &str| {
        let around = Around { words: &shared[language], site: Some(shared_site), extra: None };
        theme.render_shortcode(template, view, around)
    };
    let files = &inputs.files;
    let making = Making { site: &site, config: &config, words, today, build_day, files, shortcodes };
    let pictures = Arc::new(outputs::pictures(&site, &inputs));
    let ground = Ground { config: config.clone(), dress: Arc::clone(&dress), today, build_day };
    let mut earlier = made.map(|(made, extent)| Earlier::of(made, &ground, (&making, &pictures), extent));
    let outputs = Outputs { inputs: &inputs, making: &making, dress: &dress, pictures: &pictures, taker };
    let Made { mut files, sources, n_pages, rest } = outputs.files(earlier.as_mut(), &mut diagnostics);
    told::tell(&inputs, &making, lent.told, &mut diagnostics);
    let plans = dated_plans(&making);
    let_go(Box::new(site));
    let index_is_behind = rest.add_to(&mut files, earlier.as_mut(), taker);
    if let Some(earlier) = earlier {
        earlier.end();
    }
    let (base_url, hosting) = (config.base_url.clone(), config.hosting.clone());
    drop(ground);
    match taker {
        // Who takes the files needs nothing more of this process: the system takes all back at once.
        Some(_) => std::mem::forget(dress),
        None => let_go(Box::new(dress)),
    }
    Outcome {
        files,
        diagnostics,
        n_pages,
        n_actions,
        n_drafts,
        plans,
        sources,
        base_url,
        hosting,
        index_is_behind,
    }
}

/// What a site is linked from.
fn to_link<'a>(inputs: &Inputs, config: &'a Config, dress: &'a Dress, read: Read) -> site::Parts<'a> {
    let Read { documents, logs } = read;
    let apart = drafts::set_aside(documents, inputs.options.drafts, config);
    let copied = inputs.files.keys().filter(|path| is_copied(path) && !logs.contains(*path)).cloned();
    let (files_of_drafts, files) = copied.partition(|path| apart.hides(path));
    site::Parts {
        config,
        words: &dress.words,
        documents: apart.published,
        drafts: apart.left_out,
        files_of_drafts,
        files,
        reserved: outputs::reserved(&dress.theme, config),
        plan_files: export::files,
        synthesis_files: export::synthesis::files,
    }
}

/// What is wrong in a draft that is left out stops nothing that is published: it is told all the same.
fn unstop(diagnostics: &mut [Diagnostic], drafts: &[String]) {
    let drafts: BTreeSet<&String> = drafts.iter().collect();
    for diagnostic in diagnostics.iter_mut().filter(|it| drafts.contains(&it.path)) {
        diagnostic.severity = Severity::Warning;
    }
}

/// Whether two entries have one address: they cannot be told apart, and nothing is kept of such a site, which
/// is not shown.
fn is_ambiguous(linked: &Noted<site::Site>) -> bool {
    let shares_address =
        |it: &Diagnostic| matches!(it.problem, Problem::Site(SiteProblem::SameAddress { .. }));
    linked.diagnostics.iter().any(shares_address)
}

/// Lets go of something that is many small things: nobody waits until all of them are.
fn let_go(it: Box<dyn Any + Send>) {
    rayon::spawn(move || drop(it));
}

fn dated_plans(making: &Making<'_>) -> Vec<DatedPlan> {
    let stands = |entry: &&site::Entry| {
        entry.plan().is_some_and(|plan| plan.translation.is_none()) && !entry.stands_in()
    };
    let entries = making.site.entries();
    let mut translations: BTreeMap<&str, Vec<site::Entry>> = BTreeMap::new();
    for entry in entries.iter().filter(|it| it.plan().is_some_and(|plan| plan.translation.is_some())) {
        translations.entry(&entry.name).or_default().push(entry.clone());
    }
    let dated = |entry: &site::Entry| DatedPlan {
        entry: entry.clone(),
        translations: translations.get(&*entry.name).cloned().unwrap_or_default(),
        reference: making.reference_date(entry),
    };
    entries.iter().filter(stands).map(dated).collect()
}

fn read_config(inputs: &Inputs, diagnostics: &mut Vec<Diagnostic>) -> Config {
    let source = match inputs.files.get(CONFIG) {
        Some(bytes) => decode::source(CONFIG, bytes, diagnostics),
        None => Source::new(CONFIG, ""),
    };
    let noted = config::read(&source);
    diagnostics.extend(noted.diagnostics);
    let mut problems = Problems::in_file(CONFIG);
    kind::plan::calendar::of_site(&noted.value, &mut problems);
    diagnostics.extend(problems.into_diagnostics());
    let Some(url) = &inputs.options.base_url else { return noted.value };
    noted.value.clone().with_base_url(url).unwrap_or_else(|problem| {
        let severity = Severity::Error;
        diagnostics.push(Diagnostic {
            severity,
            problem: problem.into(),
            path: "--base-url".to_owned(),
            span: None,
        });
        noted.value
    })
}

/// What stands over the default theme, the lowest first: a theme of `themes/`, then the site.
pub fn theme_layers(files: &BTreeMap<String, Arc<[u8]>>, theme: Option<&Spanned<String>>) -> Vec<Layer> {
    let theme = theme.map(|Spanned { value: name, .. }| {
        Layer::theme(name, files_below(files, &format!("themes/{name}/")))
    });
    theme.into_iter().chain([Layer::site(files_below(files, ""))]).collect()
}

/// The names of the folders of `themes/` that hold something.
pub fn theme_names(files: &BTreeMap<String, Arc<[u8]>>) -> BTreeSet<&str> {
    let in_themes = files.keys().filter_map(|path| path.strip_prefix("themes/"));
    in_themes.filter_map(|path| Some(path.split_once('/')?.0)).filled()
}

/// The files of a folder of the theme, by path inside it.
fn files_below(files: &BTreeMap<String, Arc<[u8]>>, folder: &str) -> BTreeMap<String, Arc<[u8]>> {
    let inside = files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(folder)?, bytes)));
    let of_theme = inside.filter(|(path, _)| FOLDERS.iter().any(|it| path.starts_with(it)));
    of_theme.map(|(path, bytes)| (path.to_owned(), Arc::clone(bytes))).filled()
}

/// Whether a document is a plan that stands by itself.
fn is_source_plan(document: &Document) -> bool {
    matches!(&document.body, Body::Plan(plan) if plan.translation.is_none())
}

/// A file published as it is.
fn is_copied(path: &str) -> bool {
    path.starts_with("static/") || (path.starts_with("content/") && !path.ends_with(".md"))
}
