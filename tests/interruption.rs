//! A build may be stopped at any moment: what visitors find is always whole.
//!
//! The program is run on the two versions of a small site in turn and killed at moments that
//! look random. After each, every page is one version or the other to the last byte, what it
//! shows is there, and what is not ours has not moved.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const N_KILLS: usize = 200;
const N_FIRST_KILLS: usize = 30;
const N_PAGES: usize = 60;

/// Files by path from their folder, without our own dot files.
type Tree = BTreeMap<String, Vec<u8>>;

#[test]
fn a_build_killed_at_any_moment_leaves_a_whole_site() {
    let here = tempfile::tempdir().unwrap();
    let versions = [1, 2].map(|version| write_site(&here.path().join(format!("site-{version}")), version));
    let fresh = [0, 1].map(|version| {
        let output = here.path().join(format!("fresh-{version}"));
        run_to_the_end(&versions[version], &output);
        tree(&output)
    });
    let output = here.path().join("public");
    fs::create_dir(&output).unwrap();
    fs::write(output.join("theirs.txt"), "theirs").unwrap();
    let durations = [0, 1, 0, 1, 0].map(|version: usize| {
        let started = Instant::now();
        run_to_the_end(&versions[version], &output);
        started.elapsed()
    });
    let undisturbed = *durations.iter().min().expect("there are five");

    let mut random = Random(0x006A_616C_6F6E);
    let (mut n_killed, mut n_mixed) = (0, 0);
    for turn in 0..N_KILLS {
        // Most of a run is spent making pages: half of the kills wait for it to move files.
        let (from, longest) = if turn % 4 < 2 {
            (From::Start, undisturbed.mul_f64(1.2))
        } else {
            (From::FirstMove, undisturbed / 4)
        };
        let delay = random.up_to(longest);
        n_killed += usize::from(kill_after(&versions[turn % 2], &output, from, delay));
        let found = tree(&output);
        check_whole(&found, &fresh);
        n_mixed += usize::from(fresh.iter().all(|fresh| without_theirs(&found) != *fresh));
    }
    eprintln!("{n_killed} of {N_KILLS} runs killed, {n_mixed} of them between the two versions");
    // Otherwise the kills came too early or too late to disturb anything.
    assert!(n_killed > N_KILLS / 4 && n_mixed >= 5, "{n_killed} killed, {n_mixed} mixed");

    for version in [0, 1] {
        run_to_the_end(&versions[version], &output);
        assert_eq!(without_theirs(&tree(&output)), fresh[version], "a last build is a fresh build");
    }
}

#[test]
fn a_first_build_killed_at_any_moment_is_ended_by_the_next() {
    let here = tempfile::tempdir().unwrap();
    let root = write_site(&here.path().join("site"), 1);
    let fresh = here.path().join("fresh");
    let started = Instant::now();
    run_to_the_end(&root, &fresh);
    let (undisturbed, fresh) = (started.elapsed(), tree(&fresh));

    let mut random = Random(0x0070_6572_6472_6978);
    let (mut n_killed, mut n_begun) = (0, 0);
    let mut turn = 0;
    // All is moved in less than a thousandth of a run: few kills fall there.
    while turn < N_FIRST_KILLS || (n_begun < 2 && turn < 10 * N_FIRST_KILLS) {
        turn += 1;
        let output = here.path().join(format!("public-{turn}"));
        let (from, longest) =
            if turn % 4 == 0 { (From::Start, undisturbed) } else { (From::FirstMove, undisturbed / 10_000) };
        n_killed += usize::from(kill_after(&root, &output, from, random.up_to(longest)));
        let found = tree(&output);
        assert!(found.iter().all(|(path, bytes)| fresh.get(path) == Some(bytes)), "a file is not whole");
        // What is about the whole site comes last.
        let mut missing = fresh.keys().filter(|path| !found.contains_key(*path));
        let may_be_missing =
            |path: &String| ["404.html", "robots.txt", "sitemap.xml"].contains(&path.as_str());
        assert!(
            !found.contains_key("index.html") || missing.all(may_be_missing),
            "the home page is too early: {:?}",
            found.keys()
        );
        n_begun += usize::from(!found.is_empty() && found != fresh);
        run_to_the_end(&root, &output);
        assert_eq!(tree(&output), fresh);
    }
    eprintln!("{n_killed} of {turn} first runs killed, {n_begun} of them with a part of the site in place");
    assert!(n_killed > turn / 4 && n_begun > 1, "{n_killed} killed, {n_begun} begun");
}

/// A site whose pages, images and addresses differ from one version to the other.
fn write_site(root: &Path, version: usize) -> PathBuf {
    let write = |path: String, text: String| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let page = |title: &str, image: &str| {
        let filler = format!("Version {version}. ").repeat(200);
        format!("+++\ntitle = \"{title} {version}\"\n+++\n\n![Affiche]({image})\n\n{filler}\n")
    };
    write("jalon.toml".into(), "title = \"Essai\"\nbase_url = \"https://example.org/\"\n".into());
    write("content/_index.md".into(), page("Accueil", &format!("affiche-{version}.svg")));
    write(format!("content/affiche-{version}.svg"), svg(version));
    for number in 0..N_PAGES {
        let folder = match number % 3 {
            0 => format!("content/version-{version}-{number}"),
            1 => format!("content/commun-{number}"),
            _ => format!("content/loin/version-{version}/{number}"),
        };
        write(format!("{folder}/index.md"), page("Page", &format!("image-{version}.svg")));
        write(format!("{folder}/image-{version}.svg"), svg(version));
    }
    root.to_owned()
}

fn svg(version: usize) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>{version}</title></svg>")
}

fn jalon(root: &Path, output: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command
        .args(["build", "--lang", "fr", "--today", "2025-01-15", "--root"])
        .arg(root)
        .arg("-o")
        .arg(output);
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command
}

fn run_to_the_end(root: &Path, output: &Path) {
    let ended = jalon(root, output).output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

/// From when the wait before a kill is counted.
enum From {
    Start,
    FirstMove,
}

/// Whether the run was killed before its end.
fn kill_after(root: &Path, output: &Path, from: From, delay: Duration) -> bool {
    let manifest = |output: &Path| fs::metadata(output.join(".jalon-manifest")).ok().map(|it| it.ino());
    let before = manifest(output);
    let mut child = jalon(root, output).stderr(Stdio::null()).spawn().unwrap();
    match from {
        From::Start => {}
        From::FirstMove => {
            // Right before, the manifest is written anew, in one move; the assets come first.
            let is_begun = || manifest(output) != before && output.join("assets").is_dir();
            while !is_begun() && child.try_wait().unwrap().is_none() {}
        }
    }
    let started = Instant::now();
    while started.elapsed() < delay {
        std::hint::spin_loop();
    }
    let _it_may_have_ended = child.kill();
    match child.wait().unwrap().code() {
        None => true,
        Some(code) => {
            assert_eq!(code, 0);
            false
        }
    }
}

fn check_whole(found: &Tree, fresh: &[Tree; 2]) {
    assert_eq!(found.get("theirs.txt").map(Vec::as_slice), Some(b"theirs".as_slice()));
    for (path, bytes) in found.iter().filter(|(path, _)| path.ends_with(".html")) {
        let is_whole = fresh.iter().any(|fresh| fresh.get(path) == Some(bytes));
        assert!(is_whole, "{path} is of no version");
        for address in addresses(&String::from_utf8_lossy(bytes)) {
            let target = resolve(path, &address);
            assert!(found.contains_key(&target), "{path} shows {address}, which is not there");
        }
    }
    assert!(found.contains_key("index.html"));
}

/// The local addresses that a page needs to be shown: images, styles, scripts.
fn addresses(html: &str) -> Vec<String> {
    let needed = [".svg", ".css", ".js", ".png", ".woff2", ".ico"];
    ["href=\"", "src=\""]
        .iter()
        .flat_map(|attribute| html.split(attribute).skip(1))
        .filter_map(|rest| rest.split(['"', '?', '#']).next())
        .filter(|address| !address.contains("//") && needed.iter().any(|end| address.ends_with(end)))
        .map(str::to_owned)
        .collect()
}

/// The path of an address found in a page.
fn resolve(page: &str, address: &str) -> String {
    let mut folders: Vec<&str> = match address.starts_with('/') {
        true => Vec::new(),
        false => page.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect(),
    };
    for name in address.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(folders.pop()),
            name => folders.push(name),
        }
    }
    folders.join("/")
}

fn without_theirs(tree: &Tree) -> Tree {
    tree.iter()
        .filter(|(path, _)| *path != "theirs.txt")
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

fn tree(folder: &Path) -> Tree {
    fn list(folder: &Path, prefix: &str, found: &mut Tree) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = entry.file_name().into_string().unwrap();
            if name.starts_with(".jalon-") {
                continue;
            }
            let path = format!("{prefix}{name}");
            match entry.file_type().unwrap().is_dir() {
                true => list(&entry.path(), &format!("{path}/"), found),
                false => drop(found.insert(path, fs::read(entry.path()).unwrap())),
            }
        }
    }
    let mut found = Tree::new();
    if folder.is_dir() {
        list(folder, "", &mut found);
    }
    found
}

/// A small generator with a fixed seed (xorshift): the same moments on every run.
struct Random(u64);

impl Random {
    fn up_to(&mut self, limit: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        limit.mul_f64((self.0 >> 11) as f64 / (1_u64 << 53) as f64)
    }
}
