//! The forms of timeframes seen in French action plans, and what each is understood to say.

mod timeframe_cases;

use jalon::lang::Lang;
use timeframe_cases::{check, plan_2013};

#[test]
fn days_and_months_are_read_however_written() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        3 octobre 2013 = day 2013-10-03 = 3 octobre 2013 = October 3, 2013
        1er avril 2014 = day 2014-04-01 = 1er avril 2014 = April 1, 2014
        2013-10-11 = day 2013-10-11 = 11 octobre 2013 = October 11, 2013
        11/10/2013 = day 2013-10-11 = 11 octobre 2013 = October 11, 2013
        11/25/2013 = day 2013-11-25 = 25 novembre 2013 = November 25, 2013 ! SwappedDate { day: Date(2013-11-25) }
        jeudi 3 octobre 2013 = day 2013-10-03 = 3 octobre 2013 = October 3, 2013
        Novembre 2013 = month 2013-11-01..2013-11-30 = novembre 2013 = November 2013
        Août 2013 = month 2013-08-01..2013-08-31 = août 2013 = August 2013
        Septembre 2013 = month 2013-09-01..2013-09-30 = septembre 2013 = September 2013
        Sept. 2014 = month 2014-09-01..2014-09-30 = septembre 2014 = September 2014
        déc. 2013 = month 2013-12-01..2013-12-31 = décembre 2013 = December 2013
        2013-11 = month 2013-11-01..2013-11-30 = novembre 2013 = November 2013
        11/2013 = month 2013-11-01..2013-11-30 = novembre 2013 = November 2013
        "#,
    );
}

#[test]
fn seasons_say_their_months() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        Automne 2013 = season 2013-09-01..2013-12-31 = septembre à décembre 2013 = September to December 2013
        Hiver 2014 = season 2014-01-01..2014-03-31 = janvier à mars 2014 = January to March 2014
        Printemps 2014 = season 2014-04-01..2014-06-30 = avril à juin 2014 = April to June 2014
        Été 2014 = season 2014-07-01..2014-08-31 = juillet à août 2014 = July to August 2014
        Printemps 14 = season 2014-04-01..2014-06-30 = avril à juin 2014 = April to June 2014
        Aut.13 = season 2013-09-01..2013-12-31 = septembre à décembre 2013 = September to December 2013
        "#,
    );
}

#[test]
fn years_and_fiscal_years_differ() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        En 2014 = year 2014-01-01..2014-12-31 = 2014 = 2014
        2014 = year 2014-01-01..2014-12-31 = 2014 = 2014
        année 2014 = year 2014-01-01..2014-12-31 = 2014 = 2014
        courant 2014 = year 2014-01-01..2014-12-31 = 2014 = 2014
        dans l'année 2014 = year 2014-01-01..2014-12-31 = 2014 = 2014
        tout au long de 2014 = year 2014-01-01..2014-12-31 = 2014 = 2014
        2013-2014 = fiscal-year 2013-07-01..2014-06-30 = juillet 2013 à juin 2014 = July 2013 to June 2014
        2013-14 = fiscal-year 2013-07-01..2014-06-30 = juillet 2013 à juin 2014 = July 2013 to June 2014
        2013/2014 = fiscal-year 2013-07-01..2014-06-30 = juillet 2013 à juin 2014 = July 2013 to June 2014
        2012 | 2013 = fiscal-year 2012-07-01..2013-06-30 = juillet 2012 à juin 2013 = July 2012 to June 2013
        exercice 2013-2014 = fiscal-year 2013-07-01..2014-06-30 = juillet 2013 à juin 2014 = July 2013 to June 2014
        2013-2014 (juillet à juin) = fiscal-year 2013-07-01..2014-06-30 = juillet 2013 à juin 2014 = July 2013 to June 2014
        2018-2022 = years 2018-01-01..2022-12-31 = 2018 à 2022 = 2018 to 2022
        2018 – 2022 = years 2018-01-01..2022-12-31 = 2018 à 2022 = 2018 to 2022
        2020 à 2023 = years 2020-01-01..2023-12-31 = 2020 à 2023 = 2020 to 2023
        de 2020 à 2023 = years 2020-01-01..2023-12-31 = 2020 à 2023 = 2020 to 2023
        2013-2014-2015 = years 2013-01-01..2015-12-31 = 2013 à 2015 = 2013 to 2015
        2019-2024-2034 = years 2019-01-01..2034-12-31 = 2019 à 2034 = 2019 to 2034 ! YearsNotConsecutive
        "#,
    );
}

#[test]
fn spans_go_from_the_first_day_to_the_last() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        Aut.13 - Hiver 14 = range 2013-09-01..2014-03-31 = septembre 2013 à mars 2014 = September 2013 to March 2014
        Automne 2013 – Hiver 2014 = range 2013-09-01..2014-03-31 = septembre 2013 à mars 2014 = September 2013 to March 2014
        Automne 2013 - Hiver 2014 = range 2013-09-01..2014-03-31 = septembre 2013 à mars 2014 = September 2013 to March 2014
        Juin 13-Juin 15 = range 2013-06-01..2015-06-30 = juin 2013 à juin 2015 = June 2013 to June 2015
        de l'automne 2024 à l'automne 2026 = range 2024-09-01..2026-12-31 = septembre 2024 à décembre 2026 = September 2024 to December 2026
        1er avril 2014 au 31 mars 2015 = range 2014-04-01..2015-03-31 = 1er avril 2014 au 31 mars 2015 = April 1, 2014 to March 31, 2015
        du 1er au 30 juin 2014 = range 2014-06-01..2014-06-30 = 1er au 30 juin 2014 = June 1 to 30, 2014
        3-5 octobre 2013 = range 2013-10-03..2013-10-05 = 3 au 5 octobre 2013 = October 3 to 5, 2013
        3 et 4 octobre 2013 = list 2013-10-03 2013-10-04 = 3 octobre 2013 et 4 octobre 2013 = October 3, 2013 and October 4, 2013
        entre juin et août 2014 = range 2014-06-01..2014-08-31 = juin à août 2014 = June to August 2014
        septembre à décembre = range 2013-09-01..2013-12-31 = septembre à décembre 2013 = September to December 2013
        décembre-février 2014 = range 2013-12-01..2014-02-28 = décembre 2013 à février 2014 = December 2013 to February 2014
        septembre 2013 à mars = range 2013-09-01..2014-03-31 = septembre 2013 à mars 2014 = September 2013 to March 2014
        Hiver - Printemps 2014 = range 2014-01-01..2014-06-30 = janvier à juin 2014 = January to June 2014
        Hiver- Printemps 2014 = range 2014-01-01..2014-06-30 = janvier à juin 2014 = January to June 2014
        février-mars 2014 = range 2014-02-01..2014-03-31 = février à mars 2014 = February to March 2014
        Hiver 2013-2014 = season 2013-12-01..2014-03-31 = décembre 2013 à mars 2014 = December 2013 to March 2014
        Printemps 2013-2014 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        "#,
    );
}

#[test]
fn lists_share_the_year_at_their_right() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        Février, Sept. 2014 = list 2014-02-01..2014-02-28 2014-09-01..2014-09-30 = février et septembre 2014 = February and September 2014
        Mars, avril et mai 2014 = list 2014-03-01..2014-03-31 2014-04-01..2014-04-30 2014-05-01..2014-05-31 = mars, avril et mai 2014 = March, April and May 2014
        Novembre 2013 Mai 2014 = list 2013-11-01..2013-11-30 2014-05-01..2014-05-31 = novembre 2013 et mai 2014 = November 2013 and May 2014 ! Unseparated
        Novembre 2013 / Mai 2014 = list 2013-11-01..2013-11-30 2014-05-01..2014-05-31 = novembre 2013 et mai 2014 = November 2013 and May 2014
        Novembre 2013 et mai 2014 = list 2013-11-01..2013-11-30 2014-05-01..2014-05-31 = novembre 2013 et mai 2014 = November 2013 and May 2014
        Novembre 2013; mai 2014 = list 2013-11-01..2013-11-30 2014-05-01..2014-05-31 = novembre 2013 et mai 2014 = November 2013 and May 2014
        Automne 2013, Hiver - Printemps 2014 = list 2013-09-01..2013-12-31 2014-01-01..2014-06-30 = septembre à décembre 2013 et janvier à juin 2014 = September to December 2013 and January to June 2014
        Décembre 2013 et juin 2014 = list 2013-12-01..2013-12-31 2014-06-01..2014-06-30 = décembre 2013 et juin 2014 = December 2013 and June 2014
        Mai 2013 = month 2013-05-01..2013-05-31 = mai 2013 = May 2013
        "#,
    );
}

#[test]
fn what_goes_on_or_comes_back_lasts_as_long_as_the_plan() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        En continu = continuous 2013-07-01..2014-06-30 = en continu = ongoing
        continu = continuous 2013-07-01..2014-06-30 = en continu = ongoing
        permanent = continuous 2013-07-01..2014-06-30 = en continu = ongoing
        toute l'année = continuous 2013-07-01..2014-06-30 = en continu = ongoing
        tout au long de l'année = continuous 2013-07-01..2014-06-30 = en continu = ongoing
        En continu (dès septembre 2013) = continuous 2013-07-01..2014-06-30 = en continu = ongoing
        Mensuel = recurring 2013-07-01..2014-06-30 = chaque mois = every month
        annuel = recurring 2013-07-01..2014-06-30 = chaque année = every year
        Annuellement = recurring 2013-07-01..2014-06-30 = chaque année = every year
        triennale = recurring 2013-07-01..2014-06-30 = tous les 3 ans = every 3 years
        biannuel = recurring 2013-07-01..2014-06-30 = deux fois par année = twice a year
        biannuel (2×/an) = recurring 2013-07-01..2014-06-30 = deux fois par année = twice a year
        bisannuel = recurring 2013-07-01..2014-06-30 = tous les 2 ans = every 2 years
        biennal = recurring 2013-07-01..2014-06-30 = tous les 2 ans = every 2 years
        aux deux ans = recurring 2013-07-01..2014-06-30 = tous les 2 ans = every 2 years
        trimestriel = recurring 2013-07-01..2014-06-30 = chaque trimestre = every quarter
        hebdomadaire = recurring 2013-07-01..2014-06-30 = chaque semaine = every week
        semestriel = recurring 2013-07-01..2014-06-30 = chaque semestre = every half-year
        bimestriel = recurring 2013-07-01..2014-06-30 = tous les 2 mois = every 2 months
        quinquennal = recurring 2013-07-01..2014-06-30 = tous les 5 ans = every 5 years
        chaque automne = recurring 2013-07-01..2014-06-30 = chaque automne = every fall
        chaque mois = recurring 2013-07-01..2014-06-30 = chaque mois = every month
        tous les 2 mois = recurring 2013-07-01..2014-06-30 = tous les 2 mois = every 2 months
        deux fois par année = recurring 2013-07-01..2014-06-30 = deux fois par année = twice a year
        "#,
    );
}

#[test]
fn rates_and_demands_have_no_dates() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        4 régions par mois = rate = 4 régions par mois = 4 regions per month
        3-4 rencontres statutaires = rate = 3 à 4 rencontres statutaires = 3 to 4 regular meetings
        2 fois par an = rate = 2 fois par année = 2 times per year
        2×/an = rate = 2 fois par année = 2 times per year
        6 capsules vidéo = rate = (nothing) = (nothing)
        Au besoin = on-demand = au besoin = as needed
        selon les besoins = on-demand = au besoin = as needed
        sur demande = on-demand = sur demande = on request
        Sur invitation = on-demand = sur invitation = by invitation
        sur convocation = on-demand = sur convocation = when convened
        "#,
    );
}

#[test]
fn events_and_steps_keep_their_name() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        AGA 2013 = event 2013-01-01..2013-12-31 = AGA 2013 = AGM 2013
        lors de l'AGA = event = lors de l’AGA = at the AGM
        colloque d'automne 2024 = event 2024-09-01..2024-12-31 = colloque : septembre à décembre 2024 = symposium: September to December 2024
        Bases au printemps 2014 = milestone 2014-04-01..2014-06-30 = Bases : avril à juin 2014 = Bases: April to June 2014
        Bases : avril à juin 2014 = milestone 2014-04-01..2014-06-30 = Bases : avril à juin 2014 = Bases: April to June 2014
        "#,
    );
}

#[test]
fn deadlines_run_from_the_start_of_the_plan() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        D'ici mars 2027 = deadline 2013-07-01..2027-03-31 = d’ici le 31 mars 2027 = by March 31, 2027
        d'ici septembre 2006 = deadline …..2006-09-30 = d’ici le 30 septembre 2006 = by September 30, 2006
        d'ici la fin de 2026 = deadline 2013-07-01..2026-12-31 = d’ici le 31 décembre 2026 = by December 31, 2026
        avant le 1er juin = deadline 2013-07-01..2014-05-31 = d’ici le 31 mai 2014 = by May 31, 2014
        avant juin 2014 = deadline 2013-07-01..2014-05-31 = d’ici le 31 mai 2014 = by May 31, 2014
        au plus tard en juin = deadline 2013-07-01..2014-06-30 = d’ici le 30 juin 2014 = by June 30, 2014
        jusqu'au 31 décembre 2014 = deadline 2013-07-01..2014-12-31 = d’ici le 31 décembre 2014 = by December 31, 2014
        jusqu'en 2030 = deadline 2013-07-01..2030-12-31 = d’ici le 31 décembre 2030 = by December 31, 2030
        "#,
    );
}

#[test]
fn what_has_a_start_only_stays_open() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        À compter de septembre 2014 = open 2014-09-01..… = à partir du 1er septembre 2014 = from September 1, 2014
        à partir du 1er septembre 2014 = open 2014-09-01..… = à partir du 1er septembre 2014 = from September 1, 2014
        dès l'automne 2014 = open 2014-09-01..… = à partir du 1er septembre 2014 = from September 1, 2014
        depuis 2012 = open 2012-01-01..… = à partir du 1er janvier 2012 = from January 1, 2012
        2024 et + = open 2024-01-01..… = à partir du 1er janvier 2024 = from January 1, 2024
        2025+ = open 2025-01-01..… = à partir du 1er janvier 2025 = from January 1, 2025
        2024 et suivantes = open 2024-01-01..… = à partir du 1er janvier 2024 = from January 1, 2024
        "#,
    );
}

#[test]
fn parts_are_thirds() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        mi-fév. 2026 = part 2026-02-11..2026-02-20 = 11 au 20 février 2026 = February 11 to 20, 2026
        fin 2024 = part 2024-09-01..2024-12-31 = septembre à décembre 2024 = September to December 2024
        début juin = part 2014-06-01..2014-06-10 = 1er au 10 juin 2014 = June 1 to 10, 2014
        fin de l'été 2013 = part 2013-08-11..2013-08-31 = 11 au 31 août 2013 = August 11 to 31, 2013
        T1 2024 = quarter 2024-01-01..2024-03-31 = janvier à mars 2024 = January to March 2024
        1er trimestre 2024 = quarter 2024-01-01..2024-03-31 = janvier à mars 2024 = January to March 2024
        T1-T2 2024 = range 2024-01-01..2024-06-30 = janvier à juin 2024 = January to June 2024
        S1 2024 = half-year 2024-01-01..2024-06-30 = janvier à juin 2024 = January to June 2024
        2e semestre 2014 = half-year 2014-07-01..2014-12-31 = juillet à décembre 2014 = July to December 2014
        2e semestre = half-year 2013-07-01..2013-12-31 = juillet à décembre 2013 = July to December 2013
        1er trimestre de l'exercice 2013-2014 = quarter 2013-07-01..2013-09-30 = juillet à septembre 2013 = July to September 2013
        T1 2013-2014 = quarter 2013-07-01..2013-09-30 = juillet à septembre 2013 = July to September 2013
        "#,
    );
}

#[test]
fn years_and_horizons_come_from_the_plan() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        An 1 = relative-year 2013-07-01..2014-06-30 = juillet 2013 à juin 2014 = July 2013 to June 2014
        Année 2 = relative-year 2014-07-01..2015-06-30 = juillet 2014 à juin 2015 = July 2014 to June 2015
        1re année = relative-year 2013-07-01..2014-06-30 = juillet 2013 à juin 2014 = July 2013 to June 2014
        an 1 à 3 = relative-year 2013-07-01..2016-06-30 = juillet 2013 à juin 2016 = July 2013 to June 2016
        Court terme = horizon 2013-07-01..2013-10-31 = juillet à octobre 2013 = July to October 2013
        moyen terme = horizon 2013-11-01..2014-02-28 = novembre 2013 à février 2014 = November 2013 to February 2014
        long terme = horizon 2014-03-01..2014-06-30 = mars à juin 2014 = March to June 2014
        court et moyen terme = horizon 2013-07-01..2013-10-31 2013-11-01..2014-02-28 = juillet à octobre 2013 et novembre 2013 à février 2014 = July to October 2013 and November 2013 to February 2014
        CT = horizon 2013-07-01..2013-10-31 = juillet à octobre 2013 = July to October 2013
        MT = horizon 2013-11-01..2014-02-28 = novembre 2013 à février 2014 = November 2013 to February 2014
        LT = horizon 2014-03-01..2014-06-30 = mars à juin 2014 = March to June 2014
        Court terme (0-2 ans) = horizon 2013-07-01..2015-06-30 = juillet 2013 à juin 2015 = July 2013 to June 2015
        0-2 ans = horizon 2013-07-01..2015-06-30 = juillet 2013 à juin 2015 = July 2013 to June 2015
        à court terme = horizon 2013-07-01..2013-10-31 = juillet à octobre 2013 = July to October 2013
        "#,
    );
}

#[test]
fn words_without_dates_are_understood() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        Immédiat = horizon = dès que possible = as soon as possible
        dès que possible = horizon = dès que possible = as soon as possible
        prioritaire = horizon = dès que possible = as soon as possible
        À déterminer = undetermined = à déterminer = to be determined
        à préciser = undetermined = à déterminer = to be determined
        à venir = undetermined = à déterminer = to be determined
        à confirmer = undetermined = à déterminer = to be determined
        AD = undetermined = à déterminer = to be determined
        – = undetermined = à déterminer = to be determined
        Selon le financement = conditional = selon le financement = subject to funding
        conditionnel à l'obtention de fonds = conditional = sous condition = conditional
        sous réserve du budget = conditional = sous condition = conditional
        Ponctuel = once = une seule fois = once
        une fois = once = une seule fois = once
        "#,
    );
}

#[test]
fn revised_dates_are_known_as_such() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        Reporté à 2025 = revised 2025-01-01..2025-12-31 = reporté : 2025 = postponed: 2025
        reporté à l'automne 2014 = revised 2014-09-01..2014-12-31 = reporté : septembre à décembre 2014 = postponed: September to December 2014
        prolongé jusqu'au 31 mars 2026 = revised 2013-07-01..2026-03-31 = prolongé jusqu’au 31 mars 2026 = extended to March 31, 2026
        Mai 2025, reporté à octobre 2025 = revised 2025-10-01..2025-10-31 = mai 2025, reporté : octobre 2025 = May 2025, postponed: October 2025
        Automne 2013 (reporté au printemps 2014) = revised 2014-04-01..2014-06-30 = septembre à décembre 2013, reporté : avril à juin 2014 = September to December 2013, postponed: April to June 2014
        Mars 2014 – prolongé jusqu'en juin 2014 = revised 2013-07-01..2014-06-30 = mars 2014, prolongé jusqu’au 30 juin 2014 = March 2014, extended to June 30, 2014
        "#,
    );
}

#[test]
fn what_is_not_understood_is_kept_and_doubted() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        Complété = opaque = (nothing) = (nothing) ! LooksLikeStatus(Done)
        Fait = opaque = (nothing) = (nothing) ! LooksLikeStatus(Done)
        En cours = opaque = (nothing) = (nothing) ! LooksLikeStatus(InProgress)
        Réalisé en mai 2013 = month 2013-05-01..2013-05-31 = mai 2013 = May 2013 ! LooksLikeStatus(Done)
        Novembe 2013 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: Some("Novembre 2013") }
        En continue = continuous 2013-07-01..2014-06-30 = en continu = ongoing
        En coninu = opaque = (nothing) = (nothing) ! NotUnderstood { meant: Some("En continu") }
        printemp 14 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: Some("printemps 14") }
        Rencontre du comité de suivi avec les partenaires régionaux = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        31 février 2014 = opaque = (nothing) = (nothing) ! ImpossibleDay { month: 2, year: Some(2014) }
        Mars 2014 à janvier 2013 = opaque = (nothing) = (nothing) ! Backwards { start: Date(2014-03-01), end: Date(2013-01-31) }
        11/10/13 = opaque = (nothing) = (nothing) ! ShortDate { day: Date(2013-10-11) }
        31.12.13 = opaque = (nothing) = (nothing) ! ShortDate { day: Date(2013-12-31) }
        45/13/99 = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        2013 (automne) = opaque = (nothing) = (nothing) ! NotUnderstood { meant: None }
        S. O. = opaque = (nothing) = (nothing)
        Printemps/été 2014 = list 2014-04-01..2014-06-30 2014-07-01..2014-08-31 = avril à juin 2014 et juillet à août 2014 = April to June 2014 and July to August 2014
        1re moitié = half-year 2014-01-01..2014-06-30 = janvier à juin 2014 = January to June 2014
        100 % = opaque = (nothing) = (nothing) ! LooksLikeStatus(Done)
        "#,
    );
}

#[test]
fn a_year_is_guessed_only_when_the_plan_settles_it() {
    check(
        Lang::Fr,
        &plan_2013(),
        r#"
        Automne 2013 (à confirmer) = season 2013-09-01..2013-12-31 = septembre à décembre 2013 = September to December 2013
        Juin = month 2014-06-01..2014-06-30 = juin 2014 = June 2014
        Juin 13 = month 2013-06-01..2013-06-30 = juin 2013 = June 2013
        Juin ’13 = month 2013-06-01..2013-06-30 = juin 2013 = June 2013
        13 juin = day 2014-06-13 = 13 juin 2014 = June 13, 2014
        13 juin 2014 = day 2014-06-13 = 13 juin 2014 = June 13, 2014
        June 2014 = month 2014-06-01..2014-06-30 = juin 2014 = June 2014
        Fall 2013 = season 2013-09-01..2013-12-31 = septembre à décembre 2013 = September to December 2013
        Prévu au printemps 2014 = season 2014-04-01..2014-06-30 = avril à juin 2014 = April to June 2014
        2011-12 = fiscal-year 2011-07-01..2012-06-30 = juillet 2011 à juin 2012 = July 2011 to June 2012
        "#,
    );
}
