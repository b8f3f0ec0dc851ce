//! Puts the files of a website aside as they are made, so that they are never in memory together:
//! each waits near its place, unless its place holds the same bytes already.
//!
//! Nothing that is published changes before all files are there: then [`Aside::close`] hands them over to
//! be moved. When that never comes, because a document is wrong or the disk is full, what was put aside
//! is removed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use crate::digest::Digest;
use crate::disk::error::{Error, Refusal};
use crate::disk::manifest::is_inside;
use crate::disk::survey::holds;
use crate::disk::taken::Taken;
use crate::disk::{Found, look};
use crate::filled::Filled;
use crate::pipeline::{File, Role};

/// A website being put aside, file by file, by as many threads as there are.
#[derive(Debug)]
pub struct Aside {
    output: PathBuf,
    /// Taken for the first file; none inside when it could not be.
    folder: OnceLock<Option<Taken>>,
    waiting: Mutex<Waiting>,
    /// The first thing that went wrong. It is told at the end: what is wrong in documents comes first.
    trouble: Mutex<Option<Error>>,
}

/// The files of a website that wait, by path from the published folder.
pub type Waiting = BTreeMap<String, Put>;

/// A file that was put aside.
#[derive(Debug, Clone)]
pub struct Put {
    pub role: Role,
    pub digest: Digest,
    pub place: Place,
}

/// Where the bytes of a file wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// At its own path: it was published before.
    Published,
    /// In this file, to be moved.
    Aside(PathBuf),
}

impl Aside {
    /// For a website that goes in a folder. Nothing is touched before the first file.
    pub fn of(output: &Path) -> Aside {
        Aside {
            output: output.to_owned(),
            folder: OnceLock::new(),
            waiting: Mutex::default(),
            trouble: Mutex::default(),
        }
    }

    /// Puts a file aside, by its path from the published folder; of two for one path, the last stands.
    /// What goes wrong is told when all is closed.
    pub fn put(&self, path: String, file: File) {
        if let Err(error) = self.try_put(path, &file) {
            self.stop(error);
        }
    }

    fn try_put(&self, path: String, File { bytes, role }: &File) -> Result<(), Error> {
        if !is_inside(&path) {
            return Err(Error::Refused(Refusal::OddPath { path }));
        }
        let Some(folder) = self.folder() else { return Ok(()) };
        // Whether it may stand there is asked of all files together.
        let place = match folder.may_hold_files() && is_published(&self.output.join(&path), bytes)? {
            true => Place::Published,
            false => Place::Aside(folder.write_aside(&path, bytes)?),
        };
        let put = Put { role: *role, digest: Digest::of(bytes), place: place.clone() };
        let replaced = held(&self.waiting).insert(path, put);
        match replaced.map(|replaced| replaced.place).filter(|replaced| *replaced != place) {
            Some(Place::Aside(place)) => {
                fs::remove_file(&place).map_err(|error| Error::removing(place, error))
            }
            Some(Place::Published) | None => Ok(()),
        }
    }

    /// Puts aside what is made of each file whose path is `wanted`. It is made with the paths of all that
    /// waited before.
    pub fn each(
        &self,
        wanted: impl Fn(&str) -> bool,
        make: impl Fn((&str, &File), &BTreeSet<String>) -> Vec<(String, File)> + Sync,
    ) {
        let paths: BTreeSet<String> = held(&self.waiting).keys().cloned().filled();
        let wanted: Vec<&String> = paths.iter().filter(|path| wanted(path)).collect();
        wanted.into_par_iter().for_each(|path| match self.read(path) {
            Ok(file) => make((path, &file), &paths).into_iter().for_each(|(path, file)| self.put(path, file)),
            Err(error) => self.stop(error),
        });
    }

    /// A file that waits.
    fn read(&self, path: &str) -> Result<File, Error> {
        let Put { role, digest: _, place } = held(&self.waiting)[path].clone();
        let place = match place {
            Place::Published => self.output.join(path),
            Place::Aside(place) => place,
        };
        match fs::read(&place) {
            Ok(bytes) => Ok(File { bytes: bytes.into(), role }),
            Err(error) => Err(Error::reading(place, error)),
        }
    }

    /// The published folder with all that waits for it, or what went wrong.
    pub fn close(self) -> Result<(Taken, Waiting), Error> {
        // A website without files may have had some.
        self.folder();
        let Aside { folder, waiting, trouble, .. } = self;
        if let Some(trouble) = trouble.into_inner().unwrap_or_else(PoisonError::into_inner) {
            return Err(trouble);
        }
        let folder = folder.into_inner().flatten().expect("a folder that was not taken is a trouble");
        Ok((folder, waiting.into_inner().unwrap_or_else(PoisonError::into_inner)))
    }

    /// The threads of rayon come here, and those that are late wait for the first. Nothing below may ask
    /// rayon for threads: the first could be given the file of another page meanwhile, and wait for itself.
    fn folder(&self) -> Option<&Taken> {
        let take = || Taken::of(&self.output).map_err(|error| self.stop(error)).ok();
        self.folder.get_or_init(take).as_ref()
    }

    fn stop(&self, error: Error) {
        held(&self.trouble).get_or_insert(error);
    }
}

/// Whether a file stands at a place with these bytes.
fn is_published(place: &Path, bytes: &[u8]) -> Result<bool, Error> {
    match look(place)? {
        Found::File => holds(place, bytes),
        Found::Nothing | Found::Folder | Found::Link | Found::Special => Ok(false),
    }
}

fn held<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
