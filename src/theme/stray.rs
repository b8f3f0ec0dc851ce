//! Files of a theme that serve nothing: a name that is mistyped is a file that nobody reads.

use std::collections::BTreeSet;

use super::Theme;
use super::asked::codes;
use super::layers::Origin;
use super::trouble::defined;
use crate::diagnostic::file::{FileProblem, StrayFile};
use crate::diagnostic::theme::ThemeProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang;

/// The ends of the names of styles that browsers do not read.
const STYLES: [&str; 4] = [".less", ".sass", ".scss", ".styl"];

/// Whether browsers cannot read a style of this name.
pub(super) fn is_unread_style(name: &str) -> bool {
    STYLES.iter().any(|end| name.ends_with(end))
}

pub(super) fn unread(path: String, what: StrayFile) -> Diagnostic {
    let problem = FileProblem::Unread { what }.into();
    Diagnostic { severity: Severity::Warning, problem, path, span: None }
}

impl Theme {
    /// The templates of the site that no document names and no template calls, and that stand in front of none.
    /// A theme of `themes/` may have some to offer: of these, only what is nearly the name of another is told.
    pub fn unused(&self, named: &BTreeSet<&str>) -> Vec<Diagnostic> {
        let ours: BTreeSet<&str> = self.files.default_templates().map(|(name, _)| name).collect();
        let overlays = || self.files.templates().filter(|(_, file)| file.origin == Origin::Overlay);
        let called: BTreeSet<&str> = overlays().flat_map(|(_, file)| calls(&file.source.text)).collect();
        let is_used = |name: &str| ours.contains(name) || named.contains(name) || called.contains(name);
        let mut unused = Vec::new();
        for (name, file) in overlays().filter(|(name, _)| !is_used(name)) {
            if defined(&file.source.text, "component").next().is_some() {
                continue;
            }
            let known = ours.iter().map(|ours| (stem(ours), *ours));
            let nearest = lang::nearest_path(stem(name), known).map(str::to_owned);
            if nearest.is_none() && file.source.path.starts_with("themes/") {
                continue;
            }
            let is_shortcode = name.starts_with("shortcodes/");
            let problem = ThemeProblem::UnusedTemplate { nearest, is_shortcode }.into();
            let path = file.source.path.clone();
            unused.push(Diagnostic { severity: Severity::Warning, problem, path, span: None });
        }
        unused
    }
}

/// The name of a template without its end, which all of them have.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The templates that a template extends or includes.
fn calls(text: &str) -> impl Iterator<Item = &str> {
    codes(text).into_iter().flat_map(move |range| {
        let code = text[range].trim_start_matches('-').trim_start();
        let is_call = code.starts_with("extends") || code.starts_with("include");
        let quoted = if is_call { code } else { "" };
        quoted.split(['"', '\'', '`']).skip(1).step_by(2)
    })
}
