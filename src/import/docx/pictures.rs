//! The pictures of a document: those that a browser shows are kept.

use std::collections::BTreeMap;

use super::Refusal;
use super::parts::Parts;
use crate::import::piece::PictureFile;
use crate::lang;

/// The pictures kept so far.
#[derive(Default)]
pub struct Pictures {
    pub files: Vec<PictureFile>,
    /// The name that each part got: a picture shown twice is kept once.
    names: BTreeMap<String, Option<String>>,
}

impl Pictures {
    /// The name that a picture is kept under; none when no browser shows it, or when its part is missing.
    pub fn keep(&mut self, parts: &mut Parts<'_>, path: &str) -> Result<Option<String>, Refusal> {
        if let Some(name) = self.names.get(path) {
            return Ok(name.clone());
        }
        let bytes = parts.picture(path)?;
        let kept = bytes.and_then(|bytes| Some((end_of(&bytes)?, bytes)));
        let name = kept.map(|(end, bytes)| {
            let name = format!("image-{}.{end}", self.files.len() + 1);
            self.files.push(PictureFile { name: name.clone(), bytes });
            name
        });
        self.names.insert(path.to_owned(), name.clone());
        Ok(name)
    }
}

/// The end of the name of a picture, by its bytes: programs give wrong ones.
fn end_of(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("png"),
        [0xff, 0xd8, 0xff, ..] => Some("jpg"),
        [b'G', b'I', b'F', b'8', ..] => Some("gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("webp"),
        // A drawing may hold a program: it is left to a person.
        _ => None,
    }
}

/// What a picture shows, in the words of its author: what a program wrote is nothing.
pub fn alt(written: &str) -> String {
    const BY_PROGRAM: &[&str] = &[
        "générée automatiquement",
        "généré automatiquement",
        "automatically generated",
        "généré par l’ia",
        "ai-generated content",
        "ai generated content",
    ];
    const FILES: &[&str] =
        &[".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".emf", ".wmf"];
    let words = lang::on_one_line(written);
    let lower = words.to_lowercase().replace('\'', "’");
    let is_by_program = BY_PROGRAM.iter().any(|sign| lower.contains(sign));
    let is_a_file = FILES.iter().any(|end| lower.ends_with(end));
    if is_by_program || is_a_file { String::new() } else { words }
}
