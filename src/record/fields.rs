//! Takes known keys out of a record, each with the type it asks for.

use super::keys::Key;
use super::{Data, Entry, Fields, ForeignKey, Instead, Record, Spanned, Value, short};
use crate::date::Date;
use crate::diagnostic::record::{Expected, Notation, Read, RecordProblem};
use crate::diagnostic::{Bilingual, Problems};
use crate::lang::{fold, nearest};
use crate::source::Span;

impl<'a> Fields<'a> {
    /// The fields of a record that may hold these keys.
    pub fn of(record: &'a Record, keys: &'static [Key]) -> Fields<'a> {
        Fields { record, tables: vec![keys], asked: Vec::new() }
    }

    /// The same fields, of a record that may hold these keys as well.
    pub fn and(mut self, keys: &'static [Key]) -> Fields<'a> {
        self.tables.push(keys);
        self
    }

    /// The place of the whole record.
    pub fn span(&self) -> Span {
        self.record.span
    }

    /// The value of a key, whatever its type; none when the key holds nothing.
    pub fn value(&mut self, key: &'static str) -> Option<&'a Value> {
        self.entry(key).map(|entry| &entry.value).filter(|value| value.data != Data::Nothing)
    }

    /// The key and its value, even when it holds nothing.
    pub fn entry(&mut self, key: &'static str) -> Option<&'a Entry> {
        let is_known = || self.tables.iter().copied().flatten().any(|known| known.name == key);
        debug_assert!(is_known(), "`{key}` is read: add it to the table of its keys, for the schemas");
        self.elsewhere(key)
    }

    /// The same, for a key that has no place here, when there is more to say of it than that.
    pub fn elsewhere(&mut self, key: &'static str) -> Option<&'a Entry> {
        self.asked.push(key);
        self.record.entries.iter().find(|entry| entry.key == key)
    }

    /// How the record was written.
    pub fn notation(&self) -> Notation {
        self.record.notation
    }

    pub fn text(&mut self, key: &'static str, problems: &mut Problems) -> Option<String> {
        self.spanned_text(key, problems).map(|text| text.value)
    }

    /// A text and its place.
    pub fn spanned_text(&mut self, key: &'static str, problems: &mut Problems) -> Option<Spanned<String>> {
        self.take(key, Expected::Text, problems, |data| {
            if let Data::Text(text) = data { Some(text.clone()) } else { None }
        })
    }

    /// A text that says something: an empty one is noted, and is none.
    pub fn filled_text(&mut self, key: &'static str, problems: &mut Problems) -> Option<Spanned<String>> {
        let text = self.spanned_text(key, problems)?;
        if text.value.trim().is_empty() {
            problems.error(RecordProblem::EmptyText { key: key.to_owned() }, text.span);
            return None;
        }
        Some(text)
    }

    pub fn integer(&mut self, key: &'static str, problems: &mut Problems) -> Option<i64> {
        self.spanned_integer(key, problems).map(|integer| integer.value)
    }

    /// A count of at least 1.
    pub fn count(&mut self, key: &'static str, problems: &mut Problems) -> Option<usize> {
        let Spanned { value, span } = self.spanned_integer(key, problems)?;
        if value < 1 {
            problems.error(RecordProblem::TooSmall { key: key.to_owned(), read: value, least: 1 }, span);
            return None;
        }
        usize::try_from(value).ok()
    }

    /// A number, whole or not.
    pub fn float(&mut self, key: &'static str, problems: &mut Problems) -> Option<f64> {
        let number = self.take(key, Expected::Number, problems, |data| match data {
            Data::Float(number) => Some(*number),
            Data::Integer(number) => Some(*number as f64),
            Data::Text(_)
            | Data::Boolean(_)
            | Data::Date(_)
            | Data::List(_)
            | Data::Record(_)
            | Data::Nothing => None,
        });
        number.map(|number| number.value)
    }

    pub fn boolean(&mut self, key: &'static str, problems: &mut Problems) -> Option<bool> {
        let boolean = self.take(key, Expected::Boolean, problems, |data| {
            if let Data::Boolean(boolean) = data { Some(*boolean) } else { None }
        });
        boolean.map(|boolean| boolean.value)
    }

    /// A date; a text such as "2013-10-11" is one.
    pub fn date(&mut self, key: &'static str, problems: &mut Problems) -> Option<Date> {
        let date = self.take(key, Expected::Date, problems, |data| match data {
            Data::Date(date) => Some(*date),
            Data::Text(text) => Date::parse(text.trim()),
            Data::Integer(_)
            | Data::Float(_)
            | Data::Boolean(_)
            | Data::List(_)
            | Data::Record(_)
            | Data::Nothing => None,
        });
        date.map(|date| date.value)
    }

    /// A list of texts; a single text is a list of one.
    pub fn texts(&mut self, key: &'static str, problems: &mut Problems) -> Option<Vec<String>> {
        let texts = self.spanned_texts(key, problems)?;
        Some(texts.into_iter().map(|text| text.value).collect())
    }

    /// A list of texts, each with its place; what is not a text is noted and left out.
    pub fn spanned_texts(
        &mut self,
        key: &'static str,
        problems: &mut Problems,
    ) -> Option<Vec<Spanned<String>>> {
        let value = self.value(key)?;
        let items = items(value);
        let mut texts = Vec::new();
        for item in items {
            match &item.data {
                // Without quotation marks, the commas that were meant between texts would be part of one.
                Data::Text(text) if text.contains(',') && problems.has_told(item.span) => {
                    self.note_type(key, Expected::Texts, item, problems);
                }
                Data::Text(text) => texts.push(Spanned { value: text.clone(), span: item.span }),
                Data::Nothing => {}
                Data::Integer(_)
                | Data::Float(_)
                | Data::Boolean(_)
                | Data::Date(_)
                | Data::List(_)
                | Data::Record(_) => self.note_type(key, Expected::Texts, item, problems),
            }
        }
        Some(texts)
    }

    /// One of a closed set of words, compared without case or accents.
    pub fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
        problems: &mut Problems,
    ) -> Option<T> {
        let value = self.value(key)?;
        let (Read::Words(read), span) = (read(value), value.span) else {
            self.note_type(key, Expected::Text, value, problems);
            return None;
        };
        let folded = fold(&read);
        let listed = words.iter().find(|(word, _)| *word == folded);
        let found = listed.or_else(|| words.iter().find(|(word, _)| fold(word) == folded)).map(|it| it.1);
        if found.is_none() {
            let known: Vec<&'static str> = words.iter().map(|(word, _)| *word).collect();
            let nearest = nearest(&read, known.iter().copied()).map(str::to_owned);
            let problem =
                RecordProblem::UnknownWord { key: key.to_owned(), read: short(&read), known, nearest };
            problems.error_instead(problem, span);
        }
        found
    }

    pub fn record(&mut self, key: &'static str, problems: &mut Problems) -> Option<&'a Record> {
        let value = self.value(key)?;
        if let Data::Record(record) = &value.data {
            return Some(record);
        }
        self.note_type(key, Expected::Record, value, problems);
        None
    }

    /// A series of records (`[[menu]]`); empty when the key is absent.
    pub fn records(&mut self, key: &'static str, problems: &mut Problems) -> Vec<&'a Record> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let mut records = Vec::new();
        let mut strangers = Vec::new();
        for item in items(value) {
            match &item.data {
                Data::Record(record) if !std::ptr::eq(item, value) => records.push(record),
                Data::Nothing => {}
                Data::Text(_)
                | Data::Integer(_)
                | Data::Float(_)
                | Data::Boolean(_)
                | Data::Date(_)
                | Data::List(_)
                | Data::Record(_) => strangers.push(item),
            }
        }
        // A list of words is one mistake, however many words it holds.
        match &strangers[..] {
            [] => {}
            [_] => self.note_type(key, Expected::Records, strangers[0], problems),
            [_, ..] => self.note_type(key, Expected::Records, value, problems),
        }
        records
    }

    /// Notes every key never asked for as an error, with the nearest known key.
    pub fn finish(self, problems: &mut Problems) {
        self.finish_knowing(&[], problems);
    }

    /// Notes every key never asked for; those of other generators with what to write instead.
    pub fn finish_knowing(self, foreign: &[&[ForeignKey]], problems: &mut Problems) {
        let Fields { record, tables, asked } = self;
        let unread = || tables.iter().copied().flatten().find(|key| !asked.contains(&key.name));
        debug_assert!(unread().is_none(), "{:?} is in the table of keys, and nobody reads it", unread());
        for Entry { key, key_span, value } in &record.entries {
            if asked.contains(&key.as_str()) {
                continue;
            }
            let key = key.clone();
            let folded = fold(&key);
            let known = || foreign.iter().copied().flatten();
            let foreign = known().find(|foreign| foreign.key == key);
            let problem = match foreign.or_else(|| known().find(|foreign| fold(foreign.key) == folded)) {
                Some(ForeignKey { key: _, instead }) => {
                    let advice = instead.advice(value, record.notation);
                    RecordProblem::ForeignKey { key, advice }
                }
                None => {
                    let nearest = nearest(&key, asked.iter().copied()).map(str::to_owned);
                    RecordProblem::UnknownKey { key: short(&key), nearest }
                }
            };
            problems.error_instead(problem, *key_span);
        }
    }

    fn spanned_integer(&mut self, key: &'static str, problems: &mut Problems) -> Option<Spanned<i64>> {
        self.take(key, Expected::Integer, problems, |data| {
            if let Data::Integer(integer) = data { Some(*integer) } else { None }
        })
    }

    fn take<T>(
        &mut self,
        key: &'static str,
        expected: Expected,
        problems: &mut Problems,
        read: impl Fn(&Data) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let found = self.value(key)?;
        let value = read(&found.data);
        if value.is_none() {
            self.note_type(key, expected, found, problems);
        }
        value.map(|value| Spanned { value, span: found.span })
    }

    fn note_type(&self, key: &str, expected: Expected, value: &Value, problems: &mut Problems) {
        // What the key asks for says more than what the notation misses at the same place.
        problems.error_instead(wrong_type(key, expected, value, self.record.notation), value.span);
    }
}

/// The problem of a value of a record that is not what its key expects.
fn wrong_type(key: &str, expected: Expected, value: &Value, notation: Notation) -> RecordProblem {
    RecordProblem::WrongType { key: short(key), expected, read: read(value), notation }
}

/// A value as messages show it.
pub fn read(value: &Value) -> Read {
    match &value.data {
        Data::Text(text) => Read::Words(short(text)),
        Data::Integer(number) => Read::Words(number.to_string()),
        Data::Float(number) => Read::Words(number.to_string()),
        Data::Boolean(boolean) => Read::Words(boolean.to_string()),
        Data::Date(date) => Read::Words(date.to_string()),
        Data::Nothing => Read::Words(String::new()),
        Data::List(_) => Read::List,
        Data::Record(_) => Read::Record,
    }
}

/// The problem of a TOML value that should have been a text.
pub fn not_a_text(key: &str, value: &Value) -> RecordProblem {
    wrong_type(key, Expected::Text, value, Notation::Toml)
}

/// The text of an entry of a table where each key has one. What is no text is told; a key without a
/// value says nothing.
pub fn text_of<'a>(entry: &'a Entry, problems: &mut Problems) -> Option<&'a str> {
    match &entry.value.data {
        Data::Text(text) => Some(text),
        Data::Nothing => None,
        Data::Integer(_)
        | Data::Float(_)
        | Data::Boolean(_)
        | Data::Date(_)
        | Data::List(_)
        | Data::Record(_) => {
            problems.error(not_a_text(&entry.key, &entry.value), entry.value.span);
            None
        }
    }
}

/// The problem of a TOML value that should have been a table.
pub fn not_a_table(key: &str, value: &Value) -> RecordProblem {
    wrong_type(key, Expected::Record, value, Notation::Toml)
}

/// The items of a list; any other value is a list of itself.
fn items(value: &Value) -> &[Value] {
    if let Data::List(items) = &value.data { items } else { std::slice::from_ref(value) }
}

impl Entry {
    /// The entry as it is written under a table: its line, or the title of a table of its own.
    pub fn line_of(&self, table: &str, notation: Notation) -> String {
        let Entry { key, value, .. } = self;
        match (&value.data, notation) {
            (Data::Record(_), Notation::Toml) => format!("[{table}.{key}]"),
            (Data::Record(_), Notation::Yaml) => format!("{key}:"),
            (_, _) => notation.pair(key, &in_line(value).unwrap_or_else(|| "…".to_owned())),
        }
    }
}

impl Instead {
    /// The line to write: complete when the author's value can be kept.
    fn advice(self, value: &Value, notation: Notation) -> Bilingual {
        match self {
            Instead::Key(ours) => {
                let line = match in_line(value).filter(|_| is_key(ours)) {
                    Some(value) => notation.pair(ours, &value),
                    None => ours.to_owned(),
                };
                Bilingual::new(format!("écrivez plutôt `{line}`"), format!("write `{line}` instead"))
            }
            Instead::Advice { fr, en } => Bilingual::new(fr, en),
        }
    }
}

/// Whether our side of a foreign key is a key alone, not a table or a whole line.
fn is_key(ours: &str) -> bool {
    ours.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

/// A value as it is written on one line, when it has only texts, days, or true and false.
fn in_line(value: &Value) -> Option<String> {
    match &value.data {
        Data::Text(text) if !text.is_empty() => Some(written(&short(text))),
        Data::Boolean(boolean) => Some(boolean.to_string()),
        Data::Date(date) => Some(date.to_string()),
        Data::List(items) => {
            let items = items.iter().map(in_line).collect::<Option<Vec<_>>>()?;
            Some(format!("[{}]", items.join(", ")))
        }
        Data::Text(_) | Data::Integer(_) | Data::Float(_) | Data::Record(_) | Data::Nothing => None,
    }
}

/// A text between quotation marks, as TOML and YAML both read it.
fn written(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::Fields;
    use crate::diagnostic::Problems;
    use crate::record::Record;
    use crate::record::keys::{Holds, Key, key};

    const KEYS: &[Key] = &[key("title", Holds::Text, "le titre", "the title")];

    #[test]
    #[should_panic(expected = "`subtitle` is read: add it to the table of its keys")]
    fn a_key_that_is_not_in_the_table_cannot_be_read() {
        let record = Record::default();
        Fields::of(&record, KEYS).value("subtitle");
    }

    #[test]
    #[should_panic(expected = "nobody reads it")]
    fn a_key_of_the_table_that_nobody_reads_is_told() {
        let record = Record::default();
        Fields::of(&record, KEYS).finish(&mut Problems::in_file("jalon.toml"));
    }
}
