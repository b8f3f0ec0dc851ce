//! What the files of a site look like from outside: their sizes and dates, nothing read.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use walkdir::{DirEntry, WalkDir};

use crate::config::CONFIG;
use crate::disk::error::Error;
use crate::disk::read::is_left_alone;
use crate::disk::{FOLDERS, or_here, resolve};

/// The files that belong to a site, by their place on disk.
pub type Stamps = BTreeMap<PathBuf, Stamp>;

/// What changes when a file is written, replaced or closed to readers.
///
/// Two stamps that differ prove a change. Two that are the same prove nothing: a disk may keep
/// dates to the nearest two seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    n_bytes: u64,
    /// Since 1970; none when the system does not say.
    modified: Option<Duration>,
    is_read_only: bool,
    /// What an atomic save changes even when size and date stay; 0 where files have no number.
    number: u64,
}

/// Where a site is, so as to look at it again.
#[derive(Debug, Clone)]
pub struct Places {
    /// Absolute, links followed; the folder may be gone.
    root: PathBuf,
    /// The settings that were asked for.
    config: PathBuf,
    /// The published folder, which is never looked at.
    output: PathBuf,
}

impl Places {
    /// The places of a site whose settings have a path relative to its root.
    pub fn new(root: &Path, config: &Path, output: &Path) -> Result<Places, Error> {
        let root = resolve(root)?;
        let config = root.join(or_here(config));
        Ok(Places { config, output: resolve(output)?, root })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The settings, wherever they are.
    pub fn config(&self) -> &Path {
        &self.config
    }

    /// The folders of the site that exist now.
    pub fn folders(&self) -> Vec<PathBuf> {
        FOLDERS.iter().map(|name| self.root.join(name)).filter(|folder| folder.is_dir()).collect()
    }

    /// Whether a path is the root or one of the folders of the site: what is watched from above.
    pub fn is_top(&self, path: &Path) -> bool {
        path == self.root || (path.parent() == Some(&self.root) && self.names_folder(path))
    }

    /// Whether what happens at a path may change the site. A path outside the root may: it is
    /// where a link of the site leads.
    pub fn concerns(&self, path: &Path) -> bool {
        if path == self.config || path == self.root {
            return true;
        }
        if path.starts_with(&self.output) {
            return false;
        }
        let Ok(inside) = path.strip_prefix(&self.root) else { return true };
        let mut components = inside.components();
        let Some(first) = components.next() else { return true };
        let mut folder = first.as_os_str().to_string_lossy().into_owned();
        if !FOLDERS.contains(&&*folder) {
            // A folder that a link of the site leads to has any name, the usual settings only one.
            return folder != CONFIG && !folder.starts_with('.') && components.next().is_some();
        }
        for component in components {
            if is_passed_over(&folder, component.as_os_str()) {
                return false;
            }
            folder = format!("{folder}/{}", component.as_os_str().to_string_lossy());
        }
        true
    }

    /// Looks at every file of the site.
    pub fn scan(&self) -> Stamps {
        let mut stamps = Stamps::new();
        for name in FOLDERS {
            self.add(&self.root.join(name), &mut stamps);
        }
        self.add(&self.config, &mut stamps);
        stamps
    }

    /// Looks again at a file, or at all that a folder holds.
    pub fn scan_again(&self, path: &Path, stamps: &mut Stamps) {
        let below = stamps.range(path.to_owned()..).map(|(known, _)| known);
        let below: Vec<PathBuf> = below.take_while(|known| known.starts_with(path)).cloned().collect();
        for known in below {
            stamps.remove(&known);
        }
        if path == self.root {
            *stamps = self.scan();
        } else if path.starts_with(&self.root) || path == self.config {
            self.add(path, stamps);
        }
    }

    fn add(&self, start: &Path, stamps: &mut Stamps) {
        let walk = WalkDir::new(start).follow_links(true).sort_by_file_name();
        for entry in walk.into_iter().filter_entry(|entry| self.enters(entry)).flatten() {
            if let Ok(metadata) = entry.metadata()
                && metadata.is_file()
            {
                stamps.insert(entry.into_path(), Stamp::of(&metadata));
            }
        }
    }

    /// Whether a walk goes on at an entry. What leaves the site is not read, however large it is.
    fn enters(&self, entry: &DirEntry) -> bool {
        let leaves = || fs::canonicalize(entry.path()).map_or(true, |real| !real.starts_with(&self.root));
        self.concerns(entry.path()) && !(entry.path_is_symlink() && leaves())
    }

    fn names_folder(&self, path: &Path) -> bool {
        path.file_name().and_then(OsStr::to_str).is_some_and(|name| FOLDERS.contains(&name))
    }
}

impl Stamp {
    fn of(metadata: &Metadata) -> Stamp {
        let modified = metadata.modified().ok();
        Stamp {
            n_bytes: metadata.len(),
            modified: modified.and_then(|day| day.duration_since(SystemTime::UNIX_EPOCH).ok()),
            is_read_only: metadata.permissions().readonly(),
            number: number(metadata),
        }
    }
}

#[cfg(unix)]
fn number(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn number(_metadata: &Metadata) -> u64 {
    0
}

/// What is not read, and the file that vim makes and removes to see whether it may write.
fn is_passed_over(folder: &str, name: &OsStr) -> bool {
    is_left_alone(folder, name) || name == "4913"
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::Places;

    fn check(path: &str, concerns: bool) {
        let places = Places {
            root: PathBuf::from("/site"),
            config: PathBuf::from("/site/jalon.toml"),
            output: PathBuf::from("/site/public"),
        };
        assert_eq!(places.concerns(Path::new(path)), concerns, "{path}");
    }

    #[test]
    fn what_the_site_is_made_from_concerns_it() {
        for path in [
            "/site/content/plan.md",
            "/site/content/plans/2026/suivi.xlsx",
            "/site/content/nouveau",
            "/site/jalon.toml",
            "/site/static/.htaccess",
            "/site/themes/bleu/templates/base.html",
            "/site",
            // `content` may lead to a folder of another name.
            "/site/textes/plan.md",
        ] {
            check(path, true);
        }
    }

    #[test]
    fn what_editors_and_systems_leave_behind_does_not() {
        for path in [
            "/site/public/index.html",
            "/site/.git/index",
            "/site/content/.plan.md.swp",
            "/site/content/plan.md~",
            "/site/content/4913",
            "/site/content/~$suivi.xlsx",
            "/site/content/.~lock.suivi.ods#",
            "/site/content/.goutputstream-A1B2C3",
            "/site/content/.obsidian/workspace.json",
            "/site/static/.git/index",
            "/site/notes.txt",
        ] {
            check(path, false);
        }
    }
}
