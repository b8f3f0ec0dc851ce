//! Follow-up logs as coordinators keep them: what is read, and what is said of what cannot be.

#![cfg(feature = "sheets")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::sync::Arc;

use insta::assert_snapshot;
use jalon::config::{self, Config};
use jalon::date::Date;
use jalon::diagnostic::{Diagnostic, Severity};
use jalon::kind::plan::follow_up::Entry;
use jalon::kind::{self, Body};
use jalon::lang::Lang;
use jalon::pipeline::{self, Drafts, Inputs, Options};
use jalon::source::{Source, line_and_column};
use proptest::prelude::{any, prop, proptest};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

const PLAN: &str = "\
+++
title = \"Plan d’action\"
kind = \"plan\"
[plan]
period = \"juillet 2013 à juin 2014\"
[plan.statuses]
\"sur les rails\" = \"in-progress\"
+++

## Orientation 1 : Se rencontrer

### 1.1 Ouvrir

| No | Actions | État |
|----|---------|------|
| 1.1.1 | Tenir un café {#cafe} | En cours |
| 1.1.2 | Prêter la salle | |

## Orientation 2 : Bouger

| No | Actions | État |
|----|---------|------|
| 2.1 | Marcher | |
| 2.10 | Nager | |
| 3 | Courir | |
";

fn config() -> Config {
    config::read(&Source::new("jalon.toml", "title = \"Essai\"\nbase_url = \"https://exemple.org\"\n")).value
}

/// What a log makes of the plan: the history of each action and its state, then what is said.
fn follow(path: &str, bytes: &[u8]) -> String {
    follow_in(PLAN, path, bytes)
}

fn follow_in(plan: &str, path: &str, bytes: &[u8]) -> String {
    let config = config();
    let source = Source::new("content/plan/index.md", plan);
    let mut document = kind::read(&source, "fr", &config).value;
    let diagnostics = kind::follow(&mut document, &config, path, bytes);
    let Body::Plan(plan) = &document.body else { panic!("the document is a plan") };
    let mut shown = String::new();
    for action in plan.actions().filter(|action| !action.history.is_empty()) {
        let percent = action.percent.map_or(String::new(), |percent| format!(" {percent}"));
        let status = format!("{} ({})", action.status.text, action.status.key.key());
        shown.push_str(&format!("{} {status}{percent}\n", action.number));
        action.history.iter().for_each(|entry| shown.push_str(&format!("  {}\n", line(entry))));
    }
    let text = std::str::from_utf8(bytes).unwrap_or_default().trim_start_matches('\u{feff}');
    shown.push_str(&told(&diagnostics, text));
    shown.replace('\u{a0}', " ")
}

fn line(entry: &Entry) -> String {
    let Entry { date, status, percent, note, evidence } = entry;
    let mut line = date.to_string();
    line.push_str(&status.as_ref().map_or(String::new(), |status| format!(" {}", status.text)));
    line.push_str(&percent.map_or(String::new(), |percent| format!(" {percent} %")));
    line.push_str(&if note.is_empty() {
        String::new()
    } else {
        format!(" « {} »", note.replace('\n', "⏎"))
    });
    line.push_str(&evidence.iter().map(|it| format!(" <{it}>")).collect::<String>());
    line
}

fn told(diagnostics: &[Diagnostic], text: &str) -> String {
    let told = diagnostics.iter().map(|it| {
        let severity = match it.severity {
            Severity::Error => "erreur",
            Severity::Warning => "attention",
        };
        let place = it.span.map(|span| line_and_column(text, span.start));
        let place = place.map_or(String::new(), |(line, column)| format!(" {line}:{column}"));
        let help = it.problem.help(Lang::Fr).map_or(String::new(), |help| format!("\n  aide : {help}"));
        assert!(!it.problem.message(Lang::En).is_empty());
        format!("{severity}{place} : {} [{}]{help}\n", it.problem.message(Lang::Fr), it.problem.code())
    });
    told.collect()
}

fn csv(text: &str) -> String {
    follow("content/plan/suivi.csv", text.as_bytes())
}

#[test]
fn the_newest_entry_is_the_state_and_all_are_the_history() {
    assert_snapshot!(csv("\
Date,Action,État,Progression,Note,Preuve
2014-03-01,1.1.1,Réalisée,,\"Douze cafés, trois villages\",https://exemple.org/cafe.pdf
2013-10-11,1.1.1,Débuté,40 %,,
2013-11-02,1.1.2,,25,\"Clé remise
au comité\",procès-verbal; https://exemple.org/cle
2013-12-01,cafe,,60,,
"), @"
    1.1.1 Réalisée (done)
      2013-10-11 Débuté 40 %
      2013-12-01 60 %
      2014-03-01 Réalisée « Douze cafés, trois villages » <https://exemple.org/cafe.pdf>
    1.1.2  (not-stated) 25
      2013-11-02 25 % « Clé remise⏎au comité » <procès-verbal> <https://exemple.org/cle>
    ");
}

#[test]
fn separators_encodings_and_titles_vary() {
    let same = csv("Date,Action,État,Note\n2013-10-11,1.1.1,Réalisé,\"Fête, été\"\n");
    assert_snapshot!(same, @"
    1.1.1 Réalisé (done)
      2013-10-11 Réalisé « Fête, été »
    ");
    let semicolons = "Date;Action;État;Note\n2013-10-11;1.1.1;Réalisé;Fête, été\n";
    let tabs = semicolons.replace(';', "\t");
    let check = |bytes: &[u8]| assert_eq!(follow("content/plan/suivi.csv", bytes), same);
    check(semicolons.as_bytes());
    check(tabs.as_bytes());
    check(format!("\u{feff}{semicolons}").as_bytes());
    check(semicolons.replace('\n', "\r\n").as_bytes());
    check(format!("sep=;\r\n{semicolons}").as_bytes());
    check(&encoding_rs::WINDOWS_1252.encode(semicolons).0);
    // Old Macs also end their lines in another way.
    check(&encoding_rs::MACINTOSH.encode(semicolons).0);
    check(&encoding_rs::MACINTOSH.encode(&semicolons.replace('\n', "\r")).0);
    let utf_16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{feff}{tabs}").encode_utf16().flat_map(bytes).collect()
    };
    check(&utf_16(u16::to_le_bytes));
    check(&utf_16(u16::to_be_bytes));
    check("Suivi du plan, tenu par la coordination\n\n\nNote;No d’action;Statut;Mise à jour\nFête, été;1.1.1;Réalisé;11 octobre 2013\n".as_bytes());
    check(
        "Comments;Action number;Status;Date
Fête, été;1.1.1;Réalisé;October 11, 2013
"
        .as_bytes(),
    );
    check(
        "Comments;Action #;New status;Date
Fête, été;1.1.1;Réalisé;October 11, 2013
"
        .as_bytes(),
    );
    check("NOTES ;Numéro;Action;État d'avancement :;Date (aaaa-mm-jj)\nFête, été;1.1.1;Tenir un café;Réalisé;2013-10-11\n".as_bytes());
}

#[test]
fn dates_are_days_in_the_language_of_the_plan() {
    let check = |titles: &str, date: &str, expected: &str| {
        let shown = csv(&format!("{titles}\n\"{date}\",1.1.1,Réalisée\n"));
        let first = shown.lines().find(|line| line.starts_with("  2") || line.starts_with("erreur")).unwrap();
        assert_eq!(first, expected, "{date}");
    };
    let fr = "Date,Action,État";
    let en = "Date,Action,Status";
    check(fr, "2013-10-11", "  2013-10-11 Réalisée");
    check(fr, "2013-10-11 00:00:00", "  2013-10-11 Réalisée");
    check(fr, "11/10/2013", "  2013-10-11 Réalisée");
    // The titles turn no date around: one of them in English would, and nobody would see why.
    check(en, "11/10/2013", "  2013-10-11 Réalisée");
    check(fr, "2013-3-5", "  2013-03-05 Réalisée");
    check(fr, "1er octobre 2013", "  2013-10-01 Réalisée");
    check(fr, "11 oct. 2013", "  2013-10-11 Réalisée");
    check(en, "Oct. 11, 2013", "  2013-10-11 Réalisée");
    check(fr, "octobre 2013", "erreur 2:1 : « octobre 2013 » n’est pas un jour [unknown-date]");
    check(fr, "2013", "erreur 2:1 : « 2013 » n’est pas un jour [unknown-date]");
    check(fr, "31/02/2014", "erreur 2:1 : « 31/02/2014 » n’est pas un jour [unknown-date]");
    check(fr, "41558", "erreur 2:1 : « 41558 » n’est pas un jour [unknown-date]");
    check(fr, "bientôt", "erreur 2:1 : « bientôt » n’est pas un jour [unknown-date]");
}

#[test]
fn a_date_in_the_order_of_the_other_language_is_told() {
    assert_snapshot!(csv("\
Date;Action;État
10/05/2013;1.1.1;En cours
09/30/2013;1.1.1;Réalisée
12/25/2013 00:00:00;1.1.2;Réalisée
"), @"
    1.1.1 En cours (in-progress)
      2013-05-10 En cours
    erreur 3:1 : « 09/30/2013 » n’est pas un jour (et une autre rangée) : dans ce suivi, une date à barres obliques est lue le jour d’abord; les autres peuvent donc être fausses [date-order]
      aide : écrivez « 2013-09-30 » pour le 30 septembre 2013, et toutes les dates de ce suivi de la même façon
    ");
    let check = |titles: &str, date: &str, is_told: bool| {
        let said = csv(&format!("{titles}\n{date};1.1.1;Réalisée\n"));
        assert_eq!(said.contains("[date-order]"), is_told, "{date}: {said}");
    };
    let (fr, en) = ("Date;Action;État", "Date;Action;Status");
    check(fr, "30/09/2013", false);
    check(fr, "9/30/13", true);
    check(fr, "31/02/2013", false);
    check(fr, "2013-09-30", false);
    check(en, "09/30/2013", true);
    check(en, "30/09/2013", false);
}

#[test]
fn a_date_that_the_titles_would_turn_around_is_told() {
    assert_snapshot!(csv("\
Date;Action;Status
01/05/2014;1.1.1;En cours
11/11/2013;1.1.1;En cours
30/09/2013;1.1.1;En cours
2013-10-05;1.1.1;En cours
3/2/2014;1.1.2;En cours
"), @"
    1.1.1 En cours (in-progress)
      2013-09-30 En cours
      2013-10-05 En cours
      2013-11-11 En cours
      2014-05-01 En cours
    1.1.2 En cours (in-progress)
      2014-02-03 En cours
    attention 2:1 : « 01/05/2014 » (et une autre rangée) est lu le jour d’abord, comme dans le plan (1er mai 2014), mais les titres de ce suivi sont en anglais, où ce serait le 5 janvier 2014 [date-order-unsure]
      aide : écrivez « 2014-05-01 » ou « 2014-01-05 », et toutes les dates de ce suivi de la même façon
    ");
    let is_told = |settings: &str, titles: &str, date: &str| {
        let log = format!("{titles}\n{date};1.1.1;Completed\n");
        let told = told_in(settings, &PLAN.replace("juillet 2013 à juin 2014", "2013 to 2014"), &log);
        told.iter().any(|it| it.problem.code() == "date-order-unsure")
    };
    let english = "title = \"Essai\"\nbase_url = \"https://exemple.org/\"\ndefault_language = \"en\"\n";
    assert!(is_told(english, "Date;Action;État", "01/05/2014"));
    assert!(!is_told(english, "Date;Action;Status", "01/05/2014"));
    assert!(!is_told(SETTINGS, "Date;Action;État", "01/05/2014"));
    // As many titles in one language as in the other.
    assert!(!is_told(SETTINGS, "Jour;Action;Status", "01/05/2014"));
}

#[test]
fn a_link_in_a_note_is_told() {
    assert_snapshot!(csv("\
Date;Action;État;Note
2013-11-03;1.1.1;En cours;Voir le [compte rendu](https://exemple.org/cr) et [la suite](@/suite.md).
2013-11-04;1.1.1;En cours;[PV](pv.pdf)
2013-11-05;1.1.1;En cours;Voir la page 3 [annexe] (jointe)
"), @"
    1.1.1 En cours (in-progress)
      2013-11-03 En cours « Voir le [compte rendu](https://exemple.org/cr) et [la suite](@/suite.md). »
      2013-11-04 En cours « [PV](pv.pdf) »
      2013-11-05 En cours « Voir la page 3 [annexe] (jointe) »
    attention 2:27 : une note est publiée telle quelle : « [compte rendu](https://exemple.org/cr) » n’y devient pas un lien (et une autre rangée) [link-in-note]
      aide : mettez le lien dans la colonne « preuve », et ses mots dans la note
    ");
}

#[test]
fn a_note_cut_by_its_punctuation_is_told() {
    assert_snapshot!(csv("\
Date;Action;Titre;État;Progression;Note;Preuve
2013-11-03;1.1.1;Tenir un café;En cours;50%;Rencontre le 3; suite en déc.;PV du 4
2013-11-04;1.1.1;Tenir un café;En cours;50%;\"Rencontre le 3; suite en déc.\";PV du 4;;
2013-11-05;1.1.2;Prêter la salle;;;a; b; c; d
"), @r#"
    1.1.1 En cours (in-progress) 50
      2013-11-03 En cours 50 % « Rencontre le 3 » <suite en déc.>
      2013-11-04 En cours 50 % « Rencontre le 3; suite en déc. » <PV du 4>
    1.1.2  (not-stated)
      2013-11-05 « a » <b>
    attention 2:75 : cette rangée a 8 cellules pour 7 titres : le reste n’est pas lu (« PV du 4 ») [cut-row]
      aide : un point-virgule ou une virgule coupe une note ou une preuve en deux : mettez-la tout entière entre guillemets droits (`"…"`), ou tapez-la dans un tableur
    attention 4:42 : cette rangée a 9 cellules pour 7 titres : le reste n’est pas lu (« c », « d ») [cut-row]
      aide : un point-virgule ou une virgule coupe une note ou une preuve en deux : mettez-la tout entière entre guillemets droits (`"…"`), ou tapez-la dans un tableur
    "#);
    // A column that was left without a title loses its cells too.
    assert_snapshot!(csv("Date;Action;;Note\n2013-11-03;1.1.1;Alix;fait\n2013-11-04;1.1.1;;suite\n2013-11-05;1.1.1;Sam;fin\n"), @"
    1.1.1 En cours (in-progress)
      2013-11-03 « fait »
      2013-11-04 « suite »
      2013-11-05 « fin »
    attention 2:18 : la colonne C n’a pas de titre : « Alix » n’est pas lu (et une autre rangée) [untitled-column]
      aide : donnez un titre à cette colonne, comme « note », ou mettez ce texte dans une colonne qui en a un
    ");
}

#[test]
fn an_action_is_named_by_its_number_or_its_anchor() {
    let check = |name: &str, expected: &str| {
        let shown = csv(&format!("Date;Action;Note\n2013-10-11;{name};fait\n"));
        assert_eq!(shown.split(' ').next().unwrap(), expected, "{name}");
    };
    check("1.1.1", "1.1.1");
    check(" 1.1.1. ", "1.1.1");
    check("#1.1.1", "1.1.1");
    check("cafe", "1.1.1");
    check("CAFE", "1.1.1");
    check("1.1.2 Prêter la salle", "1.1.2");
    check("Action 1.1.2 : prêter", "1.1.2");
    check("2.1", "2.1");
    check("2.10", "2.10");
    check("1,1,1", "erreur");
    check("1.1", "erreur");
    check("Marcher", "erreur");
}

#[test]
fn an_action_named_by_its_title_is_told_its_number() {
    let said = csv("Date;Action;État\n2013-10-11;nager;Réalisée\n");
    assert!(said.ends_with("aide : vouliez-vous dire « 2.10 »?\n"), "{said}");
}

#[test]
fn what_cannot_be_read_is_told_with_its_place_and_a_way_out() {
    assert_snapshot!(csv("\
Date;Action;État;Progression;Note;Responsable;Budget
2013-10-11;1.1.3;Réalisée;;;;
2013-10-12;1.1.3;Réalisée;;;;
automne;1.1.1;Réalisée;;;;
;1.1.1;Réalisée;;;;
2013-10-11;;Réalisée;;;;
2013-10-11;1.1.1;;;;Alix;
2013-10-11;1.1.1;En cour;;;;
2013-10-12;1.1.1;En cour;;;;
2013-10-11;1.1.2;;presque;;;
2013-10-11;1.1.2;;140;;;
2013-10-11;1.1.2;;0,4;;;
2013-10-13;1.1.1;En rédaction;;;;
2013-10-14;1.1.1;En rédaction;;;;
2013-10-15;1.1.2;C’est fait;40;;;
2013-10-16;1.1.1;6 familles jointes;;;;
2013-10-17;1.1.1;Fait à moitié;;;;
"), @r#"
    1.1.1 Fait à moitié (noted)
      2013-10-11 En cour
      2013-10-12 En cour
      2013-10-13 En rédaction
      2013-10-14 En rédaction
      2013-10-16 6 familles jointes
      2013-10-17 Fait à moitié
    1.1.2 C’est fait (done) 40
      2013-10-15 C’est fait 40 %
    attention 1:35 : colonnes ignorées : « Responsable », « Budget » [ignored-columns]
      aide : un suivi retient date, action, état, progression, note et preuve; le reste se dit dans le plan
    erreur 2:12 : aucune action du plan n’a le numéro « 1.1.3 » (et une autre rangée) [unknown-action]
      aide : vouliez-vous dire « 1.1.2 »?
    erreur 4:1 : « automne » n’est pas un jour [unknown-date]
      aide : écrivez un jour, un mois et une année : « 2013-10-11 » ou « 11 octobre 2013 »
    erreur 5:2 : cette rangée n’a pas de date [entry-without-date]
      aide : écrivez le jour du suivi, comme « 2013-10-11 », même s’il est celui de la rangée du dessus
    erreur 6:1 : cette rangée ne dit pas de quelle action elle parle [entry-without-action]
      aide : écrivez le numéro de l’action, comme « 2.1.3 »
    attention 7:1 : cette rangée n’a ni état, ni progression, ni note, ni preuve : elle n’est pas retenue [entry-says-nothing]
      aide : écrivez ce qui a été fait, ou effacez la rangée
    attention 8:18 : état « En cour » inconnu (et une autre rangée) [near-status]
      aide : vouliez-vous dire « En cours »? sinon, dites ce que ces mots veulent dire, sous `[statuses]` dans jalon.toml : `"En cour" = "in-progress"`; sans cela, ils sont affichés tels quels, sans compter comme un état connu
    erreur 10:19 : « presque » n’est pas un pourcentage [unknown-percent]
      aide : écrivez un nombre de 0 à 100, comme « 35 % », ou déplacez ces mots dans la colonne de la note
    erreur 11:19 : « 140 » n’est pas un pourcentage [unknown-percent]
      aide : écrivez un nombre de 0 à 100, comme « 35 % », ou déplacez ces mots dans la colonne de la note
    erreur 12:19 : « 0,4 » n’est pas un pourcentage [unknown-percent]
      aide : écrivez un nombre de 0 à 100, comme « 35 % », ou déplacez ces mots dans la colonne de la note
    attention 13:18 : état « En rédaction » inconnu (et une autre rangée) [unknown-status]
      aide : écrivez un état connu, comme « En cours », ou dites ce que ces mots veulent dire, sous `[statuses]` dans jalon.toml : `"En rédaction" = "in-progress"`; avec `"noted"`, ils restent affichés tels quels
    attention 15:18 : l’état « C’est fait » dit que l’action est terminée, mais sa progression est de 40 % [status-against-percent]
      aide : corrigez l’état, ou effacez le pourcentage
    attention 17:18 : état « Fait à moitié » inconnu [near-status]
      aide : si toute l’action est à l’état « Fait », écrivez un deux-points : « Fait : à moitié »; sinon, dites ce que ces mots veulent dire, sous `[statuses]` dans jalon.toml : `"Fait à moitié" = "partial"`
    "#);
}

#[test]
fn a_row_that_repeats_another_counts_once() {
    assert_snapshot!(csv("\
Date;Action;Note
2013-10-11;1.1.1;Première rencontre
2013-10-11;1.1.1;Première rencontre
2013-10-11;cafe;Première rencontre
2013-10-11;1.1.1;Autre chose
"), @"
    1.1.1 En cours (in-progress)
      2013-10-11 « Première rencontre »
      2013-10-11 « Autre chose »
    attention 3:1 : 2 rangées en répètent une autre mot pour mot, à commencer par celle-ci, qui répète la rangée 2 : elles comptent une seule fois [repeated-entry]
      aide : effacez les doublons
    ");
}

#[test]
fn a_form_that_is_not_filled_in_says_nothing() {
    assert_eq!(csv("Date;Numéro;Titre;État;Note\n;1.1.1;Tenir un café;;\n;1.1.2;Prêter la salle;;\n"), "");
    assert_eq!(csv("Date;Numéro;État\n"), "");
}

#[test]
fn words_of_the_plan_and_other_texts_are_states_too() {
    assert_snapshot!(csv("\
Date;Action;Avancement;Note
2013-10-11;1.1.1;Sur les rails;
2013-10-11;1.1.2;45 %;
2013-10-11;2.1;6 régions visitées;reporté
"), @"
    1.1.1 Sur les rails (in-progress)
      2013-10-11 Sur les rails
    1.1.2  (not-stated) 45
      2013-10-11 45 %
    erreur 4:16 : « 6 régions visitées » n’est pas un pourcentage [unknown-percent]
      aide : écrivez un nombre de 0 à 100, comme « 35 % », ou déplacez ces mots dans la colonne de la note
    ");
    assert_snapshot!(csv("Date;Action;État\n2013-10-11;2.1;6 régions visitées\n2013-10-12;2.3;40 %\n2013-10-12;1.1.1;—\n"), @"
    2.1 6 régions visitées (noted)
      2013-10-11 6 régions visitées
    2.3 40 % (in-progress) 40
      2013-10-12 40 % 40 %
    attention 4:1 : cette rangée n’a ni état, ni progression, ni note, ni preuve : elle n’est pas retenue [entry-says-nothing]
      aide : écrivez ce qui a été fait, ou effacez la rangée
    ");
}

#[test]
fn a_log_without_titles_is_told_what_is_missing() {
    let check = |text: &str, expected: &str| {
        assert_eq!(csv(text).lines().next().unwrap(), expected, "{text}");
    };
    check("", "attention : ce suivi est vide [follow-up-empty]");
    check("\n\n;;;\n", "attention : ce suivi est vide [follow-up-empty]");
    check(
        "Date;État\n2013-10-11;Fait\n",
        "erreur 1:1 : ce suivi n’a pas de colonne d’action : aucune rangée n’est lue [follow-up-titles]",
    );
    check(
        "Numéro;État\n1.1.1;Fait\n",
        "erreur 1:1 : ce suivi n’a pas de colonne de date : aucune rangée n’est lue [follow-up-titles]",
    );
    check(
        "2013-10-11;1.1.1;Fait\n",
        "erreur 1:1 : aucune rangée ne porte les titres d’un suivi : rien n’est lu [follow-up-titles]",
    );
    check(
        "Date;Action;Note\n2013-10-11;1.1.1;\"Jamais fermé\n2013-10-12;1.1.2;x\n",
        "erreur 2:18 : ce guillemet ouvre une cellule qui n’est jamais refermée : rien de ce qui suit n’est lu \
         [csv-unclosed-quote]",
    );
}

#[test]
fn a_text_in_another_encoding_names_the_row_and_the_column() {
    let text =
        encoding_rs::WINDOWS_1252.encode("Date;Action;État\n\n2013-10-11;9.9;Réalisé\n").0.into_owned();
    assert_snapshot!(follow("content/plan/suivi.csv", &text), @"
    erreur : rangée 3, colonne B : aucune action du plan n’a le numéro « 9.9 » [unknown-action]
      aide : les numéros de ce plan s’écrivent comme « 1.1.1 »
    ");
}

#[test]
fn files_that_are_no_log_are_refused_in_words() {
    let check = |name: &str, bytes: &[u8], expected: &str| {
        let said = follow(&format!("content/plan/{name}"), bytes);
        assert_eq!(said.lines().next().unwrap(), format!("erreur : {expected}"), "{name}");
    };
    check("suivi.csv", b"a\0b", "ce fichier .csv n’est pas du texte [csv-not-text]");
    check(
        "suivi.xlsx",
        b"Date,Action",
        "ce fichier n’est pas un classeur, malgré son nom [workbook-unknown]",
    );
    check(
        "suivi.xlsx",
        b"PK\x03\x04 cut short",
        "ce classeur est endommagé : il n’a pas pu être lu jusqu’au bout [workbook-damaged]",
    );
    let compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice();
    check(
        "suivi.xlsx",
        compound,
        "ce classeur est au format d’avant 2007 (.xls), qui n’est pas lu [workbook-old]",
    );
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(
        "suivi.xlsx",
        &[compound, &name].concat(),
        "ce classeur est protégé par un mot de passe [workbook-locked]",
    );
    let rows = "2013-10-11,1.1.1\n".repeat(200_001);
    check("suivi.csv", rows.as_bytes(), "cette feuille a plus de 200 000 rangées remplies [sheet-too-long]");
}

/// A workbook with one sheet.
fn workbook(name: &str, fill: impl Fn(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet().set_name(name).expect("a name of a sheet")).expect("cells of a sheet");
    workbook.save_to_buffer().expect("a workbook in memory")
}

fn xlsx(bytes: &[u8]) -> String {
    follow("content/plan/suivi.xlsx", bytes)
}

#[test]
fn a_workbook_is_read_with_its_dates_shares_formulas_and_merged_cells() {
    let bytes = workbook("Suivi 2013", |sheet| {
        let (date, share) = (Format::new().set_num_format("d mmm yyyy"), Format::new().set_num_format("0%"));
        sheet.write(0, 0, "Suivi du plan, tenu par la coordination")?;
        for (column, title) in (0..).zip(["Date", "Action", "État", "Progression", "Note", "Preuve"]) {
            sheet.write(3, column, title)?;
        }
        // One meeting, three actions.
        sheet.merge_range(4, 0, 6, 0, "", &Format::new())?;
        sheet.write_with_format(4, 0, ExcelDateTime::from_ymd(2013, 10, 11).unwrap(), &date)?;
        for (row, action) in (4..).zip(["1.1.1", "1.1.2", "2.10"]) {
            sheet.write(row, 1, action)?.write(row, 2, "En cours")?;
        }
        sheet.write_with_format(4, 3, 0.35, &share)?.write(5, 3, 40)?;
        sheet.write(9, 0, "1er mars 2014")?.write(9, 1, "1.1.1")?;
        sheet.write(9, 4, Formula::new("=2*21").set_result("42"))?.write(9, 5, "https://exemple.org")?;
        Ok(())
    });
    assert_snapshot!(xlsx(&bytes), @"
    1.1.1 En cours (in-progress) 35
      2013-10-11 En cours 35 %
      2014-03-01 « 42 » <https://exemple.org>
    1.1.2 En cours (in-progress) 40
      2013-10-11 En cours 40 %
    2.10 En cours (in-progress)
      2013-10-11 En cours
    ");
}

/// A workbook whose formulas nothing computed: what shows 77 has no result.
fn uncomputed(bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = Vec::new();
        part.read_to_end(&mut text).expect("a part that unpacks");
        let text = String::from_utf8(text).expect("XML").replace("<v>77</v>", "<v></v>");
        written.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        written.write_all(text.as_bytes()).expect("room");
    }
    written.finish().expect("an archive").into_inner()
}

#[test]
fn a_formula_without_its_result_is_told() {
    let bytes = workbook("suivi", |sheet| {
        sheet.write_row(0, 0, ["Date", "Action", "État", "Progression"])?;
        sheet.write_row(1, 0, ["2013-10-11", "1.1.1", "En cours"])?;
        sheet.write(1, 3, Formula::new("=70+7").set_result("77"))?;
        sheet.write_row(2, 0, ["2013-10-12", "1.1.1", "En cours"])?;
        sheet.write(2, 3, Formula::new("=7+70").set_result("77"))?;
        sheet.write_row(3, 0, ["2013-10-13", "1.1.1", "En cours"])?;
        sheet.write(3, 3, Formula::new("=4+4").set_result("8"))?.write_blank(
            3,
            4,
            &Format::new().set_bold(),
        )?;
        Ok(())
    });
    assert_snapshot!(xlsx(&uncomputed(&bytes)), @"
    1.1.1 En cours (in-progress) 8
      2013-10-11 En cours
      2013-10-12 En cours
      2013-10-13 En cours 8 %
    attention : feuille « suivi », rangée 2, colonne D : cette cellule contient une formule dont le fichier n’a pas le résultat (et une autre) : elle est lue comme vide [formula-without-value]
      aide : ouvrez le fichier dans un tableur et enregistrez-le, ou écrivez la valeur elle-même
    ");
}

#[test]
fn what_is_wrong_in_a_workbook_names_sheet_row_and_column() {
    let bytes = workbook("suivi", |sheet| {
        let date = Format::new().set_num_format("yyyy-mm-dd");
        let day = ExcelDateTime::from_ymd(2013, 1, 2).unwrap();
        sheet.write_row(0, 0, ["Date", "No", "Note"])?;
        sheet.write_with_format(1, 0, &day, &date)?.write_with_format(1, 1, &day, &date)?.write(1, 2, "x")?;
        sheet.write_with_format(2, 0, &day, &date)?.write(2, 1, 2.1)?.write(2, 2, "x")?;
        sheet.write_with_format(3, 0, &day, &date)?.write(3, 1, 2.3)?.write(3, 2, "lu")?;
        sheet.write_with_format(4, 0, &day, &date)?.write(4, 1, "4.4")?.write(4, 2, "x")?;
        sheet.write(5, 0, 41_558)?.write(5, 1, "1.1.1")?.write(5, 2, "x")?;
        sheet.write(6, 2, "x")?;
        Ok(())
    });
    assert_snapshot!(xlsx(&bytes), @"
    2.3  (not-stated)
      2013-01-02 « lu »
    erreur : feuille « suivi », rangée 2, colonne B : cette cellule contient la date 2013-01-02, où le numéro d’une action était attendu [date-for-action]
      aide : le tableur a pris le numéro pour une date; donnez à la colonne le format Texte, puis récrivez le numéro
    erreur : feuille « suivi », rangée 3, colonne B : le nombre 2.1 peut désigner plusieurs actions : 2.1, 2.10 [ambiguous-action]
      aide : le tableur a effacé le zéro final; donnez à la colonne le format Texte, puis récrivez le numéro
    erreur : feuille « suivi », rangée 5, colonne B : aucune action du plan n’a le numéro « 4.4 » [unknown-action]
      aide : les numéros de ce plan s’écrivent comme « 1.1.1 »
    erreur : feuille « suivi », rangée 6, colonne A : « 41558 » n’est pas un jour [unknown-date]
      aide : écrivez un jour, un mois et une année : « 2013-10-11 » ou « 11 octobre 2013 »
    erreur : feuille « suivi », rangée 7 : cette rangée ne dit pas de quelle action elle parle [entry-without-action]
      aide : écrivez le numéro de l’action, comme « 2.1.3 »
    erreur : feuille « suivi », rangée 7 : cette rangée n’a pas de date [entry-without-date]
      aide : écrivez le jour du suivi, comme « 2013-10-11 », même s’il est celui de la rangée du dessus
    ");
}

#[test]
fn a_row_is_about_one_action() {
    let said = |cell: &str| csv(&format!("Date,Action,Note\n2013-10-11,\"{cell}\",a\n"));
    let several = [
        "1.1.1 et 1.1.2",
        "1.1.1, 2.1; 2.10",
        "1.1.1 à 2.10",
        "1.1.1-1.1.2",
        "1.1.1 – 1.1.2",
        "1.1.1 → 1.1.2",
        "1.1.1/1.1.2",
        "#cafe\n#1.1.2",
        "2.1 & 9.9",
        "9.9 et 2.1",
        "2.1 2.10",
        "Actions 2.1 et 2.10",
        "2.1 et l’action 2.10",
        "2.1 et 2.10 (suite)",
        "2.1 et suivantes",
        "cafe et 1.1.2",
        "2.1 and 2.10",
    ];
    for cell in several {
        assert!(said(cell).contains("» nomme plusieurs actions [several-actions]"), "{cell}: {}", said(cell));
    }
    let one = [
        "2.1",
        "2.1 - Marcher",
        "Action 2.1",
        "2.1 (2025-2026)",
        "2.1 - 2025",
        "2.1 – 12/03",
        "2.1 - 2026-03-01",
        "2.1 et 2.1",
        "2.1 + 50",
        "2.1 (voir 2.10)",
        "2.1 (2.10)",
    ];
    for cell in one {
        assert!(said(cell).starts_with("2.1  (not-stated)\n  2013-10-11 « a »\n"), "{cell}: {}", said(cell));
    }
    assert_snapshot!(said("1.1.1 et 1.1.2"), @"
    erreur 2:12 : « 1.1.1 et 1.1.2 » nomme plusieurs actions [several-actions]
      aide : donnez à chacune sa rangée : copiez celle-ci, et ne laissez qu’un numéro dans chaque copie
    ");
}

#[test]
fn two_states_of_a_day_are_told() {
    let log = "Date,Action,État\n2013-10-11,2.1,Réalisée\n2013-10-11,2.1,En cours\n2013-10-12,2.1,Fait\n";
    let again = "Date,Action,État\n2013-10-11,2.1,Fait\n2013-10-11,2.1,En cours\n2013-10-11,2.1,Fait\n";
    assert!(csv(again).starts_with("2.1 Fait (done)\n"), "{}", csv(again));
    assert_snapshot!(csv(log), @"
    2.1 Fait (done)
      2013-10-11 Réalisée
      2013-10-11 En cours
      2013-10-12 Fait
    attention 3:16 : cette rangée dit « En cours », et une autre du même jour, « Réalisée » : la plus basse l’emporte [two-states-of-a-day]
      aide : donnez à chacune son jour, ou effacez celle qui ne vaut plus
    ");
}

#[test]
fn a_name_with_a_dash_is_one_name() {
    let plan =
        PLAN.replace("{#cafe}", "{#cafe-du-coin}").replace("| 2.1 | Marcher", "| 2.1 | Marcher {#cafe}");
    let said = |cell: &str| {
        let log = format!("Date,Action,Note\n2013-10-11,\"{cell}\",a\n");
        follow_in(&plan, "content/plan/suivi.csv", log.as_bytes())
    };
    for cell in ["cafe-du-coin", "#cafe-du-coin", "cafe-du-coin.", "cafe-du-coin – tenu"] {
        assert!(said(cell).starts_with("1.1.1 En cours"), "{cell}: {}", said(cell));
    }
    assert!(said("cafe-du-coin et cafe").contains("[several-actions]"));
}

#[test]
fn a_cell_of_a_workbook_leads_where_it_says() {
    let bytes = workbook("suivi", |sheet| {
        sheet.write_row(0, 0, ["Date", "No", "Note", "Preuve"])?;
        sheet.write_row(1, 0, ["2013-10-11", "1.1.1", "Ouvert"])?;
        sheet.write_url_with_text(1, 3, "https://exemple.org/pv", "PV du CA")?;
        sheet.write_row(2, 0, ["2013-10-12", "1.1.1"])?;
        sheet.write_url_with_text(2, 2, "https://exemple.org/note", "Voir ici")?;
        sheet.write_url_with_text(2, 3, "https://exemple.org/a", "Un; deux")?;
        sheet.write_row(3, 0, ["2013-10-13", "1.1.1", "x"])?;
        sheet.write_url(3, 3, "https://exemple.org/seul")?;
        sheet.write_row(4, 0, ["2013-10-14", "1.1.1", "x"])?;
        sheet.write_url_with_text(4, 3, "mailto:info@exemple.org", "Le comité")?;
        sheet.write_row(5, 0, ["2013-10-15", "1.1.1", "x"])?;
        sheet.write_url_with_text(5, 3, "https://exemple.org/pv#r3", "Résolution 3")?;
        sheet.write_row(6, 0, ["2013-10-16", "1.1.1", "x"])?;
        sheet.write_url_with_text(6, 3, "https://exemple.org/", "Voir https://exemple.org")?;
        sheet.write_row(7, 0, ["2013-10-17", "1.1.1", "x"])?;
        sheet.write_url_with_text(7, 3, "file:///C:/pv.pdf", "Le PV")?;
        sheet.write_url_with_text(8, 0, "https://exemple.org/jour", "2013-10-18")?;
        sheet.write_url_with_text(8, 1, "https://exemple.org/action", "1.1.1")?;
        sheet.write_row(8, 2, ["x", "Un mot"])?;
        Ok(())
    });
    assert_snapshot!(xlsx(&bytes), @"
    1.1.1 En cours (in-progress)
      2013-10-11 « Ouvert » <[PV du CA](https://exemple.org/pv)>
      2013-10-12 « Voir ici » <Un> <deux> <https://exemple.org/a> <https://exemple.org/note>
      2013-10-13 « x » <https://exemple.org/seul>
      2013-10-14 « x » <Le comité>
      2013-10-15 « x » <[Résolution 3](https://exemple.org/pv#r3)>
      2013-10-16 « x » <Voir https://exemple.org>
      2013-10-17 « x » <Le PV>
      2013-10-18 « x » <Un mot> <https://exemple.org/jour> <https://exemple.org/action>
    ");
}

#[test]
fn so_does_a_cell_of_an_open_document() {
    let leading = "Voir <text:a xlink:href=\"https://exemple.org/pv\">le PV</text:a>";
    let rows = [["Date", "No", "Preuve"], ["2013-10-11", "1.1.1", leading]];
    let table = format!("<table:table table:name=\"suivi\">{}</table:table>", ods_rows(rows));
    assert_snapshot!(ods("", &table), @"
    1.1.1 En cours (in-progress)
      2013-10-11 <[Voir le PV](https://exemple.org/pv)>
    ");
}

fn ods_rows(rows: [[&str; 3]; 2]) -> String {
    let cell = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let row = |cells: [&str; 3]| format!("<table:table-row>{}</table:table-row>", cells.map(cell).concat());
    rows.map(row).concat()
}

/// An open document of these styles and tables, followed.
fn ods(styles: &str, tables: &str) -> String {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("content.xml", zip::write::SimpleFileOptions::default()).expect("a part");
    archive.write_all(content.as_bytes()).expect("its text");
    follow("content/plan/suivi.ods", &archive.finish().expect("an archive").into_inner())
}

#[test]
fn a_hidden_sheet_is_no_log() {
    let mut workbook = Workbook::new();
    let (mut styles, mut tables) = (String::new(), String::new());
    for (name, action, is_shown) in [("Ancien", "1.1.1", false), ("Nouveau", "1.1.2", true)] {
        let rows = [["Date", "Action", "Note"], ["2013-10-11", action, name]];
        let sheet = workbook.add_worksheet().set_name(name).unwrap().set_hidden(!is_shown);
        sheet.write_row_matrix(0, 0, rows).unwrap();
        styles += &format!(
            "<style:style style:name=\"{name}\" style:family=\"table\">\
             <style:table-properties table:display=\"{is_shown}\"/></style:style>"
        );
        tables += &format!(
            "<table:table table:name=\"{name}\" table:style-name=\"{name}\">{}</table:table>",
            ods_rows(rows)
        );
    }
    workbook.worksheet_from_index(1).unwrap().set_active(true);
    let of_excel = xlsx(&workbook.save_to_buffer().unwrap());
    assert_snapshot!(of_excel, @"
    1.1.2  (not-stated)
      2013-10-11 « Nouveau »
    ");
    assert_eq!(ods(&styles, &tables), of_excel);
}

#[test]
fn the_sheet_called_suivi_is_the_log_of_a_workbook() {
    let of = |names: [&str; 2]| {
        let mut workbook = Workbook::new();
        for (name, action) in names.into_iter().zip(["1.1.1", "1.1.2"]) {
            let sheet = workbook.add_worksheet().set_name(name).unwrap();
            sheet.write_row(0, 0, ["Date", "Action", "Note"]).unwrap();
            sheet.write_row(1, 0, ["2013-10-11", action, name]).unwrap();
        }
        workbook.add_worksheet().set_name("Listes").unwrap().write(0, 0, "Réalisée").unwrap();
        xlsx(&workbook.save_to_buffer().unwrap())
    };
    assert_snapshot!(of(["2013", "2014"]), @"
    1.1.1 En cours (in-progress)
      2013-10-11 « 2013 »
    1.1.2  (not-stated)
      2013-10-11 « 2014 »
    ");
    assert_snapshot!(of(["brouillon", "Suivi"]), @"
    1.1.2  (not-stated)
      2013-10-11 « Suivi »
    attention : la feuille « brouillon » a les titres d’un suivi, mais seule « Suivi » est lue [follow-up-sheet]
      aide : déplacez ses rangées dans « Suivi », ou donnez un autre nom à « Suivi » pour que les deux soient lues
    ");
}

#[test]
fn a_workbook_of_libreoffice_is_read_as_the_same_one_of_excel() {
    assert_snapshot!(follow("content/plan/suivi.ods", include_bytes!("follow_up/suivi.ods")), @"
    1.1.1 En cours (in-progress) 35
      2013-10-11 En cours 35 %
      2014-03-01 « 42 » <https://exemple.org> <procès-verbal & photos>
    1.1.2 En cours (in-progress) 40
      2013-10-11 En cours 40 %
    2.10 En cours (in-progress)
      2013-10-11 En cours
    ");
}

#[test]
fn a_workbook_with_a_cell_in_its_last_corner_is_small() {
    let bytes = workbook("suivi", |sheet| {
        sheet.write_row(0, 0, ["Date", "Action", "Note"])?;
        sheet.write_row(1, 0, ["2013-10-11", "1.1.1", "lu"])?.write(1_048_575, 16_383, "ici")?;
        Ok(())
    });
    assert_eq!(xlsx(&bytes), "1.1.1 En cours (in-progress)\n  2013-10-11 « lu »\n");
}

/// The files a site publishes, and what is said of them.
fn build(files: &[(&str, &str)]) -> (Vec<String>, String) {
    let mut inputs: BTreeMap<String, Arc<[u8]>> =
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect();
    inputs.insert(
        "jalon.toml".into(),
        b"title = \"Essai\"\nbase_url = \"https://exemple.org\"\n".as_slice().into(),
    );
    let build_day = Date::new(2014, 1, 1).expect("a day");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    let outcome = pipeline::run(&Inputs { files: inputs, options });
    let about: Vec<Diagnostic> =
        outcome.diagnostics.into_iter().filter(|it| it.problem.code().contains("follow-up")).collect();
    (outcome.files.into_keys().collect(), told(&about, "").replace('\u{a0}', " "))
}

#[test]
fn the_log_stands_beside_its_plan_and_is_not_published() {
    let log = "Date;Action;État\n2013-10-11;1.1.2;Réalisée\n";
    let check = |plan: &str, name: &str| {
        let (files, said) = build(&[(plan, PLAN), (name, log)]);
        assert_eq!(said, "", "{name}");
        assert!(!files.iter().any(|file| file.ends_with(".csv") && file.contains("uivi")), "{files:?}");
    };
    check("content/plans/2013/index.md", "content/plans/2013/suivi.csv");
    check("content/plans/2013/index.md", "content/plans/2013/Suivi.CSV");
    check("content/plans/2013/index.md", "content/plans/2013/follow-up.csv");
    check("content/plans/2013/index.md", "content/plans/2013/followup.csv");
    check("content/plans/2013.md", "content/plans/2013.suivi.csv");
}

#[test]
fn a_log_in_the_wrong_place_or_in_two_files_is_told() {
    let log = "Date;Action;État\n2013-10-11;1.1.2;Réalisée\n";
    let plan = ("content/plans/2013/index.md", PLAN);
    let (files, said) = build(&[plan, ("content/plans/suivi.csv", log)]);
    assert!(files.contains(&"plans/suivi.csv".to_owned()));
    assert_snapshot!(said, @"
    attention : ce fichier porte le nom d’un suivi, mais aucun plan ne l’attend là : il est publié tel quel [follow-up-without-plan]
      aide : un suivi se range dans le dossier de l’index.md du plan; celui de plan.md s’appelle plan.suivi.csv
    ");
    let two = [plan, ("content/plans/2013/suivi.csv", log), ("content/plans/2013/follow-up.csv", log)];
    assert_snapshot!(build(&two).1, @"
    erreur : ce plan a deux suivis : « follow-up.csv » et « suivi.csv »; aucun n’est lu [two-follow-ups]
      aide : réunissez leurs rangées dans un seul fichier, et retirez l’autre
    ");
    assert_snapshot!(build(&[plan, ("content/plans/2013/suivi.xls", "")]).1, @"
    attention : ce suivi au format .xls n’est pas lu : il est publié tel quel [follow-up-format]
      aide : enregistrez-le au format .xlsx, .ods ou .csv
    ");
}

#[test]
fn evidence_that_leads_nowhere_is_an_error_at_its_row() {
    let log = "Date;Action;Note;Preuve\n\
        2013-10-11;1.1.1;Lu;@/bus.md\n\
        2013-10-12;1.1.1;Lu;@/buss.md\n\
        2013-10-13;1.1.1;Lu;\"pv.pdf; Procès-verbal, p. 3\"\n\
        2013-10-14;1.1.1;Lu;\"Le café : @/plan/index.md#cafe\n@/plan/index.md#caffe\"\n\
        2013-10-15;1.1.1;Lu;https://exemple.org/absent.pdf\n";
    let files = [
        ("content/plan/index.md", PLAN),
        ("content/plan/suivi.csv", log),
        ("content/bus.md", "+++\ntitle = \"Le bus\"\n+++\n"),
    ];
    let build_day = Date::new(2014, 1, 1).expect("a day");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into()));
    let outcome = pipeline::run(&Inputs { files: files.collect(), options });
    let of_log: Vec<Diagnostic> =
        outcome.diagnostics.into_iter().filter(|it| it.path == "content/plan/suivi.csv").collect();
    assert_snapshot!(told(&of_log, log).replace('\u{a0}', " "), @"
    erreur 3:21 : le lien « @/buss.md » ne mène à aucun document de content/ [no-such-document]
      aide : vouliez-vous dire « @/bus.md »?
    attention 4:21 : le lien « pv.pdf » mène à un fichier introuvable [no-such-file]
      aide : placez le fichier à côté de ce document, ou corrigez son nom, accents et majuscules compris
    erreur 5:21 : la page /plan/ n’a ni titre ni élément qui porte l’ancre « #caffe » [no-such-anchor]
      aide : vouliez-vous dire « #cafe »?
    ");
    let bytes = workbook("suivi", |sheet| {
        sheet.write_row(0, 0, ["Date", "Action", "Note", "Preuve"])?;
        sheet.write_row(1, 0, ["2013-10-11", "1.1.1", "Lu", "@/buss.md"])?;
        Ok(())
    });
    let mut plan = kind::read(&Source::new("content/plan/index.md", PLAN), "fr", &config()).value;
    kind::follow(&mut plan, &config(), "content/plan/suivi.xlsx", &bytes);
    let Body::Plan(plan) = plan.body else { panic!("the document is a plan") };
    let cell = plan.log.expect("a log").links[0].cell.clone().expect("a cell");
    assert_eq!((cell.sheet.as_deref(), cell.row, cell.column.as_deref()), (Some("suivi"), 2, Some("D")));
}

#[test]
fn a_progress_has_decimals_or_none_and_never_goes_beyond_100() {
    assert_snapshot!(csv("\
Date,Action,État,Progression
2013-10-11,1.1.1,,\"33,3 %\"
2013-10-12,1.1.1,,0
2013-10-13,1.1.1,,s. o.
2013-10-14,1.1.1,En cours,—
2013-10-15,1.1.1,,100.5 %
2013-10-16,1.1.1,,\"0,4\"
"), @"
    1.1.1 En cours (in-progress) 0
      2013-10-11 33 %
      2013-10-12 0 %
      2013-10-14 En cours
    attention 4:1 : cette rangée n’a ni état, ni progression, ni note, ni preuve : elle n’est pas retenue [entry-says-nothing]
      aide : écrivez ce qui a été fait, ou effacez la rangée
    erreur 6:19 : « 100.5 % » n’est pas un pourcentage [unknown-percent]
      aide : écrivez un nombre de 0 à 100, comme « 35 % », ou déplacez ces mots dans la colonne de la note
    erreur 7:19 : « 0,4 » n’est pas un pourcentage [unknown-percent]
      aide : écrivez un nombre de 0 à 100, comme « 35 % », ou déplacez ces mots dans la colonne de la note
    ");
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(
        start in prop::sample::select(vec![b"".as_slice(), b"PK\x03\x04", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        extension in prop::sample::select(vec!["csv", "xlsx", "ods"]),
    ) {
        follow(&format!("content/plan/suivi.{extension}"), &[start, &bytes].concat());
    }

    #[test]
    fn any_cells_are_read_or_told(cells in prop::collection::vec("[0-9./ ,;\"%a-zé\n-]{0,12}", 0..40)) {
        csv(&format!("Date;Action;État;Progression;Note\n{}", cells.join(";")));
    }
}

/// A plan whose actions bear no number, with these titles in order.
fn unnumbered(titles: &[&str]) -> String {
    let rows: String = titles.iter().map(|title| format!("| {title} | |\n")).collect();
    format!(
        "+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n## Orientation 1 : Agir\n\n### 1.1 Bouger\n\n\
         | Actions | État |\n|---|---|\n{rows}"
    )
}

/// What is said of a log beside a plan, each as its code and its message.
fn said_beside(plan: &str, log: &str) -> Vec<String> {
    let told = told_beside(plan, log);
    told.iter().map(|it| format!("[{}] {}", it.problem.code(), it.problem.message(Lang::En))).collect()
}

const SETTINGS: &str = "title = \"Essai\"\nbase_url = \"https://exemple.org/\"\n";

fn told_beside(plan: &str, log: &str) -> Vec<Diagnostic> {
    told_in(SETTINGS, plan, log)
}

fn told_in(settings: &str, plan: &str, log: &str) -> Vec<Diagnostic> {
    let files = [("jalon.toml", settings), ("content/plan/index.md", plan), ("content/plan/suivi.csv", log)];
    let files: BTreeMap<String, Arc<[u8]>> =
        files.map(|(path, text)| (path.to_owned(), Arc::from(text.as_bytes()))).into();
    let build_day = Date::new(2026, 3, 1).expect("a day");
    let options = Options { today: None, build_day, drafts: Drafts::LeftOut, base_url: None };
    pipeline::run(&Inputs { files, options }).diagnostics
}

#[test]
fn a_row_added_above_is_told_by_the_titles_of_the_log() {
    let log = "date;action;titre;état\n2026-02-01;1.1.1;Marcher;Réalisée\n2026-02-02;1.1.2;Nager;En cours\n\
               2026-02-03;1.1.2;Nager;Réalisée\n";
    let check =
        |titles: &[&str], expected: &[&str]| assert_eq!(said_beside(&unnumbered(titles), log), expected);
    check(&["Marcher", "Nager"], &[]);
    check(
        &["Marcher", "Courir", "Nager"],
        &[
            "[title-of-another-action] this row (and one more row) has the number 1.1.2, but “Nager” is action 1.1.3",
        ],
    );
    // Words that were changed, and which row they are of cannot be told.
    check(
        &["Marcher", "Plonger"],
        &[
            "[unknown-title] action 1.1.2 is called “Plonger” in the plan, and “Nager” in this row (and one more row)",
        ],
    );
    // A part of the title is enough to know it.
    check(&["Marcher une fois la semaine", "Nager"], &[]);
}

#[test]
fn a_number_that_was_written_outlives_the_words_of_its_action() {
    let plan = unnumbered(&["1.1.1 Marcher", "1.1.2 Plonger"]);
    let check = |row: &str, expected: &[&str]| {
        assert_eq!(
            said_beside(&plan, &format!("date;action;titre;état\n2026-02-01;{row};Réalisée\n")),
            expected
        )
    };
    check("1.1.2;Nager", &[]);
    check("1.1.1 Marcher;", &[]);
    check(
        "1.1.2;Marcher",
        &["[title-of-another-action] this row has the number 1.1.2, but “Marcher” is action 1.1.1"],
    );
    check(
        "1.1.2 Marcher;",
        &["[title-of-another-action] this row has the number 1.1.2, but “Marcher” is action 1.1.1"],
    );
}

#[test]
fn a_row_goes_to_an_action_only_by_words_that_no_other_has() {
    let check = |titles: &[&str], row: &str, expected: &str| {
        let log = format!("date;action;titre;état\n2026-02-01;{row};Réalisée\n");
        let shown = follow_in(&unnumbered(titles), "content/plan/suivi.csv", log.as_bytes());
        let told = shown.lines().next().unwrap_or_default();
        let (start, code) = told.rsplit_once('[').unwrap_or((told, ""));
        let word = start.split_once(' ').map_or("", |(word, _)| word);
        assert_eq!(format!("{word} {}", code.trim_end_matches(']')).trim(), expected, "{titles:?} {row}");
    };
    let quay = ["Peindre le quai", "Saler les trottoirs"];
    check(&quay, "1.1.1;Peindre", "1.1.1");
    check(&quay, "1.1.1;Le quai, à peindre", "1.1.1");
    check(&quay, "1.1.1;Peindre le quay", "1.1.1");
    // « Peindre », once another painting is added above.
    let two = ["Peindre la clôture", "Peindre le quai", "Saler les trottoirs"];
    check(&two, "1.1.1;Peindre", "erreur unknown-title");
    check(&two, "1.1.1;Peindre le quay", "erreur title-of-another-action");
    check(&two, "1.1.1;Le quai", "erreur title-of-another-action");
    check(&two, "1.1.2;Le quai", "1.1.2");
    check(&two, "1.1.1;Nager", "erreur unknown-title");
    // Small words are those of no title, and digits tell titles apart.
    check(&["Tenir la fête", "Nager"], "1.1.1;la", "erreur unknown-title");
    check(&["Atelier 2", "Nager"], "1.1.1;Atelier 3", "erreur unknown-title");
    check(&["Atelier 2 du printemps", "Atelier 3 du printemps"], "1.1.2;Atelier 3", "1.1.2");
    // A written number bears words that others have too, not those of others alone.
    let written = ["1.1.1 Peindre la clôture", "1.1.2 Peindre le quai", "1.1.3 Saler les trottoirs"];
    check(&written, "1.1.1;Peindre", "1.1.1");
    check(&written, "1.1.3;Nager", "1.1.3");
    check(&written, "1.1.3;la", "1.1.3");
    check(&written, "1.1.3;Peindre le quay", "erreur title-of-another-action");
    check(&written, "1.1.3;Peindre", "erreur unknown-title");
}

#[test]
fn numbers_that_only_a_position_gives_are_told_once() {
    let two = unnumbered(&["Marcher", "Nager {#nage}"]);
    let check = |plan: &str, rows: &str, expected: &[&str]| {
        assert_eq!(said_beside(plan, &format!("date;action;titre;état\n{rows}")), expected, "{rows}");
    };
    let told = |numbers: &str| {
        format!(
            "[numbers-by-position] the follow-up log names by their place alone actions that the plan does not \
             number ({numbers}): a row added above would give their follow-up to others"
        )
    };
    check(&two, "2026-02-01;1.1.1;;En cours\n2026-02-02;1.1.2;;En cours\n", &[&told("1.1.1, 1.1.2")]);
    check(&two, "2026-02-01;1.1.1;;En cours\n2026-02-02;nage;;En cours\n", &[&told("1.1.1")]);
    // A title in one row of an action is enough to notice that it moved.
    check(&two, "2026-02-01;1.1.1;Marcher;En cours\n2026-02-02;1.1.1;;Réalisée\n", &[]);
    let accepted = two.replace("+++\n\n", "[plan]\naccept = [\"numbers-by-position\"]\n+++\n\n");
    check(&accepted, "2026-02-01;1.1.1;;En cours\n", &[]);
    let closed = two.replace("+++\n\n", "[plan]\nstage = \"closed\"\n+++\n\n");
    check(&closed, "2026-02-01;1.1.1;;En cours\n", &[]);
    check(&unnumbered(&["1.1.1 Marcher"]), "2026-02-01;1.1.1;;En cours\n", &[]);
}

#[test]
fn a_state_changed_in_the_plan_alone_is_told() {
    let check = |in_plan: &str, in_log: &[&str], is_told: bool| {
        let plan = unnumbered(&["1.1.1 Marcher"]).replace("| |\n", &format!("| {in_plan} |\n"));
        let rows: String = in_log
            .iter()
            .enumerate()
            .map(|(n, state)| format!("2026-02-{:02};1.1.1;{state}\n", n + 1))
            .collect();
        let said = said_beside(&plan, &format!("date;action;état\n{rows}"));
        let codes: Vec<&str> = said.iter().filter_map(|it| it.strip_prefix('[')?.split(']').next()).collect();
        assert_eq!(codes, if is_told { vec!["plan-ahead-of-log"] } else { vec![] }, "{in_plan} / {in_log:?}");
    };
    check("Réalisée", &["En préparation", "En cours"], true);
    check("En cours", &["En préparation"], true);
    check("Abandonnée", &["En cours"], true);
    check("Réalisée", &["9 personnes recrutées"], true);
    check("Réalisée", &["Reportée"], true);
    check("Reportée", &["En cours"], true);
    check("En attente", &["À venir", "En cours"], true);
    check("En suspens", &["9 personnes recrutées"], true);
    // A cell that is older than the log is the usual case.
    check("À venir", &["En cours", "Réalisée"], false);
    check("À faire", &["En cours"], false);
    check("Prévu", &["En cours"], false);
    check("Non commencé", &["En cours"], false);
    check("En préparation", &["En cours"], false);
    check("Reportée", &["En cours", "Réalisée"], false);
    check("Reportée", &["Reportée", "En cours"], false);
    check("En préparation", &["Réalisée"], false);
    check("En cours", &["Reportée"], false);
    check("En continu", &["Réalisée"], false);
    check("Réalisée", &["En continu"], false);
    check("1 marche sur 2", &["En cours"], false);
    check("", &["En cours"], false);
    // The log has said it already, and went back on it.
    check("Réalisée", &["Réalisée", "En cours"], false);
    check("Réalisé : 12 mai", &["Réalisée"], false);
}

#[test]
fn an_entry_of_a_day_that_has_not_come_is_told() {
    let check = |dates: &[&str], expected: &[&str]| {
        let rows: String = dates.iter().map(|date| format!("{date};1.1.1;En cours\n")).collect();
        let log = format!("date;action;état\n{rows}");
        assert_eq!(said_beside(&unnumbered(&["1.1.1 Marcher"]), &log), expected, "{dates:?}");
    };
    check(&["2026-02-28", "2026-03-01"], &[]);
    let told = "[entry-to-come] a row of content/plan/suivi.csv gives the news of action 1.1.1 on September 30, \
                2062, a day that has not come yet: what is added until then will not change it";
    check(&["2062-09-30", "2026-02-28"], &[told]);
}

#[test]
fn a_progress_that_changed_without_its_state_is_told() {
    let plan = unnumbered(&["1.1.1 Marcher", "1.1.2 Courir"]);
    let said = |rows: &str| said_beside(&plan, &format!("date;action;état;progression\n{rows}"));
    let told = "[percent-beside-status] action 1.1.1 stands at 100%, and its status is “À venir”: \
                content/plan/suivi.csv changed one without the other";
    assert_eq!(said("2026-01-11;1.1.1;À venir;\n2026-01-12;1.1.1;;100 %\n"), [told]);
    assert_eq!(said("2026-01-11;1.1.1;En cours;\n2026-01-12;1.1.1;;100 %\n"), [""; 0]);
    assert_eq!(said("2026-01-11;1.1.1;Réalisée;\n2026-01-12;1.1.2;;40 %\n"), [""; 0]);
}

#[test]
fn what_is_late_in_a_plan_with_a_log_asks_for_a_row_of_it() {
    let plan = "+++\nkind = \"plan\"\ntitle = \"Plan\"\n+++\n\n## Orientation 1 : Agir\n\n### 1.1 Bouger\n\n\
                | Actions | Échéancier |\n|---|---|\n| 1.1.1 Marcher | Janvier 2026 |\n";
    let helps: Vec<String> = told_beside(plan, "date;action;état\n2026-01-10;1.1.1;En cours\n")
        .iter()
        .flat_map(|it| [it.problem.code().to_owned(), it.problem.help(Lang::Fr).unwrap_or_default()])
        .collect();
    assert_eq!(
        helps,
        [
            "late-without-news",
            "ajoutez à content/plan/suivi.csv une rangée avec la date et où elle en est\u{a0}: Réalisée, En cours, \
             Reportée, Abandonnée…"
        ]
    );
}

#[test]
fn the_number_of_an_objective_or_an_orientation_is_said_to_be_one() {
    assert_snapshot!(csv("date;action;titre;note\n2013-09-01;1.1;Ouvrir;Fait\n2013-09-01;2;;Fait\n2013-09-01;1;Marcher;Fait\n"), @"
    erreur 2:12 : aucune action du plan n’a le numéro « 1.1 » [unknown-action]
      aide : c’est le numéro d’un objectif, dont les actions sont 1.1.1 et 1.1.2 : donnez une rangée à chacune de celles qui ont bougé
    erreur 3:12 : aucune action du plan n’a le numéro « 2 » [unknown-action]
      aide : c’est le numéro d’une orientation, dont les actions sont 2.1, 2.10 et 2.3 : donnez une rangée à chacune de celles qui ont bougé
    erreur 4:12 : aucune action du plan n’a le numéro « 1 » [unknown-action]
      aide : vouliez-vous dire « 2.1 »?
    ");
}

#[test]
fn a_state_of_the_plan_that_its_log_says_anew_is_not_asked_about() {
    let plan =
        PLAN.replace("| Marcher | |", "| Marcher | 7/10 |").replace("| Nager | |", "| Nager | En cour |");
    let log = "date;action;état\n2013-09-01;2.1;En cours\n";
    let files = BTreeMap::from([
        ("jalon.toml", "title = \"Essai\"\nbase_url = \"https://exemple.org\"\n"),
        ("content/_index.md", "+++\ntitle = \"Accueil\"\n+++\n\nBonjour.\n"),
        ("content/plan/index.md", plan.as_str()),
        ("content/plan/suivi.csv", log),
    ]);
    let files = files.into_iter().map(|(path, text)| (path.to_owned(), Arc::from(text.as_bytes()))).collect();
    let today = Date::new(2013, 10, 1).expect("a day");
    let options = Options { today: Some(today), build_day: today, drafts: Drafts::LeftOut, base_url: None };
    let told = pipeline::run(&Inputs { files, options }).diagnostics;
    let of_state: Vec<String> = told
        .iter()
        .filter(|it| it.problem.code() == "near-status")
        .map(|it| it.problem.message(Lang::Fr))
        .collect();
    assert_eq!(of_state, ["état «\u{a0}En cour\u{a0}» inconnu"]);
}
