//! Waits for a change in the folder of a site: the only door to what the system tells of its files.
//!
//! The system is heard, never believed alone: it loses events when too many come at once, and a
//! file written in a folder made a moment before. A look at sizes and dates, now and then, finds
//! what was not told. What it costs decides how often it is done.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::disk::scan::{Places, Stamps};

/// How long nothing must happen for a save to be over: an editor that empties a file fills it at once.
const QUIET: Duration = Duration::from_millis(8);

/// From this many paths it is no save but a checkout or a synchronisation, whose pauses are longer.
const MANY: usize = 8;
const QUIET_OF_MANY: Duration = Duration::from_millis(60);

/// What never ends is shown as it stands.
const LONGEST: Duration = Duration::from_secs(1);

/// Looks that follow a new folder closely: files written in it meanwhile were told to nobody.
const CLOSE: Duration = Duration::from_millis(60);
const N_CLOSE: u8 = 4;

/// How a site is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The system tells what happens.
    Listening,
    /// Sizes and dates are looked at several times a second, as network drives tell nothing.
    Polling,
}

/// Why a site that should be listened to is polled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deaf {
    /// All that the system allows to be watched is in use.
    TooMany,
    /// In the words of the system.
    Refused(String),
}

/// Why a wait is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Woken {
    /// Something happened to the files of the site; their bytes may be the same.
    ByChange(Touched),
    /// Nothing happened for as long as one was ready to wait.
    ByPatience,
}

/// Where something happened since the last wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    /// At these places, and nowhere else.
    Places(BTreeSet<PathBuf>),
    Anything,
}

/// A watch over the files of a site.
pub struct Watch {
    places: Places,
    way: Way,
    ear: Option<RecommendedWatcher>,
    heard: Receiver<Heard>,
    /// Kept so that there is always someone who could be heard.
    teller: Sender<Heard>,
    stamps: Stamps,
    /// How long a look at all files took, the last time.
    look: Duration,
    n_close: u8,
    deaf: Option<Deaf>,
}

/// What the system told.
enum Heard {
    At(PathBuf),
    /// A folder came: what it holds may have come before we listened to it.
    Folder(PathBuf),
    /// Something was lost.
    Lost,
}

impl Watch {
    /// Starts to watch. What happens from now on is told by the first wait.
    pub fn start(places: Places, way: Way) -> Watch {
        let (teller, heard) = channel();
        let mut watch = Watch {
            places,
            way,
            ear: None,
            heard,
            teller,
            stamps: Stamps::new(),
            look: Duration::ZERO,
            n_close: 0,
            deaf: None,
        };
        watch.listen();
        watch.stamps = watch.scan();
        watch
    }

    /// Why the site is polled although it was to be listened to; told once.
    pub fn take_deaf(&mut self) -> Option<Deaf> {
        self.deaf.take()
    }

    /// Waits until something happened and nothing happens any more, or until patience is over.
    #[expect(clippy::disallowed_methods, reason = "a wait is measured; nothing of it reaches a file")]
    pub fn wait(&mut self, patience: Option<Duration>) -> Woken {
        let started = Instant::now();
        loop {
            let left = patience.map(|patience| patience.saturating_sub(started.elapsed()));
            let rest = left.map_or(self.rest(), |left| left.min(self.rest()));
            match self.heard.recv_timeout(rest) {
                Ok(heard) => {
                    return Woken::ByChange(self.settle(heard));
                }
                Err(RecvTimeoutError::Timeout) if left == Some(rest) => return Woken::ByPatience,
                Err(RecvTimeoutError::Timeout) => {
                    self.n_close = self.n_close.saturating_sub(1);
                    if self.look_again() {
                        return Woken::ByChange(Touched::Anything);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => unreachable!("the watch keeps a teller of its own"),
            }
        }
    }

    /// How long until all files are looked at: a hundredth of the time at most goes to it, a tenth when it
    /// is all there is.
    fn rest(&self) -> Duration {
        match self.way {
            _ if self.n_close > 0 => CLOSE.max(self.look),
            Way::Listening => (self.look * 100).clamp(Duration::from_secs(1), Duration::from_secs(10)),
            Way::Polling => (self.look * 10).clamp(Duration::from_millis(250), Duration::from_secs(5)),
        }
    }

    /// Takes all that belongs together: the moves of one save, the files of one checkout.
    #[expect(clippy::disallowed_methods, reason = "a wait is measured; nothing of it reaches a file")]
    fn settle(&mut self, first: Heard) -> Touched {
        let started = Instant::now();
        let mut touched = BTreeSet::new();
        let mut lost = false;
        let mut heard = Some(first);
        while let Some(told) = heard {
            match told {
                Heard::At(path) => drop(touched.insert(path)),
                Heard::Folder(path) => {
                    self.n_close = N_CLOSE;
                    touched.insert(path);
                }
                Heard::Lost => lost = true,
            }
            let quiet = if touched.len() > MANY { QUIET_OF_MANY } else { QUIET };
            heard = match started.elapsed() < LONGEST {
                true => self.heard.recv_timeout(quiet).ok(),
                false => None,
            };
        }
        if lost || touched.iter().any(|path| self.places.is_top(path)) {
            self.listen();
            self.stamps = self.scan();
            return Touched::Anything;
        }
        for path in &touched {
            self.places.scan_again(path, &mut self.stamps);
        }
        Touched::Places(touched)
    }

    /// Looks at all files; whether something happened that was not told.
    fn look_again(&mut self) -> bool {
        let mut now = self.scan();
        if now == self.stamps {
            return false;
        }
        // What is not told may still be going on: it is over when two looks see the same.
        for _ in 0..20 {
            self.stamps = now;
            thread::sleep(QUIET);
            now = self.scan();
            if now == self.stamps {
                break;
            }
        }
        self.stamps = now;
        if self.way == Way::Listening && self.n_close == 0 {
            self.listen();
        }
        true
    }

    #[expect(clippy::disallowed_methods, reason = "a look is measured; nothing of it reaches a file")]
    fn scan(&mut self) -> Stamps {
        let started = Instant::now();
        let stamps = self.places.scan();
        self.look = started.elapsed();
        stamps
    }

    /// Listens to the root itself and to all that its folders hold; the rest of the root, which may be
    /// large, is none of our business. Polls when the system refuses.
    fn listen(&mut self) {
        self.ear = None;
        if self.way == Way::Polling {
            return;
        }
        match self.ear() {
            Ok(ear) => self.ear = Some(ear),
            Err(error) => {
                self.way = Way::Polling;
                self.deaf = Some(deaf(error));
            }
        }
    }

    fn ear(&self) -> notify::Result<RecommendedWatcher> {
        let (places, teller) = (self.places.clone(), self.teller.clone());
        let mut ear = notify::recommended_watcher(move |told| tell(&places, &teller, told))?;
        let once = [Some(self.places.root()), self.places.config().parent()];
        let mut watched = once.into_iter().flatten().collect::<Vec<&Path>>();
        watched.dedup();
        for folder in watched {
            or_gone(ear.watch(folder, RecursiveMode::NonRecursive))?;
        }
        for folder in self.places.folders() {
            or_gone(ear.watch(&folder, RecursiveMode::Recursive))?;
        }
        Ok(ear)
    }
}

/// A folder that is gone is found again by a look.
fn or_gone(watched: notify::Result<()>) -> notify::Result<()> {
    match watched {
        Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => Ok(()),
        Ok(()) | Err(_) => watched,
    }
}

/// Passes on what concerns the site. Reading a file is told as well: passed on, each build would
/// lead to the next.
fn tell(places: &Places, teller: &Sender<Heard>, told: notify::Result<Event>) {
    let heard = match told {
        Err(_) => vec![Heard::Lost],
        Ok(event) if event.need_rescan() => vec![Heard::Lost],
        Ok(Event { kind: EventKind::Access(_), .. }) => Vec::new(),
        Ok(Event { kind, paths, .. }) => {
            let is_folder = may_be_folder(kind);
            let paths = paths.into_iter().filter(|path| places.concerns(path));
            paths.map(|path| if is_folder(&path) { Heard::Folder(path) } else { Heard::At(path) }).collect()
        }
    };
    for heard in heard {
        // When nobody waits any more, the preview is ending.
        let _ended = teller.send(heard);
    }
}

/// Whether a kind of event brings a folder; a name without an extension is taken for one, as most
/// systems do not say.
fn may_be_folder(kind: EventKind) -> fn(&Path) -> bool {
    match kind {
        EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_)) => |path| path.extension().is_none(),
        EventKind::Any
        | EventKind::Access(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => |_| false,
    }
}

fn deaf(error: notify::Error) -> Deaf {
    match error.kind {
        ErrorKind::MaxFilesWatch => Deaf::TooMany,
        ErrorKind::Io(error) if cfg!(target_os = "linux") && error.raw_os_error() == Some(TOO_MANY_OPEN) => {
            Deaf::TooMany
        }
        ErrorKind::Io(error) => Deaf::Refused(error.to_string()),
        ErrorKind::Generic(words) => Deaf::Refused(words),
        ErrorKind::PathNotFound | ErrorKind::WatchNotFound | ErrorKind::InvalidConfig(_) => {
            Deaf::Refused(error.to_string())
        }
    }
}

/// `EMFILE`: what Linux answers when a person has no watch left to open.
const TOO_MANY_OPEN: i32 = 24;
