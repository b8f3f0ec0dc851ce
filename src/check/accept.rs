//! `accept = ["code:2.1.3", "code"]` in a plan: warnings its author has read and keeps.

use crate::diagnostic::lint::Lint;
use crate::diagnostic::{Diagnostic, Problem, Problems, Severity};
use crate::kind::plan::{Action, Plan};
use crate::lang;
use crate::record::Spanned;
use crate::source::{Source, Span, floor_char_boundary};

/// The codes of the warnings of a plan, and whether each comes and goes with the day.
const CODES: &[(&str, Tied)] = &[
    ("outside-period", Tied::ToWords),
    ("done-before-due", Tied::ToDay),
    ("late-without-news", Tied::ToDay),
    ("entry-to-come", Tied::ToDay),
    ("updated-to-come", Tied::ToDay),
    ("updated-before-plan", Tied::ToWords),
    ("stale-follow-up", Tied::ToDay),
    ("status-as-action", Tied::ToWords),
    ("postponed-without-status", Tied::ToWords),
    ("same-action-twice", Tied::ToWords),
    ("near-previous", Tied::ToWords),
    ("near-tags", Tied::ToWords),
    ("nobody-responsible", Tied::ToWords),
    ("empty-orientation", Tied::ToWords),
    ("missing-number", Tied::ToWords),
    ("bold-without-bold", Tied::ToWords),
    ("numbers-by-position", Tied::ToWords),
    ("plan-ahead-of-log", Tied::ToWords),
    ("near-status", Tied::ToWords),
    ("words-for-no-status", Tied::ToWords),
    ("unknown-percent", Tied::ToWords),
    ("unknown-timeframe", Tied::ToWords),
    ("year-unknown", Tied::ToWords),
    ("glued-timeframe", Tied::ToWords),
    ("years-with-gaps", Tied::ToWords),
    ("status-as-timeframe", Tied::ToWords),
    ("number-twice", Tied::ToWords),
    ("no-orientation", Tied::ToWords),
    ("no-action", Tied::ToWords),
    ("unknown-acronym", Tied::ToWords),
    ("unused-acronym", Tied::ToWords),
    ("acronym-twice", Tied::ToWords),
    ("acronym-without-meaning", Tied::ToWords),
];

/// What a warning depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tied {
    ToWords,
    /// Silent today, it may be needed tomorrow: accepting it is never called useless.
    ToDay,
}

/// An entry of `accept` in its parts.
struct Accepted<'a> {
    entry: &'a Spanned<String>,
    code: &'static str,
    tied: Tied,
    number: Option<&'a str>,
    n_silenced: usize,
}

/// Takes the warnings that a plan accepts out of those of its document. Errors always stay.
pub fn apply(source: &Source, plan: &Plan, diagnostics: &mut Vec<Diagnostic>) {
    let mut problems = Problems::in_file(&source.path);
    let mut accepted: Vec<Accepted<'_>> =
        plan.accept.iter().filter_map(|entry| parts(entry, &mut problems)).collect();
    diagnostics.retain(|diagnostic| {
        if diagnostic.path != source.path || diagnostic.severity != Severity::Warning {
            return true;
        }
        let code = diagnostic.problem.code();
        let silences = |it: &&mut Accepted<'_>| {
            it.code == code && it.number.is_none_or(|number| concerns(source, plan, diagnostic, number))
        };
        match accepted.iter_mut().find(silences) {
            Some(found) => {
                found.n_silenced += 1;
                false
            }
            None => true,
        }
    });
    for Accepted { entry, code: _, tied, number: _, n_silenced } in accepted {
        if n_silenced == 0 && tied == Tied::ToWords {
            problems.warning(Lint::UnusedAccept { written: entry.value.clone() }, entry.span);
        }
    }
    diagnostics.extend(problems.into_diagnostics());
}

fn parts<'a>(entry: &'a Spanned<String>, problems: &mut Problems) -> Option<Accepted<'a>> {
    let (code, number) = match entry.value.split_once(':') {
        Some((code, number)) => (code.trim(), Some(number.trim())),
        None => (entry.value.trim(), None),
    };
    let found = CODES.iter().find(|(known, _)| *known == code);
    if found.is_none() {
        let nearest = lang::nearest(code, CODES.iter().map(|(known, _)| *known));
        let nearest = nearest.map(|near| number.map_or(near.to_owned(), |number| format!("{near}:{number}")));
        problems.warning(Lint::UnknownAccept { written: entry.value.clone(), nearest }, entry.span);
    }
    found.map(|(code, tied)| Accepted { entry, code, tied: *tied, number, n_silenced: 0 })
}

/// Whether a warning is about what has this number: it says so, or stands where that is written.
fn concerns(source: &Source, plan: &Plan, diagnostic: &Diagnostic, number: &str) -> bool {
    if let Problem::Lint(lint) = &diagnostic.problem
        && let Some(own) = lint.number()
    {
        return own == number;
    }
    diagnostic.span.is_some_and(|span| numbers_at(source, plan, span).contains(&number))
}

/// The numbers of the actions of a line, else of the last action before it: a field in a list
/// stands under its action.
fn numbers_at<'p>(source: &Source, plan: &'p Plan, span: Span) -> Vec<&'p str> {
    let text = &source.text;
    let at = floor_char_boundary(text, span.start);
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    let is_here = |action: &&Action| (start..end).contains(&action.span.start);
    let on_line: Vec<&str> = plan.actions().filter(is_here).map(|action| action.number.as_str()).collect();
    if !on_line.is_empty() {
        return on_line;
    }
    let before = plan.actions().filter(|action| action.span.start <= span.start);
    before.max_by_key(|action| action.span.start).map(|action| action.number.as_str()).into_iter().collect()
}
