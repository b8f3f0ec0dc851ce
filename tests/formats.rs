//! The same problems in the four formats and the two languages.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use jalon::cli::arguments::Format;
use jalon::cli::entry::{Desk, Entry};
use jalon::cli::format::told;
use jalon::diagnostic::file::FileProblem;
use jalon::diagnostic::{Diagnostic, Severity};
use jalon::disk::read::Files;
use jalon::lang::Lang;
use jalon::source::Span;

fn diagnostic(severity: Severity, path: &str, span: Option<Span>, problem: FileProblem) -> Diagnostic {
    Diagnostic { severity, problem: problem.into(), path: path.into(), span }
}

fn not_utf8(path: &str, start: usize, end: usize) -> Diagnostic {
    let problem = FileProblem::NotUtf8 { byte: 0xE9, guess: Some('é') };
    diagnostic(Severity::Error, path, Some(Span::new(start, end)), problem)
}

fn files(files: &[(&str, &str)]) -> Files {
    files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect()
}

fn entries(lang: Lang, files: &Files, diagnostics: Vec<Diagnostic>) -> Vec<Entry> {
    let (root, config) = (Path::new(""), Path::new("jalon.toml"));
    Desk { lang, root, config, files, others: None }.entries(diagnostics)
}

/// The text of all problems; no-break spaces shown as `_`.
fn shown(lang: Lang, format: Format, files: &Files, diagnostics: Vec<Diagnostic>) -> String {
    let told: String =
        entries(lang, files, diagnostics).iter().map(|entry| told(lang, format, entry)).collect();
    anstream::adapter::strip_str(&told).to_string().replace('\u{a0}', "_")
}

fn sample(lang: Lang, format: Format) -> String {
    let files = files(&[("content/plans/a.md", "# Plan\n\n| Tournée | Été | En cour |\n")]);
    let broken = diagnostic(Severity::Warning, "content/lien.md", None, FileProblem::ChangedByOthers);
    shown(lang, format, &files, vec![not_utf8("content/plans/a.md", 29, 36), broken])
}

#[test]
fn people_see_the_place_and_the_way_out() {
    insta::assert_snapshot!(sample(Lang::Fr, Format::Human), @r##"
    attention_: ce fichier n’est plus publié, mais il a été modifié à la main_: il reste en place [changed-by-others]
    --> content/lien.md
     = aide_: supprimez-le s’il ne sert plus

    erreur_: ce fichier n’est pas en UTF-8_: octet 0xE9 [not-utf8]
     --> content/plans/a.md:3:19
      |
    3 | | Tournée | Été | En cour |
      |                   ^^^^^^^
      |
      = aide_: en Windows-1252, cet octet serait «_é_»; enregistrez le fichier en UTF-8
    "##);
    insta::assert_snapshot!(sample(Lang::En, Format::Human), @"
    warning: this file is no longer published, but it was edited by hand: it is left in place [changed-by-others]
    --> content/lien.md
     = help: delete it if it is no longer needed

    error: this file is not UTF-8: byte 0xE9 [not-utf8]
     --> content/plans/a.md:3:19
      |
    3 | | Tournée | Été | En cour |
      |                   ^^^^^^^
      |
      = help: in Windows-1252 this byte would be “é”; save the file as UTF-8
    ");
}

#[test]
fn the_short_form_is_one_line_and_its_way_out() {
    insta::assert_snapshot!(sample(Lang::Fr, Format::Short), @r##"
    content/lien.md: attention_: ce fichier n’est plus publié, mais il a été modifié à la main_: il reste en place [changed-by-others]
      aide_: supprimez-le s’il ne sert plus
    content/plans/a.md:3:19: erreur_: ce fichier n’est pas en UTF-8_: octet 0xE9 [not-utf8]
      aide_: en Windows-1252, cet octet serait «_é_»; enregistrez le fichier en UTF-8
    "##);
    insta::assert_snapshot!(sample(Lang::En, Format::Short), @"
    content/lien.md: warning: this file is no longer published, but it was edited by hand: it is left in place [changed-by-others]
      help: delete it if it is no longer needed
    content/plans/a.md:3:19: error: this file is not UTF-8: byte 0xE9 [not-utf8]
      help: in Windows-1252 this byte would be “é”; save the file as UTF-8
    ");
}

#[test]
fn json_is_one_object_per_line() {
    insta::assert_snapshot!(sample(Lang::Fr, Format::Json), @r##"
    {"severity":"warning","code":"changed-by-others","path":"content/lien.md","line":null,"column":null,"end_line":null,"end_column":null,"message":"ce fichier n’est plus publié, mais il a été modifié à la main_: il reste en place","help":"supprimez-le s’il ne sert plus","lang":"fr"}
    {"severity":"error","code":"not-utf8","path":"content/plans/a.md","line":3,"column":19,"end_line":3,"end_column":26,"message":"ce fichier n’est pas en UTF-8_: octet 0xE9","help":"en Windows-1252, cet octet serait «_é_»; enregistrez le fichier en UTF-8","lang":"fr"}
    "##);
    insta::assert_snapshot!(sample(Lang::En, Format::Json), @r#"
    {"severity":"warning","code":"changed-by-others","path":"content/lien.md","line":null,"column":null,"end_line":null,"end_column":null,"message":"this file is no longer published, but it was edited by hand: it is left in place","help":"delete it if it is no longer needed","lang":"en"}
    {"severity":"error","code":"not-utf8","path":"content/plans/a.md","line":3,"column":19,"end_line":3,"end_column":26,"message":"this file is not UTF-8: byte 0xE9","help":"in Windows-1252 this byte would be “é”; save the file as UTF-8","lang":"en"}
    "#);
}

#[test]
fn github_reads_workflow_commands() {
    insta::assert_snapshot!(sample(Lang::Fr, Format::Github), @r##"
    ::warning file=content/lien.md,title=changed-by-others::ce fichier n’est plus publié, mais il a été modifié à la main_: il reste en place%0Aaide_: supprimez-le s’il ne sert plus
    ::error file=content/plans/a.md,line=3,col=19,endLine=3,endColumn=26,title=not-utf8::ce fichier n’est pas en UTF-8_: octet 0xE9%0Aaide_: en Windows-1252, cet octet serait «_é_»; enregistrez le fichier en UTF-8
    "##);
    insta::assert_snapshot!(sample(Lang::En, Format::Github), @"
    ::warning file=content/lien.md,title=changed-by-others::this file is no longer published, but it was edited by hand: it is left in place%0Ahelp: delete it if it is no longer needed
    ::error file=content/plans/a.md,line=3,col=19,endLine=3,endColumn=26,title=not-utf8::this file is not UTF-8: byte 0xE9%0Ahelp: in Windows-1252 this byte would be “é”; save the file as UTF-8
    ");
}

#[test]
fn github_escapes_what_would_end_a_command() {
    let twin = FileProblem::SameName { twin: "100 %\nfini".into() };
    let diagnostic = diagnostic(Severity::Error, "content/a:b,c.md", None, twin);
    insta::assert_snapshot!(shown(Lang::En, Format::Github, &Files::new(), vec![diagnostic]), @"::error file=content/a%3Ab%2Cc.md,title=same-name::this name and “100 %25%0Afini” are spelled the same, but their accents are not coded alike%0Ahelp: rename or delete one of them: they would have the same address");
}

#[test]
fn what_a_file_holds_never_drives_the_terminal() {
    let files = files(&[("content/a.md", "a \u{1b}[2J b\u{202e}c")]);
    let twin = FileProblem::SameName { twin: "\u{1b}[31mrouge".into() };
    let diagnostics =
        vec![not_utf8("content/a.md", 2, 6), diagnostic(Severity::Error, "content/\u{1b}[2J.md", None, twin)];
    for format in [Format::Human, Format::Short, Format::Json] {
        for entry in entries(Lang::Fr, &files, diagnostics.clone()) {
            let told = told(Lang::Fr, format, &entry);
            for hostile in ["\u{1b}[2J", "\u{1b}[31m", "\u{202e}"] {
                let kept = told.contains(hostile);
                assert!(!kept || (format == Format::Json && hostile == "\u{202e}"), "{format:?}: {told:?}");
            }
        }
    }
}

#[test]
fn problems_come_by_file_then_by_place_and_once_each() {
    let files = files(&[("a.md", "un\ndeux\n"), ("b.md", "un\n")]);
    let unreadable = FileProblem::Unreadable { cause: ErrorKind::PermissionDenied };
    let diagnostics = vec![
        not_utf8("b.md", 0, 1),
        not_utf8("a.md", 3, 4),
        not_utf8("a.md", 0, 1),
        diagnostic(Severity::Error, "a.md", None, unreadable),
        not_utf8("a.md", 3, 4),
    ];
    let order = shown(Lang::Fr, Format::Short, &files, diagnostics);
    let places: Vec<&str> = order
        .lines()
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split(": ").next())
        .collect();
    assert_eq!(places, ["a.md", "a.md:1:1", "a.md:2:1", "b.md:1:1"]);
}

#[test]
fn a_huge_line_is_not_printed() {
    let text = format!("{}ici{}", "é ".repeat(3_000_000), "x".repeat(10_000_000));
    let told = shown(
        Lang::Fr,
        Format::Human,
        &files(&[("a.md", &text)]),
        vec![not_utf8("a.md", 9_000_000, 9_000_003)],
    );
    assert!(told.contains("--> a.md:1:6000001\n"), "{told}");
    assert!(told.len() < 1_000, "{}", told.len());
}

#[test]
fn a_file_of_the_theme_is_looked_up() {
    let files = BTreeMap::new();
    let theme = |path: &str| (path == "themes/default/page.html").then(|| b"un\ndeux".as_slice().into());
    let (root, config) = (Path::new("site"), Path::new("jalon.toml"));
    let desk = Desk { lang: Lang::Fr, root, config, files: &files, others: Some(&theme) };
    let entries = desk.entries(vec![not_utf8("themes/default/page.html", 3, 5)]);
    let place = entries[0].place.as_ref().expect("the theme is found");
    assert_eq!((place.line, place.column, place.text.as_str()), (2, 1, "deux"));
}

#[test]
fn settings_are_named_as_the_person_named_them() {
    let files = files(&[("jalon.toml", "x")]);
    let desk = Desk {
        lang: Lang::Fr,
        root: Path::new("site"),
        config: Path::new("autre.toml"),
        files: &files,
        others: None,
    };
    assert_eq!(desk.entries(vec![not_utf8("jalon.toml", 0, 1)])[0].path.as_deref(), Some("site/autre.toml"));
}
