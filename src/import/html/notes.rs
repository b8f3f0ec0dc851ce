//! Footnotes: a sign that leads to another one, which leads back to it.

use std::collections::BTreeMap;

use super::tree::{Element, Tree};

/// The footnotes of a page, by the places of the links at both of their ends.
#[derive(Default)]
pub(super) struct Notes {
    /// The labels of those that are called there.
    calls: BTreeMap<usize, String>,
    /// The labels of those that start there.
    starts: BTreeMap<usize, String>,
}

impl Notes {
    /// Finds the footnotes of a page, whichever program wrote them.
    pub fn of(tree: &Tree) -> Notes {
        // A table of contents leads to titles that lead back to it as well: those have words.
        let is_end = |(at, element): &(usize, &Element)| element.name == "a" && is_sign(&tree.words(*at));
        let ends: Vec<(usize, &str, &str)> = tree
            .elements()
            .filter(is_end)
            .filter_map(|(at, element)| {
                let target = element.attribute("href")?.strip_prefix('#')?;
                Some((at, element.anchor()?, target))
            })
            .collect();
        let by_anchor: BTreeMap<&str, (usize, &str)> =
            ends.iter().map(|(at, anchor, target)| (*anchor, (*at, *target))).collect();
        let mut notes = Notes::default();
        for (call, anchor, target) in &ends {
            match by_anchor.get(target) {
                Some((start, back)) if back == anchor && start > call => {
                    let label = (notes.calls.len() + 1).to_string();
                    notes.calls.insert(*call, label.clone());
                    notes.starts.insert(*start, label);
                }
                Some(_) | None => {}
            }
        }
        notes
    }

    /// The label of the footnote that a link calls.
    pub fn call(&self, at: usize) -> Option<&str> {
        self.calls.get(&at).map(String::as_str)
    }

    /// The label of the footnote that starts with a link.
    pub fn start(&self, at: usize) -> Option<&str> {
        self.starts.get(&at).map(String::as_str)
    }
}

/// Whether words are a number or a sign that calls a footnote: « [1] », « iv », « * ».
fn is_sign(words: &str) -> bool {
    let sign = words.trim_matches(['[', ']', '(', ')', ' ', '\u{a0}']);
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x' | '*' | '†' | '‡');
    !sign.is_empty() && sign.chars().count() <= 5 && sign.chars().all(is_part)
}
