//! Each format by its own rules, with words that try to break it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::made::{self, LOG, PLAN, SETTINGS};

fn text(name: &str) -> String {
    String::from_utf8(made::file(name)).unwrap()
}

/// The names of the files of a plan.
#[track_caller]
fn check(settings: &str, plan: &str, log: &[made::Noted<'_>], expected: &str) {
    let files = made::files(settings, plan, log);
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    assert_eq!(names.join(" "), expected);
}

#[test]
fn a_plan_is_given_in_the_formats_that_suit_it() {
    check(SETTINGS, PLAN, LOG, "actions.xlsx actions.csv echeances.ics suivi.atom plan.json");
    // No log, no feed.
    check(SETTINGS, PLAN, &[], "actions.xlsx actions.csv echeances.ics plan.json");
    // A feed has absolute addresses alone.
    check("title = \"Site\"", PLAN, LOG, "actions.xlsx actions.csv echeances.ics plan.json");
    // No deadline, no calendar.
    check(SETTINGS, "+++\nkind = \"plan\"\n+++\n", &[], "actions.xlsx actions.csv plan.json");
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    assert_eq!(made::files(SETTINGS, PLAN, LOG), made::files(SETTINGS, PLAN, LOG));
}

#[test]
fn a_table_has_a_row_for_each_action_and_the_columns_of_the_author() {
    let csv = text("actions.csv");
    insta::assert_snapshot!(csv.replace('\u{feff}', "<BOM>").replace("\r\n", "<CRLF>\n"), @r#"
    <BOM>No d’orientation,Orientation,No d’objectif,Objectif,No d’action,Identifiant,Action,Intention,Échéancier,Début,Fin,État,État (mots du plan),Clé d’état,Progression (%),En retard,Responsable,Partenaires,Dernier suivi,Note du suivi,Indicateur<CRLF>
    2,Rencontrer,2.1,Aller au-devant,2.1.1,2.1.1,"Visiter les neuf municipalités de la vallée, une à une, avec qui veut venir, et écouter avant de parler",,Automne 2025,2025-09-01,2025-12-31,En cours,En cours,in-progress,,oui,,,2026-01-10,,'=1+1<CRLF>
    2,Rencontrer,2.1,Aller au-devant,2.1.2,2.1.2,"'=HYPERLINK(""x""), ou presque; enfin",,D’ici mars 2026,2025-07-01,2026-03-31,État non précisé,,not-stated,,non,,,,,<CRLF>
    2,Rencontrer,2.1,Aller au-devant,2.1.3,2.1.3,Tenir le café,,En continu,2025-07-01,,En continu,En continu,ongoing,,non,,,,,<CRLF>
    2,Rencontrer,2.1,Aller au-devant,2.1.4,2.1.4,Fêter,,Juin 2026,2026-06-01,2026-06-30,Réalisée,Réalisée,done,,non,,,2025-12-01,'=SUM(A1),<CRLF>
    "#);
}

#[test]
fn a_text_never_becomes_a_formula() {
    let csv = text("actions.csv");
    let cells = csv::ReaderBuilder::new().from_reader(csv.as_bytes()).into_records();
    let cells: Vec<String> =
        cells.flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert!(
        cells.iter().any(|cell| cell == "'=1+1") && cells.iter().any(|cell| cell == "'=SUM(A1)"),
        "{cells:?}"
    );
    assert!(!cells.iter().any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{cells:?}");
}

/// The lines of a calendar, unfolded.
fn lines(calendar: &str) -> Vec<String> {
    assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(!calendar.replace("\r\n", "").contains(['\r', '\n']), "every line ends with CRLF");
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "no line is longer than 75 octets");
    calendar.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn the_calendar_holds_the_deadlines_still_to_be_met() {
    insta::assert_snapshot!(lines(&text("echeances.ics")).join("\n").replace('\u{a0}', "_"), @r#"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//jalon//0.1.0//FR
    CALSCALE:GREGORIAN
    METHOD:PUBLISH
    X-WR-CALNAME:Plan\, 2025\; "A" & <B> suite
    X-WR-CALDESC:Échéances du plan «_Plan\, 2025\; "A" & <B> suite_». Une action réalisée\, abandonnée ou en continu n’y figure pas.
    BEGIN:VEVENT
    DESCRIPTION:État_: En cours\nÉchéancier_: Automne 2025
    DTEND;VALUE=DATE:20260101
    DTSTAMP:20260115T000000Z
    DTSTART;VALUE=DATE:20251231
    SUMMARY:2.1.1 Visiter les neuf municipalités de la vallée\, une à une\, avec qui veut venir\, et écouter avant de parler
    TRANSP:TRANSPARENT
    UID:asso/plans/essai/#2.1.1@exemple.org
    URL:https://exemple.org/asso/plans/essai/#2.1.1
    CATEGORIES:Rencontrer
    END:VEVENT
    BEGIN:VEVENT
    DESCRIPTION:Échéancier_: D’ici mars 2026
    DTEND;VALUE=DATE:20260401
    DTSTAMP:20260115T000000Z
    DTSTART;VALUE=DATE:20260331
    SUMMARY:2.1.2 =HYPERLINK("x")\, ou presque\; enfin
    TRANSP:TRANSPARENT
    UID:asso/plans/essai/#2.1.2@exemple.org
    URL:https://exemple.org/asso/plans/essai/#2.1.2
    CATEGORIES:Rencontrer
    END:VEVENT
    END:VCALENDAR
    "#);
}

#[test]
fn a_deadline_says_the_state_in_the_words_of_its_author() {
    let plan = PLAN.replace("En cours", "6 régions visitées");
    let files = made::files(SETTINGS, &plan, &[]);
    let calendar = files.iter().find(|(name, _)| *name == "echeances.ics").unwrap();
    let calendar = lines(std::str::from_utf8(&calendar.1).unwrap());
    let said: Vec<&str> =
        calendar.iter().filter_map(|line| line.strip_prefix("DESCRIPTION:État\u{a0}: ")).collect();
    assert_eq!(said, ["6 régions visitées\\nÉchéancier\u{a0}: Automne 2025"]);
}

#[test]
fn deadlines_have_names_of_their_own_that_stay() {
    let calendar = lines(&text("echeances.ics"));
    let names = |calendar: &[String]| -> Vec<String> {
        calendar.iter().filter(|line| line.starts_with("UID:")).cloned().collect()
    };
    let other_state = PLAN.replace("En cours", "À venir").replace("2026-01-15", "2026-02-01");
    let files = made::files(SETTINGS, &other_state, &[]);
    let later = files.iter().find(|(name, _)| *name == "echeances.ics").unwrap();
    assert_eq!(names(&calendar), names(&lines(std::str::from_utf8(&later.1).unwrap())));
    assert_eq!(names(&calendar).iter().collect::<BTreeSet<_>>().len(), 2);
}

#[test]
fn the_feed_tells_the_newest_first() {
    insta::assert_snapshot!(text("suivi.atom").replace('\u{a0}', "_"), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr-CA">
      <title>Suivi_: Plan, 2025; &quot;A&quot; &amp; &lt;B&gt;
    suite</title>
      <id>https://exemple.org/asso/plans/essai/suivi.atom</id>
      <link rel="self" type="application/atom+xml" href="https://exemple.org/asso/plans/essai/suivi.atom"/>
      <link rel="alternate" type="text/html" href="https://exemple.org/asso/plans/essai/"/>
      <updated>2026-01-15T12:00:00Z</updated>
      <author><name>Réseau &amp; cie</name></author>
      <entry>
        <title>2.1.1 Visiter les neuf municipalités de la vallée, une à une, avec qui veut venir, et écouter avant de parler_: Autre état (6 municipalités visitées)</title>
        <id>https://exemple.org/asso/plans/essai/suivi.atom#2.1.1-2026-01-10-2</id>
        <link rel="alternate" type="text/html" href="https://exemple.org/asso/plans/essai/#2.1.1"/>
        <updated>2026-01-10T12:00:00Z</updated>
        <content type="html">&lt;p&gt;Autre état (6 municipalités visitées)&lt;/p&gt;&lt;p&gt;Procès-verbal&lt;/p&gt;&lt;p&gt;photo.jpg&lt;/p&gt;</content>
      </entry>
      <entry>
        <title>2.1.1 Visiter les neuf municipalités de la vallée, une à une, avec qui veut venir, et écouter avant de parler</title>
        <id>https://exemple.org/asso/plans/essai/suivi.atom#2.1.1-2026-01-10</id>
        <link rel="alternate" type="text/html" href="https://exemple.org/asso/plans/essai/#2.1.1"/>
        <updated>2026-01-10T12:00:00Z</updated>
        <content type="html">&lt;p&gt;40_%&lt;/p&gt;&lt;p&gt;Quatre visites;
    « bientôt » la cinquième&lt;/p&gt;</content>
      </entry>
      <entry>
        <title>2.1.4 Fêter_: Réalisée</title>
        <id>https://exemple.org/asso/plans/essai/suivi.atom#2.1.4-2025-12-01</id>
        <link rel="alternate" type="text/html" href="https://exemple.org/asso/plans/essai/#2.1.4"/>
        <updated>2025-12-01T12:00:00Z</updated>
        <content type="html">&lt;p&gt;Réalisée&lt;/p&gt;&lt;p&gt;=SUM(A1)&lt;/p&gt;</content>
      </entry>
      <entry>
        <title>2.1.1 Visiter les neuf municipalités de la vallée, une à une, avec qui veut venir, et écouter avant de parler_: En cours</title>
        <id>https://exemple.org/asso/plans/essai/suivi.atom#2.1.1-2025-10-01</id>
        <link rel="alternate" type="text/html" href="https://exemple.org/asso/plans/essai/#2.1.1"/>
        <updated>2025-10-01T12:00:00Z</updated>
        <content type="html">&lt;p&gt;En cours&lt;/p&gt;&lt;p&gt;20_%&lt;/p&gt;&lt;p&gt;Deux visites&lt;/p&gt;&lt;p&gt;&lt;a href=&quot;https://exemple.org/a?b=1&amp;amp;c=2&quot;&gt;https://exemple.org/a?b=1&amp;amp;c=2&lt;/a&gt;&lt;/p&gt;</content>
      </entry>
    </feed>
    "#);
}

#[test]
fn a_feed_shows_fifty_entries() {
    let dates: Vec<String> = (0..80).map(|n| format!("20{:02}-01-01", 10 + n)).collect();
    let log: Vec<made::Noted<'_>> =
        dates.iter().map(|date| ("2.1.1", date.as_str(), "En cours", None, "", &[][..])).collect();
    let files = made::files(SETTINGS, PLAN, &log);
    let feed = files.iter().find(|(name, _)| *name == "suivi.atom").unwrap();
    let feed = std::str::from_utf8(&feed.1).unwrap();
    assert_eq!(feed.matches("<entry>").count(), 50);
    assert!(feed.contains("#2.1.1-2089-01-01</id>") && !feed.contains("2039-01-01"));
}

#[test]
fn the_data_tells_the_whole_history() {
    let plan: Value = serde_json::from_slice(&made::file("plan.json")).unwrap();
    let schema = include_str!("../../docs/schemas/jalon-plan-1.schema.json");
    let validator = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    let errors: Vec<String> = validator.iter_errors(&plan).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    let history = &plan["orientations"][0]["objectives"][0]["actions"][0]["history"];
    assert_eq!(
        *history,
        json!([
            {"date": "2025-10-01", "status": {"text": "En cours", "key": "in-progress"}, "percent": 20,
             "note": "Deux visites", "evidence": ["https://exemple.org/a?b=1&c=2"]},
            {"date": "2026-01-10", "status": null, "percent": 40,
             "note": "Quatre visites;\n« bientôt » la cinquième", "evidence": []},
            {"date": "2026-01-10", "status": {"text": "6 municipalités visitées", "key": "noted"},
             "percent": null, "note": null, "evidence": ["Procès-verbal", "photo.jpg"]},
        ])
    );
}
