//! Drafts, set aside from what is published.

use std::sync::Arc;

use super::Drafts;
use crate::config::Config;
use crate::document_path::Parts;
use crate::kind::Document;

/// Documents, once the drafts are apart.
pub struct Apart {
    pub published: Vec<Arc<Document>>,
    /// The paths of those left out.
    pub left_out: Vec<String>,
    /// The folders of the sections that are drafts, with a final `/`: nothing in them is published, as in Zola.
    folders: Vec<String>,
}

/// Separates drafts, and what stands in a section that is one, from what is published.
pub fn set_aside(documents: Vec<Arc<Document>>, drafts: Drafts, config: &Config) -> Apart {
    if drafts == Drafts::Included {
        return Apart { published: documents, left_out: Vec::new(), folders: Vec::new() };
    }
    let of_drafts = documents.iter().filter(|document| document.header.draft);
    let folders: Vec<String> = of_drafts.filter_map(|document| folder_of_section(document, config)).collect();
    let is_hidden = |path: &str| folders.iter().any(|folder| path.starts_with(folder));
    let (left_out, published): (Vec<Arc<Document>>, Vec<Arc<Document>>) =
        documents.into_iter().partition(|it| it.header.draft || is_hidden(&it.path));
    let left_out = left_out.iter().map(|draft| draft.path.clone()).collect();
    Apart { published, left_out, folders }
}

impl Apart {
    /// Whether a file stands in a section that is a draft.
    pub fn hides(&self, path: &str) -> bool {
        self.folders.iter().any(|folder| path.starts_with(folder))
    }
}

/// The folder that a draft hides as a section. Its translation only lacks its words: `plans/_index.en.md` may be
/// a draft while plans are already in English. A home page still to be written hides no other.
fn folder_of_section(document: &Document, config: &Config) -> Option<String> {
    let Parts { folder, name } = Parts::of(&document.path, &document.language);
    let is_section = name == "_index" && document.language == config.default_language;
    (is_section && folder != "content").then(|| format!("{folder}/"))
}
