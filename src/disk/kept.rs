//! What jalon keeps for itself beside a site, in `.jalon/`: it is no part of the site, is never
//! published, and can be deleted at any time.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::disk::error::{Error, Refusal};
use crate::disk::{Found, content, look};

/// The folder, in that of the site.
const FOLDER: &str = ".jalon";

/// Tells git to leave the folder alone, whatever the site's own `.gitignore` says.
const LEFT_ALONE: &[u8] = b"*\n";

/// More than any file that is kept: beyond, it is none of ours.
const LIMIT: u64 = 8 << 20;

/// The text of a kept file; none when there is none, or none that can be read as text.
pub fn text(root: &Path, name: &str) -> Result<Option<String>, Error> {
    let path = folder(root)?.join(name);
    match look(&path)? {
        Found::File => {}
        Found::Nothing | Found::Folder | Found::Link | Found::Special => return Ok(None),
    }
    let metadata = fs::metadata(&path).map_err(|error| Error::reading(&path, error))?;
    if metadata.len() > LIMIT {
        return Ok(None);
    }
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Ok(None),
        Err(error) => Err(Error::reading(&path, error)),
    }
}

/// Keeps a text, in one move.
pub fn keep(root: &Path, name: &str, text: &str) -> Result<(), Error> {
    let folder = folder(root)?;
    if look(&folder)? == Found::Nothing {
        fs::create_dir(&folder).map_err(|error| Error::making_folder(&folder, error))?;
        content::create(&folder.join(".gitignore"), LEFT_ALONE)?;
    }
    let path = folder.join(name);
    match look(&path)? {
        Found::Nothing => content::create(&path, text.as_bytes()),
        Found::File => content::replace(&path, text.as_bytes()),
        Found::Folder | Found::Link | Found::Special => Err(Error::Refused(Refusal::Exists { path })),
    }
}

/// A link in the place of the folder could lead out of the site: it is not followed.
fn folder(root: &Path) -> Result<PathBuf, Error> {
    let folder = root.join(FOLDER);
    match look(&folder)? {
        Found::Nothing | Found::Folder => Ok(folder),
        Found::File | Found::Special => Err(Error::Refused(Refusal::NotAFolder { folder })),
        Found::Link => Err(Error::Refused(Refusal::ThroughLink { link: folder })),
    }
}
