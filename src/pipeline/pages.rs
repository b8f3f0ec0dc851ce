//! Writes pages: a batch is made, written and let go of before the next one.
//!
//! A build that remembers the one before takes a batch from it when all that the batch asked of the site
//! is as it was; else it makes the pages again, and takes those that show the same.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;

use super::dress::Dress;
use super::earlier::{Earlier, Since};
use super::outputs::add;
use super::{File, Role, Taker, asked};
use crate::badge;
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::digest::Digest;
use crate::export::sitemap::Listed;
use crate::filled::Filled;
use crate::html::Tag;
use crate::json;
use crate::lang;
use crate::page::{self, Batch, Making, Name, Page, View};
use crate::picture::{OnPage, Pictures};
use crate::search;
use crate::search::text::PageReader;
use crate::search::unit::Unit;
use crate::site::reads::Reads;
use crate::site::{self, Entry};
use crate::theme::Around;
use crate::typography::Typography;
use crate::typography::html::{Form, Reader, set_and_read};
use crate::view::Frame;
use crate::view::extra::Extra;

/// The room that a template is given for a page, in bytes: most of them take less.
const ROOM: usize = 24 << 10;

/// The pages of a batch, written, and what the site tells of them.
#[derive(Clone, Default)]
pub struct Rendered {
    /// Empty, as the pages are, when files are handed over.
    pub badges: BTreeMap<String, File>,
    pub pages: Vec<Written>,
    /// The file of the site that each page comes from.
    pub sources: Vec<(String, String)>,
    /// In the order of the pages.
    pub listed: Vec<Listed>,
    /// In the order of the pages.
    pub found: Vec<Arc<Unit>>,
    /// The pictures of the site that the pages show.
    pub shown: BTreeSet<String>,
    pub n_pages: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// A page, written.
#[derive(Clone)]
pub struct Written {
    pub output: String,
    pub file: File,
    found: Vec<Arc<Unit>>,
    /// The pictures of the site that it shows.
    shown: BTreeSet<String>,
    /// Whether it shows any picture.
    has_pictures: bool,
    /// Of all that it is written from, but for the theme and what acronyms mean.
    mark: Option<Digest>,
}

/// A batch, and what it asked of the site.
#[derive(Clone)]
pub struct Kept {
    reads: Arc<Reads>,
    rendered: Arc<Rendered>,
}

/// What becomes of pages.
enum Keeping<'k> {
    /// They go in the outcome.
    Together,
    /// Each is handed over once it is written.
    HandedOver(Taker<'k>),
    /// They go in the outcome and the memory. Those of the build before that may be taken again are there,
    /// by path.
    Remembered(BTreeMap<&'k str, &'k Written>),
}

/// What pages are written with.
#[derive(Clone, Copy)]
pub struct Writer<'a> {
    pub making: &'a Making<'a>,
    pub dress: &'a Dress,
    pub pictures: &'a Pictures,
}

impl Writer<'_> {
    /// Every batch of the site, in order; the files are handed over when someone takes them.
    pub fn once(&self, taker: Option<Taker<'_>>) -> Vec<Arc<Rendered>> {
        let batches = page::batches(self.making);
        let keeping = taker.map_or(Keeping::Together, Keeping::HandedOver);
        batches.par_iter().map(|batch| Arc::new(self.batch(batch, &keeping))).collect()
    }

    /// The same, from the build before where nothing changed, and for the next one.
    pub fn again(&self, earlier: &mut Earlier<'_>) -> Vec<Arc<Rendered>> {
        let batches = page::batches(self.making);
        let names = page::names(&batches);
        let (since, known) = (earlier.since(), earlier.pages());
        let one = |(batch, name): (&Batch<'_>, &Name)| self.one_again(batch, since, known.get(name));
        let written: Vec<Kept> = batches.par_iter().zip(names.par_iter()).map(one).collect();
        let rendered = written.iter().map(|kept| Arc::clone(&kept.rendered)).collect();
        earlier.keep_pages(names.into_iter().zip(written).filled());
        rendered
    }

    fn one_again(&self, batch: &Batch<'_>, since: Option<&Since>, known: Option<&Kept>) -> Kept {
        let known = since.and_then(|since| Some((since, known?)));
        if let Some((since, kept)) = known
            && let Some(reads) = since.changes.still(&kept.reads)
            && (since.pictures_are_same || !kept.rendered.has_pictures())
        {
            return Kept { reads, rendered: Arc::clone(&kept.rendered) };
        }
        let site = self.making.site.noting();
        if let Some(entry) = batch.entry() {
            site.note_own(entry);
        }
        let making = Making { site: &site, ..*self.making };
        let pages = match known {
            Some((since, kept)) if since.changes.keep_marking() => kept.rendered.pages_since(since),
            Some(_) | None => BTreeMap::new(),
        };
        let rendered = Writer { making: &making, ..*self }.batch(batch, &Keeping::Remembered(pages));
        Kept { reads: Arc::new(site.into_reads()), rendered: Arc::new(rendered) }
    }

    /// Makes some pages and writes them, so that what they show is let go of before the next ones.
    fn batch(&self, batch: &Batch<'_>, keeping: &Keeping<'_>) -> Rendered {
        let page::Made { pages, badges, diagnostics } = page::make(self.making, batch);
        let n_pages = pages.len();
        let mut rendered = Rendered { n_pages, diagnostics, ..Rendered::default() };
        // No more room than they take: what thousands of batches tell is in memory together.
        rendered.sources.reserve_exact(n_pages);
        rendered.listed.reserve_exact(n_pages);
        for (place, badge) in badges {
            add(&mut rendered.badges, &site::plan::badge_svg(&place), badge::svg(&badge), Role::Data);
            add(&mut rendered.badges, &site::plan::badge_json(&place), badge::json(&badge), Role::Data);
        }
        if let Keeping::HandedOver(taker) = keeping {
            std::mem::take(&mut rendered.badges).into_iter().for_each(|(output, file)| taker(output, file));
        }
        let mut room = Vec::with_capacity(ROOM);
        for page in pages {
            match self.written(&page, keeping, &mut room) {
                Ok(written) => rendered.add(written, keeping),
                Err(diagnostic) => rendered.diagnostics.push(*diagnostic),
            }
            rendered.sources.push((page.address.output(), page.source));
            rendered.listed.extend(Listed::of(page.frame));
        }
        rendered
    }

    /// A page, written in the room of the one before.
    fn written(
        &self,
        page: &Page,
        keeping: &Keeping<'_>,
        room: &mut Vec<u8>,
    ) -> Result<Written, Box<Diagnostic>> {
        let output = page.address.output();
        let mark = match keeping {
            Keeping::Together | Keeping::HandedOver(_) => None,
            Keeping::Remembered(known) => {
                let mark = self.mark(page);
                match known.get(output.as_str()) {
                    Some(written) if written.mark == Some(mark) => return Ok((*written).clone()),
                    Some(_) | None => Some(mark),
                }
            }
        };
        let (html, read) = self.typeset(page, self.render(page, room)?);
        let (OnPage { html, shown }, has_pictures) = self.finished(page, html, &read);
        let texts = read.found.map(|reader| reader.texts(&html));
        let found = search::units(self.making, page, self.typography(page), texts);
        let found = found.into_iter().map(Arc::new).collect();
        let file = File { bytes: html.into_bytes().into(), role: role(page) };
        Ok(Written { output, file, found, shown, has_pictures, mark })
    }

    /// A digest of all that a page is written from, but for the theme, the settings and the meaning of
    /// acronyms, which are those of the whole site.
    fn mark(&self, page: &Page) -> Digest {
        let Page { address, template, language, frame, view, source } = page;
        let Making { site, .. } = self.making;
        // What is written of it asks where the glossary is, whatever its page says.
        let is_glossary = site.glossary_page(language) == Some(address);
        let entry = site.entry_of(source);
        let document = entry.and_then(|entry| entry.document.as_deref());
        let written_from = WrittenFrom {
            address: address.as_str(),
            template,
            language,
            spoken: frame.spoken.as_ref().map(|spoken| spoken.code.as_str()),
            frame,
            view,
            kind: format!("{:?}", std::mem::discriminant(view)),
            is_glossary,
            source,
            entry: entry.map(|entry| (entry.address.as_str(), entry.title.as_str())),
            days: entry.map(|entry| {
                let period = entry.plan().and_then(|plan| plan.period.as_ref());
                format!("{:?}", (entry.date, entry.updated(), period))
            }),
            extra: entry.and_then(Entry::extra).map(Extra),
            document: document.map(|document| {
                let sections = document.glossary.sections.iter().map(String::as_str).collect();
                (document.kind.key(), sections, document.header.typography)
            }),
        };
        Digest::of(json::on_one_line(&written_from).as_bytes())
    }

    /// A page, as its template writes it.
    fn render<'r>(&self, page: &Page, room: &'r mut Vec<u8>) -> Result<&'r str, Box<Diagnostic>> {
        if !self.dress.theme.has_template(&page.template) {
            return Err(Box::new(self.no_such_template(page)));
        }
        if let Some(own) = page.view.own_template().filter(|own| *own != page.template)
            && self.dress.theme.is_of_default(&page.template)
        {
            let problem = SiteProblem::TemplateOfOthers { written: page.template.clone(), own };
            return Err(Box::new(self.wrong_template(page, problem)));
        }
        let words = &self.dress.shared;
        let around = &words[&page.language];
        let spoken = page.frame.spoken.as_ref().map(|spoken| around.around(&words[&spoken.code]));
        let entry = self.making.site.entry_of(&page.source);
        let around = Around {
            words: spoken.as_ref().unwrap_or(around),
            site: Some(&self.dress.site),
            extra: entry.and_then(Entry::extra),
        };
        let rendered = self.dress.theme.render(&page.template, &page.frame, &page.view, around, room);
        rendered
            .map_err(|error| asked::of_template(self.making, page, Box::new(error.of_page(page.called()))))
    }

    /// The texts of a page, set as its language asks, the words of templates and documents alike; and what
    /// was read on the way.
    fn typeset(&self, page: &Page, html: &str) -> (String, Read) {
        let found = search::reader(self.making, page, html);
        match self.typography(page) {
            Typography::AsTyped if self.making.config.typesetting.is_off(self.of_document(page)) => {
                (html.to_owned(), Read { found, may_show_pictures: true })
            }
            typography @ (Typography::AsTyped | Typography::French(_) | Typography::English) => {
                let mut read = Read { found, may_show_pictures: false };
                (set_and_read(html, typography, &mut read), read)
            }
        }
    }

    /// A page with its acronyms marked and its pictures told, and whether it shows any picture.
    fn finished(&self, page: &Page, html: String, read: &Read) -> (OnPage, bool) {
        let language = page.frame.spoken.as_ref().map_or(&page.language, |spoken| &spoken.code);
        let marked = self.making.site.marked(language, &page.source, &page.address, &html);
        let html = match marked {
            Cow::Borrowed(_) => html,
            Cow::Owned(marked) => marked,
        };
        let base_path = &self.making.config.base_url.path;
        let on_page =
            read.may_show_pictures.then(|| self.pictures.on_page(&html, &page.address, base_path)).flatten();
        let has_pictures = on_page.is_some();
        (on_page.unwrap_or(OnPage { html, shown: BTreeSet::new() }), has_pictures)
    }

    /// How the texts of a page are set.
    fn typography(&self, page: &Page) -> Typography {
        let config = self.making.config;
        config.typesetting.of(config.language(&page.language), self.of_document(page))
    }

    /// What the document of a page asks of its typography.
    fn of_document(&self, page: &Page) -> Option<bool> {
        let entry = self.making.site.entry_of(&page.source)?;
        entry.document.as_ref()?.header.typography
    }

    fn no_such_template(&self, page: &Page) -> Diagnostic {
        let written = page.template.clone();
        let nearest = lang::nearest(&written, self.dress.theme.templates()).map(str::to_owned);
        self.wrong_template(page, SiteProblem::NoSuchTemplate { written, nearest })
    }

    /// What is wrong with the template that a document names, where it names it.
    fn wrong_template(&self, page: &Page, problem: SiteProblem) -> Diagnostic {
        let span = asked::template(self.making, page).map(|template| template.span);
        Diagnostic { severity: Severity::Error, problem: problem.into(), path: page.source.clone(), span }
    }
}

/// What is read of a page while it is set.
struct Read {
    /// When all that it says is to be found.
    found: Option<PageReader>,
    may_show_pictures: bool,
}

impl Reader for Read {
    #[inline]
    fn tag(&mut self, at: usize, tag: &Tag<'_>) {
        self.may_show_pictures |= tag.name == "img";
        if let Some(found) = &mut self.found {
            found.tag(at, tag);
        }
    }

    #[inline]
    fn text(&mut self, text: &str, form: Form) {
        if let Some(found) = &mut self.found {
            found.text(text, form);
        }
    }
}

/// What a page is written from.
#[derive(Serialize)]
struct WrittenFrom<'a> {
    address: &'a str,
    template: &'a str,
    language: &'a str,
    /// The views leave it out.
    spoken: Option<&'a str>,
    frame: &'a Frame,
    view: &'a View,
    kind: String,
    is_glossary: bool,
    source: &'a str,
    /// The address and the title of the document that its results of search name.
    entry: Option<(&'a str, &'a str)>,
    /// The days they are found under.
    days: Option<String>,
    extra: Option<Extra<'a>>,
    /// What it is found as, where its acronyms are left alone, and what it asks of its typography.
    document: Option<(&'static str, Vec<&'a str>, Option<bool>)>,
}

impl Rendered {
    fn add(&mut self, page: Written, keeping: &Keeping<'_>) {
        self.found.extend(page.found.iter().cloned());
        self.shown.extend(page.shown.iter().cloned());
        match keeping {
            Keeping::Together | Keeping::Remembered(_) => self.pages.push(page),
            Keeping::HandedOver(taker) => taker(page.output, page.file),
        }
    }

    fn has_pictures(&self) -> bool {
        self.pages.iter().any(|page| page.has_pictures)
    }

    /// The pages that are written the same if they show the same.
    fn pages_since(&self, since: &Since) -> BTreeMap<&str, &Written> {
        let same = self.pages.iter().filter(|page| since.pictures_are_same || !page.has_pictures);
        same.map(|page| (page.output.as_str(), page)).filled()
    }
}

fn role(page: &Page) -> Role {
    match page.view {
        View::Home(_)
        | View::Section(_)
        | View::Tags(_)
        | View::Tag(_)
        | View::Search(_)
        | View::NotFound(_) => Role::Index,
        View::Article(_)
        | View::Plan(_)
        | View::Orientation(_)
        | View::Sheet(_)
        | View::Actions(_)
        | View::Report(_)
        | View::Calendar(_)
        | View::Responsible(_)
        | View::Changes(_)
        | View::Method(_)
        | View::Glossary(_)
        | View::Synthesis(_)
        | View::Mission(_)
        | View::Redirect(_) => Role::Page,
    }
}
