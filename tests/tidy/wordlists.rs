//! The words visitors read: the same keys in every language, and the same holes in every sentence.

use std::collections::{BTreeMap, BTreeSet};

use crate::tree::{self, File, Finding};

const FOLDER: &str = "themes/default/words/";

/// The words of a file by dotted key.
fn words(file: &File) -> BTreeMap<String, String> {
    fn gather(prefix: &str, table: &toml::Table, words: &mut BTreeMap<String, String>) {
        for (key, value) in table {
            let key = format!("{prefix}{key}");
            match value.as_table() {
                Some(inner) => gather(&format!("{key}."), inner, words),
                None => drop(words.insert(key, value.as_str().unwrap_or_default().to_owned())),
            }
        }
    }
    let table: toml::Table = file.text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.path));
    let mut words = BTreeMap::new();
    gather("", &table, &mut words);
    words
}

/// The names between braces: `{n}`.
fn holes(sentence: &str) -> BTreeSet<&str> {
    sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// What a file lacks of another, and sentences whose holes differ. A singular may leave its number out.
fn against(file: &File, model: &File) -> Vec<Finding> {
    let (own, known) = (words(file), words(model));
    let mut findings = Vec::new();
    for (key, sentence) in &known {
        match own.get(key) {
            None => findings.push(Finding::at(file, 0, format!("`{key}` is in {} only", model.path))),
            Some(_) if key.ends_with(".one") => {}
            Some(said) if holes(said) == holes(sentence) => {}
            Some(_) => findings.push(Finding::at(
                file,
                0,
                format!("the holes of `{key}` differ from {}", model.path),
            )),
        }
    }
    findings
}

/// Keys of a variant (`fr-CA`) that its language (`fr`) does not have.
fn beyond(variant: &File, language: &File) -> Vec<Finding> {
    let known = words(language);
    let own = words(variant).into_keys().filter(|key| !known.contains_key(key));
    own.map(|key| Finding::at(variant, 0, format!("`{key}` is not in {}", language.path))).collect()
}

#[test]
fn french_and_english_have_the_same_words() {
    let (fr, en) = (tree::file(&format!("{FOLDER}fr.toml")), tree::file(&format!("{FOLDER}en.toml")));
    crate::none(&against(&en, &fr));
    crate::none(&against(&fr, &en));
}

#[test]
fn a_variant_holds_only_words_of_its_language() {
    let is_words = |file: &&File| file.path.starts_with(FOLDER) && file.path.ends_with(".toml");
    let files = tree::files();
    let variants = files.iter().filter(is_words).filter_map(|file| {
        let (language, _) = file.path.strip_prefix(FOLDER)?.split_once('-')?;
        Some(beyond(file, &tree::file(&format!("{FOLDER}{language}.toml"))))
    });
    crate::none(&variants.flatten().collect::<Vec<_>>());
}

#[test]
fn a_word_that_is_missing_or_lost_its_hole_is_found() {
    let fr =
        File::new("fr.toml", "home = \"Accueil\"\n[late]\none = \"en retard\"\nother = \"{n} en retard\"\n");
    let en = File::new("en.toml", "[late]\none = \"{n} late\"\nother = \"late\"\n");
    crate::shown(
        against(&en, &fr),
        &["en.toml: `home` is in fr.toml only", "en.toml: the holes of `late.other` differ from fr.toml"],
    );
    let variant = File::new("fr-CA.toml", "late.other = \"x\"\nnew = \"y\"\n");
    crate::shown(beyond(&variant, &fr), &["fr-CA.toml: `new` is not in fr.toml"]);
}
