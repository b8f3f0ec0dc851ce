//! Timeframes that look like something else, and what they are understood to say.

mod timeframe_cases;

use jalon::kind::plan::timeframe::Calendar;
use jalon::lang::Lang;
use timeframe_cases::{check, period, plan_2013};

/// The calendar of a plan of three years, from April 2025 to March 2028.
fn plan_2025() -> Calendar {
    Calendar { period: period((2025, 4, 1), (2028, 3, 31)), ..Calendar::default() }
}

/// The calendar of a plan of one autumn.
fn plan_of_an_autumn() -> Calendar {
    Calendar { period: period((2025, 9, 1), (2025, 12, 31)), ..Calendar::default() }
}

#[test]
fn a_date_whose_year_nothing_settles_is_no_quantity() {
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        13 juin = opaque = (nothing) = (nothing) ! YearUnknown(Several)
        15 mai = opaque = (nothing) = (nothing) ! YearUnknown(Several)
        12 décembre = opaque = (nothing) = (nothing) ! YearUnknown(Several)
        Juin et décembre = opaque = (nothing) = (nothing) ! YearUnknown(Several)
        "#,
    );
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        15 mai = day 2014-05-15 = 15 mai 2014 = May 15, 2014
        "#,
    );
    check(
        Lang::Fr,
        &plan_of_an_autumn(),
        r#"
        13 juin = opaque = (nothing) = (nothing) ! YearUnknown(Outside)
        15 octobre = day 2025-10-15 = 15 octobre 2025 = October 15, 2025
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        13 June = opaque = (nothing) = (nothing) ! YearUnknown(Several)
        "#,
    );
}

#[test]
fn a_year_alone_repeats_what_stands_before_it() {
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        printemps 2026 et 2027 = list 2026-04-01..2026-06-30 2027-04-01..2027-06-30 = avril à juin 2026 et avril à juin 2027 = April to June 2026 and April to June 2027
        automne 2025 et 2026 = list 2025-09-01..2025-12-31 2026-09-01..2026-12-31 = septembre à décembre 2025 et septembre à décembre 2026 = September to December 2025 and September to December 2026
        mai 2026 et 2027 = list 2026-05-01..2026-05-31 2027-05-01..2027-05-31 = mai 2026 et mai 2027 = May 2026 and May 2027
        T1 2026 et 2027 = list 2026-01-01..2026-03-31 2027-01-01..2027-03-31 = janvier à mars 2026 et janvier à mars 2027 = January to March 2026 and January to March 2027
        15 mai 2026 et 2027 = list 2026-05-15 2027-05-15 = 15 mai 2026 et 15 mai 2027 = May 15, 2026 and May 15, 2027
        printemps 2026, 2027 et 2028 = list 2026-04-01..2026-06-30 2027-04-01..2027-06-30 2028-04-01..2028-06-30 = avril à juin 2026, avril à juin 2027 et avril à juin 2028 = April to June 2026, April to June 2027 and April to June 2028
        Mai et juin 2026 et 2027 = list 2026-05-01..2026-05-31 2026-06-01..2026-06-30 2027-05-01..2027-05-31 2027-06-01..2027-06-30 = mai 2026, juin 2026, mai 2027 et juin 2027 = May 2026, June 2026, May 2027 and June 2027
        avril à juin 2026 et 2027 = list 2026-04-01..2026-06-30 2027-04-01..2027-06-30 = avril à juin 2026 et avril à juin 2027 = April to June 2026 and April to June 2027
        2026 et 2027 = list 2026-01-01..2026-12-31 2027-01-01..2027-12-31 = 2026 et 2027 = 2026 and 2027
        2025-2026 et 2027 = list 2025-04-01..2026-03-31 2027-01-01..2027-12-31 = avril 2025 à mars 2026 et janvier à décembre 2027 = April 2025 to March 2026 and January to December 2027
        T4 2026; 2027 = list 2026-10-01..2026-12-31 2027-01-01..2027-12-31 = octobre à décembre 2026 et janvier à décembre 2027 = October to December 2026 and January to December 2027
        printemps 2026 et automne 2027 = list 2026-04-01..2026-06-30 2027-09-01..2027-12-31 = avril à juin 2026 et septembre à décembre 2027 = April to June 2026 and September to December 2027
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        spring 2026 and 2027 = list 2026-04-01..2026-06-30 2027-04-01..2027-06-30 = avril à juin 2026 et avril à juin 2027 = April to June 2026 and April to June 2027
        "#,
    );
}

#[test]
fn a_year_alone_that_may_be_all_of_it_is_told() {
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        Automne 2026, 2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        Mai 2026/2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        fin 2026 et 2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        Hiver 2025-2026 et 2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        printemps 2026 puis 2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        juin 2025 à mai 2026 et 2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        T1 2026, T2 2026 et 2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        Mai et 2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        "#,
    );
}

#[test]
fn a_year_may_stand_behind_a_sign_or_first() {
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        Juin – 2026 = month 2026-06-01..2026-06-30 = juin 2026 = June 2026
        Juin/2026 = month 2026-06-01..2026-06-30 = juin 2026 = June 2026
        13 juin/2026 = day 2026-06-13 = 13 juin 2026 = June 13, 2026
        Printemps / 2026 = season 2026-04-01..2026-06-30 = avril à juin 2026 = April to June 2026
        T1/2026 = quarter 2026-01-01..2026-03-31 = janvier à mars 2026 = January to March 2026
        février/mars 2026 = list 2026-02-01..2026-02-28 2026-03-01..2026-03-31 = février et mars 2026 = February and March 2026
        2027, printemps = season 2027-04-01..2027-06-30 = avril à juin 2027 = April to June 2027
        2027 printemps = season 2027-04-01..2027-06-30 = avril à juin 2027 = April to June 2027
        2026 juin = month 2026-06-01..2026-06-30 = juin 2026 = June 2026
        2026 - juin = month 2026-06-01..2026-06-30 = juin 2026 = June 2026
        2026 T1 = quarter 2026-01-01..2026-03-31 = janvier à mars 2026 = January to March 2026
        2026/T1 = quarter 2026-01-01..2026-03-31 = janvier à mars 2026 = January to March 2026
        2026, 1er trimestre = quarter 2026-01-01..2026-03-31 = janvier à mars 2026 = January to March 2026
        Juin - 2026-2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        2026, juin et décembre = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        2026, 15 juin = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        A2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        June/2026 = month 2026-06-01..2026-06-30 = juin 2026 = June 2026
        2027, spring = season 2027-04-01..2027-06-30 = avril à juin 2027 = April to June 2027
        2026 Q1 = quarter 2026-01-01..2026-03-31 = janvier à mars 2026 = January to March 2026
        "#,
    );
}

#[test]
fn a_year_counts_nothing() {
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        2026 sauf juin = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        2026 puis au besoin = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        2000 dépliants = rate = (nothing) = (nothing)
        2500 dépliants = rate = (nothing) = (nothing)
        "#,
    );
}

#[test]
fn horizons_may_be_joined_by_a_dash() {
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        Court et moyen terme = horizon 2025-04-01..2026-03-31 2026-04-01..2027-03-31 = avril 2025 à mars 2026 et avril 2026 à mars 2027 = April 2025 to March 2026 and April 2026 to March 2027
        Court-moyen terme = horizon 2025-04-01..2026-03-31 2026-04-01..2027-03-31 = avril 2025 à mars 2026 et avril 2026 à mars 2027 = April 2025 to March 2026 and April 2026 to March 2027
        Court - moyen terme = horizon 2025-04-01..2026-03-31 2026-04-01..2027-03-31 = avril 2025 à mars 2026 et avril 2026 à mars 2027 = April 2025 to March 2026 and April 2026 to March 2027
        Moyen-long terme = horizon 2026-04-01..2027-03-31 2027-04-01..2028-03-31 = avril 2026 à mars 2027 et avril 2027 à mars 2028 = April 2026 to March 2027 and April 2027 to March 2028
        CT-MT = horizon 2025-04-01..2026-03-31 2026-04-01..2027-03-31 = avril 2025 à mars 2026 et avril 2026 à mars 2027 = April 2025 to March 2026 and April 2026 to March 2027
        Court à moyen terme = horizon 2025-04-01..2027-03-31 = avril 2025 à mars 2027 = April 2025 to March 2027
        Court-terme = horizon 2025-04-01..2026-03-31 = avril 2025 à mars 2026 = April 2025 to March 2026
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        Short-medium term = horizon 2025-04-01..2026-03-31 2026-04-01..2027-03-31 = avril 2025 à mars 2026 et avril 2026 à mars 2027 = April 2025 to March 2026 and April 2026 to March 2027
        medium-term = horizon 2026-04-01..2027-03-31 = avril 2026 à mars 2027 = April 2026 to March 2027
        "#,
    );
}

#[test]
fn two_times_over_new_year_need_two_years() {
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        Automne-hiver 2026 = opaque = (nothing) = (nothing) ! YearUnknown(Crossing)
        Automne/hiver 2026 = opaque = (nothing) = (nothing) ! YearUnknown(Crossing)
        Automne et hiver 2026 = opaque = (nothing) = (nothing) ! YearUnknown(Crossing)
        automne à hiver 2026 = opaque = (nothing) = (nothing) ! YearUnknown(Crossing)
        Automne-hiver 2026-2027 = range 2026-09-01..2027-03-31 = septembre 2026 à mars 2027 = September 2026 to March 2027
        Automne/hiver 2026-2027 = range 2026-09-01..2027-03-31 = septembre 2026 à mars 2027 = September 2026 to March 2027
        Automne 2026 - hiver 2027 = range 2026-09-01..2027-03-31 = septembre 2026 à mars 2027 = September 2026 to March 2027
        Automne 2026/hiver 2027 = list 2026-09-01..2026-12-31 2027-01-01..2027-03-31 = septembre à décembre 2026 et janvier à mars 2027 = September to December 2026 and January to March 2027
        printemps-été 2026 = range 2026-04-01..2026-08-31 = avril à août 2026 = April to August 2026
        printemps/été 2026 = list 2026-04-01..2026-06-30 2026-07-01..2026-08-31 = avril à juin 2026 et juillet à août 2026 = April to June 2026 and July to August 2026
        Décembre-janvier 2026 = range 2025-12-01..2026-01-31 = décembre 2025 à janvier 2026 = December 2025 to January 2026
        Décembre/janvier 2026 = opaque = (nothing) = (nothing) ! YearUnknown(Crossing)
        Décembre et juin 2026 = opaque = (nothing) = (nothing) ! YearUnknown(Crossing)
        Automne à mars 2026 = range 2025-09-01..2026-03-31 = septembre 2025 à mars 2026 = September 2025 to March 2026
        Automne-hiver 2026 et 2027 = opaque = (nothing) = (nothing) ! YearUnknown(Crossing)
        "#,
    );
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        Automne-hiver 2014 = range 2013-09-01..2014-03-31 = septembre 2013 à mars 2014 = September 2013 to March 2014
        Automne/hiver 2014 = range 2013-09-01..2014-03-31 = septembre 2013 à mars 2014 = September 2013 to March 2014
        Automne-hiver 2013 = range 2013-09-01..2014-03-31 = septembre 2013 à mars 2014 = September 2013 to March 2014
        Automne/hiver = range 2013-09-01..2014-03-31 = septembre 2013 à mars 2014 = September 2013 to March 2014
        Automne, hiver et printemps 2014 = list 2013-09-01..2014-03-31 2014-04-01..2014-06-30 = septembre 2013 à mars 2014 et avril à juin 2014 = September 2013 to March 2014 and April to June 2014
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        Fall-winter 2026 = opaque = (nothing) = (nothing) ! YearUnknown(Crossing)
        Fall/winter 2026-27 = range 2026-09-01..2027-03-31 = septembre 2026 à mars 2027 = September 2026 to March 2027
        "#,
    );
}

#[test]
fn what_is_denied_is_no_step() {
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        Non prévu en 2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        sauf en juin 2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        Jamais en 2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        Ne sera pas fait en 2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        Pas d'activité à l'été 2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        Non débuté en 2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        Prévu en 2027 = year 2027-01-01..2027-12-31 = 2027 = 2027
        Bases en 2026 = milestone 2026-01-01..2026-12-31 = Bases : 2026 = Bases: 2026
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        Not planned in 2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        except in June 2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        "#,
    );
}

#[test]
fn what_goes_on_may_have_bounds() {
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        Mensuel jusqu’en juin 2026 = range 2025-04-01..2026-06-30 = chaque mois jusqu’au 30 juin 2026 = every month until June 30, 2026
        en continu jusqu’en 2027 = range 2025-04-01..2027-12-31 = en continu jusqu’au 31 décembre 2027 = ongoing until December 31, 2027
        En continu jusqu'en juin 2026 = range 2025-04-01..2026-06-30 = en continu jusqu’au 30 juin 2026 = ongoing until June 30, 2026
        En continu, jusqu'en juin 2026 = range 2025-04-01..2026-06-30 = en continu jusqu’au 30 juin 2026 = ongoing until June 30, 2026
        En continu (jusqu’en juin 2026) = range 2025-04-01..2026-06-30 = en continu jusqu’au 30 juin 2026 = ongoing until June 30, 2026
        En continu (dès septembre 2026) = continuous 2025-04-01..2028-03-31 = en continu = ongoing
        Chaque mois jusqu’à la fin de 2026 = range 2025-04-01..2026-12-31 = chaque mois jusqu’au 31 décembre 2026 = every month until December 31, 2026
        Mensuel à partir de juin 2026 = open 2026-06-01..… = chaque mois à partir du 1er juin 2026 = every month from June 1, 2026
        En continu dès janvier 2026 = open 2026-01-01..… = en continu à partir du 1er janvier 2026 = ongoing from January 1, 2026
        Mensuel de janvier à juin 2026 = range 2026-01-01..2026-06-30 = chaque mois : janvier à juin 2026 = every month: January to June 2026
        Annuel au printemps = recurring 2025-04-01..2028-03-31 = chaque année : avril à juin = every year: April to June
        Salon ouvert jusqu’en 2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        Rencontres de janvier à juin 2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        avant-juin = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        d’ici-juin = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        En continu jusqu’à l’AGA 2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        Monthly until June 2026 = range 2025-04-01..2026-06-30 = chaque mois jusqu’au 30 juin 2026 = every month until June 30, 2026
        Ongoing until 2027 = range 2025-04-01..2027-12-31 = en continu jusqu’au 31 décembre 2027 = ongoing until December 31, 2027
        Ongoing from January 2026 = open 2026-01-01..… = en continu à partir du 1er janvier 2026 = ongoing from January 1, 2026
        Annual report in spring 2026 = milestone 2026-04-01..2026-06-30 = Annual report : avril à juin 2026 = Annual report: April to June 2026
        "#,
    );
    check(
        Lang::Fr,
        &Calendar::default(),
        r#"
        Mensuel jusqu’en juin 2026 = range …..2026-06-30 = chaque mois jusqu’au 30 juin 2026 = every month until June 30, 2026
        "#,
    );
}

#[test]
fn what_goes_on_after_a_date_is_open() {
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        2025 et en continu = open 2025-01-01..… = à partir du 1er janvier 2025 = from January 1, 2025
        2026 puis en continu = open 2026-01-01..… = à partir du 1er janvier 2026 = from January 1, 2026
        2026, puis en continu = open 2026-01-01..… = à partir du 1er janvier 2026 = from January 1, 2026
        Printemps 2026 et en continu = open 2026-04-01..… = à partir du 1er avril 2026 = from April 1, 2026
        2025, en continu = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        2025 and ongoing = open 2025-01-01..… = à partir du 1er janvier 2025 = from January 1, 2025
        "#,
    );
}

#[test]
fn a_date_in_the_order_of_another_language_is_told() {
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        05/31/2026 = day 2026-05-31 = 31 mai 2026 = May 31, 2026 ! SwappedDate { day: Date(2026-05-31) }
        09-30-2025 = day 2025-09-30 = 30 septembre 2025 = September 30, 2025 ! SwappedDate { day: Date(2025-09-30) }
        du 05/31/2026 au 06/30/2026 = range 2026-05-31..2026-06-30 = 31 mai au 30 juin 2026 = May 31 to June 30, 2026 ! SwappedDate { day: Date(2026-05-31) }
        D'ici le 05/31/2026 = deadline 2025-04-01..2026-05-31 = d’ici le 31 mai 2026 = by May 31, 2026 ! SwappedDate { day: Date(2026-05-31) }
        05/12/2026 = day 2026-12-05 = 5 décembre 2026 = December 5, 2026
        31/05/2026 = day 2026-05-31 = 31 mai 2026 = May 31, 2026
        2026-05-31 = day 2026-05-31 = 31 mai 2026 = May 31, 2026
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        13/11/2025 = day 2025-11-13 = 13 novembre 2025 = November 13, 2025 ! SwappedDate { day: Date(2025-11-13) }
        11/13/2025 = day 2025-11-13 = 13 novembre 2025 = November 13, 2025
        "#,
    );
}

#[test]
fn a_step_may_have_a_deadline() {
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        Rapport avant le 1er juin 2026 = deadline 2025-04-01..2026-05-31 = Rapport : d’ici le 31 mai 2026 = Rapport: by May 31, 2026
        Rapport final d’ici juin 2026 = deadline 2025-04-01..2026-06-30 = Rapport final : d’ici le 30 juin 2026 = Rapport final: by June 30, 2026
        Rapport : d’ici le 30 juin 2026 = deadline 2025-04-01..2026-06-30 = Rapport : d’ici le 30 juin 2026 = Rapport: by June 30, 2026
        Rapport pour le 1er mai 2026 = milestone 2026-05-01 = Rapport : 1er mai 2026 = Rapport: May 1, 2026
        Rapport dès le 1er mai 2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        Rapport jusqu’au 1er mai 2026 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        Prévu d’ici juin 2026 = deadline 2025-04-01..2026-06-30 = d’ici le 30 juin 2026 = by June 30, 2026
        Non prévu avant 2027 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        Report by June 2026 = deadline 2025-04-01..2026-06-30 = Report : d’ici le 30 juin 2026 = Report: by June 30, 2026
        Report due June 2026 = deadline 2025-04-01..2026-06-30 = Report : d’ici le 30 juin 2026 = Report: by June 30, 2026
        "#,
    );
}
