//! Dates, numbers, plurals, lists and sorting, in the languages of a site: as the norms of Québec ask
//! in French, as English Canada writes, and as CLDR knows of the others.

use jalon::date::{Date, Range};
use jalon::lang::{Gender, Lang, ordinal};
use jalon::locale::{FORMS, Locale, Number};

/// No-break spaces as `~`, thin ones as `_`: a case must be readable.
fn shown(text: &str) -> String {
    text.replace('\u{a0}', "~").replace('\u{202f}', "_")
}

fn day(written: &str) -> Date {
    Date::parse(written).expect("a day of the calendar")
}

/// What three locales make of the same thing: Québec, France and English Canada.
fn check(said: impl Fn(&Locale) -> String, expected: [&str; 3]) {
    let made = ["fr-CA", "fr-FR", "en-CA"].map(|tag| shown(&said(&Locale::of_tag(tag))));
    assert_eq!(made, expected);
}

#[test]
fn thousands_and_decimals() {
    check(|locale| locale.number(7_usize), ["7", "7", "7"]);
    check(|locale| locale.number(1_000_usize), ["1000", "1_000", "1000"]);
    check(|locale| locale.number(12_345_usize), ["12~345", "12_345", "12,345"]);
    check(|locale| locale.number(1_000_000_usize), ["1~000~000", "1_000_000", "1,000,000"]);
    check(|locale| locale.number(Number::tenths(15)), ["1,5", "1,5", "1.5"]);
    check(|locale| locale.number(Number::tenths(123_456)), ["12~345,6", "12_345,6", "12,345.6"]);
    check(|locale| locale.number(Number::tenths(20)), ["2", "2", "2"]);
}

#[test]
fn dates_in_words() {
    check(
        |locale| locale.date(day("2013-10-11")),
        ["11 octobre 2013", "11 octobre 2013", "October 11, 2013"],
    );
    check(
        |locale| locale.date(day("2013-10-01")),
        ["1er octobre 2013", "1er octobre 2013", "October 1, 2013"],
    );
    check(|locale| locale.day_and_month(day("2013-08-01")), ["1er août", "1er août", "August 1"]);
    check(|locale| locale.month_and_year(day("2026-03-31")), ["mars 2026", "mars 2026", "March 2026"]);
    check(|locale| locale.month(12), ["décembre", "décembre", "December"]);
}

#[test]
fn short_months() {
    let year =
        |locale: &Locale| (1..=12).map(|month| locale.short_month(month)).collect::<Vec<_>>().join(" ");
    check(
        year,
        [
            "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.",
            "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
            "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.",
        ],
    );
}

#[test]
fn hours() {
    check(|locale| locale.hour(13, 30), ["13~h~30", "13:30", "1:30~p.m."]);
    check(|locale| locale.hour(13, 0), ["13~h", "13:00", "1:00~p.m."]);
    check(|locale| locale.hour(8, 5), ["8~h~5", "08:05", "8:05~a.m."]);
    check(|locale| locale.hour(0, 0), ["0~h", "00:00", "12:00~a.m."]);
    check(|locale| locale.hour(12, 15), ["12~h~15", "12:15", "12:15~p.m."]);
}

#[test]
fn ranks() {
    let ranks = |lang, gender| [1, 2, 3, 11, 21, 112].map(|n| ordinal(lang, n, gender)).join(" ");
    assert_eq!(ranks(Lang::Fr, Gender::Masculine), "1er 2e 3e 11e 21e 112e");
    assert_eq!(ranks(Lang::Fr, Gender::Feminine), "1re 2e 3e 11e 21e 112e");
    assert_eq!(ranks(Lang::En, Gender::Masculine), "1st 2nd 3rd 11th 21st 112th");
}

#[test]
fn lists() {
    check(|locale| locale.list::<&str>(&[]), ["", "", ""]);
    check(|locale| locale.list(&["A"]), ["A", "A", "A"]);
    check(|locale| locale.list(&["A", "B"]), ["A et B", "A et B", "A and B"]);
    check(|locale| locale.list(&["A", "B", "C"]), ["A, B et C", "A, B et C", "A, B and C"]);
}

#[test]
fn the_singular_of_nothing_and_of_one_and_a_half() {
    check(|locale| locale.form(0_usize).to_owned(), ["one", "one", "other"]);
    check(|locale| locale.form(1_usize).to_owned(), ["one", "one", "one"]);
    check(|locale| locale.form(Number::tenths(15)).to_owned(), ["one", "one", "other"]);
    check(|locale| locale.form(2_usize).to_owned(), ["other", "other", "other"]);
    check(|locale| locale.form(1_000_000_usize).to_owned(), ["many", "many", "other"]);
}

/// The words of a line, sorted, are that line.
fn sorted(tag: &str, expected: &str) {
    let locale = Locale::of_tag(tag);
    let mut words: Vec<&str> = expected.split(", ").collect();
    words.reverse();
    words.sort_by_cached_key(|word| locale.sort_key(word));
    assert_eq!(words.join(", "), expected, "{tag}");
}

#[test]
fn accents_and_capitals_come_second_in_a_dictionary() {
    for tag in ["fr-CA", "fr", "fr-FR", "en-CA"] {
        sorted(tag, "échéancier, Été, objet, œuvre, Œuvrer, zone");
    }
}

#[test]
fn accents_are_read_backwards_in_quebec_alone() {
    for tag in ["fr-CA", "fr"] {
        sorted(tag, "cote, côte, coté, côté");
    }
    for tag in ["fr-FR", "en-CA"] {
        sorted(tag, "cote, coté, côte, côté");
    }
}

#[test]
fn numbers_sort_as_numbers() {
    for tag in ["fr-CA", "fr-FR", "en-CA", "es", "moe", "not_a_tag_at_all"] {
        sorted(tag, "1.1.9, 1.1.10, 1.2, 1.10, Objectif 2, Objectif 10");
    }
}

#[test]
fn alphabets_of_their_own() {
    sorted("es", "nube, ñandú, oso");
    sorted("sv", "zebra, ål, ärta, öl");
    sorted("pl", "cel, ćma, dom, laska, łaska, zamek, źrebię, żaba");
}

/// The form that each number takes.
fn forms(tag: &str, expected: &str) {
    let locale = Locale::of_tag(tag);
    let taken = [0_usize, 1, 2, 5, 11, 22, 100].map(|n| format!("{n} {}", locale.form(n)));
    assert_eq!(taken.join(", "), expected, "{tag}");
    assert!(locale.forms().iter().all(|form| FORMS.contains(form)));
}

#[test]
fn plurals_of_other_languages() {
    forms("es", "0 other, 1 one, 2 other, 5 other, 11 other, 22 other, 100 other");
    forms("pt-BR", "0 one, 1 one, 2 other, 5 other, 11 other, 22 other, 100 other");
    forms("pl", "0 many, 1 one, 2 few, 5 many, 11 many, 22 few, 100 many");
    forms("ar", "0 zero, 1 one, 2 two, 5 few, 11 many, 22 many, 100 other");
    forms("iu", "0 other, 1 other, 2 other, 5 other, 11 other, 22 other, 100 other");
    assert_eq!(Locale::of_tag("ar").forms().len(), 6);
    assert_eq!(Locale::of_tag("ja").forms(), ["other"]);
}

/// A date, a month, a number and a list, as another language has them.
fn written(tag: &str, expected: &str) {
    let locale = Locale::of_tag(tag);
    let date = day("2013-10-01");
    let made = [
        locale.date(date),
        locale.month_and_year(date),
        locale.number(12_345_usize),
        locale.list(&["A", "B", "C"]),
    ];
    assert_eq!(shown(&made.join(" | ")), expected, "{tag}");
}

#[test]
fn dates_numbers_and_lists_of_other_languages() {
    written("es", "1 de octubre de 2013 | octubre de 2013 | 12.345 | A, B y C");
    written("pt-BR", "1 de outubro de 2013 | outubro de 2013 | 12.345 | A, B e C");
    written("pl", "1 października 2013 | październik 2013 | 12~345 | A, B i C");
    written("de", "1. Oktober 2013 | Oktober 2013 | 12.345 | A, B und C");
    written("en-GB", "1 October 2013 | October 2013 | 12,345 | A, B and C");
    written("en-US", "October 1, 2013 | October 2013 | 12,345 | A, B, and C");
    written("ar", "1 أكتوبر 2013 | أكتوبر 2013 | 12,345 | A وB وC");
}

/// Innu and Inuktitut are not described well enough to name a month.
#[test]
fn a_language_without_data_writes_dates_for_every_reader() {
    for tag in ["iu", "moe", "not_a_tag_at_all"] {
        written(tag, "2013-10-01 | 2013-10 | 12,345 | A, B, C");
        assert_eq!(Locale::of_tag(tag).short_month(7), "07");
    }
}

#[test]
fn the_year_is_that_of_the_documents_in_every_country() {
    for tag in ["th", "he", "zh-Hant-TW", "ja"] {
        assert!(Locale::of_tag(tag).date(day("2013-10-01")).contains("2013"), "{tag}");
    }
}

#[test]
fn a_range_without_words() {
    let check = |start: &str, end: &str, said: &str| {
        let range = Range { start: Date::parse(start), end: Date::parse(end) };
        assert_eq!(Locale::of_tag("es").range(range).as_deref().unwrap_or("nothing"), said);
    };
    check("2025-01-01", "2025-12-31", "2025");
    check("2025-01-01", "2026-12-31", "2025 – 2026");
    check("2025-09-01", "2025-09-30", "septiembre de 2025");
    check("2025-09-01", "2025-12-31", "septiembre de 2025 – diciembre de 2025");
    check("2025-09-02", "2025-09-02", "2 de septiembre de 2025");
    check("2025-09-02", "2025-09-04", "2 de septiembre de 2025 – 4 de septiembre de 2025");
    check("2025-09-02", "", "nothing");
}

#[test]
fn every_language_writes_every_date_and_number() {
    const TAGS: &str = "af am ar ar-EG ar-SA as az be bg bn bo br bs ca ceb cs cy da de de-CH dz el en-AU en-IN eo es \
        es-MX et eu fa ff fi fil fo fr-BE fr-CH fy ga gd gl gn gu ha haw he hi hr ht hu hy ia id ig is it iu ja jv ka kk km \
        kn ko kok ks ku ky lb lo lt lv mg mi mk ml mn mni mr ms mt my nb ne nl nn oc or pa pl ps pt-BR pt-PT qu rm ro ru rw \
        sa sat sc sd si sk sl so sq sr sr-Latn su sv sw ta te tg th ti tk to tr tt ug uk ur uz vi wo xh yi yo zh zh-Hant zu";
    for tag in TAGS.split_whitespace() {
        let locale = Locale::of_tag(tag);
        for month in 1..=12 {
            let date = Date::new(2026, month, 1).expect("a day");
            let said = [
                locale.date(date),
                locale.day_and_month(date),
                locale.month_and_year(date),
                locale.month(month),
            ];
            assert!(said.iter().all(|said| !said.is_empty()), "{tag}: {said:?}");
            assert!(!locale.short_month(month).is_empty(), "{tag}");
        }
        assert!(locale.forms().contains(&"other"), "{tag}");
        assert!(
            !locale.number(Number::tenths(123_456_789)).is_empty() && !locale.hour(23, 59).is_empty(),
            "{tag}"
        );
    }
}
