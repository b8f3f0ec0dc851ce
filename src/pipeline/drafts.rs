//! Drafts, set aside from what is published.

use std::collections::BTreeMap;
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
    sections: Vec<String>,
    /// The folders that keep files beside documents, and whether these are drafts; empty without drafts.
    owners: BTreeMap<String, bool>,
}

/// Separates drafts, and what stands in a section that is one, from what is published.
pub fn set_aside(documents: Vec<Arc<Document>>, drafts: Drafts, config: &Config) -> Apart {
    if drafts == Drafts::Included {
        return Apart {
            published: documents,
            left_out: Vec::new(),
            sections: Vec::new(),
            owners: BTreeMap::new(),
        };
    }
    let of_drafts = documents.iter().filter(|document| document.header.draft);
    let sections: Vec<String> =
        of_drafts.filter_map(|document| folder_of_section(document, config)).collect();
    let is_hidden = |path: &str| sections.iter().any(|folder| path.starts_with(folder));
    let (left_out, published): (Vec<Arc<Document>>, Vec<Arc<Document>>) =
        documents.into_iter().partition(|it| it.header.draft || is_hidden(&it.path));
    let owners = if left_out.is_empty() { BTreeMap::new() } else { owners(&published, &left_out) };
    let left_out = left_out.iter().map(|draft| draft.path.clone()).collect();
    Apart { published, left_out, sections, owners }
}

/// The folders with documents, and whether they are those of drafts: the ones with an `index.md`, in whatever
/// language, that is not published in any. A folder inside, with documents of its own, is not.
fn owners(published: &[Arc<Document>], left_out: &[Arc<Document>]) -> BTreeMap<String, bool> {
    let folders = |documents: &[Arc<Document>], is: fn(&str) -> bool, is_of_drafts: bool| {
        let parts = documents.iter().map(|document| Parts::of(&document.path, &document.language));
        let owning = parts.filter(|parts| parts.folder != "content" && is(parts.name));
        owning.map(|parts| (parts.folder.to_owned(), is_of_drafts)).collect::<Vec<_>>()
    };
    let is_bundle = |name: &str| name == "index";
    // The last word on a folder is that of its own `index.md`.
    let in_turn = [
        folders(published, |_| true, false),
        folders(left_out, is_bundle, true),
        folders(published, is_bundle, false),
    ];
    in_turn.into_iter().flatten().collect()
}

impl Apart {
    /// Whether a file stands in a section that is a draft, or beside a document that is one, in its own folder
    /// or below: what is not published yet has nothing to show of what goes with it.
    pub fn hides(&self, path: &str) -> bool {
        let folders = path.rmatch_indices('/').map(|(end, _)| &path[..end]);
        let is_beside_draft = || folders.filter_map(|folder| self.owners.get(folder)).next() == Some(&true);
        self.sections.iter().any(|folder| path.starts_with(folder))
            || (!self.owners.is_empty() && is_beside_draft())
    }
}

/// The folder that a draft hides as a section. Its translation only lacks its words: `plans/_index.en.md` may be
/// a draft while plans are already in English. A home page still to be written hides no other.
fn folder_of_section(document: &Document, config: &Config) -> Option<String> {
    let Parts { folder, name } = Parts::of(&document.path, &document.language);
    let is_section = name == "_index" && document.language == config.default_language;
    (is_section && folder != "content").then(|| format!("{folder}/"))
}
