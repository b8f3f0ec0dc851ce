//! What is asked of the site while something is made of it: as long as all answers are the same, the
//! same would be made again.
//!
//! A site does not let its fields be read from outside: each of its methods notes what it answers
//! from, and a new method must as well. `tests/incremental/` finds what is forgotten.

use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Entry, Laid, Settled, Site};
use crate::address::Address;

/// A part of the site that an answer was made from. Numbers are indexes of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Read {
    /// An entry, and its document but for the text of an article.
    Entry(usize),
    /// Where an entry is, and where links may lead in it.
    Place(usize),
    /// An entry, and all of its document.
    Whole(usize),
    /// Its parent, its versions, its tags, its neighbours, its feed.
    Around(usize),
    Children(usize),
    /// The pages that its feed announces.
    Announced(usize),
    /// A tag, by index of tags: its name, its address, what has it.
    Tag(usize),
    /// Which tags there are, and how many pages have each.
    Tags,
    /// Any entry, or what all of them together make.
    Entries,
    /// Any plan.
    Plans,
    /// Which addresses and files there are: where a link leads that leads to no document.
    Names,
    /// What acronyms are marked with, and where glossaries are.
    Marking,
    /// All that glossaries tell.
    Glossaries,
    Trail,
    Successions,
    /// Addresses of actions that are rows.
    Ways,
    /// The files that are copied, and how large they are.
    Files,
}

/// All that was asked while something was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reads {
    pub(super) parts: Vec<Read>,
    /// Addresses of which it was asked whether something is published there.
    pub(super) addresses: Vec<Address>,
}

/// Keeps note of what is asked, when somebody wants to know.
#[derive(Debug, Default)]
pub(super) struct Notes(Option<Mutex<Reads>>);

impl Site {
    /// The same site, noting from now on what it is asked.
    pub fn noting(&self) -> Site {
        Site { settled: Arc::clone(&self.settled), notes: Notes(Some(Mutex::default())) }
    }

    /// What was asked since.
    pub fn into_reads(self) -> Reads {
        let Some(reads) = self.notes.0 else { return Reads::default() };
        let mut reads = reads.into_inner().unwrap_or_else(PoisonError::into_inner);
        reads.parts.sort_unstable();
        reads.parts.dedup();
        reads.addresses.sort_unstable();
        reads.addresses.dedup();
        reads
    }

    pub(super) fn note(&self, read: Read) {
        self.notes.with(|reads| {
            // A page asks the same of the same entry many times in a row.
            if reads.parts.last() != Some(&read) {
                reads.parts.push(read);
            }
        });
    }

    /// Notes what stands around an entry.
    pub(super) fn note_around(&self, entry: &Entry) {
        if self.notes.0.is_some()
            && let Some(at) = self.position(&entry.address)
        {
            self.note(Read::Around(at));
        }
    }

    pub(super) fn note_children(&self, section: &Entry) {
        if self.notes.0.is_some()
            && let Some(at) = self.position(&section.address)
        {
            self.note(Read::Children(at));
        }
    }

    pub(super) fn note_address(&self, address: &Address) {
        self.notes.with(|reads| reads.addresses.push(address.clone()));
    }

    /// Notes an entry that an answer holds.
    pub(super) fn noted(&self, at: usize) -> &Entry {
        self.note(Read::Entry(at));
        &self.settled.entries[at]
    }

    /// Notes an entry that a link leads to: what it is called is not asked.
    pub(super) fn placed(&self, at: usize) -> &Entry {
        self.note(Read::Place(at));
        &self.settled.entries[at]
    }

    /// Notes that the text of an entry is shown away from its own page.
    pub fn note_text(&self, entry: &Entry) {
        if let Some(at) = self.position(&entry.address) {
            self.note(Read::Whole(at));
        }
    }

    /// Notes all that belongs to an entry of which something is made.
    pub fn note_own(&self, entry: &Entry) {
        if let Some(at) = self.position(&entry.address) {
            self.note(Read::Whole(at));
            self.note(Read::Around(at));
        }
    }
}

impl Notes {
    fn with(&self, note: impl FnOnce(&mut Reads)) {
        if let Notes(Some(reads)) = self {
            note(&mut reads.lock().unwrap_or_else(PoisonError::into_inner));
        }
    }
}

impl Clone for Site {
    /// A copy notes for nobody.
    fn clone(&self) -> Site {
        Site { settled: Arc::clone(&self.settled), notes: Notes::default() }
    }
}

impl Deref for Settled {
    type Target = Laid;

    fn deref(&self) -> &Laid {
        &self.laid
    }
}

impl Deref for Site {
    type Target = Settled;

    fn deref(&self) -> &Settled {
        &self.settled
    }
}
