//! Programs in what authors publish as it is: a drawing, or a page beside their documents.
//!
//! Documents are cleaned when they are read; these files are copied, and run when a visitor opens
//! them by their address. What `static/` and the theme hold is the business of who keeps the site,
//! but a drawing is often taken from elsewhere, wherever it is put.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::{Found, Website};
use crate::diagnostic::pages::PageFault;
use crate::diagnostic::pages::program::Program;
use crate::html::{Side, Tag, Token, tokens};
use crate::markdown::decoded;

/// The files that hold a program.
pub fn of(website: &Website<'_>) -> Vec<Found> {
    let copies: Vec<(&String, &String)> =
        website.sources.iter().filter(|(path, source)| may_run(path, source)).collect();
    let found = copies.par_iter().filter_map(|(path, _)| {
        let text = std::str::from_utf8(website.files.get(path.as_str())?).ok()?;
        let written = tokens(text).find_map(|token| match token {
            Token::Tag(tag) => program(&tag),
            Token::Text(_) | Token::Hidden(_) => None,
        })?;
        let fault = PageFault::Program(Program { written });
        Some(Found { page: (*path).clone(), fault, target: Some((*path).clone()) })
    });
    found.collect()
}

/// Whether a file published as it is may be opened by itself and run something.
fn may_run(path: &str, source: &str) -> bool {
    let extension = |path: &str| path.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    match extension(source) {
        written if written != extension(path) => false,
        Some(written) if written == "svg" => true,
        Some(written) => {
            source.starts_with("content/") && matches!(written.as_str(), "html" | "htm" | "xhtml")
        }
        None => false,
    }
}

/// What makes a tag run something.
fn program(tag: &Tag<'_>) -> Option<String> {
    if tag.side == Side::Closing {
        return None;
    }
    if tag.name.eq_ignore_ascii_case("script") {
        return Some(format!("<{}", tag.name));
    }
    let runs = |(name, value): &(&str, &str)| {
        let value: String =
            decoded(value).chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        let is_handler = name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"));
        is_handler || value.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("javascript:"))
    };
    tag.attributes().find(runs).map(|(name, _)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::program;
    use crate::html::{Token, tokens};

    #[test]
    fn what_runs_in_a_drawing_is_seen() {
        let check = |svg: &str, expected: Option<&str>| {
            let found = tokens(svg).find_map(|token| match token {
                Token::Tag(tag) => program(&tag),
                Token::Text(_) | Token::Hidden(_) => None,
            });
            assert_eq!(found.as_deref(), expected, "{svg}");
        };
        check("<svg><path d=\"M0 0\"/><a href=\"https://example.org/\"/></svg>", None);
        check("<svg><!-- <script> --><text>onload=</text></svg>", None);
        check("<svg><SCRIPT>x</SCRIPT></svg>", Some("<SCRIPT"));
        check("<svg><g onLoad='x'/></svg>", Some("onLoad"));
        check("<svg><a xlink:href=\" java&#10;script:x\"/></svg>", Some("xlink:href"));
    }
}
