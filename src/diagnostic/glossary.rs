//! What is wrong with acronyms: unexplained, explained twice, explained for nobody.

use super::Wording;

/// What can be wrong with acronyms and their glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GlossaryProblem {
    /// A line or a row of a glossary that gives no acronym, or no meaning.
    NoMeaning { read: String, lacking: Lacking },
    /// A glossary without any entry.
    Empty,
    /// Explained in another way elsewhere: `other` is a file, and `line` a line of it.
    TwoMeanings { name: String, meaning: String, other_meaning: String, other: String, line: usize },
    /// Used several times, explained nowhere in the language.
    Unexplained { name: String, n: usize, nearest: Option<String>, elsewhere: Option<Elsewhere> },
    /// Explained together, and none of them used: « OBNL ou OSBL ».
    Unused { names: Vec<String> },
    /// An entry of `ignore` that silences nothing.
    UselessIgnore { name: String },
}

/// What a line or a row of a glossary does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// A line that is not « SIGLE : texte ».
    Form,
    /// An empty second cell.
    Meaning,
    /// An empty first cell.
    Name,
}

/// Where an acronym is explained in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    pub path: String,
    pub line: usize,
}

impl GlossaryProblem {
    pub fn wording(&self) -> Wording {
        match self {
            GlossaryProblem::NoMeaning { read, lacking } => no_meaning(read, *lacking),
            GlossaryProblem::Empty => Wording::new(
                "empty-glossary",
                "ce glossaire n’explique rien",
                "this glossary explains nothing",
            )
            .help(
                "écrivez un sigle par ligne : « - AGA : assemblée générale annuelle »",
                "write one acronym per line: “- AGM: annual general meeting”",
            ),
            GlossaryProblem::TwoMeanings { name, meaning, other_meaning, other, line } => Wording::new(
                "acronym-twice",
                format!("« {name} » veut dire « {meaning} » ici, et « {other_meaning} » dans {other}, ligne {line}"),
                format!("“{name}” means “{meaning}” here, and “{other_meaning}” in {other}, line {line}"),
            )
            .help(
                "écrivez le même sens aux deux endroits, ou changez l’un des deux sigles",
                "write the same meaning in both places, or change one of the two acronyms",
            ),
            GlossaryProblem::Unexplained { name, n, nearest, elsewhere } => {
                unexplained(name, *n, nearest.as_deref(), elsewhere.as_ref())
            }
            GlossaryProblem::Unused { names } => unused(names),
            GlossaryProblem::UselessIgnore { name } => Wording::new(
                "unused-ignore",
                format!("« {name} » n’a pas besoin d’être dans la liste `ignore` : aucun avertissement ne le concerne"),
                format!("“{name}” does not need to be in the list `ignore`: no warning is about it"),
            )
            .help("enlevez-le de la liste", "remove it from the list"),
        }
    }
}

fn no_meaning(read: &str, lacking: Lacking) -> Wording {
    let code = "acronym-without-meaning";
    match lacking {
        Lacking::Form => Wording::new(
            code,
            format!("cette ligne du glossaire ne donne pas un sigle et son sens : « {read} »"),
            format!("this line of the glossary does not give an acronym and its meaning: “{read}”"),
        )
        .help(
            "écrivez le sigle, un deux-points et ce qu’il veut dire : « AGA : assemblée générale annuelle »",
            "write the acronym, a colon and what it means: “AGM: annual general meeting”",
        ),
        Lacking::Meaning => Wording::new(
            code,
            format!("cette rangée du glossaire ne dit pas ce que veut dire « {read} »"),
            format!("this row of the glossary does not say what “{read}” means"),
        )
        .help(
            "écrivez son sens dans la cellule à sa droite, ou supprimez la rangée",
            "write its meaning in the cell to its right, or delete the row",
        ),
        Lacking::Name => Wording::new(
            code,
            format!("cette rangée du glossaire ne dit pas quel sigle veut dire « {read} »"),
            format!("this row of the glossary does not say which acronym means “{read}”"),
        )
        .help(
            "écrivez le sigle dans la première cellule, ou supprimez la rangée",
            "write the acronym in the first cell, or delete the row",
        ),
    }
}

fn unused(names: &[String]) -> Wording {
    let fr: Vec<String> = names.iter().map(|name| format!("« {name} »")).collect();
    let en: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    let (fr, en) = match names.len() {
        1 => (
            format!("le sigle {} est expliqué, mais aucun texte ne s’en sert", fr[0]),
            format!("the acronym {} is explained, but no text uses it", en[0]),
        ),
        _ => (
            format!("les sigles {} sont expliqués, mais aucun texte ne s’en sert", fr.join(" et ")),
            format!("the acronyms {} are explained, but no text uses them", en.join(" and ")),
        ),
    };
    Wording::new("unused-acronym", fr, en).help(
        "enlevez cette ligne du glossaire, ou vérifiez comment les textes l’écrivent",
        "remove this line of the glossary, or check how texts write it",
    )
}

fn unexplained(name: &str, n: usize, nearest: Option<&str>, elsewhere: Option<&Elsewhere>) -> Wording {
    let wording = Wording::new(
        "unknown-acronym",
        format!("le sigle « {name} » sert {n} fois, et rien ne dit ce qu’il veut dire"),
        format!("the acronym “{name}” is used {n} times, and nothing says what it means"),
    );
    if nearest.is_some() {
        return wording.suggesting(nearest);
    }
    match elsewhere {
        Some(Elsewhere { path, line }) => wording.help(
            format!("il est expliqué dans une autre langue ({path}, ligne {line}); écrivez aussi son sens dans celle-ci"),
            format!("it is explained in another language ({path}, line {line}); write its meaning in this one as well"),
        ),
        None => wording.help(
            format!("ajoutez « {name} : … » à content/glossaire.md ou à la liste des sigles du document; si tout le monde le connaît, écrivez `ignore = [\"{name}\"]` sous `[glossary]` dans jalon.toml"),
            format!("add “{name}: …” to content/glossary.md or to the list of acronyms of the document; if everybody knows it, write `ignore = [\"{name}\"]` under `[glossary]` in jalon.toml"),
        ),
    }
}
