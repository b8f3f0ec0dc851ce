//! Where a call is a call, and where it is text; and that no text is lost.

use insta::assert_snapshot;
use jalon::diagnostic::Problems;
use jalon::lang::Lang;
use jalon::markdown::{self, Filling, Place, escape};
use jalon::source::Source;
use proptest::prelude::{any, prop, proptest};

use crate::words;

/// The HTML of a text, each call as `[name: alone]` or `[name: in a sentence]`.
fn html(text: &str) -> String {
    let mut problems = Problems::in_file("a.md");
    let body = markdown::read(&Source::new("a.md", text), 0, Lang::Fr, &mut problems);
    let mut html = body.html();
    for footnote in &body.footnotes {
        html.push(&footnote.html);
    }
    let filled = html.fill(&mut |hole| match &hole.what {
        Filling::Shortcode(shortcode) => {
            let place = match shortcode.place {
                Place::Alone => "alone",
                Place::Sentence => "in a sentence",
            };
            format!("[{}: {place}]", shortcode.call.name.name())
        }
        Filling::Link(address) | Filling::Image(address) => escape(address),
        Filling::FootnoteCall(label) => escape(label),
        Filling::Word(key) => (*key).to_owned(),
        Filling::Title => "the title".to_owned(),
    });
    filled.trim().to_owned()
}

#[test]
fn a_call_alone_in_its_paragraph_is_no_paragraph() {
    assert_snapshot!(html("{{ progress() }}"), @"[progress: alone]");
    assert_snapshot!(html("{{ progress() }}\n{{ timeline() }}"), @"
    [progress: alone]
    [timeline: alone]
    ");
    assert_snapshot!(html("Avant.\n\n{{ progress() }}\n\nAprès."), @"
    <p>Avant.</p>
    [progress: alone]
    <p>Après.</p>
    ");
    assert_snapshot!(html("Avant : {{ progress() }}"), @"<p>Avant : [progress: in a sentence]</p>");
    assert_snapshot!(html("Avant :\n{{ progress() }}"), @"
    <p>Avant :
    [progress: in a sentence]</p>
    ");
    assert_snapshot!(html("**{{ progress() }}**"), @"<p><strong>[progress: in a sentence]</strong></p>");
    assert_snapshot!(html("## Titre {{ progress() }}"), @r#"<h2 id="titre">Titre [progress: in a sentence]</h2>"#);
}

#[test]
fn a_call_may_go_over_lines_but_not_over_blocks() {
    assert_snapshot!(html("{{ actions(\n  plan=\"a\",\n  late=true\n) }}"), @"[actions: alone]");
    assert_snapshot!(html("- a\n- {{ actions(\n    late=true\n  ) }}\n- b"), @"
    <ul>
    <li>a</li>
    <li>[actions: alone]</li>
    <li>b</li>
    </ul>
    ");
    assert_snapshot!(html("{{ actions(\n\nlate=true) }}"), @"
    <p>{{ actions(</p>
    <p>late=true) }}</p>
    ");
    assert_snapshot!(html("{{ actions(\n```\nlate=true) }}\n```"), @r#"
    <p>{{ actions(</p>
    <pre tabindex="0"><code>late=true) }}
    </code></pre>
    "#);
}

#[test]
fn lists_tables_quotes_and_notes_hold_calls() {
    assert_snapshot!(html("- {{ progress() }}\n- voir {{ progress() }}"), @"
    <ul>
    <li>[progress: alone]</li>
    <li>voir [progress: in a sentence]</li>
    </ul>
    ");
    assert_snapshot!(html("- a\n\n- {{ progress() }}\n\n  b"), @"
    <ul>
    <li>
    <p>a</p>
    </li>
    <li>
    [progress: alone]
    <p>b</p>
    </li>
    </ul>
    ");
    assert_snapshot!(html("> {{ progress() }}"), @"
    <blockquote>
    [progress: alone]
    </blockquote>
    ");
    assert_snapshot!(html("| A | B |\n|---|---|\n| {{ quote(text=\"a | b\") }} | c {{ progress() }} |"), @r#"
    <div class="table-box" tabindex="0">
    <table aria-label="the title">
    <thead>
    <tr>
    <th scope="col">A</th>
    <th scope="col">B</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td>[quote: alone]</td>
    <td>c [progress: in a sentence]</td>
    </tr>
    </tbody>
    </table>
    </div>
    "#);
    assert_snapshot!(html("Mot[^1].\n\n[^1]: Voir {{ progress() }}."), @"
    <p>Mot1.</p>
    <p>Voir [progress: in a sentence].</p>
    ");
    assert_snapshot!(html("Sigle\n: {{ progress() }}"), @"
    <dl>
    <dt>Sigle</dt>
    <dd>[progress: alone]</dd>
    </dl>
    ");
}

#[test]
fn the_arguments_of_a_call_are_no_markdown() {
    assert_snapshot!(html("{{ quote(text=\"*a* `b` [c](d) <e> https://f.example.org\") }}"), @"[quote: alone]");
    assert_snapshot!(html("*a {{ quote(text=\"b*\") }} c*"), @"<p><em>a [quote: in a sentence] c</em></p>");
    assert_snapshot!(html("## Titre {{ progress(plan=\"a\") }} {#ici}"), @r#"<h2 id="ici">Titre [progress: in a sentence]</h2>"#);
}

#[test]
fn code_attributes_and_addresses_hold_no_call() {
    assert_snapshot!(html("`{{ progress() }}`"), @"<p><code>{{ progress() }}</code></p>");
    assert_snapshot!(html("```\n{{ progress() }}\n```"), @r#"
    <pre tabindex="0"><code>{{ progress() }}
    </code></pre>
    "#);
    assert_snapshot!(html("    {{ progress() }}"), @r#"<pre tabindex="0"><code>{{ progress() }}</code></pre>"#);
    assert_snapshot!(html("<span title=\"{{ progress() }}\">a</span>"), @r#"<p><span title="{{ progress() }}">a</span></p>"#);
    assert_snapshot!(html("<code>{{ progress() }}</code> {{ progress() }}"), @"<p><code>{{ progress() }}</code> [progress: in a sentence]</p>");
    assert_snapshot!(html("<div title=\"{{ progress() }}\">\n<pre>{{ progress() }}</pre>\n<!-- {{ progress() }} -->\n</div>"), @r#"
    <div title="{{ progress() }}">
    <pre>{{ progress() }}</pre>

    </div>
    "#);
    assert_snapshot!(html("![{{ progress() }}](a.png) [b](c \"{{progress()}}\") [d]({{progress()}})"), @r#"<p><img src="a.png" alt="{{ progress() }}"> <a href="c" title="{{progress()}}">b</a> <a href="{{progress()}}">d</a></p>"#);
}

#[test]
fn html_of_the_author_holds_calls_in_its_text() {
    assert_snapshot!(html("<div>\n{{ progress() }}\n</div>"), @"
    <div>
    [progress: alone]
    </div>
    ");
    assert_snapshot!(html("<p>Soit {{ progress() }}.</p>"), @"<p>Soit [progress: in a sentence].</p>");
    assert_snapshot!(html("<p>{{ progress() }}</p>"), @"<p>[progress: in a sentence]</p>");
    assert_snapshot!(html("<details>\n\n{{ progress() }}\n\n</details>"), @"
    <details>
    [progress: alone]
    </details>
    ");
}

#[test]
fn a_backslash_makes_braces_text() {
    assert_snapshot!(html("\\{{ progress() }}"), @"<p>{{ progress() }}</p>");
    assert_snapshot!(html("\\\\{{ progress() }}"), @r"<p>\[progress: in a sentence]</p>");
}

#[test]
fn the_plain_words_of_a_line_keep_what_the_author_gave() {
    let text = "- Écrire à {{ contact(email=\"a@example.org\", name=\"Le bureau\") }}, {{ progress() }}";
    let body = markdown::read(&Source::new("a.md", text), 0, Lang::Fr, &mut Problems::in_file("a.md"));
    let markdown::Piece::List(list) = &body.pieces[0] else { panic!("a list") };
    assert_eq!(list.items[0].line.plain, "Écrire à Le bureau,");
}

/// Pieces of texts that hold calls, whole or broken.
const PIECES: [&str; 24] = [
    "{{ progress() }}",
    "{{ quote(text=\"a|`b*\") }}",
    "{{",
    "}}",
    "{{ x(",
    ") }}",
    "\"",
    "`",
    "*",
    "|",
    "\n",
    "\n\n",
    "```\n",
    "<div>",
    "</div>",
    "<!--",
    "\\",
    "[a](",
    "- ",
    "# ",
    "“",
    "{% end %}",
    "é",
    "    ",
];

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        html(&text);
    }

    #[test]
    fn any_mix_of_calls_and_marks_is_read(picks in prop::collection::vec(0..PIECES.len(), 0..24)) {
        let text: String = picks.iter().map(|at| PIECES[*at]).collect();
        html(&text);
    }

    /// Words between calls are never taken for a part of them.
    #[test]
    fn words_around_calls_are_kept(words_around in prop::collection::vec("[a-zé]{1,8}", 1..6), at in 0..6_usize) {
        let calls = ["{{ progress() }}", "{{ quote(text=\"x\") }}", "{{ nothing(a=1) }}", "{{ open(", "{{ var }}", "\\{{"];
        let text = words_around.join(&format!(" {} ", calls[at]));
        let shown = words(&html(&text));
        let mut rest = shown.as_str();
        for word in &words_around {
            let found = rest.find(word.as_str());
            proptest::prop_assert!(found.is_some(), "{word} in {shown}");
            rest = &rest[found.unwrap_or(0) + word.len()..];
        }
    }
}

/// Calls that never end, one after the other, are looked at once each and not far.
#[test]
fn a_text_full_of_open_calls_is_read() {
    for piece in ["{{ a( ", "{{ a(b=\"", "{{ a(b=\"\n", "{{ a ", "{% if ", "{{{{"] {
        let text = piece.repeat(5_000);
        assert!(words(&html(&text)).len() > 5_000, "{piece}");
    }
}
