//! What was counted against what was aimed at: 6 regions visited of 14.

use std::borrow::Cow;

use super::Action;
use super::columns;
use crate::lang::Lang;

/// A quantity reached and the one aimed at.
///
/// The target is at least 1; more may be reached than was aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    pub reached: u32,
    pub target: u32,
}

impl Measure {
    /// The measure of an action whose state opens with a number, « 6 régions visitées », and that
    /// has a target with one number, « 14 régions ».
    pub fn of(action: &Action, lang: Lang) -> Option<Measure> {
        let reached = action.status.quantity?;
        let target = action.fields.iter().find(|(title, _)| columns::is_target(title))?;
        let target = only_number(&without_commas(&target.1.plain, lang)).filter(|target| *target > 0)?;
        Some(Measure { reached, target })
    }
}

/// A text without the commas that English sets between thousands: “2,000 trees”. In French, « 2,000 » is two.
pub(super) fn without_commas(text: &str, lang: Lang) -> Cow<'_, str> {
    if lang == Lang::Fr || !text.contains(',') {
        return Cow::Borrowed(text);
    }
    let is_grouped = |word: &str| {
        let (first, mut groups) = (word.split(',').next().unwrap_or_default(), word.split(',').skip(1));
        let is_digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
        (1..=3).contains(&first.len())
            && is_digits(first)
            && groups.all(|group| group.len() == 3 && is_digits(group))
    };
    let bare = |word: &str| {
        let number = word.trim_end();
        if is_grouped(number) { word.replace(',', "") } else { word.to_owned() }
    };
    Cow::Owned(text.split_inclusive(char::is_whitespace).map(bare).collect())
}

/// The number of a text that holds one only; a share or a date is no count.
fn only_number(text: &str) -> Option<u32> {
    if text.contains('%') {
        return None;
    }
    let mut numbers: Vec<String> = Vec::new();
    let mut before = "";
    for word in text.split_whitespace() {
        let is_digits = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
        match numbers.last_mut() {
            // « 2 000 personnes »: thousands stand in groups of three.
            Some(number) if is_digits(before) && is_digits(word) && word.len() == 3 => number.push_str(word),
            _ if is_digits(word) => numbers.push(word.to_owned()),
            _ if word.contains(|c: char| c.is_ascii_digit()) => return None,
            _ => {}
        }
        before = word;
    }
    match numbers.as_slice() {
        [number] => number.parse().ok(),
        [] | [_, _, ..] => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_the_only_number_of_its_text() {
        let check = |text: &str, expected: Option<u32>| assert_eq!(only_number(text), expected, "{text}");
        check("14", Some(14));
        check("14 régions", Some(14));
        check("au moins 2\u{a0}000 personnes", Some(2000));
        check("3 rencontres et 40 personnes", None);
        check("3-4 rencontres", None);
        check("80 %", None);
        check("toutes les régions", None);
    }

    #[test]
    fn a_comma_between_thousands_is_english() {
        let check = |text: &str, lang: Lang, expected: Option<u32>| {
            assert_eq!(only_number(&without_commas(text, lang)), expected, "{text}");
        };
        check("2,000 trees", Lang::En, Some(2000));
        check("at least 1,250,000", Lang::En, Some(1_250_000));
        check("1,2 km", Lang::En, None);
        check("12,34", Lang::En, None);
        check("2,000 arbres", Lang::Fr, None);
        check("2\u{a0}000 arbres", Lang::Fr, Some(2000));
        check("2 000 trees", Lang::En, Some(2000));
    }
}
