//! What a publication writes, removes, and leaves alone.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jalon::diagnostic::file::Obstacle;
use jalon::digest::Digest;
use jalon::disk::aside::Aside;
use jalon::disk::check_output;
use jalon::disk::error::{Error, OutputFault, Refusal};
use jalon::disk::publish::{self, Published};
use jalon::pipeline::{File, Role};
use tempfile::TempDir;

type Site = BTreeMap<String, File>;

fn site(files: &[(&str, &str)]) -> Site {
    let file = |bytes: &str| File { bytes: bytes.as_bytes().into(), role: Role::Page };
    files.iter().map(|(path, bytes)| ((*path).to_owned(), file(bytes))).collect()
}

fn publish(folder: &Path, site: &Site) -> Result<Published, Error> {
    let aside = Aside::of(folder);
    site.iter().for_each(|(path, file)| aside.put(path.clone(), file.clone()));
    publish::publish(aside)
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn put(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn done(folder: &TempDir, files: &[(&str, &str)]) -> Published {
    publish(folder.path(), &site(files)).unwrap()
}

fn refused(folder: &TempDir, files: &[(&str, &str)]) -> Vec<(String, Obstacle)> {
    match publish(folder.path(), &site(files)) {
        Err(Error::InTheWay { obstacles, .. }) => obstacles,
        other => panic!("{other:?}"),
    }
}

/// Every file and folder but our own dot files, as `path = text` and `path/`.
fn tree(folder: &TempDir) -> Vec<String> {
    fn list(folder: &Path, prefix: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
            if entry.path().is_dir() && !entry.path().is_symlink() {
                found.push(format!("{path}/"));
                list(&entry.path(), &format!("{path}/"), found);
            } else if !path.starts_with(".jalon-") {
                found.push(format!("{path} = {}", fs::read_to_string(entry.path()).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    list(folder.path(), "", &mut found);
    found.sort();
    found
}

fn counts(published: &Published) -> (usize, usize, usize) {
    (published.written, published.unchanged, published.removed)
}

#[test]
fn only_what_differs_is_written() {
    let folder = folder();
    assert_eq!(counts(&done(&folder, &[("a/index.html", "1"), ("index.html", "1")])), (2, 0, 0));
    let before = fs::metadata(folder.path().join("a/index.html")).unwrap().modified().unwrap();
    assert_eq!(counts(&done(&folder, &[("a/index.html", "1"), ("index.html", "2")])), (1, 1, 0));
    assert_eq!(tree(&folder), ["a/", "a/index.html = 1", "index.html = 2"]);
    assert_eq!(fs::metadata(folder.path().join("a/index.html")).unwrap().modified().unwrap(), before);
}

#[test]
fn a_publication_that_changes_nothing_leaves_every_date_as_it_was() {
    let folder = folder();
    let files = [("index.html", "a"), ("b/index.html", "b")];
    done(&folder, &files);
    let dates = || -> Vec<_> {
        let files = walkdir::WalkDir::new(folder.path()).sort_by_file_name().into_iter().flatten();
        let files = files.filter(|entry| entry.file_type().is_file());
        files.map(|entry| (entry.path().to_owned(), entry.metadata().unwrap().modified().unwrap())).collect()
    };
    let before = dates();
    std::thread::sleep(std::time::Duration::from_millis(20));
    done(&folder, &files);
    assert_eq!(dates(), before);
}

#[test]
fn our_stale_files_go_and_the_folders_we_made_with_them() {
    let folder = folder();
    put(&folder, "b/notes.txt", "theirs");
    fs::create_dir(folder.path().join("c")).unwrap();
    done(&folder, &[("a/b/x", "1"), ("b/x", "1"), ("c/x", "1"), ("index.html", "1")]);
    assert_eq!(counts(&done(&folder, &[("index.html", "1")])), (0, 1, 3));
    assert_eq!(tree(&folder), ["b/", "b/notes.txt = theirs", "c/", "index.html = 1"]);
}

#[test]
fn a_stale_file_that_was_edited_is_kept_and_named() {
    let folder = folder();
    done(&folder, &[("a.html", "1"), ("index.html", "1")]);
    put(&folder, "a.html", "edited");
    for _ in 0..2 {
        let published = done(&folder, &[("index.html", "1")]);
        assert_eq!((counts(&published), published.kept), ((0, 1, 0), vec!["a.html".to_owned()]));
        assert_eq!(tree(&folder), ["a.html = edited", "index.html = 1"]);
    }
}

#[test]
fn what_is_not_ours_and_in_the_way_stops_everything_and_is_all_named() {
    let folder = folder();
    put(&folder, "a.html", "theirs");
    put(&folder, "b/theirs", "theirs");
    put(&folder, "c", "theirs");
    put(&folder, "same.html", "1");
    let before = tree(&folder);
    let files = [("a.html", "1"), ("b", "1"), ("c/d/x", "1"), ("new.html", "1"), ("same.html", "1")];
    assert_eq!(
        refused(&folder, &files),
        [
            ("a.html".to_owned(), Obstacle::OtherFile),
            ("b".to_owned(), Obstacle::Folder),
            ("c".to_owned(), Obstacle::FileForFolder),
        ]
    );
    assert_eq!(tree(&folder), before);
    assert!(!folder.path().join(".jalon-lock").exists());
}

#[test]
fn a_page_may_become_a_folder_and_a_folder_a_page() {
    let folder = folder();
    done(&folder, &[("a", "1"), ("b/c/x", "1"), ("b/y", "1")]);
    assert_eq!(counts(&done(&folder, &[("a/x/y", "2"), ("b", "2")])), (2, 0, 3));
    assert_eq!(tree(&folder), ["a/", "a/x/", "a/x/y = 2", "b = 2"]);
    done(&folder, &[("a", "1"), ("b/c/x", "1"), ("b/y", "1")]);
    assert_eq!(tree(&folder), ["a = 1", "b/", "b/c/", "b/c/x = 1", "b/y = 1"]);
    put(&folder, "b/theirs", "theirs");
    assert_eq!(refused(&folder, &[("b", "2")]), [("b".to_owned(), Obstacle::Folder)]);
}

#[test]
fn what_waits_aside_after_an_interruption_is_swept() {
    let folder = folder();
    done(&folder, &[("index.html", "1")]);
    put(&folder, ".jalon-new/1/0", "half");
    done(&folder, &[("index.html", "1")]);
    assert!(!folder.path().join(".jalon-new").exists());
}

#[test]
fn a_publication_that_is_given_up_leaves_the_folder_as_it_was() {
    let parent = folder();
    let new = parent.path().join("far/public");
    let give_up = |output: &Path| {
        let aside = Aside::of(output);
        site(&[("index.html", "2"), ("a/index.html", "2")])
            .into_iter()
            .for_each(|(path, file)| aside.put(path, file));
        assert!(output.join(".jalon-new").exists());
    };
    give_up(&new);
    assert_eq!(tree(&parent), [""; 0]);

    publish(&new, &site(&[("index.html", "1")])).unwrap();
    let before = tree(&parent);
    give_up(&new);
    assert_eq!(tree(&parent), before);
    assert!(!new.join(".jalon-new").exists());

    let theirs = folder();
    put(&theirs, "notes.txt", "theirs");
    give_up(theirs.path());
    assert_eq!(tree(&theirs), ["notes.txt = theirs"]);
    assert!(!theirs.path().join(".jalon-lock").exists());
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_taken_leaves_nothing_of_what_was_made_for_it() {
    let parent = folder();
    // No disk takes so long a name: the folders above it are made first.
    let output = parent.path().join("far/near").join("x".repeat(300));
    let error = publish(&output, &site(&[("index.html", "1")])).unwrap_err();
    assert!(matches!(error, Error::Machine(_)), "{error:?}");
    assert_eq!(tree(&parent), [""; 0]);
}

#[test]
fn of_two_files_for_one_path_the_last_stands() {
    let folder = folder();
    for (first, last) in [("1", "2"), ("2", "2"), ("2", "1")] {
        let aside = Aside::of(folder.path());
        let files = [first, last].map(|text| site(&[("index.html", text)]));
        files.into_iter().flatten().for_each(|(path, file)| aside.put(path, file));
        publish::publish(aside).unwrap();
        assert_eq!(tree(&folder), [format!("index.html = {last}")]);
    }
}

#[test]
fn what_is_put_in_an_empty_folder_meanwhile_is_left_alone() {
    let files = [("a/index.html", "1"), ("index.html", "1")];
    for (theirs, expected) in [
        ("notes.txt", Some(["a/", "a/index.html = 1", "index.html = 1", "notes.txt = theirs"])),
        ("a/notes.txt", Some(["a/", "a/index.html = 1", "a/notes.txt = theirs", "index.html = 1"])),
        ("a/index.html", None),
        ("index.html", None),
    ] {
        let folder = folder();
        let aside = Aside::of(folder.path());
        site(&files).into_iter().for_each(|(path, file)| aside.put(path, file));
        put(&folder, theirs, "theirs");
        let before = tree(&folder);
        let published = publish::publish(aside);
        match expected {
            Some(expected) => assert_eq!(
                (counts(&published.unwrap()), tree(&folder)),
                ((2, 0, 0), expected.map(str::to_owned).to_vec())
            ),
            None => {
                let told = published.unwrap_err();
                assert!(
                    matches!(&told, Error::InTheWay { obstacles, .. } if *obstacles == [(theirs.to_owned(), Obstacle::OtherFile)]),
                    "{told:?}"
                );
                let left: Vec<String> =
                    tree(&folder).into_iter().filter(|path| !path.starts_with(".jalon-")).collect();
                assert_eq!(
                    left,
                    before.into_iter().filter(|path| !path.starts_with(".jalon-")).collect::<Vec<_>>()
                );
            }
        }
    }
}

#[test]
fn what_is_made_of_a_file_that_waits_is_put_aside_too() {
    let folder = folder();
    for _ in 0..2 {
        let aside = Aside::of(folder.path());
        let files = site(&[("a.html", "a"), ("b.css", "b"), ("c.html", "c")]);
        files.into_iter().for_each(|(path, file)| aside.put(path, file));
        aside.each(
            |path| path.ends_with(".html"),
            |(path, file), paths| {
                let bytes = [&*file.bytes, paths.len().to_string().as_bytes()].concat();
                let file = File { bytes: bytes.into(), role: file.role };
                vec![(path.to_owned(), file.clone()), (format!("{path}.copy"), file)]
            },
        );
        publish::publish(aside).unwrap();
        let expected = ["a.html = a3", "a.html.copy = a3", "b.css = b", "c.html = c3", "c.html.copy = c3"];
        assert_eq!(tree(&folder), expected);
    }
}

#[test]
fn a_manifest_from_elsewhere_removes_nothing_outside() {
    let parent = folder();
    put(&parent, "secret", "x");
    let digest = Digest::of(b"x");
    put(&parent, "public/.jalon-manifest", &format!("jalon-manifest 1\n{digest} ../secret\n"));
    publish(&parent.path().join("public"), &site(&[("index.html", "1")])).unwrap();
    assert!(parent.path().join("secret").exists());
}

#[test]
fn an_address_that_leaves_the_folder_is_refused() {
    for path in ["../x", "/x", "a/../x", "a//x", "", ".jalon-manifest", ".jalon-new/x", "a\nb"] {
        let error = publish(folder().path(), &site(&[(path, "1")])).unwrap_err();
        assert!(matches!(error, Error::Refused(Refusal::OddPath { .. })), "{path}: {error:?}");
    }
}

#[test]
fn two_publications_do_not_mix() {
    let folder = folder();
    done(&folder, &[("index.html", "1")]);
    let held = fs::File::open(folder.path().join(".jalon-lock")).unwrap();
    held.lock().unwrap();
    put(&folder, ".jalon-new/1/0", "theirs");
    let error = publish(folder.path(), &site(&[("index.html", "2")])).unwrap_err();
    assert!(matches!(error, Error::Refused(Refusal::Busy { .. })), "{error:?}");
    assert!(folder.path().join(".jalon-new/1/0").exists() && folder.path().join(".jalon-lock").exists());
    drop(held);
    done(&folder, &[("index.html", "2")]);
}

#[test]
fn a_site_is_never_published_over_its_sources() {
    let root = folder();
    put(&root, "content/_index.md", "x");
    put(&root, "fichier", "x");
    let fault = |output: &str| match check_output(root.path(), &root.path().join(output)) {
        Ok(()) => None,
        Err(Error::Refused(Refusal::Output { fault, .. })) => Some(fault),
        Err(error) => panic!("{error:?}"),
    };
    assert_eq!(fault("public"), None);
    assert_eq!(fault("loin/d’ici"), None);
    assert_eq!(fault("../voisin"), None);
    assert_eq!(fault(""), Some(OutputFault::IsRoot));
    assert_eq!(fault("content/.."), Some(OutputFault::IsRoot));
    assert_eq!(fault(".."), Some(OutputFault::HoldsRoot));
    assert_eq!(fault("content"), Some(OutputFault::HoldsSource("content")));
    assert_eq!(fault("static"), Some(OutputFault::HoldsSource("static")));
    assert_eq!(fault("fichier"), Some(OutputFault::NotAFolder));
}

#[cfg(unix)]
#[test]
fn a_link_in_the_published_folder_is_never_written_through() {
    use std::os::unix::fs::symlink;
    let elsewhere = folder();
    put(&elsewhere, "x", "theirs");
    let folder = folder();
    symlink(elsewhere.path(), folder.path().join("a")).unwrap();
    symlink(elsewhere.path().join("x"), folder.path().join("b")).unwrap();
    assert_eq!(
        refused(&folder, &[("a/x", "1"), ("b", "theirs")]),
        [("a".to_owned(), Obstacle::Link), ("b".to_owned(), Obstacle::Link)]
    );
    assert_eq!(fs::read_to_string(elsewhere.path().join("x")).unwrap(), "theirs");

    fs::remove_file(folder.path().join("a")).unwrap();
    fs::remove_file(folder.path().join("b")).unwrap();
    done(&folder, &[("a/x", "theirs")]);
    fs::remove_dir_all(folder.path().join("a")).unwrap();
    symlink(elsewhere.path(), folder.path().join("a")).unwrap();
    done(&folder, &[("index.html", "1")]);
    assert!(elsewhere.path().join("x").exists());
}

#[cfg(unix)]
#[test]
fn a_file_of_ours_may_change_its_case_and_its_bytes() {
    let folder = folder();
    done(&folder, &[("Plans/x", "1"), ("y", "1")]);
    // As a disk that ignores case has it: one file, found at both paths.
    fs::rename(folder.path().join("Plans"), folder.path().join("plans")).unwrap();
    std::os::unix::fs::symlink("plans", folder.path().join("Plans")).unwrap();
    // Here case makes another file.
    put(&folder, "Y", "theirs");
    assert_eq!(refused(&folder, &[("plans/x", "2"), ("Y", "2")]), [("Y".to_owned(), Obstacle::OtherFile)]);
    done(&folder, &[("plans/x", "2")]);
    assert_eq!(fs::read_to_string(folder.path().join("plans/x")).unwrap(), "2");
}

#[test]
#[ignore = "a measure, not a check: cargo test --test publish -- --ignored --nocapture"]
fn five_thousand_files_twice() {
    let folder = folder();
    let files: Site = (0..5_000)
        .map(|n| {
            let bytes = format!("{n} ").repeat(3_000);
            (
                format!("plans/{}/{n}/index.html", n % 50),
                File { bytes: bytes.as_bytes().into(), role: Role::Page },
            )
        })
        .collect();
    for _ in 0..2 {
        let started = std::time::Instant::now();
        let published = publish(folder.path(), &files).unwrap();
        eprintln!("{} written, {:?}", published.written, started.elapsed());
    }
}
