//! The forms of timeframes in English plans, and what each is understood to say.

mod timeframe_cases;

use jalon::lang::Lang;
use timeframe_cases::{check, plan_2013};

#[test]
fn days_and_months_are_read_however_written() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        October 3, 2013 = day 2013-10-03 = 3 octobre 2013 = October 3, 2013
        3 Oct. 2013 = day 2013-10-03 = 3 octobre 2013 = October 3, 2013
        Oct. 3rd, 2013 = day 2013-10-03 = 3 octobre 2013 = October 3, 2013
        2013-10-11 = day 2013-10-11 = 11 octobre 2013 = October 11, 2013
        11/10/2013 = day 2013-11-10 = 10 novembre 2013 = November 10, 2013
        25/11/2013 = day 2013-11-25 = 25 novembre 2013 = November 25, 2013 ! SwappedDate { day: Date(2013-11-25) }
        November 2013 = month 2013-11-01..2013-11-30 = novembre 2013 = November 2013
        Sept 2014 = month 2014-09-01..2014-09-30 = septembre 2014 = September 2014
        "#,
    );
}

#[test]
fn seasons_say_their_months() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        Fall 2013 = season 2013-09-01..2013-12-31 = septembre à décembre 2013 = September to December 2013
        Autumn 2013 = season 2013-09-01..2013-12-31 = septembre à décembre 2013 = September to December 2013
        Winter 2014 = season 2014-01-01..2014-03-31 = janvier à mars 2014 = January to March 2014
        Spring 2014 = season 2014-04-01..2014-06-30 = avril à juin 2014 = April to June 2014
        Summer 2014 = season 2014-07-01..2014-08-31 = juillet à août 2014 = July to August 2014
        Spring '14 = season 2014-04-01..2014-06-30 = avril à juin 2014 = April to June 2014
        Nov. '13 = month 2013-11-01..2013-11-30 = novembre 2013 = November 2013
        "#,
    );
}

#[test]
fn years_and_spans_are_read() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        In 2014 = year 2014-01-01..2014-12-31 = 2014 = 2014
        FY 2013-14 = fiscal-year 2013-07-01..2014-06-30 = juillet 2013 à juin 2014 = July 2013 to June 2014
        2018 to 2022 = years 2018-01-01..2022-12-31 = 2018 à 2022 = 2018 to 2022
        Fall 2013 to Winter 2014 = range 2013-09-01..2014-03-31 = septembre 2013 à mars 2014 = September 2013 to March 2014
        Winter-Spring 2014 = range 2014-01-01..2014-06-30 = janvier à juin 2014 = January to June 2014
        April 1, 2014 to March 31, 2015 = range 2014-04-01..2015-03-31 = 1er avril 2014 au 31 mars 2015 = April 1, 2014 to March 31, 2015
        June 1 to 10, 2014 = range 2014-06-01..2014-06-10 = 1er au 10 juin 2014 = June 1 to 10, 2014
        June 13-15, 2014 = range 2014-06-13..2014-06-15 = 13 au 15 juin 2014 = June 13 to 15, 2014
        "#,
    );
}

#[test]
fn lists_share_the_year_at_their_right() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        February, Sept. 2014 = list 2014-02-01..2014-02-28 2014-09-01..2014-09-30 = février et septembre 2014 = February and September 2014
        November 2013 and May 2014 = list 2013-11-01..2013-11-30 2014-05-01..2014-05-31 = novembre 2013 et mai 2014 = November 2013 and May 2014
        May 5, 12 and 19, 2014 = list 2014-05-05 2014-05-12 2014-05-19 = 5 mai 2014, 12 mai 2014 et 19 mai 2014 = May 5, 2014, May 12, 2014 and May 19, 2014
        November 2013 May 2014 = list 2013-11-01..2013-11-30 2014-05-01..2014-05-31 = novembre 2013 et mai 2014 = November 2013 and May 2014 ! Unseparated
        "#,
    );
}

#[test]
fn what_goes_on_or_comes_back_lasts_as_long_as_the_plan() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        Ongoing = continuous 2013-07-01..2014-06-30 = en continu = ongoing
        continuous = continuous 2013-07-01..2014-06-30 = en continu = ongoing
        year-round = continuous 2013-07-01..2014-06-30 = en continu = ongoing
        Monthly = recurring 2013-07-01..2014-06-30 = chaque mois = every month
        yearly = recurring 2013-07-01..2014-06-30 = chaque année = every year
        every 3 years = recurring 2013-07-01..2014-06-30 = tous les 3 ans = every 3 years
        twice a year = recurring 2013-07-01..2014-06-30 = deux fois par année = twice a year
        quarterly = recurring 2013-07-01..2014-06-30 = chaque trimestre = every quarter
        every other year = recurring 2013-07-01..2014-06-30 = tous les 2 ans = every 2 years
        semi-annual = recurring 2013-07-01..2014-06-30 = deux fois par année = twice a year
        "#,
    );
}

#[test]
fn rates_and_demands_have_no_dates() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        4 regions per month = rate = 4 régions par mois = 4 regions per month
        2 times a year = rate = 2 fois par année = 2 times per year
        As needed = on-demand = au besoin = as needed
        on request = on-demand = sur demande = on request
        By invitation = on-demand = sur invitation = by invitation
        "#,
    );
}

#[test]
fn events_and_steps_keep_their_name() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        AGM 2013 = event 2013-01-01..2013-12-31 = AGA 2013 = AGM 2013
        at the AGM = event = lors de l’AGA = at the AGM
        Drafts in spring 2014 = milestone 2014-04-01..2014-06-30 = Drafts : avril à juin 2014 = Drafts: April to June 2014
        "#,
    );
}

#[test]
fn deadlines_run_from_the_start_of_the_plan() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        By March 2027 = deadline 2013-07-01..2027-03-31 = d’ici le 31 mars 2027 = by March 31, 2027
        before June 1 = deadline 2013-07-01..2014-05-31 = d’ici le 31 mai 2014 = by May 31, 2014
        before June 1, 2014 = deadline 2013-07-01..2014-05-31 = d’ici le 31 mai 2014 = by May 31, 2014
        until December 2014 = deadline 2013-07-01..2014-12-31 = d’ici le 31 décembre 2014 = by December 31, 2014
        no later than June 2014 = deadline 2013-07-01..2014-06-30 = d’ici le 30 juin 2014 = by June 30, 2014
        "#,
    );
}

#[test]
fn what_has_a_start_only_stays_open() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        From fall 2013 = open 2013-09-01..… = à partir du 1er septembre 2013 = from September 1, 2013
        starting in September 2014 = open 2014-09-01..… = à partir du 1er septembre 2014 = from September 1, 2014
        since 2012 = open 2012-01-01..… = à partir du 1er janvier 2012 = from January 1, 2012
        2024 onward = open 2024-01-01..… = à partir du 1er janvier 2024 = from January 1, 2024
        from September 2013 to March 2014 = range 2013-09-01..2014-03-31 = septembre 2013 à mars 2014 = September 2013 to March 2014
        "#,
    );
}

#[test]
fn parts_are_thirds() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        Early June 2014 = part 2014-06-01..2014-06-10 = 1er au 10 juin 2014 = June 1 to 10, 2014
        mid-Feb. 2026 = part 2026-02-11..2026-02-20 = 11 au 20 février 2026 = February 11 to 20, 2026
        late 2024 = part 2024-09-01..2024-12-31 = septembre à décembre 2024 = September to December 2024
        end of 2024 = part 2024-09-01..2024-12-31 = septembre à décembre 2024 = September to December 2024
        Q3 2024 = quarter 2024-07-01..2024-09-30 = juillet à septembre 2024 = July to September 2024
        Q1 FY 2013-14 = quarter 2013-07-01..2013-09-30 = juillet à septembre 2013 = July to September 2013
        first half of 2014 = half-year 2014-01-01..2014-06-30 = janvier à juin 2014 = January to June 2014
        "#,
    );
}

#[test]
fn years_and_horizons_come_from_the_plan() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        Year 1 = relative-year 2013-07-01..2014-06-30 = juillet 2013 à juin 2014 = July 2013 to June 2014
        Years 1 to 3 = relative-year 2013-07-01..2016-06-30 = juillet 2013 à juin 2016 = July 2013 to June 2016
        Short term = horizon 2013-07-01..2013-10-31 = juillet à octobre 2013 = July to October 2013
        medium-term = horizon 2013-11-01..2014-02-28 = novembre 2013 à février 2014 = November 2013 to February 2014
        Long term = horizon 2014-03-01..2014-06-30 = mars à juin 2014 = March to June 2014
        ASAP = horizon = dès que possible = as soon as possible
        "#,
    );
}

#[test]
fn words_without_dates_are_understood() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        TBD = undetermined = à déterminer = to be determined
        to be confirmed = undetermined = à déterminer = to be determined
        Subject to funding = conditional = selon le financement = subject to funding
        One-off = once = une seule fois = once
        "#,
    );
}

#[test]
fn revised_dates_are_known_as_such() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        Extended to March 31, 2026 = revised 2013-07-01..2026-03-31 = prolongé jusqu’au 31 mars 2026 = extended to March 31, 2026
        May 2025, postponed to October 2025 = revised 2025-10-01..2025-10-31 = mai 2025, reporté : octobre 2025 = May 2025, postponed: October 2025
        postponed to 2025 = revised 2025-01-01..2025-12-31 = reporté : 2025 = postponed: 2025
        "#,
    );
}

#[test]
fn french_words_are_read_in_english_plans() {
    check(
        Lang::En,
        &plan_2013(),
        r#"
        Completed = opaque = (nothing) = (nothing) ! LooksLikeStatus(Done)
        June 13 = day 2014-06-13 = 13 juin 2014 = June 13, 2014
        June 13, 2014 = day 2014-06-13 = 13 juin 2014 = June 13, 2014
        Juin 13 = month 2013-06-01..2013-06-30 = juin 2013 = June 2013
        mai 2014 = month 2014-05-01..2014-05-31 = mai 2014 = May 2014
        Automne 2013 = season 2013-09-01..2013-12-31 = septembre à décembre 2013 = September to December 2013
        May 2014 = month 2014-05-01..2014-05-31 = mai 2014 = May 2014
        "#,
    );
}
