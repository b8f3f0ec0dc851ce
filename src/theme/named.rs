//! The fields that templates name, and those that no page has.

use super::asked::{Asked, codes, read_of};
use super::fields::{FRAME, PAGE, SHORTCODE, SITE};
use super::layers::TextFile;
use super::trouble::Fault;
use crate::diagnostic::theme::ThemeProblem;
use crate::lang;
use crate::source::Span;

/// The names that templates are given, and the fields that each of them can have.
const GIVEN: [(&str, &[&str]); 4] =
    [("page", &PAGE), ("frame", &FRAME), ("shortcode", &SHORTCODE), ("site", &SITE)];

/// The fields that a template names and that no page has, whatever its kind: in a condition, the engine
/// takes them for empty and says nothing.
///
/// A field of another kind of page is none of these: `base.html` asks of all pages what some have. Nor is a
/// name that the template gives itself, to a loop or to a value, or that one of those which include it may give.
pub(super) fn unknown<'f>(
    name: &str,
    file: &TextFile,
    mut all: impl Iterator<Item = &'f TextFile>,
) -> Vec<Fault> {
    let text = &*file.source.text;
    let includes = |other: &TextFile| {
        let other = &other.source.text;
        other.contains("include")
            && ['"', '\''].iter().any(|mark| other.contains(&format!("{mark}{name}{mark}")))
    };
    if all.any(includes) {
        return Vec::new();
    }
    let of_name = |(root, fields): &(&'static str, &'static [&'static str])| {
        let named = read_of(text, root);
        let is_own = || gives_itself(text, root);
        let is_known = |asked: &Asked| fields.contains(&first(&asked.key));
        let unknown: Vec<Asked> = named.into_iter().filter(|asked| !is_known(asked)).collect();
        let told = if unknown.is_empty() || is_own() { Vec::new() } else { unknown };
        told.into_iter().map(|asked| fault(name, text, (root, fields), &asked)).collect::<Vec<_>>()
    };
    GIVEN.iter().flat_map(of_name).collect()
}

fn first(key: &str) -> &str {
    key.split('.').next().unwrap_or(key)
}

fn fault(name: &str, text: &str, (root, fields): (&str, &[&str]), asked: &Asked) -> Fault {
    let field = first(&asked.key);
    let after_root = asked.span.start + root.len();
    let start = text[after_root..asked.span.end].find(field).map_or(after_root, |at| after_root + at);
    let nearest = lang::nearest(field, fields.iter().copied()).map(str::to_owned);
    let problem =
        ThemeProblem::UnknownField { name: field.to_owned(), parent: None, available: Vec::new(), nearest };
    Fault { template: name.to_owned(), problem, span: Some(Span::new(start, start + field.len())) }
}

/// Whether a template gives this name to something of its own: a loop, a value, a parameter.
fn gives_itself(text: &str, root: &str) -> bool {
    codes(text).into_iter().any(|range| {
        let code = text[range].trim_start_matches('-').trim_start();
        let is_given_by = |word: &str| code.starts_with(word) && names_alone(code, root);
        // A list made in a value names what it goes through as a loop does.
        ["for ", "set ", "set_global ", "component "].into_iter().any(is_given_by)
            || (code.contains(" for ") && names_alone(code, root))
    })
}

/// Whether a name stands in code by itself, without a field after it.
fn names_alone(code: &str, root: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    code.match_indices(root).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + root.len()..]);
        !before.ends_with(is_name) && !after.starts_with(|c: char| is_name(c) || c == '?' || c == '[')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::layers::Files;

    #[test]
    fn the_templates_of_jalon_name_fields_that_are_there() {
        let (files, _) = Files::of(Vec::new());
        for (name, file) in files.templates() {
            let told = unknown(name, file, std::iter::empty());
            assert!(told.is_empty(), "{name}: {told:?}");
        }
    }

    #[test]
    fn a_name_that_a_template_gives_is_its_own() {
        let check = |text: &str, expected: bool| assert_eq!(gives_itself(text, "page"), expected, "{text}");
        check("{% for page in frame.menu %}{{ page.x }}{% endfor %}", true);
        check("{% for key, page in site.extra %}{% endfor %}", true);
        check("{%- set page = frame %}", true);
        check("{% component card(title, page) %}{{ page.x }}{% endcomponent %}", true);
        check("{{ [page.x for page in frame.menu] }}", true);
        check("{% for link in page.tags %}{% endfor %}{% set a = page.title %}", false);
        check("{{ <card page={page.title} /> }}{% if page %}{% endif %}", false);
    }
}
