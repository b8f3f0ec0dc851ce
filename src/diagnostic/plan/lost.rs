//! How what a plan leaves out of its counts is told.

use super::Apart;
use crate::diagnostic::Wording;

/// A table of follow-up without a column of actions.
pub(super) fn uncounted_table(known: &[String], n_rows: usize, likely: Option<&str>) -> Wording {
    let (rows, rows_en) = uncounted_rows(n_rows);
    let wording = Wording::new(
        "uncounted-table",
        format!(
            "ce tableau a {}, mais aucune colonne d’actions\u{a0}: {rows}",
            listed(known, "«\u{a0}", "\u{a0}»", "et")
        ),
        format!("this table has {}, but no column of actions: {rows_en}", listed(known, "“", "”", "and")),
    );
    match likely {
        Some(title) => wording.help(
            format!(
                "si les actions sont sous «\u{a0}{title}\u{a0}», nommez cette colonne «\u{a0}Actions\u{a0}»"
            ),
            format!("if the actions stand under “{title}”, call this column “Actions”"),
        ),
        None => wording.help(
            "nommez «\u{a0}Actions\u{a0}» la colonne qui dit ce qui sera fait",
            "call the column that says what will be done “Actions”",
        ),
    }
}

fn uncounted_rows(n_rows: usize) -> (String, String) {
    match n_rows {
        1 => ("sa rangée n’est pas comptée".to_owned(), "its row is not counted".to_owned()),
        n => (format!("ses {n} rangées ne sont pas comptées"), format!("its {n} rows are not counted")),
    }
}

/// « État », « Responsable » et « Échéance »
fn listed(words: &[String], open: &str, close: &str, and: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("{open}{word}{close}")).collect();
    match quoted.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} {and} {last}", before.join(", ")),
        Some(_) | None => quoted.concat(),
    }
}

/// A row marked under several states, or under another than the one it says.
pub(super) fn several_states(read: &[String]) -> Wording {
    let (fr, en) = (listed(read, "«\u{a0}", "\u{a0}»", "et"), listed(read, "“", "”", "and"));
    Wording::new(
        "several-states",
        format!("cette rangée dit à la fois {fr}\u{a0}: la marque n’est pas comptée"),
        format!("this row says {en} at once: the mark is not counted"),
    )
    .help("ne gardez que l’état où elle en est", "keep only the status it has reached")
}

/// A field of an action in a list whose name is nearly a known one.
pub(super) fn near_field(read: &str, nearest: &str) -> Wording {
    Wording::new(
        "near-field",
        format!(
            "«\u{a0}{read}\u{a0}» n’est pas reconnu\u{a0}: ce qui suit est publié sous ce nom, sans plus"
        ),
        format!("“{read}” is not recognised: what follows is published under this name, and no more"),
    )
    .suggesting(Some(nearest))
}

/// A number of an action that no address can hold.
pub(super) fn unusable_number(read: &str) -> Wording {
    Wording::new(
        "unusable-number",
        format!("«\u{a0}{read}\u{a0}» ne peut pas servir de numéro, qui est aussi une adresse\u{a0}: l’action prend celui de sa place"),
        format!("“{read}” cannot be a number, which is an address as well: the action takes that of its place"),
    )
    .help(
        "écrivez-le avec des lettres, des chiffres, et «\u{a0}-\u{a0}» ou «\u{a0}.\u{a0}» entre eux",
        "write it with letters, digits, and “-” or “.” between them",
    )
}

/// A table whose row of titles is empty, as converters of documents make them.
pub(super) fn empty_titles(n_rows: usize) -> Wording {
    let (rows, rows_en) = uncounted_rows(n_rows);
    Wording::new(
        "empty-titles",
        format!("la rangée de titres de ce tableau est vide\u{a0}: {rows}"),
        format!("the row of titles of this table is empty: {rows_en}"),
    )
    .help(
        "supprimez cette rangée, et mettez la ligne de tirets sous celle qui dit les titres",
        "delete this row, and put the line of dashes under the one that says the titles",
    )
}

/// A column of states under a title that does not say so.
pub(super) fn unnamed_statuses(column: &str, read: &str) -> Wording {
    Wording::new(
        "unnamed-statuses",
        format!("la colonne « {column} » ne contient que des états (« {read} »…), mais son titre ne le dit pas : aucun n’est compté"),
        format!("the column “{column}” holds nothing but statuses (“{read}”…), but its title does not say so: none is counted"),
    )
    .help(
        "changez ce titre pour « État d’avancement »",
        "change this title to “Status”",
    )
}

/// A row that sums up the others.
pub(super) fn total_row(read: &str) -> Wording {
    Wording::new(
        "total-row",
        format!(
            "la rangée «\u{a0}{read}\u{a0}» ne compte pas comme une action\u{a0}: elle est laissée de côté"
        ),
        format!("the row “{read}” does not count as an action: it is left aside"),
    )
    .help(
        "supprimez-la, jalon fait les comptes; si c’est une action, dites-la en plus d’un mot",
        "delete it, jalon does the counts; if it is an action, say it in more than a word",
    )
}

/// A second column of states or of timeframes.
pub(super) fn repeated_column(read: &str, counted: &str) -> Wording {
    let (which_fr, which_en) = match read == counted {
        true => ("la première".to_owned(), "the first one".to_owned()),
        false => (format!("«\u{a0}{counted}\u{a0}»"), format!("“{counted}”")),
    };
    Wording::new(
        "repeated-column",
        format!("les colonnes «\u{a0}{counted}\u{a0}» et «\u{a0}{read}\u{a0}» disent la même chose\u{a0}: seule {which_fr} compte, l’autre est montrée telle quelle"),
        format!("the columns “{counted}” and “{read}” say the same thing: only {which_en} counts, the other is shown as it is"),
    )
    .help(
        "gardez une seule colonne, la plus récente; un début et une fin s’écrivent ensemble\u{a0}: «\u{a0}mars à juin 2026\u{a0}»",
        "keep one column, the latest; a start and an end are written together: “March to June 2026”",
    )
}

/// A cell that is no mark, in a column of marks.
pub(super) fn no_mark(column: &str, read: &str) -> Wording {
    Wording::new(
        "no-mark",
        format!("«\u{a0}{read}\u{a0}» n’est pas une marque\u{a0}: cette rangée ne compte pas sous «\u{a0}{column}\u{a0}»"),
        format!("“{read}” is no mark: this row does not count under “{column}”"),
    )
    .help(
        "écrivez un X et, entre parenthèses, le reste\u{a0}: «\u{a0}X (à confirmer)\u{a0}»; ou videz cette cellule, et dites-le dans une colonne «\u{a0}Notes\u{a0}»",
        "write an X and the rest between parentheses: “X (to be confirmed)”; or empty this cell, and say it in a column “Notes”",
    )
}

/// A row that looks like a title within a table.
pub(super) fn title_row(read: &str, marks: &str) -> Wording {
    Wording::new(
        "title-row",
        format!("«\u{a0}{read}\u{a0}» compte comme une action\u{a0}: c’est tout ce que dit sa rangée, et elle ressemble à un titre"),
        format!("“{read}” counts as an action: it is all that its row says, and it looks like a title"),
    )
    .help(
        format!("si c’en est un, coupez le tableau ici\u{a0}: écrivez «\u{a0}{marks} {read}\u{a0}» au lieu de la rangée, puis de nouveau les titres des colonnes; sinon, remplissez une autre cellule"),
        format!("if it is one, cut the table here: write “{marks} {read}” instead of the row, then the titles of the columns again; if not, fill another cell"),
    )
}

/// A row that looks like a note within a table.
pub(super) fn note_row(read: &str) -> Wording {
    Wording::new(
        "note-row",
        format!("«\u{a0}{read}\u{a0}» compte comme une action\u{a0}: c’est tout ce que dit sa rangée, et elle ressemble à une note"),
        format!("“{read}” counts as an action: it is all that its row says, and it looks like a note"),
    )
    .help(
        "si c’en est une, écrivez-la sous le tableau, après une ligne vide; sinon, remplissez une autre cellule",
        "if it is one, write it under the table, after an empty line; if not, fill another cell",
    )
}

/// A table that Markdown takes for a text.
pub(super) fn pasted_table(titles: &[String], apart: Apart) -> Wording {
    let (fr, en) = match apart {
        Apart::Tabs => ("des tabulations séparent ses colonnes", "tabs separate its columns"),
        Apart::Spaces => ("des espaces séparent ses colonnes", "spaces separate its columns"),
        Apart::Indented => ("quatre espaces la précèdent", "four spaces stand before it"),
        Apart::Html => ("elle est écrite en HTML", "it is written in HTML"),
    };
    let wording = Wording::new(
        "pasted-table",
        format!(
            "cette ligne semble d’un tableau, mais {fr} : le tableau est publié comme du texte, et rien n’y est compté"
        ),
        format!(
            "this line looks like one of a table, but {en}: the table is published as text, and nothing in it is counted"
        ),
    );
    let line = format!("| {} |", titles.join(" | "));
    let dashes = format!("|{}", "---|".repeat(titles.len()));
    match apart {
        Apart::Indented => wording.help(
            format!("enlevez les espaces au début de chaque ligne du tableau : d’abord `{line}`"),
            format!("remove the spaces at the start of each line of the table: first `{line}`"),
        ),
        Apart::Tabs | Apart::Spaces | Apart::Html => wording.help(
            format!("séparez les cellules par des barres : d’abord `{line}`, dessous `{dashes}`, puis une ligne par rangée"),
            format!("separate the cells with bars: first `{line}`, below it `{dashes}`, then a line for each row"),
        ),
    }
}

/// Words that a cell takes back.
pub(super) fn struck(read: &str) -> Wording {
    Wording::new(
        "struck-words",
        format!("«\u{a0}{read}\u{a0}» est biffé\u{a0}: ces mots ne sont ni lus ni publiés"),
        format!("“{read}” is struck through: these words are neither read nor published"),
    )
    .help(
        "effacez-les, ou enlevez les tildes qui les biffent\u{a0}: `~~`",
        "delete them, or remove the tildes that strike them through: `~~`",
    )
}
