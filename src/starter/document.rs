//! One more document: a skeleton that says what goes where, in the file where it belongs.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fault::Fault;
use super::fill::{between_quotes, fill};
use super::place::Places;
use super::sample;
use crate::config::languages::Language;
use crate::config::{self, CONFIG, Config};
use crate::date::Date;
use crate::decode;
use crate::front_matter::WrittenKind;
use crate::lang;
#[cfg(feature = "import")]
use crate::lang::Lang;
use crate::source::Source;

/// What was asked of a new document.
#[derive(Debug, Clone)]
pub struct Wish {
    pub kind: WrittenKind,
    pub title: String,
    /// The code of one of the site's languages; none is the site's first.
    pub language: Option<String>,
    pub date: Date,
}

/// A document to write: its path from the root of the site, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub path: String,
    pub text: String,
}

impl Draft {
    /// Its front matter, with the lines that set it off.
    pub fn header(&self) -> &str {
        let fences = self.text.match_indices("+++\n").nth(1);
        fences.map_or(&self.text, |(at, fence)| &self.text[..at + fence.len()])
    }
}

/// The document asked for, beside those of its kind that the site already has.
pub fn draft(wish: &Wish, files: &BTreeMap<String, Arc<[u8]>>) -> Result<Draft, Fault> {
    let Wish { kind, title, language, date } = wish;
    let config = settings(files);
    let title = lang::on_one_line(title);
    let language = language_of(language.as_deref(), &config)?;
    let slug = slug::slugify(&title);
    if slug.is_empty() {
        return Err(Fault::NoLetter { title });
    }
    let path = Places { config: &config, files, date: *date }.place(*kind, &slug, &language.code)?;
    let lang = language.lang;
    let text = fill(
        sample(lang, &format!("new/{}.md", skeleton(*kind))),
        &[("title", &between_quotes(&title)), ("date", &date.to_string()), ("period", &period(&slug, *date))],
    );
    Ok(Draft { path, text })
}

/// The language of a document that is asked in one of the site's languages; none is the site's first.
#[cfg(feature = "import")]
pub fn lang(asked: Option<&str>, files: &BTreeMap<String, Arc<[u8]>>) -> Lang {
    let config = settings(files);
    language_of(asked, &config).map_or(Lang::Fr, |language| language.lang)
}

/// The settings, whatever is wrong with them: `jalon build` says it.
pub(super) fn settings(files: &BTreeMap<String, Arc<[u8]>>) -> Config {
    let source = match files.get(CONFIG) {
        Some(bytes) => decode::source(CONFIG, bytes, &mut Vec::new()),
        None => Source::new(CONFIG, ""),
    };
    config::read(&source).value
}

fn language_of<'c>(asked: Option<&str>, config: &'c Config) -> Result<&'c Language, Fault> {
    let Some(asked) = asked else { return Ok(config.language(&config.default_language)) };
    let found = config.languages.iter().find(|language| language.code == asked);
    found.ok_or_else(|| Fault::UnknownLanguage {
        read: asked.to_owned(),
        known: config.languages.iter().map(|language| language.code.clone()).collect(),
    })
}

fn skeleton(kind: WrittenKind) -> &'static str {
    match kind {
        WrittenKind::Plan => "plan",
        WrittenKind::Synthesis => "synthesis",
        WrittenKind::Mission => "mission",
        WrittenKind::News => "news",
        WrittenKind::Page => "page",
    }
}

/// The years that the title of a plan names, else the year of its date.
fn period(slug: &str, date: Date) -> String {
    let is_year = |word: &&str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let years: Vec<&str> = slug.split('-').filter(is_year).collect();
    match years[..] {
        [] => date.year().to_string(),
        [year] => year.to_owned(),
        [first, .., last] => format!("{first}-{last}"),
    }
}
