//! The sites of the project, and those that jalon makes, all pass.

use std::collections::BTreeMap;
use std::path::Path;

use jalon::date::Date;
use jalon::lang::Lang;
use jalon::schema::Subject;
use jalon::starter::site::{self, Hosting, Sample, Wish};
use serde_json::Value;

use super::{of_toml, of_yaml, refusals};

/// The header of a document, and what it is about; none without a header.
fn header(path: &str, text: &str) -> Option<(Subject, Value)> {
    let name = path.rsplit('/').next().unwrap();
    let subject = if name.starts_with("_index.") { Subject::Section } else { Subject::Page };
    if let Some(rest) = text.strip_prefix("+++\n") {
        return Some((subject, of_toml(rest.split_once("+++").unwrap().0)));
    }
    let rest = text.strip_prefix("---\n")?;
    Some((subject, of_yaml(rest.split_once("\n---").unwrap().0)))
}

/// How many settings and headers of a site were read; none is refused.
fn passes(files: &BTreeMap<String, String>) -> usize {
    let mut n_read = 0;
    for (path, text) in files {
        let read = match path.as_str() {
            "jalon.toml" => Some((Subject::Settings, of_toml(text))),
            path if path.ends_with(".md") => header(path, text),
            _ => None,
        };
        if let Some((subject, instance)) = read {
            n_read += 1;
            for lang in [Lang::Fr, Lang::En] {
                assert_eq!(refusals(subject, lang, &instance), [""; 0], "{path}");
            }
        }
    }
    n_read
}

/// The texts of a folder, by path inside it.
fn folder(root: &Path) -> BTreeMap<String, String> {
    let walk = walkdir::WalkDir::new(root).into_iter().map(|entry| entry.unwrap());
    let files = walk.filter(|entry| entry.file_type().is_file());
    let texts = files.filter_map(|entry| {
        let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        Some((path, std::fs::read_to_string(entry.path()).ok()?))
    });
    texts.collect()
}

#[test]
fn the_demonstration_passes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = folder(&root.join("content"));
    files.insert("jalon.toml".to_owned(), std::fs::read_to_string(root.join("jalon.toml")).unwrap());
    assert!(passes(&files) > 15);
}

#[test]
fn the_specimen_passes() {
    let files = folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/specimen"));
    assert!(passes(&files) > 8);
}

#[test]
fn every_new_site_passes_with_all_that_its_settings_propose() {
    for lang in [Lang::Fr, Lang::En] {
        for sample in [Sample::Full, Sample::Minimal] {
            let today = Date::parse("2026-03-09").unwrap();
            let wish = Wish { title: None, lang, sample, hosting: Hosting::None, today };
            let mut files = site::files(&wish);
            let n_read = passes(&files);
            assert!(n_read >= 4, "{n_read}");
            let settings = &files["jalon.toml"];
            let proposed = settings.lines().map(|line| line.strip_prefix("#   ").unwrap_or(line));
            let proposed = proposed.collect::<Vec<_>>().join("\n").replace("# typography", "typography");
            assert_ne!(*settings, proposed);
            files.insert("jalon.toml".to_owned(), proposed);
            assert_eq!(passes(&files), n_read);
        }
    }
}

#[test]
fn a_header_in_yaml_is_taken_as_one_in_toml() {
    let yaml =
        "---\ntitle: Passer le pont\ndate: 2025-04-10\nkind: atelier\ntags: [transport]\n---\nTexte.\n";
    let files = BTreeMap::from([("content/pont.md".to_owned(), yaml.to_owned())]);
    assert_eq!(passes(&files), 1);
}
