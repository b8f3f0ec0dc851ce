//! What a plan's period, a site's seasons and its events change in how timeframes are read.

mod timeframe_cases;

use jalon::date::Date;
use jalon::kind::plan::timeframe::{Calendar, Seasons, TimeframeKind, read, read_period};
use jalon::lang::Lang;
use proptest::prelude::any;
use proptest::{prop_assert, prop_assert_eq, proptest};
use timeframe_cases::{check, period, plan_2013};

/// The calendar of a plan of three fiscal years.
fn plan_2024() -> Calendar {
    Calendar { period: period((2024, 4, 1), (2027, 3, 31)), ..Calendar::default() }
}

fn seasons(seasons: Seasons) -> Calendar {
    Calendar { seasons, ..plan_2013() }
}

/// A site that declares its meetings, for a plan that declares its horizons.
fn declared() -> Calendar {
    let mut calendar = plan_2013();
    let range = |start, end| period(start, end).expect("the days are in order");
    calendar.events.insert("AGA 2013".to_owned(), range((2013, 11, 14), (2013, 11, 14)));
    calendar.events.insert("Gala".to_owned(), range((2014, 5, 3), (2014, 5, 3)));
    calendar.horizons.insert("court terme".to_owned(), range((2013, 7, 1), (2013, 12, 31)));
    calendar.horizons.insert("Phase 2".to_owned(), range((2014, 1, 1), (2014, 6, 30)));
    calendar
}

#[test]
fn without_a_period_nothing_is_made_up() {
    check(
        Lang::Fr,
        &Calendar::default(),
        r#"
        2013-2014 = fiscal-year 2013-01-01..2014-12-31 = 2013 à 2014 = 2013 to 2014
        2025-2026 = fiscal-year 2025-01-01..2026-12-31 = 2025 à 2026 = 2025 to 2026
        exercice 2024-25 = fiscal-year 2024-01-01..2025-12-31 = 2024 à 2025 = 2024 to 2025
        Juin 13 = month 2013-06-01..2013-06-30 = juin 2013 = June 2013
        Automne = opaque = (nothing) = (nothing) ! YearUnknown(NoPeriod)
        avant le 1er juin = opaque = (nothing) = (nothing) ! YearUnknown(NoPeriod)
        D'ici mars 2027 = deadline …..2027-03-31 = d’ici le 31 mars 2027 = by March 31, 2027
        En continu = continuous = en continu = ongoing
        Mensuel = recurring = chaque mois = every month
        An 1 = relative-year = année 1 du plan = year 1 of the plan
        an 1 à 3 = relative-year = années 1 à 3 du plan = years 1 to 3 of the plan
        Court terme = horizon = à court terme = short term
        court et moyen terme = horizon = à court et moyen terme = short and medium term
        0-2 ans = horizon = 0 à 2 ans = 0 to 2 years
        lors de l'AGA = event = lors de l’AGA = at the AGM
        colloque = event = lors du colloque = at the symposium
        juillet 2025 à juin 2026 = range 2025-07-01..2026-06-30 = juillet 2025 à juin 2026 = July 2025 to June 2026
        2024-2027 = years 2024-01-01..2027-12-31 = 2024 à 2027 = 2024 to 2027
        "#,
    );
}

#[test]
fn without_a_period_nothing_is_made_up_in_english() {
    check(
        Lang::En,
        &Calendar::default(),
        r#"
        June 13 = opaque = (nothing) = (nothing) ! YearUnknown(NoPeriod)
        FY 2025-26 = fiscal-year 2025-01-01..2026-12-31 = 2025 à 2026 = 2025 to 2026
        By March 2027 = deadline …..2027-03-31 = d’ici le 31 mars 2027 = by March 31, 2027
        Year 1 = relative-year = année 1 du plan = year 1 of the plan
        Short term = horizon = à court terme = short term
        short and medium term = horizon = à court et moyen terme = short and medium term
        "#,
    );
}

#[test]
fn a_plan_of_several_years_has_its_own_years_and_horizons() {
    check(
        Lang::Fr,
        &plan_2024(),
        r#"
        Automne = opaque = (nothing) = (nothing) ! YearUnknown(Several)
        Automne 2024 = season 2024-09-01..2024-12-31 = septembre à décembre 2024 = September to December 2024
        2024-2025 = fiscal-year 2024-04-01..2025-03-31 = avril 2024 à mars 2025 = April 2024 to March 2025
        An 2 = relative-year 2025-04-01..2026-03-31 = avril 2025 à mars 2026 = April 2025 to March 2026
        ans 1 et 2 = list 2024-04-01..2025-03-31 2025-04-01..2026-03-31 = avril 2024 à mars 2025 et avril 2025 à mars 2026 = April 2024 to March 2025 and April 2025 to March 2026
        année 2 et 3 = list 2025-04-01..2026-03-31 2026-04-01..2027-03-31 = avril 2025 à mars 2026 et avril 2026 à mars 2027 = April 2025 to March 2026 and April 2026 to March 2027
        Court terme = horizon 2024-04-01..2025-03-31 = avril 2024 à mars 2025 = April 2024 to March 2025
        moyen terme = horizon 2025-04-01..2026-03-31 = avril 2025 à mars 2026 = April 2025 to March 2026
        long terme (2-3 ans) = horizon 2026-04-01..2027-03-31 = avril 2026 à mars 2027 = April 2026 to March 2027
        T4 2024-2025 = quarter 2025-01-01..2025-03-31 = janvier à mars 2025 = January to March 2025
        début 2025 = part 2025-01-01..2025-04-30 = janvier à avril 2025 = January to April 2025
        mi-2025 = part 2025-05-01..2025-08-31 = mai à août 2025 = May to August 2025
        2025, 2026 et 2027 = list 2025-01-01..2025-12-31 2026-01-01..2026-12-31 2027-01-01..2027-12-31 = 2025, 2026 et 2027 = 2025, 2026 and 2027
        Printemps/été 2025 = list 2025-04-01..2025-06-30 2025-07-01..2025-08-31 = avril à juin 2025 et juillet à août 2025 = April to June 2025 and July to August 2025
        "#,
    );
}

#[test]
fn a_plan_of_several_years_in_english() {
    check(
        Lang::En,
        &plan_2024(),
        r#"
        Year 2 = relative-year 2025-04-01..2026-03-31 = avril 2025 à mars 2026 = April 2025 to March 2026
        Years 2-3 = relative-year 2025-04-01..2027-03-31 = avril 2025 à mars 2027 = April 2025 to March 2027
        Medium term = horizon 2025-04-01..2026-03-31 = avril 2025 à mars 2026 = April 2025 to March 2026
        Mid-2025 = part 2025-05-01..2025-08-31 = mai à août 2025 = May to August 2025
        Early 2025 = part 2025-01-01..2025-04-30 = janvier à avril 2025 = January to April 2025
        End of March 2025 = part 2025-03-21..2025-03-31 = 21 au 31 mars 2025 = March 21 to 31, 2025
        Q1 2025 = quarter 2025-01-01..2025-03-31 = janvier à mars 2025 = January to March 2025
        Q3-Q4 2025 = range 2025-07-01..2025-12-31 = juillet à décembre 2025 = July to December 2025
        "#,
    );
}

#[test]
fn declared_events_and_horizons_have_their_dates() {
    check(
        Lang::Fr,
        &declared(),
        r#"
        AGA 2013 = event 2013-11-14 = 14 novembre 2013 = November 14, 2013
        lors de l'AGA = event 2013-11-14 = AGA : 14 novembre 2013 = AGM: November 14, 2013
        AGM 2013 = event 2013-11-14 = 14 novembre 2013 = November 14, 2013
        lors du Gala = event 2014-05-03 = 3 mai 2014 = May 3, 2014
        Gala = event 2014-05-03 = 3 mai 2014 = May 3, 2014
        Court terme = horizon 2013-07-01..2013-12-31 = juillet à décembre 2013 = July to December 2013
        CT = horizon 2013-07-01..2013-12-31 = juillet à décembre 2013 = July to December 2013
        Phase 2 = horizon 2014-01-01..2014-06-30 = janvier à juin 2014 = January to June 2014
        moyen terme = horizon 2013-11-01..2014-02-28 = novembre 2013 à février 2014 = November 2013 to February 2014
        AGA 2015 = event 2015-01-01..2015-12-31 = AGA 2015 = AGM 2015
        "#,
    );
}

#[test]
fn declared_events_are_found_in_english() {
    check(
        Lang::En,
        &declared(),
        r#"
        AGM 2013 = event 2013-11-14 = 14 novembre 2013 = November 14, 2013
        at the AGM = event 2013-11-14 = AGA : 14 novembre 2013 = AGM: November 14, 2013
        short term = horizon 2013-07-01..2013-12-31 = juillet à décembre 2013 = July to December 2013
        "#,
    );
}

#[test]
fn seasons_of_the_sky_start_on_the_21st() {
    check(
        Lang::Fr,
        &seasons(Seasons::Astronomical),
        r#"
        Hiver 2014 = season 2013-12-21..2014-03-20 = 21 décembre 2013 au 20 mars 2014 = December 21, 2013 to March 20, 2014
        Printemps 2014 = season 2014-03-21..2014-06-20 = 21 mars au 20 juin 2014 = March 21 to June 20, 2014
        Été 2014 = season 2014-06-21..2014-09-20 = 21 juin au 20 septembre 2014 = June 21 to September 20, 2014
        Automne 2013 = season 2013-09-21..2013-12-20 = 21 septembre au 20 décembre 2013 = September 21 to December 20, 2013
        Automne 2013 - Hiver 2014 = range 2013-09-21..2014-03-20 = 21 septembre 2013 au 20 mars 2014 = September 21, 2013 to March 20, 2014
        Hiver 2013-2014 = season 2013-12-21..2014-03-20 = 21 décembre 2013 au 20 mars 2014 = December 21, 2013 to March 20, 2014
        Hiver = season 2013-12-21..2014-03-20 = 21 décembre 2013 au 20 mars 2014 = December 21, 2013 to March 20, 2014
        "#,
    );
}

#[test]
fn seasons_can_be_quarters() {
    check(
        Lang::Fr,
        &seasons(Seasons::Quarters),
        r#"
        Hiver 2014 = season 2014-01-01..2014-03-31 = janvier à mars 2014 = January to March 2014
        Printemps 2014 = season 2014-04-01..2014-06-30 = avril à juin 2014 = April to June 2014
        Été 2014 = season 2014-07-01..2014-09-30 = juillet à septembre 2014 = July to September 2014
        Automne 2013 = season 2013-10-01..2013-12-31 = octobre à décembre 2013 = October to December 2013
        Hiver 2013-2014 = season 2013-12-01..2014-03-31 = décembre 2013 à mars 2014 = December 2013 to March 2014
        "#,
    );
}

#[test]
fn the_fiscal_year_of_the_association_serves_without_a_period() {
    check(
        Lang::Fr,
        &Calendar { fiscal_month: Some(4), ..Calendar::default() },
        r#"
        2025-2026 = fiscal-year 2025-04-01..2026-03-31 = avril 2025 à mars 2026 = April 2025 to March 2026
        exercice 2024-25 = fiscal-year 2024-04-01..2025-03-31 = avril 2024 à mars 2025 = April 2024 to March 2025
        1er trimestre de l'exercice 2025-2026 = quarter 2025-04-01..2025-06-30 = avril à juin 2025 = April to June 2025
        2025-2026 (juillet à juin) = fiscal-year 2025-07-01..2026-06-30 = juillet 2025 à juin 2026 = July 2025 to June 2026
        "#,
    );
}

#[test]
fn only_what_ends_has_an_end() {
    for (text, end) in [
        ("Automne 2013", Some((2013, 12, 31))),
        ("Novembre 2013 et mai 2014", Some((2014, 5, 31))),
        ("Mai 2014, novembre 2013", Some((2014, 5, 31))),
        ("d'ici mars 2027", Some((2027, 3, 31))),
        ("prolongé jusqu'en 2025", Some((2025, 12, 31))),
        ("En continu", None),
        ("Mensuel", None),
        ("4 régions par mois", None),
        ("Sur invitation", None),
        ("À partir de 2014", None),
        ("À déterminer", None),
        ("Selon le financement", None),
        ("Dès que possible", None),
        ("AGA de K", None),
    ] {
        let end = end.and_then(|(year, month, day)| Date::new(year, month, day));
        assert_eq!(read(text, Lang::Fr, &plan_2013()).0.end(), end, "{text}");
    }
}

#[test]
fn the_period_of_a_plan_is_read_without_itself() {
    for (text, start, end) in [
        ("juillet 2025 à juin 2026", (2025, 7, 1), (2026, 6, 30)),
        ("juillet 2013 à juin 2014", (2013, 7, 1), (2014, 6, 30)),
        ("1er avril 2014 au 31 mars 2015", (2014, 4, 1), (2015, 3, 31)),
        ("2013-2014 (juillet à juin)", (2013, 7, 1), (2014, 6, 30)),
        ("2024-2027", (2024, 1, 1), (2027, 12, 31)),
        ("2025", (2025, 1, 1), (2025, 12, 31)),
    ] {
        let (timeframe, doubts) = read_period(text, Lang::Fr, &plan_2013());
        assert_eq!(timeframe.span(), period(start, end), "{text}");
        assert_eq!(doubts, [], "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_kept_and_its_ranges_are_ordered(
        text in r"(\PC|[0-9]{1,4}|automne|Hiver|juin|fin|mi|an|du|au| et |\(|\)|-|/|,|'| |T|1er|d'ici|avant|AGA|fois|par|chaque|terme|\+){0,12}",
        english in any::<bool>(),
        dated in any::<bool>(),
    ) {
        let lang = if english { Lang::En } else { Lang::Fr };
        let calendar = if dated { plan_2013() } else { Calendar::default() };
        let (timeframe, doubts) = read(&text, lang, &calendar);
        prop_assert_eq!(&timeframe.text, &text);
        for range in &timeframe.ranges {
            if let (Some(start), Some(end)) = (range.start, range.end) {
                prop_assert!(start <= end);
            }
        }
        prop_assert_eq!(timeframe.kind == TimeframeKind::Opaque, timeframe.words(lang).is_none() && !doubts.is_empty());
        if !timeframe.ranges.is_empty() {
            for lang in [Lang::Fr, Lang::En] {
                let words = timeframe.words(lang).expect("what is understood has words");
                prop_assert_eq!(&read(&words, lang, &calendar).0.ranges, &timeframe.ranges, "{}", words);
            }
        }
    }
}
