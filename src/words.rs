//! Words that visitors read, from `words/*.toml`: the theme's, and the site's laid over them.

#![expect(clippy::disallowed_types, reason = "words are looked up; whoever needs an order has it")]

use std::collections::{BTreeMap, HashMap};

use memchr::memchr;
use rustc_hash::FxBuildHasher;

use crate::diagnostic::{Noted, Problems};
use crate::lang::Lang;
use crate::locale::{Locale, Number};
use crate::record::{Data, Record, fields, read_toml};
use crate::source::{Source, Span};

/// The words of one language, by dotted key (`status.done`).
///
/// A key that counts has forms, `KEY.one`, `KEY.other` and what else the language has, where `{n}`
/// stands for the number; `KEY.other` says what the missing ones do not.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    pub locale: Locale,
    /// The language jalon falls back on where only its own two will do, such as the addresses it
    /// makes: French for every other language.
    pub lang: Lang,
    words: BTreeMap<String, String>,
    /// The same, found at once: a page asks for words a hundred times.
    found: HashMap<String, String, FxBuildHasher>,
}

impl Words {
    pub fn new(locale: impl Into<Locale>, words: BTreeMap<String, String>) -> Words {
        let locale = locale.into();
        let lang = locale.lang().unwrap_or(Lang::Fr);
        let found = words.clone().into_iter().collect();
        Words { locale, lang, words, found }
    }

    /// Those of several files, the later over the earlier, key by key.
    pub fn laid<'s>(
        locale: impl Into<Locale>,
        files: impl Iterator<Item = &'s BTreeMap<String, Said>>,
    ) -> Words {
        let said = files.flatten().map(|(key, said)| (key.clone(), said.words.clone()));
        Words::new(locale, said.collect())
    }

    /// The words of a key, with `{name}` replaced by each named value.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let Some(words) = self.found.get(key) else { return key.to_owned() };
        values.iter().fold(words.clone(), |said, (name, value)| filled(said, name, value))
    }

    /// The form of a key for a count, `{n}` replaced by the number as the language writes it.
    pub fn count(&self, key: &str, n: usize) -> String {
        self.count_with(key, n, &[])
    }

    /// The same, with other values named in the words.
    pub fn count_with(&self, key: &str, n: usize, values: &[(&str, &str)]) -> String {
        let number = self.locale.number(n);
        let values: Vec<(&str, &str)> = values.iter().copied().chain([("n", number.as_str())]).collect();
        let form = format!("{key}.{}", self.locale.form(n));
        match self.found.contains_key(&form) {
            true => self.say(&form, &values),
            false => self.say(&format!("{key}.other"), &values),
        }
    }

    /// Names one after the other, « A, B et C »; nothing when there is none.
    pub fn list<S: AsRef<str>>(&self, names: &[S]) -> Option<String> {
        (!names.is_empty()).then(|| self.locale.list(names))
    }

    /// A share in percent: « 23 % » with a no-break space, “23%”.
    pub fn percent(&self, percent: u32) -> String {
        self.say("format.percent", &[("n", &self.locale.number(percent))])
    }

    /// Words between the quotation marks of the language.
    pub fn quoted(&self, words: &str) -> String {
        self.say("format.quoted", &[("words", words)])
    }

    /// How large a file is: « 245 ko », “1.2 MB”; rounded up, so that nothing weighs zero.
    pub fn file_size(&self, n_bytes: usize) -> String {
        let (unit, number) = match n_bytes {
            0..1_000 => ("bytes", Number::from(n_bytes)),
            1_000..999_001 => ("kilobytes", Number::from(n_bytes.div_ceil(1_000))),
            999_001.. => ("megabytes", Number::tenths(n_bytes.div_ceil(100_000))),
        };
        self.say(&format!("format.{unit}"), &[("n", &self.locale.number(number))])
    }

    pub fn entries(&self) -> &BTreeMap<String, String> {
        &self.words
    }
}

/// Words with a value in each place of a name. Most have one place, or none.
fn filled(words: String, name: &str, value: &str) -> String {
    let mut said = String::new();
    let mut rest = words.as_str();
    let mut from = 0;
    while let Some(at) = memchr(b'{', &rest.as_bytes()[from..]) {
        let start = from + at;
        match rest[start + 1..].strip_prefix(name).and_then(|after| after.strip_prefix('}')) {
            Some(after) => {
                said.reserve(rest.len() + value.len());
                said.push_str(&rest[..start]);
                said.push_str(value);
                (rest, from) = (after, 0);
            }
            None => from = start + 1,
        }
    }
    if rest.len() == words.len() {
        return words;
    }
    said.push_str(rest);
    said
}

/// Reads the words of a language from several files; a later file is laid over the earlier,
/// key by key.
pub fn read(sources: &[&Source], locale: impl Into<Locale>) -> Noted<Words> {
    let read: Vec<_> = sources.iter().map(|source| read_one(source)).collect();
    let value = Words::laid(locale, read.iter().map(|noted| &noted.value));
    Noted { value, diagnostics: read.into_iter().flat_map(|noted| noted.diagnostics).collect() }
}

/// The words of a key in one file, and where the key stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub words: String,
    pub key_span: Span,
}

/// Reads the words of one file by dotted key: tables inside tables make dotted keys.
pub fn read_one(source: &Source) -> Noted<BTreeMap<String, Said>> {
    let mut words = BTreeMap::new();
    let mut problems = Problems::in_file(source.path.as_str());
    let record = read_toml(&source.text, 0, &mut problems);
    flatten(&record, "", &mut words, &mut problems);
    Noted { value: words, diagnostics: problems.into_diagnostics() }
}

fn flatten(record: &Record, prefix: &str, words: &mut BTreeMap<String, Said>, problems: &mut Problems) {
    for entry in &record.entries {
        let key = format!("{prefix}{}", entry.key);
        match &entry.value.data {
            Data::Text(text) => {
                words.insert(key, Said { words: text.clone(), key_span: entry.key_span });
            }
            Data::Record(inner) => flatten(inner, &format!("{key}."), words, problems),
            Data::Nothing => {}
            Data::Integer(_) | Data::Float(_) | Data::Boolean(_) | Data::Date(_) | Data::List(_) => {
                problems.error(fields::not_a_text(&key, &entry.value), entry.value.span);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stands_wherever_its_name_is() {
        let check = |words: &str, values: &[(&str, &str)], expected: &str| {
            let words = BTreeMap::from([("key".to_owned(), words.to_owned())]);
            assert_eq!(Words::new(Lang::Fr, words).say("key", values), expected);
        };
        check("{n} sur {total}", &[("n", "3"), ("total", "12")], "3 sur 12");
        check("{n}, {n} et {n}", &[("n", "{n}")], "{n}, {n} et {n}");
        check("{{n} {nn} {n", &[("n", "3")], "{3 {nn} {n");
        check("rien", &[("n", "3")], "rien");
        check("{n}", &[("n", "")], "");
        // One value after the other, so that a value may have a place for the next.
        check("{a}", &[("a", "<{b}>"), ("b", "3")], "<3>");
    }
}
