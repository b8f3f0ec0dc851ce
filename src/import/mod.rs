//! Papers as offices write them (Word, spreadsheets, web pages, plain text) into documents of ours.
//!
//! ```text
//! docx, sheet, html, text   bytes   → Paper          what it holds, in order; nothing decided
//! shape                     Paper   → Shaped         its kind, its title, levels, tables of actions
//! write                     pieces  → Markdown       with the place of each remark
//! ```
//!
//! Every word that a reader of the paper sees is in the document, or told: what was guessed and what could not be
//! kept is told at its place in what is written. The document is a draft: somebody looks at it before anybody
//! else does. Nothing here touches the disk.

mod docx;
mod html;
pub mod piece;
pub mod refusal;
mod shape;
mod sheet;
mod signs;
mod text;
mod write;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::date::Date;
use crate::decode;
use crate::diagnostic::file::FileProblem;
use crate::diagnostic::import::ImportProblem;
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::front_matter::WrittenKind;
use crate::lang::Lang;
use crate::source::Span;
use crate::starter::document;
use piece::{Paper, PictureFile, Piece};
use refusal::Refusal;
use shape::Shaped;
use write::Written;

/// What is asked of a document made of a paper.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The name of the file, with its end, which says its format.
    pub name: String,
    /// None asks for the kind that the paper looks like.
    pub kind: Option<WrittenKind>,
    /// None asks for the title that the paper gives itself, else the name of its file.
    pub title: Option<String>,
    /// The code of one of the site's languages; none is the site's first.
    pub language: Option<String>,
    /// The day that the address of a synthesis or of news bears; none asks for the one that the paper names at its
    /// top, else for today.
    pub date: Option<Date>,
    pub today: Date,
}

/// A document made of a paper.
#[derive(Debug, Clone)]
pub struct Imported {
    pub kind: WrittenKind,
    /// From the root of the site; no file stands there.
    pub path: String,
    pub text: String,
    /// The pictures to stand beside it, by path from the root of the site; none of them stands there.
    pub pictures: BTreeMap<String, Vec<u8>>,
    /// What needs a human eye, at its place in the text.
    pub remarks: Vec<Diagnostic>,
}

/// Makes a document of a paper, for a site whose files are given by path from its root.
pub fn import(wish: &Wish, bytes: &[u8], files: &BTreeMap<String, Arc<[u8]>>) -> Result<Imported, Refusal> {
    let lang = document::lang(wish.language.as_deref(), files);
    let Paper { title, pieces, pictures } = read(&wish.name, bytes, lang)?;
    if pieces.iter().all(|piece| matches!(piece, Piece::Remark(_))) {
        return Err(Refusal::NoWords);
    }
    let Shaped { kind, title, day, period, pieces } = shape::shaped(title, pieces, wish);
    let (language, date) = (wish.language.clone(), wish.date.or(day).unwrap_or(wish.today));
    let draft = document::draft(&document::Wish { kind, title, language, date }, files)?;
    let (path, stem) = (draft.path.clone(), pictures_stem(&draft.path));
    let header = with_period(draft.header(), period.as_deref());
    let Written { markdown, remarks } = write::markdown(&pieces, &stem);
    let diagnostic = |(at, problem): (usize, ImportProblem)| Diagnostic {
        severity: Severity::Warning,
        problem: problem.into(),
        path: path.clone(),
        span: Some(Span::new(header.len() + at, header.len() + at)),
    };
    let remarks = remarks.into_iter().map(diagnostic).collect();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = |PictureFile { name, bytes }| (format!("{folder}/{stem}{name}"), bytes);
    let pictures = pictures.into_iter().map(beside).collect();
    Ok(Imported { kind, path: path.clone(), text: format!("{header}{markdown}"), pictures, remarks })
}

/// A header whose plan covers these years; none leaves the key for somebody to fill in, as nobody knows.
fn with_period(header: &str, period: Option<&str>) -> String {
    let line = |line: &str| match (line.strip_prefix("period = "), period) {
        (Some(_), Some(period)) => format!("period = \"{period}\"\n"),
        (Some(_), None) => format!("# {line}"),
        (None, _) => line.to_owned(),
    };
    header.split_inclusive('\n').map(line).collect()
}

/// What the names of the pictures of a document start with: beside other documents, its own name.
fn pictures_stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.split('.').next() {
        Some("index") | None => String::new(),
        Some(stem) => format!("{stem}-"),
    }
}

/// Reads a paper by the format that the end of its name says, for readers of a language.
fn read(name: &str, bytes: &[u8], lang: Lang) -> Result<Paper, Refusal> {
    const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let end = name.rsplit_once('.').map_or(String::new(), |(_, end)| end.to_lowercase());
    if bytes.is_empty() {
        return Err(Refusal::NoWords);
    }
    // What a file is, its bytes say before its name.
    let end = match sheet::archived(bytes) {
        Some(true) => "docx".to_owned(),
        Some(false) => "xlsx".to_owned(),
        None => end,
    };
    let is_text = matches!(end.as_str(), "txt" | "text" | "html" | "htm" | "xhtml");
    if is_text && !bytes.starts_with(&[0xff, 0xfe]) && !bytes.starts_with(&[0xfe, 0xff]) && bytes.contains(&0)
    {
        return Err(Refusal::NotText);
    }
    match end.as_str() {
        "doc" | "docx" | "docm" if bytes.starts_with(COMPOUND) => {
            // A locked document stands whole, encrypted, in a compound file: so did all of them before 2007.
            Err(if end == "doc" { Refusal::OldWord } else { Refusal::Locked })
        }
        "docx" | "docm" => docx::read(bytes),
        "xlsx" | "xlsm" | "xls" | "ods" => sheet::read(name, bytes, lang),
        // Whatever stands between the cells, it is found by its bytes.
        "csv" | "tsv" | "tab" => sheet::read("paper.csv", bytes, lang),
        "html" | "htm" | "xhtml" => Ok(of_text(name, bytes, html::read)),
        "txt" | "text" => Ok(of_text(name, bytes, text::read)),
        _ => Err(Refusal::UnknownFormat { end }),
    }
}

/// A paper that is a text, in whatever letters its bytes are.
fn of_text(name: &str, bytes: &[u8], read: fn(&str) -> Paper) -> Paper {
    let mut told = Vec::new();
    let source = decode::source(name, bytes, &mut told);
    let mut paper = read(&source.text);
    let is_old = |told: &Diagnostic| matches!(told.problem, Problem::File(FileProblem::NotUtf8 { .. }));
    if told.iter().any(is_old) {
        paper.pieces.insert(0, Piece::Remark(ImportProblem::OldLetters));
    }
    paper
}
