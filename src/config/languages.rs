//! The languages of a site, in `jalon.toml`.

use super::foreign;
use super::menu::{self, MenuEntry};
use crate::diagnostic::Problems;
use crate::diagnostic::record::RecordProblem;
use crate::lang::Lang;
use crate::record::keys::{Holds, Key, key, words};
use crate::record::{Data, Entry, Fields, Record, Spanned, fields};

/// A language of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// The code in file names and addresses: `en` in `index.en.md` and `/en/`.
    pub code: String,
    /// The tag in pages: `fr-CA` for `fr`, `en-CA` for `en`, unless the site says otherwise.
    pub tag: String,
    pub lang: Lang,
    /// Title and description of the site in that language, when they differ.
    pub title: Option<String>,
    pub description: Option<String>,
    pub fallback: Fallback,
    /// Its own menu, in order; empty means that of the default language.
    pub menu: Vec<MenuEntry>,
}

/// What becomes of a document of the default language that has no version in another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fallback {
    /// It has no page there.
    None,
    /// It is shown there in its own language, under a notice.
    Notice,
}

/// Where the pages of the default language are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DefaultRoot {
    /// `/`
    Site,
    /// `/fr/`, as those of any other language.
    OwnFolder,
}

/// The scripts written from right to left, by their code in a tag: `az-Arab`.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 8] = ["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"];

/// The languages written from right to left when their tag names no script.
const RIGHT_TO_LEFT: [&str; 16] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "sdh", "syr", "ug", "ur", "yi", "prs"];

const FALLBACKS: [(&str, Fallback); 2] = [("none", Fallback::None), ("notice", Fallback::Notice)];

/// The keys of a language, under `[languages.en]`.
pub const KEYS: &[Key] = &[
    key(
        "tag",
        Holds::FilledText,
        "l’étiquette de la langue dans les pages : `fr-CA`, `en-CA`",
        "the tag of the language in pages: `fr-CA`, `en-CA`",
    ),
    key(
        "title",
        Holds::FilledText,
        "le nom du site dans cette langue",
        "the name of the site in that language",
    ),
    key(
        "description",
        Holds::Text,
        "la description du site dans cette langue",
        "the description of the site in that language",
    ),
    key(
        "fallback",
        Holds::Word(&words(&FALLBACKS)),
        "ce que devient un document sans version dans cette langue : `none` (par défaut) le laisse de côté, \
         `notice` le montre tel quel, sous un avis",
        "what becomes of a document without a version in that language: `none` (the default) leaves it out, \
         `notice` shows it as it is, under a notice",
    ),
    key(
        "menu",
        Holds::Tables(menu::KEYS),
        "le menu dans cette langue; sans lui, celui de la langue par défaut, avec les pages qui existent ici",
        "the menu in that language; without it, that of the default language, with the pages that exist here",
    ),
];

/// Languages in their own words, for a text in one that the site does not have.
const AUTONYMS: [(&str, &str); 8] = [
    ("ar", "العربية"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("iu", "ᐃᓄᒃᑎᑐᑦ"),
    ("moe", "Innu-aimun"),
    ("pt", "Português"),
    ("atj", "Atikamekw"),
];

impl Language {
    /// Whether its texts are written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        is_right_to_left(&self.tag)
    }
}

/// Whether the texts of a tag are written from right to left.
pub fn is_right_to_left(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    // A script is the only part of four letters: `az-Arab-IR`.
    match parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.iter().any(|known| known.eq_ignore_ascii_case(script)),
        None => RIGHT_TO_LEFT.contains(&language),
    }
}

/// A language in its own words, when we know them.
pub fn autonym(tag: &str) -> Option<&'static str> {
    let code = tag.split('-').next().unwrap_or(tag);
    AUTONYMS.iter().find(|(known, _)| *known == code).map(|(_, autonym)| *autonym)
}

/// The code of the default language.
pub(super) fn default(fields: &mut Fields<'_>, problems: &mut Problems) -> String {
    let Some(Spanned { value, span }) = fields.filled_text("default_language", problems) else {
        return "fr".to_owned();
    };
    if is_language(&value) {
        return value;
    }
    problems.error(RecordProblem::BadLanguage { read: value }, span);
    "fr".to_owned()
}

/// Where the pages of the default language are.
pub(super) fn default_root(fields: &mut Fields<'_>, problems: &mut Problems) -> DefaultRoot {
    match fields.boolean("prefix_default_language", problems) {
        Some(true) => DefaultRoot::OwnFolder,
        Some(false) | None => DefaultRoot::Site,
    }
}

/// The languages, the default first: added when it is not declared.
pub(super) fn read(fields: &mut Fields<'_>, default: &str, problems: &mut Problems) -> Vec<Language> {
    let mut languages = Vec::new();
    for entry in declared_languages(fields, problems) {
        if !is_language(&entry.key) {
            problems.error(RecordProblem::BadLanguage { read: entry.key.clone() }, entry.key_span);
            continue;
        }
        if let Data::Record(record) = &entry.value.data {
            languages.push(language(&entry.key, record, problems));
        } else if entry.value.data != Data::Nothing {
            let key = format!("languages.{}", entry.key);
            problems.error(fields::not_a_table(&key, &entry.value), entry.value.span);
        }
    }
    refuse_default_fallback(fields, default, problems);
    match languages.iter().position(|language| language.code == default) {
        Some(at) => languages[..=at].rotate_right(1),
        None => languages.insert(0, language(default, &Record::default(), problems)),
    }
    languages
}

/// Other languages fall back on the default one: `fallback` means nothing in its own table.
fn refuse_default_fallback(fields: &mut Fields<'_>, default: &str, problems: &mut Problems) {
    let Some(value) = fields.value("languages") else { return };
    let Data::Record(languages) = &value.data else { return };
    let own = languages.entries.iter().find(|entry| entry.key == default).map(|entry| &entry.value.data);
    let Some(Data::Record(own)) = own else { return };
    if let Some(fallback) = own.entries.iter().find(|entry| entry.key == "fallback") {
        let problem = RecordProblem::DefaultFallback { language: default.to_owned() };
        problems.error(problem, fallback.key_span);
    }
}

/// What stands in `[languages]`, one entry a language; nothing when it is written on one line.
fn declared_languages<'a>(fields: &mut Fields<'a>, problems: &mut Problems) -> &'a [Entry] {
    let Some(value) = fields.value("languages") else { return &[] };
    if let Data::Record(record) = &value.data {
        return &record.entries;
    }
    problems.error_instead(RecordProblem::LanguagesInLine { read: fields::read(value) }, value.span);
    &[]
}

fn language(code: &str, record: &Record, problems: &mut Problems) -> Language {
    let mut fields = Fields::of(record, KEYS);
    let tag = match fields.filled_text("tag", problems) {
        Some(Spanned { value, span }) if !is_language(&value) => {
            problems.error(RecordProblem::BadLanguage { read: value }, span);
            None
        }
        Some(Spanned { value, span: _ }) => Some(value),
        None => None,
    };
    let tag = tag.unwrap_or_else(|| match code {
        "fr" => "fr-CA".to_owned(),
        "en" => "en-CA".to_owned(),
        code => code.to_owned(),
    });
    let language = Language {
        code: code.to_owned(),
        lang: Lang::of_tag(&tag),
        tag,
        title: fields.filled_text("title", problems).map(|title| title.value),
        description: fields.text("description", problems),
        fallback: fields.choice("fallback", &FALLBACKS, problems).unwrap_or(Fallback::None),
        menu: menu::read(&mut fields, problems),
    };
    fields.finish_knowing(&[foreign::LANGUAGE_KEYS], problems);
    language
}

/// Whether a text has the form of a language tag: `fr`, `fr-CA`, `zh-Hant`.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
