//! What the template engine complains of, as problems that we word ourselves.
//!
//! The engine gives most of its complaints as English sentences. Those we know are read back
//! into fields; the others are kept as they are, as a detail.

use tera::{Context, ErrorKind, ReportError, Tera};

use super::layers::Files;
use super::reading;
use crate::diagnostic::theme::{TemplateWord, ThemeProblem};
use crate::lang;
use crate::source::{Span, floor_char_boundary};

/// A problem in a template that is known by its name.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    pub(super) template: String,
    pub(super) problem: ThemeProblem,
    pub(super) span: Option<Span>,
}

/// The filters of the engine: it has no list of them to ask for.
pub(super) const FILTERS: [&str; 37] = [
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];

/// The tests of the engine.
pub(super) const TESTS: [&str; 17] = [
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

/// The functions of the engine.
pub(super) const FUNCTIONS: [&str; 3] = ["range", "super", "throw"];

/// The fault that keeps a text from being read as a template, if any.
pub(super) fn of_syntax(template: &str, text: &str) -> Option<Fault> {
    let error = Tera::default().add_raw_template(template, text).err()?;
    // Alone, a template calls others that are not there; that is checked when all are together.
    if let ErrorKind::SyntaxError(report) = error.kind() { Some(of_report(report, syntax)) } else { None }
}

/// The faults that keep templates from being used together.
#[expect(clippy::wildcard_enum_match_arm, reason = "the engine may add kinds; its own sentence tells them")]
pub(super) fn of_build(error: &tera::Error, files: &Files) -> Vec<Fault> {
    match error.kind() {
        ErrorKind::Msg(text) => match component_twice(text, files) {
            Some(fault) => vec![fault],
            None => reports(text, files),
        },
        ErrorKind::SyntaxError(report) => vec![of_report(report, syntax)],
        ErrorKind::MissingParent { current, parent } => {
            let span = files.template(current).and_then(|file| place(&file.source.text, 0, parent));
            let problem = unknown(TemplateWord::Template, parent, files);
            vec![Fault { template: current.clone(), problem, span }]
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain: chain }
        | ErrorKind::CircularInclude { tpl, include_chain: chain } => {
            let chain = circle(tpl, chain);
            vec![Fault { template: tpl.clone(), problem: ThemeProblem::Circle { chain }, span: None }]
        }
        _ => {
            let problem = ThemeProblem::Render { detail: error.to_string() };
            vec![Fault { template: String::new(), problem, span: None }]
        }
    }
}

/// The fault met while a page was made with a template.
#[expect(clippy::wildcard_enum_match_arm, reason = "the engine may add kinds; its own sentence tells them")]
pub(super) fn of_render(template: &str, error: &tera::Error, files: &Files, context: &Context) -> Fault {
    match error.kind() {
        ErrorKind::RenderingError(report) => reading::of_report(report, files, context),
        ErrorKind::TemplateNotFound(name) => Fault {
            template: template.to_owned(),
            problem: unknown(TemplateWord::Template, name, files),
            span: None,
        },
        _ => Fault {
            template: template.to_owned(),
            problem: ThemeProblem::Render { detail: error.to_string() },
            span: None,
        },
    }
}

/// The names that a text defines with a tag (`component`, `block`).
pub(super) fn defined<'a>(text: &'a str, tag: &'a str) -> impl Iterator<Item = &'a str> {
    text.split("{%").skip(1).filter_map(move |inside| {
        let name = inside.trim_start_matches('-').trim_start().strip_prefix(tag)?;
        let name = name.strip_prefix(char::is_whitespace)?.trim_start();
        name.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).next()
    })
}

fn of_report(report: &ReportError, problem: impl Fn(&str) -> ThemeProblem) -> Fault {
    Fault {
        template: report.filename().to_owned(),
        problem: problem(report.message()),
        span: Some(Span::from(report.span().range.clone())),
    }
}

fn syntax(message: &str) -> ThemeProblem {
    match message {
        "Unexpected end of input" => ThemeProblem::Unfinished,
        detail => ThemeProblem::Syntax { detail: detail.to_owned() },
    }
}

/// The templates of a circle: those that lead into it are none of it.
fn circle(template: &str, chain: &[String]) -> Vec<String> {
    let at = |name: &String| name == template;
    match (chain.iter().position(at), chain.iter().rposition(at)) {
        (Some(first), Some(last)) if first < last => chain[first..=last].to_vec(),
        (_, _) => [&[template.to_owned()], chain].concat(),
    }
}

/// « Component `x` is defined in both `a` and `b` »: the fault is the overlay's, else the second's.
fn component_twice(text: &str, files: &Files) -> Option<Fault> {
    let rest = text.strip_prefix("Component `")?;
    let (name, rest) = rest.split_once("` is defined in both `")?;
    let (first, second) = rest.split_once("` and `")?;
    let second = second.trim_end_matches('`');
    let is_ours = |template: &str| {
        files.template(template).is_some_and(|file| file.origin == super::layers::Origin::Default)
    };
    let (template, other) = if is_ours(second) { (first, second) } else { (second, first) };
    let span = files.template(template).and_then(|file| place(&file.source.text, 0, name));
    let problem = ThemeProblem::ComponentTwice { name: name.to_owned(), other: other.to_owned() };
    Some(Fault { template: template.to_owned(), problem, span })
}

/// The reports of a build, which the engine joins into one text: `error: …` then ` --> file:line:column`.
fn reports(text: &str, files: &Files) -> Vec<Fault> {
    let mut lines = text.lines().peekable();
    let mut faults = Vec::new();
    while let Some(line) = lines.next() {
        let Some(message) = line.strip_prefix("error: ") else { continue };
        let locus = lines.peek().and_then(|line| line.trim_start().strip_prefix("--> "));
        let mut parts = locus.unwrap_or_default().rsplitn(3, ':');
        let column = parts.next().and_then(|column| column.parse().ok()).unwrap_or(1);
        let line = parts.next().and_then(|line| line.parse().ok()).unwrap_or(1);
        let template = parts.next().unwrap_or_default();
        let (problem, name) = build_problem(message, files);
        let span = files.template(template).and_then(|file| {
            let start = byte_at(&file.source.text, line, column);
            name.and_then(|name| place(&file.source.text, start, &name)).or(Some(Span::new(start, start)))
        });
        faults.push(Fault { template: template.to_owned(), problem, span });
    }
    if faults.is_empty() {
        let problem = ThemeProblem::Render { detail: text.to_owned() };
        faults.push(Fault { template: String::new(), problem, span: None });
    }
    faults
}

/// The problem that a sentence of the build tells, and the name it is about.
fn build_problem(message: &str, files: &Files) -> (ThemeProblem, Option<String>) {
    let kinds = [
        ("Unknown filter `", TemplateWord::Filter),
        ("Unknown test `", TemplateWord::Test),
        ("Unknown function `", TemplateWord::Function),
        ("Unknown component `", TemplateWord::Component),
        ("Unknown template `", TemplateWord::Template),
        ("Block `", TemplateWord::Block),
    ];
    for (start, what) in kinds {
        if let Some((name, _)) = message.strip_prefix(start).and_then(|rest| rest.split_once('`')) {
            return (unknown(what, name, files), Some(name.to_owned()));
        }
    }
    (ThemeProblem::Syntax { detail: message.to_owned() }, None)
}

fn unknown(what: TemplateWord, name: &str, files: &Files) -> ThemeProblem {
    let texts = || files.templates().map(|(_, file)| &*file.source.text);
    let nearest = match what {
        TemplateWord::Filter => lang::nearest(name, FILTERS),
        TemplateWord::Test => lang::nearest(name, TESTS),
        TemplateWord::Function => lang::nearest(name, FUNCTIONS),
        TemplateWord::Component => lang::nearest(name, texts().flat_map(|text| defined(text, "component"))),
        // The unknown block is itself among those that templates define.
        TemplateWord::Block => lang::nearest(
            name,
            texts().flat_map(|text| defined(text, "block")).filter(|block| *block != name),
        ),
        TemplateWord::Template => lang::nearest(name, files.template_names()),
    };
    ThemeProblem::Unknown { what, name: name.to_owned(), nearest: nearest.map(str::to_owned) }
}

/// Where a name first stands at or after a byte.
fn place(text: &str, from: usize, name: &str) -> Option<Span> {
    let from = floor_char_boundary(text, from);
    let at = from + text[from..].find(name)?;
    Some(Span::new(at, at + name.len()))
}

/// The byte of a line and column, both counted from 1, columns in characters.
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let line = &text[start..];
    start + line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The engine has no list of its names, but it refuses those it does not know.
    #[test]
    fn the_names_we_suggest_are_names_of_the_engine() {
        let filters = FILTERS.map(|name| format!("{{{{ x | {name} }}}}"));
        let tests = TESTS.map(|name| format!("{{% if x is {name} %}}{{% endif %}}"));
        let functions = FUNCTIONS.map(|name| format!("{{% block b %}}{{{{ {name}() }}}}{{% endblock %}}"));
        for text in filters.iter().chain(&tests).chain(&functions) {
            assert!(Tera::default().add_raw_template("x", text).is_ok(), "{text}");
        }
        assert!(Tera::default().add_raw_template("x", "{{ x | uper }}").is_err());
    }

    #[test]
    fn the_names_a_template_defines_are_found_whatever_the_spacing() {
        let text = "{% component a.b(x) %}{%- component  c -%}{%component d() %}{% set component = 1 %}{% componentes %}";
        assert_eq!(defined(text, "component").collect::<Vec<_>>(), ["a.b", "c", "d"]);
    }
}
