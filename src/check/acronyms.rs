//! Acronyms that no one explains, that are explained twice, or that no text uses.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::{CONFIG, Config};
use crate::diagnostic::glossary::{Elsewhere, GlossaryProblem};
use crate::diagnostic::{Diagnostic, Severity};
use crate::filled::Filled;
use crate::glossary::uses;
use crate::kind::Document;
use crate::lang::fold;
use crate::site::Site;
use crate::site::glossary::{Glossary, Term};
use crate::source::Span;

/// An acronym used less often than this may be left to the context.
const USES: usize = 2;

/// What is worth telling about the acronyms of a site.
pub fn read(site: &Site, config: &Config) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut silenced = BTreeSet::new();
    let ignored: BTreeSet<&str> = config.ignored_acronyms.iter().map(|it| it.value.as_str()).filled();
    for language in &config.languages {
        let mut problems = unexplained(site, config, &language.code);
        if let Some(glossary) = site.glossary(&language.code) {
            problems.extend(unused(site, glossary));
            problems.extend(two_meanings(site, glossary));
        }
        for (name, diagnostic) in problems {
            match ignored.get(name.as_str()) {
                Some(name) => {
                    silenced.insert(*name);
                }
                None => found.push(diagnostic),
            }
        }
    }
    let useless = config.ignored_acronyms.iter().filter(|it| !silenced.contains(it.value.as_str()));
    found.extend(useless.filter(|it| is_settled(site, &it.value)).map(|it| {
        let problem = GlossaryProblem::UselessIgnore { name: it.value.clone() };
        warning(CONFIG, problem, Some(it.span))
    }));
    found
}

/// Whether nothing is to be expected about a name: it is explained, or no text holds it. One that
/// is used once may be used again.
fn is_settled(site: &Site, name: &str) -> bool {
    let is_used = |document: &Document| document.glossary.n_uses(name) > 0;
    let mut documents = site.entries().iter().filter_map(|entry| entry.document.as_ref());
    let is_explained = site.entries().iter().any(|entry| {
        let glossary = site.glossary(&entry.language);
        glossary.is_some_and(|glossary| glossary.terms.iter().any(|term| term.name == name))
    });
    is_explained || !documents.any(|document| is_used(document))
}

/// How a language uses an acronym.
#[derive(Default)]
struct Tally<'a> {
    n: usize,
    is_spelled_out: bool,
    first: Option<(&'a str, Option<Span>)>,
}

fn unexplained(site: &Site, config: &Config, language: &str) -> Vec<(String, Diagnostic)> {
    let glossary = site.glossary(language);
    let terms: &[Term] = glossary.map_or(&[], |glossary| &glossary.terms);
    let explained: BTreeSet<&str> = terms.iter().map(|term| term.name.as_str()).filled();
    let compounds = compounds(terms);
    let mut tallies: BTreeMap<&str, Tally<'_>> = BTreeMap::new();
    for document in documents(site, language) {
        let uses = &document.glossary.uses;
        for (word, used) in uses.iter().filter(|(word, _)| uses::asks_to_be_explained(word)) {
            // « CISSS » and « MO » are not looked for where « CISSS-MO » is explained.
            let within = compounds.get(word.as_str()).into_iter().flatten();
            let n_within: usize = within.map(|name| document.glossary.n_uses(name)).sum();
            let n = used.n_alone.saturating_sub(n_within);
            let tally = tallies.entry(word).or_default();
            tally.is_spelled_out |= used.is_spelled_out;
            tally.n += n;
            if n > 0 && tally.first.is_none() {
                tally.first = Some((&document.path, used.first));
            }
        }
    }
    let asks = |word: &str, tally: &Tally<'_>| {
        tally.n >= USES
            && !tally.is_spelled_out
            && !explained.contains(word)
            && !config.people.contains_key(&fold(word))
    };
    let asked = tallies.into_iter().filter(|(word, tally)| asks(word, tally));
    asked
        .filter_map(|(word, tally)| {
            let (path, span) = tally.first?;
            let nearest = terms.iter().find(|term| fold(&term.name) == fold(word));
            let problem = GlossaryProblem::Unexplained {
                name: word.to_owned(),
                n: tally.n,
                nearest: nearest.map(|term| term.name.clone()),
                elsewhere: elsewhere(site, config, word),
            };
            Some((word.to_owned(), warning(path, problem, span)))
        })
        .collect()
}

/// The compound names that each word is a part of.
fn compounds(terms: &[Term]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut compounds: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for name in terms.iter().map(|term| term.name.as_str()) {
        let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| part.len() < name.len());
        for part in parts {
            compounds.entry(part).or_default().insert(name);
        }
    }
    compounds
}

/// Where an acronym is explained in any language.
fn elsewhere(site: &Site, config: &Config, word: &str) -> Option<Elsewhere> {
    let mut glossaries = config.languages.iter().filter_map(|language| site.glossary(&language.code));
    let term = glossaries.find_map(|glossary| glossary.terms.iter().find(|term| term.name == word))?;
    let meaning = &term.meanings[0];
    Some(Elsewhere { path: path(site, meaning.entry).to_owned(), line: meaning.line })
}

/// What a line explains and no text uses: « OBNL ou OSBL » is useful as soon as one of them is.
fn unused(site: &Site, glossary: &Glossary) -> Vec<(String, Diagnostic)> {
    let mut lines: BTreeMap<(usize, Span), Vec<&Term>> = BTreeMap::new();
    for term in glossary.terms.iter().filter(|term| uses::is_acronym(&term.name)) {
        let meaning = &term.meanings[0];
        lines.entry((meaning.entry, meaning.span)).or_default().push(term);
    }
    lines.retain(|_, terms| terms.iter().all(|term| term.used_in.is_empty()));
    let unused = lines.into_iter().map(|((entry, span), terms)| {
        let names: Vec<String> = terms.iter().map(|term| term.name.clone()).collect();
        (names[0].clone(), warning(path(site, entry), GlossaryProblem::Unused { names }, Some(span)))
    });
    unused.collect()
}

fn two_meanings(site: &Site, glossary: &Glossary) -> Vec<(String, Diagnostic)> {
    let mut found = Vec::new();
    let mut told = BTreeSet::new();
    for term in &glossary.terms {
        let (first, others) = term.meanings.split_first().expect("a term has a meaning");
        // A line that explains several acronyms is told once.
        for other in others.iter().filter(|other| told.insert((other.entry, other.span))) {
            let problem = GlossaryProblem::TwoMeanings {
                name: term.name.clone(),
                meaning: other.words.plain.clone(),
                other_meaning: first.words.plain.clone(),
                other: path(site, first.entry).to_owned(),
                line: first.line,
            };
            found.push((term.name.clone(), warning(path(site, other.entry), problem, Some(other.span))));
        }
    }
    found
}

/// The documents written in a language, by path.
fn documents<'s>(site: &'s Site, language: &str) -> Vec<&'s Arc<Document>> {
    let of_language = site.entries().iter().filter(|entry| entry.language == language && !entry.stands_in());
    let mut documents: Vec<&Arc<Document>> =
        of_language.filter_map(|entry| entry.document.as_ref()).collect();
    documents.sort_by_key(|document| &document.path);
    documents
}

fn path(site: &Site, entry: usize) -> &str {
    site.entry(entry).document.as_ref().map_or("", |document| &document.path)
}

fn warning(path: &str, problem: GlossaryProblem, span: Option<Span>) -> Diagnostic {
    Diagnostic { severity: Severity::Warning, problem: problem.into(), path: path.to_owned(), span }
}
