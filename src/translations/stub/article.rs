//! The stub of a document that is no plan: its own header, and each heading over its text.

use super::comment::{block, within_line};
use super::{draft_lines, words_line};
use crate::diagnostic::Problems;
use crate::lang::Lang;
use crate::markdown::{Heading, Piece};
use crate::record::{Data, Entry, Record, read_toml, read_yaml};

/// Keys that a translation has in its own words.
const WORDS: [&str; 3] = ["title", "description", "image_alt"];

/// Keys that two documents cannot share: their addresses, and what only the source knows.
const LEFT_OUT: [&str; 4] = ["path", "aliases", "draft", "translation"];

/// Each heading keeps its level, its anchor and its marks, so that links and lists find it.
pub fn stub(text: &str, body_start: usize, pieces: &[Piece], speaks: Lang) -> String {
    let mut stub = header(&text[..body_start], speaks);
    let headings: Vec<&Heading> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Heading(heading) => Some(heading),
            Piece::Table(_) | Piece::List(_) | Piece::Definitions(_) | Piece::Prose(_) => None,
        })
        .collect();
    let first = headings.first().map_or(text.len(), |heading| heading.span.start);
    stub.push_str(&under(&text[body_start..first]));
    for (at, heading) in headings.iter().enumerate() {
        let next = headings.get(at + 1).map_or(text.len(), |next| next.span.start);
        // A heading without a word is a slip: there is nothing to translate.
        if !heading.line.html.is_empty() {
            stub.push_str(&format!("\n{}\n", heading_line(text, heading)));
        }
        stub.push_str(&under(&text[heading.span.end.min(next)..next]));
    }
    stub
}

fn under(text: &str) -> String {
    if text.trim().is_empty() { String::new() } else { format!("\n{}", block(text)) }
}

fn heading_line(text: &str, heading: &Heading) -> String {
    let Heading { level, line, id, id_is_written: _, classes, attributes, span: _ } = heading;
    let marks = usize::from(*level);
    let words = text.get(line.span.start..line.span.end).unwrap_or(&line.plain);
    let classes = classes.iter().map(|class| format!(" .{class}"));
    let attributes = attributes.iter().map(|(name, value)| format!(" {name}={value}"));
    let marked: String = classes.chain(attributes).collect();
    format!("{} {} {{#{id}{marked}}}", "#".repeat(marks), within_line(words))
}

/// The header of the source, its words put in comments, what cannot be shared left out.
fn header(head: &str, speaks: Lang) -> String {
    let Some((fence, inner)) = inside(head) else {
        return format!("+++\n{}+++\n", draft_lines(speaks));
    };
    let mut unheard = Problems::in_file("");
    let record: Record = match fence {
        "---" => read_yaml(inner, 0, &mut unheard),
        _ => read_toml(inner, 0, &mut unheard),
    };
    let mut lines = String::new();
    let draft = draft_lines(speaks);
    lines.push_str(&if fence == "---" { draft.replace("draft = true", "draft: true") } else { draft });
    for entry in record.entries.iter().filter(|entry| WORDS.contains(&entry.key.as_str())) {
        if let Data::Text(words) = &entry.value.data {
            let line = words_line(&entry.key, words);
            lines.push_str(&if fence == "---" { line.replacen(" = ", ": ", 1) } else { line });
        }
    }
    lines.push_str(&kept(inner, &record.entries));
    format!("{fence}\n{lines}{fence}\n")
}

/// The lines of a header, but for those of the keys that the translation does not take as they are.
fn kept(inner: &str, entries: &[Entry]) -> String {
    let is_left = |key: &str| WORDS.contains(&key) || LEFT_OUT.contains(&key);
    let left: Vec<(usize, usize)> = entries
        .iter()
        .filter(|entry| is_left(&entry.key))
        .map(|entry| (entry.key_span.start, entry.value.span.end.max(entry.key_span.end)))
        .collect();
    let mut kept = String::new();
    let mut at = 0;
    for line in inner.split_inclusive('\n') {
        let end = at + line.len();
        let is_within = left.iter().any(|(start, stop)| *start < end && at < *stop);
        if !is_within {
            kept.push_str(line.trim_end_matches(['\r', '\n']));
            kept.push('\n');
        }
        at = end;
    }
    kept
}

/// The line that opens a header, and what it holds.
fn inside(head: &str) -> Option<(&str, &str)> {
    let open = head.trim_start();
    let fence = open.lines().next()?.trim_end();
    if fence != "+++" && fence != "---" {
        return None;
    }
    let start = head.len() - open.len() + open.find('\n')? + 1;
    let close = head.trim_end().rfind(fence)?;
    (start <= close).then(|| (fence, &head[start..close]))
}
