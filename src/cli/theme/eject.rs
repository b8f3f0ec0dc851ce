//! `jalon theme eject`: copies of the theme in use, put where the site may change them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::find::{Found, find};
use super::words::Settings;
use super::{Desk, Trouble, refusals, words};
use crate::disk::copies::{first_taken, write_new};
use crate::lang::Lang;
use crate::theme::pieces::{Owner, Version};

/// The name of a copy of the whole theme, when none is given: the theme of the house.
const USUAL_NAME: &str = "maison";

type Copies = BTreeMap<String, Arc<[u8]>>;

/// Copies files of the theme in the folders of the site. All of them or none.
pub fn files(desk: &Desk, names: &[String], lang: Lang) -> Result<String, Trouble> {
    let (mut copies, mut refused) = (Copies::new(), Vec::new());
    for written in names {
        match find(&desk.pieces, written) {
            Found::One(name) => match of_theme(&desk.pieces[name]) {
                Some(bytes) => {
                    copies.insert(name.to_owned(), bytes);
                }
                None => refused.push(refusals::already_there(name)),
            },
            Found::Several(found) => refused.push(refusals::several(written, &found)),
            Found::Nothing { nearest } => refused.push(refusals::no_such_file(written, nearest)),
        }
    }
    for name in copies.keys() {
        if first_taken(&desk.root, [name.as_str()]).map_err(Trouble::Site)?.is_some() {
            refused.push(refusals::already_there(name));
        }
    }
    if !refused.is_empty() {
        return Err(Trouble::Asked(refused));
    }
    write_new(&desk.root, &copies).map_err(Trouble::Site)?;
    let mut text: String = copies.keys().map(|name| format!("{}\n", words::copied(lang, name))).collect();
    text.push_str(&format!("{}\n", words::what_a_copy_does(lang, copies.len())));
    if copies.keys().any(|name| name.starts_with("words/")) {
        text.push_str(&format!("{}\n", words::keep_only_what_changes(lang)));
    }
    Ok(text)
}

/// Copies the whole theme in a folder of `themes/`.
pub fn all(desk: &Desk, name: Option<&str>, lang: Lang) -> Result<String, Trouble> {
    let name = name.unwrap_or(USUAL_NAME);
    if !is_a_name(name) {
        return Err(Trouble::Asked(vec![refusals::bad_name(name)]));
    }
    let folder = format!("themes/{name}");
    if first_taken(&desk.root, [folder.as_str()]).map_err(Trouble::Site)?.is_some() {
        return Err(Trouble::Asked(vec![refusals::theme_there(name)]));
    }
    let copies: Copies = desk
        .pieces
        .iter()
        .filter_map(|(path, versions)| Some((format!("{folder}/{path}"), of_theme(versions)?)))
        .collect();
    write_new(&desk.root, &copies).map_err(Trouble::Site)?;
    let settings = match &desk.config.look.name {
        Some(used) if used.value == name => Settings::Ready,
        Some(_) => Settings::NameAnother,
        None if has_table(&desk.settings.text) => Settings::Table,
        None => Settings::Nothing,
    };
    Ok(words::theme_copied(lang, name, copies.len(), settings))
}

/// The version of the theme: the one that the site's own would stand in front of.
fn of_theme(versions: &[Version]) -> Option<Arc<[u8]>> {
    versions.iter().rfind(|version| version.owner != Owner::Site).map(|version| Arc::clone(&version.bytes))
}

/// The name of a folder on any system, and not that of the theme that comes with jalon.
fn is_a_name(name: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    !name.is_empty() && name.chars().all(is_plain) && !name.eq_ignore_ascii_case(words::DEFAULT)
}

fn has_table(settings: &str) -> bool {
    settings.lines().any(|line| line.trim_start().starts_with("[theme]"))
}
