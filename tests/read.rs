//! What is read from a site's folder, and what is said about the rest.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jalon::diagnostic::Noted;
use jalon::disk::error::{Error, Refusal};
use jalon::disk::read::{TEXT_LIMIT, read, read_again};
use jalon::lang::Lang;
use tempfile::TempDir;

fn site(files: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    for path in files {
        write(folder.path(), path);
    }
    folder
}

fn write(root: &Path, path: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, "x").unwrap();
}

/// The names read, then what is said: `path: code`.
fn read_site(root: &Path) -> (Vec<String>, Vec<String>) {
    let Noted { value, diagnostics } = read(root, Path::new("jalon.toml"), &root.join("public")).unwrap();
    let said = diagnostics.iter().map(|it| format!("{}: {}", it.path, it.problem.code())).collect();
    (value.into_keys().collect(), said)
}

fn check(folder: &TempDir, read: &[&str], said: &[&str]) {
    let (names, diagnostics) = read_site(folder.path());
    assert_eq!(
        (names, diagnostics),
        (read.iter().map(ToString::to_string).collect(), said.iter().map(ToString::to_string).collect())
    );
}

#[test]
fn what_is_read_again_is_what_was_asked_for() {
    let folder = site(&["jalon.toml", "content/_index.md", "content/a.md", "static/a.pdf"]);
    let check = |asked: &[&str], expected: &[&str]| {
        let (root, asked) = (folder.path(), asked.iter().copied().collect::<BTreeSet<_>>());
        let again = read_again(root, Path::new("jalon.toml"), &root.join("public"), &asked).unwrap();
        assert_eq!(again.value.into_keys().collect::<Vec<_>>(), expected);
    };
    check(&[], &[]);
    check(&["content/a.md", "jalon.toml"], &["content/a.md", "jalon.toml"]);
    check(&["content/gone.md", "themes/default/words/fr.toml"], &[]);
    let folder = site(&["content/a-b/c.md", "content/a.md", "content/a/b/c.md", "content/a/d.md"]);
    let check = |asked: &str| {
        let (root, asked) = (folder.path(), BTreeSet::from([asked]));
        let again = read_again(root, Path::new("jalon.toml"), &root.join("public"), &asked).unwrap();
        assert_eq!(again.value.into_keys().collect::<Vec<_>>(), asked.into_iter().collect::<Vec<_>>());
    };
    ["content/a-b/c.md", "content/a.md", "content/a/b/c.md", "content/a/d.md"].into_iter().for_each(check);
}

#[test]
fn only_what_belongs_to_a_site_is_read() {
    let folder = site(&[
        "jalon.toml",
        "README.md",
        "content/_index.md",
        "content/plans/2025/suivi.csv",
        "public/index.html",
        "templates/page.html",
        "themes/a/theme.toml",
        "words/fr.toml",
        "assets/logo.svg",
        "static/robots.txt",
    ]);
    check(
        &folder,
        &[
            "assets/logo.svg",
            "content/_index.md",
            "content/plans/2025/suivi.csv",
            "jalon.toml",
            "static/robots.txt",
            "templates/page.html",
            "themes/a/theme.toml",
            "words/fr.toml",
        ],
        &[],
    );
}

#[test]
fn what_editors_and_systems_leave_behind_is_left_alone() {
    let folder = site(&[
        "content/.DS_Store",
        "content/.a.md.swp",
        "content/a.md.swp",
        "content/a.md~",
        "content/.#a.md",
        "content/#a.md#",
        "content/~$plan.docx",
        "content/Thumbs.db",
        "content/.git/config",
        "content/a.md",
    ]);
    check(&folder, &["content/a.md"], &[]);
}

#[test]
fn hidden_files_that_servers_expect_are_read_from_static_only() {
    let folder =
        site(&["static/.htaccess", "static/.well-known/security.txt", "static/.env", "content/.htaccess"]);
    check(
        &folder,
        &["static/.htaccess", "static/.well-known/security.txt"],
        &["content/.htaccess: hidden-file", "static/.env: hidden-file"],
    );
    let folder = site(&[
        "content/.gitkeep",
        "static/.domains",
        "static/.user.ini",
        "static/a/.b/c",
        "static/._a.png",
        "assets/.x",
    ]);
    check(&folder, &["static/.domains"], &["static/.user.ini: hidden-file", "static/a/.b: hidden-file"]);
}

#[test]
fn a_folder_that_is_nearly_one_of_the_site_is_told() {
    let folder =
        site(&["content/a.md", "Static/a.txt", "asset/a.css", "layouts/a.html", "docs/a.md", "word.txt"]);
    check(
        &folder,
        &["content/a.md"],
        &["Static: stray-folder", "asset: stray-folder", "layouts: stray-folder"],
    );
}

#[test]
fn the_published_folder_is_never_read_wherever_it_is() {
    let folder = site(&["content/a.md", "content/sortie/index.html"]);
    let root = folder.path();
    let files = read(root, Path::new("jalon.toml"), &root.join("content/sortie")).unwrap().value;
    assert_eq!(files.into_keys().collect::<Vec<_>>(), ["content/a.md"]);
}

#[test]
fn a_file_too_large_for_a_site_is_an_error_and_is_not_read() {
    let folder = site(&["content/b.md"]);
    let sizes = [
        ("content/a.md", TEXT_LIMIT + 1),
        ("content/film.mp4", TEXT_LIMIT + 1),
        ("static/seance.mp4", 1 << 30),
        ("words/fr.toml", TEXT_LIMIT + 1),
    ];
    fs::create_dir(folder.path().join("static")).unwrap();
    fs::create_dir(folder.path().join("words")).unwrap();
    for (name, size) in sizes {
        // A file of holes: it has the size, and takes no room.
        fs::File::create(folder.path().join(name)).unwrap().set_len(size).unwrap();
    }
    check(
        &folder,
        &["content/b.md", "content/film.mp4"],
        &[
            "content/a.md: file-too-large",
            "static/seance.mp4: file-too-large",
            "words/fr.toml: file-too-large",
        ],
    );
}

/// What is refused, in French.
fn refused(folder: &TempDir) -> String {
    let root = folder.path();
    let Err(Error::Refused(refusal)) = read(root, Path::new("jalon.toml"), &root.join("public")) else {
        panic!("it was read")
    };
    let wording = refusal.wording();
    let help = wording.help.map(|help| help.words(Lang::Fr)).unwrap_or_default();
    format!("{} / {help}", wording.message.words(Lang::Fr)).replace('\u{a0}', "_")
}

#[test]
fn files_too_large_together_are_refused_before_any_is_read() {
    let folder =
        site(&["jalon.toml", "content/_index.md", "content/photos/a.jpg", "static/films/2026/0.mp4"]);
    // Files with holes: they take no room on the disk.
    for n in 0..11 {
        let film = fs::File::create(folder.path().join(format!("static/films/2026/{n}.mp4"))).unwrap();
        film.set_len(190 << 20).unwrap();
    }
    assert_eq!(
        refused(&folder),
        "le site pèse plus de 2 Go, tous fichiers ensemble; c’est la limite / \
         regardez d’abord dans static/films/_: déplacez hors du site ce qui n’a pas à être publié"
    );
}

#[cfg(unix)]
#[test]
fn folders_multiplied_by_links_are_refused() {
    let folder = site(&["jalon.toml", "content/_index.md"]);
    // Ten links to a folder of ten links, and so on: a million files that are only ten.
    for level in 0..6 {
        let own = folder.path().join(format!("content/{level}"));
        fs::create_dir(&own).unwrap();
        for n in 0..10 {
            let name = own.join(n.to_string());
            match level {
                0 => fs::write(name, "x").unwrap(),
                _ => std::os::unix::fs::symlink(format!("../{}", level - 1), name).unwrap(),
            }
        }
    }
    assert_eq!(
        refused(&folder),
        "le site compte plus de 100_000 fichiers; c’est la limite / \
         regardez d’abord dans content/4/_: déplacez hors du site ce qui n’a pas à être publié"
    );
}

#[test]
fn a_site_without_content_says_where_it_was_looked_for() {
    let folder = tempfile::tempdir().unwrap();
    let error = read(folder.path(), Path::new("jalon.toml"), &folder.path().join("public")).unwrap_err();
    let Error::Refused(refusal @ Refusal::NoContent { .. }) = error else { panic!("{error:?}") };
    let message = refusal.wording().message.words(Lang::Fr);
    assert!(message.contains(folder.path().join("content").to_str().unwrap()), "{message}");
}

#[test]
fn settings_that_were_asked_for_must_exist() {
    let folder = site(&["content/a.md"]);
    let error = read(folder.path(), Path::new("autre.toml"), &folder.path().join("public")).unwrap_err();
    assert!(matches!(error, Error::Refused(Refusal::NoConfig { .. })), "{error:?}");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    use super::{check, fs, site, write};

    #[test]
    fn a_link_inside_the_site_is_followed() {
        let folder = site(&["content/plans/a.md", "assets/logo.svg"]);
        symlink("../plans", folder.path().join("content/plans/boucle")).unwrap();
        fs::create_dir(folder.path().join("static")).unwrap();
        symlink("../assets", folder.path().join("static/images")).unwrap();
        symlink("../assets/logo.svg", folder.path().join("content/logo.svg")).unwrap();
        check(
            &folder,
            &["assets/logo.svg", "content/logo.svg", "content/plans/a.md", "static/images/logo.svg"],
            &["content/plans/boucle: link-loop"],
        );
    }

    #[test]
    fn a_link_that_leaves_the_site_is_an_error() {
        let elsewhere = site(&["content/secret.md"]);
        let folder = site(&["content/a.md", "public/index.html"]);
        symlink(elsewhere.path(), folder.path().join("content/dehors")).unwrap();
        symlink("rien", folder.path().join("content/casse.md")).unwrap();
        symlink("tourne.md", folder.path().join("content/tourne.md")).unwrap();
        symlink("../public", folder.path().join("content/sortie")).unwrap();
        symlink("..", folder.path().join("content/racine")).unwrap();
        check(
            &folder,
            &["content/a.md"],
            &[
                "content/casse.md: link-broken",
                "content/dehors: link-leaves-site",
                "content/racine: link-loop",
                "content/sortie: link-into-output",
                "content/tourne.md: link-broken",
            ],
        );
    }

    #[test]
    fn what_is_no_file_is_an_error_and_never_waited_for() {
        let folder = site(&["content/a.md"]);
        let _socket = UnixListener::bind(folder.path().join("content/prise.md")).unwrap();
        let pipes = ["content/tube.md", "jalon.toml"].map(|path| folder.path().join(path));
        let made = std::process::Command::new("mkfifo").args(&pipes).status().unwrap();
        assert!(made.success());
        check(
            &folder,
            &["content/a.md"],
            &["content/prise.md: special-file", "content/tube.md: special-file", "jalon.toml: special-file"],
        );
    }

    // macOS refuses such names, or takes the two for one.
    #[cfg(target_os = "linux")]
    #[test]
    fn names_are_the_same_whatever_their_encoding() {
        let folder = site(&["content/e\u{301}te\u{301}.md"]);
        check(&folder, &["content/\u{e9}t\u{e9}.md"], &[]);
        write(folder.path(), "content/\u{e9}t\u{e9}.md");
        check(&folder, &["content/\u{e9}t\u{e9}.md"], &["content/\u{e9}t\u{e9}.md: same-name"]);
    }

    // macOS refuses such names, or takes the two for one.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_that_is_no_text_is_an_error() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;

        let folder = site(&["content/a.md"]);
        fs::write(folder.path().join("content").join(OsStr::from_bytes(b"caf\xe9.md")), "x").unwrap();
        write(folder.path(), "content/a\nb.md");
        check(
            &folder,
            &["content/a.md"],
            &["content/a\nb.md: name-with-control", "content/caf\u{fffd}.md: name-not-unicode"],
        );
    }

    #[test]
    fn what_may_not_be_read_is_named_and_the_rest_is_read() {
        let folder = site(&["content/a.md", "content/b.md", "content/prive/c.md"]);
        let closed = [folder.path().join("content/b.md"), folder.path().join("content/prive")];
        for path in &closed {
            fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
        }
        // The superuser may read everything: there is then nothing to be refused.
        let is_superuser = fs::read(&closed[0]).is_ok();
        if !is_superuser {
            check(&folder, &["content/a.md"], &["content/b.md: unreadable", "content/prive: unreadable"]);
        }
        for path in &closed {
            fs::set_permissions(path, fs::Permissions::from_mode(0o700)).unwrap();
        }
    }
}
