//! Links documents: a site of which only texts and states changed is not linked from nothing.

use std::sync::Arc;

use super::dress::Dress;
use crate::config::Config;
use crate::diagnostic::Noted;
use crate::kind::Document;
use crate::site::{self, Parts, Site};

/// The site of the last build, and what it was linked from.
pub struct Linked {
    config: Config,
    dress: Arc<Dress>,
    documents: Vec<Arc<Document>>,
    drafts: Vec<String>,
    files_of_drafts: Vec<String>,
    files: Vec<String>,
    noted: Noted<Site>,
}

/// Links a site, from the last one where it can.
pub fn link(parts: Parts<'_>, dress: &Arc<Dress>, kept: Option<&mut Option<Linked>>) -> Noted<Site> {
    let Some(kept) = kept else { return site::link(parts) };
    let known = kept.take().filter(|known| known.is_of(&parts, dress));
    let (config, documents) = (parts.config.clone(), parts.documents.clone());
    let (drafts, files) = (parts.drafts.clone(), parts.files.clone());
    let files_of_drafts = parts.files_of_drafts.clone();
    let noted = match known.and_then(|known| known.rewritten(&parts)) {
        Some(noted) => noted,
        None => site::link(parts),
    };
    let copy = Noted { value: noted.value.clone(), diagnostics: noted.diagnostics.clone() };
    *kept = Some(Linked {
        config,
        dress: Arc::clone(dress),
        documents,
        drafts,
        files_of_drafts,
        files,
        noted: copy,
    });
    noted
}

impl Linked {
    /// Whether it was linked from the same, but for what documents hold.
    fn is_of(&self, parts: &Parts<'_>, dress: &Arc<Dress>) -> bool {
        Arc::ptr_eq(&self.dress, dress)
            && self.config == *parts.config
            && self.drafts == parts.drafts
            && self.files_of_drafts == parts.files_of_drafts
            && self.files == parts.files
            && self.documents.len() == parts.documents.len()
    }

    fn rewritten(self, parts: &Parts<'_>) -> Option<Noted<Site>> {
        let pairs = self.documents.iter().zip(&parts.documents);
        let rewritten: Vec<_> = pairs.filter(|(old, new)| !Arc::ptr_eq(old, new)).collect();
        let Noted { value: site, diagnostics } = self.noted;
        if rewritten.is_empty() {
            return Some(Noted { value: site, diagnostics });
        }
        let site = site.with_rewritten(&rewritten, parts, &diagnostics)?;
        Some(Noted { value: site, diagnostics })
    }
}
