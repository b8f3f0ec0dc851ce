//! The same counts in HTML, badge, CSV, XLSX, JSON and in the terminal, for every plan of the
//! demonstration site.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use calamine::Reader;
use jalon::date::Date;
use jalon::pipeline::{self, Drafts, File, Inputs, Options};
use serde_json::Value;

/// How many actions are in each state, and how many are late; a count of zero is left out.
type Counts = BTreeMap<String, usize>;

/// The day all plans are looked at.
const TODAY: &str = "2026-03-27";

fn build() -> BTreeMap<String, File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    for folder in ["jalon.toml", "content", "static", "templates", "assets", "words"] {
        for entry in walkdir::WalkDir::new(root.join(folder)).into_iter().flatten() {
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(path, fs::read(entry.path()).unwrap().into());
            }
        }
    }
    let today = Date::parse(TODAY);
    let build_day = today.unwrap();
    let options = Options { today, build_day, drafts: Drafts::LeftOut, base_url: None };
    pipeline::run(&Inputs { files, options }).files
}

#[test]
fn every_output_counts_the_same() {
    let files = build();
    let told: Value = serde_json::from_str(&terminal(&["--json"])).unwrap();
    let told = told["plans"].as_array().unwrap();
    let folders: Vec<&str> = files.keys().filter_map(|path| path.strip_suffix("plan.json")).collect();
    let (translated, folders): (Vec<&str>, Vec<&str>) =
        folders.into_iter().partition(|folder| folder.starts_with("en/"));
    assert!(folders.len() >= 3, "the demonstration site has plans: {folders:?}");
    assert!(!translated.is_empty(), "one of them is translated");
    for folder in translated {
        let counts = |folder: &str| {
            let plan: Value = serde_json::from_slice(&files[&format!("{folder}plan.json")].bytes).unwrap();
            (of_actions(&plan), of_json(&plan))
        };
        assert_eq!(counts(folder), counts(&folder["en/".len()..]), "{folder} counts as its source");
    }
    assert_eq!(told.len(), folders.len(), "the terminal tells every plan");
    for folder in folders {
        let file = |name: &str| &*files[&format!("{folder}{name}")].bytes;
        let plan: Value = serde_json::from_slice(file("plan.json")).unwrap();
        let json = of_json(&plan);
        assert_eq!(of_rows(&csv_rows(file("actions.csv"))), json, "{folder}actions.csv");
        assert_eq!(of_rows(&xlsx_rows(file("actions.xlsx"))), json, "{folder}actions.xlsx");
        assert_eq!(of_actions(&plan), json, "{folder}plan.json counts its own actions");
        let of_terminal = told.iter().find(|plan| plan["address"] == format!("/{folder}")).unwrap();
        assert_eq!(of_json(of_terminal), json, "jalon status --json, {folder}");
        let words = terminal(&["--plan", of_terminal["title"].as_str().unwrap()]);
        assert_eq!(of_words(&words), summary(&plan, &json, of_terminal), "jalon status, {folder}\n{words}");
        let page = std::str::from_utf8(file("index.html")).unwrap();
        let badge: Value = serde_json::from_slice(file("badge.json")).unwrap();
        let message = badge["message"].as_str().unwrap();
        if plan["progress"]["rate"].is_null() {
            assert_eq!(message, "sans suivi", "{folder}badge.json");
            assert!(page.contains("ne publie pas de suivi"), "{folder}index.html");
        } else {
            assert_eq!(of_page(page), json, "{folder}index.html");
            let report = std::str::from_utf8(file("bilan/index.html")).unwrap();
            assert_eq!(of_page(report), json, "{folder}bilan/index.html");
            let coming = of_terminal["coming"].as_u64().unwrap();
            assert!(report.contains(&format!(
                "<a href=\"#coming\">Ce qui vient d’ici le 26 mai 2026 <b>{coming}</b></a>"
            )));
            let of = |key: &str| json.get(key).copied().unwrap_or(0);
            let total: usize = json.iter().filter(|(key, _)| *key != "late").map(|(_, n)| n).sum();
            let rated = total - of("dropped") - of("ongoing");
            assert_eq!(message, format!("{} sur {rated}", of("done")), "{folder}badge.json");
            let badge = std::str::from_utf8(file("badge.svg")).unwrap();
            assert!(badge.contains(message), "{folder}badge.svg");
        }
    }
}

fn of_json(plan: &Value) -> Counts {
    let counted = plan["progress"].as_object().unwrap().iter();
    let counted = counted.filter(|(key, _)| !["total", "rate"].contains(&key.as_str()));
    let counted = counted.map(|(key, n)| (key.clone(), usize::try_from(n.as_u64().unwrap()).unwrap()));
    counted.filter(|(_, n)| *n > 0).collect()
}

/// The counts made again from each action of the data.
fn of_actions(plan: &Value) -> Counts {
    let mut counts = Counts::new();
    let parts = |value: &Value, key: &str| value[key].as_array().unwrap().clone();
    for orientation in parts(plan, "orientations") {
        for objective in parts(&orientation, "objectives") {
            for action in parts(&objective, "actions") {
                *counts.entry(action["status"]["key"].as_str().unwrap().to_owned()).or_default() += 1;
                if action["late"] == Value::Bool(true) {
                    *counts.entry("late".to_owned()).or_default() += 1;
                }
            }
        }
    }
    counts
}

/// The counts made again from a table, by the titles of its columns.
fn of_rows(rows: &[Vec<String>]) -> Counts {
    let column = |title: &str| rows[0].iter().position(|it| it == title).expect(title);
    let (key, late) = (column("Clé d’état"), column("En retard"));
    let mut counts = Counts::new();
    for row in &rows[1..] {
        *counts.entry(row[key].clone()).or_default() += 1;
        if row[late] == "oui" {
            *counts.entry("late".to_owned()).or_default() += 1;
        }
    }
    counts
}

fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn xlsx_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range("actions").unwrap();
    sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// The counts a reader of the page sees: the first legend, and the line below it, are those of the
/// whole plan.
fn of_page(page: &str) -> Counts {
    let legend = page.split("class=\"legend\"").nth(1).and_then(|rest| rest.split("</ul>").next()).unwrap();
    let mut counts = Counts::new();
    for item in legend.split("class=\"ink-").skip(1) {
        let key = item.split('"').next().unwrap().to_owned();
        let n = item.split("<b>").nth(1).and_then(|rest| rest.split("</b>").next()).unwrap();
        counts.insert(key, n.parse().unwrap());
    }
    let below = page.split("class=\"legend\"").nth(1).unwrap();
    let facts =
        below.split("class=\"facts-line\"").nth(1).and_then(|rest| rest.split("</p>").next()).unwrap();
    if let Some(late) = facts.split("tag-late").nth(1) {
        let words = late.split("</button>").next().unwrap().rsplit('>').next().unwrap();
        counts.insert("late".to_owned(), words.split(' ').next().unwrap().parse().unwrap());
    }
    counts
}

/// What `jalon status` says of the demonstration site.
fn terminal(words: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.args(["status", "--today", TODAY, "--lang", "fr"]).args(words);
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).env("NO_COLOR", "1").output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The numbers of the sentences above the bars: « 37 actions : 10 sur 30 réalisées… », in order.
fn of_words(told: &str) -> Vec<usize> {
    let sentences = told.lines().skip(2).take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    // « d’ici 60 jours » counts days.
    let sentences = sentences.replace("60 jours", "");
    let numbers = sentences.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    numbers.map(|digits| digits.parse().unwrap()).collect()
}

/// The numbers those sentences should hold; a count of zero is not said.
fn summary(plan: &Value, counts: &Counts, told: &Value) -> Vec<usize> {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let of = |key: &str| counts.get(key).copied().unwrap_or(0);
    let total = number(&plan["progress"]["total"]);
    if plan["progress"]["rate"].is_null() {
        return [total, number(&told["coming"])].into_iter().filter(|n| *n > 0).collect();
    }
    let said = [of("ongoing"), of("dropped"), of("late"), number(&told["coming"])];
    let rated = total - of("dropped") - of("ongoing");
    [total, of("done"), rated].into_iter().chain(said.into_iter().filter(|n| *n > 0)).collect()
}
