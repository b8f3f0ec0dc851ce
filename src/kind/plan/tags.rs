//! The tags of actions: what a column of tags holds.

use super::Action;
use crate::lang;

/// Titles of the columns that hold tags, folded.
const COLUMNS: [&str; 12] = [
    "etiquette",
    "etiquettes",
    "mot-cle",
    "mots-cles",
    "theme",
    "themes",
    "thematique",
    "thematiques",
    "tag",
    "tags",
    "keyword",
    "keywords",
];

/// The tags of an action, as written: its column of tags, cut at commas, semicolons and lines.
pub fn tags(action: &Action) -> impl Iterator<Item = &str> {
    let columns = action.fields.iter().filter(|(title, _)| COLUMNS.contains(&lang::fold(title).as_str()));
    let cut = columns.flat_map(|(_, line)| line.plain.split([',', ';']).flat_map(|part| part.split(" / ")));
    cut.map(str::trim).filter(|tag| !tag.is_empty())
}

/// A tag without what does not tell two tags apart for their author: case, accents, plurals.
pub fn singular(tag: &str) -> String {
    let folded = lang::fold(tag);
    let words = folded.split(' ').map(|word| match word.strip_suffix(['s', 'x']) {
        Some(singular) if singular.len() > 2 => singular,
        Some(_) | None => word,
    });
    words.collect::<Vec<_>>().join(" ")
}
