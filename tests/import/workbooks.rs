//! Workbooks as people keep them: what their sheets show is written, what does not fit is told.

#![expect(clippy::unwrap_used, reason = "a workbook of a test is written without a fault")]

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Note, Workbook, Worksheet};

use crate::papers::{made_of, shown};

fn workbook(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new());
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

fn rows(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (at, row) in (0..).zip(rows) {
        sheet.write_row(at, 0, row.iter().copied()).unwrap();
    }
}

fn check(name: &str, bytes: &[u8], expected: &str) {
    assert_eq!(shown(&made_of(name, bytes, None)).replace('\u{a0}', "_").trim(), expected.trim());
}

#[test]
fn numbers_and_days_are_written_as_they_are_shown() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        rows(
            sheet,
            &[&["No", "Action", "Échéancier", "Budget", "Avancement"], &["", "Semer"], &["", "Faucher"]],
        );
        let format = |code: &str| Format::new().set_num_format(code);
        let day = |month| ExcelDateTime::from_ymd(2027, month, 1).unwrap();
        sheet.write_number(1, 0, 1.1).unwrap();
        sheet.write_number_with_format(2, 0, 1.2, &format("0.00")).unwrap();
        sheet.write_datetime_with_format(1, 2, day(5), &format("mmm-yy")).unwrap();
        sheet.write_datetime_with_format(2, 2, day(6), &format("dd/mm/yyyy")).unwrap();
        sheet.write_number_with_format(1, 3, 1200.5, &format("#,##0.00 [$$-C0C]")).unwrap();
        sheet.write_number_with_format(2, 3, 1200.5, &Format::new().set_num_format_index(7)).unwrap();
        sheet.write_number_with_format(1, 4, 0.45, &format("0%")).unwrap();
        sheet.write_number(2, 4, 0.5).unwrap();
    });
    check(
        "Plan 2027.xlsx",
        &bytes,
        "\
Plan \"Plan 2027\"

## Plan 2027

| No | Action | Échéancier | Budget | Avancement |
|---|---|---|---|---|
| 1.1 | Semer | mai 2027 | 1_200,50_$ | 45_% |
| 1.20 | Faucher | 2027-06-01 | 1_200,50_$ | 0,5 |

2: the title “Plan 2027” was added: these actions stood under none",
    );
    let english = shown(&made_of("Plan 2027.xlsx", &bytes, Some("en")));
    assert!(english.contains("| 1.1 | Semer | May 2027 | 1,200.50 $ | 45% |"), "{english}");
}

#[test]
fn what_a_sheet_shows_besides_its_words_is_told() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        rows(
            sheet,
            &[
                &["Action", "Qui", "Coût"],
                &["Semer", "Lise", "10"],
                &["Faucher", "Yan", "20"],
                &["Cueillir", "Ana", "30"],
                &["Vendre", "", "40"],
            ],
        );
        sheet.insert_note(2, 1, &Note::new("À confirmer\navec Yan").add_author_prefix(false)).unwrap();
        sheet.insert_note(9, 9, &Note::new("Au loin").add_author_prefix(false)).unwrap();
        sheet.set_row_hidden(2).unwrap();
        sheet.set_column_hidden(2).unwrap();
        let struck = Format::new().set_font_strikethrough();
        let plain = Format::default();
        sheet.write_rich_string(3, 0, &[(&plain, "Cueillir "), (&struck, "et sécher")]).unwrap();
        sheet.write_string_with_format(4, 1, "Zoé", &struck).unwrap();
        for name in ["Listes", "Brouillon"] {
            book.add_worksheet().set_name(name).unwrap().set_hidden(true).write(0, 0, "En cours").unwrap();
        }
    });
    check(
        "Plan 2027.xlsx",
        &bytes,
        "\
Plan \"Plan 2027\"

## Plan 2027

| Action | Qui | Coût |
|---|---|---|
| Semer | Lise | 10 |
| Faucher | Yan | 20 |
| Cueillir <del>et sécher</del> | Ana | 30 |
| Vendre | <del>Zoé</del> | 40 |

2: the title “Plan 2027” was added: these actions stood under none
4: the hidden sheets “Listes” and “Brouillon” were left out
4: row 3 of the workbook is hidden: it is kept here
4: column C of the workbook is hidden: it is kept here
4: the comment “Au loin” was left out
7: the comment “À confirmer avec Yan” was left out",
    );
}

#[test]
fn merged_cells_are_those_of_a_paper() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        rows(
            sheet,
            &[
                &["Action", "Qui", "Quand"],
                &[""],
                &["Semer", "", "Mai 2027"],
                &["Faucher", "", "Juin 2027"],
                &["Cueillir", "Ana", "Août 2027"],
            ],
        );
        sheet.merge_range(1, 0, 1, 2, "Au jardin", &Format::default()).unwrap();
        sheet.merge_range(2, 1, 3, 1, "Lise", &Format::default()).unwrap();
    });
    check(
        "Plan 2027.xlsx",
        &bytes,
        "\
Plan \"Plan 2027\"

## Au jardin

| Action | Qui | Quand |
|---|---|---|
| Semer | Lise | Mai 2027 |
| Faucher | Lise | Juin 2027 |
| Cueillir | Ana | Août 2027 |

2: “Au jardin” took a whole row of the table: it became a title
6: “Lise” was in a merged cell: each row that it covered says it",
    );
}

#[test]
fn the_first_rows_of_sheets_are_said_once() {
    let bytes = workbook(|book| {
        for (name, action) in [("Se loger", "Recenser"), ("Bouger", "Marcher")] {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            rows(
                sheet,
                &[&["La Ruche"], &["Plan d’action 2027"], &["Action", "Quand"], &[action, "Mai 2027"]],
            );
        }
        let sheet = book.add_worksheet().set_name("Manger").unwrap();
        rows(sheet, &[&["MANGER"], &["Action", "Quand"], &["Cuisiner", "Mai 2027"]]);
    });
    check(
        "classeur.xlsx",
        &bytes,
        "\
Plan \"Plan d’action 2027\"

## Se loger

La Ruche

| Action | Quand |
|---|---|
| Recenser | Mai 2027 |

## Bouger

La Ruche

| Action | Quand |
|---|---|
| Marcher | Mai 2027 |

## Manger

| Action | Quand |
|---|---|
| Cuisiner | Mai 2027 |",
    );
}

#[test]
fn what_is_typed_in_a_text_stays_as_it_is() {
    check(
        "couts.csv",
        b"NOM;MONTANT;JOUR\nSemences;1200,50;mai-26\nOutils;1 200.5 $;007\n",
        "\
Page \"Couts\"

| NOM | MONTANT | JOUR |
|---|---|---|
| Semences | 1200,50 | mai-26 |
| Outils | 1 200.5 $ | 007 |

2: the first row of this table became that of its titles",
    );
}

#[test]
fn what_a_sheet_does_not_show_is_not_invented() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        rows(sheet, &[&["No", "Action", "Échéancier", "Budget"], &["", "Semer"], &["", "Faucher"]]);
        let format = |code: &str| Format::new().set_num_format(code);
        sheet.write_number(1, 0, 1.1).unwrap();
        sheet.write_number_with_format(2, 0, 1.2, &Format::new().set_font_strikethrough()).unwrap();
        // What `=Autre!A1` holds of an empty cell.
        sheet.write_number_with_format(1, 2, 0, &format("mmm-yy")).unwrap();
        sheet.write_number_with_format(2, 2, 46_508, &format("[$-fr-CA]d mmmm yyyy;@")).unwrap();
        sheet.write_number_with_format(1, 3, 0, &format("#,##0;-#,##0;")).unwrap();
        sheet.write_number_with_format(2, 3, 1200.5, &format("#,##0.00 [$$-fr-CA]")).unwrap();
        sheet.set_header("&C&\"Arial,Gras\"&14Plan 2026-2027 du verger&RPage &P");
        sheet.set_footer("&LPage &P sur &N");
    });
    check(
        "Plan 2027.xlsx",
        &bytes,
        "\
Plan \"Plan 2027\"

## Plan 2027

| No | Action | Échéancier | Budget |
|---|---|---|---|
| 1.1 | Semer | 0 | |
| <del>1.2</del> | Faucher | 1 mai 2027 | 1_200,50_$ |

2: the title “Plan 2027” was added: these actions stood under none
4: the page header or footer “Plan 2026-2027 du verger – Page” was left out",
    );
}

#[test]
fn a_sheet_of_notes_leaves_the_title_to_the_workbook() {
    let bytes = workbook(|book| {
        for axis in ["Axe A", "Axe B"] {
            let sheet = book.add_worksheet().set_name(axis).unwrap();
            rows(sheet, &[&["Plan d’action 2026-2027"], &["Action", "Qui"], &["Semer", "Lise"]]);
        }
        let notes = book.add_worksheet().set_name("Notes").unwrap();
        rows(notes, &[&["À revoir en mai."]]);
    });
    let shown = shown(&made_of("12.xlsx", &bytes, None));
    assert!(shown.starts_with("Plan \"Plan d’action 2026-2027\""), "{shown}");
    assert_eq!(shown.matches("2026-2027").count(), 1, "{shown}");
}
