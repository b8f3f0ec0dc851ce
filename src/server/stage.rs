//! What is shown: the files of the last good site, and what is wrong with the one being written.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::pipeline::{File, Role};
use crate::server::notice::Notice;

/// What every answer is made from; complete when made, replaced as a whole.
#[derive(Debug)]
pub struct Shown {
    /// Which run of the server this is: another one has counted its versions anew.
    pub run: String,
    /// Grows with each change of what is shown.
    pub version: u64,
    /// The path of the site's public address, with `/` at both ends.
    pub base_path: String,
    /// By path from the output folder. Empty until a site could be built.
    pub files: Arc<BTreeMap<String, Kept>>,
    /// When each file that is no more went.
    gone: BTreeMap<String, u64>,
    /// When a style last changed, and anything else that pages are dressed with.
    styles: u64,
    dressing: u64,
    /// The page that changed last, and when.
    page: Option<(u64, String)>,
    pub notice: Notice,
    noticed: u64,
}

/// A file and the version it came with.
#[derive(Debug, Clone)]
pub struct Kept {
    pub bytes: Arc<[u8]>,
    since: u64,
}

/// A site that can be shown.
#[derive(Debug)]
pub struct Site {
    pub files: BTreeMap<String, File>,
    pub base_path: String,
    /// The documents that changed, from the folder of contents: to find which page to go to.
    pub changed: Vec<String>,
}

/// How much of what is shown changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changed {
    pub n_pages: usize,
    pub n_others: usize,
}

/// What a page that is being looked at must do to be as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    Reload,
    /// Only how it looks has changed.
    Styles,
    /// Another page has changed.
    Go(String),
}

/// Where an open page is, and what it has seen.
#[derive(Debug, Clone)]
pub struct Looking {
    /// As it stands in the address bar, decoded.
    pub path: String,
    /// `run.version`, as written in the page or as last sent to it.
    pub seen: String,
    pub follows: Follows,
}

/// Whether open pages go where something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    Changes,
    Nothing,
}

/// What is shown, for those who show it and those who change it.
#[derive(Debug)]
pub struct Stage {
    shown: Mutex<Arc<Shown>>,
    changed: Condvar,
}

impl Stage {
    /// An empty stage.
    pub fn new(run: String, notice: Notice) -> Stage {
        let shown = Shown {
            run,
            version: 1,
            base_path: "/".to_owned(),
            files: Arc::default(),
            gone: BTreeMap::new(),
            styles: 0,
            dressing: 0,
            page: None,
            notice,
            noticed: 0,
        };
        Stage { shown: Mutex::new(Arc::new(shown)), changed: Condvar::new() }
    }

    pub fn shown(&self) -> Arc<Shown> {
        Arc::clone(&self.lock())
    }

    /// Shows a site and what is wrong with it. Nobody is told when no byte changed.
    pub fn show(&self, site: Site, notice: Notice) -> Changed {
        let before = self.shown();
        let (shown, changed) = before.with_site(site, notice);
        self.replace(&before, shown);
        changed
    }

    /// Keeps the site that is shown, and says what is wrong with the one being written.
    pub fn tell(&self, notice: Notice) {
        let before = self.shown();
        let shown = before.with_notice(notice);
        self.replace(&before, shown);
    }

    /// Waits until something newer than a version is shown, or for some time.
    pub fn wait(&self, version: u64, at_most: Duration) -> Arc<Shown> {
        let waiting = |shown: &mut Arc<Shown>| shown.version <= version;
        let waited = self.changed.wait_timeout_while(self.lock(), at_most, waiting);
        Arc::clone(&waited.unwrap_or_else(PoisonError::into_inner).0)
    }

    fn replace(&self, before: &Shown, shown: Shown) {
        if shown.version > before.version {
            *self.lock() = Arc::new(shown);
            self.changed.notify_all();
        }
    }

    /// What is behind the lock is replaced in one move: a thread that stopped left it whole.
    fn lock(&self) -> MutexGuard<'_, Arc<Shown>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shown {
    fn with_site(&self, site: Site, notice: Notice) -> (Shown, Changed) {
        let Site { files, base_path, changed: sources } = site;
        let next = self.version + 1;
        let mut changed = Changed::default();
        let (mut kept, mut went, mut gone) = (Vec::new(), Vec::new(), self.gone.clone());
        let (mut styles, mut dressing) = (self.styles, self.dressing);
        let mut pages = Vec::new();
        let mut count = |path: &str| match is_page(path) {
            true => changed.n_pages += 1,
            false => changed.n_others += 1,
        };
        // Both are in the order of paths.
        let mut before = self.files.iter().peekable();
        for (path, File { bytes, role }) in files {
            while let Some((old, _)) = before.next_if(|(old, _)| **old < path) {
                went.push(old.clone());
            }
            let old = before.next_if(|(old, _)| **old == path).map(|(_, old)| old);
            let file = match old.filter(|old| is_same(&old.bytes, &bytes)) {
                Some(old) => old.clone(),
                None => {
                    count(&path);
                    match role {
                        Role::Asset if path.ends_with(".css") => styles = next,
                        Role::Asset => dressing = next,
                        Role::Page | Role::Index if is_page(&path) => pages.push((role, path.clone())),
                        Role::Page | Role::Index | Role::Data => {}
                    }
                    gone.remove(&path);
                    Kept { bytes, since: next }
                }
            };
            kept.push((path, file));
        }
        went.extend(before.map(|(old, _)| old.clone()));
        for path in went {
            count(&path);
            gone.insert(path, next);
        }
        let has_moved = self.base_path != base_path && !self.files.is_empty();
        let is_new = changed != Changed::default() || has_moved || self.files.is_empty();
        let page = nearest(&pages, &sources).map(|page| (next, page)).or(self.page.clone());
        let is_noticed = notice != self.notice;
        let shown = Shown {
            run: self.run.clone(),
            version: if is_new || is_noticed { next } else { self.version },
            base_path,
            files: Arc::new(kept.into_iter().collect()),
            gone,
            styles,
            dressing: if has_moved { next } else { dressing },
            page,
            noticed: if is_noticed { next } else { self.noticed },
            notice,
        };
        (shown, changed)
    }

    fn with_notice(&self, notice: Notice) -> Shown {
        let is_new = notice != self.notice;
        let next = self.version + u64::from(is_new);
        Shown {
            run: self.run.clone(),
            version: next,
            base_path: self.base_path.clone(),
            files: Arc::clone(&self.files),
            gone: self.gone.clone(),
            styles: self.styles,
            dressing: self.dressing,
            page: self.page.clone(),
            noticed: if is_new { next } else { self.noticed },
            notice,
        }
    }

    /// What a page has seen when it is as it is now.
    pub fn mark(&self) -> String {
        format!("{}.{}", self.run, self.version)
    }

    /// The path of a file for the path of an address, in the site.
    pub fn file_of(&self, path: &str) -> Option<String> {
        let inside = path.strip_prefix(&self.base_path)?;
        Some(if inside.is_empty() || inside.ends_with('/') {
            format!("{inside}index.html")
        } else {
            inside.to_owned()
        })
    }

    /// What an open page must do, if anything.
    pub fn order(&self, looking: &Looking) -> Option<Order> {
        let Some(seen) = self.version_of(&looking.seen) else { return Some(Order::Reload) };
        let follows = self.page.as_ref().filter(|(since, _)| *since > seen);
        let follows = follows.filter(|_| looking.follows == Follows::Changes);
        let file = self.file_of(&looking.path).unwrap_or_default();
        match follows {
            Some((_, page)) if *page != file => {
                return Some(Order::Go(format!("{}{}", self.base_path, folder_of(page))));
            }
            Some(_) | None => {}
        }
        if self.changed_of(&file) > seen || self.dressing > seen {
            Some(Order::Reload)
        } else if self.styles > seen {
            Some(Order::Styles)
        } else {
            None
        }
    }

    /// The problems, when they are not those that a page has seen.
    pub fn notice_since(&self, seen: u64) -> Option<&Notice> {
        (self.noticed > seen).then_some(&self.notice)
    }

    /// The problems to tell a page that has just come: that there are none is news only to a page that
    /// may still show some.
    pub fn notice_at_first(&self, seen: &str) -> Option<&Notice> {
        match self.version_of(seen) {
            Some(seen) if self.notice.problems.is_empty() => self.notice_since(seen),
            Some(_) | None => Some(&self.notice),
        }
    }

    /// The version of a mark of this run.
    fn version_of(&self, mark: &str) -> Option<u64> {
        let (run, version) = mark.split_once('.')?;
        version.parse().ok().filter(|_| run == self.run)
    }

    /// When what is shown for a file last changed: itself, or the page for what does not exist. While there
    /// is no site, what is shown are the problems.
    fn changed_of(&self, file: &str) -> u64 {
        let since = |path: &str| self.files.get(path).map(|kept| kept.since);
        if self.files.is_empty() {
            return self.noticed;
        }
        since(file).unwrap_or_else(|| {
            let went = self.gone.get(file).copied().unwrap_or_default();
            went.max(since("404.html").unwrap_or_default())
        })
    }
}

/// Bytes that were kept from one build to the next need not be compared.
fn is_same(old: &Arc<[u8]>, new: &Arc<[u8]>) -> bool {
    Arc::ptr_eq(old, new) || old == new
}

/// Whether a file is a page.
pub fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

/// The address of a page: that of its folder.
fn folder_of(page: &str) -> &str {
    page.strip_suffix("index.html").unwrap_or(page)
}

/// The page to go to among those that changed: that of a document before the lists that show it, then the
/// one most like a document that changed, then the shortest.
fn nearest(pages: &[(Role, String)], sources: &[String]) -> Option<String> {
    let likeness = |page: &str| sources.iter().map(|source| likeness(source, page)).max().unwrap_or_default();
    let rank = |(role, page): &&(Role, String)| {
        (*role == Role::Index, Reverse(likeness(page)), page.len(), page.clone())
    };
    pages.iter().min_by_key(rank).map(|(_, page)| page.clone())
}

/// How many folders a page and its document have in common, its own name counted when the document ends
/// with it: `ateliers/2026-05-20-printemps.md` is at `ateliers/printemps/`.
fn likeness(source: &str, page: &str) -> usize {
    let folder = folder_of(page).trim_end_matches('/');
    let common = source.split('/').zip(folder.split('/')).take_while(|(a, b)| a == b).count();
    let own = folder.rsplit('/').next().unwrap_or_default();
    let stem = source.rsplit('/').next().unwrap_or_default();
    let stem = stem.split('.').next().unwrap_or_default();
    common + usize::from(!own.is_empty() && stem.ends_with(own))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Changed, Follows, Looking, Site, Stage};
    use crate::lang::Lang;
    use crate::pipeline::{File, Role};
    use crate::server::notice::{Covers, Notice};

    /// A site as a list of paths and bytes.
    fn site(files: &[(&str, &str)], changed: &[&str]) -> Site {
        let role = |path: &str| match path.rsplit_once('.') {
            _ if path == "index.html" => Role::Index,
            Some((_, "html")) => Role::Page,
            Some((_, "json")) => Role::Data,
            Some(_) | None => Role::Asset,
        };
        let file = |path: &str, text: &str| File { bytes: text.as_bytes().into(), role: role(path) };
        let files: BTreeMap<String, File> =
            files.iter().map(|(path, text)| ((*path).to_owned(), file(path, text))).collect();
        let changed = changed.iter().map(|path| (*path).to_owned()).collect();
        Site { files, base_path: "/asso/".to_owned(), changed }
    }

    const BEFORE: &[(&str, &str)] = &[
        ("404.html", "rien"),
        ("index.html", "accueil"),
        ("jalon.css", "bleu"),
        ("logo.svg", "rond"),
        ("plan.json", "{}"),
        ("un/index.html", "un"),
        ("deux/index.html", "deux"),
    ];

    /// What a page is told when some files change.
    fn check(path: &str, follows: Follows, edits: &[(&str, &str)], expected: &str) {
        let stage = Stage::new("a".to_owned(), Notice::nothing(Lang::Fr));
        stage.show(site(BEFORE, &[]), Notice::nothing(Lang::Fr));
        let seen = stage.shown().mark();
        let mut after: BTreeMap<&str, &str> = BEFORE.iter().copied().collect();
        after.extend(edits.iter().copied());
        after.retain(|_, text| !text.is_empty());
        let after: Vec<(&str, &str)> = after.into_iter().collect();
        stage.show(site(&after, &["deux.md"]), Notice::nothing(Lang::Fr));
        let looking = Looking { path: path.to_owned(), seen, follows };
        assert_eq!(format!("{:?}", stage.shown().order(&looking)), expected, "{path} {edits:?}");
    }

    #[test]
    fn a_page_is_told_of_what_it_shows() {
        let quiet = Follows::Nothing;
        check("/asso/un/", quiet, &[("un/index.html", "autre")], "Some(Reload)");
        check("/asso/un/", quiet, &[("deux/index.html", "autre")], "None");
        check("/asso/un/", quiet, &[("plan.json", "[]")], "None");
        check("/asso/un/", quiet, &[("jalon.css", "vert")], "Some(Styles)");
        check("/asso/un/", quiet, &[("logo.svg", "carré")], "Some(Reload)");
        check("/asso/un/", quiet, &[("un/index.html", "")], "Some(Reload)");
        check("/asso/trois/", quiet, &[("trois/index.html", "trois")], "Some(Reload)");
        check("/asso/trois/", quiet, &[("404.html", "autre")], "Some(Reload)");
        check("/asso/un/", quiet, &[("404.html", "autre")], "None");
    }

    #[test]
    fn a_page_that_follows_goes_to_the_document_that_changed() {
        let edits = [("index.html", "autre"), ("deux/index.html", "autre"), ("un/index.html", "autre")];
        check("/asso/", Follows::Changes, &edits, "Some(Go(\"/asso/deux/\"))");
        check("/asso/deux/", Follows::Changes, &edits, "Some(Reload)");
        check("/asso/un/", Follows::Changes, &[("jalon.css", "vert")], "Some(Styles)");
    }

    #[test]
    fn the_same_bytes_are_no_news() {
        let stage = Stage::new("a".to_owned(), Notice::nothing(Lang::Fr));
        stage.show(site(BEFORE, &[]), Notice::nothing(Lang::Fr));
        let mark = stage.shown().mark();
        assert_eq!(stage.show(site(BEFORE, &[]), Notice::nothing(Lang::Fr)), Changed::default());
        assert_eq!(stage.shown().mark(), mark);
    }

    #[test]
    fn problems_keep_the_site_and_are_told_once() {
        let stage = Stage::new("a".to_owned(), Notice::nothing(Lang::Fr));
        stage.show(site(BEFORE, &[]), Notice::nothing(Lang::Fr));
        let version = stage.shown().version;
        let wrong =
            Notice { covers: Covers::Page, title: "1 erreur".to_owned(), ..Notice::nothing(Lang::Fr) };
        stage.tell(wrong.clone());
        stage.tell(wrong.clone());
        let shown = stage.shown();
        assert_eq!((shown.version, shown.files.len()), (version + 1, BEFORE.len()));
        assert_eq!(shown.notice_since(version), Some(&wrong));
        assert_eq!(shown.notice_since(version + 1), None);
    }
}
