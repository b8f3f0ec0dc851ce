//! One more action in a plan that is there: a row in the table it belongs to, and not a byte elsewhere.

mod choose;
pub mod line;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::document::settings;
use super::fault::Fault;
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::kind::plan::{Action, Objective, Plan};
use crate::kind::{self, Body};
use crate::lang;
use crate::source::Source;
use choose::Found;
use line::Form;

/// A title that is read as it is written: where it can be added, what keeps another out is its words.
const PLAIN_TITLE: &str = "Action";

/// What was asked of a new action.
#[derive(Debug, Clone)]
pub struct Wish {
    pub title: String,
    /// The title of a plan, its folder, or a part of either; none where there is only one.
    pub plan: Option<String>,
    /// The number of an orientation or of an objective; none where there is only one.
    pub under: Option<String>,
}

/// A plan with its new action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The path of the plan, from the root of the site.
    pub path: String,
    pub bytes: Vec<u8>,
    pub number: String,
    pub form: Form,
    /// Where the action was written, counted from 1.
    pub line: usize,
}

/// The plan with the action asked for.
///
/// Every action it had keeps its number, its anchor and its words, or nothing is added.
pub fn add(wish: &Wish, files: &BTreeMap<String, Arc<[u8]>>) -> Result<Added, Fault> {
    let title = lang::on_one_line(&wish.title);
    if !title.contains(char::is_alphanumeric) {
        return Err(Fault::NoLetter { title });
    }
    let config = settings(files);
    let Found { source, plan } = choose::plan(wish.plan.as_deref(), files, &config)?;
    let objective = choose::objective(wish.under.as_deref(), &plan)?;
    let Some(last) = objective.actions().last() else {
        let place = objective.number.clone();
        return Err(Fault::NoRowBeside { path: source.path, place });
    };
    let number = next_number(objective, &plan);
    let (path, beside) = (source.path.clone(), last.number.clone());
    let trial = |title: &str| {
        let written = line::Written { title, number: number.as_deref() };
        let line = line::beside(&source.text, last, &written)?;
        let text = format!("{}{}{}", &source.text[..line.at], line.text, &source.text[line.at..]);
        let number = verified(&text, &source, (&plan, title), &config);
        Some((line, text, number))
    };
    let Some((line, text, verified)) = trial(&title) else {
        return Err(Fault::OtherForm { path, beside, title });
    };
    if line::numbered(last).is_some() && number.is_none() {
        return Err(Fault::NoNextNumber { path, beside, row: line.shown() });
    }
    let Some(number) = verified else {
        let is_title = trial(PLAIN_TITLE).is_some_and(|(_, _, verified)| verified.is_some());
        let row = line.shown();
        return Err(if is_title {
            Fault::TitleReadOtherwise { title }
        } else {
            Fault::NotSafe { path, beside, row }
        });
    };
    let before = text[..line.at].matches('\n').count();
    let bytes = &files[&source.path];
    // What stands before the text is the mark that some editors put there.
    let start = &bytes[..bytes.len() - source.text.len()];
    let bytes = [start, text.as_bytes()].concat();
    let form = line.form;
    Ok(Added { path: source.path, bytes, number, form, line: before + line.n_before + 1 })
}

/// The number that follows those an author wrote in an objective; none where none is written.
fn next_number(objective: &Objective, plan: &Plan) -> Option<String> {
    let last = line::numbered(objective.actions().last()?)?;
    let stem = last.trim_end_matches(|c: char| c.is_ascii_digit());
    let numbers = objective.actions().filter_map(|action| action.number.strip_prefix(stem)?.parse().ok());
    let highest: u32 = numbers.max()?;
    // A number that was left still leads to its action.
    let has = |action: &Action, number: &String| {
        action.number == *number || action.id == *number || action.former.iter().any(|it| it.value == *number)
    };
    let is_free = |number: &String| !plan.actions().any(|action| has(action, number));
    (highest.saturating_add(1)..=u32::MAX).map(|n| format!("{stem}{n}")).find(is_free)
}

/// The number of the new action, when reading the plan again finds it and every other one as it was.
fn verified(text: &str, source: &Source, (plan, title): (&Plan, &str), config: &Config) -> Option<String> {
    let changed = Source::new(source.path.clone(), text);
    let read = |source: &Source| kind::read(source, &config.default_language, config);
    let (before, after) = (read(source), read(&changed));
    let Body::Plan(after_plan) = &after.value.body else { return None };
    let n_errors = |noted: &[_]| noted.iter().filter(|it| is_error(it)).count();
    if n_errors(&after.diagnostics) > n_errors(&before.diagnostics) {
        return None;
    }
    let kept: Vec<&Action> = plan.actions().collect();
    let all: Vec<&Action> = after_plan.actions().collect();
    let at = kept.iter().zip(&all).position(|(old, new)| !is_same(old, new)).unwrap_or(kept.len());
    let added = all.get(at)?;
    let others = all.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, action)| action);
    let is_whole = all.len() == kept.len() + 1 && kept.iter().zip(others).all(|(old, new)| is_same(old, new));
    let has_words = added.title.plain.contains(title.split(' ').next()?.trim_matches(['*', '_', '`', '[']));
    (is_whole && has_words).then(|| added.number.clone())
}

fn is_error(diagnostic: &crate::diagnostic::Diagnostic) -> bool {
    diagnostic.severity == Severity::Error
}

/// Whether an action is what it was, wherever it stands now.
fn is_same(old: &Action, new: &Action) -> bool {
    (&old.number, &old.id, &old.title.plain, &old.status, &old.fields.len())
        == (&new.number, &new.id, &new.title.plain, &new.status, &new.fields.len())
}
