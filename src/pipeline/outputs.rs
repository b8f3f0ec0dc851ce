//! Renders pages and gathers every file of the publication.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::{CONFIG, File, Inputs, Role};
use crate::address::Address;
use crate::badge;
use crate::config::look::Look;
use crate::config::{Config, Written};
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::sitemap::{self, Listed};
use crate::export::{self, Beyond, Format, Subject, hosting, robots};
use crate::lang;
use crate::markdown;
use crate::page::{self, Batch, Making, Page, View};
use crate::picture::{OnPage, Picture, Pictures};
use crate::record::Spanned;
use crate::search;
use crate::search::unit::Unit;
use crate::site::{self, Copy, Entry, Site};
use crate::theme::{SharedWords, Theme, look};
use crate::typography::Typography;
use crate::typography::html::{set_page, set_passages};

/// The schema of `plan.json`, published beside the plans that follow it.
const PLAN_SCHEMA: &str = include_str!("../../docs/schemas/jalon-plan-1.schema.json");

const PLAN_SCHEMA_ADDRESS: &str = "schemas/jalon-plan-1.schema.json";

/// The schema of `synthesis.json`, published beside the syntheses that follow it.
const SYNTHESIS_SCHEMA: &str = include_str!("../../docs/schemas/jalon-synthesis-1.schema.json");

const SYNTHESIS_SCHEMA_ADDRESS: &str = "schemas/jalon-synthesis-1.schema.json";

/// Addresses that no document may take.
pub fn reserved(theme: &Theme, config: &Config) -> Vec<(Address, String)> {
    let fixed = ["404.html", "robots.txt", "sitemap.xml", PLAN_SCHEMA_ADDRESS, SYNTHESIS_SCHEMA_ADDRESS];
    let fixed = fixed.iter().map(|file| (Address::file(file), format!("jalon ({file})")));
    let rules = hosting::names(&config.hosting).into_iter();
    fixed
        .chain(rules.map(|file| (Address::file(file), format!("jalon ({file})"))))
        .chain(theme.assets().keys().map(|asset| (asset_address(asset), format!("assets/{asset}"))))
        .collect()
}

/// The pictures among the files of the site, each read once.
pub fn pictures(site: &Site, inputs: &Inputs) -> Pictures {
    let read = |copy: &'_ Copy| Picture::read(&copy.source, &inputs.files[&copy.source]);
    let pictures: Vec<(&Address, Picture)> =
        site.copies.par_iter().filter_map(|copy| Some((&copy.address, read(copy)?))).collect();
    Pictures::of(pictures)
}

fn asset_address(asset: &str) -> Address {
    page::assets().beside(asset)
}

/// A plan in a format: its bytes, or what the format cannot hold.
type InFormat<'a> = (&'a Entry, &'static Format, Result<Vec<u8>, Beyond>);

/// Every file of the publication.
pub struct Made {
    pub files: BTreeMap<String, File>,
    /// The file of the site that each page or copy comes from, by published path.
    pub sources: BTreeMap<String, String>,
    pub n_pages: usize,
}

/// The pages of a batch, written.
#[derive(Default)]
struct Rendered {
    files: BTreeMap<String, File>,
    sources: Vec<(String, String)>,
    /// In the order of the pages.
    listed: Vec<Listed>,
    /// The pictures of the site that the pages show.
    shown: BTreeSet<String>,
    n_pages: usize,
    found: Vec<Unit>,
    diagnostics: Vec<Diagnostic>,
}

/// What files are made from.
pub struct Outputs<'a> {
    pub inputs: &'a Inputs,
    pub making: &'a Making<'a>,
    pub theme: &'a Theme,
    pub pictures: &'a Pictures,
}

impl Outputs<'_> {
    /// Every file by its path, and how many pages there are.
    pub fn files(&self, diagnostics: &mut Vec<Diagnostic>) -> Made {
        let mut files = BTreeMap::new();
        // Before the pages: a workbook takes much room while it is made, and pages are kept.
        self.add_plan_data(&mut files, diagnostics);
        self.add_synthesis_data(&mut files);
        let words: BTreeMap<&str, SharedWords> =
            self.making.words.iter().map(|(code, words)| (code.as_str(), SharedWords::of(words))).collect();
        let rendered: Vec<Rendered> =
            page::batches(self.making).par_iter().map(|batch| self.batch(batch, &words)).collect();
        let (mut listed, mut shown, mut n_pages) = (Vec::new(), BTreeSet::new(), 0);
        let mut found = Vec::new();
        let copies = self.making.site.copies.iter();
        let mut sources: BTreeMap<String, String> =
            copies.map(|copy| (copy.address.output(), copy.source.clone())).collect();
        for batch in rendered {
            files.extend(batch.files);
            sources.extend(batch.sources);
            listed.extend(batch.listed);
            shown.extend(batch.shown);
            n_pages += batch.n_pages;
            found.extend(batch.found);
            diagnostics.extend(batch.diagnostics);
        }
        self.add_search(&mut files, found);
        diagnostics.extend(self.pictures.problems(&shown));
        self.add_lists(&mut files, &listed, diagnostics);
        self.add_copies(&mut files);
        Made { files, sources, n_pages }
    }

    /// Makes some pages and writes them, so that what they show is let go of before the next ones.
    fn batch(&self, batch: &Batch<'_>, words: &BTreeMap<&str, SharedWords>) -> Rendered {
        let page::Made { pages, badges, diagnostics } = page::make(self.making, batch);
        let mut rendered = Rendered { n_pages: pages.len(), diagnostics, ..Rendered::default() };
        for (place, badge) in badges {
            add(&mut rendered.files, &site::plan::badge_svg(&place), badge::svg(&badge), Role::Data);
            add(&mut rendered.files, &site::plan::badge_json(&place), badge::json(&badge), Role::Data);
        }
        for page in pages {
            match self.render(&page, words) {
                Ok(OnPage { html, shown }) => {
                    let typography = self.typography(&page);
                    rendered.found.extend(search::units(self.making, &page, &html, typography));
                    add(&mut rendered.files, &page.address, html, role(&page));
                    rendered.shown.extend(shown);
                }
                Err(diagnostic) => rendered.diagnostics.push(*diagnostic),
            }
            rendered.sources.push((page.address.output(), page.source));
            rendered.listed.extend(Listed::of(page.frame));
        }
        rendered
    }

    fn render(&self, page: &Page, words: &BTreeMap<&str, SharedWords>) -> Result<OnPage, Box<Diagnostic>> {
        if !self.theme.has_template(&page.template) {
            return Err(Box::new(self.no_such_template(page)));
        }
        let around = &words[page.language.as_str()];
        let spoken = page.frame.spoken.as_ref().map(|spoken| spoken.code.as_str());
        let html = match spoken {
            None => self.theme.render(&page.template, &page.frame, &page.view, around)?,
            Some(code) => {
                self.theme.render(&page.template, &page.frame, &page.view, &around.around(&words[code]))?
            }
        };
        let html = self.typeset(page, html);
        let language = spoken.unwrap_or(&page.language);
        let marked = self.making.site.marked(language, &page.source, &page.address, &html);
        let html = match marked {
            Cow::Borrowed(_) => html,
            Cow::Owned(marked) => marked,
        };
        let base_path = &self.making.config.base_url.path;
        let on_page = self.pictures.on_page(&html, &page.address, base_path);
        Ok(on_page.unwrap_or(OnPage { html, shown: BTreeSet::new() }))
    }

    /// The texts of a page, set as its language asks; the words of templates and documents alike.
    fn typeset(&self, page: &Page, html: String) -> String {
        let of_document = self.of_document(page);
        match self.typography(page) {
            Typography::AsTyped if self.making.config.typesetting.is_off(of_document) => html,
            Typography::AsTyped => set_passages(&html),
            typography @ (Typography::French(_) | Typography::English) => set_page(&html, typography),
        }
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
        let nearest = lang::nearest(&written, self.theme.templates()).map(str::to_owned);
        let entry = self.making.site.entry_of(&page.source);
        let header = entry.and_then(|entry| entry.document.as_ref()).map(|document| &document.header);
        let span = header.and_then(|header| header.template.as_ref()).map(|template| template.span);
        let problem = SiteProblem::NoSuchTemplate { written, nearest };
        Diagnostic { severity: Severity::Error, problem: problem.into(), path: page.source.clone(), span }
    }

    fn add_plan_data(&self, files: &mut BTreeMap<String, File>, diagnostics: &mut Vec<Diagnostic>) {
        let written = self.plan_data();
        if !written.is_empty() {
            add(files, &Address::file(PLAN_SCHEMA_ADDRESS), PLAN_SCHEMA.to_owned(), Role::Data);
        }
        for (entry, format, bytes) in written {
            match bytes {
                Ok(bytes) => add(files, &site::plan::data(&entry.address, format.file), bytes, Role::Data),
                Err(Beyond) => {
                    let problem = SiteProblem::BeyondFormat { file: format.file };
                    let path = entry.document.as_ref().map_or(CONFIG, |document| &document.path).to_owned();
                    diagnostics.push(Diagnostic {
                        severity: Severity::Error,
                        problem: problem.into(),
                        path,
                        span: None,
                    });
                }
            }
        }
    }

    /// What the page where visitors search loads.
    fn add_search(&self, files: &mut BTreeMap<String, File>, found: Vec<Unit>) {
        for (address, script) in search::files(self.making, found) {
            add(files, &address, script, Role::Data);
        }
    }

    /// What tells robots which pages there are.
    fn add_lists(
        &self,
        files: &mut BTreeMap<String, File>,
        listed: &[Listed],
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        for (address, feed) in page::feeds(self.making) {
            add(files, &address, feed, Role::Index);
        }
        let config = self.making.config;
        for (file, rules) in hosting::files(config, self.making.site) {
            add(files, &Address::file(file), rules, Role::Index);
        }
        add(files, &Address::file("robots.txt"), robots::robots(config), Role::Index);
        if config.base_url.written == Written::Nothing {
            diagnostics.push(Diagnostic::warning_of_file(CONFIG, SiteProblem::NoBaseUrl));
        }
        if !config.base_url.origin.is_empty() {
            add(files, &Address::file("sitemap.xml"), sitemap::sitemap(listed), Role::Index);
        }
    }

    /// Every plan in every format that suits it.
    fn plan_data(&self) -> Vec<InFormat<'_>> {
        let Making { site, config, .. } = self.making;
        let mut wanted = Vec::new();
        for entry in &site.entries {
            let Some(plan) = entry.plan() else { continue };
            let reference = self.making.reference_date(entry);
            let subject =
                Subject { config, site, words: self.making.words_of(entry), entry, plan, reference };
            wanted.extend(export::formats(config, plan).map(|format| (subject, format)));
        }
        wanted
            .into_par_iter()
            .map(|(subject, format)| (subject.entry, format, format.write(&subject)))
            .collect()
    }

    /// Every synthesis in every format that suits it.
    fn add_synthesis_data(&self, files: &mut BTreeMap<String, File>) {
        let Making { site, config, .. } = self.making;
        for entry in &site.entries {
            let Some(synthesis) = entry.synthesis() else { continue };
            let words = self.making.words_of(entry);
            let subject = export::synthesis::Subject { config, site, words, entry, synthesis };
            for format in export::synthesis::formats(synthesis) {
                add(files, &entry.address.beside(format.file), format.write(&subject), Role::Data);
            }
            add(files, &Address::file(SYNTHESIS_SCHEMA_ADDRESS), SYNTHESIS_SCHEMA.to_owned(), Role::Data);
        }
    }

    fn add_copies(&self, files: &mut BTreeMap<String, File>) {
        for copy in &self.making.site.copies {
            let bytes = Arc::clone(&self.inputs.files[&copy.source]);
            files.insert(copy.address.output(), File { bytes, role: Role::Asset });
        }
        let assets = self.theme.assets();
        let of_settings = self.style();
        // What the site adds comes last, so that it has the last word.
        let of_site = assets.get(look::SITE_STYLE).map_or(&[][..], |bytes| bytes);
        for (asset, bytes) in assets.iter().filter(|(asset, _)| *asset != look::SITE_STYLE) {
            let bytes = match asset == look::STYLE {
                true => [bytes, of_settings.as_bytes(), of_site].concat().into(),
                false => Arc::clone(bytes),
            };
            files.insert(asset_address(asset).output(), File { bytes, role: Role::Asset });
        }
    }

    /// What the settings ask of the style. A font that is not there was reported with the links.
    fn style(&self) -> String {
        let Making { site, config, .. } = self.making;
        let font = |written: &Option<Spanned<String>>| {
            let address = site.file_of_look(config, written.as_ref()?).ok()?;
            Some(markdown::encoded(&address.relative_to(&page::assets())))
        };
        let Look { font: text, title_font: title, .. } = &config.look;
        look::style(&config.look, &look::Fonts { text: font(text), title: font(title) })
    }
}

fn add(files: &mut BTreeMap<String, File>, address: &Address, bytes: impl Into<Vec<u8>>, role: Role) {
    files.insert(address.output(), File { bytes: bytes.into().into(), role });
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
