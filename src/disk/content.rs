//! Writes a document of the site's own folders: one that a person asked jalon to make or to complete.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::disk::error::Error;

/// Makes a new document; one that is there already is never touched.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let file = fs::OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = file.map_err(|error| Error::writing(path, error))?;
    file.write_all(bytes).map_err(|error| {
        // Half a document must not look like one.
        let _it_may_be_gone = fs::remove_file(path);
        Error::writing(path, error)
    })
}

/// Puts a new text in a document, in one move: an interruption leaves the old one whole. A link is
/// followed, and the document keeps its permissions.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let real = fs::canonicalize(path).map_err(|error| Error::writing(path, error))?;
    let mut aside = OsString::from(".");
    aside.push(real.file_name().unwrap_or_default());
    aside.push(".jalon-new");
    let aside = real.with_file_name(aside);
    put(&real, &aside, bytes).map_err(|error| {
        // What is left of an attempt must not look like a document.
        let _it_may_not_exist = fs::remove_file(&aside);
        Error::writing(path, error)
    })
}

fn put(real: &Path, aside: &Path, bytes: &[u8]) -> io::Result<()> {
    let permissions = fs::metadata(real)?.permissions();
    fs::write(aside, bytes)?;
    fs::set_permissions(aside, permissions)?;
    fs::rename(aside, real)
}
