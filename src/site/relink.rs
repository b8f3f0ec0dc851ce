//! A site linked again, when all that changed is the text of articles: addresses, lists and tags stand.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::changes::are_alike;
use super::{Settled, Site, glossary, trail};
use crate::kind::Document;
use crate::words::Words;

/// A document, and what it has become.
pub type Rewritten<'a> = (&'a Arc<Document>, &'a Arc<Document>);

impl Site {
    /// The site with the new form of some documents; none when more than their text changed.
    ///
    /// The words are those it was linked with. What was told when it was linked still holds.
    pub fn with_texts(&self, rewritten: &[Rewritten<'_>], words: &BTreeMap<String, Words>) -> Option<Site> {
        if !rewritten.iter().all(|(old, new)| are_alike(Some(old), Some(new))) {
            return None;
        }
        let by_path: BTreeMap<&str, &Arc<Document>> =
            rewritten.iter().map(|(old, new)| (old.path.as_str(), *new)).collect();
        let mut entries = self.entries.clone();
        for entry in &mut entries {
            if let Some(document) = &mut entry.document
                && let Some(new) = by_path.get(document.path.as_str())
            {
                *document = Arc::clone(new);
            }
        }
        let says_the_same = rewritten.iter().all(|(old, new)| old.glossary == new.glossary);
        let glossaries = match says_the_same {
            true => self.glossaries.clone(),
            false => glossary::of_site(&entries, words),
        };
        let same_languages = glossaries.keys().eq(self.glossaries.keys());
        let pairs = glossaries.values().zip(self.glossaries.values());
        // What acronyms mean has a part in addresses and in links.
        if !same_languages || !pairs.into_iter().all(|(new, old)| new.marks_as(old)) {
            return None;
        }
        let anchors = vec![OnceLock::new(); entries.len()];
        let settled: &Settled = self;
        let site = Site::of(Settled {
            entries,
            glossaries,
            trail: trail::Trail::default(),
            ways: settled.ways.clone(),
            anchors,
            laid: Arc::clone(&settled.laid),
        });
        // Links of the texts are what trails are made of. What it tells is of syntheses, told before.
        let trail = trail::of_site(&site, &mut Vec::new());
        if trail == settled.trail {
            return Some(site.with(|settled| settled.trail = trail));
        }
        let site = site.with(|settled| settled.trail = trail);
        let ways = site.ways_to_rows().collect();
        Some(site.with(|settled| settled.ways = ways))
    }
}
