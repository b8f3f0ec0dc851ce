//! The words of a paragraph, with what hangs on them: links, notes, revisions, pictures, boxes.

use std::borrow::Cow;

use super::drawing;
use super::fields;
use super::notes::Kind;
use super::styles::look_said;
use super::xml::Node;
use super::{Reading, Refusal};
use crate::import::piece::{Look, Piece, Run, Text};

/// A box, as forms of Word show it.
pub const UNTICKED: char = '☐';
/// A box that is ticked.
pub const TICKED: char = '☒';

/// The words of a paragraph.
#[derive(Default)]
pub struct Words {
    pub text: Text,
    /// What pending revisions add to it, and take out of it.
    pub added: String,
    pub taken_out: String,
    pub comments: Vec<String>,
    /// Pictures, with remarks on those left out.
    pub pictures: Vec<Piece>,
    /// What stands in boxes anchored to it.
    pub boxed: Vec<Piece>,
    /// Where the last words went.
    last: Revision,
}

/// What a pending revision does to words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Revision {
    #[default]
    Kept,
    Added,
    TakenOut,
}

/// What holds for words by what stands around them.
#[derive(Clone)]
struct Around {
    base: Look,
    link: Option<String>,
    revision: Revision,
}

/// The words of a paragraph, whose style gives them a look.
pub fn read(reading: &mut Reading<'_>, paragraph: Node<'_>, base: Look) -> Result<Words, Refusal> {
    let mut words = Words::default();
    let around = Around { base, link: None, revision: Revision::Kept };
    inside(reading, paragraph, &around, &mut words)?;
    reading.fields.settle();
    words.text = trimmed(std::mem::take(&mut words.text));
    Ok(words)
}

fn inside(
    reading: &mut Reading<'_>,
    node: Node<'_>,
    around: &Around,
    words: &mut Words,
) -> Result<(), Refusal> {
    for child in node.children() {
        match child.name() {
            "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "smartTagPr" | "customXmlPr" => {}
            "r" => run(reading, child, around, words)?,
            "hyperlink" => {
                let link = link(reading, child).or_else(|| around.link.clone());
                inside(reading, child, &Around { link, ..around.clone() }, words)?;
            }
            "ins" | "moveTo" => {
                // Words that one adds and another takes out are nobody's.
                let revision = match around.revision {
                    Revision::TakenOut => Revision::TakenOut,
                    Revision::Kept | Revision::Added => Revision::Added,
                };
                inside(reading, child, &Around { revision, ..around.clone() }, words)?;
            }
            "del" | "moveFrom" => {
                inside(reading, child, &Around { revision: Revision::TakenOut, ..around.clone() }, words)?;
            }
            "fldSimple" => {
                reading.fields.open(&child.attribute("instr").unwrap_or_default());
                inside(reading, child, around, words)?;
                reading.fields.close();
            }
            "sdt" => match ticked(child) {
                Some(is_ticked) => add_box(reading, is_ticked, around, words),
                None => inside(reading, child, around, words)?,
            },
            "AlternateContent" => alternate(reading, child, around, words, inside)?,
            "den" | "rad" | "sup" | "sub" => formula(reading, child, around, words)?,
            _ => inside(reading, child, around, words)?,
        }
    }
    Ok(())
}

/// Part of a formula, on one line: one half is no twelve.
fn formula(
    reading: &mut Reading<'_>,
    node: Node<'_>,
    around: &Around,
    words: &mut Words,
) -> Result<(), Refusal> {
    let mut base = around.base;
    match node.name() {
        "den" => add(reading, "/", base, around, words),
        "rad" => add(reading, "√", base, around, words),
        "sup" => base.is_raised = true,
        _ => base.is_lowered = true,
    }
    inside(reading, node, &Around { base, ..around.clone() }, words)
}

/// Whether the box that a control of a form is, is ticked; none when it is no box.
fn ticked(control: Node<'_>) -> Option<bool> {
    let is_ticked = control.child("sdtPr")?.child("checkbox")?.child("checked");
    Some(is_ticked.is_some_and(Node::is_on))
}

fn add_box(reading: &Reading<'_>, is_ticked: bool, around: &Around, words: &mut Words) {
    let sign = if is_ticked { TICKED } else { UNTICKED };
    add(reading, sign.encode_utf8(&mut [0; 4]), around.base, around, words);
}

/// Where a link leads; nowhere inside the document, whose places we do not keep.
fn link(reading: &Reading<'_>, node: Node<'_>) -> Option<String> {
    let target = reading.relations.target(&node.attribute("id")?)?;
    match node.attribute("anchor") {
        Some(place) if !target.to.contains('#') => Some(format!("{}#{place}", target.to)),
        Some(_) | None => Some(target.to.clone()),
    }
}

/// Reads the first form of what is written in several, each for other programs; the last when the
/// first says nothing to us.
fn alternate(
    reading: &mut Reading<'_>,
    node: Node<'_>,
    around: &Around,
    words: &mut Words,
    read: fn(&mut Reading<'_>, Node<'_>, &Around, &mut Words) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let weight = |Words { text, pictures, boxed, taken_out, .. }: &Words| {
        let last = text.runs.last().map(|run| run.words.len());
        (text.runs.len(), last, pictures.len(), boxed.len(), taken_out.len())
    };
    let before = weight(words);
    for form in node.children() {
        read(reading, form, around, words)?;
        if weight(words) != before {
            break;
        }
    }
    Ok(())
}

fn run(reading: &mut Reading<'_>, node: Node<'_>, around: &Around, words: &mut Words) -> Result<(), Refusal> {
    let properties = node.child("rPr");
    let mut look = around.base;
    let mut is_hidden = false;
    if let Some(properties) = properties {
        let style = properties.value_of("rStyle").map(|style| reading.styles.says(&style).look);
        for said in style.into_iter().chain([look_said(properties)]) {
            look = said.over(look);
            is_hidden = said.hidden.unwrap_or(is_hidden);
        }
    }
    // Nobody sees such words: an index, a note of the author to himself.
    if is_hidden && node.child("fldChar").is_none() && node.child("instrText").is_none() {
        return Ok(());
    }
    let around = Around { base: look, ..around.clone() };
    of_run(reading, node, &around, words)
}

fn of_run(
    reading: &mut Reading<'_>,
    node: Node<'_>,
    around: &Around,
    words: &mut Words,
) -> Result<(), Refusal> {
    for child in node.children() {
        let typed: Cow<'_, str> = match child.name() {
            "t" | "delText" => typed(child),
            "tab" | "ptab" => " ".into(),
            // In the middle of a paragraph, that of a page keeps words apart as well.
            "br" | "cr" => "\n".into(),
            "noBreakHyphen" => "\u{2011}".into(),
            "sym" => symbol(child).into(),
            "footnoteReference" => {
                call(reading, Kind::Footnote, child, around, words);
                continue;
            }
            "endnoteReference" => {
                call(reading, Kind::Endnote, child, around, words);
                continue;
            }
            "commentReference" => {
                let comment = child.attribute("id").and_then(|id| reading.comments.remove(id.as_ref()));
                words.comments.extend(comment);
                continue;
            }
            "fldChar" => {
                if let Some(is_ticked) = fields::box_of_form(child) {
                    add_box(reading, is_ticked, around, words);
                }
                reading.fields.sign(child);
                continue;
            }
            "instrText" => {
                reading.fields.instruct(&child.words());
                continue;
            }
            "drawing" | "pict" | "object" => {
                if around.revision != Revision::TakenOut {
                    drawing::read(reading, child, words)?;
                }
                continue;
            }
            "AlternateContent" => {
                alternate(reading, child, around, words, of_run)?;
                continue;
            }
            "rPr" | "softHyphen" | "delInstrText" => continue,
            // Small print over other words, which East Asian texts have.
            _ => {
                inside(reading, child, around, words)?;
                continue;
            }
        };
        add(reading, &typed, around.base, around, words);
    }
    Ok(())
}

/// Words as Word shows them: spaces at their ends count only where it is said, a break of line never.
fn typed(node: Node<'_>) -> Cow<'static, str> {
    let words = node.words();
    let is_kept = node.attribute("space").as_deref() == Some("preserve");
    let kept = if is_kept { words.as_str() } else { words.trim_matches([' ', '\t', '\n', '\r']) };
    let shown = kept.replace(['\t', '\n', '\r'], " ");
    Cow::Owned(shown.replace('\u{ad}', ""))
}

/// A sign of a font of signs, as the sign of every font that looks like it.
fn symbol(node: Node<'_>) -> String {
    let code = node.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
    let shown = match code {
        Some(0xf0a8 | 0xf06f | 0xf071 | 0xf072) => Some(UNTICKED),
        Some(0xf0fd | 0xf0fe | 0xf078 | 0xf053 | 0xf052 | 0xf054) => Some(TICKED),
        Some(0xf0fc) => Some('✓'),
        Some(0xf0fb) => Some('✗'),
        Some(0xf0e0 | 0xf0e8 | 0xf0f0) => Some('→'),
        Some(0xf0a7 | 0xf06e) => Some('▪'),
        Some(0xf0b7 | 0xf06c | 0xf09f) => Some('•'),
        Some(0xf0d8) => Some('➢'),
        Some(code) => char::from_u32(code),
        None => None,
    };
    shown.map(String::from).unwrap_or_default()
}

/// Adds the call of a note, when the note is there.
fn call(reading: &mut Reading<'_>, kind: Kind, node: Node<'_>, around: &Around, words: &mut Words) {
    if around.revision == Revision::TakenOut || !reading.fields.shows() {
        return;
    }
    let Some(id) = node.attribute("id") else { return };
    if let Some(label) = reading.notes.call(kind, &id) {
        words.text.runs.push(Run { note: Some(label), ..Run::default() });
    }
}

/// Adds words, to those before them when they look the same.
fn add(reading: &Reading<'_>, typed: &str, look: Look, around: &Around, words: &mut Words) {
    if typed.is_empty() || !reading.fields.shows() {
        return;
    }
    let before = std::mem::replace(&mut words.last, around.revision);
    let told = match around.revision {
        Revision::Kept => None,
        Revision::Added => Some(&mut words.added),
        Revision::TakenOut => Some(&mut words.taken_out),
    };
    if let Some(told) = told {
        if before != around.revision && !told.is_empty() {
            told.push_str(" … ");
        }
        told.push_str(typed);
    }
    if around.revision == Revision::TakenOut {
        return;
    }
    let link = around.link.clone().or_else(|| reading.fields.link());
    let runs = &mut words.text.runs;
    if let Some(last) = runs.last_mut().filter(|last| last.note.is_none())
        && (last.look, &last.link) == (look, &link)
    {
        // Several tabs in a row are one space: they put words in columns.
        let is_repeated = typed == " " && last.words.ends_with(char::is_whitespace);
        last.words.push_str(if is_repeated { "" } else { typed });
    } else {
        runs.push(Run { words: typed.to_owned(), look, link, note: None });
    }
}

/// A text without spaces around it and around its lines, nor runs that hold nothing.
pub fn trimmed(text: Text) -> Text {
    let mut runs: Vec<Run> = Vec::new();
    let mut is_at_start = true;
    for mut run in text.runs {
        if run.note.is_none() {
            let mut words = String::with_capacity(run.words.len());
            for c in run.words.chars() {
                if c == '\n' {
                    trim_end(&mut words, &mut runs);
                    // Empty lines at the beginning hold nothing.
                    if !(words.is_empty() && runs.is_empty()) {
                        words.push(c);
                    }
                    is_at_start = true;
                } else if !(is_at_start && c.is_whitespace()) {
                    words.push(c);
                    is_at_start = false;
                }
            }
            run.words = words;
        } else {
            is_at_start = false;
        }
        if !run.words.is_empty() || run.note.is_some() {
            runs.push(run);
        }
    }
    while let Some(last) = runs.last_mut().filter(|last| last.note.is_none()) {
        last.words.truncate(last.words.trim_end().len());
        if !last.words.is_empty() {
            break;
        }
        runs.pop();
    }
    Text { runs }
}

/// Takes away the spaces that a line ends with, whatever runs they are in.
fn trim_end(words: &mut String, runs: &mut [Run]) {
    let kept = |words: &str| words.trim_end_matches(|c: char| c.is_whitespace() && c != '\n').len();
    words.truncate(kept(words));
    if words.is_empty()
        && let Some(last) = runs.last_mut()
    {
        last.words.truncate(kept(&last.words));
    }
}
