//! JSON Schemas of what authors write: the settings, and the headers of pages and sections.
//!
//! They are made from the tables of keys that the readers use (`record::keys`), so that an editor
//! completes and refuses what jalon reads and refuses. They are a little stricter in two places:
//! a closed word is in lower case, and a YAML key has a value.
//!
//! In draft 7: it is the last one that editors of TOML and YAML all know.

use serde_json::{Map, Value, json};

use crate::config;
use crate::front_matter::{WrittenKind, keys};
use crate::kind;
use crate::lang::{Lang, fold};
use crate::record::keys::{Holds, Key, Need};

/// What a schema is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// `jalon.toml`.
    Settings,
    /// The header of a page, whatever its kind.
    Page,
    /// The header of a section: `_index.md`.
    Section,
}

/// The kinds that have a table of their own in the header of a page.
const WITH_TABLE: [WrittenKind; 3] = [WrittenKind::Plan, WrittenKind::Synthesis, WrittenKind::Mission];

impl Subject {
    pub const ALL: [Subject; 3] = [Subject::Settings, Subject::Page, Subject::Section];

    /// The name of its file.
    pub fn file_name(self) -> &'static str {
        match self {
            Subject::Settings => "settings.schema.json",
            Subject::Page => "page.schema.json",
            Subject::Section => "section.schema.json",
        }
    }

    fn id(self) -> &'static str {
        match self {
            Subject::Settings => "urn:jalon:settings",
            Subject::Page => "urn:jalon:page",
            Subject::Section => "urn:jalon:section",
        }
    }

    fn title(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Subject::Settings, Lang::Fr) => "Les réglages d’un site (jalon.toml)",
            (Subject::Settings, Lang::En) => "The settings of a site (jalon.toml)",
            (Subject::Page, Lang::Fr) => "L’en-tête d’une page",
            (Subject::Page, Lang::En) => "The header of a page",
            (Subject::Section, Lang::Fr) => "L’en-tête d’une section (_index.md)",
            (Subject::Section, Lang::En) => "The header of a section (_index.md)",
        }
    }

    /// The tables of the keys it may hold.
    pub fn keys(self) -> Vec<&'static [Key]> {
        match self {
            Subject::Settings => vec![config::keys::KEYS],
            Subject::Page => vec![keys::COMMON, keys::PAGE],
            Subject::Section => vec![keys::COMMON, keys::SECTION],
        }
    }
}

/// The schema as the text of a file, its descriptions in one language.
pub fn text(subject: Subject, lang: Lang) -> String {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    schema.insert("$id".to_owned(), json!(subject.id()));
    schema.insert("title".to_owned(), json!(subject.title(lang)));
    let keys: Vec<&Key> = subject.keys().into_iter().flatten().collect();
    schema.extend(table(&keys, lang));
    match subject {
        Subject::Page => {
            schema.insert("allOf".to_owned(), Value::Array(of_kinds()));
        }
        Subject::Settings | Subject::Section => {}
    }
    format!("{:#}\n", Value::Object(schema))
}

/// The keys of the table of a kind, by the name of that table.
pub fn kind_keys(name: &str) -> &'static [Key] {
    let kind = WITH_TABLE.into_iter().find(|kind| kind.key() == name);
    kind.map_or(&[], kind::keys)
}

/// What the kind of a page settles: the table of another kind has no place in it, and only a page
/// or a piece of news may be in a language of its own.
fn of_kinds() -> Vec<Value> {
    let said =
        |words: Vec<&'static str>| json!({ "required": ["kind"], "properties": { "kind": one_of(&words) } });
    let tables = WITH_TABLE.into_iter().map(|kind| {
        json!({ "if": { "not": said(kind.words().collect()) }, "then": { "properties": { kind.key(): false } } })
    });
    let words = WITH_TABLE.into_iter().flat_map(WrittenKind::words).collect();
    tables.chain([json!({ "if": said(words), "then": { "properties": { "lang": false } } })]).collect()
}

fn table(keys: &[&Key], lang: Lang) -> Map<String, Value> {
    let properties = keys.iter().map(|key| (key.name.to_owned(), property(key, lang)));
    let required: Vec<&str> =
        keys.iter().filter(|key| key.need == Need::Required).map(|key| key.name).collect();
    let mut table = Map::new();
    table.insert("type".to_owned(), json!("object"));
    table.insert("properties".to_owned(), Value::Object(properties.collect()));
    if !required.is_empty() {
        table.insert("required".to_owned(), json!(required));
    }
    table.insert("additionalProperties".to_owned(), json!(false));
    table
}

fn property(key: &Key, lang: Lang) -> Value {
    let is_of_kind = matches!(key.holds, Holds::KindTable);
    let holds = if is_of_kind { Holds::Table(kind_keys(key.name)) } else { key.holds };
    let words = match lang {
        Lang::Fr => key.fr,
        Lang::En => key.en,
    };
    let mut property = value(&holds, lang);
    property["description"] = json!(sentence(words));
    property
}

/// Half a sentence as a whole one. What is to be typed keeps its first letter.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str())
}

fn value(holds: &Holds, lang: Lang) -> Value {
    match holds {
        Holds::Text => json!({ "type": "string" }),
        Holds::FilledText => json!({ "type": "string", "pattern": "\\S" }),
        Holds::Integer => json!({ "type": "integer" }),
        Holds::Within(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Holds::Count => json!({ "type": "integer", "minimum": 1 }),
        Holds::Boolean => json!({ "type": "boolean" }),
        // A time of day may follow, which jalon leaves out.
        Holds::Date => json!({ "type": "string", "pattern": "^\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}" }),
        Holds::Texts => json!({ "type": ["array", "string"], "items": { "type": "string" } }),
        Holds::Word(words) => one_of(words),
        Holds::Words(words) => {
            json!({ "anyOf": [{ "type": "array", "items": one_of(words) }, one_of(words)] })
        }
        Holds::Table(keys) => Value::Object(table(&keys.iter().collect::<Vec<_>>(), lang)),
        Holds::Tables(keys) => {
            json!({ "type": "array", "items": table(&keys.iter().collect::<Vec<_>>(), lang) })
        }
        Holds::Named(holds) => json!({ "type": "object", "additionalProperties": value(holds, lang) }),
        Holds::AnyTable | Holds::KindTable => json!({ "type": "object" }),
        Holds::Either(forms) => {
            json!({ "anyOf": forms.iter().map(|form| value(form, lang)).collect::<Vec<_>>() })
        }
    }
}

/// One of some words, with their accents or without.
fn one_of(words: &[&'static str]) -> Value {
    let mut forms: Vec<String> = Vec::new();
    for form in words.iter().flat_map(|word| [(*word).to_owned(), fold(word)]) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    json!({ "enum": forms })
}
