//! The words of a theme: read from TOML, laid over each other, nested for templates.

use std::collections::{BTreeMap, BTreeSet};

use tera::{Map, Value};

use super::layers::{Files, Origin};
use crate::diagnostic::theme::ThemeProblem;
use crate::diagnostic::{Diagnostic, Problems};
use crate::lang::{self, Lang};
use crate::site::addresses::{AddressWords, Fault};
use crate::source::Source;
use crate::words::{self, Words};

/// The words of a tag: for `en-CA`, those of `en`, then `en-CA`; for a language jalon does not
/// speak, French stands behind.
pub(super) fn words(files: &Files, tag: &str) -> Words {
    // What is wrong with them has been told by `check`.
    words::read(&sources(files, tag), Lang::of_tag(tag)).value
}

/// The files of words of a tag, the first to give way first.
fn sources<'f>(files: &'f Files, tag: &str) -> Vec<&'f Source> {
    let code = tag.split(['-', '_']).next().unwrap_or(tag);
    let mut names = vec![Lang::of_tag(tag).code(), code, tag];
    names.dedup();
    let files = names.iter().filter_map(|name| files.words.get(*name)).flatten();
    files.map(|file| &file.source).collect()
}

/// The words of a tag that cannot stand in addresses, told where the last file says them.
pub(super) fn address_problems(files: &Files, tag: &str) -> Vec<Diagnostic> {
    let (_, faults) = AddressWords::of(&words(files, tag));
    let told = faults.into_iter().filter_map(|fault| {
        let (keys, problem) = match fault {
            Fault::Empty { key, written } => (vec![key], ThemeProblem::EmptyAddressWord { key, written }),
            Fault::Same { key, word, other } => {
                (vec![key, other], ThemeProblem::SameAddressWord { key, word, other })
            }
        };
        // The file laid last is the one that made the trouble.
        let (path, span) = sources(files, tag).into_iter().rev().find_map(|source| {
            let said = words::read_one(source).value;
            let span = keys.iter().find_map(|key| said.get(&format!("addresses.{key}")))?.key_span;
            Some((source.path.as_str(), span))
        })?;
        let mut problems = Problems::in_file(path);
        problems.error(problem, span);
        Some(problems.into_diagnostics())
    });
    told.flatten().collect()
}

/// What is wrong with the files of words.
pub(super) fn check(files: &Files) -> Vec<Diagnostic> {
    let known = known_keys(files);
    let mut diagnostics = Vec::new();
    for file in files.words.values().flatten() {
        let noted = words::read_one(&file.source);
        diagnostics.extend(noted.diagnostics);
        let mut problems = Problems::in_file(file.source.path.as_str());
        for (key, said) in noted.value {
            let is_read = known.contains(&key)
                || files.templates().any(|(_, other)| other.source.text.contains(&format!("words.{key}")));
            if file.origin == Origin::Overlay && !is_read {
                let nearest = lang::nearest(&key, known.iter().map(String::as_str)).map(str::to_owned);
                problems.warning(ThemeProblem::UnknownWords { key, nearest }, said.key_span);
            }
        }
        diagnostics.extend(problems.into_diagnostics());
    }
    diagnostics
}

/// Dotted keys as the nested maps that templates walk: `status.done` → `words.status.done`.
pub(super) fn nested(entries: &BTreeMap<String, String>) -> Value {
    let mut top = Map::new();
    let mut entries = entries.iter().peekable();
    while let Some((key, words)) = entries.next() {
        let Some((table, rest)) = key.split_once('.') else {
            top.insert(key.clone().into(), Value::from(words.as_str()));
            continue;
        };
        // Keys are sorted, so those of one table follow each other.
        let mut inside = BTreeMap::from([(rest.to_owned(), words.clone())]);
        let prefix = format!("{table}.");
        while let Some((key, words)) = entries.next_if(|(key, _)| key.starts_with(&prefix)) {
            inside.insert(key[prefix.len()..].to_owned(), words.clone());
        }
        top.insert(table.to_owned().into(), nested(&inside));
    }
    Value::from(top)
}

fn known_keys(files: &Files) -> BTreeSet<String> {
    let of_default = files.words.values().flatten().filter(|file| file.origin == Origin::Default);
    of_default.flat_map(|file| words::read_one(&file.source).value.into_keys()).collect()
}
