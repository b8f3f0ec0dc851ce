//! What authors add for templates of their own: `[extra]`, of the settings and of a header.

use serde::ser::{Serialize, Serializer};

use crate::record::{Data, Entry, Record, Value};

/// A table as templates read it: texts, numbers, lists and tables, as written. A date is a text,
/// `2026-05-20`.
pub struct Extra<'a>(pub &'a Record);

impl Serialize for Extra<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.entries.iter().map(|Entry { key, value, .. }| (key, Shown(value))))
    }
}

struct Shown<'a>(&'a Value);

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0.data {
            Data::Text(text) => serializer.serialize_str(text),
            Data::Integer(number) => serializer.serialize_i64(*number),
            Data::Float(number) => serializer.serialize_f64(*number),
            Data::Boolean(boolean) => serializer.serialize_bool(*boolean),
            Data::Date(date) => serializer.collect_str(date),
            Data::List(items) => serializer.collect_seq(items.iter().map(Shown)),
            Data::Record(record) => Extra(record).serialize(serializer),
            Data::Nothing => serializer.serialize_none(),
        }
    }
}
