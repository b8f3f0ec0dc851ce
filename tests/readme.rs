//! What the README shows really works: its example of a plan is published as it says.

#![expect(
    clippy::disallowed_methods,
    reason = "the test makes and reads folders, and stops at the first surprise"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn the_plan_of_the_readme_is_published_without_a_word() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let (_, example) = readme.split_once("```markdown\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let site = tempfile::tempdir().unwrap();
    fs::write(site.path().join("jalon.toml"), "title = \"Essai\"\nbase_url = \"https://example.org/\"\n")
        .unwrap();
    let folder = site.path().join("content/plans/2026-2027");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("index.md"), example).unwrap();

    let output = Command::new(env!("CARGO_BIN_EXE_jalon"))
        .args(["build", "--lang", "fr"])
        .current_dir(site.path())
        .output()
        .unwrap();

    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    let plan = fs::read_to_string(site.path().join("public/plans/2026-2027/plan.json")).unwrap();
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    let counts = &plan["progress"];
    let read = ["total", "in-progress", "ongoing", "planned"].map(|key| counts[key].as_u64().unwrap());
    assert_eq!(read, [3, 1, 1, 1]);
    assert!(site.path().join("public/plans/2026-2027/orientation-1/index.html").exists());
}
