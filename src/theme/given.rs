//! What files of words give: keys that nobody reads, and what a language of the site still lacks.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::asked::{Asked, asked};
use super::layers::{Files, Origin, TextFile};
use super::vocabulary;
use crate::diagnostic::theme::ThemeProblem;
use crate::diagnostic::words::WordsProblem;
use crate::diagnostic::{Diagnostic, Problems};
use crate::filled::Filled;
use crate::lang;
use crate::locale::{FORMS, Locale};

/// How many of the missing keys are named: enough to see which part of the file they are from.
const N_NAMED: usize = 4;

/// The keys that pages and templates read, with the words of one language.
pub(super) struct Keys {
    known: BTreeMap<String, String>,
    /// Those that count, without their forms: `progress.total`.
    counted: BTreeSet<String>,
}

impl Keys {
    /// The words of the default theme, and those that the templates in use ask for.
    pub(super) fn of(files: &Files) -> Keys {
        // Nobody asks, as long as the words are those of the default theme.
        let asked = LazyCell::new(|| -> Vec<Asked> {
            files.templates().flat_map(|(_, file)| asked(&file.source.text)).collect()
        });
        let is_asked = |key: &str| {
            asked.iter().any(|asked| {
                key.strip_prefix(&asked.key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            })
        };
        let mut known = BTreeMap::new();
        for file in files.words.values().flatten() {
            for (key, said) in &file.said().value {
                if !known.contains_key(key) && (file.origin == Origin::Default || is_asked(key)) {
                    known.insert(key.clone(), said.words.clone());
                }
            }
        }
        let counted = counted(known.keys()).into_iter().collect();
        Keys { known, counted }
    }

    /// The key without its form, when it is one that counts.
    fn base<'k>(&self, key: &'k str) -> Option<(&'k str, &'k str)> {
        key.rsplit_once('.').filter(|(base, form)| self.counted.contains(*base) && FORMS.contains(form))
    }

    fn holds(&self, key: &str) -> bool {
        self.known.contains_key(key) || self.base(key).is_some()
    }

    /// What a language must give: every key, and of those that count the form for all numbers.
    fn required(&self) -> impl Iterator<Item = &str> {
        let keys = self.known.keys().map(String::as_str);
        keys.filter(|key| self.base(key).is_none_or(|(_, form)| form == "other"))
    }

    /// The values that can stand in the words of a key: `n` in `{n}`.
    fn values(&self, key: &str) -> BTreeSet<&str> {
        match self.base(key) {
            None => self.known.get(key).map(|words| holes(words)).unwrap_or_default(),
            Some((base, _)) => FORMS
                .iter()
                .filter_map(|form| self.known.get(&format!("{base}.{form}")))
                .flat_map(|words| holes(words))
                .collect(),
        }
    }
}

/// The keys that count, without their forms: they have one for a single thing and one for others.
pub(super) fn counted<'k>(keys: impl Iterator<Item = &'k String> + Clone) -> BTreeSet<String> {
    let with = |form: &'static str| keys.clone().filter_map(move |key| key.strip_suffix(form));
    let single: BTreeSet<&str> = with(".one").filled();
    with(".other").filter(|base| single.contains(base)).map(str::to_owned).filled()
}

/// The names between braces.
fn holes(words: &str) -> BTreeSet<&str> {
    let inside = words.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    inside.filter(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')).filled()
}

/// Every key that some file gives; none when a file cannot be read whole, for nobody knows then what
/// it would have given.
pub(super) fn keys(files: &Files) -> Option<BTreeSet<String>> {
    let read = files.words.values().flatten().map(|file| file.said());
    let keys = read.map(|noted| noted.diagnostics.is_empty().then(|| noted.value.keys().cloned()));
    Some(keys.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect())
}

/// What is wrong with each file of words by itself.
pub(super) fn check(files: &Files, keys: &Keys) -> Vec<Diagnostic> {
    let of_language = |(name, files): (&String, &Vec<TextFile>)| -> Vec<Diagnostic> {
        files.iter().flat_map(|file| check_file(file, name, keys)).collect()
    };
    files.words.iter().flat_map(of_language).collect()
}

fn check_file(file: &TextFile, language: &str, keys: &Keys) -> Vec<Diagnostic> {
    if file.origin == Origin::Default {
        return Vec::new();
    }
    let noted = file.said();
    let mut diagnostics = noted.diagnostics.clone();
    let mut problems = Problems::in_file(file.source.path.as_str());
    let forms = Locale::of_tag(language).forms();
    let mut unread = BTreeSet::new();
    for (key, said) in &noted.value {
        if !keys.holds(key) {
            let nearest = lang::nearest(key, keys.known.keys().map(String::as_str)).map(str::to_owned);
            problems.error(ThemeProblem::UnknownWords { key: key.clone(), nearest }, said.key_span);
            continue;
        }
        if let Some((_, form)) = keys.base(key).filter(|(_, form)| !forms.contains(form)) {
            unread.insert(form.to_owned());
        }
        let values = keys.values(key);
        if let Some(hole) = holes(&said.words).into_iter().find(|hole| !values.contains(hole)) {
            let value = hole.to_owned();
            let known = values.into_iter().map(str::to_owned).collect();
            problems.error(WordsProblem::UnknownValue { key: key.clone(), value, known }, said.key_span);
        }
    }
    if !unread.is_empty() {
        let unread: Vec<String> = unread.into_iter().collect();
        problems.file_warning(WordsProblem::UnreadForms { unread, forms });
    }
    diagnostics.extend(problems.into_diagnostics());
    diagnostics
}

/// What the languages of a site still lack, and its files of words for other languages.
pub(super) fn of_languages(files: &Files, tags: &[&str], keys: &Keys) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> = tags.iter().filter_map(|tag| lacking(files, tag, keys)).collect();
    let read: BTreeSet<String> = tags.iter().flat_map(|tag| vocabulary::names(tag)).filled();
    let unread = files.words.iter().filter(|(name, _)| !read.contains(*name));
    for (name, files) in unread {
        for file in files.iter().filter(|file| file.source.path.starts_with("words/")) {
            let mut problems = Problems::in_file(file.source.path.as_str());
            problems.file_warning(WordsProblem::OfNoLanguage { language: name.clone() });
            told.extend(problems.into_diagnostics());
        }
    }
    told
}

fn lacking(files: &Files, tag: &str, keys: &Keys) -> Option<Diagnostic> {
    let names = vocabulary::names(tag);
    let own: Vec<&TextFile> = names.iter().filter_map(|name| files.words.get(name)).flatten().collect();
    let given: Vec<_> = own.iter().map(|file| &file.said().value).collect();
    let is_given = |key: &str| given.iter().any(|said| said.contains_key(key));
    let missing: Vec<&str> = keys.required().filter(|key| !is_given(key)).collect();
    if missing.is_empty() {
        return None;
    }
    let language = names[0].clone();
    let problem = match given.iter().all(|said| said.is_empty()) {
        true => WordsProblem::NoWords { language: language.clone(), n_words: missing.len() },
        false => WordsProblem::Missing {
            language: language.clone(),
            n_missing: missing.len(),
            first: missing.iter().take(N_NAMED).map(|key| (*key).to_owned()).collect(),
        },
    };
    let of_site = own.iter().find(|file| file.origin == Origin::Overlay);
    let path = of_site.map_or_else(|| format!("words/{language}.toml"), |file| file.source.path.clone());
    let mut problems = Problems::in_file(path.as_str());
    problems.file_error(problem);
    problems.into_diagnostics().pop()
}
