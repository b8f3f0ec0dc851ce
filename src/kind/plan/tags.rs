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
