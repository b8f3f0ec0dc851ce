//! Footnotes and endnotes, in the order of their calls.

use std::collections::{BTreeMap, BTreeSet};

use super::xml::{Node, Tree};

/// Where a note stands in the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Footnote,
    Endnote,
}

/// The notes that are there, and those that were called.
#[derive(Default)]
pub struct Notes {
    there: BTreeSet<(Kind, String)>,
    numbers: BTreeMap<(Kind, String), usize>,
}

impl Notes {
    /// Takes note of those of a part that hold something.
    pub fn gather(&mut self, kind: Kind, tree: &Tree<'_>) {
        for note in written(tree) {
            let is_empty = note.words().trim().is_empty();
            if let Some(id) = note.attribute("id").filter(|_| !is_empty) {
                self.there.insert((kind, id.into_owned()));
            }
        }
    }

    /// The label of a note: those of the whole paper are counted together.
    pub fn call(&mut self, kind: Kind, id: &str) -> Option<String> {
        let key = (kind, id.to_owned());
        if !self.there.contains(&key) {
            return None;
        }
        let next = self.numbers.len() + 1;
        Some(self.numbers.entry(key).or_insert(next).to_string())
    }

    /// The number that a note got, when it was called.
    pub fn number(&self, kind: Kind, id: &str) -> Option<usize> {
        self.numbers.get(&(kind, id.to_owned())).copied()
    }
}

/// The notes of a part; the lines that separate them from the text are written there as well.
pub fn written<'t>(tree: &'t Tree<'_>) -> impl Iterator<Item = Node<'t>> {
    let notes = tree.root().into_iter().flat_map(Node::children);
    notes.filter(|note| matches!(note.attribute("type").as_deref(), None | Some("normal")))
}
