//! Templates → one compiled set, in which every name that is called exists.

use std::collections::BTreeSet;

use tera::Tera;

use super::asked;
use super::given;
use super::layers::{Files, Origin, TextFile};
use super::named;
use super::trouble::{self, Fault};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::theme::{TemplateWord, ThemeProblem};

/// Compiles the templates in use. Files that cannot be used are reported and left out of `files`.
pub(super) fn compile(files: &mut Files, diagnostics: &mut Vec<Diagnostic>) -> Tera {
    let mut left_out = leave_out_unreadable(files, diagnostics);
    loop {
        // Whoever asks for words later finds them read.
        let (compiled, ()) = rayon::join(|| all(files), || files.read_words());
        let error = match compiled {
            Ok(tera) => return tera,
            Err(error) => error,
        };
        let faults: Vec<Fault> =
            trouble::of_build(&error, files).into_iter().map(|fault| blame_overlay(fault, files)).collect();
        let mut lost = BTreeSet::new();
        for fault in &faults {
            // A file that replaces a component used in ten places is told of it once.
            let is_new = if let ThemeProblem::Lost { name, .. } = &fault.problem {
                lost.insert((&fault.template, name))
            } else {
                !follows_from(&fault.problem, &left_out)
            };
            if is_new {
                diagnostics.push(files.diagnose(fault.clone()));
            }
        }
        let n_before = left_out.len();
        left_out.extend(faults.iter().filter_map(|fault| leave_out(&fault.template, files)));
        if left_out.len() == n_before {
            // The fault shows in a file of ours: only the overlays together can be its cause.
            let names: Vec<String> = files.template_names().map(str::to_owned).collect();
            left_out.extend(names.iter().filter_map(|name| leave_out(name, files)));
            assert!(left_out.len() > n_before, "the default theme alone compiles: {error}");
        }
    }
}

fn all(files: &Files) -> tera::TeraResult<Tera> {
    let mut tera = Tera::default();
    tera.add_raw_templates(files.templates().map(|(name, file)| (name, &*file.source.text)))?;
    Ok(tera)
}

/// Each template read alone, used or not: a fault of one must not hide those of the others.
fn leave_out_unreadable(files: &mut Files, diagnostics: &mut Vec<Diagnostic>) -> Vec<(String, TextFile)> {
    let overlays: Vec<String> = files
        .templates()
        .filter(|(_, file)| file.origin == Origin::Overlay)
        .map(|(name, _)| name.to_owned())
        .collect();
    let given = if overlays.is_empty() { None } else { given::keys(files) };
    let given: Option<Vec<&str>> = given.as_ref().map(|keys| keys.iter().map(String::as_str).collect());
    let mut left_out = Vec::new();
    for name in overlays {
        while let Some(file) = files.template(&name).filter(|file| file.origin == Origin::Overlay) {
            let faults = faults(&name, file, given.as_deref());
            if faults.is_empty() {
                // Such a template can be used: what is wrong with it is told, and the rest is checked.
                let faults = named::unknown(&name, file, files.templates().map(|(_, other)| other));
                diagnostics.extend(faults.into_iter().map(|fault| files.diagnose(fault)));
                break;
            }
            diagnostics.extend(faults.into_iter().map(|fault| files.diagnose(fault)));
            left_out.extend(leave_out(&name, files));
        }
    }
    left_out
}

/// What is wrong in a template alone: its grammar or, that being right, words that nobody gives.
fn faults(name: &str, file: &TextFile, given: Option<&[&str]>) -> Vec<Fault> {
    match (trouble::of_syntax(name, &file.source.text), given) {
        (Some(fault), _) => vec![fault],
        (None, Some(given)) => asked::unanswered(name, file, given),
        (None, None) => Vec::new(),
    }
}

fn leave_out(name: &str, files: &mut Files) -> Option<(String, TextFile)> {
    files.leave_out(name).map(|file| (name.to_owned(), file))
}

/// When a default template lacks a component or a block, the fault is in the file that replaced
/// the one that gave it: no one should have to look into the default theme to find that out.
fn blame_overlay(fault: Fault, files: &Files) -> Fault {
    let used_by = match files.template(&fault.template) {
        Some(file) if file.origin == Origin::Default => file.source.path.clone(),
        Some(_) | None => return fault,
    };
    let ThemeProblem::Unknown { what, name, .. } = &fault.problem else { return fault };
    let giver = match what {
        TemplateWord::Component => "component",
        TemplateWord::Block => "block",
        TemplateWord::Filter | TemplateWord::Test | TemplateWord::Function | TemplateWord::Template => {
            return fault;
        }
    };
    let replaced = files.default_templates().find(|(template, file)| {
        trouble::defined(&file.source.text, giver).any(|given| given == name)
            && files.template(template).is_some_and(|in_use| in_use.origin == Origin::Overlay)
    });
    match replaced {
        Some((template, _)) => Fault {
            template: template.to_owned(),
            problem: ThemeProblem::Lost { what: *what, name: name.clone(), used_by },
            span: None,
        },
        None => fault,
    }
}

/// Whether a fault only shows because a faulty file was left out.
fn follows_from(problem: &ThemeProblem, left_out: &[(String, TextFile)]) -> bool {
    let ThemeProblem::Unknown { what, name, .. } = problem else { return false };
    left_out.iter().any(|(template, file)| match what {
        TemplateWord::Template => template == name,
        TemplateWord::Component => {
            trouble::defined(&file.source.text, "component").any(|given| given == name)
        }
        TemplateWord::Block => trouble::defined(&file.source.text, "block").any(|given| given == name),
        TemplateWord::Filter | TemplateWord::Test | TemplateWord::Function => false,
    })
}
