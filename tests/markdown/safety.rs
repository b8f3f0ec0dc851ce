//! What never reaches a reader's browser.

use super::{html, problems, read_noted};
use proptest::prelude::{ProptestConfig, Strategy, any, prop};
use proptest::{prop_assert, prop_oneof, proptest};

/// Asserts on what browsers would see, not on the text of the author, which may say anything.
fn assert_harmless(html: &str) {
    for tag in tags(html) {
        let tag = tag.to_lowercase();
        for element in [
            "script", "style", "iframe", "object", "embed", "form", "svg", "math", "base", "meta", "link",
            "template",
        ] {
            let name = tag.trim_start_matches('/').split([' ', '>']).next();
            assert!(name != Some(element), "{html}");
        }
        let unquoted: String = tag.split('"').step_by(2).collect();
        assert!(
            !unquoted.contains(" on") && !unquoted.contains(" style") && !unquoted.contains("srcdoc"),
            "{html}"
        );
        for start in ["href=\"", "src=\""] {
            if let Some(at) = tag.find(start) {
                let address: String = tag[at + start.len()..]
                    .chars()
                    .filter(|c| !c.is_whitespace() && !c.is_control())
                    .collect();
                assert!(!address.starts_with("javascript:") && !address.starts_with("vbscript:"), "{html}");
                assert!(!address.starts_with("data:") || address.starts_with("data:image/"), "{html}");
            }
        }
    }
}

/// What stands between `<` and `>`, quotes respected.
fn tags(html: &str) -> Vec<&str> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        rest = &rest[open + 1..];
        let mut quoted = false;
        let end = rest.find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let end = end.unwrap_or(rest.len());
        tags.push(&rest[..end]);
        rest = &rest[end..];
    }
    tags
}

#[test]
fn nasty_texts_become_harmless() {
    for text in [
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](java&Tab;script:alert(1))",
        "[a](<java\tscript:alert(1)>)",
        "[a](\u{1}javascript:alert(1))",
        "[a](<  javascript:alert(1)>)",
        "[a](java\u{ad}script:alert(1))",
        "[a](vbscript:x)",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "![a](data:image/svg+xml;base64,PHN2Zz4=)",
        "![a](javascript:x)",
        "<javascript:alert(1)>",
        "[a]\n\n[a]: javascript:x",
        "<script>alert(1)</script>",
        "a <script>alert(1)</script> b",
        "<scr<script>ipt>alert(1)</script>",
        "<SCRIPT SRC=//x.ca/a.js></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "a <img src=\"x\" onerror=\"alert(1)\" />",
        "<img src=x oNeRrOr=alert(1)//",
        "<a href=\"javascript:alert(1)\">a</a>",
        "<a href=\" java&#10;script:alert(1)\">a</a>",
        "a <a href='&#106;avascript:x'>a</a>",
        "<a href=\"&#106avascript:x\">a</a>",
        "<svg onload=alert(1)><script>x</script></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<iframe src=//x.ca></iframe>",
        "<div style=\"background:url(javascript:x)\">a</div>",
        "<p onclick=x>a</p>",
        "| a |\n|---|\n| <b onmouseover=x>c<br>d</b> |",
        "# <b onclick=x>a</b> {#\"onclick=x}",
        "- <details ontoggle=x open>a\n- b",
        "[^1]\n\n[^1]: <script>x</script>",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<!-- --!> <img src=x onerror=alert(1)> -->",
        "<a title=\"&#xFDD0;0&#xFDD1;\">a</a>[^1]\n\n[^1]: b",
        "<a title=\"\u{fdd0}0\u{fdd1}\">a</a>[^1]\n\n[^1]: b",
        "```\"onclick=x\na\n```",
        "![\"onerror=x](a \"\\\"onerror=x\")",
        "<form action=javascript:x><input type=submit></form>",
        "<base href=javascript:x>",
        "<object data=javascript:x>",
        "<a xlink:href=javascript:x>a</a>",
        "https://a.ca/\"onclick=x",
    ] {
        assert_harmless(&html(text));
    }
}

#[test]
fn a_dangerous_address_leads_nowhere_and_is_told_once() {
    assert_eq!(html("[a](javascript:x)\n"), "<p><a href=\"#\">a</a></p>\n");
    assert_eq!(
        problems("- [a](javascript:x)\n"),
        "1:7 warning: this address starts with `javascript:` and could run a program: it is removed"
    );
    assert_eq!(
        html("![a](data:image/png;base64,AA==)\n"),
        "<p><img src=\"data:image/png;base64,AA==\" alt=\"a\"></p>\n"
    );
}

#[test]
fn what_is_removed_is_told_once_with_its_place() {
    assert_eq!(
        problems(
            "é\n\n<p\n onclick=\"x\" style='y'>a</p>\n<script>z</script>\n\n- é <b onclick=x>c</b>\n  - <iframe></iframe>\n"
        ),
        "4:2 warning: the attribute “onclick” of “<p>” is not published: it is removed\n\
         4:14 warning: the attribute “style” of “<p>” is not published: it is removed\n\
         5:1 warning: the HTML element “<script>” is not published: it is removed\n\
         7:8 warning: the attribute “onclick” of “<b>” is not published: it is removed\n\
         8:5 warning: the HTML element “<iframe>” is not published: it is removed"
    );
    assert_eq!(
        problems("> <div\n> onclick=x>\n> a\n"),
        "2:3 warning: the attribute “onclick” of “<div>” is not published: it is removed"
    );
    assert_eq!(problems("a <kbd>b</kbd> <!-- c --> <br>\n"), "");
}

#[test]
fn html_nested_too_deep_is_told_once() {
    assert_eq!(
        problems(&"<div>\n\n".repeat(300)),
        "513:1 warning: more than 256 HTML elements are open at once: further ones are removed, their text stays"
    );
}

#[test]
fn a_sentence_about_a_tag_keeps_its_end() {
    assert_eq!(html("La balise <style> change tout.\n"), "<p>La balise  change tout.</p>\n");
}

#[test]
fn places_of_holes_are_hidden_from_authors() {
    assert_eq!(html("a\u{fdd0}0\u{fdd1}b <kbd>\u{fdd0}0\u{fdd1}</kbd>\n"), "<p>a0b <kbd>0</kbd></p>\n");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(parts in prop::collection::vec(part(), 0..25)) {
        let text = parts.concat();
        let (body, diagnostics) = read_noted(&text);
        for diagnostic in diagnostics {
            let span = diagnostic.span.expect("problems of a text have a place");
            prop_assert!(text.get(span.start..span.end).is_some(), "{diagnostic:?}");
        }
        let whole = body.html();
        for hole in whole.holes() {
            prop_assert!(hole.span.is_some_and(|span| text.get(span.start..span.end).is_some()), "{hole:?}");
        }
        assert_harmless(&whole.fill(&mut super::fill));
        for footnote in &body.footnotes {
            assert_harmless(&footnote.html.fill(&mut super::fill));
        }
        super::pieces::assert_places(&text, &body.pieces);
    }
}

/// Pieces of Markdown and HTML that mean something, and any text between them.
fn part() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "  ",
        "    ",
        "\t",
        "é",
        "a",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "~~",
        "^",
        "[",
        "](",
        ")",
        "![",
        "[^1]",
        "\n[^1]: ",
        "| ",
        "\n|---|---|\n",
        "<br>",
        "<p>",
        "</p>",
        "<b onclick=x>",
        "</b>",
        "<div>\n",
        "</div>\n\n",
        "<script>",
        "</script>",
        "<a href=\"javascript:x\">",
        "</a>",
        "<img src=x onerror=y>",
        "\n- ",
        "\n - ",
        "\n  - ",
        "\n1. ",
        "[ ] ",
        "[x] ",
        "\n> ",
        "> [!NOTE]\n",
        "\n# ",
        "{#x .y z=\"w\"}",
        "&amp;",
        "&#x41;",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "https://a.ca",
        "www.a.ca",
        "a@b.ca",
        "\\",
        "\n: ",
        "\u{a0}",
        "\u{fdd0}",
        "\u{fdd1}",
        "0",
        "<!--",
        "-->",
        "<details>",
        "<table><tr><td>",
        "<style>",
        "</style>",
        "œ",
        "😀",
        "\0",
        "---\n",
        "===\n",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => any::<String>()]
}
