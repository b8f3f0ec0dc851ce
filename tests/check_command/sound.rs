//! Sites without defects, of which nothing must be said, and what a check costs.

use std::fs;
use std::path::Path;

use super::{SETTINGS, jalon, site};

#[test]
fn a_sound_site_is_said_to_be_sound() {
    let home = "+++\ntitle = \"Accueil\"\n+++\n\nVoir la [page du café](@/café.md#les-heures).\n";
    let page = "+++\ntitle = \"Café\"\naliases = [\"vieux-cafe\"]\n+++\n\n## Les heures\n\n![Une tasse](tasse.svg)\n\nRetour à l’[accueil](@/_index.md).\n";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let files = [("content/_index.md", home), ("content/café.md", page), ("content/tasse.svg", svg)];
    let site = site(SETTINGS, &files);
    let answer = jalon(site.path(), "check --strict");
    assert_eq!(answer.problems, [""; 0]);
    assert_eq!(answer.code, 0);
    assert!(answer.summary.ends_with("liens vérifiés_: rien à signaler\n"), "{}", answer.summary);
}

/// The site that comes with jalon, in its two languages, on the day its texts speak of.
#[test]
fn the_demonstration_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    let site = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(site.join("jalon.toml"), folder.path().join("jalon.toml")).unwrap();
    for entry in walkdir::WalkDir::new(site.join("content")).into_iter().flatten() {
        let place = folder.path().join(entry.path().strip_prefix(site).unwrap());
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(place).unwrap(),
            false => drop(fs::copy(entry.path(), place).unwrap()),
        }
    }
    let answer = jalon(folder.path(), "check --strict");
    assert_eq!(answer.problems, [""; 0]);
    assert_eq!(answer.code, 0);
    assert!(answer.summary.ends_with("liens vérifiés_: rien à signaler\n"), "{}", answer.summary);
}

#[test]
fn what_is_only_worth_a_look_does_not_fail_unless_strict() {
    let home = "+++\ntitle = \"Accueil\"\n+++\n\nLe programme est [ici](https://example.com/).\n";
    let site = site(SETTINGS, &[("content/_index.md", home)]);
    let usual = jalon(site.path(), "check");
    assert_eq!((usual.code, usual.problems.len()), (0, 1), "{:?}", usual.problems);
    assert_eq!(jalon(site.path(), "check --strict").code, 1);
}

#[test]
fn the_guide_shows_what_a_check_prints() {
    let guide = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/verifier.md")).unwrap();
    for words in ["jalon check", "rien à signaler", "--strict", "--format github"] {
        assert!(guide.contains(words), "{words}");
    }
}
