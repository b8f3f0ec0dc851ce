//! Named values written by an author (TOML, or YAML in a header), each with its place.

pub mod fields;
pub mod keys;
mod from_toml;
mod from_yaml;
pub mod misplaced;
pub mod names;

use crate::date::Date;
use crate::diagnostic::Problems;
use crate::diagnostic::record::Notation;
use crate::source::Span;
use keys::Key;

/// A table of named values, in the order written. Keys are unique.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    pub entries: Vec<Entry>,
    pub span: Span,
    /// How it was written; examples in messages follow it.
    pub notation: Notation,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub key: String,
    pub key_span: Span,
    pub value: Value,
}

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    pub data: Data,
    pub span: Span,
}

/// What a value holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Data {
    Text(String),
    Integer(i64),
    Float(f64),
    Boolean(bool),
    /// A date; a time of day, if written, is left out.
    Date(Date),
    List(Vec<Value>),
    Record(Record),
    /// No value: a YAML key left empty, or a value whose problem is already noted.
    Nothing,
}

/// Takes the known keys of a record one by one, noting values of the wrong type; what was never
/// asked for is an unknown key, reported by `finish` with the nearest known one.
#[derive(Debug, Clone)]
pub struct Fields<'a> {
    record: &'a Record,
    /// The keys it may hold; only these are asked for, and all of them are.
    tables: Vec<&'static [Key]>,
    asked: Vec<&'static str>,
}

/// A value kept with its place, for problems found later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

/// A key of another generator, and what jalon wants instead.
#[derive(Debug, Clone, Copy)]
pub struct ForeignKey {
    pub key: &'static str,
    pub instead: Instead,
}

/// What to do about a key of another generator.
#[derive(Debug, Clone, Copy)]
pub enum Instead {
    /// Our key of the same meaning.
    Key(&'static str),
    /// Nothing to write: jalon does it, or does without.
    Advice { fr: &'static str, en: &'static str },
}

/// A key of another generator, of the same meaning as one of ours.
pub const fn foreign_key(key: &'static str, ours: &'static str) -> ForeignKey {
    ForeignKey { key, instead: Instead::Key(ours) }
}

/// A key of another generator that jalon does without.
pub const fn needless_key(key: &'static str, fr: &'static str, en: &'static str) -> ForeignKey {
    ForeignKey { key, instead: Instead::Advice { fr, en } }
}

/// Reads TOML; every syntax error is noted. `offset` is where `text` starts in the file.
pub fn read_toml(text: &str, offset: usize, problems: &mut Problems) -> Record {
    from_toml::read(text, offset, problems)
}

/// Reads YAML, with the same result as the same values in TOML.
///
/// A YAML error ends the reading: what stands before it is kept. References (`&`, `*`) are
/// refused, so a small file cannot unfold into a huge one.
pub fn read_yaml(text: &str, offset: usize, problems: &mut Problems) -> Record {
    from_yaml::read(text, offset, problems)
}

/// How many levels of tables and lists are read, in TOML and in YAML.
const DEEPEST: usize = 24;

/// A text cut to what a message can show on one line.
pub(crate) fn short(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    }
}
