//! A site linked again, when all that changed is what articles say and the states of actions: addresses, lists and
//! tags stand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::order::Ranking;
use super::stands::stands_as;
use super::trail::sayings;
use super::{Entry, Parts, Settled, Site, glossary, succession, trail};
use crate::diagnostic::{Diagnostic, Severity};
use crate::filled::Filled;
use crate::kind::plan::Plan;
use crate::kind::{Body, Document};
use crate::words::Words;

/// A document, and what it has become.
pub type Rewritten<'a> = (&'a Arc<Document>, &'a Arc<Document>);

impl Site {
    /// The site with the new form of some documents; none when it must be linked from nothing.
    ///
    /// All but the documents is what it was linked with. What was told then still holds: nothing was, of these
    /// documents.
    pub fn with_rewritten(
        &self,
        rewritten: &[Rewritten<'_>],
        parts: &Parts<'_>,
        told: &[Diagnostic],
    ) -> Option<Site> {
        // What is wrong in a file may be told with the words of another; a site with errors is not shown, and
        // who mends it can wait for a whole one.
        let has_errors = told.iter().any(|it| it.severity == Severity::Error);
        if has_errors || !rewritten.iter().all(|pair| self.stands(pair, parts, told)) {
            return None;
        }
        let words = parts.words;
        let (entries, renamed) = self.entries_with(rewritten);
        if !renamed.iter().all(|at| self.keeps_rank(*at, &entries, words)) {
            return None;
        }
        let says_the_same = rewritten.iter().all(|(old, new)| old.glossary == new.glossary);
        let glossaries = match says_the_same {
            true => Arc::clone(&self.glossaries),
            false => Arc::new(glossary::of_site(&entries, words)),
        };
        let same_languages = glossaries.keys().eq(self.glossaries.keys());
        let pairs = glossaries.values().zip(self.glossaries.values());
        // What acronyms mean has a part in addresses and in links.
        let marks_as = says_the_same || pairs.into_iter().all(|(new, old)| new.marks_as(old));
        if !same_languages || !marks_as {
            return None;
        }
        let anchors = vec![OnceLock::new(); entries.len()];
        let settled: &Settled = self;
        let site = Site::of(Settled {
            entries,
            glossaries,
            trail: Arc::clone(&settled.trail),
            ways: settled.ways.clone(),
            anchors,
            laid: Arc::clone(&settled.laid),
        });
        site.followed(self, rewritten)
    }

    /// Whether a document stands where it stood, and nothing was told of it that may have moved.
    fn stands(&self, (old, new): &Rewritten<'_>, parts: &Parts<'_>, told: &[Diagnostic]) -> bool {
        let Some(at) = self.by_source.get(&old.path) else { return false };
        let files = |plan: &Plan| (parts.plan_files)(parts.config, plan);
        // A header that moved moves what was told of it; what is told of a plan is told of its body.
        let is_told = || told.iter().any(|it| it.path == old.path);
        let moves = old.header != new.header || matches!(new.body, Body::Plan(_));
        stands_as(&self.entries[*at], old, new, &files) && !(moves && is_told())
    }

    /// The links of what was rewritten, followed; none when they lay the site anew.
    fn followed(self, before: &Site, rewritten: &[Rewritten<'_>]) -> Option<Site> {
        let has_plans = rewritten.iter().any(|(_, new)| matches!(new.body, Body::Plan(_)));
        if has_plans && succession::of_site(&self, &mut Vec::new()) != before.successions {
            return None;
        }
        // The links of texts are what trails are made of, and nothing else of an article or of a plan that stands
        // is in them. What a trail tells is of syntheses, told before.
        let leads_as = |(old, new): &Rewritten<'_>| sayings::of_document(old) == sayings::of_document(new);
        let trail = match rewritten.iter().all(leads_as) {
            true => None,
            false => Some(trail::of_site(&self, &mut Vec::new())).filter(|trail| *trail != *before.trail),
        };
        if trail.is_none() && !has_plans {
            return Some(self);
        }
        let site = match trail {
            Some(trail) => self.with(|settled| settled.trail = Arc::new(trail)),
            None => self,
        };
        let ways = site.ways_to_rows().collect();
        Some(site.with(|settled| settled.ways = ways))
    }

    /// The entries with the new form of some documents, and those that have another title.
    fn entries_with(&self, rewritten: &[Rewritten<'_>]) -> (Vec<Entry>, BTreeSet<usize>) {
        let by_path: BTreeMap<&str, &Arc<Document>> =
            rewritten.iter().map(|(old, new)| (old.path.as_str(), *new)).filled();
        let mut entries = self.entries.clone();
        let mut renamed = BTreeSet::new();
        for (at, entry) in entries.iter_mut().enumerate() {
            if let Some(document) = &mut entry.document
                && let Some(new) = by_path.get(document.path.as_str())
            {
                *document = Arc::clone(new);
                if entry.title != new.title {
                    entry.title.clone_from(&new.title);
                    renamed.insert(at);
                }
            }
        }
        (entries, renamed)
    }

    /// Whether an entry stands where it stood in every list, under its new title.
    fn keeps_rank(&self, at: usize, entries: &[Entry], words: &BTreeMap<String, Words>) -> bool {
        let ranking = Ranking { entries, words };
        let parent = entries[at].parent.map(|parent| &entries[parent]);
        let mut tags = self.index.around(at).tags.iter().map(|tag| &self.tags[*tag].entries);
        parent.is_none_or(|parent| ranking.keeps_in_section(at, parent))
            && tags.all(|tagged| ranking.keeps_among_tagged(at, tagged))
    }
}
