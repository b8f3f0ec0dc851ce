//! The examples of CommonMark 0.31.2 and of the extensions of GitHub Flavored Markdown.

use super::html;
use crate::normal::normal;
use jalon::markdown;

#[derive(serde::Deserialize)]
struct Example {
    example: usize,
    section: String,
    markdown: String,
    html: String,
}

/// An example we read otherwise on purpose: its number, what we write, and why.
type Exception = (usize, &'static str, &'static str);

const COMMONMARK_EXCEPTIONS: [Exception; 4] = [
    (
        606,
        r#"<p>&lt;<a href="mailto:foo+@bar.example.com">foo+@bar.example.com</a>&gt;</p>"#,
        "a bare e-mail address is a link in GFM",
    ),
    (
        608,
        r#"<p>&lt; <a href="https://foo.bar">https://foo.bar</a> &gt;</p>"#,
        "a bare address is a link in GFM",
    ),
    (
        611,
        r#"<p><a href="https://example.com">https://example.com</a></p>"#,
        "a bare address is a link in GFM",
    ),
    (
        612,
        r#"<p><a href="mailto:foo@bar.example.com">foo@bar.example.com</a></p>"#,
        "a bare e-mail address is a link in GFM",
    ),
];

const GFM_EXCEPTIONS: [Exception; 1] = [(
    27,
    "<p><strong>   <em></em></strong></p><blockquote> is disallowed.   is also disallowed.</blockquote>",
    "refused elements are removed and told, not shown as text",
)];

/// How the examples fared.
#[derive(Debug, PartialEq, Eq)]
struct Tally {
    /// Same HTML as the specification's.
    same: usize,
    /// Same HTML once the specification's went through the sanitiser: the example holds raw HTML.
    same_cleaned: usize,
    exceptions: usize,
}

fn check(json: &str, exceptions: &[Exception]) -> Tally {
    let examples: Vec<Example> = serde_json::from_str(json).expect("the examples are JSON");
    let mut tally = Tally { same: 0, same_cleaned: 0, exceptions: 0 };
    for Example { example, section, markdown: text, html: expected } in examples {
        let got = html(&text);
        if let Some((_, ours, reason)) = exceptions.iter().find(|(number, ..)| *number == example) {
            assert_ne!(normal(&expected), normal(&got), "{example} is no exception any more: {reason}");
            assert_eq!(normal(ours), normal(&got), "{example} {section}: {reason}");
            tally.exceptions += 1;
        } else if normal(&expected) == normal(&got) {
            tally.same += 1;
        } else {
            assert!(text.contains('<'), "{example} {section}\n{text}\nexpected\n{expected}\ngot\n{got}");
            // An element left open in a paragraph ends with it here, while a browser would open it
            // again around the line end that follows the last block.
            let got = normal(&markdown::clean(&got));
            let as_specified =
                [&expected[..], expected.trim_end()].map(|html| normal(&markdown::clean(html)));
            assert!(as_specified.contains(&got), "{example} {section}\n{text}\n{as_specified:?}\n{got}");
            tally.same_cleaned += 1;
        }
    }
    tally
}

#[test]
fn the_examples_of_commonmark_are_read_as_specified() {
    let tally = check(include_str!("commonmark-0.31.2.json"), &COMMONMARK_EXCEPTIONS);
    assert_eq!(tally, Tally { same: 590, same_cleaned: 58, exceptions: 4 });
}

#[test]
fn the_examples_of_github_are_read_as_specified() {
    let tally = check(include_str!("gfm.json"), &GFM_EXCEPTIONS);
    assert_eq!(tally, Tally { same: 26, same_cleaned: 0, exceptions: 1 });
}
