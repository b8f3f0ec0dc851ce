//! What is answered to a browser.

use std::fs;
use std::net::TcpListener;
use std::path::Path;

use walkdir::WalkDir;

use crate::person::{Preview, command, page, site, write};

#[test]
fn every_file_is_the_one_that_build_writes_but_for_one_line() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = tempfile::tempdir().unwrap();
    let words = format!("build --today 2026-10-15 -o {}", out.path().display());
    assert!(command(root, &words).status().unwrap().success());
    let preview = Preview::start(root, "--today 2026-10-15");
    let mut n_pages = 0;
    for entry in WalkDir::new(out.path()).into_iter().flatten().filter(|it| it.file_type().is_file()) {
        let path = entry.path().strip_prefix(out.path()).unwrap().to_str().unwrap().replace('\\', "/");
        if path.starts_with(".jalon-") {
            continue;
        }
        let response = preview.get(&format!("/{path}"));
        let built = fs::read(entry.path()).unwrap();
        assert_eq!(response.status, 200, "{path}");
        if path.ends_with(".html") {
            n_pages += 1;
            assert_eq!(response.without_script(), String::from_utf8(built).unwrap(), "{path}");
            assert_eq!(response.text().matches("<script src=\"/.jalon/apercu.js\"").count(), 1, "{path}");
        } else {
            assert!(response.body == built, "{path}");
        }
    }
    assert!(n_pages > 20, "{n_pages} pages");
}

fn check(preview: &Preview, path: &str, status: u16, media_type: &str) {
    let response = preview.get(path);
    assert_eq!(
        (response.status, response.header("Content-Type").unwrap_or_default()),
        (status, media_type),
        "{path}"
    );
}

#[test]
fn files_have_their_types_and_pages_their_folders() {
    let site = site();
    write(site.path(), "static/été/photo.jpg", "image");
    let preview = Preview::start(site.path(), "");
    check(&preview, "/", 200, "text/html; charset=utf-8");
    check(&preview, "/un/", 200, "text/html; charset=utf-8");
    check(&preview, "/un/?a=b", 200, "text/html; charset=utf-8");
    check(&preview, "/note.txt", 200, "text/plain; charset=utf-8");
    check(&preview, "/assets/jalon.css", 200, "text/css; charset=utf-8");
    check(&preview, "/sitemap.xml", 200, "application/xml; charset=utf-8");
    check(&preview, "/%C3%A9t%C3%A9/photo.jpg", 200, "image/jpeg");
    check(&preview, "/.jalon/apercu.js", 200, "text/javascript; charset=utf-8");
    check(&preview, "/nulle-part/", 404, "text/html; charset=utf-8");
    check(&preview, "/assets/", 404, "text/html; charset=utf-8");
    let moved = preview.get("/un?a=b");
    assert_eq!((moved.status, moved.header("Location")), (307, Some("/un/?a=b")));
    assert!(preview.get("/nulle-part/").text().contains("<h1"));
    assert!(!site.path().join("public").exists(), "nothing is written");
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    for path in ["/note.txt", "/un/"] {
        let tag = preview.get(path).header("ETag").unwrap().to_owned();
        let again = preview.get_with(path, &format!("If-None-Match: \"x\", {tag}\r\n"));
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        let other = preview.get_with(path, "If-None-Match: \"x\"\r\n");
        assert_eq!(other.status, 200, "{path}");
    }
    write(site.path(), "static/note.txt", "autre chose");
    preview.shows("/note.txt", "autre chose");
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let check = |range: &str, status: u16, said: Option<&str>, body: &str| {
        let response = preview.get_with("/note.txt", &format!("Range: {range}\r\n"));
        let found = (response.status, response.header("Content-Range"), response.text());
        assert_eq!(found, (status, said, body.to_owned()), "{range}");
    };
    check("bytes=2-4", 206, Some("bytes 2-4/10"), "234");
    check("bytes=7-", 206, Some("bytes 7-9/10"), "789");
    check("bytes=-2", 206, Some("bytes 8-9/10"), "89");
    check("bytes=20-", 416, Some("bytes */10"), "");
    check("bytes=0-1,4-5", 200, None, "0123456789");
    let stale = preview.get_with("/note.txt", "Range: bytes=2-4\r\nIf-Range: \"x\"\r\n");
    assert_eq!((stale.status, stale.text().as_str()), (200, "0123456789"));
}

#[test]
fn a_head_has_no_body_and_nothing_can_be_changed() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let head = preview.ask("HEAD /note.txt HTTP/1.1", "");
    assert_eq!((head.status, head.header("Content-Length"), head.body.len()), (200, Some("10"), 0));
    let post = preview.ask("POST /note.txt HTTP/1.1", "Content-Length: 0\r\n");
    assert_eq!((post.status, post.header("Allow")), (405, Some("GET, HEAD")));
}

#[cfg(unix)]
#[test]
fn the_file_of_a_problem_is_opened_for_the_person_who_writes() {
    use std::os::unix::fs::PermissionsExt;
    let site = site();
    write(site.path(), "content/un.md", "+++\ntitle = \"Un\"\n+++\n\n[ici](@/nulle-part.md)\n");
    let (editor, opened) = (site.path().join("codium"), site.path().join("opened"));
    fs::write(&editor, format!("#!/bin/sh\necho \"$@\" > '{}'\n", opened.display())).unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    let preview = Preview::start(site.path(), &format!("--editor {}", editor.display()));
    preview.shows("/", "nulle-part");
    let place = "content/un.md:5:7";
    let ask = |place: &str, headers: &str| {
        let line = format!("POST /.jalon/ouvrir?place={place} HTTP/1.1");
        preview.ask(&line, &format!("{headers}Content-Length: 0\r\n")).status
    };
    // Another site may send a form here, without a header of its own; nobody chooses the file.
    assert_eq!(ask(place, ""), 403);
    assert_eq!(ask(place, "X-Jalon: 1\r\nHost: example.org\r\n"), 403);
    for stranger in ["content/un.md:5:8", "jalon.toml", "/etc/passwd", ""] {
        assert_eq!(ask(stranger, "X-Jalon: 1\r\n"), 404, "{stranger}");
    }
    assert!(!opened.exists());
    assert_eq!(ask(place, "X-Jalon: 1\r\n"), 204);
    let started = std::time::Instant::now();
    while fs::read_to_string(&opened).unwrap_or_default().is_empty() {
        assert!(started.elapsed() < std::time::Duration::from_secs(20), "nothing was opened");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let path = fs::canonicalize(site.path().join("content/un.md")).unwrap();
    assert!(fs::read_to_string(&opened).unwrap().ends_with(&format!("{}:5:7\n", path.display())));
    fs::remove_file(&editor).unwrap();
    assert_eq!(ask(place, "X-Jalon: 1\r\n"), 500);
}

#[test]
fn only_this_machine_and_only_the_site_are_answered() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    for (host, status) in [
        ("example.org", 403),
        ("127.0.0.1.example.org", 403),
        ("localhost:80", 200),
        ("127.0.0.1", 200),
        ("[::1]:1111", 200),
    ] {
        assert_eq!(preview.get_with("/un/", &format!("Host: {host}\r\n")).status, status, "{host}");
    }
    for path in [
        "/../jalon.toml",
        "/%2e%2e/jalon.toml",
        "/..%5cjalon.toml",
        "//../jalon.toml",
        "/un/../../jalon.toml",
    ] {
        assert_eq!(preview.get(path).status, 400, "{path}");
    }
    for path in ["/jalon.toml", "/content/un.md", "//un/", "/.git/config"] {
        assert_eq!(preview.get(path).status, 404, "{path}");
    }
}

#[test]
fn a_site_below_a_path_is_shown_below_it() {
    let site = site();
    let preview = Preview::start(site.path(), "-u https://example.org/asso/");
    assert!(preview.greeting.contains("/asso/ : "), "{}", preview.greeting);
    check(&preview, "/asso/un/", 200, "text/html; charset=utf-8");
    check(&preview, "/un/", 404, "text/html; charset=utf-8");
    for path in ["/", "/asso"] {
        let moved = preview.get(path);
        assert_eq!((moved.status, moved.header("Location")), (307, Some("/asso/")), "{path}");
    }
}

#[test]
fn a_port_that_is_taken_gives_way_to_the_next() {
    let site = site();
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let preview = Preview::of(command(site.path(), &format!("serve --lang fr -p {port}")));
    assert!(preview.port > port);
    assert!(preview.first.contains(&format!("le port {port} est déjà pris")), "{}", preview.first);
}

#[test]
fn a_folder_without_a_site_is_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let output = command(folder.path(), "serve -p 0").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn ctrl_c_is_a_clean_end() {
    let site = site();
    write(site.path(), "content/trois.md", &page("Trois", "Texte."));
    let mut preview = Preview::start(site.path(), "");
    let pid = preview.child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert_eq!(preview.child.wait().unwrap().code(), Some(0));
}
