//! `[translation]` in the header of a translation: what each of its parts was translated from.
//!
//! ```toml
//! [translation]
//! title = "0f3a9c51d2b7"
//! "#2.1.3" = "77c01e4a9b30"
//! ```
//!
//! The program writes this table (`jalon i18n --mark`); a person only ever removes lines of it.

use super::fences::{Fence, Fences, lines};
use super::keys::{COMMON, PAGE, SECTION};
use crate::diagnostic::record::misplaced::{Home, Misplaced, Title};
use crate::diagnostic::record::{Notation, RecordProblem};
use crate::diagnostic::{Diagnostic, Problems, Severity};
use crate::record::{Data, Entry, Fields, fields};
use crate::source::{Source, Span};

/// The name of the table.
pub const KEY: &str = "translation";

/// How many hexadecimal digits a fingerprint has: 48 bits, and a part is only ever compared with
/// its own past.
pub const N_DIGITS: usize = 12;

/// A part of a document and the fingerprint of the source it was translated from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub key: String,
    pub fingerprint: String,
    /// Where the key is written.
    pub span: Span,
}

/// Why the table is not written in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The header has mistakes of its own, to be mended first.
    BrokenHeader,
    /// The file has such a table, in a form that we did not give it (`translation = { … }`).
    OtherForm,
}

/// Reads the table; what is no fingerprint is noted and left out.
pub fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Vec<Recorded> {
    let Some(record) = fields.record(KEY, problems) else { return Vec::new() };
    let mut recorded = Vec::new();
    for entry in &record.entries {
        match &entry.value.data {
            Data::Text(text) if is_fingerprint(text) => recorded.push(Recorded {
                key: entry.key.clone(),
                fingerprint: text.clone(),
                span: entry.key_span,
            }),
            Data::Text(_)
            | Data::Integer(_)
            | Data::Float(_)
            | Data::Boolean(_)
            | Data::Date(_)
            | Data::List(_)
            | Data::Record(_)
            | Data::Nothing => {
                if let Some(misplaced) = misplaced(entry, record.notation) {
                    problems.error_instead(misplaced, entry.key_span);
                    continue;
                }
                let read = fields::read(&entry.value);
                let problem = RecordProblem::BadFingerprint { key: entry.key.clone(), read };
                problems.error_instead(problem, entry.value.span);
            }
        }
    }
    recorded
}

/// A key of the header under the table, which the next line after the last fingerprint falls into. Some parts
/// of a document are called as a key is.
fn misplaced(entry: &Entry, notation: Notation) -> Option<RecordProblem> {
    let key = entry.key.as_str();
    let is_key = [COMMON, PAGE, SECTION].into_iter().flatten().any(|known| known.name == key);
    let top = Title::top(notation);
    let (under, home) = (top.table(KEY), Home::Around(top));
    (is_key && !["title", "description"].contains(&key))
        .then(|| RecordProblem::Misplaced(Misplaced { key: key.to_owned(), under, home, may_be_own: false }))
}

fn is_fingerprint(text: &str) -> bool {
    text.len() == N_DIGITS && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The text of a file with this table, keys and fingerprints in this order, in the place of the
/// one it has, else at the end of its header, which is made if need be. All else is kept, byte for
/// byte. Without entries, the file is left without table.
pub fn with_table(source: &Source, entries: &[(String, String)]) -> Result<String, Refused> {
    let text = &*source.text;
    let written = match Fences::find(text) {
        Some(fences) => in_header(text, &fences, entries)?,
        None if entries.is_empty() => text.to_owned(),
        None => {
            let end = line_end(text);
            format!("+++{end}{}+++{end}{end}{text}", table(Fence::Toml, entries, end))
        }
    };
    is_as_wanted(&Source::new(source.path.as_str(), written.as_str()), entries)?;
    Ok(written)
}

fn in_header(text: &str, fences: &Fences, entries: &[(String, String)]) -> Result<String, Refused> {
    let close = fences.close.ok_or(Refused::BrokenHeader)?;
    let inner = &text[fences.inner_start..close.start];
    let end = line_end(&text[fences.open.start..]);
    let new = table(fences.notation, entries, end);
    let (place, lead) = match place(fences.notation, inner) {
        Some(place) => (place, String::new()),
        None if entries.is_empty() => return Ok(text.to_owned()),
        None => {
            let is_apart = inner.trim().is_empty() || inner.ends_with("\n\n") || inner.ends_with("\n\r\n");
            let lead = if is_apart || fences.notation == Fence::Yaml { "" } else { end };
            (Span::new(inner.len(), inner.len()), lead.to_owned())
        }
    };
    let (start, stop) = (fences.inner_start + place.start, fences.inner_start + place.end);
    Ok(format!("{}{lead}{new}{}", &text[..start], &text[stop..]))
}

/// Where the table stands in a header: from its title to the end of its last key.
fn place(notation: Fence, inner: &str) -> Option<Span> {
    let mut lines = lines(inner).skip_while(|(line, _)| !is_title(notation, line));
    let (title, start) = lines.next()?;
    let is_key = |line: &str| {
        let words = line.trim_start();
        !words.is_empty() && !words.starts_with('#') || words.starts_with("\"#")
    };
    let is_inside = |line: &str| match notation {
        Fence::Toml => !line.trim_start().starts_with('['),
        Fence::Yaml => line.starts_with([' ', '\t']) || line.trim().is_empty(),
    };
    let keys = lines.take_while(|(line, _)| is_inside(line)).filter(|(line, _)| is_key(line));
    let stop = keys.last().map_or(start + title.len(), |(line, at)| at + line.len());
    Some(Span::new(start, stop))
}

fn is_title(notation: Fence, line: &str) -> bool {
    let words = line.split('#').next().unwrap_or_default().trim_end();
    match notation {
        Fence::Toml => words.trim_start() == "[translation]",
        Fence::Yaml => words == "translation:",
    }
}

fn table(notation: Fence, entries: &[(String, String)], end: &str) -> String {
    if entries.is_empty() {
        return String::new();
    }
    let lines = entries.iter().map(|(key, fingerprint)| {
        let key = quoted(key);
        match notation {
            Fence::Toml => format!("{key} = \"{fingerprint}\"{end}"),
            Fence::Yaml => format!("  {key}: \"{fingerprint}\"{end}"),
        }
    });
    let title = match notation {
        Fence::Toml => "[translation]",
        Fence::Yaml => "translation:",
    };
    format!("{title}{end}{}", lines.collect::<String>())
}

/// A key as both notations read it.
fn quoted(key: &str) -> String {
    let is_bare = |c: char| c.is_ascii_lowercase() || c == '-';
    match key.chars().all(is_bare) && key.starts_with(|c: char| c.is_ascii_lowercase()) {
        true => key.to_owned(),
        false => format!("\"{}\"", key.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

/// How the lines of a file end, by its first one.
fn line_end(text: &str) -> &'static str {
    match text.split_inclusive('\n').next() {
        Some(line) if line.ends_with("\r\n") => "\r\n",
        Some(_) | None => "\n",
    }
}

/// Reads again what will be written: a table that would not be found there, or that would break
/// the header, is not written at all.
fn is_as_wanted(written: &Source, entries: &[(String, String)]) -> Result<(), Refused> {
    let mut problems = Problems::in_file(&written.path);
    let header = super::read(written, &mut problems).header;
    let found = header.translation.iter().map(|it| (&it.key, &it.fingerprint));
    if found.eq(entries.iter().map(|(key, fingerprint)| (key, fingerprint))) {
        let is_error = |noted: &Diagnostic| noted.severity == Severity::Error;
        return match problems.into_diagnostics().iter().any(is_error) {
            true => Err(Refused::BrokenHeader),
            false => Ok(()),
        };
    }
    Err(Refused::OtherForm)
}
