//! Problems found while a body is read, told once each and in the order of the file.

use std::collections::BTreeSet;

use crate::diagnostic::{Problem, Problems, Severity};
use crate::source::Span;

#[derive(Default)]
pub(super) struct Notes {
    found: Vec<(Span, Severity, Problem)>,
    /// HTML that is written again in a second line is told about once.
    told: BTreeSet<(Span, &'static str)>,
}

impl Notes {
    pub fn error(&mut self, problem: impl Into<Problem>, span: Span) {
        self.note(Severity::Error, problem, span);
    }

    pub fn warning(&mut self, problem: impl Into<Problem>, span: Span) {
        self.note(Severity::Warning, problem, span);
    }

    /// Tells a problem at its first place only.
    pub fn warning_once(&mut self, problem: impl Into<Problem>, span: Span) {
        let problem = problem.into();
        if self.told.insert((Span::default(), problem.code())) {
            self.warning(problem, span);
        }
    }

    pub fn note(&mut self, severity: Severity, problem: impl Into<Problem>, span: Span) {
        let problem = problem.into();
        if self.told.insert((span, problem.code())) {
            self.found.push((span, severity, problem));
        }
    }

    pub fn tell(mut self, problems: &mut Problems) {
        self.found.sort_by_key(|(span, ..)| span.start);
        for (span, severity, problem) in self.found {
            match severity {
                Severity::Error => problems.error(problem, span),
                Severity::Warning => problems.warning(problem, span),
            }
        }
    }
}
