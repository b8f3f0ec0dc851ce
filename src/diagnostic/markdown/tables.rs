//! How what is wrong with the rows of a table is told.

use crate::diagnostic::Wording;

/// A line that starts with a bar, in no table.
pub(super) fn loose_row() -> Wording {
    Wording::new(
        "loose-row",
        "cette ligne commence par une barre, mais n’appartient à aucun tableau : elle est publiée comme du texte",
        "this line starts with a bar but belongs to no table: it is published as text",
    )
    .help(
        "un tableau n’a pas de ligne vide, et sa deuxième ligne est faite de tirets : `|---|---|`",
        "a table has no blank line, and its second line is made of dashes: `|---|---|`",
    )
}

/// A line below a table that looks like one of its rows.
pub(super) fn row_apart() -> Wording {
    Wording::new(
        "loose-row",
        "cette ligne semble une rangée du tableau du dessus, mais n’en fait pas partie\u{a0}: elle est publiée comme du texte",
        "this line looks like a row of the table above, but is none: it is published as text",
    )
    .help(
        "un tableau n’a pas de ligne vide\u{a0}: enlevez ce qui les sépare",
        "a table has no blank line: remove what stands between them",
    )
}

/// A line that ends the row above it.
pub(super) fn cut_row() -> Wording {
    Wording::new(
        "cut-row",
        "cette ligne semble la fin de la rangée du dessus, qu’un retour a coupée\u{a0}: le tableau en fait deux rangées",
        "this line looks like the end of the row above, which a return cut: the table makes two rows of it",
    )
    .help(
        "remettez-les sur une seule ligne; dans une cellule, un retour s’écrit `<br>`",
        "put them on one line again; in a cell, a return is written `<br>`",
    )
}

/// A line without bars right below a table.
pub(super) fn text_under_table() -> Wording {
    Wording::new(
        "text-under-table",
        "cette ligne touche le tableau\u{a0}: elle en devient une rangée",
        "this line touches the table: it becomes one of its rows",
    )
    .help(
        "laissez une ligne vide entre le tableau et le texte",
        "leave an empty line between the table and the text",
    )
}

pub(super) fn too_many_cells(n_columns: usize, text: &str) -> Wording {
    Wording::new(
        "too-many-cells",
        format!("cette rangée a plus de cellules que le tableau n’a de colonnes ({n_columns}) : « {text} » ne sera pas publié"),
        format!("this row has more cells than the table has columns ({n_columns}): “{text}” will not be published"),
    )
    .help(
        "ajoutez un titre de colonne; une barre qui fait partie du texte s’écrit « \\| »",
        "add a column title; a bar that is part of the text is written “\\|”",
    )
}

/// A line of dashes that has more or fewer cells than the titles over it.
pub(super) fn dashes(n_titles: usize, n_dashes: usize) -> Wording {
    let right = format!("|{}", "---|".repeat(n_titles));
    let cells = |n: usize| if n == 1 { "1 cellule".to_owned() } else { format!("{n} cellules") };
    let cells_en = |n: usize| if n == 1 { "1 cell".to_owned() } else { format!("{n} cells") };
    Wording::new(
        "loose-row",
        format!(
            "les titres font {} et la ligne de tirets, {}\u{a0}: ce n’est pas un tableau, mais du texte",
            cells(n_titles),
            cells(n_dashes)
        ),
        format!(
            "the titles make {} and the line of dashes {}: this is no table, but text",
            cells_en(n_titles),
            cells_en(n_dashes)
        ),
    )
    .help(format!("écrivez `{right}` sous les titres"), format!("write `{right}` under the titles"))
}
