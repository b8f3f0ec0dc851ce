//! The only door to the disk: a site's files come in, its website goes out.

#![expect(clippy::disallowed_methods, reason = "this is where the disk is touched")]

pub mod aside;
pub mod create;
pub mod copies;
pub mod bulk;
pub mod content;
pub mod error;
pub mod exported;
#[cfg(feature = "serve")]
pub mod folder;
#[cfg(feature = "external")]
pub mod kept;
pub mod manifest;
pub mod paper;
pub mod publish;
pub mod read;
#[cfg(feature = "serve")]
pub mod scan;
mod survey;
mod taken;

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::disk::error::{Error, OutputFault, Refusal};

/// The folders that belong to a site.
pub const FOLDERS: [&str; 6] = ["assets", "content", "static", "templates", "themes", "words"];

/// The folder of a site that was asked for by name.
pub fn asked_root(asked: &Path) -> Result<PathBuf, Error> {
    let root = asked.to_owned();
    if asked.is_dir() {
        Ok(root)
    } else if asked.is_file() {
        Err(Error::Refused(Refusal::RootIsFile { root }))
    } else {
        Err(Error::Refused(Refusal::NoRoot { root }))
    }
}

/// The folder of the site when none was asked for: the current one when it holds a site, else
/// its nearest parent with settings, as a person may work inside `content/`.
///
/// `here` is the current folder, absolute. The answer is relative to it, hence empty for itself.
pub fn find_root(here: &Path, config: &Path) -> PathBuf {
    if here.join("content").is_dir() {
        return PathBuf::new();
    }
    let mut parents = here.ancestors().enumerate();
    let site = parents.find(|(_, folder)| folder.join(config).is_file());
    site.map(|(n_up, _)| PathBuf::from_iter(std::iter::repeat_n("..", n_up))).unwrap_or_default()
}

/// Checks that a site may be published in this folder: never over its own sources.
pub fn check_output(root: &Path, output: &Path) -> Result<(), Error> {
    let (real_root, real_output) = (resolve(root)?, resolve(output)?);
    let holds = |folder: &&&str| real(real_root.join(folder)).starts_with(&real_output);
    let is_around = |folder: &&&str| real_output.starts_with(real(real_root.join(folder)));
    let fault = if real_root == real_output {
        OutputFault::IsRoot
    } else if real_root.starts_with(&real_output) {
        OutputFault::HoldsRoot
    } else if let Some(folder) = FOLDERS.iter().find(holds) {
        OutputFault::HoldsSource(folder)
    } else if let Some(folder) = FOLDERS.iter().find(is_around) {
        OutputFault::InSource(folder)
    } else if output.exists() && !output.is_dir() {
        OutputFault::NotAFolder
    } else {
        return Ok(());
    };
    Err(Error::Refused(Refusal::Output { output: output.to_owned(), fault }))
}

/// The text of the settings of a site, when it can be read: for who needs a word of it before all else.
pub fn settings(root: &Path, config: &Path) -> Option<String> {
    fs::read_to_string(root.join(config)).ok()
}

/// The rules of the time of this machine (TZif, RFC 9636), where its system keeps them in a file.
pub fn local_time() -> Option<Vec<u8>> {
    cfg!(unix).then(|| fs::read("/etc/localtime").ok()).flatten()
}

/// The absolute path of what exists, links followed, and of what does not exist yet below it.
fn resolve(path: &Path) -> Result<PathBuf, Error> {
    let absolute = std::path::absolute(or_here(path)).map_err(|source| Error::listing(path, source))?;
    // Nearly always.
    if let Ok(real) = fs::canonicalize(&absolute) {
        return Ok(real);
    }
    let mut followed = PathBuf::new();
    for component in absolute.components() {
        match component {
            Component::ParentDir => {
                followed.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::Normal(_) => {
                followed.push(component);
            }
        }
        followed = real(followed);
    }
    Ok(followed)
}

/// A path with its links followed, when something is there.
fn real(path: PathBuf) -> PathBuf {
    fs::canonicalize(&path).unwrap_or(path)
}

/// The path to give to the system, for which an empty path is not the current folder.
fn or_here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

/// What a path is, links not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    Nothing,
    File,
    Folder,
    Link,
    Special,
}

fn look(path: &Path) -> Result<Found, Error> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_symlink() => Ok(Found::Link),
        Ok(metadata) if metadata.is_dir() => Ok(Found::Folder),
        Ok(metadata) if metadata.is_file() => Ok(Found::File),
        Ok(_) => Ok(Found::Special),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(Found::Nothing)
        }
        Err(error) => Err(Error::reading(path, error)),
    }
}
