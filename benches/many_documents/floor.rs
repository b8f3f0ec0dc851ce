//! The least a build can do: read every document, parse it once, write as many bytes in as many files.
//!
//! No address is settled, no template is run: what a generator costs above this is its own.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it is a program of its own, which reads, writes and tells how long it took"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use pulldown_cmark::{Event, Options, Parser};
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

/// Writes in `out` as many files as `published` holds, of the same names and sizes, with the words of
/// the documents of `content` in them; says how long it took.
pub fn write(content: &Path, published: &Path, out: &Path) {
    let sizes: Vec<(PathBuf, usize)> = files(published)
        .into_iter()
        .map(|path| {
            let size = fs::metadata(&path).expect("a published file can be looked at").len();
            let place = path.strip_prefix(published).expect("it is in that folder");
            (out.join(place), usize::try_from(size).expect("a file fits in memory"))
        })
        .collect();
    let started = Instant::now();
    let documents = files(content);
    let n_made = documents.len().max(sizes.len());
    let places: Vec<usize> = (0..n_made).collect();
    places.par_iter().with_max_len(64).for_each(|at| {
        let mut page = documents.get(*at).map(|path| parsed(path)).unwrap_or_default().into_bytes();
        if let Some((place, size)) = sizes.get(*at) {
            page.resize(*size, b' ');
            put(place, &page);
        }
    });
    println!("{} documents, {} files, {:.2?}", documents.len(), sizes.len(), started.elapsed());
}

fn parsed(path: &Path) -> String {
    let text = String::from_utf8_lossy(&fs::read(path).expect("a document can be read")).into_owned();
    let body = text.get(3..).and_then(|rest| rest.split_once("\n+++\n")).map_or(&*text, |(_, body)| body);
    let mut page = String::with_capacity(2 * text.len());
    for event in Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
        if let Event::Text(words) | Event::Code(words) = event {
            page.push_str(&words);
        }
    }
    page
}

fn put(place: &Path, bytes: &[u8]) {
    if fs::write(place, bytes).is_err() {
        fs::create_dir_all(place.parent().expect("a file is in a folder")).expect("a folder can be made");
        fs::write(place, bytes).expect("a file can be written");
    }
}

/// Every file below a folder, in order; our own hidden files aside.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            found.extend(files(&entry));
        } else if !entry.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
            found.push(entry);
        }
    }
    found
}
