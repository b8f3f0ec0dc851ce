//! Pictures: how large each one is, and what a page that shows it tells browsers.

mod on_page;
mod size;

use std::collections::{BTreeMap, BTreeSet};

use crate::address::{self, Address};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::picture::PictureProblem;
use crate::markdown;

/// Beyond this many bytes, a picture is slow on a telephone: a second on a good 3G link.
const HEAVY: usize = 500_000;

/// Wider than any text, and than a wide page on a fine screen.
const WIDE: u32 = 2_400;

/// The ends of the names of pictures that browsers show.
const ENDS: [&str; 7] = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"];

/// Whether a file has the name of a picture.
pub fn is_named_as_one(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ENDS.iter().any(|end| name.ends_with(end))
}

/// The pictures of a site, read once, by the address that pages write, without what is relative.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Pictures(BTreeMap<String, Picture>);

/// A picture of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file, from the root of the site.
    source: String,
    n_bytes: usize,
    kind: Kind,
}

/// What a file that should be a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// With the size at which it is shown; a drawing may have none.
    Known(Option<Size>),
    /// Browsers do not know what it is.
    Unknown,
}

/// How large a picture is, in pixels of the page, as it is shown: a photograph may lie on its side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// HTML with what pictures tell of themselves, and the pictures it shows.
pub struct OnPage {
    pub html: String,
    pub shown: BTreeSet<String>,
}

impl Picture {
    /// Reads a file of the site; none when its name is not that of a picture.
    pub fn read(source: &str, bytes: &[u8]) -> Option<Picture> {
        let name = source.to_ascii_lowercase();
        let end = ENDS.iter().find(|end| name.ends_with(**end))?;
        let kind = match *end {
            ".svg" => size::of_drawing(bytes),
            _ => size::of_photograph(bytes),
        };
        Some(Picture { source: source.to_owned(), n_bytes: bytes.len(), kind })
    }

    fn problem(&self) -> Option<PictureProblem> {
        let Picture { source, n_bytes, kind } = self;
        let size = match *kind {
            Kind::Known(size) => size,
            Kind::Unknown => {
                let end = source.rsplit('.').next().unwrap_or_default().to_owned();
                return Some(PictureProblem::Unreadable { end });
            }
        };
        if *n_bytes > HEAVY {
            return Some(match size.filter(|_| !source.to_ascii_lowercase().ends_with(".svg")) {
                Some(Size { width, height }) => PictureProblem::Heavy { n_bytes: *n_bytes, width, height },
                None => PictureProblem::HeavyDrawing { n_bytes: *n_bytes },
            });
        }
        let is_drawing = source.to_ascii_lowercase().ends_with(".svg");
        size.filter(|size| size.width > WIDE && !is_drawing)
            .map(|Size { width, height }| PictureProblem::Wide { width, height })
    }
}

impl Pictures {
    /// The pictures among files, each with the address it is published at.
    pub fn of<'a>(pictures: impl IntoIterator<Item = (&'a Address, Picture)>) -> Pictures {
        let keyed = pictures.into_iter().map(|(address, picture)| (key(&address.output()), picture));
        Pictures(keyed.collect())
    }

    /// Writes in a page the size of the pictures of the site, so that a text does not jump when
    /// they come, and asks browsers to load late all but the first of its main part.
    ///
    /// None when the page shows no picture. What a tag says already is left as it is.
    pub fn on_page(&self, html: &str, page: &Address, base_path: &str) -> Option<OnPage> {
        on_page::finished(self, html, &page.output(), base_path)
    }

    /// What is wrong with the pictures that pages show, by the keys that `on_page` gave.
    pub fn problems(&self, shown: &BTreeSet<String>) -> Vec<Diagnostic> {
        let shown = shown.iter().filter_map(|key| self.0.get(key));
        shown
            .filter_map(|picture| Some(Diagnostic::warning_of_file(&picture.source, picture.problem()?)))
            .collect()
    }
}

/// The path of a published file as addresses are written in pages.
fn key(output: &str) -> String {
    markdown::encoded(&address::written(output))
}
