//! `jalon import` as a person runs it: what it writes, what it says of it, how it ends, and all that it leaves alone.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jalon::disk;
use jalon::lang::Lang;
use tempfile::TempDir;

/// A plan as a spreadsheet saves it.
const PLAN: &str = "Objectifs;Actions;Échéancier;Responsable;État\n\
    Rouler;Prêter des vélos;Mai 2041;Comité vélo;À venir\n\
    ;Réparer les vélos;En continu;Bénévoles;En continu\n\
    Marcher;Baliser le sentier;Juin 2041;Comité sentier;À venir\n";

/// A text saved by an old program of Windows, which is worth a remark.
const OLD_TEXT: &[u8] = b"Le comit\xe9 se r\xe9unit le mardi, \xe0 la salle du haut.\n";

/// A new site in a folder, and a place for papers beside it.
struct Office {
    here: TempDir,
}

impl Office {
    fn new() -> Office {
        let here = tempfile::tempdir().unwrap();
        let office = Office { here };
        assert_eq!(told(office.here.path(), &["init", "asso"]).0, 0);
        office
    }

    fn site(&self) -> PathBuf {
        self.here.path().join("asso")
    }

    /// Puts a paper beside the site.
    fn paper(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.here.path().join(name), bytes).unwrap();
    }

    /// Imports a paper from within the site.
    fn import(&self, words: &[&str]) -> (i32, String, String) {
        told(&self.site(), &[&["import"], words].concat())
    }

    /// Every file, by path from the folder that holds the site, with its bytes.
    fn held(&self) -> BTreeMap<String, Vec<u8>> {
        let walk = walkdir::WalkDir::new(self.here.path()).into_iter().flatten();
        let files = walk.filter(|entry| entry.file_type().is_file());
        let named = files.map(|entry| {
            let path = entry.path().strip_prefix(self.here.path()).unwrap();
            (path.to_string_lossy().replace('\\', "/"), fs::read(entry.path()).unwrap())
        });
        named.collect()
    }

    fn document(&self, path: &str) -> String {
        fs::read_to_string(self.site().join(path)).unwrap()
    }
}

/// How the program ends, what it answers and what it complains of.
pub fn told(folder: &Path, words: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.args(words).current_dir(folder).stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace('\u{a0}', "_");
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_plan_of_a_spreadsheet_is_a_draft_of_the_site_which_builds() {
    let office = Office::new();
    office.paper("plan.csv", PLAN);
    let before = office.held();
    let (code, out, err) =
        office.import(&["../plan.csv", "--as", "plan", "--title", "Plan d’action 2040-2041"]);
    assert_eq!(code, 0, "{out}{err}");
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[0], "content/plans/2040-2041/index.md");
    let read = "écrit comme un plan d’action_: 1 orientation et 3 actions, à comparer avec votre fichier";
    assert_eq!(lines[1], read, "{out}");
    assert!(lines[3].starts_with("c’est un brouillon_: voyez-le avec `jalon serve --drafts`"), "{out}");
    let document = office.document(lines[0]);
    for line in ["kind = \"plan\"", "title = \"Plan d’action 2040-2041\"", "draft = true"] {
        assert!(document.lines().any(|it| it == line), "{line}: {document}");
    }
    // Nothing else was written, in the site or beside it.
    let mut after = office.held();
    assert!(after.remove("asso/content/plans/2040-2041/index.md").is_some());
    assert_eq!(after, before);
    for words in [&["build"][..], &["build", "--drafts"]] {
        let (code, out, err) = told(&office.site(), words);
        assert_eq!(code, 0, "{words:?}: {out}{err}");
    }
}

#[test]
fn what_is_there_is_never_written_over() {
    let office = Office::new();
    office.paper("nous joindre.txt", "Écrivez-nous.\n");
    let words = ["../nous joindre.txt", "--as", "page", "--title", "Nous joindre"];
    let (code, out, _) = office.import(&words);
    assert_eq!((code, out.lines().next()), (0, Some("content/nous-joindre.md")));
    let before = office.held();
    let (code, out, err) = office.import(&[&words[..], &["--format", "short"]].concat());
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.starts_with("erreur_: content/nous-joindre.md existe déjà et n’a pas été touché"), "{err}");
    assert!(err.contains("choisissez un autre titre"), "{err}");
    assert_eq!(office.held(), before);
}

#[test]
fn of_files_written_together_none_is_when_one_is_there() {
    let site = tempfile::tempdir().unwrap();
    let put = |names: &[&str]| {
        let files = names.iter().map(|name| ((*name).to_owned(), name.as_bytes().to_vec())).collect();
        disk::create::together(site.path(), &files)
    };
    assert!(put(&["content/b.png"]).is_ok());
    assert!(put(&["content/a.md", "content/b.png", "content/c.png"]).is_err());
    let names = fs::read_dir(site.path().join("content")).unwrap();
    assert_eq!(names.map(|it| it.unwrap().file_name()).collect::<Vec<_>>(), ["b.png"]);
}

#[test]
fn what_cannot_be_imported_is_said_and_nothing_is_written() {
    let office = Office::new();
    office.paper("plan.pdf", "%PDF-1.4");
    office.paper("plan", "a");
    office.paper("vide.txt", "");
    office.paper("blanc.txt", " \n\n ");
    office.paper("ancien.doc", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    office.paper("notes.txt", "Le comité se réunit.\n");
    fs::create_dir(office.here.path().join("dossier.docx")).unwrap();
    let before = office.held();
    let check = |words: &[&str], expected: &str| {
        let (code, out, err) = office.import(&[words, &["--format", "short"]].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{words:?}: {err}");
        assert!(err.starts_with(expected), "{words:?}: {err}");
        assert_eq!(office.held(), before, "{words:?}");
    };
    check(&["../plan.pdf"], "../plan.pdf: erreur_: le format «_.pdf_» n’est pas lu [import-format]");
    check(&["../plan"], "../plan: erreur_: le nom de ce fichier ne dit pas quel est son format");
    check(&["../vide.txt"], "../vide.txt: erreur_: ce fichier ne contient aucun mot");
    check(&["../blanc.txt", "--as", "page"], "../blanc.txt: erreur_: ce fichier ne contient aucun mot");
    check(&["../ancien.doc"], "../ancien.doc: erreur_: ce document est au format d’avant 2007");
    check(&["../absent.csv"], "erreur_: impossible de lire ../absent.csv_: fichier ou dossier introuvable");
    check(&["../dossier.docx"], "erreur_: impossible de lire ../dossier.docx_: c’est un dossier");
    check(&[""], "erreur_: l’option FICHIER attend une valeur");
    check(&["-"], "erreur_: valeur «_-_» impossible pour FICHIER");
    check(&["../notes.txt", "--title", "???"], "erreur_: le titre «_???_» n’a aucune lettre");
    check(&["../notes.txt", "--language", "es"], "erreur_: «_es_» n’est pas une langue de ce site");
    check(&["../notes.txt", "--as", "blog"], "erreur_: valeur «_blog_» inconnue pour --as");
    check(&["../notes.txt", "--date", "demain"], "erreur_: valeur «_demain_» impossible pour --date");
    check(&["../notes.txt", "--as", "mission"], "erreur_: le site a déjà son énoncé de mission");
    check(&[], "erreur_: il manque FICHIER [missing-argument]");
}

#[test]
fn a_paper_has_no_home_without_a_site() {
    let here = tempfile::tempdir().unwrap();
    fs::write(here.path().join("plan.csv"), PLAN).unwrap();
    let (code, out, err) = told(here.path(), &["import", "plan.csv", "--format", "short"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.starts_with("erreur_: aucun site ici"), "{err}");
}

#[cfg(unix)]
#[test]
fn a_file_that_never_ends_is_refused() {
    let (code, _, err) = told(Path::new("."), &["import", "/dev/zero", "--format", "short"]);
    assert_eq!(code, 2);
    assert!(err.starts_with("erreur_: /dev/zero n’est pas un fichier"), "{err}");
}

#[test]
fn a_file_beyond_the_limit_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("film.txt");
    // A hole: nothing of it stands on the disk.
    fs::File::create(&path).unwrap().set_len(disk::paper::LIMIT + 1).unwrap();
    let Err(disk::error::Error::Refused(refusal)) = disk::paper::read(&path) else { panic!("refused") };
    let said = refusal.wording().message.words(Lang::En);
    assert!(said.ends_with("film.txt weighs more than 64 MB; that is the limit"), "{said}");
}

#[test]
fn the_kind_the_title_the_language_and_the_day_are_those_asked_for() {
    let office = Office::new();
    let settings = office.document("jalon.toml");
    fs::write(
        office.site().join("jalon.toml"),
        format!("{settings}\n[languages.en]\ntitle = \"The Association\"\n"),
    )
    .unwrap();
    office.paper("notes.txt", "Le comité se réunit le mardi.\n");
    let check = |words: &[&str], path: &str, header: &str, taken_for: &str| {
        let (code, out, err) = office.import(&[&["../notes.txt"], words].concat());
        assert_eq!(code, 0, "{words:?}: {out}{err}");
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines[0], path, "{words:?}");
        assert!(lines[1].starts_with(taken_for), "{words:?}: {out}");
        let document = office.document(path);
        assert!(document.contains(header), "{words:?}: {document}");
    };
    let day = ["--date", "2026-03-09"];
    check(
        &[&["--as", "Atelier", "--title", "A"], &day[..]].concat(),
        "content/ateliers/2026-03-09-a.md",
        "kind = \"synthesis\"",
        "écrit comme une synthèse d’atelier",
    );
    check(
        &[&["--as", "news", "--title", "B"], &day[..]].concat(),
        "content/actualites/2026-03-09-b.md",
        "kind = \"news\"",
        "écrit comme une nouvelle",
    );
    check(
        &["--as", "page", "--title", "Our meetings", "--language", "en"],
        "content/our-meetings.en.md",
        "title = \"Our meetings\"",
        "écrit comme une page",
    );
    // Without any of them.
    let (code, out, _) = office.import(&["../notes.txt"]);
    assert_eq!(code, 0);
    assert!(out.contains("\npris pour une page; si c’est autre chose, effacez ce document"), "{out}");
}

#[test]
fn what_is_to_look_at_is_told_at_its_place_and_counted() {
    let office = Office::new();
    office.paper("mardi.txt", OLD_TEXT);
    let words = ["../mardi.txt", "--as", "page", "--title"];
    let (code, out, err) = office.import(&[&words[..], &["Le mardi"]].concat());
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("content/le-mardi.md:"), "{err}");
    assert!(err.contains("ce fichier n’est pas en UTF-8"), "{err}");
    assert!(out.contains("\nà regarder, ci-dessus_: 1 avertissement\n"), "{out}");
    let document = office.document("content/le-mardi.md");
    assert!(document.contains("Le comité se réunit le mardi, à la salle du haut."), "{document}");

    let (code, out, err) = office.import(&[&words[..], &["Mardi", "--format", "json"]].concat());
    assert_eq!((code, out.lines().next()), (0, Some("content/mardi.md")));
    let said: Vec<serde_json::Value> = err.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [said] = &said[..] else { panic!("{err}") };
    assert_eq!(said["code"], "import-letters");
    assert_eq!(said["severity"], "warning");
    assert_eq!(said["path"], "content/mardi.md");

    let (code, out, _) = office.import(&[&words[..], &["C", "--strict", "--lang", "en"]].concat());
    assert_eq!(code, 1);
    assert!(out.contains("\nto look at, above: 1 warning\n"), "{out}");
    assert!(out.ends_with("then remove the line `draft = true` to publish it\n"), "{out}");

    office.paper("mercredi.txt", "Le comité se réunit le mercredi.\n");
    let (code, out, err) = office.import(&["../mercredi.txt", "--as", "page", "--strict"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("\nrien à signaler; relisez-le tout de même"), "{out}");
}

#[test]
fn a_paper_is_found_from_here_and_the_site_from_its_folders() {
    let office = Office::new();
    office.paper("notes.txt", "Le comité se réunit.\n");
    let words = ["--as", "page", "--title"];
    let plans = office.site().join("content/plans");
    let (code, out, err) = told(&plans, &[&["import", "../../../notes.txt"], &words[..], &["A"]].concat());
    assert_eq!((code, out.lines().next()), (0, Some("../../content/a.md")), "{err}");
    let here = office.here.path();
    let (code, out, err) =
        told(here, &[&["import", "notes.txt", "--root", "asso"], &words[..], &["B"]].concat());
    assert_eq!((code, out.lines().next()), (0, Some("asso/content/b.md")), "{err}");
}
