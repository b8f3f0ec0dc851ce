//! `docs/composants.md`: its tables are those of the program, its examples build clean in the
//! demonstration site and show what it says. `JALON_WRITE=1` writes what the examples show.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options};
use jalon::shortcode::{Accepts, Name, Need, Parameter};

use crate::lines;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn guide() -> String {
    fs::read_to_string(root().join("docs/composants.md")).unwrap()
}

/// The part of the guide about each shortcode, by its name.
fn sections(guide: &str) -> Vec<(&str, &str)> {
    let sections = guide.split("\n## `").skip(1);
    sections.filter_map(|section| section.split_once('`')).collect()
}

/// A row of the table of arguments.
fn row(parameter: &Parameter) -> String {
    let takes = match parameter.accepts {
        Accepts::Text => "texte".to_owned(),
        Accepts::AnyText => "texte, ou rien : `\"\"`".to_owned(),
        Accepts::Label => "nombre ou texte".to_owned(),
        Accepts::Number => "nombre entier".to_owned(),
        Accepts::Flag => "`true` ou `false`".to_owned(),
        Accepts::Choice(choices) => {
            choices.iter().map(|choice| format!("`\"{choice}\"`")).collect::<Vec<_>>().join(", ")
        }
    };
    let need = match parameter.need {
        Need::Required => "oui",
        Need::Optional => "non",
    };
    format!("| `{}` | {takes} | {need} | `{}` |", parameter.key.name(), parameter.example)
}

/// The blocks of code of one language in a section.
fn blocks<'s>(section: &'s str, language: &str) -> Vec<&'s str> {
    let fence = format!("```{language}\n");
    section
        .split(fence.as_str())
        .skip(1)
        .filter_map(|block| block.split_once("```"))
        .map(|(block, _)| block)
        .collect()
}

/// What the demonstration site shows for a text.
fn shown(text: &str) -> String {
    let mut files: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    for folder in ["jalon.toml", "content"] {
        for entry in walkdir::WalkDir::new(root().join(folder)).into_iter().flatten() {
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(path, fs::read(entry.path()).unwrap().into());
            }
        }
    }
    files.insert("content/a-propos/essai.md".to_owned(), format!("# Essai\n\n{text}\n").into_bytes().into());
    let build_day = Date::new(2026, 5, 7).unwrap();
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    let outcome = pipeline::run(&Inputs { files, options });
    let said: Vec<String> = outcome.diagnostics.iter().map(|it| it.problem.message(Lang::Fr)).collect();
    assert_eq!(said, Vec::<String>::new(), "{text}");
    let html = String::from_utf8(outcome.files["a-propos/essai/index.html"].bytes.to_vec()).unwrap();
    let (_, rest) = html.split_once("<div class=\"prose\">").unwrap();
    lines(rest.rsplit_once("</div>\n</article>").unwrap().0)
}

#[test]
fn every_shortcode_has_its_part_with_the_arguments_of_the_program() {
    let guide = guide();
    let sections = sections(&guide);
    let names: Vec<&str> = sections.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, Name::ALL.map(Name::name));
    for (shortcode, (name, section)) in Name::ALL.into_iter().zip(&sections) {
        let rows: Vec<&str> = section.lines().filter(|line| line.starts_with("| `")).collect();
        let expected: Vec<String> = shortcode.parameters().iter().map(row).collect();
        assert_eq!(rows, expected, "{name}");
        assert!(!blocks(section, "markdown").is_empty(), "{name} has an example");
    }
}

#[test]
fn every_example_builds_clean_and_shows_what_the_guide_says() {
    let mut guide = guide();
    let pairs: Vec<(String, String)> = sections(&guide)
        .iter()
        .flat_map(|(_, section)| {
            let (examples, results) = (blocks(section, "markdown"), blocks(section, "text"));
            assert_eq!(examples.len(), results.len(), "an example has its result");
            examples.into_iter().map(str::to_owned).zip(results.into_iter().map(str::to_owned))
        })
        .collect();
    for (example, result) in pairs {
        let shown = shown(&example);
        if std::env::var_os("JALON_WRITE").is_some() {
            let from = format!("```markdown\n{example}```");
            let at = guide.find(&from).unwrap() + from.len();
            let start = guide[at..].find("```text\n").unwrap() + at + "```text\n".len();
            guide.replace_range(start..start + result.len(), &format!("{shown}\n"));
        } else {
            assert_eq!(result.trim_end(), shown, "run with JALON_WRITE=1, then read the page:\n{example}");
        }
    }
    if std::env::var_os("JALON_WRITE").is_some() {
        fs::write(root().join("docs/composants.md"), guide).unwrap();
    }
}
