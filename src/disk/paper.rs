//! Reads a file that a person names, wherever it stands: what a document is made of.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use crate::disk::error::{Error, Refusal};

/// A paper beyond this many bytes is no text: a film, or a whole archive.
pub const LIMIT: u64 = 64 << 20;

/// Reads a file whole, from the folder the person is in.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let reading = |error| Error::reading(path, error);
    let metadata = fs::metadata(path).map_err(reading)?;
    if metadata.is_dir() {
        return Err(reading(io::ErrorKind::IsADirectory.into()));
    }
    // A pipe may never answer, and a device never end.
    if !metadata.is_file() {
        return Err(Error::Refused(Refusal::NotAFile { path: path.to_owned() }));
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(reading)?;
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(reading)?;
    match bytes.len() as u64 > LIMIT {
        true => Err(Error::Refused(Refusal::LargePaper { path: path.to_owned() })),
        false => Ok(bytes),
    }
}
