//! Reads every document: those that did not change, and were made with the same, are not read again.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use super::{Inputs, is_source_plan};
use crate::config::Config;
use crate::decode;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::site::SiteProblem;
use crate::document_path::{is_document, language_of};
use crate::filled::Filled;
use crate::kind::plan::follow_up::place::Logs;
use crate::kind::plan::follow_up::stray;
use crate::kind::{self, Body, Document};
use crate::site::translated::{self, Translated};
use crate::site::translation::Sources;

/// Every document, and the files that are the logs of plans.
pub struct Read {
    /// By path.
    pub documents: Vec<Arc<Document>>,
    pub logs: BTreeSet<String>,
}

/// The documents of the last build, by path.
#[derive(Default)]
pub struct Readings {
    /// The settings they were read with.
    config: Option<Config>,
    by_path: BTreeMap<String, Reading>,
}

/// A document that was read, and all it was read from but the settings.
#[derive(Clone)]
struct Reading {
    /// Let go of when nobody reads them again.
    bytes: Option<Arc<[u8]>>,
    /// The names that its source hides, when it is a translation.
    hidden: Vec<String>,
    with: With,
    document: Arc<Document>,
    diagnostics: Vec<Diagnostic>,
}

/// What a document was read with, besides its own bytes.
#[derive(Clone)]
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
///
/// Inputs of our own are left without the documents, but for those whose bytes are read again.
pub fn documents(
    inputs: &mut Cow<'_, Inputs>,
    config: &Config,
    readings: Option<&mut Readings>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Read {
    let logs = Logs::among(inputs.files.keys());
    let nothing = BTreeMap::new();
    let kept = readings.as_ref().filter(|it| it.config.as_ref() == Some(config)).map(|it| &it.by_path);
    let kept = kept.unwrap_or(&nothing);
    let (files, keeping) = match inputs {
        Cow::Borrowed(inputs) => {
            let files = inputs.files.iter().filter(|(path, _)| is_document(path));
            (files.map(|(path, bytes)| (path.clone(), Arc::clone(bytes))).filled(), Keeping::All)
        }
        Cow::Owned(inputs) => {
            (inputs.files.extract_if(.., |path, _| is_document(path)).filled(), Keeping::Plans)
        }
    };
    let reader = Reader { inputs, config, logs: &logs, kept, keeping };
    let read = reader.all(files, diagnostics);
    if let Cow::Owned(inputs) = inputs {
        let again = read.iter().filter(|(_, reading)| is_read_again(&reading.document));
        inputs.files.extend(again.filter_map(|(path, reading)| Some((path.clone(), reading.bytes.clone()?))));
    }
    let mut documents = Vec::with_capacity(read.len());
    let mut by_path = BTreeMap::new();
    for (path, reading) in read {
        documents.push(Arc::clone(&reading.document));
        diagnostics.extend(reading.diagnostics.iter().cloned());
        if readings.is_some() {
            by_path.insert(path, reading);
        }
    }
    if let Some(readings) = readings {
        *readings = Readings { config: Some(config.clone()), by_path };
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
    plans.map(|plan| (plan.path.clone(), plan.language.clone())).filled()
}

/// Whether the bytes of a document are asked for again once all documents are read: what a plan accepts is
/// shown where it is written.
fn is_read_again(document: &Document) -> bool {
    match &document.body {
        Body::Plan(plan) => !plan.accept.is_empty(),
        Body::Synthesis(_) | Body::Mission(_) | Body::Article(_) => false,
    }
}

/// A file that is a document: its path and its bytes.
type Found = (String, Arc<[u8]>);

/// Which bytes stay with what was read of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keeping {
    /// All: the next build compares them.
    All,
    /// Those of plans: their translations are read with them.
    Plans,
}

/// What reading documents needs.
struct Reader<'a> {
    inputs: &'a Inputs,
    config: &'a Config,
    logs: &'a Logs,
    /// What was read with the same settings.
    kept: &'a BTreeMap<String, Reading>,
    keeping: Keeping,
}

/// A plan that others translate.
struct Plan {
    document: Arc<Document>,
    bytes: Arc<[u8]>,
}

impl Reader<'_> {
    /// Every document with its path, in the order of paths.
    fn all(&self, found: Vec<Found>, diagnostics: &mut Vec<Diagnostic>) -> Vec<(String, Reading)> {
        let Reader { inputs, config, .. } = *self;
        let (first, others): (Vec<Found>, Vec<Found>) =
            found.into_iter().partition(|(path, _)| language_of(path, config) == config.default_language);
        // One by one: a thread that comes late, or has the longest ones, leaves the rest to the others.
        let first = first.into_par_iter().with_max_len(1);
        let mut read: Vec<(String, Reading)> =
            first.map(|(path, bytes)| self.by_itself(path, bytes, Vec::new())).collect();
        let sources = Sources::among(read.iter().map(|(_, reading)| &*reading.document));
        diagnostics.extend(sources.logs(inputs.files.keys(), config));
        let source_of = |path: &str| {
            let source = sources.of(path, language_of(path, config))?;
            let at = read.binary_search_by(|(path, _)| path.cmp(&source.path)).ok()?;
            let Reading { document, bytes, .. } = &read[at].1;
            Some(Plan { document: Arc::clone(document), bytes: Arc::clone(bytes.as_ref()?) })
        };
        let others: Vec<(String, Reading)> = others
            .into_par_iter()
            .with_max_len(1)
            .map(|(path, bytes)| match source_of(&path) {
                Some(source) => self.translation(path, bytes, source),
                None => {
                    let said = sources.other(&path, language_of(&path, config));
                    let hidden = said.map(|source| kind::hidden_names(source, config)).unwrap_or_default();
                    self.by_itself(path, bytes, hidden)
                }
            })
            .collect();
        diagnostics.extend(others.iter().filter_map(|(_, it)| sources.kind_problem(&it.document)));
        read.extend(others);
        read.sort_by(|(one, _), (other, _)| one.cmp(other));
        read
    }

    /// What was read of the same bytes.
    fn kept(&self, path: &str, bytes: &Arc<[u8]>) -> Option<&Reading> {
        self.kept.get(path).filter(|kept| kept.bytes.as_ref().is_some_and(|kept| is_same(kept, bytes)))
    }

    /// A document, and the log of a plan in it. Its source may hide names.
    fn by_itself(&self, path: String, bytes: Arc<[u8]>, hidden: Vec<String>) -> (String, Reading) {
        if let Some(kept) = self.kept(&path, &bytes)
            && kept.hidden == hidden
            && kept.with.is(&self.log_of(&kept.document))
        {
            return (path, kept.clone());
        }
        let config = self.config;
        let mut diagnostics = Vec::new();
        let source = decode::source(&path, &bytes, &mut diagnostics);
        let noted = kind::read_version(&source, language_of(&path, config), config, &hidden);
        diagnostics.extend(noted.diagnostics);
        let mut document = noted.value;
        let with = self.log_of(&document);
        if let With::Log { log, told } = &with {
            diagnostics.extend(told.iter().cloned());
            if let Some((log, bytes)) = log {
                let of_log = kind::follow(&mut document, config, log, bytes);
                kind::take_back(&document, &mut diagnostics);
                diagnostics.extend(of_log);
            }
        }
        (path, Reading { hidden, ..self.reading(bytes, with, document, diagnostics) })
    }

    fn log_of(&self, document: &Document) -> With {
        let Body::Plan(_) = &document.body else { return With::Nothing };
        let mut told = Vec::new();
        let log = self.logs.of_plan(&document.path, &document.language, &mut told);
        let log = log.and_then(|log| self.inputs.files.get_key_value(log));
        With::Log { log: log.map(|(path, bytes)| (path.clone(), Arc::clone(bytes))), told }
    }

    /// A document that translates a plan.
    fn translation(&self, path: String, bytes: Arc<[u8]>, plan: Plan) -> (String, Reading) {
        let with = With::Source(Arc::clone(&plan.document), Arc::clone(&plan.bytes));
        if let Some(kept) = self.kept(&path, &bytes)
            && kept.with.is(&with)
        {
            return (path, kept.clone());
        }
        let config = self.config;
        let mut diagnostics = Vec::new();
        let own = decode::source(&path, &bytes, &mut diagnostics);
        // What is wrong with the bytes of the source was told when it was read.
        let translated = decode::source(&plan.document.path, &plan.bytes, &mut Vec::new());
        let of = Translated { document: &plan.document, source: &translated };
        let noted = translated::read(&own, language_of(&path, config), of, config);
        diagnostics.extend(noted.diagnostics);
        (path, self.reading(bytes, with, noted.value, diagnostics))
    }

    fn reading(
        &self,
        bytes: Arc<[u8]>,
        with: With,
        document: Document,
        diagnostics: Vec<Diagnostic>,
    ) -> Reading {
        let is_kept = self.keeping == Keeping::All || matches!(document.body, Body::Plan(_));
        let (bytes, hidden) = (is_kept.then_some(bytes), Vec::new());
        Reading { bytes, hidden, with, document: Arc::new(document), diagnostics }
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
