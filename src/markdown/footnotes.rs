//! Footnotes: what was called, what was written, and in which order they are shown.

use std::collections::{BTreeMap, BTreeSet};

use super::notes::Notes;
use super::{Filling, Footnote, Html};
use crate::diagnostic::markdown::MarkdownProblem;
use crate::lang;
use crate::source::{Span, line_and_column};

/// How many labels are compared in search of the one that was meant.
const MOST_COMPARED: usize = 200;

#[derive(Default)]
pub(super) struct Footnotes {
    /// The first spelling of each label: labels are the same whatever their case.
    labels: BTreeMap<String, String>,
    /// Labels called outside footnotes, in order.
    called: Vec<String>,
    written: BTreeMap<String, (Html, Span)>,
    /// Calls of footnotes that are not written.
    unknown: Vec<(String, Span)>,
}

impl Footnotes {
    /// The label as it was first spelled.
    pub fn label(&mut self, label: &str) -> String {
        self.labels.entry(label.to_lowercase()).or_insert_with(|| label.to_owned()).clone()
    }

    pub fn call(&mut self, label: String) {
        self.called.push(label);
    }

    pub fn call_unknown(&mut self, label: &str, span: Span) {
        self.unknown.push((label.to_owned(), span));
    }

    pub fn write(&mut self, label: String, html: Html, span: Span, source: &str, notes: &mut Notes) {
        match self.written.get(&label) {
            Some((_, first)) => {
                let first_line = line_and_column(source, first.start).0;
                notes.warning(MarkdownProblem::DuplicateFootnote { label, first_line }, span);
            }
            None => {
                self.written.insert(label, (html, span));
            }
        }
    }

    /// The footnotes in the order of their first call; those called only by a footnote follow
    /// all that the text calls.
    pub fn in_order(mut self, notes: &mut Notes) -> Vec<Footnote> {
        let mut known: Vec<&str> = self.written.keys().map(String::as_str).collect();
        known.truncate(MOST_COMPARED);
        let mut nearest: BTreeMap<&str, Option<&str>> = BTreeMap::new();
        for (label, span) in &self.unknown {
            let is_new = nearest.len() < MOST_COMPARED || nearest.contains_key(label.as_str());
            let nearest = if is_new {
                *nearest.entry(label).or_insert_with(|| lang::nearest(label, known.iter().copied()))
            } else {
                None
            };
            let nearest = nearest.map(str::to_owned);
            notes.warning(MarkdownProblem::UnknownFootnote { label: label.clone(), nearest }, *span);
        }
        let mut queue = self.called;
        let mut seen = BTreeSet::new();
        let mut footnotes = Vec::new();
        let mut at = 0;
        while at < queue.len() {
            let label = queue[at].clone();
            at += 1;
            if !seen.insert(label.clone()) {
                continue;
            }
            let Some((html, _)) = self.written.remove(&label) else { continue };
            queue.extend(html.holes().iter().filter_map(|hole| match &hole.what {
                Filling::FootnoteCall(label) => Some(label.clone()),
                Filling::Link(_)
                | Filling::Image(_)
                | Filling::Word(_)
                | Filling::Title
                | Filling::Shortcode(_) => None,
            }));
            footnotes.push(Footnote { label, html });
        }
        for (label, (_, span)) in self.written {
            notes.warning(MarkdownProblem::UnusedFootnote { label }, span);
        }
        footnotes
    }
}
