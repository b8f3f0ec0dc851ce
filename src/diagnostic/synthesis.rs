//! Problems of a workshop synthesis: its settings, its blocks, its tables, the names it hides.

use super::Wording;

/// What can be wrong in a synthesis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SynthesisProblem {
    /// Lists or tables, and no `##` above them: nothing was read as said by anyone.
    NoBlock,
    /// A list item that says nothing.
    EmptyItem,
    /// « - [ ] » in a synthesis: contributions are not ticked.
    Box { read: String },
    /// « Pratiques(2) - Être une référence »: several ideas on one line.
    GluedIdeas { read: String, n_mentions: u32 },
    /// A column whose title is nearly a known one.
    NearColumn { read: String, nearest: String },
    /// A table of ideas whose counts have a column of their own.
    CountsApart { column: String },
    /// `{.retaned}`
    NearMark { read: String, nearest: &'static str },
    /// Two ideas in a cell, three supports in the other.
    UnequalLists { column: String, n_ideas: usize, n_entries: usize },
    /// A row that says who supports, and no idea.
    RowWithoutIdea { column: String, read: String },
    /// `names = "hidden"`, and no name was found.
    HidesNobody,
    /// A name of `people` that stands nowhere.
    AbsentName { name: String },
    /// `people` without `names = "hidden"`.
    PeopleShown,
    /// The last word of a name that is taken out, alone: « Mme Lanctôt ».
    SurnameLeft { name: String, read: String },
    /// A name that cannot be taken out without breaking what surrounds it.
    NameStillThere { read: String },
}

impl SynthesisProblem {
    pub fn wording(&self) -> Wording {
        match self {
            SynthesisProblem::NoBlock => Wording::new(
                "no-block",
                "cette synthèse n’a aucun titre « ## » : ses listes et ses tableaux sont publiés comme du texte, sans compter de contributions",
                "this synthesis has no “##” heading: its lists and tables are published as text, and no contribution is counted",
            )
            .help("ajoutez un titre avant ce qui a été dit : « ## Bloc 1 – … »", "add a heading before what was said: “## Block 1 – …”"),
            SynthesisProblem::EmptyItem => Wording::new(
                "empty-item",
                "aucun texte ne suit ce tiret : il n’est pas publié",
                "no text follows this dash: it is not published",
            )
            .help("écrivez la contribution, ou supprimez le tiret", "write the contribution, or delete the dash"),
            SynthesisProblem::Box { read } => Wording::new(
                "box-in-synthesis",
                format!("la case devant « {read} » n’est pas publiée : dans une synthèse, rien n’est coché"),
                format!("the box before “{read}” is not published: nothing is ticked in a synthesis"),
            )
            .help("enlevez la case; une action et son état vont dans un plan", "remove the box; an action and its status belong in a plan"),
            SynthesisProblem::GluedIdeas { read, n_mentions } => Wording::new(
                "glued-ideas",
                format!("« {read} » semble réunir plusieurs idées; la ligne compte pour une seule, mentionnée {n_mentions} fois"),
                format!("“{read}” seems to hold several ideas; the line counts as one, mentioned {n_mentions} times"),
            )
            .help(
                "s’il y en a plusieurs, écrivez chacune sur sa ligne (dans un tableau, séparez-les par `<br>`)",
                "if there are several, write each on its own line (in a table, separate them with `<br>`)",
            ),
            SynthesisProblem::NearColumn { read, nearest } => Wording::new(
                "near-column",
                format!("la colonne « {read} » n’est pas reconnue; elle est publiée sous ce titre, sans plus"),
                format!("the column “{read}” is not recognised; it is published under this title, and no more"),
            )
            .suggesting(Some(nearest)),
            SynthesisProblem::CountsApart { column } => Wording::new(
                "counts-apart",
                format!("ce tableau est publié tel quel : ses idées ne sont pas comptées, ni sa colonne « {column} »"),
                format!("this table is published as it is: its ideas are not counted, nor is its column “{column}”"),
            )
            .help(
                "écrivez plutôt une liste, le nombre à la fin de chaque idée : « - Un banc au soleil (3) »",
                "write a list instead, with the count at the end of each idea: “- A bench in the sun (3)”",
            ),
            SynthesisProblem::NearMark { read, nearest } => Wording::new(
                "near-mark",
                format!("la marque « {{.{read}}} » n’est pas reconnue"),
                format!("the mark “{{.{read}}}” is not recognised"),
            )
            .suggesting(Some(&format!("{{.{nearest}}}"))),
            SynthesisProblem::UnequalLists { column, n_ideas, n_entries } => Wording::new(
                "unequal-lists",
                format!("{n_ideas} idées dans la rangée, mais {n_entries} entrées dans « {column} »"),
                format!("{n_ideas} ideas in the row, but {n_entries} entries in “{column}”"),
            )
            .help(
                format!("écrivez une seule entrée pour toutes, ou {n_ideas} entrées séparées par <br> (un point d’interrogation quand le soutien est à trouver)"),
                format!("write one entry for all, or {n_ideas} entries separated by <br> (a question mark when support is to be found)"),
            ),
            SynthesisProblem::RowWithoutIdea { column, read } => Wording::new(
                "row-without-idea",
                format!("cette rangée n’a pas d’idée, mais « {column} » contient « {read} »"),
                format!("this row has no idea, but “{column}” holds “{read}”"),
            )
            .help(
                "écrivez l’idée de la rangée, ou joignez ce texte à la rangée précédente avec <br>",
                "write the row’s idea, or add this text to the row above with <br>",
            ),
            SynthesisProblem::HidesNobody => Wording::new(
                "hides-nobody",
                "`names = \"hidden\"` demande de retirer des noms, mais aucun ne l’a été : aucun des noms donnés n’apparaît dans ce document",
                "`names = \"hidden\"` asks to take names out, but none was: none of the names given appears in this document",
            )
            .help(
                "donnez les noms tels qu’ils sont écrits : `people = [\"Prénom Nom\"]` sous `[synthesis]`",
                "give the names as they are written: `people = [\"First Last\"]` under `[synthesis]`",
            ),
            SynthesisProblem::AbsentName { name } => Wording::new(
                "absent-name",
                format!("« {name} » n’apparaît nulle part dans ce document : rien n’a été retiré pour ce nom"),
                format!("“{name}” appears nowhere in this document: nothing was taken out for this name"),
            )
            .help("écrivez-le exactement comme dans le texte; s’il n’est que dans une traduction, laissez-le dans la liste : il y est retiré aussi", "write it exactly as in the text; if it is in a translation only, leave it in the list: it is taken out there too"),
            SynthesisProblem::PeopleShown => Wording::new(
                "people-shown",
                "« people » donne des noms à retirer, mais les noms de cette synthèse sont publiés",
                "“people” gives names to take out, but the names of this synthesis are published",
            )
            .help("ajoutez `names = \"hidden\"` sous `[synthesis]`, ou enlevez la liste", "add `names = \"hidden\"` under `[synthesis]`, or remove the list"),
            SynthesisProblem::SurnameLeft { name, read } => Wording::new(
                "surname-left",
                format!("« {read} » se lit ici, alors que « {name} » est un nom à retirer"),
                format!("“{read}” can be read here, while “{name}” is a name to take out"),
            )
            .help(
                format!("si c’est la même personne, ajoutez « {read} » à la liste `people`"),
                format!("if this is the same person, add “{read}” to the list `people`"),
            ),
            SynthesisProblem::NameStillThere { read } => Wording::new(
                "name-still-there",
                format!("un nom à retirer se lit encore ici : « {read} »"),
                format!("a name to take out can still be read here: “{read}”"),
            )
            .help(
                "il est dans une adresse, ou coupé par une mise en forme : enlevez-le ou récrivez-le à la main",
                "it is in an address, cut by formatting, or written with a code such as `&eacute;`: remove it or rewrite it by hand",
            ),
        }
    }
}
