//! What a second reader would say of a plan: each warning, where it is, and how it is accepted.

use std::collections::BTreeMap;
use std::sync::Arc;

use jalon::date::Date;
use jalon::diagnostic::Diagnostic;
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options};
use jalon::source::line_and_column;

const PLAN: &str = "content/plan.md";

/// A plan from July 2013 to June 2014, updated and looked at on 11 October 2013.
fn plan(settings: &str, body: &str) -> String {
    format!(
        "+++\nkind = \"plan\"\ntitle = \"Plan\"\nupdated = 2013-10-11\n[plan]\n\
         period = \"juillet 2013 à juin 2014\"\n{settings}\n+++\n\n## Orientation 1 : Agir\n\n{body}\n"
    )
}

fn table(rows: &[&str]) -> String {
    format!("| Actions | Échéancier | État |\n|---|---|---|\n{}\n", rows.join("\n"))
}

fn warnings(text: &str, today: &str) -> Vec<Diagnostic> {
    let files = BTreeMap::from([
        (
            "jalon.toml".to_owned(),
            Arc::from("title = \"Asso\"\nbase_url = \"https://example.org/\"\n".as_bytes()),
        ),
        (PLAN.to_owned(), Arc::from(text.as_bytes())),
    ]);
    let today = Date::parse(today).expect("a day");
    let options = Options { today: Some(today), build_day: today, drafts: Drafts::LeftOut, base_url: None };
    pipeline::run(&Inputs { files, options }).diagnostics
}

/// Each warning as its code, and the start of the line it stands on.
fn check_on(day: &str, text: &str, expected: &[&str]) {
    let said: Vec<String> = warnings(text, day)
        .iter()
        .map(|it| {
            let line = it.span.map(|span| line_and_column(text, span.start).0);
            let line = line.and_then(|line| text.lines().nth(line - 1)).unwrap_or("(the file)");
            let start: String = line.trim_start_matches("| ").chars().take(24).collect();
            format!("{} @ {}", it.problem.code(), start.split(" |").next().unwrap_or_default())
        })
        .collect();
    assert_eq!(said, expected, "{text}");
}

fn check(settings: &str, body: &str, expected: &[&str]) {
    check_on("2013-10-11", &plan(settings, body), expected);
}

fn check_rows(rows: &[&str], expected: &[&str]) {
    check("", &table(rows), expected);
}

#[test]
fn a_date_before_the_plan_starts_is_found() {
    check_rows(
        &["| Peindre le kiosque | Mai 2013 | |", "| Semer | Mai 2014 | En cours |"],
        &["outside-period @ Peindre le kiosque"],
    );
    let found = warnings(&plan("", &table(&["| Peindre le kiosque | Mai 2013 | |"])), "2013-10-11");
    assert!(found[0].problem.help(Lang::Fr).unwrap().contains("2014"), "the year that was meant is told");
}

#[test]
fn a_date_beyond_the_plan_is_found() {
    check_rows(&["| Imprimer la carte | Été 2014 | |"], &["outside-period @ Imprimer la carte"]);
    check_rows(
        &["| Siéger au comité | Juin 13-Juin 15 | En cours |"],
        &["outside-period @ Siéger au comité"],
    );
    check_rows(&["| Écrire aux membres | Février, Sept. 2014 | |"], &["outside-period @ Écrire aux membres"]);
    check_rows(&["| Ouvrir la halte | D'ici décembre 2014 | |"], &["outside-period @ Ouvrir la halte"]);
}

#[test]
fn a_unit_that_overlaps_the_end_of_the_plan_is_left_alone() {
    check_rows(
        &[
            "| Planter | En 2014 | |",
            "| Arroser | En continu | |",
            "| Récolter | Chaque automne | |",
            "| Fêter | À partir de mai 2014 | |",
            "| Vendre | Reporté à 2015 | Reportée |",
        ],
        &[],
    );
}

#[test]
fn what_is_done_before_the_last_of_its_moments_is_found() {
    check_rows(
        &["| Former les bénévoles | Novembre 2013 et mai 2014 | Réalisé |"],
        &["done-before-due @ Former les bénévoles"],
    );
    let found = warnings(
        &plan("", &table(&["| Former les bénévoles | Novembre 2013 et mai 2014 | Réalisé |"])),
        "2013-10-11",
    );
    assert_eq!(
        found[0].problem.message(Lang::En),
        "action 1.1 is said to be completed on October 11, 2013, but its timeframe “Novembre 2013 et mai 2014” \
         still has a moment to come, from May 1, 2014"
    );
    // Finishing early is good news, whether the timeframe is a deadline, a season, a month or a day.
    check_rows(
        &[
            "| Ouvrir la halte | D'ici mars 2014 | Réalisée |",
            "| Semer | Automne 2013 | Complété |",
            "| Planter | Mai 2014 | Réalisée |",
            "| Récolter | 3 juin 2014 | Réalisée |",
            "| Peindre | Hiver 2014 – Printemps 2014 | Réalisée |",
        ],
        &[],
    );
}

#[test]
fn a_status_in_the_place_of_an_action_is_found() {
    check_rows(&["| En cours | Printemps 2014 | 3 croquis dessinés |"], &["status-as-action @ En cours"]);
    check_rows(&["| 40 ％ | Printemps 2014 | 3 croquis dessinés |"], &["status-as-action @ 40 ％"]);
    check_rows(&["| En cours de français | Printemps 2014 | |"], &[]);
}

#[test]
fn a_timeframe_put_off_without_a_word_on_the_state_is_found() {
    check_rows(
        &["| Border le sentier | Mai 2014, reporté à juin 2014 | |"],
        &["postponed-without-status @ Border le sentier"],
    );
}

#[test]
fn an_orientation_that_holds_nothing_is_found() {
    let with = |after: &str| format!("{}\n{after}", table(&["| Semer | Mai 2014 | |"]));
    let empty = "## Orientation 2 : Jaser\n\n## Orientation 3 : Rire\n\nOn verra.";
    check("", &with(empty), &["empty-orientation @ ## Orientation 2 : Jaser"]);
    check("accept = \"empty-orientation:2\"", &with(empty), &[]);
    let held =
        format!("## Orientation 2 : Jaser\n\n### 2.1 Parler\n\n{}", table(&["| Sonner | Mai 2014 | |"]));
    check("", &with(&held), &[]);
}

#[test]
fn the_same_action_in_two_places_is_told_with_the_other() {
    let rows =
        ["| Semer du trèfle | Mai 2014 | |", "| Faucher | Mai 2014 | |", "| semer du Trèfle | Juin 2014 | |"];
    check_rows(&rows, &["same-action-twice @ semer du Trèfle"]);
    let found = warnings(&plan("", &table(&rows)), "2013-10-11");
    assert!(found[0].problem.message(Lang::En).contains("action 1.3 has the same words as action 1.1"));
    // The same activity with another intent is another action.
    check("", "| Activités | Actions |\n|---|---|\n| Fête | Maintenir |\n| Fête | Agrandir |\n", &[]);
}

#[test]
fn a_past_deadline_without_news_is_found() {
    let late = "| Poser les bancs | Septembre 2013 | |";
    let settled = "| Poser la clôture | Septembre 2013 | Réalisée |";
    check_rows(&[late, settled], &["late-without-news @ Poser les bancs"]);
    // A document that says « en cours » after the deadline has said something.
    check_rows(&["| Poser les bancs | Septembre 2013 | En cours |"], &[]);
    // In a plan that publishes no follow-up, nothing is expected.
    check_rows(&[late], &[]);
    // Said in October, over in December, looked at in March.
    let winter = plan("", &table(&["| Déneiger | Décembre 2013 | En cours |"]));
    check_on("2014-03-01", &winter, &["late-without-news @ Déneiger"]);
}

#[test]
fn a_plan_in_force_without_news_for_six_months_is_found() {
    let text = |settings| plan(settings, &table(&["| Semer | Mai 2014 | Réalisée |"]));
    check_on("2014-04-12", &text(""), &["stale-follow-up @ (the file)"]);
    check_on("2014-04-11", &text(""), &[]);
    check_on("2015-01-01", &text("stage = \"closed\""), &[]);
}

#[test]
fn an_update_on_a_day_that_cannot_be_is_found() {
    let check = |updated: &str, expected: &[&str]| {
        let text = plan("", &table(&["| Semer | Mai 2014 | |"]));
        let text = text.replace("updated = 2013-10-11", &format!("updated = {updated}"));
        check_on("2013-10-11", &text, expected);
    };
    check("2013-10-11", &[]);
    check("2012-08-01", &[]);
    check("2003-10-11", &["updated-before-plan @ (the file)"]);
    check("2013-10-12", &["updated-to-come @ (the file)"]);
    check("2031-10-11", &["updated-to-come @ (the file)"]);
}

#[test]
fn actions_nobody_answers_for_are_told_once() {
    let rows = |names: [&str; 3]| {
        let rows = names.map(|name| format!("| Action {} | {name} | |\n", name.len()));
        format!("| Actions | Responsable | État |\n|---|---|---|\n{}", rows.concat())
    };
    check("", &rows(["Le CA", "", "Le comité"]), &["nobody-responsible @ Action 0"]);
    check("", &rows(["Le CA", "Camp", "Le comité"]), &[]);
    check("", &rows(["Le CA", "À déterminer", "Le comité"]), &["nobody-responsible @ Action 14"]);
    check_rows(&["| Semer | Mai 2014 | |", "| Faucher | Mai 2014 | |"], &[]);
}

#[test]
fn a_number_that_is_skipped_is_told() {
    let rows =
        ["| 1.1 Semer | Mai 2014 | |", "| 1.2 Faucher | Mai 2014 | |", "| 1.4 Engranger | Mai 2014 | |"];
    check_rows(&rows, &["missing-number @ 1.4 Engranger"]);
    check_rows(&rows[..2], &[]);
    // An action that was added later has the next number, wherever it stands.
    let added = "| 1.3 Faner | Mai 2014 | |";
    check_rows(&[rows[0], added, rows[1]], &[]);
    check_rows(&[rows[0], rows[2], rows[1]], &["missing-number @ 1.4 Engranger"]);
}

#[test]
fn short_words_that_serve_as_a_state_are_told_once() {
    let rows = |words: &[&str]| -> Vec<String> {
        words.iter().enumerate().map(|(n, word)| format!("| Action {n} | Mai 2014 | {word} |")).collect()
    };
    let check = |words: &[&str], expected: &[&str]| {
        let rows = rows(words);
        check_rows(&rows.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    };
    check(&["Non", "Oui", "oui", "OUI", "Oui", "Non", "Non", "✓"], &["words-for-no-status @ Action 1"]);
    check(&["Fait", "En rédaction", "✓", "✓"], &["words-for-no-status @ Action 1"]);
    check(&["Fait", "✓", "EN RÉDACTION"], &["words-for-no-status @ Action 2"]);
    let rows_of = rows(&["Fait", "En rédaction"]);
    let text = plan("", &table(&rows_of.iter().map(String::as_str).collect::<Vec<_>>()));
    let place = warnings(&text, "2013-10-11")[0].span.map(|span| text[span.start..span.end].to_owned());
    assert_eq!(place.as_deref(), Some("En rédaction"));
    // A meeting is named, and no state.
    check(&["Fait", "✓", "AGA de juin"], &[]);
    // What is nearly a known word is told apart, where it stands.
    check(&["Finni"], &["near-status @ Action 0"]);
    // Numbers and sentences are the author's notes, however often they come back.
    check(&["6 régions", "6 régions", "6 régions"], &[]);
    check(&["Le comité en a parlé", "Le comité en a parlé", "Le comité en a parlé"], &[]);
    let rows = rows(&["Non", "Oui", "oui", "OUI", "Oui", "Non", "Non"]);
    let rows = table(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let found = warnings(&plan("", &rows), "2013-10-11");
    let said = found[0].problem.message(Lang::En);
    assert_eq!(
        said,
        "these words serve as a status, but are no known one: “Oui” (4\u{a0}times), “Non” (3\u{a0}times)"
    );
    assert!(found[0].problem.help(Lang::En).unwrap().contains("\"Oui\" = \"done\""));
    self::check("accept = [\"words-for-no-status\"]", &rows, &[]);
    self::check("statuses = { \"Oui\" = \"in-progress\", \"Non\" = \"planned\" }", &rows, &[]);
    self::check("statuses = { \"Oui\" = \"noted\", \"Non\" = \"noted\" }", &rows, &[]);
}

#[test]
fn a_meaning_of_bold_without_anything_in_bold_is_found() {
    let rows = |title: &str| table(&[&format!("| {title} | Mai 2014 | |")]);
    check("bold = \"in-progress\"", &rows("Semer"), &["bold-without-bold @ bold = \"in-progress\""]);
    check("bold = \"in-progress\"", &rows("**Semer**"), &[]);
}

#[test]
fn accepted_warnings_are_silent() {
    let rows = table(&["| Imprimer | Été 2014 | |", "| Relier | Été 2014 | |", "| Coller | Août 2014 | |"]);
    let all = ["outside-period @ Imprimer", "outside-period @ Relier", "outside-period @ Coller"];
    check("", &rows, &all);
    check("accept = [\"outside-period:1.2\"]", &rows, &[all[0], all[2]]);
    check("accept = [\"outside-period\"]", &rows, &[]);
    // What the reader of timeframes said is accepted by the line it stands on.
    let opaque = table(&["| Semer | Quand le merle chante | |", "| Faucher | Quand le foin rit | |"]);
    check("accept = [\"unknown-timeframe:1.2\"]", &opaque, &["unknown-timeframe @ Semer"]);
}

#[test]
fn an_acceptance_that_serves_nothing_is_told() {
    let rows = table(&["| Semer | Mai 2014 | |"]);
    check("accept = [\"outside-period:1.1\"]", &rows, &["unused-accept @ accept = [\"outside-perio"]);
    check("accept = [\"outside-perod\"]", &rows, &["unknown-accept @ accept = [\"outside-perod"]);
    let found = warnings(&plan("accept = [\"outside-perod:1.1\"]", &rows), "2013-10-11");
    assert!(found[0].problem.help(Lang::En).unwrap().contains("outside-period:1.1"));
    // What comes and goes with the day may be accepted ahead of time.
    check("accept = [\"stale-follow-up\"]", &rows, &[]);
}
