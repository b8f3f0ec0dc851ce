//! The schemas of settings and headers say what the readers read: those of `docs/schemas/` are made
//! from the code (`JALON_WRITE=1` writes them), they take every site of the project, and they refuse
//! what jalon refuses.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test reads and writes the schemas, and stops at the first surprise"
)]

mod agreement;
mod reference;
mod sites;

use std::fs;
use std::path::Path;

use jalon::diagnostic::Problems;
use jalon::lang::Lang;
use jalon::record::keys::{Holds, Key};
use jalon::record::{Data, Record, Value as Written, read_toml, read_yaml};
use jalon::schema::{self, Subject};
use serde_json::{Map, Value};

/// How a table inside a key is written.
#[derive(Clone, Copy)]
enum Opening {
    Once,
    Series,
    /// Under a name that the author makes up.
    Named,
}

/// The tables inside a key, but for that of a kind, which the key does not know.
fn tables(holds: &Holds) -> Vec<(Opening, &'static [Key])> {
    match holds {
        Holds::Table(keys) => vec![(Opening::Once, *keys)],
        Holds::Tables(keys) => vec![(Opening::Series, *keys)],
        Holds::Named(inside) => tables(inside).into_iter().map(|(_, keys)| (Opening::Named, keys)).collect(),
        Holds::Either(forms) => forms.iter().flat_map(tables).collect(),
        Holds::Text
        | Holds::FilledText
        | Holds::Integer
        | Holds::Within(_, _)
        | Holds::Count
        | Holds::Boolean
        | Holds::Date
        | Holds::Texts
        | Holds::Word(_)
        | Holds::Words(_)
        | Holds::AnyTable
        | Holds::KindTable => Vec::new(),
    }
}

/// What a schema says of a text, without its places: `title: 1 is not of type "string"`.
fn refusals(subject: Subject, lang: Lang, instance: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(&schema::text(subject, lang)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    validator.iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn of_toml(text: &str) -> Value {
    let mut problems = Problems::in_file("test");
    let record = read_toml(text, 0, &mut problems);
    assert_eq!(problems.into_diagnostics(), [], "{text}");
    of_record(&record)
}

fn of_yaml(text: &str) -> Value {
    of_record(&read_yaml(text, 0, &mut Problems::in_file("test")))
}

/// A record as editors give it to a schema: a date is a text.
fn of_record(record: &Record) -> Value {
    Value::Object(
        record.entries.iter().map(|entry| (entry.key.clone(), of_value(&entry.value))).collect::<Map<_, _>>(),
    )
}

fn of_value(value: &Written) -> Value {
    match &value.data {
        Data::Text(text) => text.as_str().into(),
        Data::Integer(number) => (*number).into(),
        Data::Float(number) => (*number).into(),
        Data::Boolean(boolean) => (*boolean).into(),
        Data::Date(date) => date.to_string().into(),
        Data::List(items) => items.iter().map(of_value).collect(),
        Data::Record(record) => of_record(record),
        Data::Nothing => Value::Null,
    }
}

#[test]
fn the_schemas_of_the_documentation_are_those_of_the_code() {
    for lang in [Lang::Fr, Lang::En] {
        for subject in Subject::ALL {
            let path = format!("docs/schemas/{}/{}", lang.code(), subject.file_name());
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
            let made = schema::text(subject, lang);
            if std::env::var_os("JALON_WRITE").is_some() {
                fs::write(&path, &made).unwrap();
            }
            let there = fs::read_to_string(&path).unwrap_or_default();
            assert!(there == made, "run `JALON_WRITE=1 cargo test --test schemas`, then read {path:?}");
        }
    }
}

#[test]
fn the_schemas_follow_their_standard() {
    for lang in [Lang::Fr, Lang::En] {
        for subject in Subject::ALL {
            let schema: Value = serde_json::from_str(&schema::text(subject, lang)).unwrap();
            jsonschema::meta::validate(&schema).unwrap();
        }
    }
}
