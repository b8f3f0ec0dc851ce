//! Compares a website with the folder where it is published, without touching anything.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use crate::diagnostic::file::Obstacle;
use crate::digest::Digest;
use crate::disk::aside::{Place, Waiting};
use crate::disk::error::Error;
use crate::disk::manifest::Manifest;
use crate::disk::{Found, look};
use crate::filled::Filled;

/// How much of a file is read at a time to compare it, in bytes.
const PIECE: usize = 256 * 1024;

/// What stands between a published folder and the website it must become.
#[derive(Debug, Default)]
pub struct Survey {
    /// The paths whose bytes must be written, in the order of their names.
    pub changed: Vec<String>,
    pub unchanged: usize,
    /// Our own files and folders that stand where something of another nature must go.
    pub to_clear: Vec<String>,
    /// The folders to make, outer ones first.
    pub new_folders: BTreeSet<String>,
    /// What is not ours and in the way; while there is any, nothing may be written.
    pub obstacles: Vec<(String, Obstacle)>,
}

impl Survey {
    /// What stands between an empty folder and a website.
    pub fn of_empty(files: &Waiting) -> Survey {
        let new_folders = files.keys().flat_map(|path| folders_of(path)).map(str::to_owned).filled();
        Survey { changed: files.keys().cloned().collect(), new_folders, ..Survey::default() }
    }
}

/// The folders that hold a path, outermost first: `a` and `a/b` for `a/b/c.html`.
pub fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// Looks at each place where the website goes; `before` says which files there are ours.
pub fn survey(output: &Path, files: &Waiting, before: &Manifest) -> Result<Survey, Error> {
    let mut survey = Survey::default();
    let folders: BTreeSet<&str> = files.keys().flat_map(|path| folders_of(path)).filled();
    // Below these, nothing is looked at: it is not there, will not be, or must not be entered.
    let mut closed = BTreeSet::new();
    for folder in folders {
        if folders_of(folder).any(|outer| closed.contains(outer)) {
            survey.new_folders.insert(folder.to_owned());
            closed.insert(folder);
            continue;
        }
        let obstacle = match look(&output.join(folder))? {
            Found::Folder => continue,
            Found::Nothing => None,
            Found::File if is_ours(output, folder, before)? => {
                survey.to_clear.push(folder.to_owned());
                None
            }
            Found::File => Some(Obstacle::FileForFolder),
            Found::Link => Some(Obstacle::Link),
            Found::Special => Some(Obstacle::Special),
        };
        match obstacle {
            Some(obstacle) => survey.obstacles.push((folder.to_owned(), obstacle)),
            None => drop(survey.new_folders.insert(folder.to_owned())),
        }
        closed.insert(folder);
    }
    let compared: Vec<(&String, Compared)> = files
        .into_par_iter()
        .map(|(path, put)| match folders_of(path).any(|folder| closed.contains(folder)) {
            true => Ok((path, Compared::Changed)),
            false => Ok((path, compare(output, path, &put.place, before)?)),
        })
        .collect::<Result<_, Error>>()?;
    for (path, compared) in compared {
        match compared {
            Compared::Same => survey.unchanged += 1,
            Compared::Changed => survey.changed.push(path.clone()),
            Compared::Blocked(Obstacle::OtherFile) if changes_case(output, path, files, before) => {
                survey.changed.push(path.clone());
            }
            Compared::Blocked(obstacle) => survey.obstacles.push((path.clone(), obstacle)),
            Compared::Behind(ours) => {
                survey.to_clear.extend(ours);
                survey.changed.push(path.clone());
            }
        }
    }
    survey.obstacles.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(survey)
}

/// One file of the website against what stands at its place.
enum Compared {
    Same,
    Changed,
    Blocked(Obstacle),
    /// A folder that only holds what we wrote: what to remove, innermost first.
    Behind(Vec<String>),
}

fn compare(output: &Path, path: &str, waits: &Place, before: &Manifest) -> Result<Compared, Error> {
    let place = output.join(path);
    Ok(match look(&place)? {
        // It was there when it was put aside.
        Found::Nothing if matches!(waits, Place::Published) => {
            return Err(Error::reading(place, io::ErrorKind::NotFound.into()));
        }
        Found::Nothing => Compared::Changed,
        Found::Link => Compared::Blocked(Obstacle::Link),
        Found::Special => Compared::Blocked(Obstacle::Special),
        Found::File if matches!(waits, Place::Published) => Compared::Same,
        Found::File if before.files.contains_key(path) => Compared::Changed,
        Found::File => Compared::Blocked(Obstacle::OtherFile),
        Found::Folder => {
            let mut ours = Vec::new();
            match only_ours(output, path, before, &mut ours)? {
                true => Compared::Behind(ours),
                false => Compared::Blocked(Obstacle::Folder),
            }
        }
    })
}

/// Whether what stands at a path is a file of ours of which only the case of the path changes: a disk that
/// ignores case finds it at both.
fn changes_case(output: &Path, path: &str, files: &Waiting, before: &Manifest) -> bool {
    let lower = path.to_lowercase();
    let leaves = |known: &&String| known.to_lowercase() == lower && !files.contains_key(*known);
    let mut twins = before.files.keys().filter(leaves);
    twins.any(|twin| is_same_file(&output.join(twin), &output.join(path)))
}

/// Whether two paths lead to one file: on a disk that ignores case, `Plan.html` is `plan.html`.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).is_ok_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
}

/// Whether a file holds these bytes.
pub fn holds(place: &Path, bytes: &[u8]) -> Result<bool, Error> {
    let metadata = fs::metadata(place).map_err(|error| Error::reading(place, error))?;
    if metadata.len() != bytes.len() as u64 {
        return Ok(false);
    }
    same_bytes(place, bytes).map_err(|error| Error::reading(place, error))
}

/// Compares piece by piece: a long file is not held twice in memory.
fn same_bytes(place: &Path, mut bytes: &[u8]) -> io::Result<bool> {
    let mut file = fs::File::open(place)?;
    let mut piece = vec![0; PIECE.min(bytes.len() + 1)];
    loop {
        let n_read = match file.read(&mut piece) {
            Ok(0) => return Ok(bytes.is_empty()),
            Ok(n_read) => n_read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        match bytes.split_at_checked(n_read) {
            Some((expected, rest)) if *expected == piece[..n_read] => bytes = rest,
            Some(_) | None => return Ok(false),
        }
    }
}

/// Whether a file is one we wrote, still with the bytes we gave it.
pub fn is_ours(output: &Path, path: &str, before: &Manifest) -> Result<bool, Error> {
    let Some(digests) = before.files.get(path) else { return Ok(false) };
    let place = output.join(path);
    let bytes = fs::read(&place).map_err(|error| Error::reading(&place, error))?;
    Ok(digests.contains(&Digest::of(&bytes)))
}

/// Whether a folder holds nothing but what we wrote; lists it in `ours`, innermost first.
fn only_ours(output: &Path, folder: &str, before: &Manifest, ours: &mut Vec<String>) -> Result<bool, Error> {
    let place = output.join(folder);
    if !before.folders.contains(folder) {
        return Ok(false);
    }
    for entry in fs::read_dir(&place).map_err(|error| Error::listing(&place, error))? {
        let entry = entry.map_err(|error| Error::listing(&place, error))?;
        let Ok(name) = entry.file_name().into_string() else { return Ok(false) };
        let path = format!("{folder}/{name}");
        let is_ours = match look(&entry.path())? {
            Found::Folder => only_ours(output, &path, before, ours)?,
            Found::File if is_ours(output, &path, before)? => {
                ours.push(path);
                true
            }
            Found::File | Found::Nothing | Found::Link | Found::Special => false,
        };
        if !is_ours {
            return Ok(false);
        }
    }
    ours.push(folder.to_owned());
    Ok(true)
}
