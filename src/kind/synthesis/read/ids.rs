//! Anchors of contributions: made from their first words, never that of anything else.

use std::collections::{BTreeMap, BTreeSet};

use crate::markdown::{self, Body, Piece};

/// How many words, and how many bytes, of a contribution make its anchor.
const N_WORDS: usize = 7;
const LONGEST: usize = 60;

/// The anchors that are taken.
pub struct Ids {
    used: BTreeSet<String>,
    /// The next suffix to try for repeated words.
    next: BTreeMap<String, usize>,
}

impl Ids {
    /// Keeps contributions from the anchors that a body already has, wherever they stand.
    pub fn beside(body: &Body) -> Ids {
        let mut used: BTreeSet<String> = BTreeSet::new();
        for piece in &body.pieces {
            used.extend(piece.html().ids());
            if let Piece::Heading(heading) = piece {
                used.insert(heading.id.clone());
            }
        }
        used.extend(body.footnotes.iter().flat_map(|footnote| footnote.html.ids()));
        Ids { used, next: BTreeMap::new() }
    }

    /// The anchor of a contribution: « Ouvrir la salle le samedi » is `ouvrir-la-salle-le-samedi`.
    pub fn of_contribution(&mut self, words: &str) -> String {
        let first: Vec<&str> = words.split_whitespace().take(N_WORDS).collect();
        let mut slug = markdown::anchor(&first.join(" "));
        if let Some((cut, _)) = slug.char_indices().nth(LONGEST) {
            slug.truncate(slug[..cut].rfind('-').unwrap_or(cut));
        }
        // A heading that says nothing a slug can hold is `section`.
        let slug = if slug.is_empty() { "contribution".to_owned() } else { slug };
        if self.used.insert(slug.clone()) {
            return slug;
        }
        let next = self.next.entry(slug.clone()).or_insert(2);
        loop {
            let candidate = format!("{slug}-{next}");
            *next += 1;
            if self.used.insert(candidate.clone()) {
                return candidate;
            }
        }
    }
}
