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

/// Each kind with every word that asks for it, in either language.
const KINDS: [(Kind, &[&str]); 6] = [
    (Kind::Document(WrittenKind::Plan), &["plan"]),
    (
        Kind::Document(WrittenKind::Synthesis),
        &["synthesis", "synthèse", "synthese", "atelier", "workshop", "summary"],
    ),
    (Kind::Document(WrittenKind::Mission), &["mission"]),
    (Kind::Document(WrittenKind::News), &["news", "nouvelle", "actualité", "actualite"]),
    (Kind::Document(WrittenKind::Page), &["page"]),
    (Kind::Action, &["action"]),
];

/// Reads the word that asks for a kind.
pub fn parser(help: &'static Help) -> impl TypedValueParser<Value = Kind> {
    let names = help.kinds.into_iter().zip(KINDS);
    let kinds = names.map(|(name, (_, words))| PossibleValue::new(name).aliases(words));
    PossibleValuesParser::new(kinds).map(|word| named(&word))
}

/// Every word that asks for a kind.
pub fn words() -> impl Iterator<Item = &'static str> {
    KINDS.iter().flat_map(|(_, words)| *words).copied()
}

fn named(word: &str) -> Kind {
    let word = word.to_lowercase();
    let found = KINDS.iter().find(|(_, words)| words.contains(&word.as_str()));
    found.map_or(Kind::Document(WrittenKind::Page), |(kind, _)| *kind)
}
