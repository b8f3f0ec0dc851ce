//! What `docs/suivi.md` says that jalon says of a log is what it says.

#![cfg(feature = "sheets")]
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test reads the page, and stops at the first surprise"
)]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

const PLAN: &str = "+++\nkind = \"plan\"\ntitle = \"Plan\"\nupdated = 2026-03-01\n\
    [plan]\nperiod = \"juillet 2025 à juin 2026\"\n+++\n\n## Orientation 2 : Bouger\n\n\
    | No | Actions | Échéancier |\n|---|---|---|\n| 2.1.3 | Lancer la navette | Juin 2026 |\n\
    | 2.1.4 | Peindre le quai | Juin 2026 |\n\
    | 2.1.5 | Semer | Juin 2026 |\n| 2.1.5 | Faucher | Juin 2026 |\n";

/// The rows of a log, in the order of the table, that make jalon say what it lists.
const ROWS: &[&str] = &[
    "2026-02-01;2.1.13;Réalisée;;;",
    "2026-02-01;2.1.5;Réalisée;;;",
    "2026-02-01;2.1.3 Peindre le quai;Réalisée;;;",
    "printemps;2.1.3;Réalisée;;;",
    ";2.1.3;Réalisée;;;",
    "2026-02-01;2.1.3 et 2.1.4;Réalisée;;;",
    AS_A_DAY,
    "2026-02-01;2.1.3;En cour;;;",
    "2026-02-01;2.1.3;;presque fini;;",
    "2026-02-01;2.1.3;Réalisée;;;\n2026-02-01;2.1.3;Réalisée;;;",
    "2026-02-01;2.1.3;;;;",
    "2026-02-01;;Réalisée;;;",
    "2026-02-01;2.1.3;Réalisée;;;@/actualites/minibus.md",
    "2026-02-01;2.1.3;Réalisée;;;pv.pdf",
];

/// A row whose number a spreadsheet took for a day; only a workbook can hold it.
const AS_A_DAY: &str = "";

#[test]
fn the_table_of_errors_says_what_jalon_says() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/suivi.md");
    let page = fs::read_to_string(page).unwrap();
    let (_, section) = page.split_once("## Quand quelque chose cloche").expect("the section of errors");
    let rows = section.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    let cells = rows.take_while(|line| line.starts_with('|')).map(|line| line.split(" | ").next().unwrap());
    let listed: Vec<&str> = cells.map(|cell| cell.trim_start_matches("| ")).collect();
    let said: Vec<String> = ROWS.iter().map(|row| said(row)).collect();
    assert_eq!(listed, said);
}

/// The one thing jalon says of a log with a row, but for the cell as the margins name it.
fn said(row: &str) -> String {
    let (name, bytes) = match row {
        AS_A_DAY => ("suivi.xlsx", workbook()),
        _ => ("suivi.csv", format!("date;action;état;progression;note;preuve\n{row}\n").into_bytes()),
    };
    let files: [(&str, Vec<u8>); 3] = [
        ("jalon.toml", b"title = \"Essai\"\nbase_url = \"https://example.org/\"\n".to_vec()),
        ("content/plan/index.md", PLAN.into()),
        (&format!("content/plan/{name}"), bytes),
    ];
    let files = files.into_iter().map(|(path, bytes)| (path.to_owned(), Arc::from(bytes))).collect();
    let build_day = Date::new(2026, 3, 1).unwrap();
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    let told = pipeline::run(&Inputs { files, options }).diagnostics;
    let of_log: Vec<String> =
        told.iter().filter(|it| it.path.contains("suivi")).map(|it| it.problem.message(Lang::Fr)).collect();
    let [message] = of_log.as_slice() else { panic!("one thing is said of {row:?}: {of_log:?}") };
    let place = "rangée 2, colonne B\u{a0}: ";
    message.split_once(place).map_or(message.clone(), |(_, message)| message.to_owned())
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["date", "action", "état"]).unwrap();
    sheet.write_row(1, 0, ["2026-02-03", "", "Réalisée"]).unwrap();
    let day = ExcelDateTime::from_ymd(2026, 2, 1).unwrap();
    sheet.write_with_format(1, 1, &day, &Format::new().set_num_format("yyyy-mm-dd")).unwrap();
    book.save_to_buffer().unwrap()
}
