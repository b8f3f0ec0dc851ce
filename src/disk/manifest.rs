//! What we wrote in a published folder, so that we remove that and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Component, Path};

use crate::digest::Digest;
use crate::disk::error::Error;
use crate::disk::{Found, look};

/// The name of the manifest in the published folder.
pub const MANIFEST: &str = ".jalon-manifest";

/// The folder, inside the published folder, where changes wait to be put in place.
pub const STAGING: &str = ".jalon-new";

/// The file that a publication holds while it runs.
pub const LOCK: &str = ".jalon-lock";

const FIRST_LINE: &str = "jalon-manifest 1";

/// The files and folders of a published folder that come from us.
///
/// Paths are relative to the published folder, with `/`, and never leave it. A file has more
/// than one digest while a publication is under way: it holds the old bytes or the new.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    pub files: BTreeMap<String, BTreeSet<Digest>>,
    pub folders: BTreeSet<String>,
}

impl Manifest {
    /// Reads the manifest of a published folder; empty when there is none. A line that we
    /// cannot have written is passed over: what it names is then not ours.
    pub fn read(output: &Path) -> Result<Manifest, Error> {
        let path = output.join(MANIFEST);
        match look(&path)? {
            Found::File => match fs::read(&path) {
                Ok(bytes) => Ok(Manifest::parse(&String::from_utf8_lossy(&bytes))),
                Err(error) => Err(Error::reading(path, error)),
            },
            Found::Nothing | Found::Folder | Found::Link | Found::Special => Ok(Manifest::default()),
        }
    }

    /// Writes the manifest in one move: an interruption leaves the old one whole.
    pub fn write(&self, output: &Path) -> Result<(), Error> {
        let (path, aside) = (output.join(MANIFEST), output.join(STAGING).join("manifest"));
        fs::write(&aside, self.to_text()).map_err(|error| Error::writing(&aside, error))?;
        fs::rename(&aside, &path).map_err(|error| Error::writing(&path, error))
    }

    /// Everything that is in one or in the other.
    pub fn union(&self, other: &Manifest) -> Manifest {
        let mut union = self.clone();
        for (path, digests) in &other.files {
            union.files.entry(path.clone()).or_default().extend(digests);
        }
        union.folders.extend(other.folders.iter().cloned());
        union
    }

    fn parse(text: &str) -> Manifest {
        let mut manifest = Manifest::default();
        let mut lines = text.lines();
        if lines.next() != Some(FIRST_LINE) {
            return manifest;
        }
        for line in lines {
            match line.split_once(' ') {
                Some(("folder", path)) if is_inside(path) => {
                    manifest.folders.insert(path.to_owned());
                }
                Some((digest, path)) if is_inside(path) => {
                    if let Some(digest) = Digest::read(digest) {
                        manifest.files.entry(path.to_owned()).or_default().insert(digest);
                    }
                }
                Some(_) | None => {}
            }
        }
        manifest
    }

    fn to_text(&self) -> String {
        let mut text = format!("{FIRST_LINE}\n");
        for folder in &self.folders {
            writeln!(text, "folder {folder}").expect("a String takes any text");
        }
        for (path, digests) in &self.files {
            for digest in digests {
                writeln!(text, "{digest} {path}").expect("a String takes any text");
            }
        }
        text
    }
}

/// Whether a path names something inside the published folder, apart from our own dot files.
pub fn is_inside(path: &str) -> bool {
    let ours = |name: &str| [MANIFEST, STAGING, LOCK].contains(&name);
    path.split('/').all(|name| !matches!(name, "" | "." | ".."))
        && Path::new(path).components().all(|component| matches!(component, Component::Normal(_)))
        && !path.chars().any(char::is_control)
        && path.split('/').next().is_none_or(|first| !ours(first))
}

#[cfg(test)]
mod tests {
    use super::{Digest, FIRST_LINE, Manifest};

    #[test]
    fn what_is_written_is_read_again() {
        let mut manifest = Manifest::default();
        manifest.folders.insert("plans".into());
        manifest.files.insert("plans/a b.html".into(), [Digest::of(b"old"), Digest::of(b"new")].into());
        assert_eq!(Manifest::parse(&manifest.to_text()), manifest);
    }

    #[test]
    fn a_manifest_never_names_what_is_outside() {
        let digest = Digest::of(b"");
        for path in ["../x", "/etc/x", "a/../../x", "a//b", "", ".jalon-new/1", ".jalon-manifest"] {
            let text = format!("{FIRST_LINE}\nfolder {path}\n{digest} {path}\n");
            assert_eq!(Manifest::parse(&text), Manifest::default(), "{path}");
        }
    }

    #[test]
    fn a_manifest_of_another_version_names_nothing() {
        assert_eq!(
            Manifest::parse(&format!("jalon-manifest 2\n{} a\n", Digest::of(b""))),
            Manifest::default()
        );
    }
}
