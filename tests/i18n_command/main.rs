//! `jalon i18n`: what a coordinator reads in the terminal, and what becomes of the files.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

mod changes;
mod data;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const SETTINGS: &str = "title = \"Table des Érables\"\nbase_url = \"https://example.org/\"\n\n[languages.fr]\n\n[languages.en]\n";

const MISSION: &str = "+++
kind = \"mission\"
title = \"Notre mission\"
+++

Pour que chacun puisse rester au village.

## Notre vision

En 2034, on va partout à pied ou en navette.

## Nos valeurs

L’entraide, et la franchise.
";

const MISSION_EN: &str = "+++
kind = \"mission\"
title = \"Our mission\"
+++

So that everyone can stay in the village.

## Our vision

In 2034, people go everywhere on foot or by shuttle.

## Our values

Helping each other, and candour.
";

const PLAN: &str = "+++
kind = \"plan\"
title = \"Plan d’action 2025-2026\"
+++

## Orientation 1 : Se déplacer

| Actions | Échéancier | État |
|---|---|---|
| Lancer la navette du mardi | Automne 2025 | En cours |
| Recruter vingt conductrices et conducteurs | Hiver 2026 | |
| Marcher le sentier avec les aînés | Mai 2026 | |
";

const PLAN_EN: &str = "+++
kind = \"plan\"
title = \"Action plan 2025-2026\"
+++

## Orientation 1: Getting around

| No | Action |
|---|---|
| 1.1 | Start the Tuesday shuttle |
| 1.2 | Recruit twenty drivers |
| 1.3 | <!-- Marcher le sentier avec les aînés --> |
";

const NEWS: &str = "+++\nkind = \"news\"\ntitle = \"La navette est arrivée\"\n+++\n\nElle est bleue.\n";

/// A site that holds these files of `content/`.
fn site(files: &[(&str, &str)]) -> TempDir {
    let site = tempfile::tempdir().unwrap();
    fs::write(site.path().join("jalon.toml"), SETTINGS).unwrap();
    fs::create_dir(site.path().join("content")).unwrap();
    for (name, text) in files {
        let path = site.path().join("content").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    site
}

/// A mission and a plan, both translated, the plan in part; and a piece of news in French.
fn village() -> TempDir {
    site(&[
        ("mission.md", MISSION),
        ("mission.en.md", MISSION_EN),
        ("plan/index.md", PLAN),
        ("plan/index.en.md", PLAN_EN),
        ("2026-01-12-navette.md", NEWS),
    ])
}

fn path(site: &TempDir, name: &str) -> PathBuf {
    site.path().join("content").join(name)
}

fn edit(site: &TempDir, name: &str, from: &str, to: &str) {
    let before = fs::read_to_string(path(site, name)).unwrap();
    let after = before.replace(from, to);
    assert_ne!(before, after, "{name} does not hold {from:?}");
    fs::write(path(site, name), after).unwrap();
}

fn i18n(folder: &Path, words: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.arg("i18n").args(words.split_whitespace()).current_dir(folder).stdin(Stdio::null());
    for name in ["LC_CTYPE", "LANG", "LANGUAGE", "NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command.env("LC_ALL", "fr_CA.UTF-8").output().unwrap()
}

/// What is said when nothing is wrong.
#[track_caller]
fn says(site: &TempDir, words: &str) -> String {
    let output = i18n(site.path(), words);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    text(&output.stdout)
}

/// How a command ended, and what was said of it.
fn ends(site: &TempDir, words: &str) -> String {
    let output = i18n(site.path(), words);
    let said = text(&output.stderr).replace(&site.path().display().to_string(), "…");
    format!("{}: {said}", output.status.code().unwrap())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap().replace('\u{a0}', "_")
}

#[test]
fn each_document_has_its_line_in_french() {
    let site = village();
    insta::assert_snapshot!(says(&site, ""), @"
    Anglais (en)
    0 élément sur 9 à jour (0_%), dans 2 documents traduits

    Notre mission            0 sur 4 à jour  4 jamais vérifiés
    Plan d’action 2025-2026  0 sur 5 à jour  1 à traduire · 4 jamais vérifiés

    1 autre document n’est pas traduit (c’est un choix; «_--all_» le nomme)
    ");
    says(&site, "--mark");
    insta::assert_snapshot!(says(&site, ""), @"
    Anglais (en)
    8 éléments sur 9 à jour (88_%), dans 2 documents traduits

    Notre mission            4 sur 4 à jour
    Plan d’action 2025-2026  4 sur 5 à jour  1 à traduire

    1 autre document n’est pas traduit (c’est un choix; «_--all_» le nomme)
    ");
    edit(&site, "mission.md", "à pied ou en navette", "à pied");
    insta::assert_snapshot!(says(&site, ""), @"
    Anglais (en)
    7 éléments sur 9 à jour (77_%), dans 2 documents traduits

    Notre mission            3 sur 4 à jour  1 à revoir
    Plan d’action 2025-2026  4 sur 5 à jour  1 à traduire

    1 autre document n’est pas traduit (c’est un choix; «_--all_» le nomme)
    ");
}

#[test]
fn each_document_has_its_line_in_english() {
    let site = village();
    says(&site, "--mark");
    edit(&site, "mission.md", "à pied ou en navette", "à pied");
    insta::assert_snapshot!(says(&site, "--lang en"), @"
    English (en)
    7 of 9 units up to date (77%), in 2 translated documents

    Notre mission            3 of 4 up to date  1 to review
    Plan d’action 2025-2026  4 of 5 up to date  1 to translate

    1 other document is not translated (a choice; “--all” names it)
    ");
}

#[test]
fn each_unit_that_asks_for_work_is_shown_with_its_lines() {
    let site = village();
    says(&site, "--mark content/mission.en.md");
    edit(&site, "mission.md", "à pied ou en navette", "à pied");
    edit(&site, "plan/index.en.md", "| 1.3 |", "| 1.4 | Sleep |\n| 1.3 |");
    insta::assert_snapshot!(says(&site, "--details"), @"
    Anglais (en)
    3 éléments sur 9 à jour (33_%), dans 2 documents traduits

    Notre mission            3 sur 4 à jour  1 à revoir
    Plan d’action 2025-2026  0 sur 5 à jour  1 à traduire · 4 jamais vérifiés

    Notre mission
    content/mission.md → content/mission.en.md
      à revoir_: l’original a changé depuis (1)
        #notre-vision  Notre vision
          content/mission.md:8 · content/mission.en.md:14

    Plan d’action 2025-2026
    content/plan/index.md → content/plan/index.en.md
      à traduire (1)
        #1.3  Marcher le sentier avec les aînés
          content/plan/index.md:12
      traduit, jamais vérifié (4)
        title  Plan d’action 2025-2026
          content/plan/index.md:3 · content/plan/index.en.md:3
        #1  Se déplacer
          content/plan/index.md:6 · content/plan/index.en.md:6
        #1.1  Lancer la navette du mardi
          content/plan/index.md:10 · content/plan/index.en.md:10
        #1.2  Recruter vingt conductrices et conducteurs
          content/plan/index.md:11 · content/plan/index.en.md:11
      sans original_: retiré depuis, ou ajouté à la traduction (1)
        #1.4  Sleep
          content/plan/index.en.md:12

    1 autre document n’est pas traduit (c’est un choix; «_--all_» le nomme)
    ");
    insta::assert_snapshot!(says(&site, "mission.en.md --lang en"), @"
    English (en)
    3 of 4 units up to date (75%), in 1 translated document

    Notre mission  3 of 4 up to date  1 to review

    Notre mission
    content/mission.md → content/mission.en.md
      to review: the original has changed since (1)
        #notre-vision  Notre vision
          content/mission.md:8 · content/mission.en.md:14
    ");
}

#[test]
fn a_document_that_lost_its_original_and_one_that_never_had_a_translation_are_told() {
    let site = village();
    fs::remove_file(path(&site, "mission.md")).unwrap();
    insta::assert_snapshot!(says(&site, "--all"), @"
    Anglais (en)
    0 élément sur 5 à jour (0_%), dans 1 document traduit

    Plan d’action 2025-2026  0 sur 5 à jour  1 à traduire · 4 jamais vérifiés

    Sans original («_fr_»)
      content/mission.en.md

    Sans traduction
      content/2026-01-12-navette.md
    ");
}

#[test]
fn one_action_taken_off_the_translation_is_one_more_to_translate() {
    let site = village();
    says(&site, "--mark");
    edit(&site, "plan/index.en.md", "| 1.2 | Recruit twenty drivers |\n", "");
    insta::assert_snapshot!(says(&site, "plan"), @"
    Anglais (en)
    3 éléments sur 5 à jour (60_%), dans 1 document traduit

    Plan d’action 2025-2026  3 sur 5 à jour  2 à traduire

    Plan d’action 2025-2026
    content/plan/index.md → content/plan/index.en.md
      à traduire (2)
        #1.2  Recruter vingt conductrices et conducteurs
          content/plan/index.md:11
        #1.3  Marcher le sentier avec les aînés
          content/plan/index.md:12
    ");
}

#[test]
fn a_translation_is_what_its_original_is_without_saying_so() {
    let site = village();
    let before = says(&site, "plan/index.md");
    edit(&site, "plan/index.en.md", "kind = \"plan\"", "weight = 2");
    assert_eq!(says(&site, "plan/index.md"), before);
}

#[test]
fn a_state_that_changes_in_the_plan_asks_nothing_of_the_translation() {
    let site = village();
    says(&site, "--mark");
    let before = says(&site, "--details");
    edit(&site, "plan/index.md", "En cours", "Réalisée");
    edit(&site, "plan/index.md", "Hiver 2026", "Printemps 2026");
    assert_eq!(says(&site, "--details"), before);
}

#[test]
fn a_site_in_one_language_says_so() {
    let site = village();
    fs::write(site.path().join("jalon.toml"), "title = \"Essai\"\n").unwrap();
    insta::assert_snapshot!(says(&site, ""), @"
    Ce site n’a qu’une langue_: fr. Une autre s’ajoute dans jalon.toml, par exemple
    [languages.en].
    ");
    fs::write(site.path().join("jalon.toml"), "title = \"Test\"\ndefault_language = \"en\"\n").unwrap();
    let said = says(&site, "");
    assert!(said.contains("[languages.fr]"), "{said}");
}

#[test]
fn a_threshold_ends_in_a_failure_below_it() {
    let site = village();
    says(&site, "--mark");
    insta::assert_snapshot!(ends(&site, "--threshold 88"), @"0:");
    insta::assert_snapshot!(ends(&site, "--threshold 89"), @"1: Anglais (en)_: 88_% à jour, et il en faut 89_%");
    insta::assert_snapshot!(ends(&site, "--threshold 100 mission.md"), @"0:");
    insta::assert_snapshot!(ends(&site, "--strict --lang en"), @"1: English (en): 88% up to date, and 100% is asked");
    // What is not translated at all is a choice.
    insta::assert_snapshot!(ends(&site, "--threshold 100 content/2026-01-12-navette.md"), @"0:");
}

#[test]
fn what_cannot_be_asked_is_answered_with_a_way_out() {
    let site = village();
    fs::create_dir(path(&site, "autre")).unwrap();
    fs::write(path(&site, "autre/index.md"), NEWS).unwrap();
    for words in [
        "mision.md",
        "index.md",
        "--language es",
        "--language fr",
        "--unit vision",
        "--mark --unit vision",
        "--mark mission.en.md --unit visoin",
        "--mark --json",
        "--stub en",
        "--stub es mission.md",
        "--stub en --threshold 3 mission.md",
        "--mark content/2026-01-12-navette.md",
        "--threshold 101",
        "--threshold beaucoup",
    ] {
        assert!(ends(&site, words).starts_with("2: "), "{words}");
    }
    let said = |words: &str| ends(&site, &format!("{words} --format short"));
    insta::assert_snapshot!(said("mision.md"), @"
    2: erreur_: aucun document ne s’appelle «_mision.md_» [unknown-document]
      aide_: vouliez-vous dire «_mission.md_»?
    ");
    insta::assert_snapshot!(said("index.md"), @"
    2: erreur_: plusieurs documents s’appellent «_index.md_» [several-documents]
      aide_: donnez un chemin plus long_: content/autre/index.md, content/plan/index.md
    ");
    insta::assert_snapshot!(said("--language es"), @"
    2: erreur_: ce site n’a pas la langue «_es_» [unknown-language]
      aide_: ses langues_: en; une autre s’ajoute dans jalon.toml, [languages.es]
    ");
    insta::assert_snapshot!(said("--mark mission.en.md --unit visoin"), @"
    2: erreur_: aucun élément ne s’appelle «_visoin_» [unknown-unit]
      aide_: «_jalon i18n FICHIER_» montre le nom de chaque élément
    ");
    insta::assert_snapshot!(said("--threshold beaucoup"), @"
    2: erreur_: valeur «_beaucoup_» impossible pour --threshold [impossible-value]
      aide_: écrivez un nombre entier de 0 à 100
    ");
}

#[test]
fn documents_are_named_from_anywhere_in_the_site() {
    let site = village();
    let mission = says(&site, "content/mission.md");
    for words in ["mission.md", "./content/mission.md", "mission.en.md", "content/mission.en.md"] {
        assert_eq!(says(&site, words), mission, "{words}");
    }
    let inside = i18n(&site.path().join("content/plan"), "../mission.md");
    assert_eq!(text(&inside.stdout), mission);
    let root = site.path().display();
    let outside = i18n(Path::new("."), &format!("--root {root} {root}/content/mission.md"));
    assert_eq!(text(&outside.stdout), mission);
}

#[test]
fn a_mistake_in_a_header_is_counted_and_the_rest_is_told() {
    let site = village();
    edit(&site, "mission.en.md", "+++\n\nSo", "\n[translation]\ntext = \"hier\"\n+++\n\nSo");
    insta::assert_snapshot!(ends(&site, ""), @"1: 1 erreur dans le contenu_: «_jalon build_» donne les détails");
    let build = Command::new(env!("CARGO_BIN_EXE_jalon"))
        .args(["build", "--format", "short", "--lang", "fr", "-o", "public"])
        .current_dir(site.path())
        .output()
        .unwrap();
    let said = text(&build.stderr);
    let line = said.lines().find(|line| line.contains("bad-fingerprint")).unwrap_or(&said);
    insta::assert_snapshot!(line, @"content/mission.en.md:6:8: erreur_: dans [translation], «_text_» attend les 12 signes d’une empreinte, et non «_hier_» [bad-fingerprint]");
}

#[test]
fn no_title_can_speak_to_the_terminal() {
    let site = village();
    edit(&site, "mission.md", "Notre vision", "Notre \u{1b}[31mvision\u{7}");
    let said = says(&site, "--details");
    assert!(!said.contains("\u{1b}[31m") && !said.contains('\u{7}'), "{said:?}");
}

#[test]
fn the_guide_shows_what_the_program_says() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/i18n.md");
    let guide = fs::read_to_string(guide).unwrap().replace('\u{a0}', "_");
    let site = village();
    let shows = |words: &str, said: &str| {
        let command = if words.is_empty() { String::new() } else { format!(" {words}") };
        assert!(guide.contains(&format!("$ jalon i18n{command}\n{said}```\n")), "{words}\n{said}");
    };
    let run = |words: &str| shows(words, &says(&site, words));
    run("--mark");
    edit(&site, "mission.md", "à pied ou en navette", "à pied");
    run("");
    run("content/mission.md");
    run("--mark content/mission.en.md");
    run("--stub en content/2026-01-12-navette.md");
}
