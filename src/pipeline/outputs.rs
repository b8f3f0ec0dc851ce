//! Renders pages and gathers every file of the publication.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::dress::Dress;
use super::earlier::Earlier;
use super::pages::Writer;
use super::{CONFIG, File, Inputs, Role, Taker};
use crate::address::Address;
use crate::config::look::Look;
use crate::config::{Config, Written};
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::sitemap::{self, Listed};
use crate::export::{self, Beyond, Format, Subject, hosting, robots};
use crate::kind::plan::Plan;
use crate::markdown;
use crate::page::{self, Making};
use crate::picture::{Picture, Pictures};
use crate::record::Spanned;
use crate::search;
use crate::search::unit::Unit;
use crate::site::{self, Copy, Entry, Site, dated};
use crate::theme::{Theme, look};

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
        site.copies().par_iter().filter_map(|copy| Some((&copy.address, read(copy)?))).collect();
    Pictures::of(pictures)
}

fn asset_address(asset: &str) -> Address {
    page::assets().beside(asset)
}

/// A plan in a format: its bytes, or what the format cannot hold.
type InFormat<'a> = (&'a Entry, &'static Format, Result<Arc<[u8]>, Beyond>);

/// Every file of the publication.
pub struct Made {
    /// Those that were not handed over.
    pub files: BTreeMap<String, File>,
    /// The file of the site that each page or copy comes from, by published path.
    pub sources: BTreeMap<String, String>,
    pub n_pages: usize,
    /// Whether the index of the search is that of an earlier build.
    pub index_is_behind: bool,
}

/// What files are made from.
pub struct Outputs<'a> {
    pub inputs: &'a Inputs,
    pub making: &'a Making<'a>,
    pub dress: &'a Dress,
    pub pictures: &'a Pictures,
    /// Who is handed files as they are made, if anyone.
    pub taker: Option<Taker<'a>>,
}

impl Outputs<'_> {
    /// Every file by its path, and how many pages there are.
    pub fn files(&self, mut kept: Option<Earlier<'_>>, diagnostics: &mut Vec<Diagnostic>) -> Made {
        let mut files = BTreeMap::new();
        // Before the pages: a workbook takes much room while it is made, and pages are kept.
        self.add_plan_data(&mut files, kept.as_mut(), diagnostics);
        self.add_synthesis_data(&mut files, kept.as_mut());
        self.hand_over(&mut files);
        let Outputs { making, dress, pictures, .. } = *self;
        let writer = Writer { making, dress, pictures };
        let rendered = match kept.as_mut() {
            Some(earlier) => writer.again(earlier),
            None => writer.once(self.taker),
        };
        let (mut listed, mut shown, mut n_pages) = (Vec::new(), BTreeSet::new(), 0);
        let mut found = Vec::new();
        let copies = making.site.copies().iter();
        let mut sources: BTreeMap<String, String> =
            copies.map(|copy| (copy.address.output(), copy.source.clone())).collect();
        for batch in &rendered {
            files.extend(batch.badges.iter().map(|(output, file)| (output.clone(), file.clone())));
            sources.extend(batch.sources.iter().cloned());
            listed.extend(&batch.listed);
            n_pages += batch.n_pages;
            diagnostics.extend(batch.diagnostics.iter().cloned());
            files.extend(batch.pages.iter().map(|page| (page.output.clone(), page.file.clone())));
            shown.extend(batch.shown.iter().cloned());
            found.extend(batch.found.iter().cloned());
        }
        diagnostics.extend(pictures.problems(&shown));
        self.add_lists(&mut files, &listed, kept.as_mut(), diagnostics);
        self.hand_over(&mut files);
        // What nobody else holds is let go of as the index takes it.
        drop(rendered);
        let index_is_behind = self.add_search(&mut files, found, kept.as_mut());
        self.add_copies(&mut files);
        self.hand_over(&mut files);
        Made { files, sources, n_pages, index_is_behind }
    }

    /// Hands over what was made, if someone takes it.
    fn hand_over(&self, files: &mut BTreeMap<String, File>) {
        if let Some(taker) = self.taker {
            std::mem::take(files).into_par_iter().for_each(|(output, file)| taker(output, file));
        }
    }

    fn add_plan_data(
        &self,
        files: &mut BTreeMap<String, File>,
        kept: Option<&mut Earlier<'_>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let written = self.plan_data(kept);
        if !written.is_empty() {
            add(files, &Address::file(PLAN_SCHEMA_ADDRESS), PLAN_SCHEMA.to_owned(), Role::Data);
        }
        for (entry, format, bytes) in written {
            match bytes {
                Ok(bytes) => {
                    let output = site::plan::data(&entry.address, format.file).output();
                    files.insert(output, File { bytes, role: Role::Data });
                }
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

    /// What the page where visitors search loads; whether it is that of an earlier build.
    fn add_search(
        &self,
        files: &mut BTreeMap<String, File>,
        found: Vec<Arc<Unit>>,
        kept: Option<&mut Earlier<'_>>,
    ) -> bool {
        let mut by_language: BTreeMap<&str, Vec<Arc<Unit>>> = BTreeMap::new();
        for unit in found {
            let language = self.making.config.language(&unit.language).code.as_str();
            by_language.entry(language).or_default().push(unit);
        }
        let languages = self.making.config.languages.iter().map(|language| language.code.as_str());
        let of_languages = languages.map(|code| (code, by_language.remove(code).unwrap_or_default()));
        let Some(earlier) = kept else {
            for (language, units) in of_languages {
                let units = units.into_iter().map(Arc::unwrap_or_clone).collect();
                write_index(self.making, language, units, &mut |output, file| match self.taker {
                    Some(taker) => taker(output, file),
                    None => drop(files.insert(output, file)),
                });
            }
            return false;
        };
        let mut is_behind = false;
        for (language, units) in of_languages {
            let index = earlier.index(language, units, |units| {
                index(self.making, language, units.iter().map(|unit| Unit::clone(unit)).collect())
            });
            is_behind |= index.is_behind;
            files.extend(index.files);
        }
        is_behind
    }

    /// What tells robots which pages there are.
    fn add_lists(
        &self,
        files: &mut BTreeMap<String, File>,
        listed: &[&Listed],
        mut kept: Option<&mut Earlier<'_>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        for holder in self.making.site.holders_of_feeds() {
            let write = |making: &Making<'_>| Arc::from(page::feed(making, holder).into_bytes());
            let bytes: Arc<[u8]> = match kept.as_deref_mut() {
                Some(earlier) => earlier.feed(self.making, holder, write),
                None => write(self.making),
            };
            let output = dated::feed(&holder.address).output();
            files.insert(output, File { bytes, role: Role::Index });
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
            let write = || Arc::from(sitemap::sitemap(listed).into_bytes());
            let bytes: Arc<[u8]> = match kept {
                Some(earlier) => earlier.sitemap(listed, write),
                None => write(),
            };
            files.insert("sitemap.xml".to_owned(), File { bytes, role: Role::Index });
        }
    }

    /// Every plan in every format that suits it.
    fn plan_data(&self, kept: Option<&mut Earlier<'_>>) -> Vec<InFormat<'_>> {
        let Making { site, config, .. } = *self.making;
        let mut wanted = Vec::new();
        for entry in site.entries() {
            let Some(plan) = entry.plan() else { continue };
            wanted.extend(export::formats(config, plan).map(|format| (entry, plan, format)));
        }
        let write = |site: &Site, (entry, plan, format): (&Entry, &Plan, &'static Format)| {
            let (words, reference) = (self.making.words_of(entry), self.making.reference_date(entry));
            format.write(&Subject { config, site, words, entry, plan, reference }).map(Arc::<[u8]>::from)
        };
        let Some(earlier) = kept else {
            return wanted.into_par_iter().map(|it| (it.0, it.2, write(site, it))).collect();
        };
        let files = wanted.par_iter().map(|it| earlier.data(site, it.0, it.2.file, |site| write(site, *it)));
        let files = files.collect();
        let files = earlier.keep_data(files);
        wanted.iter().zip(files).map(|((entry, _, format), bytes)| (*entry, *format, bytes)).collect()
    }

    /// Every synthesis in every format that suits it.
    fn add_synthesis_data(&self, files: &mut BTreeMap<String, File>, mut kept: Option<&mut Earlier<'_>>) {
        let Making { site, config, .. } = *self.making;
        for entry in site.entries() {
            let Some(synthesis) = entry.synthesis() else { continue };
            let words = self.making.words_of(entry);
            for format in export::synthesis::formats(synthesis) {
                let write = |site: &Site| {
                    let subject = export::synthesis::Subject { config, site, words, entry, synthesis };
                    Ok(Arc::from(format.write(&subject)))
                };
                let written = match kept.as_deref_mut() {
                    Some(earlier) => {
                        let file = earlier.data(site, entry, format.file, write);
                        earlier.keep_data(vec![file]).pop()
                    }
                    None => Some(write(site)),
                };
                if let Some(Ok(bytes)) = written {
                    files
                        .insert(entry.address.beside(format.file).output(), File { bytes, role: Role::Data });
                }
            }
            add(files, &Address::file(SYNTHESIS_SCHEMA_ADDRESS), SYNTHESIS_SCHEMA.to_owned(), Role::Data);
        }
    }

    fn add_copies(&self, files: &mut BTreeMap<String, File>) {
        for copy in self.making.site.copies() {
            let bytes = Arc::clone(&self.inputs.files[&copy.source]);
            files.insert(copy.address.output(), File { bytes, role: Role::Asset });
        }
        let assets = self.dress.theme.assets();
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

pub(super) fn add(
    files: &mut BTreeMap<String, File>,
    address: &Address,
    bytes: impl Into<Vec<u8>>,
    role: Role,
) {
    files.insert(address.output(), File { bytes: bytes.into().into(), role });
}

/// The files of the index of a language.
fn index(making: &Making<'_>, language: &str, units: Vec<Unit>) -> Vec<(String, File)> {
    let mut files = Vec::new();
    write_index(making, language, units, &mut |output, file| files.push((output, file)));
    files
}

fn write_index(making: &Making<'_>, language: &str, units: Vec<Unit>, put: &mut dyn FnMut(String, File)) {
    search::of_language(making, language, units, &mut |address, text| {
        put(address.output(), File { bytes: text.into_bytes().into(), role: Role::Data });
    });
}
