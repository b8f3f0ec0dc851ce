//! Texts of the skeletons that `jalon new` gives, published as they are: their author meant to write over them.

use crate::diagnostic::Problems;
use crate::diagnostic::markdown::MarkdownProblem;
use crate::source::{Source, Span};

/// The sentences that only a skeleton says, in both languages. `tests/starter` holds them against the skeletons.
pub const SENTENCES: &[&str] = &[
    "Remplacez ce titre",
    "Remplacez cet objectif",
    "Remplacez cette action",
    "Remplacez ces lignes par votre",
    "Remplacez par votre mission",
    "Remplacez par ce que vous espérez voir",
    "Remplacez par l’idée qui est revenue",
    "Remplacez par la question posée",
    "Dites ici, en quelques phrases, d’où vient ce plan",
    "Dites ici, en deux ou trois phrases, qui était là",
    "Replace this title",
    "Replace this objective",
    "Replace this action",
    "Replace these lines with your",
    "Replace with your mission",
    "Replace with what you hope to see",
    "Replace with the idea that came up",
    "Replace with the question that was asked",
    "Say here, in a few sentences, where this plan comes from",
    "Say here, in two or three sentences, who was there",
];

/// Whether a text may hold one of them, by how they start: most documents do not.
fn may_hold_one(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b'R', b'D', b'S', bytes)
        .any(|at| matches!(bytes.get(at..at + 4), Some(b"Remp" | b"Repl" | b"Dite" | b"Say ")))
}

/// Tells the first of them in a body, and how many more there are.
pub fn tell(source: &Source, body_start: usize, problems: &mut Problems) {
    let body = source.text.get(body_start..).unwrap_or_default();
    if !may_hold_one(body) {
        return;
    }
    let mut found: Vec<(usize, &str)> = SENTENCES
        .iter()
        .flat_map(|sentence| body.match_indices(sentence))
        .map(|(at, sentence)| (body_start + at, sentence))
        .collect();
    found.sort_unstable();
    if let Some((at, read)) = found.first() {
        let (read, n_more) = ((*read).to_owned(), found.len() - 1);
        let span = Span::new(*at, at + read.len());
        problems.warning(MarkdownProblem::Skeleton { read, n_more }, span);
    }
}
