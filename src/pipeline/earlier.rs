//! The build before this one: what it made, and what is different since.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::File;
use super::dress::Dress;
use super::pages::Kept;
use crate::config::Config;
use crate::date::Date;
use crate::export::Beyond;
use crate::export::sitemap::Listed;
use crate::filled::Filled;
use crate::page::{Making, Name};
use crate::picture::Pictures;
use crate::search::unit::Unit;
use crate::site::changes::{Changes, Copied};
use crate::site::reads::Reads;
use crate::site::{Entry, Site};

/// What a build made, for the next one.
#[derive(Default)]
pub struct Made {
    from: Option<From>,
    pages: BTreeMap<Name, Kept>,
    data: BTreeMap<String, Data>,
    feeds: BTreeMap<String, Feed>,
    sitemap: Option<(Vec<Listed>, Arc<[u8]>)>,
    indexes: BTreeMap<String, Index>,
    /// What this one replaced.
    spent: Option<Box<Made>>,
}

impl Made {
    /// Lets go of what this one replaced.
    pub fn let_go(&mut self) {
        self.spent = None;
    }
}

/// What all of it was made from.
struct From {
    ground: Ground,
    site: Site,
    pictures: Arc<Pictures>,
    /// The files that are copied, and how large they are.
    copied: Vec<(String, usize)>,
}

/// What everything is made from: when it changes, nothing is taken again.
#[derive(Clone)]
pub struct Ground {
    pub config: Config,
    pub dress: Arc<Dress>,
    pub today: Option<Date>,
    pub build_day: Date,
}

/// What is different since the build before.
pub struct Since {
    pub changes: Changes,
    pub pictures_are_same: bool,
}

/// A file of data, or what its format cannot hold, and what was asked of the site to make it.
#[derive(Clone)]
pub struct Data {
    name: String,
    reads: Arc<Reads>,
    bytes: Result<Arc<[u8]>, Beyond>,
}

/// The feed of a home page or a section.
#[derive(Clone)]
pub struct Feed {
    name: String,
    reads: Arc<Reads>,
    bytes: Arc<[u8]>,
}

/// The index of the search in a language, and what it tells of.
struct Index {
    units: Vec<Arc<Unit>>,
    files: Vec<(String, File)>,
}

/// The files of an index.
pub struct Indexed {
    pub files: Vec<(String, File)>,
    /// Whether they tell of the build before.
    pub is_behind: bool,
}

/// How much of a site is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// All but the index of the search, which may be that of the build before: it is looked at last, and takes
    /// longest.
    Pages,
}

/// The build before, being replaced by this one.
pub struct Earlier<'m> {
    since: Option<Since>,
    before: Made,
    now: &'m mut Made,
    extent: Extent,
}

impl<'m> Earlier<'m> {
    /// What is left of the build before, for one that stands on this ground.
    pub fn of(
        made: &'m mut Made,
        ground: &Ground,
        (making, pictures): (&Making<'_>, &Arc<Pictures>),
        extent: Extent,
    ) -> Earlier<'m> {
        let before = std::mem::take(made);
        let copied = copied(making);
        let since = before.from.as_ref().filter(|from| from.ground.is(ground)).map(|from| Since {
            changes: Changes::between(
                &from.site,
                making.site,
                if from.copied == copied { Copied::Same } else { Copied::Changed },
            ),
            pictures_are_same: from.pictures == *pictures,
        });
        let from = From {
            ground: ground.clone(),
            site: making.site.clone(),
            pictures: Arc::clone(pictures),
            copied,
        };
        made.from = Some(from);
        Earlier { since, before, now: made, extent }
    }

    pub fn since(&self) -> Option<&Since> {
        self.since.as_ref()
    }

    /// The batches of pages of the build before, by name.
    pub fn pages(&self) -> &BTreeMap<Name, Kept> {
        &self.before.pages
    }

    pub fn keep_pages(&mut self, pages: BTreeMap<Name, Kept>) {
        self.now.pages = pages;
    }

    /// Ends the work of replacing it. It is let go of later, but for what nobody needs to wait for.
    pub fn end(mut self) {
        self.before.spent = None;
        self.now.spent = Some(Box::new(self.before));
    }

    /// A file of data of an entry.
    pub fn data(
        &self,
        site: &Site,
        entry: &Entry,
        file: &str,
        write: impl Fn(&Site) -> Result<Arc<[u8]>, Beyond>,
    ) -> Data {
        let name = format!("{}{file}", entry.address);
        let known = self.before.data.get(&name);
        if let Some((since, known)) = self.since.as_ref().zip(known)
            && let Some(reads) = since.changes.still(&known.reads)
        {
            return Data { name, reads, bytes: known.bytes.clone() };
        }
        let site = site.noting();
        site.note_own(entry);
        let bytes = write(&site);
        Data { name, reads: Arc::new(site.into_reads()), bytes }
    }

    /// Keeps files of data, and hands them over.
    pub fn keep_data(&mut self, files: Vec<Data>) -> Vec<Result<Arc<[u8]>, Beyond>> {
        let bytes = files.iter().map(|file| file.bytes.clone()).collect();
        self.now.data.extend(files.into_iter().map(|file| (file.name.clone(), file)));
        bytes
    }

    /// The feed of a home page or a section.
    pub fn feed(
        &self,
        making: &Making<'_>,
        holder: &Entry,
        write: impl Fn(&Making<'_>, &Entry) -> Arc<[u8]>,
    ) -> Feed {
        let name = holder.address.to_string();
        if let Some((since, known)) = self.since.as_ref().zip(self.before.feeds.get(&name))
            && let Some(reads) = since.changes.still(&known.reads)
        {
            return Feed { name, reads, bytes: Arc::clone(&known.bytes) };
        }
        let site = making.site.noting();
        site.note_own(holder);
        let bytes = write(&Making { site: &site, ..*making }, holder);
        Feed { name, reads: Arc::new(site.into_reads()), bytes }
    }

    /// Keeps feeds, and hands them over.
    pub fn keep_feeds(&mut self, feeds: Vec<Feed>) -> Vec<Arc<[u8]>> {
        let bytes = feeds.iter().map(|feed| Arc::clone(&feed.bytes)).collect();
        self.now.feeds.extend(feeds.into_iter().map(|feed| (feed.name.clone(), feed)));
        bytes
    }

    /// The list of pages for robots.
    pub fn sitemap(&mut self, listed: &[&Listed], write: impl Fn() -> Arc<[u8]>) -> Arc<[u8]> {
        let known = self.before.sitemap.take().filter(|(known, _)| known.iter().eq(listed.iter().copied()));
        let (listed, bytes) = known.unwrap_or_else(|| (listed.iter().copied().cloned().collect(), write()));
        self.now.sitemap = Some((listed, Arc::clone(&bytes)));
        bytes
    }

    /// The index of the search in a language.
    pub fn index(
        &mut self,
        language: &str,
        units: Vec<Arc<Unit>>,
        write: impl Fn(&[Arc<Unit>]) -> Vec<(String, File)>,
    ) -> Indexed {
        let is_same = |known: &Index| {
            known.units.len() == units.len()
                && known.units.iter().zip(&units).all(|(one, other)| Arc::ptr_eq(one, other) || one == other)
        };
        let known = self
            .before
            .indexes
            .remove(language)
            .filter(|_| self.since.as_ref().is_some_and(|since| since.changes.keep_ground()));
        let (index, is_behind) = match known {
            Some(known) if is_same(&known) => (known, false),
            Some(known) if self.extent == Extent::Pages => (known, true),
            Some(_) | None => (Index { files: write(&units), units }, false),
        };
        let files = index.files.clone();
        self.now.indexes.insert(language.to_owned(), index);
        Indexed { files, is_behind }
    }
}

impl Ground {
    fn is(&self, other: &Ground) -> bool {
        let Ground { config, dress, today, build_day } = self;
        Arc::ptr_eq(dress, &other.dress)
            && (today, build_day) == (&other.today, &other.build_day)
            && *config == other.config
    }
}

fn copied(making: &Making<'_>) -> Vec<(String, usize)> {
    let size = |source: &str| making.files.get(source).map_or(0, |bytes| bytes.len());
    let copies = making.site.copies().iter();
    copies.map(|copy| (copy.source.clone(), size(&copy.source))).filled()
}
