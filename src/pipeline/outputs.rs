//! Renders pages and gathers every file of the publication.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::dress::Dress;
use super::earlier::{Earlier, Indexed};
use super::feeds;
use super::pages::Writer;
use super::{File, Inputs, Role, Taker};
use crate::address::Address;
use crate::config::look::Look;
use crate::config::{self, CONFIG, Config};
use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::sitemap::{self, Listed};
use crate::export::{self, Beyond, Format, Subject, hosting, robots};
use crate::filled::Filled;
use crate::markdown;
use crate::page::{self, Making};
use crate::picture::{Picture, Pictures};
use crate::record::Spanned;
use crate::search;
use crate::search::unit::Unit;
use crate::site::{self, Copy, Entry, Site};
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

/// The bytes of a file of data, or what its format cannot hold.
type Written = Result<Arc<[u8]>, Beyond>;

/// A plan in a format.
type InFormat<'a> = (&'a Entry, &'static Format, Written);

/// A file of data to write, beside the page of an entry.
struct Wanted<'a> {
    entry: &'a Entry,
    file: &'static str,
    /// It may be asked of a site that notes what is asked of it.
    write: Box<dyn Fn(&Site) -> Written + Sync + 'a>,
}

/// The files that ask something of the site, and what the others are made from.
pub struct Made {
    /// Those that were not handed over.
    pub files: BTreeMap<String, File>,
    /// The file of the site that each page or copy comes from, by published path.
    pub sources: BTreeMap<String, String>,
    pub n_pages: usize,
    pub rest: Rest,
}

/// What asks nothing of the site any more: it is made once the site is let go of.
pub struct Rest {
    /// By language; the index of the search is made from them.
    found: Vec<Findings>,
    copies: BTreeMap<String, File>,
}

/// What visitors find in a language.
struct Findings {
    language: String,
    tag: String,
    /// The page where they search.
    page: Address,
    units: Vec<Arc<Unit>>,
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
    /// Every file by its path, but for the index of the search, and how many pages there are.
    pub fn files(&self, mut kept: Option<&mut Earlier<'_>>, diagnostics: &mut Vec<Diagnostic>) -> Made {
        let mut files = BTreeMap::new();
        // Before the pages: a workbook takes much room while it is made, and pages are kept.
        self.add_plan_data(&mut files, kept.as_deref_mut(), diagnostics);
        self.add_synthesis_data(&mut files, kept.as_deref_mut());
        hand_over(&mut files, self.taker);
        let Outputs { making, dress, pictures, .. } = *self;
        let writer = Writer { making, dress, pictures };
        let rendered = match kept.as_deref_mut() {
            Some(earlier) => writer.again(earlier),
            None => writer.once(self.taker),
        };
        let (mut listed, mut shown, mut n_pages) = (Vec::new(), BTreeSet::new(), 0);
        let mut found = Vec::new();
        let copies = making.site.copies().iter();
        // Put in order at once: one by one, thousands of long paths are compared again and again.
        let mut sources: Vec<(String, String)> =
            copies.map(|copy| (copy.address.output(), copy.source.clone())).collect();
        let mut written: Vec<(String, File)> = Vec::new();
        for batch in &rendered {
            written.extend(batch.badges.iter().map(|(output, file)| (output.clone(), file.clone())));
            sources.extend(batch.sources.iter().cloned());
            listed.extend(&batch.listed);
            n_pages += batch.n_pages;
            diagnostics.extend(batch.diagnostics.iter().cloned());
            written.extend(batch.pages.iter().map(|page| (page.output.clone(), page.file.clone())));
            shown.extend(batch.shown.iter().cloned());
            found.extend(batch.found.iter().cloned());
        }
        let (mut written, sources): (BTreeMap<String, File>, BTreeMap<String, String>) =
            rayon::join(|| written.into_iter().filled(), || sources.into_iter().collect());
        files.append(&mut written);
        diagnostics.extend(pictures.problems(&shown));
        self.add_lists(&mut files, &listed, kept, diagnostics);
        hand_over(&mut files, self.taker);
        let rest = Rest { found: self.findings(found), copies: self.copies() };
        Made { files, sources, n_pages, rest }
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

    /// What visitors find in each language of the site.
    fn findings(&self, found: Vec<Arc<Unit>>) -> Vec<Findings> {
        let Making { site, config, .. } = self.making;
        let mut by_language: BTreeMap<&str, Vec<Arc<Unit>>> = BTreeMap::new();
        for unit in found {
            by_language.entry(&config.language(&unit.language).code).or_default().push(unit);
        }
        let searched = config.languages.iter().filter_map(|language| {
            let (language, tag) = (language.code.clone(), language.tag.clone());
            let page = site.search(&language)?.clone();
            let units = by_language.remove(language.as_str()).unwrap_or_default();
            Some(Findings { language, tag, page, units })
        });
        searched.collect()
    }

    /// What tells robots which pages there are.
    fn add_lists(
        &self,
        files: &mut BTreeMap<String, File>,
        listed: &[&Listed],
        mut kept: Option<&mut Earlier<'_>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        for (output, bytes) in feeds::of_site(self.making, kept.as_deref_mut()) {
            files.insert(output, File { bytes, role: Role::Index });
        }
        let config = self.making.config;
        for (file, rules) in hosting::files(config, self.making.site) {
            add(files, &Address::file(file), rules, Role::Index);
        }
        add(files, &Address::file("robots.txt"), robots::robots(config), Role::Index);
        if config.base_url.written == config::Written::Nothing {
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
        let (mut formats, mut wanted) = (Vec::new(), Vec::new());
        for entry in site.entries() {
            let Some(plan) = entry.plan() else { continue };
            let (words, reference) = (self.making.words_of(entry), self.making.reference_date(entry));
            for format in export::formats(config, plan) {
                formats.push((entry, format));
                let write = move |site: &Site| {
                    let subject = Subject { config, site, words, entry, plan, reference };
                    format.write(&subject).map(Arc::<[u8]>::from)
                };
                wanted.push(Wanted { entry, file: format.file, write: Box::new(write) });
            }
        }
        let written = self.written(&wanted, kept);
        formats.into_iter().zip(written).map(|((entry, format), bytes)| (entry, format, bytes)).collect()
    }

    /// Every synthesis in every format that suits it.
    fn add_synthesis_data(&self, files: &mut BTreeMap<String, File>, kept: Option<&mut Earlier<'_>>) {
        let config = self.making.config;
        let mut wanted = Vec::new();
        for entry in self.making.site.entries() {
            let Some(synthesis) = entry.synthesis() else { continue };
            let words = self.making.words_of(entry);
            for format in export::synthesis::formats(synthesis) {
                let write = move |site: &Site| {
                    let subject = export::synthesis::Subject { config, site, words, entry, synthesis };
                    Ok(Arc::from(format.write(&subject)))
                };
                wanted.push(Wanted { entry, file: format.file, write: Box::new(write) });
            }
        }
        if !wanted.is_empty() {
            add(files, &Address::file(SYNTHESIS_SCHEMA_ADDRESS), SYNTHESIS_SCHEMA.to_owned(), Role::Data);
        }
        for (Wanted { entry, file, .. }, bytes) in wanted.iter().zip(self.written(&wanted, kept)) {
            if let Ok(bytes) = bytes {
                files.insert(entry.address.beside(file).output(), File { bytes, role: Role::Data });
            }
        }
    }

    /// Files of data, in order; those of the build before where nothing changed.
    fn written(&self, wanted: &[Wanted<'_>], kept: Option<&mut Earlier<'_>>) -> Vec<Written> {
        let site = self.making.site;
        let Some(earlier) = kept else {
            return wanted.par_iter().map(|it| (it.write)(site)).collect();
        };
        let data = |it: &Wanted<'_>| earlier.data(site, it.entry, it.file, &it.write);
        let files = wanted.par_iter().map(data).collect();
        earlier.keep_data(files)
    }

    /// The files that are published as they are.
    fn copies(&self) -> BTreeMap<String, File> {
        let mut files = BTreeMap::new();
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
        files
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

/// Hands over what was made, if someone takes it.
fn hand_over(files: &mut BTreeMap<String, File>, taker: Option<Taker<'_>>) {
    if let Some(taker) = taker {
        std::mem::take(files).into_par_iter().for_each(|(output, file)| taker(output, file));
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

impl Rest {
    /// Adds the last files, or hands them over; whether the index of the search is that of an earlier build.
    pub fn add_to(
        self,
        files: &mut BTreeMap<String, File>,
        kept: Option<&mut Earlier<'_>>,
        taker: Option<Taker<'_>>,
    ) -> bool {
        let is_behind = match kept {
            Some(earlier) => self.found.into_iter().fold(false, |is_behind, findings| {
                let index = findings.index_since(earlier);
                files.extend(index.files);
                is_behind | index.is_behind
            }),
            None => {
                // On the threads that made the pages: what they let go of is theirs to use again.
                let indexes: Vec<_> = self.found.into_par_iter().map(|it| it.index(taker)).collect();
                files.extend(indexes.into_iter().flatten());
                false
            }
        };
        files.extend(self.copies);
        hand_over(files, taker);
        is_behind
    }
}

impl Findings {
    /// The files of the index that were not handed over.
    fn index(self, taker: Option<Taker<'_>>) -> Vec<(String, File)> {
        let units = self.units.into_iter().map(Arc::unwrap_or_clone).collect();
        let mut files = Vec::new();
        write_index(&self.page, &self.tag, units, &mut |output, file| match taker {
            Some(taker) => taker(output, file),
            None => files.push((output, file)),
        });
        files
    }

    /// The index, or that of an earlier build.
    fn index_since(self, earlier: &mut Earlier<'_>) -> Indexed {
        earlier.index(&self.language, self.units, |units| {
            let units = units.iter().map(|unit| Unit::clone(unit)).collect();
            let mut files = Vec::new();
            write_index(&self.page, &self.tag, units, &mut |output, file| files.push((output, file)));
            files
        })
    }
}

fn write_index(page: &Address, tag: &str, units: Vec<Unit>, put: &mut dyn FnMut(String, File)) {
    search::write_index(page, tag, units, &mut |address, text| {
        put(address.output(), File { bytes: text.into_bytes().into(), role: Role::Data });
    });
}
