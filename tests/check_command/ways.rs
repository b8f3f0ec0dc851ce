//! What a check says of colours and of programs, and how it says it to other programs.

use super::{SETTINGS, jalon, site, told};

const HOME: &str = "+++\ntitle = \"Accueil\"\n+++\n\nVoir [ici](https://example.com/).\n";

#[test]
fn colours_that_are_hard_to_read_are_told_in_the_settings() {
    let settings = format!("{SETTINGS}\n[theme]\naccent = \"#f5d90a\"\n");
    let site = site(&settings, &[("content/_index.md", "+++\ntitle = \"Accueil\"\n+++\n\nBonjour.\n")]);
    let answer = jalon(site.path(), "check");
    assert_eq!(answer.code, 1);
    assert_eq!(answer.problems.len(), 1, "{:?}", answer.problems);
    assert!(answer.problems[0].starts_with("jalon.toml:5:10: erreur_: "), "{:?}", answer.problems);
    assert!(answer.summary.contains("  1 obstacle à la lecture (accessibilité)\n"), "{}", answer.summary);
}

#[test]
fn programs_in_what_is_copied_are_told_but_not_those_of_who_keeps_the_site() {
    let files = [
        ("content/_index.md", "+++\ntitle = \"Accueil\"\n+++\n\n[Carte](carte.svg) et [jeu](jeu.html).\n"),
        ("content/carte.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\n  <g onclick=\"x()\"/>\n</svg>\n"),
        (
            "content/jeu.html",
            "<!DOCTYPE html>\n<html lang=\"fr\"><body><h1>Jeu</h1>\n<script>x()</script></body></html>\n",
        ),
        ("static/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x()</script></svg>\n"),
        (
            "static/outil.html",
            "<!DOCTYPE html>\n<html lang=\"fr\"><body><h1>Outil</h1><script>x()</script></body></html>\n",
        ),
    ];
    let site = site(SETTINGS, &files);
    let answer = jalon(site.path(), "check");
    let said: Vec<&str> = answer.problems.iter().filter_map(|line| line.split(" (page").next()).collect();
    let told = |place: &str, written: &str| {
        format!(
            "{place}: attention_: ce fichier contient un programme (`{written}`), qui s’exécutera chez qui l’ouvre par son adresse"
        )
    };
    assert_eq!(
        said,
        [
            told("content/carte.svg:2:6", "onclick"),
            told("content/jeu.html:3:1", "<script"),
            told("static/logo.svg:1:41", "<script"),
        ]
    );
    assert_eq!(answer.code, 0);
}

#[test]
fn settings_are_not_told_of_what_a_document_writes() {
    let settings = format!("#\n{SETTINGS}\n[languages.fr]\n");
    let news = "+++\nkind = \"news\"\ntitle = \"Une\"\n+++\n\nVoir <https://example.org/asso/nulle-part/>.\n\n## <!-- Programme --> {#programme}\n";
    let files = [("content/_index.md", HOME), ("content/n/2026-11-01-une.md", news)];
    let site = site(&settings, &files);
    let answer = jalon(site.path(), "check");
    let codes: Vec<&str> = answer.problems.iter().filter_map(|line| line.rsplit(" [").next()).collect();
    assert!(answer.problems.iter().all(|line| line.starts_with("content/")), "{:#?}", answer.problems);
    assert!(codes.contains(&"dead-link]") && !codes.contains(&"dead-entry]"), "{:#?}", answer.problems);
}

#[test]
fn a_text_that_makes_no_page_is_told_unless_a_page_offers_it() {
    let home = "+++\ntitle = \"Accueil\"\n+++\n\n[La lettre](lettre.docx) et {{ download(file=\"avis.odt\", title=\"l’avis\") }}.\n";
    let files = [
        ("content/_index.md", home),
        ("content/lettre.docx", "x"),
        ("content/avis.odt", "x"),
        ("content/perdu.docx", "x"),
        ("content/perdu.txt", "x"),
        ("static/humans.txt", "x"),
    ];
    let site = site(SETTINGS, &files);
    let answer = jalon(site.path(), "check");
    let said: Vec<&str> = answer.problems.iter().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!(said, ["content/perdu.docx", "content/perdu.txt"], "{:?}", answer.problems);
}

#[test]
fn github_shows_each_problem_beside_its_line() {
    let site = site(SETTINGS, &[("content/_index.md", HOME)]);
    let (code, problems, summary) = told(site.path(), &["check", "--lang", "en", "--format", "github"]);
    assert_eq!(code, 0);
    assert!(problems.starts_with("::warning file=content/_index.md,line=5,col=7,"), "{problems}");
    assert!(summary.contains("1 obstacle to reading (accessibility)"), "{summary}");
}
