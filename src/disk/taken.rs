//! A published folder that is held for one publication.

use std::fs::{self, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::disk::error::{Error, Refusal};
use crate::disk::manifest::{LOCK, MANIFEST, Manifest, STAGING};
use crate::disk::{Found, look, or_here};

/// A folder to publish in, for us alone.
///
/// Let go of before its publication is [`done`](Taken::done), it is left as it was: without what waited aside,
/// and when it has nothing of ours, without our trace.
#[derive(Debug)]
pub struct Taken {
    pub output: PathBuf,
    /// What is ours in it, as it was taken.
    pub before: Manifest,
    /// What was made to have it, from the inside out.
    made: Vec<PathBuf>,
    /// Whether nothing stood in it: what waits is then laid out as it will stand, to be moved at one go.
    was_empty: bool,
    /// How many files were written aside without being laid out.
    n_aside: AtomicUsize,
    is_done: bool,
    /// None until it is ours: what stands in the folder is then that of another publication. The system
    /// lets go of the lock when we end, however we end, so a dead run never blocks the next one.
    lock: Option<fs::File>,
}

impl Taken {
    /// Takes a folder, which is made if need be.
    pub fn of(output: &Path) -> Result<Taken, Error> {
        let missing = output.ancestors().take_while(|folder| !or_here(folder).exists());
        // It is there before anything is made, to undo that if something fails below.
        let mut taken = Taken {
            output: output.to_owned(),
            before: Manifest::default(),
            made: missing.map(Path::to_owned).collect(),
            was_empty: false,
            n_aside: AtomicUsize::new(0),
            is_done: false,
            lock: None,
        };
        fs::create_dir_all(output).map_err(|error| Error::making_folder(output, error))?;
        taken.lock = Some(lock(output)?);
        sweep(output)?;
        taken.before = Manifest::read(output)?;
        taken.was_empty = holds_only(output, &[LOCK]);
        Ok(taken)
    }

    /// Whether something may stand at the place of a file.
    pub fn may_hold_files(&self) -> bool {
        !self.was_empty
    }

    /// The folder where all that waits is laid out as it will stand; none when something of it is elsewhere, or
    /// when somebody put anything in the published folder meanwhile.
    pub fn laid_out(&self) -> Option<PathBuf> {
        let is_laid = self.was_empty && self.n_aside.load(Ordering::Relaxed) == 0;
        (is_laid && holds_only(&self.output, &[LOCK, STAGING])).then(|| self.layout())
    }

    fn layout(&self) -> PathBuf {
        self.output.join(STAGING).join("site")
    }

    /// Writes the bytes of a file in a new one, to be moved later.
    ///
    /// Each thread has a folder of its own: those that make files in one folder wait for each other all
    /// the time, and burn more of the processor than they write. Pages that are laid out have each their own.
    pub fn write_aside(&self, path: &str, bytes: &[u8]) -> Result<PathBuf, Error> {
        if self.was_empty {
            let place = self.layout().join(path);
            // A path may be too long for the disk by the few letters of ours: it waits as others do.
            if write(&place, bytes).is_ok() {
                return Ok(place);
            }
        }
        let thread = rayon::current_thread_index().map_or(0, |thread| thread + 1);
        let folder = self.output.join(STAGING).join(thread.to_string());
        let place = folder.join(self.n_aside.fetch_add(1, Ordering::Relaxed).to_string());
        match write(&place, bytes) {
            Ok(()) => Ok(place),
            Err(error) => Err(Error::writing(place, error)),
        }
    }

    /// Lets go of the folder once the website is in it.
    pub fn done(mut self) -> Result<(), Error> {
        self.is_done = true;
        sweep(&self.output)
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        if self.is_done {
            return;
        }
        if let Some(lock) = self.lock.take() {
            // What cannot be removed is swept by the next publication: the reason why this one stopped is told.
            let _swept = sweep(&self.output);
            if matches!(look(&self.output.join(MANIFEST)), Ok(Found::Nothing)) {
                // We are a guest in this folder: leave no trace.
                let _removed = fs::remove_file(self.output.join(LOCK));
            }
            // On Windows, a file that is removed stays in its folder until it is let go of.
            drop(lock);
        }
        for folder in &self.made {
            let _when_empty = fs::remove_dir(folder);
        }
    }
}

/// Writes a file, and makes its folder when it is not there yet.
fn write(place: &Path, bytes: &[u8]) -> io::Result<()> {
    if let (true, Some(folder)) = (place.ends_with("index.html"), place.parent()) {
        // A page is nearly always the first of its folder: a try to write there would fail, thousands of times.
        // Whatever goes wrong here is told below.
        let _there = fs::create_dir(folder);
    }
    match (fs::write(place, bytes), place.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            fs::write(place, bytes)
        }
        (written, _) => written,
    }
}

/// Whether nothing but these names is known to stand in a folder.
fn holds_only(folder: &Path, names: &[&str]) -> bool {
    let is_known = |entry: &fs::DirEntry| names.iter().any(|name| entry.file_name() == *name);
    fs::read_dir(folder)
        .is_ok_and(|mut entries| entries.all(|entry| entry.is_ok_and(|entry| is_known(&entry))))
}

/// Holds a folder for us alone. A file system without locks goes without.
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
