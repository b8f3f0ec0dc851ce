//! Contributions: the items of a list, with how many times each was said.

use super::Reader;
use crate::diagnostic::synthesis::SynthesisProblem;
use crate::kind::synthesis::Contribution;
use crate::kind::synthesis::mention::{self, Counted, Place};
use crate::markdown::{Html, Item, Line};
use crate::source::Span;

impl Reader<'_> {
    /// The contributions of a list; items that say nothing are told and left out.
    pub fn contributions(&mut self, items: &[Item]) -> Vec<Contribution> {
        let mut said = Vec::new();
        for item in items {
            let Item { line, task, items: nested, rest, span } = item;
            let details = rest.as_ref().map(|rest| rest.html.clone()).unwrap_or_default();
            if task.is_some() {
                self.problems.warning(SynthesisProblem::Box { read: line.plain.clone() }, line.span);
            }
            if line.html.is_empty() && details.is_empty() {
                self.problems.warning(SynthesisProblem::EmptyItem, *span);
                // What is nested under nothing stands for itself.
                said.extend(self.contributions(nested));
                continue;
            }
            // A quotation is an idea like any other: it is known by its words, and shown as it stands.
            let line = match line.plain.is_empty() {
                true => Line { plain: details.plain(), ..line.clone() },
                false => line.clone(),
            };
            let contribution = self.contribution(line, *span);
            let items = self.contributions(nested);
            said.push(Contribution { items, details, ..contribution });
        }
        said
    }

    /// A contribution of one line.
    pub fn contribution(&mut self, line: Line, span: Span) -> Contribution {
        let Counted { line, mentions, place } = mention::take(line);
        if let (Place::Middle, Some(n_mentions)) = (place, mentions) {
            let problem = SynthesisProblem::GluedIdeas { read: line.plain.clone(), n_mentions };
            self.problems.warning(problem, line.span);
        }
        let id = self.ids.of_contribution(&line.plain);
        Contribution { id, line, mentions, items: Vec::new(), details: Html::default(), span }
    }
}
