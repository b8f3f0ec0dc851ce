//! `--mark` and `--stub`: what becomes of the files.

use std::fs;
use std::process::Command;

use crate::{MISSION_EN, edit, ends, i18n, path, says, text, village};

#[test]
fn a_record_is_made_once_and_told() {
    let site = village();
    insta::assert_snapshot!(says(&site, "--mark"), @"
    content/mission.en.md_: 4 éléments notés
    content/plan/index.en.md_: 4 éléments notés
    ");
    let marked = fs::read_to_string(path(&site, "mission.en.md")).unwrap();
    insta::assert_snapshot!(marked, @r##"
    +++
    kind = "mission"
    title = "Our mission"

    [translation]
    title = "6e83125b5078"
    text = "c19c9accd64a"
    "#notre-vision" = "e5f64732288a"
    "#nos-valeurs" = "7ecf292cb014"
    +++

    So that everyone can stay in the village.

    ## Our vision

    In 2034, people go everywhere on foot or by shuttle.

    ## Our values

    Helping each other, and candour.
    "##);
    let before = fs::metadata(path(&site, "mission.en.md")).unwrap().modified().unwrap();
    insta::assert_snapshot!(says(&site, "--mark"), @"Rien de nouveau à noter.");
    insta::assert_snapshot!(says(&site, "--mark content/mission.en.md --lang en"), @"content/mission.en.md: nothing to record");
    assert_eq!(fs::metadata(path(&site, "mission.en.md")).unwrap().modified().unwrap(), before);
}

#[test]
fn what_has_changed_is_up_to_date_only_when_its_file_is_named() {
    let site = village();
    says(&site, "--mark");
    edit(&site, "mission.md", "à pied ou en navette", "à pied");
    edit(&site, "mission.md", "franchise", "patience");
    insta::assert_snapshot!(says(&site, "--mark"), @"
    content/mission.en.md_: 2 éléments restent à revoir (#notre-vision, #nos-valeurs)
      une fois la traduction revue_: «_jalon i18n --mark content/mission.en.md_»
    ");
    insta::assert_snapshot!(says(&site, "--mark content/mission.en.md --unit notre-vision"), @"
    content/mission.en.md_: 1 élément dit à jour (#notre-vision); 1 élément reste à revoir (#nos-valeurs)
      une fois la traduction revue_: «_jalon i18n --mark content/mission.en.md_»
    ");
    insta::assert_snapshot!(says(&site, "--mark content/mission.md"), @"content/mission.en.md_: 1 élément dit à jour (#nos-valeurs)");
    insta::assert_snapshot!(says(&site, "--mark --lang en"), @"Nothing new to record.");
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_stay() {
    let site = village();
    let windows = format!("\u{feff}{}", MISSION_EN.replace('\n', "\r\n"));
    fs::write(path(&site, "mission.en.md"), &windows).unwrap();
    says(&site, "--mark");
    let marked = fs::read_to_string(path(&site, "mission.en.md")).unwrap();
    assert!(marked.starts_with('\u{feff}') && !marked.replace("\r\n", "").contains('\n'), "{marked:?}");
    let (_, body) = windows.split_once("+++\r\n\r\n").unwrap();
    assert!(marked.ends_with(body), "{marked:?}");
}

#[test]
fn a_file_in_another_encoding_is_left_alone() {
    let site = village();
    let latin: Vec<u8> = MISSION_EN.replace("candour", "é").chars().map(|c| c as u8).collect();
    fs::write(path(&site, "mission.en.md"), &latin).unwrap();
    insta::assert_snapshot!(ends(&site, "--mark --format short"), @"
    1: content/mission.en.md: erreur_: content/mission.en.md n’est pas enregistré en UTF-8_: rien n’y est changé, ni fait d’après lui [not-utf-8]
      aide_: enregistrez-le en UTF-8, puis recommencez
    ");
    assert_eq!(fs::read(path(&site, "mission.en.md")).unwrap(), latin);
    fs::write(path(&site, "2026-01-12-navette.md"), &latin).unwrap();
    assert!(ends(&site, "--stub en content/2026-01-12-navette.md").starts_with("2: "));
    assert!(!path(&site, "2026-01-12-navette.en.md").exists());
}

#[test]
fn a_header_with_mistakes_is_left_alone_and_the_others_are_recorded() {
    let site = village();
    edit(&site, "mission.en.md", "\"Our mission\"", "Our mission");
    let before = fs::read(path(&site, "mission.en.md")).unwrap();
    insta::assert_snapshot!(ends(&site, "--mark --format short"), @"
    1: content/mission.en.md: erreur_: l’en-tête contient des erreurs_: rien n’y est noté [broken-header]
      aide_: «_jalon build_» les montre; corrigez-les d’abord
    ");
    assert_eq!(fs::read(path(&site, "mission.en.md")).unwrap(), before);
    assert!(fs::read_to_string(path(&site, "plan/index.en.md")).unwrap().contains("[translation]"));
}

#[test]
fn a_stub_is_a_draft_that_is_never_written_over() {
    let site = village();
    insta::assert_snapshot!(says(&site, "--stub en content/2026-01-12-navette.md"), @"content/2026-01-12-navette.en.md_: brouillon créé; remplacez chaque commentaire par sa traduction");
    let stub = path(&site, "2026-01-12-navette.en.md");
    insta::assert_snapshot!(fs::read_to_string(&stub).unwrap(), @r#"
    +++
    # Brouillon : enlevez ces deux lignes quand la traduction peut être publiée.
    draft = true
    # title = "La navette est arrivée"
    kind = "news"
    +++

    <!--
    Elle est bleue.
    -->
    "#);
    fs::write(&stub, "Mine.\n").unwrap();
    insta::assert_snapshot!(ends(&site, "--stub en content/2026-01-12-navette.md --format short"), @"
    2: content/2026-01-12-navette.en.md: erreur_: cette traduction existe déjà_: elle est laissée telle quelle [already-there]
      aide_: «_jalon i18n FICHIER_» montre ce qui y manque
    ");
    assert_eq!(fs::read_to_string(&stub).unwrap(), "Mine.\n");
}

#[test]
fn a_stub_is_told_and_not_counted_until_it_is_published() {
    let site = village();
    says(&site, "--mark");
    says(&site, "--stub en content/2026-01-12-navette.md");
    insta::assert_snapshot!(says(&site, ""), @"
    Anglais (en)
    8 éléments sur 9 à jour (88_%), dans 2 documents traduits; 1 brouillon à part

    La navette est arrivée   0 sur 2 à jour  2 à traduire · brouillon
    Notre mission            4 sur 4 à jour
    Plan d’action 2025-2026  4 sur 5 à jour  1 à traduire
    ");
    insta::assert_snapshot!(says(&site, "--drafts --lang en"), @"
    English (en)
    8 of 11 units up to date (72%), in 3 translated documents

    La navette est arrivée   0 of 2 up to date  2 to translate · draft
    Notre mission            4 of 4 up to date
    Plan d’action 2025-2026  4 of 5 up to date  1 to translate
    ");
    fs::remove_dir_all(path(&site, "plan")).unwrap();
    let build = Command::new(env!("CARGO_BIN_EXE_jalon"))
        .args(["build", "-o", "public"])
        .current_dir(site.path())
        .output()
        .unwrap();
    assert!(build.status.success(), "{}", text(&build.stderr));
    assert!(!site.path().join("public/en/navette/index.html").exists());
}

#[test]
fn a_folder_is_translated_at_once() {
    let site = village();
    fs::remove_file(path(&site, "mission.en.md")).unwrap();
    let output = i18n(site.path(), "--stub en content --format short");
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(text(&output.stdout) + &text(&output.stderr), @"
    content/2026-01-12-navette.en.md_: brouillon créé; remplacez chaque commentaire par sa traduction
    content/mission.en.md_: brouillon créé; remplacez chaque commentaire par sa traduction
    content/plan/index.en.md: erreur_: cette traduction existe déjà_: elle est laissée telle quelle [already-there]
      aide_: «_jalon i18n FICHIER_» montre ce qui y manque
    ");
}
