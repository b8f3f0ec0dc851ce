//! Reads the files of a site, and reads them again where something happened.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::Error;
use super::read::{Found, Links, TEXT_LIMIT, read_those};
use super::{or_here, resolve};
use crate::config::CONFIG;
use crate::diagnostic::Diagnostic;
use crate::disk::read::Files;
use crate::filled::Filled;

/// A site on the disk, in front of somebody who writes it.
///
/// Whoever asks holds the files, and hands over those of the last time. A file whose bytes are as they were keeps
/// the very same ones, so that nobody need compare them.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    config: PathBuf,
    output: PathBuf,
    read: Option<Read>,
}

/// The names of the files that are not what they were, those that are gone included.
pub type Changed = Vec<String>;

/// What is known of the files that were read.
#[derive(Debug)]
struct Read {
    diagnostics: Vec<Diagnostic>,
    links: Links,
    /// The name in the site of each file, by its place on the disk.
    names: BTreeMap<PathBuf, String>,
}

impl Folder {
    /// A site whose settings have a path relative to its root; nothing is read yet.
    pub fn new(root: PathBuf, config: PathBuf, output: PathBuf) -> Folder {
        Folder { root, config, output, read: None }
    }

    /// What was odd about the files when they were last read.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.read.as_ref().map_or(&[], |read| &read.diagnostics)
    }

    /// Reads every file.
    pub fn read(&mut self, files: &mut Files) -> Result<Changed, Error> {
        self.read = None;
        let Found { value, links } = read_those(&self.root, &self.config, &self.output, &|_| true)?;
        let known = std::mem::replace(files, value.value);
        let mut changed = Changed::new();
        for (name, bytes) in files.iter_mut() {
            match known.get(name).filter(|known| *known == bytes) {
                Some(known) => *bytes = Arc::clone(known),
                None => changed.push(name.clone()),
            }
        }
        changed.extend(known.into_keys().filter(|name| !files.contains_key(name)));
        let root = resolve(&self.root)?;
        let place = |name: &String| match name == CONFIG {
            true => self.root_config(&root),
            false => root.join(name),
        };
        let names = files.keys().map(|name| (place(name), name.clone())).filled();
        self.read = Some(Read { diagnostics: value.diagnostics, links, names });
        Ok(changed)
    }

    /// Reads again the files at some places, all that happened since the last time; the whole site when
    /// more than bytes may have changed.
    pub fn read_at(&mut self, places: &BTreeSet<PathBuf>, files: &mut Files) -> Result<Changed, Error> {
        let again = self.read.as_ref().and_then(|read| read.again(places, files));
        let Some(again) = again else { return self.read(files) };
        let changed = again.iter().map(|(name, _)| name.clone()).collect();
        files.extend(again);
        Ok(changed)
    }

    fn root_config(&self, root: &Path) -> PathBuf {
        root.join(or_here(&self.config))
    }
}

impl Read {
    /// The files at some places, read; none when something else than the bytes of known files changed.
    fn again(&self, places: &BTreeSet<PathBuf>, files: &Files) -> Option<Vec<(String, Arc<[u8]>)>> {
        // Through a link, a file has other names than the place where something happened.
        if self.links == Links::Some {
            return None;
        }
        let mut again = Vec::new();
        for place in places {
            let is_file = match fs::symlink_metadata(place) {
                Ok(metadata) => metadata.is_file() && metadata.len() <= TEXT_LIMIT,
                // What an editor made and removed, unless the site had something there.
                Err(_) if !self.holds(place) => continue,
                Err(_) => false,
            };
            let name = self.names.get(place).filter(|_| is_file)?;
            if self.diagnostics.iter().any(|told| told.path == *name) {
                return None;
            }
            let bytes = fs::read(place).ok()?;
            if *files[name] != *bytes {
                again.push((name.clone(), Arc::from(bytes)));
            }
        }
        Some(again)
    }

    /// Whether a file of the site is at a place or below it.
    fn holds(&self, place: &Path) -> bool {
        self.names.range(place.to_owned()..).next().is_some_and(|(known, _)| known.starts_with(place))
    }
}
