//! Every document of a site with its translations.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::compare::{Comparison, Counts, compare};
use super::units::{Reading, read, read_as};
use crate::config::Config;
use crate::decode;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document_path::{language_of, without_language};

/// A document and what it became in each of the other languages.
#[derive(Debug, Clone)]
pub struct Followed {
    /// In the language of the site; none for a document that was never written in it.
    pub source: Option<Reading>,
    /// By language code, in the order of the site's settings.
    pub translations: Vec<Translation>,
}

/// A translation beside its source.
#[derive(Debug, Clone)]
pub struct Translation {
    pub language: String,
    pub reading: Reading,
    /// None without source.
    pub comparison: Option<Comparison>,
}

impl Translation {
    pub fn counts(&self) -> Counts {
        self.comparison.iter().map(|it| Counts::of(&it.units)).fold(Counts::default(), Counts::plus)
    }
}

/// Reads the documents of a site, given by path; the errors of their bytes and headers are noted.
pub fn of_site(
    documents: &BTreeMap<String, Arc<[u8]>>,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Followed> {
    let mut by_name: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for path in documents.keys() {
        let language = language_of(path, config);
        by_name.entry(without_language(path, language)).or_default().insert(language, path);
    }
    let mut followed = Vec::new();
    for paths in by_name.values() {
        let mut reading = |language: &str, of: Option<&Reading>| {
            let path = paths.get(language)?;
            let source = decode::source(path, &documents[*path], diagnostics);
            let reading = match of {
                Some(of) => read_as(of.kind, &source, language, config),
                None => read(&source, language, config),
            };
            diagnostics.extend(reading.diagnostics.iter().cloned());
            Some(reading)
        };
        let source = reading(&config.default_language, None);
        let others = config.languages.iter().filter(|language| language.code != config.default_language);
        let translations = others.filter_map(|language| {
            let reading = reading(&language.code, source.as_ref())?;
            let comparison = source.as_ref().map(|source| compare(source, &reading));
            Some(Translation { language: language.code.clone(), reading, comparison })
        });
        let translations = translations.collect();
        followed.push(Followed { source, translations });
    }
    diagnostics.retain(|diagnostic| diagnostic.severity == Severity::Error);
    followed
}
