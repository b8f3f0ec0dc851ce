//! What a site starts with, and what is added to it: from what was asked to texts, nothing written yet.

pub mod action;
pub mod document;
pub mod fault;
mod fill;
mod place;
pub mod site;

use include_dir::{Dir, include_dir};

use crate::lang::Lang;

/// Sample sites, skeletons of documents and files of hosts, in a folder for each language.
static SAMPLES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/starter/samples");

/// The text of one of the samples of a language.
fn sample(lang: Lang, path: &str) -> &'static str {
    let path = format!("{}/{path}", lang.code());
    let file = SAMPLES.get_file(&path).unwrap_or_else(|| panic!("the samples hold {path}"));
    file.contents_utf8().expect("samples are texts")
}
