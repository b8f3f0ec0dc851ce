//! What the README shows really works, in French and in English: its plan is published as it says,
//! its commands are known, its links lead somewhere.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use jalon::cli::arguments;
use jalon::lang::Lang;

const PAGES: [&str; 2] = ["README.md", "README.en.md"];

/// Who does not read beyond has seen the road to a site.
const MOST_LINES: usize = 150;

/// A picture weighs on whoever clones, for ever.
const MOST_BYTES: u64 = 80 * 1024;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// The lines to type that a page shows, in its blocks and in its sentences.
fn lines(page: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, part) in page.split("```").enumerate() {
        match at % 2 {
            0 => lines.extend(part.split('`').skip(1).step_by(2).map(str::to_owned)),
            _ => lines.extend(part.strip_prefix("sh\n").unwrap_or_default().lines().map(str::to_owned)),
        }
    }
    lines.iter().map(|line| line.split(" #").next().unwrap().trim().to_owned()).collect()
}

#[test]
fn the_plan_of_the_readme_is_published_without_a_word() {
    for name in PAGES {
        let readme = page(name);
        let (_, example) = readme.split_once("```markdown\n").unwrap();
        let (example, _) = example.split_once("```").unwrap();
        let site = tempfile::tempdir().unwrap();
        let settings = format!(
            "title = \"Essai\"\nbase_url = \"https://example.org/\"\ndefault_language = \"{}\"\n",
            if name == "README.md" { "fr" } else { "en" }
        );
        fs::write(site.path().join("jalon.toml"), settings).unwrap();
        let folder = site.path().join("content/plans/2026-2027");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.md"), example).unwrap();

        let output = Command::new(env!("CARGO_BIN_EXE_jalon"))
            .args(["build", "--lang", "fr"])
            .current_dir(site.path())
            .output()
            .unwrap();

        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{name}");
        assert!(output.status.success(), "{name}");
        let plan = fs::read_to_string(site.path().join("public/plans/2026-2027/plan.json")).unwrap();
        let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
        let counts = &plan["progress"];
        let read = ["total", "in-progress", "ongoing", "planned"].map(|key| counts[key].as_u64().unwrap());
        assert_eq!(read, [3, 1, 1, 1], "{name}");
        assert_eq!(plan["orientations"].as_array().unwrap().len(), 1, "{name}");
    }
}

#[cfg(feature = "serve")]
#[test]
fn every_command_of_the_readme_is_known() {
    for name in PAGES {
        let mut n_read = 0;
        for line in lines(&page(name)) {
            let line = line.replace("cargo run --release --", "jalon");
            if !line.starts_with("jalon ") {
                continue;
            }
            n_read += 1;
            let words = shlex::split(&line).unwrap().into_iter().map(Into::into).collect();
            match arguments::read(Lang::En, words) {
                Ok(_) => {}
                // « jalon help build » is answered with a page.
                Err(error) => assert!(!error.use_stderr(), "{name}: {line}: {error}"),
            }
        }
        assert!(n_read >= 15, "{name}: {n_read}");
    }
}

#[test]
fn every_link_of_the_readme_leads_to_a_file() {
    for name in PAGES {
        let readme = page(name);
        let links = readme.split("](").skip(1).map(|rest| rest.split_once(')').unwrap().0);
        let mut n_files = 0;
        for link in links.filter(|link| !link.contains("://") && !link.starts_with('@')) {
            assert!(root().join(link).is_file(), "{name}: {link}");
            n_files += 1;
        }
        assert!(n_files >= 20, "{name}: {n_files}");
    }
}

#[test]
fn the_two_pages_are_equals() {
    let shape = |name: &str| {
        let page = page(name);
        let headings = page.lines().filter(|line| line.starts_with("## ")).count();
        let rows = page.lines().filter(|line| line.starts_with('|')).count();
        (headings, rows, page.matches("```").count())
    };
    assert_eq!(shape(PAGES[0]), shape(PAGES[1]));
    for name in PAGES {
        let n_lines = page(name).lines().count();
        assert!(n_lines <= MOST_LINES, "{name}: {n_lines} lines");
    }
    let picture = fs::metadata(root().join("docs/demonstration.webp")).unwrap();
    assert!(picture.len() <= MOST_BYTES, "{} bytes", picture.len());
}
