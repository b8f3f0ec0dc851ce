//! What fails while a page is made: a template read what is not there, or what is empty.

use tera::{Context, ReportError, Value};

use super::layers::Files;
use super::trouble::Fault;
use crate::diagnostic::theme::ThemeProblem;
use crate::lang;
use crate::source::Span;

/// What a template found where it read.
enum Read {
    Nothing,
    Something(Value),
    /// A name of the template itself: nobody can tell from here.
    Unknown,
}

/// The fault that the engine reports.
pub(super) fn of_report(report: &ReportError, files: &Files, context: &Context) -> Fault {
    let span = Span::from(report.span().range.clone());
    let text = files.template(report.filename()).map_or("", |file| &*file.source.text);
    let message = report.message();
    let found = match message.strip_prefix("Iteration not possible on type `") {
        Some(kind) => iteration(kind.trim_end_matches('`'), text, span, context),
        None => field(message, text, span, context).map(|problem| (problem, span)),
    };
    let (problem, span) =
        found.unwrap_or_else(|| (ThemeProblem::Render { detail: message.to_owned() }, span));
    Fault { template: report.filename().to_owned(), problem, span: Some(span) }
}

/// « Field `x` is not defined. Available fields: a, b », and the same of variables.
fn field(message: &str, text: &str, span: Span, context: &Context) -> Option<ThemeProblem> {
    let rest = message.strip_prefix("Field `").or_else(|| message.strip_prefix("Variable `"))?;
    let (name, rest) = rest.split_once("` is not defined")?;
    let available: Vec<String> = match rest.split_once(": ") {
        Some((_, names)) => names.split(", ").map(str::to_owned).collect(),
        None => Vec::new(),
    };
    let parent = text.get(..span.start).map(path_before).filter(|path| !path.is_empty());
    // What has no field at all is empty, or no table.
    if available.is_empty()
        && let Some(path) = parent
        && let Read::Nothing = read(path, context)
    {
        return Some(empty(path));
    }
    let parent = parent.filter(|path| available.is_empty() && matches!(read(path, context), Read::Unknown));
    let nearest = lang::nearest(name, available.iter().map(String::as_str)).map(str::to_owned);
    let parent = parent.map(str::to_owned);
    Some(ThemeProblem::UnknownField { name: name.to_owned(), parent, available, nearest })
}

/// A loop through what is no list: a field that is not there, or one that is empty.
fn iteration(kind: &str, text: &str, span: Span, context: &Context) -> Option<(ThemeProblem, Span)> {
    // The engine shows the first name of a path.
    let rest = text.get(span.start..)?;
    let length = rest.find(|c: char| !is_of_name(c) && c != '.').unwrap_or(rest.len());
    let (path, end) = (&rest[..length], span.start + length);
    if !is_path(path) {
        return None;
    }
    if kind == "none" {
        return Some((empty(path), Span::new(span.start, end)));
    }
    let (parent, name) = path.rsplit_once('.').filter(|_| kind == "undefined")?;
    let mut available = match read(parent, context) {
        Read::Something(parent) => parent.as_map()?.keys().map(ToString::to_string).collect(),
        Read::Nothing | Read::Unknown => Vec::new(),
    };
    available.sort();
    let nearest = lang::nearest(name, available.iter().map(String::as_str)).map(str::to_owned);
    let problem = ThemeProblem::UnknownField { name: name.to_owned(), parent: None, available, nearest };
    Some((problem, Span::new(end - name.len(), end)))
}

fn empty(path: &str) -> ThemeProblem {
    ThemeProblem::EmptyField { path: path.to_owned(), of: None, n_more: 0 }
}

/// What stands at a path, of the names that templates are given.
fn read(path: &str, context: &Context) -> Read {
    let (root, rest) = path.split_once('.').unwrap_or((path, ""));
    let Some(root) = context.get(root) else { return Read::Unknown };
    let value = if rest.is_empty() { Some(root) } else { root.get_from_path(rest) };
    match value {
        Some(value) if !value.is_none() && !value.is_undefined() => Read::Something(value.clone()),
        Some(_) | None => Read::Nothing,
    }
}

fn is_path(text: &str) -> bool {
    text.split('.').all(|name| !name.is_empty() && name.chars().all(is_of_name))
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// The path at the end of a text, before its last dot: `page.date` of « … {{ page.date. ».
fn path_before(text: &str) -> &str {
    let text = text.strip_suffix('.').unwrap_or("");
    let start = text
        .rfind(|c: char| !is_of_name(c) && c != '.')
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    Some(&text[start..]).filter(|path| is_path(path)).unwrap_or_default()
}
