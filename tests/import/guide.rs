//! What `docs/importer.md` shows of a workbook, jalon makes of it; what it says that jalon says, jalon says.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test reads the guide and runs the program, and stops at the first surprise"
)]

use std::fs;
use std::path::Path;

use jalon::diagnostic::import::ImportProblem;
use jalon::lang::Lang;
use rust_xlsxwriter::Workbook;

use crate::command::told;

fn guide() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/importer.md");
    fs::read_to_string(path).unwrap().replace('\u{a0}', " ")
}

/// The block of the guide that follows this fence, but for its last line end.
fn block<'g>(guide: &'g str, kind: &str) -> &'g str {
    let (_, rest) = guide.split_once(&format!("```{kind}\n")).unwrap();
    rest.split_once("\n```").unwrap().0
}

/// The cells of the table whose row of titles starts so.
fn table<'g>(guide: &'g str, start: &str) -> Vec<Vec<&'g str>> {
    let rows = guide.lines().skip_while(|line| !line.starts_with(start)).skip(2);
    let rows = rows.take_while(|line| line.starts_with('|'));
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

#[test]
fn the_workbook_of_the_guide_becomes_what_it_shows() {
    let guide = guide();
    let here = tempfile::tempdir().unwrap();
    assert_eq!(told(here.path(), &["init", "asso"]).0, 0);
    let site = here.path().join("asso");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, row) in (0..).zip(table(&guide, "| A | B |")) {
        sheet.write_row(at, 0, row).unwrap();
    }
    book.save(site.join("plan.xlsx")).unwrap();

    let (line, expected) = block(&guide, "console").split_once('\n').unwrap();
    let words: Vec<&str> = line.strip_prefix("$ jalon ").unwrap().split(' ').collect();
    let (code, out, err) = told(&site, &words);
    assert_eq!(code, 0, "{err}");
    // Both go to the terminal: the place, the problems, the last lines.
    let (place, last) = out.split_once('\n').unwrap();
    assert_eq!(format!("{place}\n{err}{last}").replace('_', " ").trim_end(), expected.replace('_', " "));
    let document = fs::read_to_string(site.join(place)).unwrap();
    assert!(document.contains(&format!("+++\n\n{}\n", block(&guide, "markdown"))), "{document}");
}

#[test]
fn the_table_of_remarks_says_what_jalon_says() {
    let text = || "Se loger ensemble".to_owned();
    let problems = [
        ImportProblem::GuessedTitle { title: text() },
        ImportProblem::RowAsTitle { title: text() },
        ImportProblem::ColumnAsTitles { column: "Orientation".to_owned() },
        ImportProblem::GuessedColumns,
        ImportProblem::NoColumns,
        ImportProblem::RepeatedColumns { n_rows: 3 },
        ImportProblem::CellForEach { text: text() },
        ImportProblem::MergedCells,
        ImportProblem::UnevenCell { column: "État".to_owned(), n_actions: 3, n_entries: 2 },
        ImportProblem::ColumnsOfTableAbove,
        ImportProblem::SeveralActions { n_actions: 2 },
        ImportProblem::AddedTitle { title: text() },
        ImportProblem::NoPeriod,
        ImportProblem::NestedTable,
        ImportProblem::CountedNumbers { first: "1.1".to_owned() },
        ImportProblem::PageMargin { text: text() },
        ImportProblem::ContentsLeft,
        ImportProblem::CommentLeft { text: text() },
        ImportProblem::PictureLeft { name: "image3.emf".to_owned() },
        ImportProblem::PictureElsewhere { name: "plan.png".to_owned() },
        ImportProblem::WordsTakenOut { text: text() },
        ImportProblem::WordsAdded { text: text() },
        ImportProblem::NoResult { cell: "B7".to_owned() },
        ImportProblem::SheetsLeft { names: vec!["Listes".to_owned()] },
        ImportProblem::HiddenRows { n_rows: 4, rows: "4, 7–9".to_owned() },
        ImportProblem::HiddenColumns { n_columns: 1, columns: "C".to_owned() },
        ImportProblem::PicturesOfSheet { n_pictures: 2 },
        ImportProblem::TextBoxLeft { text: text() },
        ImportProblem::ElementsLeft { names: "form, iframe".to_owned() },
        ImportProblem::OldLetters,
    ];
    let said = problems.map(|it| it.wording().message.words(Lang::Fr).replace('\u{a0}', " "));
    let guide = guide();
    let listed: Vec<&str> = table(&guide, "| Ce que dit jalon |").iter().map(|row| row[0]).collect();
    assert_eq!(listed, said);
}
