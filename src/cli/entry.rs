//! Problems as they will be told: worded, placed, in order, each once.

use std::path::Path;
use std::sync::Arc;

use crate::cli::excerpt::{Excerpt, Places};
use crate::config::CONFIG;
use crate::diagnostic::{Diagnostic, Severity, Wording};
use crate::disk::read::Files;
use crate::lang::Lang;

/// A problem in the words of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub severity: Severity,
    pub code: &'static str,
    /// The file as a person at the keyboard would name it; none for the machine's troubles.
    pub path: Option<String>,
    pub place: Option<Excerpt>,
    pub message: String,
    pub help: Option<String>,
}

/// Where to find what a problem is about.
pub struct Desk<'a> {
    pub lang: Lang,
    /// The folder of the site, as typed; shown before each path.
    pub root: &'a Path,
    /// The file of the settings, from the root.
    pub config: &'a Path,
    pub files: &'a Files,
    /// The bytes of a path that is not among the files, such as the default theme's.
    pub others: Option<&'a Lookup>,
}

/// Finds the bytes of a path.
pub type Lookup = dyn Fn(&str) -> Option<Arc<[u8]>>;

impl Entry {
    /// A problem of no file, or of a file without a place.
    pub fn new(lang: Lang, severity: Severity, path: Option<String>, wording: Wording) -> Entry {
        let Wording { code, message, help } = wording;
        let (message, help) = (message.words(lang), help.map(|help| help.words(lang)));
        Entry { severity, code, path, place: None, message, help }
    }
}

impl Desk<'_> {
    /// Words and places the problems: by path, then by place, duplicates removed.
    pub fn entries(&self, mut diagnostics: Vec<Diagnostic>) -> Vec<Entry> {
        diagnostics.sort_by(|a, b| {
            (&a.path, a.span, a.severity, a.problem.code()).cmp(&(
                &b.path,
                b.span,
                b.severity,
                b.problem.code(),
            ))
        });
        let mut entries: Vec<Entry> = Vec::new();
        for of_file in diagnostics.chunk_by(|a, b| a.path == b.path) {
            let bytes = self.bytes(&of_file[0].path);
            let mut places = bytes.as_deref().map(Places::of);
            for diagnostic in of_file {
                let entry = self.entry(diagnostic, places.as_mut());
                // Those of one place and one code need not follow each other: look back at all of them.
                let same_place = |seen: &&Entry| seen.path == entry.path && seen.place == entry.place;
                if !entries.iter().rev().take_while(same_place).any(|seen| *seen == entry) {
                    entries.push(entry);
                }
            }
        }
        entries
    }

    fn entry(&self, diagnostic: &Diagnostic, places: Option<&mut Places<'_>>) -> Entry {
        let Diagnostic { severity, problem, path, span } = diagnostic;
        let shown = if path == CONFIG { self.root.join(self.config) } else { self.root.join(path) };
        let place = span.zip(places).map(|(span, places)| places.excerpt(span));
        Entry {
            place,
            ..Entry::new(self.lang, *severity, Some(shown.display().to_string()), problem.wording())
        }
    }

    fn bytes(&self, path: &str) -> Option<Arc<[u8]>> {
        self.files.get(path).cloned().or_else(|| self.others?(path))
    }
}
