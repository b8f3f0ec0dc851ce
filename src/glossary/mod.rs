//! Acronyms: what a document explains, what it uses, and how a page shows them.
//!
//! A document explains acronyms in a section whose heading says so; the glossary of the site is a
//! document of nothing else.

mod capitals;
mod entries;
pub mod mark;
mod spelled;
pub mod uses;

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::diagnostic::Problems;
use crate::diagnostic::glossary::GlossaryProblem;
use crate::lang;
use crate::markdown::{Body, Heading, Line, Piece};
use crate::source::{Source, Span};
use entries::{Collector, Taken};
use uses::Uses;

/// What a document explains and what it uses.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// In the order written.
    pub entries: Vec<Entry>,
    /// Words written as acronyms are, outside of the sections that explain them.
    pub uses: Uses,
    /// Anchors of the headings of these sections.
    pub sections: BTreeSet<String>,
    /// Whether the document is the glossary of the site in its language.
    pub is_glossary: bool,
}

/// An acronym, or a word, and what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub name: String,
    pub meaning: Line,
    pub span: Span,
    /// The line of the file, counted from 1, for those who name the place in a sentence.
    pub line: usize,
}

/// A document whose acronyms are read.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    pub source: &'a Source,
    pub title: &'a str,
    pub subject: Subject,
}

/// What a document is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Nothing but acronyms: it is the glossary of the site in its language.
    Acronyms,
    Anything,
}

/// Where a document explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Under the headings that say so.
    Sections,
    /// Everywhere: its title says so.
    Whole,
    /// Everywhere, and it is the glossary of the site.
    Glossary,
}

/// Names of the files that hold the glossary of the site.
const FILES: [&str; 2] = ["glossaire", "glossary"];

/// Words that name a section of acronyms, folded.
const TITLES: [&str; 12] = [
    "abbreviation",
    "abbreviations",
    "abreviation",
    "abreviations",
    "acronyme",
    "acronymes",
    "acronym",
    "acronyms",
    "glossaire",
    "glossary",
    "sigle",
    "sigles",
];

/// Words that may come before, folded.
const BEFORE_TITLES: [&str; 13] =
    ["annexe", "appendix", "d", "de", "des", "l", "la", "le", "les", "list", "liste", "of", "the"];

impl Entry {
    /// Whether it is looked for in texts; other words are only explained.
    pub fn is_acronym(&self) -> bool {
        uses::is_acronym(&self.name)
    }
}

impl Reading {
    /// Adds the words of a text that stands apart from the document's own: its title, a note of its follow-up.
    pub fn gather(&mut self, text: &str) {
        uses::gather_plain(&mut self.uses, text);
    }

    /// How many times a document uses an acronym.
    pub fn n_uses(&self, name: &str) -> usize {
        // A point at the end of « A.G.A. » may be the one of a sentence.
        let found = self.uses.get(name).or_else(|| self.uses.get(name.trim_end_matches('.')));
        found.map_or(0, |found| found.n)
    }
}

/// Whether a document is the glossary of the site, by its path: `content/glossaire.en.md`.
pub fn is_glossary(path: &str) -> bool {
    let Some(path) = path.strip_prefix("content/") else { return false };
    let (folder, file) = path.split_once('/').unwrap_or(("", path));
    let stem = file.split('.').next().unwrap_or(file);
    FILES.contains(if folder.is_empty() { &stem } else { &folder }) && (folder.is_empty() || stem == "index")
}

/// Whether a title announces acronyms: « Annexe 2 : Liste des sigles », “Acronyms”.
pub fn names_acronyms(title: &str) -> bool {
    let is_number = |word: &str| word.chars().count() == 1 || word.chars().all(|c| c.is_ascii_digit());
    // The first word of most titles is enough: folding the others would cost more than all the rest.
    for part in title.split(' ') {
        let folded = lang::fold(part);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut words = words.skip_while(|word| BEFORE_TITLES.contains(word) || is_number(word));
        if let Some(word) = words.next() {
            return TITLES.contains(&word);
        }
    }
    false
}

/// Reads what the body of a document explains and uses. The glossary of the site gives up what it
/// explains: the page shows it in order, with what other documents explain.
pub fn read(given: Given<'_>, body: &mut Body, problems: &mut Problems) -> Reading {
    let Given { source, title, subject } = given;
    let scope = match subject {
        Subject::Acronyms => Scope::Glossary,
        Subject::Anything if names_acronyms(title) => Scope::Whole,
        Subject::Anything => Scope::Sections,
    };
    let mut reading = Reading { is_glossary: scope == Scope::Glossary, ..Reading::default() };
    let mut collector = Collector { source, lines: OnceCell::new(), problems, entries: Vec::new() };
    let mut others = Vec::new();
    let mut kept = Vec::new();
    let mut section = None;
    for piece in &body.pieces {
        if let Piece::Heading(heading) = piece {
            section = section_after(section, heading);
            if section == Some(heading.level) && names_acronyms(&heading.line.plain) {
                reading.sections.insert(heading.id.clone());
            }
        }
        if scope == Scope::Sections && section.is_none() {
            others.push(piece);
            continue;
        }
        match collector.piece(piece) {
            Taken::All => {}
            Taken::Nothing => kept.push(piece.clone()),
            Taken::Part(rest) => kept.push(Piece::Prose(rest)),
        }
    }
    reading.entries = collector.entries;
    if scope == Scope::Glossary {
        uses::gather(&mut reading.uses, &source.text, kept.iter());
        if reading.entries.is_empty() {
            problems.file_warning(GlossaryProblem::Empty);
        }
    } else {
        uses::gather(&mut reading.uses, &source.text, others.into_iter());
    }
    uses::gather_notes(&mut reading.uses, &source.text, body);
    reading.gather(title);
    if scope == Scope::Glossary && !body.is_indivisible() {
        body.pieces = without_bare_headings(kept);
    }
    reading
}

/// The level of the section of acronyms that is open after a heading.
fn section_after(section: Option<u8>, heading: &Heading) -> Option<u8> {
    let open = section.filter(|level| heading.level > *level);
    open.or_else(|| names_acronyms(&heading.line.plain).then_some(heading.level))
}

/// Without the headings under which nothing is left: the letters of the alphabet, mostly.
fn without_bare_headings(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::new();
    // The level of what stands below; none when text does.
    let mut below = Some(0);
    for piece in pieces.into_iter().rev() {
        if let Piece::Heading(heading) = &piece {
            if below.is_some_and(|below| below <= heading.level) {
                continue;
            }
            below = Some(heading.level);
        } else {
            below = None;
        }
        kept.push(piece);
    }
    kept.reverse();
    kept
}
