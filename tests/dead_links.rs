//! Links that lead nowhere, as jalon tells them: what was meant is named where it can be guessed.

use std::sync::Arc;

use jalon::check::pages::{self, Website};
use jalon::date::Date;
use jalon::diagnostic::Severity;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options, Outcome};
use rust_xlsxwriter::Workbook;

const SETTINGS: &str = "title = \"Asso\"\nbase_url = \"https://example.org/\"\n";

const FILES: &[(&str, &str)] = &[
    ("content/mission.md", "+++\ntitle = \"Mission\"\n+++\n\n## Nos valeurs\n\n## Notre vision\n"),
    ("content/actualites/_index.md", "+++\ntitle = \"Actualités\"\n+++\n"),
    ("content/actualites/2026-06-19-fete.md", "+++\ntitle = \"La fête\"\n+++\n\nMerci.\n"),
    ("content/plans/2025-2026/index.md", "+++\ntitle = \"Plan 2025-2026\"\n+++\n\nÀ venir.\n"),
    ("content/plans/2025-2026/bilan.pdf", "%PDF"),
];

fn inputs(settings: &str, home: &str) -> Inputs {
    let own = [("jalon.toml", settings), ("content/_index.md", home)];
    let files = own.iter().chain(FILES).map(|(path, text)| ((*path).to_owned(), Arc::from(text.as_bytes())));
    let build_day = Date::new(2026, 10, 15).expect("a day");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    Inputs { files: files.collect(), options }
}

fn website<'a>(inputs: &'a Inputs, outcome: &'a Outcome) -> Website<'a> {
    Website {
        files: outcome.files.iter().map(|(path, file)| (path.as_str(), file.bytes.as_ref())).collect(),
        sources: &outcome.sources,
        base_url: &outcome.base_url,
        inputs: &inputs.files,
        told: &outcome.diagnostics,
    }
}

/// Each error, with its file, in French, no-break spaces shown as `_`.
fn errors(inputs: &Inputs, outcome: &Outcome) -> Vec<String> {
    let of_pages = pages::read(&website(inputs, outcome)).diagnostics;
    let all = outcome.diagnostics.iter().chain(&of_pages).filter(|it| it.severity == Severity::Error);
    let told = all.map(|it| {
        let (path, code, message) = (&it.path, it.problem.code(), it.problem.message(Lang::Fr));
        let help = it.problem.help(Lang::Fr).unwrap_or_default();
        format!("{path}: {message} [{code}] {help}").replace('\u{a0}', "_")
    });
    told.collect()
}

fn told(settings: &str, home: &str) -> Vec<String> {
    let inputs = inputs(settings, home);
    errors(&inputs, &pipeline::run(&inputs))
}

/// A link of the home page, and what is told of it: the code, and the way out.
fn check(written: &str, code: &str, help: &str) {
    let told = told(SETTINGS, &format!("+++\ntitle = \"Accueil\"\n+++\n\n[mots](<{written}>)\n"));
    let [told] = told.as_slice() else { panic!("{written}: {told:?}") };
    let (_, told) = told.split_once(&format!(" [{code}] ")).unwrap_or(("", told));
    assert_eq!(told, help, "{written}");
}

#[test]
fn the_address_of_no_page_names_the_nearest_page() {
    for (written, nearest) in [
        ("/missions/", "/mission/"),
        ("/Mission/", "/mission/"),
        ("missions/", "/mission/"),
        ("/mission.html", "/mission/"),
        ("/mission/index.php", "/mission/"),
        ("/fete/", "/actualites/fete/"),
        ("/plan/2025-2026/", "/plans/2025-2026/"),
        ("plans/2025/", "/plans/2025-2026/"),
    ] {
        check(written, "no-such-page", &format!("vouliez-vous dire «_{nearest}_»?"));
    }
    for written in [
        "/contact/",
        "/actualites/inexistante/",
        "/plans/2025-2026/9.9/",
        "/plans/2025-2026/2.1.9/",
        "plans/2025-2026/budget/",
    ] {
        check(
            written,
            "no-such-page",
            "désignez le fichier de la page, comme `@/mission.md`_: son adresse sera vérifiée à chaque construction",
        );
    }
}

#[test]
fn the_name_of_no_document_names_the_nearest_document() {
    for (written, nearest) in [
        ("missions.md", "mission.md"),
        ("Mission.md", "mission.md"),
        ("@/missions.md", "@/mission.md"),
        ("@/mission", "@/mission.md"),
        ("content/mission.md", "mission.md"),
        ("@/content/mission.md", "@/mission.md"),
        ("plans/2025-2026.md", "@/plans/2025-2026/index.md"),
        ("@/plan/index.md", "@/plans/2025-2026/index.md"),
        ("@/actualites/fete.md", "@/actualites/2026-06-19-fete.md"),
    ] {
        check(written, "no-such-document", &format!("vouliez-vous dire «_{nearest}_»?"));
    }
}

#[test]
fn a_document_is_not_taken_for_its_folder_or_for_the_one_that_links() {
    const HELP: &str = "le chemin part du dossier content/, comme `@/mission.md`";
    for written in [
        "plans/2025-2026/budget.md",
        "@/actualites/qwerty.md",
        "@/plans/2025-2026/actions/2.1.9.md",
        "wxyz.md",
    ] {
        check(written, "no-such-document", HELP);
    }
    let mut inputs = inputs(SETTINGS, "+++\ntitle = \"Accueil\"\n+++\n");
    for written in ["wxyz.md", "indx.md", "@/plans/2025-2027/index.md"] {
        let plan = format!("+++\ntitle = \"Plan 2025-2026\"\n+++\n\nSelon [le bureau]({written}).\n");
        inputs.files.insert("content/plans/2025-2026/index.md".to_owned(), Arc::from(plan.as_bytes()));
        let told = errors(&inputs, &pipeline::run(&inputs));
        assert!(
            matches!(told.as_slice(), [one] if one.ends_with(&format!("[no-such-document] {HELP}"))),
            "{told:?}"
        );
    }
}

#[test]
fn a_file_is_looked_for_everywhere() {
    check("/bilan.pdf", "no-such-file", "vouliez-vous dire «_/plans/2025-2026/bilan.pdf_»?");
    check("plans/2025-2026/bilans.pdf", "no-such-file", "vouliez-vous dire «_/plans/2025-2026/bilan.pdf_»?");
    check(
        "horaire.xlsx",
        "no-such-file",
        "placez le fichier à côté de ce document, ou corrigez son nom, accents et majuscules compris",
    );
}

#[test]
fn a_file_of_one_computer_is_told_once_with_the_link_to_write() {
    let check = |written: &str, line: &str| {
        let told = told(SETTINGS, &format!("+++\ntitle = \"Accueil\"\n+++\n\n{written}\n"));
        let [told] = told.as_slice() else { panic!("{written}: {told:?}") };
        let help = format!("copiez ce fichier à côté du document, puis écrivez son nom seul_: `{line}`");
        assert!(told.contains(" [own-machine] ") && told.ends_with(&help), "{written}: {told}");
    };
    check(r"![Lise](C:\Mes-photos\photo.jpg)", "![…](photo.jpg)");
    check(r"![Lise](<D:/Mes photos/Lise (2).jpg>)", "![…](<Lise (2).jpg>)");
    check("![Lise](file:///C:/Mes-photos/photo.jpg)", "![…](photo.jpg)");
    check("![Lise](FILE:///home/lise/)", "![…](photo.jpg)");
    check(r"[bilan](\\serveur\partage\bilan.pdf)", "[…](bilan.pdf)");
    check(r#"<img src="C:\photo.jpg" alt="Lise">"#, "![…](photo.jpg)");
    check(r#"{{ figure(src="C:/photo.jpg", alt="Lise") }}"#, "![…](photo.jpg)");
}

#[test]
fn an_address_without_its_beginning_is_recognized() {
    let home = "+++\ntitle = \"Accueil\"\n+++\n\n[www.exemple.org](www.exemple.org)\n";
    let told = told(SETTINGS, home);
    let message = "il manque «_https://_» au début du lien «_www.exemple.org_» [no-beginning]";
    assert!(matches!(told.as_slice(), [one] if one.contains(message)), "{told:?}");
    check("www.example.org", "no-beginning", "vouliez-vous dire «_https://www.example.org_»?");
    check("www.example.org/bilan", "no-beginning", "vouliez-vous dire «_https://www.example.org/bilan_»?");
    check("bonjour@example.org", "no-beginning", "vouliez-vous dire «_mailto:bonjour@example.org_»?");
}

#[test]
fn an_anchor_that_is_not_there_names_the_nearest_or_those_there_are() {
    for (written, nearest) in [
        ("/mission/#nos-valeur", "#nos-valeurs"),
        ("@/mission.md#valer", "#nos-valeurs"),
        ("mission.md#vision", "#notre-vision"),
    ] {
        check(written, "no-such-anchor", &format!("vouliez-vous dire «_{nearest}_»?"));
    }
    check(
        "mission.md#zzz",
        "no-such-anchor",
        "la page a les ancres #nos-valeurs et #notre-vision; pour en faire une, écrivez `## Mon titre {#zzz}`",
    );
    check("#zzz", "no-such-anchor", "donnez cette ancre à un titre_: `## Mon titre {#zzz}`");
}

#[test]
fn an_entry_of_the_menu_is_told_once_in_the_settings() {
    for (written, help) in [
        ("/missions/", "vouliez-vous dire «_/mission/_»?"),
        ("/miss ion/", "vouliez-vous dire «_/mission/_»?"),
        ("/missïon/", "vouliez-vous dire «_/mission/_»?"),
        ("@/missions.md", "vouliez-vous dire «_@/mission.md_»?"),
        ("@/mission.md#vision", "vouliez-vous dire «_#notre-vision_»?"),
    ] {
        for root in ["example.org/", "example.org/asso/"] {
            let settings = SETTINGS.replace("example.org/", root);
            let settings = format!("{settings}[[menu]]\ntitle = \"Mission\"\nurl = \"{written}\"\n");
            let told = told(&settings, "+++\ntitle = \"Accueil\"\n+++\n");
            let [told] = told.as_slice() else { panic!("{written}, {root}: {told:?}") };
            assert!(told.starts_with("jalon.toml: ") && told.ends_with(help), "{written}: {told}");
        }
    }
}

/// A plan with a log that shows a page of the site which is not there.
fn with_log(name: &str, log: Vec<u8>) -> Inputs {
    let mut inputs = inputs(SETTINGS, "+++\ntitle = \"Accueil\"\n+++\n");
    let plan = "+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n## Orientation 1 : A\n\n\
                | No | Action |\n|---|---|\n| 1.1 | Semer |\n";
    inputs.files.insert("content/plans/v1.2026/index.md".to_owned(), Arc::from(plan.as_bytes()));
    inputs.files.insert(format!("content/plans/v1.2026/{name}"), Arc::from(log));
    inputs
}

#[test]
fn a_link_of_a_log_is_told_in_the_log() {
    let dead = "https://example.org/bilans/perdu/";
    let text = format!("date;action;état;preuve\n2026-09-01;1.1;En cours;Bilan : {dead}\n");
    let inputs = with_log("suivi.csv", text.clone().into_bytes());
    let outcome = pipeline::run(&inputs);
    let website = website(&inputs, &outcome);
    let told = pages::read(&website).diagnostics;
    let told: Vec<_> = told.iter().filter(|it| it.severity == Severity::Error).collect();
    let [told] = told.as_slice() else { panic!("{told:?}") };
    let span = told.span.expect("a place in the log");
    assert_eq!((told.path.as_str(), &text[span.start..span.end]), ("content/plans/v1.2026/suivi.csv", dead));
    // No place in a workbook can be shown: its cell is named.
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("suivi").expect("a name");
    sheet.write_row(0, 0, ["date", "action", "état", "preuve"]).expect("a row");
    sheet.write_row(1, 0, ["2026-09-01", "1.1", "En cours", dead]).expect("a row");
    let inputs = with_log("suivi.xlsx", book.save_to_buffer().expect("a workbook"));
    let told = errors(&inputs, &pipeline::run(&inputs));
    insta::assert_snapshot!(told.join("\n"), @"content/plans/v1.2026/suivi.xlsx: feuille «_suivi_», rangée 2, colonne D_: le lien «_https://example.org/bilans/perdu/_» ne mène à aucune page et à aucun fichier du site (page / et 3 autres) [dead-link] corrigez l’adresse dans le document, le menu ou le gabarit qui l’écrit, ou retirez-la");
}
