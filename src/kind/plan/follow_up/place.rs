//! Which file is the log of which plan: `suivi.csv` beside `index.md`, `2025.suivi.csv` beside `2025.md`.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::follow_up::{FollowUpFault, FollowUpProblem};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document_path;
use crate::filled::Filled;
use crate::lang::{self, Lang};

/// The names of a log, folded.
const NAMES: &[&str] = &["suivi", "follow-up", "followup"];

/// The formats that are read.
const READ: &[&str] = &["csv", "xlsx", "ods"];

/// The formats in which a log may be left behind by mistake.
const NOT_READ: &[&str] = &["xls", "xlsm", "xlsb", "tsv", "numbers", "fods", "txt"];

/// The logs among the files of a site, by the place that they and their plan share.
#[derive(Debug, Default)]
pub struct Logs {
    by_place: BTreeMap<String, Vec<String>>,
    others: BTreeMap<String, Vec<String>>,
}

impl Logs {
    /// Finds what bears the name of a log in `content/`.
    pub fn among<'a>(paths: impl Iterator<Item = &'a String>) -> Logs {
        let mut logs = Logs::default();
        for path in paths.filter(|path| path.starts_with("content/")) {
            let Some((stem, extension)) = path.rsplit_once('.') else { continue };
            // Most files are documents, and a name costs more to compare than an extension.
            let is_one_of = |known: &[&str]| known.iter().any(|it| extension.eq_ignore_ascii_case(it));
            let of_format = match (is_one_of(READ), is_one_of(NOT_READ)) {
                (true, _) => &mut logs.by_place,
                (false, true) => &mut logs.others,
                (false, false) => continue,
            };
            let Some(place) = place_of_log(stem) else { continue };
            of_format.entry(place).or_default().push(path.clone());
        }
        logs
    }

    /// The log of the plan at a path; when there are two, neither is, and that is an error.
    pub fn of_plan(&self, path: &str, language: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<&str> {
        let place = of_document(path, language);
        for other in self.others.get(&place).into_iter().flatten() {
            let extension = other.rsplit('.').next().unwrap_or_default().to_owned();
            diagnostics.push(of_file(Severity::Warning, other, FollowUpFault::OtherFormat { extension }));
        }
        match self.by_place.get(&place).map(Vec::as_slice) {
            Some([log]) => Some(log),
            Some([one, other, ..]) => {
                let (one, name) = (file_name(one), file_name(other));
                let fault = FollowUpFault::TwoLogs { one: one.to_owned(), other: name.to_owned() };
                diagnostics.push(of_file(Severity::Error, other, fault));
                None
            }
            Some([]) | None => None,
        }
    }

    /// The logs that are read.
    pub fn paths(&self) -> impl Iterator<Item = &String> {
        self.by_place.values().flatten()
    }

    /// The logs that belong to these plans, given by path and language: what they say is published,
    /// not the files. The others may be in the wrong place, which is worth a warning.
    pub fn settle(
        &self,
        plans: &BTreeSet<(String, String)>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> BTreeSet<String> {
        let places: BTreeSet<String> =
            plans.iter().map(|(path, language)| of_document(path, language)).filled();
        let mut taken = BTreeSet::new();
        for (place, logs) in &self.by_place {
            if places.contains(place) {
                taken.extend(logs.iter().cloned());
            } else {
                diagnostics
                    .extend(logs.iter().map(|log| of_file(Severity::Warning, log, FollowUpFault::NoPlan)));
            }
        }
        taken
    }
}

fn of_file(severity: Severity, path: &str, fault: FollowUpFault) -> Diagnostic {
    let problem = FollowUpProblem { cell: None, fault }.into();
    Diagnostic { severity, problem, path: path.to_owned(), span: None }
}

/// The name under which a workbook is the log of a plan: that of the log it replaces, in its own format,
/// else the one that a language has for it. The plan is named by its path, without its language.
pub fn workbook(plan: &str, log: Option<&str>, lang: Lang) -> String {
    if let Some((stem, _)) = log.and_then(|log| file_name(log).rsplit_once('.')) {
        return format!("{stem}.xlsx");
    }
    let name = match lang {
        Lang::Fr => "suivi",
        Lang::En => "follow-up",
    };
    match file_name(&of_document(plan, "")) {
        "" => format!("{name}.xlsx"),
        stem => format!("{stem}.{name}.xlsx"),
    }
}

/// A path without its folder.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Whether a word, on a tab or in a file's name, says that it is a log.
pub fn is_name_of_log(word: &str) -> bool {
    NAMES.contains(&lang::fold(word).replace([' ', '_'], "-").as_str())
}

/// The place of a file that bears the name of a log, whatever its format.
pub(super) fn of_log(path: &str) -> Option<String> {
    place_of_log(path.rsplit_once('.')?.0)
}

/// `content/plans/2025/suivi` stands in `content/plans/2025/`, `content/plans/2025.suivi` at
/// `content/plans/2025`.
fn place_of_log(stem: &str) -> Option<String> {
    let (folder, name) = stem.rsplit_once('/')?;
    if is_name_of_log(name) {
        return Some(format!("{folder}/"));
    }
    let (document, name) = name.rsplit_once('.')?;
    is_name_of_log(name).then(|| format!("{folder}/{document}"))
}

/// The place of the log of the plan at a path.
pub(super) fn of_document(path: &str, language: &str) -> String {
    let stem = document_path::without_language(path, language);
    match stem.rsplit_once('/') {
        Some((folder, "index" | "_index")) => format!("{folder}/"),
        Some(_) | None => stem.to_owned(),
    }
}
