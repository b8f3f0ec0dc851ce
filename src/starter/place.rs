//! Where a new document goes: beside its own kind, else where jalon would have put them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fault::Fault;
use crate::config::Config;
use crate::date::Date;
use crate::decode;
use crate::diagnostic::Problems;
use crate::document_path::language_of;
use crate::front_matter::{self, WrittenKind};
use crate::lang::Lang;

/// The site that a document is added to.
pub(super) struct Places<'a> {
    pub(super) config: &'a Config,
    pub(super) files: &'a BTreeMap<String, Arc<[u8]>>,
    pub(super) date: Date,
}

/// How documents of a kind are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// `2025-2026.md`.
    File,
    /// `2025-2026/index.md`, with the files of the document beside it.
    Bundle,
}

/// Words of a plan’s title that its address does without, once made plain.
const GENERIC: [&str; 6] = ["plan", "d", "action", "annuel", "annual", "strategique"];

impl Places<'_> {
    /// The file of a new document of this kind, which no document has yet.
    pub(super) fn place(&self, kind: WrittenKind, slug: &str, language: &str) -> Result<String, Fault> {
        let suffix = match language == self.config.default_language {
            true => String::new(),
            false => format!(".{language}"),
        };
        let (folder, form) = self.folder(kind);
        let stem = match kind {
            WrittenKind::Mission => return self.mission(language, &suffix),
            WrittenKind::Plan => format!("{folder}/{}", short(slug)),
            WrittenKind::Synthesis | WrittenKind::News => format!("{folder}/{}-{slug}", self.date),
            WrittenKind::Page => format!("{folder}/{slug}"),
        };
        let (file, bundle) = (format!("{stem}{suffix}.md"), format!("{stem}/index{suffix}.md"));
        if let Some(taken) = [&file, &bundle].into_iter().find(|path| self.files.contains_key(*path)) {
            return Err(Fault::Taken { path: taken.clone() });
        }
        Ok(match form {
            Form::File => file,
            Form::Bundle => bundle,
        })
    }

    fn mission(&self, language: &str, suffix: &str) -> Result<String, Fault> {
        let mut missions = self.documents(WrittenKind::Mission);
        match missions.find(|path| language_of(path, self.config) == language) {
            Some(path) => Err(Fault::MissionExists { path: path.clone() }),
            None => Ok(format!("content/mission{suffix}.md")),
        }
    }

    /// The folder that holds most documents of the kind, and how they are kept there.
    fn folder(&self, kind: WrittenKind) -> (String, Form) {
        if kind == WrittenKind::Page {
            return ("content".to_owned(), Form::File);
        }
        let mut homes: BTreeMap<(&str, Form), usize> = BTreeMap::new();
        for home in self.documents(kind).filter_map(|path| home(path)) {
            *homes.entry(home).or_default() += 1;
        }
        // Of folders that hold as many, the last: that of the latest year.
        match homes.into_iter().max_by_key(|(_, n)| *n) {
            Some(((folder, form), _)) => (self.of_the_year(folder), form),
            None => self.usual(kind),
        }
    }

    /// `content/actualites/2025` is a year's: another year has a folder of its own.
    fn of_the_year(&self, folder: &str) -> String {
        match folder.rsplit_once('/') {
            Some((above, year)) if year.len() == 4 && year.parse::<u16>().is_ok() => {
                format!("{above}/{:04}", self.date.year())
            }
            Some(_) | None => folder.to_owned(),
        }
    }

    /// A folder that the site has by one of its usual names, else the first of them.
    fn usual(&self, kind: WrittenKind) -> (String, Form) {
        let lang = self.config.language(&self.config.default_language).lang;
        let (names, form) = match (kind, lang) {
            (WrittenKind::Plan, _) => (["plans", "plan"], Form::Bundle),
            (WrittenKind::Synthesis, Lang::Fr) => (["ateliers", "syntheses"], Form::File),
            (WrittenKind::Synthesis, Lang::En) => (["workshops", "syntheses"], Form::File),
            (WrittenKind::News, Lang::Fr) => (["actualites", "nouvelles"], Form::File),
            (WrittenKind::News, Lang::En) => (["news", "blog"], Form::File),
            (WrittenKind::Mission | WrittenKind::Page, _) => return ("content".to_owned(), Form::File),
        };
        let folders = names.map(|name| format!("content/{name}"));
        let is_there =
            |folder: &&String| self.files.keys().any(|path| path.starts_with(&format!("{folder}/")));
        (folders.iter().find(is_there).unwrap_or(&folders[0]).clone(), form)
    }

    /// The documents that say they are of a kind.
    fn documents(&self, kind: WrittenKind) -> impl Iterator<Item = &String> {
        let documents =
            self.files.iter().filter(|(path, _)| path.starts_with("content/") && path.ends_with(".md"));
        let of_kind = documents.filter(move |(path, bytes)| {
            let source = decode::source(path, bytes, &mut Vec::new());
            // What is wrong with a header is for `jalon build` to say.
            let split = front_matter::read(&source, &mut Problems::in_file(path.as_str()));
            split.header.kind == Some(kind)
        });
        of_kind.map(|(path, _)| path)
    }
}

/// The folder in which a document is one among others, and its form; none for a section.
fn home(path: &str) -> Option<(&str, Form)> {
    let (folder, name) = path.rsplit_once('/')?;
    match name.split('.').next() {
        Some("_index") => None,
        Some("index") => folder.rsplit_once('/').map(|(above, _)| (above, Form::Bundle)),
        Some(_) | None => Some((folder, Form::File)),
    }
}

/// « plan-d-action-2026-2027 » is `2026-2027` among plans.
fn short(slug: &str) -> &str {
    let mut rest = slug;
    while let Some((word, after)) = rest.split_once('-') {
        match GENERIC.contains(&word) {
            true => rest = after,
            false => break,
        }
    }
    if rest.starts_with(|c: char| c.is_ascii_digit()) { rest } else { slug }
}
