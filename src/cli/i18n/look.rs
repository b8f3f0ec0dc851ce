//! What of the translations is looked at: which documents, in which languages.

use std::collections::BTreeSet;

use super::{Desk, Options, refusals};
use crate::config::languages::Language;
use crate::diagnostic::Wording;
use crate::pipeline::Drafts;
use crate::translations::compare::Counts;
use crate::translations::survey::{Followed, Translation};
use crate::translations::units::Reading;

/// The translations as they will be told.
pub struct View<'a> {
    /// The code of the language of the site.
    pub first: &'a str,
    pub languages: Vec<OfLanguage<'a>>,
    /// The documents in question, by path.
    pub documents: Vec<Chosen<'a>>,
}

/// A document and those of its files that are in question: naming its source names them all.
pub struct Chosen<'a> {
    pub followed: &'a Followed,
    named: BTreeSet<&'a str>,
}

impl<'a> Chosen<'a> {
    /// The source, when it is in question.
    pub fn source(&self) -> Option<&'a Reading> {
        self.followed.source.as_ref().filter(|source| self.named.contains(source.source.path.as_str()))
    }

    /// The translation into a language, when it is in question.
    pub fn translation(&self, code: &str) -> Option<&'a Translation> {
        let translation = self.followed.translations.iter().find(|it| it.language == code)?;
        let is_named = self.named.contains(translation.reading.source.path.as_str());
        (is_named || self.source().is_some()).then_some(translation)
    }
}

/// What is translated in a language.
pub struct OfLanguage<'a> {
    pub language: &'a Language,
    /// Of the translations that are counted.
    pub counts: Counts,
    /// How many are; a draft is not published, and counts only when it is asked for.
    pub n_counted: usize,
    /// Each with its source.
    pub translated: Vec<(&'a Reading, &'a Translation)>,
    /// Written in the language of the site alone.
    pub untranslated: Vec<&'a Reading>,
    /// Written in this language, and not in that of the site.
    pub alone: Vec<&'a Translation>,
}

/// What was asked for, by the documents and the language that were named.
pub fn view<'a>(desk: &'a Desk, options: &Options) -> Result<View<'a>, Wording> {
    let documents = documents(desk, &options.files)?;
    let languages: Vec<&Language> = match &options.language {
        Some(code) => vec![language(desk, code)?],
        None => desk.config.languages.iter().filter(|it| it.code != desk.config.default_language).collect(),
    };
    let languages =
        languages.into_iter().map(|language| of_language(language, &documents, options.drafts)).collect();
    Ok(View { first: &desk.config.default_language, languages, documents })
}

fn of_language<'a>(language: &'a Language, documents: &[Chosen<'a>], drafts: Drafts) -> OfLanguage<'a> {
    let mut of_language = OfLanguage {
        language,
        counts: Counts::default(),
        n_counted: 0,
        translated: Vec::new(),
        untranslated: Vec::new(),
        alone: Vec::new(),
    };
    for chosen in documents {
        match (&chosen.followed.source, chosen.translation(&language.code)) {
            (Some(source), Some(translation)) => {
                if drafts == Drafts::Included || !translation.reading.is_draft {
                    of_language.counts = of_language.counts.plus(translation.counts());
                    of_language.n_counted += 1;
                }
                of_language.translated.push((source, translation));
            }
            (Some(_), None) => of_language.untranslated.extend(chosen.source()),
            (None, Some(translation)) => of_language.alone.push(translation),
            (None, None) => {}
        }
    }
    of_language
}

/// A language of the site other than its first.
pub fn language<'a>(desk: &'a Desk, code: &str) -> Result<&'a Language, Wording> {
    let others = desk.config.languages.iter().filter(|it| it.code != desk.config.default_language);
    let codes: Vec<&str> = others.clone().map(|it| it.code.as_str()).collect();
    let mut others = others;
    others.find(|it| it.code == code).ok_or_else(|| match code == desk.config.default_language {
        true => refusals::first_language(code),
        false => refusals::unknown_language(code, &codes),
    })
}

/// The documents that were named; all of them when none was.
pub fn documents<'a>(desk: &'a Desk, asked: &[String]) -> Result<Vec<Chosen<'a>>, Wording> {
    let root = desk.root.display().to_string().replace('\\', "/");
    let mut named: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); desk.followed.len()];
    for word in asked {
        let whole = from_root(word, &root);
        let in_content = format!("content/{whole}");
        let exactly = matching(desk, &|path| holds(&whole, path) || holds(&in_content, path));
        let found = match exactly.is_empty() {
            false => exactly,
            // As typed from inside content/.
            true => only_one(word, matching(desk, &|path| path.ends_with(&format!("/{whole}"))))?,
        };
        if found.is_empty() {
            let known: Vec<&str> = desk.followed.iter().flat_map(paths).collect();
            return Err(refusals::unknown_document(word, &known));
        }
        for (at, path) in found {
            named[at].insert(path);
        }
    }
    let all = desk.followed.iter().zip(named).map(|(followed, named)| {
        let named = if asked.is_empty() { paths(followed).collect() } else { named };
        Chosen { followed, named }
    });
    Ok(all.filter(|chosen| !chosen.named.is_empty()).collect())
}

/// The files that match, each with the place of its document.
fn matching<'a>(desk: &'a Desk, is: &dyn Fn(&str) -> bool) -> Vec<(usize, &'a str)> {
    let places = desk.followed.iter().enumerate();
    places
        .flat_map(|(at, followed)| paths(followed).filter(|path| is(path)).map(move |path| (at, path)))
        .collect()
}

fn only_one<'a>(word: &str, found: Vec<(usize, &'a str)>) -> Result<Vec<(usize, &'a str)>, Wording> {
    match found.len() {
        0 | 1 => Ok(found),
        2.. => {
            let paths: Vec<&str> = found.iter().map(|(_, path)| *path).collect();
            Err(refusals::several_documents(word, &paths))
        }
    }
}

/// Whether a path is this one, or stands in this folder.
fn holds(whole: &str, path: &str) -> bool {
    path.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A path as the site knows it, however it was typed.
fn from_root(word: &str, root: &str) -> String {
    let word = word.replace('\\', "/");
    let word = word.strip_prefix(root).filter(|_| !root.is_empty()).unwrap_or(&word);
    let mut word = word.trim_matches('/');
    while let Some(rest) = word.strip_prefix("./").or_else(|| word.strip_prefix("../")) {
        word = rest;
    }
    word.to_owned()
}

/// The files of a document, its source first.
pub fn paths(followed: &Followed) -> impl Iterator<Item = &str> {
    let source = followed.source.iter().map(|source| source.source.path.as_str());
    source.chain(followed.translations.iter().map(|it| it.reading.source.path.as_str()))
}
