//! The workbook as the log of the next update: its sheet `suivi` holds the history, whole.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use jalon::date::Date;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options};

use crate::made::{self, LOG, PLAN, SETTINGS};

fn book(plan: &str, log: &[made::Noted<'_>]) -> Xlsx<Cursor<Vec<u8>>> {
    let files = made::files(SETTINGS, plan, log);
    let bytes = files.into_iter().find(|(name, _)| *name == "actions.xlsx").unwrap().1;
    calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

/// A cell as a reader meets it, kind and value.
fn told(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.replace('\n', "⏎"),
        Data::Float(number) => format!("<{number}>"),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("[{year}-{month:02}-{day:02}]")
        }
        other @ (Data::Int(_)
        | Data::Bool(_)
        | Data::DateTimeIso(_)
        | Data::DurationIso(_)
        | Data::Error(_)) => {
            panic!("{other:?}")
        }
    }
}

fn lines(sheet: &Range<Data>) -> String {
    sheet.rows().map(|row| row.iter().map(told).collect::<Vec<_>>().join(" | ") + "\n").collect()
}

#[test]
fn the_log_of_the_workbook_is_the_history() {
    let sheet = book(PLAN, LOG).worksheet_range("suivi").unwrap();
    insta::assert_snapshot!(lines(&sheet), @"
    Date | Action | Titre | État | Progression | Note | Preuve
    [2025-10-01] | 2.1.1 | Visiter les neuf municipalités de la vallée, une à une, avec qui veut venir, et écouter avant de parler | En cours | <0.2> | Deux visites | https://exemple.org/a?b=1&c=2
    [2025-12-01] | 2.1.4 | Fêter | Réalisée |  | =SUM(A1) | 
    [2026-01-10] | 2.1.1 | Visiter les neuf municipalités de la vallée, une à une, avec qui veut venir, et écouter avant de parler |  | <0.4> | Quatre visites;⏎« bientôt » la cinquième | 
    [2026-01-10] | 2.1.1 | Visiter les neuf municipalités de la vallée, une à une, avec qui veut venir, et écouter avant de parler | 6 municipalités visitées |  |  | Procès-verbal⏎photo.jpg
    ");
}

#[test]
fn an_action_whose_number_is_that_of_another_is_called_by_its_anchor() {
    let twice = "+++\nkind = \"plan\"\n+++\n## Orientation 1 : A\n\n| No | Action |\n|---|---|\n| 1.1 | Un |\n| 1.1 | Deux |\n";
    let log: &[made::Noted<'_>] = &[("1.1", "2026-01-01", "Réalisée", None, "", &[])];
    let sheet = book(twice, log).worksheet_range("suivi").unwrap();
    insta::assert_snapshot!(lines(&sheet), @"
    Date | Action | Titre | État | Progression | Note | Preuve
    [2026-01-01] | 1.1 | Un | Réalisée |  |  | 
    [2026-01-01] | 1.1-2 | Deux | Réalisée |  |  |
    ");
}

#[test]
fn a_plan_without_a_log_has_one_ready_to_fill() {
    let mut book = book("+++\nkind = \"plan\"\n+++\n", &[]);
    assert_eq!(book.sheet_names(), ["actions", "suivi", "lisez-moi"]);
    insta::assert_snapshot!(lines(&book.worksheet_range("suivi").unwrap()), @"Date | Action | Titre | État | Progression | Note | Preuve");
    assert_eq!(book.worksheet_range("actions").unwrap().height(), 1);
}

#[test]
fn the_workbook_says_what_to_do() {
    let sheet = book(PLAN, LOG).worksheet_range("lisez-moi").unwrap();
    insta::assert_snapshot!(lines(&sheet).replace('\u{a0}', "_"), @r#"
    Comment utiliser ce classeur
    Plan «_Plan, 2025; "A" & <B>⏎suite_», état au 15 janvier 2026.
    La feuille «_actions_» montre chaque action du plan et son état. Ce qu’on y change n’est pas relu_: pour corriger une action, modifiez le document du plan.
    La feuille «_suivi_» est le journal. Ajoutez une ligne chaque fois qu’il y a du nouveau_: le jour, le numéro de l’action et son titre, puis son état, sa progression, une note ou une preuve.
    La ligne la plus récente d’une action donne son état actuel. Les autres forment son historique_: ne les effacez pas.
    Pour publier, enregistrez ce classeur sous le nom suivi.xlsx à côté du document du plan, puis reconstruisez le site.
    États à choisir
    Réalisée
    Partiellement réalisée
    En cours
    En préparation
    À venir
    Reportée
    En suspens
    En continu
    Abandonnée
    "#);
}

#[test]
fn the_workbook_names_the_log_it_replaces() {
    let publish = |language: &str, plan: &str, log: Option<&str>| {
        let settings = format!("{SETTINGS}default_language = \"{language}\"\n");
        let mut files = vec![("jalon.toml", settings.as_str()), (plan, PLAN)];
        files.extend(log.map(|log| (log, "date;action;note\n2026-01-10;2.1.1;Bien.\n")));
        let files = files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().into())).collect();
        let build_day = Date::new(2026, 1, 15).unwrap();
        let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
        let outcome = pipeline::run(&Inputs { files, options });
        let book = outcome.files.iter().find(|(path, _)| path.ends_with("actions.xlsx")).unwrap().1;
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book.bytes.to_vec())).unwrap();
        let guide = book.sheet_names().last().unwrap().clone();
        told(book.worksheet_range(&guide).unwrap().get_value((5, 0)).unwrap()).replace('\u{a0}', "_")
    };
    let (folder, alone) = ("content/plans/essai/index.md", "content/plans/essai.md");
    insta::assert_snapshot!(publish("fr", folder, Some("content/plans/essai/suivi.csv")), @"Pour publier, enregistrez ce classeur sous le nom suivi.xlsx à côté du document du plan, à la place de suivi.csv_: un plan n’a qu’un journal. Puis reconstruisez le site.");
    insta::assert_snapshot!(publish("en", folder, Some("content/plans/essai/follow-up.csv")), @"To publish, save this spreadsheet as follow-up.xlsx in the same folder as the plan, in place of follow-up.csv: a plan has only one log. Then build the site again.");
    insta::assert_snapshot!(publish("en", folder, None), @"To publish, save this spreadsheet as follow-up.xlsx in the same folder as the plan, then build the site again.");
    insta::assert_snapshot!(publish("fr", alone, Some("content/plans/essai.suivi.csv")), @"Pour publier, enregistrez ce classeur sous le nom essai.suivi.xlsx à côté du document du plan, à la place de essai.suivi.csv_: un plan n’a qu’un journal. Puis reconstruisez le site.");
    insta::assert_snapshot!(publish("en", alone, None), @"To publish, save this spreadsheet as essai.follow-up.xlsx in the same folder as the plan, then build the site again.");
}

/// The histories of all actions, in the order of the plan.
fn histories(plan: &[u8]) -> Vec<serde_json::Value> {
    let plan: serde_json::Value = serde_json::from_slice(plan).unwrap();
    let actions = plan["orientations"][0]["objectives"][0]["actions"].as_array().unwrap();
    actions.iter().map(|action| action["history"].clone()).collect()
}

#[test]
fn the_workbook_saved_as_the_log_gives_the_same_plan() {
    let files = [
        ("jalon.toml", SETTINGS.as_bytes().to_vec()),
        ("content/plans/essai/index.md", PLAN.as_bytes().to_vec()),
        ("content/plans/essai/suivi.xlsx", made::file("actions.xlsx")),
        ("content/plans/essai/photo.jpg", Vec::new()),
    ];
    let files = files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes.into())).collect();
    let build_day = Date::new(2026, 1, 15).unwrap();
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    let outcome = pipeline::run(&Inputs { files, options });
    let told: Vec<String> = outcome
        .diagnostics
        .iter()
        .filter(|it| it.path.ends_with(".xlsx"))
        .map(|it| it.problem.message(Lang::Fr))
        .collect();
    assert_eq!(told, Vec::<String>::new(), "the log is clean");
    let published = &outcome.files["plans/essai/plan.json"].bytes;
    assert_eq!(histories(published), histories(&made::file("plan.json")));
}
