//! The examples of `docs/theme.md`: laid over the demonstration site, each builds without a word
//! and shows what the guide says.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, File, Inputs, Options};

/// A section of the guide that shows files.
struct Example<'a> {
    title: &'a str,
    /// By path from the folder of the site.
    files: Vec<(&'a str, &'a str)>,
    /// What stands in published files, by their path.
    shown: Vec<(&'a str, &'a str)>,
}

fn examples(guide: &str) -> Vec<Example<'_>> {
    let sections = guide.split("\n## ").skip(1).map(|section| {
        let title = section.lines().next().unwrap();
        let blocks: Vec<(&str, &str)> = section
            .split("\n```")
            .collect::<Vec<_>>()
            .chunks_exact(2)
            .filter_map(|pair| Some((pair[0].lines().last()?, pair[1].split_once('\n')?.1)))
            .collect();
        let with = |sign: &str| -> Vec<(&str, &str)> {
            let signed = blocks.iter().filter(|(line, _)| line.starts_with(sign));
            signed.map(|(line, block)| (line.split('`').nth(1).unwrap(), *block)).collect()
        };
        Example { title, files: with("Fichier `"), shown: with("Dans `") }
    });
    sections.filter(|example| !example.files.is_empty()).collect()
}

fn built(over: &[(&str, &str)]) -> BTreeMap<String, File> {
    let mut files: BTreeMap<String, Arc<[u8]>> = crate::files("content")
        .into_iter()
        .map(|(path, text)| (format!("content/{path}"), text.into_bytes().into()))
        .collect();
    files.insert("jalon.toml".to_owned(), crate::read("jalon.toml").into_bytes().into());
    for (path, text) in over {
        files.insert((*path).to_owned(), format!("{text}\n").into_bytes().into());
    }
    let build_day = Date::new(2026, 5, 7).unwrap();
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    let outcome = pipeline::run(&Inputs { files, options });
    let said: Vec<String> = outcome
        .diagnostics
        .iter()
        .map(|it| format!("{}: {}", it.path, it.problem.message(Lang::Fr)))
        .collect();
    assert_eq!(said, Vec::<String>::new());
    outcome.files
}

#[test]
fn every_example_builds_clean_and_shows_what_the_guide_says() {
    let guide = crate::read("docs/theme.md");
    let examples = examples(&guide);
    assert!(examples.len() >= 5, "the guide has its examples");
    let plain = built(&[]);
    for Example { title, files, shown } in &examples {
        assert!(!shown.is_empty(), "{title} shows nothing");
        let built = built(files);
        for (path, expected) in shown {
            let text = |files: &BTreeMap<String, File>| {
                files
                    .get(*path)
                    .map(|file| String::from_utf8(file.bytes.to_vec()).unwrap())
                    .unwrap_or_default()
            };
            assert!(text(&built).contains(expected), "{title}, {path}: {expected}\n{}", text(&built));
            assert!(!text(&plain).contains(expected), "{title} shows what stood already: {expected}");
        }
    }
}
