//! Headers of documents: what is understood, and what their authors are told.

mod fences;
mod keys;
mod toml;
mod yaml;

use jalon::diagnostic::{Problems, Severity};
use jalon::front_matter::{self, Split, WrittenKind};
use jalon::lang::Lang;
use jalon::record::Data;
use jalon::source::{Source, line_and_column};
use proptest::prelude::any;
use proptest::{prop_assert, proptest};

fn read(path: &str, text: &str) -> (Split, String) {
    let source = Source::new(path, text);
    let mut problems = Problems::in_file(path);
    let split = front_matter::read(&source, &mut problems);
    (split, shown(text, problems))
}

/// Each problem: its place and code, then what is said in French and in English.
fn shown(text: &str, problems: Problems) -> String {
    let mut shown = String::new();
    for diagnostic in problems.into_diagnostics() {
        assert_eq!(diagnostic.severity, Severity::Error);
        let span = diagnostic.span.expect("a header problem has a place");
        let (line, column) = line_and_column(text, span.start);
        let (_, end) = line_and_column(text, span.end);
        shown += &format!("{line}:{column}-{end} {}\n", diagnostic.problem.code());
        for lang in [Lang::Fr, Lang::En] {
            let help = diagnostic.problem.help(lang).map(|help| format!(" → {help}"));
            shown += &format!("  {}{}\n", diagnostic.problem.message(lang), help.unwrap_or_default());
        }
    }
    shown.replace('\u{a0}', " ")
}

fn check(text: &str, expected: &str) {
    check_in("content/a.md", text, expected);
}

fn check_in(path: &str, text: &str, expected: &str) {
    let (_, shown) = read(path, text);
    assert_eq!(shown.trim(), expected.trim(), "\n{shown}");
}

/// Both texts are read without a problem and say the same; the first one's result.
fn same(toml: &str, yaml: &str) -> Split {
    let (toml, toml_problems) = read("content/a.md", &format!("+++\n{toml}\n+++\nTexte.\n"));
    let (yaml, yaml_problems) = read("content/a.md", &format!("---\n{yaml}\n---\nTexte.\n"));
    assert_eq!((toml_problems.as_str(), yaml_problems.as_str()), ("", ""));
    assert_eq!(words(&toml), words(&yaml));
    toml
}

/// A header without places, so that two notations can be compared.
fn words(split: &Split) -> String {
    let debug = format!("{:?}", split.header);
    let mut words = String::new();
    let mut rest = debug.as_str();
    while let Some(at) = rest.find("Span {") {
        words += &rest[..at];
        rest = rest[at..].split_once('}').map_or("", |(_, rest)| rest);
    }
    (words + rest).replace("Yaml", "Toml")
}

#[test]
fn toml_and_yaml_say_the_same() {
    let split = same(
        "title = \"L’été : à venir\"\ndate = 2013-10-11\nupdated = 2014-01-02T09:30:00\nweight = -3\ndraft = true\n\
         slug = \"été\"\npath = \"/a/b/\"\naliases = [\"/vieux\", \"page.html\"]\nauthors = \"Le conseil\"\n\
         tags = [\"eau\", \"air\"]\ntemplate = \"a.html\"\nimage = \"a.jpg\"\nkind = \"plan\"\n\
         extra = { a = 1.5, b = [1, 2], c = \"3\" }\n[plan]\nstage = \"adopted\"",
        "title: \"L’été : à venir\"\ndate: 2013-10-11\nupdated: 2014-01-02 09:30\nweight: -3\ndraft: true\n\
         slug: été\npath: /a/b/\naliases:\n  - /vieux\n  - page.html\nauthors: Le conseil\n\
         tags: [eau, air]\ntemplate: a.html\nimage: a.jpg\nkind: plan\n\
         extra: { a: 1.5, b: [1, 2], c: \"3\" }\nplan:\n  stage: adopted",
    );
    let header = split.header;
    assert_eq!(header.title.as_deref(), Some("L’été : à venir"));
    assert_eq!(header.updated.map(|date| date.to_string()).as_deref(), Some("2014-01-02"));
    assert_eq!(header.authors, ["Le conseil"]);
    assert_eq!(header.weight, Some(-3));
    assert!(header.draft);
    let plan = header.kind_record.expect("the plan has its table");
    assert_eq!(plan.entries[0].value.data, Data::Text("adopted".to_owned()));
}

#[test]
fn a_date_between_quotes_is_a_date() {
    let split = same("date = \"2013-10-11\"", "date: \"2013-10-11\"");
    assert_eq!(split.header.date.map(|date| date.to_string()).as_deref(), Some("2013-10-11"));
}

#[test]
fn kinds_are_read_with_or_without_accents_and_capitals() {
    for (written, kind) in [
        ("Plan", WrittenKind::Plan),
        ("synthese", WrittenKind::Synthesis),
        ("Synthèse", WrittenKind::Synthesis),
        ("ATELIER", WrittenKind::Synthesis),
        ("mission", WrittenKind::Mission),
        ("actualite", WrittenKind::News),
        ("actualité", WrittenKind::News),
        ("nouvelle", WrittenKind::News),
        ("page", WrittenKind::Page),
    ] {
        let split = same(&format!("kind = \"{written}\""), &format!("kind: {written}"));
        assert_eq!(split.header.kind, Some(kind), "{written}");
    }
}

#[test]
fn an_empty_yaml_key_is_absent() {
    let (split, problems) = read("content/a.md", "---\ntitle:\ndescription: ~\ntags: [eau, ]\n---\n");
    assert_eq!(problems, "");
    let tags: Vec<String> = split.header.tags.into_iter().map(|tag| tag.value).collect();
    assert_eq!((split.header.title, tags), (None, vec!["eau".to_owned()]));
}

#[test]
fn the_body_starts_after_the_closing_line() {
    for (text, body) in [
        ("+++\ntitle = \"a\"\n+++\n# Texte\n", "# Texte\n"),
        ("+++\r\ntitle = \"a\"\r\n+++\r\n\r\n# Texte", "\r\n# Texte"),
        ("\n\n---\ntitle: a\n---", ""),
        ("+++\n+++\nTexte", "Texte"),
        ("# Texte\n\n---\n\nSuite\n", "# Texte\n\n---\n\nSuite\n"),
        ("", ""),
    ] {
        let (split, problems) = read("content/a.md", text);
        assert_eq!((&text[split.body_start..], problems.as_str()), (body, ""), "{text:?}");
    }
}

#[test]
fn places_are_those_of_the_file() {
    let text = "---\nextra:\n  é: è\nslug: \"œuvre\"\naliases: [à, ô]\n---\n";
    let (split, _) = read("content/a.md", text);
    let slug = split.header.slug.expect("a slug");
    assert_eq!(&text[slug.span.start..slug.span.end], "\"œuvre\"");
    let alias = &split.header.aliases[1];
    assert_eq!(&text[alias.span.start..alias.span.end], "ô");
}

#[test]
fn deep_and_unfolding_headers_are_refused_quickly() {
    let deep_keys = ["a"; 70].join(".");
    for text in [
        format!("+++\nextra = {}\n+++\n", "[".repeat(20_000)),
        format!(
            "+++\n[{deep_keys}]\n{}b = 1{}\n+++\n",
            format!("{deep_keys} = {{ ").repeat(60),
            "}".repeat(60)
        ),
        format!("---\nextra: {}\n---\n", "[".repeat(20_000)),
        format!("---\n{}\n---\n", "- ".repeat(20_000)),
        "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n".to_owned(),
    ] {
        let (_, problems) = read("content/a.md", &text);
        assert_ne!(problems, "", "{}", &text[..20]);
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(
        fence in "(\\+\\+\\+|---)\r?\n",
        body in "([a-zé_]{1,6}( ?[=:] ?|\n|\\[|\\]|\\{|\\}|\"|'|, | |\t|“|#|- |\\|\n|&a|\\*a|2013-1|1_0|true|\\\\u|\u{0})){0,14}",
        anything in "\\PC{0,30}",
        section in any::<bool>(),
    ) {
        let path = if section { "content/_index.en.md" } else { "content/a.md" };
        for inner in [&body, &anything] {
            let text = format!("{fence}{inner}\n{fence}Texte");
            let mut problems = Problems::in_file(path);
            let split = front_matter::read(&Source::new(path, text.as_str()), &mut problems);
            prop_assert!(text.is_char_boundary(split.body_start));
            for diagnostic in problems.into_diagnostics() {
                let span = diagnostic.span.expect("a place");
                prop_assert!(text.get(span.start..span.end).is_some(), "{:?} in {:?}", diagnostic, text);
            }
        }
    }
}

#[test]
fn french_messages_have_their_no_break_spaces() {
    let text =
        "+++\nkind = \"budget\"\ntitle: a\nslug = \"a b\"\ndraft = \"oui\"\nt = \"a\"b\"\n[mission]\n+++\n";
    let mut problems = Problems::in_file("content/a.md");
    front_matter::read(&Source::new("content/a.md", text), &mut problems);
    for diagnostic in problems.into_diagnostics() {
        let problem = diagnostic.problem;
        let said = problem.message(Lang::Fr) + &problem.help(Lang::Fr).unwrap_or_default();
        for broken in ["« ", " »", " :", " ;", " !"] {
            assert!(!said.contains(broken), "{said}");
        }
    }
}
