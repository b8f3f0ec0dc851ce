//! Reads every document: those that did not change, and were made with the same, are not read again.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::{Inputs, is_document, is_source_plan};
use crate::config::Config;
use crate::decode;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::site::SiteProblem;
use crate::kind::plan::follow_up::place::Logs;
use crate::kind::plan::follow_up::stray;
use crate::kind::{self, Body, Document};
use crate::site;
use crate::site::translated::{self, Translated};
use crate::site::translation::Sources;

/// Every document, and the files that are the logs of plans.
pub struct Read {
    /// By path.
    pub documents: Vec<Arc<Document>>,
    pub logs: BTreeSet<String>,
}

/// The documents of the last build.
#[derive(Default)]
pub struct Readings {
    /// The settings they were read with.
    config: Option<Config>,
    /// In the order of paths.
    read: Vec<Arc<Reading>>,
}

/// A document that was read, and all it was read from but the settings.
struct Reading {
    bytes: Arc<[u8]>,
    with: With,
    document: Arc<Document>,
    diagnostics: Vec<Diagnostic>,
}

/// What a document was read with, besides its own bytes.
enum With {
    Nothing,
    /// The log of a plan, and what is told of the choice of it.
    Log {
        log: Option<(String, Arc<[u8]>)>,
        told: Vec<Diagnostic>,
    },
    /// The plan it translates, and its bytes.
    Source(Arc<Document>, Arc<[u8]>),
}

/// Reads every document: those of the first language with the follow-up logs of their plans, then
/// the others, among which translated plans follow them.
pub fn documents(
    inputs: &Inputs,
    config: &Config,
    readings: Option<&mut Readings>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Read {
    let logs = Logs::among(inputs.files.keys());
    let reader = Reader { inputs, config, logs: &logs };
    let kept = readings.as_ref().filter(|it| it.config.as_ref() == Some(config));
    let read = reader.all(kept.map_or(&[], |it| &it.read), diagnostics);
    let mut documents = Vec::with_capacity(read.len());
    for reading in &read {
        documents.push(Arc::clone(&reading.document));
        diagnostics.extend(reading.diagnostics.iter().cloned());
    }
    if let Some(readings) = readings {
        *readings = Readings { config: Some(config.clone()), read };
    }
    if documents.is_empty() {
        diagnostics.push(Diagnostic::warning_of_file("content", SiteProblem::EmptySite));
    }
    let plans = plans(&documents);
    let taken = logs.settle(&plans, diagnostics);
    let places = stray::free_places(&plans, &taken);
    let stray = inputs.files.iter().filter_map(|(path, bytes)| stray::told(&places, path, bytes));
    // The log of a translation was told as such.
    let stray: Vec<Diagnostic> =
        stray.filter(|stray| !diagnostics.iter().any(|told| told.path == stray.path)).collect();
    diagnostics.extend(stray);
    Read { documents, logs: taken }
}

/// The plans that may have a log, by path and language.
fn plans(documents: &[Arc<Document>]) -> BTreeSet<(String, String)> {
    let plans = documents.iter().filter(|document| is_source_plan(document));
    plans.map(|plan| (plan.path.clone(), plan.language.clone())).collect()
}

/// What reading documents needs.
struct Reader<'a> {
    inputs: &'a Inputs,
    config: &'a Config,
    logs: &'a Logs,
}

/// A document to be read: its path, its bytes, and what was read of it before with the same settings.
#[derive(Clone, Copy)]
struct Asked<'a> {
    path: &'a str,
    bytes: &'a Arc<[u8]>,
    kept: Option<&'a Arc<Reading>>,
}

impl<'a> Reader<'a> {
    /// Every document, in the order of paths.
    fn all(&self, kept: &[Arc<Reading>], diagnostics: &mut Vec<Diagnostic>) -> Vec<Arc<Reading>> {
        let Reader { inputs, config, .. } = *self;
        let asked = asked(inputs, kept);
        let is_first = |asked: &Asked<'_>| site::language_of(asked.path, config) == config.default_language;
        let first = asked.par_iter().map(|asked| is_first(asked).then(|| self.by_itself(*asked)));
        let first: Vec<Option<Arc<Reading>>> = first.collect();
        let sources = Sources::among(first.iter().flatten().map(|reading| &*reading.document));
        diagnostics.extend(sources.logs(inputs.files.keys(), config));
        let source_of = |path: &str| {
            let source = sources.of(path, site::language_of(path, config))?;
            let at = asked.binary_search_by(|asked| asked.path.cmp(&source.path)).ok()?;
            Some(Arc::clone(&first[at].as_ref()?.document))
        };
        let read = asked.par_iter().zip(&first).map(|(asked, first)| match first {
            Some(reading) => Arc::clone(reading),
            None => match source_of(asked.path) {
                Some(source) => self.translation(*asked, source),
                None => self.by_itself(*asked),
            },
        });
        read.collect()
    }

    /// A document, and the log of a plan in it.
    fn by_itself(&self, asked: Asked<'_>) -> Arc<Reading> {
        let Reader { config, .. } = *self;
        if let Some(kept) = asked.same()
            && kept.with.is(&self.log_of(&kept.document))
        {
            return Arc::clone(kept);
        }
        let Asked { path, bytes, .. } = asked;
        let mut diagnostics = Vec::new();
        let source = decode::source(path, bytes, &mut diagnostics);
        let noted = kind::read(&source, site::language_of(path, config), config);
        diagnostics.extend(noted.diagnostics);
        let mut document = noted.value;
        let with = self.log_of(&document);
        if let With::Log { log, told } = &with {
            diagnostics.extend(told.iter().cloned());
            if let Some((log, bytes)) = log {
                diagnostics.extend(kind::follow(&mut document, config, log, bytes));
            }
        }
        Arc::new(Reading { bytes: Arc::clone(bytes), with, document: Arc::new(document), diagnostics })
    }

    fn log_of(&self, document: &Document) -> With {
        let Body::Plan(_) = &document.body else { return With::Nothing };
        let mut told = Vec::new();
        let log = self.logs.of_plan(&document.path, &document.language, &mut told);
        let log = log.and_then(|log| self.inputs.files.get_key_value(log));
        With::Log { log: log.map(|(path, bytes)| (path.clone(), Arc::clone(bytes))), told }
    }

    /// A document that translates a plan.
    fn translation(&self, asked: Asked<'_>, source: Arc<Document>) -> Arc<Reading> {
        let Reader { inputs, config, .. } = *self;
        let with = With::Source(Arc::clone(&source), Arc::clone(&inputs.files[&source.path]));
        if let Some(kept) = asked.same()
            && kept.with.is(&with)
        {
            return Arc::clone(kept);
        }
        let Asked { path, bytes, .. } = asked;
        let mut diagnostics = Vec::new();
        let own = decode::source(path, bytes, &mut diagnostics);
        // What is wrong with the bytes of the source was told when it was read.
        let translated = decode::source(&source.path, &inputs.files[&source.path], &mut Vec::new());
        let of = Translated { document: &source, source: &translated };
        let noted = translated::read(&own, site::language_of(path, config), of, config);
        diagnostics.extend(noted.diagnostics);
        Arc::new(Reading { bytes: Arc::clone(bytes), with, document: Arc::new(noted.value), diagnostics })
    }
}

/// The documents to read, in the order of paths, each with what was read of it before.
fn asked<'a>(inputs: &'a Inputs, kept: &'a [Arc<Reading>]) -> Vec<Asked<'a>> {
    let mut kept = kept.iter().peekable();
    let documents = inputs.files.iter().filter(|(path, _)| is_document(path));
    let asked = documents.map(|(path, bytes)| {
        while kept.next_if(|it| it.document.path < *path).is_some() {}
        let kept = kept.next_if(|it| it.document.path == *path);
        Asked { path, bytes, kept }
    });
    asked.collect()
}

impl<'a> Asked<'a> {
    /// What was read of the same bytes.
    fn same(&self) -> Option<&'a Arc<Reading>> {
        self.kept.filter(|kept| is_same(&kept.bytes, self.bytes))
    }
}

impl With {
    /// Whether a document is read the same with either.
    fn is(&self, other: &With) -> bool {
        match (self, other) {
            (With::Nothing, With::Nothing) => true,
            (With::Log { log, told }, With::Log { log: other, told: also }) => {
                let same_log = match (log, other) {
                    (Some((path, bytes)), Some((other, new))) => path == other && is_same(bytes, new),
                    (None, None) => true,
                    (Some(_), None) | (None, Some(_)) => false,
                };
                same_log && told == also
            }
            (With::Source(document, bytes), With::Source(other, new)) => {
                Arc::ptr_eq(document, other) && is_same(bytes, new)
            }
            (With::Nothing | With::Log { .. } | With::Source(..), _) => false,
        }
    }
}

/// Bytes that were not read again are the same without a look.
fn is_same(one: &Arc<[u8]>, other: &Arc<[u8]>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}
