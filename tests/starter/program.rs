//! The program as a person runs it, from an empty folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

fn jalon(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.args(words).current_dir(folder).stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"] {
        command.env_remove(name);
    }
    command.output().unwrap()
}

/// How the program ends, what it answers and what it complains of, on short lines.
fn told(folder: &Path, words: &[&str]) -> (i32, String, String) {
    let output = jalon(folder, words);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace('\u{a0}', "_");
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn temporary() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Every file below a folder with its bytes.
fn held(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    let files = walk.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn from_nothing_to_a_published_site() {
    let here = temporary();
    let (code, out, err) = told(here.path(), &["init", "asso", "--title", "La Ruche", "--hosting", "github"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("site créé dans asso/_: 18 fichiers; "), "{out}");
    assert!(out.contains("\n  cd asso\n  jalon serve\n"), "{out}");
    let site = here.path().join("asso");
    let (code, out, err) = told(&site, &["build", "--strict"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(fs::read_to_string(site.join("public/index.html")).unwrap().contains("La Ruche"));
    let (code, out, err) = told(&site, &["status"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    for file in
        [".gitignore", "README.md", ".github/workflows/site.yml", ".jalon/settings.schema.json", "jalon.toml"]
    {
        assert!(site.join(file).is_file(), "{file}");
    }
}

#[test]
fn the_language_asked_for_is_that_of_the_site_and_of_the_answers() {
    let here = temporary();
    let (code, out, _) = told(here.path(), &["init", "a b", "--lang", "en", "--sample", "minimal"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("site made in a b/: ") && out.contains("  cd \"a b\"\n  jalon serve"), "{out}");
    let settings = fs::read_to_string(here.path().join("a b/jalon.toml")).unwrap();
    assert!(settings.contains("default_language = \"en\""), "{settings}");
    let (code, _, err) = told(&here.path().join("a b"), &["build", "--strict", "--lang", "en"]);
    assert_eq!((code, err.as_str()), (0, ""));
}

#[test]
fn a_folder_that_holds_something_is_left_as_it_is() {
    let here = temporary();
    for name in ["b.txt", "a.txt", "d.txt", "c.txt"] {
        fs::write(here.path().join(name), name).unwrap();
    }
    let before = held(here.path());
    let (code, out, err) = told(here.path(), &["init", ".", "--format", "short"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.contains("n’est pas vide_: il contient «_a.txt_», «_b.txt_», «_c.txt_» et 1 de plus"),
        "{err}"
    );
    let (code, _, err) = told(here.path(), &["init", "a.txt", "--format", "short", "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(err.starts_with("error: a.txt is not a folder"), "{err}");
    assert_eq!(held(here.path()), before);
}

#[test]
fn an_empty_folder_and_a_fresh_repository_are_fine() {
    let here = temporary();
    assert_eq!(told(here.path(), &["init", "."]).0, 0);
    assert_eq!(told(here.path(), &["init", "."]).0, 2, "the second time, it holds a site");
    let here = temporary();
    fs::create_dir_all(here.path().join("asso/.git")).unwrap();
    assert_eq!(told(here.path(), &["init", "asso"]).0, 0);
    assert_eq!(told(here.path(), &["init", "deep/er/asso"]).0, 0);
    assert!(here.path().join("deep/er/asso/content/_index.md").is_file());
}

#[test]
fn each_kind_is_added_by_its_french_and_english_names() {
    let here = temporary();
    assert_eq!(told(here.path(), &["init", "asso"]).0, 0);
    let site = here.path().join("asso");
    let check = |words: &[&str], expected: &str| {
        let words = [&["new"], words, &["--date", "2026-03-09"]].concat();
        let (code, out, err) = told(&site, &words);
        assert_eq!((code, err.as_str()), (0, ""), "{words:?}");
        assert_eq!(out.lines().next(), Some(expected), "{words:?}");
        assert!(out.contains("jalon serve --drafts"), "{out}");
        assert!(site.join(expected).is_file());
    };
    check(&["plan", "Plan d’action 2040-2041"], "content/plans/2040-2041/index.md");
    check(&["synthèse", "A"], "content/ateliers/2026-03-09-a.md");
    check(&["Atelier", "B"], "content/ateliers/2026-03-09-b.md");
    check(&["workshop", "C"], "content/ateliers/2026-03-09-c.md");
    check(&["news", "A"], "content/actualites/2026-03-09-a.md");
    check(&["actualité", "B"], "content/actualites/2026-03-09-b.md");
    check(&["nouvelle", "Une", "belle", "soirée"], "content/actualites/2026-03-09-une-belle-soiree.md");
    check(&["page", "Nous joindre"], "content/nous-joindre.md");
    let before = held(&site);
    let (code, _, err) = told(&site, &["new", "page", "Nous joindre", "--format", "short"]);
    assert_eq!(code, 2);
    assert!(err.starts_with("erreur_: content/nous-joindre.md existe déjà"), "{err}");
    assert_eq!(held(&site), before);
    assert_eq!(told(&site, &["build", "--strict", "--drafts"]).0, 0);
}

#[test]
fn a_document_is_added_from_within_the_folders_of_the_site() {
    let here = temporary();
    assert_eq!(told(here.path(), &["init", "asso"]).0, 0);
    let (code, out, _) = told(&here.path().join("asso/content/plans"), &["new", "page", "A"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("../../content/a.md\n"), "{out}");
    let (code, out, _) = told(here.path(), &["new", "page", "B", "--root", "asso"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("asso/content/b.md\n"), "{out}");
}

#[test]
fn a_mistake_says_what_was_expected() {
    let here = temporary();
    let check = |words: &[&str], expected: &str| {
        let (code, out, err) = told(here.path(), &[words, &["--format", "short"]].concat());
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.contains(expected), "{err}");
    };
    check(&["init"], "il manque DOSSIER [");
    check(&["new", "page"], "il manque TITRE [");
    check(&["new", "blog", "A"], "les valeurs possibles sont plan, atelier, mission, nouvelle, page, action");
    check(&["init", "a", "--hosting", "geocities"], "github, gitlab, netlify, cloudflare, ftp, none");
    check(&["init", "a", "--title", " "], "donnez le nom de l’association");
    check(&["new", "page", "A"], "pour un nouveau site, écrivez `jalon init mon-site`");
    check(&["new", "page", "A", "--date", "demain"], "comme 2013-10-11");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site_is_not_followed() {
    let (here, elsewhere) = (temporary(), temporary());
    fs::create_dir(here.path().join("content")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), here.path().join("content/plans")).unwrap();
    let (code, _, err) = told(here.path(), &["new", "plan", "Plan 2026", "--format", "short"]);
    assert_eq!(code, 2);
    assert!(err.contains("content/plans est un lien vers un autre dossier"), "{err}");
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn an_action_is_added_to_the_plan_of_a_new_site() {
    let here = temporary();
    assert_eq!(told(here.path(), &["init", "asso"]).0, 0);
    let site = here.path().join("asso");
    let before = held(&site);
    let (code, out, err) = told(&site, &["new", "action", "Prêter la salle", "--objectif", "1.1"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let (place, said) = out.split_once('\n').unwrap();
    let (path, line) = place.rsplit_once(':').unwrap();
    assert!(said.starts_with("action 1.1.3 ajoutée_: écrivez"), "{said}");
    let plan = fs::read_to_string(site.join(path)).unwrap();
    assert_eq!(
        plan.lines().nth(line.parse::<usize>().unwrap() - 1),
        Some("| 1.1.3 | Prêter la salle | | | |")
    );
    let n_changed = held(&site).iter().filter(|file| !before.contains(file)).count();
    assert_eq!(n_changed, 1);
    let check = |words: &[&str], expected: &str| {
        let (code, _, err) = told(&site, &[words, &["--format", "short"]].concat());
        assert_eq!(code, 2);
        assert!(err.contains(expected), "{err}");
    };
    check(&["new", "action", "Prêter la salle"], "l’action peut aller sous plusieurs objectifs");
    check(
        &["new", "action", "A", "--under", "1.1", "--date", "2026-01-01"],
        "`--date` ne sert pas à ajouter une action",
    );
    check(&["new", "page", "A", "--plan", "2026"], "`--plan` ne sert qu’à ajouter une action");
    check(&["new", "action", "A", "--under", ""], "rien n’est écrit après `--under`");
    check(&["new", "action", "A", "--plan", ""], "rien n’est écrit après `--plan`");
}
