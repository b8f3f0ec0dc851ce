//! Markdown: the specifications' examples, what jalon adds to them, and what it refuses.

mod normal;
mod pieces;
mod prose;
mod safety;
mod specification;
mod speed;

use jalon::diagnostic::{Diagnostic, Problems, Severity};
use jalon::lang::Lang;
use jalon::markdown::{self, Body, Filling, Hole};
use jalon::source::{Source, line_and_column};

fn read(text: &str) -> Body {
    read_noted(text).0
}

fn read_noted(text: &str) -> (Body, Vec<Diagnostic>) {
    let mut problems = Problems::in_file("a.md");
    let body = markdown::read(&Source::new("a.md", text), 0, Lang::Fr, &mut problems);
    (body, problems.into_diagnostics())
}

/// Holes filled as a page without a site around it would.
fn fill(hole: &Hole) -> String {
    match &hole.what {
        Filling::Link(address) | Filling::Image(address) => markdown::href(address),
        Filling::FootnoteCall(label) => format!("<sup>{}</sup>", markdown::escape(label)),
        Filling::Word(key) => (*key).to_owned(),
        Filling::Title => "the title".to_owned(),
        Filling::Shortcode(shortcode) => markdown::escape(&shortcode.written),
    }
}

/// The body as an article shows it.
fn html(text: &str) -> String {
    read(text).html().fill(&mut fill)
}

/// The problems, one a line: `2:5 warning: message`.
fn problems(text: &str) -> String {
    let lines = read_noted(text).1.into_iter().map(|diagnostic| {
        let (line, column) =
            line_and_column(text, diagnostic.span.expect("problems of a text have a place").start);
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        format!("{line}:{column} {severity}: {}", diagnostic.problem.message(Lang::En))
    });
    lines.collect::<Vec<_>>().join("\n")
}
