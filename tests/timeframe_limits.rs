//! Timeframes that go up to a day, come back, or follow a fiscal year: the same in both languages.

mod timeframe_cases;

use jalon::kind::plan::timeframe::{Calendar, read};
use jalon::lang::Lang;
use timeframe_cases::{check, period, plan_2013};

/// The calendar of a plan of three years, from April 2025 to March 2028.
fn plan_2025() -> Calendar {
    Calendar { period: period((2025, 4, 1), (2028, 3, 31)), ..Calendar::default() }
}

/// The calendar of a plan of three years, from April 2026 to March 2029.
fn plan_2026() -> Calendar {
    Calendar { period: period((2026, 4, 1), (2029, 3, 31)), ..Calendar::default() }
}

/// The calendar of a plan of one year, from April 2026 to March 2027.
fn plan_of_a_year() -> Calendar {
    Calendar { period: period((2026, 4, 1), (2027, 3, 31)), ..Calendar::default() }
}

#[test]
fn a_deadline_may_hold_its_own_day() {
    check(
        Lang::En,
        &plan_2025(),
        r#"
        On or before September 1, 2026 = deadline 2025-04-01..2026-09-01 = d’ici le 1er septembre 2026 = by September 1, 2026
        Due on or before September 1, 2026 = deadline 2025-04-01..2026-09-01 = d’ici le 1er septembre 2026 = by September 1, 2026
        By or before September 1, 2026 = deadline 2025-04-01..2026-09-01 = d’ici le 1er septembre 2026 = by September 1, 2026
        Before or on September 1, 2026 = deadline 2025-04-01..2026-09-01 = d’ici le 1er septembre 2026 = by September 1, 2026
        Prior to or on June 1, 2026 = deadline 2025-04-01..2026-06-01 = d’ici le 1er juin 2026 = by June 1, 2026
        On or before June 2026 = deadline 2025-04-01..2026-06-30 = d’ici le 30 juin 2026 = by June 30, 2026
        On or before the end of June 2026 = deadline 2025-04-01..2026-06-30 = d’ici le 30 juin 2026 = by June 30, 2026
        At the latest in June 2026 = deadline 2025-04-01..2026-06-30 = d’ici le 30 juin 2026 = by June 30, 2026
        June 2026 at the latest = deadline 2025-04-01..2026-06-30 = d’ici le 30 juin 2026 = by June 30, 2026
        By June 2026 at the latest = deadline 2025-04-01..2026-06-30 = d’ici le 30 juin 2026 = by June 30, 2026
        June 1, 2026 or before = deadline 2025-04-01..2026-06-01 = d’ici le 1er juin 2026 = by June 1, 2026
        September 1, 2026 or sooner = deadline 2025-04-01..2026-09-01 = d’ici le 1er septembre 2026 = by September 1, 2026
        Not after June 1, 2026 = deadline 2025-04-01..2026-06-01 = d’ici le 1er juin 2026 = by June 1, 2026
        Report due on or before June 1, 2026 = deadline 2025-04-01..2026-06-01 = Report : d’ici le 1er juin 2026 = Report: by June 1, 2026
        Due June 1, 2026 = deadline 2025-04-01..2026-06-01 = d’ici le 1er juin 2026 = by June 1, 2026
        Due before June 1, 2026 = deadline 2025-04-01..2026-05-31 = d’ici le 31 mai 2026 = by May 31, 2026
        By Monday, June 8, 2026 = deadline 2025-04-01..2026-06-08 = d’ici le 8 juin 2026 = by June 8, 2026
        "#,
    );
    check(
        Lang::Fr,
        &plan_2026(),
        r#"
        Le ou avant le 31 mai 2026 = deadline 2026-04-01..2026-05-31 = d’ici le 31 mai 2026 = by May 31, 2026
        Avant ou le 31 mai 2026 = deadline 2026-04-01..2026-05-31 = d’ici le 31 mai 2026 = by May 31, 2026
        au plus tard le 31 mai 2026 = deadline 2026-04-01..2026-05-31 = d’ici le 31 mai 2026 = by May 31, 2026
        au plus tard en juin 2026 = deadline 2026-04-01..2026-06-30 = d’ici le 30 juin 2026 = by June 30, 2026
        d'ici au plus tard le 31 mai 2026 = deadline 2026-04-01..2026-05-31 = d’ici le 31 mai 2026 = by May 31, 2026
        d'ici le 31 mai 2026 au plus tard = deadline 2026-04-01..2026-05-31 = d’ici le 31 mai 2026 = by May 31, 2026
        Le 31 mai 2026 au plus tard = deadline 2026-04-01..2026-05-31 = d’ici le 31 mai 2026 = by May 31, 2026
        le 31 mai 2026 ou avant = deadline 2026-04-01..2026-05-31 = d’ici le 31 mai 2026 = by May 31, 2026
        31 mai 2026 ou plus tôt = deadline 2026-04-01..2026-05-31 = d’ici le 31 mai 2026 = by May 31, 2026
        En juin 2026 ou avant = deadline 2026-04-01..2026-06-30 = d’ici le 30 juin 2026 = by June 30, 2026
        Rapport le ou avant le 31 mai 2026 = deadline 2026-04-01..2026-05-31 = Rapport : d’ici le 31 mai 2026 = Rapport: by May 31, 2026
        Rapport avant ou le 31 mai 2026 = deadline 2026-04-01..2026-05-31 = Rapport : d’ici le 31 mai 2026 = Rapport: by May 31, 2026
        "#,
    );
}

#[test]
fn what_comes_after_a_day_is_no_deadline() {
    check(
        Lang::En,
        &plan_2025(),
        r#"
        After June 1, 2026 = open 2026-06-02..… = à partir du 2 juin 2026 = from June 2, 2026
        On or after June 1, 2026 = open 2026-06-01..… = à partir du 1er juin 2026 = from June 1, 2026
        Report after June 1, 2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        "#,
    );
    check(
        Lang::Fr,
        &plan_2026(),
        r#"
        après le 31 mai 2026 = open 2026-06-01..… = à partir du 1er juin 2026 = from June 1, 2026
        Le ou après le 1er juin 2026 = open 2026-06-01..… = à partir du 1er juin 2026 = from June 1, 2026
        "#,
    );
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        Rapport après le 31 mai 2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        "#,
    );
}

#[test]
fn a_state_to_be_reached_by_a_day_is_no_state() {
    check(
        Lang::En,
        &plan_2025(),
        r#"
        Complete by June 2026 = deadline 2025-04-01..2026-06-30 = d’ici le 30 juin 2026 = by June 30, 2026
        Completed by June 2026 = deadline 2025-04-01..2026-06-30 = d’ici le 30 juin 2026 = by June 30, 2026
        "#,
    );
    check(
        Lang::Fr,
        &plan_2026(),
        r#"
        À compléter d'ici juin 2026 = deadline 2026-04-01..2026-06-30 = À compléter : d’ici le 30 juin 2026 = À compléter: by June 30, 2026
        Complété d'ici juin 2026 = deadline 2026-04-01..2026-06-30 = d’ici le 30 juin 2026 = by June 30, 2026
        "#,
    );
}

#[test]
fn quarters_share_the_fiscal_year_at_their_right() {
    check(
        Lang::En,
        &plan_2026(),
        r#"
        Q2-Q3 2027-28 = range 2027-07-01..2027-12-31 = juillet à décembre 2027 = July to December 2027
        Q1-Q2 FY2026-27 = range 2026-04-01..2026-09-30 = avril à septembre 2026 = April to September 2026
        Q1 to Q3 of FY 2026-27 = range 2026-04-01..2026-12-31 = avril à décembre 2026 = April to December 2026
        H1-H2 FY2026-27 = range 2026-04-01..2027-03-31 = avril 2026 à mars 2027 = April 2026 to March 2027
        Q1 and Q2 FY2026-27 = list 2026-04-01..2026-06-30 2026-07-01..2026-09-30 = avril à juin 2026 et juillet à septembre 2026 = April to June 2026 and July to September 2026
        Q1, Q2 and Q3 FY2026-27 = list 2026-04-01..2026-06-30 2026-07-01..2026-09-30 2026-10-01..2026-12-31 = avril à juin 2026, juillet à septembre 2026 et octobre à décembre 2026 = April to June 2026, July to September 2026 and October to December 2026
        Between Q1 and Q3 2026-27 = range 2026-04-01..2026-12-31 = avril à décembre 2026 = April to December 2026
        Q1 and Q2 2026-27 and Q3 2027-28 = list 2026-04-01..2026-06-30 2026-07-01..2026-09-30 2027-10-01..2027-12-31 = avril à juin 2026, juillet à septembre 2026 et octobre à décembre 2027 = April to June 2026, July to September 2026 and October to December 2027
        Q4 2026-27 to Q1 2027-28 = range 2027-01-01..2027-06-30 = janvier à juin 2027 = January to June 2027
        Q2 2026 - Q3 2027-28 = range 2026-04-01..2027-12-31 = avril 2026 à décembre 2027 = April 2026 to December 2027
        FY2026-27 Q1 = quarter 2026-04-01..2026-06-30 = avril à juin 2026 = April to June 2026
        2026-27 Q1 = quarter 2026-04-01..2026-06-30 = avril à juin 2026 = April to June 2026
        Q2-Q3 2027 = range 2027-04-01..2027-09-30 = avril à septembre 2027 = April to September 2027
        Q4-Q1 2027-28 = opaque = (nothing) = (nothing) ! Backwards { start: Date(2028-01-01), end: Date(2027-06-30) }
        "#,
    );
    check(
        Lang::Fr,
        &plan_2026(),
        r#"
        T1-T2 2026-2027 = range 2026-04-01..2026-09-30 = avril à septembre 2026 = April to September 2026
        T1 et T2 2026-2027 = list 2026-04-01..2026-06-30 2026-07-01..2026-09-30 = avril à juin 2026 et juillet à septembre 2026 = April to June 2026 and July to September 2026
        T1 à T3 2026-2027 = range 2026-04-01..2026-12-31 = avril à décembre 2026 = April to December 2026
        T1, T2 et T3 2026-2027 = list 2026-04-01..2026-06-30 2026-07-01..2026-09-30 2026-10-01..2026-12-31 = avril à juin 2026, juillet à septembre 2026 et octobre à décembre 2026 = April to June 2026, July to September 2026 and October to December 2026
        T1 et T2 de l'exercice 2026-2027 = list 2026-04-01..2026-06-30 2026-07-01..2026-09-30 = avril à juin 2026 et juillet à septembre 2026 = April to June 2026 and July to September 2026
        S1-S2 2026-2027 = range 2026-04-01..2027-03-31 = avril 2026 à mars 2027 = April 2026 to March 2027
        2026-2027 T1 = quarter 2026-04-01..2026-06-30 = avril à juin 2026 = April to June 2026
        T1-T2 2027 = range 2027-01-01..2027-06-30 = janvier à juin 2027 = January to June 2027
        "#,
    );
}

#[test]
fn a_fiscal_year_may_be_called_by_its_last_year() {
    check(
        Lang::En,
        &plan_2025(),
        r#"
        FY2027 = fiscal-year 2026-04-01..2027-03-31 = avril 2026 à mars 2027 = April 2026 to March 2027
        FY27 = fiscal-year 2026-04-01..2027-03-31 = avril 2026 à mars 2027 = April 2026 to March 2027
        FY26-27 = fiscal-year 2026-04-01..2027-03-31 = avril 2026 à mars 2027 = April 2026 to March 2027
        Fiscal 2027 = fiscal-year 2026-04-01..2027-03-31 = avril 2026 à mars 2027 = April 2026 to March 2027
        FY2027 to 2028 = range 2026-04-01..2028-03-31 = avril 2026 à mars 2028 = April 2026 to March 2028
        FY2027 and 2028 = list 2026-04-01..2027-03-31 2027-04-01..2028-03-31 = avril 2026 à mars 2027 et avril 2027 à mars 2028 = April 2026 to March 2027 and April 2027 to March 2028
        FY26 to FY27 = range 2025-04-01..2027-03-31 = avril 2025 à mars 2027 = April 2025 to March 2027
        "#,
    );
    check(
        Lang::En,
        &plan_2026(),
        r#"
        Q1 FY2027 = quarter 2026-04-01..2026-06-30 = avril à juin 2026 = April to June 2026
        "#,
    );
    check(
        Lang::Fr,
        &plan_2026(),
        r#"
        exercice 2027 = fiscal-year 2026-04-01..2027-03-31 = avril 2026 à mars 2027 = April 2026 to March 2027
        "#,
    );
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        T1 de l'exercice 2027 = quarter 2026-04-01..2026-06-30 = avril à juin 2026 = April to June 2026
        "#,
    );
}

#[test]
fn parts_of_a_time_may_be_joined() {
    check(
        Lang::En,
        &plan_2025(),
        r#"
        Early to mid-2027 = range 2027-01-01..2027-08-31 = janvier à août 2027 = January to August 2027
        Mid to late 2027 = range 2027-05-01..2027-12-31 = mai à décembre 2027 = May to December 2027
        mid- to late 2027 = range 2027-05-01..2027-12-31 = mai à décembre 2027 = May to December 2027
        From early to late 2027 = range 2027-01-01..2027-12-31 = janvier à décembre 2027 = January to December 2027
        Early to mid June 2027 = range 2027-06-01..2027-06-20 = 1er au 20 juin 2027 = June 1 to 20, 2027
        late 2026 to early 2027 = range 2026-09-01..2027-04-30 = septembre 2026 à avril 2027 = September 2026 to April 2027
        Early or mid-2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        "#,
    );
    check(
        Lang::Fr,
        &plan_2026(),
        r#"
        Début à mi-2027 = range 2027-01-01..2027-08-31 = janvier à août 2027 = January to August 2027
        De début à mi-2027 = range 2027-01-01..2027-08-31 = janvier à août 2027 = January to August 2027
        Mi à fin 2027 = range 2027-05-01..2027-12-31 = mai à décembre 2027 = May to December 2027
        début à fin juin 2027 = range 2027-06-01..2027-06-30 = juin 2027 = June 2027
        Fin 2026 à mi-2027 = range 2026-09-01..2027-08-31 = septembre 2026 à août 2027 = September 2026 to August 2027
        Début ou mi-2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        "#,
    );
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        Début : mai 2027 = milestone 2027-05-01..2027-05-31 = Début : mai 2027 = Début: May 2027
        "#,
    );
}

#[test]
fn what_comes_back_at_a_time_of_the_year_is_a_rhythm() {
    check(
        Lang::Fr,
        &plan_2026(),
        r#"
        Chaque année en juin = recurring 2026-04-01..2029-03-31 = chaque année : juin = every year: June
        Annuel, en juin = recurring 2026-04-01..2029-03-31 = chaque année : juin = every year: June
        Annuellement (en juin) = recurring 2026-04-01..2029-03-31 = chaque année : juin = every year: June
        Chaque année au printemps = recurring 2026-04-01..2029-03-31 = chaque année : avril à juin = every year: April to June
        Chaque année en juin et en décembre = recurring 2026-04-01..2029-03-31 = chaque année : juin et décembre = every year: June and December
        Chaque année d'ici le 30 juin = recurring 2026-04-01..2029-03-31 = chaque année : d’ici le 30 juin = every year: by June 30
        Tous les deux ans en juin = recurring 2026-04-01..2029-03-31 = tous les 2 ans : juin = every 2 years: June
        chaque automne, en octobre = recurring 2026-04-01..2029-03-31 = chaque automne : octobre = every fall: October
        Mensuel de juin à septembre = recurring 2026-04-01..2029-03-31 = chaque mois : juin à septembre = every month: June to September
        "#,
    );
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        En juin de chaque année = recurring 2025-04-01..2028-03-31 = chaque année : juin = every year: June
        chaque mois de juin à août = recurring 2025-04-01..2028-03-31 = chaque mois : juin à août = every month: June to August
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        Annually in June = recurring 2025-04-01..2028-03-31 = chaque année : juin = every year: June
        Annually by June 30 = recurring 2025-04-01..2028-03-31 = chaque année : d’ici le 30 juin = every year: by June 30
        Each year on June 24 = recurring 2025-04-01..2028-03-31 = chaque année : 24 juin = every year: June 24
        Once a year in June = recurring 2025-04-01..2028-03-31 = chaque année : juin = every year: June
        Every June = recurring 2025-04-01..2028-03-31 = chaque année : juin = every year: June
        Annually in June 2027 = month 2027-06-01..2027-06-30 = chaque année : juin 2027 = every year: June 2027
        Monthly, June to September = recurring 2025-04-01..2028-03-31 = chaque mois : juin à septembre = every month: June to September
        "#,
    );
    check(
        Lang::Fr,
        &plan_of_a_year(),
        r#"
        Chaque année en juin = recurring 2026-04-01..2027-03-31 = chaque année : juin = every year: June
        Annuel, au printemps = recurring 2026-04-01..2027-03-31 = chaque année : avril à juin = every year: April to June
        Mensuel de juin à septembre = range 2026-06-01..2026-09-30 = chaque mois : juin à septembre 2026 = every month: June to September 2026
        "#,
    );
    check(
        Lang::En,
        &plan_of_a_year(),
        r#"
        Annually in June = recurring 2026-04-01..2027-03-31 = chaque année : juin = every year: June
        Each year in June = recurring 2026-04-01..2027-03-31 = chaque année : juin = every year: June
        "#,
    );
}

#[test]
fn spellings_of_what_is_known_are_known() {
    check(
        Lang::En,
        &plan_2025(),
        r#"
        On-going = continuous 2025-04-01..2028-03-31 = en continu = ongoing
        Year round = continuous 2025-04-01..2028-03-31 = en continu = ongoing
        One time = once = une seule fois = once
        Bi-weekly = recurring 2025-04-01..2028-03-31 = toutes les 2 semaines = every 2 weeks
        Bi-monthly = recurring 2025-04-01..2028-03-31 = tous les 2 mois = every 2 months
        Bi-annual = recurring 2025-04-01..2028-03-31 = deux fois par année = twice a year
        Monday, June 8, 2026 = day 2026-06-08 = 8 juin 2026 = June 8, 2026
        Mon., June 8, 2026 = day 2026-06-08 = 8 juin 2026 = June 8, 2026
        Throughout the plan = continuous 2025-04-01..2028-03-31 = en continu = ongoing
        Duration of the plan = continuous 2025-04-01..2028-03-31 = en continu = ongoing
        TBA = undetermined = à déterminer = to be determined
        Year one = relative-year 2025-04-01..2026-03-31 = avril 2025 à mars 2026 = April 2025 to March 2026
        Years one and two = list 2025-04-01..2026-03-31 2026-04-01..2027-03-31 = avril 2025 à mars 2026 et avril 2026 à mars 2027 = April 2025 to March 2026 and April 2026 to March 2027
        2026-3-5 = day 2026-03-05 = 5 mars 2026 = March 5, 2026
        "#,
    );
    check(
        Lang::Fr,
        &plan_2026(),
        r#"
        Année un = relative-year 2026-04-01..2027-03-31 = avril 2026 à mars 2027 = April 2026 to March 2027
        À annoncer = undetermined = à déterminer = to be determined
        Pendant la durée du plan = continuous 2026-04-01..2029-03-31 = en continu = ongoing
        lundi, 8 juin 2026 = day 2026-06-08 = 8 juin 2026 = June 8, 2026
        "#,
    );
}

#[test]
fn what_has_no_object_has_no_dates_and_is_not_told() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        S.O. = opaque = (nothing) = (nothing)
        s. o. = opaque = (nothing) = (nothing)
        Sans objet = opaque = (nothing) = (nothing)
        N/A = opaque = (nothing) = (nothing)
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        n/a = opaque = (nothing) = (nothing)
        Not applicable = opaque = (nothing) = (nothing)
        "#,
    );
}

#[test]
fn a_day_that_no_calendar_has_is_told() {
    check(
        Lang::Fr,
        &plan_2026(),
        r#"
        31 juin 2026 = opaque = (nothing) = (nothing) ! ImpossibleDay { month: 6, year: Some(2026) }
        29 février 2026 = opaque = (nothing) = (nothing) ! ImpossibleDay { month: 2, year: Some(2026) }
        31/06/2026 = opaque = (nothing) = (nothing) ! ImpossibleDay { month: 6, year: Some(2026) }
        D'ici le 31 juin 2026 = opaque = (nothing) = (nothing) ! ImpossibleDay { month: 6, year: Some(2026) }
        2026-06-31 = opaque = (nothing) = (nothing) ! ImpossibleDay { month: 6, year: Some(2026) }
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        June 31, 2026 = opaque = (nothing) = (nothing) ! ImpossibleDay { month: 6, year: Some(2026) }
        June 31 = opaque = (nothing) = (nothing) ! ImpossibleDay { month: 6, year: None }
        06/31/2026 = opaque = (nothing) = (nothing) ! ImpossibleDay { month: 6, year: Some(2026) }
        "#,
    );
}

#[test]
fn a_reading_that_repeats_the_words_says_nothing_more() {
    let repeats = |text: &str, lang: Lang| {
        let (timeframe, _) = read(text, lang, &plan_2026());
        timeframe.repeats(&timeframe.words(lang).expect("what is understood has words"))
    };
    assert!(repeats("Du 1er avril 2027 au 31 mars 2028", Lang::Fr));
    assert!(repeats("En juin 2027", Lang::Fr));
    assert!(repeats("D’ici le 31 mars 2027", Lang::Fr));
    assert!(repeats("In June 2027", Lang::En));
    assert!(repeats("From April 1, 2027 to March 31, 2028", Lang::En));
    // What is loose, or said of a day of the week, is more than its dates.
    assert!(!repeats("Vers juin 2027", Lang::Fr));
    assert!(!repeats("lundi 8 juin 2026", Lang::Fr));
    assert!(!repeats("Automne 2026", Lang::Fr));
    assert!(!repeats("2026-2027", Lang::Fr));
}
