//! The kinds of things that a person asks for by a word, in either language.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::cli::words::Help;
use crate::front_matter::WrittenKind;

/// What is added to a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Document(WrittenKind),
    /// A row of a plan.
    Action,
}

/// Each kind of document with every word that asks for it, in either language.
const DOCUMENTS: [(WrittenKind, &[&str]); 5] = [
    (WrittenKind::Plan, &["plan"]),
    (WrittenKind::Synthesis, &["synthesis", "synthèse", "synthese", "atelier", "workshop", "summary"]),
    (WrittenKind::Mission, &["mission"]),
    (WrittenKind::News, &["news", "nouvelle", "actualité", "actualite"]),
    (WrittenKind::Page, &["page"]),
];

/// The words that ask for an action.
const ACTION: &[&str] = &["action"];

/// Reads the word that asks for a document or an action.
pub fn parser(help: &'static Help) -> impl TypedValueParser<Value = Kind> {
    let words = DOCUMENTS.iter().map(|(_, words)| *words).chain([ACTION]);
    known(help, words).map(|word| document(&word).map_or(Kind::Action, Kind::Document))
}

/// Reads the word that asks for a document.
pub fn document_parser(help: &'static Help) -> impl TypedValueParser<Value = WrittenKind> {
    let words = DOCUMENTS.iter().map(|(_, words)| *words);
    known(help, words).map(|word| document(&word).expect("clap lets these words in, and no other"))
}

/// Every word that asks for a document or an action.
pub fn words() -> impl Iterator<Item = &'static str> {
    document_words().chain(ACTION.iter().copied())
}

/// Every word that asks for a document.
pub fn document_words() -> impl Iterator<Item = &'static str> {
    DOCUMENTS.iter().flat_map(|(_, words)| *words).copied()
}

/// The kinds by the words of the language of the help, each known by all of its words.
fn known(help: &'static Help, words: impl Iterator<Item = &'static [&'static str]>) -> PossibleValuesParser {
    let kinds = help.kinds.into_iter().zip(words);
    PossibleValuesParser::new(kinds.map(|(name, words)| PossibleValue::new(name).aliases(words)))
}

fn document(word: &str) -> Option<WrittenKind> {
    let word = word.to_lowercase();
    let found = DOCUMENTS.iter().find(|(_, words)| words.contains(&word.as_str()));
    found.map(|(kind, _)| *kind)
}
