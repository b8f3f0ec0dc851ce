//! The day that an author wrote in words, to show it back in the form asked for.

use crate::date::Date;
use crate::lang::{Lang, fold, months};

/// The day of « 15 octobre 2026 », « le 1er octobre 2026 » or “October 15, 2026”: one day, one
/// month in letters, one year, in any order. Anything less sure is none.
pub(super) fn meant(words: &str) -> Option<Date> {
    let (mut days, mut found_months, mut years) = (Vec::new(), Vec::new(), Vec::new());
    let folded = fold(words);
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let digits = ["er", "st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
        let number = digits.unwrap_or(word);
        match number.len() {
            _ if !number.bytes().all(|b| b.is_ascii_digit()) => found_months.extend(month(word)),
            1 | 2 => days.extend(number.parse::<i8>()),
            4 => years.extend(number.parse::<i16>()),
            _ => return None,
        }
    }
    match (&years[..], &found_months[..], &days[..]) {
        ([year], [month], [day]) => Date::new(*year, *month, *day),
        _ => None,
    }
}

/// The number of a month named in full, in French or in English.
fn month(word: &str) -> Option<i8> {
    [Lang::Fr, Lang::En].into_iter().find_map(|lang| {
        let named = (1..).zip(months(lang)).find(|(_, name)| fold(name) == word);
        named.map(|(number, _)| number)
    })
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let day = meant(words).map_or("none".to_owned(), |day| day.to_string());
        assert_eq!(day, expected, "{words}");
    }

    #[test]
    fn a_day_in_words_is_shown_back_as_the_key_wants_it() {
        check("15 octobre 2026", "2026-10-15");
        check("le 1er Août 2026", "2026-08-01");
        check("jeudi 15 fevrier 2029", "2029-02-15");
        check("October 15, 2026", "2026-10-15");
        check("the 3rd of May 2026", "2026-05-03");
    }

    #[test]
    fn words_that_may_be_another_day_are_left_alone() {
        for words in [
            "",
            "hier",
            "octobre 2026",
            "31 juin 2026",
            "15 mai ou 15 juin 2026",
            "15-16 mai 2026",
            "15/10/2026",
        ] {
            check(words, "none");
        }
    }
}
