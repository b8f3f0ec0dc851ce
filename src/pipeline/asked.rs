//! The template that a document asks for, when it is not the one of its kind.

use crate::diagnostic::site::SiteProblem;
use crate::diagnostic::{Diagnostic, Severity};
use crate::page::{Making, Page};
use crate::record::Spanned;

/// The template that the document of a page names.
pub fn template<'m>(making: &'m Making<'_>, page: &Page) -> Option<&'m Spanned<String>> {
    making.site.entry_of(&page.source)?.document.as_ref()?.header.template.as_ref()
}

/// What a template complains of. One of jalon is no file that the author could open: it is told where the
/// document asks for it.
pub fn of_template(making: &Making<'_>, page: &Page, error: Box<Diagnostic>) -> Box<Diagnostic> {
    let asked = template(making, page).filter(|asked| asked.value == page.template);
    let Some(asked) = asked.filter(|_| !making.files.contains_key(&error.path)) else { return error };
    let problem = SiteProblem::UnfitTemplate { written: asked.value.clone() };
    let (path, span) = (page.source.clone(), Some(asked.span));
    Box::new(Diagnostic { severity: Severity::Error, problem: problem.into(), path, span })
}
