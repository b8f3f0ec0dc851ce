//! What an open page hears of, when files are saved.

use std::fs;
use std::path::Path;

use crate::person::{Preview, SETTINGS, page, site, write};

#[test]
fn a_save_reloads_the_page_that_shows_it() {
    for words in ["", "--poll"] {
        let site = site();
        let preview = Preview::start(site.path(), words);
        let looking = preview.look("/un/");
        write(site.path(), "content/un.md", &page("Un", "Texte mis au point."));
        looking.waits_for("reload");
        assert!(preview.get("/un/").text().contains("Texte mis au point."), "{words}");
        preview.says("1 page");
    }
}

#[test]
fn each_way_to_save_is_seen() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let content = site.path().join("content");
    // A program that writes beside, then puts the new file in the place of the old one.
    write(site.path(), "content/.un.md.tmp", &page("Un", "Par remplacement."));
    fs::rename(content.join(".un.md.tmp"), content.join("un.md")).unwrap();
    preview.shows("/un/", "Par remplacement.");
    // vim: the old file is set aside, a new one is written, the old one goes.
    write(site.path(), "content/4913", "");
    fs::remove_file(content.join("4913")).unwrap();
    fs::rename(content.join("un.md"), content.join("un.md~")).unwrap();
    write(site.path(), "content/un.md", &page("Un", "Par vim."));
    fs::remove_file(content.join("un.md~")).unwrap();
    preview.shows("/un/", "Par vim.");
    // A new folder in a new folder, filled at once.
    write(site.path(), "content/a/b/c/nouveau.md", &page("Nouveau", "Tout au fond."));
    preview.shows("/a/b/c/nouveau/", "Tout au fond.");
    write(site.path(), "content/a/b/c/nouveau.md", &page("Nouveau", "Encore plus au fond."));
    preview.shows("/a/b/c/nouveau/", "Encore plus au fond.");
    // A folder that takes another name, and one that goes.
    fs::rename(content.join("a"), content.join("z")).unwrap();
    preview.shows("/z/b/c/nouveau/", "Encore plus au fond.");
    assert_eq!(preview.get("/a/b/c/nouveau/").status, 404);
    write(site.path(), "content/z/b/c/nouveau.md", &page("Nouveau", "Sous un autre nom."));
    preview.shows("/z/b/c/nouveau/", "Sous un autre nom.");
    fs::remove_dir_all(content.join("z")).unwrap();
    let looking = preview.look("/");
    write(site.path(), "content/_index.md", &page("Accueil", "Fin."));
    looking.waits_for("reload");
    preview.shows("/", "Fin.");
    assert_eq!(preview.get("/z/b/c/nouveau/").status, 404);
}

#[cfg(unix)]
#[test]
fn a_folder_of_contents_may_be_a_link() {
    let site = site();
    fs::rename(site.path().join("content"), site.path().join("textes")).unwrap();
    std::os::unix::fs::symlink("textes", site.path().join("content")).unwrap();
    let preview = Preview::start(site.path(), "");
    write(site.path(), "textes/un.md", &page("Un", "Par le lien."));
    preview.shows("/un/", "Par le lien.");
}

#[test]
fn five_hundred_files_at_once_all_arrive() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    for n in 0..500 {
        write(site.path(), &format!("content/lot/f{n}.md"), &page(&format!("Fiche {n}"), "Texte."));
    }
    for n in [0, 250, 499] {
        preview.shows(&format!("/lot/f{n}/"), &format!("Fiche {n}"));
    }
}

fn version(preview: &Preview, path: &str) -> u64 {
    preview.get(path).seen().split_once('.').unwrap().1.parse().unwrap()
}

#[test]
fn a_save_that_changes_no_byte_says_nothing() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let before = version(&preview, "/un/");
    write(site.path(), "content/un.md", &page("Un", "Premier texte."));
    // A comment of the header is in no page.
    write(site.path(), "content/un.md", "+++\n# Rien de neuf.\ntitle = \"Un\"\n+++\n\nPremier texte.\n");
    preview.says("aucune page changée");
    assert_eq!(version(&preview, "/un/"), before);
    let looking = preview.look("/un/");
    write(site.path(), "content/un.md", &page("Un", "Autre texte."));
    assert_eq!(looking.hears().0, "reload");
    assert_eq!(version(&preview, "/un/"), before + 1);
}

#[test]
fn an_edit_elsewhere_leaves_a_page_alone() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let looking = preview.look("/un/");
    write(site.path(), "content/deux.md", &page("Deux", "Autre texte."));
    preview.shows("/deux/", "Autre texte.");
    write(site.path(), "assets/jalon.css", "body { color: navy }\n");
    assert_eq!(looking.hears().0, "styles");
}

#[test]
fn a_page_follows_what_changes_when_asked_to() {
    let site = site();
    let preview = Preview::start(site.path(), "--navigate");
    let looking = preview.look("/un/");
    write(site.path(), "content/deux.md", &page("Deux", "Autre texte."));
    assert_eq!(looking.hears(), ("go".to_owned(), "/deux/".to_owned()));
}

#[test]
fn a_page_that_was_away_is_told_what_it_missed() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let seen = preview.get("/un/").seen();
    write(site.path(), "content/un.md", &page("Un", "Entre-temps."));
    preview.shows("/un/", "Entre-temps.");
    for seen in [seen.as_str(), "autre.1"] {
        preview.look_since("/un/", seen).waits_for("reload");
    }
}

/// Breaks a site in one way, sees what open pages are told, mends it.
fn check(breaks: impl Fn(&Path), mends: impl Fn(&Path), told: &str) {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let looking = preview.look("/un/");
    breaks(site.path());
    let problems = looking.waits_for_problem(told);
    assert!(problems.contains("\"covers\":\"page\""), "{problems}");
    let page = preview.get("/un/");
    assert_eq!(page.status, 200, "the last good site stays");
    assert!(page.text().contains("Premier texte."));
    mends(site.path());
    looking.waits_for_problem("\"problems\":[]");
}

#[test]
fn a_problem_covers_the_page_until_it_is_mended() {
    check(
        |root| write(root, "content/un.md", "+++\ntitle = \"<b>Un\"\nweight = \"<script>\"\n+++\n\nTexte.\n"),
        |root| write(root, "content/un.md", &page("Un", "Premier texte.")),
        "content/un.md:3:",
    );
}

#[test]
fn settings_that_are_wrong_are_told_and_mended() {
    check(
        |root| write(root, "jalon.toml", "title = \"Essai\nbase_url = 1\n"),
        |root| write(root, "jalon.toml", SETTINGS),
        "jalon.toml:1:",
    );
}

#[test]
fn a_template_that_is_wrong_is_told_and_mended() {
    check(
        |root| write(root, "templates/article.html", "{% if %}"),
        |root| fs::remove_file(root.join("templates/article.html")).unwrap(),
        "templates/article.html",
    );
}

#[test]
fn a_folder_that_vanishes_may_come_back() {
    check(
        |root| fs::rename(root.join("content"), root.join("ailleurs")).unwrap(),
        |root| fs::rename(root.join("ailleurs"), root.join("content")).unwrap(),
        "aucun site ici",
    );
}

#[test]
fn a_site_that_vanishes_may_come_back() {
    let outer = tempfile::tempdir().unwrap();
    let root = outer.path().join("site");
    write(&root, "jalon.toml", SETTINGS);
    write(&root, "content/_index.md", &page("Accueil", "Bonjour."));
    let preview = Preview::start(outer.path(), "--root site");
    let looking = preview.look("/");
    fs::rename(&root, outer.path().join("ailleurs")).unwrap();
    looking.waits_for_problem("\"covers\":\"page\"");
    fs::rename(outer.path().join("ailleurs"), &root).unwrap();
    looking.waits_for_problem("\"problems\":[]");
    write(&root, "content/_index.md", &page("Accueil", "De retour."));
    preview.shows("/", "De retour.");
}

#[test]
fn a_site_that_cannot_be_built_yet_says_why_on_every_page() {
    let site = site();
    write(site.path(), "content/un.md", "+++\ntitle = \"Un\"\nweight = \"<script>\"\n+++\n\nTexte.\n");
    let preview = Preview::start(site.path(), "");
    assert!(preview.greeting.contains("1 erreur, à corriger pour voir le site"), "{}", preview.greeting);
    let response = preview.get("/un/");
    assert_eq!(response.status, 503);
    assert!(response.text().contains("content/un.md:3:"), "{}", response.text());
    assert!(!response.text().contains("<script>"), "{}", response.text());
    let looking = preview.look("/un/");
    write(site.path(), "content/un.md", &page("Un", "Premier texte."));
    looking.waits_for("reload");
    assert_eq!(preview.shows("/un/", "Premier texte.").status, 200);
}

#[cfg(feature = "sheets")]
#[test]
fn a_workbook_that_is_half_written_is_read_again() {
    let site = site();
    let plan = "+++\nkind = \"plan\"\ntitle = \"Plan\"\nupdated = 2026-10-15\n[plan]\nperiod = \"2026\"\n+++\n\n\
                ## Orientation 1 : Agir\n\n| Actions | État |\n|---|---|\n| Tournée | En cours |\n";
    write(site.path(), "content/plan/index.md", plan);
    let whole = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/follow_up/suivi.ods")).unwrap();
    let log = site.path().join("content/plan/suivi.ods");
    let preview = Preview::start(site.path(), "");
    let looking = preview.look("/plan/");
    fs::write(&log, &whole[..whole.len() / 2]).unwrap();
    looking.waits_for_problem("suivi.ods");
    fs::remove_file(&log).unwrap();
    looking.waits_for_problem("\"covers\":\"nothing\"");
}
