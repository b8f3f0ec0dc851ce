//! Reads the files of a site: bytes as found, and what is odd about the files themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use unicode_normalization::UnicodeNormalization;

use crate::config::CONFIG;
use crate::diagnostic::file::{FileProblem, Hidden, LargeFile, LinkFault};
use crate::diagnostic::{Diagnostic, Noted, Problems, Severity};
use crate::disk::bulk::Bulk;
use crate::disk::error::{Error, Refusal};
use crate::disk::survey::is_same_file;
use crate::disk::{FOLDERS, resolve};
use crate::theme::pieces::meant;

/// The files of a site by their path relative to its root, with `/`, in NFC.
pub type Files = BTreeMap<String, Arc<[u8]>>;

/// A text beyond this many bytes is an accident: an image or an archive misnamed.
pub const TEXT_LIMIT: u64 = 64 << 20;

/// Any other file beyond this many bytes: every file is held in memory, and hosts refuse such ones.
pub const FILE_LIMIT: u64 = 200 << 20;

/// Hidden names that a host expects and that `static/` may therefore publish. Those that hold a secret
/// (`.env`, `.htpasswd`) are none: another host would show them.
const PUBLISHED_HIDDEN: [&str; 4] = [".domains", ".htaccess", ".nojekyll", ".well-known"];

/// Hidden names that systems, editors and version control leave behind: nobody meant to publish them.
const LEFT_BEHIND: [&str; 31] = [
    ".apdisk",
    ".bzr",
    ".directory",
    ".documentrevisions-v100",
    ".dropbox",
    ".dropbox.cache",
    ".ds_store",
    ".editorconfig",
    ".fseventsd",
    ".git",
    ".gitattributes",
    ".gitignore",
    ".gitkeep",
    ".gitmodules",
    ".hg",
    ".hgignore",
    ".idea",
    ".keep",
    ".localized",
    ".obsidian",
    ".spotlight-v100",
    ".stfolder",
    ".stignore",
    ".stversions",
    ".svn",
    ".sync",
    ".temporaryitems",
    ".thumbnails",
    ".trashes",
    ".vscode",
    ".zed",
];

/// Reads what belongs to a site, and nothing else: its settings and the folders of `FOLDERS`.
///
/// What editors and systems leave behind is passed over in silence, and so is the folder where the site is
/// published; another hidden file is told, where it could have been meant for the website. A file that cannot be read is an error of that
/// file: the rest is still read. The settings are absent when there are none; a site without
/// a content folder is refused.
pub fn read(root: &Path, config: &Path, output: &Path) -> Result<Noted<Files>, Error> {
    read_those(root, config, output, &|_| true).map(|found| found.value)
}

/// The same for some of the files alone, by name: those worth showing to the author.
pub fn read_again(
    root: &Path,
    config: &Path,
    output: &Path,
    names: &BTreeSet<&str>,
) -> Result<Noted<Files>, Error> {
    let is_above = |name: &str| {
        let folder = format!("{name}/");
        names.range(folder.as_str()..).next().is_some_and(|first| first.starts_with(&folder))
    };
    read_those(root, config, output, &|name| names.contains(name) || is_above(name)).map(|found| found.value)
}

/// Files that were read, and how they were found.
pub(super) struct Found {
    pub(super) value: Noted<Files>,
    #[cfg_attr(not(feature = "serve"), expect(dead_code, reason = "who reads once does not ask"))]
    pub(super) links: Links,
}

/// Whether links were followed on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    None,
    Some,
}

/// The same for the files of some names and the folders they are in, with how they were found.
pub(super) fn read_those(
    root: &Path,
    config: &Path,
    output: &Path,
    is_wanted: &dyn Fn(&str) -> bool,
) -> Result<Found, Error> {
    let content = root.join("content");
    if !content.is_dir() {
        return Err(Error::Refused(Refusal::NoContent { content }));
    }
    let mut walk = Walk {
        root: resolve(root)?,
        output: resolve(output)?,
        found: Vec::new(),
        bulk: Bulk::default(),
        open: Vec::new(),
        links: Links::None,
        diagnostics: Vec::new(),
        is_wanted,
    };
    let settings = (config == Path::new(CONFIG)).then_some(CONFIG);
    for name in FOLDERS.into_iter().chain(settings).filter(|name| is_wanted(name)) {
        walk.visit(name.to_owned(), root.join(name), fs::symlink_metadata(root.join(name)));
    }
    if settings.is_some() && root.join(CONFIG).is_dir() {
        walk.error(CONFIG.to_owned(), FileProblem::Unreadable { cause: io::ErrorKind::IsADirectory });
    }
    if settings.is_none() {
        walk.found.push((CONFIG.to_owned(), other_settings(root, config)?));
    }
    if let Some(excess) = walk.bulk.excess() {
        return Err(Error::Refused(walk.bulk.refusal(excess)));
    }
    let Walk { mut found, links, mut diagnostics, root, .. } = walk;
    diagnostics.extend(stray_folders(&root, is_wanted));
    found.retain(|(name, _)| is_wanted(name));
    // Into their last form at once: all of them in another form first took as much room again.
    let read: Vec<_> =
        found.into_par_iter().map(|(name, path)| (fs::read(path).map(Arc::from), name)).collect();
    let mut files = Files::new();
    for (bytes, name) in read {
        match bytes {
            Ok(bytes) => {
                files.insert(name, bytes);
            }
            Err(error) => diagnostics.push(unreadable(name, &error)),
        }
    }
    diagnostics.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Found { value: Noted { value: files, diagnostics }, links })
}

/// The settings that were asked for instead of the usual ones: they may be anywhere.
fn other_settings(root: &Path, config: &Path) -> Result<PathBuf, Error> {
    let path = root.join(config);
    match fs::metadata(&path) {
        Ok(metadata) if metadata.is_file() => Ok(path),
        Ok(_) => Err(Error::Refused(Refusal::NoConfig { config: path })),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(Error::Refused(Refusal::NoConfig { config: path }))
        }
        Err(error) => Err(Error::reading(path, error)),
    }
}

/// A walk through the folders of a site, in the order of names.
struct Walk<'w> {
    /// Whether something of a name, or something inside it, is read.
    is_wanted: &'w dyn Fn(&str) -> bool,
    /// The root and the published folder, links followed.
    root: PathBuf,
    output: PathBuf,
    /// Name in the site and place on disk of each file to read.
    found: Vec<(String, PathBuf)>,
    /// How much they are together; the walk stops when it is too much.
    bulk: Bulk,
    /// The folders we are in, outermost first, links followed: a link to one of them is a loop.
    open: Vec<PathBuf>,
    links: Links,
    diagnostics: Vec<Diagnostic>,
}

impl Walk<'_> {
    /// Takes a file, enters a folder, follows a link; or says why not.
    fn visit(&mut self, name: String, path: PathBuf, metadata: io::Result<Metadata>) {
        let metadata = match metadata {
            Ok(metadata) => metadata,
            // A folder of the site that does not exist is one the site does not need.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return,
            Err(error) => return self.diagnostics.push(unreadable(name, &error)),
        };
        if metadata.is_symlink() {
            self.links = Links::Some;
            self.follow(name, &path);
        } else if metadata.is_dir() {
            self.enter(name, path);
        } else if !metadata.is_file() {
            self.error(name, FileProblem::NotAFile);
        } else {
            let (what, limit) = limit(&name);
            match metadata.len() {
                size if size > limit => {
                    let (size, limit) = (size.div_ceil(1 << 20), limit >> 20);
                    self.error(name, FileProblem::TooLarge { what, size, limit });
                }
                size => {
                    self.bulk.add(&name, size);
                    self.found.push((name, path));
                }
            }
        }
    }

    fn follow(&mut self, name: String, link: &Path) {
        let target = match fs::canonicalize(link) {
            Ok(target) => target,
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                return self.diagnostics.push(unreadable(name, &error));
            }
            Err(_) => return self.error(name, FileProblem::Link(LinkFault::Broken)),
        };
        if !target.starts_with(&self.root) {
            self.error(name, FileProblem::Link(LinkFault::LeavesSite));
        } else if target.starts_with(&self.output) {
            self.error(name, FileProblem::Link(LinkFault::IntoOutput));
        } else if target == self.root || self.open.iter().any(|folder| folder.starts_with(&target)) {
            self.error(name, FileProblem::Link(LinkFault::Loop));
        } else {
            let metadata = fs::metadata(&target);
            self.visit(name, target, metadata);
        }
    }

    fn enter(&mut self, name: String, path: PathBuf) {
        let real = match fs::canonicalize(&path) {
            Ok(real) => real,
            Err(error) => return self.diagnostics.push(unreadable(name, &error)),
        };
        if real == self.output {
            return;
        }
        let entries = fs::read_dir(&path).and_then(|entries| entries.collect::<io::Result<Vec<DirEntry>>>());
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.diagnostics.push(unreadable(name, &error)),
        };
        entries.sort_by_key(DirEntry::file_name);
        self.open.push(real);
        let mut names = BTreeMap::new();
        for entry in entries {
            if self.bulk.excess().is_some() {
                break;
            }
            let file_name = entry.file_name();
            if is_left_alone(&name, &file_name) {
                if hides_something(&name, &file_name) {
                    let path = format!("{name}/{}", file_name.to_string_lossy());
                    self.diagnostics.push(hidden(path, entry.path().is_dir()));
                }
                continue;
            }
            let site_name = self.name(&name, &file_name, &mut names);
            if let Some(site_name) = site_name.filter(|name| (self.is_wanted)(name)) {
                self.visit(site_name, entry.path(), fs::symlink_metadata(entry.path()));
            }
        }
        self.open.pop();
    }

    /// The name in the site of an entry of a folder, unless it cannot have one.
    ///
    /// macOS may hand names in NFD: the same letters must give the same address everywhere.
    fn name(
        &mut self,
        folder: &str,
        file_name: &OsStr,
        names: &mut BTreeMap<String, String>,
    ) -> Option<String> {
        let Some(text) = file_name.to_str() else {
            self.error(format!("{folder}/{}", file_name.to_string_lossy()), FileProblem::NameNotUnicode);
            return None;
        };
        let name = format!("{folder}/{}", text.nfc());
        if text.chars().any(char::is_control) {
            self.error(name, FileProblem::NameWithControl);
            return None;
        }
        if let Some(twin) = names.insert(name.clone(), text.to_owned()) {
            self.error(name, FileProblem::SameName { twin });
            return None;
        }
        Some(name)
    }

    fn error(&mut self, name: String, problem: FileProblem) {
        let mut problems = Problems::in_file(name);
        problems.file_error(problem);
        self.diagnostics.extend(problems.into_diagnostics());
    }
}

fn unreadable(path: String, error: &io::Error) -> Diagnostic {
    let problem = FileProblem::Unreadable { cause: error.kind() }.into();
    Diagnostic { severity: Severity::Error, problem, path, span: None }
}

/// The folders beside those of the site whose names are nearly theirs: nothing in them is read.
fn stray_folders(root: &Path, is_wanted: &dyn Fn(&str) -> bool) -> Vec<Diagnostic> {
    let Ok(entries) = fs::read_dir(root) else { return Vec::new() };
    let stray = entries.flatten().filter_map(|entry| {
        let name = entry.file_name().into_string().ok().filter(|name| is_wanted(name))?;
        let meant = meant(&name, FOLDERS).filter(|_| entry.path().is_dir())?;
        // Where case does not matter, it is the folder itself.
        let is_it = is_same_file(&entry.path(), &root.join(meant));
        let problem = FileProblem::StrayFolder { meant: meant.to_owned() }.into();
        (!is_it).then_some(Diagnostic { severity: Severity::Warning, problem, path: name, span: None })
    });
    stray.collect()
}

fn hidden(path: String, is_folder: bool) -> Diagnostic {
    let problem = FileProblem::Hidden { what: if is_folder { Hidden::Folder } else { Hidden::File } }.into();
    Diagnostic { severity: Severity::Warning, problem, path, span: None }
}

/// The most bytes that a file of this name may have.
fn limit(name: &str) -> (LargeFile, u64) {
    let is_document = name.starts_with("content/") && name.ends_with(".md");
    match is_document || name.ends_with(".toml") || name.starts_with("templates/") {
        true => (LargeFile::Text, TEXT_LIMIT),
        false => (LargeFile::Other, FILE_LIMIT),
    }
}

/// Whether a name is hidden, or one that an editor or a system leaves behind.
pub(super) fn is_left_alone(folder: &str, file_name: &OsStr) -> bool {
    let name = file_name.to_string_lossy();
    let lower = name.to_ascii_lowercase();
    let in_static = folder == "static" || folder.starts_with("static/");
    if name.starts_with('.') {
        return !(in_static && PUBLISHED_HIDDEN.contains(&&*name));
    }
    name.starts_with("~$")
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || [".swp", ".swo"].iter().any(|end| lower.ends_with(end))
        || ["thumbs.db", "desktop.ini"].contains(&&*lower)
}

/// Whether a name that is left alone is hidden by its dot alone, in a folder that is published as it is: its
/// author may wait for it on the website.
fn hides_something(folder: &str, file_name: &OsStr) -> bool {
    let name = file_name.to_string_lossy().to_ascii_lowercase();
    let top = folder.split('/').next().unwrap_or(folder);
    let is_temporary =
        ["._", ".#", ".~", ".fuse_hidden", ".goutputstream", ".nfs", ".sync_", ".tmp.", ".trash"]
            .iter()
            .any(|start| name.starts_with(start))
            || ["~", "swp", "swo", "swx", ".tmp"].iter().any(|end| name.ends_with(end));
    // Beside documents, tools leave names of their own.
    let is_meant = match top {
        "static" => true,
        "content" => PUBLISHED_HIDDEN.contains(&name.as_str()),
        _ => false,
    };
    name.starts_with('.') && is_meant && !is_temporary && !LEFT_BEHIND.contains(&name.as_str())
}
