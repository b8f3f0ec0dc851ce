//! `jalon.toml`: what the site says of itself.
//!
//! Its keys are in `keys`, and those of its tables beside what reads them.

mod address;
mod foreign;
pub mod hosting;
pub mod keys;
pub mod languages;
pub mod look;
pub mod menu;
pub mod plans;
pub mod typesetting;

use std::collections::BTreeMap;

use crate::address::Address;
use crate::diagnostic::record::misplaced::Title;
use crate::diagnostic::record::{AddressFault, RecordProblem};
use crate::diagnostic::{Noted, Problems};
use crate::lang::{fold, nearest};
use crate::record::misplaced::{self, Level};
use crate::record::{Fields, Record, Spanned, fields, read_toml};
use crate::source::Source;
use languages::{DefaultRoot, Language};
use menu::MenuEntry;

/// The path of the settings among the files of a site.
pub const CONFIG: &str = "jalon.toml";

/// The settings of a site; every key has a default but `title`.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    pub title: String,
    pub description: Option<String>,
    /// The public address, ending with `/`; absolute URLs are made from it alone.
    pub base_url: BaseUrl,
    /// The origin that the settings give, where another takes its place; else empty.
    pub usual_origin: String,
    /// The code of the language of documents that name none; always one of `languages`.
    pub default_language: String,
    /// Where the pages of that language are.
    pub default_root: DefaultRoot,
    /// The languages of the site, the default first, then in the order written.
    pub languages: Vec<Language>,
    pub look: look::Look,
    /// Words the site adds to the statuses we know: words, folded → status key, one of [`STATUSES`].
    pub statuses: BTreeMap<String, String>,
    /// Events that timeframes name, in the order written.
    pub events: Vec<plans::Event>,
    pub calendar: plans::CalendarSettings,
    /// Short names, folded, and who they stand for where a plan names who answers.
    pub people: BTreeMap<String, plans::Person>,
    /// Acronyms about which nothing is to be said.
    pub ignored_acronyms: Vec<Spanned<String>>,
    /// The menu of the default language, in order; empty means the top-level sections.
    pub menu: Vec<MenuEntry>,
    pub contact: Option<String>,
    /// Whether visitors can search the site.
    pub search: bool,
    pub typesetting: typesetting::Typesetting,
    pub hosting: hosting::Hosting,
    /// `[extra]`, given to templates as is.
    pub extra: Record,
}

/// The public address in its parts: `https://example.org` and `/asso/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    /// Scheme and host, without a final `/`; empty when the site does not know its address.
    pub origin: String,
    /// The path, starting and ending with `/`.
    pub path: String,
    /// Whether the settings give an address, be it a wrong one.
    pub written: Written,
}

/// Whether a setting is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Something,
    Nothing,
}

impl BaseUrl {
    /// Where an address of the site is on the Web; from the root of the host when that is all
    /// the site knows.
    pub fn join(&self, address: &Address) -> String {
        [&self.origin, &self.path, &address.written()[1..]].concat()
    }
}

/// The status keys that words of a site can stand for, as those of a plan.
pub const STATUSES: [&str; 11] = [
    "planned",
    "preparing",
    "in-progress",
    "ongoing",
    "partial",
    "done",
    "postponed",
    "on-hold",
    "dropped",
    "noted",
    "not-stated",
];

/// Reads `jalon.toml`. An absent file is the empty source: every setting by default, and the
/// missing title noted.
pub fn read(source: &Source) -> Noted<Config> {
    let mut problems = Problems::in_file(source.path.as_str());
    let mut record = read_toml(&source.text, 0, &mut problems);
    let top = Level { title: Title::top(record.notation), keys: vec![keys::KEYS] };
    misplaced::settle(&mut record, &mut vec![top], &mut problems);
    misplaced::tell_extra(&record, &[keys::KEYS], &mut problems);
    let config = config(&record, &mut problems);
    Noted { value: config, diagnostics: problems.into_diagnostics() }
}

impl Config {
    /// One of the languages of the site, by its code; the default one for a code that is none of them.
    pub fn language(&self, code: &str) -> &Language {
        let found = self.languages.iter().find(|language| language.code == code);
        found.or(self.languages.first()).expect("a site has at least its default language")
    }

    /// Where the home page of a language is: `/`, `/en/`.
    pub fn root(&self, code: &str) -> Address {
        let is_at_root = code == self.default_language && self.default_root == DefaultRoot::Site;
        if is_at_root { Address::root() } else { Address::page(code) }
    }

    /// The same site published at another address, as given on the command line.
    pub fn with_base_url(self, base_url: &str) -> Result<Config, RecordProblem> {
        let base_url = address::read(base_url).map_err(|fault| bad_base_url(base_url, fault))?;
        Ok(Config { usual_origin: self.base_url.origin, base_url, ..self })
    }
}

fn config(record: &Record, problems: &mut Problems) -> Config {
    let mut fields = Fields::of(record, keys::KEYS);
    let default_language = languages::default(&mut fields, problems);
    let languages = languages::read(&mut fields, &default_language, problems);
    let title = title(&mut fields, &languages[0], problems);
    let menu = menu::of_site(&mut fields, &languages[0], problems);
    let base_url = base_url(&mut fields, problems);
    let hosting = hosting::read(&mut fields, &base_url, problems);
    let config = Config {
        title,
        description: fields.text("description", problems),
        base_url,
        usual_origin: String::new(),
        default_language,
        default_root: languages::default_root(&mut fields, problems),
        languages,
        look: look::read(&mut fields, problems),
        statuses: statuses(&mut fields, problems),
        events: plans::events(&mut fields, problems),
        calendar: plans::calendar(&mut fields, problems),
        people: plans::people(&mut fields, problems),
        ignored_acronyms: ignored_acronyms(&mut fields, problems),
        menu,
        contact: fields.text("contact", problems),
        search: fields.boolean("search", problems).unwrap_or(true),
        typesetting: typesetting::read(&mut fields, problems),
        hosting,
        extra: fields.record("extra", problems).cloned().unwrap_or_default(),
    };
    fields.finish_knowing(&[foreign::KEYS], problems);
    config
}

/// The title of the site, else that of its default language.
fn title(fields: &mut Fields<'_>, default: &Language, problems: &mut Problems) -> String {
    let is_written = fields.entry("title").is_some();
    let title = fields.filled_text("title", problems).map(|title| title.value);
    if let Some(title) = title.or_else(|| default.title.clone()) {
        return title;
    }
    if !is_written {
        problems.file_error(RecordProblem::MissingKey {
            key: "title",
            example: "title = \"Le nom de votre association\"",
        });
    }
    "Site".to_owned()
}

fn base_url(fields: &mut Fields<'_>, problems: &mut Problems) -> BaseUrl {
    let written = fields.entry("base_url").map_or(Written::Nothing, |_| Written::Something);
    let Some(Spanned { value, span }) = fields.spanned_text("base_url", problems) else {
        return address::unknown(written);
    };
    address::read(&value).unwrap_or_else(|fault| {
        problems.error(bad_base_url(&value, fault), span);
        address::unknown(written)
    })
}

fn bad_base_url(read: &str, fault: AddressFault) -> RecordProblem {
    RecordProblem::BadAddress { key: "base_url".to_owned(), read: read.to_owned(), fault }
}

fn statuses(fields: &mut Fields<'_>, problems: &mut Problems) -> BTreeMap<String, String> {
    let mut statuses = BTreeMap::new();
    let Some(record) = fields.record("statuses", problems) else { return statuses };
    for entry in &record.entries {
        let Some(read) = fields::text_of(entry, problems) else { continue };
        let folded = fold(read);
        match STATUSES.into_iter().find(|status| *status == folded) {
            Some(status) => {
                statuses.insert(fold(&entry.key), status.to_owned());
            }
            None => {
                let problem = RecordProblem::UnknownWord {
                    key: entry.key.clone(),
                    read: read.to_owned(),
                    known: STATUSES.to_vec(),
                    nearest: key_of(&folded).or_else(|| nearest(read, STATUSES)).map(str::to_owned),
                };
                problems.error(problem, entry.value.span);
            }
        }
    }
    statuses
}

/// The key of a state that is named instead: « en cours », “in progress”. Its gender is that of no word yet.
fn key_of(folded: &str) -> Option<&'static str> {
    const NAMES: [[&str; 3]; 9] = [
        ["a venir", "planned", "planned"],
        ["en preparation", "in preparation", "preparing"],
        ["en cours", "in progress", "in-progress"],
        ["en continu", "ongoing", "ongoing"],
        ["partiellement realise", "partially completed", "partial"],
        ["realise", "completed", "done"],
        ["reporte", "postponed", "postponed"],
        ["en suspens", "on hold", "on-hold"],
        ["abandonne", "dropped", "dropped"],
    ];
    let masculine = folded.strip_suffix("ee").map(|start| format!("{start}e"));
    let named = masculine.as_deref().unwrap_or(folded);
    NAMES.iter().find(|[fr, en, _]| [*fr, *en].contains(&named)).map(|[.., key]| *key)
}

fn ignored_acronyms(fields: &mut Fields<'_>, problems: &mut Problems) -> Vec<Spanned<String>> {
    let Some(record) = fields.record("glossary", problems) else { return Vec::new() };
    let mut fields = Fields::of(record, keys::GLOSSARY_KEYS);
    let ignored = fields.spanned_texts("ignore", problems).unwrap_or_default();
    fields.finish(problems);
    ignored
}

fn required(
    fields: &mut Fields<'_>,
    key: &'static str,
    example: &'static str,
    problems: &mut Problems,
) -> Option<Spanned<String>> {
    if fields.entry(key).is_none() {
        problems.error(RecordProblem::MissingKey { key, example }, fields.span());
    }
    fields.filled_text(key, problems)
}
