//! `jalon theme list`: the themes at hand, and the files of the one in use.

use super::{Desk, words};
use crate::lang::Lang;
use crate::pipeline::theme_names;
use crate::theme;
use crate::theme::about;
use crate::theme::pieces::{FOLDERS, Owner, Version};

/// The whole answer.
pub fn tell(desk: &Desk, lang: Lang) -> String {
    let mut text = themes(desk, lang);
    for folder in FOLDERS {
        text.push_str(&of_folder(desk, folder, lang));
    }
    text.push_str(&format!("\n{}\n", words::how_to_eject(lang)));
    text
}

fn themes(desk: &Desk, lang: Lang) -> String {
    let names = theme_names(&desk.files);
    let used = desk.config.look.name.as_ref().map(|name| name.value.as_str());
    let used = used.filter(|name| *name != theme::NAME || names.contains(name));
    let width =
        names.iter().map(|name| name.chars().count()).chain([words::DEFAULT.len()]).max().unwrap_or(0);
    let mut text = format!("{}\n", words::themes(lang));
    let mut line = |name: &str, what: String| text.push_str(&format!("  {name:width$}  {what}\n"));
    line(words::DEFAULT, words::default_theme(lang, used));
    for name in &names {
        line(name, words::theme_of_site(lang, name, used == Some(name)));
        // What is wrong in it, the build of a site that uses the theme tells.
        let about = about::of_theme(&desk.files, name).value;
        words::about(lang, &about).into_iter().for_each(|said| line("", said));
    }
    // The build stops there; here the list is still of use.
    if let Some(missing) = used.filter(|name| !names.contains(name)) {
        line(missing, words::missing_theme(lang));
    }
    text
}

fn of_folder(desk: &Desk, folder: &str, lang: Lang) -> String {
    let pieces: Vec<(&str, &[Version])> = desk
        .pieces
        .iter()
        .filter_map(|(path, versions)| Some((path.strip_prefix(folder)?, versions.as_slice())))
        .collect();
    let width = pieces.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let is_touched = |versions: &[Version]| versions.iter().any(|version| version.owner != Owner::Default);
    let n_touched = pieces.iter().filter(|(_, versions)| is_touched(versions)).count();
    let mut text = format!("\n{}\n", words::folder(lang, folder, pieces.len(), n_touched));
    for (name, versions) in pieces {
        let line = match words::versions(lang, folder, versions) {
            Some(said) => format!("  {name:width$}  {said}"),
            None => format!("  {name}"),
        };
        text.push_str(&format!("{line}\n"));
    }
    text
}
