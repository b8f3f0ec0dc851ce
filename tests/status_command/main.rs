//! `jalon status`: what a coordinator reads in the terminal, and what a program reads.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

mod data;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const SETTINGS: &str = "title = \"Essai\"\nbase_url = \"https://example.org/\"\n";

const PLAN: &str = r#"+++
kind = "plan"
title = "Plan de l’année"
updated = 2026-03-27

[plan]
period = "juillet 2025 à juin 2026"
accept = ["nobody-responsible", "stale-follow-up"]
+++

## Orientation 1 : Se loger près de sa famille et de ses amis, sans quitter son village

| Actions | Échéancier | Responsable | État |
|---|---|---|---|
| Faire le portrait du logement dans toutes les municipalités, et le présenter aux élus | Automne 2025 | Comité logement | En cours |
| Tenir un registre | En continu | Office d’habitation | En continu |
| Publier un guide | Janvier 2026 | Comité logement, MRC | Réalisée |
| Visiter une maison | 15 avril 2026 | | 2 visites |

## Orientation 2 : Se déplacer

| Actions | Échéancier | Responsable | État |
|---|---|---|---|
| Lancer la navette | Hiver 2026 | Comité transport | Réalisée |
| Marcher deux fois | Septembre 2025 et mai 2026 | Comité transport | |
"#;

const OLD_PLAN: &str = r#"+++
kind = "plan"
title = "Plan d’avant"
updated = 2025-06-17

[plan]
period = "2022-2025"
stage = "closed"
+++

## Orientation 1 : Agir

| Actions | Responsable |
|---|---|
| Faire un bottin | Office d’habitation |
"#;

/// A site whose plans are these, each in a folder of its own.
fn site(plans: &[(&str, &str)]) -> TempDir {
    let site = tempfile::tempdir().unwrap();
    fs::write(site.path().join("jalon.toml"), SETTINGS).unwrap();
    for (name, text) in plans {
        let folder = site.path().join("content/plans").join(name);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.md"), text).unwrap();
    }
    site
}

fn command(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.arg("status").args(words).current_dir(folder).stdin(Stdio::null());
    for name in ["LC_CTYPE", "LANG", "LANGUAGE", "NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command.env("LC_ALL", "fr_CA.UTF-8");
    command
}

fn status(folder: &Path, words: &str) -> Output {
    command(folder, &words.split_whitespace().collect::<Vec<_>>()).output().unwrap()
}

/// What is said when nothing is wrong.
#[track_caller]
fn says(folder: &Path, words: &str) -> String {
    let output = status(folder, words);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    text(&output.stdout)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap().replace('\u{a0}', "_")
}

fn demonstration() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn each_orientation_has_its_line_in_french() {
    let site = site(&[("actuel", PLAN), ("ancien", OLD_PLAN)]);
    insta::assert_snapshot!(says(site.path(), ""), @r#"
    Plan de l’année
    juillet 2025 à juin 2026 · adopté · état au 27 mars 2026
    6 actions_: 2 sur 5 réalisées; 1 en continu · 1 en retard
    1 à échéance d’ici 60 jours

    1  Se loger près de sa famille et…   ███▒▒▒▒░░░  1 sur 3  1 en retard  1 bientôt
    2  Se déplacer                       █████░░░░░  1 sur 2

    Plan d’avant
    2022-2025 · clos · état au 17 juin 2025
    1 action · Ce plan ne publie pas de suivi

    1  Agir  1 action

    █ réalisée  ▒ commencée  ░ le reste
    "#);
}

#[test]
fn each_orientation_has_its_line_in_english() {
    let site = site(&[("actuel", PLAN), ("ancien", OLD_PLAN)]);
    insta::assert_snapshot!(says(site.path(), "--lang en"), @r#"
    Plan de l’année
    juillet 2025 à juin 2026 · adopted · as of March 27, 2026
    6 actions: 2 of 5 completed; 1 ongoing · 1 late · 1 due within 60 days

    1  Se loger près de sa famille et de ses am…  ███▒▒▒▒░░░  1 of 3  1 late  1 soon
    2  Se déplacer                                █████░░░░░  1 of 2

    Plan d’avant
    2022-2025 · closed · as of June 17, 2025
    1 action · This plan does not publish its progress

    1  Agir  1 action

    █ completed  ▒ begun  ░ the rest
    "#);
}

#[test]
fn late_and_coming_actions_are_listed_in_french() {
    let site = site(&[("actuel", PLAN)]);
    insta::assert_snapshot!(says(site.path(), "--late --coming"), @r#"
    Plan de l’année
    juillet 2025 à juin 2026 · adopté · état au 27 mars 2026
    6 actions_: 2 sur 5 réalisées; 1 en continu · 1 en retard
    1 à échéance d’ici 60 jours

    1  Se loger près de sa famille et…   ███▒▒▒▒░░░  1 sur 3  1 en retard  1 bientôt
    2  Se déplacer                       █████░░░░░  1 sur 2

    En retard (1)
     1.1  Faire le portrait du logement dans toutes les municipalités, et le
          présenter aux élus
          Automne 2025 (31 décembre 2025, 86 jours de retard) · En cours
          Comité logement

    À échéance d’ici 60 jours (1)
     1.4  Visiter une maison
          15 avril 2026 (dans 19 jours) · 2 visites · sans responsable

    █ réalisée  ▒ commencée  ░ le reste
    "#);
}

#[test]
fn late_and_coming_actions_are_listed_in_english() {
    let site = site(&[("actuel", PLAN)]);
    insta::assert_snapshot!(says(site.path(), "--late --coming --lang en"), @r#"
    Plan de l’année
    juillet 2025 à juin 2026 · adopted · as of March 27, 2026
    6 actions: 2 of 5 completed; 1 ongoing · 1 late · 1 due within 60 days

    1  Se loger près de sa famille et de ses am…  ███▒▒▒▒░░░  1 of 3  1 late  1 soon
    2  Se déplacer                                █████░░░░░  1 of 2

    Late (1)
     1.1  Faire le portrait du logement dans toutes les municipalités, et le
          présenter aux élus
          Automne 2025 (December 31, 2025, 86 days late) · In progress
          Comité logement

    Due within 60 days (1)
     1.4  Visiter une maison
          15 avril 2026 (April 15, 2026, in 19 days) · 2 visites
          nobody responsible

    █ completed  ▒ begun  ░ the rest
    "#);
}

#[test]
fn the_actions_of_a_person_are_counted_and_listed() {
    let site = site(&[("actuel", PLAN), ("ancien", OLD_PLAN)]);
    insta::assert_snapshot!(says(site.path(), "--responsible LOGEMENT"), @"
    Plan de l’année
    juillet 2025 à juin 2026 · adopté · état au 27 mars 2026
    Confiées à Comité logement
    2 actions_: 1 sur 2 réalisée · 1 en retard

    1  Se loger près de sa famille et de ses amis…  █████▒▒▒▒▒  1 sur 2  1 en retard

    Actions (2)
     1.1  Faire le portrait du logement dans toutes les municipalités, et le
          présenter aux élus
          Automne 2025 (31 décembre 2025, 86 jours de retard) · En cours
          Comité logement
     1.3  Publier un guide
          Janvier 2026 (31 janvier 2026) · Réalisée · Comité logement et MRC

    █ réalisée  ▒ commencée  ░ le reste
    ");
}

#[test]
fn without_unicode_bars_are_drawn_with_plain_signs() {
    let site = site(&[("actuel", PLAN)]);
    let output = command(site.path(), &["--lang", "fr"]).env("LC_ALL", "C").output().unwrap();
    let said = text(&output.stdout);
    assert!(said.contains("###====..."), "{said}");
    assert!(said.contains("# réalisée  = commencée  . le reste"), "{said}");
    assert!(!said.contains('█'), "{said}");
}

#[test]
fn nothing_is_wider_than_80_columns() {
    let long = PLAN
        .replace("Se déplacer", &"Aller et revenir ".repeat(12))
        .replace("Plan de l’année", &"Plan ".repeat(30));
    let site = site(&[("actuel", &long)]);
    for words in ["--late --coming", "--responsible comité", "--lang en --responsible comité"] {
        for line in says(site.path(), words).lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

#[test]
fn colours_are_only_for_terminals_that_want_them() {
    let site = site(&[("actuel", PLAN)]);
    let with = |name: &str| {
        let mut command = command(site.path(), &[]);
        command.env("CLICOLOR_FORCE", "1");
        if !name.is_empty() {
            command.env(name, "1").env_remove("CLICOLOR_FORCE");
        }
        text(&command.output().unwrap().stdout).contains('\u{1b}')
    };
    assert!(with(""));
    assert!(!with("NO_COLOR"));
}

#[test]
fn a_title_cannot_speak_to_the_terminal() {
    let site = site(&[("actuel", &PLAN.replace("Se déplacer", "Se \u{1b}[31mdéplacer\u{7}"))]);
    let output = command(site.path(), &[]).env("CLICOLOR_FORCE", "1").output().unwrap();
    let said = text(&output.stdout);
    assert!(!said.contains("\u{1b}[31m") && !said.contains('\u{7}'), "{said:?}");
}

#[test]
fn a_plan_is_chosen_by_its_title_or_its_folder() {
    let site = site(&[("actuel", PLAN), ("ancien", OLD_PLAN)]);
    for (asked, title) in [
        ("ancien", "Plan d’avant"),
        ("ANCIEN", "Plan d’avant"),
        ("d'avant", "Plan d’avant"),
        ("annee", "Plan de l’année"),
        ("plans/actuel", "Plan de l’année"),
        ("content/plans/actuel/index.md", "Plan de l’année"),
    ] {
        let said = text(&command(site.path(), &["--plan", asked]).output().unwrap().stdout);
        assert!(said.starts_with(title) && said.matches("Plan ").count() == 1, "{asked}: {said}");
    }
}

#[test]
fn what_the_site_does_not_know_is_said_with_the_nearest_name() {
    let site = site(&[("actuel", PLAN), ("ancien", OLD_PLAN)]);
    let check = |words: &[&str], expected: &str| {
        let output = command(site.path(), words).args(["--format", "short"]).output().unwrap();
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()));
        assert_eq!(text(&output.stderr), expected);
    };
    check(
        &["--plan", "anciens"],
        "erreur_: aucun plan ne s’appelle «_anciens_» [unknown-plan]\n  aide_: vouliez-vous dire «_ancien_»?\n",
    );
    check(
        &["--responsible", "Comité logemant"],
        "erreur_: aucune action n’est confiée à «_Comité logemant_» [unknown-responsible]\n  \
         aide_: vouliez-vous dire «_Comité logement_»?\n",
    );
    check(
        &["--responsible", "xyz", "--lang", "en"],
        "error: no action is entrusted to “xyz” [unknown-responsible]\n  \
         help: those responsible: Comité logement, Comité transport, MRC, Office d’habitation\n",
    );
}

#[test]
fn problems_are_counted_in_one_line_and_the_status_is_still_told() {
    let site = site(&[("actuel", PLAN)]);
    fs::write(site.path().join("content/a.md"), "+++\ntitle = \"A\"\nfoo = 1\n+++\n").unwrap();
    let output = status(site.path(), "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stderr), "1 erreur dans le contenu_: «_jalon build_» donne les détails\n");
    assert!(text(&output.stdout).starts_with("Plan de l’année\n"));
}

#[test]
fn warnings_end_in_a_failure_only_when_strict() {
    let site = site(&[("actuel", &PLAN.replace("2 visites", "En cour"))]);
    let code = |words| status(site.path(), words).status.code();
    assert_eq!((code(""), code("--strict")), (Some(0), Some(1)));
    assert_eq!(
        text(&status(site.path(), "--lang en").stderr),
        "1 warning in the content: “jalon build” gives the details\n"
    );
}

#[test]
fn a_site_that_cannot_be_read_is_no_status() {
    let output = status(Path::new("."), "--root nowhere");
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()));
    assert!(!output.stderr.is_empty());
}

#[test]
fn a_site_without_plans_says_so() {
    let site = site(&[]);
    fs::create_dir(site.path().join("content")).unwrap();
    fs::write(site.path().join("content/_index.md"), "+++\ntitle = \"Accueil\"\n+++\n").unwrap();
    assert_eq!(says(site.path(), ""), "Ce site n’a aucun plan d’action.\n");
}

#[test]
fn nothing_is_written() {
    let site = site(&[("actuel", PLAN)]);
    says(site.path(), "");
    assert!(!site.path().join("public").exists());
}

#[test]
fn the_guide_shows_what_the_program_says() {
    let guide = fs::read_to_string(demonstration().join("docs/suivi.md")).unwrap().replace('\u{a0}', "_");
    let said = says(&demonstration(), "--plan 2025-2026");
    assert!(guide.contains(&format!("$ jalon status --plan 2025-2026\n{said}```\n")), "{said}");
}
