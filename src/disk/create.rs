//! Writes files that were not there: a new site, a new document. What is there is never touched.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::disk::error::{Error, Refusal};
use crate::disk::{Found, content, look};

/// Names that systems and tools put in a folder by themselves: they make it no less empty.
const NOBODYS: [&str; 4] = [".DS_Store", ".git", "Thumbs.db", "desktop.ini"];

/// How many names a refusal lists.
const N_LISTED: usize = 3;

/// Checks that a new site may stand in a folder: it does not exist, or holds nothing.
pub fn check_folder(folder: &Path) -> Result<(), Error> {
    match fs::metadata(folder) {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(_) => return Err(Error::Refused(Refusal::NotAFolder { folder: folder.to_owned() })),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::listing(folder, error)),
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| Error::listing(folder, error))? {
        let entry = entry.map_err(|error| Error::listing(folder, error))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| !NOBODYS.contains(&name.as_str()));
    if names.is_empty() {
        return Ok(());
    }
    names.sort();
    let n_more = names.len().saturating_sub(N_LISTED);
    names.truncate(N_LISTED);
    Err(Error::Refused(Refusal::Occupied { folder: folder.to_owned(), names, n_more }))
}

/// Writes the files of a new site in its folder, which is made if need be.
pub fn site(folder: &Path, files: &BTreeMap<String, String>) -> Result<(), Error> {
    check_folder(folder)?;
    beside(folder, files)
}

/// Writes new files in a folder, which is made if need be and may hold others.
pub fn beside(folder: &Path, files: &BTreeMap<String, String>) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|error| Error::making_folder(folder, error))?;
    files.iter().try_for_each(|(path, text)| file(folder, path, text.as_bytes()))
}

/// Writes new files of a site, all of them or none: the place of each is looked at before the first is written.
pub fn together(root: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Error> {
    for path in files.keys() {
        check_way(root, path)?;
        let place = root.join(path);
        match look(&place)? {
            Found::Nothing => {}
            Found::File | Found::Folder | Found::Link | Found::Special => {
                return Err(Error::Refused(Refusal::Exists { path: place }));
            }
        }
    }
    for (n_written, (path, bytes)) in files.iter().enumerate() {
        if let Err(error) = file(root, path, bytes) {
            for path in files.keys().take(n_written) {
                let _it_may_be_gone = fs::remove_file(root.join(path));
            }
            return Err(error);
        }
    }
    Ok(())
}

/// Writes a new file of a site, with the folders it stands in.
pub fn file(root: &Path, path: &str, bytes: &[u8]) -> Result<(), Error> {
    check_way(root, path)?;
    let place = root.join(path);
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder).map_err(|error| Error::making_folder(folder, error))?;
    }
    match content::create(&place, bytes) {
        Err(Error::Machine(trouble)) if trouble.source.kind() == io::ErrorKind::AlreadyExists => {
            Err(Error::Refused(Refusal::Exists { path: place }))
        }
        written => written,
    }
}

/// Checks the folders that a new file would stand in. A link on the way could lead out of the site: it is not
/// followed.
pub fn check_way(root: &Path, path: &str) -> Result<(), Error> {
    let mut place = root.to_owned();
    let (folders, _) = path.rsplit_once('/').unwrap_or(("", path));
    for folder in folders.split('/').filter(|folder| !folder.is_empty()) {
        place.push(folder);
        match look(&place)? {
            Found::Folder => {}
            Found::Nothing => return Ok(()),
            Found::File | Found::Special => {
                return Err(Error::Refused(Refusal::NotAFolder { folder: place }));
            }
            Found::Link => return Err(Error::Refused(Refusal::ThroughLink { link: place })),
        }
    }
    Ok(())
}
