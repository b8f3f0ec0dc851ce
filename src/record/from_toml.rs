//! TOML into records: every syntax error at once, in our words and not the parser's.

mod faults;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::{DEEPEST, Data, Entry, Record, Value};
use crate::date::Date;
use crate::diagnostic::Problems;
use crate::diagnostic::record::Notation;
use crate::diagnostic::record::syntax::{ShapeFault, SyntaxProblem};
use crate::source::{Span, floor_char_boundary};
use faults::Fault;

pub(super) fn read(text: &str, offset: usize, problems: &mut Problems) -> Record {
    let (table, errors) = DeTable::parse_recoverable(text);
    let faults = faults::of(text, table.get_ref(), &errors);
    let mut reader = Reader {
        text,
        offset,
        broken: Vec::new(),
        too_deep: Vec::new(),
        lost: faults::lost_lines(text, &faults),
    };
    for error in &errors {
        reader.broken.push(inside(text, error.span().unwrap_or(0..0)));
    }
    let unquoted = faults.iter().filter(|fault| fault.is_unquoted_text()).map(|fault| fault.span).collect();
    let entries = reader.entries(table.get_ref(), &unquoted, 1);
    let deep = reader
        .too_deep
        .iter()
        .map(|span| Fault { span: *span, problem: SyntaxProblem::Shape(ShapeFault::TooDeep) });
    let mut all: Vec<Fault> = faults.into_iter().chain(deep).collect();
    all.sort_by_key(|fault| fault.span);
    for fault in faults::first_of_each_line(text, all) {
        problems.error(fault.problem, fault.span.shifted(offset));
    }
    Record { entries, span: Span::new(0, text.len()).shifted(offset), notation: Notation::Toml }
}

/// A place of the parser as one of ours: inside the text, on character limits.
fn inside(text: &str, range: std::ops::Range<usize>) -> Span {
    Span::new(floor_char_boundary(text, range.start), floor_char_boundary(text, range.end))
}

/// Turns the parser's tree into records; remembers where it went wrong.
struct Reader<'t> {
    text: &'t str,
    offset: usize,
    /// Where the parser reported errors: values there hold nothing.
    broken: Vec<Span>,
    /// Lines after a table title that is not closed: their table is not known.
    lost: Vec<Span>,
    /// Tables and lists left out because they stand too deep.
    too_deep: Vec<Span>,
}

impl Reader<'_> {
    /// The entries of a table, in the order written; those whose key is not readable are left out.
    fn entries(&mut self, table: &DeTable<'_>, unquoted: &Vec<Span>, level: usize) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (key, value) in table {
            let key_span = inside(self.text, key.span());
            if self.lost.iter().any(|lost| lost.start <= key_span.start && key_span.start < lost.end) {
                continue;
            }
            if self.broken.iter().any(|at| key_span.start <= at.start && at.start < key_span.end)
                && !self.is_repeated(key_span)
                && !faults::is_word(key.get_ref())
            {
                continue;
            }
            entries.push(Entry {
                key: key.get_ref().to_string(),
                key_span: key_span.shifted(self.offset),
                value: self.value(value, unquoted, level),
            });
        }
        entries.sort_by(|a, b| (a.key_span, &a.key).cmp(&(b.key_span, &b.key)));
        entries
    }

    /// Whether the only error at a key is that it is written twice: its first value is good.
    fn is_repeated(&self, key_span: Span) -> bool {
        self.broken.iter().filter(|at| at.start == key_span.start).all(|at| *at == key_span)
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, unquoted: &Vec<Span>, level: usize) -> Value {
        let span = inside(self.text, value.span());
        let shifted = span.shifted(self.offset);
        let data = match value.get_ref() {
            DeValue::Array(_) | DeValue::Table(_) if level == DEEPEST => {
                self.too_deep.push(span);
                Data::Nothing
            }
            DeValue::Array(items) => {
                Data::List(items.iter().map(|item| self.value(item, unquoted, level + 1)).collect())
            }
            DeValue::Table(table) => Data::Record(Record {
                entries: self.entries(table, unquoted, level + 1),
                span: shifted,
                notation: Notation::Toml,
            }),
            DeValue::String(text) if let Some(whole) = unquoted.iter().find(|at| at.start == span.start) => {
                // The parser stops at a comma: the author did not.
                let whole_text = &self.text[whole.start..whole.end];
                let text = if whole.end > span.end { whole_text } else { text.as_ref() };
                let text = faults::without_quotes(text).to_owned();
                return Value { data: Data::Text(text), span: whole.shifted(self.offset) };
            }
            // « T » was taken for the start of « true ».
            DeValue::Boolean(_) if let Some(whole) = unquoted.iter().find(|at| at.start == span.start) => {
                let text = self.text[whole.start..whole.end].to_owned();
                return Value { data: Data::Text(text), span: whole.shifted(self.offset) };
            }
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
                if self.is_broken(span) =>
            {
                Data::Nothing
            }
            DeValue::String(text) => Data::Text(text.to_string()),
            DeValue::Integer(integer) => {
                i64::from_str_radix(integer.as_str(), integer.radix()).map_or(Data::Nothing, Data::Integer)
            }
            DeValue::Float(float) => float.as_str().parse().map_or(Data::Nothing, Data::Float),
            DeValue::Boolean(boolean) => Data::Boolean(*boolean),
            DeValue::Datetime(moment) => date(moment).map_or(Data::Nothing, Data::Date),
        };
        Value { data, span: shifted }
    }

    fn is_broken(&self, span: Span) -> bool {
        self.broken.iter().any(|at| span.start <= at.start && at.start <= span.end)
    }
}

/// The day of a TOML date or date and time.
fn date(moment: &::toml::value::Datetime) -> Option<Date> {
    let date = moment.date?;
    Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?)
}
