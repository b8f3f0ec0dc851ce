//! What the templates and the styles of a site ask of browsers, and the policy that it publishes refuses.

use super::layers::{Files, Origin};
use crate::diagnostic::theme::{Refused, ThemeProblem};
use crate::diagnostic::{Diagnostic, Severity};
use crate::html::{Side, Tag, Token, tokens};
use crate::source::Span;

/// Everything that browsers will not do, where it is written: each in the file that asks for it.
pub(super) fn breaches(files: &Files) -> Vec<Diagnostic> {
    let mut breaches = Vec::new();
    for (_, file) in files.templates().filter(|(_, file)| file.origin == Origin::Overlay) {
        let path = &file.source.path;
        breaches.extend(of_template(&file.source.text).into_iter().map(|found| told(path, found)));
    }
    for (name, path) in &files.asset_paths {
        let text = files.assets.get(name).filter(|_| name.ends_with(".css"));
        let Some(text) = text.and_then(|bytes| std::str::from_utf8(bytes).ok()) else { continue };
        breaches.extend(of_style(text).into_iter().map(|found| told(path, found)));
    }
    breaches
}

/// What is refused, as written, and where.
type Found = (Refused, String, Span);

fn told(path: &str, (refused, written, span): Found) -> Diagnostic {
    let problem = ThemeProblem::AgainstPolicy { refused, written }.into();
    Diagnostic { severity: Severity::Warning, problem, path: path.to_owned(), span: Some(span) }
}

fn of_template(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    for token in tokens(&without_code(text)) {
        let start = at;
        match token {
            Token::Text(text) | Token::Hidden(text) => at += text.len(),
            Token::Tag(tag) => {
                at += tag.text.len();
                if tag.side == Side::Opening {
                    of_tag(&tag, start, &mut found);
                }
            }
        }
    }
    found
}

/// A template of the same length, of which only the HTML is left: its code asks nothing of browsers.
fn without_code(text: &str) -> String {
    let mut kept = text.to_owned();
    let mut at = 0;
    while let Some(start) = kept[at..].find('{').map(|start| at + start) {
        let close = match kept.as_bytes().get(start + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            Some(_) | None => {
                at = start + 1;
                continue;
            }
        };
        at = kept[start..].find(close).map_or(kept.len(), |length| start + length + close.len());
        kept.replace_range(start..at, &" ".repeat(at - start));
    }
    kept
}

fn of_tag(tag: &Tag<'_>, start: usize, found: &mut Vec<Found>) {
    let value = |wanted: &str| {
        tag.attributes().find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value)
    };
    let whole = Span::new(start, start + tag.text.len());
    let opening = || format!("<{}>", tag.name);
    let name = tag.name.to_ascii_lowercase();
    match name.as_str() {
        "script" if value("src").is_none() && !is_data(value("type")) => {
            found.push((Refused::Program, opening(), whole));
        }
        "style" => found.push((Refused::Style, opening(), whole)),
        _ => {}
    }
    for (attribute, value) in tag.attributes() {
        let attribute = attribute.to_ascii_lowercase();
        let span = || place(tag.text, start, value).unwrap_or(whole);
        if attribute == "style" {
            found.push((Refused::Style, "style=".to_owned(), whole));
        } else if attribute.len() > 4 && attribute.starts_with("on") {
            found.push((Refused::Program, format!("{attribute}="), whole));
        } else if is_asked(&name, &attribute, tag) && is_elsewhere(value) {
            found.push((Refused::Elsewhere, value.to_owned(), span()));
        }
    }
}

/// Whether browsers read the content of such a script without running it.
fn is_data(kind: Option<&str>) -> bool {
    let is_program = |kind: &str| kind.is_empty() || kind == "module" || kind.ends_with("javascript");
    kind.is_some_and(|kind| !is_program(&kind.trim().to_ascii_lowercase()))
}

/// Whether a page asks for the address of an attribute by itself, or sends something there.
fn is_asked(element: &str, attribute: &str, tag: &Tag<'_>) -> bool {
    match (element, attribute) {
        ("script" | "iframe" | "img" | "video" | "audio" | "source" | "embed" | "track", "src")
        | ("object", "data")
        | ("video", "poster")
        | ("form", "action")
        | ("button" | "input", "formaction") => true,
        ("link", "href") => {
            let rel = tag.attributes().find(|(name, _)| *name == "rel").map_or("", |(_, value)| value);
            rel.split_ascii_whitespace()
                .any(|rel| matches!(rel, "stylesheet" | "icon" | "manifest" | "preload"))
        }
        (_, _) => false,
    }
}

fn is_elsewhere(address: &str) -> bool {
    let address = address.trim().to_ascii_lowercase();
    address.starts_with("//") || address.starts_with("https:") || address.starts_with("http:")
}

fn of_style(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let text = &without_comments(text);
    for start in ["url(", "@import"] {
        for (at, _) in text.match_indices(start) {
            let after = &text[at + start.len()..];
            let address = after.trim_start().trim_start_matches(['"', '\'']);
            let end = address.find(['"', '\'', ')', ';', '\n']).unwrap_or(address.len());
            let address = address[..end].trim();
            if is_elsewhere(address) {
                let from = at + start.len() + after.find(address).unwrap_or(0);
                let span = Span::new(from, from + address.len());
                found.push((Refused::Elsewhere, address.to_owned(), span));
            }
        }
    }
    found
}

/// A style of the same length, its comments left blank.
fn without_comments(text: &str) -> String {
    let mut kept = text.to_owned();
    while let Some(start) = kept.find("/*") {
        let end = kept[start..].find("*/").map_or(kept.len(), |length| start + length + 2);
        kept.replace_range(start..end, &" ".repeat(end - start));
    }
    kept
}

/// Where a value stands in the text that starts at a byte.
fn place(text: &str, start: usize, value: &str) -> Option<Span> {
    let at = start + text.find(value).filter(|_| !value.is_empty())?;
    Some(Span::new(at, at + value.len()))
}

#[cfg(test)]
mod tests {
    use super::{Files, of_style, of_template};

    #[test]
    fn what_a_template_asks_and_browsers_refuse_is_seen() {
        let check = |html: &str, expected: &[&str]| {
            let found = of_template(html);
            let written: Vec<&str> = found.iter().map(|(_, written, _)| written.as_str()).collect();
            assert_eq!(written, expected, "{html}");
        };
        check("<script>x()</script>", &["<script>"]);
        check("<a onclick=\"x()\">y</a>", &["onclick="]);
        check("<p style=\"color: red\">", &["style="]);
        check("<style>p {}</style>", &["<style>"]);
        check("<script src=\"https://a.example/x.js\"></script>", &["https://a.example/x.js"]);
        check("<link rel=\"stylesheet\" href=\"//a.example/x.css\">", &["//a.example/x.css"]);
        check("<iframe src=\"https://a.example/\"></iframe>", &["https://a.example/"]);
        check("<form action=\"https://a.example/\">", &["https://a.example/"]);
        check("<a href=\"https://a.example/\" rel=\"me\">y</a>", &[]);
        check("<link rel=\"canonical\" href=\"https://a.example/\">", &[]);
        check("<script type=\"application/ld+json\">{{ frame.structured | safe }}</script>", &[]);
        check("<script src=\"{{ frame.assets }}x.js\" defer></script><img src=\"{{ page.image }}\">", &[]);
        check(
            "{{ <card online={page.title} /> }}{% if 1 > 0 %}<p>é</p>{% endif %}<b style=\"x\">",
            &["style="],
        );
        check("<!-- <script>x()</script> -->{# <style> #}", &[]);
    }

    #[test]
    fn the_templates_of_jalon_ask_nothing_that_is_refused() {
        let (files, _) = Files::of(Vec::new());
        for (name, file) in files.templates() {
            assert!(of_template(&file.source.text).is_empty(), "{name}");
        }
    }

    #[test]
    fn what_a_style_asks_of_other_sites_is_seen() {
        let check = |css: &str, expected: &[&str]| {
            let found = of_style(css);
            let written: Vec<&str> = found.iter().map(|(_, _, span)| &css[span.start..span.end]).collect();
            assert_eq!(written, expected, "{css}");
        };
        check("@import url(https://a.example/x.css);", &["https://a.example/x.css"]);
        check("@import \"https://a.example/x.css\";", &["https://a.example/x.css"]);
        check("p { background: url( '//a.example/p.png' ) }", &["//a.example/p.png"]);
        check("p { background: url(p.png) } a { b: url(data:image/png;base64,AA) }", &[]);
    }
}
