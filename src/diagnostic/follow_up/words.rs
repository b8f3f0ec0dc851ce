//! The words of what is wrong with a log, where they take more than a sentence.

use super::Missing;
use crate::date::Date;
use crate::diagnostic::{Bilingual, Wording};
use crate::lang::{Lang, date_in_words, quoted};

/// « (et 3 autres rangées) », or nothing.
pub(super) fn more(n_rows: usize) -> Bilingual {
    match n_rows {
        0 => Bilingual::new("", ""),
        1 => Bilingual::new(" (et une autre rangée)", " (and one more row)"),
        n => Bilingual::new(format!(" (et {n} autres rangées)"), format!(" (and {n} more rows)")),
    }
}

pub(super) fn no_titles(missing: Missing) -> Wording {
    let (fr, en) = match missing {
        Missing::Date => (
            "ce suivi n’a pas de colonne de date : aucune rangée n’est lue",
            "this follow-up log has no date column: no row is read",
        ),
        Missing::Action => (
            "ce suivi n’a pas de colonne d’action : aucune rangée n’est lue",
            "this follow-up log has no action column: no row is read",
        ),
        Missing::Both => (
            "aucune rangée ne porte les titres d’un suivi : rien n’est lu",
            "no row has the titles of a follow-up log: nothing is read",
        ),
    };
    Wording::new("follow-up-titles", fr, en).help(
        "titres attendus : date, action (ou numéro), puis état, progression, note, preuve",
        "expected titles: date, action (or number), then status, progress, note, evidence",
    )
}

/// Texts between the quotation marks of a language, one after the other.
fn listed(lang: Lang, texts: &[String]) -> String {
    texts.iter().map(|text| quoted(lang, text)).collect::<Vec<_>>().join(", ")
}

pub(super) fn ignored_columns(titles: &[String]) -> Wording {
    let (fr, en) = match titles {
        [_] => ("colonne ignorée", "ignored column"),
        _ => ("colonnes ignorées", "ignored columns"),
    };
    Wording::new(
        "ignored-columns",
        format!("{fr} : {}", listed(Lang::Fr, titles)),
        format!("{en}: {}", listed(Lang::En, titles)),
    )
    .help(
        "un suivi retient date, action, état, progression, note et preuve; le reste se dit dans le plan",
        "a log keeps date, action, status, progress, note and evidence; the rest is said in the plan",
    )
}

pub(super) fn repeated(n_rows: usize, of_row: usize) -> Wording {
    let (fr, en) = match n_rows {
        1 => (
            format!("cette rangée répète la rangée {of_row} mot pour mot : elle compte une seule fois"),
            format!("this row repeats row {of_row} word for word: it counts once"),
        ),
        _ => (
            format!(
                "{n_rows} rangées en répètent une autre mot pour mot, à commencer par celle-ci, qui répète la rangée {of_row} : elles comptent une seule fois"
            ),
            format!(
                "{n_rows} rows repeat another word for word, starting with this one, which repeats row {of_row}: they count once"
            ),
        ),
    };
    Wording::new("repeated-entry", fr, en).help("effacez les doublons", "delete the duplicates")
}

/// A row of a text that was cut in more cells than there are titles.
pub(super) fn too_many_cells(n_cells: usize, n_titles: usize, left_out: &[String]) -> Wording {
    Wording::new(
        "cut-row",
        format!("cette rangée a {n_cells} cellules pour {n_titles} titres : le reste n’est pas lu ({})", listed(Lang::Fr, left_out)),
        format!("this row has {n_cells} cells for {n_titles} titles: the rest is not read ({})", listed(Lang::En, left_out)),
    )
    .help(
        "un point-virgule ou une virgule coupe une note ou une preuve en deux : mettez-la tout entière entre guillemets droits (`\"…\"`), ou tapez-la dans un tableur",
        "a semicolon or a comma cuts a note or a piece of evidence in two: put the whole of it between straight quotes (`\"…\"`), or type it in a spreadsheet",
    )
}

pub(super) fn untitled_column(column: &str, read: &str, n_more: usize) -> Wording {
    Wording::new(
        "untitled-column",
        format!("la colonne {column} n’a pas de titre : « {read} » n’est pas lu{}", more(n_more).fr),
        format!("column {column} has no title: “{read}” is not read{}", more(n_more).en),
    )
    .help(
        "donnez un titre à cette colonne, comme « note », ou mettez ce texte dans une colonne qui en a un",
        "give this column a title, such as “note”, or put this text in a column that has one",
    )
}

/// A date with bars in the order of the other language, which is `day` when it is read so.
pub(super) fn other_order(read: &str, day: Date, lang: Lang, n_more: usize) -> Wording {
    let (fr, en) = match lang {
        Lang::Fr => ("le jour d’abord", "day first"),
        Lang::En => ("le mois d’abord", "month first"),
    };
    let more = more(n_more);
    Wording::new(
        "date-order",
        format!("« {read} » n’est pas un jour{} : dans ce suivi, une date à barres obliques est lue {fr}; les autres peuvent donc être fausses", more.fr),
        format!("“{read}” is not a day{}: in this log, a date with slashes is read {en}; the others may therefore be wrong", more.en),
    )
    .help(
        format!("écrivez « {day} » pour le {}, et toutes les dates de ce suivi de la même façon", date_in_words(Lang::Fr, day)),
        format!("write “{day}” for {}, and all the dates of this log in the same way", date_in_words(Lang::En, day)),
    )
}

/// A date that may be either of two days: the one it is in the order of the plan, then that of the titles.
pub(super) fn unsure_order(read: &str, [day, other]: [Date; 2], lang: Lang, n_more: usize) -> Wording {
    let [fr, en] = match lang {
        Lang::Fr => [["le jour d’abord", "en anglais"], ["day first", "in English"]],
        Lang::En => [["le mois d’abord", "en français"], ["month first", "in French"]],
    };
    let more = more(n_more);
    let days = |lang: Lang| [day, other].map(|day| date_in_words(lang, day));
    let ([day_fr, other_fr], [day_en, other_en]) = (days(Lang::Fr), days(Lang::En));
    Wording::new(
        "date-order-unsure",
        format!(
            "«\u{a0}{read}\u{a0}»{} est lu {}, comme dans le plan ({day_fr}), mais les titres de ce suivi sont {}, où ce serait le {other_fr}",
            more.fr, fr[0], fr[1]
        ),
        format!(
            "“{read}”{} is read {}, as in the plan ({day_en}), but the titles of this log are {}, in which it would be {other_en}",
            more.en, en[0], en[1]
        ),
    )
    .help(
        format!("écrivez «\u{a0}{day}\u{a0}» ou «\u{a0}{other}\u{a0}», et toutes les dates de ce suivi de la même façon"),
        format!("write “{day}” or “{other}”, and all the dates of this log in the same way"),
    )
}

pub(super) fn sheet_left_out(sheet: &str, read: &str) -> Wording {
    Wording::new(
        "follow-up-sheet",
        format!("la feuille « {sheet} » a les titres d’un suivi, mais seule « {read} » est lue"),
        format!("the sheet “{sheet}” has the titles of a follow-up log, but only “{read}” is read"),
    )
    .help(
        format!("déplacez ses rangées dans « {read} », ou donnez un autre nom à « {read} » pour que les deux soient lues"),
        format!("move its rows to “{read}”, or give “{read}” another name so that both are read"),
    )
}

/// Formulas of which the file does not hold the result.
pub(super) fn uncomputed(n_more: usize) -> Wording {
    let (fr, en) = match n_more {
        0 => (String::new(), String::new()),
        1 => (" (et une autre)".to_owned(), " (and one more)".to_owned()),
        n => (format!(" (et {n} autres)"), format!(" (and {n} more)")),
    };
    Wording::new(
        "formula-without-value",
        format!("cette cellule contient une formule dont le fichier n’a pas le résultat{fr}\u{a0}: elle est lue comme vide"),
        format!("this cell holds a formula of which the file does not have the result{en}: it is read as empty"),
    )
    .help(
        "ouvrez le fichier dans un tableur et enregistrez-le, ou écrivez la valeur elle-même",
        "open the file in a spreadsheet program and save it, or write the value itself",
    )
}

/// A link in the way of Markdown where texts are plain.
pub(super) fn link_in_note(read: &str, n_more: usize) -> Wording {
    let more = more(n_more);
    Wording::new(
        "link-in-note",
        format!(
            "une note est publiée telle quelle\u{a0}: «\u{a0}{read}\u{a0}» n’y devient pas un lien{}",
            more.fr
        ),
        format!("a note is published as it is: “{read}” does not become a link{}", more.en),
    )
    .help(
        "mettez le lien dans la colonne «\u{a0}preuve\u{a0}», et ses mots dans la note",
        "put the link in the “evidence” column, and its words in the note",
    )
}

pub(super) fn other_state_of_day(read: &str, above: &str) -> Wording {
    Wording::new(
        "two-states-of-a-day",
        format!(
            "cette rangée dit «\u{a0}{read}\u{a0}», et une autre du même jour, «\u{a0}{above}\u{a0}»\u{a0}: la plus basse l’emporte"
        ),
        format!("this row says “{read}”, and another of the same day says “{above}”: the lower one prevails"),
    )
    .help(
        "donnez à chacune son jour, ou effacez celle qui ne vaut plus",
        "give each its own day, or delete the one that no longer holds",
    )
}
