//! What a hurried or unlucky author does to a site: each ends in pages or in a clear sentence.

#![expect(clippy::unwrap_used, reason = "the test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jalon::date::Date;
use jalon::pipeline::{Drafts, Inputs, Options, Outcome, run};
use jalon::source::line_and_column;
use serde_json::Value;

const SETTINGS: &str = "title = \"Tablée\"\nbase_url = \"https://example.org/\"\n";

const PAGE: &str = "+++\ntitle = \"Page\"\n+++\n\nBonjour.\n";

fn build(files: &[(&str, &[u8])]) -> Outcome {
    let mut all: BTreeMap<String, Arc<[u8]>> = BTreeMap::from([
        ("jalon.toml".to_owned(), SETTINGS.as_bytes().into()),
        ("content/_index.md".to_owned(), "+++\ntitle = \"Accueil\"\n+++\n".as_bytes().into()),
    ]);
    all.extend(files.iter().map(|(path, bytes)| ((*path).to_owned(), Arc::from(*bytes))));
    let day = Date::new(2026, 3, 1).unwrap();
    let options = Options { today: Some(day), build_day: day, drafts: Drafts::LeftOut, base_url: None };
    run(&Inputs { files: all, options })
}

/// What is said, as `path:line:column code`, or `path code` where there is no place.
fn said(files: &[(&str, &[u8])]) -> Vec<String> {
    let texts: BTreeMap<&str, String> =
        files.iter().map(|(path, bytes)| (*path, String::from_utf8_lossy(bytes).into_owned())).collect();
    let told = |diagnostic: &jalon::diagnostic::Diagnostic| {
        let code = diagnostic.problem.code();
        match diagnostic.span {
            Some(span) => {
                let (line, column) = line_and_column(&texts[diagnostic.path.as_str()], span.start);
                format!("{}:{line}:{column} {code}", diagnostic.path)
            }
            None => format!("{} {code}", diagnostic.path),
        }
    };
    build(files).diagnostics.iter().map(told).collect()
}

fn check(files: &[(&str, &str)], expected: &[&str]) {
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    assert_eq!(said(&bytes), expected);
}

#[test]
fn an_address_is_never_taken_twice_unsaid() {
    check(&[("content/a.md", PAGE), ("static/a", "x")], &["static/a file-and-folder"]);
    let at_home = "+++\ntitle = \"A\"\npath = \"404.html\"\n+++\n";
    check(&[("content/a.md", at_home)], &["content/a.md:3:8 file-and-folder"]);
    check(&[("content/a.md", PAGE), ("content/a.fr.md", PAGE)], &["content/a.md same-document"]);
    check(&[("content/a.md", PAGE), ("content/a/b.md", PAGE)], &["content/a/ same-address"]);
    check(&[("content/x/a.md", PAGE), ("content/X/b.md", PAGE)], &["content/x/ same-address"]);
    let by_one = "+++\ntitle = \"A\"\npaginate_by = 1\n+++\n";
    check(
        &[
            ("content/a/_index.md", by_one),
            ("content/a/b.md", PAGE),
            ("content/a/c.md", PAGE),
            ("content/a/page/2.md", PAGE),
        ],
        &["content/a/page/2.md same-address"],
    );
}

#[test]
fn a_document_named_page_stands_beside_the_pages_of_a_list() {
    let by_one = "+++\ntitle = \"A\"\npaginate_by = 1\n+++\n";
    check(&[("content/a/_index.md", by_one), ("content/a/page.md", PAGE), ("content/a/b.md", PAGE)], &[]);
}

#[test]
fn a_name_without_letters_is_not_the_page_of_its_folder() {
    check(
        &[("content/x/???.md", PAGE), ("content/x/!!!.md", PAGE)],
        &["content/x/!!!.md no-letter", "content/x/???.md no-letter"],
    );
    check(&[("content/???/a.md", PAGE)], &["content/??? no-letter"]);
}

#[test]
fn a_name_that_promises_what_the_site_does_not_do_is_told() {
    check(
        &[
            ("content/a.MD", PAGE),
            ("content/b.markdown", PAGE),
            ("content/c.en.md", PAGE),
            ("content/v1.2.md", PAGE),
        ],
        &["content/a.MD not-read", "content/b.markdown not-read", "content/c.en.md undeclared-language"],
    );
}

#[test]
fn a_name_whose_end_is_hidden_and_the_file_of_a_word_processor_are_told() {
    check(
        &[
            ("content/a.md.txt", PAGE),
            ("content/b.md.md", PAGE),
            ("content/c/index.docx", PAGE),
            ("content/d/_index.txt", PAGE),
            ("content/e.md.odt", PAGE),
            ("content/f.docx", PAGE),
            ("content/g.txt", PAGE),
            ("static/index.docx", PAGE),
        ],
        &[
            "content/a.md.txt hidden-end",
            "content/b.md.md hidden-end",
            "content/c/index.docx word-processor-file",
            "content/d/_index.txt hidden-end",
            "content/e.md.odt word-processor-file",
            "content/f.docx word-processor-file",
        ],
    );
}

#[test]
fn the_file_of_a_word_processor_that_is_offered_is_not_told() {
    let check_text = |name: &str, text: &str| {
        let page = format!("+++\ntitle = \"P\"\n+++\n\n{text}\n");
        check(&[("content/p.md", &page), (&format!("content/{name}"), PAGE)], &[]);
    };
    check_text("lettre.docx", "[La lettre](lettre.docx)");
    check_text("Lettre type.DOCX", "[La lettre](<Lettre type.DOCX>), [encore](Lettre%20type.DOCX)");
    check_text("lettre.odt", "{{ download(file=\"lettre.odt\", title=\"La lettre\") }}");
    check_text("été.rtf", "<a href=\"%C3%A9t%C3%A9.rtf\">La lettre</a>");
    let menu = format!("{SETTINGS}[[menu]]\ntitle = \"Lettre\"\nurl = \"/lettre.pages\"\n");
    check(&[("jalon.toml", &menu), ("content/p.md", PAGE), ("content/lettre.pages", PAGE)], &[]);
}

#[test]
fn index_is_the_home_page_of_its_language() {
    let settings = format!("{SETTINGS}[languages.fr]\n[languages.en]\n");
    check(&[("jalon.toml", &settings), ("content/index.en.md", PAGE)], &[]);
}

#[test]
fn utf_16_is_called_by_its_name() {
    let bytes: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain("titre".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let outcome = build(&[("content/a.md", &bytes)]);
    let messages: Vec<String> =
        outcome.diagnostics.iter().map(|it| it.problem.message(jalon::lang::Lang::En)).collect();
    assert_eq!(messages, ["this file is UTF-16 (“Unicode” in Notepad), not UTF-8"]);
}

/// Builds a plan, checks that its counts and anchors hold, and gives what is said with the
/// numbers of its actions.
fn plan(body: &str) -> (Vec<String>, Vec<String>) {
    let text = format!("+++\nkind = \"plan\"\ntitle = \"Plan\"\nupdated = 2026-01-01\n+++\n{body}");
    let files: &[(&str, &[u8])] = &[("content/p.md", text.as_bytes())];
    let outcome = build(files);
    let page = |path: &str| String::from_utf8(outcome.files[path].bytes.to_vec()).unwrap();
    for path in outcome.files.keys().filter(|path| path.ends_with(".html")) {
        check_anchors(path, &page(path));
    }
    check_words(body, &page("p/index.html"));
    let data: Value = serde_json::from_str(&page("p/plan.json")).unwrap();
    let mut numbers = Vec::new();
    for orientation in data["orientations"].as_array().unwrap() {
        for objective in orientation["objectives"].as_array().unwrap() {
            let actions = objective["actions"].as_array().unwrap();
            check_counts(&objective["progress"], actions.len());
            numbers.extend(actions.iter().map(|action| action["id"].as_str().unwrap().to_owned()));
        }
    }
    check_counts(&data["progress"], numbers.len());
    (said(files), numbers)
}

fn check_plan(body: &str, expected_said: &[&str], expected_numbers: &[&str]) {
    let (said, numbers) = plan(body);
    assert_eq!((said, numbers), (owned(expected_said), owned(expected_numbers)), "{body}");
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

/// Every action is in one count by status, and only one.
fn check_counts(progress: &Value, n_actions: usize) {
    let counts = progress.as_object().unwrap();
    let by_status = counts.iter().filter(|(key, _)| !matches!(key.as_str(), "total" | "late" | "rate"));
    let sum: u64 = by_status.map(|(_, count)| count.as_u64().unwrap()).sum();
    assert_eq!((sum, counts["total"].as_u64()), (n_actions as u64, Some(n_actions as u64)), "{progress}");
}

fn check_anchors(path: &str, html: &str) {
    let mut seen = BTreeSet::new();
    for tag in html.split(" id=\"").skip(1) {
        let id = tag.split('"').next().unwrap();
        assert!(seen.insert(id), "{path} has two elements “{id}”");
        assert!(!id.contains(char::is_whitespace) && !id.is_empty(), "{path}: “{id}” is no anchor");
    }
    for link in html.split("href=\"#").skip(1) {
        let anchor = link.split('"').next().unwrap();
        assert!(
            anchor.is_empty() || seen.contains(anchor),
            "{path} leads to “#{anchor}”, which it does not have"
        );
    }
}

/// Every word of the body is on the page. Boxes, anchors, level words and the titles of known
/// columns are signs, not words, and are left out of these cases.
fn check_words(body: &str, html: &str) {
    let page: BTreeSet<String> = words(&without(html, '<', '>')).collect();
    let body = without(&without(body, '{', '}'), '<', '>').replace("[x]", "").replace("[X]", "");
    let signs = ["Action", "Actions", "ACTIONS", "Statut", "STATUT", "No", "Objectif"];
    let missing: Vec<String> =
        words(&body).filter(|word| !page.contains(word) && !signs.contains(&word.as_str())).collect();
    assert!(missing.is_empty(), "the page misses {missing:?}");
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned)
}

/// A text without what stands between two marks, a space in its place.
fn without(text: &str, open: char, close: char) -> String {
    let mut kept = String::new();
    let mut is_inside = false;
    for c in text.chars() {
        is_inside |= c == open;
        if !is_inside {
            kept.push(c);
        }
        if is_inside && c == close {
            is_inside = false;
            kept.push(' ');
        }
    }
    kept
}

#[test]
fn a_number_written_twice_is_published_twice() {
    check_plan(
        "## Orientation 1 : Agir\n\n### 1.1 Ici\n\n- [ ] un\n\n## Orientation 1 : Encore\n\n### 1.1 Ici\n\n- [ ] deux\n",
        &[
            "content/p.md:12:4 number-twice",
            "content/p.md:14:5 number-twice",
            "content/p.md:16:7 number-twice",
        ],
        &["1.1.1", "1.1.1-2"],
    );
    check_plan(
        "| No | Action |\n|---|---|\n| 2 bis | un |\n| 2 bis | deux |\n",
        &["content/p.md:6:1 no-orientation", "content/p.md:9:11 number-twice"],
        &["1.2-bis", "1.2-bis-2"],
    );
}

#[test]
fn what_has_no_number_leaves_the_written_ones_free() {
    check_plan(
        "| Action |\n|---|\n| un |\n\n## Orientation 1 : Agir\n\n### Là\n\n- [ ] deux\n\n### 1.1 Ici\n\n- [ ] trois\n",
        &["content/p.md:6:1 no-orientation"],
        &["2.1", "1.2.1", "1.1.1"],
    );
    check_plan(
        "## Orientation 4294967295 : Agir\n\n- [ ] un\n\n## Encore\n\n- [ ] deux\n",
        &[],
        &["4294967295.1", "4294967296.1"],
    );
}

#[test]
fn an_anchor_of_a_text_is_not_given_to_a_number() {
    check_plan(
        "## Contexte {#1}\n\ntexte\n\n## Orientation 1 : Agir\n\n- [ ] un\n\n<p id=\"1.1\">deux</p>\n",
        &["content/p.md:10:4 number-twice", "content/p.md:12:7 number-twice"],
        &["1.1-2"],
    );
}

#[test]
fn anchors_of_the_theme_are_free_for_headings() {
    check_plan(
        "## Plans\n\na[^1]\n\n## Main\n\nb\n\n## Pages {#progress-title}\n\nc\n\n## Notes {#footnotes-title}\n\nd\n\n\
         ## Orientation 2 : Agir {#contenu}\n\n- [ ] un {#orientation-2}\n\n[^1]: fn\n",
        &[],
        &["orientation-2"],
    );
}

#[test]
fn a_box_counts_and_what_has_none_is_told() {
    check_plan(
        "## Orientation 1 : Agir\n\n- [X] un\n- deux\n- [ ] trois\n  - [x] quatre\n- [ ]\n",
        &[
            "content/p.md:9:3 item-without-box",
            "content/p.md:11:9 nested-task",
            "content/p.md:12:1 empty-task",
        ],
        &["1.1", "1.2"],
    );
}

#[test]
fn marks_of_word_processors_are_no_words() {
    check_plan(
        "## Orientation 1 : Agir\n\n| Action | Statut |\n|---|---|\n| • un<br>– deux | • Fait<br>• En cours |\n\
         | **Actions** | **STATUT** |\n| trois | – |\n",
        &[],
        &["1.1", "1.2", "1.3"],
    );
}

#[test]
fn ten_thousand_problems_are_told_at_once() {
    let text = format!("+++\ntitle = \"A\"\n+++\n{}", "[^a] [b](#c)\n\n".repeat(5_000));
    let outcome = build(&[("content/a.md", text.as_bytes())]);
    assert_eq!(outcome.diagnostics.len(), 10_000);
}

#[test]
fn html_hides_nothing_unsaid() {
    check(&[("content/a.md", "Un\n\n<!-- deux\n\ntrois\n")], &["content/a.md:3:1 unclosed-comment"]);
    check(&[("content/a.md", "Un\n\n<!-- deux -->\n\ntrois <!-- quatre -->\n")], &[]);
    check(
        &[("content/a.md", "## Un\n\n<p id=\"un\">a</p>\n\n<p id=\"b\">b</p>\n\n<p id=\"b\">c</p>\n")],
        &["content/a.md:3:4 repeated-id", "content/a.md:7:4 repeated-id"],
    );
}

#[test]
fn an_address_that_runs_a_program_is_refused_wherever_it_is_typed() {
    let page = |text: &str| format!("+++\ntitle = \"A\"\n+++\n\n{text}\n");
    let video = page("{{ video(url=\"javascript:alert(1)\", title=\"Film\") }}");
    check(&[("content/a.md", &video)], &["content/a.md:5:14 program-address"]);
    let coded = page("{{ video(url=\"JavaScript:alert(1)\", title=\"Film\") }}");
    check(&[("content/a.md", &coded)], &["content/a.md:5:14 program-address"]);
    let file = page("{{ download(file=\"data:text/html,x\") }}");
    check(&[("content/a.md", &file)], &["content/a.md:5:18 program-address"]);
    let menu = format!("{SETTINGS}[[menu]]\ntitle = \"M\"\nurl = \"javascript:alert(1)\"\n");
    check(&[("jalon.toml", &menu), ("content/a.md", PAGE)], &["jalon.toml:5:7 program-address"]);
    check(&[("content/a.md", &page("[b](https://example.org/) ![c](data:image/png;base64,AA==)"))], &[]);
}

/// What a log says is shown as it was typed, and leads nowhere it should not.
#[test]
fn a_log_runs_nothing() {
    let plan = "+++\nkind = \"plan\"\ntitle = \"P\"\nupdated = 2026-01-01\n+++\n## Axe 1\n\n- [ ] un\n";
    let log =
        "date,action,état,preuve,note\n2026-01-01,1.1,Fait,javascript:alert(1),<script>alert(2)</script>\n";
    let outcome = build(&[("content/p/index.md", plan.as_bytes()), ("content/p/suivi.csv", log.as_bytes())]);
    let page = String::from_utf8(outcome.files["p/1.1/index.html"].bytes.to_vec()).unwrap();
    assert!(page.contains("javascript:alert(1)") && page.contains("&lt;script&gt;alert(2)"), "{page}");
    assert!(!page.contains("=\"javascript:") && !page.contains("<script>alert"), "{page}");
}

#[test]
fn html_in_a_header_is_shown_as_it_was_typed() {
    let section = "+++\ntitle = \"Nouvelles\"\n+++\n";
    let typed = "<img src=x onerror=alert(1)>";
    let news = format!(
        "+++\nkind = \"news\"\ndate = 2026-01-01\ntitle = \"{typed}\"\ndescription = \"{typed}\"\nauthors = [\"{typed}\"]\ntags = [\"{typed}\"]\n+++\n\nBon.\n"
    );
    let outcome = build(&[("content/n/_index.md", section.as_bytes()), ("content/n/a.md", news.as_bytes())]);
    let pages = outcome.files.iter().filter(|(path, _)| path.ends_with(".html"));
    let mut n_shown = 0;
    for (path, file) in pages {
        let page = String::from_utf8_lossy(&file.bytes);
        assert!(!page.contains("<img src=x"), "{path}");
        n_shown += page.matches("&lt;img src=x").count();
    }
    assert!(n_shown > 5, "{n_shown}");
}
