//! Puts a website in its folder: writes what differs, removes our own stale files, and leaves
//! a whole site behind whenever it is interrupted.
//!
//! Everything that changes was first written aside; it is moved in place, file by file: assets
//! before the pages that show them, pages before the lists that lead to them. In an empty folder, where
//! there is no site yet to keep whole, what stands at the root is moved with all it holds, in the order
//! of the last file of each. What is stale goes last, pages first.
//!
//! An interruption leaves what waited in `.jalon-new` too, which the next run sweeps. From the first move
//! to the last, the manifest names the old site and the new one together, so that the next run knows
//! every file of ours, whichever it finds.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::disk::aside::{Aside, Place, Waiting};
use crate::disk::error::Error;
use crate::disk::manifest::{Manifest, STAGING};
use crate::disk::survey::{Survey, folders_of, is_ours, is_same_file, survey};
use crate::disk::taken::Taken;
use crate::disk::{Found, look};
use crate::filled::Filled;
use crate::pipeline::Role;

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

/// Publishes a website that was put aside for a folder.
///
/// Files that are not ours are never touched. When one stands in the way, nothing is moved
/// and the error names them all.
pub fn publish(aside: Aside) -> Result<Published, Error> {
    let (folder, files) = aside.close()?;
    let layout = folder.laid_out();
    let survey = match layout {
        Some(_) => Survey::of_empty(&files),
        None => survey(&folder.output, &files, &folder.before)?,
    };
    if !survey.obstacles.is_empty() {
        return Err(Error::InTheWay { output: folder.output.clone(), obstacles: survey.obstacles });
    }
    let published = Publication { folder: &folder, files: &files, layout, survey }.carry_out()?;
    folder.done()?;
    Ok(published)
}

/// A publication whose way is free.
struct Publication<'a> {
    folder: &'a Taken,
    files: &'a Waiting,
    /// Where the files are laid out as they will stand, when the published folder is empty.
    layout: Option<PathBuf>,
    survey: Survey,
}

impl Publication<'_> {
    fn carry_out(&self) -> Result<Published, Error> {
        let Publication { folder: Taken { output, before, .. }, files, survey, .. } = self;
        let mut after = self.manifest();
        let mut stale: Vec<&String> = before.files.keys().filter(|path| !files.contains_key(*path)).collect();
        // A page goes before what it shows.
        stale.sort_by_key(|path| !path.ends_with(".html"));
        let mut published =
            Published { written: survey.changed.len(), unchanged: survey.unchanged, ..Published::default() };
        if survey.changed.is_empty() && stale.is_empty() && after == *before {
            return Ok(published);
        }
        // It may not be there yet, when nothing was written aside.
        make_folder(&output.join(STAGING))?;
        let under_way = before.union(&after);
        under_way.write(output)?;
        self.clear_the_way()?;
        if self.layout.is_none() {
            for folder in &survey.new_folders {
                make_folder(&output.join(folder))?;
            }
        }
        for (aside, path) in self.moves() {
            let place = output.join(path);
            fs::rename(aside, &place).map_err(|error| Error::writing(place, error))?;
        }
        published.removed += survey.to_clear.iter().filter(|path| before.files.contains_key(*path)).count();
        let new_in_lower_case = if stale.is_empty() { BTreeMap::new() } else { self.new_in_lower_case() };
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
        if after != under_way {
            after.write(output)?;
        }
        Ok(published)
    }

    /// What is ours once the new site is in place.
    fn manifest(&self) -> Manifest {
        let files = self.files.iter().map(|(path, put)| (path.clone(), [put.digest].into())).filled();
        let folders = self.folder.before.folders.union(&self.survey.new_folders).cloned().collect();
        Manifest { files, folders }
    }

    /// What to move, and where, in order.
    fn moves(&self) -> Vec<(Cow<'_, Path>, &str)> {
        if let Some(layout) = &self.layout {
            return self.tops().into_iter().map(|top| (Cow::Owned(layout.join(top)), top)).collect();
        }
        let moved = self.files.iter().filter_map(|(path, put)| match &put.place {
            Place::Published => None,
            Place::Aside(aside) => Some((turn(path, put.role), path, aside.as_path())),
        });
        let mut moved: Vec<_> = moved.collect();
        moved.sort_unstable();
        moved.into_iter().map(|(_, path, aside)| (Cow::Borrowed(aside), path.as_str())).collect()
    }

    /// The files and folders at the root of the site; a folder takes its place when the last of its files would.
    fn tops(&self) -> Vec<&str> {
        let mut turns: BTreeMap<&str, (Turn, Reverse<usize>)> = BTreeMap::new();
        for (path, put) in self.files {
            let top = path.split_once('/').map_or(path.as_str(), |(top, _)| top);
            let of_top = turns.entry(top).or_insert((Turn::Asset, Reverse(usize::MAX)));
            *of_top = turn(path, put.role).max(*of_top);
        }
        let mut tops: Vec<(&str, (Turn, Reverse<usize>))> = turns.into_iter().collect();
        tops.sort_unstable_by_key(|(top, turn)| (*turn, *top));
        tops.into_iter().map(|(top, _)| top).collect()
    }

    /// Removes what is ours and of the wrong nature: a file where a folder must go, or a folder.
    fn clear_the_way(&self) -> Result<(), Error> {
        for path in &self.survey.to_clear {
            let place = self.folder.output.join(path);
            let removed = match self.folder.before.files.contains_key(path) {
                true => fs::remove_file(&place),
                false => fs::remove_dir(&place),
            };
            removed.map_err(|error| Error::removing(place, error))?;
        }
        Ok(())
    }

    /// The new files by their path in lower case, to know them on a disk that ignores case.
    fn new_in_lower_case(&self) -> BTreeMap<String, &String> {
        self.files.keys().map(|path| (path.to_lowercase(), path)).filled()
    }

    /// Removes a file that the new site does not have, if it is still the one we wrote. Its
    /// `twin` is the new file whose path only differs by case, if any.
    fn remove_stale(&self, path: &str, twin: Option<&String>) -> Result<Stale, Error> {
        for folder in folders_of(path) {
            // Someone put a link where our folder was: what lies behind is not ours.
            if look(&self.folder.output.join(folder))? != Found::Folder {
                return Ok(Stale::Gone);
            }
        }
        let place = self.folder.output.join(path);
        match look(&place)? {
            Found::Nothing | Found::Folder => Ok(Stale::Gone),
            Found::Link | Found::Special => Ok(Stale::Kept),
            Found::File if twin.is_some_and(|twin| is_same_file(&place, &self.folder.output.join(twin))) => {
                Ok(Stale::Gone)
            }
            Found::File if !is_ours(&self.folder.output, path, &self.folder.before)? => Ok(Stale::Kept),
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
        let before = &self.folder.before.folders;
        let unneeded: Vec<String> = before.iter().rev().filter(|folder| !needed(folder)).cloned().collect();
        for folder in unneeded {
            let place = self.folder.output.join(&folder);
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
