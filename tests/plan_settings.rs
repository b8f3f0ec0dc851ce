//! What a site and a plan set for reading plans: events, calendar, people, dates, targets.

use jalon::config;
use jalon::date::Date;
use jalon::diagnostic::Noted;
use jalon::kind::plan::measure::Measure;
use jalon::kind::plan::{Action, Plan, Stage};
use jalon::kind::{self, Document};
use jalon::lang::Lang;
use jalon::source::Source;

fn read(site: &str, settings: &str, header: &str, row: &str) -> Noted<Document> {
    let config = config::read(&Source::new("jalon.toml", format!("title = \"Asso\"\n{site}")));
    assert_eq!(config.diagnostics, [], "{site}");
    let rule = "|---".repeat(header.matches('|').count() + 1);
    let text = format!(
        "+++\nkind = \"plan\"\n[plan]\n{settings}\n+++\n# Plan\n\n## Axe 1 : Agir\n\n| {header} |\n{rule}|\n| {row} |\n"
    );
    kind::read(&Source::new("content/plan.md", text), "fr", &config.value)
}

fn plan(noted: Noted<Document>) -> Plan {
    assert_eq!(noted.diagnostics, []);
    match noted.value.body {
        kind::Body::Plan(plan) => *plan,
        kind::Body::Synthesis(_) | kind::Body::Mission(_) | kind::Body::Article(_) => {
            panic!("a plan was written")
        }
    }
}

fn action(plan: &Plan) -> &Action {
    plan.actions().next().expect("an action was written")
}

/// The days of a timeframe, with these settings of the site and of the plan.
fn check_days(site: &str, settings: &str, timeframe: &str, expected: &str) {
    let plan = plan(read(site, settings, "Actions | Échéancier", &format!("Fêter | {timeframe}")));
    let ranges = &action(&plan).timeframe.as_ref().expect("it has a timeframe").ranges;
    let day = |date: Option<Date>| date.map_or("…".to_owned(), |date| date.to_string());
    let days: Vec<String> =
        ranges.iter().map(|range| format!("{}..{}", day(range.start), day(range.end))).collect();
    assert_eq!(days.join(" "), expected, "{timeframe}");
}

#[test]
fn events_of_the_site_have_their_days() {
    let events = "[[events]]\nname = \"AGA 2026\"\ndate = 2026-06-10\n\
                  [[events]]\nname = \"Forum\"\nperiod = \"mai à juin 2026\"\n\
                  [[events]]\nname = \"AGA 2027\"\ndate = \"2027-06-09\"\n";
    check_days(events, "", "AGA 2026", "2026-06-10..2026-06-10");
    check_days(events, "", "lors de l’AGA 2027", "2027-06-09..2027-06-09");
    check_days(events, "", "Forum", "2026-05-01..2026-06-30");
    // One meeting a year: the plan's period says which.
    check_days(events, "period = \"juillet 2026 à juin 2027\"", "lors de l’AGA", "2027-06-09..2027-06-09");
    check_days(events, "events = { \"AGA 2026\" = 2026-06-17 }", "AGA 2026", "2026-06-17..2026-06-17");
}

#[test]
fn the_calendar_of_the_site_cuts_the_years() {
    check_days("", "", "Été 2026", "2026-07-01..2026-08-31");
    check_days("[calendar]\nseasons = \"trimestre\"", "", "Été 2026", "2026-07-01..2026-09-30");
    check_days("[calendar]\nseasons = \"Astronomique\"", "", "Été 2026", "2026-06-21..2026-09-20");
    for april in ["4", "\"avril\"", "\"April\"", "\"4\""] {
        check_days(&format!("[calendar]\nfiscal_year = {april}"), "", "2025-2026", "2025-04-01..2026-03-31");
    }
    // The period of a plan says more of its years than the site does.
    let period = "period = \"juillet 2025 à juin 2026\"";
    check_days("[calendar]\nfiscal_year = 4", period, "2025-2026", "2025-07-01..2026-06-30");
    check_days("[calendar]\nfiscal_year = 4", "period = \"2025-2026\"", "An 1", "2025-04-01..2026-03-31");
}

#[test]
fn a_plan_may_cut_its_years_in_its_own_way() {
    let site = "[calendar]\nfiscal_year = \"janvier\"\nseasons = \"trimestre\"";
    let period = "period = \"juillet 2025 à juin 2026\"\n";
    let april = format!("{period}calendar = {{ fiscal_year = \"avril\" }}");
    check_days(site, &april, "2025-2026", "2025-04-01..2026-03-31");
    check_days(site, &april, "Été 2026", "2026-07-01..2026-09-30");
    check_days(site, "calendar = { seasons = \"civil\" }", "Été 2026", "2026-07-01..2026-08-31");
    // The period itself is read with the plan's own years.
    let of_april = "period = \"2025-2026\"\ncalendar = { fiscal_year = 4 }";
    check_days(site, of_april, "En continu", "2025-04-01..2026-03-31");
    let noted = read("", "calendar = { fiscal_yer = 4 }", "Actions", "Semer");
    assert_eq!(noted.diagnostics[0].problem.message(Lang::En), "unknown key “fiscal_yer”");
}

#[test]
fn progress_is_read_with_its_decimals_or_told() {
    let check = |header: &str, row: &str, expected: &str| {
        let noted = read("", "", header, row);
        let told: Vec<&str> = noted.diagnostics.iter().map(|it| it.problem.code()).collect();
        let kind::Body::Plan(plan) = noted.value.body else { panic!("a plan was written") };
        let action = action(&plan);
        let percent = action.percent.map_or("none".to_owned(), |percent| percent.to_string());
        let kept = action.fields.iter().map(|(name, words)| format!(", {name} = {}", words.plain));
        let said = format!("{} {percent}{}", action.status.key.key(), kept.collect::<String>());
        assert_eq!(format!("{said} {}", told.join(" ")).trim_end(), expected, "{row}");
    };
    let both = "Actions | État | Progression";
    check(both, "Semer | En cours | 33,3 %", "in-progress 33");
    check(both, "Semer | En cours | 0", "in-progress 0");
    check(both, "Semer | En cours | —", "in-progress none");
    check(both, "Semer | | Terminé", "done none");
    check(both, "Semer | | 100 %", "done 100");
    check(both, "Semer | | 40 %", "in-progress 40");
    check(both, "Semer | En cours | 100,5 %", "in-progress none, Progression = 100,5 % unknown-percent");
    check(both, "Semer | En cours | presque", "in-progress none, Progression = presque unknown-percent");
    check(both, "Semer | Fini | 40 %", "done 40 status-against-percent");
    check(both, "Semer | Fini | 100 %", "done 100");
    check(both, "Semer | À venir | 80 %", "planned 80 status-against-percent");
    check(both, "Semer | À venir | 0 %", "planned 0");
    check(both, "Semer | ~~Fait~~ En cours | ", "in-progress none struck-words");
    check(both, "Semer | ~~Fait~~ | ~~100 %~~", "not-stated none struck-words struck-words");
    check("Actions | Avancement", "Semer | ~~Fait~~", "not-stated none struck-words");
    check("Actions | État", "Semer | Complété : à 80 %", "in-progress 80");
    check("Actions | État", "Semer | Réalisé : à 33,3 %", "in-progress 33");
    check("Actions | État", "Semer | Complété (à 33,3 %)", "in-progress 33");
    check("Actions | État", "Semer | Réalisé – à 12.5 %", "in-progress 13");
    check("Actions | État", "Semer | À 50 %", "in-progress 50");
    check("Actions | État", "Semer | Réalisée; suite en 2027", "done none");
    check("Actions | État", "Semer | Réalisé(12 mai)", "done none");
    check("Actions | État", "Semer | Réalisé(e)", "done none");
    check("Actions | État", "Semer | à 50 % de la cible", "noted none");
    check("Actions | État", "Semer | Réalisé, partiellement", "partial none");
    check("Actions | État", "Semer | Réalisé : 2 sur 5", "partial none");
    check("Actions | État", "Semer | Réalisé : 5 sur 5", "done none");
    check("Actions | État", "Semer | Réalisé : 2 sur 5 ateliers", "partial none");
    check("Actions | État", "Semer | Réalisée (3/10)", "done none");
    check("Actions | État", "Semer | Réalisée (2024/2025)", "done none");
    check("Actions | État", "Semer | Réalisée : non, faute de budget", "noted none near-status");
    check("Actions | État", "Semer | Réalisée : non sans peine", "done none");
    check("Actions | État", "Semer | Réalisée : en partie seulement", "partial none");
    check("Actions | État", "Semer | Débuté : non", "noted none near-status");
    check("Actions | État", "Semer | Réalisée : non", "noted none near-status");
    check("Actions | Fait", "Semer | ~~x~~", "not-stated none struck-words");
    check(both, "Semer | À venir : 80 % | ", "planned 80 status-against-percent");
    check(both, "Semer | Complété à 80 % | 80 %", "in-progress 80");
    check("Actions | État", "Semer | 100", "noted none near-status");
    check("Actions | État", "Semer | 0,5", "noted none near-status");
    check("Actions | État", "Semer | 3/4", "noted none near-status");
    check("Actions | État", "Semer | 120 %", "noted none unknown-status");
    check("Actions | État", "Semer | 2026", "noted none");
    check(both, "Semer | 75 | 75", "in-progress 75");
    // Where no column is for the state, progress says it.
    let alone = "Actions | Progression";
    check(alone, "Semer | 33,3 %", "in-progress 33");
    check(alone, "Semer | 0", "planned 0");
    check(alone, "Semer | 100", "done 100");
    check(alone, "Semer | Terminé", "done none");
    check(alone, "Semer | 6 régions visitées", "noted none");
    check(alone, "Semer | 300 %", "noted none unknown-percent");
}

#[test]
fn a_mark_says_whether_it_is_done_where_the_title_asks() {
    let check = |header: &str, row: &str, expected: &str| {
        let noted = read("", "", header, row);
        let told: Vec<&str> = noted.diagnostics.iter().map(|it| it.problem.code()).collect();
        let kind::Body::Plan(plan) = noted.value.body else { panic!("a plan was written") };
        let Action { status, fields, .. } = action(&plan);
        let kept = fields.iter().map(|(name, words)| format!(", {name} = {}", words.plain));
        let said = format!("{} {}{}", status.key.key(), status.text, kept.collect::<String>());
        assert_eq!(format!("{said} {}", told.join(" ")).trim_end(), expected, "{header}: {row}");
    };
    for mark in ["x", "X", "✓", "✔", "Oui"] {
        check("Actions | Fait", &format!("Semer | {mark}"), &format!("done {mark}"));
    }
    check("Actions | Fait?", "Semer | x", "done x");
    check("Actions | Done", "Semer | x", "done x");
    check("Actions | Réalisée(s)", "Semer | ✓", "done ✓");
    check("Actions | Fait", "Semer | En cours", "in-progress En cours");
    check("Actions | Fait", "Semer | | ", "not-stated");
    check("Actions | Fait", "Semer | Non", "noted Non");
    // A day or an amount is no answer: the column keeps its title.
    check("Actions | Terminé", "Semer | 2026-05-12", "not-stated , Terminé = 2026-05-12");
    check("Actions | Réalisé", "Semer | 4 500 $", "not-stated , Réalisé = 4 500 $");
    check("Actions | Complété", "Semer | 12 ateliers", "not-stated , Complété = 12 ateliers");
    check("Actions | Done", "Semer | 12", "not-stated , Done = 12");
    check("Actions | Terminé", "Semer | En cour", "noted En cour near-status");
    check("Actions | Terminé", "Semer | x |\n| Biner | 12 mai", "done x");
    // Where another column says the state, a mark that says otherwise is told.
    check("Actions | Fait | État", "Semer | x | En cours", "in-progress En cours, Fait = x several-states");
    check("Actions | Fait | État", "Semer | x | Réalisée", "done Réalisée");
    check("Actions | Fait | État", "Semer | x | ", "done Fait");
    check("Actions | Fait | État", "Semer | mai | En cours", "in-progress En cours, Fait = mai");
    check("Actions | Fait ? | État", "Semer | x | ", "done Fait");
    check("Actions | Done? | In progress", "Semer | x | ", "done Done");
    let each = "Actions | À faire | En cours | Fait";
    check(each, "Semer | x | | ", "planned À faire");
    check(each, "Semer | | ✓ |\n| Biner | | | x", "in-progress En cours");
    check(each, "Semer | | | X\n| Biner | x | | ", "done Fait");
    check(each, "Semer | | x | x", "not-stated , En cours = x, Fait = x several-states");
    check("Actions | En cours", "Semer | x", "in-progress En cours");
    check("Actions | État", "Semer | x", "noted x");
    check("Actions | Fait en", "Semer | x", "not-stated , Fait en = x");
}

#[test]
fn an_end_before_its_start_is_told_with_both() {
    let check = |period: &str, expected: &str| {
        let noted = read("", &format!("period = \"{period}\""), "Actions", "Semer");
        let said = noted.diagnostics.iter().map(|it| it.problem.message(Lang::En)).collect::<Vec<_>>();
        assert_eq!(said.join("\n"), expected, "{period}");
    };
    check("2025-2028", "");
    check(
        "2028-2025",
        "“2028-2025” ends before it starts: it goes from January 1, 2028 to December 31, 2025",
    );
    check(
        "mars 2027 à janvier 2026",
        "“mars 2027 à janvier 2026” ends before it starts: it goes from March 1, 2027 to January 31, 2026",
    );
    check(
        "2027-03 / 2026-04",
        "“2027-03 / 2026-04” ends before it starts: it goes from March 1, 2027 to April 30, 2026",
    );
    check(
        "2027-03-01 au 2026-04-30",
        "“2027-03-01 au 2026-04-30” ends before it starts: it goes from March 1, 2027 to April 30, 2026",
    );
    check("quand on pourra", "no date was understood in the period “quand on pourra”");
    let told = |timeframe: &str| {
        let noted = read("", "", "Actions | Échéancier", &format!("Semer | {timeframe}"));
        let said = noted.diagnostics.iter().map(|it| it.problem.message(Lang::En));
        let help = noted.diagnostics.iter().filter_map(|it| it.problem.help(Lang::Fr));
        said.chain(help).collect::<Vec<_>>().join("\n").replace('\u{a0}', " ")
    };
    assert_eq!(
        told("De mars 2027 à janvier 2026"),
        "“De mars 2027 à janvier 2026” ends before it starts: it goes from March 1, 2027 to January 31, 2026\n\
         écrivez le début d’abord, puis la fin : inversez-les, ou corrigez l’année de l’un des deux"
    );
    assert_eq!(
        told("12/10/26"),
        "the date “12/10/26” may be read in several ways: it is shown as it is, and no day is kept\n\
         écrivez l’année au long : si c’est le 12 octobre 2026, « 12 octobre 2026 » ou « 2026-10-12 »"
    );
}

#[test]
fn short_names_are_shown_in_full() {
    let people = "[people]\n\"CL\" = \"Comité logement\"\n\
                  \"MEL\" = { name = \"Maison d’entraide\", role = \"coordination\", organisation = \"Table\" }\n";
    let header = "Actions | Responsable | Partenaires";
    let plan = plan(read(people, "responsible = \"cl\"", header, "Semer | CL, MRC | mel / Clubs (CL, MRC)"));
    assert_eq!(plan.responsible, ["Comité logement"]);
    assert_eq!(action(&plan).responsible, ["Comité logement", "MRC"]);
    assert_eq!(action(&plan).partners, ["Maison d’entraide (coordination, Table)", "Clubs (CL, MRC)"]);
}

#[test]
fn a_plan_keeps_its_report_date_and_the_plan_before_it() {
    let settings = "report = 2026-03-01\nprevious = \"@/old.md\"\naccept = [\"missing-number\"]";
    let plan = plan(read("", settings, "Actions", "Semer"));
    assert_eq!(plan.report, Date::new(2026, 3, 1));
    assert_eq!(plan.previous.unwrap().value, "@/old.md");
    assert_eq!(plan.accept[0].value, "missing-number");
}

#[test]
fn a_count_is_measured_against_its_target() {
    let check = |row: &str, expected: Option<(u32, u32)>| {
        let plan = plan(read("", "", "Actions | État | Cible", row));
        let measure =
            Measure::of(action(&plan), Lang::Fr).map(|Measure { reached, target }| (reached, target));
        assert_eq!(measure, expected, "{row}");
    };
    check("Tournée | 6 régions visitées | 14", Some((6, 14)));
    check("Tournée | 16 régions visitées | 14 régions", Some((16, 14)));
    check("Tournée | En cours | 14 régions", None);
    check("Tournée | 6 régions visitées | toutes", None);
    check("Tournée | 6 régions visitées | 0", None);
}

#[test]
fn what_is_wrong_with_the_settings_is_told() {
    let check = |site: &str, expected: &str| {
        let noted = config::read(&Source::new("jalon.toml", format!("title = \"Asso\"\n{site}")));
        let mut problems = jalon::diagnostic::Problems::in_file("jalon.toml");
        kind::plan::calendar::of_site(&noted.value, &mut problems);
        let said: Vec<String> = noted
            .diagnostics
            .into_iter()
            .chain(problems.into_diagnostics())
            .map(|it| format!("{}: {}", it.problem.code(), it.problem.message(Lang::En)))
            .collect();
        assert_eq!(said.join("\n"), expected, "{site}");
    };
    check("[[events]]\nname = \"AGA\"", "missing-key: the key “date” is missing");
    check("[[events]]\ndate = 2026-06-10", "missing-key: the key “name” is missing");
    check(
        "[[events]]\nname = \"AGA\"\nperiod = \"quand on pourra\"",
        "unknown-period: no date was understood in the period “quand on pourra”",
    );
    check(
        "[[events]]\nname = \"AGA\"\nperiod = \"mai 2026 à mars 2026\"",
        "end-before-start: “mai 2026 à mars 2026” ends before it starts: it goes from May 1, 2026 to March 31, 2026",
    );
    check("[calendar]\nfiscal_year = \"avirl\"", "unknown-word: “fiscal_year” has no value “avirl”");
    check("[calendar]\nfiscal_year = 13", "unknown-word: “fiscal_year” has no value “13”");
    check("[calendar]\nseasons = \"lunaire\"", "unknown-word: “seasons” has no value “lunaire”");
    check("[calendar]\nseason = \"civil\"", "unknown-key: unknown key “season”");
    check("[people]\n\"CL\" = 4", "wrong-type: “CL” expects a text, not “4”");
    check("[people]\n\"CL\" = \"\"", "empty-text: “CL” is empty");
    check("[people]\n\"CL\" = { name = \"A\", contact = \"\" }", "empty-text: “contact” is empty");
    check("[people]\n\"CL\" = { name = \"A\", contct = \"a@b.ca\" }", "unknown-key: unknown key “contct”");
    check("[people]\n\"CL\" = { role = \"présidence\" }", "missing-key: the key “name” is missing");
}

#[test]
fn where_a_plan_stands_is_said_in_french_or_in_english() {
    let check = |written: &str, expected: Stage| {
        let read = read("", &format!("stage = \"{written}\""), "Actions", "Fêter");
        assert_eq!(plan(read).stage, expected, "{written}");
    };
    check("adopté", Stage::Adopted);
    check("Adopted", Stage::Adopted);
    check("projet", Stage::Proposed);
    check("propose", Stage::Proposed);
    check("Terminé", Stage::Closed);
    check("remplacé", Stage::Replaced);
}
