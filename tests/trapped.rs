//! Workbooks and texts made to exhaust a machine: each is refused or read, quickly and in a clear sentence.

#![cfg(feature = "sheets")]
#![expect(clippy::unwrap_used, reason = "the test stops at the first surprise")]

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::sync::Arc;

use jalon::date::Date;
use jalon::pipeline::{Drafts, Inputs, Options, run};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PLAN: &str =
    "+++\nkind = \"plan\"\ntitle = \"P\"\nupdated = 2026-01-01\n+++\n## Axe 1\n\n- [ ] Danser\n";

/// What is said of these files, as `path code`, each once.
fn said(files: &[(&str, Vec<u8>)]) -> Vec<String> {
    let mut all: BTreeMap<String, Arc<[u8]>> = BTreeMap::from([
        ("jalon.toml".to_owned(), "title = \"T\"\nbase_url = \"https://example.org/\"\n".as_bytes().into()),
        ("content/_index.md".to_owned(), "+++\ntitle = \"Accueil\"\n+++\n".as_bytes().into()),
    ]);
    all.extend(files.iter().map(|(path, bytes)| ((*path).to_owned(), Arc::from(bytes.as_slice()))));
    let day = Date::new(2026, 3, 1).unwrap();
    let options = Options { today: Some(day), build_day: day, drafts: Drafts::LeftOut, base_url: None };
    let outcome = run(&Inputs { files: all, options });
    let mut said: Vec<String> =
        outcome.diagnostics.iter().map(|it| format!("{} {}", it.path, it.problem.code())).collect();
    said.dedup();
    said
}

/// An archive of these parts; a part is its start, a byte, how many times it comes, its end.
fn archive(parts: &[(&str, &str, usize, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, start, n, end) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(start.as_bytes()).unwrap();
        let piece = vec![b'x'; 1 << 20];
        let mut left = *n;
        while left > 0 {
            let taken = left.min(piece.len());
            zip.write_all(&piece[..taken]).unwrap();
            left -= taken;
        }
        zip.write_all(end.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const MANY: &str = "<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\
                    <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";

/// An entity that would read a file of the machine.
const FILE: &str = "<!DOCTYPE l [<!ENTITY d SYSTEM \"file:///etc/hostname\">]>";

const CELL: &str = "<table:table-row><table:table-cell><text:p>";

/// An OpenDocument sheet: a declaration, what stands in its first cell.
fn ods(declaration: &str, start: &str, n: usize) -> Vec<u8> {
    let head = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\">";
    let end = "</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>\
               </office:body></office:document-content>";
    let start = format!("<?xml version=\"1.0\"?>{declaration}{head}{CELL}{start}");
    archive(&[("content.xml", &start, n, end)])
}

/// The same as an Excel workbook.
fn xlsx(declaration: &str, start: &str, n: usize) -> Vec<u8> {
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship \
             Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" \
             Target=\"{target}\"/></Relationships>"
        )
    };
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let book = format!(
        "<workbook {main} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let sheet = format!(
        "<?xml version=\"1.0\"?>{declaration}<worksheet {main}><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{start}"
    );
    archive(&[
        ("_rels/.rels", &relation("officeDocument", "xl/workbook.xml"), 0, ""),
        ("xl/workbook.xml", &book, 0, ""),
        ("xl/_rels/workbook.xml.rels", &relation("worksheet", "worksheets/sheet1.xml"), 0, ""),
        ("xl/worksheets/sheet1.xml", &sheet, n, "</t></is></c></row></sheetData></worksheet>"),
    ])
}

fn check(log: &str, bytes: Vec<u8>, expected: &str) {
    let path = format!("content/p/{log}");
    let said = said(&[("content/p/index.md", PLAN.as_bytes().to_vec()), (&path, bytes)]);
    assert_eq!(said, [format!("{path} {expected}")]);
}

/// Some 300 kilobytes that unpack to 300 megabytes.
#[test]
fn an_archive_that_unpacks_without_end_is_refused() {
    check("suivi.ods", ods("", "", 300 << 20), "sheet-too-large");
    check("suivi.xlsx", xlsx("", "", 300 << 20), "sheet-too-large");
}

#[test]
fn an_archive_of_too_many_parts_is_refused() {
    let names: Vec<String> = (0..10_001).map(|n| format!("{n}.xml")).collect();
    let parts: Vec<(&str, &str, usize, &str)> = names.iter().map(|name| (name.as_str(), "", 0, "")).collect();
    check("suivi.ods", archive(&parts), "sheet-too-large");
}

#[test]
fn entities_of_a_workbook_are_neither_multiplied_nor_read_from_the_disk() {
    for declaration in [MANY, FILE] {
        check("suivi.ods", ods(declaration, "&d;", 0), "workbook-damaged");
        check("suivi.xlsx", xlsx(declaration, "&d;", 0), "workbook-damaged");
    }
}

#[test]
fn a_row_repeated_a_billion_times_is_refused() {
    let repeated = "</text:p></table:table-cell></table:table-row>\
                    <table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell><text:p>a";
    check("suivi.ods", ods("", repeated, 0), "sheet-too-long");
}

/// None of these may overflow the stack, nor take a time that grows as the square of the text.
#[test]
fn texts_nested_without_end_are_read() {
    let n = 100_000;
    let bodies = [
        ">".repeat(n),
        "- ".repeat(n),
        "[".repeat(n) + &"]".repeat(n),
        "*a ".repeat(n),
        "**_".repeat(n / 2) + "a",
        "<div>".repeat(n),
        "a <span>".repeat(n),
        "{{ ".repeat(n),
        format!("{}a", "#".repeat(n)),
        "| a ".repeat(n / 10) + "|\n" + &"|-".repeat(n / 10) + "|\n",
    ];
    for body in bodies {
        let text = format!("+++\ntitle = \"A\"\n+++\n\n{body}\n");
        let known = ["html-too-deep", "list-too-deep", "unclosed-shortcode", "unclosed-html", "loose-table"];
        for line in said(&[("content/a.md", text.into_bytes())]) {
            let code = line.rsplit(' ').next().unwrap();
            assert!(known.contains(&code), "{line} for {}", &body[..20]);
        }
    }
}
