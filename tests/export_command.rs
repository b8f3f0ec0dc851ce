//! `jalon export`: the files a person finds in the folder, byte for byte those of the website, and what is said.

#![cfg(all(feature = "sheets", feature = "ics"))]
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;
use walkdir::WalkDir;

const SETTINGS: &str = "title = \"Essai\"\nbase_url = \"https://example.org/\"\n";

const WORKSHOP: &str = "+++\nkind = \"synthesis\"\ntitle = \"Se rencontrer\"\ndate = 2026-02-03\n+++\n\n\
    ## Bloc 1 : Se voir\n\n- Une salle ouverte le soir (3)\n- Un jardin\n";

fn plan(title: &str, more: &str) -> String {
    format!(
        "+++\nkind = \"plan\"\ntitle = \"{title}\"\nupdated = 2026-03-27\n{more}\n[plan]\nperiod = \"2025-2026\"\naccept = [\"stale-follow-up\"]\n+++\n\n\
         ## Orientation 1 : Se loger\n\n| Actions | Échéancier | Responsable | État |\n|---|---|---|---|\n\
         | Visiter une maison | Mai 2026 | Comité logement | En cours |\n"
    )
}

fn site(files: &[(&str, String)]) -> TempDir {
    let site = tempfile::tempdir().unwrap();
    fs::create_dir_all(site.path().join("content")).unwrap();
    fs::write(site.path().join("jalon.toml"), SETTINGS).unwrap();
    for (path, text) in files {
        let place = site.path().join("content").join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
    site
}

fn two_plans() -> TempDir {
    site(&[
        ("plans/2025-2026/index.md", plan("Plan d’action", "")),
        ("plans/navette/index.md", plan("La navette", "")),
        ("ateliers/2026-02-03-se-rencontrer.md", WORKSHOP.to_owned()),
    ])
}

fn jalon(site: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.args(words).arg("--root").arg(site).stdin(Stdio::null());
    for name in ["LC_CTYPE", "LANG", "LANGUAGE", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command.env("LC_ALL", "fr_CA.UTF-8").env("NO_COLOR", "1").output().unwrap()
}

/// What was said, the folder of the site left out, and how the command ended.
fn said(site: &TempDir, words: &[&str]) -> (String, i32) {
    let Output { status, stdout, stderr } = jalon(site.path(), words);
    let both = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    let root = format!("{}/", site.path().display());
    (both.replace(&root, "").replace('\\', "/").replace('\u{a0}', "~"), status.code().unwrap())
}

/// The files of a folder of the site, by their paths from it; none when it is not there.
fn files(site: &TempDir, folder: &str) -> Vec<String> {
    let folder = site.path().join(folder);
    let found = WalkDir::new(&folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let found = found.filter(|entry| entry.file_type().is_file());
    found.map(|it| it.path().strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/")).collect()
}

#[test]
fn the_data_of_plans_and_workshops_is_that_of_the_website() {
    let site = two_plans();
    let (said, code) = said(&site, &["export"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(said.lines().count(), 11, "{said}");
    assert!(said.ends_with("export/plans/navette/plan.json\n10 fichiers, 10 écrits\n"), "{said}");
    assert_eq!(
        files(&site, "export"),
        [
            "ateliers/se-rencontrer/contributions.csv",
            "ateliers/se-rencontrer/synthesis.json",
            "plans/2025-2026/actions.csv",
            "plans/2025-2026/actions.xlsx",
            "plans/2025-2026/echeances.ics",
            "plans/2025-2026/plan.json",
            "plans/navette/actions.csv",
            "plans/navette/actions.xlsx",
            "plans/navette/echeances.ics",
            "plans/navette/plan.json",
        ]
    );
    assert!(jalon(site.path(), &["build"]).status.success());
    for file in files(&site, "export") {
        let [exported, published] =
            ["export", "public"].map(|folder| fs::read(site.path().join(folder).join(&file)).unwrap());
        assert!(exported == published, "{file}");
    }
}

#[test]
fn a_plan_and_formats_may_be_chosen() {
    let site = two_plans();
    let output = site.path().join("remis");
    let words =
        ["export", "--plan", "navette", "--as", "XLSX", "--as", "csv", "-o", output.to_str().unwrap()];
    let (said, code) = said(&site, &words);
    assert_eq!(code, 0, "{said}");
    assert_eq!(
        said,
        "remis/plans/navette/actions.csv\nremis/plans/navette/actions.xlsx\n2 fichiers, 2 écrits\n"
    );
}

#[test]
fn what_a_person_filled_in_is_kept_unless_asked() {
    let site = two_plans();
    let words = ["export", "--as", "csv", "--plan", "2025"];
    assert_eq!(said(&site, &words).1, 0);
    assert_eq!(
        said(&site, &words),
        ("export/plans/2025-2026/actions.csv\n1 fichier, aucun n’a changé\n".to_owned(), 0)
    );
    let file = site.path().join("export/plans/2025-2026/actions.csv");
    fs::write(&file, "rempli à la main").unwrap();
    let (kept, code) = said(&site, &["export", "--format", "short"]);
    assert_eq!(code, 2);
    assert_eq!(
        kept,
        "export/plans/2025-2026/actions.csv: erreur~: ce fichier est déjà là et dit autre chose~: rien n’a été écrit [export-in-the-way]\n  \
         aide~: gardez-le ailleurs si vous l’avez rempli, puis ajoutez `--replace`; ou donnez un autre dossier avec `-o`\n"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), "rempli à la main");
    assert_eq!(files(&site, "export").len(), 1, "nothing was written beside it");
    let (replaced, code) = said(&site, &["export", "--replace"]);
    assert_eq!(code, 0, "{replaced}");
    assert!(replaced.ends_with("10 fichiers, 10 écrits\n"), "{replaced}");
}

#[test]
fn what_is_wrong_in_the_content_stops_it() {
    let site = site(&[("plans/p/index.md", plan("P", "weight = \"lourd\""))]);
    let (said, code) = said(&site, &["export", "--format", "short"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("content/plans/p/index.md:"), "{said}");
    assert!(said.starts_with("rien n’a été exporté~: 1 erreur"), "{said}");
    assert_eq!(files(&site, "export"), [""; 0]);
}

#[test]
fn drafts_are_left_out_and_what_is_missing_is_told() {
    let site = site(&[("plans/p/index.md", plan("P", "draft = true"))]);
    let short = |words: &[&str]| said(&site, &[words, &["--format", "short"]].concat());
    let (told, code) = short(&["export"]);
    assert_eq!(code, 2);
    assert!(told.contains("le site n’a pas de données de ce genre~: rien n’a été écrit"), "{told}");
    assert!(told.contains("`--drafts` en tient compte"), "{told}");
    assert_eq!(short(&["export", "--drafts"]).1, 0);
    let (told, code) = short(&["export", "--drafts", "--plan", "autre"]);
    assert_eq!(code, 2);
    assert!(told.contains("aucun plan ne s’appelle «~autre~»"), "{told}");
    let (told, code) = short(&["export", "--as", "pdf"]);
    assert_eq!(code, 2);
    assert!(told.contains("pdf") && told.contains("xlsx"), "{told}");
    let (told, code) = short(&["export", "--drafts", "--as", "atom"]);
    assert_eq!(code, 2);
    assert!(told.contains("viennent de son suivi"), "{told}");
    let folder = |name: &str| site.path().join(name).to_str().unwrap().to_owned();
    let (told, code) = short(&["export", "--drafts", "-o", &folder("content/data")]);
    assert_eq!(code, 2);
    assert!(told.contains("est dans content/"), "{told}");
}

#[test]
fn the_website_is_left_as_it_is() {
    let site = two_plans();
    let to = |name: &str| site.path().join(name).to_str().unwrap().to_owned();
    let refused = |name: &str| {
        let (told, code) =
            said(&site, &["export", "--replace", "-u", "https://example.org/a/", "-o", &to(name)]);
        assert_eq!(code, 2, "{name}: {told}");
        assert!(told.contains("est le dossier d’un site publié"), "{name}: {told}");
    };
    refused("public");
    assert_eq!(files(&site, "public"), [""; 0]);
    assert!(jalon(site.path(), &["build", "-o", &to("www")]).status.success());
    refused("www");
    refused("www/plans/donnees");
}

#[test]
fn a_plan_is_exported_in_each_of_its_languages() {
    let site = site(&[
        ("plans/p/index.md", plan("La navette", "")),
        (
            "plans/p/index.en.md",
            "+++\nkind = \"plan\"\ntitle = \"The shuttle\"\n+++\n\n## Orientation 1: Housing\n\n\
             | Actions |\n|---|\n| Visit a house |\n"
                .to_owned(),
        ),
        ("plans/autre/index.md", plan("Un autre", "")),
    ]);
    fs::write(
        site.path().join("jalon.toml"),
        format!("{SETTINGS}[languages.fr]\n[languages.en]\ntitle = \"Test\"\n"),
    )
    .unwrap();
    for asked in ["navette", "the shuttle"] {
        let (told, code) = said(&site, &["export", "--plan", asked, "--as", "json"]);
        assert_eq!(code, 0, "{told}");
        assert_eq!(files(&site, "export"), ["en/plans/p/plan.json", "plans/p/plan.json"], "{told}");
        fs::remove_dir_all(site.path().join("export")).unwrap();
    }
}
