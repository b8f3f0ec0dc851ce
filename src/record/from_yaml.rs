//! YAML into records, from the parser's events: no references to unfold, a limited depth.

mod faults;

use std::collections::BTreeSet;

use saphyr_parser::{Event, Parser, ScalarStyle, Tag};

use super::{DEEPEST, Data, Entry, Record, Value};
use crate::date::Date;
use crate::diagnostic::Problems;
use crate::diagnostic::record::Notation;
use crate::diagnostic::record::syntax::{LineFault, ShapeFault, SyntaxProblem};
use crate::source::Span;

pub(super) fn read(text: &str, offset: usize, problems: &mut Problems) -> Record {
    // The parser counts characters; one more entry stands for the end of the text.
    let bytes = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let mut builder = Builder { text, offset, bytes, open: Vec::new(), root: None, faults: Vec::new() };
    if let Err(fault) = builder.run() {
        builder.faults.push(fault);
    }
    let record = builder.finish();
    for (span, problem) in builder.faults {
        problems.error(problem, span.shifted(offset));
    }
    record
}

/// A syntax problem, at its place in the text.
type Fault = (Span, SyntaxProblem);

/// Tables and lists under construction, the innermost last.
struct Builder<'t> {
    text: &'t str,
    offset: usize,
    /// The byte of each character.
    bytes: Vec<usize>,
    open: Vec<Open>,
    root: Option<Value>,
    faults: Vec<Fault>,
}

/// A table or a list that is not closed yet.
enum Open {
    Record {
        start: usize,
        entries: Vec<Entry>,
        /// Those of the entries.
        keys: BTreeSet<String>,
        key: Option<(String, Span)>,
    },
    List {
        start: usize,
        items: Vec<Value>,
    },
}

impl<'t> Builder<'t> {
    /// Follows the events of the first document; the first problem of syntax ends it.
    fn run(&mut self) -> Result<(), Fault> {
        for event in Parser::new_from_str(self.text) {
            let (event, span) =
                event.map_err(|error| faults::of(&error, self.text, self.at(error.marker().index())))?;
            let span = Span::new(self.at(span.start.index()), self.at(span.end.index()));
            match event {
                Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
                Event::DocumentStart(_) if self.root.is_some() => {
                    return Err((span, ShapeFault::Other { notation: Notation::Yaml }.into()));
                }
                Event::DocumentStart(_) => {}
                Event::Alias(_) => return Err((span, ShapeFault::Reference.into())),
                Event::Scalar(words, style, _, tag) => {
                    let plain = style == ScalarStyle::Plain;
                    self.scalar(&words, plain.then_some(tag.as_deref()), span)?;
                }
                Event::SequenceStart(..) => {
                    self.opens(Open::List { start: span.start, items: Vec::new() }, span)?;
                }
                Event::MappingStart(..) => {
                    let (entries, keys) = (Vec::new(), BTreeSet::new());
                    self.opens(Open::Record { start: span.start, entries, keys, key: None }, span)?;
                }
                Event::SequenceEnd | Event::MappingEnd => self.closes(span.end)?,
            }
        }
        Ok(())
    }

    /// What was read, with what was still open when reading stopped.
    fn finish(&mut self) -> Record {
        let whole = Span::new(0, self.text.len()).shifted(self.offset);
        while !self.open.is_empty() {
            if self.closes(self.text.len()).is_err() {
                break;
            }
        }
        match self.root.take() {
            Some(Value { data: Data::Record(record), span: _ }) => Record { span: whole, ..record },
            None | Some(Value { data: Data::Nothing, span: _ }) => empty(whole),
            Some(Value { data: _, span }) => {
                if self.faults.is_empty() {
                    let at = faults::line_around(self.text, span.start - self.offset);
                    self.faults.push((at, LineFault::NoSeparator { notation: Notation::Yaml }.into()));
                }
                empty(whole)
            }
        }
    }

    fn at(&self, character: usize) -> usize {
        self.bytes[character.min(self.bytes.len() - 1)]
    }

    fn opens(&mut self, open: Open, span: Span) -> Result<(), Fault> {
        if self.open.len() == DEEPEST {
            return Err((span, ShapeFault::TooDeep.into()));
        }
        if self.waits_for_key() {
            return Err((span, ShapeFault::Other { notation: Notation::Yaml }.into()));
        }
        self.open.push(open);
        Ok(())
    }

    fn closes(&mut self, end: usize) -> Result<(), Fault> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let (Open::List { start, .. } | Open::Record { start, .. }) = open;
        let span = self.without_white_space(Span::new(start, end));
        let data = match open {
            Open::List { start: _, items } => Data::List(items),
            Open::Record { start: _, entries, keys: _, key: _ } => {
                Data::Record(Record { entries, span: span.shifted(self.offset), notation: Notation::Yaml })
            }
        };
        self.put(data, span)
    }

    /// `tag` is there for a plain scalar, which may be a number; a quoted one is a text.
    fn scalar(&mut self, words: &str, tag: Option<Option<&Tag>>, span: Span) -> Result<(), Fault> {
        let span = self.without_white_space(span);
        if let Some(Open::Record { key: key @ None, keys, .. }) = self.open.last_mut() {
            let key_span = span.shifted(self.offset);
            if keys.contains(words) {
                self.faults.push((span, LineFault::DuplicateKey { key: super::short(words) }.into()));
            }
            *key = Some((words.to_owned(), key_span));
            return Ok(());
        }
        let data = match tag {
            None => Data::Text(words.to_owned()),
            Some(Some(tag)) if tag.is_yaml_core_schema() && tag.suffix == "str" => {
                Data::Text(words.to_owned())
            }
            Some(_) => plain(words),
        };
        self.put(data, span)
    }

    fn waits_for_key(&self) -> bool {
        matches!(self.open.last(), Some(Open::Record { key: None, .. }))
    }

    /// Puts a value where it belongs. The first value of a key written twice is kept.
    fn put(&mut self, data: Data, span: Span) -> Result<(), Fault> {
        let value = Value { data, span: span.shifted(self.offset) };
        match self.open.last_mut() {
            None => self.root = Some(value),
            Some(Open::List { items, .. }) => items.push(value),
            Some(Open::Record { entries, keys, key, .. }) => {
                if let Some((key, key_span)) = key.take()
                    && keys.insert(key.clone())
                {
                    entries.push(Entry { key, key_span, value });
                }
            }
        }
        Ok(())
    }

    fn without_white_space(&self, span: Span) -> Span {
        let written = &self.text[span.start..span.end];
        Span::new(span.start, span.start + written.trim_end().len())
    }
}

fn empty(span: Span) -> Record {
    Record { entries: Vec::new(), span, notation: Notation::Yaml }
}

/// A scalar without quotation marks, by the core schema of YAML 1.2; dates as well.
fn plain(words: &str) -> Data {
    match words {
        "" | "~" | "null" | "Null" | "NULL" => return Data::Nothing,
        "true" | "True" | "TRUE" => return Data::Boolean(true),
        "false" | "False" | "FALSE" => return Data::Boolean(false),
        _ => {}
    }
    let unsigned = words.strip_prefix(['+', '-']).unwrap_or(words);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if digits(unsigned) {
        return words.parse().map_or_else(|_| Data::Text(words.to_owned()), Data::Integer);
    }
    if let Some(date) = day(words) {
        return Data::Date(date);
    }
    let decimal = unsigned.split_once('.').is_some_and(|(whole, part)| digits(whole) && digits(part));
    match words.parse() {
        Ok(number) if decimal => Data::Float(number),
        Ok(_) | Err(_) => Data::Text(words.to_owned()),
    }
}

/// The day of `2013-10-11`, `2013-10-11 09:00` or `2013-10-11T09:00:00Z`.
fn day(words: &str) -> Option<Date> {
    let (day, rest) = words.split_at_checked(10)?;
    let time = rest.strip_prefix(['T', 't', ' ']);
    let is_time = |time: &str| {
        time.trim_start().starts_with(|c: char| c.is_ascii_digit())
            && time
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z' | 'z' | ' '))
    };
    (rest.is_empty() || time.is_some_and(is_time)).then(|| Date::parse(day))?
}
