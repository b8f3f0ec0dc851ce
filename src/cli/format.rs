//! The four ways to tell a problem; each is a function from an entry to its text.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};
use serde_json::json;

use crate::cli::arguments::Format;
use crate::cli::entry::Entry;
use crate::cli::excerpt::Excerpt;
use crate::cli::words;
use crate::diagnostic::Severity;
use crate::lang::{Lang, NO_BREAK_SPACE};

/// The text of a problem, with its final line end; styled for a terminal where that makes sense.
pub fn told(lang: Lang, format: Format, entry: &Entry) -> String {
    match format {
        Format::Human => human(lang, entry),
        Format::Short => short(lang, entry),
        Format::Json => json(lang, entry),
        Format::Github => github(lang, entry),
    }
}

/// As rustc does: title, place, excerpt with carets, help.
fn human(lang: Lang, entry: &Entry) -> String {
    let Entry { severity, code, path, place, message, help } = entry;
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    // The library writes its own colon after the name of a level: French wants a space before.
    let before_colon = match lang {
        Lang::Fr => String::from(NO_BREAK_SPACE),
        Lang::En => String::new(),
    };
    let title = level
        .with_name(format!("{}{before_colon}", words::severity(lang, *severity)))
        .primary_title(format!("{message} [{code}]"));
    let mut group = Group::with_title(title);
    let path = path.as_deref().map(normalize_untrusted_str);
    match (&path, place) {
        (Some(path), Some(place)) => {
            let mark = AnnotationKind::Primary.span(place.marked.clone());
            let source = Snippet::source(place.text.as_str()).line_start(place.line);
            group = group.element(source.path(path.as_str()).annotation(mark));
        }
        (Some(path), None) => group = group.element(Origin::path(path.as_str())),
        (None, _) => {}
    }
    if let Some(help) = help {
        let level = Level::HELP.with_name(format!("{}{before_colon}", words::help(lang)));
        group = group.element(level.message(normalize_untrusted_str(help)));
    }
    let text = Renderer::styled().render(&[group]);
    match (&path, place) {
        (Some(path), Some(place)) => format!("{}\n\n", with_true_column(&text, path, place)),
        (Some(_) | None, _) => format!("{text}\n\n"),
    }
}

/// The library counts columns in the excerpt it is given, whose start may be cut.
fn with_true_column(text: &str, path: &str, place: &Excerpt) -> String {
    let column_in_excerpt = place.text[..place.marked.start].chars().count() + 1;
    let header = |column| format!("{path}:{}:{column}", place.line);
    text.replacen(&header(column_in_excerpt), &header(place.column), 1)
}

/// One line for the problem, one for the way out.
fn short(lang: Lang, entry: &Entry) -> String {
    let Entry { severity, code, path, place, message, help } = entry;
    let place = match (path, place) {
        (Some(path), Some(place)) => format!("{path}:{}:{}: ", place.line, place.column),
        (Some(path), None) => format!("{path}: "),
        (None, _) => String::new(),
    };
    let colon = words::colon(lang);
    let mut text = format!(
        "{}\n",
        on_one_line(&format!("{place}{}{colon}{message} [{code}]", words::severity(lang, *severity)))
    );
    if let Some(help) = help {
        text.push_str(&format!("  {}\n", on_one_line(&format!("{}{colon}{help}", words::help(lang)))));
    }
    text
}

/// One object on one line, always with the same keys.
fn json(lang: Lang, entry: &Entry) -> String {
    let Entry { severity, code, path, place, message, help } = entry;
    let object = json!({
        "severity": match severity { Severity::Error => "error", Severity::Warning => "warning" },
        "code": code,
        "path": path,
        "line": place.as_ref().map(|place| place.line),
        "column": place.as_ref().map(|place| place.column),
        "end_line": place.as_ref().map(|place| place.end_line),
        "end_column": place.as_ref().map(|place| place.end_column),
        "message": message,
        "help": help,
        "lang": lang.code(),
    });
    format!("{object}\n")
}

/// A workflow command of GitHub Actions. Its escapes are those of the `command.ts` of
/// `actions/toolkit`: properties also lose `:` and `,`.
fn github(lang: Lang, entry: &Entry) -> String {
    let Entry { severity, code, path, place, message, help } = entry;
    let command = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut properties = Vec::new();
    properties.extend(path.as_ref().map(|path| format!("file={}", escape_property(path))));
    if let Some(place) = place {
        properties.push(format!("line={},col={}", place.line, place.column));
        properties.push(format!("endLine={},endColumn={}", place.end_line, place.end_column));
    }
    properties.push(format!("title={}", escape_property(code)));
    let help = help
        .as_ref()
        .map(|help| format!("\n{}{}{help}", words::help(lang), words::colon(lang)))
        .unwrap_or_default();
    format!("::{command} {}::{}\n", properties.join(","), escape(&format!("{message}{help}")))
}

fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}

/// Content may hold anything: what would move the cursor or change colours is made visible.
fn on_one_line(text: &str) -> String {
    normalize_untrusted_str(&text.replace('\n', " "))
}
