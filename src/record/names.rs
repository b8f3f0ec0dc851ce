//! Names that an author gives, told apart by their letters alone.

use std::collections::BTreeMap;

use crate::diagnostic::Problems;
use crate::diagnostic::record::RecordProblem;
use crate::lang::fold;
use crate::source::Span;

/// The names met so far, folded, each as it was first written.
#[derive(Debug, Default)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// Tells a name that was already given: who reads it finds the other one.
    pub fn tell(&mut self, name: &str, span: Span, problems: &mut Problems) {
        match self.0.get(&fold(name)) {
            Some(first) => {
                let (read, first) = (name.to_owned(), first.clone());
                problems.error(RecordProblem::SameName { read, first }, span);
            }
            None => _ = self.0.insert(fold(name), name.to_owned()),
        }
    }
}
