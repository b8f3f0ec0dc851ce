//! Keys that stand under the title of another table than their own.

use super::{Notation, fr_quoted};
use crate::diagnostic::Wording;

/// A known key that stands where its table is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misplaced {
    pub key: String,
    /// The table it stands under.
    pub under: Title,
    pub home: Home,
    /// Whether the keys of that table are words of the author, of which this may be one.
    pub may_be_own: bool,
}

/// Where a key goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    /// In a table that holds the one where it stands.
    Around(Title),
    Elsewhere(Title),
}

/// How a table is called: « plan.events ».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// Empty for the header or the settings themselves, above every title.
    path: String,
    is_series: bool,
    notation: Notation,
}

impl Title {
    /// The header or the settings themselves.
    pub fn top(notation: Notation) -> Title {
        Title { path: String::new(), is_series: false, notation }
    }

    /// A table in this one.
    pub fn table(&self, name: &str) -> Title {
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        Title { path, is_series: false, notation: self.notation }
    }

    /// A series of tables in this one: `[[events]]`.
    pub fn series(&self, name: &str) -> Title {
        Title { is_series: true, ..self.table(name) }
    }

    fn is_top(&self) -> bool {
        self.path.is_empty()
    }

    /// As it is written.
    fn shown(&self) -> String {
        let last = self.path.rsplit('.').next().unwrap_or_default();
        match (self.notation, self.is_series) {
            (Notation::Toml, true) => format!("[[{}]]", self.path),
            (Notation::Toml, false) => format!("[{}]", self.path),
            (Notation::Yaml, _) => format!("{last}:"),
        }
    }
}

pub(super) fn misplaced(misplaced: &Misplaced) -> Wording {
    let Misplaced { key, under, home, may_be_own } = misplaced;
    let quoted = format!("`{}`", super::toml_text(key));
    let or_word = match may_be_own {
        true => [
            format!("; si c’est un de vos mots, mettez-le entre guillemets droits\u{a0}: {quoted}"),
            format!("; if it is a word of yours, put it between straight quotation marks: {quoted}"),
        ],
        false => [String::new(), String::new()],
    };
    match home {
        Home::Around(home) if home.is_top() => {
            let under = under.shown();
            Wording::new(
                "under-another-table",
                format!(
                    "{} ne va pas sous `{under}`\u{a0}: cette clé va avant toutes les tables",
                    fr_quoted(key)
                ),
                format!("“{key}” does not go under `{under}`: this key goes before all tables"),
            )
            .help(
                format!("{}{}", above_all(home.notation)[0], or_word[0]),
                format!("{}{}", above_all(home.notation)[1], or_word[1]),
            )
        }
        Home::Around(home) => {
            let (under, home) = (under.shown(), home.shown());
            Wording::new(
                "under-another-table",
                format!("{} est une clé de `{home}`, et elle se trouve sous `{under}`", fr_quoted(key)),
                format!("“{key}” is a key of `{home}`, and it stands under `{under}`"),
            )
            .help(
                format!("écrivez cette ligne juste sous `{home}`, au-dessus de `{under}`{}", or_word[0]),
                format!("write this line right under `{home}`, above `{under}`{}", or_word[1]),
            )
        }
        Home::Elsewhere(home) => elsewhere(key, home, &or_word),
    }
}

/// A key that goes under the title of a table, which may be there only as a note.
fn elsewhere(key: &str, home: &Title, or_word: &[String; 2]) -> Wording {
    let title = home.shown();
    let wording = Wording::new(
        "above-its-table",
        format!("{} n’est pas à sa place\u{a0}: cette clé va sous une ligne `{title}`", fr_quoted(key)),
        format!("“{key}” is out of place: this key goes under a line `{title}`"),
    );
    match home.notation {
        Notation::Toml => wording.help(
            format!(
                "écrivez-la sous `{title}`, et enlevez le croisillon (#) de cette ligne si elle en a un{}",
                or_word[0]
            ),
            format!(
                "write it under `{title}`, and remove the number sign (#) of that line if it has one{}",
                or_word[1]
            ),
        ),
        Notation::Yaml => wording.help(
            format!("écrivez-la sous `{title}`, décalée de deux espaces{}", or_word[0]),
            format!("write it under `{title}`, two spaces further{}", or_word[1]),
        ),
    }
}

/// A known key in `[extra]`, which settles nothing there.
pub(super) fn in_extra(key: &str, notation: Notation) -> Wording {
    let title = Title::top(notation).table("extra").shown();
    let quoted = super::toml_text(key);
    Wording::new(
        "key-in-extra",
        format!(
            "{} ne règle rien sous `{title}`\u{a0}: la clé de ce nom va avant toutes les tables",
            fr_quoted(key)
        ),
        format!("“{key}” settles nothing under `{title}`: the key of that name goes before all tables"),
    )
    .help(
        format!(
            "{}; si vos gabarits la lisent ici, mettez-la entre guillemets droits\u{a0}: `{quoted}`",
            above_all(notation)[0]
        ),
        format!(
            "{}; if your templates read it here, put it between straight quotation marks: `{quoted}`",
            above_all(notation)[1]
        ),
    )
}

/// How to bring a line above every table, in both languages.
fn above_all(notation: Notation) -> [&'static str; 2] {
    match notation {
        Notation::Toml => [
            "écrivez cette ligne plus haut, au-dessus de la première ligne entre crochets",
            "write this line higher up, above the first line between brackets",
        ],
        Notation::Yaml => [
            "écrivez cette ligne au début de l’en-tête, sans espaces devant",
            "write this line at the start of the header, without spaces before it",
        ],
    }
}
