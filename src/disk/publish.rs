//! Puts a website in its folder: writes what differs, removes our own stale files, and leaves
//! a whole site behind whenever it is interrupted.
//!
//! Everything that changes is first written aside, then moved in place, file by file: assets
//! before the pages that show them, pages before the lists that lead to them. What is stale
//! goes last, pages first. From the first move to the last, the manifest names the old site and the new
//! one together, so that the next run knows every file of ours, whichever it finds.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs::{self, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use crate::disk::error::{Error, Refusal};
use crate::disk::manifest::{LOCK, Manifest, STAGING, hash, is_inside};
use crate::disk::survey::{Survey, folders_of, is_ours, survey};
use crate::disk::{Found, look};
use crate::pipeline::{File, Role};

/// The files that are about the whole site, at its root.
const WHOLE_SITE: [&str; 3] = ["404.html", "robots.txt", "sitemap.xml"];

/// What a publication did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    /// Our stale files that someone has changed since: they are left in place. Paths are
    /// relative to the published folder.
    pub kept: Vec<String>,
}

/// Publishes a website in a folder, which is made if need be.
///
/// Files that are not ours are never touched. When one stands in the way, nothing is written
/// and the error names them all.
pub fn publish(output: &Path, files: &BTreeMap<String, File>) -> Result<Published, Error> {
    if let Some(path) = files.keys().find(|path| !is_inside(path)) {
        return Err(Error::Refused(Refusal::OddPath { path: path.clone() }));
    }
    fs::create_dir_all(output).map_err(|error| Error::making_folder(output, error))?;
    let _held_until_the_end = lock(output)?;
    sweep(output)?;
    let before = Manifest::read(output)?;
    let survey = survey(output, files, &before)?;
    if !survey.obstacles.is_empty() {
        if before == Manifest::default() {
            // We are a guest in this folder and will not publish in it: leave no trace.
            fs::remove_file(output.join(LOCK)).map_err(|error| Error::removing(output.join(LOCK), error))?;
        }
        return Err(Error::InTheWay { output: output.to_owned(), obstacles: survey.obstacles });
    }
    let publication = Publication { output, files, before, survey };
    let published = publication.carry_out();
    let swept = sweep(output);
    let published = published?;
    swept?;
    Ok(published)
}

/// Holds the folder for us alone. The system lets go of the lock when we end, however we end,
/// so a dead run never blocks the next one. A file system without locks goes without.
fn lock(output: &Path) -> Result<fs::File, Error> {
    let path = output.join(LOCK);
    match look(&path)? {
        Found::Nothing | Found::File => {}
        Found::Folder | Found::Link | Found::Special => {
            return Err(Error::locking(path, io::ErrorKind::AlreadyExists.into()));
        }
    }
    // Opened without being emptied: a run that changes nothing leaves not even a new date.
    let open = fs::OpenOptions::new().write(true).create(true).truncate(false).open(&path);
    let file = open.map_err(|error| Error::writing(&path, error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::Refused(Refusal::Busy { output: output.to_owned() })),
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(file),
        Err(TryLockError::Error(error)) => Err(Error::locking(path, error)),
    }
}

/// Removes what waits aside: our own leftovers, or those of a run that was interrupted.
fn sweep(output: &Path) -> Result<(), Error> {
    let staging = output.join(STAGING);
    let removed = match look(&staging)? {
        Found::Nothing => Ok(()),
        Found::Folder => fs::remove_dir_all(&staging),
        Found::File | Found::Link | Found::Special => fs::remove_file(&staging),
    };
    removed.map_err(|error| Error::removing(staging, error))
}

/// A publication whose way is free.
struct Publication<'a> {
    output: &'a Path,
    files: &'a BTreeMap<String, File>,
    before: Manifest,
    survey: Survey,
}

impl Publication<'_> {
    fn carry_out(&self) -> Result<Published, Error> {
        let Publication { output, files, before, survey } = self;
        let mut after = self.manifest();
        let mut stale: Vec<&String> = before.files.keys().filter(|path| !files.contains_key(*path)).collect();
        // A page goes before what it shows.
        stale.sort_by_key(|path| !path.ends_with(".html"));
        let mut published =
            Published { written: survey.changed.len(), unchanged: survey.unchanged, ..Published::default() };
        if survey.changed.is_empty() && stale.is_empty() && after == *before {
            return Ok(published);
        }
        let staging = output.join(STAGING);
        fs::create_dir(&staging).map_err(|error| Error::making_folder(&staging, error))?;
        let staged = self.stage(&staging)?;
        before.union(&after).write(output)?;
        self.clear_the_way()?;
        for folder in &survey.new_folders {
            make_folder(&output.join(folder))?;
        }
        for (aside, path) in staged {
            let place = output.join(path);
            fs::rename(aside, &place).map_err(|error| Error::writing(place, error))?;
        }
        published.removed += survey.to_clear.iter().filter(|path| before.files.contains_key(*path)).count();
        let new_in_lower_case = self.new_in_lower_case();
        for path in stale {
            let twin = new_in_lower_case.get(&path.to_lowercase()).copied();
            match self.remove_stale(path, twin)? {
                Stale::Gone => {}
                Stale::Removed => published.removed += 1,
                Stale::Kept => {
                    after.files.insert(path.clone(), before.files[path].clone());
                    published.kept.push(path.clone());
                }
            }
        }
        self.remove_empty_folders(&mut after)?;
        if after != *before {
            after.write(output)?;
        }
        Ok(published)
    }

    /// What is ours once the new site is in place.
    fn manifest(&self) -> Manifest {
        let files: Vec<_> = self
            .files
            .into_par_iter()
            .map(|(path, file)| (path.clone(), [hash(&file.bytes)].into()))
            .collect();
        let folders = self.before.folders.union(&self.survey.new_folders).cloned().collect();
        Manifest { files: files.into_iter().collect(), folders }
    }

    /// Writes aside everything that changes; returns what to move, and where, in order.
    ///
    /// One file after the other: threads that make files in one folder wait for each other all the
    /// time, and burn more of the processor than they write.
    fn stage(&self, staging: &Path) -> Result<Vec<(PathBuf, &String)>, Error> {
        let mut changed: Vec<&String> = self.survey.changed.iter().collect();
        changed.sort_by_cached_key(|path| (turn(path, self.files[*path].role), *path));
        changed
            .into_iter()
            .enumerate()
            .map(|(number, path)| {
                let aside = staging.join(number.to_string());
                match fs::write(&aside, &self.files[path].bytes) {
                    Ok(()) => Ok((aside, path)),
                    Err(error) => Err(Error::writing(aside, error)),
                }
            })
            .collect()
    }

    /// Removes what is ours and of the wrong nature: a file where a folder must go, or a folder.
    fn clear_the_way(&self) -> Result<(), Error> {
        for path in &self.survey.to_clear {
            let place = self.output.join(path);
            let removed = match self.before.files.contains_key(path) {
                true => fs::remove_file(&place),
                false => fs::remove_dir(&place),
            };
            removed.map_err(|error| Error::removing(place, error))?;
        }
        Ok(())
    }

    /// The new files by their path in lower case, to know them on a disk that ignores case.
    fn new_in_lower_case(&self) -> BTreeMap<String, &String> {
        self.files.keys().map(|path| (path.to_lowercase(), path)).collect()
    }

    /// Removes a file that the new site does not have, if it is still the one we wrote. Its
    /// `twin` is the new file whose path only differs by case, if any.
    fn remove_stale(&self, path: &str, twin: Option<&String>) -> Result<Stale, Error> {
        for folder in folders_of(path) {
            // Someone put a link where our folder was: what lies behind is not ours.
            if look(&self.output.join(folder))? != Found::Folder {
                return Ok(Stale::Gone);
            }
        }
        let place = self.output.join(path);
        match look(&place)? {
            Found::Nothing | Found::Folder => Ok(Stale::Gone),
            Found::Link | Found::Special => Ok(Stale::Kept),
            Found::File if twin.is_some_and(|twin| is_same_file(&place, &self.output.join(twin))) => {
                Ok(Stale::Gone)
            }
            Found::File if !is_ours(self.output, path, &self.before)? => Ok(Stale::Kept),
            Found::File => match fs::remove_file(&place) {
                Ok(()) => Ok(Stale::Removed),
                Err(error) => Err(Error::removing(place, error)),
            },
        }
    }

    /// Removes the folders we made that the new site does not need, when nothing is in them.
    fn remove_empty_folders(&self, after: &mut Manifest) -> Result<(), Error> {
        let needed = |folder: &str| {
            let inside = format!("{folder}/");
            self.files.range(inside.clone()..).next().is_some_and(|(path, _)| path.starts_with(&inside))
        };
        let unneeded: Vec<String> =
            after.folders.iter().rev().filter(|folder| !needed(folder)).cloned().collect();
        for folder in unneeded {
            let place = self.output.join(&folder);
            let gone = match look(&place)? {
                Found::Folder => match fs::remove_dir(&place) {
                    Ok(()) => true,
                    Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => false,
                    Err(error) => return Err(Error::removing(place, error)),
                },
                Found::Nothing | Found::File | Found::Link | Found::Special => true,
            };
            if gone {
                after.folders.remove(&folder);
            }
        }
        Ok(())
    }
}

/// What became of a file that the new site does not have.
enum Stale {
    Gone,
    Removed,
    Kept,
}

/// Whether two paths lead to one file: on a disk that ignores case, `Plan.html` is `plan.html`.
fn is_same_file(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).is_ok_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
}

/// When a file takes its place: by role, the deepest pages first, so that the home
/// page is the last of the pages, and what is about the whole site comes after it.
fn turn(path: &str, role: Role) -> (Turn, Reverse<usize>) {
    let turn = match role {
        Role::Asset => Turn::Asset,
        Role::Data | Role::Page | Role::Index if WHOLE_SITE.contains(&path) => Turn::WholeSite,
        Role::Data => Turn::Data,
        Role::Page => Turn::Page,
        Role::Index => Turn::Index,
    };
    let depth = match turn {
        Turn::Page | Turn::Index => path.matches('/').count(),
        Turn::Asset | Turn::Data | Turn::WholeSite => 0,
    };
    (turn, Reverse(depth))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Asset,
    Data,
    Page,
    Index,
    WholeSite,
}

/// Makes a folder that an interrupted run may have made already.
fn make_folder(place: &Path) -> Result<(), Error> {
    match fs::create_dir(place) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(Error::making_folder(place, error)),
    }
}

#[cfg(test)]
mod tests {
    use super::turn;
    use crate::pipeline::Role;

    fn check(mut files: Vec<(&str, Role)>, expected: &[&str]) {
        files.sort_by_key(|(path, role)| (turn(path, *role), *path));
        assert_eq!(files.iter().map(|(path, _)| *path).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn pages_come_after_what_they_show_and_before_the_lists_that_lead_to_them() {
        check(
            vec![
                ("404.html", Role::Page),
                ("index.html", Role::Index),
                ("plans/index.html", Role::Index),
                ("plans/a/1.1/index.html", Role::Page),
                ("plans/a/index.html", Role::Page),
                ("plans/a/plan.json", Role::Data),
                ("sitemap.xml", Role::Data),
                ("style.css", Role::Asset),
            ],
            &[
                "style.css",
                "plans/a/plan.json",
                "plans/a/1.1/index.html",
                "plans/a/index.html",
                "plans/index.html",
                "index.html",
                "404.html",
                "sitemap.xml",
            ],
        );
    }
}
