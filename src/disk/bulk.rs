//! How much a site may hold, all files together: all of it is read at once before documents are let go of,
//! what is copied stays in memory to the end, and links between folders could make it endless.

use std::collections::BTreeMap;

use super::error::Refusal;
use crate::diagnostic::Wording;

/// All the files of a site may not have more bytes than this. Hosts refuse such sites.
pub const TOTAL_LIMIT: u64 = 2 << 30;

/// A site may not have more files than this. The largest that we know has some thousands.
pub const MOST_FILES: usize = 100_000;

/// What a site has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    Bytes,
    Files,
}

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Bulk {
    n_files: usize,
    n_bytes: u64,
    /// Files and bytes of each folder of the first two levels: what a person would look into.
    by_folder: BTreeMap<String, (usize, u64)>,
}

impl Bulk {
    /// Counts a file, by its name in the site.
    pub(super) fn add(&mut self, name: &str, n_bytes: u64) {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let end = folder.match_indices('/').nth(1).map_or(folder.len(), |(at, _)| at);
        let (n_files, of_folder) = self.by_folder.entry(folder[..end].to_owned()).or_default();
        *n_files += 1;
        *of_folder += n_bytes;
        self.n_files += 1;
        self.n_bytes += n_bytes;
    }

    pub(super) fn excess(&self) -> Option<Excess> {
        match () {
            () if self.n_bytes > TOTAL_LIMIT => Some(Excess::Bytes),
            () if self.n_files > MOST_FILES => Some(Excess::Files),
            () => None,
        }
    }

    /// The refusal of a site that has too much, with the folder that holds most of it.
    pub(super) fn refusal(&self, excess: Excess) -> Refusal {
        let most = self.by_folder.iter().max_by_key(|(_, (n_files, n_bytes))| match excess {
            Excess::Bytes => *n_bytes,
            Excess::Files => *n_files as u64,
        });
        let folder = most.map_or_else(String::new, |(folder, _)| format!("{folder}/"));
        Refusal::TooMuch { excess, folder }
    }
}

impl Excess {
    pub(super) fn wording(self, folder: &str) -> Wording {
        let wording = match self {
            Excess::Bytes => Wording::new(
                "site-too-large",
                format!(
                    "le site pèse plus de {} Go, tous fichiers ensemble; c’est la limite",
                    TOTAL_LIMIT >> 30
                ),
                format!(
                    "the site weighs more than {} GB, all files together; that is the limit",
                    TOTAL_LIMIT >> 30
                ),
            ),
            Excess::Files => Wording::new(
                "too-many-files",
                "le site compte plus de 100\u{a0}000 fichiers; c’est la limite",
                "the site has more than 100,000 files; that is the limit",
            ),
        };
        wording.help(
            format!(
                "regardez d’abord dans {folder}\u{a0}: déplacez hors du site ce qui n’a pas à être publié"
            ),
            format!("look into {folder} first: move out of the site what need not be published"),
        )
    }
}
