//! The words of a theme: read from TOML, laid over each other, nested for templates.

use std::collections::BTreeMap;

use tera::{Map, Value};

use super::given;
use super::layers::{Files, TextFile};
use crate::diagnostic::theme::ThemeProblem;
use crate::diagnostic::{Diagnostic, Problems};
use crate::lang::Lang;
use crate::locale::Locale;
use crate::site::addresses::{AddressWords, Fault};
use crate::words::Words;

/// The words of a tag: for `en-CA`, those of `en`, then `en-CA`. Where a language gives none, those of
/// the language jalon falls back on stand behind, so that the rest of the site can be looked at.
pub(super) fn words(files: &Files, tag: &str) -> Words {
    // What is wrong with them has been told by `given`.
    let own = laid(files, tag, Locale::of_tag(tag));
    if names(tag).first().is_some_and(|language| language == Lang::of_tag(tag).code()) {
        return own;
    }
    let behind = laid(files, Lang::of_tag(tag).code(), Lang::of_tag(tag));
    let counted = given::counted(behind.entries().keys());
    let mut all = own.entries().clone();
    for (key, words) in behind.entries() {
        // Forms of two languages never mix: one that is missing is said by `other`.
        let other = key.rsplit_once('.').map(|(base, _)| base).filter(|base| counted.contains(*base));
        let is_said = other.is_some_and(|base| own.entries().contains_key(&format!("{base}.other")));
        if !is_said && !all.contains_key(key) {
            all.insert(key.clone(), words.clone());
        }
    }
    Words::new(own.locale, all)
}

/// The words of the files of a tag, laid over each other.
fn laid(files: &Files, tag: &str, locale: impl Into<Locale>) -> Words {
    Words::laid(locale, of_tag(files, tag).into_iter().map(|file| &file.said().value))
}

/// The files that give the words of a tag, the first to give way first.
fn of_tag<'f>(files: &'f Files, tag: &str) -> Vec<&'f TextFile> {
    names(tag).iter().filter_map(|name| files.words.get(name)).flatten().collect()
}

/// The names of the files of words of a tag: `zh`, `zh-Hant`, `zh-Hant-TW`.
pub(super) fn names(tag: &str) -> Vec<String> {
    let tag = tag.replace('_', "-");
    let ends = tag.match_indices('-').map(|(at, _)| at).chain([tag.len()]);
    ends.map(|end| tag[..end].to_owned()).collect()
}

/// The words of a tag that cannot stand in addresses, told where the last file says them.
pub(super) fn address_problems(files: &Files, tag: &str, words: &Words) -> Vec<Diagnostic> {
    let (_, faults) = AddressWords::of(words);
    let told = faults.into_iter().filter_map(|fault| {
        let (keys, problem) = match fault {
            Fault::Empty { key, written } => (vec![key], ThemeProblem::EmptyAddressWord { key, written }),
            Fault::Same { key, word, other } => {
                (vec![key, other], ThemeProblem::SameAddressWord { key, word, other })
            }
        };
        // The file laid last is the one that made the trouble.
        let (path, span) = of_tag(files, tag).into_iter().rev().find_map(|file| {
            let said = &file.said().value;
            let span = keys.iter().find_map(|key| said.get(&format!("addresses.{key}")))?.key_span;
            Some((file.source.path.as_str(), span))
        })?;
        let mut problems = Problems::in_file(path);
        problems.error(problem, span);
        Some(problems.into_diagnostics())
    });
    told.flatten().collect()
}

/// Dotted keys as the nested maps that templates walk: `status.done` → `words.status.done`.
pub(super) fn nested(entries: &BTreeMap<String, String>) -> Value {
    let entries: Vec<_> = entries.iter().map(|(key, words)| (key.as_str(), words.as_str())).collect();
    map(&entries)
}

/// Keys in order, and their words.
fn map(mut entries: &[(&str, &str)]) -> Value {
    let mut all = Map::new();
    while let [(key, words), after @ ..] = entries {
        let Some((table, _)) = key.split_once('.') else {
            all.insert((*key).to_owned().into(), Value::from(*words));
            entries = after;
            continue;
        };
        let below = |key: &'_ str| key.strip_prefix(table).is_some_and(|rest| rest.starts_with('.'));
        // Those of one table follow each other.
        let (inside, after) = entries.split_at(entries.iter().take_while(|(key, _)| below(key)).count());
        let inside: Vec<_> = inside.iter().map(|(key, words)| (&key[table.len() + 1..], *words)).collect();
        all.insert(table.to_owned().into(), map(&inside));
        entries = after;
    }
    Value::from(all)
}
