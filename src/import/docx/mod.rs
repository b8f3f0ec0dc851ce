//! A document of Word into pieces.
//!
//! ```text
//! parts       bytes      → the parts of the archive, and where each leads
//! xml         a part     → its elements
//! styles, numbering      → what a paragraph is by its style; the numbers that Word counts
//! words       paragraph  → runs, with drawing, fields and notes
//! paragraph, table       → pieces
//! margins                → what stands above and below each page
//! ```
//!
//! The crates that read such documents give a model of them that has lost words on the way: those that a
//! revision takes out, the second of two lines that say the same, the numbers that styles count, notes beyond
//! their plain text. Hence our own reader.

mod drawing;
mod fields;
mod margins;
mod notes;
mod numbering;
mod paragraph;
mod parts;
mod pictures;
mod signs;
mod styles;
mod table;
#[cfg(test)]
mod tests;
mod words;
mod xml;

use std::collections::BTreeMap;

use super::piece::{Paper, Piece, Run, Text};
use super::refusal::Refusal;
use crate::diagnostic::import::ImportProblem;
use fields::Fields;
use notes::{Kind, Notes};
use numbering::Numbering;
use parts::{Parts, Relations};
use pictures::Pictures;
use styles::Styles;
use xml::Node;

/// A document while it is read.
struct Reading<'a> {
    parts: Parts<'a>,
    styles: Styles,
    numbering: Numbering,
    /// Of the part that is being read.
    relations: Relations,
    fields: Fields,
    notes: Notes,
    /// The words of each comment that was not met yet.
    comments: BTreeMap<String, String>,
    pictures: Pictures,
    title: Option<String>,
    place: Place,
    has_counted: bool,
    has_contents: bool,
    /// How many cells of tables merged cells cover so far.
    n_covered: usize,
}

/// What holds for the pieces that are being read: those of the document, of a box or of a cell.
#[derive(Default)]
struct Place {
    /// The levels of the lists that are open, with how many numbered points in a row each has.
    lists: Vec<(usize, u32)>,
    /// Whether it is a cell or a box.
    is_inside: bool,
    /// Whether the last piece gave the document its title.
    is_at_title: bool,
    /// The numbers of the numbered points of a cell.
    labels: Vec<String>,
}

/// Reads a document.
pub fn read(bytes: &[u8]) -> Result<Paper, Refusal> {
    let mut parts = parts::open(bytes)?;
    let whole = parts.relations("")?;
    let path = whole.part("officeDocument").unwrap_or("word/document.xml").to_owned();
    let text = parts.text(&path)?.ok_or(Refusal::Damaged)?;
    let document = xml::read(&text)?;
    let root = document.root().ok_or(Refusal::Damaged)?;
    let mut reading = opened(parts, &path)?;
    let notes = reading.gather_notes(&path)?;
    let mut pieces = Vec::new();
    margins::read(&mut reading, &document, &path, &mut pieces)?;
    let n_margins = pieces.len();
    reading.relations = reading.parts.relations(&path)?;
    // Those of a header are shown nowhere.
    reading.pictures = Pictures::default();
    let mut body = Vec::new();
    reading.blocks(root, &mut body)?;
    pieces.append(&mut body);
    let mut written = BTreeMap::new();
    for (kind, path, text) in &notes {
        reading.write_notes(*kind, path, text, &mut written)?;
    }
    pieces.extend(written.into_values().flatten());
    let title = match reading.title.take() {
        Some(title) => Some(title),
        None => reading.named_title(&whole, &pieces[n_margins..])?,
    };
    Ok(Paper { title, pieces, pictures: reading.pictures.files })
}

/// Opens what stands around the text.
fn opened<'a>(mut parts: Parts<'a>, path: &str) -> Result<Reading<'a>, Refusal> {
    let relations = parts.relations(path)?;
    let mut beside = |nature: &str| match relations.part(nature) {
        Some(path) => parts.text(path),
        None => Ok(None),
    };
    let styles = beside("styles")?.map(|text| styles::read(&text)).transpose()?.unwrap_or_default();
    let numbering = beside("numbering")?.map(|text| numbering::read(&text)).transpose()?.unwrap_or_default();
    let comments = beside("comments")?.map(|text| comments(&text)).transpose()?.unwrap_or_default();
    Ok(Reading {
        parts,
        styles,
        numbering,
        relations,
        fields: Fields::default(),
        notes: Notes::default(),
        comments,
        pictures: Pictures::default(),
        title: None,
        place: Place::default(),
        has_counted: false,
        has_contents: false,
        n_covered: 0,
    })
}

/// The words of the comments that say something.
fn comments(text: &str) -> Result<BTreeMap<String, String>, Refusal> {
    let tree = xml::read(text)?;
    let comments = tree.all().filter(|node| node.name() == "comment");
    let comment = |node: Node<'_>| {
        let lines = node.descendants().filter(|node| node.name() == "p").map(Node::words);
        let words = on_one_line(&lines.collect::<Vec<_>>().join(" "));
        Some((node.attribute("id")?.into_owned(), words)).filter(|(_, words)| !words.is_empty())
    };
    Ok(comments.filter_map(comment).collect())
}

/// Words with one space between them; no-break spaces stay.
fn on_one_line(words: &str) -> String {
    let words = words.split(|c: char| c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}');
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

impl Reading<'_> {
    /// Reads the paragraphs and tables that stand in an element.
    fn blocks(&mut self, node: Node<'_>, into: &mut Vec<Piece>) -> Result<(), Refusal> {
        for child in node.children() {
            match child.name() {
                "p" => self.paragraph(child, into)?,
                "tbl" => self.table(child, into)?,
                "sdt" if is_contents(child) => self.leave_contents(into),
                "AlternateContent" => {
                    if let Some(form) = child.children().next() {
                        self.blocks(form, into)?;
                    }
                }
                // Another file, as it is, inside this one.
                "altChunk" => {
                    into.push(Piece::Remark(ImportProblem::ElementsLeft { names: "altChunk".into() }))
                }
                _ => self.blocks(child, into)?,
            }
        }
        Ok(())
    }

    /// Reads what stands in a box or in a cell; the lists around it go on behind it.
    fn boxed(&mut self, node: Node<'_>, into: &mut Vec<Piece>) -> Result<Vec<String>, Refusal> {
        let inside = Place { is_inside: true, ..Place::default() };
        let around = std::mem::replace(&mut self.place, inside);
        let read = self.blocks(node, into);
        let Place { labels, .. } = std::mem::replace(&mut self.place, around);
        read.map(|()| labels)
    }

    /// Leaves a line of a table of contents: the site makes its own.
    fn leave_contents(&mut self, into: &mut Vec<Piece>) {
        if !std::mem::replace(&mut self.has_contents, true) {
            into.push(Piece::Remark(ImportProblem::ContentsLeft));
        }
    }

    /// Takes note of the notes that are there; returns the text of their parts.
    fn gather_notes(&mut self, path: &str) -> Result<Vec<(Kind, String, String)>, Refusal> {
        let relations = self.parts.relations(path)?;
        let mut gathered = Vec::new();
        for (kind, nature) in [(Kind::Footnote, "footnotes"), (Kind::Endnote, "endnotes")] {
            let Some(path) = relations.part(nature) else { continue };
            let Some(text) = self.parts.text(path)? else { continue };
            self.notes.gather(kind, &xml::read(&text)?);
            gathered.push((kind, path.to_owned(), text));
        }
        Ok(gathered)
    }

    /// Writes the notes that were called, by their numbers.
    fn write_notes(
        &mut self,
        kind: Kind,
        path: &str,
        text: &str,
        into: &mut BTreeMap<usize, Vec<Piece>>,
    ) -> Result<(), Refusal> {
        self.relations = self.parts.relations(path)?;
        let tree = xml::read(text)?;
        for note in notes::written(&tree) {
            let number = note.attribute("id").and_then(|id| self.notes.number(kind, &id));
            let Some(number) = number else { continue };
            let (mut pieces, mut around, mut text) = (Vec::new(), Vec::new(), Text::default());
            self.boxed(note, &mut pieces)?;
            for piece in pieces {
                match piece {
                    Piece::Paragraph(line) | Piece::Heading { text: line, .. } => join(&mut text, line),
                    Piece::Item(item) => join(&mut text, item.text),
                    Piece::Table(table) => {
                        table::lines(&table).into_iter().for_each(|line| join(&mut text, line));
                    }
                    Piece::Picture { .. } | Piece::Remark(_) | Piece::Note { .. } => around.push(piece),
                }
            }
            around.push(Piece::Note { label: number.to_string(), text });
            into.insert(number, around);
        }
        Ok(())
    }

    /// The title that the properties of the file give, when it is one.
    ///
    /// Word fills it with the name of the first file, and keeps it when the document becomes another: a single
    /// title of the highest level, which people see, is worth more.
    fn named_title(&mut self, whole: &Relations, pieces: &[Piece]) -> Result<Option<String>, Refusal> {
        let highest = pieces.iter().filter(|piece| matches!(piece, Piece::Heading { level: 1, .. }));
        if highest.count() == 1 {
            return Ok(None);
        }
        let Some(path) = whole.part("core-properties") else { return Ok(None) };
        let Some(text) = self.parts.text(path)? else { return Ok(None) };
        let tree = xml::read(&text)?;
        let title = tree.all().find(|node| node.name() == "title").map(Node::words).unwrap_or_default();
        Ok(Some(on_one_line(&title)).filter(|title| signs::is_a_title(title)))
    }
}

/// Adds a line to a text.
fn join(text: &mut Text, line: Text) {
    if !text.is_empty() {
        text.runs.push(Run { words: "\n".to_owned(), ..Run::default() });
    }
    text.runs.extend(line.runs);
}

/// Whether a part of the document is the table of contents that Word puts there.
fn is_contents(control: Node<'_>) -> bool {
    let Some(of) = control.child("sdtPr").and_then(|properties| properties.child("docPartObj")) else {
        return false;
    };
    of.value_of("docPartGallery").as_deref() == Some("Table of Contents")
}
