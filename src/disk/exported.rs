//! Puts data files in a folder of a person's own: what stands there already is replaced only when that is asked.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::disk::create::check_way;
use crate::disk::error::{Error, Refusal};
use crate::disk::manifest::MANIFEST;
use crate::disk::survey::holds;
use crate::disk::{Found, content, look, resolve};

/// What is done with a file that says something else than the one to put there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    Kept,
    Replaced,
}

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub enum Put {
    /// All files are there; this many were written, the others were there already.
    Written { n: usize },
    /// Nothing was written: at these paths stand files that say something else, and they are kept.
    InTheWay { paths: Vec<String> },
}

/// Whether a folder is that of a published site, or within it: the next build would find there files of nobody.
pub fn is_in_website(folder: &Path, public: &Path) -> Result<bool, Error> {
    let (folder, public) = (resolve(folder)?, resolve(public)?);
    Ok(folder.starts_with(public) || folder.ancestors().any(|it| it.join(MANIFEST).is_file()))
}

/// Puts files in a folder, which is made if need be, by their paths from it. The place of each is looked at before
/// the first is written.
pub fn put(folder: &Path, files: &BTreeMap<&str, &[u8]>, others: Others) -> Result<Put, Error> {
    let (mut missing, mut different) = (Vec::new(), Vec::new());
    for (path, bytes) in files {
        check_way(folder, path)?;
        let place = folder.join(path);
        match look(&place)? {
            Found::Nothing => missing.push((place, *bytes)),
            Found::File if holds(&place, bytes)? => {}
            Found::File => different.push((*path, place, *bytes)),
            Found::Folder | Found::Link | Found::Special => {
                return Err(Error::Refused(Refusal::Exists { path: place }));
            }
        }
    }
    if others == Others::Kept && !different.is_empty() {
        return Ok(Put::InTheWay { paths: different.iter().map(|(path, ..)| (*path).to_owned()).collect() });
    }
    for (place, bytes) in &missing {
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(|error| Error::making_folder(folder, error))?;
        }
        content::create(place, bytes)?;
    }
    for (_, place, bytes) in &different {
        content::replace(place, bytes)?;
    }
    Ok(Put::Written { n: missing.len() + different.len() })
}
