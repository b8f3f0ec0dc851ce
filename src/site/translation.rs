//! Which document translates which, known by their files: `index.en.md` translates `index.md`.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, Site, translated};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::translation::TranslationProblem;
use crate::document_path::Parts;
use crate::filled::Filled;
use crate::front_matter::WrittenKind;
use crate::kind::plan::follow_up::place;
use crate::kind::{Body, Document};

/// What documents of other languages may translate, by the place that they share with their translations.
pub struct Sources<'d> {
    /// The plans of the site's first language.
    by_place: BTreeMap<Parts<'d>, &'d Document>,
    /// Its documents of another kind than a page.
    others: BTreeMap<Parts<'d>, &'d Document>,
}

impl<'d> Sources<'d> {
    /// Those among documents of the first language.
    pub fn among(documents: impl Iterator<Item = &'d Document>) -> Sources<'d> {
        let of_a_kind = documents.filter(|document| document.kind != WrittenKind::Page);
        let placed = of_a_kind.map(|document| (Parts::of(&document.path, &document.language), document));
        let (by_place, others) = placed.partition(|(_, document)| matches!(document.body, Body::Plan(_)));
        Sources { by_place, others }
    }

    /// Told of a document that translates a mission, and does not say that it is one: it is a page like any other.
    pub fn kind_problem(&self, document: &Document) -> Option<Diagnostic> {
        let source = self.others.get(&Parts::of(&document.path, &document.language))?;
        let problem = TranslationProblem::OtherKind { kind: source.kind.key(), source: source.path.clone() };
        let is_silent = document.header.kind.is_none() && document.kind != source.kind;
        is_silent.then(|| Diagnostic::warning_of_file(&document.path, problem))
    }

    /// The plan that a file of another language translates; none when it stands by itself.
    pub fn of(&self, path: &str, language: &str) -> Option<&'d Document> {
        self.by_place.get(&Parts::of(path, language)).copied()
    }

    /// The document of another kind than a plan or a page that a file of another language translates.
    pub fn other(&self, path: &str, language: &str) -> Option<&'d Document> {
        self.others.get(&Parts::of(path, language)).copied()
    }

    /// Logs named for another language than the first, beside plans: nobody reads them.
    pub fn logs<'f>(&self, files: impl Iterator<Item = &'f String>, config: &Config) -> Vec<Diagnostic> {
        let others: BTreeSet<&str> = config.languages.iter().skip(1).map(|it| it.code.as_str()).filled();
        let told = files.filter_map(|path| {
            let (folder, name) = path.rsplit_once('/')?;
            if name.ends_with(".md") {
                return None;
            }
            let mut parts = name.split('.');
            let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
            let source = match (place::is_name_of_log(first), place::is_name_of_log(second)) {
                (true, _) if others.contains(second) => self.by_place.get(&Parts { folder, name: "index" }),
                (_, true) if others.contains(third) => self.by_place.get(&Parts { folder, name: first }),
                _ => None,
            }?;
            Some(translated::log_problem(path, &source.path))
        });
        told.collect()
    }
}

impl Site {
    /// The plan that a translated plan follows.
    pub fn source_of(&self, entry: &Entry) -> Option<&Entry> {
        self.entry_of(&entry.plan()?.translation.as_ref()?.source)
    }
}
